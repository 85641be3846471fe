"""Records what would be announced to a screen reader."""

from types import SimpleNamespace

import pytest

from vidu_desktop.ui.widgets import spoken


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The announcements, in the order in which they were made."""
    words: list[str] = []
    ear = SimpleNamespace(updateAccessibility=lambda event: words.append(event.message()))
    monkeypatch.setattr(spoken, "QAccessible", ear)
    return words
