"""A person who works in the window for an hour: real keys and pointer moves on the real widgets."""

import asyncio
import itertools
import shutil
import time
from pathlib import Path

from fakes.export_pages import ExportPage
from fakes.opened_window import OpenedWindow, until
from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from vidu_desktop.ui.compare.compare_window import CompareWindow
from vidu_desktop.ui.dialogs.export_dialog import ExportDialog
from vidu_desktop.ui.models.library_model import LibraryRole
from vidu_desktop.ui.widgets.frame_view import FrameView

_SWEEP_S = 0.4
_JUMPS = (Qt.Key.Key_K, Qt.Key.Key_End, Qt.Key.Key_Home, *[Qt.Key.Key_Right] * 3, Qt.Key.Key_Left)
_STANDS_AT = 2
"""The frame at which these jumps leave a clip."""
_LEFT_ALONE_S = 0.5
_STANDS_PATIENCE_S = 60.0
_EXPORT_PATIENCE_S = 180.0
_PAGE_MOST = 40
"""More tiles than the window shows at once."""
Select = QItemSelectionModel.SelectionFlag


class Hand:
    """Each method does what a person does, and returns when it is done."""

    def __init__(self, opened: OpenedWindow, exports_dir: Path, *, look_s: float) -> None:
        """`look_s` is how long the person looks at a video or a comparison; its frames are decoded ahead meanwhile."""
        self._opened = opened
        self._grid = opened.window.library.grid
        self._exports_dir = exports_dir
        self._look_s = look_s

    @property
    def clips(self) -> int:
        """How many tiles there are."""
        return self._grid.model().rowCount()

    async def page(self) -> None:
        """Page through the whole library, wait on each page for its pictures, and return to the first clip."""
        self._go_to_library()
        self._select(0)
        before = -1
        while self._grid.currentIndex().row() != before:
            before = self._grid.currentIndex().row()
            await until(self._all_shown, f"the pictures of the page with row {before}")
            self._press(self._grid, Qt.Key.Key_PageDown)
        self._press(self._grid, Qt.Key.Key_Home)

    async def play(self, row: int) -> None:
        """Put a clip on the stage, watch it, jump about in it, and leave it paused."""
        self._go_to_library()
        stage = self._opened.window.stage
        await until(lambda: self._index(row).data(LibraryRole.CLIP), "a tile that was read")
        # Without waiting in between: a new clip would move the rows, and a key on a row that is being read
        # does nothing.
        path = self._index(row).data(LibraryRole.CLIP).video_path
        self._select(row)
        self._press(self._grid, Qt.Key.Key_Return)
        await until(lambda: stage.path == path and stage.frame is not None, "the first frame of a clip")
        await asyncio.sleep(self._look_s)
        stood = False
        deadline_s = time.monotonic() + _STANDS_PATIENCE_S
        # Return's own start of the clip may come after these keys, and play it again from the beginning.
        while not stood:
            assert time.monotonic() < deadline_s, "waited in vain: a clip that stands where it was put"
            self._press(stage.findChild(FrameView), *_JUMPS)
            await until(lambda: stage.frame == _STANDS_AT, "the frame that was gone to")
            await asyncio.sleep(_LEFT_ALONE_S)
            stood = stage.frame == _STANDS_AT

    async def compare(self, row: int, other: int) -> None:
        """Compare two takes in all four ways while they play, and close the window."""
        self._go_to_library()
        self._select(row, other)
        self._press(self._grid, Qt.Key.Key_C)
        await until(lambda: self._windows(CompareWindow), "a comparison")
        (window,) = self._windows(CompareWindow)
        self._press(window, Qt.Key.Key_Space)
        for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
            self._press(window, key)
            await asyncio.sleep(self._look_s / 4)
        window.close()
        await until(lambda: not self._windows(CompareWindow), "a comparison that is closed")

    async def hover(self, row: int) -> None:
        """Rest the pointer on a tile, move it across, and leave."""
        self._go_to_library()
        self._grid.scrollTo(self._index(row))
        await until(lambda: self._in_view(row), "a tile that is laid out and in view")
        tile = self._grid.visualRect(self._index(row))
        scrub = self._grid.itemDelegate().scrub  # type: ignore[attr-defined]
        begun_s = time.monotonic()
        share = 0.1
        while time.monotonic() < begun_s + _SWEEP_S or scrub.picture_of(self._index(row)) is None:
            self._point(QPointF(tile.left() + share * tile.width(), tile.center().y()))
            await asyncio.sleep(0.03)
            share = share + 0.05 if share < 0.9 else 0.1
            assert time.monotonic() < begun_s + 30, "waited in vain: a picture under the pointer"
        QApplication.sendEvent(self._grid.viewport(), QEvent(QEvent.Type.Leave))

    async def mark(self, row: int, turn: int) -> None:
        """Keep or reject a clip, rate it, and look at its details."""
        self._go_to_library()
        self._select(row)
        for key in (Qt.Key.Key_P, Qt.Key.Key_X, Qt.Key.Key_S)[turn % 3], Qt.Key(Qt.Key.Key_0 + turn % 6):
            self._press(self._grid, key)
        for _ in ("open the details", "close them"):
            self._press(self._grid, Qt.Key.Key_I, held=Qt.KeyboardModifier.ControlModifier)
            await asyncio.sleep(self._look_s / 4)

    async def export(self, row: int, turn: int) -> None:
        """Export a clip, in another format each time, and wait for the file."""
        self._go_to_library()
        self._select(row)
        self._press(self._grid, Qt.Key.Key_E)
        await until(lambda: self._windows(ExportDialog), "the dialog of exports")
        page = ExportPage(self._opened.dialog(ExportDialog))
        page.format.setCurrentIndex(turn % page.format.count())
        page.side.setCurrentIndex(page.side.count() - 1)  # a GIF of 720p takes a minute
        await until(page.export.isEnabled, "a name that is free")
        page.export.click()
        deadline_s = time.monotonic() + _EXPORT_PATIENCE_S
        while not self._exported():
            assert time.monotonic() < deadline_s, f"no exported file; {self._opened.notice()!r}"
            await asyncio.sleep(0.1)
        for path in self._exported():
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def _go_to_library(self) -> None:
        """Show the library: orders bring the queue to the front, and hidden tiles are neither read nor painted."""
        self._opened.main.show_library()

    def _in_view(self, row: int) -> bool:
        return self._grid.viewport().rect().intersects(self._grid.visualRect(self._index(row)))

    def _all_shown(self) -> bool:
        """Whether there is a page and every tile on it has its picture."""
        at = self._grid.currentIndex().row()
        page = [row for row in range(at - _PAGE_MOST, at + _PAGE_MOST) if self._in_view(row)]
        return bool(page) and all(self._index(row).data(LibraryRole.COVER) is not None for row in page)

    def _exported(self) -> set[Path]:
        return {path for path in self._exports_dir.iterdir() if not path.name.startswith(".")}

    def _windows(self, kind: type[QWidget]) -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    def _index(self, row: int):  # type: ignore[no-untyped-def]
        return self._grid.model().index(row, 0)

    def _select(self, *rows: int) -> None:
        selection = self._grid.selectionModel()
        selection.clearSelection()
        for row in rows:
            selection.setCurrentIndex(self._index(row), Select.Select | Select.Rows)
        self._grid.setFocus()

    def _press(
        self,
        widget: QWidget,
        *keys: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        for key, kind in itertools.product(keys, (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, held))

    def _point(self, at: QPointF) -> None:
        viewport = self._grid.viewport()
        there = QPointF(viewport.mapToGlobal(at.toPoint()))
        none = Qt.MouseButton.NoButton
        move = QMouseEvent(QEvent.Type.MouseMove, at, there, none, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(viewport, move)
