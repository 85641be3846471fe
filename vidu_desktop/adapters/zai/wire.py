"""The wire format of answers: one bounded JSON reader, and pure functions from bytes to values or our errors.

    parse_accepted      the answer to a paid order    -> Accepted,   or the errors of VideoService.submit
    parse_task_report   the answer to a poll          -> TaskReport, or the errors of VideoService.poll
    parse_error         what an answer says is wrong  -> ServiceError, never raises
    parse_progress      the rehearsal's own header    -> a share, or None

The service may answer anything; these functions return only values of our types and raise only our errors.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlsplit, urlunsplit

from vidu_desktop.adapters.zai.verdicts import (
    FAILED_CODES,
    ServiceError,
    answer_lost,
    order_error,
    poll_error,
)
from vidu_desktop.domain.another_try import POLICY_CODES, WRONG_ORDER_CODES
from vidu_desktop.domain.job import Trouble
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.ports import Accepted, TaskReport, TaskStatus
from vidu_desktop.errors import Sentence, ServiceBusy

JSON_MOST_BYTES = 1_000_000
_DEPTH_MOST = 24
_WORDS = frozenset({"message", "msg"})
_WORDS_MOST_CHARS = 500
_EXCERPT_MOST_CHARS = 2_000
_ID_MOST_CHARS = 256
_URL_MOST_CHARS = 8_192
# Longer integers stay text: they can only be ids, and int() refuses 4,300 digits.
_INT_MOST_DIGITS = 15
_LINK = re.compile(r"(?i)\b(?:https?|ftp|data):[^\s\"'<>]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")


class Nonsense(Exception):
    """The bytes aren't JSON that we accept. The text is a short hint without any of their content."""


def parse_accepted(status: int, body: bytes, *, retry_after_s: float | None = None) -> Accepted:
    """Read the answer to a paid order. Anything but an id or a clear refusal raises AnswerLost."""
    try:
        answer = read_object(body)
    except Nonsense as nonsense:
        raise order_error(_wordless(status, body, retry_after_s)) from nonsense
    task_id = _text_id(answer.get("id"))
    if 200 <= status < 300 and task_id:
        return Accepted(task_id=task_id, answer=_without_signatures(answer))
    error = parse_error(status, answer, retry_after_s=retry_after_s)
    if 200 <= status < 300 and error.code is None:
        raise answer_lost("no-id", words=error.words)
    raise order_error(error)


def parse_task_report(status: int, body: bytes, *, retry_after_s: float | None = None) -> TaskReport:
    """Read the answer to a poll. A senseless answer raises ServiceBusy, so that the question is asked again."""
    try:
        answer = read_object(body)
    except Nonsense as nonsense:
        raise poll_error(_wordless(status, body, retry_after_s)) from nonsense
    said = answer.get("task_status")
    if not 200 <= status < 300 or not isinstance(said, str):
        raise poll_error(parse_error(status, answer, retry_after_s=retry_after_s))
    video_urls, cover_url = _links(answer)
    record = _without_signatures(answer)
    match said.strip().upper():
        case TaskStatus.SUCCESS if video_urls:
            return TaskReport(
                status=TaskStatus.SUCCESS,
                video_url=video_urls[0],
                more_urls=tuple(video_urls[1:]),
                cover_url=cover_url,
                progress=1.0,
                answer=record,
            )
        case TaskStatus.SUCCESS:
            raise _success_without_link(retry_after_s)
        case TaskStatus.FAIL:
            return TaskReport(status=TaskStatus.FAIL, trouble=_why_failed(status, answer), answer=record)
        case _:
            return TaskReport(status=TaskStatus.PROCESSING, answer=record)


