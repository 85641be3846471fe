"""Fetches a picture behind a link that the person dropped and confirmed: once, and never from this machine or its network."""

import asyncio
import uuid
from collections.abc import Collection
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from vidu_desktop.adapters.disk.files import rename_over
from vidu_desktop.adapters.disk.os_errors import raising_disk_trouble
from vidu_desktop.adapters.fetching.fetcher import VideoFetcher
from vidu_desktop.adapters.fetching.transfer import TransferLimits
from vidu_desktop.adapters.net.certificates import SystemCertificates
from vidu_desktop.adapters.net.proxies import Proxies
from vidu_desktop.domain.naming import file_name_words
from vidu_desktop.domain.pictures import PICTURE_SUFFIXES
from vidu_desktop.domain.proxy import PROXY_REFUSES, PROXY_UNUSABLE
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import LINK_FORBIDDEN, BadInput, DiskTrouble, Sentence, ViduDesktopError

_LIMITS = TransferLimits(most_bytes=100_000_000, deadline_s=180.0, slow_window_s=30.0)


class LinkedPictures:
    """Fetches pictures. Whether a file is a picture is checked later, as for any other file. `local_hosts` may be asked
    although they are on this machine.
    """

    def __init__(
        self,
        staging_dir: Path,
        *,
        certificates: SystemCertificates | None = None,
        proxies: Proxies | None = None,
        local_hosts: Collection[str] = (),
        limits: TransferLimits = _LIMITS,
    ) -> None:
        self._fetcher = VideoFetcher(
            staging_dir, local_hosts=local_hosts, certificates=certificates, proxies=proxies, limits=limits
        )

    async def fetch(self, url: str, out_dir: Path) -> Path:
        """Return the file, named after the link. Raises BadInput for anything that is wrong with the link or the network;
        DiskTrouble.
        """
        name = f"picture-{uuid.uuid4().hex}"
        try:
            part = await self._fetcher.fetch(name, url, lambda _done, _total: None)
            return await asyncio.get_running_loop().run_in_executor(None, _keep, part, out_dir, url, name)
        except DiskTrouble:
            raise
        except ViduDesktopError as error:
            raise _not_fetched(error, url) from error
        finally:
            self._fetcher.discard(name)

    async def close(self) -> None:
        """Stop the downloads under way."""
        await self._fetcher.close()


def _keep(part: Path, out_dir: Path, url: str, unique: str) -> Path:
    named = PurePosixPath(unquote(urlsplit(url).path, errors="replace"))
    suffix = named.suffix.lower() if named.suffix.lower() in PICTURE_SUFFIXES else ""
    target = out_dir / f"{file_name_words(named.stem) or 'picture'}-{unique[-8:]}{suffix}"
    with raising_disk_trouble(out_dir):
        rename_over(part, target)
    return target


def _not_fetched(error: ViduDesktopError, url: str) -> BadInput:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    template = _WORDS.get(
        error.code, _UNREACHABLE if error.code in ("unreachable", PROXY_REFUSES, PROXY_UNUSABLE) else _NONE
    )
    return BadInput(f"link-{error.code}", Sentence(template, {"host": host}))


_WORDS = {
    "page": QT_TRANSLATE_NOOP(
        "pictures",
        "{host} sent a page instead of the picture. Save the picture in the browser, then drop the file here.",
    ),
    "too-large": QT_TRANSLATE_NOOP(
        "pictures", "What {host} sent is far larger than a picture. Nothing was kept."
    ),
    LINK_FORBIDDEN: QT_TRANSLATE_NOOP(
        "pictures", "The link leads into this computer or its own network. Nothing was asked there."
    ),
}
_UNREACHABLE = QT_TRANSLATE_NOOP(
    "pictures", "{host} can't be reached. Check the network, then drop the link again."
)
_NONE = QT_TRANSLATE_NOOP(
    "pictures",
    "{host} didn't give the picture. Save it in the browser, then drop the file here.",
)
