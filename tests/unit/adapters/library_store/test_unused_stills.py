"""Copies of stills are deleted only where nothing needs them."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.library_home import Home

from vidu_desktop.adapters.library_store.board_files import BoardFiles
from vidu_desktop.adapters.library_store.board_trash import BoardTrash
from vidu_desktop.adapters.library_store.unused_stills import UnusedStills
from vidu_desktop.domain.board import Board, StillContent

pytestmark = pytest.mark.anyio
HELD = b"picture"
SHA = hashlib.sha256(HELD).hexdigest()


class Shed:
    """A library with one copy of a still, old enough to be deleted."""

    def __init__(self, home: Home, tmp_path: Path) -> None:
        self.store = home.store
        self.boards, self.trash = BoardFiles(home.store), BoardTrash(home.store)
        self.drafts_path = tmp_path / "drafts.json"
        self.root = tmp_path / "library"
        self.needed: list[str] = []
        self.unused = UnusedStills(home.store, self.drafts_path, lambda: self.needed)

    async def keep(self, path: Path) -> None:
        await self.boards.keep_still(str(path), SHA)
        (copy,) = (await self.boards.copies()).values()
        long_ago_s = self.store.now().timestamp() - 86_400
        os.utime(copy, (long_ago_s, long_ago_s))

    @property
    def board(self) -> Board:
        board = Board(name="Dawn", chain="Dawn").with_stills(0, ["/stills/a.png"])
        content = StillContent(sha256=SHA, file_bytes=len(HELD), mtime_ns=1)
        return board.with_still(0, replace(board.stills[0], content=content))

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


@pytest.fixture
async def shed(tmp_path: Path):
    home = Home(tmp_path)
    home.start()
    shed = Shed(home, tmp_path)
    still = tmp_path / "still.png"
    still.write_bytes(HELD)
    await shed.keep(still)
    yield shed
    home.stop()


async def test_a_copy_that_nothing_needs_is_measured_and_tidied_away(shed: Shed) -> None:
    assert await shed.unused.measure() == len(HELD)
    assert await shed.unused.delete() == 1
    assert await shed.boards.copies() == {}
    assert (await shed.unused.measure(), await shed.unused.delete()) == (0, 0)


NEEDED: dict[str, Callable[[Shed], None]] = {
    "a batch": lambda shed: shed.write(".batches/chain1.json", f'{{"path": "/x/.boards/stills/{SHA}.png"}}'),
    "what lies in the tabs": lambda shed: shed.drafts_path.write_text(f'{{"path": "/stills/{SHA}.png"}}'),
    "a list of the library": lambda shed: shed.write(".presets.json", f'"{SHA}"'),
    "a board that can't be read": lambda shed: shed.write(".boards/0123.json", "{"),
    "a thrown-away board that can't be read": lambda shed: shed.write(".boards/trash/0123-4.json", "{"),
    "a job": lambda shed: shed.needed.append(f"/library/.boards/stills/{SHA}.png"),
    "a board of this run": lambda shed: shed.needed.append(SHA),
    "another computer that is just writing": lambda shed: os.utime(
        shed.root / ".boards" / "stills" / f"{SHA}.png"
    ),
}


@pytest.mark.parametrize("who", NEEDED)
async def test_a_copy_that_something_needs_stays(shed: Shed, who: str) -> None:
    NEEDED[who](shed)
    assert (await shed.unused.measure(), await shed.unused.delete()) == (0, 0)
    assert list(await shed.boards.copies()) == [SHA]


async def test_a_board_needs_its_sound(shed: Shed) -> None:
    content = StillContent(sha256=SHA, file_bytes=len(HELD), mtime_ns=1)
    board = Board(name="Dusk", chain="Dusk", sound_path="/music/a.mp3", sound_content=content)
    kept = await shed.boards.save(board, "")
    assert await shed.unused.delete() == 0
    await shed.boards.save(replace(board, sound_path="", sound_content=None), kept.stamp)
    assert await shed.unused.delete() == 1


async def test_a_board_needs_its_stills_also_in_the_trash_until_it_is_deleted_for_good(shed: Shed) -> None:
    await shed.boards.save(shed.board, "")
    assert await shed.unused.delete() == 0
    trash_id = await shed.trash.put(shed.board)
    assert await shed.unused.delete() == 0
    await shed.trash.delete(trash_id)
    assert await shed.unused.delete() == 1
