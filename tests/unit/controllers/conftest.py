"""What stands in `fakes/window_fixtures.py`, for this folder."""

from fakes.announced import announced
from fakes.window_fixtures import desk, drop, look, one_look, widgets_are_gone_before_the_next_test

__all__ = ["announced", "desk", "drop", "look", "one_look", "widgets_are_gone_before_the_next_test"]
