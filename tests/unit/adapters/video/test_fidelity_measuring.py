"""Fidelity in numbers: little where nothing changed, as much as was changed on purpose, and no more."""

import os
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from fakes.children import helpers_of
from fakes.coloured_video import film
from fakes.pictures import make_picture, upright_image, wide_gamut_profile
from fakes.videos import make_video
from PIL import Image, ImageDraw, ImageFilter

from vidu_desktop.adapters.video.colour_difference import ciede2000, similarity
from vidu_desktop.adapters.video.fidelity_comparison import measure
from vidu_desktop.adapters.video.fidelity_service import MEASURING_NICENESS, FidelityService
from vidu_desktop.domain.export import EndPictures
from vidu_desktop.domain.fidelity import Fidelity
from vidu_desktop.errors import DiskTrouble, NotAVideo

SIZE = (192, 108)
FPS = 24
CODING_ALONE = 3.0
"""How much the coding of a picture may cost in mean CIEDE2000; above this, the words for people begin to change."""


def scene(size: tuple[int, int] = SIZE) -> Image.Image:
    """A picture with soft edges, as photographs have them."""
    return upright_image(size).filter(ImageFilter.GaussianBlur(size[1] / 40))


def tinted(image: Image.Image, red: int, green: int, blue: int) -> Image.Image:
    bands = zip(image.split(), (red, green, blue), strict=True)
    return Image.merge(
        "RGB", [band.point(lambda value, by=by: min(255, max(0, value + by))) for band, by in bands]
    )


def moving(count: int, *, step_px: int = 4) -> Iterator[Image.Image]:
    """A bright square on grey that moves to the right."""
    for number in range(count):
        image = Image.new("RGB", SIZE, (90, 90, 90))
        left = 10 + number * step_px
        ImageDraw.Draw(image).rectangle((left, 40, left + 24, 64), fill=(240, 240, 240))
        yield image


def picture(path: Path, image: Image.Image, **options: object) -> str:
    image.save(path, **options)
    return str(path)


def measured(video: Path, start: str | None = None, end: str | None = None) -> Fidelity:
    return measure(str(video), start, end)


# -- colour and structure ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("matrix", [1, 5])
@pytest.mark.parametrize("full_range", [False, True])
def test_a_frame_that_is_its_picture_moved_no_further_than_coding_does(
    tmp_path: Path, matrix: int, full_range: bool
) -> None:
    video = film(tmp_path / "clip.mp4", [scene()] * 2, matrix=matrix, full_range=full_range)

    shift = measured(video, picture(tmp_path / "start.png", scene())).start

    assert shift is not None
    assert shift.colour_mean < CODING_ALONE
    assert shift.structure > 0.97


def test_read_with_the_wrong_matrix_the_same_colours_would_have_moved(tmp_path: Path) -> None:
    """The control for the test before: a video that names another matrix than the one with which it was made."""
    video = film(tmp_path / "clip.mp4", [scene()] * 2, matrix=5)
    lying = tmp_path / "lying.mp4"
    with av.open(str(video)) as source, av.open(str(lying), "w", format="mp4") as target:
        frames = list(source.decode(video=0))
        stream = target.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        stream.codec_context.colorspace, stream.codec_context.color_range = 1, 1
        for number, frame in enumerate(frames):
            frame.pts, frame.time_base, frame.pict_type = number, Fraction(1, FPS), 0
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    start = picture(tmp_path / "start.png", scene())

    true, wrong = measured(video, start).start, measured(lying, start).start

    assert true is not None
    assert wrong is not None
    assert wrong.colour_p95 > 2 * true.colour_p95


def ciede2000_of_greys(first: float, second: float) -> float:
    """The formula for two greys, where only the lightness differs; deliberately written here a second time."""

    def l_star(value: float) -> float:
        linear = value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4
        return 116 * linear ** (1 / 3) - 16 if linear > 0.008856 else 903.3 * linear

    one, other = l_star(first), l_star(second)
    away = ((one + other) / 2 - 50) ** 2
    return abs(one - other) / (1 + 0.015 * away / (20 + away) ** 0.5)


