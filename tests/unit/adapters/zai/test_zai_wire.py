"""Answers as bytes, and the values that are read from them."""

import json

import pytest

from vidu_desktop.adapters.zai.wire import (
    JSON_MOST_BYTES,
    Nonsense,
    excerpt,
    parse_accepted,
    parse_error,
    parse_progress,
    parse_task_report,
    plain_words,
    read_object,
)
from vidu_desktop.engine.ports import TaskStatus
from vidu_desktop.errors import (
    AccountTrouble,
    AnswerLost,
    KeyTrouble,
    NotSent,
    Refused,
    ServiceBusy,
    ViduDesktopError,
)

LINK = "https://files.example.test/v.mp4?sig=secret"
OTHER_LINK = "https://files.example.test/second.mp4"


def said(**fields: object) -> bytes:
    return json.dumps(fields).encode()


@pytest.mark.parametrize(
    ("raw_id", "task_id"),
    [("abc-1", "abc-1"), (7, "7"), (17, "17"), (10**30, str(10**30)), ("  padded ", "padded")],
)
def test_an_id_is_taken_as_text_or_number(raw_id: object, task_id: str) -> None:
    assert parse_accepted(200, said(id=raw_id)).task_id == task_id


@pytest.mark.parametrize(
    "raw_id",
    [None, "", " ", True, 1.5, [], {}, ".", "..", "a\nb", "x" * 300, "\ud800", ["abc"], {"id": "abc"}],
)
def test_anything_else_is_no_id(raw_id: object) -> None:
    with pytest.raises(AnswerLost):
        parse_accepted(200, said(id=raw_id))


def test_an_id_beside_an_error_counts_because_the_order_was_taken() -> None:
    accepted = parse_accepted(
        200, said(id="abc", task_status="FAIL", error={"code": "1301", "message": "no"})
    )
    assert accepted.task_id == "abc"


@pytest.mark.parametrize(
    "fields",
    [
        {"video_result": [{"url": LINK, "cover_image_url": LINK}]},
        {"video_result": {"url": LINK, "cover_image_url": LINK}},
        {"video_result": [None, 3, {"url": ""}, {"url": LINK}]},
        {"video_result": None, "video_url": LINK},
        {"video_result": [], "video_url": LINK},
        {"video_url": LINK},
    ],
)
def test_the_link_is_found_wherever_a_deployment_puts_it(fields: dict[str, object]) -> None:
    report = parse_task_report(200, said(task_status="SUCCESS", **fields))
    assert (report.status, report.video_url) == (TaskStatus.SUCCESS, LINK)
    assert "secret" not in json.dumps(report.answer)


def test_all_videos_of_a_result_are_told_and_the_first_ones_cover() -> None:
    result = [{"url": LINK}, {"url": ""}, {"url": OTHER_LINK, "cover_image_url": OTHER_LINK}]
    report = parse_task_report(200, said(task_status="SUCCESS", video_result=result))
    assert (report.video_url, report.more_urls, report.cover_url) == (LINK, (OTHER_LINK,), None)


def test_the_cover_beside_the_video_is_found_and_may_be_missing() -> None:
    cover = "http://files.example.test:1/c.jpg"
    result = [{"url": LINK, "cover_image_url": cover}]
    assert parse_task_report(200, said(task_status="SUCCESS", video_result=result)).cover_url == cover
    assert parse_task_report(200, said(task_status="SUCCESS", video_url=LINK)).cover_url is None


@pytest.mark.parametrize(
    "result",
    [None, [], {}, "x", [{}], [{"url": None}], [{"url": "ftp://x/y"}], [{"url": "http://"}], [{"url": "file:///etc"}],
     [{"url": "https://[bad/"}], [{"url": "https://x:99999/"}], [{"url": "https://x:0/"}], [{"url": "https://x/\ud800"}], [{"url": "//x/y"}]],
)  # fmt: skip
def test_success_without_a_usable_link_is_asked_again(result: object) -> None:
    with pytest.raises(ServiceBusy):
        parse_task_report(200, said(task_status="SUCCESS", video_result=result))


