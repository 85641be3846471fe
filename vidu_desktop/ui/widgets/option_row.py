"""The settings of one model, made from its catalogue entry: what has one legal value is shown, not asked."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from vidu_desktop.domain.catalogue import ModelSpec
from vidu_desktop.domain.modes import FrameSize, Movement
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import CONTROL_HEIGHT, GAP_M, GAP_S, GAP_XS
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.place_fields import PlaceFields
from vidu_desktop.ui.widgets.segmented import Segmented
from vidu_desktop.ui.widgets.switch import Switch


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is set. `aspect_ratio` is None for a model without that parameter."""

    duration_s: int
    size: FrameSize
    movement: Movement
    aspect_ratio: str | None
    with_audio: bool


class _Choice:
    """One setting: segments when there is a choice, the value itself when there is none."""

    def __init__(
        self,
        look: Look,
        values: tuple[Hashable, ...],
        name_value: Callable[[Hashable], str],
        ratio_of: Callable[[Hashable], float] | None = None,
    ) -> None:
        self._values = values
        self._name_value = name_value
        self._segments: Segmented | None = None
        self._only: Hashable = values[0]
        if len(values) > 1:
            self._segments = Segmented(look, values, name_value, ratio_of=ratio_of)
            self.widget: QWidget = self._segments
        else:
            self._value_label = plain_label()
            self._value_label.setMinimumHeight(CONTROL_HEIGHT)
            self.widget = self._value_label

    @property
    def value(self) -> Hashable:
        return self._segments.value if self._segments else self._only

    @property
    def segments(self) -> Segmented | None:
        return self._segments

    def set_value(self, value: Hashable) -> None:
        if self._segments:
            self._segments.set_value(value)
        else:
            self._only = value
            self._value_label.setText(self._name_value(value))

    def name(self, label: str) -> None:
        if self._segments:
            self._segments.set_label(label)
        else:
            text = self._name_value(self._only)
            self._value_label.setText(text)
            self._value_label.setAccessibleName(f"{label}: {text}")


class OptionRow(QWidget):
    """Duration, size, movement, aspect ratio, music: those that the model has. Then where the video belongs, which
    isn't sent.
    """

    changed = Signal()

    def __init__(self, look: Look, spec: ModelSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._spec = spec
        self._choices: dict[str, _Choice] = {}
        self._labels: dict[str, QLabel] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP_M)
        self._grid.setVerticalSpacing(GAP_S)
        self._grid.setColumnStretch(1, 1)
        spec, look = self._spec, self._look
        self._add_choice("duration", _Choice(look, spec.durations_s, self._name_duration))
        self._add_choice("size", _Choice(look, spec.sizes, lambda size: str(size).replace("x", " × ")))
        self._add_choice("movement", _Choice(look, spec.movements, self._name_movement))
        if spec.aspect_ratios:
            self._add_choice("aspect_ratio", _Choice(look, spec.aspect_ratios, str, _ratio_of))
        self._music = Switch(look)
        self._add_line("music", self._music)
        self._music.setVisible(spec.with_audio)
        self._labels["music"].setVisible(spec.with_audio)
        self.place = PlaceFields()
        self._add_line("place", self.place)
        self._retranslate()

    def _add_choice(self, key: str, choice: _Choice) -> None:
        self._choices[key] = choice
        self._add_line(key, choice.widget)

    def _add_line(self, key: str, control: QWidget) -> None:
        row = self._grid.rowCount()
        label = plain_label(tone="soft")
        label.setBuddy(control)
        self._labels[key] = label
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(control, row, 1)

    def _connect(self) -> None:
        for choice in self._choices.values():
            if choice.segments:
                choice.segments.value_changed.connect(self.changed)
        self._music.toggled.connect(self.changed)
        self.place.changed.connect(self.changed)

    @property
    def options(self) -> Options:
        """What is set now."""
        values = {key: choice.value for key, choice in self._choices.items()}
        duration_s, size, movement = values["duration"], values["size"], values["movement"]
        ratio = values.get("aspect_ratio")
        return Options(
            duration_s=duration_s if isinstance(duration_s, int) else self._spec.durations_s[0],
            size=size if isinstance(size, FrameSize) else self._spec.sizes[0],
            movement=movement if isinstance(movement, Movement) else self._spec.movements[0],
            aspect_ratio=ratio if isinstance(ratio, str) else None,
            with_audio=self._music.isChecked(),
        )

    def set_options(self, request: GenerationRequest) -> None:
        """Set everything as it was in a request."""
        self._choices["duration"].set_value(request.duration_s)
        self._choices["size"].set_value(request.size)
        self._choices["movement"].set_value(request.movement)
        if "aspect_ratio" in self._choices and request.aspect_ratio is not None:
            self._choices["aspect_ratio"].set_value(request.aspect_ratio)
        self._music.setChecked(request.with_audio)
        self.place.set_place(request.project, request.shot)
        self._retranslate()
        self.changed.emit()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a setter
        """Stand closer, in a low window."""
        self._grid.setVerticalSpacing(GAP_XS if low else GAP_S)

    def focus_place(self, place: str) -> None:
        """Give the control of a setting the keyboard."""
        choice = self._choices.get(place)
        if choice is not None and choice.segments:
            choice.segments.focus_checked()

    def _name_duration(self, duration: Hashable) -> str:
        return self.tr("{seconds} s").format(seconds=duration)

    def _name_movement(self, movement: Hashable) -> str:
        names = {
            Movement.AUTO: self.tr("Auto"),
            Movement.SMALL: self.tr("Small"),
            Movement.MEDIUM: self.tr("Medium"),
            Movement.LARGE: self.tr("Large"),
        }
        return names.get(movement, str(movement)) if isinstance(movement, Movement) else str(movement)

    def _retranslate(self) -> None:
        words = {
            "duration": self.tr("Length"),
            "size": self.tr("Size"),
            "movement": self.tr("Movement"),
            "aspect_ratio": self.tr("Shape"),
            "music": self.tr("Music"),
            "place": self.tr("Belongs to"),
        }
        for key, label in self._labels.items():
            label.setText(words[key])
        for key, choice in self._choices.items():
            choice.name(words[key])
        self._music.setAccessibleName(self.tr("Background music"))
        self._music.setToolTip(self.tr("Let the service add background music"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _ratio_of(value: Hashable) -> float:
    across, _, down = str(value).partition(":")
    return int(across) / int(down)
