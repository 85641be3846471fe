"""Texts for people: marked for translation without Qt (`lupdate` knows the function's name), and made
harmless for terminals and spreadsheets. What people type, paste or pass on is cleaned by the same rules.
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
"""The translation contexts of sentences: every first argument of QT_TRANSLATE_NOOP outside ui."""
_OWN_WORDS = frozenset({"option"})
"""Placeholders whose values are our own words and are translated like sentences; all other values are data."""

_LINE_ENDS = re.compile(r"[\r\n]+")
_TYPED_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_COMMANDS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)
"""Control characters but tabs and ends of lines, what turns the direction of text around, halves of surrogate pairs, and
what Unicode says is no character; and letters that nobody sees, except within the flags that are written with them. Marks of
direction and joiners stay: Arabic, Persian and emoji are written with them.
"""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters other than tab and line feed, and characters that turn the direction of text."""
_FORMULA_SIGNS = frozenset("=+-@")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - the name that lupdate looks for
    """Return `text` unchanged; it is translated under `context` where it is shown."""
    return text


LIST = QT_TRANSLATE_NOOP("lists", "{first}, {second}")
LOOSE_LIST = QT_TRANSLATE_NOOP("lists", "{first}; {second}")
"""For parts with commas in them."""
SENTENCES = QT_TRANSLATE_NOOP("lists", "{first}. {second}")
"""For parts without full stops that a screen reader reads one after the other."""
RUN_ON = QT_TRANSLATE_NOOP("lists", "{first} {second}")
"""For whole sentences with their full stops."""
QUOTED = QT_TRANSLATE_NOOP("lists", "“{text}”")
PAIR = QT_TRANSLATE_NOOP("lists", "{name}: {value}")
"""For a name and what it is."""


def translated(sentence: Sentence, look_up: Callable[[str, str], str]) -> str:
    """Return a sentence in the language of `look_up`, which takes context and text and returns the text
    itself when it has no translation. A missing or broken translation gives English.
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
        return str(sentence)  # a translator's mistake in the braces must not hide what happened


def listed(parts: Iterable[str], look_up: Callable[[str, str], str], pattern: str = LIST) -> str:
    """Join parts in the way of `look_up`'s language; `pattern` chooses commas, lines or sentences."""
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


def has_commands(text: str) -> bool:
    """Whether a text that comes in holds what commands whatever shows it, and no text needs: escape codes, bells, reversed words."""
    return not text.isprintable() and _COMMANDS.search(text) is not None


def cleaned(text: str) -> str:
    """Return a text without them; every kind of line's end is a line feed."""
    return text if text.isprintable() else _COMMANDS.sub("", _TYPED_LINE_ENDS.sub("\n", text))


def cleaned_line(text: str) -> str:
    """Return a name on one line without them, and without spaces around it or doubled ones."""
    plain = text if text.isprintable() else _COMMANDS.sub(" ", text)
    return " ".join(plain.split())


def without_controls(text: str) -> str:
    """Return a text without the characters that control a terminal: no colours, bells, titles or reversed words."""
    return text if text.isprintable() else _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def on_one_line(text: str) -> str:
    """Return such a text on one line."""
    return without_controls(" ".join(text.split()))


def with_values_on_one_line(sentence: Sentence) -> Sentence:
    """Return a sentence with each value on one line, so that a file's name can't pass for a line of ours."""
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
    """Return a cell that spreadsheets show and never calculate: a formula gets an apostrophe in front.
    Spreadsheets read full-width signs like narrow ones, and skip invisible characters in front of them.
    """
    shown = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text.encode("utf-8", "replace").decode("utf-8"))
    if _NUMBER.fullmatch(text):
        return text
    begin = next((char for char in shown if not _unseen(char)), "")
    risky = unicodedata.normalize("NFKC", begin)[:1] in _FORMULA_SIGNS if begin else False
    return f"'{shown}" if risky or shown[:1] in ("\t", "\n") or text[:1] == "\r" else shown


def _unseen(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) == "Cf"
