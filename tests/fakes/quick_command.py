"""The command line as a process that is forked from one which has loaded the program already, like its helpers.

It is the same program in processes of their own, without the time to load it: hundreds of runs look at what
comes of it. What is struck, and whatever has to do with how a program starts, is started afresh, see `fakes.command`.
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
"""Names of the environment that mean something to the program alone, and not to what it was loaded with."""
_one_at_a_time = threading.Lock()
"""Held to start a process and to read how one ended. `start` asks every process of ours whether it has ended, and an
exit code can be read once only: of two threads that ask at once, one was told 255.
"""


def be_the_program(
    arguments: tuple[str, ...], env: dict[str, str], folder: str, out_path: str, err_path: str
) -> None:
    """In the forked process: turn into the command line, whose rehearsals are small."""
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
    sys.modules["__main__"] = program  # what the program's own helpers load again
    share_the_server()
    fork_helpers()
    with small_rehearsals():
        code = program.main()
    sys.stdout.flush()
    sys.stderr.flush()
    sys.exit(code)


class QuickCommand(Command):
    """Use it as a Command; `start` begins one in the usual way, and so does a call in another environment."""

    def __call__(self, *arguments: str, more_env: Mapping[str, str] | None = None) -> Done:
        """Run a command to its end."""
        more_env = more_env or {}
        if not CAN_FORK or not all(name.startswith(_OURS) for name in more_env):
            return super().__call__(*arguments, more_env=more_env)
        return run_forked(be_the_program, arguments, {**self.env, **more_env})


def run_forked(
    target: Callable[..., None], arguments: tuple[str, ...], env: Mapping[str, str], *more: object
) -> Done:
    """Run `be_the_program`, or what becomes of it later and takes `more`, to its end in a process of its own."""
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
    """Wait for the end of a process, which is killed if it takes too long."""
    if not wait([process.sentinel], COMMAND_PATIENCE_S):
        process.kill()
        wait([process.sentinel])
    with _one_at_a_time:
        process.join()
        code = process.exitcode
        process.close()
    assert code is not None
    return code
