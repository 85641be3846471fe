"""A board as it stands: its stills as they were found, its gaps with the videos made of them, and what a press of the button
would buy.

All of it is computed from the files and orders that exist now. A gap whose stills aren't known yet, or can't be read, counts
neither as out of date nor as bought.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from vidu_desktop.batch.bought_before import Bought
from vidu_desktop.batch.chain import Gap
from vidu_desktop.batch.chain_states import GapState
from vidu_desktop.domain.amounts import FREE, Money, Sums
from vidu_desktop.domain.board import Board, StillContent
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.film import FilmPart, FilmWish
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.options import OptionKey
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import Problem
from vidu_desktop.domain.seams import Seam
from vidu_desktop.domain.stand_ins import StandIn
from vidu_desktop.domain.strip_film import StripPart
from vidu_desktop.errors import BadInput

_USUAL_S = 4.0
_USUAL_PX = 1280, 720
_ON_ITS_WAY = frozenset({GapState.RUNNING, GapState.IN_DOUBT, GapState.WAITING, GapState.APPROVED})


class Press(StrEnum):
    """Which gaps of a board the person lets be made with one press."""

    MISSING = "missing"
    OUT_OF_DATE_TOO = "out-of-date-too"
    REHEARSAL = "rehearsal"


@dataclass(frozen=True, slots=True, kw_only=True)
class StillStand:
    """A still, or the sound, as it was found. `path` is where it is read from: its own path, else the library's copy; empty
    where neither exists. `content` is None while it isn't known, `looked` is None until the picture's head was read.
    """

    path: str
    content: StillContent | None
    looked: PictureFacts | BadInput | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapStand:
    """A gap as it stands. `gap` and `state` are None for a hard cut, and while one of its stills isn't known.

    `clip` is the video of the gap as it is now, `older` one of the gap as it was before; `rehearsal` and `older_rehearsal` are
    free videos likewise. `had` is the same video, ordered by another chain, by a batch, or by hand. `open_takes` counts the
    takes that weren't ordered yet.
    """

    start: int
    end: int
    cut: bool = False
    gap: Gap | None = None
    state: GapState | None = None
    rehearsal_state: GapState | None = None
    clip: Clip | None = None
    older: Clip | None = None
    rehearsal: Clip | None = None
    older_rehearsal: Clip | None = None
    takes_made: int = 0
    open_takes: int = 0
    price: Money = FREE
    problems: tuple[Problem | BadInput, ...] = ()
    had: Bought | None = None

    @property
    def best(self) -> Clip | None:
        """The best video that exists: of the gap as it is now, else of the gap as it was, else a rehearsal in the same order."""
        return self.clip or self.older or self.rehearsal or self.older_rehearsal

    @property
    def is_rejected(self) -> bool:
        """Whether the gap has videos as it is now, and all of them were rejected. Nothing is made anew for that by itself."""
        return self.clip is not None and self.clip.marks.verdict is Verdict.REJECT

    @property
    def open_total(self) -> Money:
        """What the takes cost that weren't ordered yet."""
        return self.open_takes * self.price

    def may_be_made(self, press: Press, *, again: bool) -> bool:
        """Whether `press` would make a video of this gap. With `again`, also if another chain or batch has the same video."""
        if self.gap is None or self.problems:
            return False
        if press is Press.REHEARSAL:
            comes = self.state in _ON_ITS_WAY or self.rehearsal_state in _ON_ITS_WAY
            return self.clip is None and self.rehearsal is None and not comes
        if not self.open_takes or self.state is GapState.APPROVED or (self.had is not None and not again):
            return False
        return press is Press.OUT_OF_DATE_TOO or self.state is not GapState.OUT_OF_DATE


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardStand:
    """A board with all of its stills and gaps. Something may be bought only when it is `whole`: when all was checked."""

    board: Board
    stills: tuple[StillStand, ...]
    gaps: tuple[GapStand, ...]
    sound: StillStand | None = None
    """The sound beneath the film; None for no sound."""
    taken_money: Sums = field(default_factory=Sums)
    whole: bool = False

    def wanted(self, press: Press, *, again: bool = False) -> list[GapStand]:
        """Return the gaps of which `press` would make a video; of several equal gaps, only the first."""
        return list(self._wanted(press, again=again)) if self.whole else []

    def _wanted(self, press: Press, *, again: bool) -> Iterator[GapStand]:
        seen: set[str] = set()
        for one in self.gaps:
            if one.gap is not None and one.gap.basis not in seen and one.may_be_made(press, again=again):
                seen.add(one.gap.basis)
                yield one

    def sum_of(self, press: Press, *, again: bool = False) -> tuple[int, Money]:
        """Return how many videos `press` would make, and what they cost."""
        wanted = self.wanted(press, again=again)
        if press is Press.REHEARSAL:
            return len(wanted), FREE
        return sum(one.open_takes for one in wanted), sum((one.open_total for one in wanted), FREE)

    @property
    def film(self) -> list[Clip]:
        """The best video of each gap, in the order of the strip, without gaps that have none, even if stills stand in."""
        return [one.best for one in self.gaps if one.best is not None and not one.cut]

    @property
    def missing(self) -> int:
        """How many gaps need a video and have none, so that they are missing in `film`."""
        return sum(one.best is None and not one.cut for one in self.gaps)

    @property
    def film_wish(self) -> FilmWish:
        """How the film is written to a file. Where two videos meet in a still, the second video skips that frame. After a
        hard cut, or a gap without a video, no frame is skipped. In a loop, the last video goes without the still with which
        the first begins. The only sound is the one beneath the film: each video's own music would begin anew at every seam.
        """
        return self.played_wish.as_written

    @property
    def played_wish(self) -> FilmWish:
        """How the film is played: like `film_wish`, but where a gap has no video, its stills stand in for it."""
        gaps, parts = [], list[FilmPart]()
        for gap, part, _meets in self._parts():
            gaps.append(gap)
            parts.append(part)
        loops = len(gaps) > 1 and gaps[-1].end == gaps[0].start
        if loops:
            parts[-1] = replace(parts[-1], skip_last=parts[-1].skip_last + 1)
        return FilmWish(parts=tuple(parts), sound_path=self.sound_path, own_sound=False, loops=loops)

    @property
    def sound_path(self) -> str:
        """Where the sound is read from: its own path, else the library's copy; empty for no sound. Where neither file exists,
        its own path, so that the reader reports that path as missing.
        """
        return (self.sound.path if self.sound else "") or self.board.sound_path

    @property
    def film_parts(self) -> tuple[StripPart, ...]:
        """Which gap each part of the film belongs to, as it is played."""
        shots = [still.shot for still in self.board.stills]
        return tuple(
            StripPart(
                clip_id=None if part.stand_in or one.best is None else one.best.clip_id,
                start=shots[one.start],
                end=shots[one.end],
            )
            for one, part, _meets in self._parts()
        )

    def stand_in_of(self, gap: GapStand) -> StandIn | None:
        """Return what is played instead of a gap's video; None when the gap has a video or is a hard cut, or neither of its
        stills can be shown.
        """
        if gap.cut or gap.best is not None or not self.stills:
            return None
        stills = [self.stills[at] for at in (gap.start, gap.end)]
        shown = [one for one in stills if one.path and not isinstance(one.looked, BadInput)]
        if not shown:
            return None
        looked = shown[0].looked
        options = self.board.options_of(gap.start) if gap.gap is None else gap.gap.request.options
        return StandIn(
            gap=self.board.stills[gap.start].shot,
            start_path=shown[0].path,
            end_path=shown[-1].path,
            seconds=float(options.get(OptionKey.DURATION, _USUAL_S)),
            size_px=(looked.width_px, looked.height_px) if isinstance(looked, PictureFacts) else _USUAL_PX,
        )

    @property
    def seams(self) -> dict[int, Seam]:
        """The places where two videos meet in a still without a fade, by the index of that still."""
        parts = list(self._parts())
        return {
            gap.start: (before, part)
            for (_, before, _), (gap, part, meets) in pairwise(parts)
            if meets and not (part.fade or before.stand_in or part.stand_in)
        }

    def _parts(self) -> Iterator[tuple[GapStand, FilmPart, bool]]:
        """Yield each gap that is played, its part of the film, and whether it shares a still with the part before."""
        meets = after_cut = False
        for one in self.gaps:
            stand_in = self.stand_in_of(one)
            path = stand_in.start_path if stand_in else one.best.video_path if one.best else ""
            if not path or one.cut:
                meets, after_cut = False, after_cut or one.cut
                continue
            still = self.board.stills[one.start]
            part = still.film_part(path, meets=meets, stand_in=stand_in, cut=after_cut)
            yield one, part, meets
            meets, after_cut = True, False

    @property
    def board_as_read(self) -> Board:
        """The board with the content of its stills and its sound as they were read, to be saved for the next time."""
        stills = tuple(
            still if found.content is None else replace(still, content=found.content)
            for still, found in zip(self.board.stills, self.stills, strict=True)
        )
        sound = self.sound.content if self.sound else None
        return replace(self.board, stills=stills, sound_content=sound or self.board.sound_content)
