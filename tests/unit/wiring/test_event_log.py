"""The log in a report says what went wrong, once per change, and contains nobody's texts."""

import logging

import pytest
from fakes.ui_values import a_job

from vidu_desktop.domain.job import JobState, Trouble
from vidu_desktop.engine.events import JobChanged, JobsRemoved, ServiceLost, ServiceReached
from vidu_desktop.errors import Sentence
from vidu_desktop.wiring.event_log import EventLog

LOST = Trouble(code="answer-lost", sentence=Sentence("No answer came."), service_words="the fox is private")


@pytest.fixture
def said(caplog):
    caplog.set_level(logging.INFO, "vidu_desktop.wiring.event_log")
    return lambda: [record.getMessage() for record in caplog.records]


def test_a_trouble_is_written_once_and_its_end_too(said):
    log = EventLog()
    for trouble in (None, LOST, LOST, None):
        log.on_event(JobChanged(a_job("a", JobState.UNKNOWN, "a private fox", trouble=trouble)))
    assert said() == ["job a is UNKNOWN: answer-lost", "job a is UNKNOWN again"]


def test_a_job_that_is_gone_is_forgotten(said):
    log = EventLog()
    log.on_event(JobChanged(a_job("a", JobState.UNKNOWN, trouble=LOST)))
    log.on_event(JobsRemoved(("a",)))
    log.on_event(JobChanged(a_job("a", JobState.UNKNOWN, trouble=None)))
    assert len(said()) == 1


def test_a_service_that_is_lost_and_found_is_named(said):
    log = EventLog()
    log.on_event(ServiceLost(LOST, "https://api.example"))
    log.on_event(ServiceReached("https://api.example"))
    assert said() == ["https://api.example is lost: answer-lost", "https://api.example is reached"]
