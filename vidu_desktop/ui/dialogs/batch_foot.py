"""The totals of a batch (videos, money, time, disk space), and its budget."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.amounts import Currency, Money
from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.text import say_currency, say_sign
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.money_field import MoneyField
from vidu_desktop.ui.widgets.translated import Translated


class BatchFoot(Translated, QWidget):
    """An empty budget field means that the batch may cost as much as the button says."""

    budget_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        self.words = plain_label(wrap=True)
        self._sign = plain_label(tone="soft")
        self._currency = Currency.USD
        self.budget = MoneyField(self._currency)
        row.addWidget(self.words, 1)
        row.addWidget(self._sign)
        row.addWidget(self.budget)
        self.budget.textChanged.connect(lambda _: self.budget_changed.emit())
        self.show_currency(self._currency)

    def show_currency(self, currency: Currency) -> None:
        """Set the currency of the budget, which is that of the videos' prices."""
        self._currency = currency
        self.budget.set_currency(currency)
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        currency = self._currency
        self.budget.setPlaceholderText(self.tr("none"))
        self.budget.setToolTip(
            self.tr("The batch stops by itself before it would cost more than this in all.")
        )
        self._sign.setText(self.tr("Budget {sign}").format(sign=say_sign(currency)))
        self.budget.setAccessibleName(
            self.tr("Budget of the batch in {currency}").format(currency=say_currency(currency))
        )

    @property
    def amount(self) -> Money | None:
        """What the batch may cost in all; None if the field is empty, or its text isn't an amount in
        the currency of the videos' prices.
        """
        amount = self.budget.amount
        return None if amount is None else Money(amount, self._currency)

    @property
    def is_clear(self) -> bool:
        """Whether the budget field is empty or holds a valid amount."""
        return self.budget.is_clear
