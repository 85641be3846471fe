"""Exports keep the times at which pictures are shown and sound is heard, on the clock of each format."""

from array import array
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import pytest
from fakes.exported_videos import nothing, number_of
from fakes.numbered_video import HEIGHT_PX, WIDTH_PX, numbered_image
from fakes.videos import cut_copy, make_timed
from PIL import Image

from vidu_desktop.adapters.export.export_writers import export
from vidu_desktop.adapters.export.join_videos import join
from vidu_desktop.adapters.video import sound_track
from vidu_desktop.domain.export import (
    ExportFormat,
    ExportSettings,
    clocked,
    frames_at,
    steady_timing,
    timing_of,
)
from vidu_desktop.domain.film import FilmWish, parts_in_a_row
from vidu_desktop.domain.frames import EndOfFrames, FrameTable
from vidu_desktop.errors import BadInput

F = ExportFormat
SIZE = (WIDTH_PX, HEIGHT_PX)
SLOW_FAST = [*(number / 12 for number in range(12)), *(1 + number / 48 for number in range(24))]
"""One second at 12 frames a second, then half a second at 48."""
END_S = 2.5
"""The last frame is shown for a second."""
MOMENTS_S = (0.0, 0.5, 0.98, 1.0, 1.25, 1.45, 1.9, 2.4)


