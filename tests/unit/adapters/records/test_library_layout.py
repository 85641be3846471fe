"""Which files of a folder are looked at, which leftovers are ours, and which JSON file is a record."""

import json
import os
from pathlib import Path

import pytest
from fakes.kept_things import NOON, a_job
from fakes.video_facts import video_facts

from vidu_desktop.adapters.records.folder_scan import look_at, rel_of, reliable_time_ns
from vidu_desktop.adapters.records.library_layout import BadRecord, LibraryLayout
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.records import StoredAs, record_of
from vidu_desktop.errors import DiskTrouble
from vidu_desktop.library.ports import FoundRecord

LAID = (
    "a.mp4",
    "a.json",
    "notes.txt",
    "2026/B.MP4",
    "2026/B.JSON",
    "2026/11/c.mp4",
    "2026/inputs/d.mp4",
    "inputs/ab/e.mp4",
    ".trash/f.mp4",
    "2026/.hidden.mp4",
    "2026/.vidu-1.mp4.part",
    "2026/.list.json.0a.part.new",
    "2026/.other.tmp",
    "2026/g.part",
    ".trash/.vidu-2.mp4.part",
)


@pytest.fixture
def layout(tmp_path: Path) -> LibraryLayout:
    root = tmp_path / "library"
    for rel in LAID:
        path = root / rel
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"{}")
    (root / "2026" / "h.mp4").mkdir()
    (root / "2026" / "linked").symlink_to(root / "2026" / "11", target_is_directory=True)
    return LibraryLayout(root)


def test_files_are_found_by_their_kind_whatever_their_capitals_and_nothing_hidden_is(
    layout: LibraryLayout,
) -> None:
    videos = ["2026/11/c.mp4", "2026/B.MP4", "2026/inputs/d.mp4", "a.mp4"]

    assert sorted(layout.rels(".mp4")) == videos
    assert sorted(layout.relative(path) for path in layout.files(".mp4")) == videos
    assert sorted(layout.rels(".json")) == ["2026/B.JSON", "a.json"]


@pytest.mark.skipif(os.name == "nt", reason="every name there can be printed")
def test_a_name_that_cannot_be_printed_is_left_out(layout: LibraryLayout) -> None:
    (layout.root / os.fsdecode(b"odd\xff.mp4")).write_bytes(b"")

    assert "odd" not in "".join(layout.rels(".mp4"))


def test_leftovers_are_the_hidden_half_files_outside_of_hidden_folders(layout: LibraryLayout) -> None:
    assert sorted(layout.relative(path) for path in layout.leftovers()) == [
        "2026/.list.json.0a.part.new",
        "2026/.vidu-1.mp4.part",
    ]


def test_a_library_that_is_gone_says_where_it_was(layout: LibraryLayout) -> None:
    assert layout.is_there
    gone = LibraryLayout(layout.root / "a.mp4")
    assert not gone.is_there
    assert not LibraryLayout(Path("/" + "n" * 300)).is_there
    assert gone.gone().code == "library-gone"
    assert str(gone.root) in str(gone.gone().sentence)


def a_record() -> dict[str, object]:
    keeping = StoredAs(clip_id="clip", file_name="a.mp4", kept_at=NOON, fetched_sha256="ab" * 32)
    return record_of(a_job(state=JobState.STORED), video_facts(), keeping)


def read(layout: LibraryLayout, content: bytes) -> FoundRecord | BadRecord | None:
    path = layout.root / "a.json"
    path.write_bytes(content)
    return layout.read_record(path)


def test_a_record_is_read_with_its_video_beside_it(layout: LibraryLayout) -> None:
    found = read(layout, json.dumps(a_record()).encode())

    assert isinstance(found, FoundRecord)
    assert (found.record_path, found.video_path) == (layout.root / "a.json", layout.root / "a.mp4")
    assert found.video_rel == "a.mp4"
    assert found.document == a_record()


def test_a_video_named_by_another_record_is_the_one_it_names(layout: LibraryLayout) -> None:
    found = layout.found(layout.root / "a.mp4", a_record(), layout.root / "2026" / "B.JSON")
    assert found.record_path == layout.root / "2026" / "B.JSON"
    assert layout.found(layout.root / "a.mp4", a_record()).record_path == layout.root / "a.json"


@pytest.mark.parametrize(
    "content", [b"[]", b"7", b"{}", b'{"schema": 7}', b'{"schema": "somebody-elses/record"}']
)
def test_json_of_others_is_no_record_and_no_damage(layout: LibraryLayout, content: bytes) -> None:
    assert read(layout, content) is None


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_json_is_a_bad_record_and_says_so(layout: LibraryLayout, content: bytes) -> None:
    found = read(layout, content)

    assert isinstance(found, BadRecord)
    assert found.record_path == layout.root / "a.json"
    assert found.error.code == "record-damaged"
    assert found.error.sentence.values["field"] == "JSON"


