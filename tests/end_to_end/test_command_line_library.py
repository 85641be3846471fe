"""What the command line makes from an existing library: exports, joins, timelines, sheets, and another library."""

import json
import os
from pathlib import Path

import pytest
from fakes.pictures import make_picture
from fakes.quick_command import QuickCommand


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> QuickCommand:
    """Return a command with the library of one rehearsal; no test here changes it."""
    return QuickCommand(tmp_path_factory.mktemp("kept") / "home")


@pytest.fixture(scope="module")
def rehearsed(run, tmp_path_factory):
    picture = make_picture(tmp_path_factory.mktemp("picture") / "p.png", size=(320, 180))
    shot = ("--prompt", "A fox", "--project", "Moon", "--shot", "S010")
    assert run("generate", "image", str(picture), *shot, "--rehearse", "--size", "720x480").code == 0
    (clip,) = run("library", "list", "--json").objects
    return clip


def test_a_video_is_exported_joined_and_put_on_a_timeline_and_a_sheet(run, rehearsed, tmp_path):
    out = tmp_path / "out"
    name = ("--name", "{project}_{shot}_{take:03}")
    pictures = run(
        "library",
        "export",
        rehearsed["clip"],
        "--as",
        "png-sequence",
        "--to",
        str(out),
        "--last",
        "3",
        *name,
        "--match-colours",
    )
    assert pictures.code == 0, pictures.err
    assert len(list((out / "Moon_S010_001").iterdir())) == 3

    file_name = Path(rehearsed["path"]).name
    assert (
        run("library", "join", file_name, file_name, "--to", str(out / "twice.mp4"), "--drop-seams").code == 0
    )
    assert run("library", "timeline", file_name, "--to", str(out / "cut.otio")).code == 0
    assert run("library", "sheet", file_name, "--to", str(out / "sheet.html")).code == 0

    assert sorted(path.name for path in out.iterdir()) == [
        "Moon_S010_001",
        "cut.otio",
        "sheet.html",
        "twice.mp4",
    ]
    assert "A fox" in (out / "sheet.html").read_text(encoding="utf-8")
    again = run("library", "sheet", file_name, "--to", str(out / "sheet.html"))
    assert again.code == 2
    assert "isn't written over" in again.err


@pytest.mark.parametrize("way", ["export", "join", "review", "resume"])
def test_what_a_killed_export_left_is_cleared_away_by_the_next_command(run, rehearsed, tmp_path, way):
    notes, out = run.home / "data" / "exports", tmp_path / "out"
    left, foreign = out / ".vidu-export-killed.mov", out / ".vidu-export-foreign.mov"
    notes.mkdir(exist_ok=True)
    out.mkdir()
    for path in (left, foreign):
        path.write_bytes(b"half")
    (notes / "killed.begun").write_bytes(os.fsencode(left))
    command = {
        "export": ("library", "export", rehearsed["clip"], "--as", "mp4", "--to", str(out)),
        "join": ("library", "join", rehearsed["clip"], rehearsed["clip"], "--to", str(out / "film.mp4")),
        "review": ("library", "review", rehearsed["clip"], "--to", str(out / "review")),
        "resume": ("resume",),
    }[way]

    assert run(*command).code == 0

    assert not left.exists()
    assert foreign.exists()
    assert list(notes.iterdir()) == []


def test_what_an_export_cannot_do_is_said_before_anything_is_written(run, rehearsed, tmp_path):
    for wrong in (
        ("--as", "mp4", "--side", "320"),
        ("--as", "clean-mp4", "--match-colours"),
        ("--as", "gif", "--name", "{nonsense}"),
        ("--as", "gif", "--first", "9", "--last", "3"),
    ):
        done = run("library", "export", rehearsed["clip"], "--to", str(tmp_path / "out"), *wrong)
        assert done.code == 2, done.out
    (tmp_path / "file").write_text("in the way")
    for place in ("file/below", "gone/below/that"):
        done = run("library", "export", rehearsed["clip"], "--to", str(tmp_path / place), "--as", "mp4")
        assert done.code == 2, done.out
        assert str((tmp_path / place).parent) in done.err
    assert run("library", "export", "nobody", "--as", "gif", "--to", str(tmp_path / "out")).code == 2
    assert not (tmp_path / "out").exists()


def test_a_video_is_taken_into_another_library_with_its_settings(run, rehearsed, tmp_path):
    other = QuickCommand(tmp_path / "other home")

    assert other("library", "import", rehearsed["path"]).code == 0

    (clip,) = other("library", "list", "--json").objects
    assert (clip["prompt"], clip["job"]) == ("A fox", rehearsed["job"])
    assert other("library", "import", rehearsed["path"]).code == 0  # again: it is already there
    assert len(other("library", "list", "--json").objects) == 1
    (tmp_path / "page.mp4").write_text("<html>")
    assert other("library", "import", str(tmp_path / "page.mp4")).code == 1


def test_an_import_that_the_disk_stops_says_what_came_and_how_many_did_not(run, rehearsed, tmp_path):
    other = QuickCommand(tmp_path / "other home")
    library = Path(other("library", "import", rehearsed["path"], "--json").objects[0]["path"]).parents[2]
    video = Path(rehearsed["path"]).read_bytes()
    paths = [tmp_path / f"{number}.mp4" for number in range(4)]
    for number, path in enumerate(paths):
        path.write_bytes(video + bytes((0, 0, 0, 9)) + b"free" + bytes([number]))
    old = 1_000_000_000
    os.utime(paths[2], (old, old))
    (library / "2001").write_text("no folder")

    done = other("library", "import", *map(str, paths))

    assert done.code == 3
    assert done.out.count("Taken in: ") == 2
    assert "Not taken in: 2." in done.out + done.err
    assert len(other("library", "list", "--json").objects) == 3


