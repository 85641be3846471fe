"""Thumbnails that take too much disk space are deleted, and nothing else in the cache is."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from vidu_desktop.adapters.desktop.paths import Paths
from vidu_desktop.wiring.housekeeping import Housekeeping

pytestmark = pytest.mark.anyio


async def test_the_oldest_small_pictures_go_when_they_take_too_much(tmp_path: Path) -> None:
    places = ("config", "data", "cache", "log", "library")
    paths = Paths(**{f"{name}_dir": tmp_path / name for name in places})
    for folder in (paths.thumbs_dir, paths.covers_dir):
        folder.mkdir(parents=True)
        for number in range(3):
            with (folder / f"{number}.jpg").open("wb") as file:
                file.truncate(200_000_000)  # a sparse file, which takes no space
            os.utime(folder / f"{number}.jpg", (1_000_000 + number,) * 2)
    program = SimpleNamespace(paths=paths, bus=SimpleNamespace(subscribe=lambda _hear: None))

    await Housekeeping(program, None, lambda _there: None).tidy_thumbs()

    assert sorted(path.name for path in paths.thumbs_dir.iterdir()) == ["1.jpg", "2.jpg"]
    assert len(list(paths.covers_dir.iterdir())) == 3
