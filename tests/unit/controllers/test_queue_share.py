"""What the title counts: everything that was ordered since the queue was last idle."""

from fakes.kept_things import a_job

from vidu_desktop.controllers.queue_share import QueueShare
from vidu_desktop.domain.job import JobState

S = JobState


def share_of(share: QueueShare) -> tuple[int, int]:
    return share.done, share.total


def test_done_and_total_count_what_is_under_way_and_begin_anew_after_the_last() -> None:
    share = QueueShare()
    share.put([a_job("old", S.STORED)])
    assert share_of(share) == (0, 0)

    share.put([a_job("a", S.DRAFT), a_job("b", S.DRAFT)])
    share.put([a_job("a", S.WAITING)])
    assert share_of(share) == (0, 2)
    share.put([a_job("a", S.STORED)])
    share.put([a_job("a", S.STORED)])
    assert share_of(share) == (1, 2)
    share.put([a_job("c", S.READY)])
    assert share_of(share) == (1, 3)

    share.put([a_job("b", S.FAILED)])
    share.put([a_job("c", S.CANCELLED)])
    assert share_of(share) == (0, 0)


def test_what_is_taken_off_before_it_left_is_neither_done_nor_to_do() -> None:
    share = QueueShare()
    share.put([a_job(name, S.READY) for name in "abc"])
    share.put([a_job("a", S.CANCELLED, task_id=None)])

    assert share_of(share) == (0, 2)


def test_a_lost_answer_isnt_done() -> None:
    share = QueueShare()
    share.put([a_job("a", S.UNKNOWN)])

    assert share_of(share) == (0, 1)
