"""The catalogue agrees with the service's reference, guide and price list (docs.z.ai, 2026-01): what is offered, and at which
price.
"""

from decimal import Decimal

import pytest

from vidu_desktop.domain.amounts import Currency, Money
from vidu_desktop.domain.catalogue import (
    CATALOGUE,
    offer_for,
    only_mode_of,
    spec_for_mode,
    spec_for_model,
    specs_for_mode,
)
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import KINDS
from vidu_desktop.domain.settings import Settings

MOVEMENTS = ("auto", "small", "medium", "large")
MUSIC = (False, True)
Values = dict[str, tuple[str | int | bool, ...]]
VIDU2: Values = {"size": ("1280x720", "720x480"), "movement": MOVEMENTS, "audio": MUSIC}
VIDUQ1: Values = {"duration": (5,), "size": ("1920x1080",), "movement": MOVEMENTS, "audio": MUSIC}
COGVIDEOX: Values = {
    "duration": (5, 10),
    "size": ("1280x720", "720x1280", "1024x1024", "1920x1080", "1080x1920", "2048x1080", "3840x2160"),
    "quality": ("speed", "quality"),
    "fps": (30, 60),
    "audio": MUSIC,
}
OPTIONS: dict[tuple[str, str], Values] = {
    ("vidu2-image", "image"): VIDU2 | {"duration": (4,)},
    ("vidu2-start-end", "start-end"): VIDU2 | {"duration": (4, 5)},
    ("vidu2-reference", "reference"): VIDU2 | {"duration": (4,), "aspect_ratio": ("16:9", "9:16", "1:1")},
    ("viduq1-image", "image"): VIDUQ1,
    ("viduq1-start-end", "start-end"): VIDUQ1,
    ("cogvideox-3", "image"): COGVIDEOX,
    ("cogvideox-3", "start-end"): COGVIDEOX | {"quality": ("speed",)},
}
PRICES_USD = {
    "vidu2-image": "0.20",
    "vidu2-start-end": "0.20",
    "vidu2-reference": "0.40",
    "viduq1-image": "0.40",
    "viduq1-start-end": "0.40",
    "cogvideox-3": "0.20",
}
AT_ONCE = {model: 1 if model == "cogvideox-3" else 5 for model in PRICES_USD}
PICTURES = {"image": (1, 1), "start-end": (2, 2), "reference": (1, 3)}


def test_every_model_is_offered_in_its_modes_and_no_other() -> None:
    offered = {(spec.model, str(one.mode)) for spec in CATALOGUE for one in spec.modes}
    assert offered == OPTIONS.keys()
    assert offer_for("vidu2-image", "start-end") is None
    assert offer_for("vidu9", "image") is None
    assert spec_for_model("vidu9") is None
    assert [spec_for_mode(mode).model for mode in Mode] == [
        "vidu2-image",
        "vidu2-start-end",
        "vidu2-reference",
    ]


@pytest.mark.parametrize(("model", "mode"), OPTIONS)
def test_a_model_offers_the_values_of_the_reference_the_default_first(model: str, mode: str) -> None:
    offer = offer_for(model, mode)
    assert offer is not None
    values = {str(option.key): tuple(option.values) for option in offer.options}
    assert values == OPTIONS[model, mode]
    assert offer.defaults == {key: legal[0] for key, legal in OPTIONS[model, mode].items()}
    assert (offer.pictures_min, offer.pictures_max) == PICTURES[mode]
    assert offer.option("no such option") is None
    assert {option.key for option in offer.options} <= KINDS.keys()


@pytest.mark.parametrize("model", PRICES_USD)
def test_a_video_costs_what_the_price_list_says_and_so_many_are_made_at_once(model: str) -> None:
    spec = spec_for_model(model)
    assert spec is not None
    assert Settings().price_of(spec, {}) == Money(Decimal(PRICES_USD[model]), Currency.USD)
    assert spec.concurrency == AT_ONCE[model]
    assert spec.prompt_max_chars == 512


@pytest.mark.parametrize(("model", "mode"), OPTIONS)
def test_pictures_are_what_the_reference_takes(model: str, mode: str) -> None:
    offer = offer_for(model, mode)
    assert offer is not None
    limits = offer.picture_limits
    assert (limits.min_ratio, limits.max_ratio) == (0.25, 4.0)
    assert limits.min_side_px == (128 if mode == "reference" else 1)
    assert offer.pair_ratio == ((0.8, 1.25) if mode == "start-end" else None)
    if model == "cogvideox-3":
        assert limits.media_types == ("image/png", "image/jpeg")
        assert limits.max_bytes == 5_000_000  # at most 5 MB
    else:
        assert limits.media_types == ("image/png", "image/jpeg", "image/webp")
        assert limits.max_bytes == 49_999_999  # under 50 MB


def test_documents_of_the_time_when_each_model_had_one_mode_are_understood() -> None:
    assert [only_mode_of(spec.model) for spec in CATALOGUE if len(spec.modes) == 1] == [
        "image",
        "start-end",
        "reference",
        "image",
        "start-end",
    ]


def test_all_models_of_a_mode_are_found() -> None:
    assert [offer.model for offer in specs_for_mode("image")] == [
        "vidu2-image",
        "viduq1-image",
        "cogvideox-3",
    ]
    assert specs_for_mode("text") == ()


def test_a_picture_stands_alone_only_where_the_services_reference_has_it_so() -> None:
    alone = {(spec.model, one.mode) for spec in CATALOGUE for one in spec.modes if not one.pictures_as_list}
    assert alone == {("vidu2-image", Mode.IMAGE), ("viduq1-image", Mode.IMAGE)}


def test_a_model_of_two_modes_and_one_that_nobody_knows_have_no_only_mode() -> None:
    assert (only_mode_of("cogvideox-3"), only_mode_of("vidu-of-tomorrow")) == ("", "")
