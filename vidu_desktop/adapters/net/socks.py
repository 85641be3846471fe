"""Transports through a SOCKS proxy. httpcore (1.0.9) closes no connection whose handshake with the proxy failed, and
its blocking client waits for the proxy's answers without end.

Imports httpx, so it is imported late.
"""

import os
import socket
import struct
from collections.abc import Callable, Mapping
from typing import Any

import httpx
from typing_extensions import override

_CONNECTED = "socks.connect_tcp.complete"
_HANDSHAKE_S = 20


class SocksTransport(httpx.HTTPTransport):
    """For httpx.Client."""

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        streams: list[Any] = []
        inner: Callable[[str, Mapping[str, Any]], None] | None = request.extensions.get("trace")

        def trace(event: str, info: Mapping[str, Any]) -> None:
            if event == _CONNECTED:
                streams.append(info["return_value"])
                _limit_waiting(info["return_value"].get_extra_info("socket"))
            if inner is not None:
                inner(event, info)

        request.extensions = {**request.extensions, "trace": trace}
        try:
            return super().handle_request(request)
        except BaseException:
            for stream in streams:
                stream.close()
            raise


class AsyncSocksTransport(httpx.AsyncHTTPTransport):
    """For httpx.AsyncClient; the caller sets a deadline for the whole call."""

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        streams: list[Any] = []
        inner = request.extensions.get("trace")

        async def trace(event: str, info: Mapping[str, Any]) -> None:
            if event == _CONNECTED:
                streams.append(info["return_value"])
            if inner is not None:
                await inner(event, info)

        request.extensions = {**request.extensions, "trace": trace}
        try:
            return await super().handle_async_request(request)
        except BaseException:
            for stream in streams:
                await stream.aclose()
            raise


def _limit_waiting(connection: socket.socket) -> None:
    """Let the system end a read that has no time-out of its own."""
    limit = struct.pack("L", _HANDSHAKE_S * 1000) if os.name == "nt" else struct.pack("ll", _HANDSHAKE_S, 0)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
