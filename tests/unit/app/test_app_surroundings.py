"""What the window learns about the machine, and what it remembers."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtNetwork import QNetworkInformation

from vidu_desktop.adapters.disk.lease import Lease
from vidu_desktop.adapters.records.availability_check import availability_of
from vidu_desktop.app.network import NetworkWatch, addresses_here
from vidu_desktop.app.window_state import remember_sound, remembered_sound
from vidu_desktop.domain.availability import Availability

Reachability = QNetworkInformation.Reachability


@pytest.fixture
def network(qapp):
    here = {"now": frozenset({"10.0.0.7"})}
    watch = NetworkWatch(addresses=lambda: here["now"])
    watch._known = here["now"]
    changes: list[bool] = []
    watch.changed.connect(lambda: changes.append(True))

    def turns(*addresses: str) -> int:
        here["now"] = frozenset(addresses)
        before = len(changes)
        watch.look()
        return len(changes) - before

    yield watch, changes, turns
    watch.deleteLater()


def test_a_new_address_is_another_network(network):
    _watch, _changes, turns = network
    assert turns("10.0.0.7") == 0
    assert turns() == 0  # the cable is unplugged: nothing to do yet
    assert turns("10.0.0.7") == 1
    assert turns("10.0.0.7", "192.168.1.2") == 1
    assert turns("10.0.0.7") == 0


def test_the_systems_word_counts_when_the_network_comes_back(network):
    watch, changes, _turns = network
    for reachability in (Reachability.Online, Reachability.Unknown, Reachability.Disconnected):
        watch.hear(reachability)
    assert changes == []
    watch.hear(Reachability.Site)
    watch.hear(Reachability.Online)
    assert changes == [True]


def test_the_loopback_is_no_network():
    assert "127.0.0.1" not in addresses_here()


@pytest.mark.parametrize(("volume", "muted"), [(0.0, True), (0.35, False), (1.0, False)])
def test_the_sound_comes_back_as_it_was(tmp_path, volume, muted):
    path = str(tmp_path / "window.ini")
    memory = QSettings(path, QSettings.Format.IniFormat)
    remember_sound(memory, volume, muted)
    memory.sync()
    assert remembered_sound(QSettings(path, QSettings.Format.IniFormat)) == (volume, muted)


@pytest.mark.parametrize("damaged", ["loud", "7", "-1", "nan", ""])
def test_a_damaged_memory_is_as_good_as_none(tmp_path, damaged):
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    usual = remembered_sound(memory)
    memory.setValue("player/volume", damaged)
    assert remembered_sound(memory) == usual


def test_a_library_is_gone_only_if_it_was_there(tmp_path, monkeypatch):
    root = tmp_path / "library"
    lease = Lease(root, tmp_path / "installation")
    assert availability_of(root, lease, known=False) is Availability.THERE
    assert availability_of(root, lease, known=True) is Availability.GONE
    root.mkdir()
    assert availability_of(root, lease, known=True) is Availability.THERE
    # Patched, since the user who runs this test may be allowed to write anywhere.
    monkeypatch.setattr("os.access", lambda *_: False)
    assert availability_of(root, lease, known=True) is Availability.READ_ONLY
