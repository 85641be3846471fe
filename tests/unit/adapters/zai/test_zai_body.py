"""The body of an order: its length is known before it is sent, and it contains every picture unchanged."""

import asyncio
import base64
import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import FileIO
from pathlib import Path

import pytest
from fakes.requests import a_request

from vidu_desktop.adapters.zai import body as body_module
from vidu_desktop.adapters.zai.body import PIECE_BYTES, OrderBody
from vidu_desktop.domain.modes import Mode
from vidu_desktop.engine.ports import Order
from vidu_desktop.errors import BadInput


def streamed(body: OrderBody) -> tuple[bytes, list[tuple[int, int]]]:
    said: list[tuple[int, int]] = []

    async def all_of_it() -> bytes:
        return b"".join([piece async for piece in body.stream(workers, lambda *done: said.append(done))])

    with ThreadPoolExecutor(1) as workers:
        return asyncio.run(all_of_it()), said


@pytest.mark.parametrize(
    "size", [1, 2, 3, 4, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES + 2]
)
@pytest.mark.parametrize(("mode", "count"), [(Mode.IMAGE, 1), (Mode.START_END, 2)])
def test_the_length_is_known_before_and_the_pictures_come_out_as_they_went_in(
    tmp_path: Path, size: int, mode: Mode, count: int
) -> None:
    contents = [os.urandom(size + number) for number in range(count)]
    pictures = []
    for number, content in enumerate(contents):
        path = tmp_path / f"{number}.png"
        path.write_bytes(content)
        pictures.append((path, "image/png"))
    # words that look like our placeholder aren't replaced
    request = a_request("\0pictures\0", mode=mode)
    body = OrderBody.open(Order(request_id="our-number", request=request, pictures=pictures))
    assert not body.complete
    sent, said = streamed(body)
    body.close()

    assert len(sent) == body.total_bytes
    assert body.complete
    assert said[-1] == (len(sent), len(sent))
    assert [done for done, _ in said] == sorted(done for done, _ in said)
    fields = json.loads(sent)
    assert (fields["request_id"], fields["prompt"]) == ("our-number", "\0pictures\0")
    urls = [fields["image_url"]] if isinstance(fields["image_url"], str) else fields["image_url"]
    assert [url.partition(",")[0] for url in urls] == ["data:image/png;base64"] * count
    assert [base64.b64decode(url.partition(",")[2]) for url in urls] == contents


def test_a_disk_that_gives_a_few_bytes_at_a_time_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Reluctant(FileIO):
        """Returns less than requested at every other read."""

        asked = 0

        def read(self, size: int | None = -1, /) -> bytes:
            Reluctant.asked += 1
            return super().read(size if Reluctant.asked % 2 == 0 else min(size or 0, 1000))

    monkeypatch.setattr(body_module, "FileIO", Reluctant)
    content = os.urandom(3 * PIECE_BYTES)
    path = tmp_path / "a.png"
    path.write_bytes(content)

    body = OrderBody.open(Order(request_id="r", request=a_request(), pictures=[(path, "image/png")]))
    sent, _ = streamed(body)
    body.close()

    assert len(sent) == body.total_bytes
    assert base64.b64decode(json.loads(sent)["image_url"].partition(",")[2]) == content


def test_a_picture_that_is_gone_is_known_before_anything_is_made_of_it(tmp_path: Path) -> None:
    order = Order(request_id="r", request=a_request(), pictures=[(tmp_path / "gone.png", "image/png")])
    with pytest.raises(BadInput) as refusal:
        OrderBody.open(order)
    assert refusal.value.code == "picture-gone"


def test_an_order_without_pictures_has_no_place_for_any() -> None:
    body = OrderBody.open(Order(request_id="r", request=a_request(picture_paths=()), pictures=[]))
    sent, _ = streamed(body)
    assert "image_url" not in json.loads(sent)
    assert len(sent) == body.total_bytes


def fields_of(order: Order) -> dict[str, object]:
    body = OrderBody.open(order)
    sent, _ = streamed(body)
    body.close()
    fields: dict[str, object] = json.loads(sent)
    return fields


def test_an_option_that_the_model_hasnt_is_not_sent(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"png")
    plain = a_request()
    odd = replace(plain, options={**plain.options, "fps": 60, "no-such-option": 1})
    pictures = [(path, "image/png")]
    assert fields_of(Order(request_id="n", request=odd, pictures=pictures)) == fields_of(
        Order(request_id="n", request=plain, pictures=pictures)
    )


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_model_of_yesterday_gets_one_picture_as_it_is_and_several_as_a_list(
    tmp_path: Path, count: int
) -> None:
    pictures = []
    for number in range(count):
        path = tmp_path / f"{number}.png"
        path.write_bytes(b"png")
        pictures.append((path, "image/png"))
    request = replace(a_request(), model="vidu-of-yesterday")
    urls = fields_of(Order(request_id="n", request=request, pictures=pictures))["image_url"]
    assert isinstance(urls, str if count == 1 else list)
