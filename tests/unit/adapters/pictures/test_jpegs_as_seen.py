"""JPEGs whose segments say a thing several times, at an unusual place or in parts, and those whose pixels are coded in a way
that few programs read. What they show is what Chromium 156 shows of the same bytes.
"""

import base64
import struct
from collections.abc import Sequence
from pathlib import Path

import pytest
from fakes.pictures import make_picture
from PIL import Image

from vidu_desktop.adapters.pictures import light, picture_preparing
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.errors import BadInput

LIMITS = specs_for_mode(Mode.IMAGE)[0].picture_limits
LINEAR = light.profile(light.PRIMARIES[1], 1.0)
OTHER = light.profile(light.PRIMARIES[1], 2.8)
AS_IT_IS, AS_LIGHT = 55, 128
"""What a grey of 55 looks like without a profile, and as linear light."""
ARITHMETIC = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQ"
    "ERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU"
    "FBQUFBQUFBQUFBQUFBT/yQARCAAQABADASIAAhEBAxEB/8wACgAQEAUBEBEF/9oADAMBAAIRAxEAPwD/ACvZ0fLvqv/Z"
)
"""16 × 16 pixels of one orange, arithmetically coded; Pillow reads such pictures and can't write them."""


def part(number: int, count: int, body: bytes) -> bytes:
    content = b"ICC_PROFILE\0" + bytes((number, count)) + body
    return b"\xff\xe2" + struct.pack(">H", len(content) + 2) + content


def grey(path: Path, parts: Sequence[bytes], before: bytes = b"\xff\xe0") -> Path:
    """Write a JPEG of one grey with these segments in front of its first segment `before`."""
    Image.new("RGB", (16, 16), (AS_IT_IS,) * 3).save(path, "JPEG", quality=95)
    content = path.read_bytes()
    at = content.index(before)
    path.write_bytes(content[:at] + b"".join(parts) + content[at:])
    return path


def sent(path: Path, inputs_dir: Path) -> Image.Image:
    made = picture_preparing.prepare(str(path), LIMITS, str(inputs_dir))
    with Image.open(picture_preparing.prepared_file(inputs_dir, made.sha256, made.media_type)) as image:
        image.load()
        return image


THIRDS = [part(number, 3, LINEAR[(number - 1) * 3000 : number * 3000]) for number in (1, 2)] + [
    part(3, 3, LINEAR[6000:])
]


@pytest.mark.parametrize(
    ("parts", "seen"),
    [
        ([part(1, 1, LINEAR)], AS_LIGHT),
        (THIRDS, AS_LIGHT),
        ([THIRDS[2], THIRDS[0], THIRDS[1]], AS_LIGHT),
        (THIRDS[:2], AS_IT_IS),
        ([THIRDS[0], *THIRDS], AS_IT_IS),
        ([part(1, 2, LINEAR)], AS_IT_IS),
        ([part(0, 0, LINEAR)], AS_IT_IS),
        ([part(1, 1, LINEAR), part(1, 1, OTHER)], AS_LIGHT),
        ([part(1, 1, LINEAR), THIRDS[1]], AS_LIGHT),
    ],
)
def test_a_profile_in_parts_counts_where_it_is_whole_and_the_first_one_is_taken(
    tmp_path: Path, parts: list[bytes], seen: int
) -> None:
    path = grey(tmp_path / "grey.jpg", parts)

    assert abs(sent(path, tmp_path / "inputs").convert("L").getpixel((4, 4)) - seen) <= 3


@pytest.mark.parametrize(
    ("before", "seen"), [(b"\xff\xc0", AS_LIGHT), (b"\xff\xda", AS_LIGHT), (b"\xff\xd9", AS_IT_IS)]
)
def test_a_profile_counts_up_to_the_pixels(tmp_path: Path, before: bytes, seen: int) -> None:
    path = grey(tmp_path / "grey.jpg", [part(1, 1, LINEAR)], before)

    assert ("colour-space" in picture_preparing.look(str(path), LIMITS).notes) == (seen == AS_LIGHT)
    assert abs(sent(path, tmp_path / "inputs").convert("L").getpixel((4, 4)) - seen) <= 3


def test_arithmetic_coding_which_browsers_cannot_read_is_not_sent(tmp_path: Path) -> None:
    path = tmp_path / "arithmetic.jpg"
    path.write_bytes(ARITHMETIC)

    assert picture_preparing.look(str(path), LIMITS).notes == ("format",)
    image = sent(path, tmp_path / "inputs")

    content = Path(str(image.filename)).read_bytes()  # type: ignore[attr-defined]
    assert b"\xff\xc0" in content
    assert b"\xff\xc9" not in content
    assert all(
        abs(one - other) <= 4 for one, other in zip(image.getpixel((8, 8)), (200, 90, 40), strict=True)
    )


@pytest.mark.parametrize(
    ("marker", "depth", "name"),
    [
        (0xC3, 8, "JPEG Lossless"),
        (0xC5, 8, "JPEG Hierarchical"),
        (0xCB, 8, "JPEG Lossless"),
        (0xF7, 8, "JPEG-LS"),
        (0xC1, 12, "JPEG 12-bit"),
    ],
)
def test_a_jpeg_whose_coding_nothing_here_reads_is_said_to_be_that(
    tmp_path: Path, marker: int, depth: int, name: str
) -> None:
    path = make_picture(tmp_path / "rare.jpg", fmt="JPEG")
    content = bytearray(path.read_bytes())
    at = content.index(b"\xff\xc0")
    content[at + 1], content[at + 4] = marker, depth
    path.write_bytes(content)

    with pytest.raises(BadInput) as caught:
        picture_preparing.look(str(path), LIMITS)

    assert (caught.value.code, caught.value.sentence.values["format"]) == ("picture-format", name)
