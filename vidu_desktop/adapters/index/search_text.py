"""How prompts are cut into words for the index, so that Chinese and Japanese are found from one character on.

FTS5's own tokenizers don't fit: `unicode61` takes a run of ideographs for one word, and `trigram` can't find fewer
than three characters. So every character of a script without spaces becomes a word of its own, and a run of them is
searched as a phrase; other words are found by their beginning. Emoji and arrows, which no tokenizer keeps, become
words of their own that are written with letters.
"""

import re
import unicodedata
from itertools import islice

from vidu_desktop.domain.library_query import TEXT_MOST_CHARS

# Compiled when the first text needs them: the many ranges cost a start 2 ms.
# Ideographs with their extensions, kana, Hangul, and the scripts of South-East Asia that write without spaces.
_SINGLE = (
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff])"
)
# Arrows, dingbats, pictographs, flags; not the tones of skin and the joiners, which only vary what they follow.
_SYMBOL = "[\u00a9\u00ae\u2190-\u2bff\u3012\u3013\u3020\U0001f000-\U0001f3fa\U0001f400-\U0001fbff]"

_MOST_TERMS = 32
"""Measured: 5,000 different words took 33 s in a library of 100,000 clips."""


def indexed_text(text: str) -> str:
    """Return the text as it goes into the index: of one width and one case, single characters and symbols set apart."""
    normal = unicodedata.normalize("NFKC", text).casefold().replace("\0", " ")
    if not normal.isascii():
        # Splitting gives what lies between the characters and the characters themselves.
        normal = " ".join(re.split(_SINGLE, normal.encode("utf-8", "replace").decode("utf-8")))
        normal = symbols_apart(normal)
    return " ".join(normal.split())


def symbols_apart(text: str) -> str:
    """Return a text with every symbol as a word of its own."""
    return re.sub(_SYMBOL, _symbol_word, text)


def _symbol_word(found: re.Match[str]) -> str:
    # A letter for private use begins it, so that it is no word of a person; of one length, so that none begins another.
    return f" \ue000{ord(found.group()):06x} "


def match_query(text: str) -> str | None:
    """Return the FTS5 query for what a person typed: every term must be there, in any order.

    None when there is no letter, digit or symbol in it to be searched for. Of a long text its first words count, each
    once: every further one makes the search slower, and finds hardly less.
    """
    phrases: dict[str, None] = {}
    for term in text[:TEXT_MOST_CHARS].split():
        words = indexed_text(term)
        if any(unicodedata.category(char)[0] in "LN" for char in words):
            quoted = words.replace('"', '""')
            phrases[f'"{quoted}"*'] = None
    return " ".join(islice(phrases, _MOST_TERMS)) if phrases else None
