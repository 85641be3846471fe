"""What is asked before a folder is watched: which one, what becomes of its pictures, what a day may cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from vidu_desktop.domain.money import format_usd
from vidu_desktop.ui.look.scale import GAP_M, GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.labels import breakable, plain_label
from vidu_desktop.ui.widgets.money_field import MoneyField


@dataclass(frozen=True, slots=True)
class PresetChoice:
    """A preset that a folder can be watched with, and what one video of it costs."""

    name: str
    price_usd: Decimal


class WatchForm(QWidget):
    """Says by `hint` why nothing can be begun yet."""

    folder_wanted = Signal()  # a folder is to be chosen
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = ""
        self._count = 0
        self.choose = QPushButton(self.tr("Choose a folder…"))
        self.choose.setAutoDefault(False)
        restyle(self.choose, kind="secondary")
        self._folder_words = plain_label(tone="soft", wrap=True)
        self.preset = QComboBox()
        self.preset.setAccessibleName(self.tr("Preset"))
        self.cap = MoneyField()
        self.cap.setAccessibleName(self.tr("Most that the folder may cost in a day, in US dollars"))
        self.take_there = QCheckBox("")
        self._build()
        self.choose.clicked.connect(self.folder_wanted)
        self.preset.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.cap.textChanged.connect(lambda _: self.changed.emit())
        self.take_there.toggled.connect(lambda _: self.changed.emit())
        self.show_folder("", 0)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_M)
        grid.setVerticalSpacing(GAP_S)
        grid.setColumnStretch(1, 1)
        a_day = QHBoxLayout()
        a_day.setSpacing(GAP_S)
        for widget in (plain_label("$", tone="soft"), self.cap):
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
        """Offer these presets; the one that was chosen stays so, if it is there."""
        before = self.preset.currentText()
        self.preset.clear()
        for choice in choices:
            self.preset.addItem(choice.name, choice.price_usd)
        at = self.preset.findText(before)
        self.preset.setCurrentIndex(max(at, 0) if choices else -1)
        self.changed.emit()

    def show_folder(self, folder: str, count: int) -> None:
        """Show which folder was chosen, and how many pictures lie there."""
        self.folder, self._count = folder, count
        self._folder_words.setText(breakable(folder) if folder else self.tr("No folder is chosen yet."))
        words = (
            self.tr("Make the picture that lies there already, too")
            if count == 1
            else self.tr("Make the {count} pictures that lie there already, too")
        )
        self.take_there.setText(words.format(count=f"{count:,}"))
        self.take_there.setVisible(count > 0)
        if not count:
            self.take_there.setChecked(False)
        self.changed.emit()

    @property
    def price_usd(self) -> Decimal:
        """What one video of the chosen preset costs."""
        price = self.preset.currentData()
        return price if isinstance(price, Decimal) else Decimal(0)

    @property
    def hint(self) -> str:
        """What is missing, or what comes of it."""
        if not self.preset.count():
            return self.tr(
                "Save a preset for one picture in a tab first: it says what becomes of the pictures."
            )
        if not self.folder:
            return self.tr("Choose the folder into which pictures come.")
        if self.cap.amount is None:
            return self.tr("Say what a day may cost; a video costs {price}.").format(
                price=format_usd(self.price_usd)
            )
        if self.cap.amount < self.price_usd:
            return self.tr("That is less than one video, which costs {price}.").format(
                price=format_usd(self.price_usd)
            )
        count = int(self.cap.amount // self.price_usd) if self.price_usd else 0
        return self.tr("Videos a day at most: {count}, at {price} each.").format(
            count=f"{count:,}", price=format_usd(self.price_usd)
        )

    @property
    def may_rehearse(self) -> bool:
        """Whether folder and preset are known."""
        return bool(self.folder) and self.preset.count() > 0

    @property
    def may_pay(self) -> bool:
        """Whether everything is said, the sum too."""
        return self.may_rehearse and self.cap.amount is not None and self.cap.amount >= self.price_usd
