"""Sentences about results are complete, and only name what exists."""

from pathlib import Path

import pytest

from vidu_desktop.controllers.result_words import imported_words, left_out_words, made_words
from vidu_desktop.domain.export import MadeFile
from vidu_desktop.errors import BadInput, Sentence


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((1, 0, 0, 0, 0), "1 video was imported."),
        ((2, 0, 1, 0, 0), "2 videos were imported. 1 was in the library already."),
        ((0, 0, 3, 0, 0), "Nothing new was imported. 3 were in the library already."),
        ((0, 1, 0, 0, 0), "1 came back from the trash, with its marks and its cost."),
        (
            (0, 0, 0, 2, 0),
            "Nothing new was imported. 2 files weren't taken, because they aren't videos or can't be read.",
        ),
        (
            (4, 0, 0, 0, 1),
            "4 videos were imported. You ended it before the last file; import it again to go on.",
        ),
    ],
)
def test_an_import_is_told_without_what_there_was_none_of(counts, words) -> None:
    assert imported_words(*counts) == words


def test_one_file_is_told_by_its_name_and_several_by_their_folder() -> None:
    assert made_words([MadeFile(Path("/out/a.mp4"))], []) == "“a.mp4” is saved."
    assert (
        made_words([MadeFile(Path("/out/a.mp4")), MadeFile(Path("/out/b.mp4"))], [])
        == "2 files are saved in “/out”."
    )


def test_colours_that_stayed_are_said_of_one_file_and_counted_among_several() -> None:
    kept, matched = MadeFile(Path("/out/a.mp4"), colours_kept=True), MadeFile(Path("/out/b.mp4"))
    assert "Its colours are as they were" in made_words([kept], [])
    assert "1 of them" in made_words([kept, matched], [])
    assert "2 of them" in made_words([kept, kept, matched], [])
    assert "colours" not in made_words([matched], [])


def test_what_was_not_made_says_why_once() -> None:
    full = BadInput("disk-full", Sentence("The disk is full."))
    assert (
        made_words([MadeFile(Path("/out/a.mp4"))], [full, full])
        == "“a.mp4” is saved. 2 videos couldn't be exported. The disk is full."
    )
    assert left_out_words(1) == "1 video is left out, because its file is missing."
