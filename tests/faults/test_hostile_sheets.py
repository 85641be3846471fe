"""Hostile sheets: each is refused in words, asked about, or read as it is; none ends the program or is bought without a word."""

import asyncio
import contextlib
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from fakes.batches import BatchDisk, FakeBatchStore, FakeClips, Switch
from fakes.hostile_sheets import ASKED, REFUSED, Outcome, kinds, mutations
from fakes.pictures import make_picture
from fakes.unseen_rows import asked, refused
from faults.fault_figures import Row

from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.adapters.sheets.picture_folders import PictureFolders
from vidu_desktop.adapters.sheets.sheet_files import SheetFiles
from vidu_desktop.batch.bought_before import BoughtBefore
from vidu_desktop.batch.checking import SheetChecker
from vidu_desktop.batch.plan import Wishes
from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.sheet import ReadAs
from vidu_desktop.errors import BadInput

HANGS_AFTER_S = 10.0
"""Of processor time, the helpers' included: a busy machine isn't the program's fault."""
WAITS_AT_MOST_S = 300.0
"""The same of the clock: for a hang that computes nothing."""


class Looks:
    """Takes every file for a picture, because only the sheet is tested."""

    async def get_ready(self) -> None:
        pass

    async def look_at_heads(self, paths, on_looked):
        return {
            path: PictureFacts(
                path=path, name=path, width_px=320, height_px=180, file_bytes=9, media_type="image/png"
            )
            for path in paths
        }


class Door:
    """Sheets that are read in real helper processes and checked up to the sum."""

    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._processes = HelperProcesses(workers=1)
        store, clips = FakeBatchStore(BatchDisk(), Switch()), FakeClips({})

        async def no_jobs() -> list[Job]:
            return []

        self._checker = SheetChecker(
            sheets=SheetFiles(self._processes),
            looks=Looks(),
            folders=PictureFolders(),
            price=lambda _request: usd("0.2"),
            store=store,
            clips=clips,
            bought=BoughtBefore(store, clips, no_jobs),
        )

    def close(self) -> None:
        self._processes.close()

    async def outcome(self, path: Path) -> Outcome:
        """Return the outcome of a sheet: REFUSED in words, ASKED, or how many rows would be bought as they are."""
        try:
            sheet, mapping = await self._checker.read(str(path), ReadAs(), [])
            checked = await self._checker.check(
                str(path), sheet, mapping, self._wishes, rehearsal=False, on_looked=lambda *_: None
            )
        except BadInput as error:
            if not str(error.sentence).strip():
                raise RuntimeError(f"{error.code} without words") from error
            # The person can say what a column is for, so that is a question.
            return ASKED if error.code.startswith("map-") else REFUSED
        return ASKED if checked.plan.problems else len(checked.plan.chosen)


NO_PROMPT_IS_MEANT, PROMPTS_ARE_ASKED_FOR = Wishes(prompt=""), Wishes()


async def _tried(
    paths: Iterator[tuple[Path, Outcome | None]], wishes: Wishes
) -> tuple[Counter[str], list[str], float]:
    door, counts, wrongs, longest_s = Door(wishes), Counter[str](), list[str](), 0.0
    try:
        for path, wanted in paths:
            began_s, began_spent_s = time.monotonic(), _spent_s()
            try:
                outcome: Outcome = await door.outcome(path)
            except Exception as error:  # any exception is a finding
                wrongs.append(f"{path.name}: {type(error).__name__}: {error}"[:200])
                continue
            took_s, waited_s = _spent_s() - began_spent_s, time.monotonic() - began_s
            longest_s = max(longest_s, took_s)
            counts["bought as it stands" if isinstance(outcome, int) else outcome] += 1
            if wanted is not None and outcome != wanted:
                wrongs.append(f"{path.name}: {outcome}, not {wanted}")
            if took_s > HANGS_AFTER_S or waited_s > WAITS_AT_MOST_S:
                wrongs.append(f"{path.name}: took {took_s:.0f} s, {waited_s:.0f} s by the clock")
    finally:
        door.close()
    return counts, wrongs, longest_s


def _spent_s() -> float:
    """Return the processor time of this process and its helpers, those that have ended included."""
    me = psutil.Process()
    times = me.cpu_times()
    spent_s = times.user + times.system + times.children_user + times.children_system
    for helper in me.children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            spent_s += sum(helper.cpu_times()[:4])
    return spent_s


def _try_in(
    folder: Path, paths: Iterator[tuple[Path, Outcome | None]], wishes: Wishes = NO_PROMPT_IS_MEANT
) -> tuple[Counter[str], list[str], float]:
    for name in ("1.png", "2.png"):
        make_picture(folder / name, (320, 180))
    return asyncio.run(_tried(paths, wishes))


def _row(test: str, found: tuple[Counter[str], list[str], float]) -> Row:
    counts, wrongs, longest_s = found
    said = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    return Row(
        test=test,
        aim="0 crashes, 0 hangs over 10 s of processor time, 0 bought in silence, each in words",
        figure=f"{counts.total()} sheets: {said}; longest {longest_s:.1f} s of processor time; {len(wrongs)} wrong {'; '.join(wrongs[:5])}".strip(),
        good=not wrongs,
    )


def figures(seed: int) -> Iterator[Row]:
    """One sheet of each kind, and good sheets with some bytes changed."""
    with tempfile.TemporaryDirectory() as name:
        yield _row("one sheet of each hostile kind", _try_in(Path(name), kinds(Path(name))))
    with tempfile.TemporaryDirectory() as name:
        yield _row(
            "rows that are hidden in any way, prompts that nobody sees",
            _try_in(Path(name), _unseen(Path(name)), PROMPTS_ARE_ASKED_FOR),
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        changed = ((path, None) for number in range(200) for path in mutations(folder, seed + number))
        yield _row("sound sheets with some bytes changed", _try_in(folder, changed))


def _unseen(folder: Path) -> Iterator[tuple[Path, Outcome]]:
    yield from ((path, ASKED) for path in asked(folder))
    yield from ((path, REFUSED) for path in refused(folder))


def test_what_is_not_seen_in_a_sheet_is_never_bought_in_silence(tmp_path: Path) -> None:
    counts, wrongs, _ = _try_in(tmp_path, _unseen(tmp_path), PROMPTS_ARE_ASKED_FOR)

    assert (wrongs, counts[REFUSED]) == ([], 3)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_each_hostile_kind_comes_to_what_it_has_to(tmp_path: Path) -> None:
    assert _try_in(tmp_path, kinds(tmp_path))[1] == []


def test_sheets_with_some_bytes_changed_are_read_or_refused(tmp_path: Path) -> None:
    changed = ((path, None) for number in range(5) for path in mutations(tmp_path, number))
    assert _try_in(tmp_path, changed)[1] == []
