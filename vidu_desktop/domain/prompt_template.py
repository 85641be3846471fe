"""Prompts made from a sheet's columns: `{name} turns slowly[, in {colour}]`. Pure.

A field is a column's name in braces, with `:40` for at most forty characters, cut between words. The text in
square brackets is dropped when one of its fields is empty. `{{` and `[[` stand for the signs themselves.
Cells are plain text: braces in a cell have no meaning.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vidu_desktop.domain.sheet import clean_header
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence, Value

_TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{([^{}\[\]]*)\}|[\[\]{}]")
_LENGTH = re.compile(r"(.*):(0{0,3}[1-9]\d{0,3})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Field:
    column: int
    most_chars: int | None


_Part = str | _Field


@dataclass(frozen=True, slots=True)
class PromptTemplate:
    """A template that was read for a sheet's columns. `groups` are its pieces, each with whether it stands in
    brackets.
    """

    groups: tuple[tuple[bool, tuple[_Part, ...]], ...]

    @classmethod
    def read(cls, text: str, columns: Sequence[str]) -> "PromptTemplate":
        """Read a template. Raises BadInput for a column that doesn't exist, and for an unpaired bracket."""
        by_name = {name.casefold(): index for index, name in enumerate(columns)}
        groups: list[tuple[bool, tuple[_Part, ...]]] = []
        parts: list[_Part] = []
        inside, at = False, 0
        for token in _TOKEN.finditer(text):
            parts.append(text[at : token.start()])
            at = token.end()
            sign = token[0]
            if token[1] is not None:
                parts.append(_field(token[1], by_name, columns))
            elif len(sign) == 2:
                parts.append(sign[0])
            elif (sign == "[" and not inside) or (sign == "]" and inside):
                groups.append((inside, tuple(parts)))
                parts, inside = [], not inside
            else:
                raise BadInput("template-braces", Sentence(_BRACES, {"sign": sign}))
        if inside:
            raise BadInput("template-braces", Sentence(_BRACES, {"sign": "["}))
        return cls((*groups, (False, (*parts, text[at:]))))

    @classmethod
    def of_prompt(cls, text: str, columns: Sequence[str]) -> "PromptTemplate | None":
        """Return what a prompt means that names one of the columns in braces; None for one that is sent as it
        is written. Raises BadInput as `read` does.
        """
        by_name = {name.casefold(): index for index, name in enumerate(columns)}
        named = (token[1] for token in _TOKEN.finditer(text) if token[1] is not None)
        return cls.read(text, columns) if any(_named(one, by_name)[0] in by_name for one in named) else None

    @property
    def columns(self) -> frozenset[int]:
        """The columns that the template uses."""
        return frozenset(
            part.column for _, parts in self.groups for part in parts if isinstance(part, _Field)
        )

    def missing_in(self, cells: Sequence[str]) -> int | None:
        """Return the first column that has no text for a row, and isn't in brackets; None without one."""
        return next(
            (
                part.column
                for optional, parts in self.groups
                for part in parts
                if not optional and isinstance(part, _Field) and not cells[part.column].strip()
            ),
            None,
        )

    def text_for(self, cells: Sequence[str]) -> str:
        """Return the prompt of a row."""
        made = []
        for optional, parts in self.groups:
            texts = [part if isinstance(part, str) else _value(part, cells) for part in parts]
            empty = any(
                isinstance(part, _Field) and not text for part, text in zip(parts, texts, strict=True)
            )
            made += [] if optional and empty else texts
        return "".join(made).strip()


def _field(text: str, by_name: Mapping[str, int], columns: Sequence[str]) -> _Field:
    name, most = _named(text, by_name)
    if name not in by_name:
        values: dict[str, Value] = {"column": text.strip(), "columns": tuple(columns)}
        raise BadInput("template-column", Sentence(_NO_SUCH_COLUMN, values))
    return _Field(by_name[name], most)


def _named(text: str, by_name: Mapping[str, int]) -> tuple[str, int | None]:
    """Return the casefolded name of a field, and how many characters it takes at most."""
    name = clean_header(text).casefold()
    if name not in by_name and (parted := _LENGTH.fullmatch(text)):
        return clean_header(parted[1]).casefold(), int(parted[2])
    return name, None


def _value(field: _Field, cells: Sequence[str]) -> str:
    text = " ".join(cells[field.column].split())
    if field.most_chars is None or len(text) <= field.most_chars:
        return text
    cut = text[: field.most_chars]
    between = cut.rfind(" ") if text[field.most_chars : field.most_chars + 1] != " " else -1
    return (cut[:between] if between > 0 else cut).rstrip()


_BRACES = QT_TRANSLATE_NOOP(
    "batch", "A “{sign}” in the template has no other half. Write it twice where the sign itself is meant."
)
_NO_SUCH_COLUMN = QT_TRANSLATE_NOOP(
    "batch", "The template names a column “{column}” that isn't there. There is: {columns}."
)
