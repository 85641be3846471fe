"""What a screen reader would have said of itself."""

from types import SimpleNamespace

import pytest

from vidu_desktop.ui.widgets import spoken


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Announcements in the order in which they are made."""
    words: list[str] = []
    ear = SimpleNamespace(updateAccessibility=lambda event: words.append(event.message()))
    monkeypatch.setattr(spoken, "QAccessible", ear)
    return words
