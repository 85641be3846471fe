"""The program is killed, cut off from power or asked to end, at any system call between the click and the stored file.

The command line is struck as a real process, with a real service on loopback whose ledger is the truth. `figures` does the
same at every point, each fifth time in a program that is started afresh; see packaging/FAULTS.md.
"""

import dataclasses
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from faults.fault_figures import Row
from faults.kill_points.afterwards import Breach
from faults.kill_points.scenes import Stage, why_no_call_fails, why_not
from faults.kill_points.strikes import Point, Strike, Struck, evenly

pytestmark = pytest.mark.timeout(600)  # many processes, and perhaps a busy machine

TIDYING = Strike("first", ("write", "data/orders.jsonl", 3))
"""The last line of an order in the second record; the staged file must be gone by then."""

CONTROLS = {
    "no-intent": (Strike("first", ("write", "data/orders.jsonl", 1), control="no-intent"), Breach.DOUBLE),
    "record-first": (
        Strike("first", ("linkat", "library/#/#/#_0_#.mp4", 1), control="record-first"),
        Breach.UNPLAYABLE,
    ),
    "no-part": (Strike("first", ("write", "library/#/#/#_0_#.mp4", 3), control="no-part"), Breach.UNPLAYABLE),
    "sync-normal": (
        Strike("first", ("mkdir", "data/inputs", 1), control="sync-normal", power="ordered"),
        Breach.LOST,
    ),
}
"""By the guard that is taken away: where to strike, and what must be noticed."""


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    if reason := why_not():
        pytest.skip(reason)
    return Stage(tmp_path_factory.mktemp("stage"))


def breaches(struck: Sequence[Struck]) -> list[str]:
    return [f"{one.strike}: {sentence}" for one in struck for sentence in one.wrong]


def test_killed_at_any_call_nothing_is_lost_paid_twice_or_half(stage: Stage) -> None:
    strikes = [Strike("first", point) for point in evenly(stage.points("first"), 7)]
    strikes += [Strike("waiting", point) for point in evenly(stage.points("waiting")[10:], 3)]

    struck = stage.strike_all([*strikes, TIDYING])

    assert not breaches(struck), "\n".join(breaches(struck))
    assert sum(one.reached for one in struck) >= 9
    assert {"NONE", "STORED"} <= {one.end for one in struck}


def test_the_power_cut_takes_nothing_that_was_announced(stage: Stage) -> None:
    points = stage.points("first")[40:]
    kinds = ("ordered", "by-folder")
    struck = stage.strike_all(
        Strike("first", point, power=kind) for kind in kinds for point in evenly(points, 2)
    )

    assert breaches(struck) == []


def test_a_helper_that_dies_and_a_wish_to_end_lose_nothing(stage: Stage) -> None:
    helpers = [
        Strike("first", point, whom="helper") for point in evenly(stage.points("first", helper=True), 2)
    ]
    wishes = [Strike("first", point, whom="term") for point in evenly(stage.points("first")[30:-20], 2)]

    struck = stage.strike_all([*helpers, *wishes])

    assert breaches(struck) == []


needs_failing_calls = pytest.mark.skipif(
    why_no_call_fails() is not None, reason="no call can be made to fail here"
)


@needs_failing_calls
def test_a_call_that_fails_once_or_a_disk_that_goes_bad_loses_nothing(stage: Stage) -> None:
    calls = one_of_each(stage.points("first"), random.Random(1))
    strikes = [Strike("first", point, whom="call") for point in evenly(calls, 4)]
    strikes += [Strike("first", point, whom="disk") for point in evenly(stage.points("first")[20:], 2)]

    struck = stage.strike_all([*strikes, Strike("first", before_the_intent(stage), whom="disk")])

    assert breaches(struck) == []


@needs_failing_calls
def test_a_command_whose_own_id_cant_be_read_carries_on_what_is_no_batch_and_ends(stage: Stage) -> None:
    point = ("openat", "data/installation.lock", 1)

    assert breaches([stage.strike(Strike("waiting", point, whom="call"))]) == []


@needs_failing_calls
def test_a_journal_that_takes_what_failed_for_written_is_noticed(stage: Stage) -> None:
    """The negative control of the test above: the order leaves, and the disk knows nothing of it."""
    struck = stage.strike(Strike("first", before_the_intent(stage), whom="disk", control="deaf"))

    assert struck.reached
    assert any(sentence.startswith(Breach.DOUBLE) for sentence in struck.wrong), struck


