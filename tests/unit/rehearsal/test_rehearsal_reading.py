"""An order is read as the service would read it: a valid order is accepted, an invalid one is refused with its code."""

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fakes.pictures import make_animation, make_picture, make_png_bomb
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.domain.modes import FrameSize, Mode
from vidu_desktop.rehearsal.refusals import Refusal
from vidu_desktop.rehearsal.render_order import TakenOrder
from vidu_desktop.rehearsal.request_reading import read_order

Read = Callable[[object], TakenOrder]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a body: bytes as they are, anything else as JSON. The pictures are written into `tmp_path`."""

    def reading(body: object) -> TakenOrder:
        path = tmp_path / "body.json"
        path.write_bytes(body if isinstance(body, bytes) else json.dumps(body).encode())
        return read_order(path, tmp_path)

    return reading


def url_of(path: Path, media_type: str = "image/png") -> str:
    return f"data:{media_type};base64," + base64.b64encode(path.read_bytes()).decode()


@pytest.fixture
def picture_url(tmp_path: Path) -> str:
    return url_of(make_picture(tmp_path / "source.png"))


def refused(read: Read, body: object) -> tuple[int, str]:
    with pytest.raises(Refusal) as refusal:
        read(body)
    return refusal.value.status, refusal.value.code


def test_an_order_with_nothing_but_model_and_picture_gets_the_first_of_every_choice(
    read: Read, picture_url: str
) -> None:
    order = read({"model": "vidu2-image", "image_url": picture_url})

    assert order == TakenOrder(
        model="vidu2-image",
        mode=Mode.IMAGE,
        prompt="",
        frame=FrameSize(1280, 720),
        options={"duration": 4, "size": "1280x720", "movement": "auto", "audio": False},
        picture_names=("picture-0",),
        request_id=None,
    )


def test_everything_that_is_asked_is_taken(read: Read, picture_url: str) -> None:
    order = read(
        {
            "model": "vidu2-reference",
            "image_url": [picture_url, picture_url, picture_url],
            "prompt": "海が静か",
            "duration": 4,
            "size": "720x480",
            "aspect_ratio": "1:1",
            "movement_amplitude": "large",
            "with_audio": True,
            "request_id": "ticket",
            "user_id": "somebody",
        }
    )

    assert (order.frame, order.options["movement"], order.with_audio) == (FrameSize(480, 480), "large", True)
    assert (order.prompt, order.request_id, len(order.picture_names)) == ("海が静か", "ticket", 3)
    assert TakenOrder.from_json(json.loads(json.dumps(order.as_json()))) == order


def test_the_pictures_are_written_as_they_were_sent(read: Read, tmp_path: Path, picture_url: str) -> None:
    read({"model": "vidu2-start-end", "image_url": [picture_url, picture_url]})

    for name in ("picture-0", "picture-1"):
        assert (tmp_path / name).read_bytes() == (tmp_path / "source.png").read_bytes()


def test_a_prompt_that_looks_like_a_picture_stays_a_prompt(read: Read, picture_url: str) -> None:
    prompt = 'say "data:image/png;base64,AAAA" aloud'

    assert read({"model": "vidu2-image", "image_url": picture_url, "prompt": prompt}).prompt == prompt


@given(size=st.integers(min_value=0, max_value=1 << 21))
def test_a_picture_of_any_length_arrives_whole(tmp_path_factory: pytest.TempPathFactory, size: int) -> None:
    """Lengths around the limits of the pieces in which it is decoded. A file that isn't a picture is refused only afterwards."""
    folder = tmp_path_factory.mktemp("reading")
    content = bytes(range(256)) * (size // 256 + 1)
    content = content[:size]
    body = {
        "model": "vidu2-image",
        "image_url": "data:image/png;base64," + base64.b64encode(content).decode(),
    }
    (folder / "body").write_text(json.dumps(body))

    with pytest.raises(Refusal):
        read_order(folder / "body", folder)

    assert (folder / "picture-0").read_bytes() == content


VIDU2: dict[str, Any] = {"model": "vidu2-image"}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"model": None}, "1213"),
        ({"model": 7}, "1214"),
        ({"model": "cogvideox-9"}, "1211"),
        ({"image_url": None}, "1213"),
        ({"image_url": []}, "1213"),
        ({"image_url": 5}, "1214"),
        ({"image_url": "https://example.org/a.png"}, "1214"),
        ({"image_url": "data:text/html;base64,AAAA"}, "1214"),
        ({"image_url": "data:image/png;base64,"}, "1214"),
        ({"image_url": "data:image/png;base64,AAA"}, "1214"),
        ({"image_url": "data:image/png;base64,AA==AAAA"}, "1214"),
        ({"prompt": ["x"]}, "1214"),
        ({"prompt": "x" * 513}, "1261"),
        ({"duration": "4"}, "1214"),
        ({"duration": True}, "1214"),
        ({"duration": 5}, "1214"),
        ({"size": "1920x1080"}, "1214"),
        ({"movement_amplitude": "huge"}, "1214"),
        ({"with_audio": "yes"}, "1214"),
        ({"request_id": ""}, "1214"),
        ({"request_id": 12}, "1214"),
        ({"user_id": "short"}, "1214"),
    ],
)
def test_a_wrong_parameter_is_refused(
    read: Read, picture_url: str, wrong: dict[str, object], code: str
) -> None:
    right = {"model": "vidu2-image", "image_url": picture_url}
    assert read(right)

    assert refused(read, right | wrong) == (400, code)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000])
