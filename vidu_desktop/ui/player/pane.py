"""The stage: plays the chosen video at once, frame by frame if asked; empty, it takes the first picture."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.player.empty_stage import EmptyStage
from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.player.transport import Transport
from vidu_desktop.ui.widgets.drop_reading import read_drop
from vidu_desktop.ui.widgets.empty_state import EmptyState
from vidu_desktop.ui.widgets.frame_view import FrameView
from vidu_desktop.ui.widgets.push_button import PushButton


def dropped_paths(data: QMimeData) -> list[str]:
    """Give the local files and folders of a drop; what each one really is, is looked at by who takes them."""
    if not data.hasUrls():
        return []
    reading = read_drop(data)
    return [*reading.files, *reading.folders]


class PlayerPane(QFrame):
    """Empty stage, player, or the sentence why a video can't be shown."""

    pictures_dropped = Signal(list)  # list[str], paths in the order of the drop
    open_externally_requested = Signal(str)  # path of the video
    volume_changed = Signal(float, bool)  # as heard in [0, 1], muted: to be remembered

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, volume: float = 0.8, muted: bool = False
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._path = ""
        self._title = ""
        self._chosen = False
        self._playback = Playback(self)
        self._playback.set_sound(volume, muted=muted)
        self._build(volume, muted=muted)
        self._connect()
        self._retranslate()

    def _build(self, volume: float, *, muted: bool) -> None:
        self.setProperty("surface", "area")
        self.setAcceptDrops(True)
        self._view = FrameView(self._look)
        self._transport = Transport(self._look, volume=volume, muted=muted)
        self._playing_page = QWidget()
        column = QVBoxLayout(self._playing_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._view, 1)
        column.addWidget(self._transport)
        self._empty_page = EmptyStage(self._look)
        self._trouble_page = EmptyState(self._look, "film", display=True)
        self._elsewhere = PushButton()
        self._trouble_page.add_button(self._elsewhere)
        self._pages = QStackedWidget()
        for page in (self._empty_page, self._playing_page, self._trouble_page):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self._playback.frame_shown.connect(self._show_frame)
        self._playback.playing_changed.connect(self._transport.show_playing)
        self._playback.held.connect(self._keep)
        self._playback.length_known.connect(self._take_length)
        self._playback.failed.connect(self._show_trouble)
        self._transport.toggle_requested.connect(self._playback.toggle)
        self._transport.step_requested.connect(self._playback.step)
        self._transport.frame_requested.connect(self._playback.seek)
        self._transport.loop_changed.connect(self._playback.set_loops)
        self._transport.fit_changed.connect(self._view.set_fits)
        self._transport.volume_changed.connect(self._take_volume)
        self._transport.external_requested.connect(self._ask_elsewhere)
        self._elsewhere.clicked.connect(self._ask_elsewhere)
        self._view.clicked.connect(self._playback.toggle)
        self._empty_page.choose_requested.connect(self._choose_pictures)

    @property
    def path(self) -> str:
        """The video on the stage; empty when there is none."""
        return self._path

    @property
    def frame(self) -> int | None:
        """The frame that is shown, from 0; None before the first."""
        return self._playback.frame

    def play(self, path: str, title: str, fps: float = 24.0, frame_count: int | None = None) -> None:
        """Play a verified local video that the person chose: from its first frame, looped.

        `frame_count` None takes Qt's word for it.
        """
        self._open(path, title, fps, frame_count)
        self._chosen = True

    def offer(self, path: str, title: str, fps: float = 24.0, frame_count: int | None = None) -> bool:
        """Play a video that has just been finished, unless the person looks at another; False if it is left.

        Who chose a video, or stopped one to look at a frame, must not have it pulled from under their eyes.
        """
        if self._chosen and self._pages.currentWidget() is self._playing_page:
            return False
        self._open(path, title, fps, frame_count)
        self._chosen = False
        return True

    def _open(self, path: str, title: str, fps: float, frame_count: int | None) -> None:
        self._path, self._title = path, title
        self._view.clear()
        self._view.setAccessibleName(self.tr("Video: {title}").format(title=title or self.tr("No prompt")))
        self._pages.setCurrentWidget(self._playing_page)
        self._transport.show_clip(title, fps, frame_count or 1)
        self._playback.open(path, fps, frame_count)
        if self._path:
            self._transport.set_sound_device(self._playback.has_sound_device())

    def release(self, path: str) -> None:
        """Let go of this file before it is moved; nothing happens when another one is on the stage."""
        if path == self._path:
            self.show_empty()

    def set_ready(self, ready: bool) -> None:  # noqa: FBT001 - a setter
        """Say on the empty stage that there is a picture to make a video from, or that one is wanted first."""
        self._empty_page.set_ready(ready)

    def show_empty(self) -> None:
        """Go back to the place where the first picture is dropped."""
        self._playback.close()
        self._path = self._title = ""
        self._chosen = False
        self._view.clear()
        self._pages.setCurrentWidget(self._empty_page)

    def _show_frame(self, frame: int, image: QImage) -> None:
        self._view.show_image(image)
        self._transport.show_frame(frame)

    def _keep(self) -> None:
        self._chosen = True

    def _take_length(self, frame_count: int) -> None:
        self._transport.show_clip(self._title, self._playback.fps, frame_count)

    def _take_volume(self, volume: float, muted: bool) -> None:  # noqa: FBT001 - a signal's values
        self._playback.set_sound(volume, muted=muted)
        self.volume_changed.emit(volume, muted)

    def _show_trouble(self) -> None:
        self._retranslate()
        self._pages.setCurrentWidget(self._trouble_page)

    def _ask_elsewhere(self) -> None:
        if self._path:
            self.open_externally_requested.emit(self._path)

    def _choose_pictures(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose pictures"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Pictures") + " (*.png *.jpg *.jpeg *.webp)")
        dialog.filesSelected.connect(self.pictures_dropped)
        dialog.open()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Player"))
        self._elsewhere.setText(self.tr("Open in another player"))
        there = Path(self._path).is_file() if self._path else True
        self._elsewhere.setVisible(there)
        if there:
            self._trouble_page.say(
                self.tr("This video can't be played here"),
                self.tr("The file is still in your library. Another player may know its format."),
            )
        else:
            self._trouble_page.say(
                self.tr("The file is missing"),
                self.tr("It was moved, renamed or deleted outside the program. Nothing else was changed."),
            )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handle_key(event):
            super().keyPressEvent(event)

    def _handle_key(self, event: QKeyEvent) -> bool:
        if self._pages.currentWidget() is not self._playing_page or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            return False
        match event.key():
            case Qt.Key.Key_Space | Qt.Key.Key_K:
                self._playback.toggle()
            case Qt.Key.Key_Left | Qt.Key.Key_Comma:
                self._playback.step(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Period:
                self._playback.step(1)
            case Qt.Key.Key_Home:
                self._playback.seek(0)
            case Qt.Key.Key_End:
                self._playback.seek(self._playback.frame_count - 1)
            case Qt.Key.Key_M:
                self._transport.toggle_mute()
            case Qt.Key.Key_L:
                self._transport.toggle_loop()
            case Qt.Key.Key_F:
                self._transport.toggle_fit()
            case _:
                return False
        return True

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            self._empty_page.set_lit(True)
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._empty_page.set_lit(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._empty_page.set_lit(False)
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.pictures_dropped.emit(paths)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._playback.pause()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
