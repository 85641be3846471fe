"""Accepted tasks are still there after a restart, old ones are cleared, and a request id is taken for ever."""

import json
import os
from pathlib import Path

import pytest

from vidu_desktop.domain.modes import FrameSize, Mode
from vidu_desktop.rehearsal.folders import COVER_NAME, PART, VIDEO_NAME
from vidu_desktop.rehearsal.refusals import Refusal
from vidu_desktop.rehearsal.render_order import TakenOrder
from vidu_desktop.rehearsal.task_store import AcceptedTask, TaskState, TaskStore

DAY_S = 86_400.0


class Time:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


def opened(tmp_path: Path, time: Time, concurrency: int = 5) -> tuple[TaskStore, list[AcceptedTask]]:
    store = TaskStore(tmp_path, concurrency=concurrency, keep_s=DAY_S, now=time)
    return store, store.open()


def order(request_id: str | None = None, prompt: str = "海") -> TakenOrder:
    return TakenOrder(
        model="vidu2-image",
        mode=Mode.IMAGE,
        prompt=prompt,
        frame=FrameSize(720, 480),
        options={"duration": 4, "size": "720x480", "movement": "auto", "audio": False},
        picture_names=("picture-0",),
        request_id=request_id,
    )


def accepted(store: TaskStore, request_id: str | None = None) -> AcceptedTask:
    staging = store.staging_dir()
    (staging / "picture-0").write_bytes(b"picture")
    return store.accept(order(request_id), staging)


def rendered(store: TaskStore, task: AcceptedTask) -> None:
    for name in (VIDEO_NAME, COVER_NAME):
        (store.folder(task.task_id) / name).write_bytes(b"whole")
    store.finished(task.task_id, None)


def refused_code(store: TaskStore, request_id: str | None = None) -> str:
    with pytest.raises(Refusal) as refusal:
        accepted(store, request_id)
    return refusal.value.code


def test_an_accepted_task_is_on_disk_with_its_pictures(tmp_path: Path, time: Time) -> None:
    store, _ = opened(tmp_path, time)
    task = accepted(store, "ticket")

    assert (store.folder(task.task_id) / "picture-0").read_bytes() == b"picture"
    again, unfinished = opened(tmp_path, time)
    assert unfinished == [task]
    assert again.get(task.task_id) == task


def test_a_ticket_is_minted_for_who_sends_none(tmp_path: Path, time: Time) -> None:
    store, _ = opened(tmp_path, time)

    assert len({accepted(store).request_id for _ in range(3)} - {""}) == 3


def test_a_ticket_is_taken_once_also_after_a_restart_and_after_its_day(tmp_path: Path, time: Time) -> None:
    store, _ = opened(tmp_path, time)
    rendered(store, accepted(store, "ticket"))
    assert refused_code(store, "ticket") == "1231"

    time.now += 2 * DAY_S
    for _ in range(2):
        store, _ = opened(tmp_path, time)
        assert refused_code(store, "ticket") == "1231"
    assert accepted(store, "another ticket")


def test_who_lost_the_answer_finds_the_task_by_its_own_ticket_also_after_a_restart(
    tmp_path: Path, time: Time
) -> None:
    store, _ = opened(tmp_path, time)
    task = accepted(store, "ticket")

    assert store.get("ticket") == task
    again, _ = opened(tmp_path, time)
    assert again.get("ticket") == task
    assert again.get("another ticket") is None


def test_one_task_more_than_allowed_is_refused_until_one_has_ended(tmp_path: Path, time: Time) -> None:
    store, _ = opened(tmp_path, time, concurrency=2)
    first = accepted(store, "first")
    accepted(store)
    assert refused_code(store) == "1302"
    assert refused_code(store, "first") == "1231"  # that the id is taken is reported first

    store.finished(first.task_id, {"code": "1230", "message": "broken"})

    assert accepted(store)


def test_a_refused_ticket_is_still_free(tmp_path: Path, time: Time) -> None:
    store, _ = opened(tmp_path, time, concurrency=1)
    first = accepted(store)
    assert refused_code(store, "ticket") == "1302"

    rendered(store, first)

    assert accepted(store, "ticket")


