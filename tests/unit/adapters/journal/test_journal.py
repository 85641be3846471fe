"""The journal returns exactly what was saved, with the history of states, and loses no paid job when it is damaged."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fakes.kept_things import NOON, a_job, a_request
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.adapters.journal.job_codec import job_from_json, job_to_json
from vidu_desktop.adapters.journal.job_store import SqliteJobStore
from vidu_desktop.adapters.journal.paid_orders_log import PaidOrdersLog, job_line
from vidu_desktop.adapters.sqlite.database import Database
from vidu_desktop.domain.amounts import Currency, Money, usd
from vidu_desktop.domain.framing import Framing, FramingKind
from vidu_desktop.domain.job import ACCEPTED_ID_LOST, GIVEN_UP, Charge, Job, JobState, Trouble
from vidu_desktop.domain.modes import FrameSize
from vidu_desktop.domain.pictures import JobPicture, PreparedPicture
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.engine.ports import LastingPause
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence

pytestmark = pytest.mark.anyio

texts = st.text(alphabet=st.characters(codec=None))  # single surrogates too: a path may hold any bytes
names = st.text(max_size=8)  # what stands in a column of its own: SQLite takes no single surrogates
moments = st.datetimes(timezones=st.just(UTC))
some = st.none()
pictures = st.builds(
    JobPicture,
    source_path=texts,
    name=texts,
    prepared=some
    | st.builds(
        PreparedPicture,
        sha256=names,
        media_type=names,
        width_px=st.integers(),
        height_px=st.integers(),
        image_bytes=st.integers(),
    ),
)
framings = st.builds(
    Framing,
    kind=st.sampled_from(FramingKind),
    width=st.integers(1, 9999),
    height=st.integers(1, 9999),
    x=st.integers(0, 10_000).map(lambda share: share / 10_000),
    y=st.integers(0, 10_000).map(lambda share: share / 10_000),
)
requests = st.builds(
    GenerationRequest,
    framings=st.just(()) | framings.map(lambda one: (one, None)),
    model=names,
    prompt=texts,
    picture_paths=st.lists(texts, max_size=3).map(tuple),
    mode=names,
    project=names,
    shot=names,
    preset=names,
    name=names,
    options=st.fixed_dictionaries(
        {},
        optional={
            "duration": st.integers(),
            "size": st.builds(FrameSize, st.integers(1, 9999), st.integers(1, 9999)).map(str),
            "movement": texts,
            "aspect_ratio": st.sampled_from(["16:9", "9:16", "1:1"]),
            "audio": st.booleans(),
            "newer": texts | st.integers() | st.booleans(),
        },
    ),
)
values = st.dictionaries(
    names,
    texts
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.lists(texts, max_size=3).map(tuple),
    max_size=3,
)
troubles = st.builds(Trouble, code=names, sentence=st.builds(Sentence, texts, values), service_words=texts)
jobs = st.builds(
    Job,
    job_id=names,
    state=st.sampled_from(JobState),
    request=requests,
    pictures=st.lists(pictures, max_size=3).map(tuple),
    rehearsal=st.booleans(),
    price=st.builds(Money, st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(Currency)),
    created_at=moments,
    position=st.floats(allow_nan=False, allow_infinity=False),
    origin=names,
    request_id=some | names,
    task_id=some | names,
    meant_for=some | texts,
    service_url=some | texts,
    sent_at=some | moments,
    accepted_at=some | moments,
    finished_at=some | moments,
    stored_at=some | moments,
    link_expires_at=some | moments,
    video_url=some | texts,
    cover_url=some | texts,
    send_attempts=st.integers(),
    fetch_attempts=st.integers(),
    trouble=some | troubles,
    clip_id=some | names,
    video_path=some | texts,
    answers=st.dictionaries(names, st.dictionaries(names, texts | st.integers(), max_size=2), max_size=2),
)


def database_of(store: SqliteJobStore) -> Database:
    """Return the database below the store, for a limit that no verb sets and a promise that no verb shows."""
    return store._database


class Place:
    """A journal that can be opened again and again, like a program that is started again and again."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "journal.sqlite3"
        self.orders_path = folder / "orders.jsonl"
        self.now = NOON
        self._open: list[SqliteJobStore] = []

    def start(self) -> SqliteJobStore:
        self.stop()
        store = SqliteJobStore(self.path, PaidOrdersLog(self.orders_path), now=lambda: self.now)
        self._open.append(store)
        return store

    def stop(self) -> None:
        while self._open:
            self._open.pop().close()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path)
    yield place
    place.stop()


