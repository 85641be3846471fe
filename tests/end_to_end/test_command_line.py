"""The command line as a real process with a service on loopback: real HTTP, real files, a real video."""

import json
import signal
from pathlib import Path

import pytest
from fakes.command import COMMAND_PATIENCE_S, Command
from fakes.pictures import make_picture
from fakes.quick_command import QuickCommand
from fakes.scripted_service import Failure, Kind, Repeats, lost_answer, nth_of, says_error

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.adapters.disk.room import BALLAST_BYTES

SUBMIT = Kind.SUBMIT


def test_a_paid_order_ends_as_a_file_with_its_record_and_one_charge(run, service, picture):
    done = run("generate", "image", picture, "--prompt", "waves", "--json")
    assert done.code == 0, done.err
    assert done.states == [
        "DRAFT",
        "READY",
        "SENDING",
        "ACCEPTED",
        "WAITING",
        "READY_TO_FETCH",
        "FETCHING",
        "VERIFYING",
        "STORED",
    ]
    last = done.objects[-1]
    assert last["price_usd"] == 0.2
    assert last["error"] is None
    assert service.charges == {last["request_id"]: 1}
    stored = Path(str(last["path"]))
    assert stored.read_bytes().startswith(service.tasks[str(last["task_id"])].video[:64])
    record = json.loads(stored.with_suffix(".json").read_text())
    assert last["task_id"] in json.dumps(record)
    assert "test-key" not in json.dumps(record)


def test_project_and_shot_stay_here_and_stand_in_the_recipe(run, service, picture):
    done = run("generate", "image", picture, "--project", "Harbour", "--shot", "S010", "--json")
    assert done.code == 0, done.err
    record = json.loads(Path(str(done.objects[-1]["path"])).with_suffix(".json").read_text())
    assert (record["recipe"]["project"], record["recipe"]["shot"]) == ("Harbour", "S010")
    (task,) = service.tasks.values()
    assert not {"project", "shot"} & task.order.keys()


def test_each_mode_sends_its_own_fields(run, service, tmp_path):
    start = str(make_picture(tmp_path / "a.png", size=(320, 180)))
    end = str(make_picture(tmp_path / "b.png", size=(330, 180)))
    assert run("generate", "start-end", start, end, "--size", "720x480", "--movement", "large").code == 0
    assert run("generate", "reference", start, end, start, "--aspect-ratio", "9:16", "--audio").code == 0
    sent = {task.model: task for task in map(_Sent, service.tasks.values())}
    assert sent["vidu2-start-end"].order["size"] == "720x480"
    assert sent["vidu2-start-end"].order["movement_amplitude"] == "large"
    assert "aspect_ratio" not in sent["vidu2-start-end"].order
    assert sent["vidu2-start-end"].pictures == 2
    assert sent["vidu2-reference"].order["aspect_ratio"] == "9:16"
    assert sent["vidu2-reference"].order["with_audio"] is True
    assert sent["vidu2-reference"].pictures == 3


class _Sent:
    def __init__(self, task) -> None:
        self.order = task.order
        self.model = task.order["model"]
        self.pictures = len(task.picture_sha256)


def test_several_pictures_on_image_are_several_jobs_announced_with_their_price(run, service, tmp_path):
    pictures = [str(make_picture(tmp_path / f"{n}.png", size=(64 + n, 64))) for n in range(3)]
    done = run("generate", "image", *pictures)
    assert done.code == 0, done.err
    assert "3 videos, $0.60" in done.err
    assert len(done.out.splitlines()) == 3
    assert sorted(service.charges.values()) == [1, 1, 1]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--size", "1x1"], "option-value"),
        (["--duration", "9"], "option-value"),
        (["--movement", "wild"], "option-value"),
        (["--aspect-ratio", "16:9"], "option-unknown"),
        (["--prompt", "x" * 513], "prompt-too-long"),
    ],
)
def test_bad_input_is_told_before_anything_is_stored_or_sent(run, service, picture, arguments, code):
    done = run("generate", "image", picture, "--json", *arguments)
    assert done.code == 2
    assert [line["error"]["code"] for line in done.objects] == [code]
    assert service.requests == []
    assert run("jobs", "--json").out == ""


