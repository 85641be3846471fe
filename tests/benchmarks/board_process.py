"""The program's own window, offscreen, which opens a long chain board; prints one JSON line.

    python -m tests.benchmarks.board_process HOME STILLS [ROUNDS]

Makes the board in the home first: stills, the chain's batch, and a video of each gap. Times are milliseconds: how long the board took
until its strip was painted, and what the process computed meanwhile; what it computes to see how all gaps stand; and each
frame while a still is dragged along the strip.
"""

import argparse
import asyncio
import hashlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.big_library import FIRST, facts_of, nobody_and_clock, video_of
from benchmarks.driven_window import run_driven
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.batch.approving import approve
from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.chain import Gap, LookedStill, chain_id, gap_between, propose
from vidu_desktop.batch.known import Known
from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.batch import History, SeenPicture
from vidu_desktop.domain.board import Board
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.naming import clip_folder
from vidu_desktop.domain.pictures import JobPicture, PreparedPicture
from vidu_desktop.domain.records import StoredAs, record_bytes, record_of
from vidu_desktop.domain.settings import Settings
from vidu_desktop.ui.dialogs.board_dialog import BoardDialog
from vidu_desktop.ui.models.board_cards import BOARD_STILLS_MIME
from vidu_desktop.wiring.storage import Storage, open_storage

NAME = "Long"


def make(home: Path, stills: int) -> None:
    """Make a board of this many stills in a home, with a video for each gap."""
    from fakes.pictures import make_picture

    paths = resolve_paths(str(home))
    folder = home / "stills"
    folder.mkdir(parents=True)
    picture = Path(make_picture(home / "still.png", (640, 360))).read_bytes()
    places = [folder / f"still_{number:03d}.png" for number in range(stills)]
    for number, place in enumerate(places):
        place.write_bytes(picture + f"{number}".encode())
    storage = open_storage(paths, Settings(), *nobody_and_clock())
    try:
        asyncio.run(_fill(home, storage, [str(place) for place in places]))
    finally:
        storage.close()


async def _fill(home: Path, storage: Storage, places: list[str]) -> None:
    empty = Board(name=NAME, chain=NAME, prompt="walks on")
    board = empty.with_wishes(prompt="walks on", takes=1, loop=False, model=empty.model, options={})
    board = board.with_stills(0, places)
    looked = [_looked(place) for place in places]
    gaps = [
        gap_between(
            looked[start],
            looked[end],
            board.offer,
            prompt=board.prompt_of(start),
            options=board.options_of(start),
            project=NAME,
            shot=board.stills[start].shot,
        )
        for start, end in board.spans
    ]
    offered = propose(
        Known(history=History()),
        gaps,
        BatchJobs(),
        "here",
        lambda _request: usd("0.20"),
        name=NAME,
        source_path=NAME,
        now=FIRST,
        rehearsal=False,
    )
    await approve(storage.batches, offered, None, FIRST, "here")
    await storage.boards.save(board, "")
    for number, (gap, row) in enumerate(zip(gaps, offered.batch.rows, strict=True)):
        origin = next(iter(row.origins(chain_id(NAME, rehearsal=False))))
        _record(home, storage.library.root, number, gap, origin)
    await storage.library.rebuild()


def _looked(place: str) -> LookedStill:
    stat = Path(place).stat()
    seen = SeenPicture(path=place, file_bytes=stat.st_size, mtime_ns=stat.st_mtime_ns)
    return LookedStill(seen=seen, sha256=hashlib.sha256(Path(place).read_bytes()).hexdigest())


