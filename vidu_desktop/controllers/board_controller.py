"""Chain boards in the window: they are opened, edited, saved and made in one dialog that stays open beside the main window."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QByteArray, QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication

from vidu_desktop.batch.board_keeping import BoardKeeper
from vidu_desktop.batch.board_reading import BoardReader
from vidu_desktop.batch.board_stand import BoardStand, Press
from vidu_desktop.controllers.batch_thumbs import BatchThumbs
from vidu_desktop.controllers.board_choosing import BoardChoosing
from vidu_desktop.controllers.board_coming import BoardComing
from vidu_desktop.controllers.board_edits import BoardEdits
from vidu_desktop.controllers.board_film import NOT_IN_FILM, STANDS_IN, BoardFilm
from vidu_desktop.controllers.board_frames import BoardFrames
from vidu_desktop.controllers.board_looks import BoardLooks
from vidu_desktop.controllers.board_media import BoardMedia
from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.open_board import BoardLine, OpenBoard
from vidu_desktop.controllers.window_undo import WindowUndo
from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.board import CHAIN_MODE, Board
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.ui.tabs.picture_intake import PictureIntake
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.drop_reading import read_drop

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.board_dialog import BoardDialog

_GEOMETRY = "board/geometry"
_THUMB_PX = 280


class BoardController(QObject):
    """One board at a time. `has_key` is called at each use."""

    begun = Signal()  # gaps become jobs
    play_requested = Signal(object)  # Clip
    film_requested = Signal(object, object)  # list[Clip], and the FilmWish whose videos they are; plays it
    film_export_requested = Signal(object, object)  # the same without stand-ins; writes it
    review_wanted = Signal(object)  # list[Clip]: the strip's videos in their order, for a review packet
    # list[str]: videos; and a function that takes the paths of their last frames.
    last_frames_wanted = Signal(object, object)
    opened = Signal(object)  # the new BoardDialog
    cover_missed = Signal(object)  # a Clip that is shown and has no cover

    def __init__(
        self,
        context: WindowContext,
        reader: BoardReader,
        keeper: BoardKeeper,
        media: BoardMedia,
        undo: WindowUndo,
        has_key: Callable[[], bool],
    ) -> None:
        super().__init__(context.window)
        self._context = context
        self._start = context.guarded.start
        self._notices = context.notices
        self.reader = reader
        self._keeper = keeper
        self._pictures = media.pictures
        self._undo = undo
        self._chooser = PictureChooser(context.memory, self)
        self._thumbs: BatchThumbs | None = None
        if media.thumbnails is not None:
            self._thumbs = BatchThumbs(media.thumbnails, context.guarded, self._show_thumb, side_px=_THUMB_PX)
        self._opened: OpenBoard | None = None
        self.film = BoardFilm(self._open_board, self)
        self.film.film_wanted.connect(self._play_film)
        self._looks = BoardLooks(
            context.guarded,
            self._open_board,
            reader,
            keeper,
            self._keep_read,
            self._keep,
            self._say_deleted_elsewhere,
            self._thumbs,
            has_key,
            media.seams,
            media.sound_length_s,
        )
        self._choosing = BoardChoosing(context, self._open_board, keeper, self._looks, undo.stack)
        self.refresh = self._looks.refresh
        self.look_again = self._looks.look_again
        self._edits = BoardEdits(
            context.guarded, self._open_board, self._put, undo.stack, self._chooser, media.fixes
        )
        self._frames = BoardFrames(context.guarded, media.saved_frame, self._edits)

    # Opening

    def open(self, name: str = "") -> "BoardDialog":
        """Open the dialog, or bring it to the front, with the board of this name; without a name, with the last one."""
        from vidu_desktop.ui.dialogs.board_dialog import BoardDialog

        open_board = self._open_board()
        if open_board is None:
            # It has no parent: a child of the main window would always stay in front of it.
            dialog = BoardDialog(self._context.look, specs_for_mode(CHAIN_MODE), self._context.folders)
            dialog.setWindowIcon(self._context.window.windowIcon())
            open_board = self._opened = OpenBoard(dialog)
            self._connect(open_board)
            dialog.show()
            geometry = self._context.memory.value(_GEOMETRY)
            if isinstance(geometry, QByteArray):
                dialog.restore_window(geometry)
            self.opened.emit(open_board.dialog)
        elif not name:
            open_board.dialog.raise_()
            open_board.dialog.activateWindow()
            return open_board.dialog
        self._choosing.choose(name)
        return open_board.dialog

    def _open_board(self) -> OpenBoard | None:
        opened = self._opened
        return (
            opened if opened is not None and shiboken6.isValid(opened.dialog) and not opened.closed else None
        )

    @property
    def stand(self) -> BoardStand | None:
        """How the open board stands, as far as it is known; None when none is open."""
        open_board = self._open_board()
        return None if open_board is None else open_board.stand

    def _connect(self, open_board: OpenBoard) -> None:
        dialog = open_board.dialog
        strip = dialog.strip
        dialog.share_actions(self._undo.actions)
        if self._thumbs is not None:
            dialog.painter.picture_of = self._thumbs.of
        intake = open_board.intake = PictureIntake(
            self._context.look, self._pictures, self._chooser, dialog, self._edits.insert
        )
        open_board.coming = BoardComing(intake.coming, dialog, self._notices.say)
        intake.said.connect(lambda words: self._notices.say_text(words) if words else None)
        intake.last_frames_wanted.connect(self.last_frames_wanted)
        strip.dropped.connect(self._edits.drop)
        strip.moved.connect(self._edits.move)
        strip.remove_requested.connect(self._edits.remove)
        strip.choose_requested.connect(self._edits.choose_another)
        strip.play_requested.connect(self.play_requested)
        strip.visited.connect(self.film.go_to)
        strip.loop_requested.connect(self.film.loop)
        for changed in (dialog.model.modelReset, dialog.model.dataChanged):
            changed.connect(self.film.mark)
        dialog.add_requested.connect(lambda: intake.choose(strip.insert_at))
        intake.paste.activated.connect(
            lambda: intake.take(read_drop(QGuiApplication.clipboard().mimeData()), strip.insert_at)
        )
        dialog.covers.missed.connect(self._miss_cover)
        dialog.board_chosen.connect(self._choosing.choose)
        dialog.rename_requested.connect(self._choosing.rename)
        dialog.delete_requested.connect(self._choosing.throw_away)
        dialog.wishes.changed.connect(self._edits.change)
        dialog.gap_changed.connect(self._edits.change_gap)
        dialog.fix_requested.connect(self._edits.fix)
        dialog.make_requested.connect(self._press)
        dialog.again_changed.connect(self._looks.show_offer)
        dialog.film_requested.connect(self._play_film)
        dialog.film_export_requested.connect(self._export_film)
        dialog.review_requested.connect(self._ask_review)
        dialog.came_to_front.connect(self._looks.look_again)
        dialog.look_wanted.connect(self._looks.refresh)
        dialog.finished.connect(lambda _: self._closed(open_board))

    @property
    def stills_in_use(self) -> Collection[str]:
        """The SHA-256 of all stills that any board had in this run."""
        return self._keeper.stills_in_use

    def _play_film(self, loop: Collection[str] = ()) -> None:
        if self.stand is not None:
            self.film.begin(self.stand, loop)
            self._say_count(STANDS_IN, self.stand.missing)
            self.film_requested.emit(self.stand.film, self.stand.played_wish)

    def expect_film(self) -> None:
        """Expect a film that was put together elsewhere; its position is marked where its videos are the strip's."""
        if self.stand is not None:
            self.film.begin(self.stand)

    def _export_film(self) -> None:
        stand = self.stand
        if stand is not None:
            self._say_count(NOT_IN_FILM, stand.missing)
            self.film_export_requested.emit(stand.film, stand.film_wish)

    def _ask_review(self) -> None:
        stand = self.stand
        if stand is not None and stand.film:
            self._say_count(NOT_IN_FILM, stand.missing)
            self.review_wanted.emit(stand.film)

    def _say_count(self, words: tuple[str, str], count: int) -> None:
        if count:
            self._notices.say(counted(words, count))

    def stay_beside(self, stage: QRect) -> None:
        """Keep the dialog, if it is open, in front and beside the stage, which has this place on the screen."""
        open_board = self._open_board()
        if open_board is not None:
            open_board.dialog.beside.stay_beside(stage)

    def close(self) -> None:
        """Close the dialog, if it is open; the last typed text is kept."""
        open_board = self._open_board()
        if open_board is not None:
            open_board.dialog.close()

    def _closed(self, open_board: OpenBoard) -> None:
        open_board.dialog.beside.show_all()
        self._context.memory.setValue(_GEOMETRY, open_board.dialog.saveGeometry())
        open_board.dialog.finish_typing()
        open_board.closed = True
        if open_board.line.unkept is not None:
            self._notices.say(Sentence(_UNKEPT, {"name": open_board.line.name}))

    # Changes by the person

    def _put(self, board: Board, line: BoardLine) -> None:
        """Show a changed board if it is the open one, and save it."""
        board = board.renamed(line.name)
        open_board = self._open_board()
        if open_board is not None and open_board.line is line:
            open_board.board = board
            self._looks.look_soon(open_board)
        self._start("keep a board", self._keep, board, line, writes=True)

    async def _keep(self, board: Board, line: BoardLine) -> None:
        try:
            await self._keep_by(self._keeper.keep, board, line)
            line.unkept = None
        except DiskTrouble:
            line.unkept = board
            raise
        finally:
            self._looks.show_offer()

    async def _keep_read(self, open_board: OpenBoard, board: Board) -> None:
        await self._keep_by(self._keeper.keep_read, board, open_board.line)

    async def _keep_by(
        self, keep: Callable[[Board], Awaitable[Board]], board: Board, line: BoardLine
    ) -> None:
        """Save a board. If another computer has changed it, say under which name it was saved instead, and go on with that."""
        async with self._choosing.name_lock:
            if line.thrown:
                return
            kept = await keep(board.renamed(line.name))
            if kept.name != line.name:
                self._notices.say(Sentence(_KEPT_BESIDE, {"name": line.name, "other": kept.name}))
                await self._choosing.follow(line, kept.name)

    def _say_deleted_elsewhere(self, board: Board) -> None:
        self._choosing.say_deleted_elsewhere(board)

    def add_frames(self, clips: Sequence[Clip], *, first: bool) -> None:
        """Add the first or the true last frames of videos at the end of the open board; if none is open, of the last one."""
        self.open()
        open_board = self._open_board()
        if open_board is not None and open_board.intake is not None:
            self._frames.add(open_board.intake, clips, first=first)

    def _show_thumb(self, path: str) -> None:
        open_board = self._open_board()
        if open_board is not None:
            open_board.dialog.model.show_picture(path)

    def _miss_cover(self, path: str) -> None:
        stand = self.stand
        for one in stand.film if stand else ():
            if one.cover_path == path:
                self.cover_missed.emit(one)

    def show_cover(self, clip: Clip) -> None:
        """Show a cover that was made."""
        open_board = self._open_board()
        if open_board is not None:
            open_board.dialog.covers.forget(clip.cover_path)
            open_board.dialog.model.show_picture(clip.cover_path)

    # Money

    def _press(self, press: str) -> None:
        """Order once, even if the button is pressed again. Nothing can be bought before the feeder has started."""
        open_board = self._open_board()
        if open_board is None or open_board.pressed or open_board.stand is None or not self.reader.may_make:
            return
        if open_board.coming is not None and open_board.coming.refuses_press():
            return
        open_board.dialog.finish_typing()
        if open_board.stand.board == open_board.board:
            open_board.pressed = True
            open_board.dialog.strip.setFocus()  # otherwise *Close* gets the focus from the button that is disabled
            open_board.dialog.set_busy()
            again, budget = open_board.dialog.again.isChecked(), open_board.dialog.foot.amount
            self._start("make a board", self._make, open_board, open_board.stand, Press(press), again, budget)

    async def _make(
        self, open_board: OpenBoard, stand: BoardStand, press: Press, again: bool, budget: Money | None
    ) -> None:
        try:
            made = await self.reader.make(stand, press, budget, again=again)
            if made is None:
                self._notices.say(Sentence(_CHANGED))
            else:
                self.begun.emit()
        finally:
            open_board.pressed = False
            self._looks.look_soon(open_board)


_KEPT_BESIDE = QT_TRANSLATE_NOOP(
    "board",
    "The board “{name}” was changed on another computer meanwhile. That one stays; yours is kept as “{other}”. Both know "
    "the same videos.",
)
_UNKEPT = QT_TRANSLATE_NOOP(
    "board",
    "What you changed last on the board “{name}” couldn't be kept, because the library can't be written to. Open the board "
    "again before you quit: it is still there, and is kept when that works.",
)
_CHANGED = QT_TRANSLATE_NOOP(
    "board",
    "A still was changed meanwhile, so nothing was ordered. Look at the sums again, then press once more.",
)
