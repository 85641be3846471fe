"""Processes that are forked from one which has loaded the program already, instead of started afresh.

They are the same processes with the same limits, without the time to load it. How a process starts, and what
becomes of one that is struck, is tried with those that are started afresh.
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
    # and what helpers load to do their work
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
    """What starts such processes."""
    context = _get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


def share_the_server() -> None:
    """In a forked process: let its own come from the same server. By itself it would start, and load, another one."""
    server: Any = forkserver.connect_to_new_process
    server.__self__.ensure_running = lambda: None


def have_an_own_server(address: str) -> None:
    """In a forked process whose descendants are watched: let its own come from a server that is one of them, and hears
    at this place.
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
            os._exit(0)  # its last client is gone
    listener.close()
    os.close(ended)
    server.__self__._forkserver_address, server.__self__._forkserver_alive_fd = address, alive


def fork_helpers() -> None:
    """Let the helpers of this program be forked from now on."""

    def get_context(method: str | None = None) -> Any:
        return forking_context() if method == "spawn" else _get_context(method)

    multiprocessing.get_context = get_context


@contextmanager
def forked_helpers() -> Iterator[None]:
    """Let them be forked in here, where that can be done."""
    if CAN_FORK:
        fork_helpers()
    try:
        yield
    finally:
        multiprocessing.get_context = _get_context
