"""The system's certificates, loaded once and late, and the name of who signed one that was refused."""

import socket
import ssl
import threading

from vidu_desktop.adapters.net.der import issuer_name


class SystemCertificates:
    """Hands out one TLS context for all clients. Loading takes 45 to 110 ms: ask from a worker thread.

    The system's store counts, not a bundled one: offices intercept TLS with a certificate of their own. There is
    no way to switch the check off.
    """

    def __init__(self) -> None:
        self._context: ssl.SSLContext | None = None
        self._guard = threading.Lock()

    def context(self) -> ssl.SSLContext:
        """Give the shared context."""
        with self._guard:
            if self._context is None:
                import truststore  # after the first paint

                self._context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            return self._context


def certificate_problem(error: BaseException) -> ssl.SSLCertVerificationError | None:
    """Find the refused certificate in a chain of causes."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLCertVerificationError):
            return seen
        seen = seen.__cause__ or seen.__context__
    return None


def signer_of(host: str, port: int, timeout_s: float = 5.0) -> str:
    """Say who signed the certificate that `host` shows, or give an empty string. Never raises; blocks.

    The certificate is looked at without trusting it, and nothing is sent over that connection.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with (
            socket.create_connection((host, port), timeout_s) as plain,
            context.wrap_socket(plain, server_hostname=host) as secured,
        ):
            return issuer_name(secured.getpeercert(binary_form=True) or b"")
    except (OSError, ValueError):
        return ""
