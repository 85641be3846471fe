"""Uses frames of videos: they are saved as pictures, or taken as the beginning of the next video."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from vidu_desktop.controllers.asked_from import asked_from
from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_dialogs import ask_target
from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.controllers.library_ports import ClipLookup
from vidu_desktop.controllers.result_words import saved_words
from vidu_desktop.controllers.save_targets import refuse_kept
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence, ViduDesktopError
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.widgets.last_folders import FilePurpose

translate = QCoreApplication.translate


class FrameController:
    """Serves the player, the library and the queue."""

    def __init__(
        self,
        context: WindowContext,
        frames: AppFrameService,
        clips: ClipLookup,
        compose: ComposePane,
        library_dir: Callable[[], Path],
    ) -> None:
        self._frames = frames
        self._clips = clips
        self._compose = compose
        self._window = context.window
        self._notices = context.notices
        self._start = context.guarded.start
        self._library_dir = library_dir
        self._folders = context.folders

    def choose_place(self, path: str, number: int) -> QFileDialog:
        """Ask where a frame of a video is to be saved, and save it there."""
        return ask_target(
            asked_from(self._window),
            translate("FrameController", "Save this frame"),
            [translate("FrameController", "Pictures ({patterns})").format(patterns="*.png")],
            lambda target: self.save(path, number, target),
            self._folders,
            FilePurpose.FRAMES,
            name=f"{Path(path).stem}-{number + 1:04d}.png",
        )

    def save(self, path: str, number: int, target: Path) -> None:
        """Save a frame as a PNG at `target`, unless that is a file of the library."""
        self._start("save a frame", self._save, path, number, target)

    async def _save(self, path: str, number: int, target: Path) -> None:
        await asyncio.get_running_loop().run_in_executor(None, refuse_kept, target, self._library_dir())
        saved = await self._frames.saved_frame(path, number, str(target))
        self._notices.say_done(saved_words(Path(saved).name), saved)

    def last_as_next(self, path: str, start_end: bool) -> None:
        """Use the true last frame of a video as the beginning of the next one."""
        self.as_next(path, None, start_end)

    def last_of_job(self, job_id: str, start_end: bool) -> None:
        """Use the true last frame of a job's video as the beginning of the next one, if the library has the video."""
        self._start("take a job's last frame", self._last_of_job, job_id, start_end, fills=True)

    async def _last_of_job(self, job_id: str, start_end: bool) -> None:
        clip = await self._clips.by_job(job_id)
        if clip is not None:
            await self._as_next(clip.video_path, None, start_end)

    def as_next(self, path: str, number: int | None, start_end: bool) -> None:
        """Use a frame from a video's file as the beginning of the next one; None means the true last frame."""
        self._start("take a frame", self._as_next, path, number, start_end, fills=True)

    async def _as_next(self, path: str, number: int | None, start_end: bool) -> None:
        saved = await self._frames.saved_frame(path, number)
        self._compose.take_first(Mode.START_END if start_end else Mode.IMAGE, saved)

    def last_into_tab(self, paths: Sequence[str], take: Callable[[list[str]], None]) -> None:
        """Call `take`, in any case, with the true last frames of videos that were dropped on a tab's wells, without those that
        have none.
        """
        self._start("take last frames", self._last_into_wells, paths, take, _LAST_TAKEN, fills=True)

    def last_into_wells(self, paths: Sequence[str], take: Callable[[list[str]], None]) -> None:
        """Do the same for a place outside the tabs, where no settings can be used."""
        self._start("take last frames", self._last_into_wells, paths, take, _LAST_TAKEN_HERE)

    async def _last_into_wells(
        self, paths: Sequence[str], take: Callable[[list[str]], None], words: str
    ) -> None:
        frames = list[str]()
        try:
            for path in paths:
                try:
                    frames.append(await self._frames.saved_frame(path, None))
                except ViduDesktopError as error:
                    self._notices.say_error(error)
        finally:
            take(frames)
        if frames:
            self._notices.say(Sentence(words))


_LAST_TAKEN = QT_TRANSLATE_NOOP(
    "library",
    "A video on a picture's place gives its last frame. To use its settings, drop it beside the pictures.",
)
_LAST_TAKEN_HERE = QT_TRANSLATE_NOOP("library", "A video gives its last frame here.")
