"""Outlines are kept beside the library, and belong to their heads as those are at each look."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.batches import a_batch
from fakes.library_home import Home

from vidu_desktop.adapters.library_store.batch_files import BatchFiles
from vidu_desktop.batch.outline import outline_of, takes_of
from vidu_desktop.domain.amounts import cny
from vidu_desktop.domain.sheet_wishes import SaidForAll
from vidu_desktop.errors import BadInput

LONG_AGO_NS = 1_700_000_000_000_000_000


@pytest.fixture
def batches(tmp_path: Path):
    home = Home(tmp_path)
    home.start()
    yield BatchFiles(home.store, kept_in(tmp_path))
    home.stop()


def kept_in(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "batches"


def head_of(tmp_path: Path) -> Path:
    return tmp_path / "library" / ".batches" / "b1.json"


def made_old(path: Path, later_ns: int = 0) -> None:
    os.utime(path, ns=(LONG_AGO_NS, LONG_AGO_NS + later_ns))


def spoil(path: Path, later_ns: int = 0) -> None:
    """Write something else of the same length into a file, in its place."""
    path.write_bytes(b"!" * path.stat().st_size)
    made_old(path, later_ns)


@pytest.mark.anyio
async def test_an_outline_is_what_the_head_says_and_the_head_is_read_once(
    batches: BatchFiles, tmp_path: Path
) -> None:
    batch = replace(a_batch(3), said=SaidForAll(encoding="utf-8"), names="{prompt}", rehearsal=True)
    await batches.save(batch)
    made_old(head_of(tmp_path))
    assert await batches.outline("b1") == outline_of(batch)

    spoil(head_of(tmp_path))  # it has the same stamp, so nobody looks into it

    assert await batches.outline("b1") == outline_of(batch)
    assert (await batches.outline("b1")).batch.name == "spring"


@pytest.mark.anyio
async def test_what_is_listed_of_the_rows_is_kept_with_it(batches: BatchFiles, tmp_path: Path) -> None:
    batch = a_batch(4, takes=2)
    changed = (replace(batch.rows[0], request=None), replace(batch.rows[1], price=cny("1.50"), approval=0))
    batch = replace(batch, rows=(*changed, *batch.rows[2:]))
    await batches.save(batch)
    made_old(head_of(tmp_path))
    listed = outline_of(batch), takes_of(batch)
    assert await batches.outline_with_takes("b1") == listed

    spoil(head_of(tmp_path))

    assert await batches.outline_with_takes("b1") == listed
    assert next((row.key, row.takes, row.approval) for row in listed[1]) == ("row 2", 2, 0)
    assert list(listed[1][0].origins("b1")) == list(batch.rows[1].origins("b1"))


@pytest.mark.anyio
async def test_a_head_that_was_written_since_is_read(batches: BatchFiles, tmp_path: Path) -> None:
    await batches.save(a_batch(3))
    made_old(head_of(tmp_path))
    await batches.outline("b1")

    spoil(head_of(tmp_path), later_ns=1)
    for read in (batches.outline, batches.outline_with_takes):
        with pytest.raises(BadInput, match="batch-damaged"):
            await read("b1")

    await batches.save(a_batch(2))
    made_old(head_of(tmp_path))
    assert await batches.outline("b1") == outline_of(a_batch(2))


@pytest.mark.anyio
async def test_another_file_in_its_place_is_read_though_size_and_time_are_the_same(
    batches: BatchFiles, tmp_path: Path
) -> None:
    await batches.save(a_batch(3))
    made_old(head_of(tmp_path))
    await batches.outline("b1")
    beside = head_of(tmp_path).with_name("beside")
    beside.write_bytes(head_of(tmp_path).read_bytes().replace(b"spring", b"autumn"))
    made_old(beside)
    beside.replace(head_of(tmp_path))

    assert (await batches.outline("b1")).batch.name == "autumn"


@pytest.mark.anyio
async def test_no_outline_is_kept_of_a_head_that_may_be_written_twice_in_one_moment(
    batches: BatchFiles, tmp_path: Path
) -> None:
    await batches.save(a_batch(3))
    await batches.outline("b1")

    assert not kept_in(tmp_path).exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"of":1}', b"\xff", b"[" * 100_000])
@pytest.mark.anyio
async def test_an_outline_that_cant_be_read_is_made_anew(
    batches: BatchFiles, tmp_path: Path, content: bytes
) -> None:
    await batches.save(a_batch(3))
    made_old(head_of(tmp_path))
    await batches.outline("b1")
    (kept_in(tmp_path) / "b1.json").write_bytes(content)

    assert await batches.outline("b1") == outline_of(a_batch(3))
    spoil(head_of(tmp_path))
    assert await batches.outline("b1") == outline_of(a_batch(3))


@pytest.mark.anyio
async def test_without_a_place_for_outlines_batches_are_read_all_the_same(
    batches: BatchFiles, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_bytes(b"no folder")
    await batches.save(a_batch(3))
    made_old(head_of(tmp_path))

    assert await batches.outline("b1") == outline_of(a_batch(3))
    with pytest.raises(BadInput, match="no-such-batch"):
        await batches.outline("b2")
    with pytest.raises(BadInput, match="batch-damaged"):
        await batches.outline("../b1")
