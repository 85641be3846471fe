"""`library import`, `export`, `join`, `timeline`, `sheet` and `review`: videos go in and out without a window."""

import argparse
import asyncio
import os
from dataclasses import replace
from pathlib import Path

from vidu_desktop.adapters.disk.files import can_be_created
from vidu_desktop.adapters.export.export_process import export_all, orders_for
from vidu_desktop.cli.film_out import check_trims, sound_beneath, write_film
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.target_names import check_film_name, check_sheet_name
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import ExportSettings, MadeFile
from vidu_desktop.domain.film import FilmPart, FilmWish, parts_in_a_row
from vidu_desktop.domain.library_query import LibraryQuery
from vidu_desktop.domain.name_pattern import NamePattern
from vidu_desktop.domain.review import REVIEW_WORDS
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP, on_one_line
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.wiring.measuring import pictures_for
from vidu_desktop.wiring.session import Session

ACTIONS = frozenset({"import", "export", "join", "timeline", "sheet", "review"})

_EACH_ONCE = frozenset({"export", "review", "sheet"})
"""Actions that refuse a clip named twice, because its file would be made twice; in a film a repetition may be meant."""
_FINE, _SOME_FAILED = 0, 1
_PAGE = 500
_FOLDERS_MOST = 100


async def run(options: argparse.Namespace, session: Session, report: Report) -> int:
    """Run the action; return 0 when all went well, 1 when something failed. Raises BadInput, DiskTrouble."""
    if options.action == "import":
        return await _take_in(options.paths, session, report)
    if options.action == "review" and options.answers is not None:
        return await _take_review(options, session, report)
    if options.action == "review" and (options.to is None or not options.clips):
        raise BadInput("usage", Sentence(_WHAT_OF_REVIEW))
    clips = await _chosen(options.clips, session)
    if options.action in _EACH_ONCE:
        _check_each_clip_once(options.clips, clips)
    match options.action:
        case "export":
            return await _export(options, clips, session, report)
        case "join":
            check_film_name(options.to, as_pictures=options.pictures)
            film = FilmWish(
                parts=_parts(options, clips, options.fade),
                fit=options.fit,
                match_colours=options.match_colours,
                as_pictures=options.pictures,
                sound_path=sound_beneath(options),
            )
            tell_made(await write_film(clips, film, new_file(options.to, folders_made=1), session), report)
        case "review":
            return await _write_review(
                clips, new_file(options.to, folders_made=_FOLDERS_MOST), session, report
            )
        case "timeline":
            from vidu_desktop.adapters.export.timeline import write_timeline

            target, parts = new_file(options.to), _parts(options, clips)
            await asyncio.to_thread(write_timeline, clips, target, options.to.stem, parts)
            tell_made(MadeFile(options.to.absolute()), report)
        case _:
            from vidu_desktop.adapters.export.contact_sheet_file import write_contact_sheet

            check_sheet_name(options.to)
            await asyncio.to_thread(write_contact_sheet, clips, new_file(options.to), options.to.stem)
            tell_made(MadeFile(options.to.absolute()), report)
    return _FINE


def _parts(options: argparse.Namespace, clips: list[Clip], fade: int = 0) -> tuple[FilmPart, ...]:
    paths = [clip.video_path for clip in clips]
    parts = parts_in_a_row(
        paths, drop_seams=options.drop_seams, trim=options.trim, speed=options.speed, fade=fade
    )
    check_trims(parts, clips)
    return parts


async def _take_in(paths: list[Path], session: Session, report: Report) -> int:
    await session.lock()
    taken = await session.program.storage.imports.take_in([path.absolute() for path in paths])
    if not (taken.clips or taken.back or taken.findings or taken.left):
        raise BadInput("import-nothing", Sentence(_NO_VIDEO_THERE))
    for clip in taken.clips:
        report.item(
            {"clip": clip.clip_id, "path": clip.video_path},
            report.words(Sentence(_TAKEN_IN, {"path": clip.video_path})),
        )
    for clip in taken.back:
        report.item(
            {"clip": clip.clip_id, "path": clip.video_path},
            report.words(Sentence(_BACK, {"path": clip.video_path})),
        )
    for found in taken.findings:
        report.item(
            {"code": found.code, "path": found.path, "message": str(found.sentence)},
            f"{on_one_line(found.path)}: {report.words(found.sentence)}",
        )
    if taken.stopped_by is not None:
        report.say(Sentence(_LEFT, {"count": len(taken.left)}))
        raise taken.stopped_by
    return _FINE if all(found.code == "file-twice" for found in taken.findings) else _SOME_FAILED


