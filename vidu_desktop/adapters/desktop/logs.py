"""The log file: small, rotating, without secrets. A failure of the log never makes the program fail."""

import logging
import logging.handlers
import os
import re
from io import TextIOWrapper
from pathlib import Path

from typing_extensions import override

from vidu_desktop.adapters.disk.reading import regular_descriptor

LOG_MOST_BYTES = 1_000_000
LOGS_KEPT = 3
NOISY_LOGGERS = ("httpx", "httpcore", "hpack", "h11", "asyncio", "keyring", "PIL", "uvicorn", "urllib3")
"""They log whole addresses at INFO, and headers at DEBUG."""

GONE = "[…]"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # data: URLs are pictures of several megabytes
    (re.compile(r"data:([\w.+-]+/[\w.+-]+)?(;[\w=.+-]+)*,[\w%+/=\-.~]*", re.IGNORECASE), f"data:{GONE}"),
    # user and password, query and fragment of every address: these hold signatures
    (re.compile(r"\b([a-z][a-z0-9+.-]{1,20}://)[^\s/@\"'<>]+@", re.IGNORECASE), rf"\1{GONE}@"),
    (re.compile(r"\b([a-z][a-z0-9+.-]{1,20}://[^\s?#\"'<>]*)[?#][^\s\"'<>]*", re.IGNORECASE), rf"\1?{GONE}"),
    # a request line holds the address without its host
    (re.compile(r"((?:GET|POST|PUT|HEAD|DELETE)\s+/[^\s?]*)\?\S*"), rf"\1?{GONE}"),
    # headers and fields by their names, in every notation: `a: b`, `'a': 'b'`, (b'a', b'b'), a=b
    (
        re.compile(
            r"((?:proxy-)?authorization|x-api-key|api[_-]?key|access[_-]?token|secret|password|cookie)"
            r"((?:b?[\"'])?\s*[:=,]\s*(?:b?[\"'])?)(?:(?:bearer|basic)\s+)?[^\s\"',;)}\]]+",
            re.IGNORECASE,
        ),
        rf"\1\2{GONE}",
    ),
    (re.compile(r"\b(bearer|basic)\s+[\w.~+/=-]{6,}", re.IGNORECASE), rf"\1 {GONE}"),
    # keys by their form: the service's `id.secret`, and `sk-…`
    (re.compile(r"\b[0-9a-fA-F]{24,}\.[A-Za-z0-9]{8,}\b"), GONE),
    (re.compile(r"\bsk-[\w-]{12,}"), GONE),
)


def redact(text: str) -> str:
    """Return `text` without anything that may be secret: keys, credentials, signed parts of addresses, embedded pictures."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


class RedactingFormatter(logging.Formatter):
    """Redacts the finished line, so that arguments and tracebacks are redacted too.

    `hide` adds a text that must never appear, whatever it looks like: the key itself.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._hidden: set[str] = set()

    def hide(self, secret: str) -> None:
        if secret:
            self._hidden.add(secret)

    @override
    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        for secret in self._hidden:
            text = text.replace(secret, GONE)
        return redact(text)

    @override
    def __repr__(self) -> str:
        return "RedactingFormatter()"


class QuietRotatingHandler(logging.handlers.RotatingFileHandler):
    """A rotating log file that only its owner can read. Where the disk is full, or something that isn't a regular file is in
    its place, lines are lost but nothing else happens.
    """

    @override
    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = regular_descriptor(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        return open(descriptor, "a", encoding="utf-8", errors="backslashreplace")  # noqa: PTH123 - the descriptor set the mode

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Do nothing: standard error may be gone too, and nobody who reads it could help."""

    @override
    def close(self) -> None:
        try:
            super().close()
        except OSError:
            self.stream = None  # the rest couldn't be flushed: the disk is full


class Logs:
    """Sets up the program's log; `close` restores logging as it was."""

    def __init__(self, log_path: Path, level: int = logging.INFO) -> None:
        self._formatter = RedactingFormatter()
        self._handler = QuietRotatingHandler(
            log_path, maxBytes=LOG_MOST_BYTES, backupCount=LOGS_KEPT, encoding="utf-8", delay=True
        )
        self._handler.setFormatter(self._formatter)
        self._root = logging.getLogger()
        self._old_level = self._root.level
        self._root.addHandler(self._handler)
        self._root.setLevel(level)
        self._old_levels = {name: logging.getLogger(name).level for name in NOISY_LOGGERS}
        for name in NOISY_LOGGERS:
            logging.getLogger(name).setLevel(logging.WARNING)

    def hide(self, secret: str) -> None:
        """Keep this text out of the log, whatever it looks like."""
        self._formatter.hide(secret)

    def close(self) -> None:
        """Restore logging as it was before. May be repeated."""
        self._root.removeHandler(self._handler)
        self._handler.close()
        self._root.setLevel(self._old_level)
        for name, level in self._old_levels.items():
            logging.getLogger(name).setLevel(level)
