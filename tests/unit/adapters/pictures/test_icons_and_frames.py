"""Icons, of which one picture is shown, and pictures of which a part is shown or whose profile doesn't count. They show what
Chromium 156 shows.
"""

import io
import struct
from pathlib import Path

import numpy
import pytest
import tifffile
from fakes.iso_boxes import box, boxes
from PIL import Image

from vidu_desktop.adapters.pictures import light, picture_preparing
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.errors import BadInput

LIMITS = specs_for_mode(Mode.IMAGE)[0].picture_limits
ORANGE, BLUE, WHITE, BLACK = (200, 90, 40), (20, 60, 200), (255, 255, 255), (0, 0, 0)
SIDE = 32


def sent(path: Path, inputs_dir: Path) -> Image.Image:
    made = picture_preparing.prepare(str(path), LIMITS, str(inputs_dir))
    with Image.open(picture_preparing.prepared_file(inputs_dir, made.sha256, made.media_type)) as image:
        image.load()
        assert image.size == (made.width_px, made.height_px)
        return image.convert("RGB")


def png(colour: tuple[int, int, int], side: int = SIDE) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (side, side), colour).save(made, "PNG")
    return made.getvalue()


def bmp(colour: tuple[int, int, int], opacity: int, masked_rows: int) -> bytes:
    """Return a BMP of 32 bits as icons hold it; the mask hides the upper `masked_rows`, the last ones in the file."""
    pixels = bytes((*colour[::-1], opacity)) * SIDE * SIDE
    mask = bytes(4 * (SIDE - masked_rows)) + b"\xff" * 4 * masked_rows
    return struct.pack("<IiiHHIIiiII", 40, SIDE, 2 * SIDE, 1, 32, 0, 0, 0, 0, 0, 0) + pixels + mask


def icon(path: Path, *pictures: tuple[int, int, bytes]) -> Path:
    """Write an icon: side, bits and content of each picture."""
    start = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for side, bits, content in pictures:
        head += struct.pack("<4B2H2I", side, side, 0, 0, 1, bits, len(content), start + len(body))
        body += content
    path.write_bytes(head + body)
    return path


