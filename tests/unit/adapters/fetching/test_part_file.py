"""Which bytes of an earlier download may be continued, and which file is beside them."""

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from vidu_desktop.adapters.fetching import part_file
from vidu_desktop.adapters.fetching.part_file import PartFile, Validator, place_of

URL = "https://files.example.test/a/b.mp4?sig=1"
ELSEWHERE = "https://files.example.test/a/c.mp4?sig=1"
WHOLE_BYTES = 100


def kept(folder: Path, done_bytes: int, **changes: object) -> PartFile:
    fields = {"place": place_of(URL), "total_bytes": WHOLE_BYTES, "etag": '"a"', **changes}
    part = PartFile(folder / "parts" / "job-1.part")
    descriptor = part.begin(Validator(**fields))  # type: ignore[arg-type]
    os.write(descriptor, b"v" * done_bytes)
    os.close(descriptor)
    return part


@pytest.mark.parametrize("done_bytes", [1, WHOLE_BYTES - 1, WHOLE_BYTES])
def test_bytes_of_this_place_and_no_more_than_the_whole_are_continued(tmp_path: Path, done_bytes: int):
    found = kept(tmp_path, done_bytes).resumable(URL)
    assert found is not None
    assert (found[0].total_bytes, found[1]) == (WHOLE_BYTES, done_bytes)


@pytest.mark.parametrize("done_bytes", [0, WHOLE_BYTES + 1])
def test_no_bytes_or_more_than_the_whole_begin_anew_though_the_place_is_right(
    tmp_path: Path, done_bytes: int
):
    assert kept(tmp_path, done_bytes).resumable(URL) is None


def test_bytes_of_another_place_begin_anew_though_their_number_is_right(tmp_path: Path):
    assert kept(tmp_path, 50).resumable(ELSEWHERE) is None


def test_bytes_without_a_mark_of_their_version_begin_anew(tmp_path: Path):
    assert kept(tmp_path, 50, etag="").resumable(URL) is None


def test_a_date_vouches_where_there_is_no_tag_and_the_tag_goes_first(tmp_path: Path):
    dated = kept(tmp_path, 50, etag="", last_modified="Mon, 01 Jun 2026 12:00:00 GMT").resumable(URL)
    assert dated is not None
    assert dated[0].if_range == "Mon, 01 Jun 2026 12:00:00 GMT"
    assert Validator(place="p", total_bytes=1, etag='"a"', last_modified="Mon").if_range == '"a"'


@pytest.mark.parametrize("field", ["place", "total_bytes", "etag", "last_modified"])
def test_a_validator_with_something_else_in_a_field_vouches_for_nothing(tmp_path: Path, field: str):
    part = kept(tmp_path, 50)
    beside = tmp_path / "parts" / "job-1.part.json"
    beside.write_text(json.dumps({**json.loads(beside.read_text()), field: [1]}))
    assert part.resumable(URL) is None


@pytest.mark.parametrize("text", ["[]", "7", "{}", "", "not json", '"' + "v" * 20_000 + '"'])
def test_a_validator_that_is_none_vouches_for_nothing(tmp_path: Path, text: str):
    part = kept(tmp_path, 50)
    (tmp_path / "parts" / "job-1.part.json").write_text(text)
    assert part.resumable(URL) is None


def test_a_beginning_without_a_validator_leaves_none_of_an_earlier_one(tmp_path: Path):
    part = kept(tmp_path, 50)
    os.close(part.begin(None))
    assert [path.name for path in (tmp_path / "parts").iterdir()] == ["job-1.part"]
    assert part.path.stat().st_size == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_that_becomes_the_video_is_readable_as_the_umask_says(tmp_path: Path):
    umask = os.umask(0o022)
    try:
        part = kept(tmp_path, 50)
    finally:
        os.umask(umask)
    assert stat.S_IMODE(part.path.stat().st_mode) == 0o644


def test_a_file_is_continued_where_it_stands_and_removed_with_everything_beside_it(tmp_path: Path):
    part = kept(tmp_path, 50)
    descriptor = part.resume()
    assert os.fstat(descriptor).st_size == 50
    os.close(descriptor)
    (tmp_path / "parts" / "job-1.part.json.new").write_text("cut off")
    part.remove()
    part.remove()
    assert list((tmp_path / "parts").iterdir()) == []


def failing_sync(*_descriptor: object) -> None:
    raise OSError(errno.EIO, "the disk is ill")


def test_a_beginning_that_cannot_be_vouched_for_is_an_error_and_leaves_no_file_open(
    tmp_path: Path, monkeypatch
):
    opened: list[int] = []
    open_file = os.open
    monkeypatch.setattr(os, "open", lambda *how: opened.append(open_file(*how)) or opened[-1])
    monkeypatch.setattr(part_file, "sync_file", failing_sync)
    with pytest.raises(OSError, match="the disk is ill"):
        kept(tmp_path, 50)
    for descriptor in opened:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(descriptor)


@pytest.mark.parametrize("failing", ["sync_file", "sync_folder"])
def test_bytes_whose_sync_failed_are_thrown_away_with_an_error(tmp_path: Path, monkeypatch, failing: str):
    part = kept(tmp_path, 50)
    descriptor = part.resume()
    monkeypatch.setattr(part_file, failing, failing_sync)
    with pytest.raises(OSError, match="the disk is ill"):
        part.finish(descriptor)
    os.close(descriptor)
    assert list((tmp_path / "parts").iterdir()) == []


def test_a_validator_is_whole_and_synced_before_it_takes_its_place_and_the_place_is_synced_too(
    tmp_path: Path, monkeypatch
):
    folder = tmp_path / "parts"
    at_sync: list[object] = []
    monkeypatch.setattr(
        part_file,
        "sync_file",
        lambda descriptor: at_sync.append(("file", os.fstat(descriptor).st_size, names())),
    )
    monkeypatch.setattr(part_file, "sync_folder", lambda path: at_sync.append(("folder", path, names())))

    def names() -> list[str]:
        return sorted(path.name for path in folder.iterdir())

    kept(tmp_path, 0)
    validator_bytes = (folder / "job-1.part.json").stat().st_size
    assert validator_bytes > 0
    assert at_sync == [
        ("file", validator_bytes, ["job-1.part", "job-1.part.json.new"]),
        ("folder", folder, ["job-1.part", "job-1.part.json"]),
    ]


@pytest.mark.parametrize("loop", [True, False])
def test_what_lies_in_the_place_of_the_folder_has_no_bytes_and_gives_way(tmp_path: Path, loop: bool):
    folder = tmp_path / "parts"
    if loop:
        folder.symlink_to(folder)
    else:
        folder.write_bytes(b"in the way")
    assert PartFile(folder / "job-1.part").resumable(URL) is None
    assert kept(tmp_path, 50).resumable(URL) is not None
