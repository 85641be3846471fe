"""Where the picture is that a cell names."""

import unicodedata

import pytest

from vidu_desktop.domain.picture_search import Missed, candidates, found_picture, listed_by_name

FOLDER = "/jobs/spring"


def found(cell: str, *files: str) -> tuple[tuple[str, ...], Missed | None]:
    there = {path: path in files for path in candidates(cell, FOLDER)}
    result = found_picture(cell, FOLDER, listed_by_name(files), there)
    return result.paths, result.missed


@pytest.mark.parametrize(
    ("cell", "file"),
    [
        ("fox.png", "/jobs/spring/fox.png"),
        ("fox.png", "/jobs/spring/stills/fox.png"),
        ("stills/fox.png", "/jobs/spring/stills/fox.png"),
        ("stills\\fox.png", "/jobs/spring/stills/fox.png"),
        (r"C:\Users\mia\stills\fox.png", "/jobs/spring/fox.png"),
        ("file:///elsewhere/my%20fox.png", "/elsewhere/my fox.png"),
        (' "fox.png" ', "/jobs/spring/fox.png"),
        ("FOX.PNG", "/jobs/spring/stills/fox.png"),
        ("fox", "/jobs/spring/fox.png"),
        ("/elsewhere/fox.png", "/elsewhere/fox.png"),
        ("/gone/fox.png", "/jobs/spring/fox.png"),
        (unicodedata.normalize("NFC", "Bär.png"), unicodedata.normalize("NFD", "/jobs/spring/Bär.png")),
    ],
)
def test_a_cell_finds_its_picture(cell: str, file: str) -> None:
    assert found(cell, file, "/jobs/spring/other.png") == ((file,), None)


def test_a_path_as_it_is_written_goes_before_the_search() -> None:
    assert found("a/1.png", "/jobs/spring/a/1.png", "/jobs/spring/b/1.png") == (
        ("/jobs/spring/a/1.png",),
        None,
    )


def test_a_name_that_two_files_have_is_asked() -> None:
    files = ("/jobs/spring/a/1.png", "/jobs/spring/b/1.png")

    assert found("1.png", *files) == (files, Missed.SEVERAL)
    assert found("x/b/1.png", *files) == (files, Missed.SEVERAL)


def test_of_two_files_of_one_name_that_in_the_folder_of_the_cell_is_meant() -> None:
    files = ("/jobs/spring/set/A/1.png", "/jobs/spring/set/B/1.png")

    assert found(r"b\1.png", *files) == ((files[1],), None)


@pytest.mark.parametrize(
    "cell", [r"\\server\share\fox.png", "//server/fox.png", "https://a.b/fox.png", "smb://server/fox.png"]
)
def test_nothing_is_fetched_from_other_computers(cell: str) -> None:
    assert candidates(cell, FOLDER) == []
    assert found(cell, "/jobs/spring/fox.png") == ((), Missed.ELSEWHERE)


@pytest.mark.parametrize("cell", ["none.png", "~/fox.gif", "a\0b", "../../etc/passwd", "."])
def test_what_is_not_there_is_not_found(cell: str) -> None:
    assert found(cell, "/jobs/spring/fox.png")[1] is Missed.NOT_FOUND
