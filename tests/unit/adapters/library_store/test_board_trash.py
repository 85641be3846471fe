"""Boards in the trash: moved there and back completely, and no chain becomes a board again by itself."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes.boards import DAWN
from fakes.library_home import Home
from typing_extensions import override

from vidu_desktop.adapters.disk.files import Files
from vidu_desktop.adapters.library_store.board_files import BoardFiles
from vidu_desktop.adapters.library_store.board_trash import BoardTrash
from vidu_desktop.domain.board import board_id
from vidu_desktop.errors import DiskTrouble

pytestmark = pytest.mark.anyio


@pytest.fixture
def trash(boards: BoardFiles, home: Home) -> BoardTrash:
    return BoardTrash(home.store)


async def test_a_board_goes_in_whole_and_comes_back_whole(boards: BoardFiles, trash: BoardTrash) -> None:
    await boards.save(DAWN, "")
    trash_id = await trash.put(DAWN)

    (line,) = await trash.contents()
    assert (line.trash_id, line.name, line.stills) == (trash_id, "Dawn", 2)
    assert (await boards.names()).names == ()
    kept = await trash.take_back(trash_id)

    assert kept is not None
    assert kept.board == DAWN
    assert (await boards.names()).names == ("Dawn",)
    assert (await trash.contents(), await trash.take_back(trash_id)) == ([], None)


async def test_a_board_that_lies_in_its_place_by_then_stays(boards: BoardFiles, trash: BoardTrash) -> None:
    await boards.save(DAWN, "")
    trash_id = await trash.put(DAWN)
    other = replace(DAWN, prompt="other")
    await boards.save(other, "")

    kept = await trash.take_back(trash_id)

    assert kept is not None
    assert kept.board == replace(DAWN, name="Dawn 2")
    found = await boards.load("Dawn")
    assert found is not None
    assert found.board == other


async def test_two_of_a_name_lie_there_beside_each_other(boards: BoardFiles, trash: BoardTrash) -> None:
    for prompt in ("first", "second"):
        await boards.save(replace(DAWN, prompt=prompt), "")
        await trash.put(DAWN)
    assert [one.name for one in await trash.contents()] == ["Dawn", "Dawn"]


async def test_a_deleted_chain_stays_away_also_when_the_trash_is_empty(trash: BoardTrash) -> None:
    trash_id = await trash.put(DAWN)  # a board without a document
    assert await trash.delete(trash_id)

    assert (await trash.contents(), await trash.delete(trash_id)) == ([], False)
    assert board_id("DAWN") in await trash.hidden()
    await trash.show_again("dawn")
    assert board_id("Dawn") not in await trash.hidden()


async def test_only_what_was_there_for_long_enough_is_deleted(trash: BoardTrash, home: Home) -> None:
    await trash.put(DAWN)
    now = home.store.now()
    long, short = timedelta(days=7), timedelta(days=6)
    home.store.now = lambda: now + timedelta(days=8)
    await trash.put(replace(DAWN, name="Dusk"))

    assert await trash.delete_older(now - short, now) == 0
    assert await trash.delete_older(now + long, now + timedelta(days=9)) == 1
    assert [one.name for one in await trash.contents()] == ["Dusk"]


@pytest.mark.parametrize("trash_id", ["../dawn-1", "dawn", "", "a/b-1", "x-²"])
async def test_what_is_no_id_of_the_trash_deletes_nothing(
    boards: BoardFiles, trash: BoardTrash, trash_id: str
) -> None:
    await boards.save(DAWN, "")
    assert not await trash.delete(trash_id)
    assert await trash.take_back(trash_id) is None


class Breaking(Files):
    """Fails at the k-th step."""

    def __init__(self, at: int) -> None:
        self.left = at

    def _step(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise OSError("broken here")

    @override
    def write(self, path: Path, data: bytes) -> None:
        self._step()
        super().write(path, data)

    @override
    def replace(self, source: Path, target: Path) -> None:
        self._step()
        super().replace(source, target)

    @override
    def remove(self, path: Path) -> None:
        self._step()
        super().remove(path)


@pytest.mark.parametrize("step", range(1, 5))
@pytest.mark.parametrize("way", ["put", "take back", "rename"])
async def test_broken_off_at_any_step_the_board_is_somewhere(
    boards: BoardFiles, trash: BoardTrash, home: Home, step: int, way: str
) -> None:
    kept = await boards.save(DAWN, "")
    trash_id = ""
    if way == "take back":
        trash_id = await trash.put(DAWN)
        await boards.save(replace(DAWN, prompt="other"), "")
    usual, home.store.files = home.store.files, Breaking(step)

    with suppress(DiskTrouble):
        if way == "put":
            await trash.put(DAWN)
        elif way == "take back":
            await trash.take_back(trash_id)
        else:
            await boards.rename(DAWN, "Dusk", kept.stamp)
    home.store.files = usual

    found = [await boards.load(name) for name in (await boards.names()).names]
    there = [one.board.prompt for one in found if one is not None]
    assert "" in there or [one.name for one in await trash.contents()] == ["Dawn"]
