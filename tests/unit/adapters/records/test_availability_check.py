"""Whether the library can take videos at the moment, which is checked before each video."""

import os
from pathlib import Path

import pytest

from vidu_desktop.adapters.disk.files import Files
from vidu_desktop.adapters.disk.lease import Lease
from vidu_desktop.adapters.records.availability_check import availability_of
from vidu_desktop.domain.availability import Availability


def lease_of(root: Path, name: str = "ours", files: Files | None = None) -> Lease:
    return Lease(root, root.parent / name / "installation", files)


def test_a_folder_that_takes_files_is_there_and_ours(tmp_path: Path) -> None:
    root = tmp_path / "library"
    root.mkdir()
    lease = lease_of(root)

    assert availability_of(root, lease, known=True) is Availability.THERE
    assert [path.name for path in root.iterdir()] == [".vidu-writer.json"]


def test_a_folder_that_was_never_there_will_be_made_and_one_that_held_videos_is_gone(tmp_path: Path) -> None:
    root = tmp_path / "library"

    assert availability_of(root, lease_of(root), known=False) is Availability.THERE
    assert availability_of(root, lease_of(root), known=True) is Availability.GONE
    assert not root.exists()


def test_a_place_that_the_system_cannot_even_look_at_is_gone(tmp_path: Path) -> None:
    root = tmp_path / ("n" * 300)

    assert availability_of(root, lease_of(root), known=False) is Availability.GONE


def test_what_may_not_be_written_to_is_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)

    assert availability_of(tmp_path, lease_of(tmp_path), known=True) is Availability.READ_ONLY


def test_what_says_that_it_may_be_written_to_and_refuses_is_read_only(tmp_path: Path) -> None:
    class Refusing(Files):
        def write(self, path: Path, data: bytes) -> None:
            raise PermissionError(13, "refused")

    root = tmp_path / "library"
    root.mkdir()
    lease_of(root).own_id()  # this computer's own folder takes files

    assert availability_of(root, lease_of(root, files=Refusing()), known=True) is Availability.READ_ONLY


def test_what_another_computer_works_on_is_held_elsewhere(tmp_path: Path) -> None:
    root = tmp_path / "library"
    root.mkdir()
    assert availability_of(root, lease_of(root, "theirs"), known=True) is Availability.THERE

    assert availability_of(root, lease_of(root), known=True) is Availability.HELD_ELSEWHERE
