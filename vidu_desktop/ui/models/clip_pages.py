"""The clips that a list shows, read page by page as they come into view; no more are held than some screens show."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from vidu_desktop.domain.clip import Clip

PAGE = 100
"""How many clips are read around those that are shown, for the next turn of the wheel."""
NEIGHBOURS_MS = 60
"""So long nothing new was to be shown: their turn. Read together with it they kept a search waiting for 10 ms."""
CLIPS_MOST = 4_000
"""How many clips are held; those that weren't shown for the longest go first."""


class ClipPages(QObject):
    """Knows clips by their rows of the index, and which were asked for. Whoever hears `wanted` answers with `hold`."""

    wanted = Signal(list)  # list[int], rows of the index whose clips are to be shown

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[int] = ()
        self._clips: OrderedDict[int, Clip] = OrderedDict()
        self._stale: set[int] = set()  # rows of clips that may have changed; shown until they are read anew
        # Rows of the index that were to be shown and aren't here, and those that were asked for; and near which place
        # of the list each stood then.
        self._wished: dict[int, int] = {}
        self._asked: dict[int, int] = {}
        self._ask_soon = QTimer(self, singleShot=True, interval=0)
        self._ask_soon.timeout.connect(self._ask)
        self._pages: set[int] = set()  # something of them is shown, and the rest wasn't asked for yet
        self._neighbours_soon = QTimer(self, singleShot=True, interval=NEIGHBOURS_MS)
        self._neighbours_soon.timeout.connect(self._ask_for_neighbours)

    def set_rows(self, rows: Sequence[int]) -> None:
        """Go on with the rows of another list; what was asked for another one doesn't count any more."""
        self._rows = rows
        self._asked.clear()
        self._wished.clear()
        self._pages.clear()

    def follow_rows(self, rows: Sequence[int]) -> None:
        """Go on with what has become of the list."""
        self._rows = rows

    def shown(self, row: int, place: int) -> Clip | None:
        """Return the clip of a row that is shown at this place of the list; asks for it where it has to be read."""
        clip = self._clips.get(row)
        if clip is not None:
            self._clips.move_to_end(row)
        if (clip is None or row in self._stale) and row not in self._asked:
            self._wished[row] = place
            if not self._ask_soon.isActive():
                self._ask_soon.start()
        return clip

    def get(self, row: int) -> Clip | None:
        """Return the clip of a row, if it was read; asks for nothing."""
        return self._clips.get(row)

    def held(self) -> list[tuple[int, Clip]]:
        """Return all clips with their rows."""
        return list(self._clips.items())

    def unread(self, rows: Iterable[int]) -> list[int]:
        """Return those of these rows whose clips aren't here, or may have changed."""
        return [row for row in rows if row not in self._clips or row in self._stale]

    def came(self, row: int) -> int:
        """Return near which place of the list a row was wanted whose clip has come; it isn't asked for any more."""
        return self._asked.pop(row, 0)

    def hold(self, clips: Iterable[Clip]) -> None:
        """Keep clips; those that weren't shown for the longest make room."""
        for clip in clips:
            self._clips[clip.row] = clip
            self._clips.move_to_end(clip.row)
            self._stale.discard(clip.row)
        while len(self._clips) > CLIPS_MOST:
            row, _ = self._clips.popitem(last=False)
            self._stale.discard(row)

    def drop(self, row: int) -> None:
        """Forget the clip of a row that is gone."""
        del self._clips[row]

    def doubt(self) -> None:
        """Read every clip anew when it is shown next; until then it is what it was."""
        self._stale.update(self._clips)
        self._asked.clear()

    def close(self) -> None:
        """Ask for nothing any more."""
        self._ask_soon.stop()
        self._neighbours_soon.stop()

    def _ask(self) -> None:
        """Ask for what is to be shown."""
        wished, self._wished = self._wished, {}
        self._ask_for(wished)
        # What was passed by quickly isn't near any more.
        self._pages = {place // PAGE for place in wished.values()}
        self._neighbours_soon.start()

    def _ask_for_neighbours(self) -> None:
        """Ask for the rest of the pages in which something is shown: it is scrolled to next."""
        pages, self._pages = sorted(self._pages), set()
        for page in pages:
            self._ask_for(dict.fromkeys(self._rows[page * PAGE : (page + 1) * PAGE], page * PAGE))

    def _ask_for(self, places: Mapping[int, int]) -> None:
        """Ask for the clips of these rows of the index, unless they are here or were asked for."""
        rows = [row for row in self.unread(places) if row not in self._asked]
        self._asked.update((row, places[row] // PAGE * PAGE) for row in rows)
        if rows:
            self.wanted.emit(rows)