async def test_no_order_leaves_once_another_program_has_paused_the_queue(place: Place) -> None:
    store, other = place.start(), SqliteJobStore(place.path, PaidOrdersLog(place.orders_path))
    try:
        waiting = (a_job("a", JobState.READY), a_job("lost", JobState.UNKNOWN))
        for job in (*waiting, a_job("out", JobState.SENDING)):
            await store.save(job)
        await other.set_paused(LastingPause.PERSON, paused=True)
        for job in waiting:  # a lost order isn't sent again, either
            with pytest.raises(ValueError, match="paused"):
                await store.save(a_job(job.job_id, JobState.SENDING))
        await store.save(a_job("out", JobState.ACCEPTED))  # what has left goes on
        states = {job.job_id: job.state for job in await store.load_all()}
        assert states == {"a": JobState.READY, "lost": JobState.UNKNOWN, "out": JobState.ACCEPTED}

        await other.set_paused(LastingPause.ANSWERS, paused=True)  # this one is the engine's own
        await other.set_paused(LastingPause.PERSON, paused=False)
        await store.save(a_job("a", JobState.SENDING))
    finally:
        other.close()


@given(jobs)
def test_any_job_comes_back_from_json_exactly(job: Job) -> None:
    assert job_from_json(job_to_json(job)) == job


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"state": "DANCING"}', "null", "[" * 100_000])
def test_what_isnt_a_job_is_bad_input_and_nothing_else(text: str) -> None:
    with pytest.raises(BadInput):
        job_from_json(text)


def _full_document() -> dict[str, object]:
    prepared = PreparedPicture(sha256="ab", media_type="image/png", width_px=3, height_px=2, image_bytes=9)
    job = a_job(
        state=JobState.STORED,
        pictures=(JobPicture(source_path="/a.png", name="a.png", prepared=prepared),),
        origin="batch:b/row/1",
        trouble=Trouble(code="busy", sentence=Sentence("Wait.")),
        answers={"accepted": {"id": "t"}},
        clip_id="clip",
        video_path="/v.mp4",
        **dict.fromkeys(("sent_at", "accepted_at", "finished_at", "stored_at", "link_expires_at"), NOON),
        **dict.fromkeys(
            ("request_id", "task_id", "meant_for", "service_url", "video_url", "cover_url"), "text"
        ),
    )
    document: dict[str, object] = json.loads(job_to_json(job))
    return document


_PARTS = {
    "": lambda document: document,
    "request": lambda document: document["request"],
    "options": lambda document: document["request"]["options"],
    "picture": lambda document: document["pictures"][0],
    "prepared": lambda document: document["pictures"][0]["prepared"],
    "trouble": lambda document: document["trouble"],
}


@pytest.mark.parametrize("part", _PARTS)
def test_a_value_of_another_type_is_damage_and_never_taken_for_something_else(part: str) -> None:
    for name, value in _PARTS[part](_full_document()).items():
        for other in (True, 1.5, [], "no such value", {"a": []}):
            if type(other) is type(value) or (name == "position" and other == 1.5):
                continue
            if name == "movement" and isinstance(other, str):
                continue
            document = _full_document()
            _PARTS[part](document)[name] = other
            with pytest.raises(BadInput):
                job_from_json(json.dumps(document))


