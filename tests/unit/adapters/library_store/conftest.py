"""A library for each test, closed after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.library_home import Home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path)
    yield home
    home.stop()
