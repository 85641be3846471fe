"""A folder as a sheet: a row for each picture or pair, in the order in which people count, wherever the folder is."""

import pytest

from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.folder_rows import folder_sheet, guessed_pattern, paired
from vidu_desktop.domain.name_order import in_tree_order
from vidu_desktop.domain.sheet import Sheet
from vidu_desktop.errors import BadInput


def sheet_of(*names: str, at: str = "/jobs/spring", pairs: str | None = None, mtime_ns: int = 1) -> Sheet:
    seen = [
        (name, SeenPicture(path=f"{at}/{name}", file_bytes=9, mtime_ns=mtime_ns)) for name in reversed(names)
    ]
    return folder_sheet(at, seen, pairs)


def test_pictures_come_as_people_count_and_the_tree_is_kept() -> None:
    sheet = sheet_of("2.png", "10.png", "red/1.png", "red/deep/1.png")

    assert [row.cells for row in sheet.rows] == [
        ("spring/2.png", "2.png", "spring", ""),
        ("spring/10.png", "10.png", "spring", ""),
        ("spring/red/1.png", "red/1.png", "spring", "red"),
        ("spring/red/deep/1.png", "red/deep/1.png", "spring", "red/deep"),
    ]


def test_a_folder_under_another_name_is_the_same_and_with_other_pictures_is_not() -> None:
    sheet = sheet_of("1.png", "2.png")

    renamed = sheet_of("1.png", "2.png", at="/elsewhere/summer")
    assert renamed.sha256 == sheet.sha256
    assert [row.cells[1] for row in renamed.rows] == [row.cells[1] for row in sheet.rows]
    assert sheet_of("1.png", "2.png", mtime_ns=2).sha256 != sheet.sha256
    assert sheet_of("1.png", "3.png").sha256 != sheet.sha256


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("*_start=*_end", [("fox_start.png", "fox_end.jpg"), ("", "owl_end.png"), ("x.png", "")]),
        ("two", [("fox_end.jpg", "fox_start.png"), ("owl_end.png", "x.png")]),
        (
            "chain",
            [("fox_end.jpg", "fox_start.png"), ("fox_start.png", "owl_end.png"), ("owl_end.png", "x.png")],
        ),
    ],
)
def test_pairs_are_told_by_a_pattern_or_by_their_order(rule: str, expected: list) -> None:
    names = ["fox_end.jpg", "fox_start.png", "owl_end.png", "x.png"]

    assert paired(names, rule) == expected


def test_no_picture_is_lost_and_order_never_leads_into_another_folder() -> None:
    names = ["1.png", "a/1.png", "a/2.png", "a/3.png", "b/1.png"]

    assert paired(names, "two") == [
        ("1.png", ""),
        ("a/1.png", "a/2.png"),
        ("a/3.png", ""),
        ("b/1.png", ""),
    ]
    assert paired(names, "chain") == [
        ("1.png", ""),
        ("a/1.png", "a/2.png"),
        ("a/2.png", "a/3.png"),
        ("b/1.png", ""),
    ]


def test_two_files_that_could_be_the_same_end_are_both_shown() -> None:
    names = ["fox_start.jpg", "fox_start.png", "fox_end.png"]

    assert paired(names, "*_start=*_end") == [("fox_start.jpg", "fox_end.png"), ("fox_start.png", "")]


def test_a_pattern_is_guessed_by_how_many_it_pairs_and_said_to_be_a_guess() -> None:
    names = ["fox_A.png", "fox_b.png", "owl_a.png", "owl_b.png", "x_start.png"]

    assert guessed_pattern(names) == "*_a=*_b"
    assert guessed_pattern(["1.png", "2.png"]) in ("two", "*1=*2")
    (guess,) = sheet_of(*names, pairs="").guesses
    assert (guess.what, guess.value, guess.sure) == ("pairs", "*_a=*_b", False)


@pytest.mark.parametrize("rule", ["*", "a=b", "*=*", "*_a=*_a", "**=*_b", "*_a=*_b=*_c"])
def test_what_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises(BadInput, match="pairs-form"):
        paired(["1.png"], rule)


def test_folders_come_behind_the_files_beside_them() -> None:
    assert in_tree_order(["b/1.png", "a/1.png", "a.png", "c.png"]) == ["a.png", "c.png", "a/1.png", "b/1.png"]
