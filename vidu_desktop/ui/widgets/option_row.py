"""The settings of a tab, made from the catalogue: the model, if there are several, and the chosen model's options."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from vidu_desktop.domain.catalogue import Offer
from vidu_desktop.domain.options import OptionValue
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, GAP_XS
from vidu_desktop.ui.models.option_words import option_label
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.option_choice import OptionChoice
from vidu_desktop.ui.widgets.place_fields import PlaceFields
from vidu_desktop.ui.widgets.segmented import Segmented
from vidu_desktop.ui.widgets.translated import Translated

_MODEL, _PLACE = "model", "place"


class OptionRow(Translated, QWidget):
    """The model's options, switches last, then the project and shot of the video, which aren't sent to the service."""

    changed = Signal()

    def __init__(self, look: Look, offers: Sequence[Offer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._offers = {offer.model: offer for offer in offers}
        self._offer = offers[0]
        self._choices: dict[str, OptionChoice] = {}
        self._labels: dict[str, QLabel] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP_M)
        self._grid.setVerticalSpacing(GAP_S)
        self._grid.setColumnStretch(1, 1)
        self._models: Segmented | None = None
        if len(self._offers) > 1:
            self._models = Segmented(
                self._look, list(self._offers), lambda model: self._offers[str(model)].name
            )
            self._add_line(_MODEL, self._models)
        self.place = PlaceFields()
        self._add_options()

    def _add_options(self) -> None:
        """Add a line for each option of the model, then the line for project and shot."""
        for option in sorted(self._offer.options, key=lambda option: option.kind.type is bool):
            choice = OptionChoice(self._look, option)
            choice.changed.connect(self.changed)
            self._choices[option.key] = choice
            self._add_line(option.key, choice.widget)
        self._add_line(_PLACE, self.place)
        self._retranslate()

    def _take_out(self, key: str) -> None:
        label = self._labels.pop(key)
        self._grid.removeWidget(label)
        label.hide()
        label.deleteLater()

    def _add_line(self, key: str, control: QWidget) -> None:
        row = self._grid.rowCount()
        label = plain_label(tone="soft")
        label.setBuddy(control)
        self._labels[key] = label
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(control, row, 1)

    def _connect(self) -> None:
        self.place.changed.connect(self.changed)
        if self._models is not None:
            self._models.value_changed.connect(lambda model: self.set_model(str(model)))

    @property
    def offer(self) -> Offer:
        """The chosen model in the tab's mode."""
        return self._offer

    @property
    def options(self) -> dict[str, OptionValue]:
        """The values of all options."""
        return {key: choice.value for key, choice in self._choices.items()}

    def set_model(self, model: str) -> None:
        """Choose a model and keep those of the present values that it takes. Does nothing for a model that isn't offered."""
        if model not in self._offers or model == self._offer.model:
            return
        kept = self.options
        self._offer = self._offers[model]
        if self._models is not None:
            self._models.set_value(model)
        for key, choice in self._choices.items():
            self._grid.removeWidget(choice.widget)
            choice.widget.hide()
            choice.widget.deleteLater()
            self._take_out(key)
        self._grid.removeWidget(self.place)
        self._take_out(_PLACE)
        self._choices = {}
        self._add_options()
        for option in self._offer.options:
            if option.key in kept and option.takes(kept[option.key]):
                self._choices[option.key].set_value(kept[option.key])
        self._order_tabs()
        self.changed.emit()

    def _order_tabs(self) -> None:
        """Let Tab follow the lines from top to bottom, although they were made after the widgets below them."""
        lines = [self._models, *(choice.widget for choice in self._choices.values()), self.place]
        stops = [stop for line in lines if line is not None for stop in _stops_of(line)]
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)

    def set_options(self, request: GenerationRequest) -> None:
        """Set the model, all options, project and shot from a request."""
        self.set_model(request.model)
        for option in self._offer.options:
            self._choices[option.key].set_value(request.options.get(option.key, option.default))
        self.place.set_place(request.project, request.shot)
        self._retranslate()
        self.changed.emit()

    def set_low(self, low: bool) -> None:
        """Use smaller gaps between the lines, in a low window."""
        self._grid.setVerticalSpacing(GAP_XS if low else GAP_S)

    def focus_place(self, place: str) -> None:
        """Focus the control of the option `place`."""
        if place in self._choices:
            self._choices[place].focus()

    @override
    def _retranslate(self) -> None:
        others = {_MODEL: self.tr("Model"), _PLACE: self.tr("Belongs to")}
        for key, label in self._labels.items():
            label.setText(others.get(key) or option_label(key))
        for key, choice in self._choices.items():
            choice.name(option_label(key))
        if self._models is not None:
            self._models.set_label(others[_MODEL])


def _stops_of(line: QWidget) -> list[QWidget]:
    """Return the widgets of a line that take the focus by Tab: Qt leaves containers out of the tab order."""
    inside = [line] if _takes_tab(line) else line.findChildren(QWidget)
    return [one for one in inside if _takes_tab(one)]


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
