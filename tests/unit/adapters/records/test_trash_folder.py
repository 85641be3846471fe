"""The trash on the disk: which files are moved in which order, what a kill between two moves leaves, and how that is
finished.
"""

import json
import os
from pathlib import Path

import pytest
from fakes.kept_things import NOON, a_job
from fakes.video_facts import video_facts

from vidu_desktop.adapters.disk.files import Files
from vidu_desktop.adapters.records.library_layout import LibraryLayout
from vidu_desktop.adapters.records.trash_folder import Trash
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.naming import short_id
from vidu_desktop.domain.records import StoredAs, record_bytes, record_of

MONTH = "2026/11"


class Steps(Files):
    """Notes what is done with which kind of file."""

    def __init__(self) -> None:
        self.noted: list[str] = []

    def rename_no_replace(self, source: Path, target: Path) -> None:
        self.noted.append(f"rename_no_replace {target.suffix}")
        super().rename_no_replace(source, target)

    def remove(self, path: Path) -> None:
        self.noted.append(f"remove {path.suffix}")
        super().remove(path)

    def sync_dir(self, path: Path) -> None:
        self.noted.append(f"sync {path.name}")
        super().sync_dir(path)


class Bin:
    def __init__(self, folder: Path) -> None:
        self.layout = LibraryLayout(folder / "library")
        self.files = Steps()
        self.trash = Trash(self.layout, self.files)

    def clip(self, clip_id: str, name: str = "fox", content: bytes = b"video") -> Path:
        """Put a clip into the library; return its video's path."""
        video = self.layout.root / MONTH / f"{name}.mp4"
        video.parent.mkdir(parents=True, exist_ok=True)
        video.write_bytes(content)
        keeping = StoredAs(clip_id=clip_id, file_name=video.name, kept_at=NOON)
        document = record_of(a_job(clip_id, JobState.STORED), video_facts(), keeping)
        video.with_suffix(".json").write_bytes(record_bytes(document))
        return video

    def place_of(self, clip_id: str) -> Path:
        return self.layout.trash_dir / short_id(clip_id)

    def there(self) -> list[str]:
        """Return all files of the library, including those in the trash."""
        root = self.layout.root
        return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


@pytest.fixture
def bin_(tmp_path: Path) -> Bin:
    return Bin(tmp_path)


def test_a_clip_moves_in_with_its_record_last_and_both_folders_synced(bin_: Bin) -> None:
    video = bin_.clip("a")
    bin_.trash.put("a", video)

    place = f".trash/{short_id('a')}/{MONTH}"
    assert bin_.there() == [f"{place}/fox.json", f"{place}/fox.mp4"]
    moves = [step for step in bin_.files.noted if step.startswith("rename_no_replace")]
    assert moves == ["rename_no_replace .mp4", "rename_no_replace .json"]
    assert bin_.files.noted[-2:] == ["sync 11", "sync 11"]


def test_a_clip_whose_video_is_missing_moves_in_with_its_record_alone(bin_: Bin) -> None:
    video = bin_.clip("a")
    video.unlink()
    bin_.trash.put("a", video)

    assert [Path(path).suffix for path in bin_.there()] == [".json"]


def test_it_comes_back_as_it_was_and_leaves_nothing_behind(bin_: Bin) -> None:
    video = bin_.clip("a")
    before = video.with_suffix(".json").read_bytes()
    bin_.trash.put("a", video)
    hidden = bin_.place_of("a") / MONTH / ".fox.json.1a2b.part"
    hidden.write_bytes(b"half a record")
    (bin_.place_of("a") / "empty" / "folders").mkdir(parents=True)
    bin_.files.noted.clear()

    assert bin_.trash.take_back("a") == video.with_suffix(".json")

    assert bin_.there() == [f"{MONTH}/fox.json", f"{MONTH}/fox.mp4"]
    assert video.with_suffix(".json").read_bytes() == before
    assert not bin_.place_of("a").exists()
    assert [step for step in bin_.files.noted if step.startswith("rename_no_replace")] == [
        "rename_no_replace .mp4",
        "rename_no_replace .json",
    ]


def test_it_comes_back_under_a_free_name_where_its_own_is_taken_whatever_the_capitals(bin_: Bin) -> None:
    video = bin_.clip("a")
    bin_.trash.put("a", video)
    (video.parent / "FOX.MP4").write_bytes(b"another's")

    record_path = bin_.trash.take_back("a")

    assert record_path == video.with_name("fox-2.json")
    assert json.loads(record_path.read_bytes())["file"] == "fox-2.mp4"
    assert (video.parent / "FOX.MP4").read_bytes() == b"another's"


