"""Every rule of the service is checked before anything is sent, up to its exact limit, and each problem says where it is."""

from typing import Any

import pytest
from fakes.requests import a_request

from vidu_desktop.domain.catalogue import Offer, offer_for
from vidu_desktop.domain.framing import Framing, FramingKind
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import GenerationRequest, Problem, Remedy, check_pictures, check_request


def offer(model: str, mode: str) -> Offer:
    found = offer_for(model, mode)
    assert found is not None
    return found


IMAGE = offer("vidu2-image", "image")
PAIR = offer("vidu2-start-end", "start-end")
SUBJECTS = offer("vidu2-reference", "reference")


def picture(width_px: int = 640, height_px: int = 480, name: str = "fox.png") -> PictureFacts:
    return PictureFacts(
        path=f"/{name}",
        name=name,
        width_px=width_px,
        height_px=height_px,
        file_bytes=9,
        media_type="image/png",
    )


def about(problem: Problem) -> tuple[str, str, int | None, Remedy]:
    return problem.code, problem.place, problem.picture_index, problem.remedy


@pytest.mark.parametrize(("width_px", "height_px"), [(400, 100), (100, 400), (1, 1), (1, 4)])
def test_a_picture_of_the_utmost_shape_may_be_sent(width_px: int, height_px: int) -> None:
    assert check_pictures([picture(width_px, height_px)], IMAGE) == []


@pytest.mark.parametrize(("width_px", "height_px"), [(401, 100), (100, 401), (5, 1)])
def test_a_longer_one_is_named_with_its_size_and_can_be_cropped(width_px: int, height_px: int) -> None:
    (problem,) = check_pictures([picture(width_px, height_px)], IMAGE)

    assert about(problem) == ("picture-ratio", "pictures", 0, Remedy.CROP_TO_RATIO)
    assert problem.sentence.values == {"name": "fox.png", "width": width_px, "height": height_px}


def test_of_subjects_each_is_large_enough_or_named_by_its_place() -> None:
    assert check_pictures([picture(128, 128)], SUBJECTS) == []

    problems = check_pictures([picture(), picture(127, 128, "b.png"), picture(128, 127, "c.png")], SUBJECTS)

    expected = ("picture-too-small", "pictures")
    assert [about(problem) for problem in problems] == [
        (*expected, 1, Remedy.CHOOSE_ANOTHER),
        (*expected, 2, Remedy.CHOOSE_ANOTHER),
    ]
    assert problems[0].sentence.values == {"name": "b.png", "width": 127, "height": 128, "side": 128}


@pytest.mark.parametrize(("width_px", "height_px"), [(800, 800), (1250, 1250), (1000, 1000)])
def test_frames_within_a_fifth_of_each_other_are_a_pair(width_px: int, height_px: int) -> None:
    assert check_pictures([picture(1000, 1000), picture(width_px, height_px)], PAIR) == []


@pytest.mark.parametrize(("width_px", "height_px"), [(799, 1000), (1000, 799), (1251, 1000), (1000, 1251)])
def test_frames_that_differ_more_are_none_and_the_end_can_be_matched(width_px: int, height_px: int) -> None:
    (problem,) = check_pictures([picture(1000, 1000), picture(width_px, height_px)], PAIR)

    assert about(problem) == ("pair-mismatch", "pictures", 1, Remedy.MATCH_START)
    assert problem.sentence.values == {
        "start_width": 1000,
        "start_height": 1000,
        "end_width": width_px,
        "end_height": height_px,
    }