def test_fields_that_are_null_are_as_fields_that_arent_there() -> None:
    job = a_job(state=JobState.READY)
    optional = _full_document().keys() - json.loads(job_to_json(job)).keys()
    assert "task_id" in optional  # the control: it has no such field

    assert job_from_json(json.dumps({**json.loads(job_to_json(job)), **dict.fromkeys(optional)})) == job


async def test_a_saved_job_is_there_after_a_restart(place: Place) -> None:
    job = a_job(
        state=JobState.READY_TO_FETCH,
        request=a_request("猫が走る\ud800"),
        price=usd("0.400"),
        video_url="https://files.example/v.mp4?sign=1",
        created_at=datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC),
    )

    await place.start().save(job)

    assert await place.start().load_all() == [job]


async def test_jobs_come_in_queue_order(place: Place) -> None:
    store = place.start()
    later = a_job("b", JobState.READY, created_at=NOON + timedelta(seconds=1))
    early = a_job("c", JobState.READY)
    first = a_job("z", JobState.READY, position=-1.0, created_at=NOON + timedelta(days=1))
    for job in (later, early, first):
        await store.save(job)

    assert [job.job_id for job in await store.load_all()] == ["z", "c", "b"]


async def test_the_history_has_each_state_once_with_its_time(place: Place) -> None:
    store = place.start()
    await store.save(a_job(state=JobState.READY))
    place.now += timedelta(seconds=5)
    await store.save(a_job(state=JobState.READY, position=3.0))
    await store.save(a_job(state=JobState.SENDING))

    assert await store.history("job-1") == [
        (JobState.READY, NOON),
        (JobState.SENDING, NOON + timedelta(seconds=5)),
    ]


async def test_a_job_that_was_never_sent_is_removed_for_good(place: Place) -> None:
    store = place.start()
    await store.save(a_job(state=JobState.READY))
    await store.remove_many(["job-1"])

    assert await store.load_all() == []
    assert await store.load_removed() == []


async def test_a_paid_job_taken_off_the_queue_stays_in_the_books_also_after_a_lost_journal(
    place: Place,
) -> None:
    store = place.start()
    job = a_job(state=JobState.STORED)
    await store.save(a_job(state=JobState.SENDING))
    await store.save(job)
    await store.remove_many(["job-1"])
    assert (await store.load_all(), await store.load_removed()) == ([], [job])

    place.stop()
    place.path.unlink()
    store = place.start()

    assert await store.load_all() == []
    assert [found.task_id for found in await store.load_removed()] == ["task-job-1"]


async def test_a_job_saved_again_after_its_removal_is_back_on_the_queue(place: Place) -> None:
    store = place.start()
    job = a_job(state=JobState.CANCELLED)
    await store.save(job)
    await store.remove_many([job.job_id])
    await store.save(replace(job, state=JobState.WAITING))

    assert [found.state for found in await store.load_all()] == [JobState.WAITING]


async def test_many_at_once_are_told_to_the_second_record_as_if_one_by_one(place: Place) -> None:
    store = place.start()
    states = (JobState.READY, JobState.SENDING, JobState.ACCEPTED, JobState.STORED)
    for state in states:
        task_id = None if state in (JobState.READY, JobState.SENDING) else "task"
        await store.save_many(
            [a_job(f"job-{n}", state, task_id=task_id and f"{task_id}-{n}") for n in range(30)]
        )
    await store.remove_many([f"job-{n}" for n in range(20)])
    assert [len(await load()) for load in (store.load_all, store.load_removed)] == [10, 20]

    place.stop()
    place.path.unlink()
    store = place.start()

    assert {job.job_id for job in await store.load_removed()} == {f"job-{n}" for n in range(20)}
    assert [(job.state, job.task_id) for job in await store.load_all()] == [
        (JobState.STORED, f"task-{n}") for n in range(20, 30)
    ]


