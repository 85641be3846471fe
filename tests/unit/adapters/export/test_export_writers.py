"""An export contains what was asked for: these frames, this often, in this size, and nothing half-written."""

import os
from fractions import Fraction
from pathlib import Path

import av
import pytest
from fakes.exported_videos import nothing, numbers_in
from fakes.numbered_video import write_numbered

from vidu_desktop.adapters.export import export_writers
from vidu_desktop.adapters.export.begun_exports import EXPORT_PREFIX
from vidu_desktop.adapters.export.export_writers import export
from vidu_desktop.domain.export import ExportFormat, ExportSettings, size_of, timing_of
from vidu_desktop.domain.frames import FrameTable
from vidu_desktop.errors import BadInput, DiskTrouble, NotAVideo

F = ExportFormat
COUNT = 30


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_numbered(tmp_path_factory.mktemp("clip") / "clip.mp4", COUNT, gop=12)


MOVING = (F.H264, F.GIF, F.WEBP, F.PNG_SEQUENCE, F.PRORES)


@pytest.mark.parametrize("kind", MOVING)
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, list(range(COUNT))),
        ({"first": 5, "last": 9}, [5, 6, 7, 8, 9]),
        ({"first": 4, "last": 9, "hold": 2}, [4, 4, 6, 6, 8, 8]),
        ({"first": 3, "last": 7, "boomerang": True}, [3, 4, 5, 6, 7, 6, 5, 4]),
        ({"first": 0, "last": 11, "rate_fps": 12.0}, [0, 2, 4, 6, 8, 10]),
    ],
)
def test_these_frames_come_in_this_order(
    clip: Path, tmp_path: Path, kind: ExportFormat, options: dict[str, object], expected: list[int]
) -> None:
    target = tmp_path / f"out{kind.suffix}"

    export(str(clip), str(target), ExportSettings(format=kind, **options), nothing)  # type: ignore[arg-type]

    shown = numbers_in(target)
    if kind is F.WEBP or kind is F.GIF:  # these formats join equal frames
        expected = [
            number for place, number in enumerate(expected) if place == 0 or expected[place - 1] != number
        ]
        shown = [number for place, number in enumerate(shown) if place == 0 or shown[place - 1] != number]
    assert shown == expected
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


PROGRESSIVE = (1, 0)
"""QuickTime's `fiel` atom: one field in a frame, so there is no order of two fields."""


def field_order_of(path: Path) -> tuple[int, int]:
    """Return the two numbers by which an editor knows how frames are stored: the count of fields, and their order."""
    _, _, after = path.read_bytes().partition(b"\0\0\0\x0afiel")
    return after[0], after[1]


@pytest.mark.parametrize(
    ("kind", "codec", "pixels"),
    [
        (F.H264, "h264", "yuv420p"),
        (F.PRORES, "prores", "yuv422p10le"),
        (F.GIF, "gif", None),
        (F.WEBP, None, None),
    ],
)
def test_every_format_is_what_it_says_at_its_rate(
    clip: Path, tmp_path: Path, kind: ExportFormat, codec: str | None, pixels: str | None
) -> None:
    target = tmp_path / f"out{kind.suffix}"
    export(str(clip), str(target), ExportSettings(format=kind, rate_fps=12.0), nothing)

    if codec is None:
        assert target.read_bytes()[8:12] == b"WEBP"
        return
    with av.open(str(target)) as container:
        stream = container.streams.video[0]
        assert stream.codec_context.name == codec
        if kind is F.PRORES:
            assert field_order_of(target) == PROGRESSIVE
        assert pixels is None or stream.pix_fmt == pixels
        rate = float(stream.average_rate or 0)
        assert abs(rate - 12.0) < (0.6 if kind is F.GIF else 0.01)  # a GIF counts hundredths of a second


def test_a_still_is_the_frame_that_was_chosen(clip: Path, tmp_path: Path) -> None:
    export(str(clip), str(tmp_path / "still.png"), ExportSettings(format=F.STILL, first=17), nothing)

    assert numbers_in(tmp_path / "still.png") == [17]


