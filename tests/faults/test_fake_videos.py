"""What arrives instead of a video: 0 accepted. Real ones of every make: all accepted."""

import contextlib
import shutil
import struct
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import av
import pytest
from fakes.pictures import make_animation, make_picture
from fakes.videos import make_sound, make_video

from vidu_desktop.adapters.pictures import iso_boxes
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.adapters.video import recipe_box, video_checks
from vidu_desktop.adapters.video.video_files import VideoFiles
from vidu_desktop.errors import NotAVideo


@pytest.fixture(scope="module")
def desk() -> Iterator[VideoFiles]:
    processes = HelperProcesses(workers=1)
    yield VideoFiles(processes)
    processes.close()


class Trap:
    """A server that records who asks."""

    def __init__(self, video: bytes) -> None:
        self.asked: list[str] = []
        trap = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                trap.asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Length", str(len(video)))
                self.end_headers()
                self.wfile.write(video)

            def log_message(self, *args: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/video.mp4"
        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self._thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self._thread.join()
        self.server.server_close()


@pytest.fixture
def trap(tmp_path: Path) -> Iterator[Trap]:
    trap = Trap(make_video(tmp_path / "served.mp4").read_bytes())
    yield trap
    trap.close()


REAL: dict[str, dict[str, Any]] = {
    "plain": {},
    "B-frames": {"b_frames": 3},
    "sound": {"audio": True},
    "B-frames and sound": {"b_frames": 2, "audio": True},
    "every frame a keyframe": {"gop": 1},
    "odd GOP": {"gop": 7, "b_frames": 2},
    "one GOP": {"gop": 1000, "b_frames": 2},
    "index first": {"moov_first": True},
    "fragmented": {"fragmented": True},
    "fragmented with sound": {"fragmented": True, "audio": True},
    "one frame": {"seconds": 1 / 24},
    "odd rate": {"fps": 17},
    "60 a second": {"fps": 60, "b_frames": 2},
    "five seconds": {"seconds": 5.0},
    "720p": {"size": (1280, 720)},
    "upright": {"size": (180, 320)},
    "MPEG-4": {"codec": "mpeg4"},
}


@pytest.mark.anyio
async def test_all_real_videos_are_accepted_whatever_was_asked(desk: VideoFiles, tmp_path: Path) -> None:
    refused = []
    for name, options in REAL.items():
        path = make_video(tmp_path / "real.mp4", **options)
        try:
            facts = await desk.verify(path)
        except NotAVideo as error:
            refused.append((name, error.code))
            continue
        wanted = round(options.get("seconds", 1.0) * options.get("fps", 24))
        assert (name, facts.frame_count) == (name, wanted)
        assert facts.frame_size == boxes_size(options)
        cover_path = tmp_path / "cover.jpg"
        assert (name, await desk.read_facts_and_make_cover(path, cover_path)) == (name, facts)
        assert cover_path.is_file()
        cover_path.unlink()

    assert refused == []


def boxes_size(options: dict[str, Any]) -> object:
    from vidu_desktop.domain.modes import FrameSize

    width, height = options.get("size", (320, 180))
    return FrameSize(width, height)


@pytest.mark.anyio
async def test_a_video_that_hides_its_first_frames_is_accepted(desk: VideoFiles, tmp_path: Path) -> None:
    """An edit list shows only a part of what the index counts; that doesn't make it a cut-off file."""
    path = tmp_path / "edited.mp4"
    counted, hidden_frames = 24, 9
    with (
        av.open(str(make_video(tmp_path / "whole.mp4", b_frames=2, gop=6))) as source,
        av.open(str(path), "w", format="mp4", options={"avoid_negative_ts": "disabled"}) as target,
    ):
        stream = target.add_stream_from_template(source.streams.video[0])
        hidden = round(hidden_frames / 24 / source.streams.video[0].time_base)
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.pts, packet.dts, packet.stream = packet.pts - hidden, packet.dts - hidden, stream
                target.mux(packet)
    with av.open(str(path)) as container:
        shown = sum(1 for packet in container.demux(video=0) if packet.size)
        assert shown < container.streams.video[0].frames == counted, (
            "negative control: fewer are shown than counted"
        )

    facts = await desk.verify(path)
    assert facts.frame_count == counted - hidden_frames, "what is shown counts"
    assert await desk.read_facts_and_make_cover(path, tmp_path / "cover.jpg") == facts


@pytest.mark.anyio
async def test_harmless_oddities_are_accepted(desk: VideoFiles, tmp_path: Path) -> None:
    whole = make_video(tmp_path / "whole.mp4").read_bytes()
    path = tmp_path / "odd.mp4"
    for odd in (whole + bytes(7), whole + struct.pack(">I4s", 16, b"free") + bytes(8)):
        path.write_bytes(odd)
        assert (await desk.verify(path)).frame_count == 24


@pytest.mark.parametrize("kind", [{}, {"moov_first": True}, {"fragmented": True}])
@pytest.mark.parametrize(
    "tail",
    [
        b"\n<!DOCTYPE html><html></html>",
        b"<!DOCTYPE html>",
        b'{"error": {"code": "500"}}',
        b"\r\n--boundary--\r\n",
    ],
)
@pytest.mark.anyio
async def test_a_whole_video_with_a_page_behind_it_is_kept_without_the_page(
    desk: VideoFiles, tmp_path: Path, kind: dict[str, Any], tail: bytes
) -> None:
    whole = make_video(tmp_path / "whole.mp4", audio=True, **kind)
    path = tmp_path / "tail.mp4"
    path.write_bytes(whole.read_bytes() + tail)

    assert await desk.verify(path) == await desk.verify(whole)
    recipe_box.embed(str(path), '{"prompt": "A fox"}')

    assert await desk.verify(path) == await desk.verify(whole)
    assert recipe_box.extract_recipe(str(path)) == '{"prompt": "A fox"}'


def fakes(tmp_path: Path, trap: Trap) -> dict[str, bytes]:
    url = trap.url
    video = (tmp_path / "served.mp4").read_bytes()
    return {
        "nothing": b"",
        "a page": b"<!DOCTYPE html><html><body>Please log in</body></html>",
        "a page with a mark": b"\xef\xbb\xbf<html></html>",
        "XML of an expired link": b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
        "JSON": b'{"error": {"code": "1214"}}',
        "HLS": f"#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n{url}\n#EXT-X-ENDLIST\n".encode(),
        "DASH": f'<?xml version="1.0"?><MPD><Period><BaseURL>{url}</BaseURL></Period></MPD>'.encode(),
        "SDP": b"v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n",
        "ffconcat": f"ffconcat version 1.0\nfile '{url}'\n".encode(),
        "ffconcat of a neighbour": b"ffconcat version 1.0\nfile 'served.mp4'\n",
        "HLS behind an MP4's first box": video[:32] + f"\n#EXTM3U\n#EXTINF:4,\n{url}\n".encode(),
        "a picture": make_picture(tmp_path / "picture.png").read_bytes(),
        "a moving picture": make_animation(tmp_path / "moving.gif").read_bytes(),
        "an AVIF": make_picture(tmp_path / "picture.avif", fmt="AVIF").read_bytes(),
        "an MPEG transport stream": other_container(tmp_path, "mpegts"),
        "Matroska": other_container(tmp_path, "matroska"),
        "sound only": make_sound(tmp_path / "sound.mp4").read_bytes(),
        "zeros": bytes(10_000),
        "an index without pictures": video[: video.index(b"mdat") - 4] + video[video.index(b"moov") - 4 :],
        "pictures without an index": video[: video.index(b"moov") - 4],
        "a box that claims too much": struct.pack(">I4s", 1 << 30, b"ftyp") + video[8:],
        "a box without an end": video + struct.pack(">I4sQ", 1, b"free", 1),
    }


def other_container(tmp_path: Path, fmt: str) -> bytes:
    path = tmp_path / f"other.{fmt}"
    with av.open(str(tmp_path / "served.mp4")) as source, av.open(str(path), "w", format=fmt) as target:
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)
    return path.read_bytes()


