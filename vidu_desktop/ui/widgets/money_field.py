"""A field for an amount of money. The amount is never converted to a float."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from vidu_desktop.domain.amounts import Currency, typed_amount
from vidu_desktop.ui.widgets.undo_keys import LineField

_WIDTH_PX = 96
_MOST_CHARS = 40

Figure = Decimal | str | None
"""What a field holds: an amount, a text that is none, or nothing."""


class MoneyField(LineField):
    """Takes amounts in one currency, as `typed_sum` reads them. Empty means no amount."""

    def __init__(self, currency: Currency, figure: Figure = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self._shown: tuple[str, Figure] = ("", None)
        self.setMaxLength(_MOST_CHARS)
        self.setFixedWidth(_WIDTH_PX)
        self.show_figure(currency, figure)

    def show_figure(self, currency: Currency, figure: Figure) -> None:
        """Show what a field in this currency held; None empties it."""
        self._currency = currency
        text = _written(figure) if isinstance(figure, Decimal) else figure or ""
        self._shown = (text, figure)
        self.setText(text)

    def set_currency(self, currency: Currency) -> None:
        """Set in which currency the amount is meant; the text stays."""
        self._currency = currency

    @property
    def figure(self) -> Figure:
        """What the field holds now. An amount that was shown and not changed is exactly that one."""
        text = self.text()
        if text == self._shown[0]:
            return self._shown[1]
        if not text.strip():
            return None
        amount = typed_amount(text, self._currency)
        return text if amount is None else amount

    @property
    def amount(self) -> Decimal | None:
        """The amount that is typed; None if the field is empty, or its text isn't an amount in its currency."""
        figure = self.figure
        return figure if isinstance(figure, Decimal) else None

    @property
    def is_clear(self) -> bool:
        """Whether the field is empty or holds an amount."""
        return not isinstance(self.figure, str)


def _written(amount: Decimal) -> str:
    places = max(2, -int(amount.normalize().as_tuple().exponent))
    return f"{amount:.{places}f}"
