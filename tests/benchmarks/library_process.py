"""The program's own window on a library, offscreen: how soon it lists, how it searches and scrolls; prints one JSON line.

    python -m tests.benchmarks.library_process HOME [--search] [--scroll FRAMES] [--marks CLIPS]

Times are milliseconds on the interface's thread. A search's time is from the key press until the answer is painted with
its clips; a frame's from the turn of the wheel until everything that came of it is painted.
"""

import argparse
import asyncio
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem, QTabBar

import vidu_desktop.app.run as run
from vidu_desktop.app import open_window
from vidu_desktop.app.window import Window
from vidu_desktop.domain.marks import MarkChange
from vidu_desktop.ui.models.key_table import WindowCommand
from vidu_desktop.ui.models.library_model import LibraryRole
from vidu_desktop.wiring.session import Session

_WORDS = ("fox", "sailor snow", "猫", "teapot rotates", "夜の駅", "在雨中", "cinematic", "S120_T003", "zebra")
_WAIT_MOST_S, _MARKS_MOST_S = 5.0, 120.0
_SIZE = (1280, 800)
Index = QModelIndex | QPersistentModelIndex


async def _search(window: Any) -> list[float]:
    """Type words, key by key, and return how long each key's answer took to be shown."""
    pane, model = window.library, window.library.grid.model()
    took: list[float] = []
    answers: list[int] = []
    model.answered.connect(lambda: answers.append(1))
    for word in _WORDS:
        pane.search.clear()
        await asyncio.sleep(0.5)
        for char in word:
            answers.clear()
            before = pane.bar.query
            begun_s = time.perf_counter()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char)
                QApplication.sendEvent(pane.search, key)
            if pane.bar.query is before:
                continue  # a space after a word starts no search
            while not (answers and _painted(pane, model)):
                if time.perf_counter() - begun_s > _WAIT_MOST_S:
                    print(f"no answer for {word!r}", file=sys.stderr, flush=True)
                    os._exit(1)  # an error in one of the loop's tasks wouldn't end the program
                await asyncio.sleep(0.001)  # a busy loop would hold up the index's thread
            pane.grid.viewport().repaint()
            took.append(1000 * (time.perf_counter() - begun_s))
            await asyncio.sleep(0.09)  # as fast as people type
    pane.search.clear()
    await asyncio.sleep(0.5)
    return took


def _painted(pane: Any, model: Any) -> bool:
    """Whether the first and the last visible tile have been read."""
    if not model.rowCount():
        return True
    seen = [pane.grid.indexAt(point) for point in _corners(pane.grid)]
    return all(index.data(LibraryRole.CLIP) is not None for index in seen if index.isValid())


def _corners(view: QListView) -> list[Any]:
    area = view.viewport().rect().adjusted(20, 20, -40, -20)
    return [area.topLeft(), area.bottomRight()]


async def _scroll(view: QListView, frames: int) -> list[float]:
    """Scroll through the whole list in this many frames, from top to bottom."""
    bar = view.verticalScrollBar()
    took = []
    for frame in range(frames):
        begun_s = time.perf_counter()
        bar.setValue(round(bar.maximum() * (frame + 1) / frames))
        view.viewport().repaint()
        await asyncio.sleep(0)
        took.append(1000 * (time.perf_counter() - begun_s))
        await asyncio.sleep(0.004)
    return took


class _Numbers(QAbstractListModel):
    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = 0) -> object:
        return None


class _Rectangles(QStyledItemDelegate):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._size = size

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.fillRect(rect.adjusted(4, 4, -4, -30), QColor(90, 120, 150))


def _plain_grid(like: QListView, count: int) -> tuple[QListView, list[object]]:
    """Make a grid of plain rectangles with the layout of `like`."""
    view, model, delegate = QListView(), _Numbers(count), _Rectangles(like.gridSize())
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setUniformItemSizes(True)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setLayoutMode(QListView.LayoutMode.Batched)
    view.setBatchSize(500)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setItemDelegate(delegate)
    view.setGridSize(like.gridSize())
    view.setModel(model)
    view.resize(like.size())
    view.show()
    return view, [model, delegate]


async def _undo_of_marks(window: Any, rows: Sequence[int]) -> float:
    """Mark these clips, and return the milliseconds from the press of undo until its result is painted."""
    undo, pane = window.main.menus.action(WindowCommand.UNDO), window.library
    model = pane.grid.model()

    async def until(true: Callable[[], object]) -> None:
        deadline_s = time.perf_counter() + _MARKS_MOST_S
        while not true():
            if time.perf_counter() > deadline_s:
                os._exit(1)
            await asyncio.sleep(0.001)

    pane.change_requested.emit(list(rows), MarkChange(rating=3, note="marked"))
    await until(undo.isEnabled)
    await asyncio.sleep(1)
    begun_s = time.perf_counter()
    undo.trigger()
    await until(lambda: all(clip.marks.note != "marked" for clip in model.loaded(rows)))
    pane.grid.viewport().repaint()
    took_ms = 1000 * (time.perf_counter() - begun_s)
    await until(lambda: not undo.isEnabled())  # stored on the disk
    return took_ms


async def _work(window: Any, asked: argparse.Namespace) -> None:
    process = psutil.Process()
    said: dict[str, object] = {"listed_s": time.time() - process.create_time()}
    window.main.resize(*_SIZE)
    window.main.findChild(QTabBar).setCurrentIndex(1)
    await asyncio.sleep(4)
    said |= {"clips": window.library.grid.model().rowCount(), "before_mb": process.memory_info().rss / 1e6}
    if asked.search:
        said["search_ms"] = await _search(window)
    if asked.scroll:
        said["scroll_ms"] = await _scroll(window.library.grid, asked.scroll)
        said["after_mb"] = process.memory_info().rss / 1e6
        floor, _kept = _plain_grid(window.library.grid, window.library.grid.model().rowCount())
        await asyncio.sleep(2)
        said["floor_ms"] = await _scroll(floor, asked.scroll)
        floor.close()
    if asked.marks:
        window.library.grid.selectAll()
        rows = window.library.selection.rows()[: asked.marks]
        window.library.grid.clearSelection()
        said["undo_one_ms"] = await _undo_of_marks(window, rows[:1])
        said["undo_ms"] = await _undo_of_marks(window, rows)
    print(json.dumps(said), flush=True)
    window.main.close()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("--search", action="store_true")
    parser.add_argument("--scroll", type=int, default=0)
    parser.add_argument("--marks", type=int, default=0)
    asked = parser.parse_args()

    class DrivenWindow(Window):
        """The program's window, which starts its work as soon as the library is listed."""

        def __init__(self, session: Session, *rest: Any) -> None:
            super().__init__(session, *rest)
            self._answered = False
            self._library_model.answered.connect(self._go)

        def _go(self) -> None:
            if not self._answered:
                self._answered = True
                self._tasks.start("the benchmark", _work(self, asked))

    run.Window = DrivenWindow  # type: ignore[attr-defined]
    sys.exit(open_window(str(asked.home)))


if __name__ == "__main__":
    main()
