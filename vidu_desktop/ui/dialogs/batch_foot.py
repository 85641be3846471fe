"""What a batch comes to: videos, money, time, room on the disk, and the budget that it keeps to."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.widgets.labels import plain_label

_BUDGET_PX = 90


class BatchFoot(QWidget):
    """An empty budget is the sum that stands on the button."""

    budget_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        self.words = plain_label(wrap=True)
        self.budget = QLineEdit()
        self.budget.setFixedWidth(_BUDGET_PX)
        self.budget.setPlaceholderText(self.tr("none"))
        self.budget.setAccessibleName(self.tr("Budget of the batch in US dollars"))
        self.budget.setToolTip(
            self.tr("The batch stops by itself before it would cost more than this in all.")
        )
        row.addWidget(self.words, 1)
        row.addWidget(plain_label(self.tr("Budget $"), tone="soft"))
        row.addWidget(self.budget)
        self.budget.textChanged.connect(lambda _: self.budget_changed.emit())

    @property
    def budget_usd(self) -> Decimal | None:
        """What the batch may cost in all; None where nothing, or nothing that can be read, was typed."""
        text = self.budget.text().strip().removeprefix("$").replace(",", ".")
        try:
            amount = Decimal(text) if text else None
        except InvalidOperation:
            return None
        return amount if amount is not None and amount.is_finite() and amount >= 0 else None

    @property
    def is_clear(self) -> bool:
        """Whether what was typed is an amount, or nothing was."""
        return not self.budget.text().strip() or self.budget_usd is not None