@pytest.mark.parametrize("status", ["PROCESSING", "processing", "QUEUED", "", "FAILED", "SUCCESSFUL", "☃"])
def test_a_status_that_we_do_not_know_is_still_processing(status: str) -> None:
    assert parse_task_report(200, said(task_status=status)).status is TaskStatus.PROCESSING


@pytest.mark.parametrize("status", [None, 1, True, [], {}, ["SUCCESS"]])
def test_a_status_that_is_no_text_is_asked_again(status: object) -> None:
    with pytest.raises(ServiceBusy):
        parse_task_report(200, said(task_status=status, video_url=LINK))


@pytest.mark.parametrize(
    ("fields", "code", "words"),
    [
        ({"error": {"code": "1301", "message": "blocked"}}, "1301", "blocked"),
        ({"error": {"code": 1301, "message": "blocked"}}, "1301", "blocked"),
        ({"error": "just words"}, "failed", "just words"),
        ({"code": "1234", "message": "broken"}, "1234", "broken"),
        ({}, "failed", ""),
        ({"error": None}, "failed", ""),
        ({"error": {"code": [], "message": {}}}, "failed", ""),
    ],
)
def test_a_failure_keeps_the_service_s_words(fields: dict[str, object], code: str, words: str) -> None:
    trouble = parse_task_report(200, said(task_status="FAIL", **fields)).trouble
    assert trouble is not None
    assert (trouble.code, trouble.service_words) == (code, words)


def test_a_failure_without_words_says_that_nobody_knows_why() -> None:
    told, silent = (
        parse_task_report(200, said(task_status="FAIL", error={"message": words})).trouble
        for words in ("too dark", "")
    )
    assert told is not None
    assert silent is not None
    assert "doesn't say why" in str(silent.sentence)
    assert "doesn't say why" not in str(told.sentence)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"error": {"code": "1302"}}, 1302),
        ({"error": {"code": 1302.0}}, 1302),
        ({"code": " 1302 "}, 1302),
        ({"error": "words", "code": 1302}, 1302),
        ({"error": {"code": True}}, None),
        ({"error": {"code": -5}}, None),
        ({"error": {"code": "9" * 5000}}, None),
        ({"error": {"code": "１３０２"}}, None),
        ({"code": 200, "msg": "ok"}, None),
        ({}, None),
    ],
)
def test_the_business_code_is_read_in_all_its_forms(answer: dict[str, object], code: int | None) -> None:
    assert parse_error(400, answer).code == code


@pytest.mark.parametrize(
    "body",
    [
        b"", b" ", b"null", b"[]", b"3", b'"x"', b"{", b"{]", b"\xff\xfe{}", b"\x00", b"<html>",
        b"[" * 100_000, b'{"a":' * 100_000, b'{"a":[' * 30 + b"]}" * 30,
        b'{"id": "\xe9"}', b'{"\xe9": 1}', b'{"message": ["\xe9"]}', b'{"x": "\xe9", "y": ' + b"[" * 400 + b"]" * 400 + b"}",
        b'{"id": "one", "id": "two"}', b'{"x": "' + b"y" * JSON_MOST_BYTES + b'"}', '{"a": 1}'.encode("utf-16"),
    ],
)  # fmt: skip
def test_whatever_is_not_a_plain_bounded_object_is_nonsense(body: bytes) -> None:
    with pytest.raises(Nonsense):
        read_object(body)


def test_strange_values_become_harmless_ones() -> None:
    body = (
        b'\xef\xbb\xbf {"n": NaN, "i": -Infinity, "e": 1e999, "big": '
        + b"7" * 5000
        + b', "s": "\\ud800", "n": null}'
    )
    answer = read_object(body)
    assert answer["n"] is None
    assert answer["i"] is None
    assert answer["e"] is None
    assert answer["big"] == "7" * 5000
    assert answer["s"] == "\ufffd"
    json.dumps(answer, allow_nan=False)


def test_words_for_people_are_one_line_without_pages_links_or_tricks() -> None:
    assert plain_words("a\n\tb\x00c\u202ed") == "a b c d"
    assert plain_words("<!DOCTYPE html><html>boo</html>") == ""
    assert plain_words("<HTML lang='en'>boo") == plain_words("<!doctype html>boo") == ""
    assert plain_words("see https://x.test/?token=1 now") == "see … now"
    assert len(plain_words("long " * 1000)) == 500


