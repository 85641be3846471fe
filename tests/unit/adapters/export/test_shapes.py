"""Pictures keep their proportions when they are enlarged, reduced or joined with others: nothing is squeezed."""

from fractions import Fraction
from pathlib import Path

import av
import pytest
from fakes.exported_videos import nothing
from fakes.videos import make_timed
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from vidu_desktop.adapters.export.export_writers import export
from vidu_desktop.adapters.export.join_videos import join
from vidu_desktop.adapters.video.frame_saving import save_frame
from vidu_desktop.domain.export import ExportFormat, ExportSettings, Fit, have_one_shape, scaled_size, size_of
from vidu_desktop.domain.film import FilmWish, parts_in_a_row
from vidu_desktop.errors import BadInput

F = ExportFormat
FEW = [number / 24 for number in range(3)]
Size = tuple[int, int]


def a_square(_index: int, size: Size, aspect: Fraction | int = 1) -> Image.Image:
    """Return a white square on grey, drawn so that it looks square when pixels are `aspect` wide."""
    image = Image.new("RGB", size, (90, 90, 90))
    half = min(size) // 4
    wide = round(half / aspect)
    centre = size[0] // 2, size[1] // 2
    box = (centre[0] - wide, centre[1] - half, centre[0] + wide - 1, centre[1] + half - 1)
    ImageDraw.Draw(image).rectangle(box, fill="white")
    return image


def a_video(
    path: Path, size: Size, aspect: Fraction | int = 1, turned: tuple[int, int, int, int] | None = None
) -> Path:
    return make_timed(
        path, FEW, 1 / 24, size, aspect=aspect, turned=turned,
        picture=lambda index, size: a_square(index, size, aspect),
    )  # fmt: skip


