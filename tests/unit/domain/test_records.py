"""Records and recipes: what they contain, what they never contain, and what is read back from them."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from fakes.kept_things import NOON, a_job, a_request, prepared_picture
from fakes.video_facts import video_facts
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.domain.amounts import Money, usd
from vidu_desktop.domain.catalogue import CATALOGUE
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.modes import FrameSize, Mode
from vidu_desktop.domain.options import Movement
from vidu_desktop.domain.pictures import JobPicture
from vidu_desktop.domain.recipes import recipe_of, request_from_recipe
from vidu_desktop.domain.records import (
    ANSWER_MOST_CHARS,
    StoredAs,
    adopted_record,
    clip_from_record,
    file_name_from_record,
    kept_answer,
    recipe_from_record,
    record_of,
    without_query,
)
from vidu_desktop.errors import BadInput

SHA256 = "ab" + "0" * 62
VIDEO = video_facts(audio_codec="aac", sha256="cd" * 32)
KEEPING = StoredAs(
    clip_id="clip-1", file_name="a.mp4", kept_at=NOON + timedelta(minutes=1), fetched_sha256="ef" * 32
)


def a_record(job: Job | None = None) -> dict[str, object]:
    """Return a record as it is read from a file."""
    return json.loads(json.dumps(record_of(job or a_job(), VIDEO, KEEPING)))


def read(document: object):
    return clip_from_record(
        document, video_path="/library/a.mp4", cover_path=lambda clip_id: f"/covers/{clip_id}"
    )


def test_a_clip_comes_back_from_its_record() -> None:
    clip = read(a_record())

    assert clip.clip_id == "clip-1"
    assert clip.video == VIDEO
    assert clip.created_at == KEEPING.kept_at
    assert (clip.mode, clip.model, clip.prompt) == ("image", "vidu2-image", "a cat runs home")
    assert clip.price == usd("0.20")
    assert (clip.video_path, clip.cover_path) == ("/library/a.mp4", "/covers/clip-1")


def test_a_rehearsal_costs_nothing_in_its_record() -> None:
    clip = read(a_record(a_job(rehearsal=True)))

    assert clip.rehearsal
    assert clip.price == usd(0)


def test_a_record_holds_the_services_answers_as_they_came() -> None:
    answers = {"accepted": {"id": "t", "model": "vidu2-image"}, "result": {"task_status": "SUCCESS"}}
    assert a_record(a_job(answers=answers))["answered"]["answers"] == answers


def test_an_absurdly_long_answer_is_only_measured() -> None:
    assert kept_answer({"id": "t"}) == {"id": "t"}
    assert list(kept_answer({"id": "x" * ANSWER_MOST_CHARS})) == ["left_out_chars"]


def test_a_record_holds_what_was_asked_and_answered() -> None:
    job = a_job(
        service_url="https://api.example/v4",
        finished_at=NOON + timedelta(seconds=9),
        send_attempts=2,
        pictures=(prepared_picture(SHA256),),
    )
    record = a_record(job)

    text = json.dumps(record)
    for part in (
        job.request_id,
        job.task_id,
        job.request.prompt,
        SHA256,
        "cat.png",
        VIDEO.sha256,
        KEEPING.fetched_sha256,
    ):
        assert part is not None
        assert part in text
    assert (NOON + timedelta(seconds=9)).isoformat() in text


def test_neither_document_holds_a_signed_link_or_a_path_of_this_machine() -> None:
    link = "https://user:canary@files.example:8443/v.mp4?X-Signature=canary#canary"
    picture = JobPicture(source_path="/home/canary/cat.png", name="/home/canary/cat.png")
    job = a_job(
        video_url=link,
        cover_url=link,
        service_url=link,
        pictures=(picture,),
        request=a_request(picture_paths=("/home/canary/cat.png",)),
    )

    text = json.dumps(record_of(job, VIDEO, KEEPING)) + json.dumps(recipe_of(job))

    assert "canary" not in text
    assert "https://files.example:8443/v.mp4" in text


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        (None, None),
        ("https://a.example/x?y#z", "https://a.example/x"),
        ("http://[::1]:80/x?y", "http://[::1]:80/x"),
        ("http://a:port/x?y", None),
        ("http://[::1/x?y", None),
    ],
)
def test_links_lose_what_may_be_secret(url: str | None, plain: str | None) -> None:
    assert without_query(url) == plain


@given(
    prompt=st.text(),
    model=st.sampled_from([spec.model for spec in CATALOGUE] + ["vidu9-dream"]),
    mode=st.sampled_from(Mode),
    duration=st.integers(1, 10),
    size=st.builds(FrameSize, st.integers(1, 9999), st.integers(1, 9999)).map(str),
    movement=st.sampled_from(Movement),
    aspect_ratio=st.sampled_from(["16:9", "9:16", "1:1"]),
    audio=st.booleans(),
    quality=st.text(),
    fps=st.integers(0, 1 << 40),
    newer=st.text() | st.integers(0, 99) | st.booleans(),
)
def test_any_request_comes_back_from_its_recipe(**options: object) -> None:
    job = a_job(request=a_request(**options), pictures=(prepared_picture(SHA256),))
    recipe = json.loads(json.dumps(recipe_of(job)))

    request, lost = request_from_recipe(recipe, lambda sha256: f"/kept/{sha256}")

    assert request == replace(job.request, picture_paths=(f"/kept/{SHA256}",), picture_names=("cat.png",))
    assert lost == ()


def test_pictures_that_are_lost_are_named() -> None:
    never_prepared = JobPicture(source_path="/p/dog.png", name="dog.png")
    job = a_job(pictures=(prepared_picture(SHA256), never_prepared))

    request, lost = request_from_recipe(recipe_of(job), lambda sha256: None)

    assert request.picture_paths == ("", "")
    assert lost == ("cat.png", "dog.png")


@pytest.mark.parametrize(
    "sha256", ["../../home/me/secret.png", SHA256.upper(), SHA256[:-1], f"{SHA256}0", f"{SHA256}\n", "", None]
)
def test_only_what_is_a_hash_is_looked_for_in_a_strangers_recipe(sha256: str | None) -> None:
    recipe = recipe_of(a_job(pictures=(prepared_picture(SHA256),)))
    strange = recipe | {"pictures": [{"name": "../cat.png", "sha256": sha256}]}
    asked: list[str] = []

    def found(name: str) -> str:
        asked.append(name)
        return f"/kept/{name}"

    request, lost = request_from_recipe(strange, found)

    assert asked == []
    assert (request.picture_paths, request.picture_names, lost) == (("",), ("cat.png",), ("../cat.png",))


def test_a_recipe_that_names_no_mode_and_no_options_says_them_as_the_first_version_did() -> None:
    older = {
        "schema": "vidu-desktop/recipe",
        "version": 1,
        "model": "vidu2-reference",
        "prompt": "a cat runs home",
        "duration_s": 4,
        "size": "1280x720",
        "movement": "small",
        "aspect_ratio": "9:16",
        "with_audio": None,
        "pictures": [],
    }
    request, _ = request_from_recipe(older, lambda _sha256: None)

    assert request.mode == Mode.REFERENCE
    assert request.options == {
        "duration": 4,
        "size": "1280x720",
        "movement": "small",
        "aspect_ratio": "9:16",
    }


@pytest.mark.parametrize(("name", "value"), [("duration", "long"), ("size", "large"), ("audio", 1)])
def test_an_option_that_is_not_what_it_is_called_is_damage(name: str, value: object) -> None:
    recipe = recipe_of(a_job(request=a_request()))
    options = dict(a_request().options) | {name: value}

    with pytest.raises(BadInput) as caught:
        request_from_recipe(recipe | {"options": options}, lambda _sha256: None)
    assert caught.value.sentence.values["field"] == name


def test_a_lost_picture_leaves_its_place_to_no_other() -> None:
    end = prepared_picture("ef" * 32)
    job = a_job(pictures=(prepared_picture(SHA256), end))

    request, lost = request_from_recipe(
        recipe_of(job), lambda sha256: None if sha256 == SHA256 else "/kept/end.png"
    )

    assert request.picture_paths == ("", "/kept/end.png")
    assert lost == ("cat.png",)


def test_an_adopted_video_claims_no_price_and_may_have_no_recipe() -> None:
    bare = json.loads(json.dumps(adopted_record(None, VIDEO, KEEPING)))
    with_recipe = json.loads(json.dumps(adopted_record(recipe_of(a_job()), VIDEO, KEEPING)))

    assert (read(bare).prompt, read(bare).price, recipe_from_record(bare)) == ("", None, None)
    assert (read(with_recipe).prompt, read(with_recipe).price) == ("a cat runs home", None)


def test_an_adopted_rehearsal_costs_nothing_and_a_known_price_is_kept() -> None:
    rehearsal = adopted_record(recipe_of(a_job(rehearsal=True)), VIDEO, KEEPING)
    known = adopted_record(recipe_of(a_job()), VIDEO, KEEPING, usd("0.40"))

    assert (read(rehearsal).price, read(known).price) == (usd(0), usd("0.40"))


def test_an_adopted_video_is_as_old_as_its_recipe_says() -> None:
    recipe = recipe_of(a_job())

    assert read(adopted_record(recipe, VIDEO, KEEPING)).created_at == NOON
    assert read(adopted_record(None, VIDEO, KEEPING)).created_at == KEEPING.kept_at
    for nonsense in (
        "yesterday",
        5,
        None,
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:00:00+00:00",
    ):
        strange = adopted_record({**recipe, "created_at": nonsense}, VIDEO, KEEPING)
        assert read(strange).created_at == KEEPING.kept_at, nonsense


def test_unknown_fields_are_left_alone() -> None:
    record = a_record()
    record["rating"] = 5
    record["recipe"]["mood"] = "calm"  # type: ignore[index]

    assert read(record) == read(a_record())


def test_a_newer_record_says_so() -> None:
    with pytest.raises(BadInput) as caught:
        read({**a_record(), "version": 99})

    assert caught.value.code == "record-newer"


def paths_into(document: object, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if not isinstance(document, dict):
        return [path]
    return [found for key, value in document.items() for found in paths_into(value, (*path, key))]


WRONG = [None, [], {}, "?", -1.5, True, "9" * 400]


@pytest.mark.parametrize("path", paths_into(a_record()), ids=".".join)
def test_a_wrong_value_anywhere_is_bad_input_or_doesnt_matter(path: tuple[str, ...]) -> None:
    for wrong in WRONG:
        record = a_record()
        place = record
        for key in path[:-1]:
            place = place[key]  # type: ignore[assignment]
        place[path[-1]] = wrong

        # any error except BadInput would end the test
        with suppress(BadInput):
            clip = read(record)
            assert isinstance(clip.prompt, str)
            assert isinstance(clip.price, Money | None)


@pytest.mark.parametrize("document", [None, [], "x", 1, {}, {"schema": "other", "version": 1}])
def test_what_isnt_a_record_is_bad_input(document: object) -> None:
    with pytest.raises(BadInput):
        read(document)


def test_the_state_of_a_job_doesnt_matter_for_its_recipe() -> None:
    assert recipe_of(a_job(state=JobState.DRAFT)) == recipe_of(a_job(state=JobState.STORED))


def test_a_file_name_that_no_file_system_takes_is_refused_by_name() -> None:
    longest = "\u00e9" * 125 + "a.mp4"  # 255 bytes
    assert file_name_from_record({**a_record(), "file": longest}) == longest
    for name in (f"a{longest}", "", ".", "..", "a/b.mp4", "a\\b.mp4", "a\n.mp4", "f\udcff.mp4"):
        with pytest.raises(BadInput) as caught:
            file_name_from_record({**a_record(), "file": name})
        assert caught.value.sentence.values == {"field": "file"}


def test_pictures_that_cannot_be_read_cost_their_names_and_not_the_video() -> None:
    record = a_record()
    recipe = record["recipe"]
    assert isinstance(recipe, dict)

    for pictures in ("none", [7], [{"name": 7}]):
        assert read({**record, "recipe": {**recipe, "pictures": pictures}}).picture_names == ()
    names = [{"name": "a\n.png"}, {"name": ""}, *({"name": f"{n}.png"} for n in range(30))]
    shown = read({**record, "recipe": {**recipe, "pictures": names}}).picture_names
    assert shown[:2] == ("a .png", "0.png")
    assert len(shown) == 20