def test_an_excerpt_for_the_log_has_no_link() -> None:
    text = excerpt(b'{"url": "' + LINK.encode() + b'"}\n' + b"\xff" * 10_000)
    assert "secret" not in text
    assert "\n" not in text
    assert len(text) <= 2_000


def test_a_poll_is_refused_only_by_the_service_s_own_word() -> None:
    with pytest.raises(Refused):
        parse_task_report(404, said(error={"code": "9999", "message": "no such task"}))
    for status, body in [
        (404, b"<html>"),
        (400, b"{}"),
        (404, b"{}"),
        (403, b"<html>"),
        (400, said(code=1234)),
    ]:
        with pytest.raises(ServiceBusy):
            parse_task_report(status, body)


PAGE = b"\n<!DOCTYPE html><html><body>Sign in to the hotel's network</body></html>"


@pytest.mark.parametrize("status", [400, 401, 402, 403, 406, 410, 418, 451])
def test_a_page_on_the_way_isnt_the_services_word_about_an_order(status: int) -> None:
    with pytest.raises(AccountTrouble, match="page came in place") as caught:
        parse_accepted(status, b"\xef\xbb\xbf" + PAGE)
    assert caught.value.code == f"http-{status}"
    assert "Nothing was charged" in str(caught.value.sentence)


@pytest.mark.parametrize("body", [b"", b"Forbidden", said(detail="no")])
def test_what_is_no_page_may_be_the_services_own_word(body: bytes) -> None:
    for status, words in ((403, "doesn't let your account"), (400, "said no")):
        with pytest.raises(ViduDesktopError, match=words):
            parse_accepted(status, body)
    for parse in (parse_accepted, parse_task_report):
        with pytest.raises(KeyTrouble):
            parse(401, body)


def test_a_network_that_wants_a_sign_in_first_lets_no_order_through() -> None:
    for body in (PAGE, b"", said(error="sign in")):
        with pytest.raises(NotSent, match="wants you to sign in") as sent:
            parse_accepted(511, body)
        assert sent.value.code == "http-511"
        with pytest.raises(ServiceBusy, match="wants you to sign in"):
            parse_task_report(511, body)
    with pytest.raises(AnswerLost):  # the control: by its code this is the service itself
        parse_accepted(511, said(error={"code": "1234"}))
    with pytest.raises(AnswerLost):
        parse_accepted(510, PAGE)


@pytest.mark.parametrize(
    ("status", "words"),
    [(200, "page came in place"), (302, "page came in place"), (401, "page came in place"),
     (403, "page came in place"), (499, "page came in place"), (407, "proxy wants a name"),
     (500, "usable answer"), (502, "usable answer")],
)  # fmt: skip
def test_a_page_in_answer_to_a_question_is_called_one_and_ends_nothing(status: int, words: str) -> None:
    with pytest.raises(ServiceBusy, match=words) as caught:
        parse_task_report(status, PAGE)
    assert "by itself" in str(caught.value.sentence)


@pytest.mark.parametrize(("status", "body"), [(200, PAGE), (302, PAGE), (303, b""), (302, b"{}")])
def test_a_page_in_answer_to_an_order_leaves_it_in_doubt_and_is_called_one(status: int, body: bytes) -> None:
    with pytest.raises(AnswerLost, match="page came in place") as caught:
        parse_accepted(status, body)
    assert caught.value.by_page
    assert "may have been charged" in str(caught.value.sentence)
    with pytest.raises(ServiceBusy) as asked:
        parse_task_report(status, body)
    assert asked.value.by_page


@pytest.mark.parametrize(
    ("status", "body"), [(200, b""), (200, b"{}"), (500, PAGE), (200, said(code=1234)), (502, b"")]
)
def test_what_else_makes_no_sense_isnt_called_a_page(status: int, body: bytes) -> None:
    with pytest.raises(AnswerLost) as caught:
        parse_accepted(status, body)
    assert not caught.value.by_page
    assert "page" not in str(caught.value.sentence)
    with pytest.raises(ServiceBusy) as asked:
        parse_task_report(status, body)
    assert not asked.value.by_page


