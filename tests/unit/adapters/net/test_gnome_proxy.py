"""GNOME's own settings, for desktops without the portal. What `gsettings` prints is made up."""

import os
import stat
import sys
from pathlib import Path

import pytest

from vidu_desktop.adapters.net.gnome_proxy import ask_desktop, ask_gnome, proxies_in
from vidu_desktop.adapters.net.proxies import PortalSilent, Proxies, ProxyUnusable

URL = "https://api.test/"
NO_HURRY_S = 3600.0
AS_INSTALLED = {
    "autoconfig-url": "''",
    "ignore-hosts": "['localhost', '127.0.0.0/8', '::1']",
    "mode": "'none'",
    "use-same-proxy": "true",
    "http host": "''",
    "http port": "8080",
    "http use-authentication": "false",
    "http authentication-user": "''",
    "http authentication-password": "''",
    "https host": "''",
    "https port": "0",
    "socks host": "''",
    "socks port": "0",
}


def printed(**changes: str) -> str:
    """Return the listing with these changes; `https_host` names the key `host` of `https`."""
    told = AS_INSTALLED | {
        (name.replace("_", " ", 1) if name.startswith(("http", "socks")) else name).replace("_", "-"): text
        for name, text in changes.items()
    }
    lines = []
    for name, text in told.items():
        kind, _, key = name.rpartition(" ")
        lines.append(f"org.gnome.system.proxy{'.' if kind else ''}{kind} {key} {text}\n")
    return "".join(lines)


BY_HAND = {"mode": "'manual'", "https_host": "'desk.test'", "https_port": "3128"}


@pytest.mark.parametrize(
    ("changes", "proxies"),
    [
        ({}, ("direct://",)),
        ({"mode": "'none'", "https_host": "'desk.test'"}, ("direct://",)),
        (BY_HAND, ("http://desk.test:3128",)),
        (BY_HAND | {"socks_host": "'other.test'", "socks_port": "1080"}, ("http://desk.test:3128",)),
        ({"mode": "'manual'", "socks_host": "'desk.test'", "socks_port": "1080"}, ("socks5h://desk.test:1080",)),
        ({"mode": "'manual'", "http_host": "'desk.test'"}, ("http://desk.test:8080",)),
        ({"mode": "'manual'", "http_host": "'desk.test'", "use_same_proxy": "false"}, ("direct://",)),
        ({"mode": "'manual'"}, ("direct://",)),
        ({"mode": "'manual'", "https_host": "'fd00::7'", "https_port": "3128"}, ("http://[fd00::7]:3128",)),
        (
            {
                "mode": "'manual'",
                "http_host": '"desk.test"',
                "http_use-authentication": "true",
                "http_authentication-user": "'me'",
                "http_authentication-password": '"it\'s:@"',
            },
            ("http://me:it%27s%3A%40@desk.test:8080",),
        ),
        (
            {
                "mode": "'manual'",
                "http_host": "'desk.test'",
                "http_use-authentication": "true",
                "http_authentication-user": "'false'",
                "http_authentication-password": "'construed'",
            },
            ("http://false:construed@desk.test:8080",),
        ),
        (BY_HAND | {"ignore_hosts": "@as []"}, ("http://desk.test:3128",)),
        (BY_HAND | {"ignore_hosts": "['api.tes', 'i.test', '']"}, ("http://desk.test:3128",)),
        (BY_HAND | {"ignore_hosts": "['API.test']"}, ("direct://",)),
        (BY_HAND | {"ignore_hosts": "['*.test']"}, ("direct://",)),
        (BY_HAND | {"ignore_hosts": "['test']"}, ("direct://",)),
    ],
)  # fmt: skip
def test_the_settings_are_read_as_gnome_means_them(changes: dict[str, str], proxies: tuple[str, ...]) -> None:
    assert proxies_in(printed(**changes), URL) == proxies


def test_ranges_of_addresses_are_left_out() -> None:
    told = printed(**BY_HAND, ignore_hosts="['10.0.0.0/8', '[fd00::1]']")
    assert proxies_in(told, "https://10.2.3.4/") == proxies_in(told, "https://[fd00::1]/") == ("direct://",)
    assert proxies_in(told, "https://11.2.3.4/") == ("http://desk.test:3128",)


@pytest.mark.parametrize("changes", [{"mode": "'auto'"}, BY_HAND | {"https_port": "0"}])
def test_nothing_goes_past_a_proxy_that_cant_be_used(changes: dict[str, str]) -> None:
    with pytest.raises(ProxyUnusable):
        Proxies(portal=lambda url: proxies_in(printed(**changes), url)).proxy_for("https", "api.test")


@pytest.mark.parametrize("told", ["", "nonsense", printed(mode="'sideways'"), printed(mode="[[[")])
def test_settings_that_cant_be_read_are_no_leave_to_go_directly(told: str) -> None:
    with pytest.raises(PortalSilent):
        proxies_in(told, URL)


def program(folder: Path, script: str) -> None:
    path = folder / "gsettings"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.mark.skipif(sys.platform != "linux", reason="GNOME's settings are Linux's")
def test_the_desktops_program_is_asked_where_there_is_no_portal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    assert ask_desktop(URL, NO_HURRY_S) == (), "no such program"
    program(tmp_path, f'echo "{printed(**BY_HAND)}"')
    assert ask_desktop(URL, NO_HURRY_S) == ("http://desk.test:3128",)
    program(tmp_path, "echo 'No such schema' >&2; exit 1")
    assert ask_gnome(URL, NO_HURRY_S) == ()
    program(tmp_path, "exit 127")
    with pytest.raises(PortalSilent):
        ask_gnome(URL, NO_HURRY_S)