@pytest.mark.parametrize("places", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_of_an_icons_pictures_the_largest_with_the_most_colours_is_sent(
    tmp_path: Path, places: tuple[int, ...]
) -> None:
    pictures = [(SIDE, 4, png(BLUE)), (16, 32, png(BLACK, 16)), (SIDE, 32, png(ORANGE))]
    path = icon(tmp_path / "many.ico", *(pictures[place] for place in places))

    assert sent(path, tmp_path / "inputs").getpixel((9, 9)) == ORANGE


def test_a_png_in_an_icon_is_see_through_where_its_palette_says_so(tmp_path: Path) -> None:
    image = Image.new("P", (SIDE, SIDE))
    image.putpalette((*ORANGE, *BLACK))
    image.paste(1, (16, 0, SIDE, SIDE))
    content = io.BytesIO()
    image.save(content, "PNG", transparency=1)
    path = icon(tmp_path / "palette.ico", (SIDE, 8, content.getvalue()))

    image = sent(path, tmp_path / "inputs")

    assert [image.getpixel(place) for place in ((4, 9), (20, 9))] == [ORANGE, WHITE]


@pytest.mark.parametrize(
    ("opacity", "masked_rows", "seen"),
    [(0, 10, (WHITE, ORANGE)), (0, 0, (ORANGE, ORANGE)), (255, 10, (ORANGE, ORANGE))],
)
def test_an_icon_without_opacity_is_seen_where_its_mask_is_open(
    tmp_path: Path, opacity: int, masked_rows: int, seen: tuple[tuple[int, int, int], ...]
) -> None:
    path = icon(tmp_path / "old.ico", (SIDE, 32, bmp(ORANGE, opacity, masked_rows)))

    image = sent(path, tmp_path / "inputs")

    assert tuple(image.getpixel(place) for place in ((9, 4), (9, 20))) == seen


def test_an_icon_without_opacity_and_mask_is_whole(tmp_path: Path) -> None:
    content = bmp(ORANGE, 0, 0)[: 40 + 4 * SIDE * SIDE]

    image = sent(icon(tmp_path / "bare.ico", (SIDE, 32, content)), tmp_path / "inputs")

    assert image.getpixel((9, 4)) == ORANGE


@pytest.mark.parametrize(
    "content", [b"\0\0\1\0\1\0 \0\0", b"\0\0\1\0\1\0 \0\0\0\1\0\x20\0\xff\xff\0\0\xff\xff\0\0"]
)
def test_an_icon_that_is_cut_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cut.ico").write_bytes(content.ljust(12, b"\0"))

    with pytest.raises(BadInput) as caught:
        picture_preparing.look(str(tmp_path / "cut.ico"), LIMITS)

    assert caught.value.code == "picture-damaged"


# -- AVIF: the clean aperture ----------------------------------------------------------------------------------------


def avif_with_aperture(path: Path, size: tuple[int, int], offset: tuple[int, int], *turn: bytes) -> Path:
    """Write an AVIF of 64 x 48 pixels, orange at its left and blue at its right, with an aperture of this size; `offset` is
    twice the way from the picture's middle to its own. `turn` is what irot says.
    """
    image = Image.new("RGB", (64, 48), ORANGE)
    image.paste(BLUE, (32, 0, 64, 48))
    image.save(path, "AVIF", quality=100, subsampling="4:4:4")
    top = boxes(path.read_bytes())
    meta = boxes(top[b"meta"][4:])
    described = boxes(meta[b"iprp"])
    new = box(b"clap", struct.pack(">4I iI iI", size[0], 1, size[1], 1, offset[0], 2, offset[1], 2))
    new += b"".join(box(b"irot", said) for said in turn)
    listed, table = described[b"ipco"], described[b"ipma"]
    count = len(boxes(listed))
    added = bytes(0x80 | count + place for place in range(1, 2 + len(turn)))
    table = table[:10] + bytes([table[10] + len(added)]) + table[11:] + added
    meta[b"iprp"] = box(b"ipco", listed + new) + box(b"ipma", table)
    start, length = struct.unpack(">II", meta[b"iloc"][-8:])
    moved = start + len(new) + len(added)
    meta[b"iloc"] = meta[b"iloc"][:-8] + struct.pack(">II", moved, length)
    top[b"meta"] = top[b"meta"][:4] + b"".join(box(name, body) for name, body in meta.items())
    path.write_bytes(b"".join(box(name, body) for name, body in top.items()))
    return path


@pytest.mark.parametrize(
    ("size", "offset", "seen"),
    [
        ((40, 30), (-24, -18), (40, 30)),
        ((40, 30), (0, 0), (64, 48)),  # browsers cut nothing off at the left or at the top
        ((640, 30), (576, -18), (64, 48)),
        ((64, 48), (0, 0), (64, 48)),
    ],
)
def test_what_an_avif_leaves_out_at_its_right_and_below_is_not_sent(
    tmp_path: Path, size: tuple[int, int], offset: tuple[int, int], seen: tuple[int, int]
) -> None:
    path = avif_with_aperture(tmp_path / "cut.avif", size, offset)

    facts = picture_preparing.look(str(path), LIMITS)
    [head] = picture_preparing.look_at_heads([str(path)])
    image = sent(path, tmp_path / "inputs")

    assert not isinstance(head, tuple)
    assert {(facts.width_px, facts.height_px), (head.width_px, head.height_px), image.size} == {seen}
    assert all(abs(one - other) <= 4 for one, other in zip(image.getpixel((36, 9)), BLUE, strict=True))


def test_an_avif_is_cut_before_it_is_turned(tmp_path: Path) -> None:
    path = avif_with_aperture(tmp_path / "cut.avif", (40, 30), (-24, -18), b"\1")

    image = sent(path, tmp_path / "inputs")

    assert image.size == (30, 40)
    top, bottom = image.getpixel((9, 2)), image.getpixel((9, 30))
    assert top[2] > top[0]  # turned to the left, what was at the right is above
    assert bottom[0] > bottom[2]


# -- what doesn't count ----------------------------------------------------------------------------------------------


GREY_SEEN, COLOUR_SEEN = (177,) * 3, (227, 172, 147)


@pytest.mark.parametrize("compression", [None, "zlib"])
@pytest.mark.parametrize(
    ("samples", "opacity", "planes", "seen"),
    [
        ((50, 128), "assocalpha", "contig", GREY_SEEN),
        ((100, 128), "unassalpha", "contig", GREY_SEEN),
        ((50, 128), "assocalpha", "separate", None),
        ((100, 128), "unassalpha", "separate", None),
        ((100, 45, 20, 128), "assocalpha", "contig", COLOUR_SEEN),
        ((200, 90, 40, 128), "unassalpha", "separate", COLOUR_SEEN),
        ((100, 45, 20, 128), "assocalpha", "separate", COLOUR_SEEN),
    ],
)
def test_a_see_through_tiff_lies_on_white_or_is_said_to_be_unusual(
    tmp_path: Path,
    compression: str | None,
    samples: tuple[int, ...],
    opacity: str,
    planes: str,
    seen: tuple[int, ...] | None,
) -> None:
    pixels = numpy.full((6, 8, len(samples)), samples, numpy.uint8)
    tifffile.imwrite(
        tmp_path / "clear.tif",
        pixels if planes == "contig" else numpy.moveaxis(pixels, 2, 0),
        photometric="minisblack" if len(samples) == 2 else "rgb",
        planarconfig=planes,
        extrasamples=[opacity],
        compression=compression,
    )

    if seen is None or (opacity, planes, compression) == ("assocalpha", "separate", None):
        with pytest.raises(BadInput) as caught:
            picture_preparing.look(str(tmp_path / "clear.tif"), LIMITS)
        assert caught.value.code == "picture-unusual"
    else:
        found = sent(tmp_path / "clear.tif", tmp_path / "inputs").getpixel((4, 3))
        assert max(abs(one - other) for one, other in zip(found, seen, strict=True)) <= 2


LINEAR = light.profile(light.PRIMARIES[1], 1.0)
GREY = 55


def with_profile(path: Path, profile: bytes) -> Path:
    Image.new("RGB", (16, 16), (GREY,) * 3).save(path, "PNG", icc_profile=profile)
    return path


@pytest.mark.parametrize(("version", "seen"), [(b"\2\x40", 128), (b"\4\x40", 128), (b"\5\0", GREY)])
def test_a_profile_of_a_version_that_browsers_do_not_read_is_passed_over(
    tmp_path: Path, version: bytes, seen: int
) -> None:
    path = with_profile(tmp_path / "grey.png", LINEAR[:8] + version + LINEAR[10:])

    assert abs(sent(path, tmp_path / "inputs").getpixel((4, 4))[0] - seen) <= 3


def test_an_animation_of_one_frame_has_no_profile(tmp_path: Path) -> None:
    made = io.BytesIO()
    Image.new("RGB", (16, 16), (GREY,) * 3).save(made, "WEBP", lossless=True)
    size = (15).to_bytes(3, "little") * 2

    def chunk(name: bytes, body: bytes) -> bytes:
        return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)

    frame = bytes(6) + size + bytes(4) + made.getvalue()[12:]
    body = b"WEBP" + chunk(b"VP8X", b"\x22\0\0\0" + size) + chunk(b"ICCP", LINEAR)
    body += chunk(b"ANIM", bytes(6)) + chunk(b"ANMF", frame)
    (tmp_path / "one.webp").write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)

    assert sent(tmp_path / "one.webp", tmp_path / "inputs").getpixel((4, 4)) == (GREY,) * 3


def test_an_empty_exif_leaves_the_word_to_the_next_one(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (64, 48), ORANGE).save(tmp_path / "two.jpg", exif=exif)
    content = (tmp_path / "two.jpg").read_bytes()
    (tmp_path / "two.jpg").write_bytes(content[:2] + b"\xff\xe1\0\x08Exif\0\0" + content[2:])

    assert sent(tmp_path / "two.jpg", tmp_path / "inputs").size == (48, 64)


def test_a_bmp_of_16_bits_with_opacity_is_unusual(tmp_path: Path) -> None:
    header = struct.pack("<IiiHHIIiiII", 108, 8, 6, 1, 16, 3, 0, 0, 0, 0, 0)
    header += struct.pack("<4I", 0x7C00, 0x3E0, 0x1F, 0x8000)
    head = struct.pack("<2sIII", b"BM", 122 + 96, 0, 122)
    (tmp_path / "clear.bmp").write_bytes(head + header.ljust(108, b"\0") + bytes(96))

    with pytest.raises(BadInput) as caught:
        picture_preparing.look(str(tmp_path / "clear.bmp"), LIMITS)

    assert caught.value.code == "picture-unusual"
