"""Computes the time in a video while it plays: forwards or backwards, at any speed, in a range, with or without looping.
Pure.
"""

from dataclasses import dataclass, replace

SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0)
"""The speeds to choose from, forwards or backwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayClock:
    """The video was at `at_s` when the clock showed `since_s`. The played range is [`first_s`, `end_s`) of the video."""

    first_s: float
    end_s: float
    at_s: float
    since_s: float
    speed: float = 1.0
    loops: bool = True

    def time_s(self, now_s: float) -> float:
        """Return the time in the video when the clock shows `now_s`. Without looping it stops at either end of the range."""
        gone_s = self.at_s - self.first_s + (now_s - self.since_s) * self.speed
        span = self.end_s - self.first_s
        if self.loops:
            return self.first_s + gone_s % span
        return self.first_s + min(max(gone_s, 0.0), span)

    def ended(self, now_s: float) -> bool:
        """Whether playing has left the range; never while looping."""
        at_s = self.at_s + (now_s - self.since_s) * self.speed
        return not self.loops and not self.first_s <= at_s < self.end_s

    def anew(self, now_s: float, **changes: float | bool) -> "PlayClock":
        """Return a clock that goes on from the present time in the video, with these fields changed."""
        return replace(self, at_s=self.time_s(now_s), since_s=now_s, **changes)  # type: ignore[arg-type]


def next_speed(speed: float, direction: int) -> float:
    """Return the speed after another press of J (-1) or L (1): normal speed in that direction first, then double, then four
    times.
    """
    if speed * direction < 1.0:
        return float(direction)
    return direction * min(abs(speed) * 2, SPEEDS[-1])


def neighbour_speed(speed: float, step: int) -> float:
    """Return the next slower (-1) or faster (1) of SPEEDS, in the same direction."""
    size = min(SPEEDS, key=lambda one: abs(one - abs(speed)))
    place = min(max(SPEEDS.index(size) + step, 0), len(SPEEDS) - 1)
    return SPEEDS[place] if speed >= 0 else -SPEEDS[place]