async def test_many_that_cannot_all_be_written_leave_the_journal_as_it_was(place: Place) -> None:
    store = place.start()
    await store.save_many([a_job("a", JobState.READY), a_job("b", JobState.READY)])
    unwritable = a_job("b", JobState.SENDING, position=float("nan"))  # the column refuses the position

    with pytest.raises(DiskTrouble):
        await store.save_many([a_job("a", JobState.SENDING), unwritable])

    assert [job.state for job in await store.load_all()] == [JobState.READY] * 2


async def save_the_way(store: SqliteJobStore, job_id: str, *states: JobState) -> None:
    for state in states:
        await store.save(a_job(job_id, state))


@pytest.mark.parametrize("damage", ["missing", "emptied", "garbage", "head"])
async def test_sent_and_paid_jobs_survive_a_lost_journal(place: Place, damage: str) -> None:
    # given jobs at the states that matter
    store = place.start()
    sending = JobState.SENDING
    await save_the_way(store, "waiting", JobState.READY, sending, JobState.ACCEPTED, JobState.WAITING)
    await save_the_way(store, "sending", JobState.READY, sending)
    await save_the_way(store, "stored", sending, JobState.ACCEPTED, JobState.STORED)
    await save_the_way(store, "refused", sending, JobState.REFUSED)
    place.stop()

    # when the journal is gone
    data = place.path.read_bytes()
    if damage == "missing":
        place.path.unlink()
    else:
        new = {"emptied": b"", "garbage": b"?" * len(data), "head": b"\0" * 100 + data[100:]}[damage]
        place.path.write_bytes(new)
    store = place.start()
    found = {job.job_id: job for job in await store.load_all()}

    # then paid jobs go on, those that may have been paid are asked about, and ended ones have ended
    assert {job_id: job.state for job_id, job in found.items()} == {
        "waiting": JobState.WAITING,
        "sending": JobState.UNKNOWN,
        "stored": JobState.STORED,
        "refused": JobState.REFUSED,
    }
    assert found["waiting"].task_id == "task-waiting"
    assert store.rescued_jobs == 4
    assert (store.set_aside_path is not None) is (damage in ("garbage", "head"))


@pytest.mark.parametrize("damage", ["none", "missing", "garbage"])
@pytest.mark.parametrize("reason", LastingPause)
async def test_a_pause_outlives_restarts_and_a_lost_journal_and_so_does_its_end(
    place: Place, reason: LastingPause, damage: str
) -> None:
    assert await place.start().paused_by() == frozenset()
    for name, paused in (("first", True), ("second", False), ("third", True)):
        store = place.start()
        await store.set_paused(reason, paused=paused)
        await store.save(a_job(name, JobState.SENDING, request=a_request('"paused":false')))
        place.stop()
        if damage == "missing":
            place.path.unlink()
        elif damage == "garbage":
            place.path.write_bytes(b"?" * 9000)
        assert await place.start().paused_by() == ({reason} if paused else frozenset())


async def test_a_pause_of_an_earlier_version_which_knew_of_one_reason_holds(place: Place) -> None:
    place.orders_path.write_text('{"at":"2026-11-28T12:00:00+00:00","paused":true}\n')
    assert await place.start().paused_by() == {LastingPause.PERSON}


@pytest.mark.parametrize(
    ("key", "word", "reason"),
    [("paused", "person", LastingPause.PERSON), ("paused-answers", "answers", LastingPause.ANSWERS)],
)
async def test_a_pause_stands_in_journal_and_second_record_under_the_names_that_every_version_reads(
    place: Place, key: str, word: str, reason: LastingPause
) -> None:
    assert await place.start().paused_by() == frozenset()
    place.stop()
    with sqlite3.connect(place.path) as connection:
        connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, 'yes')", (key,))
    connection.close()
    assert await place.start().paused_by() == {reason}
    place.stop()
    place.path.unlink()
    line = {"at": NOON.isoformat(), "paused": True, "reason": word}
    place.orders_path.write_text(json.dumps(line) + "\n")
    assert await place.start().paused_by() == {reason}


