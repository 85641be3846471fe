"""The choices for one gap of a chain board: its prompt, its options, its takes, or a hard cut instead of a video."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from vidu_desktop.domain.batch import TAKES_MOST
from vidu_desktop.domain.catalogue import Offer
from vidu_desktop.domain.film import FilmPart
from vidu_desktop.domain.options import Options
from vidu_desktop.domain.request import Remedy
from vidu_desktop.domain.translation import cleaned
from vidu_desktop.ui.dialogs.part_row import PartRow
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.board_cards import GapCard
from vidu_desktop.ui.widgets.elided_label import ElidedLabel
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.number_field import NumberField
from vidu_desktop.ui.widgets.option_boxes import OptionBoxes
from vidu_desktop.ui.widgets.prompt_line import PromptLine
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.spoken import name_field
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.typing_pause import TypingPause

_STATE_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class GapWishes:
    """A person's choices for one gap. None, or a missing option, means the board's choice."""

    prompt: str | None = None
    options: Options = field(default_factory=dict)
    takes: int | None = None
    cut: bool = False
    fade: int = 0
    skip_first: int = 0
    skip_last: int = 0
    speed: float = 1.0

    @property
    def part(self) -> FilmPart:
        """What is wanted of the gap's part of the film."""
        return FilmPart(
            video_path="",
            skip_first=self.skip_first,
            skip_last=self.skip_last,
            speed=self.speed,
            fade=self.fade,
        )


