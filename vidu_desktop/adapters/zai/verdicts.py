"""Translates the service's business codes and HTTP statuses into our errors, in one place.

The business code decides first and the status second: 1113 (no balance) comes with status 429. For a paid order, an answer
that leaves open whether the order was accepted becomes AnswerLost, because an order is never repeated on a guess. For a free
question, the same answer becomes ServiceBusy, and the question is asked again. Codes: docs.z.ai api-reference/api-code, read
2026-01.

A redirect of a paid order is never followed. 301, 307 and 308 say that nothing was done at this address: the order isn't
charged, and the address has to be changed. Since that concerns every order, paid work waits (AccountTrouble). 302 and 303 may
mean “done, look there”, so they become AnswerLost.
"""

from dataclasses import dataclass

from vidu_desktop.domain.another_try import POLICY_CODES, WRONG_ORDER_CODES
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import (
    AccountTrouble,
    AlreadyTaken,
    AnswerLost,
    KeyTrouble,
    NotSent,
    Refused,
    Sentence,
    ServiceBusy,
    ViduDesktopError,
)

KEY_CODES = frozenset(range(1000, 1005))
ACCOUNT_CODES = frozenset(range(1110, 1122))
NO_BALANCE = 1113
LIMIT_CODES = frozenset({1304, 1308, 1310})
PLAN_CODES = frozenset({1309, 1311, 1313})
TOO_FAST_CODES = frozenset({1302, 1303, 1305})
ALREADY_TAKEN = 1231
FAILED_CODES = frozenset({500, 1230, 1234})
_OF_THE_WAY = frozenset({400, 401, 402, 403, 406, 410, 418, 451})
"""Statuses with which a filter, a proxy or a sign-in page on the way answers in the service's place."""
_SIGN_IN_FIRST = 511
"""Network Authentication Required: RFC 6585 keeps this status for what stands between a client and the internet, and never
for the host that was asked.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceError:
    """The content of an answer that isn't a success. `code` is None without a business code that we can read.

    `from_service` is false when the body wasn't the service's JSON: a gateway or a portal answered instead. `is_page` is true
    when it was a page for people.
    """

    status: int
    code: int | None = None
    words: str = ""
    retry_after_s: float | None = None
    from_service: bool = True
    is_page: bool = False

    @property
    def short(self) -> str:
        """The stable code for scripts: the business code, else `no-sense` for a 2xx status, else `http-STATUS`."""
        if self.code is not None:
            return str(self.code)
        return "no-sense" if 200 <= self.status < 300 else f"http-{self.status}"

    @property
    def is_of_the_way(self) -> bool:
        """Whether a page or a redirect came that the service itself doesn't send."""
        return self.status < 500 and (self.is_page or (self.status in (302, 303) and not self.from_service))


def order_error(error: ServiceError) -> ViduDesktopError:
    """Return the error that an unsuccessful answer to a paid order means."""
    if error.code == ALREADY_TAKEN:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The service has taken this order before, so it may have been charged then. It isn't sent again.",
        )
        return AlreadyTaken("1231", Sentence(template), service_words=error.words)
    known = _by_code(error)
    if known is not None:
        return known
    return _order_error_by_status(error)


def poll_error(error: ServiceError) -> ViduDesktopError:
    """Return the error that an unsuccessful answer to a free question means.

    Refused ends a job that was paid for, so the service itself must have said it; a page from a gateway isn't enough.
    """
    known = _by_code(error)
    if known is not None:
        return _not_told(error) if isinstance(known, Refused) else known
    if error.status == 401 and not error.is_page:
        return _key_trouble(error)
    if error.status in (402, 403) and error.from_service:
        return _account_trouble(error)
    if error.status in (404, 410) and error.from_service:
        return _not_told(error)
    return passing(error)


def answer_lost(short: str, *, words: str = "") -> AnswerLost:
    """Return the error for an order when nobody knows whether it was accepted."""
    template = QT_TRANSLATE_NOOP(
        "service",
        "The order was sent, but its answer was lost. It may have been charged, so it isn't sent again by itself.",
    )
    return AnswerLost(short, Sentence(template), service_words=words)


def passing(error: ServiceError) -> ServiceBusy:
    """Return the error for a free question that the service couldn't answer now; it may be asked again."""
    if error.status == _SIGN_IN_FIRST:
        template = QT_TRANSLATE_NOOP(
            "service",
            "This network wants you to sign in before it lets anything through ({code}). Open any page in a browser and "
            "sign in; the service is asked again by itself.",
        )
    elif error.status == 407:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The network's proxy wants a name and password ({code}). Type them under Settings > Network; the service is "
            "asked again by itself.",
        )
    elif error.is_page and error.status < 500:
        template = QT_TRANSLATE_NOOP(
            "service",
            "A page came in place of the service's answer ({code}): perhaps this network wants you to sign in, or a "
            "filter or proxy stands between. The service is asked again by itself; if this stays, open any page in a "
            "browser, and check Settings > Network.",
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The service didn't give a usable answer just now ({code}). It is asked again by itself.",
        )
    return ServiceBusy(
        error.short,
        Sentence(template, {"code": error.short}),
        service_words=error.words,
        by_page=error.is_of_the_way,
        retry_after_s=error.retry_after_s,
        slow_down=error.status == 429,
    )