@pytest.mark.parametrize("reason", LastingPause)
async def test_a_pause_that_cant_be_read_any_more_holds(place: Place, reason: LastingPause) -> None:
    await place.start().set_paused(reason, paused=True)
    place.stop()
    with sqlite3.connect(place.path) as connection:
        connection.execute("UPDATE meta SET value = 'y\u00e8s' WHERE value = 'yes' AND key LIKE 'paused%'")
    connection.close()

    assert await place.start().paused_by() == {reason}


async def test_without_the_second_record_a_lost_journal_loses_paid_jobs(place: Place) -> None:
    """The negative control of the test above."""
    store = place.start()
    await save_the_way(store, "waiting", JobState.SENDING, JobState.ACCEPTED)
    place.stop()
    place.path.unlink()
    place.orders_path.unlink()

    assert await place.start().load_all() == []


async def test_a_flipped_bit_in_one_job_costs_no_other_and_no_paid_one(place: Place) -> None:
    store = place.start()
    await store.save(a_job("unsent", JobState.READY))
    await save_the_way(store, "paid", JobState.SENDING, JobState.ACCEPTED, JobState.WAITING)
    place.stop()
    connection = sqlite3.connect(place.path)
    with connection:
        connection.execute(
            "UPDATE jobs SET payload = replace(payload, 'a cat', 'a bat') WHERE job_id = 'paid'"
        )
    connection.close()

    store = place.start()
    found = {job.job_id: job.state for job in await store.load_all()}

    assert found == {"unsent": JobState.READY, "paid": JobState.WAITING}
    assert store.set_aside_path is not None


async def save_many_kinds(store: SqliteJobStore, count: int = 600) -> dict[str, JobState]:
    """Save `count` jobs, in turn waiting, ended and removed ones; return their states."""
    turns = (JobState.READY, JobState.STORED, JobState.EXPIRED, JobState.WAITING, JobState.REFUSED)
    jobs = [a_job(f"job-{number:04}", turns[number % 5], position=float(number)) for number in range(count)]
    await store.save_many([replace(job, sent_at=NOON) for job in jobs])
    await store.remove_many([job.job_id for job in jobs if job.state is JobState.EXPIRED])
    return {job.job_id: job.state for job in jobs}


async def test_what_is_under_way_comes_at_once_and_the_rest_in_parts(place: Place) -> None:
    store = place.start()
    states = await save_many_kinds(store)
    store = place.start()

    under_way = [job.job_id for job in await store.load_under_way()]
    parts = [part async for part in store.load_rest()]

    rest = [(job.job_id, removed) for part in parts for job, removed in part]
    waiting = sorted(job_id for job_id, state in states.items() if state is JobState.READY)
    over = [job_id for job_id, _ in rest[len(waiting) :]]
    assert len(parts) > 1
    assert [job_id for job_id, _ in rest[: len(waiting)]] == waiting  # in queue order
    assert over == sorted(over, reverse=True)  # newest first
    assert {job_id for job_id, removed in rest if removed} == {
        job_id for job_id, state in states.items() if state is JobState.EXPIRED
    }
    assert sorted([*under_way, *waiting, *over]) == sorted(states)  # each exactly once
    assert {states[job_id] for job_id in under_way} == {JobState.WAITING}
    assert await store.last_position() == len(states) - 1


async def test_damage_that_is_met_halfway_costs_no_job_that_was_paid(place: Place) -> None:
    store = place.start()
    states = await save_many_kinds(store)
    place.stop()
    connection = sqlite3.connect(place.path)
    with connection:  # an old job, in the last part to be read
        connection.execute(
            "UPDATE jobs SET payload = replace(payload, 'a cat', 'a bat') WHERE job_id = 'job-0001'"
        )
    connection.close()
    store = place.start()

    under_way = {job.job_id for job in await store.load_under_way()}
    rest = {job.job_id: removed async for part in store.load_rest() for job, removed in part}

    assert store.set_aside_path is not None
    assert under_way | rest.keys() == states.keys()
    assert {job_id for job_id, removed in rest.items() if removed} == {
        job_id for job_id, state in states.items() if state is JobState.EXPIRED
    }


