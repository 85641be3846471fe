"""The models of the catalogue besides Vidu 2: each is checked, sent, rehearsed, recorded and priced by its entry alone."""

import asyncio
import base64
import io
import itertools
import json
import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import av
import pytest
from fakes.kept_things import a_job
from fakes.pictures import make_noise, make_picture
from fakes.requests import a_request
from PIL import Image

from vidu_desktop.adapters.pictures.picture_preparing import prepare
from vidu_desktop.adapters.zai.body import OrderBody
from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.catalogue import CATALOGUE, Offer, PriceRule, offer_for, specs_for_mode
from vidu_desktop.domain.modes import FrameSize, Mode
from vidu_desktop.domain.options import KINDS, OptionKey, OptionSpec, is_value, read_value
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.recipes import recipe_of, request_from_recipe
from vidu_desktop.domain.request import check_request
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.ports import Order
from vidu_desktop.rehearsal.refusals import Refusal
from vidu_desktop.rehearsal.rendering import render
from vidu_desktop.rehearsal.request_reading import read_order

OFFERS = [offer for mode in Mode for offer in specs_for_mode(mode)]
IDS = [f"{offer.model} {offer.mode}" for offer in OFFERS]


def facts(count: int) -> list[PictureFacts]:
    return [
        PictureFacts(
            path="/p.png", name="p.png", width_px=320, height_px=200, file_bytes=9, media_type="image/png"
        )
        for _ in range(count)
    ]


def sent(offer: Offer, folder: Path, **options: str | int | bool) -> Path:
    """Return the body of an order for this model, as a file."""
    pictures = [make_picture(folder / f"{n}.png", (320, 200)) for n in range(offer.pictures_min)]
    request = a_request(
        model=offer.model, mode=offer.mode, picture_paths=tuple(map(str, pictures)), **options
    )
    body = OrderBody.open(
        Order(request_id="ticket", request=request, pictures=[(path, "image/png") for path in pictures])
    )
    target = folder / "body"

    async def write() -> None:
        with ThreadPoolExecutor(1) as workers, target.open("wb") as file:
            async for piece in body.stream(workers, lambda _sent, _total: None):
                file.write(piece)

    asyncio.run(write())
    body.close()
    return target


@pytest.mark.parametrize("offer", OFFERS, ids=IDS)
def test_every_option_of_every_model_goes_out_and_is_read_by_the_rehearsal(
    offer: Offer, tmp_path: Path
) -> None:
    rng = random.Random(7)
    for option in offer.options:
        for value in option.values:
            others = {one.key: rng.choice(one.values) for one in offer.options}
            folder = tmp_path / f"{option.key}-{str(value).replace(':', '-')}"
            folder.mkdir()
            asked = {**others, option.key: value}

            order = read_order(sent(offer, folder, **asked), folder)

            assert (order.model, order.mode, dict(order.options)) == (offer.model, offer.mode, asked)


@pytest.mark.parametrize("offer", OFFERS, ids=IDS)
def test_window_and_rehearsal_refuse_the_same_values(offer: Offer, tmp_path: Path) -> None:
    for key, value in itertools.product(KINDS, (99, "640x480", "1:2", "wild", "quality", 30, True)):
        if not is_value(key, value):
            continue
        request = a_request(model=offer.model, mode=offer.mode, **{key: value})
        problems = check_request(request, offer, facts(offer.pictures_min))
        option = offer.option(key)
        if option is None:
            assert [problem.code for problem in problems] == ["option-unknown"]
        elif option.takes(value):
            assert problems == []
        else:
            assert [(one.code, one.place) for one in problems] == [("option-value", key)]
            with pytest.raises(Refusal, match=option.kind.wire_name):
                read_order(sent(offer, tmp_path, **{key: value}), tmp_path)


def test_what_a_model_has_not_is_not_sent(tmp_path: Path) -> None:
    offer = offer_for("cogvideox-3", "image")
    assert offer is not None
    said = json.loads(sent(offer, tmp_path, movement="large").read_bytes())
    assert "movement_amplitude" not in said
    assert (said["quality"], said["fps"], said["with_audio"]) == ("speed", 30, False)
    assert isinstance(said["image_url"], list)


def test_one_model_serves_two_modes_and_two_frames_go_with_speed_only() -> None:
    image, pair = offer_for("cogvideox-3", "image"), offer_for("cogvideox-3", "start-end")
    assert image is not None
    assert pair is not None
    fine = a_request(model="cogvideox-3", mode="image", quality="quality")
    assert check_request(fine, image, facts(1)) == []
    slow = a_request(model="cogvideox-3", mode="start-end", quality="quality")
    (problem,) = check_request(slow, pair, facts(2))
    assert "doesn't offer quality quality. Choose one of: speed" in str(problem.sentence)
    assert offer_for("cogvideox-3", "reference") is None


@pytest.mark.parametrize("offer", OFFERS, ids=IDS)
def test_mode_and_options_of_every_model_come_back_from_the_recipe(offer: Offer) -> None:
    options = {option.key: option.values[-1] for option in offer.options}
    job = a_job(
        request=a_request(model=offer.model, mode=offer.mode, picture_paths=(), **options), pictures=()
    )
    recipe = json.loads(json.dumps(recipe_of(job)))
    assert (recipe["mode"], recipe["options"]) == (offer.mode, options)
    assert request_from_recipe(recipe, lambda _: None)[0] == job.request


