"""The sound of a film: that of its parts one behind the other, each exactly as long as its pictures."""

from collections.abc import Iterator

from vidu_desktop.adapters.video.sound_track import (
    DURATION_MOST_S,
    MOMENT_BYTES,
    RATE_HZ,
    silence,
    sound_between,
)
from vidu_desktop.domain.film import Film
from vidu_desktop.domain.frames import SoundTrack


def part_sound(film: Film, number: int) -> Iterator[bytes]:
    """Yield the sound of one part, counted from 0; silence where it has none, and where it isn't shown at its own speed.
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
    """Return all of it; None where there is none, or more than DURATION_MOST_S. Blocks; for a thread. Raises NotAVideo."""
    if not film.table.has_sound or film.table.end_s > DURATION_MOST_S:
        return None
    samples = bytearray()
    for number in range(len(film.parts)):
        for piece in part_sound(film, number):
            samples += piece
    return SoundTrack(rate_hz=RATE_HZ, samples=bytes(samples))
