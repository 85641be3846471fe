"""`batch` as a real process with a service on loopback: what is checked, what is paid, and what a result fed back changes."""

import csv
import random
import signal
from pathlib import Path

from fakes.command import Command
from fakes.numbered_sheet import numbered_sheet
from fakes.pictures import make_picture
from fakes.scripted_service import Kind, ScriptedService, nth_of, says_error
from fakes.workbooks import make_workbook

ROWS = 4


def a_sheet(folder: Path, rows: int = ROWS, more: str = "") -> Path:
    sheet = numbered_sheet(folder, rows, remarks=True)
    sheet.write_text(sheet.read_text() + more)
    return sheet


def read(path: object) -> list[dict[str, str]]:
    with Path(str(path)).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_sheet_becomes_videos_and_the_result_and_the_sheet_buy_nothing_again(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    sheet = a_sheet(tmp_path / "jobs")

    done = run("batch", str(sheet), "--budget", "2", "--json")

    assert done.code == 0, done.err
    assert sorted(service.charges.values()) == [1] * ROWS
    result = Path(str(done.last["result"]))
    assert result.name == "spring results.csv"
    rows = read(result)
    assert [row["remark"] for row in rows] == [f"mine {number}" for number in range(1, ROWS + 1)]
    assert all(Path(row["Vidu file"]).exists() and float(row["Vidu cost"]) == 0.2 for row in rows)
    assert sheet.read_text().startswith("picture,prompt,remark\n1.png")

    copy = sheet.with_name("copy.csv")
    copy.write_bytes(sheet.read_bytes())
    done = run("batch", str(copy), "--budget", "2", "--json")
    assert done.code == 0, done.err
    assert (done.last["stored"], service.charges.total()) == (ROWS, ROWS)

    rows = [*rows[2:], *rows[:2]]  # sorted in another way, with a column of the person's own and a new row
    with result.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["Client", *rows[0]])
        writer.writeheader()
        writer.writerows([{**row, "Client": "Mia"} for row in rows])
        writer.writerow({"picture": "1.png", "prompt": "another one"})
    assert run("batch", str(result), "--budget", "2", "--json").code == 0
    assert service.charges.total() == ROWS + 1


