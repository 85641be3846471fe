"""The choices that a batch's dialog offers: meanings of columns, settings for all rows, and remedies."""

from typing import TYPE_CHECKING

from vidu_desktop.batch.field_words import field_name
from vidu_desktop.controllers.batch_remedies import REMEDIES
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import KINDS
from vidu_desktop.domain.sheet_mapping import CHOSEN_FIELDS
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.models.option_words import option_label, value_words
from vidu_desktop.ui.text import say

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.batch_dialog import BatchChoices
    from vidu_desktop.ui.dialogs.batch_wishes import Setting


def choices_of_dialog() -> "BatchChoices":
    """Return all choices, in the person's language."""
    from vidu_desktop.ui.dialogs.batch_dialog import BatchChoices

    return BatchChoices(
        fields=[(field, say(Sentence(field_name(field)))) for field in CHOSEN_FIELDS],
        settings=settings_of_all(),
        remedies=[(code, say(Sentence(words, {"count": "{count}"}))) for code, words in REMEDIES],
    )


def settings_of_all() -> "list[Setting]":
    """Return the settings for all rows: the options with more than one value, of the first model of each mode."""
    from vidu_desktop.ui.dialogs.batch_wishes import Setting

    values: dict[str, dict[str, str]] = {}
    for mode in Mode:
        for option in specs_for_mode(mode)[0].options:
            for value in option.values if KINDS[option.key].type is not bool else ():
                values.setdefault(option.key, {})[str(value)] = value_words(option.key, value)
    return [
        Setting(key, option_label(key), tuple(words.items()))
        for key, words in values.items()
        if len(words) > 1
    ]
