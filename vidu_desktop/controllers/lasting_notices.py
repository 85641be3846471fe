"""Messages that stay in the notice line until they are over or pressed, and their priority."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from vidu_desktop.ui.widgets.notice_line import NoticeKind


class NoticePlace(IntEnum):
    """Each kind of lasting message has a place; of the places that are taken, the one with the lowest number is shown."""

    START = 0
    AWAY = 1
    """The library isn't there, which also holds orders back."""
    PAUSE = 2
    LIBRARY = 3
    DISK = 4
    OUTAGE = 5
    TOLD = 6
    NEXT_STEP = 7


@dataclass(frozen=True, slots=True)
class LastingNotice:
    """A message, and the button that helps."""

    text: str
    kind: NoticeKind
    button: str  # empty without a button
    act: Callable[[], object] | None
