"""Whatever is done to a folder between two runs, no run buys a picture's video a second time."""

import random

import pytest
from fakes.batch_desk import Desk, play_at_desk

from vidu_desktop.batch import known
from vidu_desktop.batch.bought_before import BoughtBefore, VideosHad
from vidu_desktop.domain import folder_rows
from vidu_desktop.domain.batch import SeenPicture


class Folder:
    """A folder of pictures that can be renamed and filled."""

    def __init__(self, desk: Desk) -> None:
        self._files = desk.machine.folders.files
        self.path = "/jobs/spring"
        self.count = 0
        self.add(4)

    def add(self, count: int) -> None:
        for number in range(self.count + 1, self.count + count + 1):
            path = f"{self.path}/{'red/' * (number % 2)}{number}.png"
            self._files[path] = SeenPicture(path=path, file_bytes=number, mtime_ns=number)
        self.count += count

    def rename(self, name: str) -> None:
        before, self.path = self.path, f"/jobs/{name}"
        for path in [path for path in self._files if path.startswith(f"{before}/")]:
            seen = self._files.pop(path)
            there = path.replace(before, self.path, 1)
            self._files[there] = SeenPicture(path=there, file_bytes=seen.file_bytes, mtime_ns=seen.mtime_ns)


def bought_in_any_order(seed: int) -> int:
    """Do a dozen things to a folder with a run after each; return how often a picture was bought at most."""
    most = 0

    async def story(desk: Desk) -> None:
        nonlocal most
        dice, folder = random.Random(seed), Folder(desk)
        assert await desk.run_folder(folder.path) == 4
        for step in range(12):
            match dice.choice(["again", "rename", "add", "result"]):
                case "again":
                    await desk.run_folder(folder.path)
                case "rename":
                    folder.rename(f"summer {step}")
                    await desk.run_folder(folder.path)
                case "add":
                    folder.add(1)
                    await desk.run_folder(folder.path)
                case "result":
                    table = await desk.result()
                    dice.shuffle(rows := table[1:])
                    await desk.run([table[0], *rows], path=f"/jobs/results {step}.csv")
        paid = desk.machine.paid.total()
        most = -(-paid // folder.count) if paid > folder.count else 1

    play_at_desk(story)
    return most


@pytest.mark.parametrize("seed", range(4))
def test_a_folder_read_again_renamed_filled_or_fed_back_buys_each_picture_once(seed: int) -> None:
    assert bought_in_any_order(seed) == 1


async def _nothing(*_: object) -> VideosHad:
    return VideosHad()


async def _never(*_: object) -> bool:
    return False


def test_without_what_its_pictures_have_in_common_a_renamed_folder_would_be_paid_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    count = iter(range(100))
    monkeypatch.setattr(folder_rows, "_digest", lambda seen: f"{next(count):064d}")
    monkeypatch.setattr(known, "_asks_for_the_same", _never)
    monkeypatch.setattr(BoughtBefore, "elsewhere", _nothing)

    assert bought_in_any_order(1) > 1


def test_pairs_of_a_folder_are_a_batch_of_their_own() -> None:
    async def story(desk: Desk) -> None:
        folder = Folder(desk)
        assert await desk.run_folder(folder.path) == 4
        assert await desk.run_folder(folder.path, pairs="chain") == 2
        assert await desk.run_folder(folder.path, pairs="chain") == 0
        assert await desk.run_folder(folder.path) == 0

    play_at_desk(story)


def test_a_result_is_fed_back_without_saying_its_prompt_again() -> None:
    async def story(desk: Desk) -> None:
        folder = Folder(desk)
        assert await desk.run_folder(folder.path) == 4
        new = ["5.png", "another one", "", ""]
        head, *rows = await desk.result()
        table = [head, *rows, [*new, *[""] * (len(head) - len(new))]]

        lines = [one.line for one in await desk.problems(table, path="/jobs/results.csv", prompt=None)]
        assert lines == [6]  # the question is only about the new row
        assert await desk.run(table[:-1], path="/jobs/results.csv", prompt=None) == 0

    play_at_desk(story)
