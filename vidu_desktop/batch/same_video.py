"""Defines when two requests ask for the same video; no other module does.

The names and paths of the pictures don't count, nor do project and shot. Pictures that were read to the end count by their
content (`basis_of`), others by the size and time of their files (`video_of`).
"""

import hashlib
import json

from vidu_desktop.domain.batch import BatchRow
from vidu_desktop.domain.framing import framings_to_texts
from vidu_desktop.domain.request import GenerationRequest

VideoKey = tuple[object, ...]


def asked_of(request: GenerationRequest) -> VideoKey:
    """Return everything but the pictures that decides what the video becomes."""
    options = tuple(sorted(request.options.items()))
    return request.model, request.mode, request.prompt, options, tuple(framings_to_texts(request.framings))


def named_video_of(request: GenerationRequest) -> VideoKey:
    """Return a key that is equal for two requests for the same video that name the same picture files."""
    return *asked_of(request), request.picture_paths


def video_of(row: BatchRow) -> VideoKey | None:
    """Return a key that is equal for two rows that ask for the same video; None for a row that asks for none."""
    if row.request is None:
        return None
    return *asked_of(row.request), tuple([(one.file_bytes, one.mtime_ns) for one in row.pictures])


def basis_of(request: GenerationRequest, *sha256s: str) -> str:
    """Return the digest of everything that a video is made from. `sha256s` are those of the pictures, in their order."""
    made_from = [
        *sha256s,
        request.model,
        request.mode,
        request.prompt,
        sorted(request.options.items()),
        framings_to_texts(request.framings),
    ]
    return hashlib.sha256(json.dumps(made_from).encode("ascii")).hexdigest()[:32]
