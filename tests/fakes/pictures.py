"""Makes small real pictures. Their four corners differ, so that a test can tell which way is up."""

import struct
import zlib
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageDraw

CORNERS = ((255, 0, 0), (0, 160, 0), (0, 0, 255), (255, 220, 0))
"""The colours of the corners of an upright picture: top left, top right, bottom left, bottom right."""

_HOW_TO_STORE = {
    # A picture with this orientation is stored after the inverse transformation, so that it is shown upright.
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
_EXIF_ORIENTATION = 0x0112
_EXIF_MAKE = 0x010F
_EXIF_GPS = 0x8825
GPS_MARK = b"GPSMARK-52.5200N"
"""Text inside the GPS block of a picture that was made with `gps=True`."""


def upright_image(size: tuple[int, int] = (320, 200), mode: str = "RGB") -> Image.Image:
    """Return a grey picture with a coloured square in each corner."""
    width, height = size
    image = Image.new("RGB", size, (128, 128, 128))
    draw = ImageDraw.Draw(image)
    side = max(1, min(width, height) // 3)
    for index, colour in enumerate(CORNERS):
        left = 0 if index % 2 == 0 else width - side
        top = 0 if index < 2 else height - side
        draw.rectangle((left, top, left + side - 1, top + side - 1), fill=colour)
    return image if mode == "RGB" else image.convert(mode)


def make_picture(
    path: Path | str,
    size: tuple[int, int] = (320, 200),
    fmt: str = "PNG",
    *,
    mode: str = "RGB",
    exif_orientation: int = 1,
    gps: bool = False,
    **save_options: Any,
) -> Path:
    """Write a picture with this size when upright; `fmt` is Pillow's name of the format.

    An `exif_orientation` of 2 to 8 stores it turned or mirrored and says so in its EXIF data; `gps` adds a place.
    """
    path = Path(path)
    image = upright_image(size, mode)
    if exif_orientation in _HOW_TO_STORE:
        image = image.transpose(_HOW_TO_STORE[exif_orientation])
    if exif_orientation != 1 or gps:
        exif = Image.Exif()
        exif[_EXIF_ORIENTATION] = exif_orientation
        exif[_EXIF_MAKE] = "Test camera"
        if gps:
            exif.get_ifd(_EXIF_GPS).update({1: "N", 2: (52.0, 31.0, 12.0), 29: GPS_MARK.decode()})
        save_options["exif"] = exif.tobytes()
    image.save(path, format=fmt, **save_options)
    return path


def make_noise(path: Path | str, size: tuple[int, int], fmt: str = "PNG", **save_options: Any) -> Path:
    """Write a picture that hardly compresses: at least about 2 bytes (PNG) or half a byte (JPEG) per pixel."""
    path = Path(path)
    bands = [Image.effect_noise(size, 90) for _ in range(3)]
    Image.merge("RGB", bands).save(path, format=fmt, **save_options)
    return path


def make_big_picture(path: Path | str, file_bytes: int = 48_000_000) -> Path:
    """Write a PNG of about `file_bytes` that can be sent without re-encoding. Takes about a second."""
    side = int((file_bytes / 3) ** 0.5)
    return make_noise(path, (side, side), "PNG", compress_level=0)


def make_animation(path: Path | str, fmt: str = "GIF", size: tuple[int, int] = (64, 48)) -> Path:
    """Write an animation of three frames as GIF, PNG (APNG) or WEBP."""
    path = Path(path)
    frames = [
        upright_image(size).point(lambda value, step=step: (value + 60 * step) % 256) for step in range(3)
    ]
    frames[0].save(path, format=fmt, save_all=True, append_images=frames[1:], duration=100, loop=0)
    return path


def make_png_bomb(path: Path | str, width: int = 50_000, height: int = 50_000) -> Path:
    """Write a tiny PNG that claims to hold a huge picture, and does begin to: with up to a megabyte of zeros."""
    path = Path(path)

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000), 9)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
    return path


def wide_gamut_profile() -> bytes:
    """Return a small RGB profile that isn't sRGB: its description says so, and its red is sRGB's green."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    content = bytearray(profile.tobytes())
    tags = {bytes(content[at : at + 4]): at for at in range(132, 132 + 12 * content[131], 12)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    content[red + 4 : red + 12], content[green + 4 : green + 12] = (
        content[green + 4 : green + 12],
        content[red + 4 : red + 12],
    )
    at = int.from_bytes(content[tags[b"desc"] + 4 : tags[b"desc"] + 8], "big")
    size = int.from_bytes(content[tags[b"desc"] + 8 : tags[b"desc"] + 12], "big")
    text = bytes(content[at : at + size])
    for name in ("sRGB", "s\0R\0G\0B", "\0s\0R\0G\0B"):
        text = text.replace(name.encode(), name.replace("s", "x").encode())
    content[at : at + size] = text
    return bytes(content)
