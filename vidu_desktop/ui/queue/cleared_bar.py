"""Says what was removed from the queue, and offers to undo it."""

from typing_extensions import override

from vidu_desktop.ui.widgets.undo_bar import UndoBar


class ClearedBar(UndoBar):
    """It disappears by itself; finished videos stay in the library."""

    @override
    def _said(self, count: int) -> str:
        if count == 1:
            return self.tr("1 row taken out of the queue. Finished videos stay in the library.")
        words = self.tr("{count} rows taken out of the queue. Finished videos stay in the library.")
        return words.format(count=count)
