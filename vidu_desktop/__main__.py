"""`python -m vidu_desktop` and the console script: opens the window, or runs a command of the command line."""

# Spawned helper processes import this module again under another name and need nothing of it, so its
# functions import what they need.
import argparse
import gc
import os
import signal
import sys
import warnings
from contextlib import suppress

VERBS = frozenset({"generate", "resume", "batch", "chain", "watch", "jobs", "library", "shelf", "rehearsal"})
"""Words that are commands even where a file of this name exists; `./jobs` is the file."""

_HELPER_ENDS_WITHIN_S = 2.0


def _leave(*_: object) -> None:
    os.write(2, b"Interrupted. Nothing was begun.\n")
    os._exit(130)


def _start_again_in_utf8() -> None:
    """Start this process again in Python's UTF-8 mode, if the path of the program can't be encoded without it.

    If the file system encoding lacks a character of that path, Python 3.13 loads no compiled modules from it. The terminal
    keeps its encoding.
    """
    if os.name != "posix" or sys.flags.utf8_mode or os.environ.get("PYTHONUTF8") == "1":
        return  # UTF-8 mode is on, or was asked for in vain
    try:
        "".join([__file__, sys.prefix, *sys.path]).encode()
    except UnicodeEncodeError:
        if sys.stdout is not None:
            os.environ["PYTHONIOENCODING"] = f"{sys.stdout.encoding}:{sys.stdout.errors}"
        os.environ["PYTHONUTF8"] = "1"  # for helper processes, too
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - no shell is meant


def main() -> int:
    """Run the program, and return the exit code."""
    _start_again_in_utf8()
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what libraries warn of is for those who write programs
    gc.disable()  # collecting again and again, while imported objects stay, took a fifth of the start
    # Imports take most of a second; what runs later sets its own handlers.
    before = {number: signal.signal(number, _leave) for number in (signal.SIGINT, signal.SIGTERM)}
    options = _plain_start(sys.argv[1:])
    if options is None:
        from vidu_desktop.cli.arguments import read_words
        from vidu_desktop.cli.grammar import WrongUsage

        try:
            options = read_words()
        except WrongUsage as wrong:
            from vidu_desktop.cli.job_verbs import refuse_usage

            return refuse_usage(wrong, as_json="--json" in sys.argv)
    if options.version:
        from importlib.metadata import version

        print(f"vidu-desktop {version('vidu-desktop')}")
        return 0
    if options.verb is None:
        for number, handler in before.items():
            signal.signal(number, handler)
        files = [os.path.abspath(file) for file in options.files]  # noqa: PTH100 - a path as text all along
        if _taken_by_the_open_window(options.home, files):
            return 0
        return _with_helpers_ended(open_or_explain(options.home, files))
    from vidu_desktop.cli.job_verbs import run

    return _with_helpers_ended(run(options))


def _with_helpers_ended(code: int) -> int:
    """Return the exit code. If a helper process can't be ended, because it reads from a drive that doesn't answer, end here
    with this code: Python would wait for the helper for ever.
    """
    if "multiprocessing.process" not in sys.modules:
        return code
    import multiprocessing

    left = multiprocessing.active_children()
    for child in left:
        child.kill()
    for child in left:
        child.join(_HELPER_ENDS_WITHIN_S)
    if multiprocessing.active_children():
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                with suppress(OSError, ValueError):
                    stream.flush()
        os._exit(code)
    return code


def _taken_by_the_open_window(home: str | None, files: list[str]) -> bool:
    """Let a window that is already open on this home come to the front with these files; return whether there is one."""
    from vidu_desktop.adapters.desktop.paths import resolve_paths

    paths = resolve_paths(home)
    if not os.path.exists(paths.lock_note_path):
        return False
    from vidu_desktop.adapters.desktop.window_line import hand_files_over

    return hand_files_over(paths.data_dir, files)


def open_or_explain(home: str | None, files: list[str]) -> int:
    """Open the window and return the exit code. If the system lacks a library that Qt needs, print the command that installs
    it, and return 2.
    """
    try:
        from vidu_desktop.app import open_window

        return open_window(home, files, _no_window_because)
    except ImportError as error:  # Qt's network, for example, is loaded after the first paint
        if ".so" not in str(error):
            raise
        print(_no_window_because(str(error)), file=sys.stderr)
        return 2


def _no_window_because(words: str) -> str:
    from vidu_desktop.adapters.desktop.window_libraries import system_family, why_no_window
    from vidu_desktop.ui.look.resources import resource_path

    return why_no_window(resource_path("window-libraries.txt"), words, system_family())


def _plain_start(words: list[str]) -> argparse.Namespace | None:
    """Read a start of the window, with or without existing files, without the whole grammar, which would cost the start 100
    ms. None for all other words.
    """
    home: str | None = None
    match words:
        case ["--version"]:
            return argparse.Namespace(verb=None, home=None, version=True, files=[])
        case ["--home", str(named), *files] if named and not named.startswith("-"):
            home = named
        case files:
            pass
    if files and (files[0] in VERBS or not all(map(os.path.exists, files))):
        return None
    return argparse.Namespace(verb=None, home=home, version=False, files=files)


if __name__ == "__main__":
    import multiprocessing

    multiprocessing.freeze_support()
    sys.exit(main())
