"""Runs a program and strikes it at a system call that leaves a trace: the n-th write, sync, rename, send and the like.

    python stopper.py '{"home": "...", "report": "...", "at": ["fsync", "data/orders.jsonl", 2]}' COMMAND...

It traces every thread and every child of the command (with ptrace, and a seccomp filter so that no other call costs
anything). Over all of them it counts the calls that change files below `home` or send over a network. Before the call
`at` (call, file, its number among equal ones) is made, `whom` is struck: `all` with SIGKILL (the whole process group,
as kill -9 of a session does), `helper` with SIGKILL (the helper process that makes the call; the program goes on), `term`
with SIGTERM (the program alone), `call` (the call isn't made and fails, once, as with a bad sector: EIO, or a connection
that broke: ECONNRESET), or `disk` (from then on each such call below `home` fails, and the twelfth is the end: SIGKILL to
all). Without `at` nothing is struck. The report is JSON: every counted call, and
which one was struck. strace's injection counts in each thread separately, so it can't name such a point.

`durable` is a folder, into which it writes what a power cut at that moment would leave of `home`; see `durable.py`,
also for `by_folder`. Runs on Linux on x86-64 and 64 bit ARM.
"""

import ctypes
import errno
import json
import os
import platform
import re
import signal
import struct
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))  # the folder of the tests' packages, for a run as a script

from faults.kill_points.durable import Durable

# Numbers of the kernel's interface, by architecture: (audit architecture, call -> number).
_X86_64 = {
    "write": 1, "pwrite64": 18, "writev": 20, "sendfile": 40, "sendto": 44, "sendmsg": 46, "fsync": 74,
    "fdatasync": 75, "truncate": 76, "ftruncate": 77, "rename": 82, "mkdir": 83, "rmdir": 84, "link": 86,
    "unlink": 87, "openat": 257, "mkdirat": 258, "unlinkat": 263, "renameat": 264, "linkat": 265,
    "pwritev": 296, "renameat2": 316, "copy_file_range": 326,
}  # fmt: skip
_AARCH64 = {
    "mkdirat": 34, "unlinkat": 35, "linkat": 37, "renameat": 38, "truncate": 45, "ftruncate": 46, "openat": 56,
    "write": 64, "writev": 66, "pwrite64": 68, "pwritev": 70, "sendfile": 71, "fsync": 82, "fdatasync": 83,
    "sendto": 206, "sendmsg": 211, "renameat2": 276, "copy_file_range": 285,
}  # fmt: skip
_MACHINES = {"x86_64": (0xC000003E, _X86_64), "aarch64": (0xC00000B7, _AARCH64)}

_SYNCS = ("fsync", "fdatasync")
_SENDS = ("sendto", "sendmsg")
_FD_AT = {"copy_file_range": 2}
"""The argument with the file that is written to, where it isn't the first."""
_PATH_AT = {
    "openat": 1,
    "mkdirat": 1,
    "unlinkat": 1,
    "renameat": 3,
    "renameat2": 3,
    "linkat": 3,
    "rename": 1,
    "link": 1,
}
"""The argument with the path that changes; 0 for the other calls that take a path."""
_PATH_CALLS = (*_PATH_AT, "mkdir", "rmdir", "unlink", "truncate")

_RANDOM = [
    re.compile(pattern)
    for pattern in (
        r"[0-9a-f]{32,64}",
        r"(?<=/)[0-9a-f]{12}(?=\.)",
        r"(?<=/\.)[0-9a-f]{12}(?=\.)",
        r"(?<=\.)[0-9a-f]{8}(?=\.)",
        r"\b\d{4}-\d\d-\d\d",
        r"\b\d{4}(?=/|$)",
        r"(?<=[_-])[a-z2-7]{8}(?=\.)",
        r"(?<=/)[0-9a-f]{2}(?=/|$)",
        r"(?<=[.-])\d+(?=\.|$)",
    )
]

_TRACEME, _CONT, _GETREGS, _SETREGS, _SYSCALL, _SETOPTIONS, _GET_SYSCALL_INFO = (
    0,
    7,
    12,
    13,
    24,
    0x4200,
    0x420E,
)
_FAILS_MOST = 11
"""How many more calls fail on a disk that has gone bad; one that waits for its return would wait for ever."""
_REGISTERS, _RAX, _ORIG_RAX = 27, 10, 15
"""How many registers x86-64 has in ptrace's order, and where the result and the number of a call stand."""
_OPTIONS = 0x1 | 0x2 | 0x4 | 0x8 | 0x10 | 0x80 | 0x100000
"""Options of ptrace: mark stops at system calls, follow fork, vfork, clone and exec, report stops by seccomp, kill everything
when the tracer ends.
"""
_EVENT_SECCOMP = 7
_SECCOMP_INFO_BYTES = 88
_WALL = 0x40000000
_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
_libc.ptrace.restype = ctypes.c_long


@dataclass(frozen=True, kw_only=True)
class Call:
    """A system call that counts: number `nth` (from 1) of its kind on `what`. `what` is the file below home with its random
    parts blanked, or `network`. `at_s` is on the system's monotonic clock.
    """

    call: str
    what: str
    nth: int
    helper: bool
    at_s: float


