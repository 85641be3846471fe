"""A link opens only the file for which it was signed, and only until its time is over."""

import os
import stat
from pathlib import Path

import pytest

from vidu_desktop.rehearsal.links import Links, LinkState, kept_secret

PATH = "/files/1/video.mp4"


def signed(links: Links, expires: float = 1000.0) -> tuple[str, str]:
    path, _, query = links.sign(PATH, expires).partition("?")
    assert path == PATH
    values = dict(pair.split("=") for pair in query.split("&"))
    return values["Expires"], values["Signature"]


def test_a_link_is_good_until_it_expires() -> None:
    links = Links(b"secret")
    expires, signature = signed(links)

    assert links.state(PATH, expires, signature, 999.9) is LinkState.GOOD
    assert links.state(PATH, expires, signature, 1000.0) is LinkState.SPENT


@pytest.mark.parametrize(
    ("path", "expires", "signature"),
    [
        ("/files/2/video.mp4", None, None),
        (PATH, "2000", None),
        (PATH, "", None),
        (PATH, "-1", None),
        (PATH, "1e9", None),
        (PATH, "٣", None),
        (PATH, "9" * 5000, None),
        (PATH, None, ""),
        (PATH, None, "é"),
        (PATH, None, "0" * 64),
    ],
)
def test_whatever_was_changed_is_forged(path: str, expires: str | None, signature: str | None) -> None:
    links = Links(b"secret")
    right_expires, right_signature = signed(links)
    shown = right_signature if signature is None else signature

    assert (
        links.state(path, expires or right_expires if expires != "" else "", shown, 1.0) is LinkState.FORGED
    )
    assert links.state(PATH, right_expires, right_signature, 1.0) is LinkState.GOOD


def test_another_secret_signs_nothing_for_us() -> None:
    expires, signature = signed(Links(b"theirs"))

    assert Links(b"ours").state(PATH, expires, signature, 1.0) is LinkState.FORGED


def test_the_secret_lives_on_and_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    first = kept_secret(path)

    assert kept_secret(path) == first
    assert len(first) == 32
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_the_place_of_the_secret_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    os.mkfifo(path)

    assert kept_secret(path) == kept_secret(path)
    assert path.is_file()


def test_a_damaged_secret_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b"short")

    assert len(kept_secret(path)) == 32
