"""`library list`, `verify`, `rebuild` and `measure`: lists the videos, checks the files, makes the index anew, and measures
how far videos moved away from their pictures.
"""

import asyncio
from pathlib import Path

from vidu_desktop.adapters.library_store.unread_records import unread_records
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.runs import require_library
from vidu_desktop.cli.speech import Speech, joined
from vidu_desktop.domain.amounts import format_money
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.fidelity import fidelity_to_document
from vidu_desktop.domain.fidelity_words import remarks_on
from vidu_desktop.domain.library_query import LibraryQuery
from vidu_desktop.domain.money_documents import money_output
from vidu_desktop.domain.records import job_id_from_record, order_ids_from_record
from vidu_desktop.domain.titles import clip_origin, clip_title
from vidu_desktop.domain.translation import PAIR, QT_TRANSLATE_NOOP, on_one_line
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence
from vidu_desktop.library.findings import LibraryFinding
from vidu_desktop.wiring.measuring import ClipMeter
from vidu_desktop.wiring.session import Session

_FINE, _FOUND_SOMETHING = 0, 1
_PAGE = 200


async def run(action: str, session: Session, report: Report) -> int:
    """Run the action; return 0 when all is well or was mended, 1 when something is wrong."""
    if action == "list":
        return await _list(session, report)
    await session.lock()
    if action == "verify":
        findings = await session.program.library.check()
        return _tell(findings, report)
    if action == "measure":
        return await _measure(session, report)
    rebuilt = await session.program.library.rebuild()
    code = _tell(rebuilt.findings, report)
    report.say(Sentence(_ONE_INDEXED if rebuilt.clips == 1 else _INDEXED, {"count": rebuilt.clips}))
    return code


async def _list(session: Session, report: Report) -> int:
    library = session.program.library
    await library.check_index()
    rows = await library.find_rows(LibraryQuery())
    unread: set[str] = set()
    for begin in range(0, len(rows), _PAGE):
        for clip in await library.clips_at(rows[begin : begin + _PAGE]):
            report.item(await _clip_object(session, clip, unread), _clip_words(clip, report.words))
    if not rows:
        await require_library(session)
        report.say(Sentence(_NO_VIDEOS))
    if count := len(unread) + await unread_records(session.program.storage.store):
        report.say(Sentence(_ONE_UNREAD if count == 1 else _UNREAD, {"count": count}))
    return _FINE


async def _clip_object(session: Session, clip: Clip, unread: set[str]) -> dict[str, object]:
    """Return the same fields as a job's object, as far as the clip's record has them, and the clip's own fields. Add the id of
    a clip whose record can't be read to `unread`.
    """
    job_id = request_id = task_id = None
    missing = clip.missing
    try:
        record = await session.program.library.record(clip.clip_id)
        job_id = job_id_from_record(record)
        request_id, task_id = order_ids_from_record(record)
    except BadInput:
        unread.add(clip.clip_id)
    except DiskTrouble as trouble:
        root = session.program.library.root
        try:
            if not await asyncio.to_thread(root.is_dir):
                raise  # the whole library is gone, not this one clip
            missing = not await asyncio.to_thread(Path(clip.video_path).is_file)
        except OSError:  # the library may not be opened, or its drive fails
            raise trouble from None
    return {
        "job": job_id,
        "state": "STORED",
        "mode": clip.mode,
        "model": clip.model,
        "request_id": request_id,
        "task_id": task_id,
        **money_output("price", clip.price),
        "path": clip.video_path,
        "error": None,
        "clip": clip.clip_id,
        "created_at": clip.created_at.isoformat(),
        "prompt": clip.prompt,
        "rehearsal": clip.rehearsal,
        "duration_s": clip.video.duration_s,
        "size": str(clip.video.frame_size),
        "sha256": clip.video.sha256,
        "missing": missing,
    }


async def _measure(session: Session, report: Report) -> int:
    """Measure the videos that weren't measured yet. If it is interrupted, the next run goes on from there."""
    library, below_row, code = session.program.library, None, _FINE
    while True:
        clips, below_row = await library.unmeasured(below_row)
        for clip in clips:
            measured = await ClipMeter(library, session.program.fidelity).measure(clip)
            if measured is None or measured.fidelity is None:
                code = _FOUND_SOMETHING
                report.say(Sentence(_NOT_MEASURED, {"path": clip.video_path}))
                continue
            fields = {"clip": clip.clip_id, "path": clip.video_path}
            report.item(
                fields | fidelity_to_document(measured.fidelity), _fidelity_words(measured, report.words)
            )
        if below_row is None:
            report.say(Sentence(_ALL_MEASURED))
            return code


def _fidelity_words(clip: Clip, words: Speech) -> str:
    remarks = remarks_on(clip.fidelity) if clip.fidelity else ()
    lines = (
        "  "
        + words(
            Sentence(PAIR, {"name": words(remark.name), "value": joined(map(words, remark.found), words)})
        )
        for remark in remarks
    )
    return "\n".join((clip.video_path, *lines))


def _named(clip: Clip) -> str:
    return "  ".join(filter(None, (clip_origin(clip), clip_title(clip))))


def _clip_words(clip: Clip, words: Speech) -> str:
    day = clip.created_at.astimezone().strftime("%Y-%m-%d %H:%M")
    paid = words(Sentence(_UNKNOWN)) if clip.price is None else format_money(clip.price)
    price = words(Sentence(_REHEARSAL)) if clip.rehearsal else paid
    missing = f"  ({words(Sentence(_MISSING))})" if clip.missing else ""
    return f"{day}  {clip.mode:9}  {price:9}  {on_one_line(_named(clip)[:50]):50}  {clip.video_path}{missing}"


def _tell(findings: list[LibraryFinding], report: Report) -> int:
    for finding in findings:
        fields = {
            "code": finding.code,
            "path": finding.path,
            "message": str(finding.sentence),
            "mended": finding.mended,
        }
        report.item(fields, f"{finding.path}: {report.words(finding.sentence)}")
    if not findings:
        report.say(Sentence(_ALL_WELL))
    return _FINE if all(finding.mended for finding in findings) else _FOUND_SOMETHING


_ONE_INDEXED = QT_TRANSLATE_NOOP("command line", "1 video is in the index.")
_INDEXED = QT_TRANSLATE_NOOP("command line", "{count} videos are in the index.")
_NO_VIDEOS = QT_TRANSLATE_NOOP("command line", "There are no videos yet.")
_ONE_UNREAD = QT_TRANSLATE_NOOP(
    "command line",
    "1 record can't be read, so what it says of its video isn't shown here. `vidu-desktop library verify` says which one it is; "
    "its video stays where it is.",
)
_UNREAD = QT_TRANSLATE_NOOP(
    "command line",
    "{count} records can't be read, so what they say of their videos isn't shown here. `vidu-desktop library verify` says "
    "which ones they are; their videos stay where they are.",
)
_NOT_MEASURED = QT_TRANSLATE_NOOP("command line", "{path}: this video can't be measured.")
_ALL_MEASURED = QT_TRANSLATE_NOOP("command line", "Every video that can be measured is.")
_ALL_WELL = QT_TRANSLATE_NOOP("command line", "Everything is as it should be.")
_UNKNOWN = QT_TRANSLATE_NOOP("command line", "unknown")
_REHEARSAL = QT_TRANSLATE_NOOP("command line", "rehearsal")
_MISSING = QT_TRANSLATE_NOOP("command line", "the file is missing")
