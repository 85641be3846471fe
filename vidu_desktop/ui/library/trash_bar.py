"""Says what was moved to the trash, and offers to undo it."""

from typing_extensions import override

from vidu_desktop.ui.widgets.undo_bar import UndoBar


class TrashBar(UndoBar):
    """It disappears by itself; the trash keeps the videos."""

    @override
    def _said(self, count: int) -> str:
        if count == 1:
            return self.tr("1 video moved to the trash.")
        return self.tr("{count} videos moved to the trash.").format(count=count)
