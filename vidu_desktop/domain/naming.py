"""File names that every system takes, can't leave the library, and tell a person what is inside.

    YYYY/MM/Dawn_S010_002_k3f9q2tz.mp4
            project, shot, take, short id of the job
    YYYY/MM/2026-11-22_a-cat-runs-home_k3f9q2tz.mp4
            date       words of the title  short id of the job

The second one is of a video outside of a shot; where the person has given a name, it stands before the short id alone. The short id keeps twins apart (a number is free again when its take
was thrown away) and finds what a crash left of a job; with two other parts it keeps the reserved names of Windows away.
"""

import base64
import unicodedata
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import PurePosixPath

from vidu_desktop.domain.marks import NO_MARKS, Marks

WORDS_MOST_CHARS = 40
WORDS_MOST_BYTES = 100
"""In UTF-8. Together with date, id and endings it stays far below the 255 bytes of the strictest file
systems.
"""
PLACE_MOST_CHARS = 40
PLACE_MOST_BYTES = 80
"""In UTF-8, for project and shot in a name."""

# Letters, marks and digits of every script stay. Controls, punctuation, symbols, emoji and characters that
# turn the direction of writing become a hyphen.
_KEPT_CATEGORIES = ("L", "M", "N")


def short_id(job_id: str) -> str:
    """Return eight lower-case characters that stand for the job in a name. They never change, and are unique
    even where letter case is ignored.
    """
    import hashlib  # it loads OpenSSL: behind the first paint

    digest = hashlib.sha256(job_id.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest[:5]).decode("ascii").lower()


def _keeps(char: str) -> bool:
    return unicodedata.category(char)[0] in _KEPT_CATEGORIES


def file_name_words(
    text: str, *, most_chars: int = WORDS_MOST_CHARS, most_bytes: int = WORDS_MOST_BYTES
) -> str:
    """Return the first words of a text as `words-with-hyphens`, cut between words where possible. Empty when
    nothing in it can be part of a name. `most_bytes` are counted in UTF-8.
    """

    def fits(name: str) -> bool:
        return len(name) <= most_chars and len(name.encode("utf-8")) <= most_bytes

    normal = unicodedata.normalize("NFC", text)
    words = "".join(char if _keeps(char) else " " for char in normal).split()
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word
        if not fits(longer):
            while not kept and not fits(word):
                word = word[:-1]
            return kept or word
        kept = longer
    return kept


def clip_folder(local_date: date) -> PurePosixPath:
    """Return the folder of a day inside the library."""
    return PurePosixPath(f"{local_date.year:04d}") / f"{local_date.month:02d}"


def clip_stem(title: str, job_id: str, local_date: date, marks: Marks = NO_MARKS, name: str = "") -> str:
    """Return a clip's name without its ending: always the same for the same job with the same marks. A `name`
    that the person gave comes before everything else.
    """
    if name:
        return f"{own_name(name)}_{short_id(job_id)}"
    words = [file_name_words(title)]
    if marks.shot:
        places = (marks.project, marks.shot)
        words = [
            file_name_words(name, most_chars=PLACE_MOST_CHARS, most_bytes=PLACE_MOST_BYTES) for name in places
        ]
    front = () if any(words) and marks.shot else (local_date.isoformat(),)
    take = () if marks.take is None else (f"{marks.take:03d}",)
    return "_".join(part for part in (*front, *words, *take, short_id(job_id)) if part)


STEM_MOST_CHARS = 120
STEM_MOST_BYTES = 200
"""In UTF-8. With an ending, a counter and the prefix of a hidden part file it stays below 255 bytes."""
_FORBIDDEN = frozenset('<>:"/\\|?*')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)


def own_name(text: str) -> str:
    """Return the beginning of a file name that the person gave, with room for what follows."""
    kept = safe_stem(text)
    while len(kept.encode("utf-8")) > WORDS_MOST_BYTES:
        kept = kept[:-1]
    return kept.strip(" .") or "clip"


def safe_stem(text: str) -> str:
    """Return a file name without its ending, as close to `text` as every system allows; never empty.
    Separators, characters that Windows refuses, controls and characters that turn the direction of writing
    become hyphens; dots and blanks at the ends are removed; reserved names get an underscore.
    """
    normal = unicodedata.normalize("NFC", text)
    kept = "".join("-" if _refused(char) else char for char in normal)
    kept = " ".join(kept.split())[:STEM_MOST_CHARS]
    while len(kept.encode("utf-8")) > STEM_MOST_BYTES:
        kept = kept[:-1]
    kept = kept.strip(" .")
    if kept.partition(".")[0].casefold() in _RESERVED:
        kept = f"_{kept}"
    return kept or "clip"


def _refused(char: str) -> bool:
    # The library skips names that can't be printed, so none may be made.
    return char in _FORBIDDEN or not (char.isprintable() or char.isspace())


NAMES_TRIED = 1000


def free_stem(stem: str, endings: Sequence[str], taken: Collection[str]) -> str:
    """Return `stem`, with a number behind it if needed, so that with none of `endings` it is among the
    `taken` names, which are case-folded. Raises FileExistsError when a thousand numbers are taken.
    """
    for number in range(1, NAMES_TRIED):
        name = stem if number == 1 else f"{stem}-{number}"
        if not any(f"{name}{ending}".casefold() in taken for ending in endings):
            return name
    raise FileExistsError(stem)
