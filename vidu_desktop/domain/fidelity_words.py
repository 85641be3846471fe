"""The measured values of a clip in plain words, with the number behind them: what changed and by how much,
never whether that is good. packaging/decisions/fidelity.md explains where the words change.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from vidu_desktop.domain.fidelity import Fidelity, PictureShift
from vidu_desktop.domain.seams import jump_of
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence

_COLOUR_EDGES = (3.0, 5.0, 9.0)
"""Mean CIEDE2000. Encoding alone changes a picture by less than 3, see the decision page."""
_COLOUR_WORDS = (
    QT_TRANSLATE_NOOP("fidelity", "colours as in the picture (mean {mean:.1f}, 95 % under {p95:.1f})"),
    QT_TRANSLATE_NOOP("fidelity", "colours moved a little (mean {mean:.1f}, 95 % under {p95:.1f})"),
    QT_TRANSLATE_NOOP("fidelity", "colours moved visibly (mean {mean:.1f}, 95 % under {p95:.1f})"),
    QT_TRANSLATE_NOOP("fidelity", "colours moved strongly (mean {mean:.1f}, 95 % under {p95:.1f})"),
)
_STRUCTURE_EDGES = (0.5, 0.75, 0.9)
_STRUCTURE_WORDS = (
    QT_TRANSLATE_NOOP(
        "fidelity",
        "not the view of the picture (structure {structure:.2f}), so colours can't be compared place by place: "
        "mean {mean:.1f}, 95 % under {p95:.1f}",
    ),
    QT_TRANSLATE_NOOP("fidelity", "shapes moved visibly (structure {structure:.2f})"),
    QT_TRANSLATE_NOOP("fidelity", "shapes moved a little (structure {structure:.2f})"),
    QT_TRANSLATE_NOOP("fidelity", "shapes as in the picture (structure {structure:.2f})"),
)
_SHORT_WORDS = (
    QT_TRANSLATE_NOOP("fidelity", "unmoved ({mean:.1f})"),
    QT_TRANSLATE_NOOP("fidelity", "a little ({mean:.1f})"),
    QT_TRANSLATE_NOOP("fidelity", "visibly ({mean:.1f})"),
    QT_TRANSLATE_NOOP("fidelity", "strongly ({mean:.1f})"),
)
_SEAM_WORDS = (
    QT_TRANSLATE_NOOP(
        "fidelity", "no jump from the last frame to the first ({seam:.1f}, between neighbours {usual:.1f})"
    ),
    QT_TRANSLATE_NOOP(
        "fidelity",
        "a small jump from the last frame to the first ({seam:.1f}, between neighbours {usual:.1f})",
    ),
    QT_TRANSLATE_NOOP(
        "fidelity", "a jump from the last frame to the first ({seam:.1f}, between neighbours {usual:.1f})"
    ),
)


@dataclass(frozen=True, slots=True)
class FidelityRemark:
    """The name of one measured thing, and what was found; the findings are shown with `; ` between them."""

    name: Sentence
    found: tuple[Sentence, ...]


def remarks_on(fidelity: Fidelity) -> Iterator[FidelityRemark]:
    """Yield a remark for each measured value. Frozen stretches and black frames are mentioned only where
    there are any.
    """
    if fidelity.start is not None:
        yield FidelityRemark(
            Sentence(QT_TRANSLATE_NOOP("fidelity", "First frame")), tuple(_of_end(fidelity.start))
        )
    if fidelity.end is not None:
        yield FidelityRemark(
            Sentence(QT_TRANSLATE_NOOP("fidelity", "Last frame")), tuple(_of_end(fidelity.end))
        )
    if fidelity.frozen_s:
        template = QT_TRANSLATE_NOOP("fidelity", "nothing moves for {seconds:.1f} s")
        yield FidelityRemark(
            Sentence(QT_TRANSLATE_NOOP("fidelity", "Standing still")),
            (Sentence(template, {"seconds": fidelity.frozen_s}),),
        )
    if fidelity.black_frames:
        template = QT_TRANSLATE_NOOP("fidelity", "without any light: {count}")
        yield FidelityRemark(
            Sentence(QT_TRANSLATE_NOOP("fidelity", "Black frames")),
            (Sentence(template, {"count": fidelity.black_frames}),),
        )
    yield FidelityRemark(Sentence(QT_TRANSLATE_NOOP("fidelity", "Loop")), (_of_seam(fidelity),))


def brief_remark(fidelity: Fidelity) -> Sentence | None:
    """Return a short remark on the colours of the worse end; None when there is no picture to compare with."""
    shift = fidelity.worst_colour
    if shift is None:
        return None
    return Sentence(_SHORT_WORDS[bisect_left(_COLOUR_EDGES, shift)], {"mean": shift})


def _of_end(shift: PictureShift) -> Iterator[Sentence]:
    values = {"mean": shift.colour_mean, "p95": shift.colour_p95, "structure": shift.structure}
    shapes = _STRUCTURE_WORDS[bisect_left(_STRUCTURE_EDGES, shift.structure)]
    if shift.structure > _STRUCTURE_EDGES[0]:
        yield Sentence(_COLOUR_WORDS[bisect_left(_COLOUR_EDGES, shift.colour_mean)], values)
    yield Sentence(shapes, values)


def _of_seam(fidelity: Fidelity) -> Sentence:
    words = _SEAM_WORDS[jump_of(fidelity.seam, fidelity.seam_usual)]
    return Sentence(words, {"seam": fidelity.seam, "usual": fidelity.seam_usual})
