"""Clips follow each other as in a film, however the list shows them."""

from dataclasses import replace
from datetime import timedelta

from fakes.clips import a_clip

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import Marks
from vidu_desktop.domain.running_order import in_running_order


def take(shot: str, number: int, age: int = 0) -> Clip:
    clip = a_clip(f"{shot}/{number}", marks=Marks(project="Moon", shot=shot, take=number))
    return later(clip, -age)


def later(clip: Clip, minutes: int) -> Clip:
    return replace(clip, created_at=clip.created_at + timedelta(minutes=minutes))


def names(clips: list[Clip]) -> list[str]:
    return [clip.clip_id for clip in clips]


def test_takes_go_by_shot_and_number_as_people_count() -> None:
    clips = [take("S10", 1, age=9), take("S2", 2, age=5), take("S2", 1), take("S2b", 1)]

    assert names(in_running_order(clips)) == ["S2/1", "S2/2", "S2b/1", "S10/1"]


def test_where_one_has_no_shot_the_oldest_comes_first() -> None:
    clips = [take("S1", 1), later(a_clip("plain"), -1), later(a_clip("first"), -2)]

    assert names(in_running_order(clips)) == ["first", "plain", "S1/1"]


def test_of_the_same_moment_the_one_that_came_in_first_is_first() -> None:
    clips = [a_clip("second", row=2), a_clip("first", row=1)]

    assert names(in_running_order(clips)) == ["first", "second"]
