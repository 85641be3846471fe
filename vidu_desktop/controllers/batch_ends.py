"""What a person must know of a batch that hands nothing more over."""

from collections.abc import Callable

from vidu_desktop.batch.running import Held, Running
from vidu_desktop.controllers.notices import Notices
from vidu_desktop.domain.batch import Deed
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence


class BatchEnds:
    """Says why a batch waits, or what comes after its sample; when all of it was ordered, the queue says what becomes of it."""

    def __init__(self, notices: Notices) -> None:
        self._notices = notices
        self._samples: dict[str, tuple[int, Callable[[], object]]] = {}

    def expect_sample(self, batch_id: str, videos: int, go_on: Callable[[], object]) -> None:
        """Know that so many videos of a batch are made first, to be looked at; `go_on` opens the batch again."""
        self._samples[batch_id] = videos, go_on

    def say(self, running: Running, deed: Deed) -> None:
        """Say what a person must know of a batch that has come to its end for now."""
        batch, name = running.batch, running.batch.name
        sample = self._samples.pop(batch.batch_id, None)
        if deed is Deed.STOPPED:
            if batch.watch is not None:
                self._notices.say(Sentence(_WATCH_STOPPED, {"name": name}))
            else:
                self._notices.say(counted(_STOPPED, len(running.queue), name=name))
            return
        if Held.TAKEN_OVER in running.held.values():
            self._notices.say(Sentence(_TAKEN_OVER, {"name": name}))
            return
        held = [why for why in running.held.values() if why is not Held.TAKEN_OFF]
        if held:
            words = _AT_BUDGET if all(why is Held.BUDGET for why in held) else _WAITS
            self._notices.say(counted(words, len(held), name=name))
        elif sample is not None:
            videos, go_on = sample
            words = _REHEARSED if batch.rehearsal else _TRIED
            self._notices.offer(counted(words, videos, name=name), Sentence(_GO_ON), go_on)


_TRIED = (
    QT_TRANSLATE_NOOP(
        "batch",
        "1 video of the batch “{name}” is made first: look at it when it is here, then go on. Nothing else was sent.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "{count} videos of the batch “{name}” are made first: look at them when they are here, then go on. Nothing else was sent.",
    ),
)
_REHEARSED = (
    QT_TRANSLATE_NOOP(
        "batch",
        "1 video of the batch “{name}” is rehearsed: look at it when it is here, then go on. Nothing was sent.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "{count} videos of the batch “{name}” are rehearsed: look at them when they are here, then go on. Nothing was sent.",
    ),
)
_GO_ON = QT_TRANSLATE_NOOP("batch", "Open the batch")
_WATCH_STOPPED = QT_TRANSLATE_NOOP(
    "batch",
    "The folder “{name}” isn't watched for now: too many of the last ten videos ended the same way; the queue says why. "
    "File > Batch > Watched folders goes on.",
)
_STOPPED = (
    QT_TRANSLATE_NOOP(
        "batch",
        "The batch “{name}” has stopped by itself: too many of the last ten ended the same way; their rows in the "
        "queue say why. 1 video waits, nothing is lost. Open its sheet again to go on.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "The batch “{name}” has stopped by itself: too many of the last ten ended the same way; their rows in the "
        "queue say why. {count} videos wait, nothing is lost. Open its sheet again to go on.",
    ),
)
_TAKEN_OVER = QT_TRANSLATE_NOOP(
    "batch",
    "Another computer has gone on with “{name}” since it began here, so nothing more of it is ordered here and nothing is "
    "paid twice. Open it again to go on here.",
)
_AT_BUDGET = (
    QT_TRANSLATE_NOOP(
        "batch",
        "The budget of the batch “{name}” is used; 1 video waits. Open its sheet again to go on with another one.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "The budget of the batch “{name}” is used; {count} videos wait. Open its sheet again to go on with another "
        "one.",
    ),
)
_WAITS = (
    QT_TRANSLATE_NOOP(
        "batch",
        "1 video of the batch “{name}” waits: a picture or a price isn't what you approved, or it was ordered on "
        "another computer. Open its sheet again to see which.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "{count} videos of the batch “{name}” wait: a picture or a price isn't what you approved, or they were ordered "
        "on another computer. Open its sheet again to see which.",
    ),
)
