"""Answers that lie: a corpus and a seeded mutation fuzz through the readers of the wire format.

A crash is any exception that isn't of our tree. A wrong state is a value that the bytes don't support: an accepted
order without its id standing in them, a success without its link standing in them, or a clear "not charged" for a
2xx answer that carries an id. A second, much simpler reading of the bytes judges that.
"""

import json
import random
from collections.abc import Iterable, Iterator

import pytest
from fakes.seeded_runs import Figures, seeds
from faults.fault_figures import Row

from vidu_desktop.adapters.zai.wire import parse_accepted, parse_task_report
from vidu_desktop.engine.ports import Accepted, TaskReport, TaskStatus
from vidu_desktop.errors import AnswerLost, ServiceBusy, ViduDesktopError

LINK = "https://files.example.test/v.mp4?sig=abc"
STATUSES = (200, 200, 200, 200, 201, 204, 301, 302, 400, 401, 403, 404, 408, 429, 500, 502, 503)

CORPUS = [
    b"",
    b"{}",
    b"null",
    b"[]",
    b"<!DOCTYPE html><html><body>Sign in to the hotel's network</body></html>",
    b'{"id": "task-1", "model": "vidu2-image", "request_id": "r-1", "task_status": "PROCESSING"}',
    b'{"id": 12345678901234567890123, "task_status": "PROCESSING"}',
    b'{"error": {"code": "1113", "message": "balance"}}',
    b'{"error": {"code": 1302, "message": "too fast"}}',
    b'{"error": "words only"}',
    b'{"code": "1231", "message": "already"}',
    b'{"code": 500, "msg": "broken", "success": false}',
    json.dumps({"task_status": "SUCCESS", "video_result": [{"url": LINK, "cover_image_url": LINK}]}).encode(),
    json.dumps({"task_status": "SUCCESS", "video_result": {"url": LINK}}).encode(),
    json.dumps({"task_status": "SUCCESS", "video_url": LINK}).encode(),
    b'{"task_status": "SUCCESS", "video_result": null}',
    b'{"task_status": "FAIL", "error": {"code": "1301", "message": "blocked"}}',
    b'{"task_status": "FAIL", "error": "blocked"}',
    b'{"task_status": "FAIL"}',
    b'{"task_status": "PAUSED", "progress": 0.5}',
    '{"task_status": "FAIL", "error": {"code": "1301", "message": "内容被拦截 \\ud83d\\ude00 \\ud800"}}'.encode(),
]
GRAFTS = [
    b"null", b"[]", b"{}", b"true", b"-1", b"1e999", b"NaN", b"Infinity", b'""', b'"\\ud800"', b'"\\u0000"', b"\xff",
    b"\xef\xbb\xbf", b"\xf0\x9f", b"[" * 3000, b'{"a":' * 3000, b"9" * 5000, b'"error":', b'"id":', b'"task_status":',
    b'"SUCCESS"', b'"FAIL"', b'"code":', b"1301", b"1113", b",", b":", b"}", b"]", b'"', b"\\", b'"video_result":',
    b'"url":"javascript:x"', b'"url":"http://["', b'"id":"","id":"x"', b"<html>", b"\r\n", b" " * 50,
]  # fmt: skip


def mutated(dice: random.Random) -> bytes:
    """Return an answer from the corpus, damaged one to four times."""
    data = bytearray(dice.choice(CORPUS))
    for _ in range(dice.randint(1, 4)):
        at, until = sorted((dice.randint(0, len(data)), dice.randint(0, len(data))))
        match dice.randrange(7):
            case 0:
                data[at:at] = dice.choice(GRAFTS)
            case 1:
                data[at : min(until, at + 12)] = dice.choice(GRAFTS)
            case 2:
                del data[at : min(until, at + 20)]
            case 3:
                del data[at:]
            case 4 if data:
                data[min(at, len(data) - 1)] = dice.randrange(256)
            case 5:
                other = dice.choice(CORPUS)
                data[at:] = other[dice.randint(0, len(other)) :]
            case _:
                data[at:at] = data[at:until]
    return bytes(data)


def plainly_read(body: bytes) -> dict[str, object] | None:
    """Read with nothing but the standard library, like a careless but honest reader. Outside UTF-8, only the words for people
    may have other letters than ASCII.
    """
    codings = ("utf-8-sig", "gb18030", "latin-1")
    coding = next(one for one in codings if one == "latin-1" or decodes(body, one))
    try:
        answer = json.loads(body.decode(coding), parse_int=str)
    except (ValueError, RecursionError):
        return None
    if not isinstance(answer, dict):
        return None
    return (
        answer
        if coding == "utf-8-sig" or json.dumps(wordless(answer), ensure_ascii=False).isascii()
        else None
    )


