"""The choice of what several keyframes become: shots in a row, pairs, or one shot; each with its price."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.domain.keyframes import Arrangement, shots_of
from vidu_desktop.ui.look.scale import GAP_XS
from vidu_desktop.ui.text import say_price
from vidu_desktop.ui.widgets.translated import Translated


class ArrangementChoice(Translated, QWidget):
    """One line per arrangement; the arrow keys move between the lines."""

    changed = Signal()  # only by the person

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = 0
        self._price = FREE
        self._buttons = {arrangement: QRadioButton() for arrangement in Arrangement}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        for button in self._buttons.values():
            self._group.addButton(button)
            column.addWidget(button)
        self._buttons[Arrangement.ROW].setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self.changed.emit())
        self._retranslate()

    @property
    def value(self) -> Arrangement:
        """The chosen arrangement."""
        return next(one for one, button in self._buttons.items() if button.isChecked())

    def set_value(self, value: Arrangement) -> None:
        """Choose an arrangement without sending `changed`."""
        self._buttons[value].setChecked(True)

    def show_order(self, pictures: int, price: Money) -> None:
        """Show how many videos each arrangement makes of this many pictures, and their total cost; `price` is for one video."""
        if (pictures, price) != (self._pictures, self._price):
            self._pictures, self._price = pictures, price
            self._retranslate()

    @override
    def _retranslate(self) -> None:
        words = {
            Arrangement.ROW: self.tr("{count} shots in a row: 1–2, 2–3 …"),
            Arrangement.PAIRS: self.tr("{count} pairs: 1–2, 3–4 …"),
            Arrangement.FIRST_TWO: self.tr("The first two"),
        }
        if len(shots_of(Arrangement.PAIRS, self._pictures)) == 1:
            words[Arrangement.PAIRS] = self.tr("1 pair: 1–2")
        for arrangement, button in self._buttons.items():
            count = len(shots_of(arrangement, self._pictures))
            price = say_price(self._price * count)
            button.setText(f"{words[arrangement].format(count=count)} · {price}")
        self.setAccessibleName(self.tr("What the pictures become"))
