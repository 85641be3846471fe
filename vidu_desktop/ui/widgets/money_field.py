"""A field for US dollars that never passes through a float."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

_AMOUNT = QRegularExpression(r"\d{0,6}([.,]\d{0,4})?")


class MoneyField(QLineEdit):
    """Takes digits and one point (or comma); empty means no amount."""

    def __init__(self, amount: Decimal | None = None, parent: QWidget | None = None) -> None:
        super().__init__("" if amount is None else _written(amount), parent)
        self.setValidator(QRegularExpressionValidator(_AMOUNT, self))
        self.setFixedWidth(96)

    def set_amount(self, amount: Decimal | None) -> None:
        """Write an amount into it; None empties it."""
        self.setText("" if amount is None else _written(amount))

    @property
    def amount(self) -> Decimal | None:
        """What is typed; None when that is nothing or not yet a number."""
        try:
            return Decimal(self.text().replace(",", "."))
        except InvalidOperation:
            return None


def _written(amount: Decimal) -> str:
    places = max(2, -int(amount.normalize().as_tuple().exponent))
    return f"{amount:.{places}f}"
