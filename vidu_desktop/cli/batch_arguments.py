"""The grammar of `batch` and `chain`, which make many videos at once."""

import argparse

from vidu_desktop.cli.argument_types import (
    count,
    fade_frames,
    label,
    lines,
    mode,
    name,
    not_empty,
    path,
    separator,
    shot_frames,
    shot_speed,
    sum_of_money,
    takes,
    whole,
)
from vidu_desktop.cli.grammar import EXIT_CODES, FADE_HELP, SOUND_HELP, Grammar, add_options
from vidu_desktop.domain.batch import STOP_AFTER_USUAL
from vidu_desktop.domain.sheet_mapping import CHOSEN_FIELDS

BATCH_ACTIONS = ("list", "show", "resume", "retry", "result")


def add_batch(verbs: "argparse._SubParsersAction[Grammar]", as_json: Grammar) -> None:
    """Add `batch`: makes videos of a sheet or a folder, and acts on a batch."""
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
        type=not_empty,
        help=f"a sheet, a folder, or one of {', '.join(BATCH_ACTIONS)}",
    )
    batch.add_argument("batch", metavar="BATCH", nargs="?", help="the beginning of a batch's id")
    batch.add_argument("--dry-run", action="store_true", help="check every row, say everything, send nothing")
    batch.add_argument(
        "--budget", metavar="SUM", type=sum_of_money, help="what the batch may cost in all; paid ones need it"
    )
    batch.add_argument(
        "--until-budget", action="store_true", help="begin although not everything fits into the budget"
    )
    batch.add_argument("--rehearse", action="store_true", help="free drafts, made on this machine")
    batch.add_argument("--mode", type=mode, metavar="MODE", help="by the sheet's columns when it isn't said")
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
        type=path,
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
        "--names", metavar="TEXT", help="how the videos' files begin, made of columns: {sku}[ {colour}]"
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
    batch.add_argument("--takes", type=takes, default=1, metavar="N", help="videos of each row")
    batch.add_argument("--first", type=count, metavar="N", help="the first rows only")
    batch.add_argument("--rows", type=lines, metavar="LINES", help="these lines of the sheet only: 2-40,57")
    batch.add_argument("--hidden", choices=("leave", "take"), help="what is done with hidden rows")
    batch.add_argument(
        "--left-out",
        choices=("leave", "take"),
        default="leave",
        help="what is done with rows that were left out in the window; left out when it isn't said",
    )
    batch.add_argument(
        "--again",
        choices=("leave", "take"),
        help="what is done with videos that another batch has ordered already",
    )
    batch.add_argument(
        "--same",
        choices=("leave", "take"),
        help="what is done with rows that ask for the same video as another one",
    )
    batch.add_argument("--sheet", metavar="NAME", help="which table of a workbook")
    batch.add_argument("--encoding", metavar="NAME", help="in which a text is written, such as gb18030")
    batch.add_argument("--separator", type=separator, metavar="SIGN", help="comma, semicolon, tab or bar")
    batch.add_argument("--header-line", type=count, metavar="N", help="where the columns' names stand")
    batch.add_argument(
        "--stop-after",
        type=whole,
        choices=range(11),
        default=STOP_AFTER_USUAL,
        metavar="N",
        help=f"stop when so many of the last 10 ended the same way; {STOP_AFTER_USUAL} when it isn't said, 0 never",
    )
    batch.add_argument(
        "--rejected",
        action="store_true",
        help="with `retry`: one more video of each row whose videos were all rejected in the library",
    )
    batch.add_argument(
        "--new", action="store_true", help="begin a new batch although this sheet has one: buys anew"
    )
    batch.add_argument(
        "--result", "--to", dest="result", type=path, metavar="FILE", help="where the result is written"
    )
    batch.add_argument("--model", metavar="NAME", help="for the rows that don't say it")
    add_options(batch)
    batch.add_argument(
        "--project", default="", type=label, metavar="NAME", help="for the rows that don't say it"
    )
    batch.add_argument(
        "--shot", default="", type=label, metavar="NAME", help="for the rows that don't say it"
    )


def add_chain(verbs: "argparse._SubParsersAction[Grammar]", as_json: Grammar) -> None:
    """Add `chain`: makes a video for each gap between stills."""
    chain = verbs.add_parser(
        "chain",
        parents=[as_json],
        help="make a video between each two of some stills",
        description="Each still but the last begins a video that ends with the next one. The same name again makes only "
        "what isn't there: of changed stills and prompts the videos beside them; of old ones that are back, none.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    chain.add_argument("stills", metavar="STILL", nargs="+", type=path, help="in their order; at least two")
    chain.add_argument(
        "--name",
        required=True,
        type=name,
        metavar="NAME",
        help="by which the chain is known; also its project",
    )
    chain.add_argument("--prompt", default="", metavar="TEXT", help="for every gap that has none of its own")
    chain.add_argument(
        "--prompts",
        type=path,
        metavar="FILE",
        help="a text with a line for each gap; an empty one takes --prompt",
    )
    chain.add_argument("--loop", action="store_true", help="one more video, from the last still to the first")
    chain.add_argument("--takes", type=takes, default=1, metavar="N", help="videos of each gap")
    paying = chain.add_mutually_exclusive_group()
    paying.add_argument("--rehearse", action="store_true", help="free drafts, made on this machine")
    paying.add_argument(
        "--budget", metavar="SUM", type=sum_of_money, help="what the chain may cost in all; paid ones need it"
    )
    chain.add_argument(
        "--again",
        action="store_true",
        help="pay once more for videos that another chain or batch has ordered",
    )
    chain.add_argument("--dry-run", action="store_true", help="say what is current and what the rest costs")
    chain.add_argument("--join", type=path, metavar="FILE", help="then make one film, without doubled frames")
    chain.add_argument(
        "--match-colours", action="store_true", help="bring the film's colours back to those of the stills"
    )
    chain.add_argument("--fade", type=fade_frames, default=0, metavar="FRAMES", help=FADE_HELP)
    chain.add_argument("--sound", type=path, metavar="FILE", help=SOUND_HELP)
    chain.add_argument(
        "--pictures", action="store_true", help="the film as numbered PNGs in a folder of that name"
    )
    chain.add_argument(
        "--trim",
        type=shot_frames,
        action="append",
        default=[],
        metavar="[SHOT=]FRAMES",
        help="leave so many more out at both sides of a seam; of one gap",
    )
    chain.add_argument(
        "--speed",
        type=shot_speed,
        action="append",
        default=[],
        metavar="[SHOT=]TIMES",
        help="so many times as fast; one gap",
    )
    chain.add_argument("--timeline", type=path, metavar="FILE", help="then write an .otio, .xml or .edl")
    chain.add_argument("--sheet", type=path, metavar="FILE", help="then write a contact sheet as HTML")
    chain.add_argument("--model", metavar="NAME", help="Vidu 2 when it isn't said")
    add_options(chain)
