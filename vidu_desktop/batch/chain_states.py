"""How the gaps of a chain stand. This is never stored, but found by comparing what a gap is made from with what was made."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.chain import Gap
from vidu_desktop.batch.known import Known
from vidu_desktop.batch.settling import Settled, Settlements
from vidu_desktop.domain.batch import BatchRow, rows_by_key
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.job import ENDED, UNSENT, JobState
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.origin import batch_origins, without_attempt


class GapState(StrEnum):
    """How a gap stands, compared with its stills and its prompt as they are now."""

    CURRENT = "current"
    """Its video is in the library."""
    RUNNING = "running"
    """It was ordered, and its video isn't here yet."""
    IN_DOUBT = "in-doubt"
    """It was ordered, and the answer was lost: it may have been charged, and the person decides."""
    WAITING = "waiting"
    """It is in the queue, and nothing of it was sent yet."""
    APPROVED = "approved"
    """The person approved it, and it is ordered when its turn comes."""
    FAILED = "failed"
    """It was ordered, and the order failed."""
    TAKEN_OFF = "taken-off"
    """The person took its order off; it isn't ordered again by itself."""
    OUT_OF_DATE = "out-of-date"
    """There is only a video of the gap as it was before."""
    AWAY = "away"
    """It was made, but its video isn't in the library any more."""
    NOT_MADE = "not-made"


def best_clips(batch_id: str, clips: Iterable[Clip]) -> dict[str, Clip]:
    """Return the video to show for each basis: the winner, else the newest that isn't rejected, else the newest."""
    best: dict[str, Clip] = {}
    beginning = batch_origins(batch_id)
    for clip in clips:
        basis = without_attempt(clip.origin).removeprefix(beginning).partition("/")[0]
        if basis not in best or _worth(best[basis]) < _worth(clip):
            best[basis] = clip
    return best


def _worth(clip: Clip) -> tuple[bool, bool, datetime]:
    return clip.marks.winner, clip.marks.verdict is not Verdict.REJECT, clip.created_at


class ChainStates:
    """Answers for each gap how it stands in a chain's batch. `made` are the best videos by their basis."""

    def __init__(self, known: Known, jobs: BatchJobs, made: Mapping[str, Clip], own_id: str) -> None:
        self._known = known
        self._own_id = own_id
        self._jobs = jobs
        self._settlements = Settlements(known.history, jobs, known.stored, own_id)
        self._made = made
        self._rows = {} if known.batch is None else rows_by_key(known.batch.rows)
        self._by_shot: dict[str, list[str]] = {}
        for row in self._rows.values():
            self._by_shot.setdefault(row.cells[0] if row.cells else "", []).append(row.key)

    def of(self, gap: Gap) -> GapState:
        """Return how a gap stands."""
        if self.clip(gap) is not None:
            return GapState.CURRENT
        row = self._rows.get(gap.basis)
        state = None if row is None else self._of_row(row)
        if state is None:
            return GapState.NOT_MADE if self.older(gap) is None else GapState.OUT_OF_DATE
        return state

    def clip(self, gap: Gap) -> Clip | None:
        """Return the video of the gap as it is now; None where there is none."""
        return self._made.get(gap.basis)

    def older(self, gap: Gap) -> Clip | None:
        """Return the best video of the gap as it was before; None where there is none."""
        keys = self._by_shot.get(gap.shot, ())
        older = [self._made[key] for key in keys if key != gap.basis and key in self._made]
        return max(older, key=_worth, default=None)

    def _of_row(self, row: BatchRow) -> GapState | None:
        """Return how a row without a video stands; None for a row that wasn't ordered and isn't approved."""
        batch, history = self._known.batch, self._known.history
        assert batch is not None  # noqa: S101 - the row comes from this batch
        origins = list(row.origins(batch.batch_id))
        states = [job.state for job in self._jobs.of_batch(origins)]
        live = [state for state in states if state not in ENDED]
        if live:
            if UNSENT.issuperset(live):
                return GapState.WAITING
            return (
                GapState.IN_DOUBT if UNSENT.union([JobState.UNKNOWN]).issuperset(live) else GapState.RUNNING
            )
        if states:
            return GapState.AWAY if JobState.STORED in states else GapState.FAILED
        settled = set(map(self._settlements.of, origins))
        if Settled.ELSEWHERE in settled:
            return GapState.RUNNING
        if Settled.TAKEN_OFF in settled:
            return GapState.TAKEN_OFF
        is_ours = (
            history.last is not None and history.last.by == self._own_id
        )  # another one hands over nothing here
        return GapState.APPROVED if history.runs and is_ours and history.may_buy(row) else None
