# ruff: noqa: ASYNC240 - tests may block
"""A video that went together with its record is named while the index still knows of it."""

from pathlib import Path

import pytest
from fakes.kept_things import a_job, all_clips
from fakes.library_home import Home

pytestmark = pytest.mark.anyio


async def _gone(home: Home) -> Path:
    """Keep two videos; take one away with its record, as a file manager does. Return where it was."""
    library = home.start()
    await home.keep(library, a_job("stays"))
    path = Path((await home.keep(library, a_job("goes"))).video_path)
    path.unlink()
    path.with_suffix(".json").unlink()
    return path


@pytest.mark.parametrize("way", ["check", "rebuild"])
async def test_a_video_that_went_with_its_record_is_named_once(home: Home, way: str) -> None:
    path = await _gone(home)
    library = home.start()

    found = await library.check() if way == "check" else (await library.rebuild()).findings

    assert [(item.code, item.path, item.mended) for item in found] == [("clip-vanished", str(path), False)]
    assert [clip.clip_id for clip in await all_clips(library)] == ["stays"]
    assert await library.check() == []


async def test_what_is_in_the_trash_moved_or_damaged_has_not_vanished(home: Home) -> None:
    library = home.start()
    trashed, moved, damaged = [
        await home.keep(library, a_job(name)) for name in ("trash", "moved", "damaged")
    ]
    video = Path(moved.video_path)
    elsewhere = home.root / "2025" / "other.mp4"
    elsewhere.parent.mkdir()
    for path in (video, video.with_suffix(".json")):
        path.rename(elsewhere.with_suffix(path.suffix))
    record = elsewhere.with_suffix(".json")
    record.write_text(record.read_text().replace(video.name, elsewhere.name))
    bad = Path(damaged.video_path)
    bad.unlink()
    bad.with_suffix(".json").write_text("{")
    place = (
        home.root / ".trash" / trashed.clip_id
    )  # as another computer does it, so that this index knows nothing of it
    place.mkdir(parents=True)
    for path in (Path(trashed.video_path), Path(trashed.video_path).with_suffix(".json")):
        path.rename(place / path.name)

    assert [item.code for item in await library.check()] == ["record-damaged"]
