"""What the window remembers between runs beside its sizes. A damaged memory is as good as none."""

from PySide6.QtCore import QSettings

_VOLUME, _MUTED = "player/volume", "player/muted"
_USUAL_VOLUME = 0.8


def remembered_sound(memory: QSettings) -> tuple[float, bool]:
    """Give how loud the player was, in [0, 1], and whether it was muted."""
    try:
        volume = float(str(memory.value(_VOLUME, _USUAL_VOLUME)))
    except ValueError:
        volume = _USUAL_VOLUME
    if not 0.0 <= volume <= 1.0:
        volume = _USUAL_VOLUME
    return volume, str(memory.value(_MUTED, "false")).casefold() == "true"


def remember_sound(memory: QSettings, volume: float, muted: bool) -> None:  # noqa: FBT001 - a signal's values
    """Keep how loud the player is."""
    memory.setValue(_VOLUME, f"{volume:.3f}")
    memory.setValue(_MUTED, "true" if muted else "false")