def parse_error(
    status: int, answer: Mapping[str, object], *, retry_after_s: float | None = None
) -> ServiceError:
    """Find the business code and the words, either in the field `error` (an object or a string) or at the top level."""
    inner = answer.get("error")
    fields: Mapping[str, object]
    if isinstance(inner, dict):
        fields = inner
    elif isinstance(inner, str):
        fields = {"message": inner, "code": answer.get("code")}
    else:
        fields = answer
    code = _business_code(fields.get("code"))
    if code == status or code == 200:  # other services repeat the status there, and say 0 or 200 for "fine"
        code = code if code in FAILED_CODES else None
    message = fields.get("message") or fields.get("msg") or ""
    return ServiceError(
        status=status,
        code=code or None,
        words=plain_words(message) if isinstance(message, str) else "",
        retry_after_s=retry_after_s,
        from_service=bool(inner) or code is not None,
    )


def parse_progress(text: str | None) -> float | None:
    """Read a share in [0, 1], which the rehearsal sends in a header; None for anything else."""
    try:
        share = float(text or "")
    except ValueError:
        return None
    return share if 0.0 <= share <= 1.0 else None


def read_object(body: bytes) -> dict[str, object]:
    """Read one JSON object of limited size and depth. Raises Nonsense, and nothing else.

    Numbers that JSON doesn't have become None, and lone surrogates are replaced. A name that occurs twice with different
    values is Nonsense, because nobody can tell which value is meant.
    """
    if len(body) > JSON_MOST_BYTES:
        raise Nonsense("too long")
    try:
        text, is_utf8 = _text_of(body)
        value = _DECODER.decode(text.strip())
    except RecursionError as error:
        raise Nonsense("nested too deeply") from error
    except ValueError as error:
        raise Nonsense("not JSON") from error
    if not isinstance(value, dict):
        raise Nonsense("not an object")
    answer = {_whole(name): _cleaned(item, 1) for name, item in value.items()}
    if not (is_utf8 or _is_ascii_but_words(answer)):
        raise Nonsense("not UTF-8")
    return answer


def is_object(body: bytes) -> bool:
    """Whether the bytes are one whole JSON object; never raises."""
    try:
        read_object(body)
    except Nonsense:
        return False
    return True


def _text_of(body: bytes) -> tuple[str, bool]:
    """Return the text, and whether it is UTF-8. Other text is read as GB 18030, which gateways in China use, or else as
    UTF-8 with replacement signs, so that at least its ASCII is right.
    """
    with suppress(UnicodeDecodeError):
        return body.decode("utf-8-sig"), True
    with suppress(UnicodeDecodeError):
        return body.decode("gb18030"), False
    return body.decode("utf-8", "replace"), False


def _is_ascii_but_words(value: object) -> bool:
    """Whether only words for people contain other letters than ASCII: then code, id and links can be relied on."""
    if isinstance(value, dict):
        return all(
            name.isascii() and ((name in _WORDS and isinstance(item, str)) or _is_ascii_but_words(item))
            for name, item in value.items()
        )
    if isinstance(value, list):
        return all(map(_is_ascii_but_words, value))
    return not isinstance(value, str) or value.isascii()


def plain_words(text: str) -> str:
    """Return the service's words in a form for people: one line, no HTML pages, no links, not too long."""
    text = _UNPRINTABLE.sub(" ", _whole(text))
    if "<html" in text.lower() or "<!doctype" in text.lower():
        return ""
    text = " ".join(_LINK.sub("…", text).split())
    return text if len(text) <= _WORDS_MOST_CHARS else text[: _WORDS_MOST_CHARS - 1] + "…"


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found and found[name] != value:
            raise Nonsense("a name stands twice")
        found[name] = value
    return found


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _INT_MOST_DIGITS else digits


def _finite(text: str) -> float | None:
    number = float(text)
    return number if abs(number) != float("inf") else None


def _no_constant(_: str) -> None:
    return None


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_int=_integer, parse_float=_finite, parse_constant=_no_constant
)


def _whole(text: str) -> str:
    """Replace lone surrogates, which can't be stored or shown."""
    return _SURROGATE.sub("\ufffd", text)


