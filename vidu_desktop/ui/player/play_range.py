"""The part of a video that is played."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlayRange:
    """In and out point, as frame numbers that are both played; None stands for the video's own first or last frame."""

    first: int | None = None
    last: int | None = None

    def begun_at(self, frame: int) -> "PlayRange":
        """Return the range that begins with this frame; an out point before the frame is dropped."""
        return PlayRange(frame, None if self.last is not None and self.last < frame else self.last)

    def ended_at(self, frame: int) -> "PlayRange":
        """Return the range that ends with this frame; an in point behind the frame is dropped."""
        return PlayRange(None if self.first is not None and self.first > frame else self.first, frame)

    def ends(self, last_frame: int) -> tuple[int, int]:
        """Return the first and the last played frame of a video whose last frame is `last_frame`."""
        return (0 if self.first is None else self.first), (last_frame if self.last is None else self.last)
