"""Typing of Chinese, Japanese and other scripts: finds a way that works where the system names an input method for which Qt
has no plugin.

Qt's packages bring plugins for ibus and for dead keys. The plugin for fcitx, the usual alternative to ibus, belongs to a
single version of Qt, so the system's plugin doesn't fit. Without one, Qt says nothing and only Latin letters arrive. fcitx 5
also understands ibus's protocol.
"""

from collections.abc import MutableMapping
from pathlib import Path

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence

_ASKED, _TRIED = "QT_IM_MODULE", "QT_IM_MODULES"


def try_ibus_too(environ: MutableMapping[str, str], plugins_dir: Path) -> Sentence | None:
    """Set Qt's list of input methods if the plugin for the named one is missing; return what to tell the person, or None.
    Must be called before there is a QApplication. `plugins_dir` is the folder of Qt's plugins.
    """
    asked = environ.get(_ASKED, "").strip().casefold()
    if not asked.startswith("fcitx") or environ.get(_TRIED):
        return None
    contexts = plugins_dir / "platforminputcontexts"
    if any(asked.rstrip("5") in path.name for path in contexts.glob("*")):
        return None
    environ[_TRIED] = f"wayland;{asked};ibus"
    return Sentence(_SAID, {"variable": _ASKED, "method": asked})


_SAID = QT_TRANSLATE_NOOP(
    "settings",
    "{variable} asks for {method} for typing Chinese or Japanese, which doesn't come with this program; ibus is tried instead. "
    "If only Latin letters arrive, start the program with {variable}=ibus.",
)
