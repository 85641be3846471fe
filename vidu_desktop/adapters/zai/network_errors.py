"""What an error of the network means: whether any byte of the order left, and who signed when TLS fails."""

import ssl

from vidu_desktop.adapters.net.certificates import certificate_problem
from vidu_desktop.adapters.net.proxies import ProxyUnusable, proxy_failures
from vidu_desktop.adapters.zai.verdicts import answer_lost
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import AnswerLost, NotSent, Sentence, ServiceBusy


def trouble() -> tuple[type[Exception], ...]:
    """Return the exceptions of a request that are the network's fault. A total deadline raises TimeoutError.

    UnicodeError: a host name that can't be looked up.
    """
    import httpx  # loaded already where this is asked; not before the first paint

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


def order_not_sent(error: BaseException, host: str, signer: str = "", *, proxied: bool = False) -> NotSent:
    """Return the error for a connection that broke before a byte of the order left; `proxied` when it went through a
    proxy.
    """
    short, sentence = _reason(error, host, signer, proxied=proxied)
    return NotSent(short, sentence)


def order_lost(*, complete: bool) -> AnswerLost:
    """Return the error for a connection that broke after bytes left; `complete` when the whole order had gone."""
    if complete:
        return answer_lost("answer-lost")
    template = QT_TRANSLATE_NOOP(
        "service",
        "The connection broke while the order was leaving. It was probably not charged, but that isn't certain, "
        "so it isn't sent again by itself.",
    )
    return AnswerLost("cut-while-sending", Sentence(template))


def unreachable(error: BaseException, host: str, signer: str = "", *, proxied: bool = False) -> ServiceBusy:
    """Return the error for a free question without an answer; it may be asked again."""
    short, sentence = _reason(error, host, signer, proxied=proxied)
    return ServiceBusy(short, sentence)


def _reason(error: BaseException, host: str, signer: str, *, proxied: bool) -> tuple[str, Sentence]:
    import httpx

    if isinstance(error, ProxyUnusable):
        return "proxy-unusable", error.sentence
    refused = certificate_problem(error)
    if refused is not None:
        return "tls", _certificate_sentence(refused, host, signer)
    if isinstance(error, httpx.ProxyError) and str(error).startswith("407"):
        template = QT_TRANSLATE_NOOP(
            "service",
            "The network's proxy wants a name and a password. Write them into its address in the system's settings "
            "(http://name:password@…), and start the program again.",
        )
        return "proxy-password", Sentence(template)
    if isinstance(error, (httpx.ProxyError, *proxy_failures())):
        template = QT_TRANSLATE_NOOP(
            "service",
            "The network's proxy didn't let us through to {host}. Check the proxy; it is tried again.",
        )
        return "proxy", Sentence(template, {"host": host})
    if proxied and isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        template = QT_TRANSLATE_NOOP(
            "service", "The network's proxy can't be reached. Check the proxy; it is tried again by itself."
        )
        return "proxy", Sentence(template)
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        template = QT_TRANSLATE_NOOP("service", "{host} didn't answer in time. It is tried again by itself.")
        return "time-out", Sentence(template, {"host": host})
    template = QT_TRANSLATE_NOOP(
        "service", "{host} can't be reached. Check the network; it is tried again by itself."
    )
    return "unreachable", Sentence(template, {"host": host})


_OUT_OF_DATE = frozenset({9, 10})
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and _HAS_EXPIRED: the only ones that a wrong clock makes."""


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
