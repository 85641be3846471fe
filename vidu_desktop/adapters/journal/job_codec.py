"""Turns a job into JSON and back without loss: times keep their microseconds, amounts their digits, paths their odd bytes."""

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, TypeVar, cast

from vidu_desktop.domain.amounts import Currency, Money
from vidu_desktop.domain.framing import Framing, framings_from_texts, framings_to_texts
from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.domain.json_reading import Fields, as_text, damaged
from vidu_desktop.domain.money_documents import money_fields, read_money
from vidu_desktop.domain.options import OptionValue, may_be_option
from vidu_desktop.domain.pictures import JobPicture, PreparedPicture
from vidu_desktop.domain.recipes import named_options_of, request_from_options
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.sentence_documents import sentence_from_fields, sentence_to_fields

_LATER = ("sent_at", "accepted_at", "finished_at", "stored_at", "link_expires_at")
_TIMES = ("created_at", *_LATER)
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
_encode = json.JSONEncoder(separators=(",", ":")).encode
_STATES = {state.value: state for state in JobState}


def job_to_json(job: Job, *, with_links: bool = True) -> str:
    """Return a job as JSON. ASCII only: a path may hold bytes that aren't UTF-8, which SQLite's text can't store. Values that
    are None have no field: in a waiting job these are the most.

    Without `with_links` the signed links are left out, for records that are kept for a long time.
    """
    document: dict[str, object] = {
        "job_id": job.job_id,
        "state": job.state.value,
        "request": _request(job.request),
        "pictures": [_picture(picture) for picture in job.pictures],
        "rehearsal": job.rehearsal,
        **money_fields("price", job.price),
        "position": job.position,
        "send_attempts": job.send_attempts,
        "fetch_attempts": job.fetch_attempts,
    }
    if job.origin:
        document["origin"] = job.origin
    if job.trouble is not None:
        document["trouble"] = trouble_to_fields(job.trouble)
    if job.answers:
        document["answers"] = dict(job.answers)
    for name in _TIMES:
        if (moment := getattr(job, name)) is not None:
            document[name] = moment.isoformat()
    for name in _TEXTS:
        if (text := getattr(job, name)) is not None and (with_links or name not in _LINKS):
            document[name] = text
    return _encode(document)


def job_from_json(text: str) -> Job:
    """Return the job that `job_to_json` wrote. Raises BadInput (`record-damaged`).

    Each value must have the type that was written, and is taken exactly as it is. This doesn't use `Fields`, which took three
    times as long: a start reads every job.
    """
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise damaged("job") from error
    return job_from_fields(fields)


def job_from_fields(fields: Any) -> Job:
    """Return a job from its parsed JSON; see `job_from_json`."""
    try:
        state = _STATES[fields["state"]]
    except (KeyError, TypeError) as error:
        raise damaged("job") from error
    trouble = fields.get("trouble")
    answers = fields.get("answers")
    return Job(
        job_id=_column(_as(str, fields, "job_id"), "job_id"),
        state=state,
        request=_request_back(_as(dict, fields, "request")),
        pictures=tuple(map(_picture_back, _as(list, fields, "pictures"))),
        rehearsal=_as(bool, fields, "rehearsal"),
        price=_price(fields),
        position=_number(fields, "position"),
        origin=_column(_text_or_none(fields, "origin") or "", "origin"),
        created_at=_time(_as(str, fields, "created_at"), "created_at"),
        send_attempts=_as(int, fields, "send_attempts"),
        fetch_attempts=_as(int, fields, "fetch_attempts"),
        trouble=None
        if trouble is None
        else trouble_from_fields(Fields(trouble, "trouble", exact=True, bounded=False)),
        answers={} if answers is None else _as(dict, fields, "answers"),
        **_what_is_there(fields),
    )


