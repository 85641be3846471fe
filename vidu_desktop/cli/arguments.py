"""The grammar of the command line. Only words and types; what may be asked is checked against the catalogue."""

import argparse
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from vidu_desktop.domain.batch import STOP_AFTER_USUAL, TAKES_MOST
from vidu_desktop.domain.catalogue import CATALOGUE
from vidu_desktop.domain.export import HOLDS, ExportFormat, Fit
from vidu_desktop.domain.json_reading import is_amount
from vidu_desktop.domain.marks import LABEL_MOST_CHARS, tidy_label
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.name_pattern import USUAL_PATTERN
from vidu_desktop.domain.options import KINDS, OptionKey
from vidu_desktop.domain.row_reading import Lines
from vidu_desktop.domain.sheet_mapping import CHOSEN_FIELDS

BATCH_ACTIONS = ("list", "show", "resume", "retry", "result")
EXIT_CODES = """\
exit codes:
  0    everything is stored (with --no-wait: accepted for sending)
  1    a job failed or was refused
  2    wrong usage or bad input; nothing was stored or sent
  3    something is left unfinished or unknown; `vidu-desktop resume` carries on
  130  interrupted; `vidu-desktop resume` carries on
"""


class WrongUsage(Exception):
    """The words of a command make no sense; the message says why."""

    def __init__(self, message: str, *, program: str, usage: str) -> None:
        super().__init__(message)
        self.program = program
        self.usage = usage


class Grammar(argparse.ArgumentParser):
    """Raises WrongUsage where argparse would print and exit, so that scripts are told as scripts."""

    @override
    def error(self, message: str) -> NoReturn:
        """Raise WrongUsage."""
        raise WrongUsage(message, program=self.prog, usage=self.format_usage())


def parser() -> argparse.ArgumentParser:
    """Build the grammar. Parsing raises WrongUsage."""
    top = Grammar(
        prog="vidu-desktop",
        description="Videos from pictures with Z.AI's Vidu 2. Without a command it opens the window.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument(
        "--home", metavar="DIR", type=_not_empty, help="keep everything that the program writes below DIR"
    )
    top.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    top.add_argument("--version", action="store_true", help="print the version and end")
    home = Grammar(add_help=False)
    home.add_argument(
        "--home", metavar="DIR", type=_not_empty, default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    as_json = Grammar(add_help=False, parents=[home])
    as_json.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,  # it would undo the one that stands before the verb
        help="print one JSON object a line and nothing else",
    )
    verbs = top.add_subparsers(dest="verb", metavar="COMMAND")
    _add_generate(verbs, as_json)
    verbs.add_parser("resume", parents=[as_json], help="carry on until nothing is unfinished")
    _add_batch(verbs, as_json)
    _add_chain(verbs, as_json)
    _add_jobs(verbs, as_json)
    _add_library(verbs, as_json)
    rehearsal = verbs.add_parser(
        "rehearsal", parents=[home], help="run the rehearsal service by itself; any key is good"
    )
    rehearsal.add_argument("--port", type=int, required=True, metavar="N")
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
        "mode", metavar="MODE", type=_mode, help=" or ".join(", ".join(Mode).rsplit(", ", 1))
    )
    generate.add_argument(
        "pictures", metavar="PICTURE", nargs="+", type=_path, help="several with `image` are several videos"
    )
    generate.add_argument(
        "--prompt", default="", metavar="TEXT", help="what should happen, at most 512 characters"
    )
    models = ", ".join(spec.model for spec in CATALOGUE)
    generate.add_argument("--model", metavar="NAME", help=f"{models}; Vidu 2 when it isn't said")
    for key in OptionKey:
        _add_option(generate, key)
    generate.add_argument(
        "--project", default="", type=_label, metavar="NAME", help="where the video belongs in the library"
    )
    generate.add_argument(
        "--shot", default="", type=_label, metavar="NAME", help="its shot; takes are numbered by themselves"
    )
    generate.add_argument("--rehearse", action="store_true", help="a free draft, made on this machine")
    generate.add_argument("--no-wait", action="store_true", help="only take the order in; `resume` sends it")


