"""Timecodes of a clip with a constant rate, written and read. Pure."""

import re

_PARTS = re.compile(r"\d{1,6}(?:[:;.]\d{1,6}){1,3}")
_FRAME_MOST = (1 << 31) - 1
"""A signal of Qt carries no larger number; no clip has so many."""


def frame_at(start_us: int, fps: float) -> int:
    """Return the number of the frame that begins at `start_us`, counted from 0."""
    return max(0, round(start_us * fps / 1_000_000))


def timecode(frame: int, fps: float) -> str:
    """Write HH:MM:SS:FF, frames counted at the rounded rate without dropping (29.97 runs as 30)."""
    rate = max(1, round(fps))
    seconds, frames = divmod(max(0, frame), rate)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}:{frames:02d}"


def frame_in_words(text: str, fps: float, frame: int) -> int | None:
    """Read what a person typed: `00:00:02:12` and its shorter forms `2:12`, a frame number from 1 as it is shown, or
    `+12` and `-3` from `frame` on. Give the frame counted from 0; None for anything else.
    """
    typed = text.strip()
    if re.fullmatch(r"[+-]\d{1,6}", typed):
        return min(frame + int(typed), _FRAME_MOST)
    if re.fullmatch(r"\d{1,9}", typed):
        return int(typed) - 1
    if not _PARTS.fullmatch(typed):
        return None
    *times, frames = (int(part) for part in re.split(r"[:;.]", typed))
    seconds = 0
    for part in times:
        seconds = seconds * 60 + part
    return min(seconds * max(1, round(fps)) + frames, _FRAME_MOST)