class GapEditor(Translated, QWidget):
    """Edits one gap at a time. Empty fields mean the board's choice."""

    changed = Signal(int, object)  # index of the still before the gap; GapWishes
    typed = Signal()  # `changed` or `unchanged` follows when typing pauses
    unchanged = Signal()  # what was typed is as it was before
    play_requested = Signal()
    fix_requested = Signal(int, object)  # index of the still before the gap; Remedy for its stills

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = -1
        self._shown = GapWishes()
        self.title = ElidedLabel(role=FontRole.STRONG)
        self.state = plain_label(tone="soft", wrap=True)
        self.state.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.state.setMinimumHeight(_STATE_LINES * self.state.fontMetrics().height())  # so that nothing jumps
        self.prompt = PromptLine()
        self._options = OptionBoxes(lambda: self.tr("as the board"))
        self._model = ""
        self.takes = NumberField()
        self.takes.setRange(0, TAKES_MOST)
        self._takes_label = plain_label(tone="soft")
        self._board_prompt = ""
        self._matches_start = False
        self.cut = QCheckBox()
        self.part = PartRow(in_line=True)
        self.play, self.match, self.crop = self._button(), self._button(), self._button()
        self._typing = TypingPause(self.prompt, self)
        self._build()
        self._connect()
        self._retranslate()

    def _button(self) -> QPushButton:
        button = PushButton()
        button.setAutoDefault(False)
        restyle(button, kind="secondary", dense="true")
        return button

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP_S)
        head = QHBoxLayout()
        head.setSpacing(GAP_S)
        head.addWidget(self.title, 1)
        head.addWidget(self.crop)
        head.addWidget(self.match)
        head.addWidget(self.play)
        rows.addLayout(head)
        rows.addWidget(self.state)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(GAP_S)
        self._ways.addWidget(self.prompt, 1)
        self._ways.addSpacing(GAP_M - GAP_S)
        self._ways.addWidget(self._options)
        self._ways.addWidget(self._takes_label)
        self._ways.addWidget(self.takes)
        self._ways.addWidget(self.cut)
        rows.addLayout(self._ways)
        rows.addWidget(self.part)

    def _connect(self) -> None:
        self._typing.typed.connect(self.typed)
        self._typing.paused.connect(self._say)
        self.takes.valueChanged.connect(lambda _: self._typing.note())
        self.part.changed.connect(self._typing.note)
        self._options.changed.connect(self._say)
        self.cut.toggled.connect(lambda _: self._say())
        self.play.clicked.connect(self.play_requested)
        self.match.clicked.connect(lambda: self.fix_requested.emit(self._start, Remedy.MATCH_START))
        self.crop.clicked.connect(lambda: self.fix_requested.emit(self._start, Remedy.CROP_TO_RATIO))

    def offer_options(self, offer: Offer) -> None:
        """Offer those of a model's options that may differ from gap to gap."""
        if offer.model == self._model:
            return
        self._model = offer.model
        self._options.offer(option for option in offer.options if option.kind.per_gap)

    def show_gap(self, card: GapCard, title: str, wishes: GapWishes, board_prompt: str) -> None:
        """Show a gap and its choices; what is being typed for it stays."""
        typing = self._typing.is_awaited and card.start == self._start
        if card.start != self._start:
            self.finish()
        self._start = card.start
        self.title.setText(title)
        self.state.setText(card.tip_text)
        self.play.setEnabled(card.clip is not None)
        self.match.setVisible(Remedy.MATCH_START in card.remedies)
        self.crop.setVisible(Remedy.CROP_TO_RATIO in card.remedies)
        if not typing:
            self._shown = wishes
            self._fill(wishes)
        self._board_prompt = board_prompt
        self._matches_start = card.matches_start
        self._retranslate()
        for control in (self.prompt, self._options, self.takes, self.part):
            control.setEnabled(not wishes.cut)

    @override
    def _retranslate(self) -> None:
        self.prompt.setAccessibleName(self.tr("Prompt of this gap"))
        self.prompt.setPlaceholderText(self._board_prompt or self.tr("Prompt of this gap"))
        self._takes_label.setText(self.tr("Takes"))
        self.takes.setSpecialValueText(self.tr("as the board"))
        name_field(self.takes, self.tr("Takes of this gap"))
        self.part.setToolTip(self.tr("How it plays in the film; nothing is made anew for that."))
        self.cut.setText(self.tr("Hard cut"))
        self.cut.setToolTip(self.tr("No video is made here; one still follows the other."))
        self.play.setText(self.tr("Play"))
        self.crop.setText(self.tr("Crop to fit"))
        self.crop.setToolTip(
            self.tr(
                "Cut two sides of a copy of the still evenly, until it is no longer than the model takes."
            )
        )
        self.match.setText(self.tr("Match"))
        self.match.setToolTip(
            self.tr("Crop and scale a copy of the start still to the size of the end still.")
            if self._matches_start
            else self.tr("Crop and scale a copy of the end still to the size of the start still.")
        )

    def _fill(self, wishes: GapWishes) -> None:
        for control in (self.takes, self.cut):
            control.blockSignals(True)
        if self.prompt.text().strip() != (wishes.prompt or ""):
            self.prompt.setText(wishes.prompt or "")
        self._options.show_chosen(wishes.options)
        self.takes.setValue(wishes.takes or 0)
        self.cut.setChecked(wishes.cut)
        self.part.show_part(wishes.part, None)
        for control in (self.takes, self.cut):
            control.blockSignals(False)

    def show_none(self) -> None:
        """Leave the gap: no gap is current any more."""
        self.finish()
        self._start = -1

    def finish(self) -> None:
        """Apply at once what was typed last."""
        if self._typing.is_awaited:
            self._say()

    def _say(self) -> None:
        was_typing = self._typing.stop()
        chosen = self._options.chosen
        # Options that aren't offered here stay as they are.
        others = {key: value for key, value in self._shown.options.items() if key not in chosen}
        options = others | {key: value for key, value in chosen.items() if value is not None}
        part = self.part.part_of(FilmPart(video_path=""))
        wishes = GapWishes(
            prompt=cleaned(self.prompt.text()).strip() or None,
            options=options,
            takes=self.takes.value() or None,
            cut=self.cut.isChecked(),
            fade=part.fade,
            skip_first=part.skip_first,
            skip_last=part.skip_last,
            speed=part.speed,
        )
        if self._start >= 0 and wishes != self._shown:
            self._shown = wishes
            self.changed.emit(self._start, wishes)
        elif was_typing:
            self.unchanged.emit()
