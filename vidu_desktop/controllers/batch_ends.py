"""Tells a person that a batch has begun, and what they must know when it hands over no more rows."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.running import Held, Running
from vidu_desktop.controllers.notices import Notices
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.domain.amounts import Money, format_money
from vidu_desktop.domain.batch import Batch, Deed
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence


class BatchEnds:
    """Says that all rows of a batch are being made, why a batch waits, and what comes after its sample."""

    def __init__(
        self,
        notices: Notices,
        open_source: Callable[[str], object],
        on_end: Callable[[], None],
        guarded: GuardedTasks,
        name_of: Callable[[Batch], Awaitable[str]] | None = None,
    ) -> None:
        """`name_of` returns the present name of a batch's board, and may raise DiskTrouble; without it, or then, the batch's
        own name is said.
        """
        self._notices = notices
        self._start = guarded.start
        self._name_of = name_of
        self._open_source = open_source
        self._on_end = on_end
        self._samples: dict[str, int] = {}
        self._offered: tuple[str, str] | None = None
        """The id and the source's path of the batch that is offered; its rows aren't held."""
        self._begun_id = ""
        """The batch of which only that it has begun is said."""

    def goes_on(self, batch: Batch, sample: int = 0) -> None:
        """Note that the person goes on with a batch: a notice about it, or about its source, is withdrawn. `sample` is how
        many videos are made first, to be looked at; 0 if all are made.
        """
        self._samples[batch.batch_id] = sample
        offered_id, offered_path = self._offered or ("", "")
        if self._offered and (offered_id == batch.batch_id or offered_path == batch.source_path):
            self._offered = None
            self._notices.withdraw_offer()

    def has_begun(self, proposal: Proposal, budget: Money | None) -> None:
        """Say that all rows are being made, for how much, and how to come back to them, unless another batch asks for the
        person. The queue shows only the next few rows. `budget` is the most that the batch may cost in all.
        """
        if self._offered is not None:
            return
        name, total = proposal.batch.name, format_money(proposal.total)
        words = counted(_BEGUN, proposal.takes, name=name, price=total)
        if budget is not None and budget < proposal.whole:
            words = Sentence(_BEGUN_TO_BUDGET, {"name": name, "budget": format_money(budget)})
        self.offer(proposal.batch, words)
        self._begun_id = proposal.batch.batch_id

    def carries_on(self, batch: Batch, count: int) -> None:
        """Name a batch of an earlier run with `count` unfinished videos, unless another batch asks for the person."""
        if self._offered is None:
            self.offer(batch, counted(_CARRIES_ON, count, name=batch.name))
            self._begun_id = batch.batch_id

    def say(self, running: Running, deed: Deed) -> None:
        """Say what a person must know of a batch that has come to its end for now, with a button that opens it."""
        self._on_end()  # rows that aren't handed over any more can be offered again
        words = self._words(running, deed, self._samples.pop(running.batch.batch_id, 0))
        if words is None and running.batch.batch_id == self._begun_id:
            words = Sentence(_ORDERED, {"name": running.batch.name})
        if words is None:
            return
        if running.batch.source_sha256:
            self.offer(running.batch, words)
        elif running.batch.watch is not None:  # watched folders and boards have windows of their own
            self._notices.say(words)
        else:
            self._start("speak of a board", self._say_of_board, running.batch, words)

    async def _say_of_board(self, batch: Batch, words: Sentence) -> None:
        name = batch.name
        if self._name_of is not None:
            with suppress(DiskTrouble):
                name = await self._name_of(batch)
        self._notices.say(Sentence(words.template, {**words.values, "name": name}))

    def offer(self, batch: Batch, words: Sentence) -> None:
        """Show words about a batch, with a button that opens it, until the person goes on with it."""
        path = batch.source_path
        self._offered, self._begun_id = (batch.batch_id, path), ""
        self._notices.offer(words, Sentence(_OPEN), lambda: self._open_source(path))

    @staticmethod
    def _words(running: Running, deed: Deed, sample: int) -> Sentence | None:
        batch, name = running.batch, running.batch.name
        if deed is Deed.STOPPED and batch.watch is not None:
            return Sentence(_WATCH_STOPPED, {"name": name})
        is_board = batch.watch is None and not batch.source_sha256
        if deed is Deed.STOPPED:
            return counted(_BOARD_STOPPED if is_board else _STOPPED, len(running.queue), name=name)
        if Held.TAKEN_OVER in running.held.values():
            return Sentence(_BOARD_TAKEN_OVER if is_board else _TAKEN_OVER, {"name": name})
        held = [why for why in running.held.values() if why is not Held.TAKEN_OFF]
        if held:
            at_budget = all(why is Held.BUDGET for why in held)
            if is_board:
                return counted(_BOARD_AT_BUDGET if at_budget else _BOARD_WAITS, len(held), name=name)
            return counted(_AT_BUDGET if at_budget else _WAITS, len(held), name=name)
        if sample:
            return counted(_REHEARSED if batch.rehearsal else _TRIED, sample, name=name)
        return None


_BEGUN = (
    QT_TRANSLATE_NOOP("batch", "1 video of the batch “{name}” is being made, for {price}."),
    QT_TRANSLATE_NOOP(
        "batch",
        "{count} videos of the batch “{name}” are being made, for {price} in all. The queue shows those that are next.",
    ),
)
_CARRIES_ON = (
    QT_TRANSLATE_NOOP("batch", "The batch “{name}” is under way: 1 of its videos isn't finished yet."),
    QT_TRANSLATE_NOOP("batch", "The batch “{name}” is under way: {count} of its videos aren't finished yet."),
)
_BEGUN_TO_BUDGET = QT_TRANSLATE_NOOP(
    "batch",
    "Videos of the batch “{name}” are being made until its budget of {budget} is used. The queue shows those that are next.",
)
_ORDERED = QT_TRANSLATE_NOOP(
    "batch",
    "All videos of the batch “{name}” are ordered. Open it to see each row, or to save the result as a sheet.",
)
_TRIED = (
    QT_TRANSLATE_NOOP(
        "batch",
        "1 video of the batch “{name}” is made first: look at it when it is here, then go on. Nothing else was sent.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "{count} videos of the batch “{name}” are made first: look at them when they are here, then go on. Nothing else was sent.",
    ),
)
_REHEARSED = (
    QT_TRANSLATE_NOOP(
        "batch",
        "1 video of the batch “{name}” is rehearsed: look at it when it is here, then go on. Nothing was sent.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "{count} videos of the batch “{name}” are rehearsed: look at them when they are here, then go on. Nothing was sent.",
    ),
)
_OPEN = QT_TRANSLATE_NOOP("batch", "Open the batch")
_WATCH_STOPPED = QT_TRANSLATE_NOOP(
    "batch",
    "The folder “{name}” isn't watched for now: too many of the last ten videos ended the same way; the queue says why. "
    "File > Batch > Watched folders goes on.",
)
_STOPPED = (
    QT_TRANSLATE_NOOP(
        "batch",
        "The batch “{name}” has stopped by itself: too many of the last ten ended the same way; their rows in the "
        "queue say why. 1 video waits, nothing is lost. Open its sheet again to go on.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "The batch “{name}” has stopped by itself: too many of the last ten ended the same way; their rows in the "
        "queue say why. {count} videos wait, nothing is lost. Open its sheet again to go on.",
    ),
)
_TAKEN_OVER = QT_TRANSLATE_NOOP(
    "batch",
    "Another computer has gone on with “{name}” since it began here, so nothing more of it is ordered here and nothing is "
    "paid twice. Open it again to go on here.",
)
_AT_BUDGET = (
    QT_TRANSLATE_NOOP(
        "batch",
        "The budget of the batch “{name}” is used; 1 video waits. Open its sheet again to go on with another one.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "The budget of the batch “{name}” is used; {count} videos wait. Open its sheet again to go on with another "
        "one.",
    ),
)
_WAITS = (
    QT_TRANSLATE_NOOP(
        "batch",
        "1 video of the batch “{name}” waits: a picture or a price isn't what you approved, or it was ordered on "
        "another computer. Open its sheet again to see which.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "{count} videos of the batch “{name}” wait: a picture or a price isn't what you approved, or they were ordered "
        "on another computer. Open its sheet again to see which.",
    ),
)
_BOARD_STOPPED = (
    QT_TRANSLATE_NOOP(
        "batch",
        "The board “{name}” has stopped by itself: too many of the last ten videos ended the same way; the queue says why. "
        "1 video waits, nothing is lost. Make on the board what is missing to go on.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "The board “{name}” has stopped by itself: too many of the last ten videos ended the same way; the queue says why. "
        "{count} videos wait, nothing is lost. Make on the board what is missing to go on.",
    ),
)
_BOARD_TAKEN_OVER = QT_TRANSLATE_NOOP(
    "batch",
    "Another computer has gone on with the board “{name}” since it began here, so nothing more of it is ordered here and "
    "nothing is paid twice. Make on the board what is missing to go on here.",
)
_BOARD_AT_BUDGET = (
    QT_TRANSLATE_NOOP(
        "batch",
        "The budget of the board “{name}” is used; 1 video waits. Type a higher one on the board and make what is missing to "
        "go on.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "The budget of the board “{name}” is used; {count} videos wait. Type a higher one on the board and make what is "
        "missing to go on.",
    ),
)
_BOARD_WAITS = (
    QT_TRANSLATE_NOOP(
        "batch",
        "1 video of the board “{name}” waits: a still or a price isn't what you approved, or it was ordered on another "
        "computer. The board shows which.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "{count} videos of the board “{name}” wait: a still or a price isn't what you approved, or they were ordered on "
        "another computer. The board shows which.",
    ),
)
