"""From a command's words to requests: all pictures are looked at together, and all mistakes are reported."""

import argparse
import asyncio
from pathlib import Path

import pytest

from vidu_desktop.cli.reports import MANY, Steps
from vidu_desktop.cli.requests import NotInOrder, checked_requests
from vidu_desktop.domain.catalogue import PictureLimits
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.pictures import PictureFacts, PreparedPicture
from vidu_desktop.errors import BadInput, Sentence


class Looks:
    """Pictures whose names say what they are; each look only ends when `together` of them are under way."""

    def __init__(self, together: int = 1) -> None:
        self._together = together
        self._all_there = asyncio.Event()
        self.asked: list[str] = []

    async def look_at(self, path: str, limits: PictureLimits) -> PictureFacts:
        self.asked.append(Path(path).name)
        if len(self.asked) >= self._together:
            self._all_there.set()
        await self._all_there.wait()
        name = Path(path).name
        if name.startswith("bad"):
            raise BadInput("picture-damaged", Sentence("“{name}” is damaged.", {"name": name}))
        width, height = (
            (500, 100) if name.startswith("wide") else (200, 200) if name == "face.png" else (100, 100)
        )
        return PictureFacts(
            path=path, name=name, width_px=width, height_px=height, file_bytes=9, media_type="image/png"
        )

    async def prepare(self, path: str, limits: PictureLimits, framing: object = None) -> PreparedPicture:
        raise NotImplementedError


def wish(mode: Mode, *names: str, prompt: str = "") -> argparse.Namespace:
    return argparse.Namespace(
        mode=mode,
        pictures=[Path(name) for name in names],
        prompt=prompt,
        model=None,
        duration=None,
        size=None,
        movement=None,
        aspect_ratio=None,
        audio=False,
        project="",
        shot="",
    )


def unheard(_done: int, _count: int) -> None: ...


@pytest.mark.anyio
async def test_many_pictures_are_looked_at_together_and_stay_in_order() -> None:
    names = [f"{number}.png" for number in range(40)]

    requests = await checked_requests(wish(Mode.IMAGE, *names), Looks(together=40), unheard)

    assert [Path(request.picture_paths[0]).name for request in requests] == names


@pytest.mark.anyio
async def test_every_bad_picture_is_named_and_what_is_wrong_with_the_prompt_is_said_once() -> None:
    names = ["bad-1.png", "good.png", "wide.png", "bad-2.png", "good-2.png"]

    with pytest.raises(NotInOrder) as caught:
        await checked_requests(wish(Mode.IMAGE, *names, prompt="x" * 600), Looks(), unheard)

    codes = [problem.code for problem in caught.value.problems]
    assert codes == ["picture-damaged", "prompt-too-long", "picture-ratio", "picture-damaged"]
    assert [str(one.sentence) for one in caught.value.problems if one.code == "picture-damaged"] == [
        "“bad-1.png” is damaged.",
        "“bad-2.png” is damaged.",
    ]


@pytest.mark.anyio
async def test_both_pictures_of_one_video_are_named_if_both_are_bad() -> None:
    with pytest.raises(NotInOrder) as caught:
        await checked_requests(wish(Mode.START_END, "bad-1.png", "bad-2.png"), Looks(), unheard)

    assert len(caught.value.problems) == 2


@pytest.mark.anyio
async def test_a_picture_that_is_named_twice_is_looked_at_once_and_makes_two_videos() -> None:
    looks = Looks()

    requests = await checked_requests(wish(Mode.IMAGE, "a.png", "a.png"), looks, unheard)

    assert (len(requests), looks.asked) == (2, ["a.png"])


@pytest.mark.anyio
async def test_how_far_it_is_is_told_before_the_first_picture_and_after_each() -> None:
    heard: list[tuple[int, int]] = []

    await checked_requests(
        wish(Mode.IMAGE, "a.png", "b.png"), Looks(), lambda done, count: heard.append((done, count))
    )

    assert heard == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("mode", "names", "said"),
    [
        (Mode.IMAGE, ["a.png"], ["“a.png” is sent as 100 × 100; the video has 1280 × 720."]),
        (Mode.START_END, ["a.png", "b.png"], ["Of these pictures, 2 have less than half"]),
        (Mode.REFERENCE, ["face.png"], []),  # it doesn't need the video's shape
    ],
)
async def test_pictures_much_smaller_than_the_video_are_said_and_taken(
    mode: Mode, names: list[str], said: list[str]
) -> None:
    heard: list[str] = []

    requests = await checked_requests(
        wish(mode, *names, prompt="it runs"),
        Looks(),
        unheard,
        lambda sentence: heard.append(str(sentence)),
    )

    assert len(requests) == 1
    assert [one.startswith(begin) for one, begin in zip(heard, said, strict=True)] == [True] * len(said)


def test_people_are_told_at_once_and_then_every_few_seconds() -> None:
    now_s, said = 0.0, list[str]()
    steps = Steps(lambda sentence: said.append(str(sentence)), lambda: now_s)
    for done in range(101):
        steps.looked(done, 100)
        now_s += 0.125

    assert said[0] == "Looking at 100 pictures…"
    assert said[1:] == [f"{done} of 100 pictures looked at." for done in (24, 48, 72, 96)]


def test_a_few_pictures_need_no_words() -> None:
    said = list[Sentence]()
    steps = Steps(said.append)
    for done in range(MANY):
        steps.looked(done, MANY - 1)

    assert said == []
