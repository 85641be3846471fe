"""Checks that the names of films and contact sheets end with what is written to them."""

from pathlib import Path

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence


def check_film_name(target: Path, *, as_pictures: bool) -> None:
    """Raise BadInput for a film whose name doesn't end with .mp4. With `as_pictures` the target is a folder, with any name."""
    if not as_pictures and target.suffix.lower() != ".mp4":
        raise BadInput("target-name", Sentence(_NO_FILM, {"name": target.name}))


def check_sheet_name(target: Path) -> None:
    """Raise BadInput for a contact sheet whose name doesn't end with .html or .htm."""
    if target.suffix.lower() not in (".html", ".htm"):
        raise BadInput("target-name", Sentence(_NO_SHEET, {"name": target.name}))


_NO_FILM = QT_TRANSLATE_NOOP(
    "command line",
    "A film is written as MP4, so its name ends with .mp4; “{name}” doesn't. With --pictures it is the name of a folder.",
)
_NO_SHEET = QT_TRANSLATE_NOOP(
    "command line", "A contact sheet is a web page, so its name ends with .html; “{name}” doesn't."
)
