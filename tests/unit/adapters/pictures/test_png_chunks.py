"""What stands beside the pixels of a PNG and is broken, out of place or needless harms nothing, as in browsers; what is
broken of the picture itself does.
"""

import struct
import zlib
from pathlib import Path

import pytest
from fakes import png_writing as png
from fakes.pictures import make_picture
from PIL import Image

from vidu_desktop.adapters.pictures import light, picture_preparing
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.errors import BadInput

LIMITS = specs_for_mode(Mode.IMAGE)[0].picture_limits
LINEAR = light.profile(light.PRIMARIES[1], 1.0)
GREY = 55
ROWS = [[(GREY, GREY, GREY)] * 6] * 4


def broken(chunk: bytes) -> bytes:
    """Return the chunk with a wrong sum."""
    return chunk[:-4] + bytes(byte ^ 255 for byte in chunk[-4:])


def grey(path: Path, before: bytes = b"", behind: bytes = b"") -> Path:
    whole = png.write_png(ROWS, 8, png.RGB, before)
    end = png.chunk(b"IEND", b"")
    path.write_bytes(whole.removesuffix(end) + behind + end)
    return path


def sent(path: Path, inputs_dir: Path) -> Image.Image:
    made = picture_preparing.prepare(str(path), LIMITS, str(inputs_dir))
    with Image.open(picture_preparing.prepared_file(inputs_dir, made.sha256, made.media_type)) as image:
        image.load()
        return image


@pytest.mark.parametrize(
    "before",
    [
        broken(png.chunk(b"tEXt", b"Comment\0hello")),
        broken(png.chunk(b"pHYs", bytes(8) + b"\1")),
        broken(png.gamma(1.0)),
        broken(png.profile(LINEAR)),
        broken(png.orientation(6)),
        broken(png.transparent(GREY, GREY, GREY)),
        png.chunk(b"tRNS", b"\0\xff"),
        png.chunk(b"tEXt", b""),
        png.chunk(b"iCCP", b""),
        png.chunk(b"iCCP", b"name\0\5" + zlib.compress(LINEAR)),
        png.chunk(b"iCCP", b"name\0\0nothing packed"),
        png.chunk(b"gAMA", b"\0\0"),
        png.chunk(b"sRGB", b""),
        png.chunk(b"pHYs", b"\0"),
        png.chunk(b"zTXt", b"Comment\0\0nothing packed"),
        png.chunk(b"eXIf", b"nothing"),
    ],
)
def test_a_broken_word_about_a_picture_is_passed_over(tmp_path: Path, before: bytes) -> None:
    path = grey(tmp_path / "grey.png", before)

    facts = picture_preparing.look(str(path), LIMITS)
    (head,) = picture_preparing.look_at_heads([str(path)])
    image = sent(path, tmp_path / "inputs")

    assert facts.notes == ()
    assert (head.width_px, head.height_px) == image.size == (6, 4)
    assert image.getpixel((1, 1)) == (GREY,) * 3


@pytest.mark.parametrize(
    "behind", [broken(png.chunk(b"tEXt", b"a\0b")), png.chunk(b"acTL", bytes(7) + b"\3")]
)
def test_what_stands_behind_the_pixels_may_be_anything(tmp_path: Path, behind: bytes) -> None:
    path = grey(tmp_path / "grey.png", behind=behind)

    assert sent(path, tmp_path / "inputs").getpixel((1, 1)) == (GREY,) * 3


def test_the_sum_of_the_end_is_no_part_of_the_picture(tmp_path: Path) -> None:
    path = grey(tmp_path / "grey.png")
    end = png.chunk(b"IEND", b"")
    path.write_bytes(path.read_bytes().removesuffix(end) + broken(end))

    content = Path(str(sent(path, tmp_path / "inputs").filename)).read_bytes()  # type: ignore[attr-defined]
    assert content.endswith(end)