@pytest.mark.parametrize(
    ("of", "count", "code", "remedy", "values"),
    [
        (IMAGE, 0, "pictures-missing", Remedy.CHOOSE_ANOTHER, {}),
        (IMAGE, 2, "pictures-too-many", Remedy.USE_FIRST, {"most": 1, "count": 2}),
        (PAIR, 0, "pictures-missing", Remedy.CHOOSE_ANOTHER, {}),
        (PAIR, 1, "pictures-missing", Remedy.CHOOSE_ANOTHER, {"least": 2, "count": 1}),
        (PAIR, 3, "pictures-too-many", Remedy.USE_FIRST, {"most": 2, "count": 3}),
        (SUBJECTS, 4, "pictures-too-many", Remedy.USE_FIRST, {"most": 3, "count": 4}),
    ],
)
def test_too_few_and_too_many_pictures_are_said_with_what_helps(
    of: Offer, count: int, code: str, remedy: Remedy, values: dict[str, int]
) -> None:
    (problem,) = check_pictures([picture()] * count, of)

    assert about(problem) == (code, "pictures", None, remedy)
    assert problem.sentence.values == values


@pytest.mark.parametrize(
    ("of", "count"), [(IMAGE, 1), (PAIR, 2), (SUBJECTS, 1), (SUBJECTS, 2), (SUBJECTS, 3)]
)
def test_as_many_pictures_as_a_mode_takes_are_right(of: Offer, count: int) -> None:
    assert check_pictures([picture()] * count, of) == []


def asked(of: Offer, prompt: str = "runs", **options: Any) -> list[Problem]:
    request = a_request(prompt, model=of.model, mode=of.mode, **options)
    return check_request(request, of, [picture()] * of.pictures_min)


def test_a_prompt_may_be_as_long_as_the_service_reads_and_no_character_longer() -> None:
    most = IMAGE.prompt_max_chars
    assert asked(IMAGE, "\U0001f98a" * most) == []

    (problem,) = asked(IMAGE, "x" * (most + 3))

    assert about(problem) == ("prompt-too-long", "prompt", None, Remedy.SHORTEN_PROMPT)
    assert problem.sentence.values == {"count": most + 3, "most": most, "over": 3}


@pytest.mark.parametrize("code_point", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_a_prompt_with_half_a_character_is_refused(code_point: int) -> None:
    (problem,) = asked(IMAGE, f"a {chr(code_point)} cat")
    assert about(problem) == ("prompt-not-text", "prompt", None, Remedy.NONE)


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066"], ids=ascii)
def test_a_prompt_with_what_nobody_sees_is_refused(char: str) -> None:
    (problem,) = asked(IMAGE, f"a {char}[31m cat")
    assert about(problem) == ("prompt-controls", "prompt", None, Remedy.NONE)


@pytest.mark.parametrize("char", ["\ud7ff", "\ue000", "\U0010ffff", "é", "猫"])
def test_every_whole_character_may_be_in_a_prompt(char: str) -> None:
    assert asked(IMAGE, f"a {char} cat") == []


def test_an_option_that_the_model_does_not_offer_is_said_with_those_that_it_does() -> None:
    (problem,) = asked(IMAGE, movement="wild")

    assert about(problem) == ("option-value", "movement", None, Remedy.NONE)
    assert problem.sentence.values == {
        "model": "vidu2-image",
        "option": "movement",
        "value": "wild",
        "allowed": ("auto", "small", "medium", "large"),
    }


def test_an_option_that_the_model_has_not_is_said_unless_it_asks_for_nothing() -> None:
    (problem,) = asked(IMAGE, fps=60)

    assert about(problem) == ("option-unknown", "fps", None, Remedy.NONE)
    assert problem.sentence.values == {"model": "vidu2-image", "option": "fps"}
    assert asked(offer("cogvideox-3", "image"), audio=False) == []


def test_all_that_is_wrong_is_said_at_once() -> None:
    request = a_request("x" * 100_000, model="vidu2-start-end", mode="start-end", fps=60)
    problems = check_request(request, PAIR, [picture(500, 100)])

    assert [problem.code for problem in problems] == [
        "pictures-missing",
        "picture-ratio",
        "prompt-too-long",
        "option-unknown",
    ]


def test_a_picture_beyond_those_that_are_framed_keeps_its_shape() -> None:
    framing = Framing(kind=FramingKind.CROP, width=16, height=9)
    request = GenerationRequest(
        model="m", mode="image", prompt="", picture_paths=("/a", "/b"), options={}, framings=(framing,)
    )
    assert (request.framing_of(0), request.framing_of(1)) == (framing, None)
