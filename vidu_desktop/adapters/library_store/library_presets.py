"""The person's presets in the library, and in files to pass on."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path

from vidu_desktop.adapters.disk.given_files import read_given
from vidu_desktop.adapters.disk.writing import save_file, writing
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.list_files import PRESETS_NAME
from vidu_desktop.adapters.library_store.named_list import NamedList
from vidu_desktop.domain.presets import (
    Preset,
    preset_from_document,
    preset_to_document,
    presets_from_document,
    presets_to_document,
)
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

_MOST_BYTES = 50_000_000
"""Enough for some hundred presets, each with a thumbnail."""


class LibraryPresets(NamedList[Preset]):
    """Implements the controllers' PresetStore."""

    def __init__(self, store: LibraryStore) -> None:
        super().__init__(
            store,
            PRESETS_NAME,
            name_of=lambda preset: preset.name,
            write=preset_to_document,
            read=preset_from_document,
        )

    async def write_file(self, presets: Sequence[Preset], target: Path) -> None:
        """Write presets into a file of their own. Raises DiskTrouble."""
        data = json.dumps(presets_to_document(presets), indent=1, ensure_ascii=False).encode(
            "utf-8", "replace"
        )
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, save_file, target, writing(data))

    async def read_file(self, path: Path) -> list[Preset]:
        """Return the presets in such a file. Raises BadInput where no preset in it can be read, DiskTrouble."""
        return await asyncio.get_running_loop().run_in_executor(None, _read_file, path)


def _read_file(path: Path) -> list[Preset]:
    content = read_given(path, _MOST_BYTES)
    try:
        presets = presets_from_document(json.loads(content))
    except (ValueError, RecursionError, BadInput):
        presets = []
    if not presets:
        raise BadInput("no-presets", Sentence(_NO_PRESETS, {"name": path.name}))
    return presets


_NO_PRESETS = QT_TRANSLATE_NOOP(
    "library", "There are no presets in “{name}” that can be read here. Nothing was changed."
)
