"""An order that passed all checks, in the form in which it is kept with its task and given to the renderer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vidu_desktop.domain.modes import FrameSize, Mode
from vidu_desktop.domain.options import KINDS, OptionKey, Options

USUAL_FPS = 24
"""For models whose frame rate can't be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOrder:
    """An accepted order. `frame` is the delivered size, with the aspect ratio applied. `picture_names` are files in the
    task's folder.

    `options` has a value for each option of the model. `request_id` is None until one is made for a client that sent none.
    """

    model: str
    mode: Mode
    prompt: str
    frame: FrameSize
    options: Options = field(default_factory=dict)
    picture_names: tuple[str, ...]
    request_id: str | None = None

    @property
    def duration_s(self) -> int:
        """The ordered duration of the video."""
        return int(self.options[OptionKey.DURATION])

    @property
    def fps(self) -> int:
        """Frames a second."""
        return int(self.options.get(OptionKey.FPS, USUAL_FPS))

    @property
    def frame_count(self) -> int:
        """The number of frames in the video."""
        return self.duration_s * self.fps

    @property
    def with_audio(self) -> bool:
        """Whether the video has music."""
        return bool(self.options.get(OptionKey.AUDIO, False))

    def as_json(self) -> dict[str, object]:
        """Return what `from_json` reads: the order without its pictures."""
        return {
            "model": self.model,
            "mode": self.mode.value,
            "prompt": self.prompt,
            "frame": str(self.frame),
            "options": dict(self.options),
            "picture_names": list(self.picture_names),
            "request_id": self.request_id,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "TakenOrder":
        """Read what `as_json` returns, or returned until 2026-11. Raises KeyError, TypeError or ValueError for anything else."""
        return cls(
            model=str(data["model"]),
            mode=Mode(data["mode"]),
            prompt=str(data["prompt"]),
            frame=FrameSize.parse(data["frame"]),
            options=dict(data["options"]) if "options" in data else _older_options(data),
            picture_names=tuple(str(name) for name in data["picture_names"]),
            request_id=data["request_id"],
        )


def _older_options(data: Mapping[str, Any]) -> Options:
    """Read the options that formerly had separate fields."""
    older = ((key, kind.older_name) for key, kind in KINDS.items())
    return {key: data[name] for key, name in older if name is not None and name in data}
