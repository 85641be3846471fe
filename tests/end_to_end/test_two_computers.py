"""Two computers with one library: each has a home and a process of its own."""

import json
import signal
from collections import Counter
from pathlib import Path

import pytest
from fakes.command import Command
from fakes.numbered_sheet import numbered_sheet
from fakes.scripted_service import ScriptedService

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.adapters.disk.lease import LEASE_NAME

ROWS, AT_ONCE = 20, 5


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="this system lets no process sleep")
def test_one_that_slept_while_the_other_went_on_with_its_batch_buys_nothing_again(
    service: ScriptedService, tmp_path: Path
) -> None:
    first, second = (Command(tmp_path / name, service) for name in ("one", "two"))
    library = resolve_paths(str(first.home)).library_dir
    settings_path = resolve_paths(str(second.home)).settings_path
    settings_path.parent.mkdir(parents=True)
    settings_path.write_text(json.dumps({"library_dir": str(library)}))
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
