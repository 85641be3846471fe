"""JSON as the service answers it."""

import json

from starlette.responses import JSONResponse
from typing_extensions import override


class Answer(JSONResponse):
    """ASCII: half a surrogate pair is legal JSON when it is escaped, and UTF-8 can't write it."""

    @override
    def render(self, content: object) -> bytes:
        return json.dumps(content, allow_nan=False, separators=(",", ":")).encode("ascii")
