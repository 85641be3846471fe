"""COMPOSITION ROOT of the command line: runs the same engine as the window, without a window."""

import argparse
import asyncio
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from vidu_desktop.adapters.net.exhausted import is_exhausted
from vidu_desktop.cli.grammar import WrongUsage
from vidu_desktop.cli.reports import JsonReport, PeopleReport, Report
from vidu_desktop.cli.requests import NotInOrder
from vidu_desktop.cli.speech import language_for, speech_for
from vidu_desktop.cli.streams import Stream
from vidu_desktop.cli.watch_arguments import WATCH_ACTIONS
from vidu_desktop.domain.languages import ENGLISH
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP, without_controls
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence, ViduDesktopError

if TYPE_CHECKING:
    from vidu_desktop.wiring.session import Session

_INTERRUPTED = QT_TRANSLATE_NOOP(
    "command line", "Interrupted. Nothing is lost: `vidu-desktop resume` carries on."
)
_ENDED_HALFWAY = QT_TRANSLATE_NOOP(
    "command line", "Interrupted. What was finished stays, and nothing half-written is left."
)
_OF_NO_JOBS = frozenset({"library", "shelf"})
_ENDS_HERE = QT_TRANSLATE_NOOP(
    "command line",
    "This command ends here, and what is unfinished waits; nothing is lost. `vidu-desktop resume`, or the window, goes on with "
    "it as soon as that is possible.",
)
_HAS_ENDED = QT_TRANSLATE_NOOP(
    "command line",
    "This command has ended, and doesn't go on by itself. Once there is room, `vidu-desktop jobs` shows what was ordered, and "
    "`vidu-desktop resume` carries on with it.",
)
_AT_END = QT_TRANSLATE_NOOP(
    "command line",
    "This computer has no open files, memory or threads left, so this command ends here; nothing is lost. End other programs; "
    "then `vidu-desktop jobs` shows what was ordered, and `vidu-desktop resume` carries on with it.",
)
BAD_INPUT, UNFINISHED, INTERRUPTED = 2, 3, 130
_THREADS = "command"
_THREADS_END_WITHIN_S = 2.0


def run(options: argparse.Namespace) -> int:
    """Run the parsed command, and return the exit code."""
    if options.verb == "rehearsal":
        from vidu_desktop.adapters.desktop.key_variables import take_keys
        from vidu_desktop.adapters.desktop.paths import resolve_paths
        from vidu_desktop.rehearsal.alone import run_alone

        _spare_what_stays()
        take_keys(os.environ)  # not needed here, and helper processes would inherit them
        return run_alone(options.port, resolve_paths(options.home).data_dir / "rehearsal-alone")
    report: Report = JsonReport() if options.json else PeopleReport(speech_for(options.home))
    try:
        code = _without_a_home(options.home, report)
        if code is None:
            code = _by_window(options, report)
        if code is None:
            code = asyncio.run(_until_interrupted(options, report))
    except KeyboardInterrupt:  # where the loop can't handle signals
        code = _interrupted(options, report)
    except (MemoryError, OSError, RuntimeError) as error:
        if not is_exhausted(error):
            raise
        report.say(Sentence(_AT_END))
        code = UNFINISHED
    finally:
        all_written = report.end()
    return code if all_written else code or UNFINISHED


def refuse_usage(wrong: WrongUsage, *, as_json: bool) -> int:
    """Report what is wrong with the words of a command, and return the exit code."""
    Stream(sys.stderr).line(without_controls(f"{wrong.usage}{wrong.program}: error: {wrong}"))
    if as_json:
        JsonReport().refused(
            BadInput(
                "usage", Sentence(QT_TRANSLATE_NOOP("command line", "{message}"), {"message": str(wrong)})
            )
        )
    return BAD_INPUT


def _without_a_home(home: str | None, report: Report) -> int | None:
    """Refuse a home in which nothing can be stored, and return the exit code; None for any other home."""
    from vidu_desktop.adapters.desktop.home_check import check_home

    try:
        check_home(home)
    except BadInput as error:
        report.refused(error)
        return BAD_INPUT
    return None


def _by_window(options: argparse.Namespace, report: Report) -> int | None:
    """Let an open window run a command for which only one program at a time may use the home, and return the exit code. None
    where no window is open, or the command doesn't need the home for itself.
    """
    if not _needs_the_home(options):
        return None
    from vidu_desktop.adapters.desktop.paths import resolve_paths

    paths = resolve_paths(options.home)
    if not os.path.exists(paths.lock_note_path):
        return None
    from vidu_desktop.cli.window_asking import ask_window

    language = ENGLISH if options.json else language_for(options.home)
    return ask_window(paths, sys.argv[1:], report, language)


async def _until_interrupted(options: argparse.Namespace, report: Report) -> int:
    """Run the command. The first Ctrl-C or SIGTERM ends it in order, a second one ends it at once."""
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()

    def stop() -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)
        if task is not None:
            task.cancel()

    with suppress(NotImplementedError):  # Windows
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop)
    threads = ThreadPoolExecutor(thread_name_prefix=_THREADS)
    loop.set_default_executor(threads)
    try:
        return await outcome_of(_run_alone(options, report), report)
    except asyncio.CancelledError:
        code = _interrupted(options, report)
        threads.shutdown(wait=False, cancel_futures=True)
        _leave_if_held(code, report)
        return code


