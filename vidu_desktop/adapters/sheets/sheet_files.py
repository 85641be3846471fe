"""Foreign sheets, read in helper processes: a file that crashes one, hangs or fills its memory is refused with a sentence."""

from dataclasses import replace

from vidu_desktop.adapters.pictures.picture_errors import helper_not_started
from vidu_desktop.adapters.processes.helper_processes import HelperFailed, HelperProcesses, Mishap, Task
from vidu_desktop.adapters.sheets.sheet_errors import sheet_refusal
from vidu_desktop.adapters.sheets.sheet_pieces import unpacked
from vidu_desktop.domain.sheet import ReadAs, Sheet

_DEADLINE_S = 60.0
"""Generous, because computers differ: 100,000 rows take 2 s here. It ends what hangs."""
_READ: Task[str, ReadAs, tuple[Sheet, list[str]]] = Task(
    "vidu_desktop.adapters.sheets.sheet_reading:read_in_pieces"
)
_CODES = {
    Mishap.DIED: "sheet-far-cells",  # the reader of workbooks ends so on cells far outside the table
    Mishap.TOO_LARGE: "sheet-far-cells",
    Mishap.CONFUSED: "sheet-damaged",
    Mishap.TOO_SLOW: "sheet-too-slow",
}


class SheetFiles:
    """Reads the tables of a batch."""

    def __init__(self, processes: HelperProcesses) -> None:
        self._processes = processes

    async def read(self, path: str, read_as: ReadAs | None = None) -> Sheet:
        """Read a table; what `read_as` leaves open is guessed. Raises BadInput, and DiskTrouble when no helper process can be
        started.
        """
        try:
            sheet, pieces = await self._processes.run(_DEADLINE_S, _READ, path, read_as or ReadAs())
        except HelperFailed as error:
            if error.mishap is Mishap.NOT_STARTED:
                raise helper_not_started() from error
            raise sheet_refusal(_CODES[error.mishap], path) from error
        return replace(sheet, rows=await unpacked(pieces))
