"""JSON answers in the form of the service."""

import json

from starlette.responses import JSONResponse
from typing_extensions import override


class Answer(JSONResponse):
    """A JSON answer in ASCII: half a surrogate pair is legal JSON as an escape, but UTF-8 can't encode it."""

    @override
    def render(self, content: object) -> bytes:
        return json.dumps(content, allow_nan=False, separators=(",", ":")).encode("ascii")
