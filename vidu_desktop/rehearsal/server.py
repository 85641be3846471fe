"""Runs the rehearsal service inside this program: with its own thread and loop, a loopback port, and its own token."""

import asyncio
import os
import secrets
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from vidu_desktop.adapters.processes.helper_processes import HelperProcesses, Task
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import NotSent, Sentence
from vidu_desktop.rehearsal.folders import make_way
from vidu_desktop.rehearsal.links import Links, kept_secret
from vidu_desktop.rehearsal.refusals import Refusal
from vidu_desktop.rehearsal.render_order import TakenOrder
from vidu_desktop.rehearsal.render_queue import RenderQueue
from vidu_desktop.rehearsal.task_store import TaskStore

if TYPE_CHECKING:
    import uvicorn
    from filelock import BaseFileLock

_HOST = "127.0.0.1"
CONCURRENCY = 5
ONE_DAY_S = 86_400.0
_PATIENCE_S = 0.3
"""How many seconds an answer that is being sent may still take when the server ends."""


def _cannot_start(code: str, template: str, **values: str | int) -> NotSent:
    return NotSent(code, Sentence(template, values))


_READ_ORDER: Task[Path, Path, TakenOrder] = Task("vidu_desktop.rehearsal.request_reading:read_order")
_NICENESS = 10
_MEMORY_BYTES = 3 << 30
"""A limit of address space, because encoders map more than they use."""
_IDLE_S = 60.0
_STANDS_STILL_S = 60.0


def _helpers(warm: str, *, count: int = 1, tries: int) -> HelperProcesses:
    """Return processes for the heavy work, so that neither the window nor the server stalls. `warm` is a module that takes
    long to import.
    """
    return HelperProcesses(
        workers=count,
        memory_bytes=_MEMORY_BYTES,
        niceness=_NICENESS,
        idle_s=_IDLE_S,
        stands_still_s=_STANDS_STILL_S,
        tries=tries,
        carried=(Refusal, OSError),
        warm=warm,
        name="rehearsal helper",
    )


class RehearsalServer:
    """`start` and `stop` may be called from any thread and more than once. Nothing is opened before `start`.

    With `port` 0, the port of the last run is used if it is free, so that links from before a restart keep working; otherwise
    the system chooses a port. With `any_key`, any key is accepted (for the command), otherwise only this object's `token`.
    `link_life_s` is how long a link works, `keep_s` how long the files of a finished task are kept.
    """

    def __init__(
        self,
        work_dir: Path,
        *,
        port: int = 0,
        any_key: bool = False,
        link_life_s: float = ONE_DAY_S,
        keep_s: float = ONE_DAY_S,
        renders_at_once: int = 1,
    ) -> None:
        self._work_dir = work_dir
        self._port = port
        self._token = secrets.token_urlsafe(32)
        self._any_key = any_key
        self._link_life_s = link_life_s
        self._keep_s = keep_s
        self._renders_at_once = renders_at_once
        self._lock = threading.Lock()
        self._running: _Running | None = None

    @property
    def token(self) -> str:
        """The key that this server accepts. Only this program knows it."""
        return self._token

    @property
    def base_url(self) -> str:
        """The address of the API, without a trailing slash. Raises RuntimeError before `start`."""
        running = self._running
        if running is None:
            raise RuntimeError("the rehearsal server isn't running")
        return f"{running.origin}/api/paas/v4"

    def start(self) -> None:
        """Return when requests are answered. That takes about 0.3 s, so don't call it on the window's thread. Raises NotSent."""
        with self._lock:
            if self._running is None:
                self._running = _Running(
                    self._work_dir,
                    port=self._port,
                    token=None if self._any_key else self._token,
                    link_life_s=self._link_life_s,
                    keep_s=self._keep_s,
                    renders_at_once=self._renders_at_once,
                )

    async def start_async(self) -> None:
        """Call `start` in a thread."""
        await asyncio.get_running_loop().run_in_executor(None, self.start)

    def stop(self) -> None:
        """End at once: renders are interrupted (the next start makes them again), and connections are closed."""
        with self._lock:
            running, self._running = self._running, None
        if running is not None:
            running.stop()


