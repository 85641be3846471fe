"""A model's options as a row of combo boxes."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from vidu_desktop.domain.options import Options, OptionSpec
from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.models.option_words import option_label, value_words
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.translated import Translated


class OptionBoxes(Translated, QWidget):
    """Offers all options that have more than one value. With `no_choice`, each box has a first entry with that text, which
    leaves the option open.
    """

    changed = Signal()  # only by the person

    def __init__(self, no_choice: Callable[[], str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._no_choice = no_choice
        self._boxes: dict[str, QComboBox] = {}
        self._labels: dict[str, QLabel] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP_S)

    def offer(self, options: Iterable[OptionSpec]) -> None:
        """Replace the options that are offered."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes, self._labels = {}, {}
        for option in options:
            if len(option.values) > 1:
                self._labels[option.key] = plain_label(tone="soft")
                self._row.addWidget(self._labels[option.key])
                self._row.addWidget(self._box(option))
        for before, box in pairwise((_stop_before(self), *self._boxes.values())):
            QWidget.setTabOrder(before, box)  # else they come behind all that was there before them
        self._retranslate()

    def _box(self, option: OptionSpec) -> QComboBox:
        box = self._boxes[option.key] = QComboBox()
        for value in (*([None] if self._no_choice else []), *option.values):
            box.addItem("", value)
        box.activated.connect(lambda _: self.changed.emit())
        return box

    def show_chosen(self, options: Options) -> None:
        """Select these values; a box whose value is missing or isn't offered shows its first entry."""
        for key, box in self._boxes.items():
            value = options.get(key)
            box.setCurrentIndex(max(0, 0 if value is None else box.findData(value)))

    @property
    def chosen(self) -> dict[str, Any]:
        """The chosen value of each offered option; None if it is left open."""
        return {key: box.currentData() for key, box in self._boxes.items()}

    @override
    def _retranslate(self) -> None:
        for key, box in self._boxes.items():
            self._labels[key].setText(option_label(key))
            box.setAccessibleName(option_label(key))
            for index in range(box.count()):
                value = box.itemData(index)
                no_choice = self._no_choice() if self._no_choice and value is None else ""
                box.setItemText(index, no_choice or value_words(key, value))


def _stop_before(widget: QWidget) -> QWidget:
    """Return the widget at which Tab stops before it comes to this one; itself where there is none."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    return before or widget
