"""What several keyframes are to become: shots in a row, pairs, or one shot; each with its price."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.domain.keyframes import Arrangement, shots_of
from vidu_desktop.ui.look.scale import GAP_XS
from vidu_desktop.ui.text import say_price
from vidu_desktop.ui.widgets.translated import Translated


class ArrangementChoice(Translated, QWidget):
    """A line for each way; the arrow keys go from one to the other."""

    changed = Signal()  # by the person's hand only

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
        """What is chosen."""
        return next(one for one, button in self._buttons.items() if button.isChecked())

    def set_value(self, value: Arrangement) -> None:
        """Choose one."""
        self._buttons[value].setChecked(True)

    def show_order(self, pictures: int, price: Money) -> None:
        """Say what each way makes of so many pictures, and what it costs at this price of a video."""
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
