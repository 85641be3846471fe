"""A home that was copied with orders that wait in it sends none of them by itself: its twin may send them, too."""

import shutil
from pathlib import Path

from fakes.quick_command import QuickCommand
from fakes.scripted_service import Repeats, ScriptedService


def test_of_two_copies_only_one_sends_what_waited(
    run: QuickCommand, service: ScriptedService, picture: str, tmp_path: Path
) -> None:
    service.repeats = Repeats.UNAWARE  # nothing but the program itself can prevent a second charge
    assert run("generate", "image", picture, "--prompt", "A fox", "--no-wait").code == 0
    assert service.ledger == []
    shutil.copytree(run.home, tmp_path / "copy")
    copy = QuickCommand(tmp_path / "copy", service)

    assert run("resume").code == 0
    held = copy("resume")

    assert held.code == 3
    assert "comes from another computer or folder" in held.err
    assert len(service.ledger) == 1

    (waiting,) = copy("jobs", "--json").objects
    assert copy("jobs", "go-on").code == 0
    assert copy("resume").code == 0
    assert [charge.request_id for charge in service.ledger] == [service.ledger[0].request_id] * 2, (
        "negative control: without the pause it would have been paid twice"
    )
    assert waiting["state"] == "READY"


def test_a_home_that_was_moved_with_nothing_that_waits_goes_on_as_before(
    run: QuickCommand, service: ScriptedService, picture: str, tmp_path: Path
) -> None:
    assert run("generate", "image", picture, "--prompt", "A fox").code == 0
    shutil.move(run.home, tmp_path / "moved")
    moved = QuickCommand(tmp_path / "moved", service)

    done = moved("generate", "image", picture, "--prompt", "A wolf")

    assert done.code == 0
    assert "comes from" not in done.err
    assert len(service.ledger) == 2


def test_after_a_move_jobs_and_results_say_where_the_videos_are(
    run: QuickCommand, service: ScriptedService, picture: str, tmp_path: Path
) -> None:
    sheet = tmp_path / "orders.csv"
    sheet.write_text(f"picture,prompt\n{picture},A fox\n", encoding="utf-8")
    assert run("batch", str(sheet), "--budget", "1").code == 0
    shutil.move(run.home, tmp_path / "moved")
    moved = QuickCommand(tmp_path / "moved", service)

    (listed,) = moved("jobs", "--json").objects
    (video,) = (tmp_path / "moved" / "library").rglob("*.mp4")
    assert listed["path"] == str(video)
    assert str(video) in moved("jobs").out
    (batch,) = moved("batch", "list", "--json").objects
    assert moved("batch", "result", str(batch["batch"]), "--result", str(tmp_path / "result.csv")).code == 0
    assert str(video) in (tmp_path / "result.csv").read_text("utf-8-sig")

    video.unlink()
    video.with_suffix(".json").unlink()
    moved("library", "rebuild")
    (gone,) = moved("jobs", "--json").objects
    assert gone["path"] is None
