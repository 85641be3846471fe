"""Puts the first or the last frames of videos onto the open chain board."""

from collections.abc import Callable, Sequence

from vidu_desktop.controllers.board_edits import BoardEdits
from vidu_desktop.controllers.ports import SavedFrame
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.domain.clip import Clip
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.tabs.picture_intake import PictureIntake


class BoardFrames:
    """Until the frames are there, the board's intake counts them as being on their way."""

    def __init__(self, guarded: GuardedTasks, saved_frame: SavedFrame, edits: BoardEdits) -> None:
        self._guarded = guarded
        self._saved_frame = saved_frame
        self._edits = edits

    def add(self, intake: PictureIntake, clips: Sequence[Clip], *, first: bool) -> None:
        """Add a frame of each clip at the end of the board, the first or the true last one. Those that can't be read are
        reported and left out.
        """

        def put(paths: list[str]) -> None:
            self._edits.insert(paths, None)

        video_paths = [clip.video_path for clip in clips]
        self._guarded.start("put frames onto a board", self._add, video_paths, first, intake.awaited(put))

    async def _add(self, video_paths: Sequence[str], first: bool, put: Callable[[list[str]], None]) -> None:
        paths = list[str]()
        try:
            for path in video_paths:
                try:
                    paths.append(await self._saved_frame(path, 0 if first else None))
                except ViduDesktopError as error:
                    self._guarded.say(error)
        finally:
            put(paths)
