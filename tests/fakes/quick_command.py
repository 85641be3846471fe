"""The command line as a process that is forked from one that has already loaded the program, as are its helpers.

It is the same program in processes of its own, without the loading time, for hundreds of runs that check results. Everything
that is killed, and everything about how a program starts, uses fresh processes instead, see `fakes.command`.
"""

import os
import sys
import threading
import warnings
from collections.abc import Callable, Mapping
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory

from fakes.command import COMMAND_PATIENCE_S, Command, Done
from fakes.forked_processes import CAN_FORK, fork_helpers, forking_context, share_the_server
from fakes.small_rehearsals import small_rehearsals

_OURS = ("ZAI_", "VIDU_")
"""Beginnings of environment variables that only the program reads, and not the libraries that are already loaded."""
_one_at_a_time = threading.Lock()
"""Held while a process is started, and while the result of one is read. `start` asks all of our processes whether they have
ended, and an exit code can be read only once: when two threads asked at the same time, one got 255.
"""


def be_the_program(
    arguments: tuple[str, ...], env: dict[str, str], folder: str, out_path: str, err_path: str
) -> None:
    """Called in the forked process: become the command line, with small rehearsals."""
    import vidu_desktop.__main__ as program

    for descriptor, path in ((1, out_path), (2, err_path)):
        opened = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(opened, descriptor)
    sys.stdout = os.fdopen(1, "w", closefd=False)
    sys.stderr = os.fdopen(2, "w", closefd=False, errors="backslashreplace")
    os.environ.clear()
    os.environ.update(env)
    os.chdir(folder)
    warnings.simplefilter("default")
    sys.argv = ["vidu-desktop", *arguments]
    sys.modules["__main__"] = program  # the program's helpers load this module again
    share_the_server()
    fork_helpers()
    with small_rehearsals():
        code = program.main()
    sys.stdout.flush()
    sys.stderr.flush()
    sys.exit(code)


class QuickCommand(Command):
    """Used like a Command. `start` uses a fresh process, and so does a call with `more_env` that the libraries might read."""

    def __call__(self, *arguments: str, more_env: Mapping[str, str] | None = None) -> Done:
        """Run a command to its end."""
        more_env = more_env or {}
        if not CAN_FORK or not all(name.startswith(_OURS) for name in more_env):
            return super().__call__(*arguments, more_env=more_env)
        return run_forked(be_the_program, arguments, {**self.env, **more_env})


def run_forked(
    target: Callable[..., None], arguments: tuple[str, ...], env: Mapping[str, str], *more: object
) -> Done:
    """Run `target` to its end in a forked process: `be_the_program`, or a function that takes `more` and calls it later."""
    with TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        process = forking_context().Process(
            target=target,
            args=(arguments, dict(env), str(Path.cwd()), str(out), str(err), *more),
            daemon=False,
        )
        with _one_at_a_time:
            process.start()
        code = _exit_code(process)
        texts = [path.read_text("utf-8", "surrogateescape") if path.exists() else "" for path in (out, err)]
        return Done(code=code, out=texts[0], err=texts[1])


def _exit_code(process: BaseProcess) -> int:
    """Wait until a process ends, and return its exit code; kill it if it takes too long."""
    if not wait([process.sentinel], COMMAND_PATIENCE_S):
        process.kill()
        wait([process.sentinel])
    with _one_at_a_time:
        process.join()
        code = process.exitcode
        process.close()
    assert code is not None
    return code
