"""What was read of batches' files is used again as long as the files stay as they were, and never longer."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.batches import NOW, a_batch, approved

from vidu_desktop.adapters.library_store.batch_files import BatchFiles
from vidu_desktop.adapters.library_store.batch_memory import KnownLogs, SharedHeads
from vidu_desktop.domain.batch import Act, Deed
from vidu_desktop.domain.batch_documents import act_to_line
from vidu_desktop.errors import BadInput

ORDERING = Act(deed=Deed.ORDERING, at=NOW, by="here", origin="batch:b1/row%201/1")


def head_of(tmp_path: Path) -> Path:
    return tmp_path / "library" / ".batches" / "b1.json"


@pytest.mark.anyio
async def test_a_head_that_somebody_holds_is_read_once(batches: BatchFiles) -> None:
    await batches.save(a_batch(3))

    held = await batches.load("b1")

    assert await batches.load("b1") is held
    assert await batches.load("b1") == a_batch(3)


@pytest.mark.anyio
async def test_approvals_that_another_program_takes_back_are_seen_whatever_is_held(
    batches: BatchFiles, tmp_path: Path
) -> None:
    await batches.save(a_batch(1))
    held = await batches.load("b1")
    content, seen = head_of(tmp_path).read_bytes(), head_of(tmp_path).stat()
    taken_back = content.replace(b'"approval":1', b'"approval":0')
    assert len(taken_back) == len(content)  # neither by its size nor, below, by its time

    beside = head_of(tmp_path).with_name("beside")
    beside.write_bytes(taken_back)
    os.utime(beside, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    beside.replace(head_of(tmp_path))
    assert (await batches.load("b1")).rows[0].approval == 0

    now = await batches.load("b1")
    head_of(tmp_path).write_bytes(content)  # in its place
    os.utime(head_of(tmp_path), ns=(seen.st_atime_ns, seen.st_mtime_ns + 1))
    assert (await batches.load("b1")).rows[0].approval == 1
    assert now is not held


def test_with_a_stamp_that_isnt_read_anew_the_old_approvals_would_be_believed() -> None:
    heads, held = SharedHeads(), a_batch(1)
    heads.note("as it was", held)

    assert heads.of("b1", "as it was") is held
    assert heads.of("b1", "written since") is None


def test_what_nobody_holds_is_forgotten() -> None:
    heads = SharedHeads()
    heads.note("a", a_batch(1))

    assert heads.of("b1", "a") is None


@pytest.mark.anyio
async def test_a_damaged_head_is_refused_though_its_batch_is_held(
    batches: BatchFiles, tmp_path: Path
) -> None:
    await batches.save(a_batch(1))
    held = await batches.load("b1")
    head_of(tmp_path).write_bytes(head_of(tmp_path).read_bytes()[:-9])

    with pytest.raises(BadInput, match="batch-damaged"):
        await batches.load("b1")
    assert held.rows


@pytest.mark.anyio
async def test_of_a_log_only_the_new_lines_are_parsed(batches: BatchFiles) -> None:
    await batches.save(a_batch(1))
    await batches.append("b1", approved())
    first = await batches.history("b1")
    await batches.append("b1", ORDERING)

    then = await batches.history("b1")

    assert then.approvals[1] is first.approvals[1]
    assert then.ordering == {ORDERING.origin: "here"}
    assert first.ordering == {}  # what was handed out before stays as it was


@pytest.mark.anyio
async def test_what_a_reader_adds_to_its_history_nobody_else_reads(batches: BatchFiles) -> None:
    await batches.save(a_batch(1))
    await batches.append("b1", approved())
    (await batches.history("b1")).add(ORDERING)

    assert (await batches.history("b1")).ordering == {}


def log_of(*acts: Act) -> bytes:
    return b"".join(act_to_line(act).encode() + b"\n" for act in acts)


def test_a_log_in_which_earlier_lines_are_others_is_read_from_its_beginning() -> None:
    logs, there = KnownLogs(), replace(ORDERING, by="ther")
    assert logs.read("b1", log_of(approved(), ORDERING)).ordering == {ORDERING.origin: "here"}

    assert logs.read("b1", log_of(approved(), there, there)).ordering == {ORDERING.origin: "ther"}
    assert logs.read("b1", log_of(approved())).ordering == {}
    assert logs.read("b1", b"").last is None


def test_a_damaged_line_is_damaged_at_each_reading() -> None:
    logs = KnownLogs()
    logs.read("b1", log_of(approved()))

    for _ in range(2):
        with pytest.raises(BadInput):
            logs.read("b1", log_of(approved()) + b"{}\n" + log_of(ORDERING))
    assert logs.read("b1", log_of(approved(), ORDERING)[:-1]).ordering == {}
