"""The languages that the program speaks, and which of them fits what a person chose or the system asks for."""

from collections.abc import Iterable

AS_SYSTEM = "system"
ENGLISH = "en"
LANGUAGES = (ENGLISH, "zh_CN", "ja")
"""As Qt and the systems name them; each but English has `resources/translations/vidu_NAME.qm`."""


def language_of(choice: str, system_names: Iterable[str]) -> str:
    """Return one of LANGUAGES: the chosen one, or the first of the system's that we have, English without any.

    `system_names` are as systems write them (`zh-Hans-CN`, `ja_JP.UTF-8`), the dearest first. Whoever reads Chinese in
    another script reads ours sooner than English.
    """
    if choice in LANGUAGES:
        return choice
    ours = {name.partition("_")[0]: name for name in LANGUAGES}
    for name in system_names:
        begin = name.replace("-", "_").partition("_")[0].partition(".")[0].casefold()
        if begin in ours:
            return ours[begin]
    return ENGLISH
