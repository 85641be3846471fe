"""Rare members of common kinds: an animation of one frame, a BMP that is see-through or deep, an AVIF
with the colours of two pictures. They show what Chromium 156 shows."""

import struct
from pathlib import Path

import pytest
from fakes.iso_boxes import box, boxes
from PIL import Image

from vidu_desktop.adapters.pictures import picture_preparing
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.errors import BadInput

LIMITS = specs_for_mode(Mode.IMAGE)[0].picture_limits
ORANGE, WHITE = (200, 90, 40), (255, 255, 255)
WIDTH, HEIGHT = 8, 6


def sent(path: Path, inputs_dir: Path) -> Image.Image:
    made = picture_preparing.prepare(str(path), LIMITS, str(inputs_dir))
    with Image.open(picture_preparing.prepared_file(inputs_dir, made.sha256, made.media_type)) as image:
        image.load()
        return image.convert("RGB")


def u24(*values: int) -> bytes:
    return b"".join(value.to_bytes(3, "little") for value in values)


def webp_chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def animation(path: Path, frames: int, canvas: tuple[int, int], left: int, top: int) -> Path:
    """Write an animation whose frames are orange."""
    Image.new("RGB", (WIDTH, HEIGHT), ORANGE).save(path, "WEBP", lossless=True)
    picture = path.read_bytes()[12:]
    frame = u24(left // 2, top // 2, WIDTH - 1, HEIGHT - 1, 100) + b"\0" + picture
    body = (
        b"WEBP"
        + webp_chunk(b"VP8X", b"\2\0\0\0" + u24(canvas[0] - 1, canvas[1] - 1))
        + webp_chunk(b"ANIM", bytes(6))
        + webp_chunk(b"ANMF", frame) * frames
    )
    path.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
    return path


def test_a_webp_of_one_frame_does_not_move(tmp_path: Path) -> None:
    path = animation(tmp_path / "one.webp", 1, (WIDTH, HEIGHT), 0, 0)

    assert "format" in picture_preparing.look(str(path), LIMITS).notes
    image = sent(path, tmp_path / "inputs")

    assert (image.size, image.getpixel((4, 3))) == ((WIDTH, HEIGHT), ORANGE)


def test_around_a_webps_one_smaller_frame_is_white(tmp_path: Path) -> None:
    path = animation(tmp_path / "small.webp", 1, (20, 16), 6, 4)

    image = sent(path, tmp_path / "inputs")

    assert image.size == (20, 16)
    assert [image.getpixel(place) for place in ((5, 4), (6, 3), (6, 4), (13, 9), (14, 9))] == [
        WHITE,
        WHITE,
        ORANGE,
        ORANGE,
        WHITE,
    ]


def test_a_webp_of_two_frames_moves(tmp_path: Path) -> None:
    path = animation(tmp_path / "two.webp", 2, (WIDTH, HEIGHT), 0, 0)

    with pytest.raises(BadInput) as caught:
        picture_preparing.look(str(path), LIMITS)

    assert caught.value.code == "picture-animated"


def bmp(
    path: Path, header_bytes: int, bits: int, opacity: int, mask: int, masks: tuple[int, ...] = ()
) -> Path:
    """Write an orange BMP. `mask` is that of opacity; with `masks` for the colours, they say where the bits are."""
    row = bytes((*ORANGE[::-1], opacity)) * WIDTH if bits == 32 else bytes(4)
    start = 14 + header_bytes
    header = struct.pack(
        "<IiiHHIIiiII", header_bytes, WIDTH, HEIGHT, 1, bits, 3 if masks else 0, 0, 0, 0, 0, 0
    )
    header += struct.pack("<4I", *(masks or (0xFF0000, 0xFF00, 0xFF)), mask)
    head = struct.pack("<2sIII", b"BM", start + len(row) * HEIGHT, 0, start)
    path.write_bytes(head + header.ljust(header_bytes, b"\0") + row * HEIGHT)
    return path


@pytest.mark.parametrize(
    ("header_bytes", "mask", "seen"),
    [
        (124, 0xFF000000, WHITE),
        (108, 0xFF000000, WHITE),
        (124, 0, ORANGE),
        (56, 0xFF000000, ORANGE),
    ],
)
def test_a_bmp_is_see_through_where_its_header_says_so(
    tmp_path: Path, header_bytes: int, mask: int, seen: tuple[int, int, int]
) -> None:
    path = bmp(tmp_path / "clear.bmp", header_bytes, 32, 0, mask)

    assert ("transparent" in picture_preparing.look(str(path), LIMITS).notes) == (seen == WHITE)
    assert sent(path, tmp_path / "inputs").getpixel((4, 3)) == seen


@pytest.mark.parametrize(
    ("bits", "masks"), [(2, ()), (32, (0x3FF00000, 0xFFC00, 0x3FF))], ids=["2 bits", "10 bits a colour"]
)
def test_a_bmp_that_cannot_be_read_as_it_is_meant_is_unusual_not_damaged(
    tmp_path: Path, bits: int, masks: tuple[int, ...]
) -> None:
    path = bmp(tmp_path / "deep.bmp", 124, bits, 0, 0, masks)

    with pytest.raises(BadInput) as caught:
        picture_preparing.look(str(path), LIMITS)

    assert caught.value.code == "picture-unusual"


def avif_beside_another(path: Path, own: tuple[int, int], other: tuple[int, int]) -> Path:
    """Write a grey AVIF with the colours `own`; in front of these stand the colours of another picture."""
    Image.new("RGB", (64, 48), (128,) * 3).save(path, "AVIF", quality=100)
    top = boxes(path.read_bytes())
    meta = boxes(top[b"meta"][4:])
    properties = boxes(meta[b"iprp"])
    foreign = box(b"colr", b"nclx" + struct.pack(">HHHB", *other, 6, 0x80))
    listed = boxes(properties[b"ipco"])
    listed[b"colr"] = b"nclx" + struct.pack(">HH", *own) + listed[b"colr"][8:]
    # One item: its number and how many properties it has, then their places, which are one further on.
    table = properties[b"ipma"]
    table = table[:11] + bytes(place + 1 for place in table[11:])
    all_listed = foreign + b"".join(box(name, body) for name, body in listed.items())
    meta[b"iprp"] = box(b"ipco", all_listed) + box(b"ipma", table)
    offset, length = struct.unpack(">II", meta[b"iloc"][-8:])
    meta[b"iloc"] = meta[b"iloc"][:-8] + struct.pack(">II", offset + len(foreign), length)
    top[b"meta"] = top[b"meta"][:4] + b"".join(box(name, body) for name, body in meta.items())
    path.write_bytes(b"".join(box(name, body) for name, body in top.items()))
    return path


SRGB, LINEAR = (1, 13), (1, 8)


@pytest.mark.parametrize(("own", "other", "seen"), [(SRGB, LINEAR, 128), (LINEAR, SRGB, 188)])
def test_an_avif_has_the_colours_of_the_picture_that_is_shown(
    tmp_path: Path, own: tuple[int, int], other: tuple[int, int], seen: int
) -> None:
    path = avif_beside_another(tmp_path / "two.avif", own, other)

    assert abs(sent(path, tmp_path / "inputs").getpixel((30, 20))[0] - seen) <= 3


FULL_ROW, END_OF_ROW, END = bytes((WIDTH, 1)), b"\0\0", b"\0\1"
RAW_ROW = bytes((0, WIDTH, *[1] * WIDTH))


def runs_bmp(path: Path, runs: bytes) -> Path:
    """Write a BMP in runs of bytes; its colours are black and orange."""
    start = 14 + 40 + 8
    header = struct.pack("<IiiHHIIiiII", 40, WIDTH, HEIGHT, 1, 8, 1, len(runs), 0, 0, 2, 0)
    palette = bytes(4) + bytes((*ORANGE[::-1], 0))
    path.write_bytes(b"BM" + struct.pack("<IHHI", start + len(runs), 0, 0, start) + header + palette + runs)
    return path


@pytest.mark.parametrize(
    "runs",
    [
        (FULL_ROW + END_OF_ROW) * HEIGHT + END,
        (FULL_ROW + END_OF_ROW) * (HEIGHT - 1) + FULL_ROW + END,
        (RAW_ROW + END_OF_ROW) * HEIGHT + END,
        (bytes((3, 1, WIDTH - 3, 1)) + END_OF_ROW) * HEIGHT + END,
    ],
)
def test_a_bmp_whose_runs_fill_it_is_sent_as_it_is(tmp_path: Path, runs: bytes) -> None:
    image = sent(runs_bmp(tmp_path / "runs.bmp", runs), tmp_path / "inputs")

    assert image.getcolors() == [(WIDTH * HEIGHT, ORANGE)]


@pytest.mark.parametrize(
    "runs",
    [
        (bytes((WIDTH - 1, 1)) + END_OF_ROW) * HEIGHT + END,
        (FULL_ROW + END_OF_ROW) * (HEIGHT - 1) + END,
        (FULL_ROW + END_OF_ROW) * (HEIGHT - 1) + bytes((WIDTH - 1, 1)) + END,
        bytes((2, 1, 0, 2, 3, 1)) + (FULL_ROW + END_OF_ROW) * HEIGHT + END,
        FULL_ROW * HEIGHT + END,
    ],
)
def test_a_bmp_whose_runs_leave_pixels_out_is_refused_as_unusual(tmp_path: Path, runs: bytes) -> None:
    path = runs_bmp(tmp_path / "runs.bmp", runs)

    with pytest.raises(BadInput) as raised:
        picture_preparing.look(str(path), LIMITS)

    assert raised.value.code == "picture-unusual"