def test_vidu_2_comes_first_in_every_mode() -> None:
    assert {specs_for_mode(mode)[0].name for mode in Mode} == {"Vidu 2"}
    assert [offer.name for offer in specs_for_mode("image")] == ["Vidu 2", "Vidu Q1", "CogVideoX-3"]


def test_a_price_may_depend_on_options_and_the_persons_own_figure_stands_over_it() -> None:
    rule = PriceRule(usd=Decimal("0.20"), steps=((OptionKey.DURATION, 10, Decimal("0.40")),))
    assert rule.of({"duration": 10, "size": "1280x720"}) == Decimal("0.40")
    assert rule.of({"duration": 5}) == rule.of({}) == Decimal("0.20")
    spec = CATALOGUE[0]
    assert Settings(prices={spec.model: Decimal(3)}).price_of(spec, {}) == usd(3)
    assert Settings().price_of(spec, {}) == usd("0.20")


def test_how_long_it_takes_is_learned_by_model_and_by_what_makes_more_of_it() -> None:
    usual = a_request(model="cogvideox-3", mode="image").work_kind
    for longer in ({"duration": 10}, {"size": "3840x2160"}, {"quality": "quality"}, {"fps": 60}):
        assert a_request(model="cogvideox-3", mode="image", **longer).work_kind != usual
    assert a_request("other", model="cogvideox-3", mode="image", audio=True).work_kind == usual
    assert a_request(model="viduq1-image").work_kind != a_request(model="vidu2-image").work_kind


@pytest.mark.parametrize(
    "make",
    [
        lambda path: make_noise(path, (1800, 1400)),
        lambda path: make_noise(path, (900, 700), "WEBP", lossless=True),
    ],
)
def test_a_picture_is_converted_to_what_cogvideox_takes(make, tmp_path: Path) -> None:
    """Noise can't be compressed: it is 7.5 MB as PNG. WebP isn't accepted at all."""
    offer = offer_for("cogvideox-3", "image")
    assert offer is not None
    prepared = prepare(str(make(tmp_path / "noise")), offer.picture_limits, str(tmp_path / "inputs"))
    (content,) = [path.read_bytes() for path in (tmp_path / "inputs").rglob("*") if path.is_file()]
    assert prepared.media_type in ("image/png", "image/jpeg")
    assert prepared.image_bytes == len(content) <= 5_000_000
    with Image.open(io.BytesIO(content)) as image:
        assert Image.MIME[str(image.format)] == prepared.media_type


def test_the_rehearsal_refuses_a_webp_where_the_model_takes_none(tmp_path: Path) -> None:
    webp = make_picture(tmp_path / "p.webp", (320, 200), "WEBP")
    url = "data:image/webp;base64," + base64.b64encode(webp.read_bytes()).decode()
    for model, shape in (("viduq1-image", url), ("cogvideox-3", [url])):
        (tmp_path / "body").write_text(json.dumps({"model": model, "image_url": shape}))
        if model == "viduq1-image":
            assert read_order(tmp_path / "body", tmp_path).model == model
        else:
            with pytest.raises(Refusal, match="not a png or jpeg"):
                read_order(tmp_path / "body", tmp_path)


@pytest.mark.parametrize("mode", ["image", "start-end"])
def test_the_rehearsal_renders_the_size_the_rate_and_the_length_that_were_asked(
    mode: str, tmp_path: Path
) -> None:
    offer = offer_for("cogvideox-3", mode)
    assert offer is not None
    asked = read_order(sent(offer, tmp_path, size="720x1280", fps=60, audio=True), tmp_path)
    assert (asked.frame, asked.fps, asked.frame_count) == (FrameSize(720, 1280), 60, 300)

    smaller = replace(asked, frame=FrameSize(120, 180), options={**asked.options, "duration": 1})
    render(smaller, tmp_path, lambda _: None)

    with av.open(str(tmp_path / "video.mp4")) as video:
        stream = video.streams.video[0]
        assert (stream.width, stream.height) == (120, 180)
        assert (float(stream.average_rate or 0), stream.frames) == (60, 60)
        assert video.streams.audio


def test_a_value_is_read_from_text_as_its_option_has_it() -> None:
    assert read_value(OptionKey.DURATION, "10") == 10
    assert read_value(OptionKey.SIZE, "3840x2160") == "3840x2160"
    assert read_value(OptionKey.AUDIO, "yes") is True
    for key, text in ((OptionKey.FPS, "sixty"), (OptionKey.SIZE, "large"), (OptionKey.ASPECT_RATIO, "wide")):
        with pytest.raises(ValueError, match="not a"):
            read_value(key, text)


def test_true_is_no_number() -> None:
    assert not OptionSpec(key=OptionKey.FPS, values=(1, 30)).takes(True)
    assert not OptionSpec(key=OptionKey.AUDIO, values=(False, True)).takes(0)
