"""The size of the library's trash counts all of its parts, wherever they are, and none twice."""

from pathlib import Path

import pytest
from fakes.library_home import Home

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.adapters.library_store.board_files import BoardFiles
from vidu_desktop.adapters.library_store.board_trash import BoardTrash
from vidu_desktop.adapters.library_store.unused_stills import UnusedStills
from vidu_desktop.domain.board import Board
from vidu_desktop.wiring.space import Space

pytestmark = pytest.mark.anyio


async def test_boards_that_were_thrown_away_count_as_trash(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.start()
    stills = UnusedStills(home.store, tmp_path / "drafts.json")
    space = Space(resolve_paths(str(tmp_path)), home.store.folder.root, stills)
    trash = BoardTrash(home.store)
    board = Board(name="Dawn", chain="Dawn").with_stills(0, ["/stills/a.png"])
    await BoardFiles(home.store).save(board, "")
    before = await space.measure()

    await trash.put(board)

    after = await space.measure()
    (thrown,) = await trash.contents()
    assert after.trash_bytes - before.trash_bytes == thrown.file_bytes > 0
    assert after.library_bytes == before.library_bytes - thrown.file_bytes
    home.stop()
