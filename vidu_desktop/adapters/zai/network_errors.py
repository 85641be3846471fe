"""The meaning of network errors: whether a byte of the order was sent, and who signed the certificate when TLS fails."""

import ssl

from vidu_desktop.adapters.net.certificates import certificate_problem
from vidu_desktop.adapters.net.exhausted import MACHINE_AT_END, is_exhausted
from vidu_desktop.adapters.net.proxies import ProxyUnusable, proxy_failures
from vidu_desktop.adapters.zai.verdicts import answer_lost
from vidu_desktop.domain.proxy import (
    PROXY_AWAY,
    PROXY_PASSWORD,
    PROXY_REFUSES,
    PROXY_SILENT,
    PROXY_UNUSABLE,
)
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import AnswerLost, NotSent, Sentence, ServiceBusy


def trouble() -> tuple[type[Exception], ...]:
    """Return the exceptions of a request that are the network's fault. A total deadline raises TimeoutError.

    UnicodeError is raised for a host name that can't be looked up.
    """
    import httpx  # imported already by the callers; never before the window is first painted

    return (
        httpx.HTTPError,
        httpx.StreamError,
        httpx.InvalidURL,
        TimeoutError,
        OSError,
        UnicodeError,
        *_of_proxies(),
    )


def _of_proxies() -> tuple[type[Exception], ...]:
    return (ProxyUnusable, *proxy_failures())


def order_not_sent(error: BaseException, host: str, signer: str = "", proxy: str = "") -> NotSent:
    """Return the error for a connection that broke before a byte of the order was sent. `proxy` is the host and port of its
    proxy.
    """
    short, sentence = _reason(error, host, signer, proxy)
    return NotSent(short, sentence)


def order_lost(*, complete: bool) -> AnswerLost:
    """Return the error for a connection that broke after bytes were sent; `complete` means that the whole order was sent."""
    if complete:
        return answer_lost("answer-lost")
    template = QT_TRANSLATE_NOOP(
        "service",
        "The connection broke while the order was leaving. It was probably not charged, but that isn't certain, "
        "so it isn't sent again by itself.",
    )
    return AnswerLost("cut-while-sending", Sentence(template))


def unreachable(error: BaseException, host: str, signer: str = "", proxy: str = "") -> ServiceBusy:
    """Return the error for a free question that got no answer; it may be asked again."""
    short, sentence = _reason(error, host, signer, proxy)
    return ServiceBusy(short, sentence, unheard=True)


def _reason(error: BaseException, host: str, signer: str, proxy: str) -> tuple[str, Sentence]:
    if is_exhausted(error):  # before the imports: they need open files, too
        return MACHINE_AT_END, Sentence(_AT_END)
    import httpx

    from vidu_desktop.adapters.net.proxied import ProxyAway, ProxySilent

    if isinstance(error, ProxyUnusable):
        return PROXY_UNUSABLE, error.sentence
    refused = certificate_problem(error)
    if refused is not None:
        return "tls", _certificate_sentence(refused, host, signer)
    values = {"host": host, "proxy": proxy}
    if isinstance(error, httpx.ProxyError) and any(sign in str(error) for sign in _OF_A_LOGIN):
        return PROXY_PASSWORD, Sentence(_WANTS_PASSWORD, values)
    if isinstance(error, ProxyAway):
        return PROXY_AWAY, Sentence(_AWAY, values)
    if isinstance(error, ProxySilent):
        return PROXY_SILENT, Sentence(_SAYS_NOTHING, values)
    if isinstance(error, (httpx.ProxyError, *proxy_failures())):
        return PROXY_REFUSES, Sentence(_REFUSES, values)
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        template = QT_TRANSLATE_NOOP("service", "{host} didn't answer in time. It is tried again by itself.")
        return "time-out", Sentence(template, {"host": host})
    template = QT_TRANSLATE_NOOP(
        "service", "{host} can't be reached. Check the network; it is tried again by itself."
    )
    return "unreachable", Sentence(template, {"host": host})


_AT_END = QT_TRANSLATE_NOOP(
    "service",
    "This computer has no open files, memory or threads left for the program. Nothing was asked or sent; it is tried again "
    "by itself. End other programs, or start this one again.",
)
_OF_A_LOGIN = ("407", "NO ACCEPTABLE METHODS", "Invalid username/password")
"""Parts of the messages in which httpx quotes an HTTP proxy, and httpcore (1.0.9) reports a SOCKS proxy."""
_WANTS_PASSWORD = QT_TRANSLATE_NOOP(
    "service",
    "The proxy {proxy} wants a name and a password, or others than it got. It is tried again by itself; type them under "
    "Settings > Network.",
)
_AWAY = QT_TRANSLATE_NOOP(
    "service",
    "The proxy {proxy} can't be reached. It is tried again by itself; check the proxy under Settings > Network.",
)
_SAYS_NOTHING = QT_TRANSLATE_NOOP(
    "service",
    "The proxy {proxy} took the connection and didn't open the way to {host}. It is tried again by itself; check the "
    "proxy under Settings > Network.",
)
_REFUSES = QT_TRANSLATE_NOOP(
    "service",
    "The proxy {proxy} didn't let us through to {host}. It is tried again by itself; check the proxy under "
    "Settings > Network.",
)

_OUT_OF_DATE = frozenset({9, 10})
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and _HAS_EXPIRED, the only errors that a wrong clock can cause."""


def _certificate_sentence(refused: ssl.SSLCertVerificationError, host: str, signer: str) -> Sentence:
    values = {"host": host, "signer": signer, "reason": refused.verify_message or "not trusted"}
    if signer:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The connection to {host} isn't safe: its certificate was signed by “{signer}” ({reason}). Nothing was "
            "sent. If your office checks its traffic, its certificate has to be installed in the system.",
        )
    elif refused.verify_code in _OUT_OF_DATE:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The connection to {host} isn't safe: its certificate isn't good ({reason}). Nothing was sent. "
            "Check the system's clock and the network.",
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The connection to {host} isn't safe: its certificate isn't good ({reason}). Nothing was sent. If your "
            "office checks its traffic, its certificate has to be installed in the system.",
        )
    return Sentence(template, values)