def test_every_problem_is_named_at_its_cell_and_nothing_is_sent(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    sheet = a_sheet(
        tmp_path / "jobs", more=f"none.png,x,\n1.png,{'x' * 600},\n2.png,#N/A,\n3.png,,\n1.png,prompt 1,\n"
    )

    done = run("batch", str(sheet), "--budget", "5", "--json")

    assert done.code == 2
    assert [(line["line"], line["column"], line["code"]) for line in done.objects[:-1]] == [
        (6, "picture", "picture-not-found"),
        (7, "prompt", "prompt-too-long"),
        (8, "prompt", "cell-error"),
        (9, "prompt", "prompt-missing"),
        (10, None, "row-twin"),
    ]
    assert all(line["message"] and line["remedy"] for line in done.objects[:-1])
    assert service.count(Kind.SUBMIT) == 0
    assert not (tmp_path / "home" / "library" / ".batches").exists()


def test_a_paid_batch_names_its_budget_and_keeps_to_it(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    sheet = str(a_sheet(tmp_path / "jobs"))

    without = run("batch", sheet, "--json")
    above = run("batch", sheet, "--budget", "0.79", "--json")
    assert (without.code, above.code) == (2, 2)
    assert without.last["error"]["code"] == "budget-missing"
    assert above.last["error"]["code"] == "budget-exceeded"
    assert service.charges.total() == 0

    looked = run("batch", sheet, "--dry-run", "--budget", "0.79", "--json")
    assert (looked.code, looked.last["error"]["code"]) == (2, "budget-exceeded")
    assert looked.objects[-2]["total_usd"] == 0.8  # everything that a dry run says comes before the error
    for enough in (("0.8",), ("0.79", "--until-budget"), ("0.79", "--rehearse")):
        assert run("batch", sheet, "--dry-run", "--json", "--budget", *enough).code == 0

    until = run("batch", sheet, "--budget", "0.5", "--until-budget", "--json")
    assert (until.code, service.charges.total()) == (3, 2)
    assert "This command ends here" not in until.err  # nothing goes on without another budget
    assert until.last["waiting_rows"] == 2

    batch = str(until.last["batch"])
    (listed,) = run("batch", "list", "--json").objects
    assert (listed["standing"], listed["waiting"]) == ("rows left", 2)
    assert f"batch resume {batch} --budget" in run("batch", "list").err
    assert run("batch", "resume", batch[:6], "--budget", "1", "--json").code == 0
    assert sorted(service.charges.values()) == [1] * ROWS


def test_a_batch_whose_orders_wait_behind_a_pause_is_not_called_done(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    assert run("jobs", "pause").code == 0
    left = run("batch", str(a_sheet(tmp_path / "jobs", rows=2)), "--budget", "2", "--json")
    assert left.code == 3
    assert "This command ends here" in left.err  # whatever was said before of going on by itself

    listed = run("batch", "list", "--json")
    (batch,) = listed.objects
    assert (batch["standing"], batch["ordered"], batch["unfinished"]) == ("under way", 2, 2)
    assert "The queue is paused" in listed.err
    assert f"batch resume {batch['batch']}" in listed.err

    assert run("jobs", "go-on").code == 0
    assert run("batch", "resume", str(batch["batch"]), "--json").code == 0
    (done,) = run("batch", "list", "--json").objects
    assert (done["standing"], done["stored"], done["unfinished"]) == ("done", 2, 0)
    assert service.charges.total() == 2


def test_rows_with_an_error_in_a_cell_are_asked_about_with_both_sums(run: Command, tmp_path: Path) -> None:
    for number in (1, 2):
        make_picture(tmp_path / f"{number}.png", size=(320, 180))
    sheet = str(
        make_workbook(tmp_path / "spring.xlsx", [["picture", "prompt"], ["1.png", "a"], ["2.png", "#N/A"]])
    )

    said = run("batch", sheet, "--dry-run", "--json")

    assert said.code == 2
    assert [said.last[name] for name in ("videos", "total", "videos_without_problems", "total_without_problems")] == [
        2, 0.4, 1, 0.2,
    ]  # fmt: skip


def test_hidden_rows_are_asked_about(run: Command, service: ScriptedService, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        make_picture(tmp_path / f"{number}.png", size=(320, 180))
    rows = [["picture", "prompt"], *([f"{number}.png", f"prompt {number}"] for number in (1, 2, 3))]
    sheet = str(make_workbook(tmp_path / "spring.xlsx", rows, hidden=[3]))

    asked = run("batch", sheet, "--dry-run", "--json")
    assert (asked.code, asked.objects[0]["code"]) == (2, "hidden-rows")
    assert "$0.40" in str(asked.objects[0]["message"])  # only the visible rows
    assert "$0.60" in str(asked.objects[0]["message"])  # including the hidden one
    done = run("batch", sheet, "--hidden", "leave", "--budget", "1", "--json")
    assert (done.code, service.charges.total()) == (0, 2)
    assert str(done.last["result"]).endswith("spring results.xlsx")
    again = run("batch", str(done.last["result"]), "--budget", "1", "--json")
    assert (again.code, service.charges.total()) == (0, 2), again.err


def test_killed_at_any_moment_the_next_start_carries_on_and_pays_each_row_once(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    rows = 6
    sheet = a_sheet(tmp_path / "jobs", rows=rows)
    service.duration_s = 0.3
    dice = random.Random(13)
    process = run.start("batch", str(sheet), "--budget", "5", "--json")
    assert service.wait_until(lambda: len(service.ledger) >= 1, 120)
    for _ in range(2):
        # Any moment will do, because the assertion holds for all: after some more requests, or when no more
        # come.
        enough = len(service.requests) + dice.randint(1, 8)
        service.wait_until(lambda enough=enough: len(service.requests) >= enough, 3.0)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        process = run.start("resume", "--json")
    process.communicate(timeout=300)
    done = run("batch", str(sheet), "--budget", "5", "--json")

    unknown = [line for line in run("jobs", "--json").objects if line["state"] == "UNKNOWN"]
    assert max(service.charges.values()) == 1
    assert len(service.charges) + len(unknown) >= rows
    assert len(service.charges) <= rows
    assert done.code == (3 if unknown else 0), done.err


def test_two_commands_with_the_same_sheet_at_once_buy_it_once(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    sheet = str(a_sheet(tmp_path / "jobs", rows=2))

    both = [run.start("batch", sheet, "--budget", "5", "--json") for _ in range(2)]

    said = [process.communicate(timeout=600) for process in both]
    assert [process.returncode for process in both] == [0, 0], "\n".join(
        f"{out}\n--\n{err}" for out, err in said
    )
    assert sorted(service.charges.values()) == [1] * 2


def test_a_batch_is_listed_shown_and_tried_again(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    sheet = a_sheet(tmp_path / "jobs")
    service.plan = nth_of(Kind.SUBMIT, {1: says_error(400, "1301", "Too spicy.")})
    done = run("batch", str(sheet), "--rows", "2-3", "--budget", "2", "--json")
    assert (done.code, done.last["went_wrong"]) == (1, 1), done.err
    batch = str(done.last["batch"])
    assert run("batch", "retry", batch, "--json").code == 0
    assert sorted(service.charges.values()) == [1, 1]

    (listed,) = run("batch", "list", "--json").objects
    shown = run("batch", "show", batch, "--json").objects
    target = tmp_path / "out.csv"
    written = run("batch", "result", batch, "--to", str(target), "--json")

    assert (listed["batch"], listed["stored"], listed["standing"], listed["waiting"]) == (batch, 2, "done", 0)
    assert [row["Vidu state"] for row in shown] == ["in the library"] * 2 + ["left out"] * 2
    assert written.code == 0
    assert len(read(target)) == ROWS


def test_the_result_of_the_first_rows_makes_the_others_when_it_is_fed_back(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    done = run("batch", str(a_sheet(tmp_path / "jobs")), "--first", "1", "--budget", "2", "--json")
    result = str(done.last["result"])
    assert [row["Vidu state"] for row in read(result)] == ["in the library"] + ["waits"] * (ROWS - 1)

    done = run("batch", result, "--budget", "2", "--json")
    assert (done.code, service.charges.total()) == (0, ROWS), done.err


def test_videos_that_are_to_be_left_are_left_also_when_a_batch_is_begun_anew(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    sheet = str(a_sheet(tmp_path / "jobs"))
    assert run("batch", sheet, "--first", "1", "--budget", "2", "--json").code == 0
    done = run("batch", sheet, "--new", "--again", "leave", "--budget", "2", "--json")
    assert (done.code, service.charges.total()) == (0, ROWS), done.err


def test_a_result_is_written_under_an_ending_that_says_what_it_is(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    sheet = str(a_sheet(tmp_path / "jobs", rows=1))
    done = run("batch", sheet, "--budget", "2", "--result", str(tmp_path / "out.ods"), "--json")
    error = done.last["error"]
    assert isinstance(error, dict)
    assert (done.code, error["code"], service.charges.total()) == (2, "result-ending", 0)


def test_what_is_said_of_a_source_and_means_nothing_for_it_is_refused_before_anything_is_sent(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    text = a_sheet(tmp_path / "jobs")
    workbook = make_workbook(text.with_name("spring.xlsx"), [["picture", "prompt"], ["1.png", "one"]])
    for wrong, code in (
        ((str(text), "--rows", "2-3,900"), "no-such-line"),
        ((str(text), "--rows", "2-900"), "no-such-line"),
        ((str(text), "--rows", "1-3"), "no-such-line"),
        ((str(text), "--sheet", "Tabelle1"), "option-in-vain"),
        ((str(text), "--pairs", "two"), "option-in-vain"),
        ((str(workbook), "--separator", "tab"), "option-in-vain"),
        ((str(workbook), "--encoding", "gb18030"), "option-in-vain"),
        ((str(text.parent), "--header-line", "3", "--prompt", "turns"), "option-in-vain"),
        ((str(text.parent), "--sheet", "Tabelle1", "--prompt", "turns"), "option-in-vain"),
    ):
        done = run("batch", *wrong, "--budget", "9", "--json")
        error = done.last["error"]
        assert isinstance(error, dict), wrong
        assert (done.code, error["code"]) == (2, code), wrong
    assert not service.tasks
    assert run("batch", "list", "--json").objects == []

    done = run("batch", str(text), "--rows", f"2-{ROWS + 1}", "--rehearse", "--json")
    result = str(done.last["result"])
    for more in (("--each", "movement=small,large"), ("--prompt", "turns", "--prompt", "waves")):
        done = run("batch", result, *more, "--budget", "9", "--json")
        error = done.last["error"]
        assert isinstance(error, dict)
        assert (done.code, error["code"]) == (2, "option-in-vain")
    assert not service.tasks


def test_a_batch_that_is_not_named_is_asked_for(run: Command) -> None:
    done = run("batch", "show", "--json")

    error = done.last["error"]
    assert isinstance(error, dict)
    assert (done.code, error["code"]) == (2, "no-such-batch")
    assert "Say which batch" in error["message"]


def test_a_preset_of_a_library_that_has_none_is_refused_in_words_that_say_so(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    sheet = str(a_sheet(tmp_path / "jobs", rows=1))

    done = run("batch", sheet, "--preset", "Turntable", "--budget", "1", "--json")

    assert (done.code, service.count(Kind.SUBMIT)) == (2, 0)
    error = done.last["error"]
    assert isinstance(error, dict)
    assert error["code"] == "no-such-preset"
    assert "none at all" in error["message"]


def test_a_result_that_is_open_elsewhere_gets_another_name(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    target = tmp_path / "out.csv"
    # The result can't be put in its place any more.
    service.failure = lambda _task: target.mkdir(exist_ok=True)

    done = run(
        "batch", str(a_sheet(tmp_path / "jobs", rows=1)), "--budget", "1", "--result", str(target), "--json"
    )

    assert (done.code, done.last["stored"]) == (0, 1), done.err
    assert done.last["result"] == str(tmp_path / "out 2.csv")
    assert len(read(done.last["result"])) == 1
    assert "out 2.csv" in done.err


def test_what_was_made_is_said_although_the_result_has_no_place_any_more(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    service.failure = lambda _task: folder.rmdir()
    sheet = str(a_sheet(tmp_path / "jobs", rows=1))

    done = run("batch", sheet, "--budget", "1", "--result", str(folder / "r.csv"), "--json")

    assert (done.code, done.last["stored"], done.last["result"]) == (1, 1, None), done.err
    assert f"batch result {done.last['batch']} --to" in done.err


def test_a_result_without_a_place_beside_its_sheet_is_told_of_before_anything_is_paid(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    sheet = a_sheet(tmp_path / "jobs", rows=1)
    sheet = str(sheet.rename(sheet.with_name(f"{'s' * 245}.csv")))  # the result's name would be too long
    home = tmp_path / "somebody"
    home.mkdir()
    at_home = {"HOME": str(home)}

    looked = run("batch", sheet, "--dry-run", "--json", more_env=at_home)
    refused = run("batch", sheet, "--budget", "1", "--json", more_env=at_home)

    assert (looked.code, refused.code, service.count(Kind.SUBMIT)) == (0, 2, 0)
    error = refused.last["error"]
    assert isinstance(error, dict)
    assert error["code"] == "result-place"
    place = str(home / "results.csv")
    assert place in error["message"]
    assert place in looked.err

    done = run("batch", sheet, "--budget", "1", "--result", place, "--json", more_env=at_home)
    assert (done.code, done.last["result"], service.charges.total()) == (0, place, 1)
    batch = str(done.last["batch"])
    for action in ("resume", "result"):  # neither has a place for its result, either
        assert run("batch", action, batch, "--json", more_env=at_home).code == 2
        assert run("batch", action, batch, "--to", place, "--json", more_env=at_home).code == 0


def test_a_problem_names_the_option_that_solves_it(run: Command, tmp_path: Path) -> None:
    numbered_sheet(tmp_path / "jobs", 1)
    sheet = tmp_path / "jobs" / "keyed.csv"
    sheet.write_text("id,picture,prompt\nA,1.png,turns\nB,1.png,turns\n")
    assert "(--same)" in run("batch", str(sheet), "--dry-run").out


def test_the_table_that_was_named_is_read_again_and_its_result_leads_back_to_it(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    head, rows = ["picture", "prompt"], [["1.png", "one"], ["2.png", "two"]]
    sheet = numbered_sheet(tmp_path / "jobs", 2)
    book = make_workbook(
        sheet.with_name("book.xlsx"), [head, ["1.png", "old"]], other_sheets={"Spring": [head, *rows]}
    )
    guessed = run("batch", str(book), "--budget", "1", "--json")
    assert (guessed.code, guessed.objects[0]["code"]) == (2, "guess-sheet")
    rehearsed = run("batch", str(book), "--sheet", "Spring", "--rehearse", "--json")
    assert rehearsed.code == 0, rehearsed.err

    paid = run("batch", str(rehearsed.last["result"]), "--first", "1", "--budget", "1", "--json")
    assert paid.code == 0, paid.err
    again = run("batch", str(book), "--budget", "1", "--json")

    assert (again.code, service.charges.total()) == (0, 2), again.err
    assert "“Spring”" in again.err
    assert again.last["batch"] == paid.last["batch"]
    fed = run("batch", str(again.last["result"]), "--budget", "1", "--json")
    assert (fed.code, service.charges.total()) == (0, 2), fed.err

    other = run("batch", str(book), "--sheet", "Shots", "--budget", "1", "--json")
    assert (other.code, service.charges.total()) == (0, 3), other.err
    unsure = run("batch", str(book), "--budget", "1", "--json")
    assert (unsure.code, unsure.objects[0]["code"]) == (2, "guess-sheet")


def test_another_sheet_of_the_same_name_says_what_the_one_before_has_cost(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    sheet = a_sheet(tmp_path / "jobs", rows=2)
    assert run("batch", str(sheet), "--budget", "1").code == 0
    sheet.write_text("picture,prompt\n1.png,of another week\n")

    refused = run("batch", str(sheet), "--budget", "0.5", "--json")

    assert refused.code == 2
    assert "$0.60, with $0.40 for what was ordered of it before" in str(refused.last["error"])
    assert "--new" in str(refused.last["error"])
    assert [line for line in refused.objects if "ordered_before" in line][-1]["ordered_before"] == 2
    assert service.charges.total() == 2

    assert run("batch", str(sheet), "--budget", "0.5", "--new").code == 0
    assert service.charges.total() == 3


def test_rows_that_come_into_the_sheet_after_a_kill_are_told_of_and_not_bought(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    sheet = a_sheet(tmp_path / "jobs", rows=ROWS)
    process = run.start("batch", str(sheet), "--budget", "5", "--json")
    service.wait_until(lambda: service.count(Kind.SUBMIT) >= 1)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    sheet.write_text(sheet.read_text() + "1.png,came later,\n")

    resumed = run("resume")

    assert "1 row of “spring” is new or changed" in resumed.err + resumed.out
    assert service.charges.total() <= ROWS
    again = run("batch", str(sheet), "--budget", "5", "--json")
    unknown = [line for line in run("jobs", "--json").objects if line["state"] == "UNKNOWN"]
    assert again.code == (3 if unknown else 0)
    assert max(service.charges.values()) == 1
    assert ROWS + 1 - len(unknown) <= service.charges.total() <= ROWS + 1


def test_a_sheet_is_read_again_as_it_was_read_for_its_batch(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    sheet = a_sheet(tmp_path / "jobs", rows=2)
    # Lines of another width above the names, and more semicolons than commas: guesses would be wrong.
    sheet.write_text("Spring;of;2026,by,Mia\n" + sheet.read_text().replace("prompt ", "a;b;c "))
    how = ("--header-line", "2", "--separator", "comma", "--encoding", "utf-8")
    first = run("batch", str(sheet), *how, "--budget", "2", "--json")
    assert first.code == 0, first.err
    assert service.charges.total() == 2

    sheet.write_text(sheet.read_text() + "1.png,came later,\n")
    resumed = run("batch", "resume", str(first.last["batch"]))
    assert "1 row of “spring” is new or changed" in resumed.err + resumed.out

    again = run("batch", str(sheet), "--budget", "2")
    assert again.code == 0, again.err
    assert "read as the last time: --encoding utf-8, --separator ,, --header-line 2" in again.err + again.out
    assert (service.charges.total(), max(service.charges.values())) == (3, 1)

    anew = run("batch", str(sheet), "--dry-run", "--new", "--json")
    assert anew.code == 2  # nobody says how it is read

    sheet.write_bytes("\N{REPLACEMENT CHARACTER}".encode("utf-16") + sheet.read_bytes()[:-1])
    other = run("batch", str(sheet), "--dry-run", "--json")
    assert other.code == 2


def test_the_pairs_of_a_folder_are_no_news_of_its_batch(
    run: Command, service: ScriptedService, tmp_path: Path
) -> None:
    folder = a_sheet(tmp_path / "jobs", rows=4).parent
    first = run("batch", str(folder), "--pairs", "two", "--prompt", "turns", "--budget", "2", "--json")
    assert first.code == 0, first.err
    (folder / "spring.csv").unlink()

    quiet = run("batch", "resume", str(first.last["batch"]))
    assert "is new" not in quiet.err + quiet.out
    make_picture(folder / "5.png", size=(320, 180))
    make_picture(folder / "6.png", size=(320, 180))
    told = run("batch", "resume", str(first.last["batch"]))
    assert "1 row of “jobs” is new" in told.err + told.out
    assert service.charges.total() == 2
