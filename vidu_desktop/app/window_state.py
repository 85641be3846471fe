"""What the window remembers between runs, besides its size and layout. A damaged memory counts as empty."""

import os
from pathlib import Path

from PySide6.QtCore import QSettings

from vidu_desktop.ui.look.scale import LEAST_TILE_PX, USUAL_TILE_PX, WIDEST_TILE_PX

_VOLUME, _MUTED = "player/volume", "player/muted"
_AS_LIST, _DETAILS, _TILE_PX = "library/list", "library/details", "library/tile"
_USUAL_VOLUME = 0.8


def memory_in(folder: Path) -> QSettings:
    """Return the memory of the window. If something other than a file is at its path, that is left alone and another path is
    used: Qt would wait for a pipe forever, and would replace a device behind a link by a file.
    """
    path = folder / "window.ini"
    if os.path.lexists(path) and not os.path.isfile(path):
        path = folder / "window.other.ini"
    return QSettings(str(path), QSettings.Format.IniFormat)


def keep_dialogs_apart(folder: Path) -> None:
    """Let Qt's file dialogs remember in `folder` what they remember by themselves, which all programs with Qt share, and forget
    the folder that was used last: they would wait for its drive, wherever they are to begin.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))
    if os.path.isfile(folder / "QtProject.conf"):
        QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog/lastVisited")


def remembered_library(memory: QSettings) -> tuple[bool, bool, int]:
    """Return how the library was shown: whether as a list, whether with details, and how wide its tiles were in pixels."""
    try:
        tile_px = int(str(memory.value(_TILE_PX, USUAL_TILE_PX)))
    except ValueError:
        tile_px = USUAL_TILE_PX
    as_list, details = (str(memory.value(key, "false")).casefold() == "true" for key in (_AS_LIST, _DETAILS))
    return as_list, details, min(max(tile_px, LEAST_TILE_PX), WIDEST_TILE_PX)


def remember_library(
    memory: QSettings,
    as_list: bool,
    details: bool,
    tile_px: int,
) -> None:
    """Store how the library is shown."""
    memory.setValue(_AS_LIST, "true" if as_list else "false")
    memory.setValue(_DETAILS, "true" if details else "false")
    memory.setValue(_TILE_PX, tile_px)


def remembered_sound(memory: QSettings) -> tuple[float, bool]:
    """Return how loud the player was, in [0, 1], and whether it was muted."""
    try:
        volume = float(str(memory.value(_VOLUME, _USUAL_VOLUME)))
    except ValueError:
        volume = _USUAL_VOLUME
    if not 0.0 <= volume <= 1.0:
        volume = _USUAL_VOLUME
    return volume, str(memory.value(_MUTED, "false")).casefold() == "true"


def remember_sound(memory: QSettings, volume: float, muted: bool) -> None:
    """Store how loud the player is."""
    memory.setValue(_VOLUME, f"{volume:.3f}")
    memory.setValue(_MUTED, "true" if muted else "false")
