"""Names of exported files by a pattern of the person's: `{project}_{shot}_{take:03}`. Pure.

A field is a name in braces, with `:03` for a number of at least three digits; any other text stands for
itself. When a field is empty, the separator beside it is dropped too.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.naming import STEM_MOST_CHARS, file_name_words, safe_stem
from vidu_desktop.domain.titles import clip_title
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence, Value

USUAL_PATTERN = "{name}"
FIELDS = ("name", "prompt", "project", "shot", "take", "label", "date", "mode", "rating", "number")
"""`name` is the file's own; `label` the take as `S010_T003`; `number` counts what is exported, from 1."""
_FIELD = re.compile(r"\{(\w*)(?::0?(\d{1,2}))?\}")
_SEPARATORS = "_- ."
PATTERN_MOST_CHARS = STEM_MOST_CHARS
"""A longer pattern would be cut, and all files of an export would get one name."""


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern that was checked."""

    text: str

    @classmethod
    def read(cls, text: str) -> "NamePattern":
        """Read a pattern. Raises BadInput for an unknown field, an unpaired brace, and an empty pattern."""
        left = _FIELD.sub("", text)
        if "{" in left or "}" in left:
            raise _wrong("braces", QT_TRANSLATE_NOOP("library", "A brace in the name has no other half."))
        for name, _digits in _FIELD.findall(text):
            if name not in FIELDS:
                template = QT_TRANSLATE_NOOP("library", "“{field}” isn't known. There is: {fields}.")
                raise _wrong("field", template, field=name or "{}", fields=tuple(FIELDS))
        if len(text) > PATTERN_MOST_CHARS:
            template = QT_TRANSLATE_NOOP("library", "The name is longer than {most} characters. Shorten it.")
            raise _wrong("too-long", template, most=str(PATTERN_MOST_CHARS))
        if not text.strip():
            raise _wrong("empty", QT_TRANSLATE_NOOP("library", "Give the files a name."))
        return cls(text)

    def stem_for(self, clip: Clip, number: int) -> str:
        """Return the name, without its ending, of `clip` as file `number` of the export; every system takes
        it.
        """
        values = _values(clip, number)
        made = ""
        at = 0
        for field in _FIELD.finditer(self.text):
            made += self.text[at : field.start()]
            at = field.end()
            value = values[field.group(1)]
            if field.group(2) and value.isdigit():
                value = value.zfill(int(field.group(2)))
            if not value:
                made = made.rstrip(_SEPARATORS)
            made += value
        made += self.text[at:]
        return safe_stem(made.strip(_SEPARATORS))


def stems_for(pattern: NamePattern, clips: Sequence[Clip]) -> list[str]:
    """Name all files, no two alike: a name that is taken gets a number behind it."""
    taken: set[str] = set()
    stems = []
    for number, clip in enumerate(clips, 1):
        stem = _free(pattern.stem_for(clip, number), "", taken)
        taken.add(stem.casefold())
        stems.append(stem)
    return stems


def free_names(
    pattern: NamePattern, clips: Sequence[Clip], suffix: str, taken: Collection[str]
) -> list[tuple[str, str]]:
    """Name the files of an export beside existing files, whose names are `taken`, in lower case."""
    given: set[str] = set()
    names = []
    for stem in stems_for(pattern, clips):
        name = f"{_free(stem, suffix, taken, given)}{suffix}"
        given.add(name.casefold())
        names.append((f"{stem}{suffix}", name))
    return names


def _free(stem: str, suffix: str, *taken: Collection[str]) -> str:
    """Return the name with a number behind it while it is taken, in lower case."""
    free, count = stem, 2
    while any(f"{free}{suffix}".casefold() in names for names in taken):
        free = f"{stem}-{count}"
        count += 1
    return free


def _values(clip: Clip, number: int) -> Mapping[str, str]:
    marks = clip.marks
    return {
        "name": PurePath(clip.video_path).stem,
        "prompt": file_name_words(clip.prompt),
        "project": marks.project,
        "shot": marks.shot,
        "take": "" if marks.take is None else str(marks.take),
        "label": marks.label,
        "date": clip.created_at.astimezone().date().isoformat(),
        "mode": clip.mode,
        "rating": str(marks.rating) if marks.rating else "",
        "number": str(number),
    }


def _wrong(what: str, template: str, **values: Value) -> BadInput:
    return BadInput(f"name-{what}", Sentence(template, values))


def name_of_many(clips: Sequence[Clip]) -> str:
    """Propose a name, without its ending, for one file made of all these clips: what they have in common."""
    projects, shots = ({getattr(clip.marks, field) for clip in clips} for field in ("project", "shot"))
    common = [value for values in (projects, shots) if len(values) == 1 for value in values if value]
    return safe_stem("_".join(common) or clip_title(clips[0])[:_PROPOSED_MOST_CHARS])


_PROPOSED_MOST_CHARS = 40