def test_a_body_that_is_not_an_object_is_refused(read: Read, body: bytes) -> None:
    assert refused(read, body) == (400, "1210")


def test_lists_must_hold_as_many_pictures_as_the_model_takes(read: Read, picture_url: str) -> None:
    for model, counts in (("vidu2-start-end", (1, 3)), ("vidu2-reference", (4,))):
        for count in counts:
            assert refused(read, {"model": model, "image_url": [picture_url] * count}) == (400, "1214")
    assert refused(read, {"model": "vidu2-reference", "image_url": picture_url}) == (400, "1214")
    assert refused(read, {"model": "vidu2-image", "image_url": [picture_url]}) == (400, "1214")


def _cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:-200])
    return path


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: make_picture(folder / "wide.png", (401, 100)),
        lambda folder: make_picture(folder / "tall.png", (100, 401)),
        lambda folder: make_picture(folder / "other.gif", fmt="GIF"),
        lambda folder: make_picture(folder / "other.tiff", fmt="TIFF"),
        lambda folder: make_png_bomb(folder / "bomb.png"),
        lambda folder: _cut(make_picture(folder / "cut.png")),
        lambda folder: _cut(make_picture(folder / "cut.jpg", fmt="JPEG")),
        lambda folder: _cut(make_picture(folder / "cut.webp", fmt="WEBP")),
    ],
)
def test_a_picture_that_cannot_be_used_is_refused(
    read: Read, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    assert refused(read, VIDU2 | {"image_url": url_of(make(tmp_path))}) == (400, "1214")


def test_the_largest_ratio_is_still_taken_and_counts_upright(read: Read, tmp_path: Path) -> None:
    turned = make_picture(tmp_path / "turned.jpg", (400, 100), "JPEG", exif_orientation=6)

    assert read(VIDU2 | {"image_url": url_of(turned, "image/jpeg")})


def test_an_animation_counts_as_its_first_picture(read: Read, tmp_path: Path) -> None:
    assert read(VIDU2 | {"image_url": url_of(make_animation(tmp_path / "a.webp", "WEBP"), "image/webp")})


def test_a_subject_needs_128_pixels_each_way(read: Read, tmp_path: Path) -> None:
    for side, taken in ((128, True), (127, False)):
        body = {
            "model": "vidu2-reference",
            "image_url": [url_of(make_picture(tmp_path / "s.png", (side, 200)))],
        }
        assert (read(body) is not None) if taken else (refused(read, body) == (400, "1214"))


def test_first_and_last_frame_must_be_of_similar_size(read: Read, tmp_path: Path) -> None:
    start = url_of(make_picture(tmp_path / "start.png", (400, 400)))
    near = url_of(make_picture(tmp_path / "near.png", (320, 500)))
    far = url_of(make_picture(tmp_path / "far.png", (319, 400)))

    assert read({"model": "vidu2-start-end", "image_url": [start, near]})
    assert refused(read, {"model": "vidu2-start-end", "image_url": [start, far]}) == (400, "1214")


@pytest.mark.parametrize("spelt", ["/", "\\/", "\\u002f"])
@pytest.mark.parametrize("opening", ["data:", "\\u0064ata:", "DATA:"])
def test_a_picture_is_read_however_its_json_is_spelt(
    read: Read, picture_url: str, tmp_path: Path, spelt: str, opening: str
) -> None:
    text = json.dumps({"model": "vidu2-image", "image_url": picture_url})
    read(text.replace("/", spelt).replace("data:", opening).encode())

    assert (tmp_path / "picture-0").read_bytes() == (tmp_path / "source.png").read_bytes()


def test_a_picture_that_claims_another_media_type_than_the_service_takes_is_refused(
    read: Read, picture_url: str
) -> None:
    body = {"model": "vidu2-image", "image_url": picture_url.replace("image/png", "image/gif")}

    assert refused(read, body) == (400, "1214")


def test_how_many_pictures_are_wanted_is_said_plainly(read: Read, picture_url: str) -> None:
    with pytest.raises(Refusal, match="takes 2 pictures, not 1"):
        read({"model": "vidu2-start-end", "image_url": [picture_url]})
