"""Strict reading of parsed JSON: a value of the wanted type within its bounds, or BadInput; never a guess.
Unknown fields are ignored.

JSON has no bounds, but SQLite's integers, floats, Decimal, the calendar, UTF-8 and file names have. Values
that one of them can't hold are refused here, in one place, so that no code behind it needs to check.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import cast

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence, Value

WHOLE_MOST = (1 << 63) - 1
"""SQLite's integers have 64 bits."""
NUMBER_MOST = 1e15
"""Far larger than any measured value, and still exact to a tenth."""
MONEY_MOST = Decimal(1_000_000)
MONEY_MOST_CHARS = 32
YEAR_LEAST, YEAR_MOST = 2, 9998
"""A moment in the first or the last year has no local time in some zones."""
NAME_MOST_CHARS = 200
"""The longest id: as long as a task id typed by hand may be, and short enough for a file name."""


_OBJECT = (dict, Mapping)  # in this order: asking a Mapping takes longer
_NUMBER = (int, float)
_NO_BYTES = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def as_path(text: str) -> str:
    """Return a path that system calls accept: half surrogate pairs that stand for no byte become U+FFFD."""
    return _NO_BYTES.sub("\N{REPLACEMENT CHARACTER}", text)


def as_text(text: str) -> str:
    """Return a text that UTF-8 can encode: half surrogate pairs, which JSON can escape, become question
    marks.
    """
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def is_showable(moment: date) -> bool:
    """Whether a day or moment has a local time in every zone."""
    return YEAR_LEAST <= moment.year <= YEAR_MOST


def damaged(field: str) -> BadInput:
    """Return the error for a damaged document."""
    template = QT_TRANSLATE_NOOP("records", "This record is damaged: “{field}” is missing or isn't readable.")
    return BadInput("record-damaged", Sentence(template, {"field": field}))


def is_amount(amount: Decimal, most: Decimal = MONEY_MOST) -> bool:
    """Whether a price, sum or budget, in any currency, can be added up and written out; `most` is the largest."""
    # Not only the size counts: 1E-400 would fill a page with its places.
    exponent = amount.as_tuple().exponent
    return isinstance(exponent, int) and exponent > -MONEY_MOST_CHARS and 0 <= amount <= most


