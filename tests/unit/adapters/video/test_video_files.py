"""Videos: their facts, the recipe put in and taken out, covers."""

import errno
import hashlib
import json
import os
import struct
from collections.abc import Iterator
from pathlib import Path

import av
import pytest
from fakes.videos import make_video
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pytestqt.qtbot import QtBot

from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.adapters.video import recipe_box, video_checks
from vidu_desktop.adapters.video.video_files import VideoFiles
from vidu_desktop.errors import DiskTrouble, NotAVideo

RECIPE = json.dumps({"prompt": "猫 und “Hund”", "mode": "image"}, ensure_ascii=False)


@pytest.fixture(scope="module")
def desk() -> Iterator[VideoFiles]:
    processes = HelperProcesses(workers=1)
    yield VideoFiles(processes)
    processes.close()


def with_open_end(path: Path) -> Path:
    """Set the size of the last box to 0: to the end of the file."""
    content = bytearray(path.read_bytes())
    start = 0
    while start + struct.unpack(">I", content[start : start + 4])[0] < len(content):
        start += struct.unpack(">I", content[start : start + 4])[0]
    content[start : start + 4] = bytes(4)
    path.write_bytes(content)
    return path


def files_in(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def decoded_frames(path: Path) -> list[bytes]:
    with av.open(str(path)) as container:
        return [bytes(frame.to_image().tobytes()) for frame in container.decode(video=0)]


@pytest.mark.anyio
async def test_facts_are_those_of_the_file(desk: VideoFiles, tmp_path: Path) -> None:
    path = make_video(tmp_path / "clip.mp4", (640, 360), 2.0, fps=24, gop=9, audio=True, b_frames=2)

    facts = await desk.verify(path)

    assert (facts.width_px, facts.height_px, facts.frame_count, facts.fps) == (640, 360, 48, 24.0)
    assert facts.duration_s == pytest.approx(2.0)
    assert (facts.video_codec, facts.audio_codec) == ("h264", "aac")
    assert facts.file_bytes == path.stat().st_size
    assert facts.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("open_end", [False, True])
@pytest.mark.anyio
async def test_the_recipe_goes_in_and_comes_out_and_changes_nothing_else(
    desk: VideoFiles, tmp_path: Path, open_end: bool
) -> None:
    path = make_video(tmp_path / "clip.mp4", moov_first=True)
    path = with_open_end(path) if open_end else path
    delivered, facts, frames = path.read_bytes(), await desk.verify(path), decoded_frames(path)

    await desk.embed(path, '{"an earlier": "one"}')
    await desk.embed(path, RECIPE)

    assert await desk.extract_recipe(path) == RECIPE
    assert decoded_frames(path) == frames
    assert await desk.verify(path) == facts, "the facts are those of what the service delivered"
    assert path.read_bytes().startswith(delivered) is not open_end
    await desk.copy_clean(path, tmp_path / "clean.mp4")
    assert (tmp_path / "clean.mp4").read_bytes() == delivered
    assert files_in(tmp_path) == ["clean.mp4", "clip.mp4"]


@pytest.mark.anyio
async def test_other_peoples_boxes_are_no_recipe(desk: VideoFiles, tmp_path: Path) -> None:
    path = make_video(tmp_path / "clip.mp4")
    with path.open("ab") as file:
        file.write(struct.pack(">I4s", 24 + 20, b"uuid") + bytes(range(16)) + b'{"prompt": "theirs"}')

    assert await desk.extract_recipe(path) is None
    await desk.embed(path, RECIPE)
    assert await desk.extract_recipe(path) == RECIPE


@pytest.mark.anyio
async def test_a_name_that_is_no_unicode_survives_in_the_recipe(desk: VideoFiles, tmp_path: Path) -> None:
    path = make_video(tmp_path / "clip.mp4")
    name = os.fsdecode(b"caf\xe9.png")

    await desk.embed(path, json.dumps({"name": name}, ensure_ascii=False))

    assert json.loads(await desk.extract_recipe(path) or "") == {"name": name}


@pytest.mark.parametrize("content", [b"", b"short", b"<html>", bytes(100), b"\xff" * 100])
@pytest.mark.anyio
async def test_what_is_no_video_has_no_recipe_and_takes_none(
    desk: VideoFiles, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(content)

    assert await desk.extract_recipe(path) is None
    assert await desk.extract_recipe(tmp_path / "gone.mp4") is None
    with pytest.raises(NotAVideo):
        await desk.embed(path, RECIPE)
    assert path.read_bytes() == content
    with pytest.raises(DiskTrouble):
        await desk.embed(tmp_path / "gone.mp4", RECIPE)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(st.tuples(st.integers(0, 10_000_000), st.integers(0, 255)), max_size=6),
    cut=st.integers(0, 90),
)
def test_a_hostile_file_never_breaks_the_search_for_a_recipe(
    tmp_path: Path, changes: list[tuple[int, int]], cut: int
) -> None:
    path = tmp_path / "clip.mp4"
    if not path.exists():
        make_video(tmp_path / "made.mp4", (32, 32), 0.25)
        recipe_box.embed(str(tmp_path / "made.mp4"), RECIPE)
    content = bytearray((tmp_path / "made.mp4").read_bytes())
    tail = len(content) - 120
    for place, value in changes:
        content[place % len(content) if place % 2 else tail + place % 120] = value
    path.write_bytes(content[: len(content) - cut])

    found = recipe_box.extract_recipe(str(path))

    assert found is None or len(found) <= len(content)


def test_a_disk_that_fills_up_leaves_the_video_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_video(tmp_path / "clip.mp4")
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskTrouble) as caught:
        recipe_box.embed(str(path), RECIPE)

    assert caught.value.full
    assert path.read_bytes() == before
    assert files_in(tmp_path) == ["clip.mp4"]


