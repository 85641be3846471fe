"""How prompts are cut into words for the index, so that Chinese and Japanese are found from one character on.

FTS5's own tokenizers don't fit: `unicode61` takes a run of ideographs for one word, and `trigram` can't find fewer
than three characters. So every character of a script without spaces becomes a word of its own, and a run of them is
searched as a phrase; other words are found by their beginning.
"""

import re
import unicodedata

# Ideographs with their extensions, kana, Hangul, and the scripts of South-East Asia that write without spaces.
_SINGLE = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff])"
)


def indexed_text(text: str) -> str:
    """Give the text as it goes into the index: one width, one case, single characters apart."""
    normal = unicodedata.normalize("NFKC", text).casefold().replace("\0", " ")
    if not normal.isascii():
        # Splitting gives what lies between the characters and the characters themselves.
        normal = " ".join(_SINGLE.split(normal.encode("utf-8", "replace").decode("utf-8")))
    return " ".join(normal.split())


def match_query(text: str) -> str | None:
    """Give the FTS5 query for what a person typed: every term must be there, in any order.

    None when there is no letter or digit in it to be searched for.
    """
    phrases = []
    for term in text.split():
        words = indexed_text(term)
        if any(unicodedata.category(char)[0] in "LN" for char in words):
            quoted = words.replace('"', '""')
            phrases.append(f'"{quoted}"*')
    return " ".join(phrases) if phrases else None