def _what_is_there(fields: Mapping[str, object]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in _TEXTS:
        if (text := _text_or_none(fields, name)) is not None:
            found[name] = _column(text, name) if name == "task_id" else text
    for name in _LATER:
        if (text := _text_or_none(fields, name)) is not None:
            found[name] = _time(text, name)
    return found


_Value = TypeVar("_Value")


def _as(kind: type[_Value], fields: Mapping[str, object], name: str) -> _Value:
    value = fields.get(name)
    if type(value) is not kind:  # a bool doesn't count as an int here
        raise damaged(name)
    return value


def _text_or_none(fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None or type(value) is str:
        return value
    raise damaged(name)


def _column(text: str, name: str) -> str:
    # Stands in a column of its own, too, and SQLite takes no half surrogate pairs. JSON escapes them.
    if not text.isascii() and as_text(text) != text:
        raise damaged(name)
    return text


def _number(fields: Mapping[str, object], name: str) -> float:
    value = fields.get(name)
    if type(value) not in (int, float) or not abs(cast(float, value)) <= sys.float_info.max:
        raise damaged(name)
    return float(cast(float, value))


def _time(text: str, name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is UTC:  # how times are written
            return moment
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise damaged(name) from error
    raise damaged(name)


def _price(fields: Mapping[str, object]) -> Money:
    if fields.get("price") is not None:
        return read_money(Fields(fields, "job", exact=True, bounded=False), "price")
    return Money(_money(_as(str, fields, "price_usd")), Currency.USD)


@lru_cache(maxsize=256)
def _money(text: str) -> Decimal:
    try:
        amount = Decimal(text)
    except InvalidOperation as error:
        raise damaged("price_usd") from error
    if not amount.is_finite():
        raise damaged("price_usd")
    return amount


def _request(request: GenerationRequest) -> Mapping[str, object]:
    framings = {"framings": framings_to_texts(request.framings)} if any(request.framings) else {}
    return {**named_options_of(request), "picture_paths": list(request.picture_paths), **framings}


def _request_back(fields: Mapping[str, object]) -> GenerationRequest:
    paths = tuple(_as(list, fields, "picture_paths"))
    for path in paths:
        if type(path) is not str:
            raise damaged("picture_paths")
    if fields.get("options") is None or fields.get("mode") is None:  # a job written until 2026-11
        return request_from_options(Fields(fields, "request", exact=True, bounded=False), paths)
    framings = fields.get("framings")
    return GenerationRequest(
        model=_as(str, fields, "model"),
        mode=_as(str, fields, "mode"),
        prompt=_as(str, fields, "prompt"),
        picture_paths=paths,
        options=_options_back(_as(dict, fields, "options")),
        project=_text_or_none(fields, "project") or "",
        shot=_text_or_none(fields, "shot") or "",
        framings=() if framings is None else _framings_back(fields),
        preset=_text_or_none(fields, "preset") or "",
        name=_text_or_none(fields, "file_name") or "",
    )


def _framings_back(fields: Mapping[str, object]) -> tuple[Framing | None, ...]:
    return framings_from_texts(Fields(fields, "request", exact=True, bounded=False).paths("framings"))


def _options_back(document: Mapping[str, object]) -> dict[str, OptionValue]:
    options: dict[str, OptionValue] = {}
    for name, value in document.items():
        if value is None:
            continue
        if not (isinstance(value, str | int) and may_be_option(name, value)):
            raise damaged(name)
        options[name] = value
    return options


def _picture(picture: JobPicture) -> Mapping[str, object]:
    prepared = picture.prepared
    return {
        "source_path": picture.source_path,
        "name": picture.name,
        "prepared": None
        if prepared is None
        else {name: getattr(prepared, name) for name in PreparedPicture.__slots__},
    }


def _picture_back(fields: object) -> JobPicture:
    if not isinstance(fields, dict):
        raise damaged("pictures")
    part = fields.get("prepared")
    if part is None:
        return JobPicture(source_path=_as(str, fields, "source_path"), name=_as(str, fields, "name"))
    if not isinstance(part, dict):
        raise damaged("prepared")
    prepared = PreparedPicture(
        sha256=_as(str, part, "sha256"),
        media_type=_as(str, part, "media_type"),
        width_px=_as(int, part, "width_px"),
        height_px=_as(int, part, "height_px"),
        image_bytes=_as(int, part, "image_bytes"),
    )
    return JobPicture(
        source_path=_as(str, fields, "source_path"), name=_as(str, fields, "name"), prepared=prepared
    )


def trouble_to_fields(trouble: Trouble) -> Mapping[str, object]:
    return {
        "code": trouble.code,
        **sentence_to_fields(trouble.sentence),
        "service_words": trouble.service_words,
    }


def trouble_from_fields(fields: Fields) -> Trouble:
    return Trouble(
        code=fields.text("code"),
        sentence=sentence_from_fields(fields),
        service_words=fields.text("service_words"),
    )
