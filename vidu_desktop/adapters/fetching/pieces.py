"""Reads the bytes of an answer's body as fast as Python can.

httpx passes a body on in pieces of 64 kB through a dozen generators and a parser, which takes 3 to 4 times as long as curl on
loopback. Where the length is known, nothing is left to parse after the headers, so the rest is read from the connection
itself, which httpx offers as the `network_stream` extension. This also shows bytes after the promised end, which the parser
would hide.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vidu_desktop.adapters.fetching.replies import body_bytes

if TYPE_CHECKING:
    import httpx

PIECE_BYTES = 1 << 18


def pieces_of(response: "httpx.Response", read_timeout_s: float) -> Iterator[bytes]:
    """Yield the body, also what comes behind the promised end. Raises the errors of httpx and httpcore, also when the body is
    cut.
    """
    import httpx

    parsed = response.iter_raw()
    rest_bytes = body_bytes(response.headers)
    stream = response.extensions.get("network_stream")
    if rest_bytes is None or stream is None:
        yield from parsed
        return
    # The first piece contains everything that came together with the headers; the parser holds nothing back
    # after it.
    first = next(parsed, b"")
    yield first
    rest_bytes -= len(first)
    while rest_bytes > 0:
        piece = stream.read(PIECE_BYTES, timeout=read_timeout_s)
        if not piece:
            raise httpx.RemoteProtocolError("the connection ended before the body did")
        rest_bytes -= len(piece)
        yield piece
    while rest_bytes < 0 and (piece := stream.read(PIECE_BYTES, timeout=read_timeout_s)):
        yield piece
