"""The translations for the command line, without Qt: reads the same file as the window, and the terminal's language."""

import locale
import logging
import sys
from collections.abc import Mapping
from pathlib import Path

_log = logging.getLogger(__name__)

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_MESSAGES = 0x69
# The parts of a message. A byte before each part names it; only _END and _OBSOLETE have no length after it.
_END, _TRANSLATION, _OBSOLETE, _SOURCE, _CONTEXT = 1, 3, 5, 6, 7


def read_translations(path: Path) -> dict[tuple[str, str], str]:
    """Return the texts of a `.qm` file by context and source. Never raises: without a readable file, texts stay English."""
    try:
        data = path.read_bytes()
        return _texts(_messages(data))
    except (OSError, ValueError, IndexError) as error:
        _log.warning("no translations from %s: %s", path, error)
        return {}


def terminal_languages(environ: Mapping[str, str]) -> list[str]:
    """Return the languages that programs in this terminal should speak, the preferred first."""
    named = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG", "")
    if named.partition(".")[0] in ("C", "POSIX"):
        return []  # GNU's programs, too, use LANGUAGE only where a language is set
    names = [*environ.get("LANGUAGE", "").split(":"), named]
    if sys.platform == "win32" and not any(names):
        import ctypes

        names.append(locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), ""))
    return [name for name in names if name]


def _messages(data: bytes) -> bytes:
    if not data.startswith(_MAGIC):
        raise ValueError("not a translation of Qt's")
    at = len(_MAGIC)
    while at < len(data):
        kind, size = data[at], int.from_bytes(data[at + 1 : at + 5], "big")
        at += 5
        if kind == _MESSAGES:
            return data[at : at + size]
        at += size
    return b""


def _texts(messages: bytes) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    parts: dict[int, bytes] = {}
    at = 0
    while at < len(messages):
        kind = messages[at]
        at += 1
        if kind == _END:
            key = parts.get(_CONTEXT, b"").decode(), parts.get(_SOURCE, b"").decode()
            found[key] = parts.get(_TRANSLATION, b"").decode("utf-16-be")
            parts = {}
            continue
        size = 4 if kind == _OBSOLETE else int.from_bytes(messages[at : at + 4], "big")
        at += 0 if kind == _OBSOLETE else 4
        parts.setdefault(kind, messages[at : at + size])  # of several plural forms, the first
        at += size
    return found
