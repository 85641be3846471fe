"""The grammar of `watch`."""

import argparse

from vidu_desktop.cli.argument_types import not_empty, sum_of_money
from vidu_desktop.cli.grammar import EXIT_CODES, Grammar

WATCH_ACTIONS = ("list", "pause", "end")


def add_watch(verbs: "argparse._SubParsersAction[Grammar]", as_json: Grammar) -> None:
    """Add `watch`: makes videos of a folder's pictures as they appear."""
    watch = verbs.add_parser(
        "watch",
        parents=[as_json],
        help="make a video of each picture that appears in a folder",
        description="`watch FOLDER` runs until Ctrl-C; what came while nobody watched is made when it is watched again. "
        "`watch list` lists the folders, `watch pause|end FOLDER` lets one wait, or ends it.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    watch.add_argument(
        "folder", metavar="FOLDER", type=not_empty, help=f"a folder, or one of {', '.join(WATCH_ACTIONS)}"
    )
    watch.add_argument("watched", metavar="WATCHED", nargs="?", help="a folder that is watched, or its id")
    watch.add_argument("--preset", metavar="NAME", help="a preset of the library, for one picture")
    paying = watch.add_mutually_exclusive_group()
    paying.add_argument("--rehearse", action="store_true", help="free drafts, made on this machine")
    paying.add_argument(
        "--per-day",
        metavar="SUM",
        type=sum_of_money,
        help="what the folder may cost in a day; paid ones need it",
    )
    watch.add_argument(
        "--take-existing", action="store_true", help="make what lies there at the beginning, too"
    )
    watch.add_argument(
        "--once", action="store_true", help="make what is there and end, for programs that start others"
    )
