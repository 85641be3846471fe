"""`watch`: makes videos of a folder's pictures as they appear, and acts on watched folders."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from vidu_desktop.batch.folder_watcher import FolderWatcher
from vidu_desktop.batch.watch_words import standing_words, today_words
from vidu_desktop.batch.watched_folder import Standing, WatchStanding, WatchWish, standing_of, watch_id
from vidu_desktop.cli.argument_types import in_currency
from vidu_desktop.cli.batch_check import preset_named
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.requests import as_text
from vidu_desktop.cli.runs import DONE, UNFINISHED, Following, require_key
from vidu_desktop.domain.batch import Batch
from vidu_desktop.domain.money_documents import money_output, sums_output
from vidu_desktop.domain.translation import PAIR, QT_TRANSLATE_NOOP, QUOTED, on_one_line
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, Sentence, Value
from vidu_desktop.wiring.session import Session

_LOOK_EVERY_S = 0.2


async def run(options: argparse.Namespace, session: Session, report: Report) -> int:
    """Run `watch` with its options; return the exit code. Raises BadInput, DiskTrouble."""
    match options.folder:
        case "list":
            return await list_folders(session, report)
        case "pause" | "end" as action:
            return await halt(action, options.watched or "", session, report)
    if options.watched is not None:
        raise BadInput("usage", Sentence(_ONE_FOLDER, {"text": options.watched[:40]}))
    return await watch(options, session, report)


async def watch(options: argparse.Namespace, session: Session, report: Report) -> int:
    """Watch a folder until the person ends it, or with `--once` until its pictures are made. Raises BadInput, DiskTrouble."""
    if not options.rehearse and options.per_day is None:
        raise BadInput("watch-no-cap", Sentence(_NO_CAP))
    if options.preset is None:
        raise BadInput("watch-no-preset", Sentence(_NO_PRESET))
    day_budget = in_currency(None if options.rehearse else options.per_day, session.settings.currency)
    preset = await preset_named(as_text(options.preset), session)
    if not options.rehearse:
        await require_key(session, report)
    wish = WatchWish(
        folder=_absolute(options.folder),
        preset=preset.name,
        request=preset.request,
        day_budget=day_budget,
        take_there=options.take_existing,
        rehearsal=options.rehearse,
    )
    batch_id = watch_id(wish.folder, rehearsal=wish.rehearsal)
    return await _watched(
        batch_id, lambda: session.program.watcher.begin(wish), session, report, once=options.once
    )


async def go_on(batch: Batch, session: Session, report: Report) -> int:
    """Go on with a watched folder as it was approved before, until all of its pictures are made. Raises BadInput for a folder
    that isn't watched any more, DiskTrouble.
    """
    history = await session.program.storage.batches.history(batch.batch_id)
    if standing_of(history, session.program.batches.own_id) is Standing.ENDED:
        raise BadInput("watch-ended", Sentence(_ENDED, {"folder": batch.source_path}))
    if not batch.rehearsal:
        await require_key(session, report)
    batch_id = batch.batch_id
    return await _watched(
        batch_id, lambda: session.program.watcher.go_on(batch_id), session, report, once=True
    )


async def _watched(
    batch_id: str, begin: Callable[[], Awaitable[object]], session: Session, report: Report, *, once: bool
) -> int:
    """Begin to watch with `begin`, and watch until the person ends it; with `once`, until nothing moves any more by itself."""
    program = session.program
    following = Following(session, report, None)
    await session.begin()
    await program.start_batches()
    tasks = TaskKeeper()
    if not session.joined:
        tasks.start("watch folders", program.watcher.run())
    watched = batch_id in program.batches.running
    try:
        await begin()
        folder = program.batches.running[batch_id].batch.source_path
        report.say(Sentence(_GOES_THROUGH if once else _WATCHES, {"folder": folder}))
        said = Standing.WATCHED
        try:
            while True:
                await asyncio.sleep(_LOOK_EVERY_S)
                if not once and (now := program.watcher.standing_here(batch_id)) is not said:
                    said = now
                    report.say(_news(folder, said, program.batches.stopped.get(batch_id, "")))
                if once and _is_through(program.watcher, batch_id, session, following):
                    break
            found = await program.watcher.standings()  # read while the feeder still knows what waits
        finally:
            if not watched:  # the window didn't watch it before this command came
                await program.watcher.pause(batch_id)  # the folder is watched only while this command runs
    finally:
        await tasks.cancel_all()
    stands = next(one for one in found if one.batch_id == batch_id)
    _report_standing(stands, report)
    return following.exit_code() or (UNFINISHED if stands.waiting or stands.not_made else DONE)


def _news(folder: str, standing: Standing, code: str) -> Sentence:
    values: dict[str, Value] = {"name": folder, "value": standing_words(standing, code)}
    return Sentence(PAIR, values)


def _is_through(watcher: FolderWatcher, batch_id: str, session: Session, following: Following) -> bool:
    """Whether every picture in the folder was looked at, and no job moves any more without a person or before another day."""
    if not watcher.is_through(batch_id) or session.program.batches.busy:
        return False
    return all(following.stands_still(job) for job in session.program.engine.unfinished())


async def list_folders(session: Session, report: Report) -> int:
    """Print every watched folder of the library; also while the window is open."""
    program = session.program
    program.batches.own_id = await program.storage.batches.own_id()
    program.batches.jobs.fill(await program.jobs_known())
    for stands in await program.watcher.standings():
        _report_standing(stands, report)
    return DONE


async def halt(action: str, text: str, session: Session, report: Report) -> int:
    """Pause a watched folder, or watch it no more. Raises BadInput when there is no such folder, DiskTrouble."""
    await session.lock()
    program = session.program
    program.batches.own_id = await program.storage.batches.own_id()
    path = _absolute(text)
    found = [
        one
        for one in await program.watcher.standings()
        if text and (one.batch_id.startswith(text) or one.folder == path)
    ]
    if len(found) != 1:
        raise BadInput("no-such-watch", Sentence(_NONE, {"text": text[:200]}))
    await (program.watcher.pause if action == "pause" else program.watcher.end)(found[0].batch_id)
    for stands in await program.watcher.standings():
        if stands.batch_id == found[0].batch_id:
            _report_standing(stands, report)
    return DONE


def _absolute(path: str) -> str:
    return str(Path(as_text(path)).absolute())


def _report_standing(stands: WatchStanding, report: Report) -> None:
    report.item(
        {
            "watch": stands.batch_id,
            "folder": stands.folder,
            "preset": stands.preset,
            "rehearsal": stands.rehearsal,
            "standing": stands.standing.value,
            "stopped": stands.code or None,
            "pictures": stands.pictures,
            "stored": stands.made,
            "waiting": stands.waiting,
            **money_output("per_day", stands.day_budget),
            **money_output("price", stands.price),
            **sums_output("today", stands.spent_today),
            "not_made": [{"path": path, "message": str(why)} for path, why in stands.not_made],
        },
        on_one_line(
            f"{stands.batch_id}  {stands.folder}  {report.words(Sentence(QUOTED, {'text': stands.preset}))}  {report.words(standing_words(stands.standing, stands.code))}  "
            f"{stands.made} / {stands.pictures}  {report.words(today_words(stands))}"
        ),
    )
    for path, why in stands.not_made:
        report.say(on_one_line(f"{path}: {report.words(why)}"))


_NO_CAP = QT_TRANSLATE_NOOP(
    "command line",
    "Say with --per-day what this folder may cost in a day; nothing was begun. With --rehearse it is free.",
)
_NO_PRESET = QT_TRANSLATE_NOOP(
    "command line", "Say with --preset what becomes of the pictures. The window saves presets in each tab."
)
_WATCHES = QT_TRANSLATE_NOOP(
    "command line",
    "Watching “{folder}”. What appears there becomes a video when it has looked the same for some seconds. Ctrl-C ends it.",
)
_GOES_THROUGH = QT_TRANSLATE_NOOP(
    "command line", "Making what lies in “{folder}”. Then this command ends, and nothing is watched by it."
)
_ENDED = QT_TRANSLATE_NOOP(
    "command line",
    "“{folder}” isn't watched any more, so nothing was sent. `vidu-desktop watch` begins anew, by a preset and a sum for a day.",
)
_ONE_FOLDER = QT_TRANSLATE_NOOP("command line", "One folder at a time: “{text}” is one too many.")
_NONE = QT_TRANSLATE_NOOP(
    "command line",
    "“{text}” is no folder that is watched, or several are meant. `vidu-desktop watch list` lists them.",
)