def test_a_file_that_is_no_picture_is_told_in_a_sentence(run, service, tmp_path):
    bad = tmp_path / "notes.png"
    bad.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    done = run("generate", "image", str(bad))
    assert done.code == 2
    assert "notes.png" in done.err
    assert "Traceback" not in done.err
    assert service.requests == []


def test_without_a_key_it_says_what_to_do_and_never_falls_back(tmp_path, service, picture):
    done = QuickCommand(tmp_path / "home", service, key=None)("generate", "image", picture, "--json")
    assert done.code == 2
    assert done.objects[0]["error"]["code"] == "no-key"
    assert "There is no key for 127.0.0.1 yet" in done.objects[0]["error"]["message"]
    assert "--rehearse" in done.objects[0]["error"]["message"]
    assert service.requests == []


def test_a_wrong_key_pauses_with_one_request_and_the_work_waits(tmp_path, service, picture):
    wrong = QuickCommand(tmp_path / "home", service, key="wrong-key")
    done = wrong("generate", "image", picture, picture, "--json")
    assert done.code == 3
    assert service.ledger == []
    assert service.count(SUBMIT) <= 2  # both may have been sent before the first answer comes
    right = QuickCommand(tmp_path / "home", service)
    assert right("resume", "--json").code == 0
    assert sorted(service.charges.values()) == [1, 1]


def test_what_the_service_refuses_is_refused_with_its_words(run, service, picture):
    service.plan = nth_of(SUBMIT, {1: says_error(400, "1301", "Too spicy.")})
    done = run("generate", "image", picture, "--json")
    assert done.code == 1
    assert done.objects[-1]["state"] == "REFUSED"
    assert done.objects[-1]["error"]["code"] == "1301"
    assert "Too spicy." in done.objects[-1]["error"]["message"]
    job = str(done.objects[-1]["job"])
    again = run("jobs", "retry", job, "--json")
    assert again.code == 0, again.err
    assert sorted(service.charges.values()) == [1]


def test_a_task_that_fails_keeps_the_services_words(run, service, picture):
    service.failure = Failure(code="1300", message="Not this.")
    done = run("generate", "image", picture, "--json")
    assert done.code == 1
    assert done.objects[-1]["state"] == "FAILED"
    assert "Not this." in done.objects[-1]["error"]["message"]


def test_a_lost_answer_is_unknown_and_no_later_run_sends_it_again(run, service, picture):
    service.plan = nth_of(SUBMIT, {1: lost_answer()})
    done = run("generate", "image", picture, "--json")
    assert done.code == 3
    assert done.objects[-1]["state"] == "UNKNOWN"
    assert run("resume", "--json").code == 3
    assert run("jobs", "retry", str(done.objects[-1]["job"])).code == 2
    assert service.count(SUBMIT) == 1
    assert sum(service.charges.values()) == 1


def test_a_lost_answer_is_rescued_with_the_task_id_of_the_console(run, service, picture):
    service.plan = nth_of(SUBMIT, {1: lost_answer()})
    job = str(run("generate", "image", picture, "--json").objects[-1]["job"])
    (task_id,) = service.tasks
    done = run("jobs", "rescue", job[:6], task_id, "--json")
    assert done.code == 0, done.err
    assert done.objects[-1]["state"] == "STORED"
    assert sum(service.charges.values()) == 1


def test_sending_the_same_ticket_again_costs_nothing_at_a_service_that_gives_the_first_id(
    run, service, picture
):
    service.repeats = Repeats.FIRST_ID
    service.plan = nth_of(SUBMIT, {1: lost_answer()})
    job = str(run("generate", "image", picture, "--json").objects[-1]["job"])
    done = run("jobs", "send-again", job, "--json")
    assert done.code == 0, done.err
    assert done.objects[-1]["state"] == "STORED"
    assert sum(service.charges.values()) == 1


