"""The unchanged official SDK uses the rehearsal service, which runs in a separate process.

What the SDK can do with the real service it can do here: order, poll, be refused. The files are then fetched with plain HTTP,
as users of the SDK do.
"""

import base64
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import httpx
import pytest
from fakes.pictures import make_picture

RUN_ALONE = (
    "import sys; from pathlib import Path; from vidu_desktop.rehearsal.alone import run_alone;"
    "sys.exit(run_alone(int(sys.argv[1]), Path(sys.argv[2])))"
)


@dataclass(frozen=True)
class Service:
    process: subprocess.Popen[str]
    base_url: str
    client: Any


def data_url(folder: Path, size: tuple[int, int] = (320, 200)) -> str:
    picture = make_picture(folder / f"{size[0]}x{size[1]}.png", size).read_bytes()
    return "data:image/png;base64," + base64.b64encode(picture).decode()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    import zai

    work_dir = tmp_path_factory.mktemp("rehearsal")
    process = subprocess.Popen(
        [sys.executable, "-c", RUN_ALONE, "0", str(work_dir)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        base_url = process.stdout.readline().split()[-1]
        # The SDK would repeat a refused order by itself; here each refusal must be seen.
        client = zai.ZaiClient(api_key="any key is good", base_url=base_url, max_retries=0)
        yield Service(process, base_url, client)
        client.close()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def finished(service: Service, task_id: str) -> Any:
    """Poll as users of the SDK do until the task has ended, and return the last answer."""
    until = time.monotonic() + 60
    while (answer := service.client.videos.retrieve_videos_result(id=task_id)).task_status == "PROCESSING":
        assert time.monotonic() < until, "it never ends"
        time.sleep(0.1)
    return answer


def probe(content: bytes) -> dict[str, object]:
    with av.open(io.BytesIO(content)) as container:
        video = container.streams.video[0]
        count = sum(1 for _ in container.decode(video))
        return {
            "codec": video.codec_context.name,
            "pixels": video.codec_context.pix_fmt,
            "fps": video.average_rate,
            "size": (video.width, video.height),
            "frames": count,
            "sound": [(s.codec_context.name, s.rate, s.channels) for s in container.streams.audio],
        }


MODES: dict[str, tuple[dict[str, object], tuple[int, int], list[object]]] = {
    "vidu2-image": ({"with_audio": True}, (720, 480), [("aac", 48_000, 2)]),
    "vidu2-start-end": ({}, (720, 480), []),
    "vidu2-reference": ({"aspect_ratio": "9:16"}, (480, 854), []),  # the shorter side is kept
}


@pytest.mark.parametrize("model", MODES)
def test_an_order_becomes_the_video_that_was_asked_for(service: Service, tmp_path: Path, model: str) -> None:
    extra, size, sound = MODES[model]
    picture = data_url(tmp_path)
    pictures: object = picture if model == "vidu2-image" else [picture, picture]

    order = service.client.videos.generations(
        model=model,
        prompt="a calm sea",
        image_url=pictures,
        size="720x480",
        duration=4,
        movement_amplitude="small",
        request_id=f"ticket for {model}",
        **extra,
    )
    assert (order.model, order.request_id, order.task_status) == (model, f"ticket for {model}", "PROCESSING")
    answer = finished(service, order.id)

    assert answer.task_status == "SUCCESS"
    assert (answer.model, answer.request_id) == (model, f"ticket for {model}")
    (result,) = answer.video_result
    video = httpx.get(result.url)
    assert probe(video.content) == {
        "codec": "h264",
        "pixels": "yuv420p",
        "fps": 24,
        "size": size,
        "frames": 4 * 24,
        "sound": sound,
    }
    assert httpx.get(result.cover_image_url).content.startswith(b"\xff\xd8\xff")

    # Any part of the file can be requested while it is still the same file.
    middle = {"Range": "bytes=100-199", "If-Range": video.headers["etag"]}
    part = httpx.get(result.url, headers=middle)
    assert (part.status_code, part.content) == (206, video.content[100:200])
    changed = httpx.get(result.url, headers={**middle, "If-Range": '"another file"'})
    assert (changed.status_code, changed.content) == (200, video.content)
    # Without its signature, the link doesn't work.
    assert httpx.get(result.url.split("?")[0]).status_code == 403


def test_a_ticket_is_taken_once(service: Service, tmp_path: Path) -> None:
    order = {"model": "vidu2-image", "image_url": data_url(tmp_path), "size": "720x480", "request_id": "once"}
    first = service.client.videos.generations(**order)

    with pytest.raises(Exception, match='"1231"') as refused:
        service.client.videos.generations(**order)

    assert refused.value.response.status_code == 400  # type: ignore[attr-defined]
    assert finished(service, first.id).task_status == "SUCCESS"


WRONG: dict[str, tuple[dict[str, object], str]] = {
    "no such model": ({"model": "vidu9"}, "1211"),
    "a size that isn't offered": ({"size": "1x1"}, "1214"),
    "a duration that isn't offered": ({"duration": 60}, "1214"),
    "a movement that isn't offered": ({"movement_amplitude": "wild"}, "1214"),
    "a prompt that is too long": ({"prompt": "x" * 513}, "1261"),
    "a link": ({"image_url": "https://example.org/cat.png"}, "1214"),
    "no picture": ({"image_url": ""}, "1213"),
    "two pictures for one": ({"image_url": ["a", "b"]}, "1214"),
    "a text for a picture": ({"image_url": "data:image/png;base64,aGVsbG8="}, "1214"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_the_service_refuses_is_refused_in_its_words(
    service: Service, tmp_path: Path, case: str
) -> None:
    wrong, code = WRONG[case]
    order = {"model": "vidu2-image", "image_url": data_url(tmp_path), **wrong}

    with pytest.raises(Exception, match=f'"code":"{code}"') as refused:
        service.client.videos.generations(**order)

    assert refused.value.response.status_code == 400  # type: ignore[attr-defined]


def test_an_unknown_task_is_said_to_be_unknown(service: Service) -> None:
    with pytest.raises(Exception, match='"1214"'):
        service.client.videos.retrieve_videos_result(id="12345")


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_port_that_is_taken_is_a_sentence_and_exit_code_2(service: Service, tmp_path: Path) -> None:
    port = str(httpx.URL(service.base_url).port)

    second = subprocess.run(
        [sys.executable, "-c", RUN_ALONE, port, str(tmp_path)], capture_output=True, text=True, timeout=120
    )

    assert second.returncode == 2
    assert port in second.stderr
    assert "Traceback" not in second.stderr
    assert second.stdout == ""
