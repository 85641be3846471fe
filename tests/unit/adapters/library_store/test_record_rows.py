"""Records become the same rows of the index in this process and in the helpers that read large libraries."""

import gc
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import timedelta
from pathlib import Path

import pytest
from fakes.kept_things import NOON, a_job, video_bytes
from fakes.video_facts import video_facts

from vidu_desktop.adapters.library_store import audit, record_rows
from vidu_desktop.adapters.processes.helper_processes import HelperFailed, Mishap
from vidu_desktop.adapters.records.library_layout import LibraryLayout, read_document
from vidu_desktop.domain.records import StoredAs, record_bytes, record_of

RECORDS = 11
_FACTS = video_facts(sha256="0" * 64)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LibraryLayout:
    """Return a library that counts as a large one, with every kind of odd file in it."""
    monkeypatch.setattr(record_rows, "_SHARE", 3)
    monkeypatch.setattr(record_rows, "_FEW", 4)
    month = tmp_path / "2026" / "11"
    month.mkdir(parents=True)
    for number in range(RECORDS):
        kept_at = NOON + timedelta(minutes=number)
        name = f"clip {number:02d} 夜.mp4"
        record = record_of(
            a_job(f"j{number}"), _FACTS, StoredAs(clip_id=f"j{number}", file_name=name, kept_at=kept_at)
        )
        (month / name).with_suffix(".json").write_bytes(record_bytes(record))
        (month / name).write_bytes(video_bytes("x"))
    (month / "clip 02 夜.mp4").unlink()
    (month / "clip 03 夜.json").write_bytes(b"{ half a rec")
    (month / "foreign.json").write_bytes(b'{"name": "of another program"}')
    return LibraryLayout(tmp_path)


def _here(folder: LibraryLayout) -> list[record_rows.ReadRecord]:
    return record_rows.read_share(str(folder.root), list(folder.rels(".json")))


def test_helpers_give_what_this_process_gives(folder: LibraryLayout) -> None:
    read = list(record_rows.read_records(folder, list(folder.rels(".json"))))

    assert read == _here(folder)
    assert [one.record_rel for one in read if one.bad_code] == ["2026/11/clip 03 夜.json"]
    assert [one.row.video_rel for one in read if one.row and one.row.missing] == ["2026/11/clip 02 夜.mp4"]
    assert len(read) == RECORDS  # the foreign file isn't a record


@pytest.mark.parametrize("put", [lambda _path: None, Path.mkdir, os.mkfifo], ids=["gone", "folder", "pipe"])
def test_a_record_that_is_none_any_more_is_one_finding_and_the_others_are_read(
    folder: LibraryLayout, put: Callable[[Path], object]
) -> None:
    """It was there when the folder was listed."""
    before = _here(folder)
    record_rels = list(folder.rels(".json"))
    (changed,) = [one for one in before if one.record_rel.startswith("2026/11/clip 05")]
    path = folder.root / changed.record_rel
    path.unlink()
    put(path)

    read = record_rows.read_share(str(folder.root), record_rels)

    (now,) = [one for one in read if one.record_rel == changed.record_rel]
    assert (now.row, bool(now.bad_code)) == (None, True)
    assert [one for one in read if one is not now] == [one for one in before if one is not changed]


def test_helpers_that_die_leave_the_rest_to_this_process(
    folder: LibraryLayout, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dying:
        def __init__(self, **options: object) -> None:
            self.answered = 0

        def submit(self, _deadline_s: object, _work: object, root: str, share: list[str]) -> "Future[object]":
            answer: Future[object] = Future()
            if self.answered:
                answer.set_exception(HelperFailed(Mishap.DIED))
            else:
                answer.set_result(record_rows.read_share(root, share))
            self.answered += 1
            return answer

        def close(self) -> None:
            pass

    monkeypatch.setattr(record_rows, "HelperProcesses", Dying)

    assert list(record_rows.read_records(folder, list(folder.rels(".json")))) == _here(folder)


@pytest.fixture
def _search_as_it_was() -> Iterator[None]:
    searched = gc.isenabled()
    yield
    gc.enable() if searched else gc.disable()


@pytest.mark.usefixtures("_search_as_it_was")
@pytest.mark.parametrize("searched", [True, False])
def test_no_garbage_is_searched_for_while_a_library_is_read(
    folder: LibraryLayout, monkeypatch: pytest.MonkeyPatch, searched: bool
) -> None:
    seen: list[bool] = []

    def breaks_off(*_: object) -> Iterator[record_rows.ReadRecord]:
        seen.append(gc.isenabled())
        raise OSError("the drive is gone")

    gc.enable() if searched else gc.disable()
    audit.read_contents(folder)
    after = gc.isenabled()
    monkeypatch.setattr(audit, "read_records", breaks_off)
    with pytest.raises(OSError, match="the drive is gone"):
        audit.read_contents(folder)

    assert seen == [False]
    assert (after, gc.isenabled()) == (searched, searched)


def test_a_record_that_the_system_gives_in_pieces_is_read_whole(
    folder: LibraryLayout, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(folder.root / "2026/11/clip 00 夜.json")
    whole, read = read_document(path), os.read
    monkeypatch.setattr(os, "read", lambda descriptor, most: read(descriptor, min(most, 100)))

    assert whole is not None
    assert read_document(path) == whole