class Fields:
    """One JSON object, read field by field. Raises BadInput (`record-damaged`) when a field isn't what is
    wanted.

    `exact` returns texts as they were written. Without `bounded`, numbers, amounts and times have no bounds,
    either: that is for the journal, which nobody else writes and which must give back what it took in, or a
    job would be lost.
    """

    __slots__ = ("_bounded", "_document", "_exact")

    def __init__(
        self, document: object, name: str = "record", *, exact: bool = False, bounded: bool = True
    ) -> None:
        if not isinstance(document, _OBJECT):
            raise damaged(name)
        self._document: Mapping[str, object] = document
        self._exact, self._bounded = exact, bounded

    def has(self, field: str) -> bool:
        """Whether the field is there and not null."""
        return self._document.get(field) is not None

    def names(self) -> tuple[str, ...]:
        """Return the names of all fields. Raises BadInput when one isn't text."""
        if not all(isinstance(name, str) for name in self._document):
            raise damaged("name")
        return tuple(self._document)

    def text(self, field: str) -> str:
        """Read text for people; see `as_text`."""
        value = self._document.get(field)
        if not isinstance(value, str):
            raise damaged(field)
        return value if self._exact or value.isascii() else as_text(value)

    def path(self, field: str) -> str:
        """Read a path or file name as it is. Python represents bytes that aren't UTF-8 as half surrogate
        pairs. Halves that stand for no byte become U+FFFD unless `exact`, because every system call would
        raise on them.
        """
        text = self._string(field)
        return text if self._exact else as_path(text)

    def _string(self, field: str) -> str:
        value = self._document.get(field)
        if not isinstance(value, str):
            raise damaged(field)
        return value

    def path_or_none(self, field: str) -> str | None:
        return self.path(field) if self.has(field) else None

    def name(self, field: str) -> str:
        """Read an id: printable, not empty, at most NAME_MOST_CHARS long."""
        value = self._document.get(field)
        if not (isinstance(value, str) and 0 < len(value) <= NAME_MOST_CHARS and value.isprintable()):
            raise damaged(field)
        return value

    def name_or_none(self, field: str) -> str | None:
        return self.name(field) if self.has(field) else None

    def text_or_none(self, field: str) -> str | None:
        return self.text(field) if self.has(field) else None

    def whole(self, field: str, least: int = -WHOLE_MOST, most: int = WHOLE_MOST) -> int:
        """Read a whole number, both bounds included."""
        value = self._document.get(field)
        if not isinstance(value, int) or isinstance(value, bool):
            raise damaged(field)
        if self._bounded and not least <= value <= most:
            raise damaged(field)
        return value

    def whole_or_none(self, field: str, least: int = -WHOLE_MOST, most: int = WHOLE_MOST) -> int | None:
        return self.whole(field, least, most) if self.has(field) else None

    def clamped(self, field: str, least: int, most: int) -> int:
        """Read a whole number of any size, clamped to the bounds."""
        return min(max(self._any_whole(field), least), most)

    def number(self, field: str, least: float = -NUMBER_MOST, most: float = NUMBER_MOST) -> float:
        """Read a finite number, both bounds included."""
        value = self._document.get(field)
        if not isinstance(value, _NUMBER) or isinstance(value, bool):
            raise damaged(field)
        if not self._bounded:
            least, most = -sys.float_info.max, sys.float_info.max
        if not least <= value <= most:  # NaN is never between them
            raise damaged(field)
        return float(value)

    def _words(self, text: str) -> str:
        return text if self._exact else as_text(text)

    def _any_whole(self, field: str) -> int:
        value = self._document.get(field)
        if not isinstance(value, int) or isinstance(value, bool):
            raise damaged(field)
        return value

    def flag(self, field: str) -> bool:
        value = self._document.get(field)
        if not isinstance(value, bool):
            raise damaged(field)
        return value

    def money(self, field: str, most: Decimal = MONEY_MOST) -> Decimal:
        """Read an amount that was written as text, so that no cent is lost in a float; from zero to `most`."""
        text = self.text(field)
        try:
            amount = Decimal(text)
        except InvalidOperation as error:
            raise damaged(field) from error
        usable = (
            len(text) <= MONEY_MOST_CHARS and is_amount(amount, most) if self._bounded else amount.is_finite()
        )
        if not usable:
            raise damaged(field)
        return amount

    def time(self, field: str) -> datetime:
        """Read a moment with its zone, as UTC; it can be shown in every zone."""
        try:
            moment = datetime.fromisoformat(self.text(field))
            if moment.tzinfo is not None and (not self._bounded or is_showable(moment)):
                return moment.astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise damaged(field) from error
        raise damaged(field)

    def day_or_none(self, field: str) -> date | None:
        """Read a day of the calendar that can be shown in every zone."""
        if not self.has(field):
            return None
        try:
            day = date.fromisoformat(self.text(field))
        except ValueError as error:
            raise damaged(field) from error
        if not is_showable(day):
            raise damaged(field)
        return day

    def time_or_none(self, field: str) -> datetime | None:
        return self.time(field) if self.has(field) else None

    def plain(self, field: str) -> str | int | None:
        """Read text, a whole number or a flag; None for null. The field must be there."""
        if field not in self._document:
            raise damaged(field)
        value = self._document[field]
        if isinstance(value, str):
            return self._words(value)
        if value is None or isinstance(value, bool):
            return value
        return self.whole(field)

    def part(self, field: str) -> "Fields":
        return self._inner(self._document.get(field), field)

    def json_values(self, field: str) -> dict[str, object]:
        """Return an object with all of its values as they are."""
        part = self._document.get(field)
        if not isinstance(part, Mapping):
            raise damaged(field)
        return dict(part)

    def parts(self, field: str) -> list["Fields"]:
        return [self._inner(item, field) for item in self._list(field)]

    def objects(self, field: str) -> list["Fields"]:
        """Read the items of a list that are objects, and skip the others: for lists whose items don't depend
        on each other.
        """
        items = (item for item in self._list(field) if isinstance(item, Mapping))
        return [self._inner(item, field) for item in items]

    def _inner(self, document: object, name: str) -> "Fields":
        return Fields(document, name, exact=self._exact, bounded=self._bounded)

    def texts(self, field: str, most: int | None = None) -> tuple[str, ...]:
        """Read a list of texts for people, of limited length."""
        return tuple(map(self._words, self.paths(field, most)))

    def paths(self, field: str, most: int | None = None) -> tuple[str, ...]:
        """Read a list of paths as they are."""
        items = self._list(field)
        if not all(isinstance(item, str) for item in items) or (most is not None and len(items) > most):
            raise damaged(field)
        texts = cast("Sequence[str]", items)
        return tuple(texts if self._exact else map(as_path, texts))

    def plain_values(self, field: str) -> dict[str, Value]:
        """Read an object of texts, numbers and lists of texts: the values of a Sentence."""
        values = self._document.get(field)
        if not isinstance(values, Mapping):
            raise damaged(field)
        return {key: self._plain_value(field, value) for key, value in values.items()}

    def _plain_value(self, field: str, value: object) -> Value:
        match value:
            case str() | int() | float():
                return value
            case list() if all(isinstance(part, str) for part in value):
                return tuple(value)
        raise damaged(field)

    def items(self, field: str) -> Sequence[object]:
        """Read a list with items of any type."""
        return self._list(field)

    def _list(self, field: str) -> Sequence[object]:
        value = self._document.get(field)
        if not isinstance(value, list):
            raise damaged(field)
        return value
