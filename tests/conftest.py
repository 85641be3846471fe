"""The fixtures and hooks that every test can rely on."""

import gc
import itertools
import os
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest
from fakes.leftovers import running_timers, tasks_left, threads_left, timer_name, watch_loops
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from vidu_desktop.adapters.disk import own_threads
from vidu_desktop.ui import drives

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A loaded machine is slow, not wrong: only benchmarks measure time. Each run tries the same examples, so that a red test is red
# because of what was changed; `--hypothesis-profile=search` tries others each time.
settings.register_profile(
    "search",
    deadline=None,
    print_blob=True,
    max_examples=2_000,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "ours", settings.get_profile("search"), max_examples=50, derandomize=True, database=None
)
settings.load_profile("ours")
watch_loops()
PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """Waits longer than the usual five seconds before it gives up; nothing takes longer where all is well."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **options: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Let one process compile the tests while the others wait; started side by side, each would compile all of them. The
    garbage collector is off meanwhile, because nothing that is collected is garbage, and looking for it took a seventh of the
    time.
    """
    gc.disable()
    if fcntl is None or "PYTEST_XDIST_WORKER" not in os.environ or sys.dont_write_bytecode:
        return (yield)
    with open(__file__) as turn:  # noqa: PTH123 - a lock, not a file to read
        try:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            fcntl.flock(turn, fcntl.LOCK_SH)
        return (yield)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Refuse tests that are parametrized over a set: its order differs in each process, and then none of these tests is run."""
    for mark in metafunc.definition.iter_markers("parametrize"):
        values = mark.kwargs.get("argvalues", mark.args[-1])
        assert not isinstance(values, set | frozenset), (
            f"{metafunc.definition.nodeid}: sort what it is made of"
        )


def pytest_collection_finish() -> None:
    """Exclude thousands of tests, and all modules, from later searches for garbage: they stay until the end."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Look for garbage on this thread only, as the window does: a timer that is destroyed on another thread crashes Qt."""
    gc.disable()  # a command turns it on
    if gc.get_count()[0] > GARBAGE_MOST:
        gc.collect()


GARBAGE_MOST = 100_000
"""New objects until garbage is looked for: each search takes some hundredths of a second."""
LONG = ("end_to_end", "faults")
"""The folders whose tests start whole programs."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let each process that runs tests begin with its share of the long ones, with those of a file together; otherwise one
    process would still run when the others have nothing left to do. Each process begins with an equal part of the list.
    """
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    shares: list[list[pytest.Item]] = [[] for _ in range(processes)]
    others: list[pytest.Item] = []
    for path, group in itertools.groupby(items, key=lambda item: item.path):
        if any(room in path.parts for room in LONG):
            min(shares, key=len).extend(group)
        else:
            others += group
    ends = [len(items) * (number + 1) // processes for number in range(processes)]
    items[:] = []
    for share, end in zip(shares, ends, strict=True):
        items += share
        room = max(0, end - len(items))
        items += others[:room]
        del others[:room]


def pytest_sessionfinish() -> None:
    """Empty the clipboard: offscreen, Qt frees its content after Python has ended, which crashes the process."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and (app := gui.QGuiApplication.instance()) is not None:
        app.clipboard().clear()


@pytest.fixture(scope="session", autouse=True)
def a_slow_drive_is_no_dead_one() -> None:
    """Let window and library wait longer for a drive than a person would; nothing takes longer where all is well."""
    drives.ANSWERS_WITHIN_S = own_threads.ANSWERS_S = PATIENCE_MS / 1000


@pytest.fixture(scope="module", autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """Check that each file of tests ends its threads. Helpers that several of its tests share live as long as the file."""
    before = set(threading.enumerate())
    yield
    assert threads_left(before) == []


@pytest.fixture(autouse=True)
def no_task_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Check that everything that was started on a loop has ended before the loop is closed."""
    tasks_left()
    yield
    left = tasks_left()
    assert left == [] or request.node.get_closest_marker("leaves_tasks")


@pytest.fixture(autouse=True)
def no_timer_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Check that widgets that are gone have ended their timers."""
    if "qapp" not in request.fixturenames:  # looking through all of Qt's objects takes some milliseconds
        yield
        return
    yield
    left = {key: timer for key, timer in running_timers().items() if key not in _KNOWN_TIMERS}
    _KNOWN_TIMERS.update(left)  # reported once, for the test that left it
    assert [timer_name(timer) for timer in left.values()] == []


_KNOWN_TIMERS: dict[int, Any] = {}


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def set_zone() -> Iterator[Callable[[str], None]]:
    """Return a function that puts the machine into a time zone, named as in POSIX: `LINT-14` is 14 hours ahead of UTC."""
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process can't be set here")
    with pytest.MonkeyPatch.context() as patch:

        def put(zone: str) -> None:
            patch.setenv("TZ", zone)
            time.tzset()

        yield put
    time.tzset()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Write single surrogates in a test's log as escapes: reports go to another process as UTF-8."""
    report = yield
    report.sections = [
        (name, text.encode("utf-8", "backslashreplace").decode()) for name, text in report.sections
    ]
    return report
