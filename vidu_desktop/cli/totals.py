"""The words for the sums of a sheet or chain, and for the state of a gap."""

from collections.abc import Collection, Iterator

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.chain_states import GapState
from vidu_desktop.cli.speech import Speech, joined
from vidu_desktop.domain.amounts import Money, format_money, format_sums
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence

_ONE_MADE = QT_TRANSLATE_NOOP("command line", "1 video to make, {price}")
_MADE = QT_TRANSLATE_NOOP("command line", "{count} videos to make, {price}")
_ONE_BEFORE = QT_TRANSLATE_NOOP("command line", "1 was ordered before")
_BEFORE = QT_TRANSLATE_NOOP("command line", "{count} were ordered before")
_SO_FAR = QT_TRANSLATE_NOOP("command line", "{price} ordered so far")
_CHANGED = QT_TRANSLATE_NOOP(
    "command line", "changed after they were ordered, and left as they were: lines {lines}"
)
_ONE_PROBLEM = QT_TRANSLATE_NOOP("command line", "1 problem")
_PROBLEMS = QT_TRANSLATE_NOOP("command line", "{count} problems")
_SOUND = QT_TRANSLATE_NOOP("command line", "{count}, {price}, without the rows that have problems")
GAP_WORDS = {
    GapState.CURRENT: QT_TRANSLATE_NOOP("command line", "current"),
    GapState.RUNNING: QT_TRANSLATE_NOOP("command line", "ordered, not here yet"),
    GapState.IN_DOUBT: QT_TRANSLATE_NOOP(
        "command line",
        "ordered, but its answer was lost; `vidu-desktop jobs send-again` asks for it with the same number",
    ),
    GapState.WAITING: QT_TRANSLATE_NOOP("command line", "waits in the queue, not sent yet"),
    GapState.APPROVED: QT_TRANSLATE_NOOP("command line", "let be made, waits for its turn"),
    GapState.TAKEN_OFF: QT_TRANSLATE_NOOP(
        "command line", "taken out of the queue; `--takes` with one more makes another"
    ),
    GapState.FAILED: QT_TRANSLATE_NOOP(
        "command line", "went wrong; `vidu-desktop batch retry {batch}` tries it again"
    ),
    GapState.OUT_OF_DATE: QT_TRANSLATE_NOOP("command line", "out of date"),
    GapState.AWAY: QT_TRANSLATE_NOOP(
        "command line", "made, and taken out of the library since; take it back from the trash"
    ),
    GapState.NOT_MADE: QT_TRANSLATE_NOOP("command line", "not made"),
}
"""Some of these sentences have a place `{batch}` for the batch's id."""
REJECTED_WORDS = QT_TRANSLATE_NOOP("command line", "rejected; `--takes` with one more makes another")
"""The words for a gap of which all videos were rejected."""


def lines_in_words(lines: Collection[int], most: int = 10) -> tuple[str, ...]:
    """Return line numbers for a sentence, sorted; after the first `most` there is an ellipsis."""
    shown = tuple(map(str, sorted(lines)[:most]))
    return (*shown, "…") if len(lines) > most else shown


def total_words(
    offered: Proposal,
    words: Speech,
    *,
    changed: tuple[str, ...] = (),
    problems: int = 0,
    sound: tuple[int, Money] | None = None,
) -> str:
    """Return the sums in words: what is new, what was ordered before, the lines that were `changed` since, the number of
    problems, and `sound`: the videos without problems and their price.
    """
    return joined(map(words, _parts(offered, changed, problems, sound)), words)


def _parts(
    offered: Proposal, changed: tuple[str, ...], problems: int, sound: tuple[int, Money] | None
) -> Iterator[Sentence]:
    new, before = offered.takes, offered.before_takes
    yield Sentence(_ONE_MADE if new == 1 else _MADE, {"count": new, "price": format_money(offered.total)})
    if before:
        yield Sentence(_ONE_BEFORE if before == 1 else _BEFORE, {"count": before})
    if offered.taken_money:  # also for earlier attempts, and for what the stills were before
        price = format_sums(offered.taken_money, offered.total.currency)
        yield Sentence(_SO_FAR, {"price": price})
    if changed:
        yield Sentence(_CHANGED, {"lines": changed})
    if problems:
        yield Sentence(_ONE_PROBLEM if problems == 1 else _PROBLEMS, {"count": problems})
    if sound is not None and sound[0] != new:
        yield Sentence(_SOUND, {"count": sound[0], "price": format_money(sound[1])})