class _Running:
    """One run from start to stop: its lock, socket, helpers, and the thread with the loop."""

    def __init__(
        self,
        work_dir: Path,
        *,
        port: int,
        token: str | None,
        link_life_s: float,
        keep_s: float,
        renders_at_once: int,
    ) -> None:
        with ExitStack() as undo:
            try:
                make_way(work_dir, for_folder=True)
                work_dir.mkdir(parents=True, exist_ok=True)
                for name in ("rehearsal.lock", "port.txt", "link-secret"):
                    make_way(work_dir / name)
                undo.callback(_lock_folder(work_dir).release)
                listening = _listen(port, work_dir / "port.txt")
                undo.callback(listening.close)
                store = TaskStore(work_dir, concurrency=CONCURRENCY, keep_s=keep_s)
                unfinished = store.open()
                links = Links(kept_secret(work_dir / "link-secret"))
            except OSError as error:
                template = QT_TRANSLATE_NOOP(
                    "rehearsal",
                    "The rehearsal can't write to its folder {folder}. Nothing was sent. Make room or choose "
                    "another folder.",
                )
                raise _cannot_start("rehearsal-disk", template, folder=str(work_dir)) from error
            self.origin = f"http://{_HOST}:{listening.getsockname()[1]}"

            # A killed render is reported at once, and the person orders it again. A killed reader may have
            # been idle, so reading is tried again.
            renderers = _helpers("vidu_desktop.rehearsal.rendering", count=renders_at_once, tries=1)
            readers = _helpers("vidu_desktop.rehearsal.request_reading", tries=2)
            render_queue = RenderQueue(store, renderers)

            def read_order(body_path: Path, folder: Path) -> "Future[TakenOrder]":
                return readers.submit(None, _READ_ORDER, body_path, folder)

            from vidu_desktop.rehearsal.app import create_app

            app = create_app(
                store=store,
                links=links,
                read_order=read_order,
                on_accepted=render_queue.begin,
                origin=self.origin,
                token=token,
                link_life_s=link_life_s,
            )
            server, started = _server_of(app)
            thread = threading.Thread(
                target=server.run, kwargs={"sockets": [listening]}, name="rehearsal", daemon=True
            )
            thread.start()
            undo.callback(_end, server, thread)
            started.wait()
            # Closed before the server ends, so that requests that wait for a helper are answered at once.
            for pool in (renderers, readers):
                undo.callback(pool.close)
            for task in unfinished:
                render_queue.begin(task)
            sweeper = _Sweeper(store.forget_old)
            sweeper.start()
            undo.callback(sweeper.stop)
            self._undo = undo.pop_all()

    def stop(self) -> None:
        self._undo.close()


class _Sweeper:
    """Clears old files every few minutes, in a separate thread."""

    def __init__(self, sweep: Callable[[], None], every_s: float = 300.0) -> None:
        self._sweep = sweep
        self._every_s = every_s
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rehearsal-sweeper", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.wait(self._every_s):
            self._sweep()


def _lock_folder(work_dir: Path) -> "BaseFileLock":
    """Lock the folder for this process; the system unlocks it when the process ends, however it ends."""
    from filelock import FileLock, Timeout

    lock = FileLock(work_dir / "rehearsal.lock", thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        template = QT_TRANSLATE_NOOP(
            "rehearsal",
            "Another program is rehearsing in {folder}. Nothing was sent. Close it, then try again.",
        )
        raise _cannot_start("rehearsal-taken", template, folder=str(work_dir)) from error
    return lock


def _listen(port: int, kept_port_path: Path) -> socket.socket:
    """Open `port`; with 0, the last run's port if it is free, otherwise any. Raises NotSent when the port can't be opened."""
    with suppress(OSError, ValueError, OverflowError):
        if not port:
            return _bound(int(kept_port_path.read_text("ascii")))
    try:
        listening = _bound(port)
    except (OSError, OverflowError) as error:
        template = QT_TRANSLATE_NOOP(
            "rehearsal", "Port {port} can't be opened: it is in use or not allowed. Choose another one."
        )
        raise _cannot_start("rehearsal-port", template, port=port) from error
    if not port:
        kept_port_path.write_text(str(listening.getsockname()[1]), "ascii")
    return listening


def _bound(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # on Windows, two programs could share the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((_HOST, port))
        listening.listen(128)
    except BaseException:
        listening.close()
        raise
    return listening


def _server_of(app: object) -> "tuple[uvicorn.Server, threading.Event]":
    """Return a uvicorn server and the event that is set when it answers. It doesn't log requests, because links are secrets."""
    import uvicorn

    started = threading.Event()

    class Server(uvicorn.Server):
        @override
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            try:
                await super().startup(sockets)
            finally:
                started.set()

        @override
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            asyncio.get_running_loop().call_later(_PATIENCE_S, self._cut_off)
            await super().shutdown(sockets)

        def _cut_off(self) -> None:
            """End the connections that are still sending or fetching."""
            for connection in self.server_state.connections:
                if connection.transport is not None:
                    connection.transport.abort()

    config = uvicorn.Config(
        app,  # type: ignore[arg-type]
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    return Server(config), started


def _end(server: "uvicorn.Server", thread: threading.Thread) -> None:
    server.should_exit = True
    thread.join()
