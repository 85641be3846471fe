"""Passes the API key from the key store to the header; it never gets into a repr, a log, an exception text or a file."""

from collections.abc import Callable

from typing_extensions import override

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import KeyTrouble, Sentence

_REDACTED = b"[key]"
# Keys look like `id.secret`; replacing a shorter part would hide innocent text.
_SHORTEST_PART_BYTES = 8


class KeySource:
    """Gets the key for each request, so that a changed key counts at once."""

    def __init__(self, source: str | Callable[[], str | None]) -> None:
        self._source: Callable[[], str | None] = source if callable(source) else lambda: source

    @override
    def __repr__(self) -> str:
        """Hide the key."""
        return "KeySource(hidden)"

    def reveal(self) -> str:
        """Return the key. Raises KeyTrouble when there is none, or when it can't be put in a header."""
        key = (self._source() or "").strip()
        if not key:
            template = QT_TRANSLATE_NOOP(
                "service", "There is no key yet. Add it in the settings; rehearsals work without one."
            )
            raise KeyTrouble("no-key", Sentence(template))
        if not (key.isascii() and key.isprintable()) or " " in key:
            template = QT_TRANSLATE_NOOP(
                "service", "The key has characters that no key has. Copy it again from the service's site."
            )
            raise KeyTrouble("key-malformed", Sentence(template))
        return key


def without_key(body: bytes, key: str) -> bytes:
    """Return an answer with the key, and its secret part, replaced wherever the answer repeats them."""
    for part in (key, key.rpartition(".")[2]):
        if len(part) >= _SHORTEST_PART_BYTES:
            body = body.replace(part.encode(), _REDACTED)
    return body
