"""What is known of a seam once it was looked at, and what isn't."""

import multiprocessing
from pathlib import Path

import pytest
from fakes.videos import make_video

from vidu_desktop.adapters.video.seam_service import SeamService
from vidu_desktop.domain.film import FilmPart


@pytest.mark.anyio
async def test_a_seam_is_looked_at_again_where_no_helper_could_be_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_process: object) -> None:
        raise BlockingIOError

    part = FilmPart(video_path=str(make_video(tmp_path / "clip.mp4", seconds=0.2)))
    seams = SeamService()
    with monkeypatch.context() as patch:
        patch.setattr(multiprocessing.get_context("spawn").Process, "start", refuse)
        assert await seams.look(part, part) is None
    assert await seams.look(part, part) is not None
    seams.close()


@pytest.mark.anyio
async def test_a_seam_that_cant_be_looked_at_is_tried_once(tmp_path: Path) -> None:
    path = tmp_path / "page.mp4"
    path.write_bytes(b"<html>")
    part = FilmPart(video_path=str(path))
    seams = SeamService()
    assert await seams.look(part, part) is None
    seams.close()
    assert await seams.look(part, part) is None, "no helper is asked once more"