def decodes(body: bytes, coding: str) -> bool:
    try:
        body.decode(coding)
    except UnicodeDecodeError:
        return False
    return True


def wordless(value: object) -> object:
    if isinstance(value, dict):
        return {
            name: "" if name in ("message", "msg") and isinstance(item, str) else wordless(item)
            for name, item in value.items()
        }
    return [wordless(item) for item in value] if isinstance(value, list) else value


def lie_about_order(status: int, body: bytes) -> str:
    """Return what is wrong with how an answer to a paid order was read; empty when nothing is."""
    plain = plainly_read(body)
    plain_id = str(plain.get("id") or "").strip() if plain else ""
    try:
        accepted: Accepted | ViduDesktopError = parse_accepted(status, body)
    except ViduDesktopError as error:
        accepted = error
    except BaseException as error:
        return f"crash: {error!r}"
    if isinstance(accepted, Accepted):
        ok = 200 <= status < 300 and accepted.task_id == plain_id
        return "" if ok else f"accepted {accepted.task_id!r}, but the bytes say {plain_id!r}"
    named = (
        plain is not None
        and isinstance(plain.get("id"), str)
        and plain_id.isascii()
        and plain_id.isprintable()
    )
    open_charge = (200 <= status < 300 and (plain is None or named)) or (
        status >= 500 and (plain is None or not plain)
    )
    if open_charge and not isinstance(accepted, AnswerLost):
        return f"said {accepted.code}, but it may have been charged"
    return ""


def lie_about_task(status: int, body: bytes) -> str:
    """Return what is wrong with how a poll's answer was read; empty when nothing is."""
    try:
        report: TaskReport | ViduDesktopError = parse_task_report(status, body)
    except ViduDesktopError as error:
        report = error
    except BaseException as error:
        return f"crash: {error!r}"
    plain = plainly_read(body)
    if plain is None:
        # The task may be charged and running: only waiting or the key may be given as the reason.
        ended = isinstance(report, TaskReport) or (not isinstance(report, ServiceBusy) and status != 401)
        return f"read as {report!r}, but it is no JSON object" if ended else ""
    if not isinstance(report, TaskReport):
        return ""
    said = str(plain.get("task_status")).strip().upper()
    expected = said if said in ("SUCCESS", "FAIL") else "PROCESSING"
    if not 200 <= status < 300 or report.status != expected:
        return f"read as {report.status}, but the bytes say {said}"
    if report.status is TaskStatus.SUCCESS and report.video_url not in _strings_of(plain):
        return "a link that stands nowhere"
    return ""


def _strings_of(value: object) -> list[str]:
    if isinstance(value, str):
        return [value.strip()]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in _strings_of(each)]


@pytest.mark.parametrize("status", sorted(set(STATUSES)))
def test_every_answer_of_the_corpus_is_read_truly(status: int) -> None:
    for body in CORPUS:
        assert lie_about_order(status, body) == "", body
        assert lie_about_task(status, body) == "", body


def run_all(some_seeds: Iterable[int], count: int) -> Figures:
    """Judge `count` mutated answers for each seed."""
    figures = Figures("answers with random damage")
    for seed in some_seeds:
        dice, lies = random.Random(seed), []
        for _ in range(count):
            status, body = dice.choice(STATUSES), mutated(dice)
            found = (lie_about_order(status, body), lie_about_task(status, body))
            lies += [f"{status} {body[:300]!r}: {lie}" for lie in found if lie]
        figures.add(seed, lies, answers=count)
    return figures


def figures(seed: int) -> Iterator[Row]:
    """Twenty times 5,000 answers from `seed` on."""
    yield run_all(seeds(20, seed), 5_000).row(
        "none crashes a reader, and none is read as what it doesn't say, 0 wrong"
    )


def test_no_damage_makes_an_answer_crash_us_or_lie() -> None:
    assert run_all(seeds(1), 5_000).show().wrongs == []


def test_the_judge_itself_catches_a_reader_that_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: one reader takes the first thing that looks like an id, another one believes any status."""

    def guesses(status: int, body: bytes) -> Accepted:
        return Accepted(task_id="task-1")

    def believes(status: int, body: bytes) -> TaskReport:
        return TaskReport(status=TaskStatus.FAIL)

    monkeypatch.setitem(globals(), "parse_accepted", guesses)
    monkeypatch.setitem(globals(), "parse_task_report", believes)
    assert any(lie_about_order(200, body) for body in CORPUS)
    assert any(lie_about_task(200, body) for body in CORPUS)
