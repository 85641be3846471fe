"""The choice for pictures whose shape isn't the video's: cut them, or keep them whole between bars."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.framing import FramingKind
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_XS
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.segmented import Segmented
from vidu_desktop.ui.widgets.translated import Translated


class FramingChoice(Translated, QWidget):
    """Hidden while all pictures fit."""

    changed = Signal()  # only by the person

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one = True
        self._choice = Segmented(look, list(FramingKind), self._name)
        self._words = plain_label(role="caption", tone="soft", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        column.addWidget(self._choice)
        column.addWidget(self._words)
        self._choice.value_changed.connect(lambda _value: self._follow())
        self.hide()
        self._retranslate()

    @property
    def kind(self) -> FramingKind:
        """The chosen kind of framing."""
        return FramingKind(str(self._choice.value))

    def set_kind(self, kind: FramingKind) -> None:
        """Choose a kind without sending `changed`."""
        self._choice.set_value(kind)
        self._retranslate()

    def show_for(self, count: int, *, one: bool) -> None:
        """Show the choice if `count` pictures, at least one, don't fit. `one` says that a single picture is shown large,
        whose cut can be dragged.
        """
        self.setVisible(count > 0)
        if one is not self._one:
            self._one = one
            self._retranslate()

    def set_low(self, low: bool) -> None:
        """Show the explanation only in the tooltip, in a low window."""
        self._words.setVisible(not low)

    def _follow(self) -> None:
        self._retranslate()
        self.changed.emit()

    def _name(self, value: object) -> str:
        names = {
            FramingKind.CROP: self.tr("Cut"),
            FramingKind.BARS: self.tr("Black bars"),
            FramingKind.BLUR: self.tr("Blurred bars"),
        }
        return names[FramingKind(str(value))]

    @override
    def _retranslate(self) -> None:
        self._choice.set_label(self.tr("Fit into the video's shape"))
        match self.kind:
            case FramingKind.CROP if self._one:
                words = self.tr("What lies outside of the frame is cut off. Drag the frame to choose.")
            case FramingKind.CROP:
                words = self.tr("Pictures of another shape are cut evenly at two sides.")
            case FramingKind.BARS:
                words = self.tr("The picture stays whole, with black bars beside it.")
            case FramingKind.BLUR:
                words = self.tr("The picture stays whole, with itself beside it, large and blurred.")
        self._words.setText(words)
        self._choice.setToolTip(short_tip(words))
        self._choice.setAccessibleDescription(words)
