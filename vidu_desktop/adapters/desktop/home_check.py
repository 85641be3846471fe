"""Refuses a home that somebody named and in which nothing can be kept."""

import errno
import os
from pathlib import Path

from vidu_desktop.adapters.desktop.paths import HOME_VARIABLE, named_home
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence


def check_home(home: str | None) -> None:
    """Raise BadInput (`home-no-folder`) where the option or the environment names a home that is not a folder and can't
    become one.
    """
    place = named_home(home)
    if place is None:
        return
    while not os.path.lexists(place) and not _is_too_long(place):
        place = place.parent
    if not os.path.isdir(place):
        values = {"path": str(place), "variable": HOME_VARIABLE}
        raise BadInput("home-no-folder", Sentence(_NO_FOLDER, values))


def _is_too_long(place: Path) -> bool:
    try:
        place.lstat()
    except OSError as error:
        return error.errno == errno.ENAMETOOLONG
    return False


_NO_FOLDER = QT_TRANSLATE_NOOP(
    "command line",
    "“{path}” isn't a folder, so nothing can be kept in it. Name a folder with --home or {variable}, or leave that out.",
)
