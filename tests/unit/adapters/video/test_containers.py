"""What a container states about its pictures counts: turned, mirrored, pixels that aren't square, hidden frames, their times."""

from array import array
from collections.abc import Callable
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest
from fakes.edit_lists import edited
from fakes.exported_videos import number_of
from fakes.numbered_video import HEIGHT_PX, WIDTH_PX, numbered_image, write_numbered
from fakes.videos import cut_copy, make_timed, without_beginning
from PIL import Image

from vidu_desktop.adapters.video.frame_saving import save_frame
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.adapters.video.orientation import Turn
from vidu_desktop.adapters.video.sound_track import read_sound
from vidu_desktop.adapters.video.video_checks import make_cover, read_facts_and_make_cover, verify
from vidu_desktop.domain.frames import FrameTable, rate_of

SECOND = [number / 24 for number in range(24)]
CORNERS = {
    None: (0, 1),
    Turn.ROTATE_90: (2, 0),
    Turn.ROTATE_180: (3, 2),
    Turn.ROTATE_270: (1, 3),
    Turn.FLIP_LEFT_RIGHT: (1, 0),
    Turn.FLIP_TOP_BOTTOM: (2, 3),
    Turn.TRANSPOSE: (0, 2),
    Turn.TRANSVERSE: (3, 1),
}
"""The corners where red and blue are seen, which are top left and top right in the coded picture. Corners are counted from
the top left: 0 and 1 above, 2 and 3 below.
"""


def coloured_corners(image: Image.Image) -> tuple[int, int]:
    small = image.convert("RGB").resize((8, 8), Image.Resampling.BOX)
    corners = [small.getpixel(place) for place in ((0, 0), (7, 0), (0, 7), (7, 7))]
    red = max(range(4), key=lambda corner: corners[corner][0] - corners[corner][2])
    blue = max(range(4), key=lambda corner: corners[corner][2] - corners[corner][0])
    return red, blue


@pytest.mark.parametrize("turn", [None, *Turn], ids=str)
def test_a_turned_or_mirrored_video_is_upright_in_record_cover_and_frame(
    tmp_path: Path, turn: Turn | None
) -> None:
    clip = str(make_timed(tmp_path / "clip.mp4", SECOND, 1 / 24, turned=None if turn is None else turn.value))
    size = (180, 320) if turn is not None and turn.swaps_sides else (320, 180)

    facts = read_facts_and_make_cover(clip, str(tmp_path / "cover.jpg"))
    make_cover(clip, str(tmp_path / "other.jpg"))
    save_frame(clip, 0, str(tmp_path / "frame.png"))

    assert verify(clip) == facts
    assert (facts.width_px, facts.height_px) == size
    for name in ("cover.jpg", "other.jpg", "frame.png"):
        with Image.open(tmp_path / name) as image:
            assert (name, image.size) == (name, size)
            assert coloured_corners(image) == CORNERS[turn]


@pytest.mark.parametrize("turn", [None, Turn.ROTATE_90], ids=str)
@pytest.mark.parametrize("aspect", [Fraction(32, 27), Fraction(8, 9), Fraction(2)])
def test_pixels_that_are_not_square_count_in_record_cover_and_frame(
    tmp_path: Path, aspect: Fraction, turn: Turn | None
) -> None:
    turned = None if turn is None else turn.value
    clip = str(
        make_timed(tmp_path / "clip.mp4", SECOND[:6], 1 / 24, (270, 180), aspect=aspect, turned=turned)
    )
    size = (round(270 * aspect), 180)
    size = size if turn is None else size[::-1]

    facts = read_facts_and_make_cover(clip, str(tmp_path / "cover.jpg"))
    save_frame(clip, 0, str(tmp_path / "frame.png"))

    assert (facts.width_px, facts.height_px) == size
    with Image.open(tmp_path / "frame.png") as frame, Image.open(tmp_path / "cover.jpg") as cover:
        assert frame.size == size
        assert cover.width / cover.height == pytest.approx(size[0] / size[1], rel=0.01)


@pytest.mark.parametrize(
    "look", [verify, lambda path: read_facts_and_make_cover(path, str(Path(path).with_name("c.jpg")))]
)
def test_frames_that_an_edit_list_hides_are_not_counted(
    tmp_path: Path, look: Callable[[str], object]
) -> None:
    whole = make_timed(tmp_path / "whole.mp4", [number / 24 for number in range(96)], 1 / 24)
    cut = cut_copy(whole, tmp_path / "cut.mp4", 1.5)

    facts = look(str(cut))

    assert (facts.frame_count, facts.duration_s) == (60, pytest.approx(2.5))  # type: ignore[attr-defined]


def test_a_source_knows_whether_frames_are_hidden(tmp_path: Path) -> None:
    whole = make_timed(tmp_path / "whole.mp4", [number / 24 for number in range(96)], 1 / 24)
    sources = [FrameSource(str(path)) for path in (whole, cut_copy(whole, tmp_path / "cut.mp4", 1.5))]
    try:
        assert [source.hides_frames for source in sources] == [False, True]
    finally:
        for source in sources:
            source.close()


VARIABLE = [*(number / 12 for number in range(24)), *(2 + number / 48 for number in range(72))]


def test_a_rate_that_varies_is_told_as_frames_in_their_time(tmp_path: Path) -> None:
    clip = make_timed(tmp_path / "clip.mp4", VARIABLE, 1 / 48)

    facts = verify(str(clip))

    assert (facts.frame_count, facts.duration_s) == (96, pytest.approx(3.5))
    assert facts.fps == pytest.approx(96 / 3.5)