@pytest.mark.parametrize(("grey", "other"), [(128, 148), (60, 90), (200, 190)])
def test_a_known_change_of_lightness_is_what_comes_out(tmp_path: Path, grey: int, other: int) -> None:
    video = film(tmp_path / "clip.mp4", [Image.new("RGB", SIZE, (other,) * 3)] * 2)

    shift = measured(video, picture(tmp_path / "start.png", Image.new("RGB", SIZE, (grey,) * 3))).start

    assert shift is not None
    assert shift.colour_mean == pytest.approx(ciede2000_of_greys(grey, other), abs=0.6)
    assert shift.colour_p95 == pytest.approx(shift.colour_mean, abs=0.3)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [  # the published test data of Sharma, Wu and Dalal (2005), pairs 1, 7, 9, 10, 17 and 25
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0010), 7.1792),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_the_distance_is_the_published_one(
    first: tuple[float, ...], second: tuple[float, ...], expected: float
) -> None:
    distance = ciede2000(np.array([[first]]), np.array([[second]]))

    assert float(distance[0, 0]) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("window_px", [3, 7])
def test_structural_similarity_is_the_mean_over_windows_as_its_definition_says(window_px: int) -> None:
    first = np.random.default_rng(7).uniform(0, 100, (12, 10))
    second = first[::-1] * 0.5 + 20

    def of_window(top: int, left: int) -> float:
        one, other = (plane[top : top + window_px, left : left + window_px] for plane in (first, second))
        (variance1, covariance), (_, variance2) = np.cov(one.ravel(), other.ravel())
        alike = (2 * one.mean() * other.mean() + 1) * (2 * covariance + 9)
        return float(alike / ((one.mean() ** 2 + other.mean() ** 2 + 1) * (variance1 + variance2 + 9)))

    tops, lefts = range(12 - window_px + 1), range(10 - window_px + 1)
    expected = np.mean([of_window(top, left) for top in tops for left in lefts])
    assert similarity(first, second, window_px, 100.0) == pytest.approx(expected, abs=1e-9)


def test_a_tint_is_told_from_no_tint_at_each_end_for_itself(tmp_path: Path) -> None:
    video = film(tmp_path / "clip.mp4", [scene()] * 3 + [tinted(scene(), 40, 0, -40)])
    start = picture(tmp_path / "start.png", scene())

    fidelity = measured(video, start, start)

    assert fidelity.start is not None
    assert fidelity.end is not None
    assert fidelity.start.colour_mean < CODING_ALONE < 9 < fidelity.end.colour_mean
    assert fidelity.end.structure > 0.9, "a tint leaves the shapes where they are"
    assert fidelity.worst_colour == fidelity.end.colour_mean


def test_another_view_has_another_structure(tmp_path: Path) -> None:
    video = film(tmp_path / "clip.mp4", [scene()] * 2)
    noise = Image.merge("RGB", [Image.effect_noise(SIZE, 90)] * 3)

    shift = measured(video, picture(tmp_path / "start.png", noise)).start

    assert shift is not None
    assert shift.structure < 0.5


@pytest.mark.parametrize("how", ["cut", "squeezed", "with bars"])
def test_however_the_picture_was_made_to_fit_it_is_found_in_the_frame(tmp_path: Path, how: str) -> None:
    square = scene((160, 160))
    if how == "cut":
        frame = square.resize(SIZE, box=(0, 35, 160, 125))
    elif how == "squeezed":
        frame = square.resize(SIZE)
    else:
        frame = Image.new("RGB", SIZE, "black")
        frame.paste(square.resize((108, 108)), (42, 0))
    video = film(tmp_path / "clip.mp4", [frame] * 2)

    shift = measured(video, picture(tmp_path / "start.png", square)).start

    assert shift is not None
    assert shift.colour_mean < CODING_ALONE
    assert shift.structure > 0.95


def test_a_turned_video_is_compared_upright(tmp_path: Path) -> None:
    upright = scene((108, 192))
    path = film(tmp_path / "clip.mp4", [upright.transpose(Image.Transpose.ROTATE_90)] * 2)
    content = bytearray(path.read_bytes())
    unity = b"".join(number.to_bytes(4, "big") for number in (0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000))
    quarter = b"".join(
        number.to_bytes(4, "big", signed=True)
        for number in (0, 0x10000, 0, -0x10000, 0, 0, 108 << 16, 0, 0x40000000)
    )
    at = content.index(unity, content.index(b"tkhd"))
    content[at : at + len(quarter)] = quarter
    path.write_bytes(content)

    shift = measured(path, picture(tmp_path / "start.png", upright)).start

    assert shift is not None
    assert shift.colour_mean < CODING_ALONE