def test_pictures_of_a_long_video_sort_by_name_as_they_are_shown(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # fewer digits stand for a longer video: the rule is the same
    monkeypatch.setattr(export_writers, "_PNG_DIGITS_LEAST", 1)
    export(str(clip), str(tmp_path / "out"), ExportSettings(format=F.PNG_SEQUENCE, first=0, last=11), nothing)

    names = [f"frame_{number:02}.png" for number in range(1, 13)]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    assert [numbers_in(tmp_path / "out" / name) for name in names] == [[number] for number in range(12)]


def test_as_it_is_means_every_byte(clip: Path, tmp_path: Path) -> None:
    export(str(clip), str(tmp_path / "same.mp4"), ExportSettings(format=F.MP4), nothing)

    assert (tmp_path / "same.mp4").read_bytes() == clip.read_bytes()


def test_a_smaller_size_keeps_the_shape_in_even_numbers() -> None:
    settings = ExportSettings(format=F.H264, side_px=641)

    assert size_of(settings, 1280, 720) == (640, 360)
    assert size_of(settings, 720, 1280) == (360, 640)
    assert size_of(settings, 333, 222) == (332, 222)  # not enlarged
    assert size_of(ExportSettings(format=F.STILL), 333, 221) == (333, 221)


def a_table(count: int, fps: Fraction | int = 24) -> FrameTable:
    starts = tuple(float(Fraction(number) / fps) for number in range(count))
    return FrameTable(
        starts_s=starts, end_s=float(Fraction(count) / fps), fps=float(fps), width_px=16, height_px=16
    )


def test_a_rate_of_its_own_changes_nothing() -> None:
    table = a_table(96, Fraction(24000, 1001))

    timing = timing_of(ExportSettings(format=F.H264, rate_fps=24000 / 1001), table)

    assert list(timing.frames) == list(range(96))


def test_a_boomerang_of_one_or_two_frames_is_whole() -> None:
    for count in (1, 2):
        timing = timing_of(ExportSettings(format=F.GIF, boomerang=True), a_table(count))
        assert list(timing.frames) == list(range(count))


@pytest.mark.parametrize(
    "options", [{"first": 9, "last": 3}, {"hold": 4}, {"side_px": 0}, {"rate_fps": 0.0}, {"rate_fps": 1000.0}]
)
def test_what_cannot_be_made_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        ExportSettings(format=F.H264, **options)  # type: ignore[arg-type]


class Stopped(Exception):
    """Raised to end an export in the middle."""


@pytest.mark.parametrize("kind", [*MOVING])
def test_what_is_ended_in_the_middle_leaves_nothing(clip: Path, tmp_path: Path, kind: ExportFormat) -> None:
    def stop(done: int, _all: int) -> None:
        if done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        export(str(clip), str(tmp_path / f"out{kind.suffix}"), ExportSettings(format=kind), stop)

    assert list(tmp_path.iterdir()) == []


def test_without_taking_away_something_would_be_left(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: here the half-written file isn't removed."""
    monkeypatch.setattr(export_writers, "remove_part", lambda part: None)
    with pytest.raises(Stopped):
        export(str(clip), str(tmp_path / "out.mov"), ExportSettings(format=F.PRORES), _stop_at_once)

    (left,) = tmp_path.iterdir()
    assert left.name.startswith(EXPORT_PREFIX)


def _stop_at_once(_done: int, _all: int) -> None:
    raise Stopped


def test_a_file_that_is_there_is_never_written_over(clip: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.gif"
    target.write_text("mine")

    with pytest.raises(DiskTrouble):
        export(str(clip), str(target), ExportSettings(format=F.GIF), nothing)

    assert target.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["out.gif"]


def test_a_folder_that_cannot_be_written_is_said(clip: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(DiskTrouble):
        export(str(clip), str(tmp_path / "file" / "out.png"), ExportSettings(format=F.STILL), nothing)


def test_a_video_that_is_none_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.mp4").write_text("<html>")

    with pytest.raises(NotAVideo):
        export(str(tmp_path / "page.mp4"), str(tmp_path / "o.gif"), ExportSettings(format=F.GIF), nothing)

    assert [path.name for path in tmp_path.iterdir()] == ["page.mp4"]


@pytest.mark.parametrize(("first", "last"), [(-1, None), (None, -1), (-5, -1), (3, 2)])
def test_a_range_that_begins_before_the_clip_or_ends_before_it_begins_is_refused(
    first: int | None, last: int | None
) -> None:
    with pytest.raises(BadInput):
        ExportSettings(format=F.GIF, first=first, last=last)


@pytest.mark.parametrize("kind", [F.GIF, F.STILL, F.H264])
@pytest.mark.parametrize(
    ("first", "last", "good"), [(23, None, True), (24, None, False), (0, 23, True), (0, 24, False)]
)
def test_a_range_beyond_the_end_of_the_clip_is_refused(
    kind: ExportFormat, first: int, last: int | None, good: bool
) -> None:
    settings = ExportSettings(format=kind, first=first, last=last)
    if good:
        assert timing_of(settings, a_table(24)).frames
        return
    with pytest.raises(BadInput) as caught:
        timing_of(settings, a_table(24))
    assert caught.value.code == "export-range"
    assert "24 frames" in str(caught.value.sentence)


@pytest.mark.parametrize("kind", [F.MP4, F.CLEAN_MP4, F.STILL])
def test_what_has_the_videos_name_and_is_none_is_called_so_and_no_drive_is_blamed(
    tmp_path: Path, kind: ExportFormat
) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    (tmp_path / "folder.mp4").mkdir()
    (tmp_path / "device.mp4").symlink_to("/dev/zero")
    (tmp_path / "loop.mp4").symlink_to("loop.mp4")
    with (tmp_path / "endless.mp4").open("wb") as file:
        file.truncate(1 << 42)
    for name, code in (
        ("pipe.mp4", "video-no-file"),
        ("folder.mp4", "video-no-file"),
        ("device.mp4", "video-no-file"),
        ("loop.mp4", "video-gone"),
        ("missing.mp4", "video-gone"),
        ("endless.mp4", "video-not-mp4"),
    ):
        with pytest.raises((DiskTrouble, NotAVideo), match=name) as caught:
            export(str(tmp_path / name), str(tmp_path / "out"), ExportSettings(format=kind), nothing)
        assert caught.value.code == code, name
        assert not (tmp_path / "out").exists()
