"""PySide6 6.12.0 on Python 3.10 and 3.11 loses a reference to None with every call that returns nothing, and the program dies
after some thousand calls ("none_dealloc"). The version limits in pyproject.toml keep that release out.
"""

import ctypes
import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

VOID_CALLS = 20_000
NOISE = 200
"""How many references to None may come and go by themselves (caches, the test runner)."""


def references_lost(action: Callable[[], object], times: int) -> int:
    before = sys.getrefcount(None)
    for _ in range(times):
        action()
    return before - sys.getrefcount(None)


def test_a_void_call_into_qt_costs_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)

    lost = references_lost(label.update, VOID_CALLS)

    assert abs(lost) < NOISE


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_lost_reference_would_be_seen() -> None:
    none = ctypes.py_object(None)
    lose, give_back = ctypes.pythonapi.Py_DecRef, ctypes.pythonapi.Py_IncRef

    lost = references_lost(lambda: lose(none), 2 * NOISE)
    for _ in range(2 * NOISE):
        give_back(none)

    assert lost > NOISE
