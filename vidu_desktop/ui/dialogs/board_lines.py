"""The line at the bottom of a chain board: notices, and in their place how far an export is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.notice_line import LINE_PX, NoticeLine
from vidu_desktop.ui.widgets.overlay import LowerLines
from vidu_desktop.ui.widgets.work_bar import WorkBar


class BoardLines(QObject):
    """A notice that comes while something is exported is shown until it passes, then the export again. Both repeat lines of
    the main window, which the board may cover. Tab comes to their buttons after `last`, the dialog's last button.
    """

    def __init__(self, look: Look, dialog: QDialog, last: QWidget) -> None:
        super().__init__(dialog)
        self.notice = NoticeLine(look)
        self.work = WorkBar(look)
        self.work.setFixedHeight(LINE_PX)
        LowerLines(dialog).add(self.work, self.notice)
        for line in (self.work, self.notice):
            for button in line.findChildren(QAbstractButton):
                QWidget.setTabOrder(last, button)
                last = button
        self.work.begun.connect(self._show_work)
        self.notice.cleared.connect(self._show_work)
        self.work.ended.connect(self._show_notice)
        self.notice.shown.connect(self._show_notice)

    def _show_work(self) -> None:
        if self.work.is_working:
            self.notice.hide()
            self.work.show()

    def _show_notice(self) -> None:
        self.work.hide()
        self.notice.show()
