"""Which files in a folder an import takes for videos: the same ones that it accepts when they are named one by one."""

from pathlib import Path

from vidu_desktop.adapters.library_store.import_files import videos_at


def test_a_folders_videos_are_those_of_phones_and_cameras_too(tmp_path: Path) -> None:
    names = ["a.mp4", "b.MOV", "c.m4v", "inside/d.mov"]
    for name in [*names, "e.jpg", "f.movie", ".hidden.mov", ".away/g.mov"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")

    assert list(videos_at(tmp_path)) == [tmp_path / name for name in names]
