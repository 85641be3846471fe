"""Frames, times and timecodes of a clip with a constant rate. Pure."""


def frame_at(start_us: int, fps: float) -> int:
    """Give the number of the frame that begins at `start_us`, counted from 0."""
    return max(0, round(start_us * fps / 1_000_000))


def seek_ms(frame: int, fps: float) -> int:
    """Give where to seek for a frame: its middle. Its start, rounded to milliseconds, often shows the one before."""
    return int((frame + 0.5) * 1000 / fps)


def frames_in(duration_ms: int, fps: float) -> int:
    """Give how many frames a duration holds; at least one."""
    return max(1, round(duration_ms * fps / 1000))


def timecode(frame: int, fps: float) -> str:
    """Write HH:MM:SS:FF, frames counted at the rounded rate without dropping (29.97 runs as 30)."""
    rate = max(1, round(fps))
    seconds, frames = divmod(max(0, frame), rate)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}:{frames:02d}"
