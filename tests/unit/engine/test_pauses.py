"""The reason that holds the queue is shown once, and the gravest one first."""

import asyncio

import pytest
from fakes.kept_things import a_job
from fakes.virtual_time import with_virtual_time

from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.job import Trouble
from vidu_desktop.engine.events import Event, EventBus, PaidWorkPaused, PaidWorkResumed
from vidu_desktop.engine.pauses import PauseReason, Pauses
from vidu_desktop.errors import Sentence

FIRST, *_, LAST = PauseReason


def some_trouble(code: str) -> Trouble:
    return Trouble(code=code, sentence=Sentence("A made-up trouble."))


def listened() -> tuple[Pauses, list[Event]]:
    bus, heard = EventBus(), []
    bus.subscribe(heard.append)
    return Pauses(bus), heard


def test_the_same_trouble_is_said_once_however_often_it_is_met():
    pauses, heard = listened()
    for _ in range(3):
        pauses.pause(PauseReason.DISK, some_trouble("full"))
    assert heard == [PaidWorkPaused(some_trouble("full"))]
    pauses.pause(PauseReason.DISK, some_trouble("gone"))
    assert heard[1:] == [PaidWorkPaused(some_trouble("gone"))]


def test_of_two_reasons_the_graver_is_shown_and_the_other_one_once_it_has_gone():
    pauses, heard = listened()
    pauses.pause(FIRST, some_trouble("grave"))
    pauses.pause(LAST, some_trouble("small"))
    assert heard == [PaidWorkPaused(some_trouble("grave"))]
    pauses.clear(FIRST)
    pauses.clear(FIRST)
    assert heard[1:] == [PaidWorkPaused(some_trouble("small"))]
    pauses.clear(LAST)
    pauses.clear(LAST)
    assert heard[2:] == [PaidWorkResumed()]
    assert not pauses.holds_back(a_job())


def test_a_quiet_hold_holds_and_says_nothing_until_it_is_on_the_disk():
    pauses, heard = listened()
    pauses.hold_quietly(PauseReason.PERSON, some_trouble("paused"))
    assert pauses.holds_back(a_job())
    assert pauses.holds_back(a_job(rehearsal=True))
    assert pauses.held_by(PauseReason.PERSON) == some_trouble("paused")
    assert heard == []
    pauses.pause(PauseReason.PERSON, some_trouble("paused"))
    pauses.clear(PauseReason.PERSON)
    assert pauses.held_by(PauseReason.PERSON) is None
    assert heard == [PaidWorkPaused(some_trouble("paused")), PaidWorkResumed()]


def test_a_quiet_hold_that_is_taken_back_leaves_nothing_and_was_never_said():
    pauses, heard = listened()
    pauses.hold_quietly(PauseReason.PERSON, some_trouble("paused"))
    pauses.clear(PauseReason.PERSON)
    assert not pauses.holds_back(a_job())
    assert heard == []


def test_who_needs_the_key_waits_until_it_is_no_longer_in_doubt():
    async def story():
        pauses, _ = listened()
        await pauses.key_usable(Door.ZAI)
        pauses.pause(PauseReason.KEY, some_trouble("key"), Door.ZAI)
        pauses.clear(PauseReason.DISK)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(pauses.key_usable(Door.ZAI), 3600)
        await asyncio.wait_for(pauses.key_usable(Door.BIGMODEL), 1)
        asyncio.get_running_loop().call_soon(pauses.clear, PauseReason.KEY)
        await asyncio.wait_for(pauses.key_usable(Door.ZAI), 1)

    with_virtual_time(story)


def test_what_is_wrong_with_the_account_holds_no_rehearsal():
    pauses, _ = listened()
    for reason in (PauseReason.KEY, PauseReason.ACCOUNT, PauseReason.BUDGET):
        pauses.pause(reason, some_trouble(reason))
    assert pauses.holds_back(a_job())
    assert not pauses.holds_back(a_job(rehearsal=True))


def test_when_what_is_shown_ends_the_next_reason_is_said_and_what_stood_behind_ends_in_silence():
    pauses, heard = listened()
    pauses.pause(PauseReason.KEY, some_trouble("key"))
    pauses.pause(PauseReason.DISK, some_trouble("full"))
    pauses.clear(PauseReason.DISK)
    assert heard == [PaidWorkPaused(some_trouble("key"))]
    pauses.pause(PauseReason.DISK, some_trouble("full"))
    pauses.clear(PauseReason.KEY)
    assert heard[1:] == [PaidWorkPaused(some_trouble("full"))]
    pauses.clear(PauseReason.DISK)
    assert heard[2:] == [PaidWorkResumed()]
