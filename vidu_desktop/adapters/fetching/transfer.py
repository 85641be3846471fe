"""One download, on a thread of its own: request, follow redirects, judge the answer, write, sync.

A part file is continued only when the answer proves that it is the same file: by If-Range with a strong validator, by a
Content-Range that fits exactly, and by the last bytes that we have, which are fetched once more and compared. So even a
server that ignores If-Range, or a disk that lost the end in a power cut, can't garble a file.

An answer without a length is read until it ends. Whether that was the true end is found by the check of the video that
follows every download (Library.verify). An answer whose length or end is wrong is kept only if what came is a whole video by
its boxes; bytes after the promised length are deleted otherwise.
"""

import os
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin

from vidu_desktop.adapters.disk.os_errors import raising_disk_trouble
from vidu_desktop.adapters.fetching import addresses, fetch_errors, video_sniff
from vidu_desktop.adapters.fetching.clients import READ_S, FileClients
from vidu_desktop.adapters.fetching.part_file import PartFile
from vidu_desktop.adapters.fetching.pieces import pieces_of
from vidu_desktop.adapters.fetching.replies import Asked, ReplyKind, body_bytes, judge, validator_of
from vidu_desktop.adapters.fetching.video_boxes import is_whole_video
from vidu_desktop.adapters.net.certificates import certificate_problem, signer_of
from vidu_desktop.adapters.net.exhausted import MACHINE_AT_END, is_exhausted
from vidu_desktop.adapters.net.proxies import Proxies, ProxyUnusable, proxy_failures
from vidu_desktop.adapters.net.retry_after import parse_retry_after
from vidu_desktop.domain.proxy import PROXY_UNUSABLE
from vidu_desktop.errors import ServiceBusy, ViduDesktopError

if TYPE_CHECKING:
    import httpx

REDIRECTS_MOST = 5
OVERLAP_BYTES = 16_384
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ERROR_PAGE_BYTES = 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferLimits:
    """The limits of a download. It is stopped for now when its mean speed over `slow_window_s` is below `slowest_bytes_s`
    (bytes per second).
    """

    most_bytes: int = 1_000_000_000
    deadline_s: float = 3_600.0
    slowest_bytes_s: float = 1_000.0
    slow_window_s: float = 60.0


class Stopped(Exception):
    """Raised when the download is stopped; the bytes on the disk stay for the next time."""


class _BeginAgain(Exception):
    """Raised when the bytes that we have can't be continued."""