@dataclass(kw_only=True)
class Order:
    home: str
    report: str
    at: tuple[str, str, int] | None = None
    past: int | None = None
    """Instead of `at`: strike before the first call after this many counted ones that isn't one of `but`."""
    but: tuple[str, ...] = ()
    whom: str = "all"
    durable: str | None = None
    by_folder: bool = False


@dataclass(kw_only=True)
class Report:
    exit_code: int | None = None
    struck: Call | None = None
    seconds_after: float | None = None
    """The time from the strike to the end of the program."""
    calls: list[Call] = field(default_factory=list)


def _ptrace(request: int, pid: int, address: int = 0, data: object = 0) -> int:
    answer = _libc.ptrace(request, pid, address, data)
    if answer < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return int(answer)


def _filter(arch: int, numbers: list[int], opens: int) -> bytes:
    """Return a BPF program that reports these calls to the tracer and lets all others pass, and `openat` of a file that is
    neither made nor emptied: a program that loads its modules opens thousands.
    """
    load, jump_if_equal, jump_if_any, give = 0x20, 0x15, 0x45, 0x06
    allow, tell = 0x7FFF0000, 0x7FF00000
    flags_at, others = 32, [number for number in numbers if number != opens]
    lines = [(load, 0, 0, 4), (jump_if_equal, 0, len(others) + 4, arch), (load, 0, 0, 0)]
    for index, number in enumerate(others):
        lines.append((jump_if_equal, len(others) - index + 3, 0, number))
    lines += [
        (jump_if_equal, 0, 2, opens),
        (load, 0, 0, flags_at),
        (jump_if_any, 1, 0, os.O_CREAT | os.O_TRUNC),
    ]
    lines += [(give, 0, 0, allow), (give, 0, 0, tell)]
    return b"".join(struct.pack("HBBI", *line) for line in lines)


def _be_traced(arch: int, numbers: list[int], opens: int) -> None:
    """Ask to be traced; called in the child."""
    os.setpgid(0, 0)
    _ptrace(_TRACEME, 0)
    os.kill(os.getpid(), signal.SIGSTOP)
    program = _filter(arch, numbers, opens)
    buffer = ctypes.create_string_buffer(program, len(program))
    described = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(buffer))
    no_new_privileges, set_seccomp, mode_filter = 38, 22, 2
    if _libc.prctl(no_new_privileges, 1, 0, 0, 0) or _libc.prctl(set_seccomp, mode_filter, described, 0, 0):
        os._exit(96)


