"""The one list of models: what each makes of pictures, which options it has, what it costs, and the sources
of all that.

Another model of the service is one entry here; a change of the service is a change of this data. The sources
are the public reference and guide of docs.z.ai, read from 2025-10 to 2026-01. Where they disagree, both
values are offered and the reference's is the default.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import Movement, OptionKey, Options, OptionSpec, OptionValue


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLimits:
    """Limits of one picture. Ratios are width / height, bounds included; bytes are those of the decoded file."""

    media_types: tuple[str, ...]
    max_bytes: int
    min_ratio: float
    max_ratio: float
    min_side_px: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRule:
    """The price of one video in US dollars: `usd`, or the first price of `steps` whose option has that value."""

    usd: Decimal
    steps: tuple[tuple[OptionKey, OptionValue, Decimal], ...] = ()

    def of(self, options: Options) -> Decimal:
        """Return the price of a video with these options."""
        return next((usd for key, value, usd in self.steps if options.get(key) == value), self.usd)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeSpec:
    """What a model makes of pictures in one mode. `pair_ratio` bounds the ratio of the two pictures' widths
    and of their heights; None where there is no pair. `pictures_as_list` says that the wire body has a list
    of pictures. `only` restricts the values of options that have fewer in this mode.
    """

    mode: Mode
    pictures_min: int
    pictures_max: int
    pictures_as_list: bool
    picture_limits: PictureLimits
    pair_ratio: tuple[float, float] | None = None
    only: Mapping[OptionKey, tuple[OptionValue, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSpec:
    """One model of the service. `name` is its display name; models with the same name are a family that
    shares it. `options` are in the order in which they are shown. `concurrency` is how many jobs a new
    account may run at once. `expected_s` and `expected_spread` (sigma of the logarithm) estimate how long a
    result takes before this user has finished any: our own rough guess, no source names a time.
    """

    model: str
    name: str
    modes: tuple[ModeSpec, ...]
    options: tuple[OptionSpec, ...]
    prompt_max_chars: int
    price: PriceRule
    concurrency: int
    expected_s: float
    expected_spread: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A model in one mode: what a tab offers, and what requests are checked against."""

    model_spec: ModelSpec
    mode_spec: ModeSpec

    @property
    def model(self) -> str:
        """The model's name on the wire."""
        return self.model_spec.model

    @property
    def name(self) -> str:
        """The display name of the model."""
        return self.model_spec.name

    @property
    def mode(self) -> Mode:
        """How pictures become a video."""
        return self.mode_spec.mode

    @property
    def pictures_min(self) -> int:
        """The least number of pictures in one request."""
        return self.mode_spec.pictures_min

    @property
    def pictures_max(self) -> int:
        """The largest number of pictures in one request."""
        return self.mode_spec.pictures_max

    @property
    def picture_limits(self) -> PictureLimits:
        """The limits of each picture."""
        return self.mode_spec.picture_limits

    @property
    def pair_ratio(self) -> tuple[float, float] | None:
        """The bounds for the ratio of two pictures' sizes; None where there is no pair."""
        return self.mode_spec.pair_ratio

    @property
    def prompt_max_chars(self) -> int:
        """The longest prompt, in code points."""
        return self.model_spec.prompt_max_chars

    @property
    def options(self) -> tuple[OptionSpec, ...]:
        """The options, with their values in this mode."""
        only = self.mode_spec.only
        return tuple(
            OptionSpec(key=option.key, values=only.get(option.key, option.values))
            for option in self.model_spec.options
        )

    def option(self, key: str) -> OptionSpec | None:
        """Return an option by its name; None when this model and mode don't have it."""
        return next((option for option in self.options if option.key == key), None)

    @property
    def defaults(self) -> dict[str, OptionValue]:
        """The values where the person chose none."""
        return {option.key: option.default for option in self.options}