def _add_batch(verbs: "argparse._SubParsersAction[Grammar]", as_json: Grammar) -> None:
    batch = verbs.add_parser(
        "batch",
        parents=[as_json],
        help="make a video of each row of a sheet, or of each picture in a folder",
        description="`batch SOURCE` checks every row of a sheet, or every picture in a folder and below it, and makes "
        "their videos; `batch list` lists the batches, `batch show|resume|retry|result BATCH` does something with one.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    batch.add_argument(
        "source",
        metavar="SOURCE",
        type=_not_empty,
        help=f"a sheet, a folder, or one of {', '.join(BATCH_ACTIONS)}",
    )
    batch.add_argument("batch", metavar="BATCH", nargs="?", help="the beginning of a batch's id")
    batch.add_argument("--dry-run", action="store_true", help="check every row, say everything, send nothing")
    batch.add_argument(
        "--budget", metavar="USD", type=_usd, help="what the batch may cost in all; paid ones need it"
    )
    batch.add_argument(
        "--until-budget", action="store_true", help="begin although not everything fits into the budget"
    )
    batch.add_argument("--rehearse", action="store_true", help="free drafts, made on this machine")
    batch.add_argument("--mode", type=_mode, metavar="MODE", help="by the sheet's columns when it isn't said")
    batch.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="COLUMN=FIELD",
        help=f"FIELD is {', '.join(CHOSEN_FIELDS)}",
    )
    batch.add_argument("--key", metavar="COLUMN", help="the column that a row is known by")
    batch.add_argument(
        "--pictures",
        action="append",
        default=[],
        type=_path,
        metavar="DIR",
        help="where pictures are looked for, too",
    )
    words = batch.add_mutually_exclusive_group()
    words.add_argument(
        "--prompt",
        action="append",
        metavar="TEXT",
        help="for the rows that have none, an empty one means none; said several times, each row is made with each",
    )
    words.add_argument(
        "--template", metavar="TEXT", help="prompts made of columns: {name} turns[, in {colour}]"
    )
    batch.add_argument(
        "--each",
        action="append",
        default=[],
        metavar="OPTION=VALUE,VALUE",
        help="make each row once for each of these values",
    )
    batch.add_argument(
        "--pairs",
        metavar="RULE",
        help="of a folder, which pictures are first and last frames: *_start=*_end, two (1 and 2, 3 and 4), "
        "chain (1 and 2, 2 and 3), or guess",
    )
    batch.add_argument(
        "--preset", metavar="NAME", help="a preset of the library, for what isn't said otherwise"
    )
    batch.add_argument("--takes", type=_takes, default=1, metavar="N", help="videos of each row")
    batch.add_argument("--first", type=_count, metavar="N", help="the first rows only")
    batch.add_argument("--rows", type=_lines, metavar="LINES", help="these lines of the sheet only: 2-40,57")
    batch.add_argument("--hidden", choices=("leave", "take"), help="what is done with hidden rows")
    batch.add_argument(
        "--again",
        choices=("leave", "take"),
        help="what is done with videos that another batch has ordered already",
    )
    batch.add_argument("--sheet", metavar="NAME", help="which table of a workbook")
    batch.add_argument("--encoding", metavar="NAME", help="in which a text is written, such as gb18030")
    batch.add_argument("--separator", type=_separator, metavar="SIGN", help="comma, semicolon, tab or bar")
    batch.add_argument("--header-line", type=_count, metavar="N", help="where the columns' names stand")
    batch.add_argument(
        "--stop-after",
        type=int,
        choices=range(11),
        default=STOP_AFTER_USUAL,
        metavar="N",
        help=f"stop when so many of the last 10 ended the same way; {STOP_AFTER_USUAL} when it isn't said, 0 never",
    )
    batch.add_argument(
        "--new", action="store_true", help="begin a new batch although this sheet has one: buys anew"
    )
    batch.add_argument(
        "--result", "--to", dest="result", type=_path, metavar="FILE", help="where the result is written"
    )
    batch.add_argument("--model", metavar="NAME", help="for the rows that don't say it")
    for key in OptionKey:
        _add_option(batch, key)
    batch.add_argument(
        "--project", default="", type=_label, metavar="NAME", help="for the rows that don't say it"
    )
    batch.add_argument(
        "--shot", default="", type=_label, metavar="NAME", help="for the rows that don't say it"
    )


def _add_chain(verbs: "argparse._SubParsersAction[Grammar]", as_json: Grammar) -> None:
    chain = verbs.add_parser(
        "chain",
        parents=[as_json],
        help="make a video between each two of some stills",
        description="Each still but the last begins a video that ends with the next one. The same name again makes only "
        "what isn't there: of changed stills and prompts the videos beside them; of old ones that are back, none.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    chain.add_argument("stills", metavar="STILL", nargs="+", type=_path, help="in their order; at least two")
    chain.add_argument(
        "--name",
        required=True,
        type=_name,
        metavar="NAME",
        help="by which the chain is known; also its project",
    )
    chain.add_argument("--prompt", default="", metavar="TEXT", help="for every gap that has none of its own")
    chain.add_argument(
        "--prompts",
        type=_path,
        metavar="FILE",
        help="a text with a line for each gap; an empty one takes --prompt",
    )
    chain.add_argument("--loop", action="store_true", help="one more video, from the last still to the first")
    chain.add_argument("--takes", type=_takes, default=1, metavar="N", help="videos of each gap")
    paying = chain.add_mutually_exclusive_group()
    paying.add_argument("--rehearse", action="store_true", help="free drafts, made on this machine")
    paying.add_argument(
        "--budget", metavar="USD", type=_usd, help="what the chain may cost in all; paid ones need it"
    )
    chain.add_argument(
        "--again",
        action="store_true",
        help="pay once more for videos that another chain or batch has ordered",
    )
    chain.add_argument("--dry-run", action="store_true", help="say what is current and what the rest costs")
    chain.add_argument(
        "--join", type=_path, metavar="FILE", help="then make one film, without doubled frames"
    )
    chain.add_argument("--timeline", type=_path, metavar="FILE", help="then write an .otio, .xml or .edl")
    chain.add_argument("--model", metavar="NAME", help="Vidu 2 when it isn't said")
    for key in OptionKey:
        _add_option(chain, key)


def _usd(text: str) -> Decimal:
    try:
        amount = Decimal(text.removeprefix("$"))
    except InvalidOperation:
        amount = Decimal(-1)
    if not is_amount(amount):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} isn't an amount in US dollars")
    return amount