def test_a_record_of_absurd_size_is_bad_and_not_read_whole(layout: LibraryLayout) -> None:
    document = a_record() | {"schema": "vidu-desktop/clip", "padding": "x" * 1_100_000}

    assert isinstance(read(layout, json.dumps(document).encode()), BadRecord)


def test_a_record_that_cannot_be_read_is_trouble_with_the_disk(layout: LibraryLayout) -> None:
    found = layout.read_record(layout.root / "nowhere.json")

    assert isinstance(found, BadRecord)
    assert isinstance(found.error, DiskTrouble)


def test_a_scan_tells_records_and_videos_of_every_folder(layout: LibraryLayout) -> None:
    look = look_at(layout, {})

    assert look.gone == []
    assert {rel: (sorted(folder.records), sorted(folder.videos)) for rel, folder in look.seen.items()} == {
        "": (["a.json"], ["a.mp4"]),
        "2026": (["B.JSON"], ["B.MP4"]),
        "2026/11": ([], ["c.mp4"]),
        "2026/h.mp4": ([], []),
        "2026/inputs": ([], ["d.mp4"]),
    }
    assert sorted(look.record_rels()) == ["2026/B.JSON", "a.json"]
    assert look.seen[""].records["a.json"] == (layout.root / "a.json").stat().st_mtime_ns
    assert look.seen["2026"].stamp == (layout.root / "2026").stat().st_mtime_ns


def known_of(layout: LibraryLayout) -> dict[str, int]:
    return {rel: folder.stamp for rel, folder in look_at(layout, {}).seen.items()}


def touch_all(layout: LibraryLayout, *rels: str) -> None:
    """Set the folders' times as if they had changed some time ago."""
    for rel in rels:
        os.utime(layout.root / rel, ns=(1, 1))


def test_a_scan_leaves_out_what_is_as_it_was(layout: LibraryLayout) -> None:
    known = known_of(layout)
    os.utime(layout.root)  # as the lease file does

    look = look_at(layout, known)

    assert (look.seen, look.gone) == ({}, [])


def test_a_scan_sees_what_changed_came_and_went(layout: LibraryLayout) -> None:
    known = known_of(layout)
    touch_all(layout, "2026/11")
    (layout.root / "2026" / "inputs" / "d.mp4").unlink()
    (layout.root / "2026" / "inputs").rmdir()
    (layout.root / "2026" / "inputs").write_bytes(b"a file by now")
    (layout.root / "2027" / "01").mkdir(parents=True)
    (layout.root / "2026" / "h.mp4").rmdir()
    touch_all(layout, "2026")

    look = look_at(layout, known)

    assert sorted(look.gone) == ["2026/h.mp4", "2026/inputs"]
    assert sorted(look.seen) == ["", "2026", "2026/11", "2027", "2027/01"]


@pytest.mark.parametrize("change", ["rewritten", "come", "gone"])
def test_a_change_of_the_records_at_the_top_is_seen(layout: LibraryLayout, change: str) -> None:
    known = known_of(layout)
    path = layout.root / "a.json"
    if change == "rewritten":
        os.utime(path, ns=(5, 5))
    elif change == "come":
        path.with_name("b.json").write_bytes(b"{}")
    else:
        path.unlink()

    assert [*look_at(layout, known).seen] == [""]


def test_a_folder_that_may_not_be_read_is_left_out_and_the_library_itself_is_said(
    layout: LibraryLayout, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = {f"{layout.root}/2026/11"}
    real = os.scandir

    def scandir(path: str):
        if path.rstrip("/") in locked:
            raise PermissionError(13, "not yours")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    look = look_at(layout, {})
    assert "2026/11" not in look.seen
    assert "2026/inputs" in look.seen

    locked.add(str(layout.root))
    with pytest.raises(PermissionError):
        look_at(layout, {})


@pytest.mark.parametrize(
    ("age_ns", "relied_on"),
    [
        (0, False),
        (2_999_999_999, False),
        (3_000_000_000, True),
        (-2_999_999_999, False),
        (-3_000_000_000, True),
    ],
)
def test_a_time_is_relied_on_once_it_is_older_than_any_clock_is_coarse(
    age_ns: int, *, relied_on: bool
) -> None:
    now_ns = 1_800_000_000_000_000_000
    assert reliable_time_ns(now_ns - age_ns, now_ns) == (now_ns - age_ns if relied_on else 0)


def test_paths_inside_have_slashes_and_none_at_the_top() -> None:
    assert (rel_of("", "a.mp4"), rel_of("2026/11", "a.mp4")) == ("a.mp4", "2026/11/a.mp4")