def changing_size(path: Path, sizes: list[Size]) -> Path:
    """Write a video whose frames have these sizes, one after the other."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mjpeg", rate=24)
        stream.width, stream.height, stream.pix_fmt = *sizes[0], "yuvj420p"
        for number, size in enumerate(sizes):
            coder = av.CodecContext.create("mjpeg", "w")
            coder.width, coder.height, coder.pix_fmt, coder.time_base = *size, "yuvj420p", Fraction(1, 24)
            frame = av.VideoFrame.from_image(a_square(number, size)).reformat(format="yuvj420p")
            frame.pts = 0
            for packet in (*coder.encode(frame), *coder.encode(None)):
                packet.stream, packet.time_base = stream, Fraction(1, 24)
                packet.pts = packet.dts = number
                container.mux(packet)
    return path


def shape_of(image: Image.Image) -> float:
    """Return the width of the white square divided by its height."""
    box = image.convert("L").point(lambda grey: 255 * (grey > 170)).getbbox()
    assert box is not None
    return (box[2] - box[0]) / (box[3] - box[1])


def pictures_of(path: Path) -> list[Image.Image]:
    if path.suffix in (".gif", ".webp", ".png"):
        with Image.open(path) as image:
            return [image.convert("RGB")]
    if path.is_dir():
        return [picture for place in sorted(path.iterdir()) for picture in pictures_of(place)]
    with av.open(str(path)) as container:
        return [frame.to_image() for frame in container.decode(video=0)]


OTHERS: list[tuple[Size, Fraction | int, tuple[int, int, int, int] | None]] = [
    ((180, 320), 1, None),
    ((240, 160), 1, None),
    ((240, 240), 1, None),
    ((240, 160), Fraction(2), None),
    ((320, 180), 1, (0, 1, -1, 0)),
    ((64, 320), 1, None),
]


@pytest.mark.parametrize("fit", Fit)
@pytest.mark.parametrize(("size", "aspect", "turned"), OTHERS)
def test_joined_to_another_shape_nothing_is_squeezed(
    tmp_path: Path, fit: Fit, size: Size, aspect: Fraction | int, turned: tuple[int, int, int, int] | None
) -> None:
    wide = a_video(tmp_path / "wide.mp4", (320, 180))
    other = a_video(tmp_path / "other.mp4", size, aspect, turned)

    join(
        FilmWish(parts=parts_in_a_row((str(wide), str(other)), drop_seams=False), fit=fit),
        str(tmp_path / "whole.mp4"),
        nothing,
    )

    pictures = pictures_of(tmp_path / "whole.mp4")
    assert {picture.size for picture in pictures} == {(320, 180)}
    assert len(pictures) == 6
    grey = pictures[-1].convert("L")
    edge = min(grey.getpixel((2, 90)), grey.getpixel((160, 2)))
    assert edge < 30 if fit is Fit.BARS else edge > 60
    if fit is Fit.BARS or min(size) > 100:  # otherwise the square itself is cut off
        assert shape_of(pictures[-1]) == pytest.approx(1.0, abs=0.12)


def test_turned_alike_they_stand_upright_after_a_join(tmp_path: Path) -> None:
    turned = make_timed(tmp_path / "turned.mp4", FEW, 1 / 24, turned=(0, 1, -1, 0))

    join(
        FilmWish(parts=parts_in_a_row((str(turned), str(turned)), drop_seams=False)),
        str(tmp_path / "whole.mp4"),
        nothing,
    )

    assert [picture.size for picture in pictures_of(tmp_path / "whole.mp4")] == [(180, 320)] * 6


@pytest.mark.parametrize("turned", [(-1, 0, 0, -1), (1, 0, 0, -1), (0, 1, -1, 0)])
def test_a_turned_picture_may_have_any_width(tmp_path: Path, turned: tuple[int, int, int, int]) -> None:
    clip = make_timed(
        tmp_path / "clip.mp4", FEW, 1 / 24, (254, 142), aspect=Fraction(32, 27), turned=turned,
        picture=lambda index, size: a_square(index, size, Fraction(32, 27)),
    )  # fmt: skip

    export(str(clip), str(tmp_path / "out.png"), ExportSettings(format=F.STILL), nothing)

    [picture] = pictures_of(tmp_path / "out.png")
    assert sorted(picture.size) == [142, 301]
    assert shape_of(picture) == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize("kind", [F.H264, F.GIF, F.WEBP, F.PRORES, F.PNG_SEQUENCE, F.STILL])
@pytest.mark.parametrize("side_px", [None, 160])
@pytest.mark.parametrize(
    ("size", "aspect"), [((321, 181), 1), ((270, 180), Fraction(32, 27)), ((180, 160), Fraction(2))]
)
def test_every_format_keeps_the_shape_also_of_odd_sizes_and_pixels_that_are_not_square(
    tmp_path: Path, kind: ExportFormat, side_px: int | None, size: Size, aspect: Fraction | int
) -> None:
    clip = make_timed(
        tmp_path / "clip.mp4", FEW, 1 / 24, size, aspect=aspect, pixel_format="yuv444p",
        picture=lambda index, size: a_square(index, size, aspect),
    )  # fmt: skip
    target = tmp_path / f"out{kind.suffix}"

    export(str(clip), str(target), ExportSettings(format=kind, side_px=side_px), nothing)

    picture = pictures_of(target)[0]
    assert shape_of(picture) == pytest.approx(1.0, abs=0.06)
    assert picture.width / picture.height == pytest.approx(size[0] * aspect / size[1], rel=0.03)


def test_only_an_odd_row_or_column_is_left_out_and_nothing_blurred_for_it(tmp_path: Path) -> None:
    clip = make_timed(tmp_path / "clip.mp4", FEW, 1 / 24, (321, 181), pixel_format="yuv444p", picture=stripes)

    export(str(clip), str(tmp_path / "out.mp4"), ExportSettings(format=F.H264), nothing)

    row = [pictures_of(tmp_path / "out.mp4")[0].convert("L").getpixel((x, 90)) for x in range(320)]
    assert all((grey > 200) == (x % 4 < 2) for x, grey in enumerate(row) if x % 4 in (0, 2))
    assert min(row) < 40


def stripes(_index: int, size: Size) -> Image.Image:
    image = Image.new("RGB", size)
    draw = ImageDraw.Draw(image)
    for x in range(0, size[0], 4):
        draw.rectangle((x, 0, x + 1, size[1]), fill="white")
    return image


SIDES = st.integers(2, 4000)


@given(SIDES, SIDES, SIDES, SIDES, st.sampled_from(Fit))
def test_a_scaled_size_has_the_shape_and_touches_the_target(
    width: int, height: int, wide: int, high: int, fit: Fit
) -> None:
    scaled = scaled_size((width, height), (wide, high), fit)

    if fit is Fit.CROP:
        assert all(side >= wanted - 1 for side, wanted in zip(scaled, (wide, high), strict=True))
    elif scaled != (width, height):
        assert all(side <= wanted + 1 for side, wanted in zip(scaled, (wide, high), strict=True))
    scale = (min if fit is Fit.BARS else max)(wide / width, high / height)
    scale = 1.0 if scaled == (width, height) else scale
    for side, before in zip(scaled, (width, height), strict=True):
        assert side == pytest.approx(max(2, before * scale), abs=1.01)  # at most made even


def test_what_a_format_cannot_hold_is_refused_with_its_number() -> None:
    with pytest.raises(BadInput, match="16383"):
        size_of(ExportSettings(format=F.WEBP), 20_000, 100)

    assert size_of(ExportSettings(format=F.WEBP, side_px=1280), 20_000, 100) == (1280, 6)
    assert size_of(ExportSettings(format=F.PRORES), 335, 223) == (334, 222)  # not enlarged
    assert size_of(ExportSettings(format=F.GIF), 335, 223) == (335, 223)


def test_shapes_are_compared_by_what_is_seen() -> None:
    assert have_one_shape({(1280, 720), (854, 480), (320, 180)})
    assert not have_one_shape({(1280, 720), (1280, 768)})
    assert not have_one_shape({(1280, 720), (720, 1280)})


@pytest.mark.parametrize("sizes", [[(320, 180), (180, 320), (320, 180), (90, 160)], [(180, 320), (320, 180)]])
@pytest.mark.parametrize("kind", [F.H264, F.GIF, F.PNG_SEQUENCE, F.PRORES])
def test_a_video_whose_size_changes_on_the_way_keeps_the_shape_of_all(
    tmp_path: Path, kind: ExportFormat, sizes: list[Size]
) -> None:
    clip = changing_size(tmp_path / "clip.mp4", sizes)
    target = tmp_path / f"out{kind.suffix}"

    export(str(clip), str(target), ExportSettings(format=kind), nothing)
    save_frame(str(clip), None, str(tmp_path / "last.png"))

    for picture in (*pictures_of(target), *pictures_of(tmp_path / "last.png")):
        assert picture.size == sizes[0]
        assert shape_of(picture) == pytest.approx(1.0, abs=0.1)
