"""The body of a paid order: JSON with pictures, which are read and encoded in base64 while they are sent, and never held
whole in memory.

`json=` with 50 MB takes 1 s and 194 MB, and blocks the interface for 966 ms. Here, pieces of about 200 kB are read and
encoded in a worker thread. The same order gives the same bytes each time.
"""

import asyncio
import binascii
import json
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from io import FileIO
from pathlib import Path
from typing import Self

from vidu_desktop.adapters.net.exhausted import is_exhausted
from vidu_desktop.domain.catalogue import offer_for
from vidu_desktop.domain.options import KINDS, OptionKey
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.ports import Order
from vidu_desktop.errors import BadInput, Sentence

PIECE_BYTES = 3 * 65_536
"""A multiple of 3, so that the base64 of the pieces can be joined."""
_PICTURES_HERE = "\0pictures\0"


class OrderBody:
    """One order as bytes, which can be streamed once. `total_bytes` is exact; `sent_bytes` is the number handed over so far.

    It is a context manager: the files are open from `open` to the end. So a missing file is noticed before a byte is sent,
    and a file that is deleted meanwhile is still read completely.
    """

    def __init__(self, segments: Sequence[bytes | FileIO], total_bytes: int, files: ExitStack) -> None:
        self._segments = segments
        self._files = files
        self.total_bytes = total_bytes
        self.sent_bytes = 0

    @classmethod
    def open(cls, order: Order) -> Self:
        """Open the pictures and count the bytes. Blocks on the disk. Raises BadInput when a prepared file can't be
        read, OSError where this computer has no open file left.
        """
        before, after = _frame_of(order)
        segments: list[bytes | FileIO] = [before]
        total_bytes = len(before) + len(after)
        with ExitStack() as files:
            for index, (path, media_type) in enumerate(order.pictures):
                opening = b'%s"data:%s;base64,' % (b"," if index else b"", media_type.encode("ascii"))
                picture, picture_bytes = _open_picture(path, files)
                segments += [opening, picture, b'"']
                total_bytes += len(opening) + (picture_bytes + 2) // 3 * 4 + 1
            return cls([*segments, after], total_bytes, files.pop_all())
        raise AssertionError("unreachable: ExitStack suppresses nothing")

    @property
    def complete(self) -> bool:
        """Whether all bytes were handed over; before that, nobody can have read a whole order."""
        return self.sent_bytes == self.total_bytes

    def close(self) -> None:
        self._files.close()

    async def stream(self, workers: Executor, on_sent: Callable[[int, int], None]) -> AsyncIterator[bytes]:
        """Yield the body piece by piece. `on_sent` is called with `sent_bytes` and `total_bytes` when a piece of a picture
        has been sent, before the next piece is made, and at the end.
        """
        loop = asyncio.get_running_loop()
        for segment in self._segments:
            if isinstance(segment, bytes):
                self.sent_bytes += len(segment)
                yield segment
                continue
            await loop.run_in_executor(workers, segment.seek, 0)
            while piece := await loop.run_in_executor(workers, _encoded_piece, segment):
                self.sent_bytes += len(piece)
                yield piece
                on_sent(self.sent_bytes, self.total_bytes)
        on_sent(self.sent_bytes, self.total_bytes)


def _encoded_piece(picture: FileIO) -> bytes:
    piece = b""
    # A read may be short before the end of the file, but a piece in the middle must be full for its base64.
    while len(piece) < PIECE_BYTES and (more := picture.read(PIECE_BYTES - len(piece))):
        piece = piece + more if piece else more
    return binascii.b2a_base64(piece, newline=False)


def _open_picture(path: Path, files: ExitStack) -> tuple[FileIO, int]:
    try:
        picture = files.enter_context(FileIO(path))
        return picture, picture.seek(0, 2)
    except OSError as error:
        if is_exhausted(error):
            raise
        template = QT_TRANSLATE_NOOP(
            "service",
            "The prepared picture of this order can't be read. Nothing was sent. Add the picture again.",
        )
        raise BadInput("picture-gone", Sentence(template)) from error


def _frame_of(order: Order) -> tuple[bytes, bytes]:
    """Return the JSON before and after the pictures. Every option is written out, even where it has the service's default."""
    request = order.request
    offer = offer_for(request.model, request.mode)
    as_list = offer.mode_spec.pictures_as_list if offer else len(order.pictures) != 1
    fields: dict[str, object] = {
        "model": request.model,
        "prompt": request.prompt,
        "image_url": [_PICTURES_HERE] if as_list else _PICTURES_HERE,
    }
    asked = request.options if offer is None else {**offer.defaults, **request.options}
    for key, value in asked.items():
        if key in KINDS and (offer is None or offer.option(key) is not None):
            fields[KINDS[OptionKey(key)].wire_name] = value
    fields["request_id"] = order.request_id
    if not order.pictures:
        del fields["image_url"]
    # ASCII only, so that a prompt with a lone surrogate can be encoded.
    text = json.dumps(fields, separators=(",", ":"))
    before, _, after = text.rpartition(json.dumps(_PICTURES_HERE)) if order.pictures else (text, "", "")
    return before.encode("ascii"), after.encode("ascii")
