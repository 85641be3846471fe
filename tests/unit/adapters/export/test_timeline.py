"""Timelines that editing programs read back as they were meant, names by a pattern, and a contact sheet that is only a page."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import opentimelineio as otio
import pytest
from fakes.clips import a_clip

from vidu_desktop.adapters.export.contact_sheet_file import page_of, sheet_entries
from vidu_desktop.adapters.export.timeline import write_timeline
from vidu_desktop.domain.film import parts_in_a_row
from vidu_desktop.domain.marks import Marks
from vidu_desktop.domain.name_pattern import NamePattern, stems_for
from vidu_desktop.errors import BadInput

CLIPS = [
    a_clip("a", marks=Marks(project="Moon", shot="S010", take=3)),
    a_clip("b", frames=120, fps=30.0),
    a_clip("c", frames=95),
]


@pytest.mark.parametrize("ending", ["otio", "xml", "edl"])
def test_editors_read_back_the_same_clips_for_the_same_time(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"cut.{ending}"

    write_timeline(CLIPS, path, "cut")

    adapter = {"otio": "otio_json", "xml": "fcp_xml", "edl": "cmx_3600"}[ending]
    options = {"rate": 24} if ending == "edl" else {}
    read = otio.adapters.read_from_file(str(path), adapter, **options)
    timeline = read[0] if isinstance(read, otio.schema.SerializableCollection) else read
    items = list(timeline.find_clips())
    assert len(items) == 3
    assert [item.duration().to_frames() for item in items] == [96, 96, 95]
    assert [item.duration().rate for item in items] == [24, 24, 24]
    assert items[0].name == ("夏 a.mp4" if ending == "edl" else "S010_T003")


def test_the_media_are_found_by_their_addresses(tmp_path: Path) -> None:
    write_timeline(CLIPS, tmp_path / "cut.otio", "cut")

    timeline = otio.adapters.read_from_file(str(tmp_path / "cut.otio"))

    urls = [item.media_reference.target_url for item in timeline.find_clips()]
    assert urls[0] == Path("/library/夏 a.mp4").as_uri()
    available = [item.media_reference.available_range.duration for item in timeline.find_clips()]
    assert [(span.value, span.rate) for span in available] == [(96, 24), (120, 30), (95, 24)]


@pytest.mark.parametrize("ending", ["xml", "edl"])
@pytest.mark.parametrize("fps", [8.0, 10.0, 12.0, 12.5, 15.0, 16.0, 17.3, 20.0, 23.81, 90.0, 120.0])
def test_a_rate_that_the_kind_cannot_say_is_refused_before_anything_is_written(
    tmp_path: Path, fps: float, ending: str
) -> None:
    path = tmp_path / f"cut.{ending}"
    path.write_text("last week's cut")

    with pytest.raises(BadInput) as told:
        write_timeline([a_clip(fps=fps)], path, "cut")

    assert f"{fps:g} frames a second" in str(told.value)
    assert ".otio" in str(told.value)
    assert path.read_text() == "last week's cut"


@pytest.mark.parametrize("ending", ["xml", "edl", "otio"])
@pytest.mark.parametrize("fps", [23.976, 24.0, 25.0, 29.97, 30.0, 48.0, 50.0, 59.94, 60.0])
def test_every_rate_of_film_and_television_is_written(tmp_path: Path, fps: float, ending: str) -> None:
    write_timeline([a_clip(fps=fps), a_clip("b")], tmp_path / f"cut.{ending}", "cut")

    assert (tmp_path / f"cut.{ending}").stat().st_size > 100


def test_opentimelineio_says_every_rate_and_an_edl_those_of_later_clips(tmp_path: Path) -> None:
    write_timeline([a_clip(fps=12.5), a_clip("b", fps=8.0)], tmp_path / "cut.otio", "cut")
    write_timeline([a_clip(), a_clip("b", fps=12.0)], tmp_path / "cut.edl", "cut")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["cut.edl", "cut.otio"]
    with pytest.raises(BadInput):
        write_timeline([a_clip(), a_clip("b", fps=12.0)], tmp_path / "cut.xml", "cut")


@pytest.mark.parametrize("ending", ["xml", "edl", "otio"])
def test_a_clip_whose_rate_is_not_known_is_named(tmp_path: Path, ending: str) -> None:
    still = a_clip("still")
    still = replace(still, video=replace(still.video, fps=0.0))

    with pytest.raises(BadInput, match=r"夏 still\.mp4"):
        write_timeline([a_clip(), still], tmp_path / f"cut.{ending}", "cut")

    assert list(tmp_path.iterdir()) == []


def test_an_edl_names_every_source_by_its_own_reel_and_its_file_as_it_is_called(tmp_path: Path) -> None:
    folder = "/home/ann/My films/2026/11"
    names = ["2026-11-22_a-fox_k3f9q2ta", "2026-11-22_a-fox_k3f9q2tb", "夏", "夜", "x/k3f9q2ta"]
    clips = [replace(a_clip(), clip_id=name, video_path=f"{folder}/{name}.mp4") for name in names]
    clips[0] = replace(clips[0], marks=Marks(shot="S010", take=3))

    write_timeline([*clips, clips[0]], tmp_path / "cut.edl", "cut")

    lines = (tmp_path / "cut.edl").read_text("utf-8").splitlines()
    reels = [line.split()[1] for line in lines if line[:3].isdigit()]
    assert reels == ["K3F9Q2TA", "K3F9Q2TB", "0001", "0002", "Q2TA0001", "K3F9Q2TA"]
    assert f"* FROM FILE: {folder}/{names[0]}.mp4" in lines
    assert f"* FROM CLIP NAME:  {names[0]}.mp4" in lines
    assert "* FROM CLIP NAME:  夏.mp4" in lines
    assert "* SHOT: S010_T003" in lines
    assert not [line for line in lines if "TRUNCATED" in line or "%" in line]
    read = otio.adapters.read_from_file(str(tmp_path / "cut.edl"), "cmx_3600", rate=24)
    assert [item.name for item in read.find_clips()][:2] == [f"{name}.mp4" for name in names[:2]]


@pytest.mark.parametrize("ending", ["otio", "xml", "edl"])
def test_no_timeline_holds_what_commands_a_terminal_or_turns_text_around(tmp_path: Path, ending: str) -> None:
    signs = "\x1b\x07\x9b\x85\u202e\u2066\u2028\u2029"
    marks = Marks(project=f"Moon{signs}", shot="S010", note=f"dark{signs}", take=3)
    path = tmp_path / f"cut.{ending}"

    write_timeline([replace(a_clip("a", marks=marks), prompt=f"rise{signs}up")], path, f"cut{signs}")

    written = path.read_text("utf-8")
    assert not set(signs) & set(written)
    assert "\\u001b" not in written


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        write_timeline(CLIPS, tmp_path / "cut.txt", "cut")


def test_the_sheet_escapes_what_people_wrote() -> None:
    page = page_of(sheet_entries([a_clip(marks=Marks(note="<script>alert(1)</script>"))]), "My <sheet>")

    assert "<script>" not in page
    assert "A fox &amp; &lt;b&gt;friends&lt;/b&gt;" in page
    assert "My &lt;sheet&gt;" in page


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_the_place_of_a_cover_is_no_picture(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "cover.jpg")

    (entry,) = sheet_entries([replace(a_clip(), cover_path=str(tmp_path / "cover.jpg"))])

    assert entry.jpeg == b""


@pytest.mark.parametrize(
    ("pattern", "stem"),
    [
        ("{project}_{shot}_{take:03}", "Moon_S010_003"),
        ("{number:02}-{prompt}", "01-A-fox-b-friends-b"),
        ("{rating}_{name}", "夏 a"),  # an empty field is dropped together with its separator
        ("plain", "plain"),
        ("a/b:{shot}", "a-b-S010"),
    ],
)
def test_names_follow_the_pattern(pattern: str, stem: str) -> None:
    assert NamePattern.read(pattern).stem_for(CLIPS[0], 1) == stem


@pytest.mark.parametrize(("zone", "day"), [("UTC0", "22"), ("LINT-14", "23")])
def test_the_date_in_a_name_is_the_person_s_own(set_zone: Callable[[str], None], zone: str, day: str) -> None:
    set_zone(zone)

    assert NamePattern.read("{label} {date}").stem_for(CLIPS[0], 1) == f"S010_T003 2026-11-{day}"


@pytest.mark.parametrize("pattern", ["{nonsense}", "{shot", "shot}", "{}", "", "  ", "{take:x}"])
def test_a_pattern_that_makes_no_sense_is_refused(pattern: str) -> None:
    with pytest.raises(BadInput):
        NamePattern.read(pattern)


def test_no_two_files_get_the_same_name(set_zone: Callable[[str], None]) -> None:
    set_zone("UTC0")

    stems = stems_for(NamePattern.read("{date}"), CLIPS)

    assert stems == ["2026-11-22", "2026-11-22-2", "2026-11-22-3"]


@pytest.mark.parametrize("fps", [24000 / 1001, 30000 / 1001, 24.0, 25.0])
def test_an_edl_has_as_many_frames_as_the_clips_whatever_the_rate(tmp_path: Path, fps: float) -> None:
    clips = [a_clip(f"clip{number}", frames=97, fps=fps) for number in range(60)]

    write_timeline(clips, tmp_path / "cut.edl", "cut")

    [track] = otio.adapters.read_from_file(
        str(tmp_path / "cut.edl"), "cmx_3600", rate=round(fps)
    ).video_tracks()
    assert [item.source_range.duration.to_frames() for item in track] == [97] * 60
    end = track.range_of_child_at_index(59).end_time_exclusive()
    assert end.to_frames() == 60 * 97
    last = [line for line in (tmp_path / "cut.edl").read_text("utf-8").splitlines() if line[:3] == "060"]
    hours, minutes, seconds, frames = map(int, last[0].split()[-1].split(":"))
    assert ((hours * 60 + minutes) * 60 + seconds) * round(fps) + frames == 60 * 97


@pytest.mark.parametrize("ending", ["otio", "xml", "edl"])
def test_what_a_film_leaves_out_are_the_handles(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"cut.{ending}"
    parts = parts_in_a_row([clip.video_path for clip in CLIPS], drop_seams=True, trim=4)

    write_timeline(CLIPS, path, "cut", parts)

    adapter = {"otio": "otio_json", "xml": "fcp_xml", "edl": "cmx_3600"}[ending]
    options = {"rate": 24} if ending == "edl" else {}
    read = otio.adapters.read_from_file(str(path), adapter, **options)
    timeline = read[0] if isinstance(read, otio.schema.SerializableCollection) else read
    items = list(timeline.find_clips())
    # The second clip has 30 frames a second: 111 of its frames are 89 of the timeline's.
    assert [item.duration().to_frames() for item in items] == [92, 89, 90]
    assert [item.source_range.start_time.to_frames() for item in items] == [0, 4, 5]
    if ending == "otio":
        available = [item.media_reference.available_range.duration.value for item in items]
        assert available == [96, 120, 95]


def test_only_opentimelineio_says_a_speed(tmp_path: Path) -> None:
    parts = parts_in_a_row([clip.video_path for clip in CLIPS[:1]], drop_seams=False, speed=2.0)

    write_timeline(CLIPS[:1], tmp_path / "cut.otio", "cut", parts)
    with pytest.raises(BadInput) as told:
        write_timeline(CLIPS[:1], tmp_path / "cut.xml", "cut", parts)

    (item,) = otio.adapters.read_from_file(str(tmp_path / "cut.otio")).find_clips()
    assert item.duration().to_frames() == 48
    assert [effect.time_scalar for effect in item.effects] == [2.0]
    assert told.value.code == "timeline-speed"
    assert not (tmp_path / "cut.xml").exists()
