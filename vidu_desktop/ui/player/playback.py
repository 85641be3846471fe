"""Plays one local file and knows which frame is shown: QMediaPlayer and QVideoSink, loaded at the first use.

One seek is in flight at a time; a wish that comes meanwhile replaces the one that waits. Without that, scrubbing
shows one frame a second.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QImage

from vidu_desktop.ui.player.timecode import frame_at, frames_in, seek_ms

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame, QVideoSink

SEEK_PATIENCE_MS = 500
"""A seek that brought no frame by then is given up (measured: 70 to 123 ms at 720p)."""
FIRST_FRAME_PATIENCE_MS = 4000
"""A codec that Qt lacks, AV1 for one, brings no frame and no error either."""


class Playback(QObject):
    """The file that is open, if any. `fps` and `frame_count` come from who knows the file, not from Qt."""

    frame_shown = Signal(int, QImage)  # frame number from 0, its picture
    playing_changed = Signal(bool)  # whether it runs
    length_known = Signal(int)  # number of frames
    failed = Signal()  # this file can't be shown
    held = Signal()  # the person stopped it, or went to a frame

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: QMediaPlayer | None = None
        self._sink: QVideoSink | None = None
        self._audio: QAudioOutput | None = None
        self._path = ""
        self._fps = 24.0
        self._frame_count: int | None = None
        self._frame: int | None = None
        self._loaded = False
        self._wants_play = False
        self._seek_wish: int | None = None
        self._seek_in_flight: int | None = None
        self._loops = True
        self._volume = 1.0
        self._muted = False
        self._seek_patience = QTimer(self, singleShot=True, interval=SEEK_PATIENCE_MS)
        self._seek_patience.timeout.connect(self._seek_ended)
        self._first_patience = QTimer(self, singleShot=True, interval=FIRST_FRAME_PATIENCE_MS)
        self._first_patience.timeout.connect(self._fail)

    @property
    def path(self) -> str:
        """The open file; empty when there is none."""
        return self._path

    @property
    def frame(self) -> int | None:
        """The frame that is shown; None before the first."""
        return self._frame

    @property
    def frame_count(self) -> int:
        """How many frames there are; 1 until it is known."""
        return self._frame_count or 1

    @property
    def fps(self) -> float:
        """Frames a second, as it was told."""
        return self._fps

    @property
    def playing(self) -> bool:
        """Whether it runs, or will as soon as it is loaded."""
        return self._wants_play

    def open(self, path: str, fps: float, frame_count: int | None) -> None:
        """Play a local file from its first frame. `failed` follows when it can't be."""
        self.close()
        self._path, self._fps = path, fps if fps > 0 else 24.0
        self._frame_count = frame_count or None
        if not Path(path).is_file():
            # Later, so that the caller has finished opening before it hears that there is nothing to open.
            QTimer.singleShot(0, self, self._fail)
            return
        player = self._ready_player()
        self._wants_play = True
        self._first_patience.start()
        player.setSource(QUrl.fromLocalFile(path))
        player.play()
        self.playing_changed.emit(True)
        if self._frame_count is not None:
            self.length_known.emit(self._frame_count)

    def close(self) -> None:
        """Let go of the file: when this returns, no handle of ours is on it."""
        self._path, self._frame, self._loaded = "", None, False
        self._seek_wish = self._seek_in_flight = None
        self._seek_patience.stop()
        self._first_patience.stop()
        self._set_wants_play(False)
        if self._player is not None:
            self._player.stop()
            self._player.setSource(QUrl())

    def play(self) -> None:
        """Run; from the start again when it stands on the last frame and doesn't loop."""
        if not self._path or self._player is None:
            return
        if not self._loops and self._frame == self.frame_count - 1:
            self._player.setPosition(0)
        self._set_wants_play(True)
        self._player.play()

    def pause(self) -> None:
        """Stand still on the frame that is shown."""
        if self._player is not None:
            self._player.pause()
        self._set_wants_play(False)

    def toggle(self) -> None:
        """Run or stand still, by the person's hand."""
        self.pause() if self._wants_play else self.play()
        if self._path:
            self.held.emit()

    def seek(self, frame: int) -> None:
        """Show this frame, clamped to the clip; stands still first."""
        if not self._path:
            return
        if self._wants_play:
            self.pause()
        self._seek_wish = min(max(frame, 0), self.frame_count - 1)
        self._seek_next()
        self.held.emit()

    def step(self, frames: int) -> None:
        """Show the frame that lies `frames` further, counted from the latest wish, so that no key press is lost."""
        wished = self._seek_wish if self._seek_wish is not None else self._seek_in_flight
        at = wished if wished is not None else self._frame
        if at is not None:
            self.seek(at + frames)

    def set_loops(self, loops: bool) -> None:  # noqa: FBT001 - a toggle button's own signature
        """Begin again at the end, or stay on the last frame."""
        self._loops = loops
        self._apply_loops()

    def set_sound(self, volume: float, *, muted: bool) -> None:
        """`volume` as heard, in [0, 1]."""
        self._volume, self._muted = volume, muted
        self._apply_sound()

    def has_sound_device(self) -> bool:
        """Whether there is anything to hear with; asked of the system each time."""
        from PySide6.QtMultimedia import QMediaDevices

        return bool(QMediaDevices.audioOutputs())

    def _ready_player(self) -> "QMediaPlayer":
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

        if self._player is None:
            self._player, self._sink = QMediaPlayer(self), QVideoSink(self)
            self._player.setVideoSink(self._sink)
            self._sink.videoFrameChanged.connect(self._take_frame)
            self._player.mediaStatusChanged.connect(self._follow_status)
            self._player.errorOccurred.connect(self._fail)
            self._player.durationChanged.connect(self._take_duration)
            self._apply_loops()
        # Without a device an output only makes the sound server complain, again with every clip.
        if self._audio is None and self.has_sound_device():
            self._audio = QAudioOutput(self)
            self._player.setAudioOutput(self._audio)
            self._apply_sound()
        return self._player

    def _apply_loops(self) -> None:
        if self._player is not None:
            self._player.setLoops(-1 if self._loops else 1)

    def _apply_sound(self) -> None:
        if self._audio is not None:
            self._audio.setVolume(self._volume**2)  # loudness is heard roughly by the square of the amplitude
            self._audio.setMuted(self._muted)

    def _set_wants_play(self, playing: bool) -> None:  # noqa: FBT001 - the value itself
        if self._wants_play is not playing:
            self._wants_play = playing
            self.playing_changed.emit(playing)

    def _take_frame(self, frame: "QVideoFrame") -> None:
        if not self._path or not frame.isValid():
            return  # at the end comes an invalid one: the last stays
        number = frame_at(frame.startTime(), self._fps)
        if not frame.startTime() >= 0:
            return
        image = frame.toImage()
        if image.isNull():
            return
        self._first_patience.stop()
        self._frame = number
        self.frame_shown.emit(number, image)
        if self._seek_in_flight is not None and number == self._seek_in_flight:
            self._seek_ended()

    def _take_duration(self, duration_ms: int) -> None:
        if self._frame_count is None and duration_ms > 0:
            self._frame_count = frames_in(duration_ms, self._fps)
            self.length_known.emit(self._frame_count)

    def _follow_status(self, status: object) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        if not self._path or self._player is None:
            return
        match status:
            case QMediaPlayer.MediaStatus.LoadedMedia | QMediaPlayer.MediaStatus.BufferedMedia:
                # A position that is set before is ignored.
                self._loaded = True
                self._seek_next()
            case QMediaPlayer.MediaStatus.EndOfMedia:
                # Stopped players show nothing when they are sought: pause on the last frame instead.
                self._player.pause()
                self._player.setPosition(seek_ms(self.frame_count - 1, self._fps))
                self._set_wants_play(False)
            case QMediaPlayer.MediaStatus.InvalidMedia:
                self._fail()

    def _seek_next(self) -> None:
        if (
            self._seek_wish is None
            or self._seek_in_flight is not None
            or not self._loaded
            or self._player is None
        ):
            return
        self._seek_in_flight, self._seek_wish = self._seek_wish, None
        self._seek_patience.start()
        self._player.setPosition(seek_ms(self._seek_in_flight, self._fps))

    def _seek_ended(self) -> None:
        self._seek_patience.stop()
        self._seek_in_flight = None
        self._seek_next()

    def _fail(self, *_: object) -> None:
        if self._path:
            self.close()
            self.failed.emit()
