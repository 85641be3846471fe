"""The fixtures of `fakes/window_fixtures.py` for this folder; also notes every dialog that a test leaves open."""

from fakes.announced import announced
from fakes.heard import pytest_runtest_call
from fakes.window_fixtures import desk, drop, look, one_look, widgets_are_gone_before_the_next_test

__all__ = [
    "announced",
    "desk",
    "drop",
    "look",
    "one_look",
    "pytest_runtest_call",
    "widgets_are_gone_before_the_next_test",
]
