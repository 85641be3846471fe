"""Standard output and standard error, also if a script has closed them, the disk is full, or their encoding isn't UTF-8."""

import os
from typing import TextIO


class Stream:
    """Writes text and never raises: a closed output must not stop paid work.

    `lost` is True when something couldn't be written, unless only the reader has gone.
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
        """Write a line and flush it. Characters that the encoding doesn't have are written as escapes."""
        self.write(text + "\n")
        self.flush()

    def write(self, text: str) -> int:
        """Write the text, or nothing once an error has closed the stream: a closed pipe must not end a job."""
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
        # Otherwise the text that is still buffered would raise again when the interpreter ends.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
