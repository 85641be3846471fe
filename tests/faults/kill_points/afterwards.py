"""What must be true after the program was struck: right then, after `resume`, and for ever after.

Every breach is a sentence in a list and begins with its kind. The ledger of the scripted service is the truth about the
money.
"""

import json
from collections import Counter
from enum import StrEnum
from pathlib import Path

import av
from fakes.command import Command, Done
from fakes.scripted_service import ScriptedService

_LEFTOVERS = (".part", ".new", ".tmp", ".part.json")
_Jobs = list[dict[str, object]]


class Breach(StrEnum):
    LOST = "lost"
    """A click or a paid task is forgotten, or stands still."""
    DOUBLE = "double"
    """A click was charged twice, or an order was sent twice."""
    UNPLAYABLE = "unplayable"
    """A video is shown that isn't complete."""
    LITTER = "litter"
    """Something was left behind that nobody will ever look for, or files and records don't agree."""
    OTHER = "other"


def frames_of(path: Path) -> int:
    """Return the number of frames, all decoded. Raises what av raises for a file that isn't complete."""
    with av.open(str(path)) as container:
        return sum(1 for _ in container.decode(video=0))


class Aftermath:
    """Looks at a home after its program was struck. `frames` is the number of frames of a complete video; `old_jobs` were
    there before.

    `struck_out` is what the program wrote to standard output before its end: that must be true.
    """

    def __init__(
        self,
        command: Command,
        service: ScriptedService,
        frames: int,
        old_jobs: frozenset[str],
        struck_out: str,
    ) -> None:
        self._command = command
        self._service = service
        self._frames = frames
        self._old_jobs = old_jobs
        lines = [json.loads(line) for line in struck_out.splitlines() if line.endswith("}")]
        self._told = {str(line["job"]) for line in lines if line["job"] is not None}
        self._library = command.home / "library"
        self.wrong: list[str] = []
        self.end = "?"
        """Where the job was in the end: NONE, STORED, RESCUED or GIVEN-UP."""

    def check(self) -> "Aftermath":
        self._nothing_half_is_shown("right after")
        self._resumed = self._run("resume")
        jobs = [job for job in self._run("jobs").objects if job["job"] not in self._old_jobs]
        self.end = ", ".join(sorted({self._settle(job) for job in jobs})) or "NONE"
        self._library_is_whole()
        self._a_second_resume_does_nothing()
        self._books_agree()
        self._nothing_half_is_shown("in the end")
        self._no_orphans()
        for error in self._service.crashes:
            self._say(Breach.OTHER, f"the scripted service crashed: {error!r}")
        return self

    def _say(self, breach: Breach, sentence: str) -> None:
        self.wrong.append(f"{breach}: {sentence}")

    def _run(self, *arguments: str) -> Done:
        done = self._command(*arguments, "--json")
        if "Traceback" in done.err or done.code not in (0, 1, 3):
            self._say(Breach.OTHER, f"{' '.join(arguments[:2])} ended with {done.code}: {done.err[-800:]}")
        return done

    def _shown(self, suffix: str) -> list[Path]:
        return [path for path in self._library.rglob(f"*{suffix}") if not path.name.startswith(".")]

    def _nothing_half_is_shown(self, when: str) -> None:
        for path in self._shown(".mp4"):
            try:
                frames = frames_of(path)
            except (av.error.FFmpegError, OSError) as error:
                self._say(Breach.UNPLAYABLE, f"{when}, {path.name} can't be played: {type(error).__name__}")
            else:
                if frames != self._frames:
                    self._say(Breach.UNPLAYABLE, f"{when}, {path.name} has {frames} of {self._frames} frames")
        for path in self._shown(".json"):
            if not path.with_suffix(".mp4").exists():
                self._say(Breach.UNPLAYABLE, f"{when}, the record {path.name} has no video")

    def _settle(self, job: dict[str, object]) -> str:
        """Bring an open job to its end, as a person would; return which end."""
        name = str(job["job"])
        if job["state"] == "STORED":
            return "STORED"
        if job["state"] != "UNKNOWN":
            said = (
                f"it ended with {self._resumed.code}: {self._resumed.out[-600:]} {self._resumed.err[-600:]}"
            )
            self._say(Breach.LOST, f"after resume it is {job['state']}: {job['error']}; {said}")
            return str(job["state"])
        charged = [task for task in self._service.tasks.values() if task.request_id == job["request_id"]]
        if not charged:
            if self._run("jobs", "give-up", name).states[-1:] != ["CANCELLED"]:
                self._say(Breach.OTHER, "it could not be given up")
            return "GIVEN-UP"
        done = self._run("jobs", "rescue", name, charged[0].task_id)
        if done.states[-1:] != ["STORED"]:
            self._say(Breach.LOST, f"the rescue ended with {done.states} {done.err[-300:]}")
        return "RESCUED"

    def _library_is_whole(self) -> None:
        if not self._library.exists() and self.end in ("NONE", "GIVEN-UP"):
            return  # nothing was ever put there
        for found in self._run("library", "verify").objects:
            if found.get("code") != "leftover-removed":
                self._say(Breach.LITTER, f"library verify says {found}")

    def _a_second_resume_does_nothing(self) -> None:
        before = len(self._service.requests)
        done = self._run("resume")
        if done.code != 0 or done.out or len(self._service.requests) != before:
            self._say(
                Breach.LOST, f"a second resume still found something to do: {done.code} {done.out[:300]}"
            )

    def _books_agree(self) -> None:
        jobs = self._run("jobs").objects
        charges = self._service.charges
        for job_id in self._told - {str(job["job"]) for job in jobs}:
            self._say(Breach.LOST, f"job {job_id} was announced and is forgotten")
        for ticket in set(charges) - {str(job["request_id"]) for job in jobs}:
            self._say(Breach.LOST, f"{ticket} was charged and is forgotten")
        for job in jobs:
            count = charges[str(job["request_id"])]
            if count > 1:
                self._say(Breach.DOUBLE, f"{job['request_id']} was charged {count} times")
            elif (count == 1) != (job["state"] == "STORED"):
                self._say(Breach.LOST, f"{job['request_id']} was charged {count} times and is {job['state']}")
        self._library_has_each_once({str(job["job"]) for job in jobs if job["state"] == "STORED"})

    def _library_has_each_once(self, stored: set[str]) -> None:
        clips = Counter(str(clip["job"]) for clip in self._run("library", "list").objects)
        if clips != Counter(stored):
            self._say(Breach.LITTER, f"stored are {sorted(stored)}, and the library shows {dict(clips)}")

    def _no_orphans(self) -> None:
        home = self._command.home
        for path in home.rglob("*"):
            half = path.name.endswith(_LEFTOVERS)  # `inputs/.new-*` is swept by the helpers when it is old
            if path.is_file() and (half or path.parent == home / "data" / "staging"):
                self._say(Breach.LITTER, f"{path.relative_to(home)} was left behind")
        videos, records = self._shown(".mp4"), self._shown(".json")
        if len(videos) != len(records):
            self._say(Breach.LITTER, f"{len(videos)} videos and {len(records)} records are in the library")