class Transfer:
    """Fetches the bytes of one link into one part file. `report(done_bytes, total_bytes)` is called after each piece.

    `local_hosts` are the hosts (`host` or `host:port`) that may be asked although they are on this machine.
    """

    def __init__(
        self,
        part: PartFile,
        clients: FileClients,
        *,
        limits: TransferLimits,
        local_hosts: Collection[str],
        stop: Event,
        report: Callable[[int, int | None], None],
    ) -> None:
        self._part = part
        self._clients = clients
        self._limits = limits
        self._local_hosts = local_hosts
        self._stop = stop
        self._report = report

    def run(self, url: str) -> Path:
        """Return the complete, synced part file. Raises what Fetcher.fetch raises, or Stopped."""
        with self._disk():
            kept = self._part.resumable(url)
        if kept:
            validator, done_bytes = kept
            try:
                # The last bytes are fetched once more, which also proves a file that is already complete.
                self._try(url, Asked(first_byte=max(0, done_bytes - OVERLAP_BYTES), validator=validator))
            except _BeginAgain:
                self._part.remove()
            else:
                return self._part.path
        self._try(url, None)
        return self._part.path

    def _try(self, url: str, asked: Asked | None) -> None:
        with closing(self._follow(url, asked)) as response:
            match kind := judge(response.status_code, response.headers, asked):
                case ReplyKind.WHOLE | ReplyKind.ENCODED:
                    self._take_whole(url, response, said_packed=kind is ReplyKind.ENCODED)
                case ReplyKind.CONTINUES if asked:
                    self._take_rest(response, asked)
                case ReplyKind.EXPIRED:
                    raise self._spent(response)
                case ReplyKind.BEGIN_AGAIN:
                    raise _BeginAgain
                case _:
                    raise self._unusable(response)

    # -- asking ------------------------------------------------------------------------------------------------

    def _follow(self, url: str, asked: Asked | None) -> "httpx.Response":
        headers = (
            {"Range": f"bytes={asked.first_byte}-", "If-Range": asked.validator.if_range} if asked else {}
        )
        came_from = ""
        for _ in range(REDIRECTS_MOST + 1):
            response = self._ask(url, headers, came_from)
            location = response.headers.get("location")
            if response.status_code not in _REDIRECTS or not location:
                return response
            response.close()
            try:
                came_from, url = url, urljoin(url, location)
            except ValueError as error:
                raise fetch_errors.interrupted("no-sense") from error
        raise fetch_errors.interrupted("redirects")

    def _ask(self, url: str, headers: dict[str, str], came_from: str) -> "httpx.Response":
        """Send one GET to a checked address and return the open answer."""
        parts = None
        try:
            parts = addresses.checked_link(url, came_from=came_from)
            named = addresses.is_named(parts, self._local_hosts)
            client, proxied = self._clients.client_for(parts)
            if proxied:
                addresses.check_literal(parts)
            elif not named:
                addresses.check_resolved(parts)
            request = client.build_request("GET", url, headers=headers)
            response = client.send(request, stream=True)
            if not (named or proxied):
                _check_connected(response)
        except addresses.ForbiddenAddress as error:
            raise fetch_errors.forbidden_link() from error
        except Exception as error:
            raise _network_trouble(error, parts, self._clients.proxies) from error
        return response

    def _spent(self, response: "httpx.Response") -> ViduDesktopError:
        """Return the error for an answer that says that the link is spent. A page for people may come from a filter or proxy
        on the way, and the link may be good: then no paid video is given up for it.
        """
        if video_sniff.is_page(self._beginning(response)):
            return fetch_errors.interrupted("blocked")
        return fetch_errors.link_expired(response.status_code)

    def _beginning(self, response: "httpx.Response") -> bytes:
        page = b""
        for piece in self._pieces(response):
            page += piece
            if len(page) >= _ERROR_PAGE_BYTES:
                break
        return page

    def _unusable(self, response: "httpx.Response") -> ViduDesktopError:
        """Return the error for an answer that isn't a file. File stores answer a spent link with 400 and XML."""
        status = response.status_code
        if status == 407:
            return fetch_errors.interrupted("proxy")
        if 400 <= status < 500:
            beginning = self._beginning(response)
            if video_sniff.looks_like(beginning) is video_sniff.Looks.ERROR_XML:
                return fetch_errors.link_expired(status)
            if status != 429 and video_sniff.is_page(beginning):
                return fetch_errors.interrupted("blocked")
        if status == 511:
            return fetch_errors.interrupted("blocked")
        wait_s = parse_retry_after(response.headers.get("retry-after"), datetime.now(UTC))
        return fetch_errors.interrupted(f"http-{status}", retry_after_s=wait_s, slow_down=status == 429)

    # -- taking ------------------------------------------------------------------------------------------------

    def _take_whole(self, url: str, response: "httpx.Response", *, said_packed: bool) -> None:
        total_bytes = body_bytes(response.headers)
        if total_bytes is not None and total_bytes > self._limits.most_bytes:
            raise fetch_errors.wrong_content("too-large")
        pieces = self._pieces(response)
        beginning = b""
        while len(beginning) < video_sniff.SNIFF_BYTES and (piece := next(pieces, b"")):
            beginning += piece
        # Checked before the bytes that we have are given up.
        if said_packed and not video_sniff.begins_as_video(beginning):
            raise fetch_errors.wrong_content("encoded")
        self._check_beginning(beginning, response.status_code)
        with self._disk():
            descriptor = self._part.begin(validator_of(url, response.headers))
        with self._closed_at_the_end(descriptor):
            done_bytes = self._write(descriptor, beginning, 0, total_bytes)
            self._write_all(descriptor, pieces, done_bytes, total_bytes)

    def _take_rest(self, response: "httpx.Response", asked: Asked) -> None:
        with self._disk():
            descriptor = self._part.resume()
        with self._closed_at_the_end(descriptor):
            pieces = self._pieces(response)
            with self._disk():
                done_bytes = os.lseek(descriptor, 0, os.SEEK_END)
                os.lseek(descriptor, asked.first_byte, os.SEEK_SET)
                overlap = os.read(descriptor, done_bytes - asked.first_byte)
            again = b""
            while len(again) < len(overlap) and (piece := next(pieces, b"")):
                again += piece
            if len(again) < len(overlap):
                raise fetch_errors.interrupted("cut")
            if not again.startswith(overlap):
                raise _BeginAgain
            total_bytes = asked.validator.total_bytes
            done_bytes = self._write(descriptor, again[len(overlap) :], done_bytes, total_bytes)
            self._write_all(descriptor, pieces, done_bytes, total_bytes)

    def _check_beginning(self, beginning: bytes, status: int) -> None:
        if not beginning:
            raise fetch_errors.interrupted("cut")
        looks = video_sniff.looks_like(beginning)
        if looks is video_sniff.Looks.ERROR_XML:
            raise fetch_errors.link_expired(status)
        if looks is not video_sniff.Looks.BINARY:
            raise fetch_errors.wrong_content("page")

    def _write_all(
        self, descriptor: int, pieces: Iterator[bytes], done_bytes: int, total_bytes: int | None
    ) -> None:
        broken: ServiceBusy | None = None
        try:
            for piece in pieces:
                done_bytes = self._write(descriptor, piece, done_bytes, total_bytes)
        except ServiceBusy as error:
            broken = error
        too_long = total_bytes is not None and done_bytes > total_bytes
        if broken or total_bytes not in (None, done_bytes):
            with self._disk():
                whole = is_whole_video(descriptor)
            if not whole and too_long:
                self._part.remove()
                raise fetch_errors.wrong_content("longer-than-said")
            if not whole:
                raise broken or fetch_errors.interrupted("cut")
        with self._disk():
            self._part.finish(descriptor)
        self._report(done_bytes, done_bytes)

    @contextmanager
    def _closed_at_the_end(self, descriptor: int) -> Iterator[None]:
        try:
            yield
        finally:
            with self._disk():
                os.close(descriptor)

    def _disk(self) -> AbstractContextManager[None]:
        return raising_disk_trouble(self._part.path.parent)

    def _write(self, descriptor: int, piece: bytes, done_bytes: int, total_bytes: int | None) -> int:
        """Write `piece` at the end of the file and return the new length."""
        after = done_bytes + len(piece)
        if after > self._limits.most_bytes:
            self._part.remove()
            raise fetch_errors.wrong_content("too-large")
        with self._disk():
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        self._report(after, None if total_bytes is not None and after > total_bytes else total_bytes)
        return after

    def _pieces(self, response: "httpx.Response") -> Iterator[bytes]:
        """Yield the pieces of the body as they arrive, and watch for a stop, the deadline and the speed."""
        limits = self._limits
        begun_s = window_s = time.monotonic()
        window_bytes = 0
        pieces = pieces_of(response, READ_S)
        while True:
            try:
                piece = next(pieces, None)
            except Exception as error:
                raise _network_trouble(error, None, self._clients.proxies, cut=True) from error
            if self._stop.is_set():
                raise Stopped
            if piece is None:
                return
            now_s = time.monotonic()
            window_bytes += len(piece)
            if now_s - begun_s > limits.deadline_s:
                raise fetch_errors.interrupted("deadline")
            if now_s - window_s >= limits.slow_window_s:
                if window_bytes < limits.slowest_bytes_s * (now_s - window_s):
                    raise fetch_errors.interrupted("too-slow")
                window_s, window_bytes = now_s, 0
            yield piece


