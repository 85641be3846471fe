"""Boards on the disk: complete at every moment, never overwriting another computer's, with their stills beside them."""

import asyncio
import errno
import hashlib
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.boards import DAWN
from fakes.library_home import Home
from typing_extensions import override

from vidu_desktop.adapters.disk.files import Files
from vidu_desktop.adapters.disk.lasting_copies import LastingCopies
from vidu_desktop.adapters.library_store.board_files import BoardFiles, damaged_boards
from vidu_desktop.domain.board import BoardNames, board_id
from vidu_desktop.errors import BadInput, DiskTrouble

SHA256 = hashlib.sha256(b"picture").hexdigest()


def document_of(tmp_path: Path, name: str = "Dawn") -> Path:
    return tmp_path / "library" / ".boards" / f"{board_id(name)}.json"


def files_of(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.iterdir()]


@pytest.mark.anyio
async def test_a_board_is_there_after_the_program_ended(boards: BoardFiles, home: Home) -> None:
    await boards.save(DAWN, "")

    kept = await BoardFiles(home.store).load("DAWN")

    assert kept is not None
    assert kept.board == DAWN
    assert (await boards.names()).names == ("Dawn",)
    assert await boards.load("Dusk") is None


@pytest.mark.anyio
async def test_what_another_computer_wrote_meanwhile_stays_and_ours_lies_beside_it(
    boards: BoardFiles,
) -> None:
    first = await boards.save(DAWN, "")
    theirs = replace(DAWN, prompt="theirs")
    await boards.save(theirs, first.stamp)

    ours = await boards.save(replace(DAWN, prompt="ours"), first.stamp)

    assert (ours.board.name, ours.board.chain, ours.board.prompt) == ("Dawn 2", "Dawn", "ours")
    found = await boards.load("Dawn")
    assert found is not None
    assert found.board == theirs


@pytest.mark.anyio
async def test_a_chain_is_told_with_the_present_name_of_its_board(boards: BoardFiles) -> None:
    kept = await boards.save(DAWN, "")
    await boards.save(replace(DAWN, prompt="a copy"), "")
    assert (await boards.names()).chains == {"Dawn": "Dawn"}

    await boards.rename(replace(DAWN, name="Dawn"), "Zenith", kept.stamp)
    assert (await boards.names()).chains["Dawn"] in ("Dawn 2", "Zenith")


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff", b"[" * 100_000])
@pytest.mark.anyio
async def test_a_damaged_board_is_one_finding_and_is_never_written_over(
    boards: BoardFiles, home: Home, tmp_path: Path, damage: bytes
) -> None:
    dusk = replace(DAWN, name="Dusk")
    await boards.save(DAWN, "")
    await boards.save(dusk, "")
    document_of(tmp_path).write_bytes(damage)

    assert await boards.names() == BoardNames(("Dusk",), (str(document_of(tmp_path)),), {"Dawn": "Dusk"})
    assert [one.code for one in damaged_boards(home.store)] == ["board-damaged"]
    with pytest.raises(BadInput, match="damaged"):
        await boards.load("Dawn")
    kept = await boards.save(DAWN, "")

    assert kept.board.name == "Dawn 2"
    assert document_of(tmp_path).read_bytes() == damage


@pytest.mark.anyio
async def test_a_still_is_kept_once_by_what_it_holds(boards: BoardFiles, tmp_path: Path) -> None:
    still = tmp_path / "still.PNG"
    still.write_bytes(b"picture")
    sha256 = hashlib.sha256(b"picture").hexdigest()

    await boards.keep_still(str(still), sha256)
    await boards.keep_still(str(still), sha256)

    copies = await boards.copies()
    assert list(copies) == [sha256]
    assert files_of(tmp_path / "library" / ".boards" / "stills") == [b"picture"]


@pytest.mark.anyio
async def test_a_still_that_was_written_to_meanwhile_is_not_kept_under_what_it_held(
    boards: BoardFiles, tmp_path: Path
) -> None:
    still = tmp_path / "still.png"
    still.write_bytes(b"other by now")

    await boards.keep_still(str(still), hashlib.sha256(b"picture").hexdigest())

    assert await boards.copies() == {}


class Hanging(Files):
    """Copies nothing before the drive answers again."""

    def __init__(self) -> None:
        self.begun, self.answers = threading.Semaphore(0), threading.Event()

    @override
    def copy(self, source: Path, target: Path) -> None:
        self.begun.release()
        assert self.answers.wait(120)
        super().copy(source, target)


@pytest.mark.anyio
async def test_a_still_whose_drive_stops_answering_holds_up_nothing_else_of_the_library(
    boards: BoardFiles, home: Home, tmp_path: Path
) -> None:
    still = tmp_path / "still.png"
    still.write_bytes(b"picture")
    home.store.files = drive = Hanging()
    keeping = asyncio.get_running_loop().create_task(boards.keep_still(str(still), SHA256))
    await asyncio.to_thread(drive.begun.acquire)

    async with asyncio.timeout(60):
        await boards.save(DAWN, "")

    drive.answers.set()
    assert await keeping
    assert list(await boards.copies()) == [SHA256]


@pytest.mark.anyio
async def test_a_drive_that_stopped_answering_is_asked_again_once_its_last_copy_ended(
    boards: BoardFiles, home: Home, tmp_path: Path
) -> None:
    still = tmp_path / "still.png"
    still.write_bytes(b"picture")
    home.store.files = drive = Hanging()
    hasty = BoardFiles(home.store, LastingCopies(within_s=0))
    assert not await hasty.keep_still(str(still), SHA256)
    await asyncio.to_thread(drive.begun.acquire)
    assert not await hasty.keep_still(str(still), SHA256)
    assert not drive.begun.acquire(blocking=False), "each copy that hangs holds a thread"

    copies = [one for one in threading.enumerate() if one.name == "copy of a still"]
    drive.answers.set()
    for one in copies:
        await asyncio.to_thread(one.join)
    assert files_of(tmp_path / "library" / ".boards" / "stills") == []
    assert await boards.keep_still(str(still), SHA256)
    assert list(await boards.copies()) == [SHA256]


class Breaking(Files):
    """Fails at the k-th step, like a power cut or a full disk."""

    def __init__(self, at: int) -> None:
        self.left = at

    def _step(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise OSError(errno.EIO, "broken here")

    @override
    def write(self, path: Path, data: bytes) -> None:
        self._step()
        path.write_bytes(data[: len(data) // 2])
        self._step()
        super().write(path, data)

    @override
    def replace(self, source: Path, target: Path) -> None:
        self._step()
        super().replace(source, target)

    @override
    def sync_dir(self, path: Path) -> None:
        self._step()
        super().sync_dir(path)


@pytest.mark.parametrize("step", range(1, 6))
@pytest.mark.anyio
async def test_broken_off_at_any_step_a_board_is_the_old_one_or_the_new(
    boards: BoardFiles, home: Home, step: int
) -> None:
    first = await boards.save(DAWN, "")
    new = replace(DAWN, prompt="new")
    usual, home.store.files = home.store.files, Breaking(step)

    with suppress(DiskTrouble):
        await boards.save(new, first.stamp)
    home.store.files = usual

    found = await boards.load("Dawn")
    assert found is not None
    assert found.board in (DAWN, new)
    assert (await boards.names()).names == ("Dawn",)
    # The next change is saved over either of the two documents: neither is taken for another computer's.
    again = await boards.save(replace(new, loop=True), found.stamp)
    assert again.board.name == "Dawn"
