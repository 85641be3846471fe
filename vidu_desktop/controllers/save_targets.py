"""Where files that the person saves may go: with a fitting ending, and never over a file of the library."""

import os
from collections.abc import Collection
from pathlib import Path

from vidu_desktop.domain.clip import VIDEO_ENDINGS
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence


def with_ending(target: Path, endings: Collection[str], usual: str) -> Path:
    """Return the path with one of `endings`, which are without their dot; “cut v1.2” has none of them, so `usual` is added.
    The file dialog has only asked about the path without it: if the new path exists, a number is added.
    """
    if target.suffix.lstrip(".").casefold() in endings:
        return target
    place, count = target.with_name(f"{target.name}.{usual}"), 2
    while os.path.lexists(place):
        place = target.with_name(f"{target.name}-{count}.{usual}")
        count += 1
    return place


def refuse_kept(target: Path, library_dir: Path) -> None:
    """Raise BadInput if `target` is a file of the library, or the place of one of its missing videos."""
    place = target.parent.resolve() / target.name  # a link itself is replaced, not its target
    if not any(_is_same(folder, library_dir) for folder in place.parents):
        return
    has_record = place.suffix.casefold() in VIDEO_ENDINGS and os.path.exists(place.with_suffix(".json"))
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
