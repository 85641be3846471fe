"""A chain board: a row of stills, and what the person wants between each two of them.

A board holds only wishes, nothing of what became of them: whether a gap's video exists or is out of date is
found by comparing, each time. The wishes for a gap are kept at the still with which it begins, and move with
it.
"""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from vidu_desktop.domain.catalogue import Offer, offer_for, spec_for_mode
from vidu_desktop.domain.film import FilmPart
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import Options
from vidu_desktop.domain.stand_ins import StandIn

STILLS_MOST = 2_000
CHAIN_MODE = Mode.START_END
"""The mode of the videos between two stills."""
_TENS = 10
_NUMBER = re.compile(r"S(\d{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class StillContent:
    """The content of a still, or of the sound, when it was last read, and how its file looked then. A file
    that looks the same isn't read again.
    """

    sha256: str
    file_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardStill:
    """A still, with the wishes for the gap that begins with it. None means the board's own wish, and so does
    an option that isn't among `options`. `shot` is the name under which the gap's videos are filed, unique
    within the board. `content` is None until the still was read. `cut` makes the gap a hard cut: no video is
    made for it. In the film, the gap's video fades in over the one before during `fade` frames of the film,
    goes without so many of its own frames at its ends, and is shown `speed` times as fast.
    """

    path: str
    shot: str
    content: StillContent | None = None
    prompt: str | None = None
    options: Options = field(default_factory=dict)
    takes: int | None = None
    cut: bool = False
    fade: int = 0
    skip_first: int = 0
    skip_last: int = 0
    speed: float = 1.0

    def film_part(
        self, video_path: str = "", *, meets: bool = True, stand_in: StandIn | None = None, cut: bool = False
    ) -> FilmPart:
        """Return the gap's part of the film. Where its video `meets` the one before in a still, that frame is
        left out, too; elsewhere there is nothing to fade in over.
        """
        return FilmPart(
            video_path=video_path,
            skip_first=self.skip_first + meets,
            skip_last=self.skip_last,
            speed=self.speed,
            fade=self.fade if meets else 0,
            stand_in=stand_in,
            cut=cut,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One board. `chain` is the name under which its videos were ordered: the board's own name, except for a
    copy that was kept beside another board. With `loop`, the last still leads back to the first.
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
    """The sound file under the film; empty for none."""
    sound_content: StillContent | None = None
    """The content of the sound file; None until it was read."""

    @property
    def offer(self) -> Offer:
        """The model that makes the videos; the default model if the board's own isn't offered any more."""
        return offer_for(self.model, CHAIN_MODE) or spec_for_mode(CHAIN_MODE)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The gaps, each as its start and end still."""
        count = len(self.stills)
        around = [(count - 1, 0)] if self.loop and count > 1 else []
        return [(start, start + 1) for start in range(count - 1)] + around

    def prompt_of(self, start: int) -> str:
        """Return the prompt of the gap that begins with a still."""
        own = self.stills[start].prompt
        return (self.prompt if own is None else own).strip()

    def takes_of(self, start: int) -> int:
        """Return how many takes are wanted of the gap that begins with a still."""
        return self.stills[start].takes or self.takes

    def options_of(self, start: int) -> Options:
        """Return the options of the gap that begins with a still."""
        usual = self.offer.defaults
        wanted = self.options, self.stills[start].options
        return usual | {key: value for some in wanted for key, value in some.items() if key in usual}

    def with_wishes(
        self, *, prompt: str, takes: int, loop: bool, model: str, options: Options, sound_path: str = ""
    ) -> "Board":
        """Return the board with other wishes for all gaps. Every option of the model is written down, also
        where it has its default: with another default in a later version, finished videos would otherwise
        count as out of date.
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
        """Return the board under another name."""
        return replace(self, name=name)

    def with_stills(self, at: int, paths: Sequence[str]) -> "Board":
        """Return the board with more stills, inserted at `index`."""
        paths = paths[: max(0, STILLS_MOST - len(self.stills))]
        shots = self._shots_at(at, len(paths))
        new = [BoardStill(path=path, shot=shot) for path, shot in zip(paths, shots, strict=True)]
        return replace(self, stills=(*self.stills[:at], *new, *self.stills[at:]))

    def without(self, indexes: Collection[int]) -> "Board":
        """Return the board without some stills."""
        kept = (still for index, still in enumerate(self.stills) if index not in indexes)
        return replace(self, stills=tuple(kept))

    def moved(self, indexes: Collection[int], at: int) -> "Board":
        """Return the board with some stills moved, in their order, in front of the still that is now at
        `index`.
        """
        chosen = [still for index, still in enumerate(self.stills) if index in indexes]
        before = [still for index, still in enumerate(self.stills[:at]) if index not in indexes]
        behind = [still for index, still in enumerate(self.stills[at:], at) if index not in indexes]
        return replace(self, stills=(*before, *chosen, *behind))

    def with_path(self, index: int, path: str) -> "Board":
        """Return the board with another picture in a still's place; the wishes for its gap stay."""
        return self.with_still(index, replace(self.stills[index], path=path, content=None))

    def with_still(self, index: int, still: BoardStill) -> "Board":
        """Return the board with one still replaced by another."""
        return replace(self, stills=(*self.stills[:index], still, *self.stills[index + 1 :]))

    def gaps_unlike(self, other: "Board") -> int:
        """Return how many gaps of this board the other one doesn't have: with other stills or other wishes.
        Hard cuts don't count.
        """
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
    """A board as it lies in the library. `stamp` changes with every change of its document."""

    board: Board
    stamp: str


@dataclass(frozen=True, slots=True)
class BoardNames:
    """The names of a library's boards. `damaged` are the paths of boards that can't be read; `chains` are the
    names under which videos were ordered, each with the name that its board has now.
    """

    names: tuple[str, ...]
    damaged: tuple[str, ...] = ()
    chains: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashedBoard:
    """A board in the trash, and the id by which the trash knows it."""

    trash_id: str
    name: str
    stills: int
    trashed_at: datetime
    file_bytes: int


def _wanted(board: Board) -> Iterator[tuple[object, ...]]:
    """Yield each gap that isn't a hard cut, as its stills and its wishes."""
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
    """Return the id of a board's document: the same for the same name on every computer."""
    same = unicodedata.normalize("NFC", name).casefold()
    return hashlib.sha256(same.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def free_name(name: str, taken: Collection[str]) -> str:
    """Return a name that no other board has: `name` itself, or `name` with a number behind it."""
    ids = {board_id(one) for one in taken}
    return next(one for one in _counted(name) if board_id(one) not in ids)


def _counted(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name} {number}"
        number += 1
