"""The saved frame is the requested one, with all of its pixels; if it can't be written, no file is left."""

import errno
import os
from pathlib import Path

import pytest
from fakes.numbered_video import HEIGHT_PX, WIDTH_PX, number_in, write_numbered
from PIL import Image

from vidu_desktop.adapters.video.frame_saving import save_frame
from vidu_desktop.errors import DiskTrouble, NotAVideo

FRAME_COUNT = 40


@pytest.fixture(scope="module")
def video_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A video whose last group of pictures is cut short, so that frames are reordered up to the end."""
    return write_numbered(tmp_path_factory.mktemp("video") / "v.mp4", FRAME_COUNT, gop=12)


def number_saved(path: Path) -> int:
    with Image.open(path) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "RGB", (WIDTH_PX, HEIGHT_PX))
        grey = image.convert("L")
    return number_in(lambda x, y: grey.getpixel((x, y)))


@pytest.mark.parametrize(
    ("asked", "saved"), [(0, 0), (13, 13), (None, FRAME_COUNT - 1), (999, FRAME_COUNT - 1)]
)
def test_the_frame_that_is_saved_is_the_one_that_was_named(
    video_path: Path, tmp_path: Path, asked: int | None, saved: int
) -> None:
    target = tmp_path / "still.png"

    assert save_frame(str(video_path), asked, str(target)) == str(target)

    assert number_saved(target) == saved


def test_a_full_disk_is_said_and_what_was_there_stays(
    video_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "still.png"
    target.write_bytes(b"an older still")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskTrouble) as told:
        save_frame(str(video_path), 3, str(target))

    assert told.value.full
    assert [path.name for path in tmp_path.iterdir()] == ["still.png"]
    assert target.read_bytes() == b"an older still"


def test_a_place_that_cannot_be_written_to_is_said(video_path: Path, tmp_path: Path) -> None:
    no_folder = tmp_path / "notes.txt"
    no_folder.write_text("kept")

    with pytest.raises(DiskTrouble) as told:
        save_frame(str(video_path), 3, str(no_folder / "still.png"))

    assert not told.value.full
    assert no_folder.read_text() == "kept"


def test_a_folder_that_has_gone_is_said_and_not_made_anew(video_path: Path, tmp_path: Path) -> None:
    on_a_drive_that_was_pulled_out = tmp_path / "drive" / "stills"

    with pytest.raises(DiskTrouble):
        save_frame(str(video_path), 3, str(on_a_drive_that_was_pulled_out / "still.png"))

    assert list(tmp_path.iterdir()) == []


def test_a_video_that_vanished_or_is_none_gives_no_picture(tmp_path: Path) -> None:
    page = tmp_path / "page.mp4"
    page.write_text("<html>")
    for path in (page, tmp_path / "vanished.mp4"):
        with pytest.raises((NotAVideo, DiskTrouble)):
            save_frame(str(path), None, str(tmp_path / "still.png"))

    assert list(tmp_path.iterdir()) == [page]
