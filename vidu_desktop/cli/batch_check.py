"""`batch SHEET` up to its order: a sheet is read, its columns are recognized, its rows are checked, and all is reported."""

import argparse
import asyncio
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.as_decided import Decided, Decisions
from vidu_desktop.batch.plan import RowProblem, Wishes
from vidu_desktop.cli import batch_by_hand
from vidu_desktop.cli.reading_options import check_reading_options, say_reading_before
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.requests import as_text, asked_options
from vidu_desktop.cli.totals import lines_in_words, total_words
from vidu_desktop.domain.amounts import format_money
from vidu_desktop.domain.batch import BatchRow
from vidu_desktop.domain.catalogue import CATALOGUE, Offer
from vidu_desktop.domain.marks import tidy_label
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.money_documents import money_output, sums_output
from vidu_desktop.domain.multiplying import Multiply
from vidu_desktop.domain.options import OptionKey, OptionValue
from vidu_desktop.domain.presets import Preset
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.sheet import ReadAs
from vidu_desktop.domain.sheet_mapping import Field, read_choice
from vidu_desktop.domain.translation import PAIR, QT_TRANSLATE_NOOP, QUOTED, on_one_line
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.wiring.session import Session


async def checked_sheet(
    options: argparse.Namespace, session: Session, report: Report
) -> tuple[Decided, Decisions]:
    """Read and check a sheet, with what the person decided about its batch in the window. Raises BadInput for problems of the
    whole sheet, DiskTrouble.
    """
    program = session.program
    checker = program.sheet_checker.patient
    path = _absolute(as_text(options.source))
    await asyncio.to_thread(_check_all_folders, options.pictures)
    read_as = ReadAs(
        sheet=options.sheet,
        encoding=options.encoding,
        separator=options.separator,
        header_line=options.header_line,
    )
    said = read_as
    if not options.new:
        read_as = read_as.completed(await checker.read_before(path))
    choices = [read_choice(as_text(choice)) for choice in options.map]
    if options.key is not None:
        choices.append(read_choice(f"{as_text(options.key)}={Field.KEY}"))
    preset = None if options.preset is None else await preset_named(as_text(options.preset), session)
    several = options.prompt is not None and len(options.prompt) > 1
    pairs = "" if options.pairs == "guess" else options.pairs
    multiply = Multiply(
        prompts=tuple(map(as_text, options.prompt)) if several else (),
        options=dict(_ways(one) for one in options.each),
    )
    try:
        sheet, mapping = await checker.read(path, read_as, choices, pairs=pairs, multiply=multiply)
    except BadInput:
        if read_as == said:
            raise
        read_as = said  # it isn't written any more as it was the last time
        sheet, mapping = await checker.read(path, read_as, choices, pairs=pairs, multiply=multiply)
    before = [] if options.sheet is not None or options.new else await checker.tables_before(path, sheet)
    if len(before) == 1:  # with several, nobody knows which one is meant
        read_as = replace(read_as, sheet=before[0])
        sheet, mapping = await checker.read(path, read_as, choices, pairs=pairs, multiply=multiply)
        report.say(Sentence(_TABLE, {"table": before[0]}))
    check_reading_options(options, sheet, mapping)
    say_reading_before(said, read_as, sheet, report)
    program.expect_pictures(len(sheet.rows))
    wishes = _wishes(options, preset)
    as_read = await checker.check(
        path,
        sheet,
        mapping,
        wishes,
        rehearsal=options.rehearse,
        anew=options.new,
        on_looked=report.looked,
    )
    if options.new and options.again == "leave":
        as_read = await checker.without_had(as_read)
    decisions = Decisions(
        checker=checker,
        wishes=wishes,
        take_in=options.left_out == "take",
        on_looked=report.looked,
        read_as=read_as,
        pairs=pairs,
    )
    return await decisions.of(as_read), decisions


