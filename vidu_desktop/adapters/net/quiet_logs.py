"""Keeps the HTTP libraries from writing links and headers into the log."""

import logging


def quiet_http_logs() -> None:
    """Silence httpx and httpcore below WARNING: their INFO lines contain whole links, their DEBUG lines headers.

    Called whenever a client is built, so that setting up the log in between can't undo it.
    """
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
