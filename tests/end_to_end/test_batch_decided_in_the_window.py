"""`batch` on a sheet whose rows were decided in the window: it buys what was decided there, and says so."""

import csv
import json
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.command import Command, Done
from fakes.numbered_sheet import numbered_cells as cells
from fakes.numbered_sheet import numbered_sheet, write_sheet
from fakes.scripted_service import Failure, ScriptedService

from vidu_desktop.domain.batch_documents import head_from_document, head_to_document
from vidu_desktop.domain.sheet_edits import Place, SheetEdits
from vidu_desktop.domain.sheet_work import Work

ROWS = 4


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return numbered_sheet(tmp_path, ROWS)


def decide(run: Command, *, rows: Collection[int] = (), left_out: Collection[Place] = (), **work) -> None:
    """Change a batch as the window does when the person works on these lines of it."""
    (path,) = (run.home / "library" / ".batches").glob("*.json")
    batch = head_from_document(json.loads(path.read_text()))
    kept = tuple(replace(row, approval=0) if row.line in rows else row for row in batch.rows)
    path.write_text(
        json.dumps(
            head_to_document(replace(batch, rows=kept, work=Work(left_out=frozenset(left_out), **work)))
        )
    )


def sum_of(done: Done) -> dict[str, object]:
    (found,) = (line for line in done.objects if "total" in line)
    return found


def prompts(service: ScriptedService) -> Counter[object]:
    """Return the prompts that the service was paid for."""
    return Counter(task.order.get("prompt") for task in service.tasks.values())


def begin(run: Command, sheet: Path) -> str:
    """Buy the first row; return the batch's id."""
    done = run("batch", str(sheet), "--first", "1", "--budget", "1", "--json")
    assert done.code == 0, done.err
    return str(done.last["batch"])


def test_rows_left_out_in_the_window_are_not_bought_and_their_lines_are_said(
    run: Command, service: ScriptedService, sheet: Path
) -> None:
    begin(run, sheet)
    decide(run, rows=(3, 5), left_out={(3, cells(2)), (5, cells(4))})

    checked = run("batch", str(sheet), "--dry-run", "--json")
    assert (sum_of(checked)["videos"], sum_of(checked)["total"]) == (1, 0.2)
    assert sum_of(checked)["left_out_by_hand"] == [3, 5]
    assert [line["line"] for line in checked.objects if "row" in line] == [2, 4]
    assert "lines 3, 5" in checked.err
    assert "--left-out take" in checked.err

    done = run("batch", str(sheet), "--budget", "0.4", "--json")
    assert done.code == 0, done.err
    assert {name: sum_of(done)[name] for name in ("videos", "total", "left_out_by_hand")} == {
        name: sum_of(checked)[name] for name in ("videos", "total", "left_out_by_hand")
    }
    assert service.charges.total() == 2

    again = run("batch", str(sheet), "--budget", "2", "--json")
    assert (again.code, service.charges.total()) == (0, 2)
    result = run("batch", str(again.last["result"]), "--budget", "2", "--json")
    assert (result.code, service.charges.total()) == (0, 2), result.err

    named = run("batch", str(sheet), "--rows", "3", "--budget", "2", "--json")
    assert (named.code, service.charges.total()) == (0, 2)
    taken = run("batch", str(sheet), "--rows", "3", "--left-out", "take", "--budget", "2", "--json")
    assert (taken.code, service.charges.total()) == (0, 3), taken.err
    rest = run("batch", str(sheet), "--dry-run", "--json")
    assert (sum_of(rest)["videos"], sum_of(rest)["left_out_by_hand"]) == (0, [5])


def test_a_new_batch_begins_without_what_was_decided_about_the_one_before(
    run: Command, service: ScriptedService, sheet: Path
) -> None:
    begin(run, sheet)
    decide(run, rows=(3,), left_out={(3, cells(2))}, more_takes={(4, cells(3)): 1})

    done = run("batch", str(sheet), "--new", "--budget", "2", "--json")

    assert (done.code, service.charges.total()) == (0, 1 + ROWS), done.err
    assert sum_of(done)["left_out_by_hand"] == sum_of(done)["changed_by_hand"] == []


def test_edits_and_takes_of_the_window_are_bought_instead_of_what_the_sheet_says(
    run: Command, service: ScriptedService, sheet: Path
) -> None:
    begin(run, sheet)
    edits = SheetEdits({(3, cells(2)): ("2.png", "edited in the window")})
    decide(run, edits=edits, more_takes={(4, cells(3)): 2})

    checked = run("batch", str(sheet), "--dry-run", "--json")
    assert (sum_of(checked)["videos"], sum_of(checked)["changed_by_hand"]) == (5, [3, 4])
    assert "lines 3, 4" in checked.err

    done = run("batch", str(sheet), "--budget", "2", "--json")
    assert (done.code, service.charges.total()) == (0, 6), done.err
    assert prompts(service) == {"prompt 1": 1, "edited in the window": 1, "prompt 3": 3, "prompt 4": 1}


