"""The choices for all gaps of a chain board: prompt, model with its options, takes, loop, sound."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.batch import TAKES_MOST
from vidu_desktop.domain.board import Board
from vidu_desktop.domain.catalogue import Offer
from vidu_desktop.domain.translation import cleaned
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.last_folders import LastFolders
from vidu_desktop.ui.widgets.number_field import NumberField
from vidu_desktop.ui.widgets.option_boxes import OptionBoxes
from vidu_desktop.ui.widgets.prompt_line import PromptLine
from vidu_desktop.ui.widgets.sound_field import SoundField
from vidu_desktop.ui.widgets.spoken import name_field
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.typing_pause import TypingPause


class BoardWishes(Translated, QWidget):
    """Shows a board's choices; `changed` is sent with the board as the person has changed it."""

    changed = Signal(object)  # Board
    typed = Signal()  # `changed` or `unchanged` follows when typing pauses
    unchanged = Signal()  # what was typed is as it was before

    def __init__(
        self,
        look: Look,
        offers: Sequence[Offer],
        folders: LastFolders | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._offers = {offer.model: offer for offer in offers}
        self._board: Board | None = None
        self.prompt = PromptLine()
        self.models = QComboBox()
        for offer in offers:
            self.models.addItem(offer.name, offer.model)
        self.takes = NumberField()
        self.takes.setRange(1, TAKES_MOST)
        self.loop = QCheckBox()
        self.sound = SoundField(look, folders)
        self._takes_label, self._model_label = plain_label(tone="soft"), plain_label(tone="soft")
        self._typing = TypingPause(self.prompt, self)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        first = QHBoxLayout()
        first.setSpacing(GAP_S)
        first.addWidget(self.prompt, 1)
        first.addWidget(self._takes_label)
        first.addWidget(self.takes)
        first.addWidget(self.loop)
        first.addWidget(self.sound)
        column.addLayout(first)
        self._model_row = QHBoxLayout()
        self._model_row.setSpacing(GAP_S)
        self._model_row.addWidget(self._model_label)
        self._model_row.addWidget(self.models)
        self._options = OptionBoxes()
        self._model_row.addWidget(self._options)
        self._model_row.addStretch(1)
        column.addLayout(self._model_row)

    def _connect(self) -> None:
        self._typing.typed.connect(self.typed)
        self._typing.paused.connect(self._say)
        self.takes.valueChanged.connect(lambda _: self._typing.note())
        self.models.activated.connect(lambda _: self._say())
        self._options.changed.connect(self._say)
        self.loop.toggled.connect(lambda _: self._say())
        self.sound.changed.connect(self._say)

    def show_board(self, board: Board) -> None:
        """Show a board's choices; what is being typed stays."""
        if self._typing.is_awaited:
            self._board = board
            return
        offer = board.offer
        if self._board is None or self._board.offer.model != offer.model:
            self._options.offer(offer.options)
        self._board = board
        controls = (self.takes, self.loop)
        for control in controls:
            control.blockSignals(True)
        if self.prompt.text().strip() != board.prompt:
            self.prompt.setText(board.prompt)
        self.models.setCurrentIndex(self.models.findData(offer.model))
        self.takes.setValue(board.takes)
        self.loop.setChecked(board.loop)
        for control in controls:
            control.blockSignals(False)
        self.sound.show_path(board.sound_path)
        self._options.show_chosen({**offer.defaults, **board.options})

    def finish(self) -> None:
        """Apply at once what was typed last."""
        if self._typing.is_awaited:
            self._say()

    @override
    def _retranslate(self) -> None:
        self.prompt.setPlaceholderText(self.tr("Prompt for all gaps without one of their own"))
        self.prompt.setAccessibleName(self.tr("Prompt for all gaps"))
        self.models.setAccessibleName(self.tr("Model"))
        self._takes_label.setText(self.tr("Takes"))
        self._model_label.setText(self.tr("Model"))
        name_field(self.takes, self.tr("Takes of each gap"))
        self.loop.setText(self.tr("Loop"))
        self.loop.setToolTip(self.tr("The last still leads back to the first."))

    def _say(self) -> None:
        was_typing = self._typing.stop()
        if self._board is None:
            return
        board = self._board.with_wishes(
            prompt=cleaned(self.prompt.text()).strip(),
            takes=self.takes.value(),
            loop=self.loop.isChecked(),
            model=str(self.models.currentData()),
            options=self._options.chosen,
            sound_path=self.sound.path,
        )
        if board != self._board:
            self.changed.emit(board)
        elif was_typing:
            self.unchanged.emit()
