"""A chain board as a list for its strip: a still, the gap behind it, the next still, and so on."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from vidu_desktop.ui.models.tips import plain_tip
from vidu_desktop.ui.text import say_pair, say_sentences

BOARD_STILLS_MIME = "application/x-vidu-desktop-board-stills"
"""A JSON list of the indexes of stills that are dragged within their own board."""
Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class Tone(StrEnum):
    """How a badge looks: a colour of the theme and its ground."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    ACCENT = "accent"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class StillCard:
    """A still as it is shown; `size` are its pixels. `wrong` says what keeps it from being sent, empty when nothing does."""

    index: int
    name: str
    path: str
    size: str = ""
    wrong: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GapCard:
    """A gap as it is shown, beginning with the still at `start`. `state` says more than the badge has room for;
    `cover_path` is of the video that can be played, empty where there is none.
    """

    start: int
    shot: str
    badge: str
    tone: Tone
    state: str
    prompt: str = ""
    own_prompt: bool = False
    takes: str = ""
    cut: bool = False
    cover_path: str = ""
    clip: object = None
    """The clip that can be played, for whoever plays it."""
    stand_in: str = ""
    """Says that its stills stand in for a video where the board plays as a film; empty where they don't."""
    can_match: bool = False
    jump: str = ""
    """How far its video jumps against the one of the gap before; empty where it doesn't, or that isn't known."""
    jump_tone: Tone = Tone.WARN

    @property
    def plays(self) -> bool:
        """Whether there is something of it in the film that plays."""
        return bool(self.stand_in) or self.clip is not None

    @property
    def told(self) -> str:
        """All that there is to say of it."""
        return f"{self.state}\n{self.jump}" if self.jump else self.state


Card = StillCard | GapCard


class BoardModel(QAbstractListModel):
    """Rows of cards. Changed cards of a strip that is as long as before are said one by one, so that nothing jumps."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: Sequence[Card] = ()
        self._played_row = -1

    def card(self, row: int) -> Card | None:
        """Return the card of a row; None for a row that isn't there."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    @property
    def cards(self) -> Sequence[Card]:
        """All cards in their order."""
        return self._cards

    def row_of_still(self, index: int) -> int:
        """Return the row of a still; -1 when there is none of this index."""
        row = 2 * index
        return row if row < len(self._cards) else -1

    def show(self, cards: Sequence[Card]) -> None:
        """Show these cards."""
        if len(cards) != len(self._cards):
            self.beginResetModel()
            self._cards = tuple(cards)
            self.endResetModel()
            return
        before, self._cards = self._cards, tuple(cards)
        for row, (old, new) in enumerate(zip(before, cards, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def set_played(self, row: int) -> None:
        """Say of this row that it is on the stage; -1 for none."""
        former, self._played_row = self._played_row, row
        for changed in {former, row} - {-1} if former != row else ():
            self.dataChanged.emit(
                self.index(changed), self.index(changed), [Qt.ItemDataRole.AccessibleTextRole]
            )

    def show_picture(self, path: str) -> None:
        """Paint anew what shows this picture."""
        for row, card in enumerate(self._cards):
            if path == (card.path if isinstance(card, StillCard) else card.cover_path):
                self.dataChanged.emit(self.index(row), self.index(row))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.card(index.row())
        if card is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            on_stage = translate("ClipTile", "on the stage") if index.row() == self._played_row else ""
            return say_sentences((_spoken(card), on_stage))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(
                f"{card.path}\n{card.wrong}".strip() if isinstance(card, StillCard) else card.told
            )
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_still = isinstance(self.card(index.row()), StillCard)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if is_still else usual

    @override
    def mimeTypes(self) -> list[str]:
        return [BOARD_STILLS_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        cards = [self.card(index.row()) for index in indexes]
        stills = sorted(card.index for card in cards if isinstance(card, StillCard))
        data = QMimeData()
        data.setData(BOARD_STILLS_MIME, QByteArray(json.dumps(stills).encode()))
        return data


def dragged_stills(mime: QMimeData) -> Collection[int]:
    """Return the indexes of the stills that are dragged; none for anything else."""
    try:
        found = json.loads(bytes(mime.data(BOARD_STILLS_MIME).data()))
    except ValueError:
        return ()
    return [one for one in found if isinstance(one, int)] if isinstance(found, list) else ()


def _spoken(card: Card) -> str:
    if isinstance(card, StillCard):
        return say_sentences((card.name, card.wrong))
    return say_sentences((say_pair(card.shot, card.badge), card.jump or card.prompt, card.stand_in))
