"""Starts processes by forking one that has already loaded the program.

They are the same processes with the same limits, without the loading time. How a process starts, and what happens when one is
killed, is tested with freshly started processes.
"""

import multiprocessing
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver
from typing import Any

PRELOADED = [
    "vidu_desktop.__main__",
    "vidu_desktop.cli.arguments",
    "vidu_desktop.cli.batch_verbs",
    "vidu_desktop.cli.chain_verbs",
    "vidu_desktop.cli.job_verbs",
    "vidu_desktop.cli.library_out",
    "vidu_desktop.cli.library_verbs",
    "vidu_desktop.cli.runs",
    "vidu_desktop.adapters.net.proxied",
    "anyio._backends._asyncio",
    "httpcore",
    "httpx",
    "importlib.resources",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
    "keyring.backends.SecretService",
    # modules that helpers load for their work
    "vidu_desktop.adapters.export.export_writers",
    "vidu_desktop.adapters.export.join_videos",
    "vidu_desktop.adapters.pictures.picture_fixes",
    "vidu_desktop.adapters.pictures.picture_preparing",
    "vidu_desktop.adapters.video.recipe_box",
    "vidu_desktop.adapters.video.video_checks",
    "vidu_desktop.rehearsal.rendering",
    "vidu_desktop.rehearsal.request_reading",
]
CAN_FORK = sys.platform == "linux"
_get_context = multiprocessing.get_context


def forking_context() -> Any:
    """Return the multiprocessing context that starts such processes."""
    context = _get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


def share_the_server() -> None:
    """Called in a forked process: its own processes come from the same server. Otherwise it would start another server, which
    would load everything again.
    """
    server: Any = forkserver.connect_to_new_process
    server.__self__.ensure_running = lambda: None


def have_an_own_server(address: str) -> None:
    """Called in a forked process whose descendants are watched: its own processes come from a new server, which is one of
    those descendants and listens at `address`.
    """
    server: Any = forkserver.connect_to_new_process
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(address)
    listener.listen()
    ended, alive = os.pipe()
    if os.fork() == 0:
        try:
            os.close(alive)
            forkserver.main(listener.detach(), ended, [])
        finally:
            os._exit(0)  # the server's last client is gone
    listener.close()
    os.close(ended)
    server.__self__._forkserver_address, server.__self__._forkserver_alive_fd = address, alive


def fork_helpers() -> None:
    """From now on, fork this program's helper processes."""

    def get_context(method: str | None = None) -> Any:
        return forking_context() if method == "spawn" else _get_context(method)

    multiprocessing.get_context = get_context


@contextmanager
def forked_helpers() -> Iterator[None]:
    """Fork the helper processes inside this context, where the platform can."""
    if CAN_FORK:
        fork_helpers()
    try:
        yield
    finally:
        multiprocessing.get_context = _get_context
