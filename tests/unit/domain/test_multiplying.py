"""Each row several times: every combination once, identified by its values."""

import pytest

from vidu_desktop.domain.multiplying import Multiply, multiplied
from vidu_desktop.domain.options import OptionKey
from vidu_desktop.domain.sheet import Sheet, SheetRow
from vidu_desktop.domain.sheet_mapping import mapping_of
from vidu_desktop.errors import BadInput


def sheet_of(*columns: str, rows: list[tuple[str, ...]]) -> Sheet:
    return Sheet(
        columns=columns, rows=tuple(SheetRow(line=line, cells=row) for line, row in enumerate(rows, 2))
    )


def cells(sheet: Sheet, multiply: Multiply) -> list[tuple[str, ...]]:
    return [row.cells for row in multiplied(sheet, mapping_of(sheet), multiply).rows]


TWO_BY_TWO = Multiply(prompts=("turns", "waves"), options={OptionKey.MOVEMENT: ("small", "large")})


def test_every_combination_comes_once() -> None:
    sheet = sheet_of("picture", rows=[("1.png",), ("2.png",)])

    made = multiplied(sheet, mapping_of(sheet), TWO_BY_TWO)

    assert made.columns == ("picture", "prompt", "movement")
    assert [row.line for row in made.rows] == list(range(2, 10))
    assert len({row.cells for row in made.rows}) == 8
    assert made.rows[0].cells == ("1.png", "turns", "small")


def test_what_a_row_says_itself_stays() -> None:
    sheet = sheet_of("picture", "prompt", rows=[("1.png", "its own"), ("2.png", "")])

    assert cells(sheet, Multiply(prompts=("a", "b"))) == [
        ("1.png", "its own"),
        ("2.png", "a"),
        ("2.png", "b"),
    ]


def test_keys_stay_the_same_when_more_ways_are_added() -> None:
    sheet = sheet_of("key", "picture", rows=[("fox", "1.png")])

    two = {row[0] for row in cells(sheet, Multiply(prompts=("a", "b")))}
    three = {row[0] for row in cells(sheet, Multiply(prompts=("c", "b", "a")))}

    assert len(two) == 2
    assert two < three


def test_a_result_is_not_multiplied_again_and_nothing_grows_beyond_all_bounds() -> None:
    result = sheet_of("picture", "Vidu row", rows=[("1.png", "x")])
    assert multiplied(result, mapping_of(result), TWO_BY_TWO) is result

    many = sheet_of("picture", rows=[("1.png",)] * 1000)
    with pytest.raises(BadInput, match="sheet-too-many-rows"):
        multiplied(many, mapping_of(many), Multiply(prompts=tuple(map(str, range(300)))))


def test_prompts_that_name_columns_are_made_of_them_and_wait_where_those_are_empty() -> None:
    sheet = sheet_of("picture", "name", rows=[("1.png", "Fox"), ("2.png", "")])

    made = cells(sheet, Multiply(prompts=("{name} turns", "waves")))

    assert [row[2] for row in made] == ["Fox turns", "waves", "", "waves"]
