"""The part of a video that is played."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlayRange:
    """In and out point, both played; None is the video's own end."""

    first: int | None = None
    last: int | None = None

    def begun_at(self, frame: int) -> "PlayRange":
        """Return the range from this frame on; an out point before it counts no more."""
        return PlayRange(frame, None if self.last is not None and self.last < frame else self.last)

    def ended_at(self, frame: int) -> "PlayRange":
        """Return the range up to this frame; an in point behind it counts no more."""
        return PlayRange(None if self.first is not None and self.first > frame else self.first, frame)

    def ends(self, last_frame: int) -> tuple[int, int]:
        """Return the first and the last frame that are played of a video that ends with `last_frame`."""
        return (0 if self.first is None else self.first), (last_frame if self.last is None else self.last)
