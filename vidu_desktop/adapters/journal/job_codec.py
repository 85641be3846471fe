"""A job as JSON and back, exactly. Times keep their microseconds, amounts their digits, paths their odd bytes."""

import json
from collections.abc import Mapping
from dataclasses import replace

from vidu_desktop.domain.framing import framings_from_texts, framings_to_texts
from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.domain.json_reading import Fields, damaged
from vidu_desktop.domain.pictures import JobPicture, PreparedPicture
from vidu_desktop.domain.recipes import options_of, request_from_options
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.errors import Sentence

_TIMES = ("created_at", "sent_at", "accepted_at", "finished_at", "stored_at", "link_expires_at")
_TEXTS = (
    "request_id",
    "task_id",
    "meant_for",
    "service_url",
    "video_url",
    "cover_url",
    "clip_id",
    "video_path",
)
_LINKS = ("video_url", "cover_url")


def job_to_json(job: Job, *, with_links: bool = True) -> str:
    """Write a job. ASCII only: a path may hold bytes that aren't UTF-8, which SQLite's text can't.

    `with_links` false leaves the signed links out, for what is kept for long.
    """
    document: dict[str, object] = {
        "job_id": job.job_id,
        "state": job.state.value,
        "request": _request(job.request),
        "pictures": [_picture(picture) for picture in job.pictures],
        "rehearsal": job.rehearsal,
        "price_usd": str(job.price_usd),
        "position": job.position,
        "origin": job.origin,
        "send_attempts": job.send_attempts,
        "fetch_attempts": job.fetch_attempts,
        "trouble": None if job.trouble is None else trouble_to_fields(job.trouble),
        "answers": dict(job.answers),
    }
    for name in _TIMES:
        moment = getattr(job, name)
        document[name] = None if moment is None else moment.isoformat()
    for name in _TEXTS:
        document[name] = None if name in _LINKS and not with_links else getattr(job, name)
    return json.dumps(document, separators=(",", ":"))


def job_from_json(text: str) -> Job:
    """Read a job back. Raises BadInput (`record-damaged`)."""
    try:
        fields = Fields(json.loads(text), "job", exact=True)
        state = JobState(fields.text("state"))
    except (ValueError, RecursionError) as error:
        raise damaged("job") from error
    texts = {name: fields.text_or_none(name) for name in _TEXTS}
    return Job(
        job_id=fields.text("job_id"),
        state=state,
        request=_request_back(fields.part("request")),
        pictures=tuple(_picture_back(picture) for picture in fields.parts("pictures")),
        rehearsal=fields.flag("rehearsal"),
        price_usd=fields.money("price_usd"),
        position=fields.number("position"),
        origin=fields.text_or_none("origin") or "",
        created_at=fields.time("created_at"),
        sent_at=fields.time_or_none("sent_at"),
        accepted_at=fields.time_or_none("accepted_at"),
        finished_at=fields.time_or_none("finished_at"),
        stored_at=fields.time_or_none("stored_at"),
        link_expires_at=fields.time_or_none("link_expires_at"),
        send_attempts=fields.whole("send_attempts"),
        fetch_attempts=fields.whole("fetch_attempts"),
        trouble=trouble_from_fields(fields.part("trouble")) if fields.has("trouble") else None,
        request_id=texts["request_id"],
        task_id=texts["task_id"],
        meant_for=texts["meant_for"],
        service_url=texts["service_url"],
        video_url=texts["video_url"],
        cover_url=texts["cover_url"],
        clip_id=texts["clip_id"],
        video_path=texts["video_path"],
        answers=fields.json_values("answers") if fields.has("answers") else {},
    )


def _request(request: GenerationRequest) -> Mapping[str, object]:
    framings = {"framings": framings_to_texts(request.framings)} if any(request.framings) else {}
    return {**options_of(request), "picture_paths": list(request.picture_paths), **framings}


def _request_back(fields: Fields) -> GenerationRequest:
    request = request_from_options(fields, fields.texts("picture_paths"))
    if not fields.has("framings"):
        return request
    return replace(request, framings=framings_from_texts(fields.paths("framings")))


def _picture(picture: JobPicture) -> Mapping[str, object]:
    prepared = picture.prepared
    return {
        "source_path": picture.source_path,
        "name": picture.name,
        "prepared": None
        if prepared is None
        else {name: getattr(prepared, name) for name in PreparedPicture.__slots__},
    }


def _picture_back(fields: Fields) -> JobPicture:
    prepared = None
    if fields.has("prepared"):
        part = fields.part("prepared")
        prepared = PreparedPicture(
            sha256=part.text("sha256"),
            media_type=part.text("media_type"),
            width_px=part.whole("width_px"),
            height_px=part.whole("height_px"),
            image_bytes=part.whole("image_bytes"),
        )
    return JobPicture(source_path=fields.text("source_path"), name=fields.text("name"), prepared=prepared)


def trouble_to_fields(trouble: Trouble) -> Mapping[str, object]:
    return {
        "code": trouble.code,
        "template": trouble.sentence.template,
        "values": dict(trouble.sentence.values),
        "service_words": trouble.service_words,
    }


def trouble_from_fields(fields: Fields) -> Trouble:
    return Trouble(
        code=fields.text("code"),
        sentence=Sentence(fields.text("template"), fields.plain_values("values")),
        service_words=fields.text("service_words"),
    )
