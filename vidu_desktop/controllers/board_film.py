"""The film of a chain board on the stage: its position is marked in the strip, and a click there goes to that position."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal

from vidu_desktop.batch.board_stand import BoardStand
from vidu_desktop.controllers.open_board import OpenBoard
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.film import Film, FilmWish
from vidu_desktop.domain.strip_film import StripFilm, StripPart, StripPosition, parts_in_film
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.ui.models.board_cards import StillCard


class BoardFilm(QObject):
    """`open_board` returns the open board, None when none is open. The strip may have changed since its film began: only what
    is still there is marked.
    """

    frame_wanted = Signal(int)  # the film on the stage has to show this frame
    # The film on the stage has to repeat the frames from the first to the last.
    loop_wanted = Signal(int, int)
    film_wanted = Signal(object)  # list[str]: the board has to be played, repeating these gaps, see `begin`

    def __init__(self, open_board: Callable[[], OpenBoard | None], parent: QObject) -> None:
        super().__init__(parent)
        self._open_board = open_board
        self._chain = ""
        self._parts: Sequence[StripPart] = ()
        self._wish: FilmWish | None = None
        self._film: Film | None = None
        self._film_before: Film | None = None
        self._strip: StripFilm | None = None
        self._position: StripPosition | None = None
        self._loop_soon: Collection[str] = ()

    def begin(self, stand: BoardStand, loop: Collection[str] = ()) -> None:
        """Expect the film of this board. From the first to the last of the gaps in `loop` it is repeated; each gap is named
        by the shot of its first still.
        """
        self._chain, self._parts, self._wish = stand.board.chain, stand.film_parts, stand.played_wish
        self._loop_soon = loop
        self._film_before, self._film = self._film, None

    def follow(self, film: Film | None, clips: Sequence[Clip], frame: int) -> None:
        """Mark the position of the film on the stage; `clips` are its videos. `film` is None when no film is on the stage."""
        if film is not self._film:
            self._film = film
            ids = [clip.clip_id for clip in clips]
            parts = parts_in_film(self._parts, film.parts, ids) if film else None
            self._strip = StripFilm(film, parts) if film and parts else None
        self._position = None if self._strip is None else self._strip.position_of(frame)
        self.mark()
        if self._loop_soon and film is not None and film is not self._film_before:
            loop, self._loop_soon = self._loop_soon, ()
            self._play_loop(loop)

    def mark(self) -> None:
        """Show the mark at its place in the present strip."""
        open_board, position = self._open_board(), self._position
        if open_board is None:
            return
        shots = self._shots(open_board)
        if position is None or position.gap not in shots:
            open_board.dialog.strip.show_played(-1, -1, 0.0)
            return
        still = 2 * shots.index(position.still) if position.still in shots else -1
        open_board.dialog.strip.show_played(2 * shots.index(position.gap) + 1, still, position.share)

    def go_to(self, row: int) -> None:
        """Let the film go to a card of the strip; do nothing if this board's film isn't on the stage."""
        open_board, strip = self._open_board(), self._strip
        if open_board is None or strip is None:
            return
        shots, number = self._shots(open_board), row // 2
        if number >= len(shots):
            return
        is_still = isinstance(open_board.dialog.model.card(row), StillCard)
        frame = (strip.frame_of_still if is_still else strip.frame_of_gap)(shots[number])
        if frame is not None:
            self.frame_wanted.emit(frame)

    def loop(self, rows: Collection[int]) -> None:
        """Repeat the film from the first to the last gap in these rows. If the board would play another film now, that
        begins.
        """
        open_board = self._open_board()
        if open_board is None or open_board.stand is None:
            return
        stills = open_board.stand.board.stills
        chosen = [stills[row // 2].shot for row in rows if row // 2 < len(stills)]
        if self._strip is not None and self._shots(open_board) and open_board.stand.played_wish == self._wish:
            self._play_loop(chosen)
        else:
            self.film_wanted.emit(chosen)

    def _play_loop(self, shots: Collection[str]) -> None:
        frames = None if self._strip is None else self._strip.frames_of_gaps(shots)
        if frames is not None:
            self.loop_wanted.emit(*frames)

    def _shots(self, open_board: OpenBoard) -> list[str]:
        """Return the shots of the open board's stills; empty if the film belongs to another board."""
        if open_board.stand is None or open_board.stand.board.chain != self._chain:
            return []
        return [still.shot for still in open_board.stand.board.stills]


NOT_IN_FILM = (
    QT_TRANSLATE_NOOP("board", "1 gap has no video yet, so it isn't in the film."),
    QT_TRANSLATE_NOOP("board", "{count} gaps have no video yet, so they aren't in the film."),
)
STANDS_IN = (
    QT_TRANSLATE_NOOP(
        "board",
        "1 gap has no video yet; while the film plays, its two stills stand in for it. They aren't in what you export.",
    ),
    QT_TRANSLATE_NOOP(
        "board",
        "{count} gaps have no video yet; while the film plays, their stills stand in for them. They aren't in what you "
        "export.",
    ),
)
