"""The picture that is sent looks as in a browser: every depth and kind of PNG, with transparency, colour and orientation.

The expected pixels are calculated here from the samples, at the file's depth. HDR and unusual primaries are compared with the
values that Chromium 156 showed for the same numbers.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from fakes import png_writing as png
from fakes.pictures import make_picture, upright_image
from PIL import Image, ImageCms

from vidu_desktop.adapters.pictures import light, picture_preparing
from vidu_desktop.adapters.pictures.picture_files import PictureFiles
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.errors import BadInput

LIMITS = specs_for_mode(Mode.IMAGE)[0].picture_limits
WIDTH, HEIGHT = 8, 6
Rgb = tuple[float, float, float]
LINEAR_ICC = light.profile(light.PRIMARIES[1], 1.0)


@dataclass(frozen=True)
class Kind:
    """A kind of PNG: `rows` of samples, and their meaning: colour in [0, 1], and opacity."""

    depth: int
    colour_type: int
    rows: list[list[tuple[int, ...]]]
    meaning: Callable[[tuple[int, ...]], tuple[Rgb, float]]
    chunks: tuple[bytes, ...] = ()


def grey_of(depth: int, *, see_through: bool) -> Kind:
    most = (1 << depth) - 1
    # These differ only in the low byte: at 16 bits, one of them is transparent and the other isn't.
    values = [x * most // (WIDTH - 1) for x in range(WIDTH)]
    key = values[WIDTH // 2]
    values[WIDTH // 2 - 1] = max(0, key - 1)
    rows = [[(value,) for value in values] for _ in range(HEIGHT)]

    def meaning(sample: tuple[int, ...]) -> tuple[Rgb, float]:
        share = sample[0] / most
        return (share, share, share), 0.0 if see_through and sample[0] == key else 1.0

    return Kind(depth, png.GREY, rows, meaning, (png.transparent(key),) if see_through else ())


def rgb_of(depth: int, *, see_through: bool) -> Kind:
    most = (1 << depth) - 1
    key = (most * 3 // 5, most // 7, most // 3)
    rows = [
        [(x * most // 7, y * most // 5, most - x * most // 7) for x in range(WIDTH)] for y in range(HEIGHT)
    ]
    rows[2][3], rows[2][4] = key, (key[0], key[1], key[2] - 1)

    def meaning(sample: tuple[int, ...]) -> tuple[Rgb, float]:
        red, green, blue = (value / most for value in sample)
        return (red, green, blue), 0.0 if see_through and sample == key else 1.0

    return Kind(depth, png.RGB, rows, meaning, (png.transparent(*key),) if see_through else ())


def palette_of(depth: int, *, see_through: bool) -> Kind:
    count = 1 << depth
    colours = [
        (index * 255 // (count - 1), index * 77 % 256, 255 - index * 255 // (count - 1))
        for index in range(count)
    ]
    opacities = [index * 255 // (count - 1) for index in range(count)]
    chunks = [png.chunk(b"PLTE", bytes(value for colour in colours for value in colour))]
    if see_through:
        chunks.append(png.chunk(b"tRNS", bytes(opacities)))

    def meaning(sample: tuple[int, ...]) -> tuple[Rgb, float]:
        red, green, blue = (value / 255 for value in colours[sample[0]])
        return (red, green, blue), opacities[sample[0]] / 255 if see_through else 1.0

    rows = [[(x * count // WIDTH,) for x in range(WIDTH)] for _ in range(HEIGHT)]
    return Kind(depth, png.PALETTE, rows, meaning, tuple(chunks))


def with_alpha(depth: int, colour_type: int) -> Kind:
    most = (1 << depth) - 1
    plain = (grey_of if colour_type == png.GREY_ALPHA else rgb_of)(depth, see_through=False)
    rows = [[(*pixel, y * most // 5) for pixel in row] for y, row in enumerate(plain.rows)]
    return Kind(depth, colour_type, rows, lambda sample: (plain.meaning(sample[:-1])[0], sample[-1] / most))


KINDS = {
    **{f"grey {depth}": grey_of(depth, see_through=False) for depth in (1, 2, 4, 8, 16)},
    **{f"grey {depth}, one value clear": grey_of(depth, see_through=True) for depth in (1, 2, 4, 8, 16)},
    **{f"palette {depth}": palette_of(depth, see_through=False) for depth in (1, 2, 4, 8)},
    **{f"palette {depth}, clear": palette_of(depth, see_through=True) for depth in (1, 2, 4, 8)},
    **{f"RGB {depth}": rgb_of(depth, see_through=False) for depth in (8, 16)},
    **{f"RGB {depth}, one value clear": rgb_of(depth, see_through=True) for depth in (8, 16)},
    **{f"grey with alpha {depth}": with_alpha(depth, png.GREY_ALPHA) for depth in (8, 16)},
    **{f"RGB with alpha {depth}": with_alpha(depth, png.RGB_ALPHA) for depth in (8, 16)},
}
SRGB_CHUNK = png.chunk(b"sRGB", b"\0")
AS_IT_IS, AS_LIGHT = 0, 1
COLOURS: dict[str, tuple[tuple[bytes, ...], int]] = {
    "nothing": ((), AS_IT_IS),
    "sRGB": ((SRGB_CHUNK,), AS_IT_IS),
    "the usual gAMA": ((png.gamma(0.45455),), AS_IT_IS),
    "gAMA of light": ((png.gamma(1.0),), AS_LIGHT),
    "gAMA of light beside sRGB": ((png.gamma(1.0), SRGB_CHUNK), AS_IT_IS),
    "linear profile": ((png.profile(LINEAR_ICC),), AS_LIGHT),
    "linear profile beside the usual gAMA": ((png.gamma(0.45455), png.profile(LINEAR_ICC)), AS_LIGHT),
    "cICP sRGB over a linear profile": ((png.coding(1, 13), png.profile(LINEAR_ICC)), AS_IT_IS),
    "cICP of light over sRGB": ((png.coding(1, 8), SRGB_CHUNK), AS_LIGHT),
}
TURNS = {
    "upright": (),
    "EXIF 6": (png.orientation(6),),
    "XMP 6 only": (png.orientation_in_xmp(6),),
    "EXIF 1, XMP 6": (png.orientation(1), png.orientation_in_xmp(6)),
}
BROKEN_ICC = b"no profile at all" * 20


def shown(kind: Kind, how: int, *, turned: bool) -> list[list[Rgb]]:
    """Calculate what a browser shows on white."""

    def one(sample: tuple[int, ...]) -> Rgb:
        colour, opacity = kind.meaning(sample)
        red, green, blue = (
            255 * (opacity * (as_srgb(value) if how == AS_LIGHT else value) + 1 - opacity) for value in colour
        )
        return red, green, blue

    rows = [[one(sample) for sample in row] for row in kind.rows]
    # EXIF 6: the first row is the right-hand column.
    return [list(column) for column in zip(*reversed(rows), strict=True)] if turned else rows


def as_srgb(linear: float) -> float:
    return linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def sent_pixels(path: Path, inputs_dir: Path) -> Image.Image:
    prepared = picture_preparing.prepare(str(path), LIMITS, str(inputs_dir))
    with Image.open(
        picture_preparing.prepared_file(inputs_dir, prepared.sha256, prepared.media_type)
    ) as image:
        image.load()
        return image.convert("RGB")


def worst(image: Image.Image, wanted: list[list[Rgb]]) -> float:
    assert image.size == (len(wanted[0]), len(wanted))
    pairs = (
        (image.getpixel((x, y)), wanted[y][x]) for y, x in product(range(image.height), range(image.width))
    )
    return max(abs(one - other) for found, right in pairs for one, other in zip(found, right, strict=True))


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_with_every_word_about_colour_and_turn_is_sent_as_it_is_seen(
    tmp_path: Path, name: str
) -> None:
    kind = KINDS[name]
    path = tmp_path / "picture.png"
    off = {}
    for colour, turn in [
        *((colour, "upright") for colour in COLOURS),
        *product(("nothing", "gAMA of light"), TURNS),
    ]:
        (words, how), places = COLOURS[colour], TURNS[turn]
        path.write_bytes(
            png.write_png(kind.rows, kind.depth, kind.colour_type, *words, *kind.chunks, *places)
        )

        facts = picture_preparing.look(str(path), LIMITS)
        image = sent_pixels(path, tmp_path / "inputs")

        assert (facts.width_px, facts.height_px) == image.size
        # 16 bits are sent as their upper 8, which light makes as much as 13 of in the darkest step.
        by = worst(image, shown(kind, how, turned=turn == "EXIF 6"))
        if by > (14 if kind.depth == 16 and how == AS_LIGHT else 3):
            off[colour, turn] = by
    assert off == {}


@pytest.mark.parametrize(
    ("words", "sample", "seen"),
    [
        ((png.coding(1, 16),), 0x7F7F, 128),
        ((png.coding(1, 4),), 0x1010, 7),
        ((png.gamma(0.45455), png.primaries(0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06)), 0x1010, 7),
        ((png.primaries(0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06),), 0x1010, 16),
        ((png.gamma(0.5),), 0x7171, 123),
        ((png.chunk(b"cICP", bytes((1, 8, 0, 0))),), 0x3535, 53),
        ((png.coding(1, 7),), 0x3737, 73),
        ((png.coding(1, 11),), 0x3737, 44),
        ((png.coding(1, 17),), 0x3737, 39),
        ((png.profile(BROKEN_ICC), png.gamma(1.0)), 0x3737, 128),
        ((png.profile(BROKEN_ICC), png.chunk(b"sRGB", b"\0"), png.gamma(1.0)), 0x3737, 55),
        ((png.chunk(b"sRGB", b"\4"), png.gamma(1.0)), 0x3737, 128),
        ((png.gamma(1.0), png.gamma(0.45455)), 0x3737, 128),
        ((png.chunk(b"gAMA", struct.pack(">II", 100_000, 1)),), 0x3737, 55),
    ],
)
def test_grey_is_sent_as_chromium_shows_it(
    tmp_path: Path, words: tuple[bytes, ...], sample: int, seen: int
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(png.write_png([[(sample,) * 3] * 4] * 4, 16, png.RGB, *words))

    assert all(abs(value - seen) <= 4 for value in sent_pixels(path, tmp_path).getpixel((1, 1)))


HDR_SEEN = [
    # H.273 numbers of the primaries and the curve, sample of 16 bits, what Chromium 156 shows
    ((9, 16), (0.0635,) * 3, (1, 1, 1)),
    ((9, 16), (0.4444,) * 3, (100, 100, 100)),
    ((9, 16), (0.6984,) * 3, (239, 239, 239)),
    ((9, 16), (0.9524,) * 3, (255, 255, 255)),
    ((9, 18), (0.3175,) * 3, (58, 58, 58)),
    ((9, 18), (0.5714,) * 3, (118, 118, 118)),
    ((9, 18), (0.8254,) * 3, (215, 215, 215)),
]


@pytest.mark.parametrize(("coding", "colour", "seen"), HDR_SEEN)
def test_hdr_is_sent_as_chromium_shows_it_without_hdr(
    tmp_path: Path, coding: tuple[int, int], colour: Rgb, seen: tuple[int, int, int]
) -> None:
    sample = tuple(round(value * 65535) for value in colour)
    path = tmp_path / "picture.png"
    path.write_bytes(png.write_png([[sample] * 4] * 4, 16, png.RGB, png.coding(*coding)))

    assert "colour-space" in picture_preparing.look(str(path), LIMITS).notes
    found = sent_pixels(path, tmp_path).getpixel((1, 1))
    assert all(abs(one - other) <= 4 for one, other in zip(found, seen, strict=True))


def test_what_stands_behind_a_pngs_pixels_says_nothing_of_them(tmp_path: Path) -> None:
    whole = png.write_png([[(55, 55, 55)] * 6] * 4, 8, png.RGB)
    end = png.chunk(b"IEND", b"")
    path = tmp_path / "picture.png"
    path.write_bytes(
        whole.removesuffix(end)
        + b"".join((png.orientation(6), png.gamma(1.0), png.profile(LINEAR_ICC), png.transparent(55, 55, 55)))
        + end
    )

    assert not picture_preparing.look(str(path), LIMITS).reencoded
    image = sent_pixels(path, tmp_path / "inputs")
    assert image.size == (6, 4)
    assert image.getpixel((1, 1)) == (55, 55, 55)


def exif(*tags: tuple[int, int, int], order: str = "<") -> bytes:
    """Orientation tags as type, count and value."""
    rows = b"".join(struct.pack(f"{order}HHIHH", 0x0112, *tag, 0) for tag in tags)
    return (
        (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}IH", 8, len(tags)) + rows + bytes(4)
    )


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize(
    ("segments", "turned"),
    [
        ((b"Exif\0\0" + exif((3, 1, 6)),), True),
        ((b"Exif\0\0" + exif((3, 1, 6), order=">"),), True),
        ((b"Exif\0\xff" + exif((3, 1, 6)),), True),
        ((b"Exif\0\0" + exif((3, 1, 0), (3, 1, 6)),), True),
        ((b"Exif\0\0" + exif((3, 1, 1), (3, 1, 6)),), False),
        ((b"Exif\0\0" + exif((4, 1, 6)),), False),
        ((b"Exif\0\0" + exif((8, 1, 6)),), False),
        ((b"Exif\0\0" + exif((3, 2, 6)),), False),
        ((b"Exif\0\0" + exif((3, 1, 9)),), False),
        ((b"EXIF\0\0" + exif((3, 1, 6)),), False),
        ((b"Exif\0\0" + exif((3, 1, 6))[:12],), False),
        ((b"Exif\0\0nothing", b"Exif\0\0" + exif((3, 1, 6))), False),
    ],
)
def test_the_first_exif_of_a_jpeg_turns_it_where_browsers_turn_it(
    tmp_path: Path, segments: tuple[bytes, ...], turned: bool
) -> None:
    path = make_picture(tmp_path / "picture.jpg", fmt="JPEG")
    content = path.read_bytes()
    added = b"".join(b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body for body in segments)
    path.write_bytes(content[:2] + added + content[2:])

    facts = picture_preparing.look(str(path), LIMITS)

    assert ("turned" in facts.notes) == turned
    assert sent_pixels(path, tmp_path / "inputs").size == ((200, 320) if turned else (320, 200))
    assert picture_preparing.look_at_heads([str(path)])[0].width_px == facts.width_px


@pytest.mark.parametrize(
    ("chunk", "turned"),
    [
        (exif((3, 1, 6)), True),
        (exif((4, 1, 6)), False),
        (b"Exif\0\0" + exif((3, 1, 6)), False),
    ],
)
def test_a_png_is_turned_by_a_short_number_that_stands_as_it_should(
    tmp_path: Path, chunk: bytes, turned: bool
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(png.write_png([[(55, 55, 55)] * 6] * 4, 8, png.RGB, png.chunk(b"eXIf", chunk)))

    assert ("turned" in picture_preparing.look(str(path), LIMITS).notes) == turned


def test_a_bmp_is_sent_by_the_profile_in_its_header(tmp_path: Path) -> None:
    rows = bytes((55,) * 3 * 4) * 4
    header = struct.pack("<IiiHHIIiiII", 124, 4, 4, 1, 24, 0, len(rows), 0, 0, 0, 0)
    rest = bytes(16) + b"DEBM" + bytes(48) + struct.pack("<4I", 4, 124 + len(rows), len(LINEAR_ICC), 0)
    path = tmp_path / "picture.bmp"
    path.write_bytes(struct.pack("<2sIII", b"BM", 0, 0, 138) + header + rest + rows + LINEAR_ICC)

    assert abs(sent_pixels(path, tmp_path / "inputs").getpixel((1, 1))[0] - 128) <= 3


@pytest.mark.parametrize("fmt", ["JPEG", "WEBP", "AVIF", "TIFF"])
def test_an_orientation_that_only_xmp_tells_turns_nothing(tmp_path: Path, fmt: str) -> None:
    words = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
    options = {"tiffinfo": {700: words}} if fmt == "TIFF" else {"xmp": words}
    path = make_picture(tmp_path / "picture", fmt=fmt, **options)
    with Image.open(path) as image:
        assert image.getexif().get(0x0112) == 6, "Pillow reads it, or this test needs no care"

    facts = picture_preparing.look(str(path), LIMITS)

    assert "turned" not in facts.notes
    assert sent_pixels(path, tmp_path / "inputs").size == (facts.width_px, facts.height_px) == (320, 200)


def test_a_linear_profile_counts_whatever_it_is_called(tmp_path: Path) -> None:
    """“GIMP built-in Linear sRGB” has sRGB in its name; taken for sRGB, it would be sent too dark."""
    name = b"as the picture says"
    called = LINEAR_ICC.replace(name, b"Linear sRGB".ljust(len(name)))
    path = make_picture(tmp_path / "picture.jpg", fmt="JPEG", icc_profile=called)

    assert "colour-space" in picture_preparing.look(str(path), LIMITS).notes
    assert abs(sent_pixels(path, tmp_path / "inputs").getpixel((160, 100))[0] - 188) <= 2


def test_a_grey_picture_with_a_profile_for_rgb_is_converted(tmp_path: Path) -> None:
    path = make_picture(tmp_path / "picture.jpg", fmt="JPEG", mode="L", icc_profile=LINEAR_ICC)

    assert abs(sent_pixels(path, tmp_path / "inputs").getpixel((160, 100))[0] - 188) <= 2


def test_a_profile_for_another_kind_of_pixel_is_passed_over(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    path = make_picture(tmp_path / "picture.jpg", fmt="JPEG", icc_profile=lab)

    assert not picture_preparing.look(str(path), LIMITS).reencoded


def test_around_a_gifs_smaller_first_frame_is_white(tmp_path: Path) -> None:
    path = tmp_path / "small.gif"
    upright_image((30, 20)).quantize(8).save(path)
    content = bytearray(path.read_bytes())
    content[6:10] = struct.pack("<HH", 50, 40)
    path.write_bytes(content)

    image = sent_pixels(path, tmp_path / "inputs")

    assert image.size == (50, 40)
    assert image.getpixel((45, 35)) == image.getpixel((2, 35)) == (255, 255, 255)
    assert image.getpixel((2, 2)) != (255, 255, 255)


def nclx_avif(path: Path, primaries: int, transfer: int) -> Path:
    """An AVIF whose nclx states these numbers."""
    content = bytearray(make_picture(path, fmt="AVIF", quality=100).read_bytes())
    at = content.index(b"colrnclx") + 8
    content[at : at + 4] = struct.pack(">HH", primaries, transfer)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(("coding", "seen"), [((1, 13), 128), ((1, 1), 128), ((2, 2), 128), ((1, 8), 188)])
def test_an_avif_is_sent_by_the_numbers_in_its_box(
    tmp_path: Path, coding: tuple[int, int], seen: int
) -> None:
    path = nclx_avif(tmp_path / "picture.avif", *coding)

    assert abs(sent_pixels(path, tmp_path / "inputs").getpixel((160, 100))[0] - seen) <= 3


# The look and the preparing ------------------------------------------------------------------------------------


def sixteen_bit_tiffs(folder: Path) -> Iterator[Path]:
    import numpy
    import tifffile

    ramp = numpy.linspace(0, 65535, 64).astype("u2")[None, :].repeat(48, 0)
    shapes = {
        "minisblack": ramp,
        "miniswhite": ramp,
        "rgb": numpy.stack([ramp] * 3, -1),
        "separated": numpy.stack([ramp] * 4, -1),
    }
    for order, (photometric, pixels), compression, planes in product(
        "<>", shapes.items(), (None, "zlib"), ("contig", "separate")
    ):
        if planes == "separate" and pixels.ndim == 2:
            continue
        path = folder / f"{'little' if order == '<' else 'big'} {photometric} {compression} {planes}.tif"
        tifffile.imwrite(
            path,
            pixels if planes == "contig" else numpy.moveaxis(pixels, -1, 0),
            byteorder=order,
            photometric=photometric,
            compression=compression,
            planarconfig=planes if pixels.ndim == 3 else None,
            metadata=None,
        )
        yield path


def test_what_passes_the_look_can_be_sent_and_shows_the_ramp(tmp_path: Path) -> None:
    disagreeing, wrong = [], []
    for path in sixteen_bit_tiffs(tmp_path):
        try:
            facts = picture_preparing.look(str(path), LIMITS)
        except BadInput as error:
            with pytest.raises(BadInput) as caught:
                picture_preparing.prepare(str(path), LIMITS, str(tmp_path / "inputs"))
            if caught.value.code != error.code:
                disagreeing.append(path.name)
            continue
        image = sent_pixels(path, tmp_path / "inputs")
        if image.size != (facts.width_px, facts.height_px):
            disagreeing.append(path.name)
        left, right = image.getpixel((1, 20))[0], image.getpixel((62, 20))[0]
        falling = "miniswhite" in path.name or "separated" in path.name
        if not (left - right > 200 if falling else right - left > 200):
            wrong.append((path.name, left, right))
    assert (disagreeing, wrong) == ([], [])


def test_tiffs_that_cannot_be_read_as_they_are_meant_are_unusual_not_damaged(tmp_path: Path) -> None:
    import numpy
    import tifffile

    ramp = numpy.linspace(-128, 127, 64).astype("i1")[None, :].repeat(48, 0)
    kinds = {
        "signed": (ramp, "minisblack", {}),
        "floats": (numpy.zeros((48, 64, 3), "f4"), "rgb", {}),
        "deep with alpha": (numpy.zeros((48, 64, 2), "u2"), "minisblack", {"extrasamples": ["unassalpha"]}),
    }
    for name, (pixels, photometric, more) in kinds.items():
        path = tmp_path / f"{name}.tif"
        contig = "contig" if pixels.ndim == 3 else None
        tifffile.imwrite(path, pixels, photometric=photometric, planarconfig=contig, metadata=None, **more)
        with pytest.raises(BadInput) as caught:
            picture_preparing.look(str(path), LIMITS)
        assert caught.value.code == "picture-unusual", name


@pytest.mark.parametrize(
    ("number", "name"),
    [(34887, "TIFF (LERC)"), (34712, "TIFF (JPEG 2000)"), (50002, "TIFF (JPEG XL)"), (40001, "TIFF (40001)")],
)
def test_a_tiff_whose_coding_nothing_here_reads_is_said_to_be_that(
    tmp_path: Path, number: int, name: str
) -> None:
    path = make_picture(tmp_path / "new.tif", fmt="TIFF")
    written(path, COMPRESSION, number)

    with pytest.raises(BadInput) as caught:
        picture_preparing.look(str(path), LIMITS)

    assert (caught.value.code, caught.value.sentence.values["format"]) == ("picture-format", name)


def test_a_webp_in_a_tiff_is_read_or_said_to_be_that(tmp_path: Path) -> None:
    """Whether WebP is read depends on how libtiff was built."""
    colour = (90, 140, 200)
    path = tmp_path / "webp.tif"
    try:
        Image.new("RGB", (64, 48), colour).save(path, compression="webp")
    except OSError:
        path = make_picture(path, fmt="TIFF")
        written(path, COMPRESSION, 50001)
        with pytest.raises(BadInput) as caught:
            picture_preparing.look(str(path), LIMITS)
        assert (caught.value.code, caught.value.sentence.values["format"]) == (
            "picture-format",
            "TIFF (WebP)",
        )
    else:
        seen = sent_pixels(path, tmp_path / "inputs").getpixel((9, 9))
        assert max(abs(value - wanted) for value, wanted in zip(seen, colour, strict=True)) <= 6


COMPRESSION = 259


def written(path: Path, tag: int, value: int) -> None:
    """Give a TIFF another short number of one of its tags."""
    content = bytearray(path.read_bytes())
    order = "<" if content[:2] == b"II" else ">"
    at = struct.unpack_from(f"{order}I", content, 4)[0]
    for entry in range(struct.unpack_from(f"{order}H", content, at)[0]):
        place = at + 2 + 12 * entry
        if struct.unpack_from(f"{order}H", content, place)[0] == tag:
            struct.pack_into(f"{order}H", content, place + 8, value)
    path.write_bytes(content)


def test_a_big_tiff_is_a_tiff(tmp_path: Path) -> None:
    import numpy
    import tifffile

    path = tmp_path / "big.tif"
    tifffile.imwrite(path, numpy.full((4, 6, 3), 90, "u1"), bigtiff=True, photometric="rgb", metadata=None)

    assert sent_pixels(path, tmp_path / "inputs").getpixel((1, 1)) == (90, 90, 90)


@pytest.mark.anyio
async def test_what_libraries_say_of_a_file_does_not_reach_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """libtiff warns about tags that it doesn't know, and Pillow about truncated metadata."""
    path = make_picture(
        tmp_path / "odd.tif", fmt="TIFF", tiffinfo={65000: "a tag of nobody"}, compression="tiff_lzw"
    )
    processes = HelperProcesses(workers=1)
    desk = PictureFiles(processes, inputs_dir=tmp_path / "inputs", thumbs_dir=tmp_path / "thumbs")

    await desk.look_at(str(path), LIMITS)
    await processes.run(20.0, print_on_every_way)
    processes.close()

    assert capfd.readouterr() == ("", "")


def print_on_every_way() -> None:
    import os
    import sys
    import warnings

    warnings.warn("of Pillow", stacklevel=1)
    print("of Python", file=sys.stderr, flush=True)
    print("of Python", flush=True)
    os.write(2, b"of libtiff")
