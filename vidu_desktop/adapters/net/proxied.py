"""Transports through a proxy, which work around three faults of httpcore (1.0.9): it doesn't close a connection whose
handshake with a SOCKS proxy failed, it waits for that proxy's answers without a limit, and it waits for the answer to CONNECT
as long as for the answer to an order.

This module imports httpx, so it is imported late.
"""

import asyncio
import os
import socket
import ssl
import struct
from collections.abc import Callable, Mapping
from typing import Any

import httpx
from typing_extensions import override

from vidu_desktop.adapters.net.proxies import is_socks, proxy_failures

_CONNECTED = "socks.connect_tcp.complete"
HANDSHAKE_S = 20
"""How long a proxy may take to open the connection to the host, after it was itself connected to."""


class ProxyAway(httpx.ProxyError):
    """The proxy itself couldn't be connected to."""


class ProxySilent(TimeoutError):
    """The proxy accepted the connection, but didn't open the one to the host in time."""


def through(proxy: str, context: ssl.SSLContext) -> httpx.Proxy:
    """Return the proxy with our certificates: for a proxy behind TLS, httpx would trust a bundle of its own."""
    return httpx.Proxy(proxy, ssl_context=context if proxy.startswith("https:") else None)


def proxied_client_transport(
    proxy: str, context: ssl.SSLContext, limits: httpx.Limits | None = None
) -> httpx.HTTPTransport:
    """Return the transport for a blocking client."""
    kind = _SocksTransport if is_socks(proxy) else httpx.HTTPTransport
    return kind(
        verify=context, proxy=through(proxy, context), trust_env=False, limits=limits or httpx.Limits()
    )


class _SocksTransport(httpx.HTTPTransport):
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


class AsyncProxiedTransport(httpx.AsyncHTTPTransport):
    """The transport for httpx.AsyncClient. A failure before the connection to the host is open raises ProxySilent, or an
    httpx.ProxyError (ProxyAway is one of these). ProxySilent is a cancellation inside httpcore: the client must not be used
    again after it.
    """

    def __init__(self, proxy: str, context: ssl.SSLContext, limits: httpx.Limits) -> None:
        super().__init__(verify=context, proxy=through(proxy, context), trust_env=False, limits=limits)

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        streams: list[Any] = []
        inner = request.extensions.get("trace")
        reached = opened = False

        async def trace(event: str, info: Mapping[str, Any]) -> None:
            nonlocal reached, opened
            if event == _CONNECTED:
                streams.append(info["return_value"])
            if _asks_for_the_way(event, info):
                reached = True
                limit.reschedule(asyncio.get_running_loop().time() + HANDSHAKE_S)
            elif event in _WAY_IS_OPEN:
                opened = True
                limit.reschedule(None)
            if inner is not None:
                await inner(event, info)

        request.extensions = {**request.extensions, "trace": trace}
        try:
            async with asyncio.timeout(None) as limit:
                return await super().handle_async_request(request)
        except BaseException as error:
            for stream in streams:
                await stream.aclose()
            if isinstance(error, TimeoutError) and limit.expired():
                raise ProxySilent from error
            if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout) and not reached:
                raise ProxyAway(str(error)) from error
            if isinstance(error, (httpx.TransportError, *proxy_failures())) and reached and not opened:
                raise httpx.ProxyError(str(error)) from error
            raise


_WAY_IS_OPEN = frozenset({"socks.setup_socks5_connection.complete", "proxy.start_tls.started"})


def _asks_for_the_way(event: str, info: Mapping[str, Any]) -> bool:
    if event == "http11.send_request_headers.started":
        return bool(info["request"].method == b"CONNECT")
    return event == "socks.setup_socks5_connection.started"


def _limit_waiting(connection: socket.socket) -> None:
    """Let the system end a read that has no timeout of its own."""
    limit = struct.pack("L", HANDSHAKE_S * 1000) if os.name == "nt" else struct.pack("ll", HANDSHAKE_S, 0)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
