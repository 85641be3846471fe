"""The errors of a download, each with its sentence."""

from vidu_desktop.adapters.net.exhausted import MACHINE_AT_END
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import LINK_FORBIDDEN, LinkExpired, NotAVideo, Sentence, ServiceBusy


def link_expired(status: int) -> LinkExpired:
    template = QT_TRANSLATE_NOOP(
        "download", "The link to the video has expired. The service is asked for a fresh one."
    )
    return LinkExpired(f"http-{status}", Sentence(template))


_WRONG_CONTENT = {
    "page": QT_TRANSLATE_NOOP(
        "download",
        "A page or a playlist came instead of the video. Nothing of it was kept; it is asked for again.",
    ),
    "encoded": QT_TRANSLATE_NOOP(
        "download", "The video came packed, so that it can't be checked. Nothing of it was kept."
    ),
    "too-large": QT_TRANSLATE_NOOP(
        "download", "What came is far larger than any video of the service. Nothing of it was kept."
    ),
    "longer-than-said": QT_TRANSLATE_NOOP(
        "download", "More came than the server had promised, so it can't be trusted. Nothing of it was kept."
    ),
}


def wrong_content(short: str) -> NotAVideo:
    """Return the error; `short` is one of the keys of _WRONG_CONTENT."""
    return NotAVideo(short, Sentence(_WRONG_CONTENT[short]))


def forbidden_link() -> NotAVideo:
    template = QT_TRANSLATE_NOOP(
        "download",
        "The link to the video leads where no video of the service can be, so nothing was asked there. The service is "
        "asked for another one.",
    )
    return NotAVideo(LINK_FORBIDDEN, Sentence(template))


_INTERRUPTED = {
    "unreachable": QT_TRANSLATE_NOOP(
        "download",
        "The server with the video can't be reached. It is tried again by itself; check the network.",
    ),
    "proxy": QT_TRANSLATE_NOOP(
        "download",
        "The network's proxy didn't let us through to the server with the video. It is tried again by itself; check "
        "the proxy under Settings > Network.",
    ),
    "blocked": QT_TRANSLATE_NOOP(
        "download",
        "A page came in place of the video: perhaps this network wants you to sign in, or a filter or proxy stands "
        "between. It is tried again by itself; if this stays, open any page in a browser, and check Settings > Network.",
    ),
    MACHINE_AT_END: QT_TRANSLATE_NOOP(
        "download",
        "This computer has no open files, memory or threads left to fetch the video. It is tried again by itself; end "
        "other programs, or start this one again.",
    ),
    "too-slow": QT_TRANSLATE_NOOP(
        "download",
        "The video came too slowly. It is tried again by itself, from where it stopped if that works.",
    ),
}
_CUT = QT_TRANSLATE_NOOP(
    "download",
    "The download was interrupted. It is tried again by itself, from where it stopped if that works.",
)


def interrupted(short: str, *, retry_after_s: float | None = None, slow_down: bool = False) -> ServiceBusy:
    """Return the error; `short` is `cut`, `too-slow`, `deadline`, `unreachable`, `proxy`, `blocked`, `redirects`, `no-sense`,
    `http-STATUS`, `stopped` or MACHINE_AT_END.
    """
    sentence = Sentence(_INTERRUPTED.get(short, _CUT))
    return ServiceBusy(short, sentence, retry_after_s=retry_after_s, slow_down=slow_down)


def unsafe(signer: str) -> ServiceBusy:
    """Return the error for a certificate that isn't trusted. `signer` is who signed it, empty where that isn't known."""
    if signer:
        template = QT_TRANSLATE_NOOP(
            "download",
            "The connection to the video isn't safe: its certificate was signed by “{signer}”. If your office checks "
            "its traffic, its certificate has to be installed in the system.",
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "download",
            "The connection to the video isn't safe: its certificate isn't good. Check the clock and the network.",
        )
    return ServiceBusy("tls", Sentence(template, {"signer": signer}))