def one_of_each(points: Sequence[Point], chance: random.Random) -> list[Point]:
    """Return one point of each call and file."""
    kinds: dict[tuple[str, str], list[Point]] = {}
    for point in points:
        kinds.setdefault(point[:2], []).append(point)
    return [chance.choice(kind) for kind in kinds.values()]


def before_the_intent(stage: Stage) -> Point:
    """Return the first write of the last change of the journal before the first line about an order."""
    points = stage.points("first")
    syncs, written = "fdatasync", points.index(("write", "data/orders.jsonl", 1))
    ends = [at for at, point in enumerate(points[:written]) if point[:2] == (syncs, _WAL)]
    return next(point for point in points[ends[-2] :] if point[:2] == ("pwrite64", _WAL))


_WAL = "data/journal.sqlite3-wal"


@pytest.mark.parametrize("control", CONTROLS)
def test_without_its_guard_the_same_strike_is_noticed(stage: Stage, control: str) -> None:
    strike, breach = CONTROLS[control]

    struck = stage.strike(strike)

    assert struck.reached
    assert any(sentence.startswith(breach) for sentence in struck.wrong), struck


def test_two_programs_on_one_home_take_turns(stage: Stage) -> None:
    wrong, overlapped = stage.both_at_once()

    assert wrong == []
    assert not overlapped


def test_without_the_lock_they_write_at_once(stage: Stage) -> None:
    """The negative control of the test above."""
    _, overlapped = stage.both_at_once("no-lock")

    assert overlapped


def test_a_clock_that_jumps_lets_nothing_expire_in_a_crowd(stage: Stage) -> None:
    assert stage.jump(3, count=4) == []


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_at_full_length_every_figure_is_reached() -> None:
    assert [row for row in figures(seed=1) if not row.good] == []


# -- the long variant -------------------------------------------------------------------------------------------------


def figures(seed: int) -> Iterator[Row]:
    """Strike at every point. `seed` chooses where the resume is killed as well, and where SIGTERM comes."""
    if reason := why_not():
        yield Row(test="kill points", aim="run", figure=reason, good=False)
        return
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        yield _killed_row(stage, chance)
        yield from (_power_row(stage, kind) for kind in ("ordered", "by-folder"))
        yield _helper_row(stage)
        yield _term_row(stage, chance)
        yield _together_row(stage)
        yield _clock_row(stage)
        yield _controls_row(stage)
        if why_no_call_fails() is None:
            yield from _failing_rows(stage, chance)


def _some_afresh(strikes: Sequence[Strike]) -> list[Strike]:
    """Let each fifth program start afresh; what is forked makes the same calls in half the time."""
    return [dataclasses.replace(strike, afresh=number % 5 == 0) for number, strike in enumerate(strikes)]


def _killed_row(stage: Stage, chance: random.Random) -> Row:
    strikes = [
        Strike(name, point, again=chance.choice(stage.points("waiting")) if chance.random() < 0.2 else None)
        for name, count in (("first", 130), ("later", 100), ("waiting", 50), ("unanswered", 40))
        for point in evenly(stage.points(name), count)
    ]
    struck = stage.strike_all(_some_afresh(strikes))
    points = {(one.strike.scene, one.strike.point) for one in struck if one.reached}
    ends = Counter(one.end for one in struck)
    again = sum(one.strike.again is not None for one in struck)
    return _row(
        "killed at a system call, from the click to the stored file",
        f"300 distinct points, {_NOTHING}",
        f"{len(points)} distinct points ({again} with the resume killed, too)",
        struck,
        good=len(points) >= 300,
        more="; ".join(f"{end} {count}" for end, count in sorted(ends.items())),
    )


def _power_row(stage: Stage, kind: str) -> Row:
    points = [Strike("first", point, power=kind) for point in evenly(stage.points("first"), 40)]
    points += [Strike("waiting", point, power=kind) for point in evenly(stage.points("waiting"), 15)]
    struck = stage.strike_all(_some_afresh(points))
    return _row(
        f"power cut: what wasn't synced is gone (names {kind})", _NOTHING, f"{len(struck)} points", struck
    )


def _helper_row(stage: Stage) -> Row:
    points = stage.points("first", helper=True)
    struck = stage.strike_all(Strike("first", point, whom="helper", afresh=True) for point in points)
    return _row("only a helper process is killed", f"carries on, {_NOTHING}", f"{len(struck)} points", struck)


