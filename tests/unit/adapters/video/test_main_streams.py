"""If a file has several pictures and sounds, those count that players show."""

from array import array
from collections.abc import Iterator
from fractions import Fraction
from math import pi, sin
from pathlib import Path

import av
import numpy as np
import pytest
from av.stream import Disposition
from fakes.videos import frame_image
from PIL import Image

from vidu_desktop.adapters.video.frame_saving import save_frame
from vidu_desktop.adapters.video.sound_track import read_sound
from vidu_desktop.adapters.video.video_checks import read_facts_and_make_cover, verify
from vidu_desktop.errors import NotAVideo

RATE_HZ = 48_000


def streams_of(
    path: Path, pictures: list[tuple[int, tuple[int, int], bool]], loud: list[tuple[bool, bool]]
) -> str:
    """Write a file. `pictures` have their number of frames, their size, and whether they are the default; `loud` has for each
    sound whether it is audible, and whether it is the default.
    """
    with av.open(str(path), "w", format="mp4") as container:
        shown, heard = [], []
        for _count, size, is_default in pictures:
            stream = container.add_stream("libx264", rate=24)
            stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
            stream.disposition = Disposition.default if is_default else Disposition(0)
            shown.append(stream)
        for _is_loud, is_default in loud:
            sound = container.add_stream("aac", rate=RATE_HZ, layout="mono")
            sound.disposition = Disposition.default if is_default else Disposition(0)
            heard.append(sound)
        for stream, (count, size, _default) in zip(shown, pictures, strict=True):
            for number in range(count):
                frame = av.VideoFrame.from_image(frame_image(number, size))
                frame.pts, frame.time_base = number, Fraction(1, 24)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        for sound, (is_loud, _default) in zip(heard, loud, strict=True):
            for frame in second_of_sound(is_loud):
                container.mux(sound.encode(frame))
            container.mux(sound.encode(None))
    return str(path)


def second_of_sound(is_loud: bool) -> Iterator[av.AudioFrame]:
    for start in range(0, RATE_HZ, 1024):
        frame = av.AudioFrame(format="fltp", layout="mono", samples=1024)
        tone = array("f", (is_loud * 0.4 * sin(2 * pi * 1000 * (start + n) / RATE_HZ) for n in range(1024)))
        frame.planes[0].update(tone.tobytes())
        frame.pts, frame.sample_rate, frame.time_base = start, RATE_HZ, Fraction(1, RATE_HZ)
        yield frame


@pytest.mark.parametrize("ending", ["mkv", "avi", "mpg", "ts", "asf", "flv"])
def test_a_video_of_another_kind_is_called_that(tmp_path: Path, ending: str) -> None:
    codec = "mpeg2video" if ending in ("mpg", "ts") else "flv1" if ending == "flv" else "mpeg4"
    clip = tmp_path / f"clip.{ending}"
    with av.open(str(clip), "w") as container:
        stream = container.add_stream(codec, rate=24)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        for number in range(12):
            container.mux(stream.encode(av.VideoFrame.from_image(frame_image(number, (64, 64)))))
        container.mux(stream.encode(None))

    with pytest.raises(NotAVideo) as caught:
        verify(str(clip))

    assert caught.value.code == "video-other-kind"


def test_quicktime_without_a_type_is_a_video_of_another_kind(tmp_path: Path) -> None:
    clip = Path(streams_of(tmp_path / "clip.mov", [(24, WIDE, True)], []))
    content = clip.read_bytes()
    clip.write_bytes(content[:4] + b"wide" + content[8:])

    with pytest.raises(NotAVideo) as caught:
        verify(str(clip))

    assert caught.value.code == "video-other-kind"


WIDE, SMALL = (320, 180), (64, 64)


@pytest.mark.parametrize(
    "pictures",
    [
        [(24, WIDE, True), (48, SMALL, False)],
        [(48, SMALL, False), (24, WIDE, True)],
        [(1, SMALL, True), (24, WIDE, True)],
        [(1, SMALL, True), (24, WIDE, False)],
        [(24, WIDE, True), (1, SMALL, False)],
    ],
    ids=["first is default", "second is default", "a cover first", "a cover is default", "a cover behind"],
)
def test_the_pictures_that_players_show_are_the_video(
    tmp_path: Path, pictures: list[tuple[int, tuple[int, int], bool]]
) -> None:
    clip = streams_of(tmp_path / "clip.mp4", pictures, [])

    facts = read_facts_and_make_cover(clip, str(tmp_path / "cover.jpg"))
    save_frame(clip, None, str(tmp_path / "last.png"))

    assert verify(clip) == facts
    assert (facts.width_px, facts.height_px, facts.frame_count) == (*WIDE, 24)
    with Image.open(tmp_path / "cover.jpg") as cover, Image.open(tmp_path / "last.png") as last:
        assert (cover.size, last.size) == (WIDE, WIDE)


def recoded(clip: str, name: bytes) -> str:
    """Overwrite the last coding `name` in the file with an unknown one."""
    content = Path(clip).read_bytes()
    place = content.rindex(name)
    content = content[:place] + b"zzzz" + content[place + 4 :]
    place = content.rfind(b"esds")  # where the coding of sound is stated a second time
    Path(clip).write_bytes(content if place < 0 else content[:place] + b"free" + content[place + 4 :])
    return clip


def test_pictures_that_nothing_here_decodes_are_called_that(tmp_path: Path) -> None:
    clip = recoded(streams_of(tmp_path / "clip.mp4", [(24, WIDE, True)], []), b"avc1")

    for look in (verify, lambda path: save_frame(path, 0, str(tmp_path / "frame.png"))):
        with pytest.raises(NotAVideo) as caught:
            look(clip)
        assert caught.value.code == "video-coding"


def test_a_video_whose_sound_nothing_here_decodes_is_silent(tmp_path: Path) -> None:
    clip = recoded(streams_of(tmp_path / "clip.mp4", [(24, WIDE, True)], [(True, True)]), b"mp4a")

    assert verify(clip).audio_codec is None
    assert read_sound(clip) is None


def test_of_two_sounds_that_can_be_decoded_is_heard(tmp_path: Path) -> None:
    clip = recoded(
        streams_of(tmp_path / "clip.mp4", [(24, WIDE, True)], [(True, False), (False, True)]), b"mp4a"
    )

    sound = read_sound(clip)

    assert sound is not None
    assert np.abs(np.frombuffer(sound.samples, np.int16)).max() > 5_000


@pytest.mark.parametrize(
    "loud", [[(True, True), (False, False)], [(False, False), (True, True)]], ids=["first", "second"]
)
def test_the_sound_that_players_play_is_heard(tmp_path: Path, loud: list[tuple[bool, bool]]) -> None:
    clip = streams_of(tmp_path / "clip.mp4", [(24, WIDE, True)], loud)

    sound = read_sound(clip)

    assert sound is not None
    assert np.abs(np.frombuffer(sound.samples, np.int16)).max() > 5_000