@pytest.mark.parametrize(("size", "cover_size"), [((1280, 720), (480, 270)), ((320, 180), (320, 180))])
@pytest.mark.anyio
async def test_the_cover_is_the_first_frame(
    desk: VideoFiles, tmp_path: Path, size: tuple[int, int], cover_size: tuple[int, int]
) -> None:
    path = make_video(tmp_path / "clip.mp4", size, 0.5)

    await desk.make_cover(path, tmp_path / "covers" / "clip.jpg")

    with Image.open(tmp_path / "covers" / "clip.jpg") as cover:
        assert (cover.size, cover.format) == (cover_size, "JPEG")
        assert cover.getpixel((cover.width - 4, 4))[0] == pytest.approx(16, abs=6)
        assert cover.getpixel((8, cover.height * 5 // 12))[0] > 200


@pytest.mark.anyio
async def test_a_cover_of_no_video_is_refused_and_writes_nothing(desk: VideoFiles, tmp_path: Path) -> None:
    (tmp_path / "page.mp4").write_text("<html></html>")

    with pytest.raises(NotAVideo):
        await desk.make_cover(tmp_path / "page.mp4", tmp_path / "cover.jpg")

    assert not (tmp_path / "cover.jpg").exists()


@pytest.mark.anyio
async def test_a_video_on_a_drive_that_is_gone_is_the_disks_trouble(desk: VideoFiles, tmp_path: Path) -> None:
    for call in (desk.verify(tmp_path / "gone.mp4"), desk.verify(tmp_path)):
        with pytest.raises(DiskTrouble):
            await call


def test_the_player_plays_a_video_with_its_recipe(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

    path = with_open_end(make_video(tmp_path / "clip.mp4", seconds=0.5, moov_first=True))
    recipe_box.embed(str(path), RECIPE)
    player, sink = QMediaPlayer(), QVideoSink()
    player.setVideoSink(sink)
    ended = QMediaPlayer.MediaStatus.EndOfMedia
    shown: list[tuple[int, int]] = []
    sink.videoFrameChanged.connect(lambda frame: shown.append((frame.width(), frame.height())))

    with qtbot.waitSignal(player.mediaStatusChanged, check_params_cb=lambda status: status == ended):
        player.setSource(QUrl.fromLocalFile(str(path)))
        player.play()

    assert (320, 180) in shown
    assert player.error() == QMediaPlayer.Error.NoError
    player.setSource(QUrl())


def test_facts_do_not_depend_on_where_the_recipe_ends(tmp_path: Path) -> None:
    path = make_video(tmp_path / "clip.mp4", fragmented=True)
    facts = video_checks.verify(str(path))

    for length in (1, 1000, 100_000):
        recipe_box.embed(str(path), "x" * length)
        assert video_checks.verify(str(path)) == facts
