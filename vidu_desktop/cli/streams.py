"""Standard output and standard error as they are in scripts: closed, full, or of another encoding."""

import os
from typing import TextIO


class Stream:
    """Writes text and never raises: a closed output must not stop paid work.

    `lost` says that something couldn't be written for another reason than that the reader has gone.
    """

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self.lost = False

    @property
    def encoding(self) -> str:
        return (self._stream and self._stream.encoding) or "utf-8"

    def isatty(self) -> bool:
        return self._stream is not None and self._stream.isatty()

    def line(self, text: str) -> None:
        """Write a line and flush it. What the encoding doesn't have is written as escapes."""
        self.write(text + "\n")
        self.flush()

    def write(self, text: str) -> int:
        """Write as far as anybody listens: a pipe that was closed ends no job."""
        if self._stream is not None:
            known = text.encode(self.encoding, "backslashreplace").decode(self.encoding)
            try:
                self._stream.write(known)
            except OSError as error:
                self._give_up(self._stream, error)
        return len(text)

    def flush(self) -> None:
        if self._stream is not None:
            try:
                self._stream.flush()
            except OSError as error:
                self._give_up(self._stream, error)

    def _give_up(self, stream: TextIO, error: OSError) -> None:
        self._stream = None
        self.lost = not isinstance(error, BrokenPipeError)
        # What is still buffered would raise once more when the interpreter ends.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