def test_a_picture_of_another_colour_space_is_compared_as_it_looks(tmp_path: Path) -> None:
    """The profile's red is sRGB's green: it swaps the first two channels."""
    video = film(tmp_path / "clip.mp4", [scene()] * 2)
    red, green, blue = scene().split()
    swapped = Image.merge("RGB", (green, red, blue))
    named = picture(tmp_path / "named.png", swapped, icc_profile=wide_gamut_profile())
    bare = picture(tmp_path / "bare.png", swapped)

    with_profile, without = measured(video, named).start, measured(video, bare).start

    assert with_profile is not None
    assert without is not None
    assert with_profile.colour_mean < CODING_ALONE < without.colour_mean


# -- time --------------------------------------------------------------------------------------------------------------


def test_only_what_stands_still_for_half_a_second_is_counted(tmp_path: Path) -> None:
    frames = list(moving(24))
    stands = [frames[7]] * 12
    flickers = [frames[20]] * 8

    still = measured(film(tmp_path / "still.mp4", [*frames[:7], *stands, *frames[8:20], *flickers]))
    moves = measured(film(tmp_path / "moves.mp4", frames))

    assert still.frozen_s == pytest.approx(0.5, abs=0.05)
    assert moves.frozen_s == 0


def test_a_move_too_slow_for_neighbours_to_differ_is_no_standing_still(tmp_path: Path) -> None:
    wide = scene((SIZE[0] * 2, SIZE[1]))
    drift = [
        wide.crop((round(number * 0.5), 0, round(number * 0.5) + SIZE[0], SIZE[1])) for number in range(24)
    ]

    assert measured(film(tmp_path / "drift.mp4", drift)).frozen_s == 0


def test_compression_of_a_still_picture_is_no_movement(tmp_path: Path) -> None:
    video = film(tmp_path / "still.mp4", [scene()] * 24, crf=30)

    assert measured(video).frozen_s == pytest.approx(1.0, abs=0.05)


def test_black_frames_are_counted_and_night_is_not_black(tmp_path: Path) -> None:
    night = Image.new("RGB", SIZE, (4, 5, 9))
    ImageDraw.Draw(night).ellipse((150, 20, 160, 30), fill=(70, 70, 80))
    black = Image.new("RGB", SIZE, "black")

    fidelity = measured(film(tmp_path / "clip.mp4", [scene()] * 3 + [black] * 2 + [night] * 3))

    assert fidelity.black_frames == 2


def test_the_seam_of_a_loop_is_like_its_neighbours_and_a_cut_is_not(tmp_path: Path) -> None:
    there = list(moving(12))
    loop = measured(film(tmp_path / "loop.mp4", [*there, *reversed(there)]))
    jump = measured(film(tmp_path / "jump.mp4", [*there[:11], tinted(there[11], 90, 90, 90)]))

    assert loop.seam < 2 * max(loop.seam_usual, 0.5)
    assert jump.seam > 5 * jump.seam_usual > 0


# -- what isn't there --------------------------------------------------------------------------------------------------


def test_a_picture_that_is_lost_or_broken_leaves_the_rest_measured(tmp_path: Path) -> None:
    video = film(tmp_path / "clip.mp4", moving(4))
    broken = tmp_path / "broken.png"
    broken.write_bytes(make_picture(tmp_path / "whole.png").read_bytes()[:300])

    fidelity = measured(video, str(broken), str(tmp_path / "gone.png"))

    assert (fidelity.start, fidelity.end, fidelity.worst_colour) == (None, None, None)
    assert fidelity.seam > 0


def test_a_clip_of_one_frame_has_no_neighbours(tmp_path: Path) -> None:
    fidelity = measured(film(tmp_path / "clip.mp4", [scene()]))

    assert (fidelity.seam, fidelity.seam_usual, fidelity.frozen_s) == (0, 0, 0)


@pytest.mark.anyio
async def test_the_desk_measures_in_a_helper_and_rests_between(tmp_path: Path) -> None:
    video = make_video(tmp_path / "clip.mp4", SIZE, 0.2)
    desk = FidelityService()
    try:
        first = await desk.measure(video, EndPictures())
        assert min(19, os.nice(0) + MEASURING_NICENESS) in {helper.nice() for helper in helpers_of()}, (
            "it has what the others leave"
        )
        desk.rest()
        assert await desk.measure(video, EndPictures()) == first
        (tmp_path / "no.mp4").write_bytes(b"<html>")
        with pytest.raises(NotAVideo):
            await desk.measure(tmp_path / "no.mp4", EndPictures())
        with pytest.raises(DiskTrouble):
            await desk.measure(tmp_path / "gone.mp4", EndPictures())
    finally:
        desk.close()
