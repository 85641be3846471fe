"""Moves of the camera, as pure functions of time: `t` goes from 0 (first frame) to 1 (last frame)."""

import hashlib
import math
from dataclasses import dataclass

from vidu_desktop.domain.options import Movement

ZOOM_MOST = {Movement.SMALL: 1.06, Movement.MEDIUM: 1.13, Movement.LARGE: 1.24}
"""How far the camera zooms in at most: visible from the beginning, but never so far that a still picture looks wrong."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels, not rounded, because rounding makes a slow move tremble."""


def eased(t: float) -> float:
    """Map [0, 1] to [0, 1] with speed 0 at both ends (Perlin's smoother step)."""
    t = min(max(t, 0.0), 1.0)
    return t * t * t * (t * (t * 6.0 - 15.0) + 10.0)


def eased_between(t: float, start: float, end: float) -> float:
    """Return 0 before `start`, 1 after `end`, and eased values between them."""
    return eased((t - start) / (end - start))


def there_and_back(t: float) -> float:
    """Return 0 at both ends and 1 in the middle, with speed 0 at all three."""
    return math.sin(math.pi * t) ** 2


@dataclass(frozen=True, slots=True)
class Camera:
    """A zoom in with a slight drift. `drift_x` and `drift_y`, in [-1, 1], are shares of the room that the zoom gives."""

    zoom_most: float
    drift_x: float
    drift_y: float

    def box(self, travelled: float, width: float, height: float) -> Box:
        """Return the part of a picture of this size that the camera sees. `travelled`, in [0, 1], is the share of the
        camera's way, already eased.
        """
        share = self.zoom_most**-travelled
        room_x, room_y = (1 - share) * width, (1 - share) * height
        left = room_x * (1 + self.drift_x) / 2
        top = room_y * (1 + self.drift_y) / 2
        return left, top, left + width * share, top + height * share


def camera_for(amount: object, seed: bytes) -> Camera:
    """Choose the move; the same `seed` gives the same move. `auto` chooses between small and medium, as a model does that
    isn't told how much should move.
    """
    movement = Movement(amount) if isinstance(amount, str) else Movement.AUTO
    dice = hashlib.sha256(seed).digest()
    if movement is Movement.AUTO:
        movement = (Movement.SMALL, Movement.MEDIUM)[dice[0] % 2]
    side = 1.0 if dice[1] % 2 else -1.0
    return Camera(ZOOM_MOST[movement], side * (0.3 + dice[2] / 255 * 0.3), (dice[3] / 255 - 0.6) * 0.5)
