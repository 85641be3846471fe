"""The answers of a review: read strictly, entry by entry, and turned into marks once."""

import pytest
from fakes.ui_values import a_clip

from vidu_desktop.domain.marks import Marks, Verdict
from vidu_desktop.domain.review import Remark, ReviewAnswer, review_document, review_from_document, reviewed
from vidu_desktop.errors import BadInput

ANSWER = {
    "clip": "one",
    "verdict": "reject",
    "note": "Too fast",
    "remarks": [{"time_s": 1.5, "frame": 37, "text": "hand"}],
}


def answers(*entries: object, **fields: object) -> dict[str, object]:
    return {"schema": "vidu-desktop/review-answers", "reviewer": "Mei", "answers": list(entries), **fields}


def test_what_is_out_of_bounds_takes_nothing_else_along() -> None:
    bad = [
        7,
        {"clip": "x" * 300, "verdict": "keep"},
        {"clip": "two", "verdict": "perhaps"},
        {"clip": "three", "verdict": ""},
        {**ANSWER, "clip": "four", "remarks": [{"time_s": -1, "frame": 1, "text": "?"}, 7]},
    ]
    review = review_from_document(answers(*bad, ANSWER))
    assert [(one.clip_id, one.verdict, len(one.remarks)) for one in review.answers] == [
        ("four", Verdict.REJECT, 0),
        ("one", Verdict.REJECT, 1),
    ]


def test_every_number_beside_a_video_has_its_unit() -> None:
    (clip,) = review_document("Spring", [a_clip("one", "")], ["clips/one.mp4"])["clips"]
    facts = str(clip["facts"]).split(" \u00b7 ")
    assert [fact.lstrip("0123456789.") for fact in facts[1:]] == [" s", " fps"]


@pytest.mark.parametrize("document", [None, [], {}, {"schema": "vidu-desktop/shelf", "answers": []}])
def test_another_document_is_refused(document: object) -> None:
    with pytest.raises(BadInput):
        review_from_document(document)


def test_a_review_stands_below_the_note_and_the_same_one_twice_stands_there_once() -> None:
    (answer,) = review_from_document(answers(ANSWER)).answers
    before = Marks(note="Mine.", verdict=Verdict.KEEP, rating=4, shot="S1", take=1, winner=True)
    after = reviewed(before, answer, "Mei")
    assert (after.verdict, after.winner, after.rating) == (Verdict.REJECT, False, 4)
    assert after.note == "Mine.\nMei: Too fast\nMei: 0:01.50 (37): hand"
    assert reviewed(after, answer, "Mei") == after


def test_no_verdict_leaves_the_one_that_is_there() -> None:
    answer = ReviewAnswer(clip_id="one", remarks=(Remark(time_s=0, frame=1, text="Nice"),))
    assert reviewed(Marks(verdict=Verdict.KEEP), answer, "").verdict is Verdict.KEEP
