"""Videos are told apart by their titles, by where they came from, and by the parts in which similar names differ."""

import pytest
from fakes.requests import a_request
from fakes.ui_values import a_clip, a_job

from vidu_desktop.domain.marks import Marks
from vidu_desktop.domain.pictures import JobPicture
from vidu_desktop.domain.titles import clip_subtitle, clip_title, job_subtitle, job_title, shared_ends


def pictures(*names: str) -> tuple[JobPicture, ...]:
    return tuple(JobPicture(source_path=f"/pictures/{name}", name=name) for name in names)


def test_a_title_is_the_prompt_on_one_line() -> None:
    assert clip_title(a_clip(prompt="A\nfox")) == "A fox"
    assert job_title(a_job(prompt=" A  fox ")) == "A fox"


def test_without_a_prompt_the_pictures_are_the_title() -> None:
    clip = a_clip(prompt=" ", picture_names=("SKU-1007.png",))

    assert clip_title(clip) == "SKU-1007"
    assert job_title(a_job(prompt="", pictures=pictures("SKU-1007.png"))) == "SKU-1007"
    assert clip_subtitle(clip) == "", "the title has said it"


def test_without_prompt_and_pictures_the_file_is_the_title() -> None:
    assert clip_title(a_clip("foreign", prompt="")) == "foreign"
    assert job_title(a_job(prompt="", pictures=())) == ""


def test_beneath_the_title_stands_the_take() -> None:
    taken = Marks(project="Dawn", shot="S010", take=2)

    assert clip_subtitle(a_clip(marks=taken, picture_names=("fox.png",))) == "S010_T002"


def test_beneath_the_title_of_a_job_stands_its_shot_until_it_has_a_take() -> None:
    job = a_job(request=a_request("A fox", shot="S010"))

    assert job_subtitle(job) == "S010"
    assert job_subtitle(job, "S010_T002") == "S010_T002"


def test_outside_of_a_shot_the_pictures_stand_beneath_the_title() -> None:
    assert clip_subtitle(a_clip(picture_names=("SKU-1007.png",))) == "SKU-1007.png"
    assert job_subtitle(a_job(pictures=pictures("SKU-1007.png"))) == "SKU-1007.png"


def test_a_video_from_nowhere_with_a_prompt_is_told_by_its_file() -> None:
    assert clip_subtitle(a_clip("clip-7", picture_names=())) == "clip-7.mp4"


def test_several_pictures_are_said_in_their_order() -> None:
    clip = a_clip(prompt="", picture_names=("K1.png", "K2.png"))

    assert clip_title(clip) == "K1 + K2"


@pytest.mark.parametrize(
    ("names", "told_apart"),
    [
        (["SKU-1007-product", "SKU-1008-product"], ["1007", "1008"]),
        (["SKU-1007", "SKU-1017", "SKU-1107"], ["1007", "1017", "1107"]),
        (["a", "b"], ["a", "b"]),
        (["fox", "fox"], ["fox", "fox"]),
        (["fox"], ["fox"]),
        (["take", "take 2"], ["", " 2"]),
        ([], []),
    ],
)
def test_what_alike_names_share_is_told_from_where_they_differ(
    names: list[str], told_apart: list[str]
) -> None:
    begin, end = shared_ends(names)

    assert [name[begin : len(name) - end] for name in names] == told_apart