async def test_a_job_that_waits_is_never_taken_for_one_that_has_ended(place: Place) -> None:
    store = place.start()
    await save_the_way(store, "paid", JobState.SENDING, JobState.ACCEPTED, JobState.WAITING)
    place.stop()
    connection = sqlite3.connect(place.path)
    with connection:
        connection.execute("UPDATE jobs SET state = 'STORED'")
    connection.close()
    store = place.start()

    under_way = await store.load_under_way()
    rest = [job async for part in store.load_rest() for job, _ in part]

    assert [job.state for job in (*under_way, *rest)] == [JobState.WAITING]


async def test_a_rescue_is_done_once(place: Place) -> None:
    store = place.start()
    await save_the_way(store, "paid", JobState.SENDING, JobState.ACCEPTED)
    place.stop()
    data = place.path.read_bytes()
    place.path.write_bytes(data[:100] + b"\xff" * 4000 + data[4100:])
    await place.start().load_all()

    store = place.start()
    assert len(await store.load_all()) == 1
    assert store.rescued_jobs == 0


async def test_an_acceptance_that_the_journal_has_not_heard_of_is_believed(place: Place) -> None:
    # given a full disk when the answer came: the second record has the line, the journal doesn't have the row
    await save_the_way(place.start(), "job-1", JobState.SENDING)
    place.stop()
    PaidOrdersLog(place.orders_path).append([job_line(a_job(state=JobState.ACCEPTED), NOON)])

    [job] = await place.start().load_all()

    assert (job.state, job.task_id) == (JobState.WAITING, "task-job-1")


async def test_what_became_of_a_lost_answer_survives_a_lost_journal(place: Place) -> None:
    def trouble(code: str) -> Trouble:
        return Trouble(code=code, sentence=Sentence("It is so."))

    store = place.start()
    await save_the_way(store, "taken", JobState.SENDING, JobState.UNKNOWN)
    await store.save(a_job("taken", JobState.UNKNOWN, trouble=trouble(ACCEPTED_ID_LOST)))
    await save_the_way(store, "given up", JobState.SENDING, JobState.UNKNOWN)
    await store.save(a_job("given up", JobState.CANCELLED, task_id=None, trouble=trouble(GIVEN_UP)))
    before = {job.job_id: job.charge for job in await store.load_all()}
    assert before == {"taken": Charge.SPENT, "given up": Charge.LOST}
    place.stop()
    place.path.unlink()

    assert {job.job_id: job.charge for job in await place.start().load_all()} == before


async def test_a_torn_line_spoils_no_other(place: Place) -> None:
    await save_the_way(place.start(), "first", JobState.SENDING, JobState.ACCEPTED)
    with place.orders_path.open("ab") as file:
        file.write(b'{"job": {"job_id": "tor')
    await save_the_way(place.start(), "second", JobState.SENDING, JobState.ACCEPTED)
    place.stop()
    place.path.unlink()

    assert {job.job_id for job in await place.start().load_all()} == {"first", "second"}


async def test_the_second_record_has_no_signed_link_and_no_rehearsal(place: Place) -> None:
    store = place.start()
    link = "https://files.example/v.mp4?signature=canary"
    await store.save(a_job("paid", JobState.SENDING))
    await store.save(a_job("paid", JobState.ACCEPTED, video_url=link, cover_url=link))
    await store.save(a_job("rehearsed", JobState.ACCEPTED, rehearsal=True))

    text = place.orders_path.read_text()
    assert "paid" in text
    assert "canary" not in text
    assert "rehearsed" not in text


