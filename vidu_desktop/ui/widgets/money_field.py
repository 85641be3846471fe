"""A field for an amount of money. The amount is never converted to a float."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

_AMOUNT = QRegularExpression(r"\d{0,6}([.,]\d{0,4})?")


class MoneyField(QLineEdit):
    """Takes up to six digits and, after a point or comma, up to four more. Empty means no amount."""

    def __init__(self, amount: Decimal | None = None, parent: QWidget | None = None) -> None:
        super().__init__("" if amount is None else _written(amount), parent)
        self.setValidator(QRegularExpressionValidator(_AMOUNT, self))
        self.setFixedWidth(96)

    def set_amount(self, amount: Decimal | None) -> None:
        """Show an amount; None empties the field."""
        self.setText("" if amount is None else _written(amount))

    @property
    def amount(self) -> Decimal | None:
        """The amount that is typed; None if the field is empty or its text isn't a number yet."""
        try:
            return Decimal(self.text().replace(",", "."))
        except InvalidOperation:
            return None


def _written(amount: Decimal) -> str:
    places = max(2, -int(amount.normalize().as_tuple().exponent))
    return f"{amount:.{places}f}"
