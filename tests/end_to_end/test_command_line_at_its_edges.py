"""The command line with odd scripts and terminals: pipes that close, foreign encodings, wrong usage, empty homes."""

import base64
import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fakes.pictures import make_picture
from fakes.scripted_service import Kind
from fakes.videos import make_sound, make_video

import vidu_desktop
from vidu_desktop.adapters.desktop.paths import HOME_VARIABLE

FIELDS = {
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
ASCII = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
posix = pytest.mark.skipif(os.name != "posix", reason="pipes and devices")


@pytest.mark.parametrize(
    "wrong",
    [
        ["generate", "image", "p.png", "--duration", "four", "--json"],
        ["generate", "video", "p.png", "--json"],
        ["generate", "image", "p.png", "--json", "--camera-path"],
        ["jobs", "--json", "dance"],
        ["library", "--json"],
    ],
)
def test_wrong_usage_is_one_object_for_scripts_too(run, service, wrong):
    done = run(*wrong)
    assert done.code == 2
    (line,) = done.objects
    assert set(line) == FIELDS
    assert line["error"]["code"] == "usage"
    assert line["error"]["message"] in done.err
    assert not run.home.exists()
    assert service.requests == []


@pytest.mark.parametrize("place", [0, 1, 2])
def test_options_for_all_commands_may_stand_anywhere(run, place):
    words = ["jobs", "cancel"]
    words.insert(place, "--json")
    done = run(*words, "nobody")
    assert done.code == 2
    assert done.objects[0]["error"]["code"] == "no-such-job"


@posix
@pytest.mark.parametrize("arguments", [["--json"], []])
def test_a_reader_that_goes_away_stops_no_paid_work(run, service, picture, arguments):
    process = run.start("generate", "image", picture, *arguments)
    process.stdout.close()  # like `| head -0`
    process.stdout = None
    _, err = process.communicate(timeout=100)
    assert process.returncode == 0, err
    assert "Traceback" not in err
    assert "Exception ignored" not in err
    assert sum(service.charges.values()) == 1
    (clip,) = run("library", "list", "--json").objects
    assert Path(str(clip["path"])).is_file()


@posix
def test_a_list_that_cant_be_written_is_no_success(run, picture):
    run("generate", "image", picture, "--no-wait")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vidu_desktop", "jobs", "--json"],
            env={**os.environ, "VIDU_DESKTOP_HOME": str(run.home)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert "standard output" in done.stderr.lower()
    assert "Traceback" not in done.stderr


@posix
@pytest.mark.parametrize("arguments", [["--json"], []])
def test_a_terminal_that_knows_ascii_only_breaks_nothing(run, service, tmp_path, arguments):
    # given a name that isn't ASCII
    odd = make_picture(tmp_path / "夕日 é.png", size=(320, 180))
    # when it is used, and when it doesn't exist
    done = run("generate", "image", str(odd), "--prompt", "海", *arguments, more_env=ASCII)
    gone = run("generate", "image", str(odd) + "x", *arguments, more_env=ASCII)
    # then both end as they should, with characters that the terminal has
    assert done.code == 0, done.err
    assert gone.code == 2
    assert "Traceback" not in done.err + gone.err
    assert (done.out + gone.out).isascii()
    assert (gone.objects[0]["error"]["code"] == "picture-missing") if arguments else gone.err


SAYS_ITS_MODE = (
    "import sys; print(sys.flags.utf8_mode, sys.stdout.encoding, flush=True);"
    "from vidu_desktop.__main__ import main; sys.argv[1:] = ['--version']; main()"
)


@posix
@pytest.mark.parametrize(
    ("folder", "modes"),
    [
        pytest.param(
            "work", "0", marks=pytest.mark.skipif(not __file__.isascii(), reason="a checkout out of ASCII")
        ),
        ("wörk é", "01"),
    ],
)
def test_in_a_folder_that_the_encoding_cant_name_it_starts_again_in_utf8(tmp_path, folder, modes):
    # Otherwise Python 3.13 can't load compiled modules from there.
    place = tmp_path / folder
    place.mkdir()
    (place / "vidu_desktop").symlink_to(Path(vidu_desktop.__file__).parent)
    done = subprocess.run(
        [sys.executable, "-c", SAYS_ITS_MODE],
        env={**os.environ, **ASCII, "PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        check=False,
    )
    *said, version = done.stdout.splitlines()
    assert said == [f"{mode} ascii" for mode in modes]
    assert version.startswith("vidu-desktop ")
    assert (done.returncode, done.stderr) == (0, "")


@posix
def test_names_that_are_not_unicode_are_taken_and_prompts_that_are_not_are_refused(run, service, tmp_path):
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/b\xff.png")
    make_picture(Path(odd), size=(320, 180))
    done = run("generate", "image", odd, "--json")
    assert done.code == 0, done.err
    refused = run("generate", "image", odd, "--prompt", "a\udcffb", "--json")
    assert refused.code == 2
    assert refused.objects[0]["error"]["code"] == "prompt-not-text"
    assert sum(service.charges.values()) == 1


def test_an_empty_home_has_a_library_that_is_as_it_should_be(run):
    for verb in ("verify", "rebuild", "list"):
        done = run("library", verb, "--json")
        assert (done.code, done.out) == (0, "")


def test_lists_of_nothing_say_so_to_people(run):
    assert "no jobs" in run("jobs").err
    assert "no videos" in run("library", "list").err


def test_every_line_is_an_object_with_the_same_fields_whatever_python_warns_of(run, picture):
    loud = {"PYTHONDEVMODE": "1", "PYTHONWARNINGS": "always"}
    done = run("generate", "image", picture, "--json", more_env=loud)
    assert done.code == 0, done.err
    assert [set(json.loads(line)) for line in done.out.splitlines()] == [FIELDS] * len(done.objects)
    assert "Warning" not in done.err


INTERRUPTED_EARLY = (
    "import os, signal, sys, vidu_desktop.cli.arguments as arguments;"
    "arguments.parser = lambda: os.kill(os.getpid(), signal.{name});"
    "from vidu_desktop.__main__ import main; main(); sys.exit(99)"
)


@posix
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_interrupted_before_anything_was_begun_it_leaves_without_a_traceback(tmp_path, name):
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_EARLY.format(name=name), "jobs"],
        env={**os.environ, "VIDU_DESKTOP_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 130
    assert done.stdout == ""
    assert done.stderr.startswith("Interrupted.")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home").exists()


INTERRUPTED_AT_WORK = """
import asyncio, os, signal, sys
from vidu_desktop.cli import library_verbs

async def work(*_):
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.Event().wait()

library_verbs.run = work
from vidu_desktop.__main__ import main
sys.exit(main())
"""


@posix
def test_what_resume_does_not_carry_on_with_is_not_said_to_be_carried_on(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_AT_WORK, "library", "list"],
        env={**os.environ, "VIDU_DESKTOP_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 130
    assert "Interrupted." in done.stderr
    assert "resume" not in done.stderr


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://api.example.org/api/paas/v4", "base-url-insecure"),
        ("potato", "base-url"),
    ],
)
def test_an_address_that_is_refused_is_no_reason_to_pay_at_another(run, service, picture, address, code):
    elsewhere = {"ZAI_BASE_URL": address}
    # given a waiting order
    run("generate", "image", picture, "--no-wait")
    (job,) = run("jobs", "--json", more_env=elsewhere).objects
    # when another one is requested with that address, then it says so and does nothing
    refused = run("generate", "image", picture, "--no-wait", "--json", more_env=elsewhere)
    assert (refused.code, refused.objects[-1]["error"]["code"]) == (2, code)
    assert "left out" not in refused.err
    # and what waits is not sent
    done = run("resume", "--json", more_env=elsewhere)
    assert (done.code, done.states[-1]) == (3, "READY")
    assert "Start the program again without ZAI_BASE_URL" in done.err
    # and what needs no service still works
    assert run("jobs", "cancel", job["job"], "--json", more_env=elsewhere).code == 0
    assert [line["state"] for line in run("jobs", "--json").objects] == ["CANCELLED"]
    assert service.requests == []


def test_settings_that_cant_be_read_are_no_reason_to_pay_without_a_budget(run, service, picture):
    # given a waiting order, and then a settings file that was cut off, with the budget in it
    run("generate", "image", picture, "--no-wait")
    settings = run.home / "config" / "settings.json"
    settings.parent.mkdir(exist_ok=True)
    settings.write_text('{"budget_usd": "0.1')
    # when another one is requested, then it says so and does nothing
    refused = run("generate", "image", picture, "--no-wait", "--json")
    assert (refused.code, refused.objects[-1]["error"]["code"]) == (2, "settings-damaged")
    # and what waits is not sent, however often that is tried
    for _ in range(2):
        done = run("resume", "--json")
        assert (done.code, done.states[-1]) == (3, "READY")
        assert "nothing is sent: the settings are damaged" in done.err
    # and what needs no service still works
    assert [line["state"] for line in run("jobs", "--json").objects] == ["READY"]
    assert service.requests == []
    # then, with a readable file, the order is sent once
    settings.write_text("{}")
    assert run("resume").code == 0
    assert list(service.charges.values()) == [1]


def test_what_was_sent_and_rehearsals_come_home_though_settings_cant_be_read(run, service, picture):
    # given an order that is being made, one that waits, a rehearsal, and then a damaged settings file
    service.duration_s = 1e9
    begun = run.start("generate", "image", picture, "--json")
    assert service.wait_until(lambda: bool(service.seen(Kind.POLL)))
    begun.kill()
    begun.communicate(timeout=60)
    run("generate", "image", picture, "--no-wait")
    run("generate", "image", picture, "--rehearse", "--no-wait")
    settings = run.home / "config" / "settings.json"
    settings.parent.mkdir(exist_ok=True)
    settings.write_text("[")
    service.finish()
    # when it is carried on with
    done = run("resume", "--json")
    # then what was sent and what is free is in the library, and the other order waits
    assert done.code == 3
    assert sorted(line["state"] for line in run("jobs", "--json").objects) == ["READY", "STORED", "STORED"]
    assert service.count(Kind.SUBMIT) == 1


def test_a_key_that_cant_be_one_is_called_so(run, service, picture):
    done = run("generate", "image", picture, "--json", more_env={"ZAI_API_KEY": "two\nlines"})
    assert done.code == 2
    assert done.objects[0]["error"]["code"] == "no-key"
    assert "two" not in done.out + done.err
    assert "There is no key" not in done.objects[0]["error"]["message"]
    assert "--rehearse" in done.objects[0]["error"]["message"]
    assert service.requests == []


@posix
@pytest.mark.parametrize("terminal", ["dumb", "xterm"])
def test_a_terminal_sees_every_end_and_a_dumb_one_every_state_in_plain_words(
    run, service, picture, terminal, tmp_path
):
    import pty

    # given a terminal
    ours, theirs = pty.openpty()
    process = run.start("generate", "image", picture, more_env={"TERM": terminal}, stderr=theirs)
    os.close(theirs)
    # when a video is made in it
    out, _ = process.communicate(timeout=100)
    seen = b""
    with contextlib.suppress(OSError):  # the other end is closed
        while piece := os.read(ours, 65_536):
            seen += piece
    os.close(ours)
    # then the path is on standard output, and the rest is what such a terminal can show
    assert process.returncode == 0
    assert Path(out.strip()).is_file()
    assert b"in the library" in seen
    assert (b"\x1b[" in seen) == (terminal == "xterm")
    assert (b"in the making\r\n" in seen) == (terminal == "dumb")


def test_pictures_at_the_limits_are_taken_and_one_step_over_is_refused(run, service, tmp_path):
    def picture_of(width: int, height: int) -> str:
        return str(make_picture(tmp_path / f"{width}x{height}.png", size=(width, height)))

    cases = [
        (["image", picture_of(400, 100), "--prompt", "😀" * 512], None),
        (["image", picture_of(401, 100)], "picture-ratio"),
        (["reference", picture_of(127, 300)], "picture-too-small"),
        (["start-end", picture_of(80, 100), picture_of(100, 125)], None),
        (["start-end", picture_of(79, 100), picture_of(100, 100)], "pair-mismatch"),
        (["image", picture_of(64, 64), "--prompt", "😀" * 513], "prompt-too-long"),
    ]
    for words, code in cases:
        done = run("generate", *words, "--no-wait", "--json")
        said = done.objects[-1]["error"]
        assert (done.code, said and said["code"]) == ((2, code) if code else (0, None)), words
    assert len(run("jobs", "--json").objects) == sum(code is None for _, code in cases)
    assert service.requests == []


def test_the_body_has_the_documented_fields_and_the_picture_that_was_given(run, service, picture):
    service.keep_bodies = True
    assert run("generate", "image", picture, "--prompt", "海").code == 0
    (order,) = (json.loads(body) for body in service.bodies if body)
    media_type, _, data = order.pop("image_url").partition(",")
    assert (media_type, base64.b64decode(data)) == ("data:image/png;base64", Path(picture).read_bytes())
    assert order.pop("request_id")
    assert order == {
        "model": "vidu2-image",
        "prompt": "海",
        "duration": 4,
        "size": "1280x720",
        "movement_amplitude": "auto",
        "with_audio": False,
    }


def test_nothing_is_written_outside_of_the_home(run, picture, tmp_path):
    # given another home directory of the person and a picture, both with their folders watched
    person = tmp_path / "person"
    person.mkdir()
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    elsewhere = {"HOME": str(person), "XDG_RUNTIME_DIR": str(person), "TMPDIR": str(person)}
    # when a video is made
    assert run("generate", "image", picture, more_env=elsewhere).code == 0
    # then only the program's home has changed
    after = {
        path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if run.home not in (path, *path.parents)
    }
    assert {path for path in after if path not in before} == set()
    assert after[Path(picture)] == before[Path(picture)]


def test_everything_that_is_wrong_with_many_pictures_is_said_at_once(run, service, tmp_path, picture):
    """Before that, it says that the pictures are being looked at: with hundreds of them this takes a while."""
    bad = [tmp_path / f"bad-{number}.png" for number in range(3)]
    for path in bad:
        path.write_bytes(b"no picture")
    good = [str(make_picture(tmp_path / f"{number}.png", (64 + number, 64))) for number in range(10)]

    done = run("generate", "image", str(bad[0]), *good, str(bad[1]), picture, str(bad[2]), "--json")

    assert done.code == 2
    assert [path.name in line["error"]["message"] for path, line in zip(bad, done.objects, strict=True)] == [
        True
    ] * 3
    assert "Looking at 14 pictures" in done.err
    assert not service.tasks


@pytest.mark.parametrize(
    "wrong",
    [
        ["library", "import", ""],
        ["library", "export", "x", "--as", "gif", "--to", ""],
        ["library", "export", "x", "--as", "gif", "--to", "o", "--first", "0"],
        ["library", "export", "x", "--as", "gif", "--to", "o", "--last", "-3"],
        ["generate", "image", "", "--rehearse"],
        ["generate", "image", "p.png", "--shot", "s" * 81],
        ["generate", "image", "p.png", "--project", "p" * 81],
        ["--home", "", "jobs"],
        ["batch", "resume", "b", "--dry-run"],
        ["batch", "resume", "b", "--rehearse", "--budget", "2"],
        ["batch", "resume", "b", "--rejected"],
        ["batch", "retry", "b", "--rows", "2"],
        ["batch", "result", "b", "--budget", "2"],
        ["batch", "show", "b", "--stop-after", "0"],
        ["batch", "list", "b"],
        ["batch", "s.csv", "--rejected", "--budget", "2"],
        ["batch", "s.csv", "--each", "movement=small", "--each", "movement=large", "--dry-run"],
        ["batch", "s.csv", "--each", "movement=small,large", "--movement", "small", "--dry-run"],
        ["watch", "list", "f"],
        ["watch", "pause", "f", "--per-day", "5"],
        ["watch", "end", "f", "--rehearse"],
        ["chain", "a.png", "b.png", "--name", "n", "--rehearse", "--trim", "S010=2", "--trim", "s010=3"],
        ["chain", "a.png", "b.png", "--name", "n", "--rehearse", "--speed", "2", "--speed", "0.5"],
        ["library", "export", "x", "--as", "still", "--to", "o", "--last", "9"],
    ],
)
def test_what_is_empty_or_out_of_bounds_is_wrong_usage_and_nothing_is_begun(run, wrong):
    done = run(*wrong)
    assert done.code == 2
    assert "usage" in done.err
    assert "Traceback" not in done.err
    assert not run.home.exists()


@posix
def test_what_is_made_may_have_a_name_that_is_not_unicode(run, tmp_path):
    clip = make_video(tmp_path / "a.mp4", seconds=0.5)
    assert run("library", "import", str(clip)).code == 0
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9")
    for verb, ending in (("sheet", "html"), ("timeline", "otio"), ("timeline", "xml"), ("timeline", "edl")):
        done = run("library", verb, "a.mp4", "--to", f"{odd}.{ending}")
        assert done.code == 0, done.err
        assert Path(f"{odd}.{ending}").stat().st_size > 0
    done = run("library", "export", "a.mp4", "--as", "still", "--to", odd)
    assert done.code == 0
    assert Path(odd, "a.png").is_file()


@posix
def test_importing_a_pipe_or_a_device_ends_and_the_rest_comes_in(run, tmp_path):
    clip = make_video(tmp_path / "a.mp4", seconds=0.5)
    os.mkfifo(tmp_path / "pipe.mp4")
    done = run("library", "import", str(tmp_path / "pipe.mp4"), "/dev/null", "/dev/zero", str(clip), "--json")
    assert done.code == 1
    assert [line.get("code") for line in done.objects] == [None, "not-a-file", "not-a-file", "not-a-file"]


def test_a_file_of_sound_is_called_so_and_left_where_it_is(run, tmp_path):
    song = make_sound(tmp_path / "song.mp4")
    (tmp_path / "page.mp4").write_text("<html>")
    done = run("library", "import", str(song), str(tmp_path / "page.mp4"), "--json")
    assert done.code == 1
    assert [line["code"] for line in done.objects] == ["sound-only", "not-a-video"]
    assert "sound only" in run("library", "import", str(song)).out
    assert song.is_file()


def test_what_is_on_the_disk_steers_no_terminal_and_a_prompt_that_would_is_refused(run, picture):
    prompt = "red \x1b[31m bell \x07 csi \x9b31m turned \u202e end"
    refused = run("generate", "image", picture, "--prompt", prompt, "--json")
    assert (refused.code, refused.objects[0]["error"]["code"]) == (2, "prompt-controls")
    assert run("jobs", "--json").objects == []
    named = Path(picture).rename(Path(picture).with_name(f"{prompt}.png"))
    assert run("generate", "image", str(named), "--prompt", "plain").code == 0
    (record,) = (run.home / "library").glob("2*/*/*.json")  # changed to what an earlier version wrote
    record.write_text(record.read_text("utf-8").replace('"plain"', json.dumps(prompt)), "utf-8")
    assert run("library", "rebuild").code == 0
    for done in (
        run("jobs"),
        run("library", "list"),
        run("jobs", "--json"),
        run("library", "list", "--json"),
    ):
        assert done.code == 0
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(done.out + done.err)
    assert run("library", "list", "--json").objects[0]["prompt"] == prompt


@posix
def test_a_named_file_that_is_none_is_bad_input_and_no_fault_of_the_disk(run, picture, tmp_path):
    pipe, endless, link = tmp_path / "pipe", tmp_path / "endless", tmp_path / "link.mp4"
    os.mkfifo(pipe)
    endless.symlink_to("/dev/zero")
    link.symlink_to("nowhere")
    chain = ["chain", picture, picture, "--name", "Dawn", "--rehearse"]
    film = ["--join", str(tmp_path / "film.mp4")]
    for wrong, code in (
        ([*chain, *film, "--sound", str(pipe)], "file-is-none"),
        ([*chain, *film, "--sound", str(tmp_path)], "file-is-folder"),
        ([*chain, *film, "--sound", str(link)], "file-missing"),
        ([*chain, "--prompts", str(endless)], "file-is-none"),
        (["library", "review", "--answers", str(pipe)], "file-is-none"),
        ([*chain, "--join", str(link)], "target-there"),
        ([*chain, "--join", str(Path(picture, "film.mp4"))], "target-folder"),
    ):
        done = run(*wrong, "--json")
        assert (done.code, done.last["error"]["code"]) == (2, code), wrong
    assert link.is_symlink()


@posix
def test_where_nothing_can_be_written_is_bad_input_and_no_fault_of_the_disk(run, tmp_path):
    assert run("library", "import", str(make_video(tmp_path / "a.mp4", seconds=0.5))).code == 0
    (tmp_path / "pipe").touch()
    for wrong, code in (
        (["timeline", "a.mp4", "--to", str(tmp_path / "none" / "a.edl")], "target-folder"),
        (["sheet", "a.mp4", "--to", str(tmp_path / "a.mp4" / "a.html")], "target-folder"),
        (["join", "a.mp4", "a.mp4", "--to", str(tmp_path / "no" / "ne" / "a.mp4")], "target-folder"),
        (["review", "a.mp4", "--to", str(tmp_path / "a.mp4" / "packet")], "target-folder"),
        (["export", "a.mp4", "--as", "mp4", "--to", str(tmp_path / "pipe")], "target-no-folder"),
    ):
        done = run("library", *wrong, "--json")
        assert (done.code, done.last["error"]["code"]) == (2, code), wrong
    assert run("library", "join", "a.mp4", "a.mp4", "--to", str(tmp_path / "new" / "film.mp4")).code == 0


@posix
def test_a_file_without_an_end_ends_no_command(run, picture, tmp_path):
    film, still, real = (
        tmp_path / "film.mp4",
        tmp_path / "still.png",
        make_video(tmp_path / "a.mp4", seconds=0.5),
    )
    still.write_bytes(Path(picture).read_bytes())
    for endless in (film, still):
        with endless.open("ab") as file:
            file.truncate(1 << 42)
    done = run("library", "import", str(film), str(real), "--json")
    assert (done.code, [line.get("code") for line in done.objects]) == (1, [None, "not-a-video"])
    for verb in (
        ["chain", picture, str(still), "--name", "Dawn", "--dry-run"],
        ["generate", "image", str(still)],
    ):
        done = run(*verb, "--rehearse", "--json")
        assert (done.code, done.objects[0]["error"]["code"]) == (2, "picture-too-heavy"), verb
    kept = next(run.home.glob("library/**/a.mp4"))
    with kept.open("ab") as file:
        file.truncate(1 << 42)
    film.rename(kept.with_name("film.mp4"))
    assert {line["code"] for line in run("library", "verify", "--json").objects} == {
        "file-changed",
        "not-a-video",
    }


@posix
def test_a_name_with_a_line_end_passes_for_no_line_of_ours(run, picture, tmp_path):
    odd = tmp_path / "a\nMade: b\r\nFree.png"
    odd.write_text("no picture")
    for command in (
        ["library", "import", str(odd)],
        ["library", "export", str(odd), "--as", "mp4", "--to", str(tmp_path / "out")],
        ["batch", str(tmp_path / "no\nMade: b.csv"), "--dry-run"],
        ["batch", "show", "x\nMade: b"],
        ["jobs", "cancel", "x\nMade: b"],
        ["generate", "image", picture, "--model", "x\nMade: b", "--rehearse"],
        [
            "chain",
            picture,
            picture,
            "--name",
            "Dawn",
            "--rehearse",
            "--join",
            str(tmp_path / "n\nMade: b" / "c"),
        ],
    ):
        done = run(*command)
        assert done.code in (1, 2)
        assert "Made: b" in done.out + done.err
        assert not [line for line in (done.out + done.err).splitlines() if line.startswith("Made")], command


@posix
def test_a_named_folder_that_is_none_is_bad_input(run, picture, tmp_path):
    sheet, pipe = tmp_path / "s.csv", tmp_path / "pipe"
    sheet.write_text(f"picture,prompt\n{picture},hello\n")
    os.mkfifo(pipe)
    for wrong, code in (
        (["--home", str(sheet), "jobs"], "home-no-folder"),
        (["--home", str(sheet / "below" / "it"), "jobs"], "home-no-folder"),
        (["jobs", "--home", str(pipe)], "home-no-folder"),
        (["batch", str(sheet), "--dry-run", "--pictures", str(tmp_path / "none")], "pictures-folder"),
        (["batch", str(sheet), "--dry-run", "--pictures", str(pipe)], "pictures-folder"),
    ):
        done = run(*wrong, "--json")
        assert (done.code, done.last["error"]["code"]) == (2, code), wrong
    done = run("jobs", "--json", more_env={HOME_VARIABLE: str(sheet)})
    assert (done.code, done.last["error"]["code"]) == (2, "home-no-folder")


@posix
def test_a_name_that_is_too_long_is_bad_input_and_ends_nothing_else(run, picture, tmp_path):
    sheet, clip = tmp_path / "s.csv", make_video(tmp_path / "a.mp4", seconds=0.5)
    sheet.write_text(f"picture,prompt\n{picture},hello\n")
    long = str(tmp_path / ("x" * 260))
    done = run("library", "import", f"{long}.mp4", str(clip), "--json")
    assert (done.code, [line.get("code") for line in done.objects]) == (1, [None, "file-gone"])
    chain = ["chain", picture, picture, "--name", "Dawn", "--rehearse"]
    for wrong, code in (
        (["batch", str(sheet), "--rehearse", "--result", f"{long}.csv"], "result-place"),
        (["batch", f"{long}.csv", "--dry-run"], "sheet-missing"),
        ([*chain, "--join", f"{long}.mp4"], "target-place"),
        (["library", "timeline", "a.mp4", "--to", f"{long}.edl"], "target-place"),
        (["library", "review", "a.mp4", "--to", long], "target-place"),
    ):
        done = run(*wrong, "--json")
        assert (done.code, done.last["error"]["code"]) == (2, code), wrong


@posix
@pytest.mark.parametrize("place", ["data/staging", "data/inputs"])
def test_a_pipe_in_the_place_of_a_folder_of_ours_gives_way(run, service, picture, place):
    folder = run.home / place
    folder.parent.mkdir(parents=True)
    os.mkfifo(folder)

    done = run("generate", "image", picture, "--json")

    assert done.code == 0, done.err
    assert folder.is_dir()
    assert any(path.name.startswith(f"{folder.name}.no-folder-") for path in folder.parent.iterdir())


@posix
@pytest.mark.parametrize("put", [os.mkfifo, lambda path: path.symlink_to(path)])
def test_what_lies_in_the_place_of_the_library_is_said_before_anything_is_sent(run, service, picture, put):
    run.home.mkdir()
    put(run.home / "library")

    done = run("generate", "image", picture, "--json")

    assert done.code == 2
    assert str(run.home / "library") in done.objects[-1]["error"]["message"]
    assert service.requests == []


@pytest.mark.parametrize("verb", ["jobs", "resume"])
def test_a_list_of_jobs_that_was_set_aside_is_said_by_the_command_that_found_it(run, service, picture, verb):
    run("generate", "image", picture, "--rehearse", "--no-wait")
    (run.home / "data" / "journal.sqlite3").unlink()
    (run.home / "data" / "journal.sqlite3").mkdir()
    done = run(verb)
    assert done.code == 0
    assert done.err.count("The list of jobs was damaged. It is set aside as “journal.sqlite3.no-file-") == 1
    assert "set aside" not in run(verb).err
    assert service.requests == []


@posix
@pytest.mark.parametrize("in_the_way", ["a pipe", "a file", "a link to nothing", "a link to itself"])
def test_what_lies_in_the_place_of_the_batches_hides_none_silently_and_stops_no_other_job(
    run, service, picture, in_the_way
):
    run("generate", "image", picture, "--no-wait")
    place = run.home / "library" / ".batches"
    place.parent.mkdir(exist_ok=True)
    match in_the_way:
        case "a pipe":
            os.mkfifo(place)
        case "a file":
            place.write_text("mine")
        case _:
            place.symlink_to("nowhere" if in_the_way == "a link to nothing" else place.name)
    listed = run("batch", "list")
    assert listed.code == 3
    assert f"Something else is in the place of “{place}”" in listed.err

    done = run("resume")
    assert done.code == 3
    assert f"Something else is in the place of “{place}”" in done.err
    assert "Nothing is unfinished" not in done.err
    assert sum(service.charges.values()) == 1
    assert [job["state"] for job in run("jobs", "--json").objects] == ["STORED"]
    assert os.path.lexists(place)


@posix
@pytest.mark.parametrize("in_the_way", ["a pipe", "a file", "a link to nothing"])
def test_what_lies_in_the_place_of_the_library_is_named_and_is_no_full_disk(run, in_the_way):
    place = run.home / "library"
    place.parent.mkdir()
    match in_the_way:
        case "a pipe":
            os.mkfifo(place)
        case "a file":
            place.write_text("mine")
        case _:
            place.symlink_to("nowhere")
    assert run("library", "list").code == 2
    assert run("batch", "list").code == 3
    assert run("resume").code == 3
    for verb in (("library", "list"), ("batch", "list"), ("resume",)):
        said = run(*verb).err
        assert str(place) in said
        assert not {"room on the disk", "no videos", "Nothing is unfinished"} & {
            words for words in ("room on the disk", "no videos", "Nothing is unfinished") if words in said
        }
    assert os.path.lexists(place)
