"""The player: from the click to the first frame, against a bare QMediaPlayer; and one frame back over a distant keyframe.

Each runs in an offscreen process that has loaded everything it needs; a click is a call of the pane's `play`.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import av
from benchmarks.figures import Figure, median, ratio_figure, share
from PIL import Image, ImageFilter

FRAMES, GOP = 300, 250
_SIZE = (1280, 720)


def measure(*, quick: bool) -> list[Figure]:
    rounds = 5 if quick else 25
    with tempfile.TemporaryDirectory() as name:
        clip = make_clip(Path(name) / "clip.mp4")
        bare = _run("bare", clip, rounds)["first_ms"][1:]
        ours = _run("ours", clip, rounds)["first_ms"][1:]
        back = _run("back", clip, rounds)
    note = f"medians of {len(ours)} openings of 720p; the first, which loads the libraries, is left out"
    first = ratio_figure("click to first frame", median(bare) / 1000, median(ours) / 1000, 1.5, note)
    p95, wrong = share(back["step_ms"], 0.95), back["wrong"]
    step = Figure(
        what=f"one frame back, 720p, GOP {GOP}",
        floor="-",
        measured=f"p95 {p95:.1f} ms",
        outcome=f"worst {max(back['step_ms']):.0f} ms, {len(back['step_ms']) - wrong} of {len(back['step_ms'])} exact",
        reach="p95 < 50 ms, all exact",
        ok=p95 < 50 and not wrong,
        note="through the whole clip from its end, some 12 steps a second, until the picture is painted",
    )
    return [first, step]


def make_clip(path: Path, frames: int = FRAMES) -> Path:
    """Encode a slow pan over a picture with edges. Each frame shows its number as bars in its upper left corner."""
    base = (
        Image.effect_mandelbrot(_SIZE, (-2, -1.2, 1, 1.2), 60)
        .convert("RGB")
        .filter(ImageFilter.GaussianBlur(2))
    )
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=24)
        stream.width, stream.height, stream.pix_fmt = *_SIZE, "yuv420p"
        stream.options = {
            "preset": "veryfast",
            "crf": "20",
            "x264-params": f"keyint={GOP}:min-keyint={GOP}:scenecut=0:bframes=3",
        }
        for number in range(frames):
            near = 1 - number * 0.001
            picture = base.transform(
                _SIZE, Image.Transform.AFFINE, (near, 0, number * 0.6, 0, near, number * 0.3)
            )
            for bit in range(9):
                colour = (255, 255, 255) if number >> bit & 1 else (0, 0, 0)
                picture.paste(colour, (bit * 32, 0, bit * 32 + 32, 32))
            container.mux(stream.encode(av.VideoFrame.from_image(picture)))
        container.mux(stream.encode(None))
    return path


def _run(what: str, clip: Path, rounds: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.player_process", what, str(clip), str(rounds)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=300,
        check=True,
    )
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said
