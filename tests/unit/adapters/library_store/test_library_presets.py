"""Presets travel with the library, and from person to person in a file."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.library_home import Home
from fakes.requests import a_request

from vidu_desktop.adapters.library_store.library_presets import LibraryPresets
from vidu_desktop.adapters.library_store.list_files import PRESETS_NAME
from vidu_desktop.domain.presets import Preset, preset_of
from vidu_desktop.errors import BadInput

pytestmark = pytest.mark.anyio


def a_preset(name: str, prompt: str = "Rain.") -> Preset:
    return preset_of(name, a_request(prompt, fps=60))


async def test_presets_move_with_the_library_and_are_told_apart_whatever_their_capitals(home: Home) -> None:
    home.start()
    await LibraryPresets(home.store).save(a_preset("rain"), a_preset("Fog"))
    home.stop()
    moved = home.tmp / "elsewhere"
    shutil.move(home.root, moved)

    home.start(root=moved)
    presets = LibraryPresets(home.store)

    assert await presets.all() == [a_preset("Fog"), a_preset("rain")]
    assert await presets.save(a_preset("RAIN", "Drizzle.")) == [
        a_preset("Fog"),
        a_preset("RAIN", "Drizzle."),
    ]
    assert await presets.remove("fog") == [a_preset("RAIN", "Drizzle.")]


async def test_a_file_passes_presets_on(home: Home, tmp_path: Path) -> None:
    home.start()
    presets = LibraryPresets(home.store)
    target = tmp_path / "passed on.json"
    await presets.write_file([replace(a_preset("Rain"), at_start=True), a_preset("Fog")], target)
    assert await presets.read_file(target) == [a_preset("Rain"), a_preset("Fog")]
    assert await presets.all() == []  # reading doesn't save


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"schema": "vidu-desktop/presets", "presets": []}', b"\xff"]
)
async def test_another_file_is_refused_by_name(home: Home, tmp_path: Path, content: bytes) -> None:
    home.start()
    path = tmp_path / "notes.json"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"notes\.json"):
        await LibraryPresets(home.store).read_file(path)


async def test_a_file_that_is_gone_is_said_and_no_disk_is_blamed(home: Home, tmp_path: Path) -> None:
    home.start()
    with pytest.raises(BadInput, match="isn't there"):
        await LibraryPresets(home.store).read_file(tmp_path / "gone.json")


async def test_what_can_not_be_read_takes_nothing_else_along(home: Home) -> None:
    home.start()
    presets = LibraryPresets(home.store)
    await presets.save(a_preset("Rain"))
    path = home.root / PRESETS_NAME
    document = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({"presets": [{"name": "Odd"}, 7, *document["presets"]]}))
    assert await presets.all() == [a_preset("Rain")]
