"""At the start, the person is told which of their own lists can't be read, and nothing about the others."""

import os
from pathlib import Path

import pytest
from fakes.kept_things import FakeVideos

from vidu_desktop.adapters.desktop.clock import SystemClock
from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.domain.settings import Settings
from vidu_desktop.wiring.recovery_notes import unread_lists
from vidu_desktop.wiring.storage import open_storage

pytestmark = pytest.mark.anyio
NAMES = (".searches.json", ".presets.json", ".shelf.json")


async def said_of(home: Path) -> list[str]:
    storage = open_storage(resolve_paths(str(home)), Settings(), FakeVideos(), SystemClock())
    try:
        return [str(sentence) for sentence in await unread_lists(storage)]
    finally:
        storage.close()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = resolve_paths(str(tmp_path)).library_dir
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("name", NAMES)
async def test_a_list_that_cannot_be_read_is_named(tmp_path: Path, library: Path, name: str) -> None:
    (library / name).write_text("{")
    (words,) = await said_of(tmp_path)
    assert str(library / name) in words


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
async def test_a_pipe_in_the_place_of_a_list_is_named_and_waited_for_by_nobody(
    tmp_path: Path, library: Path
) -> None:
    os.mkfifo(library / NAMES[1])
    (words,) = await said_of(tmp_path)
    assert str(library / NAMES[1]) in words


async def test_of_lists_that_are_whole_or_not_there_nothing_is_said(tmp_path: Path, library: Path) -> None:
    (library / NAMES[0]).write_text('{"searches": []}')
    assert await said_of(tmp_path) == []


async def test_of_a_library_that_is_not_there_nothing_is_said_here(tmp_path: Path) -> None:
    assert await said_of(tmp_path) == []
