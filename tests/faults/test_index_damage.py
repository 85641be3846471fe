"""The index damaged anywhere: the program starts, and every video is back from the records."""

import asyncio
import random
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from fakes.kept_things import FakeVideos, a_job, a_library, a_request, all_clips, video_bytes

from vidu_desktop.adapters.index import index_rows, index_schema
from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.domain.clip import Clip
from vidu_desktop.errors import DiskTrouble

CLIPS = 30
SEED = 20261122


def open_library(home: Path) -> FileLibrary:
    return a_library(
        home / "library",
        index_path=home / "data" / "index.sqlite3",
        covers_dir=home / "covers",
        inputs_dir=home / "inputs",
        videos=FakeVideos(),
    )


async def _fill(home: Path) -> None:
    library = open_library(home)
    for number in range(CLIPS):
        path = home / f"{number}.part"
        path.write_bytes(video_bytes(f"frames {number}"))
        job = a_job(f"job-{number}", request=a_request(f"unique{number}x 猫{chr(0x4E00 + number)} runs home"))
        await library.keep(job, path, await library.verify(path))
    library.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    asyncio.run(_fill(home))
    return home


async def _what_a_start_finds(home: Path) -> tuple[list[Clip], list[int]]:
    """Return all clips, and how many clips the own word of each clip finds."""
    library = open_library(home)
    try:
        await library.check_index()
        clips = await all_clips(library)
        found = [len(await all_clips(library, f"unique{number}x")) for number in range(CLIPS)]
        found += [len(await all_clips(library, chr(0x4E00 + number))) for number in range(CLIPS)]
    finally:
        library.close()
    return clips, found


def clips_back(home: Path, expected: list[Clip]) -> bool:
    clips, found = asyncio.run(_what_a_start_finds(home))
    return clips == expected and found == [1] * (2 * CLIPS)


def damage_at(data: bytes, offset: int, rng: random.Random) -> bytes:
    """Return the data with a few bytes broken, one bit flipped, or the end cut off."""
    how = rng.randrange(4)
    if how == 0:
        return data[:offset]
    if how == 1:
        return data[:offset] + bytes([data[offset] ^ (1 << rng.randrange(8))]) + data[offset + 1 :]
    length = rng.choice([4, 64, 512])
    filling = bytes(length) if how == 2 else rng.randbytes(length)
    return (data[:offset] + filling + data[offset + length :])[: len(data)]


def run_damages(filled: Path, home: Path, count: int) -> list[tuple[int, int]]:
    """Return the (seed, offset) of every damage after which a start didn't find everything."""
    shutil.copytree(filled / "library", home / "library")
    data = (filled / "data" / "index.sqlite3").read_bytes()
    (home / "data").mkdir()
    index_path = home / "data" / "index.sqlite3"
    index_path.write_bytes(data)
    expected, _ = asyncio.run(_what_a_start_finds(home))
    assert len(expected) == CLIPS
    data = index_path.read_bytes()
    bad = []
    for number in range(count):
        rng = random.Random(SEED + number)
        offset = rng.randrange(len(data))
        for path in (home / "data").iterdir():
            path.unlink()
        index_path.write_bytes(damage_at(data, offset, rng))
        if not clips_back(home, expected):
            bad.append((SEED + number, offset))
    return bad


def test_damaged_at_a_dozen_places_everything_is_back(filled: Path, tmp_path: Path) -> None:
    assert run_damages(filled, tmp_path, 12) == []


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_damaged_at_five_hundred_places_everything_is_back(filled: Path, tmp_path: Path) -> None:
    assert run_damages(filled, tmp_path, 500) == []


