"""What a person writes about a clip is shortened to its limits and not refused."""

import pytest

from vidu_desktop.domain.marks import (
    LABEL_MOST_CHARS,
    NOTE_MOST_CHARS,
    RATING_MOST,
    TAG_MOST_CHARS,
    TAGS_MOST,
    TAKE_MOST,
    MarkChange,
    Marks,
    Verdict,
    tidy_label,
    tidy_tags,
)

FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Moon   film ", "Moon film"),
        ("Moon\nfilm\tone", "Moon film one"),
        ("Moon\0film", "Moon film"),
        ("Moon\x1b[0mfilm", "Moon [0mfilm"),
        ("Moon\udcfffilm", "Moon film"),
        (f"{FAMILY}\0{FAMILY}", f"{FAMILY} {FAMILY}"),
        ("m" * (LABEL_MOST_CHARS + 1), "m" * LABEL_MOST_CHARS),
        ("m" * (LABEL_MOST_CHARS - 1) + " film", "m" * (LABEL_MOST_CHARS - 1)),
    ],
)
def test_a_name_is_one_line_that_can_be_shown(typed: str, kept: str) -> None:
    assert tidy_label(typed) == kept
    assert (Marks(project=typed).project, Marks(shot=typed).shot) == (kept, kept)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("sea", "Sea", "SEA"), ("sea",)),
        (("#sea", "# # waves", "sea#1"), ("sea", "waves", "sea#1")),
        (("sea,waves", " , ", "#", ""), ("sea waves",)),
        (("s" * 61,), ("s" * TAG_MOST_CHARS,)),
        (("s" * 59 + " waves",), ("s" * 59,)),
        (
            tuple(f"tag {number}" for number in range(51)),
            tuple(f"tag {number}" for number in range(TAGS_MOST)),
        ),
    ],
)
def test_a_tag_is_a_few_words_once_without_commas(typed: tuple[str, ...], kept: tuple[str, ...]) -> None:
    assert tidy_tags(typed) == kept
    assert Marks(tags=typed).tags == kept


def test_figures_are_brought_to_their_bounds() -> None:
    assert [Marks(rating=rating).rating for rating in (-1, 0, 1, RATING_MOST, RATING_MOST + 1)] == [
        0,
        0,
        1,
        5,
        5,
    ]
    assert [Marks(shot="S", take=take).take for take in (-1, 0, 1, TAKE_MOST, TAKE_MOST + 1)] == [
        *(1, 1, 1),
        *(TAKE_MOST, TAKE_MOST),
    ]
    assert len(Marks(note="n" * (NOTE_MOST_CHARS + 1)).note) == NOTE_MOST_CHARS


def test_only_a_take_of_a_shot_has_a_number_and_can_win_unless_it_was_rejected() -> None:
    assert Marks(take=3, winner=True) == Marks()
    won = Marks(shot="S010", take=3, winner=True)
    assert (won.take, won.winner) == (3, True)
    assert not Marks(shot="S010", winner=True, verdict=Verdict.REJECT).winner
    assert Marks(shot="S010", winner=True, verdict=Verdict.KEEP).winner


def test_a_take_is_called_as_film_people_do() -> None:
    assert Marks(shot="S010", take=3).label == "S010_T003"
    assert Marks(shot="S010").label == "S010"
    assert Marks(project="Moon").label == ""


def test_a_change_leaves_alone_what_it_does_not_name() -> None:
    marks = Marks(
        star=True, rating=3, verdict=Verdict.KEEP, tags=("sea", "Wind"), note="windy", shot="S010", take=2
    )

    assert MarkChange().applied_to(marks) == marks
    assert MarkChange(star=False, rating=0, note="").applied_to(marks) == Marks(
        verdict=Verdict.KEEP, tags=("sea", "Wind"), shot="S010", take=2
    )
    assert MarkChange(verdict=Verdict.REJECT).applied_to(marks).verdict is Verdict.REJECT
    assert MarkChange(clear_verdict=True).applied_to(marks).verdict is None
    assert MarkChange(winner=True).applied_to(marks).winner
    assert MarkChange(add_tags=("sky", "SEA")).applied_to(marks).tags == ("sea", "Wind", "sky")
    assert MarkChange(remove_tags=("wind",)).applied_to(marks).tags == ("sea",)
    assert MarkChange(add_tags=("sky",), remove_tags=("#Sea",)).applied_to(marks).tags == ("Wind", "sky")


@pytest.mark.parametrize(
    ("verdict", "shot", "change", "found"),
    [
        (Verdict.REJECT, "S010", MarkChange(winner=True), (None, True)),
        (Verdict.REJECT, "", MarkChange(winner=True), (Verdict.REJECT, False)),
        (Verdict.REJECT, "S010", MarkChange(winner=False), (Verdict.REJECT, False)),
        (Verdict.REJECT, "S010", MarkChange(star=True), (Verdict.REJECT, False)),
        (Verdict.REJECT, "S010", MarkChange(winner=True, verdict=Verdict.REJECT), (Verdict.REJECT, False)),
        (Verdict.KEEP, "S010", MarkChange(winner=True), (Verdict.KEEP, True)),
        (None, "S010", MarkChange(winner=True), (None, True)),
    ],
)
def test_of_rejecting_a_take_and_letting_it_win_the_later_wish_counts(
    verdict: Verdict | None, shot: str, change: MarkChange, found: tuple[Verdict | None, bool]
) -> None:
    marks = change.applied_to(Marks(verdict=verdict, shot=shot, take=1))
    assert (marks.verdict, marks.winner) == found
