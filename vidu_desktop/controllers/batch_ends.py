"""What a person must know of a batch that hands nothing more over."""

from vidu_desktop.batch.running import Held, Running
from vidu_desktop.controllers.notices import Notices
from vidu_desktop.domain.batch import Deed
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence


def say_end(notices: Notices, running: Running, deed: Deed) -> None:
    """Say why a batch waits; when all of it was ordered, the queue says what becomes of it."""
    name = running.batch.name
    if deed is Deed.STOPPED and running.batch.watch is not None:
        notices.say(Sentence(_WATCH_STOPPED, {"name": name}))
        return
    if deed is Deed.STOPPED:
        notices.say(counted(_STOPPED, len(running.queue), name=name))
        return
    if Held.TAKEN_OVER in running.held.values():
        notices.say(Sentence(_TAKEN_OVER, {"name": name}))
        return
    held = [why for why in running.held.values() if why is not Held.TAKEN_OFF]
    if held:
        words = _AT_BUDGET if all(why is Held.BUDGET for why in held) else _WAITS
        notices.say(counted(words, len(held), name=name))


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
