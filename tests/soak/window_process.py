"""The program's own window, worked in by a hand of its own; prints a JSON line for each round.

    python -m tests.soak.window_process HOME EXPORTS --pictures A B --rounds 20 --round-s 20 --jobs 500
    python -m tests.soak.window_process HOME EXPORTS --pictures A B --only play --rounds 60
    python -m tests.soak.window_process HOME EXPORTS --pictures A B --idle-s 30

With `--only`, a handful of clips is made, and then each round is one act of that kind. With `--idle-s`, nothing is done
for so long in each of some situations, and the processor time is told.
"""

import argparse
import asyncio
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psutil
from fakes.opened_window import OpenedWindow, until
from fakes.requests import a_request
from PySide6.QtCore import QSettings
from soak.hand import Hand
from soak.log_watch import LogWatch, watched_log
from soak.memory import lent_mb
from soak.rest import RestMeter
from soak.rounds import LOOP_LEAST_PERCENT, Round

import vidu_desktop.app.run as run
from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.app import open_window
from vidu_desktop.app.window import Window
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.ui.protocols import Submission
from vidu_desktop.wiring.session import Session

ACTS = ("page", "play", "compare", "hover", "mark", "export")
_A_HANDFUL = 6
_SETTLING_S = 1.5
_LEAVING_S = 0.5
"""How long closed things may take to end in their own threads."""


class Soak:
    """Does rounds of work and prints a line for each."""

    def __init__(self, opened: OpenedWindow, watch: LogWatch, asked: argparse.Namespace) -> None:
        self._opened = opened
        self._watch = watch
        self._asked = asked
        self._hand = Hand(opened, asked.exports, look_s=asked.look_s)
        self._dice = random.Random(asked.seed)
        self._done: Counter[str] = Counter()
        self._process = psutil.Process()
        self._rest = RestMeter()

    async def live(self) -> None:
        asked = self._asked
        await until(lambda: self._hand.clips == asked.clips, "the clips that were there before")
        await asyncio.sleep(_SETTLING_S)
        self._order(_A_HANDFUL)
        await self._handful()
        await self._hand.play(0)  # else the newest clip would play by itself in a loop
        await self._tell(0)
        for number in range(1, asked.rounds + 1):
            if asked.only:
                await self._act(asked.only)
                await asyncio.sleep(_LEAVING_S)
            else:
                await self._round(number)
            await self._tell(number)
        self._opened.main.close()

    async def _round(self, number: int) -> None:
        """Order videos, work in the window until the round's time is over, then look at the newest clip."""
        begun_s = time.monotonic()
        share = self._asked.jobs / self._asked.rounds
        self._order(round(share * number) - round(share * (number - 1)))
        while time.monotonic() < begun_s + self._asked.round_s:
            for act in ("page", "play", "play", "play", "hover", "hover", "mark", "compare", "export"):
                await self._act(act)
                if time.monotonic() > begun_s + self._asked.round_s:
                    break
        await self._hand.play(0)
        await asyncio.sleep(_SETTLING_S)

    async def _act(self, name: str) -> None:
        turn = self._done[name]
        shown = min(self._hand.clips, 8)
        row = self._dice.randrange(shown) if not self._asked.only else turn % shown
        acts: dict[str, Callable[[], Awaitable[None]]] = {
            "page": self._hand.page,
            "play": lambda: self._hand.play(row),
            "compare": lambda: self._hand.compare(row, (row + 1) % shown),
            "hover": lambda: self._hand.hover(row),
            "mark": lambda: self._hand.mark(row, turn),
            "export": lambda: self._hand.export(row, turn),
        }
        await acts[name]()
        self._done[name] += 1

    def _order(self, count: int) -> None:
        pictures = self._asked.pictures
        requests = tuple(_request(pictures[number % len(pictures)], number) for number in range(count))
        if requests:
            submission = Submission(requests=requests, rehearsal=False)
            self._opened.window.compose.submit_requested.emit(submission)

    async def idle(self) -> None:
        """Bring about one situation after the other, and measure each while nothing is done."""
        hand = self._hand
        await asyncio.sleep(_SETTLING_S)
        await self._look_idle("an empty account")
        await self._handful()
        await hand.play(0)
        await self._look_idle("a clip on the stage, after jumps")
        await hand.compare(0, 1)
        await self._look_idle("after a comparison")
        for row in range(hand.clips):
            await hand.hover(row)
        await self._look_idle("after hovering")
        await hand.mark(0, 1)
        await hand.export(0, 0)
        await self._look_idle("after an export")
        self._opened.window.queue.header.pause.click()
        self._order(_A_HANDFUL)
        await until(lambda: "READY" in [job.state.name for job in self._opened.jobs()], "orders that wait")
        await self._look_idle("paused, orders wait")
        self._opened.main.close()

    async def _look_idle(self, situation: str) -> None:
        await self._rest.quietest_percent()
        percent = await self._rest.percent(self._asked.idle_s)
        print(
            json.dumps({"idle": situation, "percent": percent, "messages": self._watch.taken()}), flush=True
        )

    async def _handful(self) -> None:
        """Make some clips."""
        before = self._asked.clips
        while self._hand.clips - before < _A_HANDFUL // 2:  # orders may be refused, or their answers lost
            self._order(_A_HANDFUL - self._hand.clips + before)
            await self._ended()

    async def _ended(self) -> None:
        """Wait until everything that was ordered has ended; on a slow machine, as long as something still changes."""
        rows = len(self._opened.jobs())
        await until(lambda: len(self._opened.jobs()) > rows, "rows in the queue")
        while not self._all_ended():
            before = self._opened.jobs()
            states = [job.state.name for job in before]
            await until(lambda before=before: self._opened.jobs() != before, f"a job that moves on: {states}")

    def _all_ended(self) -> bool:
        return all(job.ended or job.state.name == "UNKNOWN" for job in self._opened.jobs())

    async def _tell(self, number: int) -> None:
        rest_percent = await self._rest.quietest_percent(LOOP_LEAST_PERCENT)
        unexpected = self._watch.taken()
        helpers = self._process.children(recursive=True)
        connections = sum(one.status != psutil.CONN_LISTEN for one in self._process.net_connections("inet"))
        told = Round(
            number=number,
            rss_mb=self._process.memory_info().rss / 1e6,
            used_mb=lent_mb(),
            helpers_mb=sum(_rss_mb(helper) for helper in helpers),
            threads=self._process.num_threads(),
            helpers=len(helpers),
            open_files=self._process.num_fds() - connections,
            connections=connections,
            rows=len(self._opened.jobs()),
            clips=self._hand.clips,
            paged=self._done["page"],
            played=self._done["play"],
            compared=self._done["compare"],
            hovered=self._done["hover"],
            marked=self._done["mark"],
            exported=self._done["export"],
            unexpected=len(unexpected),
            rest_percent=rest_percent,
        )
        print(json.dumps({"round": asdict(told), "messages": unexpected}), flush=True)


