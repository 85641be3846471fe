"""The grammar of the command line: only words and types. What models allow is checked later, against the catalogue."""

import argparse
from collections.abc import Sequence

from vidu_desktop.cli.argument_types import (
    fade_frames,
    frame,
    label,
    mode,
    not_empty,
    number,
    path,
    port,
    whole,
)
from vidu_desktop.cli.batch_arguments import add_batch, add_chain
from vidu_desktop.cli.combinations import without_effect
from vidu_desktop.cli.grammar import EXIT_CODES, FADE_HELP, SOUND_HELP, Grammar, WrongUsage, add_options
from vidu_desktop.cli.watch_arguments import add_watch
from vidu_desktop.domain.catalogue import CATALOGUE
from vidu_desktop.domain.export import HOLDS, ExportFormat, Fit
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.name_pattern import USUAL_PATTERN


def read_words(words: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the words of a command; those of this process if `words` is None. Raises WrongUsage, also for an option that has
    no effect beside the others.
    """
    top = parser()
    options = top.parse_args(words)
    wrong = without_effect(options)
    if wrong is not None:
        raise WrongUsage(wrong, program=f"{top.prog} {options.verb}", usage=top.format_usage())
    return options


def parser() -> argparse.ArgumentParser:
    """Build the grammar. Parsing raises WrongUsage."""
    top = Grammar(
        prog="vidu-desktop",
        description="Videos from pictures with Z.AI's Vidu 2. Without a command it opens the window.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument(
        "--home", metavar="DIR", type=not_empty, help="keep everything that the program writes below DIR"
    )
    top.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    top.add_argument("--version", action="store_true", help="print the version and end")
    home = Grammar(add_help=False)
    home.add_argument(
        "--home", metavar="DIR", type=not_empty, default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    as_json = Grammar(add_help=False, parents=[home])
    as_json.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,  # a default here would undo a --json that stands before the verb
        help="print one JSON object a line and nothing else",
    )
    verbs = top.add_subparsers(dest="verb", metavar="COMMAND")
    _add_generate(verbs, as_json)
    verbs.add_parser("resume", parents=[as_json], help="carry on until nothing is unfinished")
    add_batch(verbs, as_json)
    add_chain(verbs, as_json)
    add_watch(verbs, as_json)
    _add_jobs(verbs, as_json)
    _add_library(verbs, as_json)
    _add_shelf(verbs, as_json)
    rehearsal = verbs.add_parser(
        "rehearsal", parents=[home], help="run the rehearsal service by itself; any key is good"
    )
    rehearsal.add_argument("--port", type=port, required=True, metavar="N")
    return top


def _add_generate(verbs: "argparse._SubParsersAction[Grammar]", as_json: Grammar) -> None:
    generate = verbs.add_parser(
        "generate",
        parents=[as_json],
        help="make a video from pictures",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    generate.add_argument(
        "mode", metavar="MODE", type=mode, help=" or ".join(", ".join(Mode).rsplit(", ", 1))
    )
    generate.add_argument(
        "pictures",
        metavar="PICTURE",
        nargs="*",
        type=path,
        help="several with `image` are several videos; those of names on the shelf come by themselves",
    )
    generate.add_argument(
        "--prompt",
        default="",
        metavar="TEXT",
        help="what should happen, at most 512 characters; @NAME is one on the shelf",
    )
    models = ", ".join(spec.model for spec in CATALOGUE)
    generate.add_argument("--model", metavar="NAME", help=f"{models}; Vidu 2 when it isn't said")
    add_options(generate)
    generate.add_argument(
        "--project", default="", type=label, metavar="NAME", help="where the video belongs in the library"
    )
    generate.add_argument(
        "--shot", default="", type=label, metavar="NAME", help="its shot; takes are numbered by themselves"
    )
    generate.add_argument("--rehearse", action="store_true", help="a free draft, made on this machine")
    generate.add_argument("--no-wait", action="store_true", help="only take the order in; `resume` sends it")


def _add_jobs(verbs: "argparse._SubParsersAction[Grammar]", as_json: Grammar) -> None:
    jobs = verbs.add_parser("jobs", parents=[as_json], help="list the jobs, or do something with one")
    actions = jobs.add_subparsers(dest="action", metavar="ACTION")
    for name, text in (
        ("cancel", "take a job off; what the service has taken stays charged"),
        ("retry", "try again; what failed at the service becomes a new order with a new charge"),
        ("send-again", "send an order whose answer was lost again, with the same request id"),
        ("give-up", "treat an order whose answer was lost as lost"),
    ):
        actions.add_parser(name, parents=[as_json], help=text).add_argument("job", metavar="JOB")
    actions.add_parser("pause", parents=[as_json], help="send nothing more, in this run and later ones")
    actions.add_parser("go-on", parents=[as_json], help="end the pause; `resume` sends what waits")
    rescue = actions.add_parser("rescue", parents=[as_json], help="go on with a task id found at the service")
    rescue.add_argument("job", metavar="JOB")
    rescue.add_argument("task_id", metavar="TASK_ID")


def _add_library(verbs: "argparse._SubParsersAction[Grammar]", as_json: Grammar) -> None:
    library = verbs.add_parser(
        "library", parents=[as_json], help="list, verify, rebuild or measure the library"
    )
    actions = library.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("list", parents=[as_json], help="all finished videos, newest first")
    actions.add_parser("verify", parents=[as_json], help="compare the files, the records and the index")
    actions.add_parser("rebuild", parents=[as_json], help="make the index anew from the records")
    actions.add_parser(
        "measure", parents=[as_json], help="compare the videos with the pictures that they were made from"
    )
    take_in = actions.add_parser("import", parents=[as_json], help="copy videos into the library")
    take_in.add_argument("paths", metavar="PATH", nargs="+", type=path, help="videos, or folders of them")
    _add_exports(actions, as_json)


def _add_shelf(verbs: "argparse._SubParsersAction[Grammar]", as_json: Grammar) -> None:
    shelf = verbs.add_parser(
        "shelf",
        parents=[as_json],
        help="characters and products that a prompt names with @, and their pictures",
    )
    actions = shelf.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("list", parents=[as_json], help="everybody on the shelf")
    add = actions.add_parser("add", parents=[as_json], help="put somebody or something on the shelf")
    add.add_argument("name", metavar="NAME", help="what a prompt says behind the @")
    add.add_argument("pictures", metavar="PICTURE", nargs="+", type=path, help="one to three pictures")
    add.add_argument(
        "--text", default="", metavar="TEXT", help="a line that describes it: a red fox with a torn ear"
    )
    add.add_argument("--replace", action="store_true", help="in the place of the one that has this name")
    remove = actions.add_parser(
        "remove", parents=[as_json], help="take some off the shelf; their videos stay"
    )
    remove.add_argument("names", metavar="NAME", nargs="+", help="as `shelf list` has them")


def _add_exports(actions: "argparse._SubParsersAction[Grammar]", as_json: Grammar) -> None:
    def add(name: str, text: str, target: str) -> Grammar:
        made = actions.add_parser(name, parents=[as_json], help=text)
        made.add_argument("clips", metavar="CLIP", nargs="+", help="a clip's id, path or file name")
        made.add_argument("--to", required=True, type=path, metavar=target, help="where it is written")
        return made

    review = actions.add_parser(
        "review", parents=[as_json], help="a folder with a page to decide on, or the answers that came of it"
    )
    review.add_argument("clips", metavar="CLIP", nargs="*", help="a clip's id, path or file name")
    review.add_argument("--to", type=path, metavar="FOLDER", help="a new folder for the page and its videos")
    review.add_argument(
        "--answers",
        type=path,
        metavar="FILE",
        help="take verdicts and remarks from the file that the page saved",
    )
    export = add("export", "write videos in another format", "FOLDER")
    formats = list(ExportFormat)
    export.add_argument(
        "--as", dest="format", required=True, type=ExportFormat, choices=formats, metavar="FORMAT"
    )
    export.add_argument("--side", type=whole, metavar="PX", help="the longer side; nothing is enlarged")
    export.add_argument("--rate", type=number, metavar="FPS", help="frames a second")
    export.add_argument("--hold", type=whole, choices=HOLDS, default=1, help="2 is on twos, 3 on threes")
    export.add_argument("--first", type=frame, metavar="FRAME", help="in point, counted from 1")
    export.add_argument("--last", type=frame, metavar="FRAME", help="out point, counted from 1")
    export.add_argument("--boomerang", action="store_true", help="forwards and back")
    export.add_argument("--match-colours", action="store_true", help=_MATCH)
    export.add_argument("--name", default=USUAL_PATTERN, metavar="PATTERN", help="{project}_{shot}_{take:03}")
    join = add("join", "put videos one behind the other into one", "FILE")
    join.add_argument("--match-colours", action="store_true", help=f"{_MATCH}, and at a seam to each other")
    join.add_argument("--fade", type=fade_frames, default=0, metavar="FRAMES", help=FADE_HELP)
    join.add_argument("--sound", type=path, metavar="FILE", help=SOUND_HELP)
    join.add_argument("--pictures", action="store_true", help="as numbered PNGs in a folder of that name")
    fits = list(Fit)
    join.add_argument("--fit", type=Fit, choices=fits, default=Fit.BARS, help="other shapes: bars or crop")
    timeline = add("timeline", "write a timeline for editors: .otio, .xml or .edl", "FILE")
    for one in (join, timeline):
        one.add_argument("--drop-seams", action="store_true", help="leave each next one's first frame out")
        one.add_argument(
            "--trim",
            type=whole,
            default=0,
            metavar="FRAMES",
            help="leave so many more out at both sides of a seam",
        )
        one.add_argument("--speed", type=number, default=1.0, metavar="TIMES", help="so many times as fast")
    add("sheet", "write a contact sheet as HTML", "FILE")


_MATCH = "bring colours back to those of the first and last frame's pictures"
