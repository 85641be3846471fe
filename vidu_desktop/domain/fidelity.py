"""How far a clip moved away from the pictures that it was made from: measured, said in words, never a verdict.

The numbers come from `adapters.video`; here is what they are called and where the words change.
"""

from dataclasses import asdict, dataclass

from vidu_desktop.domain.json_reading import Fields

FIDELITY_VERSION = 1
"""Raised when the measuring changes: older values are measured again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureShift:
    """A frame against the picture it should be. Colour is CIEDE2000 between pixels after both were brought to one
    size: `colour_mean` and `colour_p95` (the value that 95 % of the pixels don't exceed). About 1 is just visible
    side by side, 5 is plain. `structure` is the structural similarity of lightness in [-1, 1]; 1 is the same.
    """

    colour_mean: float
    colour_p95: float
    structure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidelity:
    """Everything measured of one clip. `start` and `end` are None where the mode has no such picture, or it is lost.

    `frozen_s` sums the stretches of at least half a second in which nothing moves; `black_frames` counts frames
    without light; `seam` is the mean CIEDE2000 between last and first frame, and `seam_usual` the median between
    neighbours, so that a loop's jump can be judged against the clip's own movement.
    """

    start: PictureShift | None
    end: PictureShift | None
    frozen_s: float
    black_frames: int
    seam: float
    seam_usual: float

    @property
    def worst_colour(self) -> float | None:
        """The larger colour shift of the two ends; None when neither could be measured."""
        shifts = [shift.colour_mean for shift in (self.start, self.end) if shift is not None]
        return max(shifts) if shifts else None

    @property
    def worst_structure(self) -> float | None:
        """The lesser likeness of the two ends; None when neither could be measured."""
        likenesses = [shift.structure for shift in (self.start, self.end) if shift is not None]
        return min(likenesses) if likenesses else None

    @property
    def loop_jump(self) -> float:
        """How much more changes at the loop's seam than between neighbours usually does."""
        return self.seam - self.seam_usual


def fidelity_to_document(fidelity: Fidelity) -> dict[str, object]:
    return asdict(fidelity)


def fidelity_from_document(document: object) -> Fidelity:
    """Read it back. Raises BadInput."""
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
