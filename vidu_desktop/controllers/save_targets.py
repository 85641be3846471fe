"""Where what the person saves may go: under an ending that fits, and never over what the library keeps."""

import os
from collections.abc import Collection
from pathlib import Path

from vidu_desktop.domain.clip import VIDEO_ENDINGS
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence


def with_ending(target: Path, endings: Collection[str], usual: str) -> Path:
    """Return the place with an ending that is one of `endings`, which are without their dot; that of “cut v1.2” is none.

    A file dialog asked about the name as it was: one that is taken with its ending is numbered on.
    """
    if target.suffix.lstrip(".").casefold() in endings:
        return target
    place, count = target.with_name(f"{target.name}.{usual}"), 2
    while place.exists():
        place = target.with_name(f"{target.name}-{count}.{usual}")
        count += 1
    return place


def refuse_kept(target: Path, library_dir: Path) -> None:
    """Raise BadInput where `target` is a file of the library, or the place of a video of it that is missing."""
    place = target.parent.resolve() / target.name  # a link is itself replaced, not what it leads to
    if not any(_is_same(folder, library_dir) for folder in place.parents):
        return
    has_record = place.suffix.casefold() in VIDEO_ENDINGS and place.with_suffix(".json").exists()
    if has_record or os.path.lexists(place):
        template = QT_TRANSLATE_NOOP(
            "library",
            "“{name}” belongs to the library, where nothing is written over. Choose another name or another folder.",
        )
        raise BadInput("target-kept", Sentence(template, {"name": target.name}))


def _is_same(folder: Path, other: Path) -> bool:
    try:
        return folder.samefile(other)
    except OSError:
        return False
