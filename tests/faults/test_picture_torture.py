"""Pictures that would break a careless program: 0 crashes, under 300 MB each, upright, stripped, or a clear refusal.

Everything goes through one helper process, whose peak memory and life are checked at the end of each test.
The quick run cuts files at every tenth percent; `-m slow` at every one.
"""

import io
import os
import struct
import zlib
from collections.abc import AsyncIterator, Iterator
from math import isqrt
from pathlib import Path

import pytest
from fakes import media_work
from fakes.pictures import CORNERS, GPS_MARK, make_animation, make_noise, make_picture, make_png_bomb
from PIL import Image, ImageFile

from vidu_desktop.adapters.pictures import picture_preparing
from vidu_desktop.adapters.pictures.metadata_strip import scan_jpeg
from vidu_desktop.adapters.pictures.picture_files import PictureFiles
from vidu_desktop.adapters.pictures.picture_opening import PIXELS_MOST_ELSE
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.errors import BadInput

LIMITS = specs_for_mode(Mode.IMAGE)[0].picture_limits
LARGEST = (isqrt(PIXELS_MOST_ELSE),) * 2
MEMORY_MOST_BYTES = 300_000_000


@pytest.fixture(scope="module")
def processes() -> Iterator[HelperProcesses]:
    processes = HelperProcesses(workers=1)
    yield processes
    processes.close()


@pytest.fixture
async def desk(processes: HelperProcesses, tmp_path: Path) -> AsyncIterator[PictureFiles]:
    """Pictures whose only helper must live through the test and stay under the memory limit."""
    pid = await processes.run(20.0, media_work.own_pid)
    yield PictureFiles(processes, inputs_dir=tmp_path / "inputs", thumbs_dir=tmp_path / "thumbs")
    assert await processes.run(20.0, media_work.own_pid) == pid, "the helper died"
    assert await processes.run(20.0, media_work.peak_memory_bytes) < MEMORY_MOST_BYTES


async def refusal_code(desk: PictureFiles, path: Path) -> str:
    """Look at the picture, prepare it and make a thumbnail: all three must refuse it for the same reason."""
    codes = set()
    for call in (
        desk.look_at(str(path), LIMITS),
        desk.prepare(str(path), LIMITS),
        desk.thumbnail(path, 64),
        desk.crop_to_ratio(str(path), 1.0, 1.0, path.parent / "made"),
    ):
        with pytest.raises(BadInput) as caught:
            await call
        codes.add(caught.value.code)
    assert len(codes) == 1
    return codes.pop()


