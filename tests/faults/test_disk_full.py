"""Full at any write: nothing is corrupt, nothing is forgotten, and the work goes on when there is room.

The disk is a real one, 8 MB of memory in a mount namespace of its own; the library's own steps are stopped one by one
in `unit/adapters/library_store/test_file_library.py`, which needs no such thing.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.timeout(600)  # many runs, and perhaps a busy machine

TESTS = Path(__file__).parents[1]
STEPS_PAGES = (3, 7)
"""From run to run in the quick check, and where the video had no room; the long one goes page by page."""
PATIENCE_S = 3000.0
"""For hundreds of runs on a busy machine."""
MOUNT_AND_RUN = 'mount -t tmpfs -o size=8m tmpfs "$1" && shift && exec "$@"'


def in_a_small_disk(mount: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent)])}
    return subprocess.run(
        ["unshare", "-rm", "sh", "-c", MOUNT_AND_RUN, "sh", str(mount), *command],
        capture_output=True,
        text=True,
        env=environ,
        check=False,
        timeout=PATIENCE_S,
    )


Runs = list[dict[str, object]]


def fill_at_every_place(mount: Path, how: str, steps_pages: tuple[int, int] = STEPS_PAGES) -> Runs:
    if shutil.which("unshare") is None or in_a_small_disk(mount, "true").returncode != 0:
        pytest.skip("no mount namespaces here")
    program = str(TESTS / "fakes" / "full_disk.py")
    done = in_a_small_disk(mount, sys.executable, program, str(mount), how, *map(str, steps_pages))
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def without_ballast(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    return fill_at_every_place(tmp_path_factory.mktemp("mount"), "without-ballast")


def stops(runs: Runs) -> set[object]:
    return {run["stopped_at"] for run in runs}


def test_full_at_every_place_nothing_is_corrupt_and_the_work_goes_on(without_ballast: Runs) -> None:
    assert [run for run in without_ballast if run["wrong"]] == []
    assert {"SENDING", "keep", None} <= stops(without_ballast)  # full early, full late, and never full


def test_with_ballast_the_journal_always_has_room(tmp_path: Path) -> None:
    runs = fill_at_every_place(tmp_path, "with-ballast")

    assert [run for run in runs if run["wrong"]] == []
    assert stops(runs) <= {"keep", None}


def test_without_ballast_it_has_not(without_ballast: Runs) -> None:
    """The negative control of the test above."""
    assert stops(without_ballast) - {"keep", None}


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("how", ["with-ballast", "without-ballast"])
def test_page_by_page_nothing_is_corrupt_either(tmp_path: Path, how: str) -> None:
    assert [run for run in fill_at_every_place(tmp_path, how, steps_pages=(1, 1)) if run["wrong"]] == []
