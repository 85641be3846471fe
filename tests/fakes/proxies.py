"""Proxies on loopback: SOCKS 5 and CONNECT, honest or not. All of them lead to one port of this machine.

With `certificate`, a proxy speaks TLS in place of the requested host, as an office does that inspects its traffic. So a plain
scripted service behind the proxy can stand for a host on the internet.
"""

import base64
import datetime
import socket
import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PIECE_BYTES = 65_536
_SOCKS, _NO_PASSWORD, _PASSWORD, _NONE_FITS = 5, 0, 2, 255
_GRANTED, _HOST_UNREACHABLE = 0, 4


class OfficeCertificate:
    """A certificate for `host`, signed by an authority that no client trusts, except with the context that `trusted` returns."""

    def __init__(self, folder: Path, host: str, signer: str = "Office Inspection CA") -> None:
        authority_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        self._authority_path, pair_path = folder / "authority.pem", folder / "pair.pem"
        authority = _signed(signer, signer, authority_key, authority_key, is_authority=True)
        shown = _signed(host, signer, key, authority_key)
        self._authority_path.write_bytes(authority)
        encoding, plain = serialization.Encoding.PEM, serialization.NoEncryption()
        pair_path.write_bytes(shown + key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, plain))
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(pair_path)

    def trusted(self) -> ssl.SSLContext:
        """Return the TLS context of a client on whose system the office's authority is installed."""
        return ssl.create_default_context(cafile=str(self._authority_path))


_MAY_SIGN = x509.KeyUsage(
    key_cert_sign=True,
    crl_sign=True,
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    encipher_only=False,
    decipher_only=False,
)


def _signed(
    name: str,
    signer: str,
    key: ec.EllipticCurvePrivateKey,
    signer_key: ec.EllipticCurvePrivateKey,
    *,
    is_authority: bool = False,
) -> bytes:
    subject, issuer = (x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, signer))
    day, now = datetime.timedelta(days=1), datetime.datetime.now(datetime.UTC)
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer)
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now - day).not_valid_after(now + day)
    builder = builder.add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    # Python 3.13 requires these extensions: whose key it is, who signed it, and that the authority may sign.
    own_id = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    signer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer_key.public_key())
    builder = builder.add_extension(own_id, critical=False).add_extension(signer_id, critical=False)
    if is_authority:
        builder = builder.add_extension(_MAY_SIGN, critical=True)
    else:
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    return builder.sign(signer_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


@dataclass
class Proxy:
    """`asked` are the hosts and ports that clients asked for, `logins` the names and passwords that they gave.

    `manners` is "open", "silent" (accepts the connection and says nothing), "closes", "garbage" or "unreachable".
    """

    to_port: int
    kind: str = "socks5"
    manners: str = "open"
    login: tuple[str, str] | None = None
    certificate: OfficeCertificate | None = None
    asked: list[str] = field(default_factory=list)
    logins: list[tuple[str, str]] = field(default_factory=list)
    inside_bytes: int = 0

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = [self._listener]
        self._threads = [threading.Thread(target=self._take_all, daemon=True)]
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        for _attempt in range(2):  # the second time for connections that were opened during the first
            for one in tuple(self._open):
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
                one.close()
            for thread in tuple(self._threads):
                thread.join(60)

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self._listener.getsockname()[1]}"

    def _take_all(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                self._open.append(client)
                self._start(self._serve, client)

    def _start(self, work, *args: object) -> None:
        def quietly() -> None:
            with suppress(OSError, ValueError, EOFError):
                work(*args)

        self._threads.append(threading.Thread(target=quietly, daemon=True))
        self._threads[-1].start()

    def _serve(self, client: socket.socket) -> None:
        match self.manners:
            case "silent":
                while client.recv(PIECE_BYTES):
                    pass
                return
            case "closes":
                client.recv(1)
                client.shutdown(socket.SHUT_RDWR)
                return
            case "garbage":
                client.recv(1)
                client.sendall(b"\0nonsense\r\n\r\n")
                return
        if not (self._socks(client) if self.kind == "socks5" else self._connect(client)):
            client.shutdown(socket.SHUT_RDWR)
            return
        if self.certificate is not None:
            client = self.certificate.context.wrap_socket(client, server_side=True)
            self._open.append(client)
        service = socket.create_connection(("127.0.0.1", self.to_port))
        self._open.append(service)
        self._start(self._pass_on, service, client)
        self._pass_on(client, service, counted=True)

    def _pass_on(self, source: socket.socket, target: socket.socket, *, counted: bool = False) -> None:
        while piece := source.recv(PIECE_BYTES):
            self.inside_bytes += len(piece) * counted
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)

    def _socks(self, client: socket.socket) -> bool:
        stream = client.makefile("rb")
        _, count = stream.read(2)
        offered = stream.read(count)
        method = _PASSWORD if self.login else _NO_PASSWORD
        if method not in offered:
            client.sendall(bytes([_SOCKS, _NONE_FITS]))
            return False
        client.sendall(bytes([_SOCKS, method]))
        if self.login:
            stream.read(1)
            name = stream.read(stream.read(1)[0]).decode()
            self.logins.append((name, stream.read(stream.read(1)[0]).decode()))
            client.sendall(bytes([1, self.logins[-1] != self.login]))
            if self.logins[-1] != self.login:
                return False
        _, _, _, kind = stream.read(4)
        host = stream.read(stream.read(1)[0]).decode() if kind == 3 else f"address kind {kind}"
        self.asked.append(f"{host}:{int.from_bytes(stream.read(2), 'big')}")
        reply = _HOST_UNREACHABLE if self.manners == "unreachable" else _GRANTED
        client.sendall(bytes([_SOCKS, reply, 0, 1]) + bytes(6))
        return reply == _GRANTED

    def _knows(self, head: bytes) -> bool:
        for line in head.decode().splitlines():
            name, _, value = line.partition(": ")
            if name.lower() == "proxy-authorization":
                user, _, word = base64.b64decode(value.removeprefix("Basic ")).decode().partition(":")
                self.logins.append((user, word))
        return self.logins[-1:] == [self.login]

    def _connect(self, client: socket.socket) -> bool:
        head = b""
        while b"\r\n\r\n" not in head:
            head += client.recv(1) or b"\r\n\r\n"
        self.asked.append(head.split()[1].decode())
        if self.manners == "unreachable":
            client.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
            return False
        if self.login and not self._knows(head):
            client.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
            return False
        client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        return True
