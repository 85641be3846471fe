"""What stands in `fakes/window_fixtures.py`, for this folder; and every dialog that a test leaves open is heard."""

from collections.abc import Generator

import pytest
from fakes.announced import announced
from fakes.heard import marked_up, unnamed
from fakes.window_fixtures import desk, drop, look, one_look, widgets_are_gone_before_the_next_test
from PySide6.QtWidgets import QApplication, QDialog

__all__ = ["announced", "desk", "drop", "look", "one_look", "widgets_are_gone_before_the_next_test"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Whatever a test opened, in whatever state it left it: all of it has a name, and no markup is read aloud."""
    yield
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QDialog) and type(top).__module__.startswith("vidu_desktop") and top.isVisible():
            assert unnamed(top) == [], f"without a name in {type(top).__name__}"
            assert marked_up(top) == [], f"markup in {type(top).__name__}"
