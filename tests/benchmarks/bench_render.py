"""How long a rehearsal takes, against its floor: encoding the same, already made frames with PyAV alone.

    python tests/benchmarks/bench_render.py [--rounds 3] [--json]

Both are measured in turns in the same run, and the best round of each counts. The picture is a textured one with
grain, as a camera's are: a flat drawing would encode in half the time.
"""

import argparse
import json
import math
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av
from PIL import Image

from vidu_desktop.domain.modes import FrameSize, Mode
from vidu_desktop.domain.options import Movement
from vidu_desktop.rehearsal import rendering
from vidu_desktop.rehearsal.render_order import USUAL_FPS, TakenOrder
from vidu_desktop.rehearsal.video_encoding import X264_OPTIONS

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
        frame=SIZE,
        options={"duration": DURATION_S, "movement": Movement.MEDIUM},
        picture_names=tuple(f"picture-{index}" for index in range(count)),
    )


def encode_alone(frames: list[av.VideoFrame], path: Path) -> None:
    """The floor: a plain PyAV loop over frames in memory, with the same options."""
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=USUAL_FPS, options=X264_OPTIONS)
        stream.width, stream.height, stream.pix_fmt = SIZE.width_px, SIZE.height_px, "yuv420p"
        stream.codec_context.gop_size = USUAL_FPS
        for index, frame in enumerate(frames):
            frame.pts = index
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


@dataclass
class Took:
    """The best round so far. Its CPU time tells how much of a bad figure is due to a busy machine."""

    wall_s: float = math.inf
    cpu_s: float = math.inf

    def best_of(self, work: Callable[[], None]) -> None:
        wall_s, cpu_s = time.perf_counter(), time.process_time()
        work()
        self.wall_s = min(self.wall_s, time.perf_counter() - wall_s)
        self.cpu_s = min(self.cpu_s, time.process_time() - cpu_s)


def measure(mode: Mode, count: int, rounds: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for index in range(count):
            paint(folder / f"picture-{index}", 40 * index)
        order = order_for(mode, count)
        scene = rendering.scene_of(order, folder, rendering.seed_of(order, folder))
        frames = list(rendering._frames(scene, order, folder / "cover.jpg"))
        render, floor = Took(), Took()
        for _ in range(rounds):
            render.best_of(lambda: rendering.render(order, folder, lambda _share: None))
            floor.best_of(lambda: encode_alone(frames, folder / "floor.mp4"))
    return {
        "mode": mode.value,
        "render_s": round(render.wall_s, 2),
        "floor_s": round(floor.wall_s, 2),
        "ratio": round(render.wall_s / floor.wall_s, 2),
        "render_cpu_s": round(render.cpu_s, 2),
        "floor_cpu_s": round(floor.cpu_s, 2),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    within = True
    for mode, count in ((Mode.IMAGE, 1), (Mode.START_END, 2), (Mode.REFERENCE, 3)):
        row = measure(mode, count, asked.rounds)
        # The figure is promised for one picture; the others are only shown.
        if mode is Mode.IMAGE:
            within = row["ratio"] <= LIMIT_RATIO and row["render_s"] <= LIMIT_S  # type: ignore[operator]
        if asked.json:
            print(json.dumps(row))
        else:
            print(
                "{mode:<10} render {render_s:5.2f} s   floor {floor_s:5.2f} s   ratio {ratio:4.2f}"
                "   (CPU {render_cpu_s:.2f} s and {floor_cpu_s:.2f} s)".format(**row)
            )
    return 0 if within else 1


if __name__ == "__main__":
    raise SystemExit(main())
