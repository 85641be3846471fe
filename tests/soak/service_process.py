"""The scripted service for the soak: seeded faults for orders, polls and files, and a few different videos.

It prints its base URL and serves until its input ends.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from fakes.scripted_faults import Fault
from fakes.scripted_service import (
    Failure,
    Kind,
    Repeats,
    ScriptedService,
    Task,
    close_at_once,
    lost_answer,
    says_error,
    says_html,
    seeded,
)
from fakes.videos import make_video

# None of these pauses the queue until a person acts: nobody would act in a soak.
FAULTS = {
    Kind.SUBMIT: (
        close_at_once(),
        close_at_once(reset=True),
        lost_answer(charged=True),
        lost_answer(charged=False),
        says_error(429, "1302", retry_after="1"),
        says_error(400, "1301", "blocked"),
        says_html(502),
    ),
    Kind.POLL: (close_at_once(), says_error(500, "500"), says_error(429, "1305"), says_html(502)),
    Kind.FILE: (
        close_at_once(),
        Fault(cut_after_bytes=20_000),
        Fault(cut_after_bytes=-1, reset=True),
        says_html(200),
        says_html(503),
    ),
}
_SHAPES = (((1280, 720), True), ((1280, 720), False), ((720, 1280), False))


def videos(folder: Path, seconds: float) -> list[bytes]:
    """Make the service's videos: wide ones with and without sound, and a tall one."""
    return [
        make_video(folder / f"{number}.mp4", size, seconds, audio=audio, b_frames=2).read_bytes()
        for number, (size, audio) in enumerate(_SHAPES)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=float, default=0.1, help="share of requests that go wrong")
    parser.add_argument("--seconds", type=float, default=4.0, help="length of the videos")
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as name:
        made = videos(Path(name), asked.seconds)

    def failure(_task: Task) -> Failure | None:
        return Failure() if dice.random() < asked.faults / 4 else None

    service = ScriptedService(
        key=None,
        repeats=Repeats.UNAWARE,
        video=lambda _task: dice.choice(made),
        duration_s=lambda _task: dice.uniform(0.5, 3.0),
        failure=failure,
        concurrency=5,
        plan=seeded(asked.seed, asked.faults, FAULTS),
    )
    with service:
        print(service.base_url, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
