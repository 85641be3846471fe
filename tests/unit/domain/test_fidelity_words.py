"""Measures in words, followed by the number; the words change at the limits on the page of the decision."""

from dataclasses import replace

import pytest
from fakes.checkout import CHECKOUT_DIR

from vidu_desktop.domain.fidelity import (
    Fidelity,
    PictureShift,
    fidelity_from_document,
    fidelity_to_document,
)
from vidu_desktop.domain.fidelity_words import brief_remark, remarks_on

NOTHING = Fidelity(start=None, end=None, frozen_s=0, black_frames=0, seam=0.4, seam_usual=0.3)


def with_start(mean: float = 1.0, structure: float = 0.95) -> Fidelity:
    return replace(NOTHING, start=PictureShift(colour_mean=mean, colour_p95=11.04, structure=structure))


def said(fidelity: Fidelity) -> str:
    return "\n".join(f"{remark.name}: {found}" for remark in remarks_on(fidelity) for found in remark.found)


@pytest.mark.parametrize(
    ("mean", "words"),
    [
        (0.0, "as in the picture"),
        (3.0, "as in the picture"),
        (3.01, "moved a little"),
        (5.0, "moved a little"),
        (5.01, "moved visibly"),
        (9.0, "moved visibly"),
        (9.01, "moved strongly"),
    ],
)
def test_the_words_for_colour_change_at_their_edges(mean: float, words: str) -> None:
    fidelity = with_start(mean)

    assert f"First frame: colours {words} (mean {mean:.1f}, 95 % under 11.0)" in said(fidelity)


def test_where_there_is_little_room_the_last_word_and_the_number_are_left() -> None:
    assert [str(brief_remark(with_start(mean))) for mean in (3, 5, 9, 10)] == [
        "unmoved (3.0)",
        "a little (5.0)",
        "visibly (9.0)",
        "strongly (10.0)",
    ]


@pytest.mark.parametrize(
    ("structure", "words"),
    [(0.91, "as in"), (0.9, "moved a little"), (0.75, "moved visibly"), (0.51, "moved visibly")],
)
def test_the_words_for_shapes_change_at_their_edges(structure: float, words: str) -> None:
    assert f"shapes {words}" in said(with_start(structure=structure))


def test_where_the_view_is_another_no_colour_shift_is_claimed() -> None:
    said_of_another_view = said(with_start(20.0, structure=0.5))

    assert "not the view of the picture (structure 0.50)" in said_of_another_view
    assert "colours moved" not in said_of_another_view
    assert "colours moved strongly" in said(with_start(20.0, structure=0.51))


@pytest.mark.parametrize(
    ("seam", "usual", "words"),
    [
        (1.0, 0.1, "no jump"),  # in a clip that hardly moves, a tiny difference is no jump
        (4.0, 2.0, "no jump"),
        (4.1, 2.0, "a small jump"),
        (10.1, 2.0, "a jump"),
    ],
)
def test_a_seam_is_judged_by_the_clips_own_movement(seam: float, usual: float, words: str) -> None:
    assert f"Loop: {words} from the last" in said(replace(NOTHING, seam=seam, seam_usual=usual))


def test_what_isnt_there_isnt_spoken_of() -> None:
    assert said(NOTHING).splitlines() == [
        "Loop: no jump from the last frame to the first (0.4, between neighbours 0.3)"
    ]
    assert brief_remark(NOTHING) is None
    full = said(replace(NOTHING, frozen_s=1.25, black_frames=3))
    assert "nothing moves for 1.2 s" in full
    assert "without any light: 3" in full


def test_the_edges_are_those_of_the_decision_page() -> None:
    page = " ".join((CHECKOUT_DIR / "packaging/decisions/fidelity.md").read_text(encoding="utf-8").split())

    assert (
        "*as in the picture* up to 3, *moved a little* up to 5, *visibly* up to 9, *strongly* above" in page
    )
    assert "above 0.9, *moved a little* above 0.75, *visibly* above 0.5" in page


def test_a_fidelity_is_read_back_as_it_was_written() -> None:
    whole = replace(with_start(6.2), end=PictureShift(colour_mean=7.5, colour_p95=9, structure=-0.1))

    for fidelity in (whole, NOTHING):
        assert fidelity_from_document(fidelity_to_document(fidelity)) == fidelity
    assert whole.worst_colour == 7.5
