"""The model of a chain board's strip: a still, the gap behind it, the next still, and so on."""

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

from vidu_desktop.domain.request import Remedy
from vidu_desktop.ui.models.tips import plain_tip
from vidu_desktop.ui.text import say_pair, say_sentences

BOARD_STILLS_MIME = "application/x-vidu-desktop-board-stills"
"""A JSON list of the indexes of the stills that are being dragged within their own board."""
Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class CardTone(StrEnum):
    """How a badge looks: the theme's colour for its words and its background."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    ACCENT = "accent"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class StillCard:
    """A still as the strip shows it. `size` is its size in pixels, in words. `wrong` says why it can't be sent; empty when it
    can.
    """

    index: int
    name: str
    path: str
    size: str = ""
    wrong: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GapCard:
    """A gap as the strip shows it. `start` is the index of the still with which it begins. `state` says more than the badge
    has room for. `cover_path` is the cover of the video that can be played; empty where there is none. `remedies` are those that
    make its stills fit.
    """

    start: int
    shot: str
    badge: str
    tone: CardTone
    state: str
    prompt: str = ""
    own_prompt: bool = False
    takes: str = ""
    part: str = ""
    """What is left out of its video in the film, and how fast it plays; empty where it plays as it is."""
    cut: bool = False
    cover_path: str = ""
    clip: object = None
    """The clip that can be played; None without one."""
    stand_in: str = ""
    """The sentence that the gap's stills take the place of its video when the board plays as a film; empty where they don't."""
    remedies: frozenset[Remedy] = frozenset()
    matches_start: bool = False
    """Whether it is the start still that is matched to the other one."""
    jump: str = ""
    """How far the picture jumps from the video of the gap before to this gap's video; empty where it doesn't jump, or nobody
    knows.
    """
    jump_tone: CardTone = CardTone.WARN

    @property
    def plays(self) -> bool:
        """Whether the gap has a part in the board's film: its clip, or its stills."""
        return bool(self.stand_in) or self.clip is not None

    @property
    def tip_text(self) -> str:
        """Everything that the tip says of the gap."""
        return f"{self.state}\n{self.jump}" if self.jump else self.state


Card = StillCard | GapCard


class BoardModel(QAbstractListModel):
    """Rows of cards. When the number of cards stays the same, only the changed rows are announced, so that the view doesn't
    jump.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: Sequence[Card] = ()
        self._played_row = -1

    def card(self, row: int) -> Card | None:
        """Return the card of a row; None for a row outside the strip."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    @property
    def cards(self) -> Sequence[Card]:
        """All cards in their order."""
        return self._cards

    def row_of_still(self, index: int) -> int:
        """Return the row of the still with this index; -1 when the board has no such still."""
        row = 2 * index
        return row if row < len(self._cards) else -1

    def show(self, cards: Sequence[Card]) -> None:
        """Show these cards in place of the former ones."""
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
        """Mark the card of this row as the one that is on the stage; -1 for none."""
        former, self._played_row = self._played_row, row
        for changed in {former, row} - {-1} if former != row else ():
            self.dataChanged.emit(
                self.index(changed), self.index(changed), [Qt.ItemDataRole.AccessibleTextRole]
            )

    def show_picture(self, path: str) -> None:
        """Repaint the cards that show the picture with this path."""
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
                f"{card.path}\n{card.wrong}".strip() if isinstance(card, StillCard) else card.tip_text
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
    """Return the indexes of the stills that are dragged; empty where something else is dragged."""
    try:
        found = json.loads(bytes(mime.data(BOARD_STILLS_MIME).data()))
    except ValueError:
        return ()
    return [one for one in found if isinstance(one, int)] if isinstance(found, list) else ()


def _spoken(card: Card) -> str:
    if isinstance(card, StillCard):
        return say_sentences((card.name, card.wrong))
    return say_sentences(
        (say_pair(card.shot, card.badge), card.jump or card.prompt, card.part, card.stand_in)
    )
