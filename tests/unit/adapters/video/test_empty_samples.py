"""QuickTime files may hold samples of no bytes: nothing new is shown or heard, and what was before goes on. A decoder would take
such a packet for the end of the file.
"""

import struct
from contextlib import closing
from pathlib import Path

import av
import pytest
from fakes.exported_videos import nothing, numbers_in
from fakes.numbered_video import HEIGHT_PX, WIDTH_PX, numbered_image
from fakes.videos import make_timed

from vidu_desktop.adapters.export.export_writers import export
from vidu_desktop.adapters.video import video_checks
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.adapters.video.sound_track import read_sound
from vidu_desktop.domain.export import ExportFormat, ExportSettings

HALF_A_SECOND = [number / 24 for number in range(12)]


def emptied(clip: Path, track: int, *samples: int) -> Path:
    """Say of these samples that they have no bytes. `track` counts the tables of sizes. The next sample has the bytes then, because
    samples lie one behind the other.
    """
    content = bytearray(clip.read_bytes())
    at = -1
    for _ in range(track + 1):
        at = content.index(b"stsz", at + 1)
    for sample in samples:
        struct.pack_into(">I", content, at + 16 + 4 * sample, 0)
    clip.write_bytes(content)
    return clip


def clip_of(path: Path, **options: object) -> Path:
    return make_timed(
        path,
        HALF_A_SECOND,
        1 / 24,
        (WIDTH_PX, HEIGHT_PX),
        codec="mjpeg",
        pixel_format="yuvj420p",
        picture=numbered_image,
        **options,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("empty", "shown"),
    [
        ((5,), [0, 1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10]),
        ((5, 6, 7), [0, 1, 2, 3, 4, 4, 4, 4, 5, 6, 7, 8]),
        ((11,), [*range(11), 10]),
    ],
)
def test_an_empty_sample_holds_the_frame_before_it(
    tmp_path: Path, empty: tuple[int, ...], shown: list[int]
) -> None:
    clip = emptied(clip_of(tmp_path / "clip.mov"), 0, *empty)

    facts = video_checks.verify(str(clip))
    assert facts == video_checks.read_facts_and_make_cover(str(clip), str(tmp_path / "cover.jpg"))
    assert facts.frame_count == 12 - len(empty)
    assert facts.duration_s == pytest.approx(0.5)
    with closing(FrameSource(str(clip))) as source:
        assert source.table.count == facts.frame_count
        assert source.table.end_s == pytest.approx(0.5)

    settings = ExportSettings(format=ExportFormat.H264, rate_fps=24.0)
    export(str(clip), str(tmp_path / "out.mp4"), settings, nothing)

    assert numbers_in(tmp_path / "out.mp4") == shown


def test_behind_an_empty_piece_of_sound_the_rest_is_heard(tmp_path: Path) -> None:
    clip = emptied(clip_of(tmp_path / "clip.mov", sound_s=(0, 0.5), beeps_s=(0.3,)), 1, 5)

    sound = read_sound(str(clip))

    assert sound is not None
    with av.open(str(clip)) as container:
        assert not all(packet.size for packet in container.demux(audio=0) if packet.pts is not None)
    loud = [abs(value) > 3_000 for (value, _) in struct.iter_unpack("<hh", sound.samples)]
    assert any(loud[round(0.3 * sound.rate_hz) :])
