"""The sound of a film: a file instead of the videos' own sounds, as long as the pictures, the same in the player and in the
export.
"""

import wave
from array import array
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from fakes.videos import make_video

from vidu_desktop.adapters.export.join_videos import join
from vidu_desktop.adapters.video.film_sound import read_film_sound
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.adapters.video.sound_file import sound_length_s
from vidu_desktop.adapters.video.sound_track import read_sound
from vidu_desktop.domain.film import Film, FilmPart, FilmWish, film_of
from vidu_desktop.errors import BadInput

RATE_HZ = 48_000
LOUD = 12_000


def make_sound(path: Path, seconds: float) -> Path:
    """A WAV that is silent for half a second, and loud after that."""
    moments = round(seconds * RATE_HZ)
    samples = array("h", (0 if moment < RATE_HZ // 2 else LOUD for moment in range(moments) for _ in "lr"))
    with wave.open(str(path), "wb") as file:
        file.setparams((2, 2, RATE_HZ, moments, "NONE", ""))
        file.writeframes(samples.tobytes())
    return path


def film_with(tmp_path: Path, sound: Path, *, audio: bool = True) -> Film:
    """Two videos of one second each, without the doubled frame between them."""
    paths = [str(make_video(tmp_path / f"{name}.mp4", audio=audio)) for name in "ab"]
    wish = FilmWish(
        parts=(FilmPart(video_path=paths[0]), FilmPart(video_path=paths[1], skip_first=1)),
        sound_path=str(sound),
    )
    tables = []
    for path in paths:
        source = FrameSource(path)
        tables.append(source.table)
        source.close()
    return film_of(wish, tables)


def heard(samples: bytes) -> list[int]:
    """The left channel at each tenth of a second."""
    left = array("h", samples)[::2]
    return [left[moment] for moment in range(RATE_HZ // 20, len(left), RATE_HZ // 10)]


@pytest.mark.parametrize("audio", [True, False])
def test_a_file_takes_the_place_of_the_videos_own_sound(tmp_path: Path, audio: bool) -> None:
    film = film_with(tmp_path, make_sound(tmp_path / "song.wav", 5.0), audio=audio)

    track = read_film_sound(film)

    assert track is not None
    assert len(track.samples) == 4 * round(film.table.end_s * RATE_HZ), "it ends with the film"
    assert heard(track.samples) == [0] * 5 + [LOUD] * (len(heard(track.samples)) - 5)


def test_what_comes_after_a_shorter_file_is_silent(tmp_path: Path) -> None:
    film = film_with(tmp_path, make_sound(tmp_path / "song.wav", 1.0))

    track = read_film_sound(film)

    assert track is not None
    assert heard(track.samples) == [0] * 5 + [LOUD] * 5 + [0] * (len(heard(track.samples)) - 10)


def test_what_is_written_sounds_as_what_is_played(tmp_path: Path) -> None:
    film = film_with(tmp_path, make_sound(tmp_path / "song.wav", 5.0))
    target = tmp_path / "film.mp4"

    join(film.wish, str(target), lambda _done, _whole: None)

    played, written = read_film_sound(film), read_sound(str(target))
    assert played is not None
    assert written is not None
    for one, other in zip(heard(played.samples), heard(written.samples), strict=False):
        assert abs(one - other) < LOUD / 5, "but for what AAC does to it"


def test_a_film_without_its_videos_own_sound_is_silent_also_as_a_file(tmp_path: Path) -> None:
    film = film_with(tmp_path, tmp_path / "none.wav")
    wish = replace(film.wish, sound_path="", own_sound=False)
    target = tmp_path / "film.mp4"

    join(wish, str(target), lambda _done, _whole: None)

    assert read_film_sound(replace(film, wish=wish)) is None
    assert read_film_sound(replace(film, wish=replace(wish, own_sound=True))) is not None
    with av.open(str(target)) as container:
        assert len(container.streams.audio) == 0


def test_silent_videos_that_could_be_copied_get_the_sound(tmp_path: Path) -> None:
    sound = make_sound(tmp_path / "song.wav", 5.0)
    path = str(make_video(tmp_path / "a.mp4"))
    wish = FilmWish(parts=(FilmPart(video_path=path), FilmPart(video_path=path)), sound_path=str(sound))
    target = tmp_path / "film.mp4"

    join(wish, str(target), lambda _done, _whole: None)

    with av.open(str(target)) as container:
        assert len(container.streams.audio) == 1


def test_a_sound_that_is_gone_or_none_is_said_and_no_film_is_left(tmp_path: Path) -> None:
    song = make_sound(tmp_path / "song.wav", 1.0)
    film = film_with(tmp_path, song)
    song.unlink()
    target = tmp_path / "film.mp4"

    with pytest.raises(BadInput, match=r"song\.wav"):
        join(film.wish, str(target), lambda _done, _whole: None)

    assert not target.exists()
    assert [path.name for path in tmp_path.iterdir() if "film" in path.name] == []
    for name, content in (("page.mp3", b"<html>"), ("list.m3u8", b"#EXTM3U\n/etc/hosts\n")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(BadInput, match=name):
            sound_length_s(str(tmp_path / name))


def test_how_long_a_sound_is(tmp_path: Path) -> None:
    assert sound_length_s(str(make_sound(tmp_path / "song.wav", 1.5))) == pytest.approx(1.5, abs=0.01)
    assert sound_length_s(str(make_video(tmp_path / "a.mp4", audio=True))) == pytest.approx(1.0, abs=0.1)


@pytest.mark.parametrize(("ending", "codec"), [("mp3", "libmp3lame"), ("aac", "aac")])
def test_how_long_a_sound_is_whose_file_does_not_say(tmp_path: Path, ending: str, codec: str) -> None:
    """A quiet beginning takes few bytes, so that a guess from it is far too long."""
    path = tmp_path / f"song.{ending}"
    noise = np.random.default_rng(1)
    with av.open(str(path), "w", options={"write_xing": "0"} if ending == "mp3" else {}) as container:
        stream = container.add_stream(codec, rate=44_100, options={"q": "0"} if ending == "mp3" else {})
        for start in range(0, 44_100 * 8, 1152):
            values = noise.integers(-9_000, 9_000, (1, 1152)) if start > 44_100 * 2 else np.zeros((1, 1152))
            frame = av.AudioFrame.from_ndarray(values.astype(np.int16), format="s16", layout="mono")
            frame.sample_rate, frame.pts = 44_100, start
            for made in av.AudioResampler(format=stream.format, layout=stream.layout).resample(frame):
                container.mux(stream.encode(made))
        container.mux(stream.encode(None))

    assert sound_length_s(str(path)) == pytest.approx(8.0, abs=0.2)


def test_where_a_video_comes_in_over_another_its_sound_does_too(tmp_path: Path) -> None:
    paths = [
        str(make_video(tmp_path / f"{name}.mp4", audio=audio)) for name, audio in (("a", True), ("b", False))
    ]
    wish = FilmWish(parts=(FilmPart(video_path=paths[0]), FilmPart(video_path=paths[1], fade=12)))
    tables = []
    for path in paths:
        source = FrameSource(path)
        tables.append(source.table)
        source.close()
    film = film_of(wish, tables)

    track = read_film_sound(film)

    assert track is not None
    assert abs(len(track.samples) - 4 * round(film.table.end_s * RATE_HZ)) <= 8
    left = array("h", track.samples)[::2]
    loudest = [max(map(abs, left[at : at + RATE_HZ // 10])) for at in range(0, len(left), RATE_HZ // 10)]
    assert loudest[3] > 2 * loudest[8] > 0, "it grows quieter while the silent one comes in"
    assert max(loudest[11:]) == 0
