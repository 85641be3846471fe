"""Takes pictures into a tab: dropped, pasted, chosen, from a folder, from a link, or from a video."""

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vidu_desktop.domain.name_order import in_name_order
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.protocols import PictureService
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.drop_reading import DropReading, read_drop
from vidu_desktop.ui.widgets.while_alive import while_alive

Answer = TypeVar("Answer")
PutIn = Callable[[list[str], int | None], None]
"""Puts pictures into the tab: at a well, or wherever there is room with None."""


CallOff = Callable[[], object] | None
"""Makes sure that what was asked for won't come any more; None for what must come."""


class Coming(QObject):
    """Counts what was asked for and hasn't come yet. Until it has, the tab doesn't hold what the person chose last."""

    changed = Signal()  # `is_anything` has changed

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._coming: dict[object, CallOff] = {}

    @property
    def is_anything(self) -> bool:
        """Whether anything is still on its way."""
        return bool(self._coming)

    def begin(self, call_off: CallOff = None) -> Callable[[], None]:
        """Count something that was asked for. Return a callable, to be called once, when it has come or won't come. After
        `call_off` was called it must not come any more; None where it can't be called off.
        """
        asked = object()

        def end() -> None:
            if shiboken6.isValid(self):
                self._change(lambda: self._coming.pop(asked, None))

        self._change(lambda: self._coming.update({asked: call_off}))
        return end

    def call_off(self) -> None:
        """Wait no longer for what can be called off: it may hang on a drive that doesn't answer."""
        called_off = {asked: act for asked, act in self._coming.items() if act is not None}
        for act in called_off.values():
            act()

        def forget() -> None:
            for asked in called_off:
                self._coming.pop(asked, None)

        self._change(forget)

    def _change(self, act: Callable[[], object]) -> None:
        before = self.is_anything
        act()
        if self.is_anything is not before:
            self.changed.emit()


class PictureIntake(QObject):
    """Puts pictures into the tab. What doesn't belong there, and words for the person, are passed on by signals."""

    said = Signal(str)  # words for the person; empty when there is nothing to say
    chosen = Signal()  # pictures came from the file dialog
    name_dropped = Signal(str)  # name of an item of the shelf
    videos_dropped = Signal(object)  # list[str], paths of videos whose recipes are wanted, not their pictures
    # list[str], videos; callable that takes the paths of the pictures, an empty list for none. It must be called.
    last_frames_wanted = Signal(object, object)

    def __init__(
        self, look: Look, pictures: PictureService, chooser: PictureChooser, owner: QWidget, put_in: PutIn
    ) -> None:
        super().__init__(owner)
        self._look = look
        self._pictures = pictures
        self._chooser = chooser
        self._owner = owner
        self._put_in = put_in
        self.coming = Coming(self)
        self.paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), owner)
        # Pasting works anywhere in the window while the owner is shown; text fields keep the key for
        # themselves.
        self.paste.setContext(Qt.ShortcutContext.WindowShortcut)

    def take(self, reading: DropReading, at: int | None = None) -> None:
        """Take what was dropped, pasted or chosen; `at` is the well that it was meant for."""
        if reading.empty:
            return
        self.said.emit(reading.refusal)
        if reading.shelf_name:
            self.name_dropped.emit(reading.shelf_name)
        if reading.videos and at is not None:
            self.last_frames_wanted.emit(
                list(reading.videos), self.awaited(lambda paths: self._put_in(paths, at) if paths else None)
            )
        elif reading.videos:
            self.videos_dropped.emit(list(reading.videos))
        if reading.pictures:
            self._put_in(list(reading.pictures), at)
        for folder in reading.folders:
            self._pictures.pictures_in(folder, self.awaited(self._take_folder))
        if reading.content:
            self._pictures.keep_content(reading.content, reading.image_name, self._receiver(at))
        if reading.image is not None:
            self._pictures.keep_image(reading.image, reading.image_name, self._receiver(at))
        if reading.link:
            self._ask_for_link(reading.link, at)

    def take_clipboard(self, at: int | None) -> None:
        """Take what lies in the clipboard; `at` is the well that has the keyboard."""
        reading = read_drop(QGuiApplication.clipboard().mimeData())
        # A well has the keyboard from the start, so a pasted video, unlike a dropped one, isn't meant for it.
        self.take(reading, None if reading.videos else at)

    def choose(self, at: int | None) -> None:
        """Open the file dialog for a well; None: for wherever there is room."""

        def receive(paths: list[str]) -> None:
            self.take(DropReading(tuple(paths)), at)
            self.chosen.emit()

        self._chooser.choose(self._owner, several=True, chosen=receive)

    def _receiver(self, at: int | None) -> Callable[[str | ViduDesktopError], None]:
        """Return a callable that takes a picture that was made or fetched for the tab."""

        def receive(answer: str | ViduDesktopError) -> None:
            if isinstance(answer, ViduDesktopError):
                self.said.emit(say(answer.sentence))
            else:
                self._put_in([answer], at)

        return self.awaited(receive)

    def awaited(self, receive: Callable[[Answer], None]) -> Callable[[Answer], None]:
        """Wrap `receive` for an answer that is asked for now. Until the answer comes, which it must, `coming` counts it."""
        called_off: list[bool] = []

        def call_off() -> None:
            called_off.append(True)
            self.said.emit("")  # that it is fetched

        ended = self.coming.begin(call_off)

        def take(answer: Answer) -> None:
            if called_off:
                return
            try:
                receive(answer)
            finally:
                ended()

        return while_alive(self, take)

    def _ask_for_link(self, link: str, at: int | None) -> None:
        from vidu_desktop.ui.dialogs.fetch_link_dialog import FetchLinkDialog, host_of

        def fetch() -> None:
            self.said.emit(self.tr("Fetching the picture from {host}…").format(host=host_of(link)))
            self._pictures.fetch_link(link, self._receiver(at))

        dialog = FetchLinkDialog(self._look, link, self._owner.window())
        dialog.agreed.connect(fetch)
        dialog.open()

    def _take_folder(self, paths: list[str]) -> None:
        if paths:
            self._put_in(in_name_order(paths), None)
        else:
            self.said.emit(self.tr("There are no pictures in that folder, or it can't be read."))