@pytest.mark.anyio
async def test_no_fake_is_accepted_and_nothing_is_asked_of_the_network(
    desk: VideoFiles, tmp_path: Path, trap: Trap
) -> None:
    path = tmp_path / "fake.mp4"
    accepted, sentences = [], set()
    for name, content in fakes(tmp_path, trap).items():
        path.write_bytes(content)
        cover_path = tmp_path / "cover.jpg"
        for call in (
            desk.verify(path),
            desk.make_cover(path, cover_path),
            desk.read_facts_and_make_cover(path, cover_path),
        ):
            try:
                await call
                accepted.append(name)
            except NotAVideo as error:
                sentences.add(str(error.sentence))

    assert accepted == []
    assert not (tmp_path / "cover.jpg").exists()
    assert trap.asked == []
    assert all("It will be fetched again." in sentence for sentence in sentences)


def test_negative_control_a_careless_open_follows_playlists(tmp_path: Path, trap: Trap) -> None:
    opened = {}
    # FFmpeg itself takes HLS only by the file's suffix, but concat under any name.
    for name, suffix in (("HLS", "m3u8"), ("ffconcat of a neighbour", "mp4")):
        path = tmp_path / f"fake.{suffix}"
        path.write_bytes(fakes(tmp_path, trap)[name])
        with av.open(
            str(path), options={"protocol_whitelist": "file,http,tcp", "extension_picky": "0"}
        ) as container:
            opened[name] = container.streams.video[0].codec_context.width

    assert opened == {"HLS": 320, "ffconcat of a neighbour": 320}
    assert trap.asked != []


