"""Sound that is broken in places, or whose format changes in the middle, is heard as far as possible; the pictures aren't
affected.
"""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from fakes.exported_videos import nothing
from fakes.videos import make_timed

from vidu_desktop.adapters.export.export_writers import export
from vidu_desktop.adapters.video.sound_track import RATE_HZ, read_sound
from vidu_desktop.domain.export import ExportFormat, ExportSettings

SECOND = [number / 24 for number in range(24)]


def beeps_s(clip: Path) -> list[float]:
    """When something becomes loud, in tenths of a second."""
    sound = read_sound(str(clip))
    assert sound is not None
    heard = np.frombuffer(sound.samples, np.int16).reshape(-1, 2)[:, 0].astype(float)
    tenths = heard[: len(heard) // 4800 * 4800].reshape(-1, RATE_HZ // 10)
    loud = np.concatenate(([False], np.sqrt((tenths**2).mean(axis=1)) > 2_000))
    return [place / 10 for place in np.flatnonzero(loud[1:] & ~loud[:-1])]


def broken_between(clip: Path, begin_s: float, end_s: float) -> Path:
    """Replace the sound's packets between these times by noise."""
    with av.open(str(clip)) as container:
        stream = container.streams.audio[0]
        places = [
            (packet.pos, packet.size)
            for packet in container.demux(stream)
            if packet.size and packet.pts is not None and begin_s <= packet.pts * stream.time_base < end_s
        ]
    content = bytearray(clip.read_bytes())
    noise = np.random.default_rng(1)
    for begin, size in places:
        assert begin is not None
        content[begin : begin + size] = noise.bytes(size)
    clip.write_bytes(content)
    return clip


def test_a_broken_piece_of_sound_is_a_hole(tmp_path: Path) -> None:
    whole = make_timed(tmp_path / "clip.mp4", SECOND, 1 / 24, sound_s=(0, 1), beeps_s=(0.1, 0.8))
    clip = broken_between(whole, 0.3, 0.6)

    export(str(clip), str(tmp_path / "out.mp4"), ExportSettings(format=ExportFormat.H264), nothing)

    for heard in (clip, tmp_path / "out.mp4"):
        found = beeps_s(heard)
        assert (found[0], found[-1]) == (0.1, 0.8)


def tone(rate_hz: int, layout: str, begin_s: float, end_s: float) -> "list[av.Packet]":
    """MP3 packets of one format, loud all the time."""
    coder = av.CodecContext.create("libmp3lame", "w")
    coder.rate, coder.layout, coder.format = rate_hz, layout, "s16p"
    coder.time_base = Fraction(1, rate_hz)
    packets = []
    for begin in range(round(begin_s * rate_hz), round(end_s * rate_hz), 1152):
        moments = np.arange(begin, begin + 1152) / rate_hz
        wave = np.rint(12_000 * np.sin(2 * np.pi * 1000 * moments)).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(
            np.stack([wave] * (2 if layout == "stereo" else 1)), "s16p", layout
        )
        frame.rate, frame.pts, frame.time_base = rate_hz, begin, Fraction(1, rate_hz)
        packets += coder.encode(frame)
    return packets


@pytest.mark.parametrize(
    ("rate_hz", "layout"), [(48_000, "mono"), (44_100, "stereo")], ids=["rate", "channels"]
)
def test_sound_may_change_its_kind_on_the_way(tmp_path: Path, rate_hz: int, layout: str) -> None:
    silent = make_timed(tmp_path / "silent.mp4", SECOND, 1 / 24)
    clip = tmp_path / "clip.mp4"
    with av.open(str(silent)) as pictures, av.open(str(clip), "w") as container:
        shown = container.add_stream_from_template(pictures.streams.video[0])
        heard = container.add_stream("libmp3lame", rate=44_100, layout="mono")
        for packet in pictures.demux(video=0):
            if packet.size:
                packet.stream = shown
                container.mux(packet)
        for packet in (*tone(44_100, "mono", 0, 0.5), *tone(rate_hz, layout, 0.5, 1)):
            packet.stream = heard
            container.mux(packet)

    export(str(clip), str(tmp_path / "out.mp4"), ExportSettings(format=ExportFormat.H264), nothing)

    for path in (clip, tmp_path / "out.mp4"):
        sound = read_sound(str(path))
        assert sound is not None
        samples = np.abs(np.frombuffer(sound.samples, np.int16).reshape(-1, 2)[:, 0].astype(float))
        for moment_s in (0.2, 0.75):
            assert (
                samples[round((moment_s - 0.05) * RATE_HZ) : round((moment_s + 0.05) * RATE_HZ)].mean()
                > 2_000
            )
