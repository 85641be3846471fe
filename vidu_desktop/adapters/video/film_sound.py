"""The sound of a film: the sounds of its parts one after the other, each exactly as long as its pictures, or a file instead."""

from collections.abc import Iterator

from vidu_desktop.adapters.video.sound_file import sound_of_file
from vidu_desktop.adapters.video.sound_track import (
    DURATION_MOST_S,
    MOMENT_BYTES,
    RATE_HZ,
    silence,
    sound_between,
)
from vidu_desktop.adapters.video.video_errors import kept_video
from vidu_desktop.domain.film import Film
from vidu_desktop.domain.frames import SoundTrack


def film_sound(film: Film) -> Iterator[bytes]:
    """Yield the sound of a whole film, as long as its pictures: that of its sound file, cut off or followed by silence, or
    else that of its parts. Raises BadInput, NotAVideo, DiskTrouble.
    """
    if not film.wish.sound_path:
        yield from _own_sound(film)
        return
    left = round(film.count / film.rate_fps * RATE_HZ) * MOMENT_BYTES
    for piece in sound_of_file(film.wish.sound_path):
        yield piece[:left]
        left -= len(piece[:left])
        if left <= 0:
            return
    yield from silence(left // MOMENT_BYTES)


def _own_sound(film: Film) -> Iterator[bytes]:
    """Yield the sound of the parts; where one part fades into the next, so does its sound."""
    held = b""
    fades = (*film.fades[1:], 0)
    for number, part in enumerate(film.parts):
        with kept_video(part.video_path):
            pieces = part_sound(film, number)
            if not (held or fades[number]):
                yield from pieces
                continue
            samples = b"".join(pieces)
        both, samples = samples[: len(held)], samples[len(held) :]
        if held:
            yield _mixed(held, both)
        left = len(samples) - round(fades[number] / film.rate_fps * RATE_HZ) * MOMENT_BYTES
        yield samples[: max(0, left)]
        held = samples[max(0, left) :] if fades[number] else b""


def _mixed(lower: bytes, upper: bytes) -> bytes:
    """Return a crossfade from `lower` to `upper`, which have the same length."""
    import numpy as np

    sounds = [np.frombuffer(one, np.int16).reshape(-1, 2).astype(np.float32) for one in (lower, upper)]
    share = np.linspace(0.0, 1.0, len(sounds[0]), dtype=np.float32)[:, None]
    mixed: bytes = np.rint(sounds[0] * (1 - share) + sounds[1] * share).astype(np.int16).tobytes()
    return mixed


def part_sound(film: Film, number: int) -> Iterator[bytes]:
    """Yield the sound of part `number`, counted from 0; silence where the part has no sound, or isn't shown at its own speed.
    Raises NotAVideo.
    """
    part, table, shown = film.parts[number], film.tables[number], film.frames[number]
    left = round(len(shown) / film.rate_fps * RATE_HZ) * MOMENT_BYTES
    begin_s = table.starts_s[shown[0]]
    if table.has_sound and part.speed == 1.0:
        for piece in sound_between(part.video_path, begin_s, begin_s + left / (RATE_HZ * MOMENT_BYTES)):
            yield piece[:left]
            left -= len(piece[:left])
    yield from silence(left // MOMENT_BYTES)


def read_film_sound(film: Film) -> SoundTrack | None:
    """Return the whole sound; None where the film has none, or is longer than DURATION_MOST_S. Blocks, so it is for a thread.
    Raises BadInput, NotAVideo, DiskTrouble.
    """
    if not film.table.has_sound or film.table.end_s > DURATION_MOST_S:
        return None
    return SoundTrack(rate_hz=RATE_HZ, samples=b"".join(film_sound(film)))
