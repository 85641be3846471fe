"""A library for each test, closed after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.library_home import Home

from vidu_desktop.adapters.library_store.batch_files import BatchFiles
from vidu_desktop.adapters.library_store.board_files import BoardFiles


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path)
    yield home
    home.stop()


@pytest.fixture
def boards(home: Home) -> BoardFiles:
    """Return the boards of a library that is open."""
    home.start()
    return BoardFiles(home.store)


@pytest.fixture
def batches(home: Home) -> BatchFiles:
    """Return the batches of a library that is open."""
    home.start()
    return BatchFiles(home.store)
