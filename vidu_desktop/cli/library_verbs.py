"""`library list`, `verify`, `rebuild` and `measure`: what is in the folder, whether it is whole, the index anew, and how
far the videos moved away from their pictures.
"""

from contextlib import suppress

from vidu_desktop.cli.reports import Report
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.counting import in_number
from vidu_desktop.domain.fidelity import fidelity_to_document
from vidu_desktop.domain.fidelity_words import remarks_on
from vidu_desktop.domain.library_query import LibraryQuery
from vidu_desktop.domain.records import job_id_from_record, order_ids_from_record
from vidu_desktop.domain.titles import clip_origin, clip_title
from vidu_desktop.domain.translation import on_one_line
from vidu_desktop.errors import BadInput
from vidu_desktop.library.findings import LibraryFinding
from vidu_desktop.wiring.measuring import ClipMeter
from vidu_desktop.wiring.session import Session

_FINE, _FOUND_SOMETHING = 0, 1
_PAGE = 200


async def run(action: str, session: Session, report: Report) -> int:
    """Do what the action says; 0 when all is well or was put right, 1 when something is wrong."""
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
    report.say(f"{in_number(rebuilt.clips, 'video is', 'videos are')} in the index.")
    return code


async def _list(session: Session, report: Report) -> int:
    library = session.program.library
    await library.check_index()
    rows = await library.find_rows(LibraryQuery())
    for begin in range(0, len(rows), _PAGE):
        for clip in await library.clips_at(rows[begin : begin + _PAGE]):
            report.item(await _clip_object(session, clip), _clip_words(clip))
    if not rows:
        report.say("There are no videos yet.")
    return _FINE


async def _clip_object(session: Session, clip: Clip) -> dict[str, object]:
    """Return the fields of a job, as far as the record has them, and the clip's own."""
    job_id = request_id = task_id = None
    with suppress(BadInput):  # no record, or one that can't be read
        record = await session.program.library.record(clip.clip_id)
        job_id = job_id_from_record(record)
        request_id, task_id = order_ids_from_record(record)
    return {
        "job": job_id,
        "state": "STORED",
        "mode": clip.mode,
        "model": clip.model,
        "request_id": request_id,
        "task_id": task_id,
        "price_usd": None if clip.price_usd is None else float(clip.price_usd),
        "path": clip.video_path,
        "error": None,
        "clip": clip.clip_id,
        "created_at": clip.created_at.isoformat(),
        "prompt": clip.prompt,
        "rehearsal": clip.rehearsal,
        "duration_s": clip.video.duration_s,
        "size": str(clip.video.frame_size),
        "sha256": clip.video.sha256,
        "missing": clip.missing,
    }


async def _measure(session: Session, report: Report) -> int:
    """Measure what wasn't measured yet; interrupted, it goes on where it was."""
    library, below_row, code = session.program.library, None, _FINE
    while True:
        clips, below_row = await library.unmeasured(below_row)
        for clip in clips:
            measured = await ClipMeter(library, session.program.fidelity).measure(clip)
            if measured is None or measured.fidelity is None:
                code = _FOUND_SOMETHING
                report.say(f"{clip.video_path}: this video can't be measured.")
                continue
            fields = {"clip": clip.clip_id, "path": clip.video_path}
            report.item(fields | fidelity_to_document(measured.fidelity), _fidelity_words(measured))
        if below_row is None:
            report.say("Every video that can be measured is.")
            return code


def _fidelity_words(clip: Clip) -> str:
    remarks = remarks_on(clip.fidelity) if clip.fidelity else ()
    lines = (f"  {remark.name}: {'; '.join(map(str, remark.found))}" for remark in remarks)
    return "\n".join((clip.video_path, *lines))


def _named(clip: Clip) -> str:
    return "  ".join(filter(None, (clip_origin(clip), clip_title(clip))))


def _clip_words(clip: Clip) -> str:
    day = clip.created_at.astimezone().strftime("%Y-%m-%d %H:%M")
    paid = "unknown" if clip.price_usd is None else f"${clip.price_usd:.2f}"
    price = "rehearsal" if clip.rehearsal else paid
    missing = "  (the file is missing)" if clip.missing else ""
    return f"{day}  {clip.mode:9}  {price:9}  {on_one_line(_named(clip)[:50]):50}  {clip.video_path}{missing}"


def _tell(findings: list[LibraryFinding], report: Report) -> int:
    for finding in findings:
        fields = {
            "code": finding.code,
            "path": finding.path,
            "message": str(finding.sentence),
            "mended": finding.mended,
        }
        report.item(fields, f"{finding.path}: {finding.sentence}")
    if not findings:
        report.say("Everything is as it should be.")
    return _FINE if all(finding.mended for finding in findings) else _FOUND_SOMETHING
