"""The second record states each step of paid work once, and returns what its lines prove, whatever in it is damaged."""

import json
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from fakes.kept_things import NOON, a_job

from vidu_desktop.adapters.journal.job_store import SqliteJobStore
from vidu_desktop.adapters.journal.paid_orders_log import (
    OrderLine,
    PaidOrdersLog,
    carried_on,
    job_line,
    pause_line,
    removal_line,
    state_line,
)
from vidu_desktop.domain.job import ENDED, GIVEN_UP, Charge, Job, JobState, Trouble
from vidu_desktop.engine.ports import LastingPause
from vidu_desktop.errors import Sentence

UNSENT_JOB = a_job(state=JobState.READY)
SENT_JOB = a_job(state=JobState.SENDING, sent_at=None)
"""Marked as being sent; not a byte has been sent yet."""
LOST_JOB = a_job(state=JobState.UNKNOWN)
TAKEN_JOB = a_job(state=JobState.ACCEPTED)


@pytest.fixture
def log(tmp_path: Path) -> PaidOrdersLog:
    return PaidOrdersLog(tmp_path / "home" / "orders.jsonl")


def path_of(tmp_path: Path) -> Path:
    return tmp_path / "home" / "orders.jsonl"


TOLD: dict[str, tuple[Job | None, Job]] = {
    "it leaves": (UNSENT_JOB, SENT_JOB),
    "it leaves and nothing was known of it": (None, SENT_JOB),
    "it came back before a byte left": (SENT_JOB, replace(UNSENT_JOB, request_id="ticket-job-1")),
    "its answer was lost": (SENT_JOB, replace(LOST_JOB, sent_at=None)),
    "the person gives up on a lost answer": (
        replace(LOST_JOB, sent_at=None),
        a_job(state=JobState.CANCELLED, task_id=None, sent_at=None),
    ),
    "the service refused it": (SENT_JOB, a_job(state=JobState.REFUSED)),
    "the service took it": (replace(SENT_JOB, sent_at=NOON), TAKEN_JOB),
    "a lost answer was found": (LOST_JOB, a_job(state=JobState.WAITING)),
    "another task is its own after all": (TAKEN_JOB, replace(TAKEN_JOB, task_id="another")),
    "its video is kept": (a_job(state=JobState.VERIFYING), a_job(state=JobState.STORED)),
    "it failed": (a_job(state=JobState.WAITING), a_job(state=JobState.FAILED)),
    "its video is gone": (a_job(state=JobState.WAITING), a_job(state=JobState.EXPIRED)),
    "a taken one is given up": (
        replace(TAKEN_JOB, sent_at=None),
        a_job(state=JobState.CANCELLED, sent_at=None),
    ),
}
UNTOLD: dict[str, tuple[Job | None, Job]] = {
    "it is begun": (None, a_job(state=JobState.DRAFT)),
    "it waits for its turn": (a_job(state=JobState.DRAFT), UNSENT_JOB),
    "it is moved in the queue": (SENT_JOB, replace(SENT_JOB, position=7.0)),
    "it is taken off before it was ever sent": (UNSENT_JOB, a_job(state=JobState.CANCELLED, task_id=None, sent_at=None)),
    "the service works on it": (TAKEN_JOB, a_job(state=JobState.WAITING)),
    "it is fetched": (a_job(state=JobState.READY_TO_FETCH), a_job(state=JobState.FETCHING)),
    "a rehearsal leaves": (None, replace(SENT_JOB, rehearsal=True)),
    "a rehearsal is taken": (replace(SENT_JOB, rehearsal=True), replace(TAKEN_JOB, rehearsal=True)),
    "a rehearsal has its video": (None, a_job(state=JobState.STORED, rehearsal=True)),
}  # fmt: skip


@pytest.mark.parametrize(("before", "job"), TOLD.values(), ids=TOLD.keys())
def test_a_step_that_counts_gets_its_line(log: PaidOrdersLog, before: Job | None, job: Job) -> None:
    assert log.tells_of(before, job)


@pytest.mark.parametrize(("before", "job"), UNTOLD.values(), ids=UNTOLD.keys())
def test_a_step_that_proves_nothing_about_money_gets_none(
    log: PaidOrdersLog, before: Job | None, job: Job
) -> None:
    assert not log.tells_of(before, job)


@pytest.mark.parametrize(
    ("before", "job", "proves"),
    [
        (None, TAKEN_JOB, True),
        (SENT_JOB, TAKEN_JOB, True),
        (TAKEN_JOB, a_job(state=JobState.STORED), False),
        (None, SENT_JOB, False),
        (SENT_JOB, replace(TAKEN_JOB, rehearsal=True), False),
    ],
)
def test_only_a_task_id_that_is_news_proves_that_it_was_taken(
    log: PaidOrdersLog, before: Job | None, job: Job, *, proves: bool
) -> None:
    assert log.proves_acceptance(before, job) is proves


