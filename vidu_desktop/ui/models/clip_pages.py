"""The clips that a list shows. They are read page by page as they come into view, and only as many are held as fill a few
screens.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from vidu_desktop.domain.clip import Clip

PAGE = 100
"""The number of clips in a page. The rest of a visible page is read in advance, because it is scrolled to next."""
NEIGHBOURS_MS = 60
"""How long nothing new must have come into view before the rest of a page is read; sooner, it delayed a search by 10 ms."""
CLIPS_MOST = 4_000
"""How many clips are held; those that haven't been shown for the longest time are dropped first."""


class ClipPages(QObject):
    """Holds clips by their rows of the index, and knows which rows were asked for. The listener of `wanted` answers with
    `hold`.
    """

    wanted = Signal(list)  # list[int], rows of the index whose clips have to be read

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[int] = ()
        self._clips: OrderedDict[int, Clip] = OrderedDict()
        self._stale: set[int] = set()  # rows of clips that may have changed
        # Both are rows of the index, each with the place near which it stood in the list: rows to ask for in
        # the next turn of the loop, and rows that were asked for and haven't come yet.
        self._wished: dict[int, int] = {}
        self._asked: dict[int, int] = {}
        self._ask_soon = QTimer(self, singleShot=True, interval=0)
        self._ask_soon.timeout.connect(self._ask)
        self._pages: set[int] = set()  # pages that are partly visible and whose rest wasn't asked for yet
        self._neighbours_soon = QTimer(self, singleShot=True, interval=NEIGHBOURS_MS)
        self._neighbours_soon.timeout.connect(self._ask_for_neighbours)

    def set_rows(self, rows: Sequence[int]) -> None:
        """Use the rows of another list. What was asked for in the former list is forgotten."""
        self._rows = rows
        self._asked.clear()
        self._wished.clear()
        self._pages.clear()

    def follow_rows(self, rows: Sequence[int]) -> None:
        """Use the changed rows of the same list. What was asked for stays asked for."""
        self._rows = rows

    def get_or_ask(self, row: int, place: int) -> Clip | None:
        """Return the clip of a row that is shown at `place` of the list, as far as it was read; a clip that is unread or may
        have changed is asked for.
        """
        clip = self._clips.get(row)
        if clip is not None:
            self._clips.move_to_end(row)
        if (clip is None or row in self._stale) and row not in self._asked:
            self._wished[row] = place
            if not self._ask_soon.isActive():
                self._ask_soon.start()
        return clip

    def get(self, row: int) -> Clip | None:
        """Return the clip of a row if it is loaded, else None. Nothing is asked for."""
        return self._clips.get(row)

    def loaded(self) -> list[tuple[int, Clip]]:
        """Return all clips that are loaded, with their rows."""
        return list(self._clips.items())

    def unread(self, rows: Iterable[int]) -> list[int]:
        """Return those of these rows whose clips aren't loaded, or may have changed."""
        return [row for row in rows if row not in self._clips or row in self._stale]

    def note_arrival(self, row: int) -> int:
        """Note that the clip of a row has come. Return near which place of the list the row stood when it was asked for; 0
        when it wasn't.
        """
        return self._asked.pop(row, 0)

    def hold(self, clips: Iterable[Clip]) -> None:
        """Keep clips. Where there are too many, those that haven't been shown for the longest time are dropped."""
        for clip in clips:
            self._clips[clip.row] = clip
            self._clips.move_to_end(clip.row)
            self._stale.discard(clip.row)
        while len(self._clips) > CLIPS_MOST:
            row, _ = self._clips.popitem(last=False)
            self._stale.discard(row)

    def drop(self, row: int) -> None:
        """Forget the clip of a row that was removed."""
        del self._clips[row]

    def mark_all_stale(self) -> None:
        """Have every clip read again when it is shown next; until then it is shown as it was."""
        self._stale.update(self._clips)
        self._asked.clear()

    def close(self) -> None:
        """Stop asking for clips."""
        self._ask_soon.stop()
        self._neighbours_soon.stop()

    def _ask(self) -> None:
        """Ask for the clips that came into view."""
        wished, self._wished = self._wished, {}
        self._ask_for(wished)
        # Only the latest pages: the rest of a page that was scrolled past quickly isn't read.
        self._pages = {place // PAGE for place in wished.values()}
        self._neighbours_soon.start()

    def _ask_for_neighbours(self) -> None:
        """Ask for the rest of the visible pages, because it is scrolled to next."""
        pages, self._pages = sorted(self._pages), set()
        for page in pages:
            self._ask_for(dict.fromkeys(self._rows[page * PAGE : (page + 1) * PAGE], page * PAGE))

    def _ask_for(self, places: Mapping[int, int]) -> None:
        """Ask for the clips of these rows of the index, unless they are loaded or were asked for."""
        rows = [row for row in self.unread(places) if row not in self._asked]
        self._asked.update((row, places[row] // PAGE * PAGE) for row in rows)
        if rows:
            self.wanted.emit(rows)
