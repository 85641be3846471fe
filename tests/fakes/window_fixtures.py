"""Fixtures: a look, a picture service whose answers come when the test says so, and real drops."""

from collections.abc import Callable, Iterator
from pathlib import PurePath

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.look.look import Look


class FakePictureService:
    """Knows sizes and refusals by path, and keeps every answer until `answer_all`."""

    def __init__(self) -> None:
        self.sizes: dict[str, tuple[int, int]] = {}
        self.refusals: dict[str, ViduDesktopError] = {}
        self.folders: dict[str, list[str]] = {}
        self.sent: dict[str, str] = {}
        """The SHA-256 of what is sent of a picture, by its path."""
        self.kept: list[tuple[int, int, str]] = []
        self.fetched: list[str] = []
        self.remedies: list[tuple[str, ...]] = []
        self.waiting: list[Callable[[], None]] = []

    def look_at(self, path: str, mode: Mode, answer) -> None:
        self.waiting.append(lambda: answer(self.refusals.get(path) or self.facts(path)))

    def sent_sha256(self, path: str, mode: Mode, answer) -> None:
        self.waiting.append(lambda: answer(self.sent.get(path, "")))

    def thumbnail(self, path: str, side_px: int, answer) -> None:
        width, height = (max(1, side // 40) for side in self.sizes.get(path, (1280, 720)))
        self.waiting.append(lambda: answer(QImage(width, height, QImage.Format.Format_RGB32)))

    def keep_image(self, image: QImage, name: str, answer) -> None:
        self.kept.append((image.width(), image.height(), name))
        self.waiting.append(lambda: answer(f"/kept/{name}.png"))

    def keep_content(self, content: bytes, name: str, answer) -> None:
        self.keep_image(QImage.fromData(content), name, answer)

    def fetch_link(self, link: str, answer) -> None:
        self.fetched.append(link)
        self.waiting.append(lambda: answer(self.refusals.get(link) or "/kept/fetched.png"))

    def crop_to_ratio(self, path: str, low: float, high: float, answer) -> None:
        self.remedies.append(("crop", path))
        self.waiting.append(lambda: answer("/kept/cropped.png"))

    def match_size(self, start_path: str, end_path: str, answer) -> None:
        self.remedies.append(("match", start_path, end_path))
        self.waiting.append(lambda: answer("/kept/matched.png"))

    def pictures_in(self, folder: str, answer) -> None:
        self.waiting.append(lambda: answer(self.folders.get(folder, [])))

    def facts(self, path: str) -> PictureFacts:
        width, height = self.sizes.get(path, (1280, 720))
        return PictureFacts(
            path=path,
            name=PurePath(path).name,
            width_px=width,
            height_px=height,
            file_bytes=1000,
            media_type="image/png",
        )

    def answer_all(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture(scope="session")
def one_look(qapp: QApplication) -> Look:
    return Look(qapp, "light")  # only one, as in the program: its style sheet is the application's


@pytest.fixture
def look(one_look: Look) -> Iterator[Look]:
    yield one_look
    one_look.set_appearance("light")


@pytest.fixture(autouse=True)
def widgets_are_gone_before_the_next_test(qapp: QApplication) -> Iterator[None]:
    yield
    while (left := qapp.activeModalWidget()) is not None:  # it would block the next test's window
        left.hide()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
        if qapp.mouseButtons() & button:  # what a test holds down would be held in all later ones
            QTest.mouseRelease(QWidget(), button)
    # Without an event loop, nothing deletes the widgets that await `deleteLater`, and they slow every
    # restyling down.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def desk() -> FakePictureService:
    return FakePictureService()


@pytest.fixture
def drop() -> Callable[..., bool]:
    """Drop files, links or a QMimeData onto a widget as the pointer would; return whether the widget accepted them."""

    def perform(target: QWidget, *paths: str, mime: QMimeData | None = None) -> bool:
        carried = mime or QMimeData()
        if paths:
            carried.setUrls([QUrl(p) if "://" in p else QUrl.fromLocalFile(p) for p in paths])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        center = target.rect().center()
        enter = QDragEnterEvent(center, copy, carried, left, none)
        QApplication.sendEvent(target, enter)
        if not enter.isAccepted():
            return False
        event = QDropEvent(QPointF(center), copy, carried, left, none)
        QApplication.sendEvent(target, event)
        return event.isAccepted()

    return perform
