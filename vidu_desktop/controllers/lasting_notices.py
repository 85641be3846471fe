"""What stays in the line at the foot of the window until it is over or pressed, and which of it goes first."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from vidu_desktop.ui.widgets.notice_line import NoticeKind


class NoticePlace(IntEnum):
    """What lasts has a place each; the first that is taken is shown."""

    START = 0
    PAUSE = 1
    LIBRARY = 2
    DISK = 3
    OUTAGE = 4
    TOLD = 5
    NEXT_STEP = 6


@dataclass(frozen=True, slots=True)
class LastingNotice:
    """What is said, and the button that helps."""

    text: str
    kind: NoticeKind
    button: str  # empty: there is nothing to press
    act: Callable[[], object] | None
