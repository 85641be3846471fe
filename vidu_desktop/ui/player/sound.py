"""The sound of the video that runs. It is heard at normal speed; other speeds, and computers without a sound device, are
silent.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QObject
from typing_extensions import override

from vidu_desktop.domain.frames import SoundTrack

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioSink

_MOMENT_BYTES = 4


class LoopedSamples(QIODevice):
    """Provides samples from byte `at` on, and starts over at `first` when it reaches `end`; silence follows without a loop."""

    def __init__(self, samples: bytes, first: int, end: int, at: int, *, loops: bool) -> None:
        super().__init__()
        self._samples = samples
        self._first, self._end, self._at = first, max(end, first), at
        self._loops = loops and self._end > first

    @override
    def readData(self, maxlen: int) -> bytes:
        parts: list[bytes] = []
        left = maxlen - maxlen % _MOMENT_BYTES
        while left > 0:
            part = self._samples[self._at : min(self._at + left, self._end)]
            if not part:
                if not self._loops:
                    parts.append(bytes(left))
                    break
                self._at = self._first
                continue
            parts.append(part)
            self._at += len(part)
            left -= len(part)
        return b"".join(parts)

    @override
    def writeData(self, data: bytes, len: int) -> int:  # type: ignore[override]
        return -1

    @override
    def isSequential(self) -> bool:
        return True

    @override
    def bytesAvailable(self) -> int:
        return 1 << 20


class Sound(QObject):
    """Qt's sound module is loaded with the first track. Each run has a sink of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._track: SoundTrack | None = None
        self._sink: QAudioSink | None = None
        self._source: LoopedSamples | None = None
        self._volume, self._muted = 1.0, False

    def has_device(self) -> bool:
        """Whether there is a sound device; the system is asked each time."""
        from PySide6.QtMultimedia import QMediaDevices

        return bool(QMediaDevices.audioOutputs())

    def set_track(self, track: SoundTrack | None) -> None:
        """Use another video's sound; None for silence."""
        self.stop()
        self._track = track

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Set the loudness: `volume` as heard, in [0, 1]."""
        self._volume, self._muted = volume, muted
        self._apply()

    def start(self, at_s: float, first_s: float, end_s: float, *, loops: bool) -> None:
        """Be heard from `at_s` on, between `first_s` and `end_s`: times of the video in seconds."""
        self.stop()
        track = self._track
        # Without a device, a sink would only make the sound server complain again with every clip.
        if track is None or not track.samples or not self.has_device():
            return
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink

        shape = QAudioFormat()
        shape.setSampleRate(track.rate_hz)
        shape.setChannelCount(2)
        shape.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._source = LoopedSamples(
            track.samples, track.at(first_s), track.at(end_s), track.at(at_s), loops=loops
        )
        self._source.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(shape, self)
        self._apply()
        self._sink.start(self._source)

    def stop(self) -> None:
        """Be silent at once."""
        if self._sink is not None:
            self._sink.stop()
            self._sink.deleteLater()
            self._sink = None
        if self._source is not None:
            self._source.close()
            self._source = None

    def _apply(self) -> None:
        if self._sink is not None:
            # Perceived loudness grows roughly with the square root of the amplitude.
            self._sink.setVolume(0.0 if self._muted else self._volume**2)
