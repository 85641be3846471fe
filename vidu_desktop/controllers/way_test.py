"""The free test whether the service answers, and words for the part of the way that failed."""

from PySide6.QtCore import QObject

from vidu_desktop.controllers.ports import WaysOut
from vidu_desktop.domain.proxy import (
    PROXY_AWAY,
    PROXY_PASSWORD,
    PROXY_REFUSES,
    PROXY_SILENT,
    PROXY_UNUSABLE,
    ProxyKind,
    ProxySetting,
)
from vidu_desktop.errors import ServiceBusy
from vidu_desktop.ui.text import say


class WayTest(QObject):
    """The test has words of its own, because the errors' sentences say that a question is asked again by itself, which isn't
    true for a test.
    """

    def __init__(self, ways: WaysOut) -> None:
        super().__init__()
        self._ways = ways

    async def run(self, proxy: ProxySetting, password: str, host: str) -> tuple[str, bool]:
        """Return the words for the outcome, and whether the service `host` answers. An empty password means the stored one."""
        try:
            place = await self._ways.check_way(proxy, password)
        except ServiceBusy as error:
            return self.why_not(error, host) or say(error.sentence), False
        if place:
            words = self.tr("{host} answers through the proxy {proxy}.").format(host=host, proxy=place)
        elif proxy.kind is ProxyKind.SYSTEM:
            words = self.tr("{host} answers. The system names no proxy for it.").format(host=host)
        else:
            words = self.tr("{host} answers.").format(host=host)
        return words, True

    def why_not(self, error: ServiceBusy, host: str) -> str:
        """Return which part of the way failed, in words; empty if the way wasn't the reason."""
        if error.code in ("tls", PROXY_UNUSABLE):
            return say(error.sentence)
        words = self._words().get(error.code, "")
        return words.format(host=host, proxy=error.sentence.values.get("proxy", ""))

    def _words(self) -> dict[str, str]:
        unreachable = self.tr("{host} can't be reached. Check the network.")
        return {
            PROXY_PASSWORD: self.tr("The proxy {proxy} wants a name and a password, or others than it got."),
            PROXY_AWAY: self.tr("The proxy {proxy} can't be reached. Check its address."),
            PROXY_SILENT: self.tr("The proxy {proxy} took the connection and didn't open the way to {host}."),
            PROXY_REFUSES: self.tr("The proxy {proxy} didn't let us through to {host}."),
            "unreachable": unreachable,
            "time-out": unreachable,
        }