@pytest.mark.parametrize("code", [404, "404"])
def test_a_status_that_is_repeated_as_code_is_no_code_of_the_service(code: object) -> None:
    body = said(code=code, message="Not Found")
    with pytest.raises(AccountTrouble, match="isn't at this address"):
        parse_accepted(404, body)
    with pytest.raises(ServiceBusy):
        parse_task_report(404, body)
    with pytest.raises(Refused):  # the control: another code than the status is one
        parse_task_report(404, said(code=9999, message="Not Found"))
    with pytest.raises(AnswerLost) as lost:  # this one the service has, too
        parse_accepted(500, said(code=500))
    assert lost.value.code == "500"


def test_a_question_that_is_refused_isnt_called_an_order() -> None:
    for body in (said(error={"code": "1214"}), said(error={"code": "1301"}), said(error="gone")):
        with pytest.raises(Refused) as caught:
            parse_task_report(404, body)
        assert "send it again" not in str(caught.value.sentence)
        assert "asked again by itself" in str(caught.value.sentence)


def test_every_error_says_something_to_the_person() -> None:
    for status in (200, 302, 400, 401, 403, 404, 407, 429, 500):
        for code in (None, 1000, 1113, 1214, 1231, 1234, 1301, 1302, 1308, 1311, 4711):
            for parse in (parse_accepted, parse_task_report):
                with pytest.raises(ViduDesktopError) as caught:
                    parse(status, said(error={"code": code, "message": "words"}))
                assert str(caught.value.sentence).endswith(".")


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("0.25", 0.25),
        ("0", 0.0),
        ("1.00", 1.0),
        ("1.01", None),
        ("-1", None),
        ("nan", None),
        ("x", None),
        (None, None),
    ],
)
def test_progress_is_a_share_or_nothing(text: str | None, share: float | None) -> None:
    assert parse_progress(text) == share


NO_SENSE = (
    b"",
    b"<html>",
    b"[]",
    b"\xff",
    b'{"id": "a", "id": "b"}',
    b"[" * 100_000,
    b"x" * (JSON_MOST_BYTES + 1),
)


@pytest.mark.parametrize("body", NO_SENSE, ids=range(len(NO_SENSE)))
@pytest.mark.parametrize("status", [200, 299])
def test_a_success_without_sense_is_a_lost_order_and_never_a_refused_one(status: int, body: bytes) -> None:
    with pytest.raises(AnswerLost) as lost:
        parse_accepted(status, body)
    assert lost.value.code == "no-sense"


def test_a_success_without_an_id_and_without_a_code_is_a_lost_order_in_the_services_words() -> None:
    for code in (None, 0, 200):
        with pytest.raises(AnswerLost) as lost:
            parse_accepted(200, said(code=code, msg="all is well"))
        assert (lost.value.code, lost.value.service_words) == ("no-id", "all is well")


@pytest.mark.parametrize("status", [199, 300, 404])
def test_an_id_in_what_is_no_success_takes_no_order(status: int) -> None:
    with pytest.raises(ViduDesktopError):
        parse_accepted(status, said(id="abc"))
    with pytest.raises(ViduDesktopError):
        parse_task_report(status, said(task_status="SUCCESS", video_url=LINK))
    assert parse_task_report(299, said(task_status="SUCCESS", video_url=LINK)).video_url == LINK


def test_done_without_a_link_is_asked_again_by_its_own_code() -> None:
    with pytest.raises(ServiceBusy) as busy:
        parse_task_report(200, said(task_status="SUCCESS"), retry_after_s=7.0)
    assert (busy.value.code, busy.value.retry_after_s) == ("no-link", 7.0)


