"""A batch as real processes, killed again and again at any system call: each row is paid at most once and accounted for.

`vidu-desktop batch` runs with a real service on loopback, whose ledger is the truth. The kernel stops it before a call that
writes, syncs, renames or sends (kill -9 of all its processes at once), and the person gives the same command again until it
is through. `test_batches.py` tries this in virtual time at every write; here it is tried with processes, locks and disks.

`python -m tests.faults batch_killed --seed 1` runs batches with the seeds 1, 2, 3 and so on, until there are enough points.
If it is ended before that, the next run goes on with the next seed.
"""

import itertools
import random
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from fakes.seeded_runs import Figures, seeds
from faults.fault_figures import Row
from faults.kept_parts import KeptParts, Part
from faults.kill_points.batch_campaign import Calls, calls_of, campaign
from faults.kill_points.scenes import why_not

pytestmark = pytest.mark.timeout(600)  # many processes, and perhaps a busy machine

ROWS, KILLS, AT_ONCE = 50, 500, 2
_NO_ORIGIN = "no-origin"
_NAME = "a batch of 50 rows as processes, kill -9 at a system call"


def kill_one(calls: Calls, rows: int, seed: int, *, control: str | None = None, afresh: bool = False) -> Part:
    """Kill one batch at the points that the seed chooses."""
    with campaign(rows, answers=seed % 2 == 0, afresh=afresh) as one:
        one.killed(calls, random.Random(seed), control)
        return Part(
            seed=seed,
            points=[f"{point[0]} {point[1]} {point[2]} at {paid} paid" for point, paid in one.struck],
            counts={"kills": len(one.struck), "charges": len(one.service.ledger)},
            wrongs=one.wrong(),
        )


def kill_until_enough(kept: KeptParts, seed: int) -> None:
    """Go on with the first seed from `seed` on that isn't among the parts, until these have enough points."""
    calls, done = calls_of(ROWS), {part.seed for part in kept.parts}
    more = (one for one in itertools.count(seed) if one not in done)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while kept.distinct < KILLS:
            for part in pool.map(lambda one: kill_one(calls, ROWS, one), itertools.islice(more, AT_ONCE)):
                kept.add(part)
                print(
                    f"seed {part.seed}: {part.counts}, {part.wrongs}; {kept.distinct} points", file=sys.stderr
                )


def added_up(name: str, parts: list[Part]) -> Figures:
    figures = Figures(name)
    for part in parts:
        figures.add(part.seed, part.wrongs, **part.counts)
    figures.counts["distinct_points"] = len({point for part in parts for point in part.points})
    return figures.show()


@pytest.fixture(autouse=True)
def _can_be_traced() -> None:
    if reason := why_not():
        pytest.skip(reason)


def test_a_batch_killed_as_a_process_pays_each_row_once() -> None:
    found = [kill_one(calls_of(3), 3, seed, afresh=True) for seed in seeds(1)]
    assert sum(len(part.points) for part in found) > 0
    assert [part.wrongs for part in found] == [[] for _ in found]


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_without_its_guards_a_killed_batch_pays_again() -> None:
    """The negative control of the test above."""
    assert kill_one(calls_of(6), 6, 1, control=_NO_ORIGIN).wrongs


def figures(seed: int) -> Iterator[Row]:
    if reason := why_not():
        yield Row(test="a batch killed as processes", aim="run", figure=reason, good=False)
        return
    kept = KeptParts("batch_killed")
    kill_until_enough(kept, seed)
    found = added_up(_NAME, kept.parts)
    yield Row(
        test=found.name,
        aim=f"{KILLS} distinct points: each of {ROWS} rows paid at most once and accounted for, 0 wrong",
        figure=found.line,
        good=not found.wrongs and kept.distinct >= KILLS,
        seeds=kept.seeds,
    )
    noticed = kill_one(calls_of(6), 6, seed, control=_NO_ORIGIN)
    line = added_up("negative control: neither log nor origin, as processes", [noticed])
    yield Row(test=line.name, aim="is noticed", figure=line.line, good=bool(line.wrongs))