# Reference: "png, jpeg, jpg, webp; under 50 MB decoded; aspect ratio within 1:4 and 4:1". MB is read as 10**6
# bytes, the stricter of the two readings.
_VIDU_PICTURE = PictureLimits(
    media_types=("image/png", "image/jpeg", "image/webp"),
    max_bytes=50_000_000 - 1,
    min_ratio=1 / 4,
    max_ratio=4.0,
    min_side_px=1,
)
# Reference: "Reference: at least 128x128".
_VIDU_SUBJECT = PictureLimits(
    media_types=_VIDU_PICTURE.media_types,
    max_bytes=_VIDU_PICTURE.max_bytes,
    min_ratio=_VIDU_PICTURE.min_ratio,
    max_ratio=_VIDU_PICTURE.max_ratio,
    min_side_px=128,
)
# Reference: "png, jpeg, jpg; at most 5 MB each". No source bounds the ratio; the endpoint's other models do.
_COGVIDEOX_PICTURE = PictureLimits(
    media_types=("image/png", "image/jpeg"),
    max_bytes=5_000_000,
    min_ratio=_VIDU_PICTURE.min_ratio,
    max_ratio=_VIDU_PICTURE.max_ratio,
    min_side_px=1,
)


def _one_picture(limits: PictureLimits, *, as_list: bool = False) -> ModeSpec:
    return ModeSpec(
        mode=Mode.IMAGE, pictures_min=1, pictures_max=1, pictures_as_list=as_list, picture_limits=limits
    )


def _first_and_last(
    limits: PictureLimits, only: Mapping[OptionKey, tuple[OptionValue, ...]] | None = None
) -> ModeSpec:
    return ModeSpec(
        mode=Mode.START_END,
        pictures_min=2,
        pictures_max=2,
        pictures_as_list=True,
        picture_limits=limits,
        pair_ratio=(0.8, 1.25),
        only=only or {},
    )


def _options(**values: tuple[OptionValue, ...]) -> tuple[OptionSpec, ...]:
    return tuple(OptionSpec(key=OptionKey(key), values=legal) for key, legal in values.items())


# 1280x720 stands in the reference, 720x480 in the guide.
_VIDU2_SIZES = ("1280x720", "720x480")
_MOVEMENTS = tuple(Movement)
_NO_MUSIC_FIRST = (False, True)
_REFERENCE = "docs.z.ai api-reference/video, 2026-01"
_GUIDE = "docs.z.ai guides/video/vidu2, 2026-01"
_PRICES = "docs.z.ai pricing, 2026-01"

