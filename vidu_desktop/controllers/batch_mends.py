"""Carries out a remedy that was pressed in a batch's dialog, for all rows of a problem at once."""

from collections.abc import Callable, Sequence

from vidu_desktop.batch.bought_before import CODE as HAVE_ALREADY
from vidu_desktop.batch.checking import CheckedSheet
from vidu_desktop.batch.same_rows import CODE as SAME_CODE
from vidu_desktop.controllers.batch_edits import BatchEdits
from vidu_desktop.controllers.batch_remedies import (
    FOLDER_CODES,
    MATCH_CODE,
    TWIN_CODE,
    Match,
    matched_cells,
    mended_cells,
    twins_of,
)
from vidu_desktop.controllers.batch_sources import BatchSources
from vidu_desktop.controllers.file_dialogs import ask_folder
from vidu_desktop.controllers.open_batch import OpenBatch
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.widgets.last_folders import FilePurpose


class BatchMends:
    """`check_soon` is called when something was changed that holds for all rows; edits start a check by themselves."""

    def __init__(
        self,
        guarded: GuardedTasks,
        edits: BatchEdits,
        sources: BatchSources,
        match: Match | None,
        check_soon: Callable[[OpenBatch], None],
    ) -> None:
        self._guarded = guarded
        self._edits = edits
        self._sources = sources
        self._match = match
        self._check_soon = check_soon

    def mend(self, opened: OpenBatch, code: str, lines: Sequence[int]) -> None:
        """Carry out the remedy for a problem, or ask for what it needs."""
        if code in FOLDER_CODES:
            ask_folder(
                opened.dialog,
                self._sources.folders,
                FilePurpose.PICTURES,
                lambda path: self._look_in(opened, path),
            )
        elif code == HAVE_ALREADY:
            self._edits.make_again(opened, lines)
        elif code == SAME_CODE:
            self._edits.make_each(opened, lines)
        elif opened.latest is None:
            return
        elif code == TWIN_CODE:
            self._edits.make_takes(opened, twins_of(opened.latest.checked, lines))
        elif code == MATCH_CODE:
            self._guarded.start("match end frames", self._match_all, opened, opened.latest.checked, lines)
        else:
            cells = mended_cells(opened.latest.checked, code, lines)
            if cells:
                self._edits.edit(opened, cells)

    async def _match_all(self, opened: OpenBatch, checked: CheckedSheet, lines: Sequence[int]) -> None:
        if self._match is None:
            return
        opened.dialog.set_busy()
        try:
            cells = await matched_cells(checked, lines, self._match, opened.say_looked)
        except ViduDesktopError:
            self._check_soon(opened)
            raise
        if not opened.closed:
            self._edits.edit(opened, cells)

    def _look_in(self, opened: OpenBatch, folder: str) -> None:
        opened.folders = tuple(dict.fromkeys((*opened.folders, folder)))
        self._check_soon(opened)
