"""An order that passed every check, as it is kept with its task and given to the renderer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vidu_desktop.domain.modes import FrameSize, Mode, Movement


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOrder:
    """`frame` is what is delivered: size and aspect ratio applied. `picture_names` are files in the task's folder.

    `request_id` is None until one is minted for a client that sent none.
    """

    model: str
    mode: Mode
    prompt: str
    duration_s: int
    frame: FrameSize
    movement: Movement
    with_audio: bool
    picture_names: tuple[str, ...]
    request_id: str | None = None

    def as_json(self) -> dict[str, object]:
        return {
            "model": self.model,
            "mode": self.mode.value,
            "prompt": self.prompt,
            "duration_s": self.duration_s,
            "frame": str(self.frame),
            "movement": self.movement.value,
            "with_audio": self.with_audio,
            "picture_names": list(self.picture_names),
            "request_id": self.request_id,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "TakenOrder":
        """Read what `as_json` gave. Raises KeyError, TypeError or ValueError for anything else."""
        return cls(
            model=str(data["model"]),
            mode=Mode(data["mode"]),
            prompt=str(data["prompt"]),
            duration_s=int(data["duration_s"]),
            frame=FrameSize.parse(data["frame"]),
            movement=Movement(data["movement"]),
            with_audio=bool(data["with_audio"]),
            picture_names=tuple(str(name) for name in data["picture_names"]),
            request_id=data["request_id"],
        )