CATALOGUE: tuple[ModelSpec, ...] = (
    ModelSpec(
        model="vidu2-image",
        name="Vidu 2",
        modes=(_one_picture(_VIDU_PICTURE),),
        options=_options(duration=(4,), size=_VIDU2_SIZES, movement=_MOVEMENTS, audio=_NO_MUSIC_FIRST),
        prompt_max_chars=512,
        price=PriceRule(usd=Decimal("0.20")),
        concurrency=5,
        expected_s=10.0,
        expected_spread=0.7,
        sources=(_REFERENCE, _GUIDE),
    ),
    ModelSpec(
        model="vidu2-start-end",
        name="Vidu 2",
        modes=(_first_and_last(_VIDU_PICTURE),),
        options=_options(
            duration=(4, 5),  # the guide's overview says 5 s; its example and the reference say 4
            size=_VIDU2_SIZES,
            movement=_MOVEMENTS,
            audio=_NO_MUSIC_FIRST,
        ),
        prompt_max_chars=512,
        price=PriceRule(usd=Decimal("0.20")),
        concurrency=5,
        expected_s=10.0,
        expected_spread=0.7,
        sources=(_REFERENCE, _GUIDE),
    ),
    ModelSpec(
        model="vidu2-reference",
        name="Vidu 2",
        modes=(
            ModeSpec(
                mode=Mode.REFERENCE,
                pictures_min=1,
                pictures_max=3,
                pictures_as_list=True,
                picture_limits=_VIDU_SUBJECT,
            ),
        ),
        options=_options(
            duration=(4,),
            size=_VIDU2_SIZES,
            movement=_MOVEMENTS,
            audio=_NO_MUSIC_FIRST,
            aspect_ratio=("16:9", "9:16", "1:1"),
        ),
        prompt_max_chars=512,
        # The pricing page; the guide's overview shows $0.20 for all three.
        price=PriceRule(usd=Decimal("0.40")),
        concurrency=5,
        expected_s=12.0,
        expected_spread=0.7,
        sources=(_REFERENCE, _PRICES),
    ),
    ModelSpec(
        model="viduq1-image",
        name="Vidu Q1",
        modes=(_one_picture(_VIDU_PICTURE),),
        options=_options(duration=(5,), size=("1920x1080",), movement=_MOVEMENTS, audio=_NO_MUSIC_FIRST),
        prompt_max_chars=512,
        price=PriceRule(usd=Decimal("0.40")),
        concurrency=5,
        expected_s=20.0,
        expected_spread=0.8,
        sources=(_REFERENCE, _PRICES),
    ),
    ModelSpec(
        model="viduq1-start-end",
        name="Vidu Q1",
        modes=(_first_and_last(_VIDU_PICTURE),),
        options=_options(duration=(5,), size=("1920x1080",), movement=_MOVEMENTS, audio=_NO_MUSIC_FIRST),
        prompt_max_chars=512,
        price=PriceRule(usd=Decimal("0.40")),
        concurrency=5,
        expected_s=20.0,
        expected_spread=0.8,
        sources=(_REFERENCE, _PRICES),
    ),
    ModelSpec(
        model="cogvideox-3",
        name="CogVideoX-3",
        modes=(
            _one_picture(_COGVIDEOX_PICTURE, as_list=True),
            # Reference: "two images = first and last frame (then quality must be speed)".
            _first_and_last(_COGVIDEOX_PICTURE, only={OptionKey.QUALITY: ("speed",)}),
        ),
        options=_options(
            duration=(5, 10),
            size=(
                "1280x720",
                "720x1280",
                "1024x1024",
                "1920x1080",
                "1080x1920",
                "2048x1080",
                "3840x2160",
            ),
            quality=("speed", "quality"),
            fps=(30, 60),
            audio=_NO_MUSIC_FIRST,
        ),
        prompt_max_chars=512,
        price=PriceRule(usd=Decimal("0.20")),
        concurrency=1,
        expected_s=60.0,
        expected_spread=0.9,
        sources=(_REFERENCE, _PRICES),
    ),
)


@lru_cache(maxsize=256)
def spec_for_model(model: str) -> ModelSpec | None:
    """Return the model of that name; None when the catalogue doesn't know it (from an old record, or a newer
    service).
    """
    return next((spec for spec in CATALOGUE if spec.model == model), None)


@lru_cache(maxsize=256)
def specs_for_mode(mode: str) -> tuple[Offer, ...]:
    """Return the models that serve a mode, the default model first."""
    return tuple(Offer(spec, one) for spec in CATALOGUE for one in spec.modes if one.mode == mode)


def spec_for_mode(mode: Mode) -> Offer:
    """Return the default model of a mode."""
    return specs_for_mode(mode)[0]


@lru_cache(maxsize=256)
def offer_for(model: str, mode: str) -> Offer | None:
    """Return a model in a mode; None when the catalogue doesn't know the model, or the model doesn't have the
    mode.
    """
    return next((offer for offer in specs_for_mode(mode) if offer.model == model), None)


def only_mode_of(model: str) -> str:
    """Return the mode of a model that has only one; an empty text for any other model. For documents until
    2026-11, which don't say the mode: every model had one mode then.
    """
    spec = spec_for_model(model)
    return spec.modes[0].mode.value if spec is not None and len(spec.modes) == 1 else ""
