"""The names of options and of their values. An option or a value that isn't listed here is shown as it is."""

from PySide6.QtCore import QCoreApplication

from vidu_desktop.domain.options import KINDS, OptionKey, OptionValue
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.ui.text import say_pair

translate = QCoreApplication.translate

_LABELS = {
    OptionKey.DURATION: QT_TRANSLATE_NOOP("OptionRow", "Length"),
    OptionKey.SIZE: QT_TRANSLATE_NOOP("OptionRow", "Size"),
    OptionKey.QUALITY: QT_TRANSLATE_NOOP("OptionRow", "Quality"),
    OptionKey.FPS: QT_TRANSLATE_NOOP("OptionRow", "Frame rate"),
    OptionKey.MOVEMENT: QT_TRANSLATE_NOOP("OptionRow", "Movement"),
    OptionKey.ASPECT_RATIO: QT_TRANSLATE_NOOP("OptionRow", "Shape"),
    OptionKey.AUDIO: QT_TRANSLATE_NOOP("OptionRow", "Music"),
}
_VALUES = {
    (OptionKey.MOVEMENT, "auto"): QT_TRANSLATE_NOOP("OptionRow", "Auto"),
    (OptionKey.MOVEMENT, "small"): QT_TRANSLATE_NOOP("OptionRow", "Small"),
    (OptionKey.MOVEMENT, "medium"): QT_TRANSLATE_NOOP("OptionRow", "Medium"),
    (OptionKey.MOVEMENT, "large"): QT_TRANSLATE_NOOP("OptionRow", "Large"),
    (OptionKey.QUALITY, "speed"): QT_TRANSLATE_NOOP("OptionRow", "Quick"),
    (OptionKey.QUALITY, "quality"): QT_TRANSLATE_NOOP("OptionRow", "Best"),
}
# For places where the option's name doesn't stand beside the value.
_ALONE = {
    (OptionKey.MOVEMENT, "auto"): QT_TRANSLATE_NOOP("LibraryQuery", "Movement: auto"),
    (OptionKey.MOVEMENT, "small"): QT_TRANSLATE_NOOP("LibraryQuery", "Small movement"),
    (OptionKey.MOVEMENT, "medium"): QT_TRANSLATE_NOOP("LibraryQuery", "Medium movement"),
    (OptionKey.MOVEMENT, "large"): QT_TRANSLATE_NOOP("LibraryQuery", "Large movement"),
    (OptionKey.QUALITY, "speed"): QT_TRANSLATE_NOOP("LibraryQuery", "Quick quality"),
    (OptionKey.QUALITY, "quality"): QT_TRANSLATE_NOOP("LibraryQuery", "Best quality"),
}


def option_label(key: str) -> str:
    """Return an option's name; an unknown option is returned as it is."""
    return translate("OptionRow", _LABELS[OptionKey(key)]) if key in _LABELS else key


def value_words(key: str, value: OptionValue) -> str:
    """Return a value's name for a place where the option's name stands beside it."""
    if isinstance(value, bool):
        return translate("ClipDetails", "on") if value else translate("ClipDetails", "off")
    if key == OptionKey.DURATION:
        return translate("OptionRow", "{seconds} s").format(seconds=value)
    if key == OptionKey.FPS:
        return translate("OptionRow", "{rate} fps").format(rate=value)
    if key == OptionKey.SIZE:
        return str(value).replace("x", " × ")
    words = next((said for (of, one), said in _VALUES.items() if (of, one) == (key, value)), None)
    return str(value) if words is None else translate("OptionRow", words)


def lone_value_words(key: str, value: str) -> str:
    """Return a value's name that also says which option it belongs to."""
    words = next((said for (of, one), said in _ALONE.items() if (of, one) == (key, value)), None)
    if words is not None:
        return translate("LibraryQuery", words)
    return value if key not in KINDS else say_pair(option_label(key), value_words(key, value))
