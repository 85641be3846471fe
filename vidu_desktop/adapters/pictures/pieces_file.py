"""A file that shows only some pieces of another one, so that a decoder reads nothing else of it."""

import io
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import BinaryIO

Piece = bytes | tuple[int, int]
"""Literal bytes, or the half-open range of the file to copy."""


class PiecesFile:
    """The pieces one after the other, as a decoder needs them. Reading moves the place in the file itself."""

    def __init__(self, file: BinaryIO, pieces: Sequence[Piece]) -> None:
        self._file = file
        self._pieces = pieces
        self._begins = [0, *accumulate(stripped_bytes((piece,)) for piece in pieces)]
        self._at = 0

    def tell(self) -> int:
        """Return the place in the pieces together."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to a place in the pieces together; return it."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._begins[-1]}[whence]
        self._at = max(0, base + offset)
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Return the next `size` bytes, fewer only at the end; all that is left with a negative size."""
        left = self._begins[-1] - self._at
        left = left if size < 0 else min(size, left)
        found = []
        while left > 0:
            number = bisect_right(self._begins, self._at) - 1
            content = self._of(self._pieces[number], self._at - self._begins[number], left)
            if not content:
                break
            found.append(content)
            self._at += len(content)
            left -= len(content)
        return b"".join(found)

    def _of(self, piece: Piece, skipped: int, most: int) -> bytes:
        if isinstance(piece, bytes):
            return piece[skipped : skipped + most]
        self._file.seek(piece[0] + skipped)
        return self._file.read(min(most, piece[1] - piece[0] - skipped))


def stripped_bytes(pieces: Sequence[Piece]) -> int:
    """Return how many bytes the pieces have together."""
    return sum(len(piece) if isinstance(piece, bytes) else piece[1] - piece[0] for piece in pieces)
