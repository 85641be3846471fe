"""The scripted service as a program: it prints its base URL and the link to its video, and serves until its input ends.

The n-th order that it accepts takes `durations(...)[n]` seconds, so that the caller knows the times, too.
"""

import argparse
import itertools
import math
import random
import sys
from pathlib import Path

from fakes.scripted_service import FileManners, ScriptedService


def durations(count: int, median_s: float, spread: float, seed: int) -> list[float]:
    """Return log-normal times; `spread` is the standard deviation of their logarithm."""
    chance = random.Random(seed)
    return [median_s * math.exp(chance.gauss(0.0, spread)) for _ in range(count)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--video", type=Path)
    parser.add_argument("--video-bytes", type=int, default=1_000_000)
    parser.add_argument("--median", type=float, default=1.0, help="seconds of each job")
    parser.add_argument("--spread", type=float, default=0.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--concurrency", type=int)
    parser.add_argument("--speed", type=float, help="bytes a second of each file")
    asked = parser.parse_args()
    video = asked.video.read_bytes() if asked.video else b"\0\0\0\x18ftypmp42" + bytes(asked.video_bytes)
    times_s = itertools.cycle(durations(1000, asked.median, asked.spread, asked.seed))
    service = ScriptedService(
        key=None,
        video=video,
        duration_s=lambda _: next(times_s),
        concurrency=asked.concurrency,
        files=FileManners(speed_bytes_s=asked.speed),
    )
    with service:
        print(service.base_url, service.offer(video), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