async def _export(options: argparse.Namespace, clips: list[Clip], session: Session, report: Report) -> int:
    settings = ExportSettings(
        format=options.format,
        side_px=options.side,
        rate_fps=options.rate,
        hold=options.hold,
        first=None if options.first is None else options.first - 1,
        last=None if options.last is None else options.last - 1,
        boomerang=options.boomerang,
        match_colours=options.match_colours,
    )
    if settings.format.copies and settings != ExportSettings(format=settings.format):
        template = QT_TRANSLATE_NOOP(
            "command line",
            "{format} leaves the pictures as they are. Use h264 to change size, rate, range or colours.",
        )
        raise BadInput("export-settings", Sentence(template, {"format": settings.format.value}))
    pictures = await pictures_for(session.program.library, clips, settings)
    folder = _folder_for(options.to)
    orders = orders_for(clips, settings, NamePattern.read(options.name), folder, pictures)
    begun = session.program.begun_exports
    await asyncio.to_thread(begun.clear)
    made, failed = await export_all(orders, lambda _number, _share: None, begun)
    for one in made:
        tell_made(one, report)
    for order, error in failed:
        fields = {"path": order.target, "code": error.code, "message": str(error.sentence)}
        report.item(fields, f"{on_one_line(order.target)}: {report.words(error.sentence)}")
    return _SOME_FAILED if failed else _FINE


async def _write_review(clips: list[Clip], folder: Path, session: Session, report: Report) -> int:
    from vidu_desktop.adapters.export.review_packet import write_packet

    begun = session.program.begun_exports
    await asyncio.to_thread(begun.clear)
    page, failed = await write_packet(clips, folder, REVIEW_WORDS, begun=begun)
    tell_made(MadeFile(page), report)
    for error in failed:
        report.item({"code": error.code, "message": str(error.sentence)}, str(error.sentence))
    return _SOME_FAILED if failed else _FINE


async def _take_review(options: argparse.Namespace, session: Session, report: Report) -> int:
    from vidu_desktop.adapters.export.review_packet import read_answers

    if options.clips or options.to is not None:
        raise BadInput("usage", Sentence(_WHAT_OF_REVIEW))
    review = await asyncio.to_thread(read_answers, options.answers)
    await session.lock()
    library, marks = session.program.library, session.program.storage.marks
    here = [one for one in review.answers if await library.get(one.clip_id) is not None]
    code = _FINE if len(here) == len(review.answers) else _SOME_FAILED
    if here:
        marked = await marks.take_review(replace(review, answers=tuple(here)))
        code = code if marked.trouble is None else _SOME_FAILED
        for clip in marked.clips:
            verdict = clip.marks.verdict or ""
            report.item(
                {"clip": clip.clip_id, "path": clip.video_path, "verdict": verdict, "note": clip.marks.note},
                f"{verdict or report.words(Sentence(_NO_VERDICT)):10}  {clip.video_path}",
            )
    for answer in review.answers:
        if answer not in here:
            fields = {"clip": answer.clip_id, "code": "no-such-clip", "message": str(Sentence(_NOT_HERE))}
            report.item(fields, f"{answer.clip_id}: {report.words(Sentence(_NOT_HERE))}")
    return code


async def _chosen(names: list[str], session: Session) -> list[Clip]:
    """Return the named clips in this order. A name is an id, a path, or a file's name. Raises BadInput for an unknown one."""
    library = session.program.library
    by_path: dict[str, Clip] = {}
    chosen = []
    for name in names:
        clip = await library.get(name)
        if clip is None:
            by_path = by_path or await _paths(session)
            clip = by_path.get(_absolute(name)) or by_path.get(_resolved(name)) or by_path.get(name)
        if clip is None:
            template = QT_TRANSLATE_NOOP("command line", "“{name}” isn't in the library.")
            raise BadInput("no-such-clip", Sentence(template, {"name": name}))
        chosen.append(clip)
    return chosen