def read_back(log: PaidOrdersLog, *lines: OrderLine) -> Job | None:
    log.append(lines)
    known = log.read()
    return known["job-1"].job if known else None


def test_where_a_kept_video_lies_is_told_and_read_back(log: PaidOrdersLog) -> None:
    odd_path = "/library/f\udcffx.mp4"  # a byte that isn't UTF-8
    stored = a_job(state=JobState.STORED, clip_id="clip", video_path=odd_path)

    back = read_back(log, job_line(TAKEN_JOB, NOON), state_line(stored, NOON))

    assert back is not None
    assert (back.state, back.clip_id, back.video_path) == (JobState.STORED, "clip", odd_path)


def test_a_step_that_says_no_place_leaves_the_known_one(log: PaidOrdersLog) -> None:
    stored = replace(a_job(state=JobState.STORED), clip_id="clip", video_path="/library/fox.mp4")

    back = read_back(log, job_line(stored, NOON), state_line(a_job(state=JobState.STORED), NOON))

    assert back == stored


def test_a_trouble_is_told_with_its_words_and_is_over_with_the_next_step(log: PaidOrdersLog) -> None:
    trouble = Trouble(code="1301", sentence=Sentence("No {it}.", {"it": "way"}), service_words="unsafe")
    failed = state_line(a_job(state=JobState.FAILED, trouble=trouble), NOON)

    back = read_back(log, job_line(TAKEN_JOB, NOON), failed)
    assert back is not None
    assert (back.state, back.trouble) == (JobState.FAILED, trouble)

    back = read_back(log, state_line(a_job(state=JobState.EXPIRED), NOON))
    assert back is not None
    assert (back.state, back.trouble) == (JobState.EXPIRED, None)


def test_what_was_taken_off_stays_so_until_the_whole_job_is_told_again(log: PaidOrdersLog) -> None:
    def removed() -> bool:
        return log.read()["job-1"].removed

    log.append([job_line(TAKEN_JOB, NOON)])
    assert not removed()
    log.append([removal_line("job-1", NOON), state_line(a_job(state=JobState.FAILED), NOON)])
    assert removed()
    log.append([job_line(TAKEN_JOB, NOON)])
    assert not removed()


BAD_LINES = {
    "nothing": b"",
    "blanks": b"   ",
    "no JSON": b"{job",
    "a list": b"[]",
    "a step of nobody known": json.dumps(state_line(a_job("nobody", JobState.FAILED), NOON)).encode(),
    "a removal of nobody known": json.dumps(removal_line("nobody", NOON)).encode(),
    "a state that there isn't": b'{"job_id": "job-1", "state": "DANCING"}',
    "an id that is no text": b'{"job_id": 7, "state": "FAILED"}',
    "no state": b'{"job_id": "job-1"}',
    "half a job": b'{"job": {"job_id": "job-1", "state": "FAILED"}}',
    "a job that is a text": b'{"job": "job-1"}',
    "a pause": b'{"paused": true, "job_id": "job-1", "state": "FAILED"}',
    "half a pause": b'{"paused":tru',
    "a list with a pause": b'[{"paused":true}]',
    "bytes": b"\xff\xfe",
    "brackets without end": b"[" * 100_000,
}


@pytest.mark.anyio
@pytest.mark.parametrize("name", ["job_id", "task_id", "origin"])
async def test_a_line_that_no_journal_can_hold_stops_no_start(tmp_path: Path, name: str) -> None:
    log = PaidOrdersLog(path_of(tmp_path))
    bad = json.loads(json.dumps(job_line(replace(TAKEN_JOB, job_id="bad"), NOON)))
    bad["job"][name] = "half\ud800"
    log.append([job_line(TAKEN_JOB, NOON), bad])
    store = SqliteJobStore(tmp_path / "journal.sqlite3", log)
    assert [job.job_id for job in await store.load_all()] == [TAKEN_JOB.job_id]
    store.close()


@pytest.mark.parametrize("bad", BAD_LINES.values(), ids=BAD_LINES.keys())
def test_a_line_that_says_nothing_changes_nothing_and_stops_nothing(
    log: PaidOrdersLog, tmp_path: Path, bad: bytes
) -> None:
    log.append([job_line(TAKEN_JOB, NOON)])
    with path_of(tmp_path).open("ab") as file:
        file.write(bad + b"\n")
    log.append([job_line(a_job("job-2", JobState.ACCEPTED), NOON)])

    known = log.read()

    assert {job_id: order.job.state for job_id, order in known.items()} == {
        "job-1": JobState.ACCEPTED,
        "job-2": JobState.ACCEPTED,
    }
    held = {LastingPause.PERSON} if bad.startswith(b'{"paused": true') else set()
    assert log.paused_by() == held


