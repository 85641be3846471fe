"""English words for what a sheet's column can be for. They are translated where they are shown."""

from vidu_desktop.domain.options import option_name
from vidu_desktop.domain.sheet_mapping import Field
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP

_WORDS: dict[str, str] = {
    Field.PICTURE: QT_TRANSLATE_NOOP("batch", "picture"),
    Field.END_PICTURE: QT_TRANSLATE_NOOP("batch", "end picture"),
    Field.PROMPT: QT_TRANSLATE_NOOP("batch", "prompt"),
    Field.KEY: QT_TRANSLATE_NOOP("batch", "key"),
    Field.TAKES: QT_TRANSLATE_NOOP("batch", "takes"),
    Field.MODEL: QT_TRANSLATE_NOOP("batch", "model"),
    Field.PROJECT: QT_TRANSLATE_NOOP("batch", "project"),
    Field.SHOT: QT_TRANSLATE_NOOP("batch", "shot"),
    Field.NAME: QT_TRANSLATE_NOOP("batch", "video name"),
    Field.BATCH: QT_TRANSLATE_NOOP("batch", "batch"),
    Field.ROW: QT_TRANSLATE_NOOP("batch", "row"),
    Field.STATE: QT_TRANSLATE_NOOP("batch", "state"),
}


def field_name(field: str) -> str:
    """Return the word for a field, in English; `field` is one of `FIELDS`."""
    return _WORDS[field] if field in _WORDS else option_name(field)
