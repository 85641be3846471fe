"""The service over HTTP: one request for each call, no retries; every outcome is a value or one of our errors."""

import asyncio
import logging
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from typing_extensions import override

from vidu_desktop.adapters.net.certificates import certificate_problem
from vidu_desktop.adapters.net.exhausted import is_exhausted
from vidu_desktop.adapters.net.retry_after import parse_retry_after
from vidu_desktop.adapters.zai import network_errors
from vidu_desktop.adapters.zai.body import OrderBody
from vidu_desktop.adapters.zai.connections import ZaiConnections
from vidu_desktop.adapters.zai.key_source import without_key
from vidu_desktop.adapters.zai.verdicts import FAILED_CODES, ServiceError, poll_error
from vidu_desktop.adapters.zai.wire import (
    JSON_MOST_BYTES,
    excerpt,
    is_object,
    parse_accepted,
    parse_progress,
    parse_task_report,
)
from vidu_desktop.engine.ports import Accepted, Order, TaskReport, TaskStatus, VideoService
from vidu_desktop.errors import NotSent, Refused, ServiceBusy, ViduDesktopError

if TYPE_CHECKING:
    import httpx

_log = logging.getLogger(__name__)

PROGRESS_HEADER = "Rehearsal-Progress"
"""By this header the rehearsal tells how far a task is; the real service doesn't send it."""
QUESTION_DEADLINE_S = 40.0
ORDER_DEADLINE_S = 240.0
# An upload slower than this is given up: 200 MB (three pictures of 50 MB) may take almost three hours.
_SLOWEST_UPLOAD_BYTES_S = 20_000
_SENSELESS = frozenset({"no-sense", "no-id", "no-link"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answered:
    status: int
    body: bytes
    retry_after_s: float | None
    progress: float | None


class _Departure:
    """Watches whether the first byte of an order may have been sent. From then on, a failure means that the answer is lost."""

    def __init__(self) -> None:
        self.begun = False

    async def trace(self, event: str, info: Mapping[str, object]) -> None:
        # A proxy's CONNECT is traced here too; it carries nothing of the order.
        if event == "http11.send_request_headers.started":
            self.begun = self.begun or getattr(info.get("request"), "method", b"") == b"POST"


class ZaiVideoService(VideoService):
    """The two endpoints, through the clients of `connections`. It holds no state between calls.

    `order_deadline_s` and `question_deadline_s` limit a whole call, even if its answer trickles in; the limit of an order
    grows with its size.
    """

    def __init__(
        self,
        connections: ZaiConnections,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        order_deadline_s: float = ORDER_DEADLINE_S,
        question_deadline_s: float = QUESTION_DEADLINE_S,
    ) -> None:
        self._connections = connections
        self._now = now
        self._order_deadline_s = order_deadline_s
        self._question_deadline_s = question_deadline_s

    @property
    @override
    def base_url(self) -> str:
        return self._connections.base_url

    @override
    async def submit(self, order: Order, on_sent: Callable[[int, int], None]) -> Accepted:
        """Send a paid order; see the port. It is never repeated, no redirect is followed, and nothing is asked afterwards."""
        key = self._connections.key.reveal()
        loop = asyncio.get_running_loop()
        try:
            body = await loop.run_in_executor(self._connections.workers, OrderBody.open, order)
        except (MemoryError, OSError, RuntimeError) as error:
            if not is_exhausted(error):
                raise
            raise await self._not_sent(error) from error
        departure = _Departure()
        try:
            answered = await self._send_order(body, key, departure, on_sent)
        except ViduDesktopError:
            raise
        except Exception as error:
            if departure.begun:
                # Whatever the error is, even a fault of ours: the order may have been accepted.
                raise network_errors.order_lost(complete=body.complete) from error
            if not (is_exhausted(error) or isinstance(error, network_errors.trouble())):
                raise
            raise await self._not_sent(error) from error
        finally:
            body.close()
        try:
            return parse_accepted(answered.status, answered.body, retry_after_s=answered.retry_after_s)
        except ViduDesktopError as error:
            _keep_a_copy(error, answered)
            raise

    @override
    async def poll(self, task_id: str) -> TaskReport:
        """Ask for the state of a task; see the port."""
        if task_id in ("", ".", ".."):  # these would change the address
            raise poll_error(ServiceError(status=404))
        key = self._connections.key.reveal()
        answered = await self._ask("/async-result/" + quote(task_id, safe="", errors="replace"), key)
        try:
            report = parse_task_report(answered.status, answered.body, retry_after_s=answered.retry_after_s)
        except ViduDesktopError as error:
            _keep_a_copy(error, answered)
            raise
        if report.status is TaskStatus.PROCESSING and answered.progress is not None:
            return replace(report, progress=answered.progress)
        return report

    async def check_key(self) -> None:
        """Find out free of charge whether the key is good, by asking for a task that doesn't exist.

        Raises KeyTrouble when the key is refused, AccountTrouble when it is good but can't be used now, and ServiceBusy when
        nobody could tell (no network, a gateway, an overload).
        """
        try:
            await self.poll("vidu-desktop-key-check")
        except Refused:
            return
        except ServiceBusy as busy:
            # Any business code that isn't about the key proves that the key was accepted.
            if not (busy.code.isdigit() and int(busy.code) not in FAILED_CODES):
                raise

    async def knock(self) -> None:
        """Find out whether the service answers at all, whatever its answer is. The key isn't sent. Raises ServiceBusy."""
        await self._ask("/async-result/vidu-desktop-way-check")

    async def _ask(self, path: str, key: str = "") -> _Answered:
        """Ask a free question. Raises ServiceBusy when there is no answer."""
        headers = _authorization(key) if key else {}
        try:
            async with self._connections.for_questions() as client:
                request = client.build_request("GET", self.base_url + path, headers=headers)
                return await self._exchange(client, request, key, self._question_deadline_s)
        except Exception as error:
            if not (is_exhausted(error) or isinstance(error, network_errors.trouble())):
                raise
            signer, proxy = await self._signer(error), self._connections.proxy_place
            raise network_errors.unreachable(error, self._connections.host, signer, proxy) from error

    async def _send_order(
        self, body: OrderBody, key: str, departure: _Departure, on_sent: Callable[[int, int], None]
    ) -> _Answered:
        async with self._connections.for_orders() as client:
            request = client.build_request(
                "POST",
                self.base_url + "/videos/generations",
                headers={
                    **_authorization(key),
                    "Content-Type": "application/json",
                    "Content-Length": str(body.total_bytes),
                },
                content=body.stream(self._connections.workers, on_sent),
                extensions={"trace": departure.trace},
            )
            deadline_s = self._order_deadline_s + body.total_bytes / _SLOWEST_UPLOAD_BYTES_S
            return await self._exchange(client, request, key, deadline_s)

    async def _exchange(
        self, client: "httpx.AsyncClient", request: "httpx.Request", key: str, deadline_s: float
    ) -> _Answered:
        """Send one request and read its whole answer, limited in time and size. The key is removed from an answer that
        repeats it.
        """
        async with asyncio.timeout(deadline_s):
            response = await client.send(request, stream=True)
            try:
                body = await _read_bounded(response)
            finally:
                await response.aclose()
        return _Answered(
            status=response.status_code,
            body=without_key(body, key),
            retry_after_s=parse_retry_after(response.headers.get("retry-after"), self._now()),
            progress=parse_progress(response.headers.get(PROGRESS_HEADER)),
        )

    async def _not_sent(self, error: Exception) -> NotSent:
        signer, proxy = await self._signer(error), self._connections.proxy_place
        return network_errors.order_not_sent(error, self._connections.host, signer, proxy)

    async def _signer(self, error: Exception) -> str:
        return await self._connections.signer() if certificate_problem(error) else ""


def _authorization(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}", "Accept-Language": "en-US,en"}


async def _read_bounded(response: "httpx.Response") -> bytes:
    """Read the answer up to a little more than JSON_MOST_BYTES. A middlebox may have compressed it, although we asked it not
    to.
    """
    import httpx  # the caller has imported it

    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    body = bytearray()
    try:
        async for piece in response.aiter_raw():
            body += piece
            if len(body) > JSON_MOST_BYTES:
                break
    except httpx.HTTPError:
        # Some gateways say a wrong length or leave out the end. An object that is complete says all the same.
        if not is_object(_unpacked(body, encoding)):
            raise
    return _unpacked(body, encoding)


def _unpacked(body: bytearray, encoding: str) -> bytes:
    if encoding in ("gzip", "x-gzip", "deflate"):
        try:
            return zlib.decompressobj(wbits=47).decompress(body, JSON_MOST_BYTES + 1)
        except zlib.error:
            return b""
    return bytes(body) if encoding in ("", "identity") else b""


def _keep_a_copy(error: ViduDesktopError, answered: _Answered) -> None:
    if error.code in _SENSELESS:
        _log.debug("an answer with status %d made no sense: %s", answered.status, excerpt(answered.body))
