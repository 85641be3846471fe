"""A job's JSON: what is read from an earlier version's, what is refused, and that the error names the damaged part."""

import errno
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes.kept_things import NOON, a_job, prepared_picture
from fakes.requests import a_request

from vidu_desktop.adapters.disk.os_errors import disk_trouble
from vidu_desktop.adapters.journal.job_codec import job_from_json, job_to_json
from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.job import JobState, Trouble
from vidu_desktop.domain.translation import translated
from vidu_desktop.errors import BadInput, Sentence

Change = Callable[[dict[str, Any]], object]


def document_of(**changes: Any) -> dict[str, Any]:
    """Return the document of a job that is under way, with `changes` at its top level."""
    job = a_job(
        state=JobState.READY_TO_FETCH,
        pictures=(prepared_picture("ab" * 32),),
        trouble=Trouble(code="busy", sentence=Sentence("Wait."), service_words="busy"),
        answers={"accepted": {"id": "t"}},
    )
    document: dict[str, Any] = {**json.loads(job_to_json(job)), **changes}
    return document


def read(document: dict[str, Any]) -> Any:
    return job_from_json(json.dumps(document))


def named_as_damaged(text: str) -> object:
    with pytest.raises(BadInput) as caught:
        job_from_json(text)
    assert caught.value.code == "record-damaged"
    return caught.value.sentence.values["field"]


def test_the_systems_reason_in_a_stored_trouble_is_said_in_the_language_of_whoever_reads_it() -> None:
    why = disk_trouble(OSError(errno.EIO, "Input/output error"), Path("/media/stick"))
    job = job_from_json(job_to_json(a_job(trouble=Trouble.of(why))))
    words = {"reading or writing failed": "读写失败"}

    assert job.trouble == Trouble.of(why)
    assert "读写失败" in translated(job.trouble.sentence, lambda _context, text: words.get(text, text))


def test_an_earlier_version_reads_a_trouble_in_english_and_what_it_wrote_is_read() -> None:
    why = Sentence("It says {why}.", {"why": Sentence("no, {name}", {"name": "Ann"})})
    document = json.loads(job_to_json(a_job(trouble=Trouble(code="a", sentence=why))))
    assert document["trouble"]["values"] == {"why": "no, Ann"}

    del document["trouble"]["sentences"]

    assert read(document).trouble.sentence == Sentence("It says {why}.", {"why": "no, Ann"})


def test_parts_of_parts_of_a_sentence_are_read_three_deep_and_below_that_as_text() -> None:
    one = Sentence("{x}", {"x": "text"})
    two, three, four = (one := Sentence("{x}", {"x": one}) for _ in range(3))
    for whole in (two, three, four):
        stored = Trouble(code="a", sentence=whole)
        assert job_from_json(job_to_json(a_job(trouble=stored))).trouble == stored

    deeper = Trouble(code="a", sentence=Sentence("{x}", {"x": four}))

    (read_back,) = (job_from_json(job_to_json(a_job(trouble=deeper))).trouble,)
    assert read_back is not None
    levels, value = 0, read_back.sentence
    while isinstance(value, Sentence):
        levels, value = levels + 1, value.values["x"]
    assert (levels, value) == (4, "text")


def test_sentences_within_sentences_without_end_are_read_as_far_as_anybody_writes_them() -> None:
    document = document_of()
    deepest = document["trouble"]
    for _ in range(90):
        deepest["values"] = {"why": "as text"}
        deepest["sentences"] = {"why": {"template": "{why}", "values": {"why": "x"}}}
        deepest = deepest["sentences"]["why"]
    assert str(read(document).trouble.sentence)


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"state": "DANCING"}', '{"state": []}'])
def test_what_is_no_job_at_all_is_called_a_damaged_job(text: str) -> None:
    assert named_as_damaged(text) == "job"


