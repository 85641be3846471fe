"""Pictures as values: what is known of one after a look, and after it was prepared for the service."""

from dataclasses import dataclass

PICTURE_SUFFIXES = (
    ".png", ".jpg", ".jpeg", ".webp", ".avif", ".bmp", ".gif", ".ico",
    ".jp2", ".j2k", ".jpf", ".jpx", ".tga", ".tif", ".tiff",
)  # fmt: skip
"""How files end that may be pictures we read: for dialogs and folders. What a file is, its bytes say."""


FILE_BYTES_MOST = 2_000_000_000
"""Of a picture, and of a sound beneath a film: what is longer is none, and isn't read to its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFacts:
    """A file that was looked at and is a picture we can send.

    `width_px` and `height_px` are upright (EXIF turning applied). `sent_bytes` and `sent_media_type` say what
    would go to the service; `reencoded` is true when the pixels have to be written anew for that (turned, CMYK,
    16 bit, another colour space, a format that the service doesn't take), and `notes` says why, as short codes.
    """

    path: str
    name: str
    width_px: int
    height_px: int
    file_bytes: int
    media_type: str
    reencoded: bool = False
    notes: tuple[str, ...] = ()

    @property
    def ratio(self) -> float:
        """Width over height."""
        return self.width_px / self.height_px


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPicture:
    """A picture as it is sent: upright, sRGB, without metadata, copied into our keeping under its SHA-256."""

    sha256: str
    media_type: str
    width_px: int
    height_px: int
    image_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPicture:
    """One input of a job: where the person took it from, and, from READY on, what is sent for it."""

    source_path: str
    name: str
    prepared: PreparedPicture | None = None
