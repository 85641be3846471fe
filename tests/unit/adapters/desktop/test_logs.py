"""The log redacts, rotates, and never raises."""

import logging
import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from vidu_desktop.adapters.desktop.logs import LOG_MOST_BYTES, Logs, redact

KEY = "0123456789abcdef0123456789abcdef.AbCdEfGhIjKlMnOp"


@pytest.fixture
def log_path(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "vidu-desktop.log"


@pytest.fixture
def logs(log_path: Path) -> Iterator[Logs]:
    logs = Logs(log_path, logging.DEBUG)
    yield logs
    logs.close()


@pytest.mark.parametrize(
    "text",
    [
        f"Authorization: Bearer {KEY}",
        f"{{'Authorization': 'Bearer {KEY}'}}",
        f"(b'authorization', b'Bearer {KEY}')",
        f"headers={{'authorization': 'canary'}} Bearer {KEY}",
        f"api_key={KEY}",
        f'"apiKey": "{KEY}"',
        f"key is {KEY}.",
        "Authorization: canary",
        "'X-Api-Key': 'canary-text'",
        "Proxy-Authorization: Basic canary=",
        "GET https://files.example/v.mp4?Expires=1&Signature=canary HTTP/1.1",
        "GET /v.mp4?Signature=canary",
        "http://user:canary@proxy.example:8080",
        "url='https://files.example/v.mp4#canary'",
        "image_url: data:image/png;base64,canaryAAAA+/==",
        "sk-canarycanarycanary",
        "password=canary",
        "Cookie: canary=1",
    ],
)
def test_secrets_are_taken_out(text: str) -> None:
    found = redact(text)

    assert "canary" not in found
    assert KEY not in found
    assert KEY.partition(".")[2] not in found


@pytest.mark.parametrize(
    "text",
    [
        "job 3f2a is WAITING, next poll in 4.2 s",
        "https://api.z.ai/api/paas/v4/videos/generations answered 429",
        "sha256 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "the keyring refused: KeyringLocked",
        "/home/person/Videos/2026/11/2026-11-22_a-cat_k3f9q2tz.mp4",
    ],
)
def test_what_helps_stays(text: str) -> None:
    assert redact(text) == text


def test_arguments_tracebacks_and_hidden_texts_are_redacted_too(logs: Logs, log_path: Path) -> None:
    logs.hide("plain-looking")
    log = logging.getLogger("vidu_desktop.test")
    try:
        raise ValueError(f"Bearer {KEY} and plain-looking")
    except ValueError:
        log.exception("it broke at %s", "https://a.example/x?sig=canary", extra={"headers": "canary"})

    text = log_path.read_text("utf-8")
    assert "it broke at https://a.example/x?" in text
    assert "ValueError" in text
    for secret in (KEY, "canary", "plain-looking"):
        assert secret not in text


def test_the_loggers_that_write_addresses_are_quiet_even_at_debug(logs: Logs, log_path: Path) -> None:
    for name in ("httpx", "httpcore.http11", "hpack.hpack"):
        logging.getLogger(name).info("HTTP Request")
    logging.getLogger("vidu_desktop.test").debug("ours")

    assert "HTTP Request" not in log_path.read_text("utf-8")
    assert "ours" in log_path.read_text("utf-8")


def test_the_file_is_private_and_rotates(logs: Logs, log_path: Path) -> None:
    for _ in range(5):
        logging.getLogger("vidu_desktop.test").info("x" * (LOG_MOST_BYTES // 2))

    files = sorted(log_path.parent.iterdir())
    assert len(files) > 1
    assert all(file.stat().st_size <= LOG_MOST_BYTES for file in files)
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in files)


def test_text_that_isnt_unicode_is_written_somehow(logs: Logs, log_path: Path) -> None:
    logging.getLogger("vidu_desktop.test").info("file \udcff.png")

    assert "udcff" in log_path.read_text("utf-8")


def test_a_full_disk_costs_lines_and_nothing_else(log_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The disk is full for this process only: no file may grow."""
    logs = Logs(log_path, logging.DEBUG)
    old_limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    old_signal = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, old_limits[1]))
        for _ in range(50):
            logging.getLogger("vidu_desktop.test").info("x" * 10_000)
        logs.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old_limits)
        signal.signal(signal.SIGXFSZ, old_signal)

    assert log_path.stat().st_size == 0
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("target", ["pipe", "/dev/zero", "a.log"])
def test_what_is_no_file_in_its_place_costs_lines_and_nothing_else(
    log_path: Path, capfd: pytest.CaptureFixture[str], target: str
) -> None:
    log_path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(log_path.with_name("pipe"))
    log_path.symlink_to(target)
    logs = Logs(log_path)
    logging.getLogger("vidu_desktop.test").warning("lost")
    logs.close()

    assert log_path.is_symlink(), "a log that was turned off on purpose stays so"
    assert capfd.readouterr() == ("", "")


def test_a_folder_that_cant_be_made_costs_lines_and_nothing_else(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    logs = Logs(tmp_path / "file" / "a.log")
    logging.getLogger("vidu_desktop.test").warning("lost")
    logs.close()

    assert capfd.readouterr() == ("", "")


def test_closing_leaves_logging_as_it_was(log_path: Path) -> None:
    root = logging.getLogger()
    before = (list(root.handlers), root.level, logging.getLogger("httpx").level)
    logs = Logs(log_path)
    logs.close()
    logs.close()

    assert (list(root.handlers), root.level, logging.getLogger("httpx").level) == before
