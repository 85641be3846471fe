"""Moves videos of the library to the trash and takes them back, at once or in the trash's dialog."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

import shiboken6

from vidu_desktop.controllers.library_context import LibraryContext
from vidu_desktop.controllers.library_marks import clips_of
from vidu_desktop.controllers.library_ports import TrashedBoards
from vidu_desktop.controllers.result_words import emptied_words
from vidu_desktop.controllers.undo_words import deletion_of
from vidu_desktop.domain.board import TrashedBoard
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.titles import clip_line
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence, ViduDesktopError
from vidu_desktop.library.ports import TrashedClip
from vidu_desktop.library.trash import ClipTrash
from vidu_desktop.library.undo import TurnedBackInPart, UndoStep
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.text import say

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.trash_dialog import TrashDialog, TrashLine


class TrashController:
    """Videos stay in the library's own trash until they are deleted there. `kept_days` returns after how many days that
    happens by itself, 0 for never.
    """

    def __init__(
        self,
        context: LibraryContext,
        trash: ClipTrash,
        look: Look,
        kept_days: Callable[[], int] = lambda: 0,
        boards: TrashedBoards | None = None,
    ) -> None:
        self._context = context
        self._pane = context.pane
        self._trash = trash
        self._kept_days = kept_days
        self._boards = boards
        self._look = look
        pane, guarded = context.pane, context.guarded
        pane.trash_shown.connect(self.show_trash)
        pane.empty.trash_wanted.connect(self.show_trash)
        pane.empty.undo_requested.connect(pane.undo_requested)
        pane.emptied.connect(lambda: guarded.start("look into the trash", self._count_trashed))

    async def throw_away(self, rows: Sequence[int]) -> None:
        """Move videos to the library's trash. Raises DiskTrouble."""
        clips = await clips_of(self._context.clips, rows)
        for clip in clips:
            self._context.leaving(clip.video_path)
        moved: list[str] = []  # their ids in the trash
        gone: list[str] = []
        try:
            for clip in clips:
                moved += (there := await self._trash.put([clip.clip_id]))
                gone += [clip.clip_id] if there else []
        finally:
            self._show_thrown_away(moved, gone)

    def _show_thrown_away(self, moved: list[str], gone: list[str]) -> None:
        if moved:
            self._context.undo.add(self._trash_step(moved, deletion_of(len(moved))))
            self._context.model.remove(gone)
            self._pane.undo_bar.announce(len(moved))
            self._context.listed.follow_change()

    def _trash_step(self, trashed_ids: list[str], words: Sentence) -> UndoStep:
        async def turn_back() -> UndoStep:
            back = [clip.clip_id for clip in await self._take_back(trashed_ids)]
            return self.return_step(back, words)

        return UndoStep(words, turn_back)

    def return_step(self, clip_ids: list[str], words: Sentence) -> UndoStep:
        """Return the step that moves these clips to the trash: a deletion that is redone, or an import that is undone."""

        async def turn_back() -> UndoStep:
            gone: list[tuple[str, str]] = []  # each with its id in the trash
            left = list(clip_ids)
            try:
                while left:
                    clip = await self._context.clips.get(left[0])
                    if clip is not None:
                        self._context.leaving(clip.video_path)
                        gone += [(left[0], there) for there in await self._trash.put(left[:1])]
                    del left[0]
            except ViduDesktopError as error:
                if not gone:
                    raise
                back = self._trash_step([there for _clip_id, there in gone], words)
                raise TurnedBackInPart(back, self.return_step(left, words), error) from error
            finally:
                self._context.model.remove([clip_id for clip_id, _there in gone])
                self._context.listed.follow_change()
            return self._trash_step([there for _clip_id, there in gone], words)

        return UndoStep(words, turn_back)

    async def _take_back(self, clip_ids: list[str]) -> list[Clip]:
        try:
            clips = await self._trash.take_back(clip_ids)
            self._pane.selection.select_when_shown(clip.row for clip in clips)
            return clips
        finally:
            self._context.listed.follow_change()

    def show_trash(self) -> None:
        """Open the dialog of the trash."""
        from vidu_desktop.ui.dialogs.trash_dialog import TrashDialog

        dialog = TrashDialog(self._look, self._pane.window())
        start = self._context.guarded.start
        dialog.take_back_requested.connect(
            lambda clip_ids: start(
                "take back", self._from_dialog, dialog, self._take_all_back, clip_ids, writes=True
            )
        )
        dialog.delete_requested.connect(
            lambda clip_ids: start(
                "delete for good", self._from_dialog, dialog, self._delete_all, clip_ids, writes=True
            )
        )
        dialog.open()
        start("look into the trash", self._fill, dialog)

    async def _count_trashed(self) -> None:
        words = self._context.undo.undo_words
        boards = [] if self._boards is None else await self._boards.contents()
        videos = len(await self._trash.contents())
        self._pane.empty.show_trashed(videos, say(words) if words else "", boards=len(boards))

    async def _from_dialog(
        self, dialog: "TrashDialog", act: Callable[[list[str]], Awaitable[object]], clip_ids: list[str]
    ) -> None:
        try:
            await act(clip_ids)
        finally:
            await self._fill(dialog)  # also when the disk failed in between

    async def _take_all_back(self, trash_ids: list[str]) -> None:
        if self._boards is not None:
            for board_id in _boards_of(trash_ids):
                if (kept := await self._boards.take_back(board_id)) is not None:
                    self._context.notices.say(Sentence(_BOARD_BACK, {"name": kept.board.name}))
        await self._take_back(_clips_of(trash_ids))

    async def _delete_all(self, trash_ids: list[str]) -> None:
        if self._boards is not None:
            for board_id in _boards_of(trash_ids):
                await self._boards.delete(board_id)
        await self._trash.delete(_clips_of(trash_ids))

    async def _fill(self, dialog: "TrashDialog") -> None:
        contents = await self._trash.contents()
        boards = [] if self._boards is None else await self._boards.contents()
        if shiboken6.isValid(dialog):
            lines = [*map(_line_of_clip, contents), *map(_line_of_board, boards)]
            lines.sort(key=lambda line: line.trashed_at, reverse=True)
            dialog.show_contents(lines, kept_days=self._kept_days())

    def say_emptied(self, count: int) -> None:
        """Say that `count` videos were deleted because they had been in the trash for long enough."""
        self._context.notices.say_text(emptied_words(count))
        self._context.listed.follow_change()