def _check_all_folders(folders: Sequence[Path]) -> None:
    """Raise BadInput for a folder that doesn't exist: otherwise pictures of the same name from elsewhere would be taken."""
    for folder in folders:
        if not os.path.isdir(folder):
            raise BadInput("pictures-folder", Sentence(_NO_PICTURES_FOLDER, {"path": str(folder)}))


async def preset_named(name: str, session: Session) -> Preset:
    """Return the preset of this name, in any capitals, with the names of the shelf in its prompt replaced by words. Raises
    BadInput when there is no such preset, or a name isn't on the shelf; DiskTrouble.
    """
    presets = await session.program.storage.presets.all()
    for preset in presets:
        if preset.name.casefold() == name.casefold():
            return replace(preset, request=await session.program.shelf.with_names_replaced(preset.request))
    if not presets:
        raise BadInput("no-such-preset", Sentence(_NO_PRESETS, {"name": name}))
    names = tuple(preset.name for preset in presets)
    raise BadInput("no-such-preset", Sentence(_NO_PRESET, {"name": name, "names": names}))


def _ways(text: str) -> tuple[OptionKey, tuple[str, ...]]:
    name, equals, values = as_text(text).partition("=")
    key = name.strip().casefold().replace("-", "_")
    texts = tuple(filter(None, (value.strip() for value in values.split(","))))
    if not equals or not texts or key not in tuple(OptionKey):
        raise BadInput("each-form", Sentence(_EACH, {"text": text, "options": tuple(OptionKey)}))
    return OptionKey(key), texts


def _absolute(path: str) -> str:
    return str(Path(path).absolute())


def _wishes(options: argparse.Namespace, chosen: Preset | None) -> Wishes:
    """Return the wishes for all rows; the preset's values count where the command says nothing else."""
    mode, model, prompt, values = options.mode, options.model, None, dict[str, OptionValue]()
    if options.prompt is not None and len(options.prompt) == 1:
        prompt = as_text(options.prompt[0])
    preset = None if chosen is None else chosen.request
    if preset is not None:
        mode = mode or _mode_of(preset)
        model = model or preset.model
        values |= preset.options
        if prompt is None and options.template is None and preset.prompt:
            prompt = preset.prompt
    return Wishes(
        mode=mode,
        model=model,
        options=values | dict(asked_options(options, _offer(options))),
        prompt=prompt,
        template=None if options.template is None else as_text(options.template),
        takes=options.takes,
        project=tidy_label(as_text(options.project)),
        shot=tidy_label(as_text(options.shot)),
        names=None if options.names is None else as_text(options.names),
        preset="" if chosen is None else chosen.name,
        hidden=options.hidden,
        again=options.again,
        same=options.same,
        lines=options.rows,
        first=options.first,
        folders=tuple(str(folder.absolute()) for folder in options.pictures),
    )


def _mode_of(preset: GenerationRequest) -> Mode | None:
    return next((mode for mode in Mode if mode == preset.mode), None)


def _offer(options: argparse.Namespace) -> Offer:
    """Return an offer by which typed options are read. Whether a row's own model has them is checked with the row."""
    wanted = str(options.model or "").casefold()
    every = [
        Offer(spec, mode) for spec in CATALOGUE for mode in spec.modes if options.mode in (None, mode.mode)
    ]
    return next((one for one in every if wanted in (one.model.casefold(), one.name.casefold())), every[0])


def say_what_was_read(decided: Decided, report: Report) -> None:
    """Say how the sheet was understood: the meaning of its columns, what isn't known, and what was decided in the window."""
    checked = decided.checked
    columns = "; ".join(
        f"{checked.sheet.columns[one.column]} → {one.field}" for one in checked.mapping.columns
    )
    report.say(on_one_line(f"{checked.plan.mode}: {columns}"))
    for note in checked.sheet.notes:
        if note == "hidden-rows-unknown":
            report.say(Sentence(_HIDDEN_UNKNOWN))
    batch_by_hand.say_what_was_decided(decided, report)


