"""Who may use the rehearsal service: programs on this computer, but no pages in a browser.

A page can send requests to a port of this computer. By a domain name of its own that it makes point to this computer (DNS
rebinding), it could read the answers as well; then that name is in `Host`. A request from a page to another origin has
`Origin`.
"""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from vidu_desktop.domain.settings import is_loopback_host
from vidu_desktop.rehearsal.answers import Answer
from vidu_desktop.rehearsal.refusals import not_for_pages


class Doorkeeper:
    """Lets only requests pass that address this computer by its own name and have no `Origin`; refuses all others."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if _is_ours(headers.getlist("host")) and "origin" not in headers:
            await self._app(scope, receive, send)
            return
        refusal = not_for_pages()
        await Answer(refusal.body(), refusal.status)(scope, receive, send)


def _is_ours(hosts: list[str]) -> bool:
    if len(hosts) != 1:
        return False
    name, colon, port = hosts[0].rpartition(":")
    if not colon or hosts[0].endswith("]"):  # no port
        name, port = hosts[0], ""
    return is_loopback_host(name) and (port == "" or port.isdecimal())