_BOARD = "board:"
"""The prefix for ids of boards in the trash; no video's id begins like this."""


def _boards_of(trash_ids: Sequence[str]) -> list[str]:
    return [one.removeprefix(_BOARD) for one in trash_ids if one.startswith(_BOARD)]


def _clips_of(trash_ids: Sequence[str]) -> list[str]:
    return [one for one in trash_ids if not one.startswith(_BOARD)]


def _line_of_clip(one: TrashedClip) -> "TrashLine":
    from vidu_desktop.ui.dialogs.trash_dialog import TrashLine

    clip = one.clip
    return TrashLine(
        trash_id=clip.clip_id,
        words=clip_line(clip),
        trashed_at=one.trashed_at,
        file_bytes=clip.video.file_bytes,
    )


def _line_of_board(one: TrashedBoard) -> "TrashLine":
    from vidu_desktop.ui.dialogs.trash_dialog import TrashLine

    return TrashLine(
        trash_id=f"{_BOARD}{one.trash_id}",
        words=say(
            Sentence(_BOARD_LINE, {"name": one.name, "stills": say(counted(_STILLS, one.stills))})
            if one.stills
            else Sentence(_EMPTY_BOARD_LINE, {"name": one.name})
        ),
        trashed_at=one.trashed_at,
        file_bytes=one.file_bytes,
        is_board=True,
    )


_BOARD_LINE = QT_TRANSLATE_NOOP("trash", "Chain board “{name}”, {stills}")
_EMPTY_BOARD_LINE = QT_TRANSLATE_NOOP("trash", "Chain board “{name}”, without stills")
_STILLS = (QT_TRANSLATE_NOOP("board", "1 still"), QT_TRANSLATE_NOOP("board", "{count} stills"))
_BOARD_BACK = QT_TRANSLATE_NOOP("trash", "The board “{name}” is back.")
