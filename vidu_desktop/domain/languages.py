"""The languages of the program, and how one is chosen from the settings or the system."""

from collections.abc import Iterable

AS_SYSTEM = "system"
ENGLISH = "en"
LANGUAGES = (ENGLISH, "zh_CN", "ja")
"""Names as in Qt and the systems; each but English has `resources/translations/vidu_NAME.qm`."""


def language_of(choice: str, system_names: Iterable[str]) -> str:
    """Return one of LANGUAGES: the chosen one, else the first of the system's languages that the program has,
    else English. `system_names` are as systems write them (`zh-Hans-CN`, `ja_JP.UTF-8`), the preferred one
    first. Readers of traditional Chinese get simplified Chinese rather than English.
    """
    if choice in LANGUAGES:
        return choice
    ours = {name.partition("_")[0]: name for name in LANGUAGES}
    for name in system_names:
        begin = name.replace("-", "_").partition("_")[0].partition(".")[0].casefold()
        if begin in ours:
            return ours[begin]
    return ENGLISH