def corners_are_upright(image: Image.Image) -> bool:
    image = image.convert("RGB")
    right, bottom = image.width - 4, image.height - 4
    found = [image.getpixel(place) for place in ((3, 3), (right, 3), (3, bottom), (right, bottom))]
    pairs = zip(found, CORNERS, strict=True)
    return all(abs(a - b) < 40 for one, other in pairs for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.anyio
async def test_eight_of_eight_orientations_are_sent_upright_and_without_the_place(
    desk: PictureFiles, tmp_path: Path, fmt: str
) -> None:
    upright, upright_if_ignored = 0, 0
    for orientation in range(1, 9):
        path = make_picture(tmp_path / f"{orientation}", fmt=fmt, exif_orientation=orientation, gps=True)
        assert GPS_MARK in path.read_bytes()

        facts = await desk.look_at(str(path), LIMITS)
        prepared = await desk.prepare(str(path), LIMITS)

        sent = desk.prepared_path(prepared.sha256)
        assert GPS_MARK not in sent.read_bytes()
        assert (facts.width_px, facts.height_px) == (prepared.width_px, prepared.height_px) == (320, 200)
        with Image.open(sent) as image, Image.open(path) as stored:
            assert image.size == (320, 200)
            assert not image.getexif()
            upright += corners_are_upright(image)
            upright_if_ignored += corners_are_upright(stored)

    assert upright == 8
    if fmt != "TIFF":  # Pillow turns TIFFs by itself
        assert upright_if_ignored == 1, "negative control: without turning only the first is upright"


CUT_FORMATS = ["JPEG", "progressive", "PNG", "WEBP", "lossless", "BMP", "GIF", "TIFF", "AVIF"]


async def check_cuts(desk: PictureFiles, tmp_path: Path, fmt: str, step_percent: int) -> None:
    options: dict[str, object] = {"progressive": {"progressive": True}, "lossless": {"lossless": True}}.get(
        fmt, {}
    )
    fmt = {"progressive": "JPEG", "lossless": "WEBP"}.get(fmt, fmt)
    whole = make_noise(tmp_path / "whole", (160, 120), fmt, **options).read_bytes()
    path = tmp_path / "cut"
    for percent in range(0, 100, step_percent):
        path.write_bytes(whole[: len(whole) * percent // 100])
        code = await refusal_code(desk, path)
        assert code == ("picture-empty" if percent == 0 else "picture-damaged"), percent
    if fmt != "GIF":  # the last byte of a GIF is only a full stop
        path.write_bytes(whole[:-1])
        assert await refusal_code(desk, path) == "picture-damaged"
    path.write_bytes(whole)
    await desk.prepare(str(path), LIMITS)


@pytest.mark.parametrize("fmt", CUT_FORMATS)
@pytest.mark.anyio
async def test_a_picture_cut_anywhere_is_refused(desk: PictureFiles, tmp_path: Path, fmt: str) -> None:
    await check_cuts(desk, tmp_path, fmt, step_percent=10)


@pytest.mark.slow
@pytest.mark.parametrize("fmt", CUT_FORMATS)
@pytest.mark.anyio
async def test_a_picture_cut_at_every_percent_is_refused(
    desk: PictureFiles, tmp_path: Path, fmt: str
) -> None:
    await check_cuts(desk, tmp_path, fmt, step_percent=1)


@pytest.mark.qt_log_ignore("Corrupt JPEG data")
def test_negative_control_a_careless_decoder_takes_a_cut_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtGui import QImageReader

    whole = make_noise(tmp_path / "whole.jpg", (160, 120), "JPEG").read_bytes()
    cut = tmp_path / "cut.jpg"
    cut.write_bytes(whole[: len(whole) // 2])

    assert not QImageReader(str(cut)).read().isNull()
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with Image.open(io.BytesIO(cut.read_bytes())) as image:
        image.load()


@pytest.mark.anyio
async def test_a_cut_picture_with_an_end_sewn_on_is_refused(desk: PictureFiles, tmp_path: Path) -> None:
    """The structure alone would be accepted: only decoding shows that pixels of the PNG are missing."""
    path = tmp_path / "sewn.png"
    header = struct.pack(">IIBBBBB", 500, 500, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(9000)))
    )
    path.write_bytes(path.read_bytes() + chunk(b"IEND", b""))

    assert await refusal_code(desk, path) == "picture-damaged"


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


@pytest.mark.anyio
async def test_bombs_are_refused_before_they_are_decoded(desk: PictureFiles, tmp_path: Path) -> None:
    bombs = {"png": make_png_bomb(tmp_path / "bomb.png")}
    Image.new("1", (30_000, 2_000)).save(tmp_path / "bomb.tif", compression="group4")
    # A GIF whose screen claims 60000 x 60000 around a small picture.
    gif = bytearray(make_picture(tmp_path / "small.gif", (16, 16), "GIF").read_bytes())
    gif[6:10] = struct.pack("<HH", 60_000, 60_000)
    (tmp_path / "bomb.gif").write_bytes(gif)
    # A WebP whose header claims a canvas of 16384 x 16384 around a small picture.
    small = make_picture(tmp_path / "small.webp", (16, 16), "WEBP", lossless=True).read_bytes()
    canvas = chunk_of_webp(b"VP8X", b"\0\0\0\0" + (16_383).to_bytes(3, "little") * 2)
    body = b"WEBP" + canvas + small[12:]
    (tmp_path / "bomb.webp").write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
    # A JPEG whose frame claims 65500 x 65500.
    jpeg = bytearray(make_picture(tmp_path / "small.jpg", (16, 16), "JPEG").read_bytes())
    frame = jpeg.index(b"\xff\xc0")
    jpeg[frame + 5 : frame + 9] = struct.pack(">HH", 65_500, 65_500)
    (tmp_path / "bomb.jpg").write_bytes(jpeg)

    codes = {
        name: await refusal_code(desk, tmp_path / f"bomb.{name}")
        for name in (*bombs, "gif", "tif", "webp", "jpg")
    }

    too_many = "picture-too-many-pixels"
    assert codes == {
        "png": too_many,
        "gif": too_many,
        "tif": too_many,
        "jpg": too_many,
        "webp": "picture-damaged",
    }


@pytest.mark.anyio
async def test_a_long_comment_is_no_bomb(desk: PictureFiles, tmp_path: Path) -> None:
    """Picture programs keep megabytes of history as compressed text, which is left as it is. A profile of such a length is no
    profile.
    """
    path = make_picture(tmp_path / "history.png")
    png = path.read_bytes()
    packed = zlib.compress(bytes(40_000_000))
    words = chunk(b"zTXt", b"History\0\0" + packed) + chunk(b"iCCP", b"Profile\0\0" + packed)
    path.write_bytes(png[:33] + words + png[33:])

    prepared = await desk.prepare(str(path), LIMITS)

    assert prepared.image_bytes == len(png)


def chunk_of_webp(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body


@pytest.mark.anyio
async def test_negative_control_without_the_cap_a_bomb_needs_more_memory_than_it_may(tmp_path: Path) -> None:
    processes = HelperProcesses(workers=1)
    await processes.run(20.0, make_large_image, 9_500)
    assert await processes.run(20.0, media_work.peak_memory_bytes) > MEMORY_MOST_BYTES
    processes.close()


def make_large_image(side_px: int) -> None:
    Image.new("RGB", (side_px, side_px), "red").load()


@pytest.mark.parametrize(
    ("name", "size", "fmt", "options"),
    [
        ("photo, turned", (6000, 4000), "JPEG", {"exif_orientation": 6}),
        ("photo, turned, progressive", (6000, 4000), "JPEG", {"exif_orientation": 6, "progressive": True}),
        ("palette", LARGEST, "PNG", {"mode": "P"}),
        ("transparent", (6000, 4000), "PNG", {"mode": "RGBA"}),
        ("transparent, largest", LARGEST, "PNG", {"mode": "RGBA", "compress_level": 1}),
        ("CMYK", (6000, 4000), "TIFF", {"mode": "CMYK"}),
        ("WebP, largest", (3870, 3870), "WEBP", {"method": 0}),
        ("AVIF, largest", (3870, 3870), "AVIF", {"speed": 10}),
    ],
)
@pytest.mark.slow
@pytest.mark.anyio
async def test_the_largest_that_are_let_in_stay_under_the_limit(
    desk: PictureFiles,
    tmp_path: Path,
    name: str,
    size: tuple[int, int],
    fmt: str,
    options: dict[str, object],
) -> None:
    path = make_picture(tmp_path / name, size, fmt, **options)

    facts = await desk.look_at(str(path), LIMITS)
    prepared = await desk.prepare(str(path), LIMITS)
    await desk.thumbnail(path, 256)

    assert (facts.width_px, facts.height_px) == (prepared.width_px, prepared.height_px)
    with Image.open(desk.prepared_path(prepared.sha256)) as image:
        assert corners_are_upright(image)


@pytest.mark.anyio
async def test_a_mid_sized_photo_stays_under_the_limit(desk: PictureFiles, tmp_path: Path) -> None:
    path = make_picture(tmp_path / "photo.jpg", (4000, 3000), "JPEG", exif_orientation=6, progressive=True)

    prepared = await desk.prepare(str(path), LIMITS)

    assert (prepared.width_px, prepared.height_px) == (4000, 3000)


@pytest.mark.anyio
async def test_what_only_pretends_is_refused(desk: PictureFiles, tmp_path: Path) -> None:
    (tmp_path / "drawing.png").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="neighbour.png" width="9" height="9"/></svg>'
    )
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "folder.png").mkdir()
    make_animation(tmp_path / "moving.gif", "GIF")
    make_animation(tmp_path / "moving.png", "PNG")
    make_animation(tmp_path / "moving.webp", "WEBP")
    Image.new("F", (8, 8)).save(tmp_path / "floats.tif")

    expected = {
        "drawing.png": "picture-svg",
        "pipe.png": "picture-not-a-file",
        "folder.png": "picture-is-folder",
        "moving.gif": "picture-animated",
        "moving.png": "picture-animated",
        "moving.webp": "picture-animated",
        "floats.tif": "picture-unusual",
    }
    assert {name: await refusal_code(desk, tmp_path / name) for name in expected} == expected


def test_negative_control_the_toolkit_draws_the_svg(tmp_path: Path) -> None:
    from PySide6.QtGui import QImageReader

    path = tmp_path / "drawing.png"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    )

    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)

    if b"svg" not in [bytes(fmt) for fmt in QImageReader.supportedImageFormats()]:
        pytest.skip("this Qt has no SVG reader")
    assert not reader.read().isNull()


@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP", "TIFF", "GIF"])
@pytest.mark.anyio
async def test_broken_bytes_give_a_refusal_or_a_picture_and_never_a_crash(
    desk: PictureFiles, tmp_path: Path, fmt: str
) -> None:
    whole = make_noise(tmp_path / "whole", (64, 48), fmt).read_bytes()
    path = tmp_path / "broken"
    step = max(1, len(whole) // 60)
    for at in range(4, len(whole), step):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        path.write_bytes(broken)
        try:
            prepared = await desk.prepare(str(path), LIMITS)
        except BadInput:
            continue
        with Image.open(desk.prepared_path(prepared.sha256)) as image:
            image.load()


def test_a_picture_within_a_picture_is_left_behind(tmp_path: Path) -> None:
    """Phones append a second picture or a film to a JPEG (MPO, motion photo)."""
    first = make_picture(tmp_path / "first.jpg", fmt="JPEG").read_bytes()
    path = tmp_path / "both.jpg"
    path.write_bytes(first + first + b"a film")

    with path.open("rb") as file:
        layout = scan_jpeg(file)
    prepared = picture_preparing.prepare(str(path), LIMITS, str(tmp_path / "inputs"))

    assert layout.stripped_bytes == prepared.image_bytes == len(first)