def test_every_line_says_when_and_a_folder_is_made_for_them(tmp_path: Path) -> None:
    path = tmp_path / "a" / "new" / "home" / "orders.jsonl"
    lines = [
        job_line(TAKEN_JOB, NOON),
        state_line(a_job(state=JobState.FAILED), NOON),
        removal_line("job-1", NOON),
        pause_line(LastingPause.ANSWERS, NOON, paused=False),
    ]
    PaidOrdersLog(path).append(lines)

    written = [json.loads(line) for line in path.read_text().splitlines()]
    assert [line["at"] for line in written] == [NOON.isoformat()] * 4
    assert written[3] == {"at": NOON.isoformat(), "paused": False, "reason": "answers"}


def test_no_record_is_an_empty_one(log: PaidOrdersLog) -> None:
    assert log.read() == {}
    assert log.paused_by() == frozenset()


def test_of_the_end_whole_lines_are_read(log: PaidOrdersLog, tmp_path: Path) -> None:
    for number in range(3):
        log.append([job_line(a_job(f"job-{number}", JobState.ACCEPTED), NOON)])
    line_bytes = len(path_of(tmp_path).read_bytes()) // 3

    assert [*log.read(line_bytes)] == []  # the tail may begin inside a line, so its first line never counts
    assert [*log.read(line_bytes + 1)] == ["job-2"]
    assert [*log.read(3 * line_bytes - 1)] == ["job-1", "job-2"]
    assert [*log.read(3 * line_bytes)] == ["job-0", "job-1", "job-2"]
    assert [*log.read(1_000_000)] == ["job-0", "job-1", "job-2"]


@pytest.mark.parametrize("torn", [b"x", b'{"job": {"job_id": "tor'])
def test_after_a_torn_line_the_next_begins_on_its_own(
    log: PaidOrdersLog, tmp_path: Path, torn: bytes
) -> None:
    path = path_of(tmp_path)
    path.parent.mkdir()
    path.write_bytes(torn)

    log.append([removal_line("job-1", NOON)])
    log.append([removal_line("job-2", NOON)])

    first, *lines = path.read_bytes().splitlines()
    assert first == torn
    assert [json.loads(line)["job_id"] for line in lines] == ["job-1", "job-2"]


def test_a_whole_line_is_followed_by_the_next_one(log: PaidOrdersLog, tmp_path: Path) -> None:
    for number in range(3):
        log.append([removal_line(f"job-{number}", NOON)])

    data = path_of(tmp_path).read_bytes()
    assert data.count(b"\n") == 3
    assert all(json.loads(line) for line in data.splitlines())
    assert data.isascii()


def test_lines_are_synced_once_and_the_folder_when_the_file_is_new(
    log: PaidOrdersLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[str, int]] = []

    def fsync(descriptor: int) -> None:
        status = os.fstat(descriptor)
        synced.append(("folder", 0) if stat.S_ISDIR(status.st_mode) else ("file", status.st_size))

    monkeypatch.setattr(os, "fsync", fsync)
    path = path_of(tmp_path)

    log.append([removal_line("job-1", NOON), removal_line("job-2", NOON)])
    assert synced == [("file", path.stat().st_size), ("folder", 0)]
    synced.clear()
    log.append([removal_line("job-3", NOON)])
    assert synced == [("file", path.stat().st_size)]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_system_that_takes_a_few_bytes_at_a_time_gets_them_all(
    log: PaidOrdersLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:40]))

    assert read_back(log, job_line(TAKEN_JOB, NOON)) == TAKEN_JOB


def test_writing_leaves_no_file_open(log: PaidOrdersLog, tmp_path: Path) -> None:
    log.append([removal_line("job-1", NOON)])
    assert path_of(tmp_path).exists()
    assert str(path_of(tmp_path)) not in {file.path for file in psutil.Process().open_files()}


@pytest.mark.parametrize("state", sorted(ENDED))
def test_what_has_ended_has_ended(state: JobState) -> None:
    job = a_job(state=state, video_url="https://files.example/v")
    assert carried_on(job) == job


def test_what_was_taken_is_asked_for_again_without_its_old_links() -> None:
    links = {"video_url": "https://files.example/v", "cover_url": "https://files.example/c"}
    trouble = Trouble(code="busy", sentence=Sentence("Wait."))
    job = a_job(state=JobState.FETCHING, trouble=trouble, **links)

    assert carried_on(job) == replace(
        job, state=JobState.WAITING, video_url=None, cover_url=None, trouble=None
    )


