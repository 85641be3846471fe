"""Writes a review packet: a folder with the page and the videos, which works wherever it is copied to. Reads its answers."""

import asyncio
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from vidu_desktop.adapters.disk.given_files import read_given
from vidu_desktop.adapters.disk.os_errors import disk_trouble
from vidu_desktop.adapters.disk.writing import write_atomically, writing
from vidu_desktop.adapters.export.begun_exports import REVIEW_PREFIX, BegunExports, new_part
from vidu_desktop.adapters.export.export_process import export_all, orders_for
from vidu_desktop.adapters.export.review_page import page_of
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import ExportFormat, ExportSettings
from vidu_desktop.domain.name_pattern import USUAL_PATTERN, NamePattern
from vidu_desktop.domain.review import Review, no_answers, review_document, review_from_document
from vidu_desktop.errors import BadInput, ViduDesktopError

PAGE_NAME = "index.html"
_CLIPS_NAME = "clips"
_ANSWERS_MOST_BYTES = 20_000_000


async def write_packet(
    clips: Sequence[Clip],
    folder: Path,
    words: Mapping[str, str],
    on_progress: Callable[[int, float], None] = lambda _number, _share: None,
    begun: BegunExports | None = None,
) -> tuple[Path, list[ViduDesktopError]]:
    """Make `folder`, which must not exist, completely or not at all. Return its page, and why some videos aren't in it. The
    videos are copies without the settings inside. `begun` is told, as by `run_export`. Raises the first error where no video could be copied, and DiskTrouble.
    """
    part = new_part(folder, REVIEW_PREFIX)
    notes = ExitStack()
    try:
        if begun is not None:
            await asyncio.to_thread(notes.enter_context, begun.noted(part))
        await asyncio.to_thread(_make_folder, part / _CLIPS_NAME)
        orders = await asyncio.to_thread(
            orders_for,
            clips,
            ExportSettings(format=ExportFormat.CLEAN_MP4),
            NamePattern.read(USUAL_PATTERN),
            part / _CLIPS_NAME,
        )
        orders = [replace(order, part_folder=str(part)) for order in orders]
        made, failed = await export_all(orders, on_progress)
        there = {str(one.path) for one in made}
        kept = [pair for pair in zip(clips, orders, strict=True) if pair[1].target in there]
        if not kept:
            raise failed[0][1]
        files = [quote(f"{_CLIPS_NAME}/{Path(order.target).name}") for _clip, order in kept]
        document = review_document(folder.name, [clip for clip, _order in kept], files)
        page = page_of(document, words).encode("utf-8", "replace")
        await asyncio.to_thread(_finish, part, folder, page)
    finally:
        await asyncio.to_thread(shutil.rmtree, part, ignore_errors=True)
        await asyncio.to_thread(notes.close)
    return folder / PAGE_NAME, [error for _order, error in failed]


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True)
    except OSError as error:
        raise disk_trouble(error, path.parent) from error


def _finish(part: Path, folder: Path, page: bytes) -> None:
    write_atomically(part / PAGE_NAME, writing(page))
    try:
        part.rename(folder)
    except OSError as error:
        raise disk_trouble(error, folder) from error


def read_answers(path: Path) -> Review:
    """Return the answers in a file. Blocks. Raises BadInput for a file without answers, DiskTrouble."""
    content = read_given(path, _ANSWERS_MOST_BYTES)
    try:
        review = review_from_document(json.loads(content))
    except (ValueError, RecursionError, BadInput):
        raise no_answers(path.name) from None
    if not review.answers:
        raise no_answers(path.name)
    return review
