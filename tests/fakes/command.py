"""Runs the command line as a person or a script would: a real process, a home of its own, a scripted service.

run = Command(home, service)
done = run("generate", "image", str(picture), "--json")
assert done.code == 0 and done.objects[-1]["state"] == "STORED"
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fakes.scripted_service import ScriptedService

COMMAND_PATIENCE_S = 900.0
"""Only for a command that hangs. Several at once, perhaps traced, take minutes on a busy machine."""


def noon_zone() -> str:
    """Return a time zone, for TZ, in which it is about noon: no day ends while a test runs."""
    return f"NOON{time.gmtime().tm_hour - 12:+d}"


@dataclass(frozen=True, kw_only=True)
class Done:
    """The result of a command. `objects` are the JSON lines of its standard output."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def last(self) -> dict[str, object]:
        """The last JSON line of the output."""
        assert self.out, self.err
        return self.objects[-1]

    @property
    def states(self) -> list[object]:
        return [line["state"] for line in self.objects]


class Command:
    def __init__(
        self, home: Path, service: ScriptedService | None = None, key: str | None = "test-key"
    ) -> None:
        self.home = home
        self.env = {
            name: value for name, value in os.environ.items() if not name.startswith(("ZAI_", "VIDU_", "COV"))
        }
        self.env["VIDU_DESKTOP_HOME"] = str(home)
        self.env["PYTHONWARNINGS"] = "default"
        if service is not None:
            self.env["ZAI_BASE_URL"] = service.base_url
        if key is not None:
            self.env["ZAI_API_KEY"] = key

    def start(
        self, *arguments: str, more_env: Mapping[str, str] | None = None, stderr: int = subprocess.PIPE
    ) -> subprocess.Popen[str]:
        """Start a command and return its process."""
        return subprocess.Popen(
            [sys.executable, "-m", "vidu_desktop", *arguments],
            env={**self.env, **(more_env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )

    def __call__(self, *arguments: str, more_env: Mapping[str, str] | None = None) -> Done:
        """Run a command to its end."""
        with self.start(*arguments, more_env=more_env) as process:
            out, err = process.communicate(timeout=COMMAND_PATIENCE_S)
        return Done(code=process.returncode, out=out, err=err)
