"""`python -m vidu_desktop` and the console script: the window without a command, else the command line."""

# Spawned helpers import this module again under another name and need nothing of it, so it imports late.
import os
import signal
import sys


def _leave(*_: object) -> None:
    os.write(2, b"Interrupted. Nothing was begun.\n")
    os._exit(130)


def main() -> int:
    """Run, and return the exit code."""
    # Importing takes most of a second; what runs later puts its own in their place.
    before = {number: signal.signal(number, _leave) for number in (signal.SIGINT, signal.SIGTERM)}
    from vidu_desktop.cli.arguments import WrongUsage, parser

    try:
        options = parser().parse_args()
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
        from vidu_desktop.app import open_window

        return open_window(options.home)
    from vidu_desktop.cli.job_verbs import run

    return run(options)


if __name__ == "__main__":
    import multiprocessing

    multiprocessing.freeze_support()
    sys.exit(main())
