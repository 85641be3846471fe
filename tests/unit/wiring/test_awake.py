"""The machine is kept awake only while jobs are under way."""

import pytest
from fakes.ui_values import a_job

from vidu_desktop.domain.job import JobState
from vidu_desktop.engine.events import JobAdded, JobChanged, JobsAdded, JobsRemoved
from vidu_desktop.wiring.awake import UNDER_WAY, AwakeWhileWorking


class Machine:
    """Records what it is asked to do."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def hold(self) -> None:
        self.asked.append("hold")

    def release(self) -> None:
        self.asked.append("release")


@pytest.fixture
def machine():
    return Machine()


@pytest.fixture
def awake(machine):
    return AwakeWhileWorking(machine)


@pytest.mark.parametrize("state", sorted(set(JobState) - UNDER_WAY))
def test_what_waits_is_lost_or_has_ended_keeps_nobody_awake(awake, machine, state):
    awake.on_event(JobAdded(a_job("a", state)))
    assert machine.asked == []


def test_from_the_first_order_under_way_to_the_end_of_the_last(awake, machine):
    awake.on_event(JobsAdded((a_job("a", JobState.READY), a_job("b", JobState.READY))))
    awake.on_event(JobChanged(a_job("a", JobState.SENDING)))
    awake.on_event(JobChanged(a_job("b", JobState.WAITING)))
    awake.on_event(JobChanged(a_job("a", JobState.STORED)))
    assert machine.asked == ["hold"]
    awake.on_event(JobChanged(a_job("b", JobState.FAILED)))
    assert machine.asked == ["hold", "release"]


def test_what_an_earlier_run_has_begun_counts_too(awake, machine):
    awake.begin([a_job("a", JobState.WAITING)])
    awake.on_event(JobsRemoved(("a",)))
    assert machine.asked == ["hold", "release"]
