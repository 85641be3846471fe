"""What the interface asks of the world. app.py plugs the engine and the adapters in; tests fake it in ten lines.

Grammar of the services: every verb returns at once and gets a callable; the answer comes later, on the interface's
thread, never inside the call, exactly once. Whoever asks wraps the callable in `while_alive`, so that an answer
for a widget that has gone meanwhile touches nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QImage

from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.errors import ViduDesktopError

if TYPE_CHECKING:  # the first paint has no film
    from vidu_desktop.domain.film import Film, PartColours
    from vidu_desktop.domain.frames import FrameTable, SoundTrack
    from vidu_desktop.domain.stand_ins import StandIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What one press asks for: one request for each video, all of them paid or all of them rehearsals."""

    requests: tuple[GenerationRequest, ...]
    rehearsal: bool
    instead_of: str = ""
    """Id of the job that was taken off to be changed: the first request takes its place."""


class PictureService(Protocol):
    """Looks at pictures and alters copies of them; the person's own files are only ever read."""

    def look_at(
        self, path: str, mode: Mode, answer: Callable[[PictureFacts | ViduDesktopError], None]
    ) -> None:
        """Tell what a file is, or why it can't be sent."""
        ...

    def thumbnail(self, path: str, side_px: int, answer: Callable[[QImage | None], None]) -> None:
        """Answer with an upright small picture, its longer side at most `side_px`; None when there is none to show."""
        ...

    def keep_image(self, image: QImage, name: str, answer: Callable[[str | ViduDesktopError], None]) -> None:
        """Save a pasted or dragged bitmap in our own folder and answer with its path. `name` is a wish without a suffix."""
        ...

    def fetch_link(self, link: str, answer: Callable[[str | ViduDesktopError], None]) -> None:
        """Fetch what is behind a link into our own folder and answer with its path. The person has been asked."""
        ...

    def crop_to_ratio(
        self, path: str, low: float, high: float, answer: Callable[[str | ViduDesktopError], None]
    ) -> None:
        """Answer with the path of a copy, cut about its middle so that width / height lies within `low` and `high`."""
        ...

    def match_size(
        self, start_path: str, end_path: str, answer: Callable[[str | ViduDesktopError], None]
    ) -> None:
        """Answer with the path of a copy of the end frame, cropped and scaled to the start frame's size."""
        ...

    def pictures_in(self, folder: str, answer: Callable[[list[str]], None]) -> None:
        """List the pictures directly in a folder; an empty list when there are none or it can't be read."""
        ...


class FrameReader(Protocol):
    """One open video. Its frames are decoded in a thread of their own and are exact: the frame that is given is the
    frame that was named, whatever the distance of its keyframe.
    """

    @property
    def table(self) -> "FrameTable":
        """Which frames there are."""
        ...

    def held(self, number: int) -> QImage | None:
        """Return a frame at once if it is decoded already; cheap enough for a paint event."""
        ...

    def stand_at(self, number: int, *, direction: int = 1) -> None:
        """Say which frame is looked at; those that come next in `direction` (1 or -1) are decoded ahead."""
        ...

    def set_range(self, first: int, last: int) -> None:
        """Say between which frames it is played, round and round: nothing beyond them is decoded ahead."""
        ...

    def want(self, number: int, answer: Callable[[QImage | None], None], *, direction: int = 1) -> None:
        """Ask for a frame. `direction` (1 or -1) is where the next wishes will go: those are decoded ahead.

        A wish that a newer one overtakes is answered with None, and so is one for a file that can't be read any more.
        """
        ...

    def leave(self) -> None:
        """Let go of the file without waiting for what is being decoded: no answer comes any more, and the last handle
        is gone some milliseconds later.
        """
        ...

    def close(self) -> None:
        """Let go of the file: when this returns, no handle of ours is on it, and no answer comes any more. May take as
        long as one frame; may follow `leave`.
        """
        ...


class FrameOpener(Protocol):
    """Opens what is played."""

    def open(self, path: str, answer: Callable[[FrameReader | ViduDesktopError], None], /) -> None:
        """Answer with a reader whose first frame is held already, or why there is none."""
        ...

    def sound(self, path: str, answer: "Callable[[SoundTrack | None], None]", /) -> None:
        """Answer with its sound, decoded; None when it has none or too much of it."""
        ...


class FrameService(FrameOpener, Protocol):
    """Opens verified local videos for people who look at frames."""

    def open_part(
        self,
        path: str,
        answer: Callable[[FrameReader | ViduDesktopError], None],
        colours: "PartColours | None" = None,
    ) -> None:
        """Do as `open` does, for one of several videos that are open at once: it takes less memory, and has its colours
        matched where it is said what brings them back.
        """
        ...

    def open_stand_in(
        self,
        stand_in: "StandIn",
        table: "FrameTable",
        answer: Callable[[FrameReader | ViduDesktopError], None],
    ) -> None:
        """Answer with a reader whose frames, those of `table`, go from one still over into another. A still that can't be
        shown is black.
        """
        ...

    def film_sound(self, film: "Film", answer: "Callable[[SoundTrack | None], None]") -> None:
        """Answer with the sound of a film, decoded; None when it has none or too much of it."""
        ...

    def save_frame(
        self, path: str, number: int | None, target: str, answer: Callable[[str | ViduDesktopError], None]
    ) -> None:
        """Write a frame of a file as a PNG of full quality, the last one with None; answer with its path. An empty
        `target` is a place in our own folder. Nothing half-written is left.
        """
        ...
