"""Mentions of shelf items in a prompt: `@Fox` stands for the item's words and pictures. Pure."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from vidu_desktop.domain.request import Problem, Remedy
from vidu_desktop.domain.shelf import ShelfItem
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence

SIGNS = "@\uff20"
"""The signs that begin a mention; Chinese and Japanese keyboards type the second."""
_WIDE = "\u2e80"
"""From this code point on, scripts don't put blanks between words."""
_WITHOUT_BLANKS = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"))
"""Thai and Lao, Burmese, and Khmer, which don't, either."""
_JOINERS = str.maketrans("\u200c\u200d", "  ")
"""Characters without width inside a word, as in Persian; a name on the shelf has a blank there."""
UNKNOWN_CODE = "shelf-unknown"
_SIGN = re.compile(f"[{SIGNS}]")
_WORD_MOST_CHARS = 40
_SHOWN_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """A resolved prompt: `text` is what is sent, `items` are those that it mentions, in the order of the
    text, and `unknown` are names that aren't on the shelf.
    """

    text: str
    items: tuple[ShelfItem, ...] = ()
    unknown: tuple[str, ...] = ()


def resolved(prompt: str, shelf: Collection[ShelfItem]) -> Mentions:
    """Replace mentions by names and words: the first `Fox (a red fox)`, later ones `Fox`. The longest
    matching name counts, letter case aside. `@@` is a plain `@`; an `@` inside a word, as in an e-mail
    address, or before a blank stays as it is; right behind a mention it begins another one. A prompt with a
    mention is returned with composed accents, as names have them.
    """
    if _SIGN.search(prompt) is None:
        return Mentions(text=prompt)
    prompt = unicodedata.normalize("NFC", prompt)
    by_length = sorted(shelf, key=lambda item: len(item.name), reverse=True)
    said: list[str] = []
    named: dict[str, ShelfItem] = {}
    unknown: dict[str, None] = {}
    at = named_until = 0
    while (sign := _SIGN.search(prompt, at)) is not None:
        begin, behind = sign.start(), sign.end()
        said.append(prompt[at:begin])
        at = behind
        if prompt[behind : behind + 1] == sign[0]:
            said.append(sign[0])
            at = behind + 1
        elif begin > named_until and _joined(prompt[begin - 1], "a"):
            said.append(sign[0])
        elif (found := _at(prompt, behind, by_length)) is not None:
            item, at = found
            named_until = at
            first = item.key not in named
            named[item.key] = item
            said.append(f"{item.name} ({item.words})" if first and item.words else item.name)
        else:
            said.append(sign[0])
            if word := _word_at(prompt, behind):
                unknown[word] = None
    said.append(prompt[at:])
    return Mentions(text="".join(said), items=tuple(named.values()), unknown=tuple(unknown))


def _at(prompt: str, begin: int, by_length: Sequence[ShelfItem]) -> tuple[ShelfItem, int] | None:
    """Return the item that is named from `begin` on, and where its name ends."""
    most = max((len(item.key) for item in by_length), default=0)  # without letter case, no text gets shorter
    plain = prompt.translate(_JOINERS)
    ends = {plain[begin:end].casefold(): end for end in range(begin + 1, min(len(prompt), begin + most) + 1)}
    for item in by_length:
        end = ends.get(item.key)
        if end is not None and (end == len(prompt) or not _joined(prompt[end - 1], prompt[end])):
            return item, end
    return None


def _joined(one: str, other: str) -> bool:
    """Whether two neighbouring characters belong to the same word, as far as can be told."""
    if _is_mark(other) or _is_joiner(other):
        return True
    return all(_in_word(char) and _has_blanks(char) for char in (one, other))


def _word_at(prompt: str, begin: int) -> str:
    """Return what somebody wrote as a name; empty where no word begins."""
    end = begin
    while end < min(len(prompt), begin + _WORD_MOST_CHARS) and (
        _in_word(prompt[end]) or _is_joiner(prompt[end]) or prompt[end] == "-"
    ):
        end += 1
    return prompt[begin:end].strip("\u200c\u200d")


def _has_blanks(char: str) -> bool:
    """Whether a character's script puts blanks between words."""
    return char < _WIDE and not any(first <= char <= last for first, last in _WITHOUT_BLANKS)


def _is_joiner(char: str) -> bool:
    return ord(char) in _JOINERS


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_" or _is_mark(char)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def check_mentions(
    mentions: Mentions, *, pictures_wanted: bool, picture_hashes: Collection[str]
) -> list[Problem]:
    """List unknown names and, in a mode that takes pictures of subjects, items without a picture in the
    request.
    """
    problems = []
    if mentions.unknown:
        names = tuple(f"@{name}" for name in mentions.unknown[:_SHOWN_MOST])
        problems.append(
            Problem(code=UNKNOWN_CODE, place="prompt", sentence=Sentence(_UNKNOWN, {"names": names}))
        )
    absent = missing_from(mentions, picture_hashes) if pictures_wanted else ()
    if absent:
        names = tuple(item.name for item in absent[:_SHOWN_MOST])
        problems.append(
            Problem(
                code="shelf-pictures",
                place="prompt",
                sentence=Sentence(_ABSENT, {"names": names}),
                remedy=Remedy.PUT_IN,
            )
        )
    return problems


def missing_from(mentions: Mentions, picture_hashes: Collection[str]) -> tuple[ShelfItem, ...]:
    """Return the mentioned items that have no picture among these."""
    return tuple(
        item
        for item in mentions.items
        if not any(picture.sha256 in picture_hashes for picture in item.pictures)
    )


_UNKNOWN = QT_TRANSLATE_NOOP(
    "shelf", "Not on the shelf: {names}. Put it there, or write @@ for a sign that is meant as it is."
)
_ABSENT = QT_TRANSLATE_NOOP("shelf", "In the prompt, but with no picture among the subjects: {names}.")