def _page_instead(error: ServiceError) -> AnswerLost:
    template = QT_TRANSLATE_NOOP(
        "service",
        "The order was sent, and a page came in place of the service's answer ({code}): perhaps this network wants you to sign "
        "in, or a filter or proxy stands between. It may have been charged, so it isn't sent again by itself; other orders "
        "wait until the service answers.",
    )
    sentence = Sentence(template, {"code": error.short})
    return AnswerLost(error.short, sentence, service_words=error.words, by_page=True)


def _by_code(error: ServiceError) -> ViduDesktopError | None:
    """Return the error that the business code alone decides; None when the code leaves the matter open."""
    code = error.code
    if code in KEY_CODES:
        return _key_trouble(error)
    if code in ACCOUNT_CODES or code in LIMIT_CODES or code in PLAN_CODES:
        return _account_trouble(error)
    if code in TOO_FAST_CODES:
        return _too_fast(error)
    if code in WRONG_ORDER_CODES or code in POLICY_CODES:
        return _refused(error)
    return None


def _order_error_by_status(error: ServiceError) -> ViduDesktopError:
    status = error.status
    if status == _SIGN_IN_FIRST and error.code is None:
        template = QT_TRANSLATE_NOOP(
            "service",
            "This network wants you to sign in before it lets anything through. Nothing was sent to the service. Open any "
            "page in a browser and sign in; it is tried again by itself.",
        )
        return NotSent(error.short, Sentence(template))
    if error.is_page and status in _OF_THE_WAY:
        template = QT_TRANSLATE_NOOP(
            "service",
            "A page came in place of the service's answer ({code}): perhaps this network wants you to sign in, or a "
            "filter or proxy stands between. Nothing was charged; paid work waits. Open any page in a browser, check "
            "Settings > Network, then try again.",
        )
        return AccountTrouble(error.short, Sentence(template, {"code": error.short}))
    if error.code is None and (status < 300 or status in (302, 303)) and error.is_of_the_way:
        return _page_instead(error)
    if error.code in FAILED_CODES or status >= 500 or status < 300 or status in (302, 303, 408, 409):
        return answer_lost(error.short, words=error.words)
    if status == 401:
        return _key_trouble(error)
    if status == 407:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The network's proxy wants a name and password. Nothing was sent. Type them under Settings > Network.",
        )
        return NotSent("http-407", Sentence(template))
    if status in (425, 429):
        return _too_fast(error)
    if status in (402, 403):
        return _account_trouble(error)
    if status < 400 or (status in (404, 405) and error.code is None):
        template = QT_TRANSLATE_NOOP(
            "service",
            "The service isn't at this address ({code}). Nothing was charged; your work waits. "
            "Check the address under Settings > Service, then try again.",
        )
        return AccountTrouble(
            error.short, Sentence(template, {"code": error.short}), service_words=error.words
        )
    return _refused(error)


def _key_trouble(error: ServiceError) -> KeyTrouble:
    template = QT_TRANSLATE_NOOP(
        "service",
        "The service refused the key ({code}). Check it in the settings; paid work waits until then.",
    )
    return KeyTrouble(error.short, Sentence(template, {"code": error.short}), service_words=error.words)


def _account_trouble(error: ServiceError) -> AccountTrouble:
    if error.code == NO_BALANCE:
        template = QT_TRANSLATE_NOOP(
            "service",
            "Your account has no balance left. Top it up on the service's site; paid work waits until then.",
        )
    elif error.code in LIMIT_CODES:
        template = QT_TRANSLATE_NOOP(
            "service",
            "A limit of your account is reached ({code}). Paid work waits until the service resets it.",
        )
    elif error.code in PLAN_CODES:
        template = QT_TRANSLATE_NOOP(
            "service",
            "Your plan doesn't cover this ({code}). Check the plan on the service's site; paid work waits.",
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The service doesn't let your account work now ({code}). Ask the service; paid work waits.",
        )
    return AccountTrouble(error.short, Sentence(template, {"code": error.short}), service_words=error.words)


def _too_fast(error: ServiceError) -> ServiceBusy:
    template = QT_TRANSLATE_NOOP("service", "The service asks us to slow down. It goes on by itself.")
    return ServiceBusy(
        error.short,
        Sentence(template),
        service_words=error.words,
        retry_after_s=error.retry_after_s,
        slow_down=True,
    )


def _not_told(error: ServiceError) -> Refused:
    template = QT_TRANSLATE_NOOP(
        "service", "The service doesn't tell how this video stands ({code}). It is asked again by itself."
    )
    return Refused(error.short, Sentence(template, {"code": error.short}), service_words=error.words)


def _refused(error: ServiceError) -> Refused:
    if error.code in POLICY_CODES:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The service's rules don't allow this prompt or picture ({code}). Change it and send it again.",
        )
    elif error.words:
        template = QT_TRANSLATE_NOOP(
            "service", "The service said no ({code}). Change the order and send it again."
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "service", "The service said no ({code}) and doesn't say why. Change the order and send it again."
        )
    return Refused(error.short, Sentence(template, {"code": error.short}), service_words=error.words)