DAMAGES: dict[str, tuple[Change, str]] = {
    "a text for the request": (lambda job: job.update(request="a cat"), "request"),
    "a reason that is no sentence": (lambda job: job["trouble"].update(sentences={"why": 7}), "why"),
    "reasons that are a list": (lambda job: job["trouble"].update(sentences=[7]), "sentences"),
    "a path that is no text": (
        lambda job: job["request"].update(picture_paths=["/a.png", 7]),
        "picture_paths",
    ),
    "an option that is a list": (lambda job: job["request"]["options"].update(duration=[4]), "duration"),
    "an unknown option that is a list": (lambda job: job["request"]["options"].update(newer=[4]), "newer"),
    "an option that can't be one": (lambda job: job["request"]["options"].update(duration="4"), "duration"),
    "framings that are no list": (lambda job: job["request"].update(framings="fit"), "framings"),
    "a request of an earlier version without words": (
        lambda job: job.update(request={"model": "viduq1-image", "picture_paths": []}),
        "prompt",
    ),
    "a picture that is a text": (lambda job: job.update(pictures=["/a.png"]), "pictures"),
    "a prepared picture that is a text": (lambda job: job["pictures"][0].update(prepared="ab"), "prepared"),
    "a picture without its size": (lambda job: job["pictures"][0]["prepared"].pop("width_px"), "width_px"),
    "a trouble that is a text": (lambda job: job.update(trouble="busy"), "trouble"),
    "an endless position": (lambda job: job.update(position=float("inf")), "position"),
    "a position past every float": (lambda job: job.update(position=10**400), "position"),
    "a time without a zone": (lambda job: job.update(accepted_at="2026-11-22T12:00:00"), "accepted_at"),
    "a time that is none": (lambda job: job.update(created_at="noon"), "created_at"),
    "a time before all times": (lambda job: job.update(sent_at="0001-01-01T00:00:00+14:00"), "sent_at"),
    "no price at all": (lambda job: job.pop("price_usd"), "price_usd"),
    "a price that is no amount": (lambda job: job.update(price_usd="cheap"), "price_usd"),
    "a price without an end": (lambda job: job.update(price_usd="Infinity"), "price_usd"),
    "a price in no currency": (lambda job: job.update(price={"amount": "1", "currency": "XTS"}), "currency"),
    "a price that is a text": (lambda job: job.update(price="0.20"), "price"),
}


@pytest.mark.parametrize(("change", "field"), DAMAGES.values(), ids=DAMAGES.keys())
def test_the_words_name_the_part_that_is_damaged(change: Change, field: str) -> None:
    document = document_of()
    read(document)  # the control: it can be read unchanged
    change(document)

    assert named_as_damaged(json.dumps(document)) == field


def test_a_time_in_another_zone_is_the_same_moment_in_ours() -> None:
    job = read(document_of(sent_at="2026-11-22T21:00:00+09:00"))

    assert job.sent_at == NOON
    assert job.sent_at.tzinfo is UTC


def test_moments_and_whole_positions_are_taken_as_they_are() -> None:
    job = read(document_of(position=3, created_at="2026-11-22T12:00:00.000001+00:00"))

    assert (job.position, type(job.position)) == (3.0, float)
    assert job.created_at == datetime(2026, 11, 22, 12, tzinfo=UTC) + timedelta(microseconds=1)


@pytest.mark.parametrize("position", [1.7976931348623157e308, -1.7976931348623157e308])
def test_the_farthest_positions_of_all_come_back(position: float) -> None:
    assert job_from_json(job_to_json(a_job(position=position))).position == position


def test_an_option_that_is_null_is_one_that_isnt_said() -> None:
    document = document_of()
    expected = read(document).request
    document["request"]["options"]["newer"] = None

    assert read(document).request == expected


def test_a_job_of_a_version_whose_requests_had_a_field_for_each_option_is_read() -> None:
    document = document_of(price_usd="0.40")
    request = a_request("walk on\ud800", model="viduq1-image", movement="large", project="fox", shot="7")
    older = {"duration_s": 5, "size": "1920x1080", "movement": "large", "aspect_ratio": None}
    document["request"] = {
        "model": "viduq1-image",
        "prompt": request.prompt,
        "project": "fox",
        "shot": "7",
        **older,
        "with_audio": None,
        "picture_paths": ["/pictures/cat.png"],
    }
    job = read(document)

    # Single surrogates are kept.
    assert (job.request.mode, job.request.prompt) == (request.mode, request.prompt)
    assert job.request.options["movement"] == "large"
    assert (job.request.project, job.request.shot) == ("fox", "7")
    assert job.request.picture_paths == ("/pictures/cat.png",)
    assert job.price == usd("0.40")


def test_places_and_names_of_a_request_come_back() -> None:
    request = {
        **document_of()["request"],
        "project": "fox",
        "shot": "7",
        "preset": "slow",
        "file_name": "run",
    }
    back = read(document_of(request=request)).request

    assert (back.project, back.shot, back.preset, back.name) == ("fox", "7", "slow", "run")


def test_without_links_neither_of_them_is_written_and_everything_else_is() -> None:
    texts = dict.fromkeys(("service_url", "clip_id", "video_path"), "kept")
    job = a_job(state=JobState.STORED, video_url="https://x/v", cover_url="https://x/c", **texts)
    whole, without = json.loads(job_to_json(job)), json.loads(job_to_json(job, with_links=False))

    assert whole.keys() - without.keys() == {"video_url", "cover_url"}
    assert without.items() <= whole.items()
