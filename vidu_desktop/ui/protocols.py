"""What the interface needs from the rest of the program. app.py connects the engine and the adapters; tests use small fakes.

Rule for all services: a method that takes a callable returns at once. It calls the callable exactly once, later, on the
interface's thread, never before it has returned. The caller wraps the callable in `while_alive`, so that an answer for a
widget that no longer exists does nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QImage

from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.errors import ViduDesktopError

if TYPE_CHECKING:  # not needed for the first paint
    from vidu_desktop.domain.film import Film, PartColours
    from vidu_desktop.domain.frames import FrameTable, SoundTrack
    from vidu_desktop.domain.stand_ins import StandIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What one press orders: one request per video, all of them paid or all of them rehearsals."""

    requests: tuple[GenerationRequest, ...]
    rehearsal: bool
    instead_of: str = ""
    """Id of the job that was taken off the queue to be edited; the first request takes its place."""


class PictureService(Protocol):
    """Examines pictures, and makes changed copies of them; it never writes to the person's own files."""

    def look_at(
        self, path: str, mode: Mode, answer: Callable[[PictureFacts | ViduDesktopError], None]
    ) -> None:
        """Answer with the facts about the file, or with the reason why it can't be sent."""
        ...

    def sent_sha256(self, path: str, mode: Mode, answer: Callable[[str], None]) -> None:
        """Answer with the SHA-256 of the picture as it would be sent; empty if it can't be sent."""
        ...

    def thumbnail(self, path: str, side_px: int, answer: Callable[[QImage | None], None]) -> None:
        """Answer with an upright thumbnail whose longer side is at most `side_px`; None if there is none."""
        ...

    def keep_image(self, image: QImage, name: str, answer: Callable[[str | ViduDesktopError], None]) -> None:
        """Save a pasted or dragged bitmap in our own folder and answer with its path. `name` is the preferred file name,
        without a suffix.
        """
        ...

    def keep_content(
        self, content: bytes, name: str, answer: Callable[[str | ViduDesktopError], None]
    ) -> None:
        """Save a pasted or dragged PNG, JPEG or WebP as it is, like `keep_image`."""
        ...

    def fetch_link(self, link: str, answer: Callable[[str | ViduDesktopError], None]) -> None:
        """Download what a link leads to into our own folder and answer with its path. The caller has asked the person before."""
        ...

    def crop_to_ratio(
        self, path: str, low: float, high: float, answer: Callable[[str | ViduDesktopError], None]
    ) -> None:
        """Answer with the path of a copy, cropped around its centre so that width / height lies between `low` and `high`."""
        ...

    def match_size(
        self, start_path: str, end_path: str, answer: Callable[[str | ViduDesktopError], None]
    ) -> None:
        """Answer with the path of a copy of the end frame, cropped and scaled to the start frame's size."""
        ...

    def pictures_in(self, folder: str, answer: Callable[[list[str]], None]) -> None:
        """Answer with the pictures directly in a folder; empty if there are none or the folder can't be read."""
        ...


class FrameReader(Protocol):
    """An open video. Its frames are decoded in a separate thread. They are exact: the frame with the number that was asked
    for, however far away its keyframe is.
    """

    @property
    def table(self) -> "FrameTable":
        """The list of the video's frames."""
        ...

    def decoded(self, number: int) -> QImage | None:
        """Return a frame at once if it is already decoded, else None; fast enough for a paint event."""
        ...

    def stand_at(self, number: int, *, direction: int = 1) -> None:
        """Say which frame is shown; the next ones in `direction` (1 or -1) are decoded ahead."""
        ...

    def set_range(self, first: int, last: int) -> None:
        """Set the range that is played in a loop; no frame outside it is decoded ahead."""
        ...

    def want(self, number: int, answer: Callable[[QImage | None], None], *, direction: int = 1) -> None:
        """Ask for a frame. The next frames in `direction` (1 or -1) are decoded ahead.

        The answer is None if a newer request overtakes this one, or if the file can't be read any more.
        """
        ...

    def leave(self) -> None:
        """Release the file without waiting for the frame that is being decoded. No more answers come, and the last file
        handle is closed some milliseconds later.
        """
        ...

    def close(self) -> None:
        """Release the file. When this returns, all our file handles are closed, and no more answers come. May take as long as
        decoding one frame; may be called after `leave`.
        """
        ...


class FrameOpener(Protocol):
    """Opens videos for playing."""

    def open(self, path: str, answer: Callable[[FrameReader | ViduDesktopError], None], /) -> None:
        """Answer with a reader that has decoded its first frame, or with the reason why the file can't be opened."""
        ...

    def sound(self, path: str, answer: "Callable[[SoundTrack | None], None]", /) -> None:
        """Answer with the video's decoded sound; None if it has no sound or too much of it."""
        ...


class FrameService(FrameOpener, Protocol):
    """Opens verified local videos for viewing frame by frame."""

    def open_part(
        self,
        path: str,
        answer: Callable[[FrameReader | ViduDesktopError], None],
        colours: "PartColours | None" = None,
    ) -> None:
        """Like `open`, for one of several videos that are open at the same time: it uses less memory. `colours`, if given,
        says how its colours are matched to the other parts.
        """
        ...

    def open_stand_in(
        self,
        stand_in: "StandIn",
        table: "FrameTable",
        answer: Callable[[FrameReader | ViduDesktopError], None],
    ) -> None:
        """Answer with a reader that fades from one still picture into another, with the frames of `table`. A still that can't
        be shown is black.
        """
        ...

    def film_sound(self, film: "Film", answer: "Callable[[SoundTrack | None], None]") -> None:
        """Answer with a film's decoded sound; None if it has no sound or too much of it."""
        ...

    def save_frame(
        self, path: str, number: int | None, target: str, answer: Callable[[str | ViduDesktopError], None]
    ) -> None:
        """Write a frame of a video as a PNG of full quality and answer with its path. A `number` of None means the last
        frame; an empty `target` means a place in our own folder. No half-written file is left.
        """
        ...
