"""The choices before a folder is watched: the folder, the preset for its pictures, and the most that a day may cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QWidget

from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.ui.look.scale import GAP_M, GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.text import say_currency, say_money, say_number, say_sign
from vidu_desktop.ui.widgets.labels import breakable, plain_label
from vidu_desktop.ui.widgets.money_field import MoneyField
from vidu_desktop.ui.widgets.push_button import PushButton


@dataclass(frozen=True, slots=True)
class PresetChoice:
    """A preset that can be used for a folder, and the price of one video."""

    name: str
    price: Money


class WatchForm(QWidget):
    """`hint` says what is still missing, or how many videos a day's budget allows."""

    folder_wanted = Signal()  # choose a folder
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = ""
        self._count = 0
        self.choose = PushButton(self.tr("Choose a folder…"))
        self.choose.setAutoDefault(False)
        restyle(self.choose, kind="secondary")
        self._folder_words = plain_label(tone="soft", wrap=True)
        self.preset = QComboBox()
        self.preset.setAccessibleName(self.tr("Preset"))
        self.cap = MoneyField(FREE.currency)
        self._sign = plain_label(tone="soft")
        self.take_there = QCheckBox("")
        self._build()
        self.choose.clicked.connect(self.folder_wanted)
        self.preset.currentIndexChanged.connect(lambda _: self._follow_price())
        self.cap.textChanged.connect(lambda _: self.changed.emit())
        self.take_there.toggled.connect(lambda _: self.changed.emit())
        self._follow_price()
        self.show_folder("", 0)

    def _follow_price(self) -> None:
        currency = self.price.currency
        self._sign.setText(say_sign(currency))
        self.cap.set_currency(currency)
        words = self.tr("Most that the folder may cost in a day, in {currency}")
        self.cap.setAccessibleName(words.format(currency=say_currency(currency)))
        self.changed.emit()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_M)
        grid.setVerticalSpacing(GAP_S)
        grid.setColumnStretch(1, 1)
        a_day = QHBoxLayout()
        a_day.setSpacing(GAP_S)
        for widget in (self._sign, self.cap):
            a_day.addWidget(widget)
        a_day.addStretch(1)
        grid.addWidget(self.choose, 0, 0)
        grid.addWidget(self._folder_words, 0, 1)
        grid.addWidget(plain_label(self.tr("Preset")), 1, 0)
        grid.addWidget(self.preset, 1, 1)
        grid.addWidget(plain_label(self.tr("At most a day")), 2, 0)
        grid.addLayout(a_day, 2, 1)
        grid.addWidget(self.take_there, 3, 1)

    def show_presets(self, choices: Sequence[PresetChoice]) -> None:
        """Offer these presets; the chosen one stays chosen if it is among them."""
        before = self.preset.currentText()
        self.preset.clear()
        for choice in choices:
            self.preset.addItem(choice.name, choice.price)
        at = self.preset.findText(before)
        self.preset.setCurrentIndex(max(at, 0) if choices else -1)
        self.changed.emit()

    def show_folder(self, folder: str, count: int) -> None:
        """Show the chosen folder; `count` is the number of pictures in it."""
        self.folder, self._count = folder, count
        self._folder_words.setText(breakable(folder) if folder else self.tr("No folder is chosen yet."))
        words = (
            self.tr("Make the picture that lies there already, too")
            if count == 1
            else self.tr("Make the {count} pictures that lie there already, too")
        )
        self.take_there.setText(words.format(count=say_number(count)))
        self.take_there.setVisible(count > 0)
        if not count:
            self.take_there.setChecked(False)
        self.changed.emit()

    @property
    def price(self) -> Money:
        """The price of one video of the chosen preset."""
        price = self.preset.currentData()
        return price if isinstance(price, Money) else FREE

    @property
    def day_budget(self) -> Money | None:
        """The most that a day may cost, in the price's currency; None if no amount is typed."""
        return None if self.cap.amount is None else Money(self.cap.amount, self.price.currency)

    @property
    def hint(self) -> str:
        """What is still missing, or what the choices mean."""
        if not self.preset.count():
            return self.tr(
                "Save a preset for one picture in a tab first: it says what becomes of the pictures."
            )
        if not self.folder:
            return self.tr("Choose the folder into which pictures come.")
        cap = self.day_budget
        if cap is None:
            return self.tr("Say what a day may cost; a video costs {price}.").format(
                price=say_money(self.price)
            )
        if cap < self.price:
            return self.tr("That is less than one video, which costs {price}.").format(
                price=say_money(self.price)
            )
        count = cap // self.price if self.price else 0
        return self.tr("Videos a day at most: {count}, at {price} each.").format(
            count=say_number(count), price=say_money(self.price)
        )

    @property
    def may_rehearse(self) -> bool:
        """Whether a folder and a preset are chosen."""
        return bool(self.folder) and self.preset.count() > 0

    @property
    def may_pay(self) -> bool:
        """Whether folder and preset are chosen, and a day's budget pays for at least one video."""
        return self.may_rehearse and self.day_budget is not None and self.day_budget >= self.price