def numbered(path: Path, starts_s: Sequence[float], last_s: float, **options: object) -> Path:
    return make_timed(path, starts_s, last_s, SIZE, picture=numbered_image, **options)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def varying(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("varying") / "clip.mp4"
    last_s = END_S - SLOW_FAST[-1]
    return numbered(path, SLOW_FAST, last_s, beeps_s=(0.0, 1.0, 2.0), sound_s=(0.0, END_S))


def shown_in(path: Path, rate_fps: float = 48.0) -> tuple[list[tuple[float, int]], float]:
    """Return when each frame number begins to be shown, and the end."""
    if path.is_dir():
        pictures = [number_of(Image.open(picture)) for picture in sorted(path.iterdir())]
        return [(place / rate_fps, number) for place, number in enumerate(pictures)], len(pictures) / rate_fps
    shown, at_s = [], 0.0
    if path.suffix in (".gif", ".webp"):
        with Image.open(path) as image:
            for place in range(image.n_frames):  # type: ignore[attr-defined]
                image.seek(place)
                number = number_of(image.copy())
                shown.append((at_s, number))
                at_s += image.info["duration"] / 1000
        return shown, at_s
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        for frame in container.decode(stream):
            shown.append((float(frame.pts * stream.time_base), number_of(frame.to_image())))
        return shown, float((stream.duration or 0) * (stream.time_base or 0))


def number_at(shown: list[tuple[float, int]], time_s: float) -> int:
    return [number for at_s, number in shown if at_s <= time_s + 0.001][-1]


def heard_in(path: Path) -> list[float]:
    """Return when each beep begins."""
    samples = array("h", b"".join(sound_track.sound_between(str(path), 0.0, 60.0)))[::2]
    step = sound_track.RATE_HZ // 100
    loud = [max(samples[at : at + step]) > 3000 for at in range(0, len(samples) - step, step)]
    return [
        place / 100
        for place, is_loud in enumerate(loud)
        if is_loud and not any(loud[max(0, place - 5) : place])
    ]


@pytest.mark.parametrize("kind", [F.H264, F.GIF, F.WEBP, F.PRORES, F.PNG_SEQUENCE])
def test_each_picture_of_a_varying_rate_is_shown_at_its_time(
    varying: Path, tmp_path: Path, kind: ExportFormat
) -> None:
    target = tmp_path / f"out{kind.suffix}"

    export(str(varying), str(target), ExportSettings(format=kind), nothing)

    shown, end_s = shown_in(target)
    assert end_s == pytest.approx(END_S, abs=0.011)
    truth = list(zip(SLOW_FAST, range(len(SLOW_FAST)), strict=True))
    for time_s in MOMENTS_S:
        off_s = 0.011  # a tick of a GIF's clock
        assert (
            number_at(truth, max(0.0, time_s - off_s))
            <= number_at(shown, time_s)
            <= number_at(truth, time_s + off_s)
        )
    if kind in (F.H264, F.PRORES):
        assert heard_in(target) == pytest.approx([0.0, 1.0, 2.0], abs=0.02)


@pytest.mark.parametrize("kind", [F.H264, F.GIF, F.WEBP])
def test_a_part_of_a_varying_rate_keeps_its_times_also_back(
    varying: Path, tmp_path: Path, kind: ExportFormat
) -> None:
    target = tmp_path / f"out{kind.suffix}"

    export(str(varying), str(target), ExportSettings(format=kind, first=10, last=13, boomerang=True), nothing)

    shown, end_s = shown_in(target)
    assert [number for _at, number in shown] == [10, 11, 12, 13, 12, 11]
    lasts = [1 / 12, 1 / 12, 1 / 48, 1 / 48, 1 / 48, 1 / 12]
    assert end_s == pytest.approx(sum(lasts), abs=0.012)
    assert [at_s for at_s, _ in shown] == pytest.approx([sum(lasts[:n]) for n in range(6)], abs=0.006)


@pytest.mark.parametrize("drop_seams", [False, True])
def test_a_join_shows_and_sounds_at_the_right_times_after_a_varying_rate(
    varying: Path, tmp_path: Path, drop_seams: bool
) -> None:
    even = numbered(
        tmp_path / "even.mp4", [n / 24 for n in range(48)], 1 / 24, beeps_s=(0.5, 1.5), sound_s=(0, 2)
    )
    lost_s = 1 / 24 if drop_seams else 0.0

    join(
        FilmWish(parts=parts_in_a_row((str(varying), str(even)), drop_seams=drop_seams)),
        str(tmp_path / "whole.mp4"),
        nothing,
    )

    shown, end_s = shown_in(tmp_path / "whole.mp4")
    assert end_s == pytest.approx(END_S + 2 - lost_s, abs=0.025)
    assert [number_at(shown, time_s) for time_s in (0.51, 1.26, 2.4)] == [6, 24, 35]
    assert number_at(shown, END_S + 1.01 - lost_s) == 24
    beeps = [0.0, 1.0, 2.0, END_S + 0.5 - lost_s, END_S + 1.5 - lost_s]
    assert heard_in(tmp_path / "whole.mp4") == pytest.approx(beeps, abs=0.025)


def test_a_varying_clip_that_follows_a_steady_one_is_evened_out(varying: Path, tmp_path: Path) -> None:
    even = numbered(tmp_path / "even.mp4", [number / 24 for number in range(24)], 1 / 24)

    join(
        FilmWish(parts=parts_in_a_row((str(even), str(varying)), drop_seams=False)),
        str(tmp_path / "whole.mp4"),
        nothing,
    )

    shown, end_s = shown_in(tmp_path / "whole.mp4")
    assert end_s == pytest.approx(1 + END_S, abs=0.03)
    assert [number_at(shown, 1 + time_s) for time_s in (0.51, 0.95, 2.4)] == [6, 11, 35]


@pytest.mark.parametrize("layout", ["mono", "stereo", "5.1"])
@pytest.mark.parametrize(("begin_s", "beep_s"), [(0.7, 1.0), (0.0, 0.2)])
def test_sound_that_begins_later_stays_where_it_is(
    tmp_path: Path, layout: str, begin_s: float, beep_s: float
) -> None:
    clip = numbered(
        tmp_path / "clip.mp4",
        [number / 24 for number in range(48)],
        1 / 24,
        beeps_s=(beep_s,),
        sound_s=(begin_s, 2.0),
        layout=layout,
    )

    export(str(clip), str(tmp_path / "out.mp4"), ExportSettings(format=F.H264), nothing)
    export(str(clip), str(tmp_path / "part.mov"), ExportSettings(format=F.PRORES, first=2), nothing)

    track = sound_track.read_sound(str(clip))
    assert track is not None
    assert heard_in(clip) == pytest.approx([beep_s], abs=0.02)
    assert heard_in(tmp_path / "out.mp4") == pytest.approx([beep_s], abs=0.03)
    assert heard_in(tmp_path / "part.mov") == pytest.approx([beep_s - 2 / 24], abs=0.03)


def test_sound_from_before_the_first_picture_is_left_out(tmp_path: Path) -> None:
    late = [0.5 + number / 24 for number in range(24)]
    clip = numbered(tmp_path / "clip.mp4", late, 1 / 24, beeps_s=(0.1, 1.0), sound_s=(0.0, 1.5))

    export(str(clip), str(tmp_path / "out.mp4"), ExportSettings(format=F.H264), nothing)
    join(
        FilmWish(parts=parts_in_a_row((str(clip), str(clip)), drop_seams=False)),
        str(tmp_path / "twice.mp4"),
        nothing,
    )

    assert heard_in(clip) == pytest.approx([0.5], abs=0.02)
    assert heard_in(tmp_path / "out.mp4") == pytest.approx([0.5], abs=0.03)
    assert heard_in(tmp_path / "twice.mp4") == pytest.approx([0.5, 1.5], abs=0.03)


@pytest.mark.parametrize("kind", [F.H264, F.GIF, F.WEBP, F.PRORES])
@pytest.mark.parametrize("size", [(320, 16), (16, 320), (16, 16)])
def test_the_smallest_sizes_are_made_too(tmp_path: Path, kind: ExportFormat, size: tuple[int, int]) -> None:
    clip = make_timed(tmp_path / "clip.mp4", [0.0, 0.1], 0.1, size)
    target = tmp_path / f"out{kind.suffix}"

    export(str(clip), str(target), ExportSettings(format=kind, side_px=16), nothing)

    with av.open(str(target)) as made:
        assert made.streams.video[0].codec_context.name


def test_what_an_edit_list_hides_is_not_exported_or_joined(tmp_path: Path) -> None:
    whole = numbered(tmp_path / "whole.mp4", [number / 24 for number in range(72)], 1 / 24)
    cut = cut_copy(whole, tmp_path / "cut.mp4", 1.25)  # not at a keyframe

    for kind in (F.H264, F.GIF, F.PRORES):
        export(str(cut), str(tmp_path / f"out{kind.suffix}"), ExportSettings(format=kind), nothing)
        shown, _end = shown_in(tmp_path / f"out{kind.suffix}")
        assert [number for _at, number in shown] == list(range(30, 72))
    join(
        FilmWish(parts=parts_in_a_row((str(cut), str(cut)), drop_seams=False)),
        str(tmp_path / "twice.mp4"),
        nothing,
    )

    shown, end_s = shown_in(tmp_path / "twice.mp4")
    assert [number for _at, number in shown] == [*range(30, 72)] * 2
    assert end_s == pytest.approx(3.5, abs=0.01)


# -- each format's own clock --------------------------------------------------------------------------------------------


def a_steady_table(count: int, fps: float) -> FrameTable:
    starts = tuple(number / fps for number in range(count))
    return FrameTable(starts_s=starts, end_s=count / fps, fps=fps, width_px=16, height_px=16)


@pytest.mark.parametrize("fps", [12.0, 24000 / 1001, 24.0, 25.0, 30.0, 48.0, 50.0, 60.0, 120.0])
def test_a_gif_never_drifts_and_no_picture_is_too_short_for_browsers(fps: float) -> None:
    timing = clocked(timing_of(ExportSettings(format=F.GIF), a_steady_table(240, fps)), F.GIF)

    ends = [*timing.begins[1:], timing.end]
    assert min(end - begin for begin, end in zip(timing.begins, ends, strict=True)) >= 2
    assert timing.end == round(240 / fps * 100) or timing.end == timing.begins[-1] + 2
    for frame, begin in zip(timing.frames, timing.begins, strict=True):
        assert begin == pytest.approx(frame / fps * 100, abs=0.51)
    if fps <= 50:
        assert list(timing.frames) == list(range(240))


def test_a_rate_that_a_gif_cannot_show_is_refused_with_the_number() -> None:
    with pytest.raises(BadInput, match="50 or fewer"):
        ExportSettings(format=F.GIF, rate_fps=60.0)

    ExportSettings(format=F.WEBP, rate_fps=60.0)


@pytest.mark.parametrize("kind", [F.H264, F.PRORES])
@pytest.mark.parametrize("fps", [24000 / 1001, 30000 / 1001, 60000 / 1001])
def test_rates_of_television_stay_exact(kind: ExportFormat, fps: float) -> None:
    timing = clocked(steady_timing(range(97), fps), kind)

    assert 1 / timing.tick_s == Fraction(round(fps * 1001), 1001)
    assert timing.end == 97


def test_a_join_may_begin_with_a_rate_that_nobody_could_choose() -> None:
    assert frames_at(a_steady_table(24, 24.0), 240.0, 0, 23)[:21] == [0] * 10 + [1] * 10 + [2]
    assert frames_at(a_steady_table(48, 24.0), 0.5, 0, 47) == [0]


# -- a frame that is shown for long -------------------------------------------------------------------------------------

HELD = [number / 24 for number in range(10)]


@pytest.mark.parametrize("kind", [F.H264, F.GIF, F.PRORES])
def test_a_last_frame_that_is_held_is_shown_as_long_with_its_sound(
    tmp_path: Path, kind: ExportFormat
) -> None:
    clip = numbered(
        tmp_path / "clip.mp4", HELD, 2.0 - HELD[-1], beeps_s=(0.0, 1.0), sound_s=(0.0, 2.0), b_frames=0
    )
    target = tmp_path / f"out{kind.suffix}"

    export(str(clip), str(target), ExportSettings(format=kind), nothing)

    shown, end_s = shown_in(target)
    assert end_s == pytest.approx(2.0, abs=0.03)
    assert number_at(shown, 1.9) == 9
    if kind is not F.GIF:
        assert heard_in(target) == pytest.approx([0.0, 1.0], abs=0.03)


def test_a_held_frame_in_the_middle_of_a_join_moves_what_follows(tmp_path: Path) -> None:
    held = numbered(tmp_path / "held.mp4", HELD, 1.0 - HELD[-1], b_frames=0)
    other = numbered(tmp_path / "other.mp4", HELD, 1 / 24, beeps_s=(0.2,), sound_s=(0.0, 0.4))

    join(
        FilmWish(parts=parts_in_a_row((str(held), str(other)), drop_seams=False)),
        str(tmp_path / "out.mp4"),
        nothing,
    )

    shown, _end = shown_in(tmp_path / "out.mp4")
    assert [number_at(shown, time_s) for time_s in (0.38, 0.9, 1.01, 1.2)] == [9, 9, 0, 4]
    assert heard_in(tmp_path / "out.mp4") == pytest.approx([1.2], abs=0.03)


def test_a_join_that_begins_with_a_standing_picture_still_moves(tmp_path: Path) -> None:
    title = numbered(tmp_path / "title.mp4", [0.0], 0.5)
    moving = numbered(tmp_path / "moving.mp4", HELD, 1 / 24)

    join(
        FilmWish(parts=parts_in_a_row((str(title), str(moving)), drop_seams=False)),
        str(tmp_path / "out.mp4"),
        nothing,
    )

    shown, end_s = shown_in(tmp_path / "out.mp4")
    assert end_s == pytest.approx(0.5 + 10 / 24, abs=0.01)
    assert [number for at_s, number in shown if at_s > 0.49] == list(range(10))


def test_clips_with_other_orders_of_decoding_are_copied_behind_each_other(tmp_path: Path) -> None:
    clips = [
        numbered(tmp_path / f"{count}.mp4", [number / 24 for number in range(count)], 1 / 24)
        for count in (12, 2, 1, 12)
    ]

    join(
        FilmWish(parts=parts_in_a_row([str(clip) for clip in clips], drop_seams=False)),
        str(tmp_path / "out.mp4"),
        nothing,
    )

    shown, end_s = shown_in(tmp_path / "out.mp4")
    assert [number for _at, number in shown] == [*range(12), 0, 1, 0, *range(12)]
    assert end_s == pytest.approx(27 / 24, abs=0.01)


def test_a_varying_rate_that_is_decoded_in_another_order_is_joined_to_itself(tmp_path: Path) -> None:
    """Its first frame is decoded seconds before it is shown, where the clip before it is still decoded."""
    starts_s = [0.0, *(2 + number / 24 for number in range(11))]
    clip = numbered(tmp_path / "clip.mp4", starts_s, 1 / 24, b_frames=3)

    join(
        FilmWish(parts=parts_in_a_row([str(clip)] * 2, drop_seams=False)), str(tmp_path / "out.mp4"), nothing
    )

    shown, end_s = shown_in(tmp_path / "out.mp4")
    length_s = starts_s[-1] + 1 / 24
    assert end_s == pytest.approx(2 * length_s, abs=0.05)
    assert [number_at(shown, time_s) for time_s in (0.1, 2.27, length_s + 0.1, length_s + 2.27)] == [
        0,
        7,
        0,
        7,
    ]


def test_what_an_mp4_cannot_hold_is_encoded_anew_for_a_join(tmp_path: Path) -> None:
    clip = numbered(tmp_path / "clip.mp4", HELD, 1 / 24)
    export(str(clip), str(tmp_path / "clip.mov"), ExportSettings(format=F.PRORES), nothing)

    join(
        FilmWish(parts=parts_in_a_row([str(tmp_path / "clip.mov")] * 2, drop_seams=False)),
        str(tmp_path / "out.mp4"),
        nothing,
    )

    assert [number for _at, number in shown_in(tmp_path / "out.mp4")[0]] == [*range(10)] * 2


@pytest.mark.parametrize(
    ("frames", "end"),
    [
        ([(0, 1), (3, 1), (1, 1), (2, 1)], 4),
        ([(0, 1), (50, 31), (19, 1), (51, 1)], 52),  # decoded before a gap, it counts the gap as its own
        ([(0, 1), (3, 1), (1, 1), (2, 9)], 11),
        ([(-2, 1), (-1, 1)], 0),
        ([], 0),
    ],
)
def test_the_end_is_what_the_last_one_decoded_or_shown_says(frames: list[tuple[int, int]], end: int) -> None:
    ending = EndOfFrames()
    for begin, lasts in frames:
        ending.add(begin, lasts)

    assert ending.end == end


@pytest.mark.parametrize("kind", [F.H264, F.PRORES, F.GIF, F.WEBP])
@pytest.mark.parametrize("last_s", [0.25, 1500.0, 10_800.0, 40_000.0])
def test_a_picture_that_stands_for_hours_is_said_as_often_as_the_format_needs(
    kind: ExportFormat, last_s: float
) -> None:
    table = FrameTable(starts_s=(0.0,), end_s=last_s, fps=1 / last_s, width_px=16, height_px=16)

    timing = clocked(timing_of(ExportSettings(format=kind), table), kind)

    ends = (*timing.begins[1:], timing.end)
    assert timing.end * timing.tick_s == pytest.approx(last_s)
    assert set(timing.frames) == {0}
    most = {F.GIF: 65_535, F.WEBP: (1 << 24) - 1}.get(kind, timing.end)
    assert max(end - begin for begin, end in zip(timing.begins, ends, strict=True)) <= most