def _takes(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= TAKES_MOST and len(text) < 4):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no number from 1 to {TAKES_MOST}")
    return int(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 7 and int(text)):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no number from 1 on")
    return int(text)


def _lines(text: str) -> Lines:
    try:
        return Lines(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} are no lines; write 2-40,57") from None


def _separator(text: str) -> str:
    signs = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", "\\t": "\t"}
    sign = signs.get(text.casefold(), text)
    if len(sign) != 1 or sign.isalnum() or sign in '"\r\n':
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is none of comma, semicolon, tab, bar")
    return sign


def _not_empty(text: str) -> str:
    """Refuse an empty text, as a script passes it when a variable isn't set: it would mean the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("it is empty")
    return text


def _path(text: str) -> Path:
    return Path(_not_empty(text))


def _frame(text: str) -> int:
    try:
        frame = int(text)
    except ValueError:
        frame = 0
    if frame < 1:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} isn't a frame; the first one is 1")
    return frame


def _name(text: str) -> str:
    if not tidy_label(text):
        raise argparse.ArgumentTypeError("it is empty")
    return _label(text)


def _label(text: str) -> str:
    if len(text) > LABEL_MOST_CHARS:
        raise argparse.ArgumentTypeError(f"it has {len(text)} characters; {LABEL_MOST_CHARS} are allowed")
    return text


def _add_option(generate: Grammar, key: OptionKey) -> None:
    """Add the flag of an option; its help says which values there are, and for which models."""
    kind = KINDS[key]
    flag = f"--{key.replace('_', '-')}"
    if kind.type is bool:
        generate.add_argument(flag, action="store_true", default=None, help=kind.meaning)
        return
    having = [(spec, option) for spec in CATALOGUE for option in spec.options if option.key == key]
    values = ", ".join(dict.fromkeys(str(value) for _, option in having for value in option.values))
    meaning = f"{kind.meaning}: {values}" if kind.meaning else values
    if len(having) < len(CATALOGUE):
        meaning += f"; {', '.join(spec.model for spec, _ in having)} only"
    read = _whole_number if kind.type is int else str
    generate.add_argument(flag, dest=key, metavar=kind.metavar, type=read, help=meaning)


def _whole_number(text: str) -> str:
    try:
        int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} isn't a whole number") from None
    return text


def _mode(text: str) -> Mode:
    try:
        return Mode(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(Mode)}") from None


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
    take_in.add_argument("paths", metavar="PATH", nargs="+", type=_path, help="videos, or folders of them")
    _add_exports(actions, as_json)


def _add_exports(actions: "argparse._SubParsersAction[Grammar]", as_json: Grammar) -> None:
    def add(name: str, text: str, target: str) -> Grammar:
        made = actions.add_parser(name, parents=[as_json], help=text)
        made.add_argument("clips", metavar="CLIP", nargs="+", help="a clip's id, path or file name")
        made.add_argument("--to", required=True, type=_path, metavar=target, help="where it is written")
        return made

    export = add("export", "write videos in another format", "FOLDER")
    formats = list(ExportFormat)
    export.add_argument(
        "--as", dest="format", required=True, type=ExportFormat, choices=formats, metavar="FORMAT"
    )
    export.add_argument("--side", type=int, metavar="PX", help="the longer side; nothing is enlarged")
    export.add_argument("--rate", type=float, metavar="FPS", help="frames a second")
    export.add_argument("--hold", type=int, choices=HOLDS, default=1, help="2 is on twos, 3 on threes")
    export.add_argument("--first", type=_frame, metavar="FRAME", help="in point, counted from 1")
    export.add_argument("--last", type=_frame, metavar="FRAME", help="out point, counted from 1")
    export.add_argument("--boomerang", action="store_true", help="forwards and back")
    export.add_argument("--name", default=USUAL_PATTERN, metavar="PATTERN", help="{project}_{shot}_{take:03}")
    join = add("join", "put videos one behind the other into one", "FILE")
    join.add_argument("--drop-seams", action="store_true", help="leave each next one's first frame out")
    fits = list(Fit)
    join.add_argument("--fit", type=Fit, choices=fits, default=Fit.BARS, help="other shapes: bars or crop")
    add("timeline", "write a timeline for editors: .otio, .xml or .edl", "FILE")
    add("sheet", "write a contact sheet as HTML", "FILE")
