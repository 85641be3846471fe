"""The table of business codes, row by row, for paid orders and for free questions."""

import pytest

from vidu_desktop.adapters.zai.verdicts import ServiceError, order_error, passing, poll_error
from vidu_desktop.errors import (
    AccountTrouble,
    AlreadyTaken,
    AnswerLost,
    KeyTrouble,
    NotSent,
    Refused,
    ServiceBusy,
    ViduDesktopError,
)

STATUSES = (200, 400, 401, 403, 429, 500, 503)
BY_CODE: dict[type[ViduDesktopError], tuple[int, ...]] = {
    KeyTrouble: (1000, 1001, 1002, 1003, 1004),
    AccountTrouble: (1110, 1111, 1112, 1113, 1120, 1121, 1304, 1308, 1309, 1310, 1311, 1313),
    Refused: (1210, 1211, 1212, 1213, 1214, 1215, 1220, 1221, 1222, 1261, 1300, 1301),
    ServiceBusy: (1302, 1303, 1305),
}


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(("kind", "codes"), BY_CODE.items())
def test_the_code_decides_and_the_status_does_not(
    kind: type[ViduDesktopError], codes: tuple[int, ...], status: int
) -> None:
    for code in codes:
        error = ServiceError(status=status, code=code)
        assert type(order_error(error)) is kind, code
        assert type(poll_error(error)) is kind, code
        assert order_error(error).code == str(code)


@pytest.mark.parametrize("status", STATUSES)
def test_a_repeat_is_evidence(status: int) -> None:
    assert type(order_error(ServiceError(status=status, code=1231))) is AlreadyTaken


@pytest.mark.parametrize("status", [*STATUSES, 502, 504, 302, 408])
@pytest.mark.parametrize("code", [500, 1230, 1234])
def test_a_failure_of_the_service_leaves_a_paid_order_open(status: int, code: int) -> None:
    error = ServiceError(status=status, code=code)
    assert type(order_error(error)) is AnswerLost
    assert type(poll_error(error)) in (ServiceBusy, KeyTrouble, AccountTrouble)


@pytest.mark.parametrize(
    ("status", "order_kind", "poll_kind"),
    [
        (200, AnswerLost, ServiceBusy),
        (204, AnswerLost, ServiceBusy),
        (301, AccountTrouble, ServiceBusy),
        (302, AnswerLost, ServiceBusy),
        (303, AnswerLost, ServiceBusy),
        (308, AccountTrouble, ServiceBusy),
        (400, Refused, ServiceBusy),
        (401, KeyTrouble, KeyTrouble),
        (402, AccountTrouble, AccountTrouble),
        (403, AccountTrouble, AccountTrouble),
        (404, AccountTrouble, Refused),
        (405, AccountTrouble, ServiceBusy),
        (406, Refused, ServiceBusy),
        (407, NotSent, ServiceBusy),
        (408, AnswerLost, ServiceBusy),
        (409, AnswerLost, ServiceBusy),
        (413, Refused, ServiceBusy),
        (425, ServiceBusy, ServiceBusy),
        (429, ServiceBusy, ServiceBusy),
        (500, AnswerLost, ServiceBusy),
        (502, AnswerLost, ServiceBusy),
        (599, AnswerLost, ServiceBusy),
    ],
)
def test_without_a_code_the_status_decides(
    status: int, order_kind: type[ViduDesktopError], poll_kind: type[ViduDesktopError]
) -> None:
    assert type(order_error(ServiceError(status=status))) is order_kind
    assert type(poll_error(ServiceError(status=status))) is poll_kind


def test_only_being_too_fast_slows_the_queue() -> None:
    assert order_error(ServiceError(status=429, retry_after_s=3.0)).slow_down  # type: ignore[attr-defined]
    assert poll_error(ServiceError(status=500, code=1302)).slow_down  # type: ignore[attr-defined]
    assert not poll_error(ServiceError(status=502)).slow_down  # type: ignore[attr-defined]
    assert poll_error(ServiceError(status=429)).slow_down  # type: ignore[attr-defined]
    assert passing(ServiceError(status=429)).slow_down
    assert not passing(ServiceError(status=430)).slow_down


@pytest.mark.parametrize(
    ("status", "code", "short"),
    [
        (200, 1301, "1301"),
        (500, 1234, "1234"),
        (200, None, "no-sense"),
        (299, None, "no-sense"),
        (300, None, "http-300"),
        (199, None, "http-199"),
        (404, None, "http-404"),
    ],
)
def test_a_script_is_told_the_code_or_the_status_or_that_a_success_made_no_sense(
    status: int, code: int | None, short: str
) -> None:
    assert ServiceError(status=status, code=code).short == short


@pytest.mark.parametrize("code", [999, 1005, 1109, 1122, 1209, 1223, 1260, 1262, 1299, 1306, 1312, 1314])
def test_a_code_beside_the_known_ones_decides_nothing(code: int) -> None:
    error = ServiceError(status=400, code=code, words="?")
    assert type(order_error(error)) is Refused
    assert type(poll_error(error)) is ServiceBusy


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ((1113,), "no balance left"),
        ((1304, 1308, 1310), "limit of your account"),
        ((1309, 1311, 1313), "plan doesn't cover"),
        ((1110, 1112, 1114, 1121), "doesn't let your account work"),
        ((1300, 1301), "rules don't allow"),
        ((1210, 1261), "doesn't say why"),
    ],
)
def test_each_trouble_says_what_it_is_and_what_to_do(codes: tuple[int, ...], words: str) -> None:
    for code in codes:
        assert words in str(order_error(ServiceError(status=400, code=code)).sentence)


def test_a_refusal_with_the_services_words_doesnt_say_that_there_are_none() -> None:
    refused = order_error(ServiceError(status=400, code=1210, words="no such size"))
    assert refused.service_words == "no such size"
    assert "doesn't say why" not in str(refused.sentence)


def test_what_a_script_reads_is_the_code() -> None:
    assert order_error(ServiceError(status=400, code=1231)).code == "1231"
    told = order_error(ServiceError(status=407))
    assert (type(told), told.code) == (NotSent, "http-407")


def test_a_redirect_without_a_place_isnt_a_lost_answer_and_a_success_is() -> None:
    assert type(order_error(ServiceError(status=300))) is AccountTrouble
    assert type(order_error(ServiceError(status=299))) is AnswerLost


@pytest.mark.parametrize("status", [404, 410])
def test_a_task_is_gone_by_the_services_own_word_alone(status: int) -> None:
    assert type(poll_error(ServiceError(status=status))) is Refused
    assert type(poll_error(ServiceError(status=status, from_service=False))) is ServiceBusy
