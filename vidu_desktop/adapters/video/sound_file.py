"""A sound file that is played with a film: any of the usual kinds, or the sound of a video. It starts with the film."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer

from vidu_desktop.adapters.disk.given_files import cannot_read
from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.disk.shown_names import shown_name
from vidu_desktop.adapters.video.main_streams import main_sound
from vidu_desktop.adapters.video.sound_track import MOMENT_BYTES, RATE_HZ, decoded_sound
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence, ViduDesktopError

_FORMATS = "mp3,wav,w64,flac,ogg,mov,mp4,m4a,aac,aiff,caf,matroska,webm"
"""FFmpeg's demuxers, without those that read other files or use the network."""
_GUESSED = frozenset({"mp3", "aac"})
"""The demuxers of formats that needn't state a length. FFmpeg then guesses it from the first packets, and may be off by ten
times.
"""
_PADDING_MOST_S = 0.2
"""How much silence encoders put before and behind the sound, which a stated length leaves out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundFacts:
    """What a video editor has to know about a sound file."""

    path: Path
    length_s: float
    channels: int
    sound_hz: int


def sound_facts(path: str) -> SoundFacts:
    """Read the facts of a sound file. Blocks. Raises BadInput, DiskTrouble."""
    length_s = sound_length_s(path)
    with _opened(path) as container:
        context = _sound_of(container).codec_context
        return SoundFacts(
            path=Path(path), length_s=length_s, channels=context.channels, sound_hz=context.sample_rate
        )


def sound_of_file(path: str) -> Iterator[bytes]:
    """Yield the samples from the first on, in the format of `sound_track`. Raises BadInput, DiskTrouble."""
    with _opened(path) as container:
        yield from decoded_sound(container, _begin_s(container))


def sound_length_s(path: str) -> float:
    """Return the length of a sound file as it states it, or else by reading all of it. Blocks. Raises BadInput, DiskTrouble."""
    with _opened(path) as container:
        stream = _sound_of(container)
        if stream.duration and stream.time_base:
            said_s = float(stream.duration * stream.time_base)
            if container.format.name not in _GUESSED:
                return said_s
            counted_s = float(_ticks_in(container, stream) * stream.time_base)
            return said_s if abs(said_s - counted_s) <= _PADDING_MOST_S else counted_s
        if container.duration:
            return container.duration / av.time_base
    return sum(map(len, sound_of_file(path))) / (RATE_HZ * MOMENT_BYTES)


def _ticks_in(container: InputContainer, stream: AudioStream) -> int:
    return sum(packet.duration or 0 for packet in container.demux(stream))


def _begin_s(container: InputContainer) -> float:
    stream = _sound_of(container)
    return float((stream.start_time or 0) * (stream.time_base or 0))


def _sound_of(container: InputContainer) -> AudioStream:
    """Return the sound of an open file, which always has one."""
    stream = main_sound(container)
    assert stream is not None  # noqa: S101 - files without sound are refused
    return stream


@contextmanager
def _opened(path: str) -> Iterator[InputContainer]:
    values = {"name": shown_name(path)}
    try:
        open_regular(path).close()
    except OSError as error:
        raise cannot_read(error, path) from error
    av.logging.set_level(av.logging.PANIC)
    options = {"protocol_whitelist": "file", "format_whitelist": _FORMATS}
    try:
        with av.open(f"file:{path}", options=options) as container:
            if main_sound(container) is None:
                raise BadInput("sound-none", Sentence(_NO_SOUND, values))
            yield container
    except (ViduDesktopError, MemoryError, GeneratorExit):
        raise
    except Exception as error:
        raise BadInput("sound-none", Sentence(_NO_SOUND, values)) from error


_NO_SOUND = QT_TRANSLATE_NOOP(
    "library", "“{name}” has no sound that can be read. Choose an MP3, WAV, FLAC, OGG or M4A file."
)
