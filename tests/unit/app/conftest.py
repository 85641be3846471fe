"""The fixtures of `fakes/window_fixtures.py` for this folder."""

from fakes.window_fixtures import desk, drop, look, one_look, widgets_are_gone_before_the_next_test

__all__ = ["desk", "drop", "look", "one_look", "widgets_are_gone_before_the_next_test"]
