"""The free test of the way to the service, and words for what stands in it."""

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
    """The errors' own sentences speak of questions that are asked again by themselves; a test isn't."""

    def __init__(self, ways: WaysOut) -> None:
        super().__init__()
        self._ways = ways

    async def run(self, proxy: ProxySetting, password: str, host: str) -> tuple[str, bool]:
        """Return what to say, and whether `host`, the service, answers on this way. An empty password means the kept one."""
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
        """Say which part of the way failed; empty where it wasn't the way."""
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
