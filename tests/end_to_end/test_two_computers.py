"""Two computers with one library: each has a home and a process of its own."""

import json
import signal
from collections import Counter
from pathlib import Path

import pytest
from fakes.command import Command
from fakes.numbered_sheet import numbered_sheet
from fakes.pictures import make_picture
from fakes.scripted_service import ScriptedService

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.adapters.disk.lease import LEASE_NAME

ROWS, AT_ONCE = 20, 5


def on_one_library(folder: Path, service: ScriptedService) -> tuple[Command, Command]:
    first, second = (Command(folder / name, service) for name in ("one", "two"))
    settings_path = resolve_paths(str(second.home)).settings_path
    settings_path.parent.mkdir(parents=True)
    settings_path.write_text(json.dumps({"library_dir": str(resolve_paths(str(first.home)).library_dir)}))
    return first, second


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="this system lets no process sleep")
def test_one_that_slept_while_the_other_went_on_with_its_batch_buys_nothing_again(
    service: ScriptedService, tmp_path: Path
) -> None:
    first, second = on_one_library(tmp_path, service)
    library = resolve_paths(str(first.home)).library_dir
    command = ("batch", str(numbered_sheet(tmp_path / "jobs", ROWS)), "--budget", "10", "--json")
    service.duration_s = 3600.0

    with first.start(*command) as sleeper:
        assert service.wait_until(lambda: len(service.ledger) == AT_ONCE)
        sleeper.send_signal(signal.SIGSTOP)
        (library / LEASE_NAME).unlink()  # the same as a lease that is five minutes old
        service.duration_s = 0.0
        went_on = second(*command)
        paid_by_both = len(service.ledger)
        service.finish()
        sleeper.send_signal(signal.SIGCONT)
        out, err = sleeper.communicate(timeout=600)

    paid = Counter(task.order["prompt"] for task in service.tasks.values())
    assert paid_by_both > AT_ONCE, went_on.err
    assert paid == {f"prompt {number}": 1 for number in range(1, ROWS + 1)}, f"{out}\n{err}"
    assert "Another computer has gone on with this batch" in err


def test_each_counts_what_the_other_has_made(service: ScriptedService, tmp_path: Path) -> None:
    first, second = on_one_library(tmp_path, service)
    a, b, c = (
        str(make_picture(tmp_path / f"{name}.png", size=(320 + 2 * place, 180)))
        for place, name in enumerate("abc")
    )
    for stills in ((a, b), (a, c)):
        made = first("chain", *stills, "--name", "Dawn", "--prompt", "walks on", "--budget", "1", "--json")
        assert made.code == 0, made.err

    counts = [
        [run("batch", "list", "--json").last[key] for key in ("standing", "videos", "ordered", "stored")]
        for run in (first, second)
    ]

    assert counts == [["done", 2, 2, 2]] * 2