def _term_row(stage: Stage, chance: random.Random) -> Row:
    struck = stage.strike_all(
        Strike("first", point, whom="term", afresh=True) for point in chance.sample(stage.points("first"), 20)
    )
    times_s = sorted(one.seconds_after or 0.0 for one in struck if one.reached)
    return _row(
        "SIGTERM at a random call",
        f"done in under 2 s, {_NOTHING}",
        f"{len(times_s)} times",
        struck,
        good=times_s[-1] < 10,  # a busy machine isn't the program's fault; the table has the figure
        more=f"done in {times_s[len(times_s) // 2]:.1f} s (median), {times_s[-1]:.1f} s (longest), traced, four at once",
    )


def _together_row(stage: Stage) -> Row:
    runs = [stage.both_at_once(afresh=True) for _ in range(5)]
    at_once = sum(overlapped for _, overlapped in runs)
    wrong = [sentence for sentences, _ in runs for sentence in sentences]
    return Row(
        test="two programs at once on one home",
        aim="never two writers, each click charged once",
        figure=f"{len(runs)} pairs, {at_once} wrote at once, {len(wrong)} wrong {' '.join(wrong)[:500]}".strip(),
        good=not at_once and not wrong,
    )


def _clock_row(stage: Stage) -> Row:
    wrong = [sentence for days in (3, -3, 400) for sentence in stage.jump(days, count=12)]
    return Row(
        test="the clock jumps by 3, -3 and 400 days in the middle of 12 orders",
        aim="nothing expires",
        figure=f"36 orders, {len(wrong)} wrong {' '.join(wrong)[:500]}".strip(),
        good=not wrong,
    )


def _controls_row(stage: Stage) -> Row:
    noticed = [
        control
        for control, (strike, breach) in CONTROLS.items()
        if any(
            sentence.startswith(breach)
            for sentence in stage.strike(dataclasses.replace(strike, afresh=True)).wrong
        )
    ]
    noticed += ["no-lock"] * stage.both_at_once("no-lock", afresh=True)[1]
    return Row(
        test="negative controls: one guard taken out",
        aim=f"{len(CONTROLS) + 1} noticed",
        figure=f"{len(noticed)} noticed: {', '.join(noticed)}",
        good=len(noticed) == len(CONTROLS) + 1,
    )


def _failing_rows(stage: Stage, chance: random.Random) -> Iterator[Row]:
    calls = [
        Strike(name, point, whom="call")
        for name in ("first", "waiting")
        for point in one_of_each(stage.points(name), chance)
    ]
    struck = stage.strike_all(calls)
    failed = sum(one.reached for one in struck)
    yield _row(
        "one call fails: EIO, or the connection breaks", _NOTHING, f"{failed} kinds of call and file", struck
    )
    struck = stage.strike_all(
        Strike("first", point, whom="disk") for point in evenly(stage.points("first"), 40)
    )
    failed = sum(one.reached for one in struck)
    yield _row("the disk goes bad (EIO from there on), then kill -9", _NOTHING, f"{failed} points", struck)
    deaf = stage.strike(Strike("first", before_the_intent(stage), whom="disk", control="deaf"))
    yield Row(
        test="negative control: what the journal couldn't write is taken for written",
        aim="is noticed",
        figure=f"1 point, {len(deaf.wrong)} wrong",
        good=any(sentence.startswith(Breach.DOUBLE) for sentence in deaf.wrong),
    )


_NOTHING = "0 lost, 0 double charges, 0 unplayable, 0 left behind"


def _row(
    test: str, aim: str, what: str, struck: Sequence[Struck], *, good: bool = True, more: str = ""
) -> Row:
    wrong = breaches(struck)
    counts = Counter(sentence.split(": ")[0] for one in struck for sentence in one.wrong)
    figure = (
        f"{what}: {counts[Breach.LOST]} lost, {counts[Breach.DOUBLE]} double charges, "
        f"{counts[Breach.UNPLAYABLE]} unplayable, {counts[Breach.LITTER]} left behind, {counts[Breach.OTHER]} other"
    )
    parts = [figure, more, " ".join(wrong)[:1500]]
    return Row(test=test, aim=aim, figure="; ".join(filter(None, parts)), good=good and not wrong)