async def outcome_of(work: Awaitable[int], report: Report) -> int:
    """Wait for the work, report an error that it raises, and return the exit code."""
    try:
        return await work
    except NotInOrder as error:
        for problem in error.problems:
            report.refused(problem)
        return BAD_INPUT
    except BadInput as error:
        report.refused(error)
        return BAD_INPUT
    except ViduDesktopError as error:
        report.refused(error)
        if isinstance(error, DiskTrouble) and error.full:  # whose words are those of a program that goes on
            report.say(Sentence(_HAS_ENDED))
        return UNFINISHED


def _leave_if_held(code: int, report: Report) -> None:
    """End the process if one of the loop's threads doesn't end: it asks a drive that doesn't answer, and Python would wait for
    it for ever. Nothing is lost by that: databases and the library's files have threads of their own, which have ended.
    """
    ends_at_s = time.monotonic() + _THREADS_END_WITHIN_S
    threads = [thread for thread in threading.enumerate() if thread.name.startswith(_THREADS)]
    for thread in threads:
        thread.join(max(0.0, ends_at_s - time.monotonic()))
    if any(thread.is_alive() for thread in threads):
        report.end()
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)


def _interrupted(options: argparse.Namespace, report: Report) -> int:
    report.say(Sentence(_ENDED_HALFWAY if options.verb in _OF_NO_JOBS else _INTERRUPTED))
    return INTERRUPTED


async def _run_alone(options: argparse.Namespace, report: Report) -> int:
    from vidu_desktop.adapters.desktop.instance_lock import HolderKind
    from vidu_desktop.wiring.session import Session

    verb_of(options)  # imported before the garbage collector is switched on
    _spare_what_stays()
    session = Session(options.home, kind=HolderKind.COMMAND, on_notice=report.say)
    return await run_verb(options, session, report)


async def run_verb(options: argparse.Namespace, session: "Session", report: Report) -> int:
    """Run the verb with a session, and close the session. Raises ViduDesktopError."""
    try:
        if session.holds_paid_work and may_cost(options):
            raise session.holds_paid_work
        for note in () if session.joined else session.loaded.notes:  # the window has shown its notes already
            report.say(note)
        code = await verb_of(options)(session, report)
        if code == UNFINISHED and not session.joined and session.program.engine.unfinished():
            report.say(Sentence(_ENDS_HERE))
        return code
    finally:
        session.say_mended()
        await session.close()


def verb_of(options: argparse.Namespace) -> "Callable[[Session, Report], Awaitable[int]]":
    """Return the function that runs the verb; only the modules of this verb are imported."""
    match options.verb, getattr(options, "action", None):
        case "batch", _:
            from vidu_desktop.cli import batch_verbs

            return partial(batch_verbs.run, options)
        case "chain", _:
            from vidu_desktop.cli import chain_verbs

            return partial(chain_verbs.run, options)
        case "watch", _:
            from vidu_desktop.cli import watch_verbs

            return partial(watch_verbs.run, options)
        case "shelf", _:
            from vidu_desktop.cli import shelf_verbs

            return partial(shelf_verbs.run, options)
        case "library", str(action):
            from vidu_desktop.cli import library_out, library_verbs

            if action in library_out.ACTIONS:
                return partial(library_out.run, options)
            return partial(library_verbs.run, action)
        case _:
            from vidu_desktop.cli import runs

            return partial(runs.run, options)


def _spare_what_stays() -> None:
    """Exclude everything imported so far from garbage collection, and switch the collector on."""
    gc.freeze()
    gc.enable()


def _needs_the_home(options: argparse.Namespace) -> bool:
    """Whether a verb needs the lock of the home, so that an open window has to run it. Other verbs can run beside a window."""
    action = getattr(options, "action", None)
    match options.verb:
        case "generate" | "resume":
            return True
        case "jobs":
            return action is not None
        case "library":
            return action == "import"
        case "shelf":
            return action != "list"
        case "batch":
            return not (options.dry_run or options.source in ("list", "show", "result"))
        case "chain":
            return not options.dry_run
    return bool(options.verb == "watch" and options.folder != "list")


def may_cost(options: argparse.Namespace) -> bool:
    """Whether a verb may send a paid order, or begin something that sends one. `resume` and `rescue` bring home what was sent
    before; where paid orders are held, they send none.
    """
    if options.verb == "generate":
        return not options.rehearse
    if options.verb == "chain":
        return not (options.rehearse or options.dry_run)
    if options.verb == "watch":
        return not options.rehearse and options.folder not in WATCH_ACTIONS
    if options.verb == "batch":
        return not (options.rehearse or options.dry_run or options.source in ("list", "show", "result"))
    return getattr(options, "action", None) in ("retry", "send-again")
