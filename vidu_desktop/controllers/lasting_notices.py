"""Messages that stay in the notice line until they are over or pressed, and their priority."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from vidu_desktop.ui.widgets.notice_line import NoticeKind


class NoticePlace(IntEnum):
    """Each kind of lasting message has a place; of the places that are taken, the one with the lowest number is shown."""

    START = 0
    PAUSE = 1
    LIBRARY = 2
    DISK = 3
    OUTAGE = 4
    TOLD = 5
    NEXT_STEP = 6


@dataclass(frozen=True, slots=True)
class LastingNotice:
    """A message, and the button that helps."""

    text: str
    kind: NoticeKind
    button: str  # empty without a button
    act: Callable[[], object] | None
