"""Asks the page of releases for the newest version: `.../releases/latest` answers with the address of the latest release,
which ends in its version. Nothing else is sent or read, and it is asked only when the person presses the button.
"""

import asyncio
from urllib.parse import urljoin, urlsplit

from vidu_desktop.adapters.fetching.clients import FileClients
from vidu_desktop.adapters.net.certificates import SystemCertificates, certificate_problem
from vidu_desktop.adapters.net.proxies import Proxies, ProxyUnusable, proxy_failures
from vidu_desktop.domain.proxy import PROXY_UNUSABLE
from vidu_desktop.domain.releases import version_named_by
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence, ServiceBusy

_UNREACHABLE = QT_TRANSLATE_NOOP(
    "releases",
    "{host} can't be reached, so nobody can tell whether there is a newer version. Check the network.",
)
_UNSAFE = QT_TRANSLATE_NOOP(
    "releases",
    "The connection to {host} isn't safe: its certificate isn't good. Nothing was taken from there. Check the clock and "
    "the network.",
)
_SILENT = QT_TRANSLATE_NOOP("releases", "{host} doesn't say which version is the newest.")


class ReleasePage:
    """Connects in the same way as downloads, through the proxy if there is one."""

    def __init__(self, certificates: SystemCertificates, proxies: Proxies) -> None:
        self._certificates = certificates
        self._proxies = proxies

    async def newest(self, url: str) -> str:
        """Return the version that `url` redirects to. Raises ServiceBusy where the page can't be asked or names no version."""
        return await asyncio.get_running_loop().run_in_executor(None, self._ask, url)

    def _ask(self, url: str) -> str:
        import httpx  # imported here: not before the first paint

        no_answer: tuple[type[Exception], ...] = (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError)
        host = {"host": urlsplit(url).hostname or url}
        clients = FileClients(self._certificates, self._proxies)
        try:
            client, _ = clients.client_for(urlsplit(url))
            with client.stream("GET", url) as answer:
                version = version_named_by(urljoin(url, answer.headers.get("location", "")))
        except ProxyUnusable as error:
            raise ServiceBusy(PROXY_UNUSABLE, error.sentence) from error
        except no_answer + proxy_failures() as error:
            if certificate_problem(error):
                raise ServiceBusy("tls", Sentence(_UNSAFE, host)) from error
            raise ServiceBusy("unreachable", Sentence(_UNREACHABLE, host)) from error
        finally:
            clients.close()
        if not version:
            raise ServiceBusy("no-sense", Sentence(_SILENT, host))
        return version