def test_a_finished_task_is_not_rendered_again(tmp_path: Path, time: Time) -> None:
    store, _ = opened(tmp_path, time)
    done, failed = accepted(store), accepted(store)
    rendered(store, done)
    store.finished(failed.task_id, {"code": "1230", "message": "broken"})

    again, unfinished = opened(tmp_path, time)

    assert unfinished == []
    for task, state in ((done, TaskState.SUCCESS), (failed, TaskState.FAIL)):
        found = again.get(task.task_id)
        assert found is not None
        assert found.state is state


def test_a_task_whose_video_is_gone_is_rendered_again(tmp_path: Path, time: Time) -> None:
    store, _ = opened(tmp_path, time)
    task = accepted(store)
    rendered(store, task)
    (store.folder(task.task_id) / VIDEO_NAME).unlink()

    assert [one.task_id for one in opened(tmp_path, time)[1]] == [task.task_id]


def test_what_a_killed_program_left_half_done_is_cleared(tmp_path: Path, time: Time) -> None:
    store, _ = opened(tmp_path, time)
    task = accepted(store)
    half = store.folder(task.task_id) / (VIDEO_NAME + PART)
    half.write_bytes(b"half")
    (store.staging_dir() / "picture-0").write_bytes(b"half")

    opened(tmp_path, time)

    assert not half.exists()
    assert list((tmp_path / "incoming").iterdir()) == []


@pytest.mark.parametrize("record", [b"", b"{}", b"[]", b"null", b"\xff", b'{"task_id": 1}'])
def test_a_torn_record_is_cleared_away_and_the_others_are_kept(
    tmp_path: Path, time: Time, record: bytes
) -> None:
    store, _ = opened(tmp_path, time)
    torn, whole = accepted(store), accepted(store)
    (store.folder(torn.task_id) / "task.json").write_bytes(record)

    again, unfinished = opened(tmp_path, time)

    assert unfinished == [whole]
    assert again.get(torn.task_id) is None


def test_a_record_that_is_no_file_is_cleared_away_and_the_others_are_kept(tmp_path: Path, time: Time) -> None:
    store, _ = opened(tmp_path, time)
    odd = [accepted(store) for _ in range(4)]
    whole = accepted(store)
    for task in odd:
        (store.folder(task.task_id) / "task.json").unlink()
    os.mkfifo(store.folder(odd[0].task_id) / "task.json")
    (store.folder(odd[1].task_id) / "task.json").symlink_to("/dev/zero")
    (store.folder(odd[2].task_id) / "task.json").mkdir()
    with (store.folder(odd[3].task_id) / "task.json").open("wb") as endless:
        endless.truncate(1 << 42)
    os.mkfifo(tmp_path / "tasks" / "pipe")
    (tmp_path / "incoming").rmdir()
    os.mkfifo(tmp_path / "incoming")

    again, unfinished = opened(tmp_path, time)

    assert unfinished == [whole]
    assert [again.get(task.task_id) for task in odd] == [None] * 4


def test_after_its_day_a_task_is_forgotten_and_its_files_are_gone(tmp_path: Path, time: Time) -> None:
    store, _ = opened(tmp_path, time)
    task, running = accepted(store), accepted(store)
    rendered(store, task)

    time.now += DAY_S - 1
    store.forget_old()
    assert store.get(task.task_id) is not None
    assert (store.folder(task.task_id) / VIDEO_NAME).exists()

    time.now += 1
    assert store.get(task.task_id) is None
    store.forget_old()
    assert [path.name for path in store.folder(task.task_id).iterdir()] == ["task.json"]
    assert store.get(running.task_id) is not None


def test_the_record_is_plain_json(tmp_path: Path, time: Time) -> None:
    store, _ = opened(tmp_path, time)
    task = accepted(store, "ticket")

    record = json.loads((store.folder(task.task_id) / "task.json").read_text("utf-8"))

    assert (record["request_id"], record["order"]["prompt"]) == ("ticket", "海")


def test_half_a_surrogate_pair_in_a_prompt_lives_through_a_restart(tmp_path: Path, time: Time) -> None:
    store, _ = opened(tmp_path, time)
    staging = store.staging_dir()
    (staging / "picture-0").write_bytes(b"picture")
    store.accept(order(prompt="\ud83d"), staging)

    _, (again,) = opened(tmp_path, time)

    assert again.order.prompt == "\ud83d"
