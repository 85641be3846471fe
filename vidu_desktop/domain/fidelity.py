"""How far a clip has drifted from the pictures it was made from: measured and put into words, never judged.

The numbers come from `adapters.video`; this module names them.
"""

from dataclasses import asdict, dataclass

from vidu_desktop.domain.json_reading import Fields

FIDELITY_VERSION = 1
"""Raised whenever the method of measuring changes, so that older values are measured again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureShift:
    """The difference between a frame and the picture that it should show. Colour is CIEDE2000 between pixels
    after both were scaled to one size: `colour_mean`, and `colour_p95`, below which 95 % of the pixels lie. A
    difference of 1 is just visible side by side, 5 is obvious. `structure` is the structural similarity of
    lightness in [-1, 1]; 1 is the same.
    """

    colour_mean: float
    colour_p95: float
    structure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidelity:
    """Everything measured of one clip. `start` and `end` are None where the mode has no such picture, or the
    picture is lost.

    `frozen_s` adds up the stretches of at least half a second in which nothing moves. `black_frames` counts
    frames without any light. `seam` is the mean CIEDE2000 between the last and the first frame, and
    `seam_usual` the median between neighbouring frames, so that the jump of a loop can be compared with the
    clip's own movement.
    """

    start: PictureShift | None
    end: PictureShift | None
    frozen_s: float
    black_frames: int
    seam: float
    seam_usual: float

    @property
    def worst_colour(self) -> float | None:
        """The larger colour difference of the two ends; None when neither was measured."""
        shifts = [shift.colour_mean for shift in (self.start, self.end) if shift is not None]
        return max(shifts) if shifts else None

    @property
    def worst_structure(self) -> float | None:
        """The smaller structural similarity of the two ends; None when neither was measured."""
        likenesses = [shift.structure for shift in (self.start, self.end) if shift is not None]
        return min(likenesses) if likenesses else None

    @property
    def loop_jump(self) -> float:
        """How much larger the change at the loop's seam is than the usual change between neighbouring frames."""
        return self.seam - self.seam_usual


def fidelity_to_document(fidelity: Fidelity) -> dict[str, object]:
    return asdict(fidelity)


def fidelity_from_document(document: object) -> Fidelity:
    """Read what `fidelity_to_document` wrote. Raises BadInput."""
    read = Fields(document, "fidelity")

    def shift(name: str) -> PictureShift | None:
        if not read.has(name):
            return None
        part = read.part(name)
        return PictureShift(
            colour_mean=part.number("colour_mean"),
            colour_p95=part.number("colour_p95"),
            structure=part.number("structure"),
        )

    return Fidelity(
        start=shift("start"),
        end=shift("end"),
        frozen_s=read.number("frozen_s"),
        black_frames=read.whole("black_frames", 0),
        seam=read.number("seam"),
        seam_usual=read.number("seam_usual"),
    )