def test_treating_it_as_lost_ends_it(run, service, picture):
    service.plan = nth_of(SUBMIT, {1: lost_answer()})
    job = str(run("generate", "image", picture, "--json").objects[-1]["job"])
    done = run("jobs", "give-up", job, "--json")
    assert done.code == 0, done.err
    assert done.objects[-1]["state"] == "CANCELLED"
    assert run("resume", "--json").code == 0
    assert service.count(SUBMIT) == 1


def test_no_wait_takes_the_order_in_and_resume_sends_it(run, service, picture):
    done = run("generate", "image", picture, "--no-wait", "--json")
    assert done.code == 0, done.err
    assert done.states == ["DRAFT", "READY"]
    assert service.requests == []
    assert run("resume", "--json").code == 0
    assert sum(service.charges.values()) == 1


def test_what_does_not_fit_into_the_budget_is_said_before_it_waits(run, service, tmp_path):
    settings = run.home / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"budget_usd": "0.50"}))
    pictures = [str(make_picture(tmp_path / f"{n}.png", size=(64 + n, 64))) for n in range(3)]
    done = run("generate", "image", *pictures)
    assert done.code == 3
    assert "2 of these 3 fit into your budget. $0.50 is left" in done.err
    assert sorted(service.charges.values()) == [1, 1]


def test_a_paused_queue_sends_nothing_in_any_run_and_carries_on_what_was_accepted(run, service, picture):
    service.duration_s = 3600.0
    process = run.start("generate", "image", picture, "--prompt", "accepted")
    assert service.wait_until(lambda: service.count(Kind.POLL) >= 1)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=120)
    assert run("jobs", "pause", "--json").objects == [{"paused": True}]
    waiting = run("generate", "image", picture, "--prompt", "waits", "--json")
    assert (waiting.code, waiting.states[-1]) == (3, "READY")
    assert "jobs go-on" in waiting.err

    service.finish()
    paused = run("resume", "--json")
    assert paused.code == 3
    assert {
        line["job"]: line["state"] for line in paused.objects if line["state"] in ("READY", "STORED")
    } == {
        waiting.objects[-1]["job"]: "READY",
        paused.objects[0]["job"]: "STORED",
    }
    assert "The queue is paused" in paused.err
    assert "The queue is paused" in run("jobs").err
    assert service.count(SUBMIT) == 1

    service.duration_s = 0.2
    assert run("jobs", "go-on", "--json").objects == [{"paused": False}]
    assert service.count(SUBMIT) == 1
    done = run("resume", "--json")
    assert done.code == 0, done.err
    assert "paused" not in done.err
    assert sorted(service.charges.values()) == [1, 1]


def test_a_pause_holds_for_another_command_that_is_at_work(run, service, tmp_path):
    settings = run.home / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"jobs_at_once": 1}))
    service.duration_s = 3600.0
    pictures = [str(make_picture(tmp_path / f"{n}.png", size=(64 + n, 64))) for n in range(3)]
    process = run.start("generate", "image", *pictures, "--json")
    assert service.wait_until(lambda: service.count(Kind.POLL) >= 1)
    assert run("jobs", "pause", "--json").objects == [{"paused": True}]
    service.duration_s = 0.0
    service.finish()
    out, err = process.communicate(timeout=COMMAND_PATIENCE_S)
    assert process.returncode == 3, err
    assert "The queue is paused" in err
    assert [json.loads(line)["state"] for line in out.splitlines()].count("STORED") == 1
    assert sorted(service.charges.values()) == [1]

    assert run("jobs", "go-on").code == 0
    assert run("resume").code == 0
    assert sorted(service.charges.values()) == [1, 1, 1]


def test_a_rehearsal_waits_on_a_paused_queue_too(run, service, picture):
    assert run("jobs", "pause").code == 0
    waiting = run("generate", "image", picture, "--rehearse", "--json")
    assert (waiting.code, waiting.states[-1]) == (3, "READY")
    assert run("jobs", "go-on").code == 0
    assert run("resume", "--json").states[-1] == "STORED"
    assert service.requests == []


