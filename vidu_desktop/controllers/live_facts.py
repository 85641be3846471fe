"""What changes while a batch is open in its dialog."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from vidu_desktop.controllers.batch_content import SecondsOf
from vidu_desktop.controllers.batch_news import UnderWay


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveFacts:
    """Each function is called at each use: the time, whether there is a key, how long videos take, the free disk space in bytes
    (None: not known), and which batches are under way.
    """

    now: Callable[[], datetime]
    has_key: Callable[[], bool]
    seconds_of: SecondsOf = lambda _kinds, **_: 0.0
    free_bytes: Callable[[], int] | None = None
    under_way: UnderWay = tuple
