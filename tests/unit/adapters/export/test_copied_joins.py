"""What a container says of its video is there after a join that copies the coded pictures, too."""

from pathlib import Path

import av
import pytest
from fakes.exported_videos import nothing
from fakes.videos import make_timed

from vidu_desktop.adapters.export.join_videos import join
from vidu_desktop.domain.film import FilmWish, parts_in_a_row

HALF_A_SECOND = [number / 24 for number in range(12)]


def tag_of(path: Path) -> str:
    with av.open(str(path)) as container:
        return container.streams.video[0].codec_context.codec_tag


def named(path: Path, tag: bytes) -> Path:
    """Write a short HEVC whose sample entry has this name."""
    make_timed(path, HALF_A_SECOND, 1 / 24, codec="libx265")
    content = path.read_bytes()
    assert content.count(b"hev1") == 1
    path.write_bytes(content.replace(b"hev1", tag))
    return path


@pytest.mark.parametrize("tags", [(b"hvc1", b"hvc1"), (b"hev1", b"hev1")])
def test_hevc_keeps_the_name_by_which_apples_programs_play_it(
    tmp_path: Path, tags: tuple[bytes, bytes]
) -> None:
    clips = [named(tmp_path / f"{number}.mp4", tag) for number, tag in enumerate(tags)]

    join(
        FilmWish(parts=parts_in_a_row([str(clip) for clip in clips], drop_seams=False)),
        str(tmp_path / "out.mp4"),
        nothing,
    )

    assert tag_of(tmp_path / "out.mp4") == tags[0].decode()


def test_hevc_of_two_names_is_encoded_anew(tmp_path: Path) -> None:
    """The names also say where the decoder finds its parameters."""
    clips = [named(tmp_path / f"{tag.decode()}.mp4", tag) for tag in (b"hvc1", b"hev1")]

    join(
        FilmWish(parts=parts_in_a_row([str(clip) for clip in clips], drop_seams=False)),
        str(tmp_path / "out.mp4"),
        nothing,
    )

    assert tag_of(tmp_path / "out.mp4") == "avc1"