def test_a_job_that_waits_here_can_be_cancelled_for_nothing(run, service, picture):
    job = str(run("generate", "image", picture, "--no-wait", "--json").objects[-1]["job"])
    done = run("jobs", "cancel", job, "--json")
    assert done.code == 0, done.err
    assert done.objects[-1]["state"] == "CANCELLED"
    assert run("resume", "--json").code == 0
    assert service.requests == []


def test_interrupted_it_says_so_and_resume_carries_on(run, service, picture):
    service.duration_s = 3600.0
    process = run.start("generate", "image", picture, "--json")
    assert service.wait_until(lambda: len(service.ledger) == 1)
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "resume" in err
    assert "Traceback" not in err
    service.finish()
    done = run("resume", "--json")
    assert done.code == 0, done.err
    assert done.objects[-1]["state"] == "STORED"
    assert sum(service.charges.values()) == 1


def test_killed_while_it_waits_the_next_start_fetches_the_video(run, service, picture):
    service.duration_s = 3600.0
    process = run.start("generate", "image", picture, "--json")
    assert service.wait_until(lambda: service.count(Kind.POLL) >= 1)
    process.kill()
    process.communicate(timeout=60)
    service.finish()
    assert run("resume", "--json").code == 0
    assert sum(service.charges.values()) == 1
    (clip,) = run("library", "list", "--json").objects
    assert Path(str(clip["path"])).is_file()


def test_the_library_is_verified_and_rebuilt_from_its_records(run, service, picture):
    run("generate", "image", picture, "--prompt", "海辺の夕日")
    assert run("library", "verify", "--json").out == ""
    (run.home / "data" / "index.sqlite3").unlink()
    assert run("library", "rebuild").code == 0
    (clip,) = run("library", "list", "--json").objects
    assert clip["prompt"] == "海辺の夕日"
    Path(str(clip["path"])).unlink()
    verified = run("library", "verify", "--json")
    assert verified.code == 1
    assert [finding["code"] for finding in verified.objects] == ["file-missing"]


def test_each_video_is_measured_once_against_its_picture(run, service, picture):
    run("generate", "image", picture)

    (measured,) = run("library", "measure", "--json").objects

    (clip,) = run("library", "list", "--json").objects
    assert (measured["clip"], measured["path"]) == (clip["clip"], clip["path"])
    assert measured["start"]["colour_mean"] > 0
    assert measured["end"] is None
    again = run("library", "measure", "--json")
    assert (again.code, again.out) == (0, "")


def test_a_video_in_the_list_names_its_job_and_its_tickets(run, service, picture):
    stored = run("generate", "image", picture, "--json").objects[-1]
    (clip,) = run("library", "list", "--json").objects
    for field in (
        "job",
        "state",
        "mode",
        "model",
        "request_id",
        "task_id",
        "price",
        "currency",
        "price_usd",
        "path",
        "error",
    ):
        assert clip[field] == stored[field]


def test_jobs_prints_one_object_a_job(run, service, picture):
    run("generate", "image", picture, "--no-wait")
    run("generate", "image", picture, "--no-wait")
    done = run("jobs", "--json")
    assert done.code == 0
    assert [set(line) for line in done.objects] == [
        {
            "job",
            "state",
            "mode",
            "model",
            "request_id",
            "task_id",
            "price",
            "currency",
            "price_usd",
            "path",
            "error",
        }
    ] * 2


def test_a_rehearsal_needs_no_key_and_no_service(tmp_path, picture):
    # started as a person does, with all helpers
    alone = Command(tmp_path / "home", key=None)
    done = alone("generate", "image", picture, "--rehearse", "--json")
    assert done.code == 0, done.err
    assert done.objects[-1]["price_usd"] == 0.0
    assert Path(str(done.objects[-1]["path"])).is_file()


def test_a_command_that_works_holds_the_reserve_that_a_full_disk_leaves_to_the_journal(run, service, picture):
    service.duration_s = 3600.0
    ballast_path = resolve_paths(str(run.home)).ballast_path
    with run.start("generate", "image", picture) as process:
        try:
            assert service.wait_until(lambda: service.count(Kind.POLL) > 0 and ballast_path.is_file(), 60)
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)
    assert ballast_path.stat().st_size == BALLAST_BYTES