def test_a_clip_is_found_by_whatever_way_leads_to_its_file(run, rehearsed, tmp_path):
    (tmp_path / "way").mkdir()
    (tmp_path / "way" / "link.mp4").symlink_to(rehearsed["path"])
    (tmp_path / "shelf").symlink_to(Path(rehearsed["path"]).parent)
    ways = (
        tmp_path / "way" / ".." / "way" / "link.mp4",
        tmp_path / "shelf" / Path(rehearsed["path"]).name,
    )
    for number, way in enumerate(ways):
        done = run("library", "timeline", str(way), "--to", str(tmp_path / f"{number}.edl"))
        assert done.code == 0, done.err


@pytest.mark.parametrize("action", [["export", "--as", "gif"], ["review"], ["sheet"]])
def test_a_video_that_is_named_twice_where_each_is_there_once_is_refused(run, rehearsed, tmp_path, action):
    (clip,) = run("library", "list", "--json").objects
    target = tmp_path / "out.html"
    verb, *more = action

    done = run("library", verb, clip["clip"], clip["path"], *more, "--to", str(target), "--json")

    assert (done.code, done.last["error"]["code"]) == (2, "clip-twice")
    assert not target.exists()


def test_a_review_goes_out_as_a_folder_and_comes_back_as_marks(run, rehearsed, tmp_path):
    folder = tmp_path / "For Mei"
    made = run("library", "review", rehearsed["clip"], "--to", str(folder))
    assert made.code == 0, made.err
    (video,) = (folder / "clips").iterdir()
    page = (folder / "index.html").read_text("utf-8")
    assert f'"file": "clips/{video.name}"' in page
    assert b"vidu-desktop/recipe" not in video.read_bytes()
    assert sorted(path.name for path in folder.parent.iterdir()) == [folder.name]

    answer = {"clip": rehearsed["clip"], "verdict": "keep", "note": "Good"}
    answers = tmp_path / "answers.json"
    answers.write_text(
        json.dumps(
            {
                "schema": "vidu-desktop/review-answers",
                "reviewer": "Mei",
                "answers": [answer, {**answer, "clip": "nobody"}],
            }
        )
    )
    taken = run("library", "review", "--answers", str(answers), "--json")
    assert taken.code == 1  # one of the two clips isn't here
    assert [one.get("verdict", one.get("code")) for one in taken.objects] == ["keep", "no-such-clip"]
    assert taken.objects[0]["note"] == "Mei: Good"

    for wrong in (("--answers", str(folder / "index.html")), (rehearsed["clip"],), ("--to", str(folder))):
        assert run("library", "review", *wrong).code == 2
    assert run("library", "review", rehearsed["clip"], "--to", str(folder)).code == 2


def test_an_import_of_folders_without_a_video_says_so(run, tmp_path):
    (tmp_path / "empty" / "below").mkdir(parents=True)

    done = run("library", "import", str(tmp_path / "empty"), "--json")

    assert done.code == 2
    assert done.objects[-1]["error"]["code"] == "import-nothing"


def test_a_video_whose_files_are_gone_ends_no_list_and_a_library_that_is_gone_does(run, rehearsed, tmp_path):
    other = QuickCommand(tmp_path / "other home")
    video = Path(rehearsed["path"]).read_bytes()
    paths = [tmp_path / f"{number}.mp4" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(video + bytes((0, 0, 0, 9)) + b"free" + bytes([number]))
    assert other("library", "import", *map(str, paths)).code == 0
    gone = Path(str(other("library", "list", "--json").objects[0]["path"]))
    gone.unlink()
    gone.with_suffix(".json").unlink()

    listed = other("library", "list", "--json")
    assert listed.code == 0, listed.err
    assert {Path(str(clip["path"])): clip["missing"] for clip in listed.objects}[gone]
    assert len(listed.objects) == 3
    assert [clip["missing"] for clip in listed.objects].count(True) == 1
    assert len(other("library", "list").out.splitlines()) == 3

    (tmp_path / "other home" / "library").rename(tmp_path / "unplugged")
    assert other("library", "list", "--json").code == 3


def test_a_list_says_how_many_records_cant_be_read_and_where_to_see_which(run, rehearsed, tmp_path):
    other = QuickCommand(tmp_path / "other")
    assert other("library", "import", rehearsed["path"]).code == 0
    listed = other("library", "list", "--json")
    assert "can't be read" not in listed.err
    (clip,) = listed.objects
    record = Path(clip["path"]).with_suffix(".json")
    record.write_text("{")
    (record.parent / "package.json").write_text('{"name": "somebody else\'s"}')

    one = other("library", "list", "--json")
    assert [found["clip"] for found in one.objects] == [clip["clip"]]
    assert (one.code, "1 record can't be read" in one.err, "library verify" in one.err) == (0, True, True)
    found = other("library", "verify", "--json").objects
    assert str(record) in [item["path"] for item in found if item["code"] == "record-damaged"]

    again = other("library", "list", "--json")  # the index, made anew, has never read that record
    assert (again.objects, again.code) == ([], 0)
    assert "1 record can't be read" in again.err


@pytest.mark.parametrize("how", ["gone", "emptied"])
def test_no_order_is_sent_while_the_library_of_an_earlier_run_is_away(service, picture, tmp_path, how):
    run = QuickCommand(tmp_path / "paying home", service)
    assert run("generate", "image", picture, "--json").code == 0
    library = run.home / "library"
    library.rename(run.home / "unplugged")
    if how == "emptied":
        library.mkdir()

    held = run("generate", "image", picture, "--json")
    assert held.code == 2, held.err
    assert held.last["error"]["code"] == "library-no-folder"
    assert str(library) in str(held.last["error"])
    assert len(service.ledger) == 1