def test_where_the_twin_that_was_left_out_is_gone_from_the_sheet_the_other_one_is_made(
    run: Command, service: ScriptedService, sheet: Path
) -> None:
    write_sheet(sheet, [cells(1), cells(2), cells(2)])
    begin(run, sheet)
    decide(run, left_out={(4, cells(2))})
    write_sheet(sheet, [cells(1), cells(2)])

    done = run("batch", str(sheet), "--budget", "2", "--json")

    assert (done.code, sum_of(done)["left_out_by_hand"]) == (0, []), done.err
    assert prompts(service) == {"prompt 1": 1, "prompt 2": 1}


def test_a_row_left_out_is_known_where_it_stands_by_now(
    run: Command, service: ScriptedService, sheet: Path
) -> None:
    begin(run, sheet)
    decide(run, rows=(3,), left_out={(3, cells(2))})
    write_sheet(sheet, [("4.png", "a row of its own"), *map(cells, range(1, ROWS + 1))])

    done = run("batch", str(sheet), "--budget", "2", "--json")

    assert (done.code, sum_of(done)["left_out_by_hand"]) == (0, [4]), done.err
    assert prompts(service).keys() == {"prompt 1", "a row of its own", "prompt 3", "prompt 4"}


def test_what_was_decided_about_a_rehearsal_counts_when_it_is_paid_for(
    run: Command, service: ScriptedService, sheet: Path
) -> None:
    rehearsed = run("batch", str(sheet), "--rehearse", "--json")
    assert rehearsed.code == 0, rehearsed.err
    decide(run, rows=(3,), left_out={(3, cells(2))}, edits=SheetEdits({(4, cells(3)): ("3.png", "edited")}))

    for source in (str(sheet), str(rehearsed.last["result"])):
        checked = run("batch", source, "--dry-run", "--json")
        assert sum_of(checked)["left_out_by_hand"] == [3], checked.err
    done = run("batch", str(sheet), "--budget", "2", "--json")

    assert (done.code, sum_of(done)["left_out_by_hand"]) == (0, [3]), done.err
    assert prompts(service) == {"prompt 1": 1, "edited": 1, "prompt 4": 1}


def test_a_row_taken_in_again_in_a_result_is_not_left_out_of_the_sheet_any_more(
    run: Command, service: ScriptedService, sheet: Path
) -> None:
    begin(run, sheet)
    decide(run, rows=(3, 5), left_out={(3, cells(2)), (5, cells(4))})
    result = run("batch", str(sheet), "--budget", "2", "--json").last["result"]

    taken = run("batch", str(result), "--rows", "3", "--left-out", "take", "--budget", "2", "--json")

    assert (taken.code, prompts(service)["prompt 2"]) == (0, 1), taken.err
    (path,) = (run.home / "library" / ".batches").glob("*.json")
    assert head_from_document(json.loads(path.read_text())).work.left_out == {(5, cells(4))}


def test_what_was_left_out_is_not_bought_by_going_on_or_trying_again(
    run: Command, service: ScriptedService, sheet: Path
) -> None:
    service.failure = lambda task: Failure() if task.order["prompt"] == "prompt 2" else None
    done = run("batch", str(sheet), "--until-budget", "--budget", "0.4", "--json")
    assert (done.code, done.last["went_wrong"]) == (3, 1), done.err
    batch = str(done.last["batch"])
    decide(run, rows=(3, 5), left_out={(3, cells(2)), (5, cells(4))})

    on = run("batch", "resume", batch, "--budget", "2", "--json")
    assert on.code == 1, on.err
    assert "lines 3, 5" in on.err
    assert run("batch", "retry", batch, "--json").code == 1
    assert prompts(service) == {"prompt 1": 1, "prompt 2": 1, "prompt 3": 1}


def test_a_row_changed_in_the_window_after_it_was_approved_waits_and_is_said(
    run: Command, service: ScriptedService, sheet: Path
) -> None:
    done = run("batch", str(sheet), "--until-budget", "--budget", "0.6", "--json")
    assert (done.code, service.charges.total()) == (3, 3), done.err
    batch = str(done.last["batch"])
    decide(run, rows=(5,), edits=SheetEdits({(5, cells(4)): ("4.png", "edited in the window")}))

    on = run("batch", "resume", batch, "--budget", "2", "--json")

    assert (on.code, service.charges.total()) == (0, 3)
    assert "line 5" in on.err


def test_the_names_of_the_files_stay_those_that_were_chosen_in_the_window(run: Command, sheet: Path) -> None:
    begin(run, sheet)
    (path,) = (run.home / "library" / ".batches").glob("*.json")
    path.write_text(json.dumps({**json.loads(path.read_text()), "names": "Spring {picture}"}))

    done = run("batch", str(sheet), "--rows", "3", "--budget", "2", "--json")

    with Path(str(done.last["result"])).open(encoding="utf-8-sig", newline="") as file:
        files = [Path(row["Vidu file"]).name for row in csv.DictReader(file) if row["Vidu file"]]
    assert [name.startswith("Spring 2") for name in files] == [False, True]
