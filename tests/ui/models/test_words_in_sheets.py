"""What the window calls an option, its values and the use of a column is understood in a sheet, in each language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from vidu_desktop.batch.field_words import field_name
from vidu_desktop.domain.catalogue import CATALOGUE
from vidu_desktop.domain.options import OptionKey, OptionValue
from vidu_desktop.domain.row_reading import option_of_cell
from vidu_desktop.domain.sheet_mapping import CHOSEN_FIELDS, field_of_name
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.option_words import option_label, value_words
from vidu_desktop.ui.text import say


@pytest.fixture(params=["en", "zh_CN", "ja"])
def language(request, look: Look) -> Iterator[str]:
    before = QLocale()
    look.set_language(request.param)
    yield request.param
    look.set_language("en")
    QLocale.setDefault(before)


def test_the_words_of_each_value_are_read_as_that_value(language: str) -> None:
    values = sorted(
        {
            (spec.key, type(value).__name__, value)
            for model in CATALOGUE
            for spec in model.options
            for value in spec.values
        },
        key=str,
    )
    assert len(values) > 10
    misread = {
        words: read
        for key, _, value in values
        if (read := read_as(key, words := value_words(key, value))) != value
    }
    assert misread == {}


def read_as(key: OptionKey, text: str) -> OptionValue | None:
    try:
        return option_of_cell(key, text)
    except ValueError:
        return None


def test_the_words_for_the_use_of_a_column_name_that_use(language: str) -> None:
    called = {field: say(Sentence(field_name(field))) for field in CHOSEN_FIELDS}
    assert {words: field_of_name(words) for words in called.values()} == {
        words: field for field, words in called.items()
    }


def test_the_label_of_each_option_names_it(language: str) -> None:
    keys = [key for key in OptionKey if key is not OptionKey.ASPECT_RATIO]  # *Shape*: a product has one, too
    assert [field_of_name(option_label(key)) for key in keys] == keys
