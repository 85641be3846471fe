"""The size of folders is measured without following links, and emptying a cache deletes only the files in it."""

import os
from pathlib import Path

from vidu_desktop.adapters.disk.usage import empty_folder, folder_bytes, shrink_folder


def a_tree(tmp_path: Path) -> Path:
    cache = tmp_path / "cache"
    (cache / "ab").mkdir(parents=True)
    (cache / "ab" / "one").write_bytes(b"1" * 10)
    (cache / "two").write_bytes(b"2" * 5)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "mine").write_bytes(b"3" * 100)
    (cache / "link").symlink_to(tmp_path / "outside")
    return cache


def test_bytes_are_those_of_the_files_below(tmp_path: Path) -> None:
    cache = a_tree(tmp_path)
    link_bytes = (cache / "link").lstat().st_size
    assert folder_bytes(cache) == 15 + link_bytes
    assert folder_bytes(cache, without=cache / "ab") == 5 + link_bytes
    assert folder_bytes(tmp_path / "nothing") == 0


def test_an_emptied_cache_leaves_what_links_lead_to(tmp_path: Path) -> None:
    cache = a_tree(tmp_path)
    empty_folder(cache)
    assert folder_bytes(cache) == 0
    assert (tmp_path / "outside" / "mine").read_bytes() == b"3" * 100
    empty_folder(tmp_path / "nothing")


def test_of_a_cache_that_takes_too_much_the_oldest_go_first(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    (cache / "ab").mkdir(parents=True)
    names = ["ab/old", "young", "ab/older", "youngest"]
    for name, age_s in zip(names, (30, 20, 40, 10), strict=True):
        (cache / name).write_bytes(b"x" * 10)
        os.utime(cache / name, (1_000_000 - age_s,) * 2)

    shrink_folder(cache, 40)
    assert folder_bytes(cache) == 40
    shrink_folder(cache, 25)

    assert [name for name in names if (cache / name).exists()] == ["young", "youngest"]
    shrink_folder(tmp_path / "nothing", 0)
