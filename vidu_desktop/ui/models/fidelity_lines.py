"""What was measured of a clip, in the current language."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.fidelity_words import brief_remark, remarks_on
from vidu_desktop.ui.text import say, say_loose_list


def fidelity_lines(clip: Clip) -> Iterator[tuple[str, str]]:
    """Return names and values of what was measured; none for a clip that wasn't measured."""
    if clip.fidelity is None:
        return
    for remark in remarks_on(clip.fidelity):
        yield say(remark.name), say_loose_list(say(found) for found in remark.found)
    yield (
        QCoreApplication.translate("Fidelity", "These numbers"),
        QCoreApplication.translate(
            "Fidelity",
            "say how much is different, not whether it is good; camera moves and rehearsals count, too",
        ),
    )


def colour_words(clip: Clip) -> str:
    """Say briefly how far the colours moved at the worse end of the clip; empty when that wasn't measured."""
    remark = None if clip.fidelity is None else brief_remark(clip.fidelity)
    return "" if remark is None else say(remark)
