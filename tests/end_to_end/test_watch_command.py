"""`watch --once` as a real process with a service on loopback: each content is made once, and the day's limit holds."""

import json
import signal
from pathlib import Path

from fakes.command import Command, noon_zone
from fakes.pictures import make_picture
from fakes.quick_command import QuickCommand
from fakes.requests import a_request
from fakes.scripted_service import ScriptedService
from fakes.videos import make_video

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.domain.presets import preset_of, presets_to_document


def test_a_folder_is_made_once_within_a_days_sum(tmp_path: Path) -> None:
    video = make_video(tmp_path / "v.mp4", seconds=1.0).read_bytes()
    folder = tmp_path / "in"
    folder.mkdir()
    make_picture(folder / "a.png", size=(320, 180))
    (folder / "copy of a.png").write_bytes((folder / "a.png").read_bytes())
    make_picture(folder / "b.png", size=(322, 180))
    library = resolve_paths(str(tmp_path / "home")).library_dir
    library.mkdir(parents=True)
    document = presets_to_document([preset_of("Spin", a_request("turns"))])
    (library / ".presets.json").write_text(json.dumps(document))
    with ScriptedService(video=video) as service:
        run = Command(tmp_path / "home", service)

        done = run(
            "watch",
            str(folder),
            "--preset",
            "spin",
            "--per-day",
            "0.20",
            "--take-existing",
            "--once",
            "--json",
            more_env={"TZ": noon_zone()},
        )

        assert (done.code, service.charges.total()) == (3, 1), done.err
        said = done.objects[-1]
        assert (said["standing"], said["pictures"], said["stored"], said["waiting"]) == ("tomorrow", 2, 1, 1)


def test_batch_resume_goes_on_with_a_watched_folder_until_it_is_ended(tmp_path: Path) -> None:
    # given a watched folder, and a picture that has come since
    folder = tmp_path / "in"
    folder.mkdir()
    library = resolve_paths(str(tmp_path / "home")).library_dir
    library.mkdir(parents=True)
    document = presets_to_document([preset_of("Spin", a_request("turns"))])
    (library / ".presets.json").write_text(json.dumps(document))
    video = make_video(tmp_path / "v.mp4", seconds=1.0).read_bytes()
    with ScriptedService(video=video) as service:
        run = QuickCommand(tmp_path / "home", service)
        words = ("watch", str(folder), "--preset", "spin", "--per-day", "0.60", "--once", "--json")
        watch_id = run(*words).objects[-1]["watch"]
        make_picture(folder / "a.png", size=(320, 180))

        # when its batch is resumed, twice
        done = run("batch", "resume", watch_id, "--json")
        again = run("batch", "resume", watch_id, "--json")

        # then the picture is made once
        assert (done.code, again.code, service.charges.total()) == (0, 0, 1), done.err
        assert done.objects[-1]["stored"] == 1
        # and a watch that was ended isn't started again by that
        run("watch", "end", watch_id)
        make_picture(folder / "b.png", size=(322, 180))
        refused = run("batch", "resume", watch_id, "--json")
        assert (refused.code, service.charges.total()) == (2, 1)
        assert "watch-ended" in refused.out


def test_a_watch_that_waits_says_why_and_when_it_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in (1, 2):
        make_picture(folder / f"{number}.png", size=(318 + 2 * number, 180))
    library = resolve_paths(str(tmp_path / "home")).library_dir
    library.mkdir(parents=True)
    document = presets_to_document([preset_of("Spin", a_request("turns"))])
    (library / ".presets.json").write_text(json.dumps(document))
    with ScriptedService(video=make_video(tmp_path / "v.mp4", seconds=1.0).read_bytes()) as service:
        words = ("watch", str(folder), "--preset", "spin", "--per-day", "0.20", "--take-existing")
        with Command(tmp_path / "home", service).start(*words, more_env={"TZ": noon_zone()}) as process:
            assert process.stderr is not None
            told = iter(process.stderr)
            assert any(f"{folder}: Goes on tomorrow: today's sum is used" in line for line in told)
            folder.rename(tmp_path / "away")
            assert any(f"{folder}: The folder can't be read now" in line for line in told)
            process.send_signal(signal.SIGINT)
            assert process.wait() == 130
        assert service.charges.total() == 1