def _cleaned(value: object, depth: int) -> object:
    if depth > _DEPTH_MOST:
        raise Nonsense("nested too deeply")
    if isinstance(value, str):
        return _whole(value)
    if isinstance(value, list):
        return [_cleaned(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {_whole(name): _cleaned(item, depth + 1) for name, item in value.items()}
    return value


def _business_code(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit():
        value = int(value.strip()[:_INT_MOST_DIGITS])
    return value if isinstance(value, int) and 0 <= value < 100_000 else None


def _text_id(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    text = value.strip()
    usable = 0 < len(text) <= _ID_MOST_CHARS and text.isprintable() and text not in (".", "..")
    return text if usable and "\ufffd" not in text else None


def _links(answer: Mapping[str, object]) -> tuple[list[str], str | None]:
    """Find the links of videos, and the first one's cover: in a list, in an object, or next to the status."""
    result = answer.get("video_result")
    places = [result] if isinstance(result, dict) else result if isinstance(result, list) else []
    video_urls: list[str] = []
    cover_url = None
    for place in [*places, answer]:
        if not isinstance(place, dict):
            continue
        video_url = _link(place.get("url")) or _link(place.get("video_url"))
        if video_url:
            cover_url = cover_url if video_urls else _link(place.get("cover_image_url"))
            video_urls.append(video_url)
    return video_urls, cover_url


def _link(value: object) -> str | None:
    if not isinstance(value, str) or len(value) > _URL_MOST_CHARS:
        return None
    url = value.strip()
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return url if usable and url.isprintable() and " " not in url and "\ufffd" not in url else None


def _why_failed(status: int, answer: Mapping[str, object]) -> Trouble:
    error = parse_error(status, answer)
    if error.code in POLICY_CODES:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The service's rules don't allow this prompt or picture. Change it and send it again; that is a new order.",
        )
    elif error.code in WRONG_ORDER_CODES:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The service can't make this video as it was ordered. Change it and send it again; that is a new order.",
        )
    elif error.words:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The service gave up on this video. Try again, or change the order first; a new try is a new order.",
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The service gave up on this video and doesn't say why. Try again, or change the order first; a new try is a "
            "new order.",
        )
    return Trouble(
        code="failed" if error.code is None else str(error.code),
        sentence=Sentence(template),
        service_words=error.words,
    )


def _success_without_link(retry_after_s: float | None) -> ServiceBusy:
    template = QT_TRANSLATE_NOOP(
        "service",
        "The service says that the video is done, but not where it is. It is asked again by itself.",
    )
    return ServiceBusy("no-link", Sentence(template), retry_after_s=retry_after_s)


def _wordless(status: int, body: bytes, retry_after_s: float | None) -> ServiceError:
    """Return the error for an answer that isn't JSON; none of its words are kept."""
    is_page = body.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    return ServiceError(status=status, retry_after_s=retry_after_s, from_service=False, is_page=is_page)


def _without_signatures(value: Mapping[str, object]) -> dict[str, object]:
    """Copy an answer for the record. The part of a link behind `?` is a key to the file and is left out."""
    return {name: _unsigned(item) for name, item in value.items()}


def _unsigned(value: object) -> object:
    if isinstance(value, str):
        return _LINK.sub(lambda link: _bare(link[0]), value)
    if isinstance(value, list):
        return [_unsigned(item) for item in value]
    return _without_signatures(value) if isinstance(value, dict) else value


def _bare(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "…"
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def excerpt(body: bytes) -> str:
    """Return the beginning of a senseless answer for the log: one line, 2 kB, without links."""
    text = body[: 4 * _EXCERPT_MOST_CHARS].decode("utf-8", "replace")
    return _UNPRINTABLE.sub(" ", _LINK.sub("[link]", text))[:_EXCERPT_MOST_CHARS]