def _check_connected(response: "httpx.Response") -> None:
    """Check the address that the connection really has: a second DNS answer may differ from the first. Raises
    ForbiddenAddress.
    """
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream else None
    try:
        if peer:
            addresses.check_peer(str(peer[0]))
    except addresses.ForbiddenAddress:
        response.close()
        raise


def _network_trouble(
    error: Exception, parts: SplitResult | None, proxies: Proxies, *, cut: bool = False
) -> ViduDesktopError:
    """Return the error for what the network raised. Anything that isn't the network's fault is raised as it is."""
    if is_exhausted(error):  # before the imports: they need open files, too
        return fetch_errors.interrupted(MACHINE_AT_END)
    import httpcore
    import httpx

    if isinstance(error, ProxyUnusable):
        return ServiceBusy(PROXY_UNUSABLE, error.sentence)
    if isinstance(error, httpx.TimeoutException | httpcore.TimeoutException):
        return fetch_errors.interrupted("too-slow")
    if certificate_problem(error):
        signer = signer_of(parts.hostname or "", parts.port or 443, proxies) if parts else ""
        return fetch_errors.unsafe(signer)
    if isinstance(error, (httpx.ProxyError, *proxy_failures())):
        return fetch_errors.interrupted("proxy")
    of_the_network = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError, UnicodeError)
    if isinstance(error, (*of_the_network, httpcore.NetworkError, httpcore.ProtocolError)):
        return fetch_errors.interrupted("cut" if cut else "unreachable")
    raise error
