"""Strict reading of parsed JSON: the asked type or BadInput, never a guess. Unknown fields are simply not asked for."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import cast

from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence


def damaged(field: str) -> BadInput:
    """Give the error for a document that doesn't hold what it must."""
    template = QT_TRANSLATE_NOOP("records", "This record is damaged: “{field}” is missing or isn't readable.")
    return BadInput("record-damaged", Sentence(template, {"field": field}))


class Fields:
    """One JSON object, asked field by field. Raises BadInput (`record-damaged`) when a field isn't what is asked."""

    def __init__(self, document: object, name: str = "record") -> None:
        if not isinstance(document, Mapping):
            raise damaged(name)
        self._document: Mapping[str, object] = document

    def has(self, field: str) -> bool:
        """Whether the field is there and not null."""
        return self._document.get(field) is not None

    def names(self) -> tuple[str, ...]:
        """Give the names of all fields. Raises BadInput when one isn't text."""
        if not all(isinstance(name, str) for name in self._document):
            raise damaged("name")
        return tuple(self._document)

    def text(self, field: str) -> str:
        value = self._document.get(field)
        if not isinstance(value, str):
            raise damaged(field)
        return value

    def text_or_none(self, field: str) -> str | None:
        return self.text(field) if self.has(field) else None

    def whole(self, field: str) -> int:
        value = self._document.get(field)
        if not isinstance(value, int) or isinstance(value, bool):
            raise damaged(field)
        return value

    def whole_or_none(self, field: str) -> int | None:
        return self.whole(field) if self.has(field) else None

    def number(self, field: str) -> float:
        value = self._document.get(field)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise damaged(field)
        return float(value)

    def flag(self, field: str) -> bool:
        value = self._document.get(field)
        if not isinstance(value, bool):
            raise damaged(field)
        return value

    def money(self, field: str) -> Decimal:
        """Read an amount written as text, so that no cent is lost in a float."""
        try:
            amount = Decimal(self.text(field))
        except InvalidOperation as error:
            raise damaged(field) from error
        if not amount.is_finite():
            raise damaged(field)
        return amount

    def time(self, field: str) -> datetime:
        """Read a moment with its zone, as UTC."""
        try:
            moment = datetime.fromisoformat(self.text(field))
            if moment.tzinfo is not None:
                return moment.astimezone(UTC)
        except (ValueError, OverflowError) as error:  # the other: before the first year, or after the last
            raise damaged(field) from error
        raise damaged(field)

    def time_or_none(self, field: str) -> datetime | None:
        return self.time(field) if self.has(field) else None

    def part(self, field: str) -> "Fields":
        return Fields(self._document.get(field), field)

    def json_values(self, field: str) -> dict[str, object]:
        """Give an object as it is, whatever stands in it."""
        part = self._document.get(field)
        if not isinstance(part, Mapping):
            raise damaged(field)
        return dict(part)

    def parts(self, field: str) -> list["Fields"]:
        return [Fields(item, field) for item in self._list(field)]

    def texts(self, field: str) -> tuple[str, ...]:
        items = self._list(field)
        if not all(isinstance(item, str) for item in items):
            raise damaged(field)
        return tuple(cast("Sequence[str]", items))

    def plain_values(self, field: str) -> dict[str, str | int | float]:
        """Read an object of texts and numbers: the values of a Sentence."""
        values = self._document.get(field)
        if not isinstance(values, Mapping):
            raise damaged(field)
        if not all(
            isinstance(key, str) and isinstance(value, str | int | float) for key, value in values.items()
        ):
            raise damaged(field)
        return dict(values)

    def _list(self, field: str) -> Sequence[object]:
        value = self._document.get(field)
        if not isinstance(value, list):
            raise damaged(field)
        return value
