"""Two programs at once for one home: never two writers, and a killed one leaves the lock free."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from vidu_desktop.adapters.desktop.instance_lock import Holder, HolderKind, InstanceLock
from vidu_desktop.errors import DiskTrouble

HOLD = """
import sys
from pathlib import Path
from vidu_desktop.adapters.desktop.instance_lock import HolderKind, InstanceLock

lock = InstanceLock(Path(sys.argv[1]))
print("held by", lock.acquire(HolderKind.COMMAND), flush=True)
sys.stdin.read()
"""


@contextmanager
def another_program(lock_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a program that holds the lock until its input is closed."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdin is not None
    assert program.stdout is not None
    try:
        assert program.stdout.readline() == "held by None\n"
        yield program
    finally:
        program.stdin.close()
        program.stdout.close()
        program.wait(60)


@pytest.fixture
def lock_path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "lock"


def test_the_second_program_learns_who_has_the_lock_and_gets_it_afterwards(lock_path: Path) -> None:
    lock = InstanceLock(lock_path)
    with another_program(lock_path) as program:
        assert lock.acquire(HolderKind.WINDOW) == Holder(pid=program.pid, kind=HolderKind.COMMAND)

    assert lock.acquire(HolderKind.WINDOW, wait_s=60) is None
    assert lock.holder() == Holder(pid=os.getpid(), kind=HolderKind.WINDOW)
    lock.release()


def test_after_kill_the_lock_is_free_although_the_note_is_still_there(lock_path: Path) -> None:
    with another_program(lock_path) as program:
        program.send_signal(signal.SIGKILL)
        program.wait(60)
        lock = InstanceLock(lock_path)
        assert lock.holder().pid == program.pid

        assert lock.acquire(HolderKind.WINDOW) is None
        assert lock.holder().pid == os.getpid()
        lock.release()


def test_a_child_that_outlives_the_program_doesnt_hold_the_lock(lock_path: Path) -> None:
    """The helper processes that decode pictures may live a little longer than a killed program."""
    code = HOLD.replace("sys.stdin.read()", "")
    code += (
        "import subprocess; c = subprocess.Popen(['sleep', '60']); print(c.pid, flush=True); sys.stdin.read()"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(lock_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    assert program.stdin is not None
    program.stdout.readline()
    child_pid = int(program.stdout.readline())
    try:
        program.kill()
        program.wait(60)
        lock = InstanceLock(lock_path)
        assert lock.acquire(HolderKind.WINDOW) is None
        lock.release()
    finally:
        os.kill(child_pid, signal.SIGKILL)
        program.stdin.close()
        program.stdout.close()


def test_what_a_kill_left_of_a_note_is_gone_with_the_next_one(
    lock_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as struck:
        struck.setattr(os, "getpid", lambda: 7)
        struck.setattr(Path, "replace", lambda *_: None)
        killed = InstanceLock(lock_path)
        assert killed.acquire(HolderKind.COMMAND) is None
    killed.release()
    assert len(list(lock_path.parent.glob("lock.holder*.part"))) == 1

    lock = InstanceLock(lock_path)
    assert lock.acquire(HolderKind.COMMAND) is None
    assert list(lock_path.parent.glob("lock.holder*.part")) == []
    lock.release()


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b'{"pid": "x"}', b'{"pid": 1, "kind": "cat"}', b"\xff"])
def test_a_broken_note_is_nobody_in_particular(lock_path: Path, note: bytes) -> None:
    with another_program(lock_path):
        lock_path.with_name("lock.holder").write_bytes(note)

        assert InstanceLock(lock_path).acquire(HolderKind.WINDOW) == Holder(pid=0, kind=HolderKind.UNKNOWN)


def test_two_locks_in_one_program_are_two_programs(lock_path: Path) -> None:
    first, second = InstanceLock(lock_path), InstanceLock(lock_path)
    assert first.acquire(HolderKind.WINDOW) is None
    assert second.acquire(HolderKind.COMMAND) is not None
    first.release()
    assert second.acquire(HolderKind.COMMAND) is None
    second.release()
    second.release()


def test_a_folder_that_cant_be_made_is_disk_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(DiskTrouble):
        InstanceLock(tmp_path / "file" / "lock").acquire(HolderKind.WINDOW)


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no flock")
@pytest.mark.parametrize("name", ["ENOLCK", "EINVAL", "ENOTSUP"])
def test_where_files_cannot_be_locked_nobody_gets_the_lock(
    lock_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    import fcntl

    def refused(_descriptor: int, _operation: int) -> None:
        raise OSError(getattr(errno, name), "")

    monkeypatch.setattr(fcntl, "flock", refused)
    with pytest.raises(DiskTrouble, match="Files can't be locked"):
        InstanceLock(lock_path).acquire(HolderKind.WINDOW)


COUNT = """
import sys
from pathlib import Path
from vidu_desktop.adapters.desktop.instance_lock import HolderKind, InstanceLock

folder, guarded = Path(sys.argv[1]), sys.argv[2] == "guarded"
lock = InstanceLock(folder / "lock")
for turn in range(100):
    if guarded:
        assert lock.acquire(HolderKind.COMMAND, wait_s=60) is None
    count = int((folder / "count").read_text())
    if not guarded and turn == 0:
        print("read", flush=True)
        sys.stdin.readline()
    (folder / "part").with_suffix(sys.argv[3]).write_text(str(count + 1))
    (folder / "part").with_suffix(sys.argv[3]).replace(folder / "count")
    if guarded:
        lock.release()
"""


def count_with_two_programs(folder: Path, how: str) -> int:
    (folder / "count").write_text("0")
    with ExitStack() as running:
        programs = [
            running.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", COUNT, str(folder), how, suffix],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for suffix in (".one", ".two")
        ]
        if how == "unguarded":  # nobody keeps the second from reading what the first is about to replace
            assert [program.stdout.readline() for program in programs if program.stdout] == ["read\n"] * 2
        for program in programs:
            program.communicate("\n", timeout=60)
    assert [program.returncode for program in programs] == [0, 0]
    return int((folder / "count").read_text())


def test_two_programs_never_write_at_once(tmp_path: Path) -> None:
    assert count_with_two_programs(tmp_path, "guarded") == 200


def test_without_the_lock_two_programs_lose_each_others_writes(tmp_path: Path) -> None:
    """The negative control."""
    assert count_with_two_programs(tmp_path, "unguarded") < 200
