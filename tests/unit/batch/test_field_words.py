"""The names that the columns of a sheet may have."""

from vidu_desktop.batch.field_words import field_name
from vidu_desktop.domain.sheet_mapping import FIELDS


def test_each_field_has_a_word_of_its_own_as_people_write_it():
    words = [field_name(field) for field in FIELDS]
    assert len(set(words)) == len(FIELDS)
    assert not [word for word in words if "_" in word]
