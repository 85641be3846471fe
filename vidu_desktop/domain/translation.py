"""Words on their way out: marked for the translators without needing Qt (`lupdate` knows the function's name), and
made harmless for what reads them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import reduce

from vidu_desktop.errors import Sentence, Value

SENTENCE_CONTEXTS: tuple[str, ...] = (
    "batch",
    "board",
    "command line",
    "disk",
    "download",
    "engine",
    "fidelity",
    "key",
    "library",
    "lists",
    "options",
    "pictures",
    "proxy",
    "records",
    "rehearsal",
    "releases",
    "review",
    "rules",
    "service",
    "session",
    "settings",
    "shelf",
    "states",
    "storage",
    "trash",
    "undo",
    "videos",
)
"""Where the translations of sentences are looked up: every first argument of QT_TRANSLATE_NOOP outside ui."""
_OWN_WORDS = frozenset({"option"})
"""Places whose values are words of ours, looked up as sentences are; all other values are data."""

_LINE_ENDS = re.compile(r"[\r\n]+")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""All but tab and line feed, and what turns the direction of the text around."""
_FORMULA_SIGNS = frozenset("=+-@")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - the name that lupdate looks for
    """Return `text` back unchanged; where it is shown, it is looked up under `context`."""
    return text


LIST = QT_TRANSLATE_NOOP("lists", "{first}, {second}")
LOOSE_LIST = QT_TRANSLATE_NOOP("lists", "{first}; {second}")
"""Of parts that have commas in them."""
SENTENCES = QT_TRANSLATE_NOOP("lists", "{first}. {second}")
"""Of parts without their full stops, read aloud behind each other."""
RUN_ON = QT_TRANSLATE_NOOP("lists", "{first} {second}")
"""Of whole sentences with their full stops."""
QUOTED = QT_TRANSLATE_NOOP("lists", "“{text}”")
PAIR = QT_TRANSLATE_NOOP("lists", "{name}: {value}")
"""What something is called, and what it is."""


def translated(sentence: Sentence, look_up: Callable[[str, str], str]) -> str:
    """Return a sentence in the language of `look_up`, which takes context and text and returns the text itself for one
    that it doesn't know; in English where there is no translation, or a broken one.
    """
    template = _found(sentence.template, look_up)

    def said(name: str, value: Value) -> str | int | float:
        if isinstance(value, Sentence):
            return translated(value, look_up)
        if isinstance(value, tuple):
            return listed(value, look_up)
        return _found(str(value), look_up) if name in _OWN_WORDS else value

    values = {name: said(name, value) for name, value in sentence.values.items()}
    try:
        return template.format_map(values)
    except (KeyError, IndexError, ValueError):
        return str(sentence)  # a translator's slip in the braces must not hide what has happened


def listed(parts: Iterable[str], look_up: Callable[[str, str], str], pattern: str = LIST) -> str:
    """Return parts behind each other as the language of `look_up` writes them; by another `pattern`, lines or sentences."""
    said = list(parts)
    return reduce(lambda first, second: _joined(pattern, first, second, look_up), said[1:], "".join(said[:1]))


def _joined(pattern: str, first: str, second: str, look_up: Callable[[str, str], str]) -> str:
    try:
        return look_up("lists", pattern).format(first=first, second=second)
    except (KeyError, IndexError, ValueError):
        return pattern.format(first=first, second=second)


def _found(text: str, look_up: Callable[[str, str], str]) -> str:
    found = (look_up(context, text) for context in SENTENCE_CONTEXTS)
    return next((words for words in found if words not in ("", text)), text)


def without_controls(text: str) -> str:
    """Return a text without what commands a terminal: no colours, bells, titles, or reversed words."""
    return text if text.isprintable() else _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def on_one_line(text: str) -> str:
    """Return the same on one line."""
    return without_controls(" ".join(text.split()))


def with_values_on_one_line(sentence: Sentence) -> Sentence:
    """Return a sentence none of whose values begins a line: a file's name can't pass for one of ours."""
    return Sentence(
        sentence.template, {name: _value_on_one_line(value) for name, value in sentence.values.items()}
    )


def _value_on_one_line(value: Value) -> Value:
    if isinstance(value, Sentence):
        return with_values_on_one_line(value)
    if isinstance(value, tuple):
        return tuple(_LINE_ENDS.sub("\N{REPLACEMENT CHARACTER}", one) for one in value)
    return _LINE_ENDS.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value


def plain_cell(text: str) -> str:
    """Return a cell that a spreadsheet shows and doesn't calculate: an apostrophe stands before a formula.

    Spreadsheets take full-width signs for the narrow ones, and pass over what can't be seen in front of them.
    """
    shown = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text.encode("utf-8", "replace").decode("utf-8"))
    if _NUMBER.fullmatch(text):
        return text
    begin = next((char for char in shown if not _unseen(char)), "")
    risky = unicodedata.normalize("NFKC", begin)[:1] in _FORMULA_SIGNS if begin else False
    return f"'{shown}" if risky or shown[:1] in ("\t", "\n") or text[:1] == "\r" else shown


def _unseen(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) == "Cf"