class Stopper:
    def __init__(self, order: Order, numbers: dict[str, int]) -> None:
        self._order = order
        self._home = os.path.realpath(order.home)
        self._names = {number: name for name, number in numbers.items()}
        self._report = Report()
        self._durable = (
            Durable(Path(self._home), Path(order.durable), by_folder=order.by_folder)
            if order.durable
            else None
        )
        self._syncing: dict[int, Path] = {}
        self._known: set[int] = set()
        self._counts: Counter[tuple[str, str]] = Counter()
        self._main = 0
        self._failed = 0

    def run(self, child: int) -> int:
        self._main = child
        os.waitpid(child, _WALL)
        _ptrace(_SETOPTIONS, child, 0, _OPTIONS)
        self._known.add(child)
        _ptrace(_CONT, child)
        try:
            while self._report.exit_code is None:
                self._next()
        finally:
            # What the program left running is killed with it, as at the end of a session.
            self._strike(-self._main, signal.SIGKILL)
            Path(self._order.report).write_text(json.dumps(asdict(self._report)))
        return 0

    def _next(self) -> None:
        pid, status = os.waitpid(-1, _WALL)
        if not os.WIFSTOPPED(status):
            if pid == self._main:
                self._report.exit_code = os.waitstatus_to_exitcode(status)
                if self._report.struck:
                    self._report.seconds_after = time.monotonic() - self._report.struck.at_s
            return
        try:
            self._go_on(pid, os.WSTOPSIG(status), status >> 16)
        except OSError as error:  # killed meanwhile: the process and its files below /proc are gone
            if self._report.struck is None and not isinstance(error, ProcessLookupError):
                raise

    def _go_on(self, pid: int, number: int, event: int) -> None:
        how, pass_on = _CONT, 0
        if event == _EVENT_SECCOMP:
            how = self._look_at(pid)
        elif number == signal.SIGTRAP | 0x80:  # a sync has returned
            synced = self._syncing.pop(pid, None)
            if synced is not None and self._durable is not None:
                self._durable.synced(synced)
        elif event == 0:
            if number == signal.SIGSTOP and pid not in self._known:
                self._known.add(pid)
            elif number != signal.SIGTRAP:
                pass_on = number
        _ptrace(how, pid, 0, pass_on)

    def _look_at(self, pid: int) -> int:
        """Count the call that is about to be made, and strike if it is the right one; return how to continue."""
        buffer = ctypes.create_string_buffer(_SECCOMP_INFO_BYTES)
        _ptrace(_GET_SYSCALL_INFO, pid, _SECCOMP_INFO_BYTES, buffer)
        number, *arguments = struct.unpack_from("7Q", buffer, 24)
        name = self._names[number]
        path = self._touched(pid, name, arguments)
        if path is None:
            return _CONT
        owner = self._owner(pid)
        helper = owner != self._main
        what = self._kind_of(path)
        self._counts[name, what] += 1
        nth = self._counts[name, what]
        call = Call(call=name, what=what, nth=nth, helper=helper, at_s=time.monotonic())
        self._report.calls.append(call)
        if self._report.struck is None and self._is_the_one(call):
            self._report.struck = call
            if self._order.whom not in ("call", "disk"):
                self._strike_now(owner)
            elif self._order.whom == "call" or path != "network":
                _let_fail(pid, errno.ECONNRESET if path == "network" else errno.EIO)
                return _CONT
        elif self._report.struck and self._order.whom == "disk" and path != "network":
            self._failed += 1
            if self._failed < _FAILS_MOST:
                _let_fail(pid, errno.EIO)
                return _CONT
            self._strike(-self._main, signal.SIGKILL)
        if self._durable is not None and name in _SYNCS:
            self._durable.syncing(Path(f"/proc/{pid}/fd/{arguments[0]}"))
            self._syncing[pid] = Path(f"/proc/{pid}/fd/{arguments[0]}")
            return _SYSCALL
        return _CONT

    def _is_the_one(self, call: Call) -> bool:
        if self._order.past is not None:
            return len(self._report.calls) > self._order.past and call.call not in self._order.but
        return self._order.at is not None and [call.call, call.what, call.nth] == list(self._order.at)

    def _strike_now(self, owner: int) -> None:
        if self._order.whom == "term":
            self._strike(self._main, signal.SIGTERM)
        elif self._order.whom == "helper":
            self._strike(owner, signal.SIGKILL)
        else:
            if self._durable is not None:
                self._durable.power_cut()
            self._strike(-self._main, signal.SIGKILL)

    def _touched(self, pid: int, name: str, arguments: list[int]) -> str | None:
        """Return what the call changes: a path below home, or `network`; None for a call that doesn't count."""
        if name in _PATH_CALLS:
            changes = name != "openat" or arguments[2] & (os.O_CREAT | os.O_TRUNC)
            path = _text_at(pid, arguments[_PATH_AT.get(name, 0)]) if changes else ""
            return path if path.startswith(self._home + os.sep) else None
        try:
            path = str(Path(f"/proc/{pid}/fd/{arguments[_FD_AT.get(name, 0)]}").readlink())
        except OSError:
            return None
        if name in _SENDS or (name == "write" and path.startswith("socket:")):
            return "network" if _is_tcp(pid, path) else None
        return path if path.startswith(self._home) else None

    def _kind_of(self, path: str) -> str:
        """Return the path without what differs from run to run: ids, hashes, dates, process numbers."""
        inside = path.removeprefix(self._home).lstrip(os.sep)
        for pattern in _RANDOM:
            inside = pattern.sub("#", inside)
        return inside

    @staticmethod
    @cache
    def _owner(pid: int) -> int:
        """Return the process to which a thread belongs."""
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("Tgid:"):
                return int(line.split()[1])
        return pid

    def _strike(self, pid: int, number: int) -> None:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            return


def _let_fail(pid: int, error: int) -> None:
    """Skip the call that a thread is about to make; it returns the error."""
    registers = (ctypes.c_ulonglong * _REGISTERS)()
    _ptrace(_GETREGS, pid, 0, registers)
    registers[_ORIG_RAX] = (1 << 64) - 1
    registers[_RAX] = (1 << 64) - error
    _ptrace(_SETREGS, pid, 0, registers)


def _text_at(pid: int, address: int) -> str:
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        memory.seek(address)
        data = b""
        while b"\0" not in data and len(data) < 4096:
            piece = memory.read(256 - (address + len(data)) % 256)  # never across the end of a page
            if not piece:
                break
            data += piece
    return os.fsdecode(data.split(b"\0")[0])


@cache  # a socket stays what it is, and listing all sockets takes the kernel milliseconds
def _is_tcp(pid: int, link: str) -> bool:
    inode = link.removeprefix("socket:[").removesuffix("]")
    for table in ("tcp", "tcp6"):
        path = Path(f"/proc/{pid}/net/{table}")
        if path.exists() and any(line.split()[9] == inode for line in path.read_text().splitlines()[1:]):
            return True
    return False


def strike(order: Order, become: Callable[[], object]) -> int:
    """Fork a child that is traced while it turns into the program to be struck."""
    arch, numbers = _MACHINES[platform.machine()]
    child = os.fork()
    if child == 0:
        _be_traced(arch, sorted(numbers.values()), numbers["openat"])
        become()
        os._exit(97)
    return Stopper(order, numbers).run(child)


def main() -> int:
    command = sys.argv[2:]
    return strike(Order(**json.loads(sys.argv[1])), lambda: os.execvp(command[0], command))


if __name__ == "__main__":
    sys.exit(main())
