"""What makes a video the same one, whatever asks for it: the only place that says so.

Neither the names and places of its pictures are of it, nor where it belongs in the library. Where the pictures were read to
the end, it is known by what they hold (`basis_of`), else by how their files look (`video_of`).
"""

import hashlib
import json

from vidu_desktop.domain.batch import BatchRow
from vidu_desktop.domain.framing import framings_to_texts
from vidu_desktop.domain.request import GenerationRequest

VideoKey = tuple[object, ...]


def asked_of(request: GenerationRequest) -> VideoKey:
    """Return everything that decides what a video becomes, but its pictures."""
    options = tuple(sorted(request.options.items()))
    return request.model, request.mode, request.prompt, options, tuple(framings_to_texts(request.framings))


def video_of(row: BatchRow) -> VideoKey | None:
    """Return what is the same of two rows that ask for the same video; None for a row that asks for none."""
    if row.request is None:
        return None
    return *asked_of(row.request), tuple([(one.file_bytes, one.mtime_ns) for one in row.pictures])


def basis_of(request: GenerationRequest, *sha256s: str) -> str:
    """Return the digest of everything that a video is made from; the pictures by their content, in their order."""
    made_from = [
        *sha256s,
        request.model,
        request.mode,
        request.prompt,
        sorted(request.options.items()),
        framings_to_texts(request.framings),
    ]
    return hashlib.sha256(json.dumps(made_from).encode("ascii")).hexdigest()[:32]