def _rss_mb(process: psutil.Process) -> float:
    try:
        return process.memory_info().rss / 1e6
    except psutil.Error:  # it has ended meanwhile
        return 0.0


def _request(path: str, number: int) -> GenerationRequest:
    return a_request(f"clouds drift over the hills, {number}", picture_paths=(path,), movement="medium")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("exports", type=Path)
    parser.add_argument("--pictures", nargs="+", required=True)
    parser.add_argument("--rounds", type=int, default=0)
    parser.add_argument("--idle-s", type=float, default=0.0)
    parser.add_argument("--round-s", type=float, default=0.0)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--clips", type=int, default=0, help="how many there are before")
    parser.add_argument("--only", choices=ACTS)
    parser.add_argument("--look-s", type=float, default=1.0, help="how long a video is looked at")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    memory = QSettings(
        str(resolve_paths(str(asked.home)).config_dir / "window.ini"), QSettings.Format.IniFormat
    )
    memory.setValue("export/folder", str(asked.exports))
    memory.sync()

    with watched_log() as watch:

        class DrivenWindow(Window):
            """The program's own, which goes to work by itself as soon as it has begun."""

            def __init__(self, session: Session, *rest: Any) -> None:
                super().__init__(session, *rest)
                self._driven = session

            async def begin(self) -> None:
                await super().begin()
                self.main.show_library()
                soak = Soak(OpenedWindow(self._driven, self), watch, asked)
                self._tasks.start("the soak", self._soaked(soak))

            async def _soaked(self, soak: Soak) -> None:
                try:
                    await (soak.idle() if asked.idle_s else soak.live())
                except BaseException as error:
                    print(json.dumps({"ended": f"{type(error).__name__}: {error}"}), flush=True)
                    self.main.close()
                    raise

        run.Window = DrivenWindow  # type: ignore[attr-defined]
        sys.exit(open_window(str(asked.home)))


if __name__ == "__main__":
    main()
