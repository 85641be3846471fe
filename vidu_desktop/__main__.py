"""`python -m vidu_desktop` and the console script: the window without a command, else the command line."""

# Spawned helpers import this module again under another name and need nothing of it, so it imports late.
import sys


def main() -> int:
    """Run, and give the exit code."""
    from vidu_desktop.cli.arguments import WrongUsage, parser

    try:
        options = parser().parse_args()
    except WrongUsage as wrong:
        from vidu_desktop.cli.verbs import refuse_usage

        return refuse_usage(wrong, as_json="--json" in sys.argv)
    if options.version:
        from importlib.metadata import version

        print(f"vidu-desktop {version('vidu-desktop')}")
        return 0
    if options.verb is None:
        from vidu_desktop.app import open_window

        return open_window(options.home)
    from vidu_desktop.cli.verbs import run

    return run(options)


if __name__ == "__main__":
    import multiprocessing

    multiprocessing.freeze_support()
    sys.exit(main())
