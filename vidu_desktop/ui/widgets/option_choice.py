"""The control for one option: a switch, segments for a few values, a list for many, a label for a single value."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from vidu_desktop.domain.options import OptionKey, OptionSpec, OptionValue
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import CONTROL_HEIGHT
from vidu_desktop.ui.models.option_words import value_words
from vidu_desktop.ui.text import say_pair
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.segmented import Segmented
from vidu_desktop.ui.widgets.switch import Switch

translate = QCoreApplication.translate
_SEGMENTS_MOST = 4


class OptionChoice(QObject):
    """Makes the control as `widget`. A value that the model doesn't allow is shown all the same; the rules report it as a
    problem.
    """

    changed = Signal()  # only by the person

    def __init__(self, look: Look, option: OptionSpec) -> None:
        super().__init__()
        self._option = option
        self._value = option.default
        self._segments: Segmented | None = None
        self._list: QComboBox | None = None
        self._switch: Switch | None = None
        self.widget = self._build(look)
        self.widget.destroyed.connect(self.deleteLater)

    def _build(self, look: Look) -> QWidget:
        values = self._option.values
        if len(values) == 1:
            self._label = plain_label()
            self._label.setMinimumHeight(CONTROL_HEIGHT)
            return self._label
        if self._option.kind.type is bool:
            self._switch = Switch(look)
            self._switch.setChecked(bool(self._value))
            self._switch.toggled.connect(self.changed)
            return self._switch
        if len(values) <= _SEGMENTS_MOST:
            ratio_of = _ratio_of if self._option.key is OptionKey.ASPECT_RATIO else None
            self._segments = Segmented(look, values, self._say, ratio_of=ratio_of)
            self._segments.value_changed.connect(self.changed)
            return self._segments
        self._list = QComboBox()
        for value in values:
            self._list.addItem(self._say(value), value)
        self._list.activated.connect(self.changed)
        return self._list

    def _say(self, value: object) -> str:
        return value_words(self._option.key, value if isinstance(value, str | int) else str(value))

    @property
    def value(self) -> OptionValue:
        """The chosen value, or the only possible one."""
        if self._switch is not None:
            return self._switch.isChecked()
        shown: object = self._value
        if self._segments is not None:
            shown = self._segments.value
        elif self._list is not None:
            shown = self._list.currentData()
        return shown if isinstance(shown, str | int) else self._option.default

    def set_value(self, value: OptionValue) -> None:
        """Show a value, even one that the model doesn't offer any more."""
        self._value = value
        if self._switch is not None:
            self._switch.setChecked(bool(value))
        elif self._segments is not None:
            self._segments.set_value(value)
        elif self._list is not None:
            if self._list.findData(value) < 0:
                self._list.addItem(self._say(value), value)
            self._list.setCurrentIndex(self._list.findData(value))
        else:
            self._label.setText(self._say(value))

    def name(self, label: str) -> None:
        """Set the option's name for screen readers, and set the texts of its values in the current language."""
        if self._segments is not None:
            self._segments.set_label(label)
        elif self._switch is not None:
            self._name_switch(label)
        elif self._list is not None:
            self._list.setAccessibleName(label)
            for index in range(self._list.count()):
                self._list.setItemText(index, self._say(self._list.itemData(index)))
        else:
            text = self._say(self._value)
            self._label.setText(text)
            self._label.setAccessibleName(say_pair(label, text))

    def _name_switch(self, label: str) -> None:
        if self._switch is None:
            return
        if self._option.key is OptionKey.AUDIO:
            label = translate("OptionRow", "Background music")
            self._switch.setToolTip(translate("OptionRow", "Let the service add background music"))
        self._switch.setAccessibleName(label)

    def focus(self) -> None:
        """Focus the control; a label for a single value gets none."""
        if self._segments is not None:
            self._segments.focus_checked()
        elif self._switch is not None or self._list is not None:
            self.widget.setFocus()


def _ratio_of(value: object) -> float:
    across, _, down = str(value).partition(":")
    return int(across) / int(down)