def _check_each_clip_once(names: list[str], clips: list[Clip]) -> None:
    seen: dict[str, str] = {}
    for name, clip in zip(names, clips, strict=True):
        if clip.clip_id in seen:
            raise BadInput("clip-twice", Sentence(_TWICE, {"name": name, "other": seen[clip.clip_id]}))
        seen[clip.clip_id] = name


def _absolute(name: str) -> str:
    return str(Path(name).absolute())


def _resolved(name: str) -> str:
    """Resolve links and `..`, so that the same file under another path is found as the same clip."""
    return os.path.realpath(name)


async def _paths(session: Session) -> dict[str, Clip]:
    library = session.program.library
    rows = await library.find_rows(LibraryQuery())
    found: dict[str, Clip] = {}
    for begin in range(0, len(rows), _PAGE):
        for clip in await library.clips_at(rows[begin : begin + _PAGE]):
            found[clip.video_path] = found[Path(clip.video_path).name] = clip
            found.setdefault(_resolved(clip.video_path), clip)
    return found


def new_file(target: Path, *, folders_made: int = 0) -> Path:
    """Return the absolute path for a new file or folder. Up to `folders_made` levels of the path may be missing, because its
    writer makes them. Raises BadInput when the path exists already, or its folder is missing.
    """
    if os.path.lexists(target):  # also finds a link to a missing file
        template = QT_TRANSLATE_NOOP("command line", "“{path}” is there already and isn't written over.")
        raise BadInput("target-there", Sentence(template, {"path": str(target)}))
    folder = target.absolute().parent
    for _ in range(folders_made):
        folder = folder if os.path.lexists(folder) else folder.parent
    if not os.path.isdir(folder):
        template = QT_TRANSLATE_NOOP(
            "command line", "There is no folder “{path}”. Make it, or choose another one."
        )
        raise BadInput("target-folder", Sentence(template, {"path": str(folder)}))
    if not can_be_created(folder / target.name):
        raise BadInput("target-place", Sentence(_NO_PLACE, {"path": str(target)}))
    return target.absolute()


def _folder_for(target: Path) -> Path:
    """Return the absolute path of a folder that exists, or can be made inside an existing one. Raises BadInput for any other."""
    if not os.path.lexists(target):
        return new_file(target)
    if not os.path.isdir(target):
        raise BadInput("target-no-folder", Sentence(_NO_FOLDER_BUT, {"path": str(target)}))
    return target.absolute()


def tell_made(made: MadeFile, report: Report) -> None:
    """Report a file that was made."""
    fields = {"path": str(made.path)}
    if made.colours_kept:
        report.item({**fields, "colours": "kept"}, report.words(Sentence(_MADE_UNMATCHED, fields)))
    else:
        report.item(fields, report.words(Sentence(_MADE, fields)))


_TWICE = QT_TRANSLATE_NOOP(
    "command line", "“{name}” is the same video as “{other}”. Nothing was written. Name each once."
)
_TAKEN_IN = QT_TRANSLATE_NOOP("command line", "Taken in: {path}")
_NO_VIDEO_THERE = QT_TRANSLATE_NOOP(
    "command line",
    "There is no video there: folders are looked through for MP4, M4V and MOV. Nothing was taken in.",
)
_LEFT = QT_TRANSLATE_NOOP("command line", "Not taken in: {count}. Give them again to go on.")
_BACK = QT_TRANSLATE_NOOP("command line", "Back from the trash: {path}")
_MADE = QT_TRANSLATE_NOOP("command line", "Made: {path}")
_MADE_UNMATCHED = QT_TRANSLATE_NOOP(
    "command line", "Made: {path} (colours as they were: matching would not have made them better)"
)
_NO_FOLDER_BUT = QT_TRANSLATE_NOOP(
    "command line", "“{path}” isn't a folder. Choose a folder for what is written."
)
_NO_PLACE = QT_TRANSLATE_NOOP(
    "command line",
    "“{path}” can't be written: you may not write into its folder, or its name is too long. Choose another place.",
)
_WHAT_OF_REVIEW = QT_TRANSLATE_NOOP(
    "command line",
    "Say which clips and with --to which new folder, or with --answers which file came back; nothing was written.",
)
_NO_VERDICT = QT_TRANSLATE_NOOP("command line", "no verdict")
_NOT_HERE = QT_TRANSLATE_NOOP("command line", "This video isn't in the library, so its answer was left out.")
