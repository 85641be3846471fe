"""What columns are for: by their names in three languages, by their content, and by the person's word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.domain.sheet import Sheet, SheetRow
from vidu_desktop.domain.sheet_mapping import Field, field_of_name, mapping_of, read_choice
from vidu_desktop.errors import BadInput


def sheet_of(*rows: tuple[str, ...]) -> Sheet:
    columns, *cells = rows
    return Sheet(
        columns=columns, rows=tuple(SheetRow(line=line, cells=row) for line, row in enumerate(cells, 2))
    )


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Picture", "picture"),
        ("First frame", "picture"),
        ("end-frame", "end_picture"),
        ("図片", None),
        ("图片", "picture"),
        ("提示词", "prompt"),
        ("尾帧", "end_picture"),
        ("プロンプト", "prompt"),
        ("画像ファイル", "picture"),
        ("最終フレーム", "end_picture"),
        ("SKU", "key"),
        ("品番", "key"),
        ("Aspect Ratio", "aspect_ratio"),
        ("ｐｒｏｍｐｔ", "prompt"),
        ("movement amplitude", "movement"),
        ("Vidu batch", "batch"),
        ("Vidu state", "state"),
        ("Vidu file", None),
        ("Remarks", None),
    ],
)
def test_a_column_is_known_by_its_name(header: str, field: str | None) -> None:
    assert field_of_name(header) == field


def test_what_only_the_content_says_is_a_guess() -> None:
    sheet = sheet_of(
        ("A", "B", "C"),
        ("fox.png", "The fox turns its head slowly", "7"),
        ("owl.JPG", "The owl blinks and flies away", "8"),
    )

    mapping = mapping_of(sheet)

    assert (mapping.one_of(Field.PICTURE), mapping.one_of(Field.PROMPT)) == (0, 1)
    assert [one.field for one in mapping.unsure] == ["prompt"]


def test_of_two_columns_of_pictures_the_order_is_a_guess() -> None:
    mapping = mapping_of(sheet_of(("A", "B"), ("a.png", "b.png")))

    assert (mapping.one_of(Field.PICTURE), mapping.one_of(Field.END_PICTURE)) == (0, 1)
    assert len(mapping.unsure) == 2


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (("start", "end", "prompt"), ("1.png", "", "turns")),
        (("picture", "later", "prompt"), ("1.png", "2.png", "turns")),
        (("A", "B"), ("1.png", "2.png")),
    ],
)
def test_the_other_half_of_a_pair_is_asked_about_and_never_left_out_in_silence(
    header: tuple[str, ...], row: tuple[str, ...]
) -> None:
    (end,) = (one for one in mapping_of(sheet_of(header, row)).columns if one.field == Field.END_PICTURE)
    assert (end.column, end.sure) == (1, False)


def test_a_person_may_say_that_the_second_picture_means_nothing() -> None:
    sheet = sheet_of(("picture", "later"), ("1.png", "2.png"))
    mapping = mapping_of(sheet, [read_choice("later=")])
    assert [one.field for one in mapping.columns] == [Field.PICTURE]


def test_the_persons_word_goes_before_any_guess() -> None:
    sheet = sheet_of(("picture", "text", "What happens"), ("a.png", "x", "y"))

    mapping = mapping_of(sheet, [read_choice("what HAPPENS=prompt")])

    assert mapping.all_of("prompt") == [2]
    assert mapping.all_of("picture") == [0]


def test_a_column_may_be_left_alone() -> None:
    sheet = sheet_of(("picture", "prompt"), ("a.png", "x"))

    assert mapping_of(sheet, [read_choice("prompt=")]).all_of("prompt") == []


@pytest.mark.parametrize(
    ("choices", "code"),
    [
        (["prompt"], "map-form"),
        (["text=poem"], "map-field"),
        (["text=row"], "map-field"),
        (["Nothing=prompt"], "map-column"),
        (["text=prompt", "picture=prompt"], "map-twice"),
        (["picture=picture", "picture=picture"], "map-column-twice"),
        (["text=prompt", "text=prompt"], "map-column-twice"),
        (["picture=picture", "picture=prompt"], "map-column-twice"),
        (["text=", "text=prompt"], "map-column-twice"),
        (["text=key", "text="], "map-column-twice"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused(choices: list[str], code: str) -> None:
    sheet = sheet_of(("picture", "text"), ("a.png", "x"))

    with pytest.raises(BadInput) as raised:
        mapping_of(sheet, [read_choice(choice) for choice in choices])

    assert raised.value.code == code


@given(st.lists(st.text(max_size=20), min_size=1, max_size=6), st.lists(st.text(max_size=30), max_size=6))
def test_no_column_is_for_two_things_and_no_field_but_pictures_has_two(
    headers: list[str], cells: list[str]
) -> None:
    cells = (cells + [""] * len(headers))[: len(headers)]
    mapping = mapping_of(sheet_of(tuple(headers), tuple(cells)))

    columns = [one.column for one in mapping.columns]
    fields = [one.field for one in mapping.columns if one.field != Field.PICTURE]
    assert len(set(columns)) == len(columns)
    assert len(set(fields)) == len(fields)


def test_a_column_may_name_its_video_and_be_for_one_thing_more() -> None:
    sheet = sheet_of(("picture", "text"), ("a.png", "x"))
    mapping = mapping_of(
        sheet, [read_choice(choice) for choice in ("text=key", "text=prompt", "picture=picture")]
    )
    assert (mapping.all_of("key"), mapping.all_of("prompt")) == ([1], [1])