def test_it_comes_back_with_what_its_record_says_from_now_on(bin_: Bin) -> None:
    video = bin_.clip("a")
    document = json.loads(video.with_suffix(".json").read_bytes())
    bin_.trash.put("a", video)

    bin_.trash.take_back("a", {**document, "clip_id": "b"})

    assert json.loads(video.with_suffix(".json").read_bytes()) == {**document, "clip_id": "b"}


def test_it_comes_back_into_a_folder_that_is_gone(bin_: Bin) -> None:
    video = bin_.clip("a")
    bin_.trash.put("a", video)
    video.parent.rmdir()

    assert bin_.trash.take_back("a") == video.with_suffix(".json")
    assert video.is_file()


def test_a_record_that_cannot_be_read_comes_back_under_the_name_of_its_file(bin_: Bin) -> None:
    video = bin_.clip("a")
    video.with_suffix(".json").write_bytes(b"{")
    bin_.trash.put("a", video)

    assert bin_.trash.record("a") is None
    assert bin_.trash.take_back("a") == video.with_suffix(".json")
    assert video.with_suffix(".json").read_bytes() == b"{"


def test_what_the_trash_has_not_comes_back_as_nothing(bin_: Bin) -> None:
    bin_.clip("a")
    assert bin_.trash.take_back("nobody") is None
    assert bin_.trash.record("nobody") is None
    assert not bin_.trash.delete("nobody")


@pytest.mark.skipif(os.name == "nt", reason="files are placed in one step there")
def test_a_kill_between_the_two_names_of_a_file_is_finished_in_both_directions(bin_: Bin) -> None:
    video = bin_.clip("a")
    inside = bin_.place_of("a") / MONTH / "fox.mp4"
    inside.parent.mkdir(parents=True)
    os.link(video, inside)  # placed, but not yet removed from the old place

    assert not bin_.trash.has_another("a", video)
    bin_.trash.put("a", video)
    assert not video.exists()
    assert sorted(path.name for path in inside.parent.iterdir()) == ["fox.json", "fox.mp4"]

    os.link(inside, video)
    assert bin_.trash.take_back("a") == video.with_suffix(".json")
    assert bin_.there() == [f"{MONTH}/fox.json", f"{MONTH}/fox.mp4"]


def test_an_id_is_taken_by_another_clips_record_and_by_a_video_beside_ours(bin_: Bin) -> None:
    video = bin_.clip("a")
    assert not bin_.trash.has_another("a", video)
    inside = bin_.place_of("a") / MONTH
    inside.mkdir(parents=True)

    (inside / "other.mp4").write_bytes(b"a video")
    assert bin_.trash.has_another("a", video)
    video.unlink()
    assert not bin_.trash.has_another("a", video)  # moved in already; its record follows

    (inside / "other.json").write_bytes(b"{}")
    assert bin_.trash.has_another("a", video)


def test_a_clip_that_lies_under_another_id_is_found_by_its_record(bin_: Bin) -> None:
    video = bin_.clip("a")
    bin_.trash.put("a", video)
    bin_.place_of("a").rename(bin_.place_of("another"))

    found = bin_.trash.record("a")
    assert found is not None
    assert found.document["clip_id"] == "a"
    assert bin_.trash.record("nobody") is None
    assert bin_.trash.take_back("a") == video.with_suffix(".json")
    assert not bin_.place_of("another").exists()


def test_deleting_begins_with_the_video_and_takes_everything_of_the_clip(bin_: Bin) -> None:
    bin_.trash.put("a", bin_.clip("a"))
    bin_.trash.put("b", bin_.clip("b"))
    (bin_.place_of("a") / MONTH / ".half.part").write_bytes(b"")
    bin_.files.noted.clear()

    assert bin_.trash.delete("a")

    assert bin_.files.noted == ["remove .mp4", "remove .json", "sync .trash"]
    assert not bin_.place_of("a").exists()
    assert [found.document["clip_id"] for found, _ in bin_.trash.contents()] == ["b"]


def test_what_a_link_in_the_trash_leads_to_is_not_in_it(bin_: Bin, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious.mp4").write_bytes(b"")
    bin_.layout.trash_dir.mkdir(parents=True)
    bin_.place_of("a").symlink_to(elsewhere, target_is_directory=True)

    assert not bin_.trash.delete("a")
    assert (elsewhere / "precious.mp4").exists()


def test_the_contents_say_when_each_was_moved_in(bin_: Bin) -> None:
    bin_.trash.put("a", bin_.clip("a"))
    folder = bin_.place_of("a") / MONTH
    os.utime(folder, (NOON.timestamp(), NOON.timestamp()))
    (folder / "notes.json").write_bytes(b"{}")
    os.utime(folder, (NOON.timestamp(), NOON.timestamp()))

    assert [(found.document["clip_id"], moved_at) for found, moved_at in bin_.trash.contents()] == [
        ("a", NOON)
    ]
