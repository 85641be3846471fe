"""What was accepted is still there after a restart; what is over is cleared; a ticket is taken for ever."""

import json
from pathlib import Path

import pytest

from vidu_desktop.domain.modes import FrameSize, Mode
from vidu_desktop.rehearsal.folders import COVER_NAME, PART, VIDEO_NAME
from vidu_desktop.rehearsal.refusals import Refusal
from vidu_desktop.rehearsal.render_order import TakenOrder
from vidu_desktop.rehearsal.task_store import Task, TaskBook, TaskState

DAY_S = 86_400.0


class Time:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


def opened(tmp_path: Path, time: Time, concurrency: int = 5) -> tuple[TaskBook, list[Task]]:
    book = TaskBook(tmp_path, concurrency=concurrency, keep_s=DAY_S, now=time)
    return book, book.open()


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


def accepted(book: TaskBook, request_id: str | None = None) -> Task:
    staging = book.staging_dir()
    (staging / "picture-0").write_bytes(b"picture")
    return book.accept(order(request_id), staging)


def rendered(book: TaskBook, task: Task) -> None:
    for name in (VIDEO_NAME, COVER_NAME):
        (book.folder(task.task_id) / name).write_bytes(b"whole")
    book.finished(task.task_id, None)


def refused_code(book: TaskBook, request_id: str | None = None) -> str:
    with pytest.raises(Refusal) as refusal:
        accepted(book, request_id)
    return refusal.value.code


def test_an_accepted_task_is_on_disk_with_its_pictures(tmp_path: Path, time: Time) -> None:
    book, _ = opened(tmp_path, time)
    task = accepted(book, "ticket")

    assert (book.folder(task.task_id) / "picture-0").read_bytes() == b"picture"
    again, unfinished = opened(tmp_path, time)
    assert unfinished == [task]
    assert again.get(task.task_id) == task


def test_a_ticket_is_minted_for_who_sends_none(tmp_path: Path, time: Time) -> None:
    book, _ = opened(tmp_path, time)

    assert len({accepted(book).request_id for _ in range(3)} - {""}) == 3


def test_a_ticket_is_taken_once_also_after_a_restart_and_after_its_day(tmp_path: Path, time: Time) -> None:
    book, _ = opened(tmp_path, time)
    rendered(book, accepted(book, "ticket"))
    assert refused_code(book, "ticket") == "1231"

    time.now += 2 * DAY_S
    for _ in range(2):
        book, _ = opened(tmp_path, time)
        assert refused_code(book, "ticket") == "1231"
    assert accepted(book, "another ticket")


def test_one_task_more_than_allowed_is_refused_until_one_has_ended(tmp_path: Path, time: Time) -> None:
    book, _ = opened(tmp_path, time, concurrency=2)
    first = accepted(book, "first")
    accepted(book)
    assert refused_code(book) == "1302"
    assert refused_code(book, "first") == "1231"  # that it was taken is the better news

    book.finished(first.task_id, {"code": "1230", "message": "broken"})

    assert accepted(book)


def test_a_refused_ticket_is_still_free(tmp_path: Path, time: Time) -> None:
    book, _ = opened(tmp_path, time, concurrency=1)
    first = accepted(book)
    assert refused_code(book, "ticket") == "1302"

    rendered(book, first)

    assert accepted(book, "ticket")


def test_a_finished_task_is_not_rendered_again(tmp_path: Path, time: Time) -> None:
    book, _ = opened(tmp_path, time)
    done, failed = accepted(book), accepted(book)
    rendered(book, done)
    book.finished(failed.task_id, {"code": "1230", "message": "broken"})

    again, unfinished = opened(tmp_path, time)

    assert unfinished == []
    for task, state in ((done, TaskState.SUCCESS), (failed, TaskState.FAIL)):
        found = again.get(task.task_id)
        assert found is not None
        assert found.state is state


def test_a_task_whose_video_is_gone_is_rendered_again(tmp_path: Path, time: Time) -> None:
    book, _ = opened(tmp_path, time)
    task = accepted(book)
    rendered(book, task)
    (book.folder(task.task_id) / VIDEO_NAME).unlink()

    assert [one.task_id for one in opened(tmp_path, time)[1]] == [task.task_id]


def test_what_a_killed_program_left_half_done_is_cleared(tmp_path: Path, time: Time) -> None:
    book, _ = opened(tmp_path, time)
    task = accepted(book)
    half = book.folder(task.task_id) / (VIDEO_NAME + PART)
    half.write_bytes(b"half")
    (book.staging_dir() / "picture-0").write_bytes(b"half")

    opened(tmp_path, time)

    assert not half.exists()
    assert list((tmp_path / "incoming").iterdir()) == []


@pytest.mark.parametrize("record", [b"", b"{}", b"[]", b"null", b"\xff", b'{"task_id": 1}'])
def test_a_torn_record_is_cleared_away_and_the_others_are_kept(
    tmp_path: Path, time: Time, record: bytes
) -> None:
    book, _ = opened(tmp_path, time)
    torn, whole = accepted(book), accepted(book)
    (book.folder(torn.task_id) / "task.json").write_bytes(record)

    again, unfinished = opened(tmp_path, time)

    assert unfinished == [whole]
    assert again.get(torn.task_id) is None


def test_after_its_day_a_task_is_forgotten_and_its_files_are_gone(tmp_path: Path, time: Time) -> None:
    book, _ = opened(tmp_path, time)
    task, running = accepted(book), accepted(book)
    rendered(book, task)

    time.now += DAY_S - 1
    book.forget_old()
    assert book.get(task.task_id) is not None
    assert (book.folder(task.task_id) / VIDEO_NAME).exists()

    time.now += 1
    assert book.get(task.task_id) is None
    book.forget_old()
    assert [path.name for path in book.folder(task.task_id).iterdir()] == ["task.json"]
    assert book.get(running.task_id) is not None


def test_the_record_is_plain_json(tmp_path: Path, time: Time) -> None:
    book, _ = opened(tmp_path, time)
    task = accepted(book, "ticket")

    record = json.loads((book.folder(task.task_id) / "task.json").read_text("utf-8"))

    assert (record["request_id"], record["order"]["prompt"]) == ("ticket", "海")


def test_half_a_surrogate_pair_in_a_prompt_lives_through_a_restart(tmp_path: Path, time: Time) -> None:
    book, _ = opened(tmp_path, time)
    staging = book.staging_dir()
    (staging / "picture-0").write_bytes(b"picture")
    book.accept(order(prompt="\ud83d"), staging)

    _, (again,) = opened(tmp_path, time)

    assert again.order.prompt == "\ud83d"
