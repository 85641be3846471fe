"""What is said of an export that fails: why, what it means, and that a video is broken only where it is."""

import errno
import os
from pathlib import Path

import pytest
from fakes.videos import make_sound

from vidu_desktop.adapters.export.export_writers import export, writing_out
from vidu_desktop.domain.export import ExportFormat, ExportSettings
from vidu_desktop.errors import DiskTrouble, NotAVideo


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        (errno.ENOSPC, "export-disk-full", "The disk is full."),
        (errno.EDQUOT, "export-disk-full", "The disk is full."),
        (errno.EFBIG, "export-not-written", "The export couldn't be written (the file is too large)"),
        (errno.ENOENT, "export-not-written", "The folder isn't there any more."),
        (errno.EACCES, "export-not-written", "The folder can't be written to."),
        (errno.EROFS, "export-not-written", "The folder can't be written to."),
        (errno.EIO, "export-not-written", "The export couldn't be written"),
    ],
)
def test_an_export_that_cant_be_written_says_why_and_blames_no_video(
    number: int, code: str, said: str
) -> None:
    with pytest.raises(DiskTrouble) as caught, writing_out():
        raise OSError(number, os.strerror(number), "/out/film.mp4")

    words = str(caught.value.sentence)
    assert caught.value.code == code
    assert caught.value.full is (code == "export-disk-full")
    assert words.startswith(said)
    assert "Nothing half-written is left" in words
    assert "broken" not in words


@pytest.mark.parametrize("kind", [ExportFormat.STILL, ExportFormat.GIF, ExportFormat.H264])
def test_a_file_of_sound_is_said_to_be_one_and_not_to_be_damaged(tmp_path: Path, kind: ExportFormat) -> None:
    song = make_sound(tmp_path / "song.mp4")

    with pytest.raises(NotAVideo) as caught:
        export(str(song), str(tmp_path / f"out{kind.suffix}"), ExportSettings(format=kind), lambda *_: None)

    assert "“song.mp4” has no moving picture" in str(caught.value.sentence)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["song.mp4"]