@pytest.mark.parametrize("name", [b"IHDR", b"PLTE", b"IDAT"])
def test_a_broken_piece_of_the_picture_itself_is_damage(tmp_path: Path, name: bytes) -> None:
    path = make_picture(tmp_path / "palette.png", mode="P")
    content = bytearray(path.read_bytes())
    at = content.index(name)
    (length,) = struct.unpack_from(">I", content, at - 4)
    content[at + 4 + length] ^= 255
    path.write_bytes(content)

    with pytest.raises(BadInput) as caught:
        picture_preparing.look(str(path), LIMITS)

    assert caught.value.code == "picture-damaged"


def test_transparency_in_front_of_its_palette_is_none(tmp_path: Path) -> None:
    palette = png.chunk(b"PLTE", bytes((GREY, GREY, GREY)) * 2)
    path = tmp_path / "palette.png"
    path.write_bytes(
        png.write_png([[(1,)] * 6] * 4, 8, png.PALETTE, png.chunk(b"tRNS", bytes((255, 0))), palette)
    )

    assert "transparent" not in picture_preparing.look(str(path), LIMITS).notes
    assert sent(path, tmp_path / "inputs").getpixel((1, 1)) == (GREY,) * 3


def frame(number: int) -> bytes:
    return png.chunk(b"fcTL", struct.pack(">IIIIIHHBB", number, 6, 4, 0, 0, 1, 10, 0, 0))


def frames(count: int) -> bytes:
    return png.chunk(b"acTL", struct.pack(">II", count, 0))


def test_one_frame_that_is_the_picture_does_not_move(tmp_path: Path) -> None:
    path = grey(tmp_path / "one.png", frames(1) + frame(0))

    assert picture_preparing.look(str(path), LIMITS).notes == ()
    assert b"acTL" not in Path(str(sent(path, tmp_path / "inputs").filename)).read_bytes()  # type: ignore[attr-defined]


def test_no_frames_are_no_animation(tmp_path: Path) -> None:
    path = grey(tmp_path / "none.png", frames(0))

    assert picture_preparing.look(str(path), LIMITS).notes == ()


@pytest.mark.parametrize(
    ("before", "behind"), [(frames(2) + frame(0), frame(1)), (frames(1), frame(0))], ids=["two", "hidden"]
)
def test_several_frames_or_one_beside_the_picture_are_refused(
    tmp_path: Path, before: bytes, behind: bytes
) -> None:
    path = grey(tmp_path / "moves.png", before, behind)

    with pytest.raises(BadInput) as caught:
        picture_preparing.look(str(path), LIMITS)

    assert caught.value.code == "picture-animated"


def test_an_apples_png_is_said_to_be_that(tmp_path: Path) -> None:
    whole = grey(tmp_path / "grey.png").read_bytes()
    path = tmp_path / "apple.png"
    path.write_bytes(whole[:8] + png.chunk(b"CgBI", bytes(4)) + whole[8:])

    with pytest.raises(BadInput) as caught:
        picture_preparing.look(str(path), LIMITS)

    assert (caught.value.code, caught.value.sentence.values["format"]) == ("picture-format", "PNG (CgBI)")


def test_a_png_in_thousands_of_pieces_is_read_at_once(tmp_path: Path) -> None:
    packed = zlib.compress(
        b"".join(b"\0" + bytes(x * 7 % 256 for x in range(3 * 200)) for _ in range(200)), 0
    )
    whole = png.write_png([[(0, 0, 0)] * 200] * 200, 8, png.RGB)
    header = whole[8:33]
    pieces = b"".join(
        png.chunk(b"IDAT", packed[at : at + 8]) + png.chunk(b"tEXt", b"a\0b")
        for at in range(0, len(packed), 8)
    )
    path = tmp_path / "pieces.png"
    path.write_bytes(whole[:8] + header + pieces + png.chunk(b"IEND", b""))

    assert sent(path, tmp_path / "inputs").getpixel((1, 0)) == (21, 28, 35)
