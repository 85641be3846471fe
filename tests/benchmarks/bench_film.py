"""A strip played as one film: how late its frames are over 20 seams, compared with a single clip, and the memory for 50
videos.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.bench_player import make_clip
from benchmarks.figures import Figure
from fakes.pictures import make_picture

SEAMS, PARTS = 20, 50
_FRAMES, _LATE_MOST, _MEMORY_MOST_MB, _USED_MOST = 48, 1.0, 150.0, 1.5
_STILLS = 6
_AT_SEAM = 3
"""How many frames from a seam on belong to the seam."""


def measure(*, quick: bool) -> list[Figure]:
    seams, parts = (3, 6) if quick else (SEAMS, PARTS)
    with tempfile.TemporaryDirectory() as name:
        clip = make_clip(Path(name) / "clip.mp4", _FRAMES)
        alone = _run(clip, seams + 1, "--alone")
        film = _run(clip, seams + 1)
        strip = _run(clip, parts)
        stills = Path(name) / "stills"
        stills.mkdir()
        for number in range(_STILLS):
            make_picture(stills / f"{number}.png", (1280 + 2 * number, 720))
        stand_ins = _run(stills, parts, "--stand-ins")
        alone_long = _run(clip, parts, "--alone")
    late = film["late"]
    begins = set(film["seams"])
    at_seams = [
        one
        for one, frame in zip(late, film["frames"], strict=True)
        if any(frame - step in begins for step in range(_AT_SEAM))
    ]
    worst = max(late)
    more_mb = strip["most_mb"] - strip["idle_mb"]
    return [
        Figure(
            what=f"a strip's frames over {seams} seams, 720p",
            floor=f"worst {max(alone['late']):.1f} late",
            measured=f"worst {worst:.1f} late, at a seam {max(at_seams):.1f}",
            outcome=f"{film['shown']} of {film['whole']} shown",
            reach="none over 1 frame late",
            ok=worst <= _LATE_MOST,
            note=f"the floor is one clip that loops as long: {alone['shown']} of {alone['whole']} shown; in frames of 42 ms, from "
            "the one that was earliest",
        ),
        Figure(
            what=f"memory with a strip of {parts} played through",
            floor=f"{strip['idle_mb']:.0f} MB",
            measured=f"{strip['most_mb']:.0f} MB",
            outcome=f"{more_mb:+.0f} MB",
            reach=f"< +{_MEMORY_MOST_MB:g} MB",
            ok=more_mb < _MEMORY_MOST_MB,
            note=f"{strip['shown']} of {strip['whole']} frames shown",
        ),
        Figure(
            what=f"the same of {parts} stand-ins, two stills that go over into each other",
            floor=f"{stand_ins['idle_mb']:.0f} MB",
            measured=f"{stand_ins['most_mb']:.0f} MB",
            outcome=f"{stand_ins['most_mb'] - stand_ins['idle_mb']:+.0f} MB",
            reach=f"< +{_MEMORY_MOST_MB:g} MB",
            ok=stand_ins["most_mb"] - stand_ins["idle_mb"] < _MEMORY_MOST_MB,
            note=f"{stand_ins['shown']} of {stand_ins['whole']} frames shown, worst {max(stand_ins['late']):.1f} late",
        ),
        Figure(
            what=f"processor time of {parts} stand-ins played through",
            floor=f"{alone_long['used_s']:.1f} s",
            measured=f"{stand_ins['used_s']:.1f} s",
            outcome=f"{stand_ins['used_s'] / alone_long['used_s']:.2f}x",
            reach=f"at most {_USED_MOST:g}x",
            ok=stand_ins["used_s"] <= _USED_MOST * alone_long["used_s"],
            note=f"the floor is one clip that loops as long: {alone_long['shown']} of {alone_long['whole']} shown, worst "
            f"{max(alone_long['late']):.1f} late",
        ),
    ]


def _run(clip: Path, parts: int, *more: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.film_process", str(clip), str(parts), *more],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=600,
        check=True,
    )
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said
