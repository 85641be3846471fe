"""Links to the files, as the service makes them: signed, and valid for a limited time. With a link, no key is needed."""

import hashlib
import hmac
import secrets
from enum import Enum, auto
from pathlib import Path


class LinkState(Enum):
    """Whether a link is valid."""

    GOOD = auto()
    SPENT = auto()
    """Signed by us, but its time is over."""
    FORGED = auto()


class Links:
    """Signs links and checks them. Links stay valid after a restart only with the same `secret`."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def _signature(self, path: str, expires: int) -> str:
        return hmac.new(self._secret, f"{path}\n{expires}".encode(), hashlib.sha256).hexdigest()

    def sign(self, path: str, expires_unix_s: float) -> str:
        """Return `path` with its expiry and signature."""
        expires = int(expires_unix_s)
        return f"{path}?Expires={expires}&Signature={self._signature(path, expires)}"

    def state(self, path: str, expires: str, signature: str, now_unix_s: float) -> LinkState:
        if not (expires.isascii() and expires.isdigit() and len(expires) < 16 and signature.isascii()):
            return LinkState.FORGED
        if not hmac.compare_digest(self._signature(path, int(expires)), signature):
            return LinkState.FORGED
        return LinkState.GOOD if now_unix_s < int(expires) else LinkState.SPENT


def kept_secret(path: Path) -> bytes:
    """Return the secret from this file, which only its owner can read; if there is none, make one."""
    secret = path.read_bytes() if path.is_file() else b""  # opening a pipe would never return
    if len(secret) != 32:
        secret = secrets.token_bytes(32)
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(secret)
    return secret