def test_a_letter_that_flips_in_a_word_that_stands_twice_is_noticed(filled: Path, tmp_path: Path) -> None:
    """The check of FTS5 adds up by XOR, so the same change at two places of a text looks like no change."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    expected, _ = asyncio.run(_what_a_start_finds(tmp_path))
    index_path = tmp_path / "data" / "index.sqlite3"
    data = index_path.read_bytes()
    words = re.finditer("|".join(chr(0x4E00 + n) for n in range(20, 30)).encode(), data)
    places = [match.end() - 1 for match in words]
    missed = []
    for place in places:
        for path in index_path.parent.iterdir():
            path.unlink()
        index_path.write_bytes(data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :])
        if not clips_back(tmp_path, expected):
            missed.append(place)
    assert places
    assert missed == []


def test_without_looking_for_damage_videos_are_lost(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: neither counts nor checksums are checked."""
    monkeypatch.setattr(index_schema, "check_whole", lambda connection: None)
    monkeypatch.setattr(index_rows, "sum_of", lambda values: 0)
    home = tmp_path / "home"
    home.mkdir()
    shutil.copytree(filled / "library", home / "library")
    expected, _ = asyncio.run(_what_a_start_finds(home))
    connection = sqlite3.connect(home / "data" / "index.sqlite3")
    with connection:
        connection.execute("DELETE FROM clips WHERE clip_id = 'job-3'")
        connection.execute("UPDATE clips SET video_rel = '2026/11/nowhere.mp4' WHERE clip_id = 'job-4'")
    connection.close()

    assert not clips_back(home, expected)


@pytest.mark.parametrize(
    "what", ["emptied", "missing", "a folder's text", "rows lost", "row changed", "words lost"]
)
def test_an_index_that_looks_right_and_isnt_is_made_again(filled: Path, tmp_path: Path, what: str) -> None:
    shutil.copytree(filled / "library", tmp_path / "library")
    expected, _ = asyncio.run(_what_a_start_finds(tmp_path))
    path = tmp_path / "data" / "index.sqlite3"
    statements = {
        "rows lost": ("DROP TRIGGER count_delete", "DELETE FROM clips WHERE clip_id = 'job-3'"),
        "row changed": ("UPDATE clips SET video_rel = 'x.mp4' WHERE clip_id = 'job-3'",),
        "words lost": ("DELETE FROM words_data WHERE id > 10",),
    }
    if what == "missing":
        path.unlink()
    elif what in statements:
        connection = sqlite3.connect(path)
        with connection:
            for statement in statements[what]:
                connection.execute(statement)
        connection.close()
    else:
        path.write_bytes(b"" if what == "emptied" else b"This is not a database. " * 100)

    assert clips_back(tmp_path, expected)


def test_a_newer_index_is_read_and_not_written_and_new_videos_are_kept(filled: Path, tmp_path: Path) -> None:
    shutil.copytree(filled / "library", tmp_path / "library")
    expected, _ = asyncio.run(_what_a_start_finds(tmp_path))
    path = tmp_path / "data" / "index.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()

    async def use() -> None:
        library = open_library(tmp_path)
        try:
            assert await all_clips(library) == expected
            with pytest.raises(DiskTrouble) as caught:
                await library.rebuild()
            assert caught.value.code == "index-newer"
            part = tmp_path / "new.part"
            part.write_bytes(video_bytes("new"))
            clip = await library.keep(a_job("new"), part, await library.verify(part))
            assert Path(clip.video_path).with_suffix(".json").exists()
        finally:
            library.close()

    asyncio.run(use())
    assert path.read_bytes() == before


def test_damage_during_the_run_is_mended_during_the_run(filled: Path, tmp_path: Path) -> None:
    shutil.copytree(filled / "library", tmp_path / "library")

    async def use() -> None:
        library = open_library(tmp_path)
        try:
            expected = await all_clips(library)
            await library._store.index.write(
                lambda connection: connection.execute(
                    "UPDATE clips SET prompt = 'other' WHERE clip_id = 'job-5'"
                ).fetchall()
            )
            assert await all_clips(library) == expected
            assert library.set_aside_path is not None
        finally:
            library.close()

    asyncio.run(use())
