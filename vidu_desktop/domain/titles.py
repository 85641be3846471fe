"""How a video is named so that people can tell it from others: its title, where it came from, and the shared
parts of similar names. Pure.
"""

import re
from collections.abc import Collection, Sequence
from itertools import takewhile
from pathlib import PurePath
from typing import TYPE_CHECKING

from vidu_desktop.domain.job import Job

if TYPE_CHECKING:  # the first paint names jobs and has no clips
    from vidu_desktop.domain.clip import Clip

_DIGITS = "0123456789"
_HASH = re.compile("[0-9a-f]{64}")


def clip_title(clip: "Clip") -> str:
    """Name a clip on one line: by its prompt, else its pictures, else its file. Never empty."""
    file_stem = PurePath(clip.video_path).stem
    return _title(clip.prompt, clip.picture_names) or file_stem or clip.clip_id


def clip_subtitle(clip: "Clip") -> str:
    """Say where a clip belongs or came from: its take, else its pictures, else its file; empty when the title
    says that already.
    """
    name = PurePath(clip.video_path).name
    return clip.marks.label or _origin(clip.prompt, clip.picture_names) or _unless_title(clip, name)


def clip_origin(clip: "Clip") -> str:
    """Say what tells a clip from others with the same title: its take, else its pictures; empty when it has
    neither.
    """
    return clip.marks.label or _origin(clip.prompt, clip.picture_names)


def clip_line(clip: "Clip") -> str:
    """Name a clip and where it came from, on one line."""
    return " · ".join(filter(None, (clip_origin(clip), clip_title(clip))))


def job_title(job: Job) -> str:
    """Name a job on one line: by its prompt, else its pictures; empty when it has neither."""
    return _title(job.request.prompt, _names_of(job))


def job_subtitle(job: Job, take_label: str = "") -> str:
    """Say where a job's video belongs or came from: its take once it has one, its shot until then, else its
    pictures; empty when the title says that already.
    """
    return take_label or job.request.shot or _origin(job.request.prompt, _names_of(job))


def shared_ends(names: Collection[str]) -> tuple[int, int]:
    """Return how many characters all names share at their beginning and at their end; the part between tells
    them apart. Numbers aren't split: the shared beginning of `SKU-1007` and `SKU-1008` is `SKU-`.
    """
    if len(set(names)) < 2:
        return 0, 0
    front = _shared_front(names)
    back = _shared_front([name[len(front) :][::-1] for name in names])
    return len(front.rstrip(_DIGITS)), len(back.rstrip(_DIGITS))


def _shared_front(names: Collection[str]) -> str:
    low, high = min(names), max(names)  # all other names sort between these two
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(low, high, strict=False))
    return "".join(char for char, _ in alike)


def _names_of(job: Job) -> tuple[str, ...]:
    return tuple(PurePath(picture.name).name for picture in job.pictures)


def _title(prompt: str, picture_names: Sequence[str]) -> str:
    said = " ".join(prompt.split())
    return said or _joined([PurePath(name).stem for name in picture_names])


def _origin(prompt: str, picture_names: Sequence[str]) -> str:
    return _joined(picture_names) if prompt.strip() else ""


def _joined(names: Sequence[str]) -> str:
    """Join names, without those that are the hash of a picture kept by the program: they tell nobody
    anything.
    """
    return " + ".join(name for name in names if name and not _HASH.fullmatch(PurePath(name).stem))


def _unless_title(clip: "Clip", file_name: str) -> str:
    return file_name if clip.prompt.strip() else ""
