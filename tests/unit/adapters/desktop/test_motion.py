"""Whether the desktop asks for less motion, in each of the ways in which desktops do."""

import pytest

from vidu_desktop.adapters.desktop.motion import ask_desktop, wants_less_motion


@pytest.mark.parametrize(
    ("settings", "less"),
    [
        ({}, False),
        ({"reduced-motion": 1}, True),
        ({"reduced-motion": 0, "enable-animations": True}, False),
        ({"enable-animations": False}, True),
        ({"AnimationDurationFactor": "0"}, True),
        ({"AnimationDurationFactor": "0.5"}, False),
    ],
)
def test_each_desktop_is_understood(settings, less) -> None:
    assert wants_less_motion(lambda _place, key: settings.get(key)) is less


@pytest.mark.parametrize("bus", ["", "unix:path=/nowhere/bus", "no address at all"])
def test_without_a_desktop_nothing_is_said(monkeypatch, bus: str) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    assert ask_desktop("org.gnome.desktop.interface", "enable-animations") is None
