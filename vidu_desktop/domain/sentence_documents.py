"""Sentences on the disk and between programs, so that all of their parts are translated where they are shown.

`values` has them in English where a part is a sentence itself: that is all that earlier versions know. `sentences` has these
parts once more, each as a sentence.
"""

from collections.abc import Mapping

from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.errors import Sentence, Value, plain_values

_DEEPEST = 3
"""Sentences within sentences within a sentence are read so far down; what lies deeper stays in English."""


def sentence_to_fields(sentence: Sentence) -> dict[str, object]:
    """Return a sentence as JSON's values."""
    fields: dict[str, object] = {"template": sentence.template, "values": plain_values(sentence)}
    parts = {
        name: sentence_to_fields(value)
        for name, value in sentence.values.items()
        if isinstance(value, Sentence)
    }
    return fields | ({"sentences": parts} if parts else {})


def sentence_from_fields(fields: Fields) -> Sentence:
    """Return the sentence that `sentence_to_fields` wrote. Raises BadInput (`record-damaged`)."""
    return _read(fields, 0)


def _read(fields: Fields, depth: int) -> Sentence:
    values: Mapping[str, Value] = fields.plain_values("values")
    if fields.has("sentences") and depth < _DEEPEST:
        parts = fields.part("sentences")
        values = {**values, **{name: _read(parts.part(name), depth + 1) for name in parts.names()}}
    return Sentence(fields.text("template"), values)
