"""The scenes in which the program is struck: with real processes and a real service on loopback.

stage = Stage(folder, afresh=True)
for struck in stage.strike_all(Strike("first", point) for point in evenly(stage.points("first"), 20)):
    assert struck.wrong == ()
"""

import contextlib
import copy
import dataclasses
import json
import platform
import shutil
import sqlite3
import subprocess
import sys
import threading
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fakes.command import COMMAND_PATIENCE_S, Command
from fakes.pictures import make_picture
from fakes.quick_command import QuickCommand, run_forked
from fakes.scripted_service import Charge, Kind, Repeats, ScriptedService, Task, held_until, nth_of
from fakes.videos import make_video
from faults.kill_points.afterwards import Aftermath, Breach, frames_of
from faults.kill_points.forked import be_the_stopper
from faults.kill_points.strikes import Point, Strike, Struck

HERE = Path(__file__).parent
AT_ONCE = 4


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A home as it was before, and the command that is struck in it."""

    arguments: tuple[str, ...]
    home: Path | None = None
    port: int = 0
    """The port of the service that took an order of the scene: the order is asked for there and nowhere else. 0 means any."""
    tasks: tuple[Task, ...] = ()
    ledger: tuple[Charge, ...] = ()
    old_jobs: frozenset[str] = frozenset()
    knows_request_ids: bool = False


class Stage:
    """Prepares the scenes in `folder`, each as often as it is needed at once: the service of one has a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        video_path = make_video(folder / "video.mp4", size=(640, 360), seconds=1.0)
        self.video = video_path.read_bytes()
        self.frames = frames_of(video_path)
        self.pictures = [str(make_picture(folder / f"{n}.png", size=(320 + n, 180))) for n in range(3)]
        self._idle: defaultdict[str, list[Scene]] = defaultdict(list)
        self._calls: dict[str, list[dict[str, Any]]] = {}
        self._builders: dict[str, Callable[[], Scene]] = {
            "first": lambda: Scene(arguments=("generate", "image", self.pictures[0])),
            "later": self._later,
            "waiting": self._waiting,
            "unanswered": self._unanswered,
        }

    @contextmanager
    def _lent(self, name: str) -> Iterator[Scene]:
        """Yield a scene that nobody else uses meanwhile."""
        try:
            scene = self._idle[name].pop()
        except IndexError:
            scene = self._builders[name]()
        try:
            yield scene
        finally:
            self._idle[name].append(scene)

    def _later(self) -> Scene:
        """One video is already there; three pictures wait for the next."""
        home = self._place("later")
        with self._service() as service:
            done = Command(home, service)("generate", "image", self.pictures[0], "--json")
            assert done.code == 0, done.err
            return Scene(
                arguments=("generate", "reference", *self.pictures, "--prompt", "waves at dusk"),
                home=home,
                tasks=tuple(service.tasks.values()),
                ledger=tuple(service.ledger),
                old_jobs=frozenset(str(line["job"]) for line in done.objects),
            )

    def _waiting(self) -> Scene:
        """The service has the order, and the program was killed while it waited."""
        return self._broken_off("waiting", lambda service: service.count(Kind.POLL) >= 1, hold=False)

    def _unanswered(self) -> Scene:
        """The program was killed before the answer to its order came; the service can be asked about it."""
        scene = self._broken_off("unanswered", lambda service: len(service.ledger) == 1, hold=True)
        return dataclasses.replace(scene, knows_request_ids=True)

    def _broken_off(self, name: str, when: Callable[[ScriptedService], bool], *, hold: bool) -> Scene:
        home = self._place(name)
        answer = threading.Event()
        with self._service() as service:
            service.duration_s = 3600.0
            service.plan = nth_of(Kind.SUBMIT, {1: held_until(answer)}) if hold else None
            process = Command(home, service).start("generate", "image", self.pictures[0], "--json")
            assert service.wait_until(lambda: when(service), COMMAND_PATIENCE_S)
            process.kill()
            process.communicate(timeout=COMMAND_PATIENCE_S)
            answer.set()
            service.finish()
            tasks, ledger = tuple(service.tasks.values()), tuple(service.ledger)
        return Scene(
            arguments=("resume",),
            home=home,
            port=urlsplit(service.base_url).port or 0,
            tasks=tasks,
            ledger=ledger,
        )

    def _service(self, port: int = 0) -> ScriptedService:
        return ScriptedService(video=self.video, repeats=Repeats.UNAWARE, port=port)

    def _place(self, name: str) -> Path:
        return self.folder / f"{name}-{uuid.uuid4().hex[:8]}"

    @contextmanager
    def _set(self, name: str) -> Iterator[tuple[Scene, Path, Command, ScriptedService]]:
        """Yield a copy of the scene's home, with a service that knows what it knew then."""
        with self._lent(name) as scene:
            folder = self._place(name)
            folder.mkdir()
            with self._copy(scene, folder) as (command, service):
                yield scene, folder, command, service
            shutil.rmtree(folder)

    @contextmanager
    def _copy(self, scene: Scene, folder: Path) -> Iterator[tuple[Command, ScriptedService]]:
        home = folder / "home"
        if scene.home is None:
            home.mkdir()
        else:
            shutil.copytree(scene.home, home)
            _settle_here(home)
        with self._service(scene.port) as service:
            service.knows_request_ids = scene.knows_request_ids
            service.tasks |= {task.task_id: copy.copy(task) for task in scene.tasks}
            service.ledger += scene.ledger
            yield QuickCommand(home, service), service

    def points(self, name: str, *, helper: bool | None = None) -> list[Point]:
        """Return every point of a scene, from one run that isn't struck; `helper` limits them to a helper's points or the
        main program's.
        """
        if name not in self._calls:
            with self._set(name) as (scene, folder, command, _):
                report, _ = self._run(scene.arguments, folder, command, {}, None)
            assert report["exit_code"] == 0, report
            self._calls[name] = report["calls"]
        return [
            (call["call"], call["what"], call["nth"])
            for call in self._calls[name]
            if helper in (None, call["helper"])
        ]

    def strike(self, strike: Strike) -> Struck:
        """Run the scene, strike it, and return the result."""
        with self._set(strike.scene) as (scene, folder, command, service):
            ask: dict[str, object] = {"at": strike.point, "whom": strike.whom}
            if strike.power:
                ask |= {"durable": str(folder / "left"), "by_folder": strike.power == "by-folder"}
            report, out = self._run(
                scene.arguments, folder, command, ask, strike.control, afresh=strike.afresh
            )
            reached = report["struck"] is not None
            if strike.power and reached:
                shutil.rmtree(command.home)
                (folder / "left").replace(command.home)
            if strike.again is not None:
                self._run(("resume",), folder, command, {"at": strike.again}, None)
            after = Aftermath(command, service, self.frames, scene.old_jobs, out).check()
            fitting = {
                "all": (0, -9),
                "helper": (0,),
                "term": (0, 130),
                "call": (0, 1, 3),
                "disk": (0, 1, 3, -9),
            }[strike.whom]
            wrong = list(after.wrong)
            if report["exit_code"] not in fitting:
                wrong.append(
                    f"{Breach.OTHER}: struck, the program ended with {report['exit_code']}: {out[-300:]}"
                )
            return Struck(
                strike=strike,
                reached=reached,
                exit_code=report["exit_code"],
                seconds_after=report["seconds_after"],
                end=after.end,
                wrong=tuple(wrong),
            )

    def strike_all(self, strikes: Iterable[Strike]) -> list[Struck]:
        """Strike many times, several at once: much of the time is waiting."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(self.strike, strikes))

    def both_at_once(self, control: str | None = None, *, afresh: bool = False) -> tuple[list[str], bool]:
        """Start two programs on one home at once; return what is wrong, and whether both wrote at the same time."""
        with self._set("first") as (scene, folder, command, service):
            folders = [folder / "one", folder / "two"]
            for one in folders:
                one.mkdir()
            with ThreadPoolExecutor(2) as pool:
                runs = [
                    pool.submit(self._run, scene.arguments, one, command, {}, control, afresh=afresh)
                    for one in folders
                ]
                reports = [run.result() for run in runs]
            spans = sorted(_writing(report) for report, _ in reports)
            wrong = [f"one ended with {report['exit_code']}" for report, _ in reports if report["exit_code"]]
            out = "".join(out for _, out in reports)
            wrong += Aftermath(command, service, self.frames, frozenset(), out).check().wrong
            if len(service.charges) != len(reports):
                wrong.append(f"{len(service.charges)} charges for {len(reports)} clicks")
            return wrong, spans[0][1] > spans[1][0]

    def jump(self, days: int, count: int) -> list[str]:
        """Let the wall clock jump when four of `count` orders are at the service; return what is wrong."""
        with self._set("first") as (_, folder, command, service):
            service.duration_s = 3600.0
            days_path = folder / "days"
            days_path.write_text("0")
            pictures = [self.pictures[n % len(self.pictures)] for n in range(count)]
            program = [sys.executable, str(HERE / "unsafe.py"), "clock", "generate", "image", *pictures]
            env = {**command.env, "KILL_POINTS_CLOCK": str(days_path)}
            pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
            with subprocess.Popen([*program, "--json"], env=env, **pipes) as process:  # type: ignore[call-overload]
                taken = service.wait_until(lambda: len(service.ledger) >= 4, COMMAND_PATIENCE_S)
                (folder / "days.new").write_text(str(days))
                (folder / "days.new").replace(
                    days_path
                )  # the program reads it all the time: never an empty file
                service.duration_s = 0.0
                service.finish()
                try:
                    out, err = process.communicate(timeout=COMMAND_PATIENCE_S)
                except subprocess.TimeoutExpired:
                    process.kill()
                    out, err = process.communicate()
            wrong = [] if taken else ["the orders were not sent"]
            if process.returncode != 0:
                wrong.append(f"it ended with {process.returncode}: {err[-500:]}")
            return wrong + Aftermath(command, service, self.frames, frozenset(), out).check().wrong

    def _run(
        self,
        arguments: Sequence[str],
        folder: Path,
        command: Command,
        ask: dict[str, object],
        control: str | None,
        *,
        afresh: bool = False,
    ) -> tuple[dict[str, Any], str]:
        report_path = folder / "report.json"
        order = json.dumps({"home": str(command.home), "report": str(report_path), **ask})
        arguments = (*arguments, "--json")
        if afresh:
            program = [str(HERE / "unsafe.py"), control] if control else ["-m", "vidu_desktop"]
            done = subprocess.run(
                [sys.executable, str(HERE / "stopper.py"), order, sys.executable, *program, *arguments],
                env=command.env,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=COMMAND_PATIENCE_S,
                check=False,
            )
            out, err = done.stdout, done.stderr
        else:
            forked = run_forked(be_the_stopper, arguments, command.env, order, control)
            out, err = forked.out, forked.err
        assert report_path.exists(), err
        return json.loads(report_path.read_text()), out


def _settle_here(home: Path) -> None:
    """Let the journal of a copied home forget where it was: the run is a later one of the same home, not of a copy."""
    journal = home / "data" / "journal.sqlite3"
    if journal.exists():
        with contextlib.closing(sqlite3.connect(journal)) as connection, connection:
            connection.execute("DELETE FROM meta WHERE key = 'place'")


def _writing(report: dict[str, Any]) -> tuple[float, float]:
    """Return from when to when a program changed files that belong to the holder of the lock."""
    times = [
        call["at_s"] for call in report["calls"] if call["what"].startswith(("data/journal", "data/index"))
    ]
    return min(times), max(times)


def why_no_call_fails() -> str | None:
    """Return why single calls can't be made to fail here; None when they can."""
    return None if platform.machine() == "x86_64" else "only x86-64's registers are known"


def why_not() -> str | None:
    """Return why programs can't be stopped at system calls here, as a sentence; None when they can."""
    if sys.platform != "linux":
        return "only Linux has the ptrace that this needs"
    done = subprocess.run(
        [sys.executable, str(HERE / "stopper.py"), '{"home": "/nowhere", "report": "/dev/null"}', "true"],
        capture_output=True,
        text=True,
        timeout=COMMAND_PATIENCE_S,
        check=False,
    )
    return (
        f"this system doesn't let one process trace another: {done.stderr[-200:]}"
        if done.returncode
        else None
    )
