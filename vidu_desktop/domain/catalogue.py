"""The one list of models: what each takes, costs and allows, and where we know it from.

A change of the service is a change of this data. The sources are the public reference and guide of docs.z.ai,
read 2025-10 to 2026-01; where they disagree both values are offered and the default is the reference's.
"""

from dataclasses import dataclass
from decimal import Decimal

from vidu_desktop.domain.modes import FrameSize, Mode, Movement


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLimits:
    """What one picture may be. Ratios are width / height, bounds inclusive; bytes are those of the decoded file."""

    media_types: tuple[str, ...]
    max_bytes: int
    min_ratio: float
    max_ratio: float
    min_side_px: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSpec:
    """One model of the service.

    A tuple lists the legal values, default first; an empty one means that the service has no such parameter.
    `pair_ratio` bounds the ratio of the two pictures' sizes (width and height each), None where there is no pair.
    `expected_s` and `expected_spread` (sigma of the logarithm) say how long a result takes before this user has
    finished any: our own wide guess, no source names a time.
    """

    model: str
    mode: Mode
    pictures_min: int
    pictures_max: int
    pictures_as_list: bool
    picture_limits: PictureLimits
    pair_ratio: tuple[float, float] | None
    prompt_max_chars: int
    durations_s: tuple[int, ...]
    sizes: tuple[FrameSize, ...]
    movements: tuple[Movement, ...]
    aspect_ratios: tuple[str, ...]
    with_audio: bool
    price_usd: Decimal
    concurrency: int
    expected_s: float
    expected_spread: float
    sources: tuple[str, ...]


# Reference: "png, jpeg, jpg, webp; under 50 MB decoded; aspect ratio within 1:4 and 4:1". MB is read as 10**6
# bytes, the stricter of the two readings.
_VIDU2_PICTURE = PictureLimits(
    media_types=("image/png", "image/jpeg", "image/webp"),
    max_bytes=50_000_000 - 1,
    min_ratio=1 / 4,
    max_ratio=4.0,
    min_side_px=1,
)
# Reference: "Reference: at least 128x128".
_VIDU2_SUBJECT = PictureLimits(
    media_types=_VIDU2_PICTURE.media_types,
    max_bytes=_VIDU2_PICTURE.max_bytes,
    min_ratio=_VIDU2_PICTURE.min_ratio,
    max_ratio=_VIDU2_PICTURE.max_ratio,
    min_side_px=128,
)
# 1280x720 stands in the reference, 720x480 in the guide.
_VIDU2_SIZES = (FrameSize(1280, 720), FrameSize(720, 480))

CATALOGUE: tuple[ModelSpec, ...] = (
    ModelSpec(
        model="vidu2-image",
        mode=Mode.IMAGE,
        pictures_min=1,
        pictures_max=1,
        pictures_as_list=False,
        picture_limits=_VIDU2_PICTURE,
        pair_ratio=None,
        prompt_max_chars=512,
        durations_s=(4,),
        sizes=_VIDU2_SIZES,
        movements=tuple(Movement),
        aspect_ratios=(),
        with_audio=True,
        price_usd=Decimal("0.20"),
        concurrency=5,
        expected_s=10.0,
        expected_spread=0.7,
        sources=("docs.z.ai api-reference/video, 2026-01", "docs.z.ai guides/video/vidu2, 2026-01"),
    ),
    ModelSpec(
        model="vidu2-start-end",
        mode=Mode.START_END,
        pictures_min=2,
        pictures_max=2,
        pictures_as_list=True,
        picture_limits=_VIDU2_PICTURE,
        pair_ratio=(0.8, 1.25),
        prompt_max_chars=512,
        durations_s=(4, 5),  # the guide's overview says 5 s; its example and the reference say 4
        sizes=_VIDU2_SIZES,
        movements=tuple(Movement),
        aspect_ratios=(),
        with_audio=True,
        price_usd=Decimal("0.20"),
        concurrency=5,
        expected_s=10.0,
        expected_spread=0.7,
        sources=("docs.z.ai api-reference/video, 2026-01", "docs.z.ai guides/video/vidu2, 2026-01"),
    ),
    ModelSpec(
        model="vidu2-reference",
        mode=Mode.REFERENCE,
        pictures_min=1,
        pictures_max=3,
        pictures_as_list=True,
        picture_limits=_VIDU2_SUBJECT,
        pair_ratio=None,
        prompt_max_chars=512,
        durations_s=(4,),
        sizes=_VIDU2_SIZES,
        movements=tuple(Movement),
        aspect_ratios=("16:9", "9:16", "1:1"),
        with_audio=True,
        price_usd=Decimal("0.40"),  # the pricing page; the guide's overview shows $0.20 for all three
        concurrency=5,
        expected_s=12.0,
        expected_spread=0.7,
        sources=("docs.z.ai api-reference/video, 2026-01", "docs.z.ai pricing, 2026-01"),
    ),
)


def spec_for_mode(mode: Mode) -> ModelSpec:
    """Give the model that serves `mode` (the first in the catalogue)."""
    return next(spec for spec in CATALOGUE if spec.mode is mode)


def spec_for_model(model: str) -> ModelSpec | None:
    """Give the model of that name; None when the catalogue doesn't know it (an old record, a newer service)."""
    return next((spec for spec in CATALOGUE if spec.model == model), None)