def report_problems(problems: Sequence[RowProblem], report: Report) -> None:
    """Report each problem with its cell, as an object for scripts and as a line for people."""
    for problem in problems:
        line = Sentence(_LINE, {"number": problem.line}) if problem.line else Sentence(_SHEET)
        column = report.words(Sentence(QUOTED, {"text": problem.column})) if problem.column else ""
        place = " ".join(filter(None, (report.words(line), column)))
        report.item(
            {
                "line": problem.line or None,
                "column": problem.column or None,
                "code": problem.code,
                "message": str(problem.sentence),
                "remedy": problem.remedy or None,
            },
            on_one_line(report.words(Sentence(PAIR, {"name": place, "value": _with_flag(problem, report)}))),
        )


def _with_flag(problem: RowProblem, report: Report) -> str:
    """Return what a problem says, with the option that solves it where the words don't name it."""
    words, flag = report.words(problem.sentence), problem.remedy
    return f"{words} ({flag})" if flag.startswith("--") and flag not in words else words


def report_rows(rows: Sequence[BatchRow], report: Report) -> None:
    """Report row by row what would be sent."""
    for row in rows:
        if row.request is None:
            continue
        names = ", ".join(map(os.path.basename, row.request.picture_paths))
        settings = " ".join(
            f"{key}={value}" for key, value in row.request.options.items() if value is not False
        )
        report.item(
            {
                "line": row.line,
                "row": row.key,
                "mode": str(row.request.mode),
                "model": row.request.model,
                "pictures": list(row.request.picture_paths),
                "prompt": row.request.prompt,
                "options": dict(row.request.options),
                "takes": row.takes,
                **money_output("price", row.price * row.takes),
            },
            on_one_line(
                f"{report.words(Sentence(_LINE, {'number': row.line}))}: {names}  {row.request.prompt[:80]}  {settings}  "
                f"{f'{row.takes} × ' if row.takes > 1 else ''}{format_money(row.price)}"
            ),
        )


def report_total(offered: Proposal, decided: Decided, problems: Sequence[RowProblem], report: Report) -> None:
    """Report the sums: what is new, what was ordered before, the problems, and the sum without the rows that have some."""
    sound_takes, sound_total = offered.without({one.line for one in problems})
    changed = lines_in_words(offered.changed_lines)
    report.item(
        {
            "batch": offered.batch.batch_id,
            "rows": offered.rows,
            "videos": offered.takes,
            **money_output("total", offered.total),
            "ordered_before": offered.before_takes,
            **sums_output("taken", offered.taken_money),
            "changed_lines": list(offered.changed_lines),
            "left_out_by_hand": list(decided.left_out),
            "changed_by_hand": list(decided.changed),
            "problems": len(problems),
            "videos_without_problems": sound_takes,
            **money_output("total_without_problems", sound_total),
        },
        total_words(
            offered, report.words, changed=changed, problems=len(problems), sound=(sound_takes, sound_total)
        ),
    )


_TABLE = QT_TRANSLATE_NOOP(
    "command line", "The table “{table}” is read, as the last time. `--sheet` reads another one."
)
_HIDDEN_UNKNOWN = QT_TRANSLATE_NOOP(
    "command line", "This kind of workbook doesn't tell which rows are hidden: all of them are taken."
)
_LINE = QT_TRANSLATE_NOOP("command line", "line {number}")
_SHEET = QT_TRANSLATE_NOOP("command line", "sheet")
_NO_PRESET = QT_TRANSLATE_NOOP(
    "command line", "There is no preset “{name}” in the library. There is: {names}."
)
_NO_PRESETS = QT_TRANSLATE_NOOP(
    "command line",
    "There is no preset “{name}”: this library has none at all. Presets are saved in the window, from the small button above "
    "the prompt.",
)
_EACH = QT_TRANSLATE_NOOP(
    "command line",
    "“{text}” doesn't say an option and its values. Write OPTION=VALUE,VALUE; options are {options}.",
)
_NO_PICTURES_FOLDER = QT_TRANSLATE_NOOP(
    "command line", "There is no folder “{path}”. Choose one that is there."
)
