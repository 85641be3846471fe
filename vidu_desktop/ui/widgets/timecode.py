"""Writes and reads timecodes of a clip with a constant frame rate. Pure."""

import re

from vidu_desktop.domain.typed_numbers import narrow, typed_whole

_PARTS = re.compile(r"[0-9]{1,6}(?:[:;.][0-9]{1,6}){1,3}")
_FRAME_MOST = (1 << 31) - 1
"""The largest number that a Qt signal carries; no clip has so many frames."""


def frame_at(start_us: int, fps: float) -> int:
    """Return the number of the frame that begins at `start_us`, counted from 0."""
    return max(0, round(start_us * fps / 1_000_000))


def timecode(frame: int, fps: float) -> str:
    """Return HH:MM:SS:FF. Frames are counted at the rounded rate without dropping (29.97 counts as 30)."""
    rate = max(1, round(fps))
    seconds, frames = divmod(max(0, frame), rate)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}:{frames:02d}"


def frame_in_words(text: str, fps: float, frame: int) -> int | None:
    """Read what a person typed: `00:00:02:12` or a shorter form such as `2:12`, a frame number counted from 1, or `+12` and
    `-3` relative to `frame`.

    Return the frame counted from 0; None for any other text. The frame may lie outside the clip, or be negative.
    """
    typed = narrow(text)
    if re.fullmatch(r"[+-][0-9]{1,6}", typed):
        return min(frame + int(typed), _FRAME_MOST)
    number = typed_whole(typed)
    if number is not None:
        return number - 1
    if not _PARTS.fullmatch(typed):
        return None
    *times, frames = (int(part) for part in re.split(r"[:;.]", typed))
    seconds = 0
    for part in times:
        seconds = seconds * 60 + part
    return min(seconds * max(1, round(fps)) + frames, _FRAME_MOST)
