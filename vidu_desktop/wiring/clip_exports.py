"""Exports of clips for the window: the adapters in the form of the controllers' port."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from vidu_desktop.adapters.disk.writing import save_file, writing
from vidu_desktop.adapters.export.begun_exports import BegunExports
from vidu_desktop.adapters.export.export_process import (
    ExportOrder,
    export_all,
    names_in,
    orders_for,
    run_export,
)
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.contact_sheet import SheetEntry
from vidu_desktop.domain.export import ExportFormat, ExportSettings, MadeFile
from vidu_desktop.domain.film import FilmWish, PartColours
from vidu_desktop.domain.name_pattern import NamePattern
from vidu_desktop.domain.review import Review
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.wiring.measuring import ClipPictures, pictures_for

_OnShare = Callable[[int, float], None]
_Made = tuple[list[MadeFile], list[ViduDesktopError]]


class ClipExports:
    """Implements the controllers' Exporter. The modules that write timelines and sheets are loaded when they are needed."""

    def __init__(self, library: ClipPictures, begun: BegunExports | None = None) -> None:
        self._library = library
        self._begun = begun

    async def names_in(self, folder: Path) -> frozenset[str]:
        return await asyncio.get_running_loop().run_in_executor(None, names_in, folder)

    async def export(
        self,
        clips: Sequence[Clip],
        settings: ExportSettings,
        pattern: NamePattern,
        folder: Path,
        on_share: _OnShare,
    ) -> _Made:
        loop = asyncio.get_running_loop()
        pictures = await pictures_for(self._library, clips, settings)
        orders = await loop.run_in_executor(None, orders_for, clips, settings, pattern, folder, pictures)
        return await self._made(orders, on_share)

    async def matched_frame(self, clip: Clip, number: int) -> bytes | None:
        """Return the frame with matched colours as a PNG, made as a still export makes it; None when matching would not
        improve the colours. No file is kept.
        """
        settings = ExportSettings(format=ExportFormat.STILL, first=number, match_colours=True)
        pictures = tuple(await pictures_for(self._library, [clip], settings))
        with TemporaryDirectory(prefix="vidu-desktop-") as folder:
            target = str(Path(folder) / "frame.png")
            order = ExportOrder(
                video_path=clip.video_path, target=target, settings=settings, pictures=pictures
            )
            made = await run_export(order, lambda _share: None)
            return None if made.colours_kept else made.path.read_bytes()

    async def join(self, clips: Sequence[Clip], film: FilmWish, target: Path, on_share: _OnShare) -> _Made:
        pictures = tuple(await pictures_for(self._library, clips, film))
        join = ExportOrder(film=film, target=str(target), pictures=pictures, replaces=not film.as_pictures)
        return await self._made([join], on_share)

    async def film_colours(self, clips: Sequence[Clip], film: FilmWish) -> tuple[PartColours | None, ...]:
        from vidu_desktop.adapters.export.played_colours import find_colours

        matched = replace(film, match_colours=True)
        return await find_colours(film, await pictures_for(self._library, clips, matched))

    async def write_timeline(self, clips: Sequence[Clip], target: Path, film: FilmWish | None = None) -> None:
        from vidu_desktop.adapters.export.timeline import write_timeline

        write = partial(write_timeline, clips, target, target.stem)
        if film is not None:
            write = partial(write, film.parts, sound_path=film.sound_path, own_sound=film.own_sound)
        await asyncio.get_running_loop().run_in_executor(None, write)

    async def write_contact_sheet(self, clips: Sequence[Clip], target: Path) -> None:
        from vidu_desktop.adapters.export.contact_sheet_file import write_contact_sheet

        await asyncio.get_running_loop().run_in_executor(
            None, write_contact_sheet, clips, target, target.stem
        )

    async def write_review(
        self, clips: Sequence[Clip], folder: Path, words: Mapping[str, str], on_share: _OnShare
    ) -> _Made:
        from vidu_desktop.adapters.export.review_packet import write_packet

        page, failed = await write_packet(clips, folder, words, on_share, self._begun)
        return [MadeFile(page.parent)], failed

    async def read_answers(self, path: Path) -> Review:
        from vidu_desktop.adapters.export.review_packet import read_answers

        return await asyncio.get_running_loop().run_in_executor(None, read_answers, path)

    async def sheet_entries(self, clips: Sequence[Clip]) -> list[SheetEntry]:
        from vidu_desktop.adapters.export.contact_sheet_file import sheet_entries

        return await asyncio.get_running_loop().run_in_executor(None, sheet_entries, clips)

    async def save_file(self, target: Path, content: bytes) -> None:
        await asyncio.get_running_loop().run_in_executor(None, save_file, target, writing(content))

    async def _made(self, orders: Sequence[ExportOrder], on_share: _OnShare) -> _Made:
        made, failed = await export_all(orders, on_share, self._begun)
        return made, [error for _order, error in failed]
