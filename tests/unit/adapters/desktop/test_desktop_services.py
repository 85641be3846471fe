"""A desktop that doesn't answer doesn't stop the work that it is told about."""

import asyncio

import pytest

from vidu_desktop.adapters.desktop.keep_awake import KeepAwake
from vidu_desktop.adapters.desktop.notifications import DesktopNotifications
from vidu_desktop.adapters.desktop.session_bus import has_session_bus


@pytest.fixture(params=["", "unix:path=/nowhere/bus"])
def silent_bus(request, monkeypatch):
    """Set no session bus at all, or the address of one that is gone."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", request.param)
    return request.param


def test_without_a_service_there_are_no_abilities_and_words_go_nowhere(silent_bus):
    async def story() -> None:
        notifications = DesktopNotifications()
        assert await notifications.abilities() is None
        await notifications.show("Done", "A fox")
        await notifications.withdraw()
        await notifications.close()

    asyncio.run(story())


def test_without_a_bus_nobody_is_asked_to_keep_the_machine_awake(monkeypatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert not has_session_bus()
    machine = KeepAwake()
    machine.hold()
    machine.release()
    machine.close()