@pytest.mark.parametrize(
    ("rate", "named"), [(24.0, 24.0), (24000 / 1001, 23.976), (25.0, 25.0), (47.0, 48.0), (240.0, 60.0)]
)
def test_a_varying_rate_is_evened_out_without_losing_frames_where_a_standard_rate_can(
    rate: float, named: float
) -> None:
    starts = [number / rate for number in range(20)] + [19 / rate + 1 + number / rate for number in range(20)]
    table = FrameTable(starts_s=tuple(starts), end_s=starts[-1] + 1, fps=24, width_px=2, height_px=2)

    assert not table.is_steady
    assert table.even_rate_fps == pytest.approx(named, abs=0.001)


def test_times_that_another_program_rounded_to_milliseconds_are_steady() -> None:
    starts = [round(number / 24, 3) for number in range(200)]

    assert rate_of(starts, 200 / 24, 24.0) == 24.0
    assert rate_of(starts, 200 / 24, 25.0) == pytest.approx(24.0)  # the file states something wrong


def test_ten_bits_and_a_quicktime_file_are_read(tmp_path: Path) -> None:
    clip = make_timed(
        tmp_path / "clip.mov",
        SECOND,
        1 / 24,
        codec="libx265",
        pixel_format="yuv420p10le",
        turned=(0, -1, 1, 0),
    )

    facts = read_facts_and_make_cover(str(clip), str(tmp_path / "cover.jpg"))

    assert (facts.video_codec, facts.width_px, facts.frame_count) == ("hevc", 180, 24)


def test_the_cover_of_a_large_video_that_says_no_matrix_has_the_colours_of_its_first_frame(
    tmp_path: Path,
) -> None:
    clip = str(make_timed(tmp_path / "clip.mp4", SECOND[:3], 1 / 24, (1280, 720)))

    make_cover(clip, str(tmp_path / "cover.jpg"))
    read_facts_and_make_cover(clip, str(tmp_path / "other.jpg"))
    save_frame(clip, 0, str(tmp_path / "frame.png"))

    with Image.open(tmp_path / "frame.png") as frame:
        seen = frame.resize((480, 270), Image.Resampling.BOX).getpixel((20, 20))
    for name in ("cover.jpg", "other.jpg"):
        with Image.open(tmp_path / name) as cover:
            assert (name, cover.getpixel((20, 20))) == (name, pytest.approx(seen, abs=4))


def test_every_frame_is_found_where_an_edit_list_goes_on_within_a_group_of_pictures(tmp_path: Path) -> None:
    whole = write_numbered(tmp_path / "whole.mp4", 72)
    clip = tmp_path / "clip.mp4"
    edited(whole, clip, [(0.5, 0.0), (1.0, 14 / 24)])
    kept = [*range(12), *range(14, 38)]

    source = FrameSource(str(clip))
    try:
        shown = {}
        for number in (0, 35, 12, 11, 0, 30, 20):
            found = source.decode_from(source.way_to(number))
            while found is not None and found[0] < number:
                found = source.decode_from(found[0] + 1)
            assert found is not None
            shown[found[0]] = number_of(found[1].to_image())  # type: ignore[no-untyped-call]
    finally:
        source.close()

    assert shown == {number: kept[number] for number in (0, 35, 12, 11, 30, 20)}


@pytest.mark.parametrize("b_frames", [0, 2])
def test_a_video_that_begins_without_a_keyframe_is_shown_from_its_first_one_on(
    tmp_path: Path, b_frames: int
) -> None:
    whole = make_timed(
        tmp_path / "whole.mp4",
        SECOND,
        1 / 24,
        (WIDTH_PX, HEIGHT_PX),
        beeps_s=(0.7,),
        sound_s=(0, 1),
        b_frames=b_frames,
        picture=numbered_image,
    )
    clip = str(without_beginning(whole, tmp_path / "cut.mp4", 3))

    facts = read_facts_and_make_cover(clip, str(tmp_path / "cover.jpg"))
    make_cover(clip, str(tmp_path / "other.jpg"))
    save_frame(clip, 0, str(tmp_path / "frame.png"))
    sound = read_sound(clip)

    assert verify(clip) == facts
    assert (facts.frame_count, facts.duration_s) == (12, pytest.approx(0.5))
    with closing(FrameSource(clip)) as source:
        assert source.table.starts_s == pytest.approx(SECOND[:12])
        assert source.hides_frames
        assert [source.decode_from(number)[0] for number in (0, 11, 0)] == [0, 11, 0]  # type: ignore[index]
    for name in ("cover.jpg", "other.jpg", "frame.png"):
        with Image.open(tmp_path / name) as image:
            assert (name, number_of(image)) == (name, 12)
    assert sound is not None
    samples = array("h", sound.samples)
    first = next(place for place, value in enumerate(samples) if abs(value) > 3000) / 2 / sound.rate_hz
    assert first == pytest.approx(0.2, abs=0.03)


def test_a_palette_that_a_file_tells_once_colours_every_frame(tmp_path: Path) -> None:
    """The demuxer hands it out with the first packet only, which is read before anything is decoded."""
    path = make_timed(
        tmp_path / "grey.mov",
        [number / 24 for number in range(12)],
        1 / 24,
        codec="qtrle",
        pixel_format="gray",
    )
    with closing(FrameSource(str(path))) as source:
        assert source.first.format.name == "pal8"
        for wanted in (0, 7, 3):
            found = source.decode_from(source.way_to(wanted))
            while found is not None and found[0] < wanted:
                found = source.decode_from(found[0] + 1)
            assert found is not None
            pixels = source.pixels_of(found[1])
            middle = pixels.stride_bytes * (pixels.height_px - 10) + 4 * pixels.width_px // 2
            grey = 16 + 2 * wanted
            assert all(abs(value - grey) <= 6 for value in pixels.bgra[middle : middle + 3])