def _record(home: Path, root: Path, number: int, gap: Gap, origin: str) -> None:
    face = video_of(home / "faces", number % 8)
    folder = root.joinpath(*clip_folder(FIRST.date()).parts)
    folder.mkdir(parents=True, exist_ok=True)
    os.link(face, folder / f"gap-{number:03d}.mp4")
    prepared = PreparedPicture(
        sha256=f"{number:064x}", media_type="image/png", width_px=1280, height_px=720, image_bytes=900_000
    )
    job = Job(
        job_id=f"job-{number:06d}",
        state=JobState.STORED,
        request=gap.request,
        origin=origin,
        pictures=tuple(
            JobPicture(source_path=path, name=Path(path).name, prepared=prepared)
            for path in gap.request.picture_paths
        ),
        rehearsal=False,
        price=usd("0.20"),
        created_at=FIRST,
        request_id=f"ticket-{number:06d}",
        sent_at=FIRST,
        task_id=f"task-{number:06d}",
        accepted_at=FIRST,
    )
    keeping = StoredAs(clip_id=job.job_id, file_name=f"gap-{number:03d}.mp4", kept_at=FIRST)
    record = record_of(job, facts_of(face), keeping)
    (folder / f"gap-{number:03d}.json").write_bytes(record_bytes(record))


async def _opened(window: Any, rows: int) -> tuple[BoardDialog, float, float]:
    begun_s, cpu_s = time.perf_counter(), time.process_time()
    dialog: BoardDialog = window.many.board.open(NAME)
    while dialog.model.rowCount() < rows:
        await asyncio.sleep(0.002)
    dialog.strip.viewport().repaint()
    took = time.perf_counter() - begun_s, time.process_time() - cpu_s
    return dialog, took[0] * 1000, took[1] * 1000


async def _looks_ms(window: Any, rounds: int) -> list[float]:
    """Return the processor time of each check of all gaps, as every change of a job causes one."""
    board_work = window.many.board
    taken = []
    for _ in range(rounds):
        begun_s = time.process_time()
        await board_work.reader.look(board_work.stand.board)
        taken.append(round((time.process_time() - begun_s) * 1000, 2))
    return taken


def _drag_ms(dialog: BoardDialog, frames: int) -> list[float]:
    """Drag a still along the strip; return how long each frame kept the interface's thread busy."""
    strip = dialog.strip
    mime = QMimeData()
    mime.setData(BOARD_STILLS_MIME, b"[0]")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    bar, width = strip.horizontalScrollBar(), strip.viewport().width()
    at = QPoint(10, 60)
    QApplication.sendEvent(strip.viewport(), QDragEnterEvent(at, Qt.DropAction.MoveAction, mime, left, none))
    taken = []
    for number in range(frames):
        begun_s = time.thread_time()
        bar.setValue(bar.maximum() * number // frames)
        at = QPoint(number * 37 % width, 60)
        move = QDragMoveEvent(at, Qt.DropAction.MoveAction, mime, left, none)
        QApplication.sendEvent(strip.viewport(), move)
        strip.viewport().repaint()
        dialog.hint.repaint()
        taken.append(round((time.thread_time() - begun_s) * 1000, 2))
    return taken


async def _work(window: Any, asked: argparse.Namespace) -> None:
    await asyncio.sleep(2)
    dialog, opened_ms, computed_ms = await _opened(window, 2 * asked.stills - 1)
    while window.many.board.stand is None or not window.many.board.stand.whole:
        await asyncio.sleep(0.01)
    await asyncio.sleep(2)
    states = [card.badge for card in dialog.model.cards if hasattr(card, "badge")]
    said = {
        "opened_ms": opened_ms,
        "opened_cpu_ms": computed_ms,
        "looks_ms": await _looks_ms(window, asked.rounds),
        "drag_ms": _drag_ms(dialog, asked.rounds * 10),
        "current": states.count("current"),
    }
    print(json.dumps(said), flush=True)
    dialog.close()
    window.main.close()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("stills", type=int)
    parser.add_argument("rounds", type=int, nargs="?", default=20)
    asked = parser.parse_args()
    make(asked.home.absolute(), asked.stills)
    run_driven(asked.home, lambda _session, window: _work(window, asked))


if __name__ == "__main__":
    sys.exit(main())
