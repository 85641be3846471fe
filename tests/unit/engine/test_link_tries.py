"""When a download waits, and when its task is asked for another link."""

import pytest

from vidu_desktop.engine.link_tries import FAILURES_BEFORE_ASKING, LATE_TRIES_S, LinkTries


def test_a_first_try_waits_for_nothing():
    assert LinkTries().rests == 0


def test_a_link_that_can_never_work_is_given_up_at_once_and_the_task_asked_without_a_wait():
    tries = LinkTries()
    tries.failed(of_link=True, at_once=True)
    assert tries.asks
    assert tries.rests == 0


def test_the_second_wrong_link_in_a_row_waits():
    tries = LinkTries()
    for _ in range(2):
        tries.failed(of_link=True, at_once=True)
        tries.ask()
    assert tries.rests == 2


def test_a_link_is_tried_again_after_a_wait_until_it_failed_too_often():
    tries = LinkTries()
    for failure in range(1, FAILURES_BEFORE_ASKING):
        tries.failed(of_link=True)
        assert not tries.asks
        assert tries.rests == failure
    tries.failed(of_link=True)
    assert tries.asks
    assert tries.rests == FAILURES_BEFORE_ASKING


def test_what_isnt_the_links_fault_never_asks_for_another():
    tries = LinkTries()
    for _ in range(FAILURES_BEFORE_ASKING + 3):
        tries.failed(of_link=False)
    assert not tries.asks
    assert tries.rests == FAILURES_BEFORE_ASKING + 3


def test_a_link_that_gets_further_each_time_works_and_one_that_stands_still_does_not():
    tries = LinkTries()
    for done_bytes in range(1, 10):
        tries.note_bytes(done_bytes)
        tries.failed(of_link=True)
        assert not tries.asks
    for _ in range(FAILURES_BEFORE_ASKING - 1):
        tries.note_bytes(9)
        tries.failed(of_link=True)
    assert tries.asks


def test_a_first_byte_is_further_than_none():
    tries = LinkTries()
    tries.failed(of_link=True)
    tries.note_bytes(1)
    tries.failed(of_link=True)
    assert not tries.asks


def test_another_link_begins_anew():
    tries = LinkTries()
    for _ in range(FAILURES_BEFORE_ASKING):
        tries.failed(of_link=True)
    tries.ask()
    assert not tries.asks
    tries.failed(of_link=True)
    assert not tries.asks


def test_links_that_are_spent_at_once_make_the_next_one_wait():
    tries = LinkTries(spent=2)
    tries.failed(of_link=True)
    assert tries.rests == 3


@pytest.mark.parametrize("at_once", [False, True])
def test_a_net_that_is_back_forgives_every_link_but_a_forbidden_one(at_once):
    tries = LinkTries()
    for _ in range(FAILURES_BEFORE_ASKING):
        tries.failed(of_link=True, at_once=at_once)
    tries.forgive()
    assert tries.asks is at_once


def test_after_its_day_links_may_fail_for_an_hour_from_the_first_on():
    tries = LinkTries()
    assert not tries.too_late(5000.0)
    assert not tries.too_late(5000.0 + LATE_TRIES_S - 1)
    assert tries.too_late(5000.0 + LATE_TRIES_S)