@pytest.mark.parametrize(
    ("job", "state"),
    [
        (SENT_JOB, JobState.UNKNOWN),
        (LOST_JOB, JobState.UNKNOWN),
        (UNSENT_JOB, JobState.READY),
        (a_job(state=JobState.DRAFT), JobState.DRAFT),
    ],
)
def test_what_may_have_left_is_asked_about_and_what_did_not_waits(job: Job, state: JobState) -> None:
    assert carried_on(job) == replace(job, state=state)


class FullLog(PaidOrdersLog):
    """A record whose disk is full for a while."""

    full = False

    def append(self, lines: Sequence[OrderLine]) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        super().append(lines)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteJobStore]:
    store = SqliteJobStore(tmp_path / "journal.sqlite3", full_log(tmp_path), now=lambda: NOON)
    yield store
    store.close()


def full_log(tmp_path: Path) -> FullLog:
    return FullLog(path_of(tmp_path))


@pytest.mark.anyio
async def test_lines_that_found_no_room_are_written_once_with_the_next_ones(tmp_path: Path) -> None:
    log = full_log(tmp_path)
    store = SqliteJobStore(tmp_path / "journal.sqlite3", log, now=lambda: NOON)
    log.full = True
    await store.save(a_job("a", JobState.SENDING))
    await store.save(a_job("a", JobState.UNKNOWN))
    log.full = False
    await store.save(a_job("b", JobState.READY))  # this change gets no line
    await store.save(a_job("b", JobState.SENDING))
    store.close()

    lines = [json.loads(line) for line in path_of(tmp_path).read_text().splitlines()]
    assert [(line.get("job") or line)["job_id"] for line in lines] == ["a", "a", "b"]
    assert [(line.get("job") or line)["state"] for line in lines] == ["SENDING", "UNKNOWN", "SENDING"]


@pytest.mark.anyio
async def test_an_order_is_told_whole_when_it_leaves_and_when_it_is_taken_and_short_after_that(
    store: SqliteJobStore, tmp_path: Path
) -> None:
    for state in (JobState.READY, JobState.SENDING, JobState.ACCEPTED, JobState.WAITING, JobState.STORED):
        await store.save(a_job(state=state))

    lines = [json.loads(line) for line in path_of(tmp_path).read_text().splitlines()]
    assert [line.get("state") or line["job"]["state"] for line in lines] == ["SENDING", "ACCEPTED", "STORED"]
    assert [("job" in line, line["at"]) for line in lines] == [
        (True, NOON.isoformat()),
        (True, NOON.isoformat()),
        (False, NOON.isoformat()),
    ]


@pytest.mark.anyio
async def test_what_a_job_has_cost_is_known_also_after_it_was_taken_off(store: SqliteJobStore) -> None:
    spent = a_job("spent", JobState.WAITING)
    await store.save_many([a_job("waits", JobState.READY), spent])
    await store.remove_many(["spent"])

    assert await store.price_paid("spent") == spent.price
    assert await store.price_paid("waits") is None
    assert await store.price_paid("nobody") is None


@pytest.mark.anyio
async def test_a_rehearsal_that_is_taken_off_is_gone_with_its_history(store: SqliteJobStore) -> None:
    await store.save(a_job("rehearsed", JobState.STORED, rehearsal=True))
    await store.save(a_job("paid", JobState.STORED))
    await store.remove_many(["rehearsed", "paid", "nobody"])

    assert [job.job_id for job in await store.load_removed()] == ["paid"]
    assert await store.history("rehearsed") == []
    assert await store.history("paid") == [(JobState.STORED, NOON)]


@pytest.mark.anyio
async def test_what_was_on_its_way_once_stays_for_the_books_also_where_it_cost_nothing(
    store: SqliteJobStore, tmp_path: Path
) -> None:
    for state in (JobState.SENDING, JobState.READY, JobState.CANCELLED):
        await store.save(a_job("back", state, sent_at=None, task_id=None))
    await store.remove_many(["back"])

    assert [job.charge for job in await store.load_removed()] == [Charge.NONE]
    assert json.loads(path_of(tmp_path).read_text().splitlines()[-1])["removed"] is True


@pytest.mark.anyio
async def test_a_given_up_order_counts_as_lost_after_the_journal_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    trouble = Trouble(code=GIVEN_UP, sentence=Sentence("Given up."))
    store = SqliteJobStore(path, full_log(tmp_path))
    await store.save(a_job("up", JobState.SENDING))
    await store.save(a_job("up", JobState.CANCELLED, task_id=None, trouble=trouble))
    await store.remove_many(["up"])
    store.close()
    path.unlink()

    store = SqliteJobStore(path, full_log(tmp_path))
    assert [job.charge for job in await store.load_removed()] == [Charge.LOST]
    assert await store.load_all() == []
    assert store.rescued_jobs == 1
    store.close()
