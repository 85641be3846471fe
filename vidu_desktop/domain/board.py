"""A chain board: stills in a row, and what is wanted between each two of them.

It holds what a person wishes and nothing of what became of it: whether a gap's video is there or out of date is seen by
comparing, each time. What is wanted of a gap stands at the still that it begins with, and moves with it.
"""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from vidu_desktop.domain.catalogue import Offer, offer_for, spec_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import Options

STILLS_MOST = 2_000
CHAIN_MODE = Mode.START_END
"""Of the videos between two stills."""
_TENS = 10
_NUMBER = re.compile(r"S(\d{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class StillContent:
    """What a still, or the sound, held when it was last read, and how its file looked then: who looks the same isn't read again."""

    sha256: str
    file_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardStill:
    """A still, with what is wanted of the gap that begins with it; None is what holds for the whole board, as it does
    for what isn't among its `options`.

    `shot` is what the gap's videos are filed under; no other still of the board has the same. `content` is None until
    it was read. With `cut` the gap is a hard cut: no video is made for it. In the film its video comes in over the one before
    during `fade` frames.
    """

    path: str
    shot: str
    content: StillContent | None = None
    prompt: str | None = None
    options: Options = field(default_factory=dict)
    takes: int | None = None
    cut: bool = False
    fade: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One board. `chain` is the name under which its videos were ordered: its own, but for one that was kept beside
    another. In a `loop` the last still leads back to the first.
    """

    name: str
    chain: str
    stills: tuple[BoardStill, ...] = ()
    loop: bool = False
    prompt: str = ""
    takes: int = 1
    model: str = field(default_factory=lambda: spec_for_mode(CHAIN_MODE).model)
    options: Options = field(default_factory=dict)
    sound_path: str = ""
    """The sound file beneath its film; empty for none."""
    sound_content: StillContent | None = None
    """What it held; None until it was read."""

    @property
    def offer(self) -> Offer:
        """The model that makes its videos; the usual one in the place of one that isn't offered any more."""
        return offer_for(self.model, CHAIN_MODE) or spec_for_mode(CHAIN_MODE)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The gaps, each by its start and its end still."""
        count = len(self.stills)
        around = [(count - 1, 0)] if self.loop and count > 1 else []
        return [(start, start + 1) for start in range(count - 1)] + around

    def prompt_of(self, start: int) -> str:
        """Return the prompt of the gap that begins with a still."""
        own = self.stills[start].prompt
        return (self.prompt if own is None else own).strip()

    def takes_of(self, start: int) -> int:
        """Return how many videos are wanted of the gap that begins with a still."""
        return self.stills[start].takes or self.takes

    def options_of(self, start: int) -> Options:
        """Return the options of the gap that begins with a still."""
        usual = self.offer.defaults
        wanted = self.options, self.stills[start].options
        return usual | {key: value for some in wanted for key, value in some.items() if key in usual}

    def with_wishes(
        self, *, prompt: str, takes: int, loop: bool, model: str, options: Options, sound_path: str = ""
    ) -> "Board":
        """Return the same with other wishes for all gaps. All options of the model are kept, also those that are as it has
        them by itself: a later version may have others, and what was made would be out of date.
        """
        content = self.sound_content if sound_path == self.sound_path else None
        board = replace(
            self,
            prompt=prompt,
            takes=takes,
            loop=loop,
            model=model,
            sound_path=sound_path,
            sound_content=content,
        )
        usual = board.offer.defaults
        known = {key: value for key, value in options.items() if key in usual}
        return replace(board, options={**usual, **known})

    def renamed(self, name: str) -> "Board":
        """Return the same under another name."""
        return replace(self, name=name)

    def with_stills(self, at: int, paths: Sequence[str]) -> "Board":
        """Return the same with more stills, the first of them at index `at`."""
        paths = paths[: max(0, STILLS_MOST - len(self.stills))]
        shots = self._shots_at(at, len(paths))
        new = [BoardStill(path=path, shot=shot) for path, shot in zip(paths, shots, strict=True)]
        return replace(self, stills=(*self.stills[:at], *new, *self.stills[at:]))

    def without(self, indexes: Collection[int]) -> "Board":
        """Return the same without some stills; the others close up."""
        kept = (still for index, still in enumerate(self.stills) if index not in indexes)
        return replace(self, stills=tuple(kept))

    def moved(self, indexes: Collection[int], at: int) -> "Board":
        """Return the same with some stills moved, in their order, in front of the one that is at index `at` now."""
        chosen = [still for index, still in enumerate(self.stills) if index in indexes]
        before = [still for index, still in enumerate(self.stills[:at]) if index not in indexes]
        behind = [still for index, still in enumerate(self.stills[at:], at) if index not in indexes]
        return replace(self, stills=(*before, *chosen, *behind))

    def with_path(self, index: int, path: str) -> "Board":
        """Return the same with another picture in a still's place; what is wanted of its gap stays."""
        return self.with_still(index, replace(self.stills[index], path=path, content=None))

    def with_still(self, index: int, still: BoardStill) -> "Board":
        """Return the same with another still in the place of one."""
        return replace(self, stills=(*self.stills[:index], still, *self.stills[index + 1 :]))

    def gaps_unlike(self, other: "Board") -> int:
        """Return how many gaps it has that another board hasn't: of other stills, or with other wishes. Hard cuts aren't any."""
        theirs = set(_wanted(other))
        return sum(one not in theirs for one in _wanted(self))

    def _shots_at(self, at: int, count: int) -> list[str]:
        numbers = [int(found[1]) for still in self.stills if (found := _NUMBER.fullmatch(still.shot))]
        taken = {still.shot for still in self.stills}
        low = _number_of(self.stills[at - 1]) if at else 0
        high = _number_of(self.stills[at]) if at < len(self.stills) else None
        if high is not None and high - low > count:
            step = (high - low) / (count + 1)
            between = [_shot(low + int(step * place)) for place in range(1, count + 1)]
            if not taken & set(between):
                return between
        last = max(numbers, default=0) // _TENS
        return [_shot((last + place) * _TENS) for place in range(1, count + 1)]


@dataclass(frozen=True, slots=True)
class KeptBoard:
    """A board as it lies in the library; `stamp` tells its document from every other one."""

    board: Board
    stamp: str


@dataclass(frozen=True, slots=True)
class BoardNames:
    """What the boards of a library are called; `damaged` are the paths of those that can't be read. `chains` are the names
    under which their videos were ordered.
    """

    names: tuple[str, ...]
    damaged: tuple[str, ...] = ()
    chains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashedBoard:
    """A board in the trash, with what it is known by there."""

    trash_id: str
    name: str
    stills: int
    trashed_at: datetime
    file_bytes: int


def _wanted(board: Board) -> Iterator[tuple[object, ...]]:
    """Yield each gap that isn't a hard cut, by its stills and what is wished for."""
    for start, end in board.spans:
        if not board.stills[start].cut:
            wishes = board.prompt_of(start), board.takes_of(start), *sorted(board.options_of(start).items())
            yield board.stills[start].path, board.stills[end].path, *wishes


def _number_of(still: BoardStill) -> int:
    found = _NUMBER.fullmatch(still.shot)
    return int(found[1]) if found else 0


def _shot(number: int) -> str:
    return f"S{number:03d}"


def board_id(name: str) -> str:
    """Return what a board's document is known by: the same for the same name, on every computer."""
    same = unicodedata.normalize("NFC", name).casefold()
    return hashlib.sha256(same.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def free_name(name: str, taken: Collection[str]) -> str:
    """Return a name that no other board has: this one, or one with a number behind it."""
    ids = {board_id(one) for one in taken}
    return next(one for one in _counted(name) if board_id(one) not in ids)


def _counted(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name} {number}"
        number += 1
