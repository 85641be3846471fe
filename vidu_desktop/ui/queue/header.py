"""The line above the queue: how many jobs there are, how much money is at risk, and what can be done with all jobs."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.amounts import Sums
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, GAP_XS, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.job_kind import JobKind
from vidu_desktop.ui.models.queue_counts import QueueCounts
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.queue.filter_button import FilterButton
from vidu_desktop.ui.text import say_sums
from vidu_desktop.ui.widgets.elided_label import ElidedLabel
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.translated import Translated

_ROOM_FOR_WORDS_PX = 520


class QueueHeader(Translated, QWidget):
    """Shows figures. A button is visible only while it would do something."""

    only_chosen = Signal(object)  # JobKind to be shown alone; None for all
    retry_all_requested = Signal()
    clear_requested = Signal()
    pause_requested = Signal(bool)  # True to pause
    money_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._counts = QueueCounts()
        self._to_come = 0
        self._paused = False
        self._month_spent = Sums()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self._summary = ElidedLabel(role=FontRole.CAPTION, tone="soft")
        self.money = PushButton()
        restyle(self.money, kind="quiet", dense="true")
        self.risk_chip = PushButton()
        self.risk_chip.setCheckable(True)
        self.retry_all = PushButton()
        restyle(self.retry_all, kind="quiet")
        self._look.set_icon(self.retry_all, "retry", "text_soft")
        self.filter = FilterButton(self._look)
        self.clear = IconButton(self._look, "clear-done")
        self.pause = IconButton(self._look, "pause")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, GAP_XS, GAP_M - GAP_XS, GAP_XS)
        row.setSpacing(GAP_S)
        row.addWidget(self._summary, 1)
        for widget in (self.money, self.risk_chip, self.retry_all, self.filter, self.clear, self.pause):
            row.addWidget(widget)
        self._dress_chip()

    def _connect(self) -> None:
        self.money.clicked.connect(self.money_requested)
        self.risk_chip.clicked.connect(self._narrow_to_risk)
        self.filter.only_chosen.connect(self.only_chosen)
        self.retry_all.clicked.connect(self.retry_all_requested)
        self.clear.clicked.connect(self.clear_requested)
        self.pause.clicked.connect(lambda: self.pause_requested.emit(not self._paused))
        self._look.changed.connect(self._dress_chip)

    def show_counts(self, counts: QueueCounts) -> None:
        """Show these figures."""
        self._counts = counts
        self.filter.show_counts(counts)
        self._retranslate()

    def show_to_come(self, count: int) -> None:
        """Show how many approved videos of batches have no row yet."""
        if count != self._to_come:
            self._to_come = count
            self._retranslate()

    def show_only(self, only: JobKind | None) -> None:
        """Show to which kind the queue is narrowed; None for all."""
        self.filter.show_only(only)
        self.risk_chip.setChecked(only is JobKind.AT_RISK)

    def _narrow_to_risk(self, narrow: bool) -> None:
        self.only_chosen.emit(JobKind.AT_RISK if narrow else None)

    def show_money(self, month_spent: Sums) -> None:
        """Show what this month has cost. What it has perhaps cost is on the chip."""
        self._month_spent = month_spent
        self._word_by_room()

    def set_paused(self, paused: bool) -> None:
        """Show whether the person has paused the queue."""
        self._paused = paused
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        counts = self._counts
        parts = [
            template.format(count=count)
            for count, template in (
                (counts.running, self.tr("{count} running")),
                (counts.waiting, self.tr("{count} in line")),
                (self._to_come, self.tr("{count} more of batches")),
                (counts.at_risk, self.tr("{count} without an answer")),
                (counts.failed, self.tr("{count} failed")),
                (counts.stored, self.tr("{count} finished")),
                (counts.cancelled, self.tr("{count} taken off")),
            )
            if count
        ]
        self._summary.setText("  ·  ".join(parts))
        self.risk_chip.setText(
            self.tr("At risk {money}").format(money=say_sums(counts.risk_money))
            if counts.risk_money
            else self.tr("{count} undecided").format(count=counts.at_risk)
        )
        self.risk_chip.setToolTip(self.tr("Show only what was sent without an answer"))
        self.risk_chip.setVisible(counts.at_risk > 0)
        self.retry_all.setAccessibleName(self.tr("Retry all failed"))
        price = say_sums(counts.retry_money)
        self.retry_all.setToolTip(
            short_tip(self.tr("Order everything that failed again, for {price}").format(price=price))
            if counts.retry_money
            else self.tr("Retry everything that failed")
        )
        self._word_by_room()
        self.retry_all.setVisible(counts.to_retry > 1)
        self.clear.set_label(self.tr("Clear finished and taken off"))
        self.clear.setVisible(counts.clearable > 0)
        self.pause.set_icon("play" if self._paused else "pause")
        self.pause.set_label(self.tr("Resume sending") if self._paused else self.tr("Pause sending"))

    def _word_by_room(self) -> None:
        roomy = self.width() >= _ROOM_FOR_WORDS_PX
        price = say_sums(self._counts.retry_money) if self._counts.retry_money else ""
        words = self.tr("Retry all · {price}").format(price=price) if price else self.tr("Retry all")
        self.retry_all.setText(words if roomy else price)
        self.money.setText(self.tr("{money} spent this month").format(money=say_sums(self._month_spent)))
        self.money.setToolTip(self.tr("Spent, at risk and planned, and the budget"))
        self.money.setVisible(roomy and bool(self._month_spent))
        row = self.layout()
        if roomy and price and row is not None and row.minimumSize().width() > self.width():
            self.retry_all.setText(price)

    def _dress_chip(self) -> None:
        # Here, because the style sheet has such badges only as labels, and this one is a button.
        theme = self._look.theme
        self.risk_chip.setStyleSheet(
            f"QPushButton {{ color: {theme.warn.name()}; background: {theme.warn_soft.name()};"
            f" border: 1px solid {theme.warn_soft.name()}; padding: 0 10px; min-height: 24px; border-radius: 12px; }}"
            f"QPushButton:hover, QPushButton:checked {{ border-color: {theme.warn.name()}; }}"
            f"QPushButton:focus {{ border: 2px solid {theme.accent.name()}; padding: 0 9px; min-height: 22px; }}"
        )
        self._look.set_icon(self.risk_chip, "warning", "warn")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._word_by_room()