async def test_a_journal_of_a_newer_version_can_be_read_and_not_written(place: Place) -> None:
    job = a_job(state=JobState.READY)
    await place.start().save(job)
    place.stop()
    connection = sqlite3.connect(place.path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    store = place.start()

    assert await store.load_all() == [job]
    with pytest.raises(DiskTrouble) as caught:
        await store.save(job)
    assert caught.value.code == "journal-newer"


async def test_a_full_disk_gives_up_the_ballast_once_and_then_says_so(tmp_path: Path) -> None:
    asked = []

    def make_room() -> bool:
        asked.append("room")
        return True

    store = SqliteJobStore(tmp_path / "j.sqlite3", PaidOrdersLog(tmp_path / "o.jsonl"), make_room=make_room)
    await store.save(a_job("small", JobState.READY))
    await database_of(store).write(
        lambda connection: connection.execute("PRAGMA max_page_count = 1").fetchall()
    )
    try:
        with pytest.raises(DiskTrouble) as caught:
            await store.save(a_job("large", JobState.READY, request=a_request("long " * 100_000)))
        assert caught.value.full
        assert asked == ["room"]
        assert [job.job_id for job in await store.load_all()] == ["small"]
    finally:
        store.close()


async def test_the_file_is_private_and_synced_at_each_commit(place: Place) -> None:
    store = place.start()
    await store.save(a_job())

    def pragmas(connection: sqlite3.Connection) -> tuple[object, object]:
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        (synchronous,) = connection.execute("PRAGMA synchronous").fetchone()
        return mode, synchronous

    full = 2
    assert await database_of(store).read(pragmas) == ("wal", full)
    assert place.path.stat().st_mode & 0o777 == 0o600
    assert place.orders_path.stat().st_mode & 0o777 == 0o600


async def test_two_programs_do_not_both_fill_a_new_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    turned_away = []

    class Overtaken(PaidOrdersLog):
        def read(self, tail_bytes: int | None = None):
            other = sqlite3.connect(path, timeout=0, isolation_level=None)
            try:
                other.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                turned_away.append(str(error))
            finally:
                other.close()
            return super().read(tail_bytes)

    store = SqliteJobStore(path, Overtaken(tmp_path / "orders.jsonl"))
    await store.load_all()
    store.close()

    assert turned_away == ["database is locked"]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("before", "after", "rehearsal", "state", "held"),
    [
        ("here", "there", False, JobState.READY, True),
        ("here", "there", False, JobState.DRAFT, True),
        ("here", "here", False, JobState.READY, False),
        ("", "here", False, JobState.READY, False),
        ("here", "", False, JobState.READY, False),
        ("here", "there", True, JobState.READY, False),
        ("here", "there", False, JobState.WAITING, False),
    ],
)
async def test_a_journal_from_elsewhere_is_paused_once_if_paid_orders_wait_in_it(
    tmp_path: Path, before: str, after: str, rehearsal: bool, state: JobState, held: bool
) -> None:
    def opened(place: str) -> SqliteJobStore:
        return SqliteJobStore(
            tmp_path / "j.sqlite3", PaidOrdersLog(tmp_path / "o.jsonl"), place=lambda: place
        )

    store = opened(before)
    assert (await store.paused_by(), store.came_from_elsewhere) == (frozenset(), False)
    await store.save(a_job(state=state, rehearsal=rehearsal))
    store.close()

    store = opened(after)
    assert await store.paused_by() == ({LastingPause.PERSON} if held else set())
    assert store.came_from_elsewhere is held
    store.close()

    store = opened(after)
    assert await store.paused_by() == ({LastingPause.PERSON} if held else set())
    assert not store.came_from_elsewhere
    await store.set_paused(LastingPause.PERSON, paused=False)
    store.close()

    store = opened(after)
    assert (await store.paused_by(), store.came_from_elsewhere) == (frozenset(), False)
    store.close()