def test_an_answer_is_kept_whole_but_for_what_opens_a_file_however_deep_it_stands() -> None:
    bare = LINK.partition("?")[0]
    answer = {"id": "abc", "n": 7, "deep": [{"link": f"see {LINK} now", "flag": True, "none": None}]}
    kept = parse_accepted(200, said(**answer)).answer

    assert "secret" not in json.dumps(kept)
    (deep,) = kept["deep"]
    assert (kept["id"], kept["n"], deep["flag"], deep["none"]) == ("abc", 7, True, None)
    assert bare in deep["link"]
    assert deep["link"].startswith("see ")


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://me:pw@files.test/v.mp4?sign=1#part", "https://files.test/v.mp4"),
        ("https://files.test/a@b.mp4", "https://files.test/a@b.mp4"),
        ("https://[half/v.mp4?sign=1", "\N{HORIZONTAL ELLIPSIS}"),
    ],
)
def test_of_a_link_only_the_place_of_its_file_is_kept(link: str, kept: str) -> None:
    assert parse_accepted(200, said(id="abc", link=link)).answer["link"] == kept


@pytest.mark.parametrize(
    ("status", "lost"), [(199, False), (200, True), (299, True), (300, False), (400, False)]
)
def test_only_a_success_that_makes_no_sense_leaves_an_order_open(status: int, lost: bool) -> None:
    for body in (b"<html>", said(note="hello")):
        with pytest.raises(ViduDesktopError) as caught:
            parse_accepted(status, body)
        # a 1xx status is no answer; nobody knows what a gateway makes of it
        assert (type(caught.value) is AnswerLost) is (lost or status < 200)
        if status == 200:
            assert caught.value.code in ("no-sense", "no-id")


@pytest.mark.parametrize("status", [200, 299])
def test_every_success_with_an_id_has_taken_the_order(status: int) -> None:
    assert parse_accepted(status, said(id="abc")).task_id == "abc"


@pytest.mark.parametrize(
    ("answer", "from_service"),
    [
        ({"error": {"message": "no"}}, True),
        ({"error": "no"}, True),
        ({"code": 1210}, True),
        ({"code": 0}, True),
        ({"code": -1}, False),
        ({"error": {"code": 1210}}, True),
        ({"message": "no"}, False),
        ({"error": ""}, False),
        ({}, False),
    ],
)
def test_an_envelope_or_a_code_is_the_services_own_word(
    answer: dict[str, object], from_service: bool
) -> None:
    assert parse_error(404, answer).from_service is from_service


@pytest.mark.parametrize(
    ("code", "read"),
    [(1, 1), (99_999, 99_999), (100_000, None), (-1, None), (0, None), (200, None), (1301.0, 1301)],
)
def test_a_business_code_is_a_number_of_five_digits_at_most(code: object, read: int | None) -> None:
    assert parse_error(400, {"code": code}).code == read


def test_numbers_are_taken_as_they_are_where_they_fit() -> None:
    read = read_object(b'{"a": 1.5, "b": -2.25e3, "c": 1e999, "d": 123456789012345, "e": 1234567890123456}')
    assert read == {"a": 1.5, "b": -2250.0, "c": None, "d": 123456789012345, "e": "1234567890123456"}


def test_an_answer_may_begin_with_a_mark_and_end_with_a_line() -> None:
    assert read_object(b'\xef\xbb\xbf {"a": "\xe7\x8c\xab"}\n') == {"a": "\u732b"}


def nested(deep: int, opens: str, closes: str) -> bytes:
    return f'{{"a": {opens * deep}1{closes * deep}}}'.encode()


@pytest.mark.parametrize(("opens", "closes"), [("[", "]"), ('{"b":', "}")])
def test_an_answer_is_read_as_deep_as_any_answer_goes_and_no_deeper(opens: str, closes: str) -> None:
    deepest = 0
    for deep in range(1, 60):
        try:
            read_object(nested(deep, opens, closes))
        except Nonsense:
            break
        deepest = deep
    assert 20 <= deepest <= 30


def test_an_answer_of_just_the_most_bytes_is_read() -> None:
    body = said(a="x" * (JSON_MOST_BYTES - 9))
    assert len(body) == JSON_MOST_BYTES
    assert read_object(body)
    with pytest.raises(Nonsense):
        read_object(body + b" ")


def test_words_are_cut_where_they_are_too_long_and_only_there() -> None:
    longest = len(plain_words("w" * 10_000))
    assert plain_words("w" * longest) == "w" * longest
    assert plain_words("w" * (longest + 1)) == "w" * (longest - 1) + "\u2026"
