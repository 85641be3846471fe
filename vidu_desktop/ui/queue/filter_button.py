"""Narrows the queue to one kind of rows. The button is checked while the queue is narrowed."""

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.job_kind import JobKind
from vidu_desktop.ui.models.queue_counts import QueueCounts
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.menus import LetteredMenu
from vidu_desktop.ui.widgets.translated import Translated

translate = QCoreApplication.translate


def job_kind_words(kind: JobKind) -> str:
    """Return the name of a kind of rows, as the header writes it."""
    match kind:
        case JobKind.RUNNING:
            return translate("QueueFilter", "Running")
        case JobKind.WAITING:
            return translate("QueueFilter", "In line")
        case JobKind.AT_RISK:
            return translate("QueueFilter", "Without an answer")
        case JobKind.FAILED:
            return translate("QueueFilter", "Failed")
        case JobKind.STORED:
            return translate("QueueFilter", "Finished")
        case JobKind.CANCELLED:
            return translate("QueueFilter", "Taken off")


class FilterButton(Translated, IconButton):
    """Opens a menu with the kinds that the queue has, each with its number of rows."""

    only_chosen = Signal(object)  # JobKind, or None for all

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "filter", parent, checkable=True)
        self._only: JobKind | None = None
        self._counts = QueueCounts()
        self.clicked.connect(self._open)
        self._retranslate()

    def show_counts(self, counts: QueueCounts) -> None:
        """Offer the kinds that the queue has now."""
        self._counts = counts

    def show_only(self, only: JobKind | None) -> None:
        """Show to which kind the queue is narrowed; None for all."""
        self._only = only
        self.setChecked(only is not None)

    def menu_now(self) -> QMenu:
        """Return a new menu with the numbers of now."""
        menu = LetteredMenu(self)
        group = QActionGroup(menu)
        self._add(menu, group, None, self.tr("All jobs"))
        menu.addSeparator()
        for kind in JobKind:
            count = getattr(self._counts, kind)
            if count or kind is self._only:
                self._add(menu, group, kind, f"{job_kind_words(kind)}  ·  {count}")
        return menu

    def _add(self, menu: QMenu, group: QActionGroup, kind: JobKind | None, words: str) -> None:
        entry = menu.addAction(words)
        entry.setCheckable(True)
        entry.setChecked(kind is self._only)
        group.addAction(entry)
        entry.triggered.connect(lambda: self.only_chosen.emit(kind))

    def _open(self) -> None:
        self.setChecked(self._only is not None)  # a click alone doesn't narrow the queue
        menu = self.menu_now()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    @override
    def _retranslate(self) -> None:
        self.set_label(self.tr("Show only one kind of jobs"))
