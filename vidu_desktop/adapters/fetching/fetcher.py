"""The engine's `Fetcher`: each download has a thread of its own, with at most three at once.

The threads are daemons and not of an executor, because the program may end at any moment; the files on the disk are
consistent at every moment.
"""

import asyncio
import threading
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from typing_extensions import override

from vidu_desktop.adapters.fetching.clients import FileClients
from vidu_desktop.adapters.fetching.fetch_errors import interrupted
from vidu_desktop.adapters.fetching.part_file import PartFile
from vidu_desktop.adapters.fetching.transfer import Stopped, Transfer, TransferLimits
from vidu_desktop.adapters.net.certificates import SystemCertificates
from vidu_desktop.adapters.net.exhausted import MACHINE_AT_END
from vidu_desktop.adapters.net.proxies import Proxies
from vidu_desktop.engine.alarm import Alarm
from vidu_desktop.engine.ports import Fetcher

AT_ONCE = 3
_PROGRESS_EVERY_S = 0.1
_GOODBYE_S = 1.0
_HEADERS_S = 60.0

OnProgress = Callable[[int, int | None], None]


@dataclass(slots=True, eq=False)
class _Running:
    """A download's thread. `result` is done as soon as nobody waits for it any more; `ended` is set when the thread has
    ended.
    """

    result: asyncio.Future[Path]
    until_s: float
    """The time on the loop's clock at which the download fails, whatever its thread is waiting for."""
    stop: threading.Event = field(default_factory=threading.Event)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    discarded: bool = False


class VideoFetcher(Fetcher):
    """Keeps part files in `staging_dir`. Used on one loop only.

    `local_hosts` (`host` or `host:port`) may be asked although they are on this machine or in the local network: the host of
    the rehearsal, and the service's own when it is on this machine. They are read again for each link, so a set that grows
    later may be given.
    """

    def __init__(
        self,
        staging_dir: Path,
        *,
        local_hosts: Collection[str] = (),
        certificates: SystemCertificates | None = None,
        proxies: Proxies | None = None,
        limits: TransferLimits | None = None,
    ) -> None:
        self._staging_dir = staging_dir
        self._local_hosts = local_hosts
        self._limits = limits or TransferLimits()
        self._clients = FileClients(certificates or SystemCertificates(), proxies or Proxies())
        self._places = asyncio.Semaphore(AT_ONCE)
        self._running: dict[str, _Running] = {}
        self._alarm = Alarm(self._end_late)

    @override
    async def fetch(self, job_id: str, url: str, on_progress: OnProgress) -> Path:
        """Fetch as the port says. When this is cancelled, its thread stops at the next piece, and another fetch of the same
        job waits until it has ended.
        """
        await self._places.acquire()
        try:
            while earlier := self._running.get(job_id):
                earlier.stop.set()
                await earlier.ended.wait()
        except BaseException:
            self._places.release()
            raise
        loop, within_s = asyncio.get_running_loop(), self._limits.deadline_s + _HEADERS_S
        running = _Running(loop.create_future(), loop.time() + within_s)
        self._running[job_id] = running
        thread = threading.Thread(
            target=self._work, args=(job_id, running, url, on_progress), name=f"fetch-{job_id}", daemon=True
        )
        try:
            thread.start()
        except RuntimeError:  # the system has no thread left; the next try must not wait for this one
            self._end(job_id, running, interrupted(MACHINE_AT_END))
        # The thread watches the deadline itself, but not while the headers arrive byte by byte.
        self._alarm.set(within_s)
        try:
            return await running.result
        finally:
            running.stop.set()

    def _end_late(self) -> None:
        now_s = asyncio.get_running_loop().time()
        for running in self._running.values():
            if running.result.done():
                continue
            if running.until_s <= now_s:
                running.result.set_exception(interrupted("deadline"))
            else:
                self._alarm.set(running.until_s - now_s)

    @override
    def discard(self, job_id: str) -> None:
        """Delete this job's part file now, or as soon as its thread has closed the file."""
        running = self._running.get(job_id)
        if running is None:
            self._part(job_id).remove()
            return
        running.discarded = True
        running.stop.set()

    @override
    def keep_only(self, job_ids: Collection[str]) -> None:
        """Delete the part files of all other jobs: after a power cut, even removed files can be there again."""
        with suppress(OSError):
            names = {path.name.split(".part")[0] for path in self._staging_dir.glob("*.part*")}
            for job_id in names.difference(job_ids, self._running):
                self._part(job_id).remove()

    async def close(self) -> None:
        """Stop all downloads and keep their part files. Waits one second at most: the threads don't keep the program from
        ending.
        """
        for running in self._running.values():
            running.stop.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(_GOODBYE_S):
                for running in list(self._running.values()):
                    await running.ended.wait()
        self._alarm.stop()
        if not self._running:
            self._clients.close()

    def _part(self, job_id: str) -> PartFile:
        return PartFile(self._staging_dir / f"{job_id}.part")

    def _work(self, job_id: str, running: _Running, url: str, on_progress: OnProgress) -> None:
        """Runs on the download's own thread."""
        loop = running.result.get_loop()
        said_s = 0.0

        def report(done_bytes: int, total_bytes: int | None) -> None:
            nonlocal said_s
            now_s = time.monotonic()
            if now_s - said_s >= _PROGRESS_EVERY_S or done_bytes == total_bytes:
                said_s = now_s
                loop.call_soon_threadsafe(_tell, running, on_progress, done_bytes, total_bytes)

        transfer = Transfer(
            self._part(job_id),
            self._clients,
            limits=self._limits,
            local_hosts=self._local_hosts,
            stop=running.stop,
            report=report,
        )
        outcome: Path | BaseException
        try:
            outcome = transfer.run(url)
        except Stopped:
            outcome = interrupted("stopped")
        except BaseException as error:  # noqa: BLE001 - handed over to the waiting caller
            outcome = error
        # The loop may be closed by now, because the program has ended.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(self._end, job_id, running, outcome)

    def _end(self, job_id: str, running: _Running, outcome: Path | BaseException) -> None:
        """Runs on the loop: free the place for the next download, and hand over the result."""
        self._places.release()
        del self._running[job_id]
        if running.discarded:
            self._part(job_id).remove()
        running.ended.set()
        if running.result.done():
            return
        if isinstance(outcome, Path):
            running.result.set_result(outcome)
        else:
            running.result.set_exception(outcome)


def _tell(running: _Running, on_progress: OnProgress, done_bytes: int, total_bytes: int | None) -> None:
    if not running.result.done():
        on_progress(done_bytes, total_bytes)
