"""Checks windows as a screen reader sees them: controls without a name, and texts that contain markup."""

import re
from collections.abc import Generator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollBar, QSplitterHandle, QWidget

_MARKUP = re.compile(r"<\w+[^>]*>|</\w+>|&\w+;")


def controls(top: QWidget) -> list[QWidget]:
    """Return the widgets that a person can focus or press."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
        and not isinstance(widget, QScrollBar | QSplitterHandle)
        and (isinstance(widget, QAbstractButton) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


def name_of(widget: QWidget) -> str:
    return _text_of(widget, QAccessible.Text.Name)


def unnamed(top: QWidget) -> list[str]:
    found = [widget for widget in controls(top) if not name_of(widget).strip()]
    return [f"{type(widget).__name__} in {type(widget.parent()).__name__}" for widget in found]


def marked_up(top: QWidget) -> list[str]:
    """Return the names and descriptions that would be read aloud with their tags."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description)
    return [
        f"{type(widget).__name__}: {words}"
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
        for kind in kinds
        if _MARKUP.search(words := _text_of(widget, kind))
    ]


def _text_of(widget: QWidget, kind: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(kind)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None]:
    """After each test, check every dialog that it left open, in whatever state: all controls have names, and no markup is
    read aloud.

    For the `conftest.py` of a folder whose tests open dialogs.
    """
    yield
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QDialog) and type(top).__module__.startswith("vidu_desktop") and top.isVisible():
            assert unnamed(top) == [], f"without a name in {type(top).__name__}"
            assert marked_up(top) == [], f"markup in {type(top).__name__}"
