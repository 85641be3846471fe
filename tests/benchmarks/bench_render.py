"""How long a rehearsal takes, against its floor: encoding the same, already made frames with PyAV alone.

    python tests/benchmarks/bench_render.py [--rounds 3] [--json]

Both are measured in turns in the same run, and the best round of each counts. The picture is a textured one with
grain, as a camera's are: a flat drawing would encode in half the time.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import av
from PIL import Image

from vidu_desktop.domain.modes import FrameSize, Mode, Movement
from vidu_desktop.rehearsal.encoding import FPS, X264_OPTIONS
from vidu_desktop.rehearsal.orders import TakenOrder
from vidu_desktop.rehearsal.rendering import VIDEO_NAME, render

SIZE = FrameSize(1280, 720)
DURATION_S = 4
LIMIT_RATIO = 1.5
LIMIT_S = 4.0


def paint(path: Path, shade: int) -> None:
    fractal = Image.effect_mandelbrot((1920, 1200), (-1.6, -1.0, 0.8, 0.5), 80)
    grain = Image.effect_noise(fractal.size, 28)
    slope = Image.linear_gradient("L").resize(fractal.size).rotate(shade)
    picture = Image.merge("RGB", (fractal, slope, Image.blend(fractal, slope, 0.6)))
    Image.blend(picture, Image.merge("RGB", (grain, grain, grain)), 0.25).save(path, "JPEG", quality=92)


def order_for(mode: Mode, count: int) -> TakenOrder:
    return TakenOrder(
        model="benchmark",
        mode=mode,
        prompt="",
        duration_s=DURATION_S,
        frame=SIZE,
        movement=Movement.MEDIUM,
        with_audio=False,
        picture_names=tuple(f"picture-{index}" for index in range(count)),
    )


def decoded(path: Path) -> Iterator[av.VideoFrame]:
    with av.open(str(path)) as container:
        yield from container.decode(video=0)


def encode_alone_s(frames: list[av.VideoFrame], path: Path) -> float:
    """The floor: a plain PyAV loop over frames in memory, with the same options."""
    begun = time.perf_counter()
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=FPS, options=X264_OPTIONS)
        stream.width, stream.height, stream.pix_fmt = SIZE.width_px, SIZE.height_px, "yuv420p"
        stream.codec_context.gop_size = FPS
        for index, frame in enumerate(frames):
            frame.pts = index
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return time.perf_counter() - begun


def fresh(frames: list[av.VideoFrame]) -> list[av.VideoFrame]:
    """Copies without the decoder's marks on them (picture types), which would steer the encoder."""
    copies = []
    for frame in frames:
        copy = av.VideoFrame(frame.width, frame.height, frame.format.name)
        for mine, theirs in zip(copy.planes, frame.planes, strict=True):
            mine.update(bytes(theirs))
        copies.append(copy)
    return copies


def measure(mode: Mode, count: int, rounds: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for index in range(count):
            paint(folder / f"picture-{index}", 40 * index)
        order = order_for(mode, count)
        render_s, floor_s = [], []
        for _ in range(rounds):
            begun = time.perf_counter()
            render(order, folder, lambda _share: None)
            render_s.append(time.perf_counter() - begun)
            frames = fresh(list(decoded(folder / VIDEO_NAME)))
            floor_s.append(encode_alone_s(frames, folder / "floor.mp4"))
    best_s, best_floor_s = min(render_s), min(floor_s)
    return {
        "mode": mode.value,
        "render_s": round(best_s, 2),
        "floor_s": round(best_floor_s, 2),
        "ratio": round(best_s / best_floor_s, 2),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    within = True
    for mode, count in ((Mode.IMAGE, 1), (Mode.START_END, 2), (Mode.REFERENCE, 3)):
        row = measure(mode, count, asked.rounds)
        # The figure is promised for one picture; the others are shown beside it.
        if mode is Mode.IMAGE:
            within = row["ratio"] <= LIMIT_RATIO and row["render_s"] <= LIMIT_S  # type: ignore[operator]
        if asked.json:
            print(json.dumps(row))
        else:
            print(
                "{mode:<10} render {render_s:5.2f} s   floor {floor_s:5.2f} s   ratio {ratio:4.2f}".format(
                    **row
                )
            )
    return 0 if within else 1


if __name__ == "__main__":
    raise SystemExit(main())
