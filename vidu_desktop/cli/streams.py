"""Standard output and standard error, also if a script has closed them, the disk is full, or their encoding isn't UTF-8."""

import codecs
import os
from typing import TextIO

_AS_BYTES = "vidu-desktop.as-bytes"


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
        """Write a line and flush it. Characters that the encoding doesn't have are written as escapes; scripts get the bytes of
        file names as they are.
        """
        self.write(text + "\n")
        self.flush()

    def write(self, text: str) -> int:
        """Write the text, or nothing once an error has closed the stream: a closed pipe must not end a job."""
        if self._stream is not None:
            try:
                self._write(self._stream, text)
            except OSError as error:
                self._give_up(self._stream, error)
        return len(text)

    def _write(self, stream: TextIO, text: str) -> None:
        known = text.encode(self.encoding, "backslashreplace").decode(self.encoding)
        raw = getattr(stream, "buffer", None)
        # A terminal takes some bytes for commands.
        if raw is None or self.isatty() or not any("\udc80" <= one <= "\udcff" for one in text):
            stream.write(known)
            return
        stream.flush()
        raw.write(text.replace("\n", os.linesep).encode(self.encoding, _AS_BYTES))

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


def _as_bytes(error: UnicodeError) -> tuple[str | bytes, int]:
    """Encode what stands for a byte of a file name as that byte, and anything else as an escape."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    one = ord(error.object[error.start])
    if 0xDC80 <= one <= 0xDCFF:
        return bytes([one - 0xDC00]), error.start + 1
    return codecs.backslashreplace_errors(
        UnicodeEncodeError(error.encoding, error.object, error.start, error.start + 1, error.reason)
    )


codecs.register_error(_AS_BYTES, _as_bytes)
