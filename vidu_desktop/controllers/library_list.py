"""Answers the library's queries: the first screens at once, the rest and the sums when typing pauses."""

import asyncio
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from vidu_desktop.controllers.library_ports import ClipSearch, SearchStore
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.domain.library_query import LibraryQuery, SavedSearch
from vidu_desktop.errors import DiskTrouble
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.library_model import LibraryModel

FIRST_ROWS = 200
"""How many rows are shown before all are known: more than any screen holds."""
FIRST_CLIPS = 20
"""How many clips are read before anything is shown, so that a screen of them is painted once, complete with words."""
_LOOK_EVERY_S = 15.0
PAUSE_MS = 150
"""How long a pause in typing must be before the rest is read."""


class LibraryList(QObject):
    """The index answers one query at a time. Then the query that was typed last is asked; those in between are skipped."""

    library_changed = Signal()  # this window added, removed or marked clips

    def __init__(
        self,
        library: ClipSearch,
        searches: SearchStore,
        pane: LibraryPane,
        model: LibraryModel,
        guarded: GuardedTasks,
    ) -> None:
        super().__init__(pane)
        self._library = library
        self._searches = searches
        self._pane = pane
        self._model = model
        self._guarded = guarded
        self._look_now = asyncio.Event()
        self._one_listing = asyncio.Lock()  # an older answer that comes late would show outdated rows
        self._asking = False
        self._asked_again = False
        self._answered: LibraryQuery | None = None
        self._all_known = True
        self._rest_soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._connect()

    def _connect(self) -> None:
        start = self._guarded.start
        self._pane.search_requested.connect(lambda _query: self.list_again())
        self._model.clips_wanted.connect(lambda rows: start("read clips", self._read_clips, rows))
        self._rest_soon.timeout.connect(lambda: start("list the rest", self._list_rest))
        bar = self._pane.bar
        bar.facets_wanted.connect(lambda: start("count what to filter by", self._open_filters))
        bar.search_saved.connect(lambda search: start("save a search", self._save, search, writes=True))
        bar.search_forgotten.connect(lambda name: start("forget a search", self._forget, name, writes=True))

    def follow_change(self) -> None:
        """Query again, because this window changed something."""
        self.library_changed.emit()
        self.list_again()

    def list_again(self) -> None:
        """Ask the present query again."""
        if self._asking:
            self._asked_again = True
            return
        self._asking = True
        self._guarded.start("search the library", self._answer)

    async def list_all(self) -> None:
        """Show the clips of the present query, all read anew. Raises DiskTrouble."""
        self._model.forget_clips()
        await self._list_first()
        self._pane.bar.set_searches(await self._searches.all())

    async def look_after(self) -> None:
        """Check the index for damage, then follow the changes in the folder; never returns. The list is updated each time."""
        with suppress(DiskTrouble):  # a missing drive is reported when the library is listed
            if await self._library.check_index():
                await self.list_all()
        while True:
            self._look_now.clear()
            with suppress(DiskTrouble):
                if await self._library.catch_up():
                    await self.list_all()
            with suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_EVERY_S):
                    await self._look_now.wait()

    def look_now(self) -> None:
        """Look at the folder at once: the person may have changed something in it."""
        self._look_now.set()

    async def _answer(self) -> None:
        try:
            self._asked_again = True
            while self._asked_again:
                self._asked_again = False
                await self._list_first()
        finally:
            self._asking = False

    async def _list_first(self) -> None:
        """Show the first rows of a new query at once; for an unchanged query, show what has changed once all rows are known."""
        async with self._one_listing:
            await self._list_newest()

    async def _list_newest(self) -> None:
        query = self._pane.bar.query
        rows = await self._library.find_rows(query, FIRST_ROWS)
        if unread := self._model.unread(rows[:FIRST_CLIPS]):
            self._model.hold(await self._library.clips_at(unread))
        if query is not self._pane.bar.query:
            self._asked_again = True
            return
        same = query == self._answered
        self._answered = query
        self._all_known = len(rows) < FIRST_ROWS
        if not same:
            self._model.set_rows(rows)
        elif self._all_known:
            self._model.follow_rows(rows)
        self._rest_soon.start()

    async def _list_rest(self) -> None:
        query = self._pane.bar.query
        async with self._one_listing:
            if not self._all_known:
                rows = await self._library.find_rows(query)
                if query is not self._pane.bar.query:
                    return
                self._model.follow_rows(rows)
        totals = await self._library.totals(query)
        if query is self._pane.bar.query:
            self._pane.bar.show_totals(totals)

    async def _read_clips(self, rows: list[int]) -> None:
        self._model.put_clips(await self._library.clips_at(rows))

    async def _open_filters(self) -> None:
        self._pane.bar.open_filters(await self._library.facets())

    async def _save(self, search: SavedSearch) -> None:
        self._pane.bar.set_searches(await self._searches.save(search))

    async def _forget(self, name: str) -> None:
        self._pane.bar.set_searches(await self._searches.remove(name))