@pytest.mark.parametrize("kind", ["index last", "index first", "fragmented"])
@pytest.mark.anyio
async def test_a_video_cut_anywhere_is_refused(desk: VideoFiles, tmp_path: Path, kind: str) -> None:
    options = {"index last": {}, "index first": {"moov_first": True}, "fragmented": {"fragmented": True}}[
        kind
    ]
    whole = make_video(tmp_path / "whole.mp4", audio=True, b_frames=2, **options).read_bytes()
    path = tmp_path / "cut.mp4"
    ends = {box.end for box in walked(tmp_path / "whole.mp4")}
    places = {len(whole) * percent // 100 for percent in range(0, 100, 2)} | {len(whole) - 8, len(whole) - 9}
    accepted = []
    for place in sorted(places - ends):
        path.write_bytes(whole[:place])
        for call in (desk.verify(path), desk.read_facts_and_make_cover(path, tmp_path / "cover.jpg")):
            with contextlib.suppress(NotAVideo):
                await call
                accepted.append(place)

    assert accepted == []


def walked(path: Path) -> list[iso_boxes.Box]:
    with path.open("rb") as file:
        return list(iso_boxes.walk(file, path.stat().st_size))


@pytest.mark.parametrize("filler", [b"\0", b"\xff"])
@pytest.mark.anyio
async def test_a_video_whose_rest_was_never_written_is_refused(
    desk: VideoFiles, tmp_path: Path, filler: bytes
) -> None:
    """A file that was made large first and filled later: its structure is complete, but its pictures aren't there."""
    whole = make_video(tmp_path / "whole.mp4", moov_first=True, gop=6, seconds=2.0).read_bytes()
    path = tmp_path / "hollow.mp4"
    half = len(whole) // 2 + len(whole) // 8
    path.write_bytes(whole[:half] + filler * (len(whole) - half))
    with path.open("rb") as file:
        assert [box.name for box in iso_boxes.walk(file, len(whole))], "negative control: the boxes are whole"

    for call in (desk.verify(path), desk.read_facts_and_make_cover(path, tmp_path / "cover.jpg")):
        with pytest.raises(NotAVideo):
            await call


@pytest.mark.anyio
async def test_broken_bytes_never_take_the_helper_down(tmp_path: Path) -> None:
    from fakes import media_work

    processes = HelperProcesses(workers=1)
    desk = VideoFiles(processes)
    pid = await processes.run(20.0, media_work.own_pid)
    whole = make_video(tmp_path / "whole.mp4", (64, 64), 0.5, audio=True).read_bytes()
    path = tmp_path / "broken.mp4"
    for at in range(0, len(whole), max(1, len(whole) // 150)):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        path.write_bytes(broken)
        with contextlib.suppress(NotAVideo):
            await desk.verify(path)
    assert await processes.run(20.0, media_work.own_pid) == pid
    processes.close()


def test_a_name_that_looks_like_an_address_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(make_video(tmp_path / "real.mp4"), tmp_path / "http:1.mp4")
    monkeypatch.chdir(tmp_path)

    assert video_checks.verify("http:1.mp4").frame_count == 24
