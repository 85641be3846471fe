"""Pictures as values: what a look at the file tells, and what was prepared for the service."""

from dataclasses import dataclass

FIRST_PICTURE_SUFFIXES = (
    ".png", ".jpg", ".jpeg", ".webp", ".avif", ".bmp", ".gif", ".ico",
    ".jp2", ".j2k", ".jpf", ".jpx", ".tga", ".tif", ".tiff",
)  # fmt: skip
"""Those of PICTURE_SUFFIXES that every version knows."""
PICTURE_SUFFIXES = (
    *FIRST_PICTURE_SUFFIXES, ".jfif", ".jpe", ".pjp", ".pjpeg", ".dib", ".j2c", ".jpc", ".targa",
)  # fmt: skip
"""File endings of pictures that can be read: for dialogs and folders. What a file really is, its bytes
decide.
"""


FILE_BYTES_MOST = 2_000_000_000
"""The largest picture or film sound that is read; a larger file is refused without reading it to the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFacts:
    """A picture file that was looked at and can be sent. `width_px` and `height_px` are upright (EXIF
    orientation applied). `sent_bytes` and `sent_media_type` describe what would be sent. `reencoded` is true
    when the pixels have to be encoded anew for that (turned, CMYK, 16 bit, another colour space, a format
    that the service doesn't take); `notes` says why, in short codes.
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
        """Width divided by height."""
        return self.width_px / self.height_px


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPicture:
    """A picture as it is sent: upright, sRGB, without metadata, kept in the program's own folder under its
    SHA-256.
    """

    sha256: str
    media_type: str
    width_px: int
    height_px: int
    image_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPicture:
    """One input picture of a job: the file that the person chose and, from READY on, what is sent for it."""

    source_path: str
    name: str
    prepared: PreparedPicture | None = None
