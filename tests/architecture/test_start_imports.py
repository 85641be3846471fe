"""Limits what is imported before the first paint, measured in a fresh Python that imports as a start of the program does."""

import json
import subprocess
import sys

import pytest

# Each of these takes 60 to 180 ms to import.
HEAVY = {
    "httpx",
    "av",
    "keyring",
    "PySide6.QtMultimedia",
    "uvicorn",
    "starlette",
    "PIL",
    "numpy",
    "rich",
}
STAGES = (
    "vidu_desktop.__main__",
    "vidu_desktop.app",  # now the bare window is shown
    "vidu_desktop.app.panes",  # now the panes are painted
    "vidu_desktop.app.run",
    "httpx",
)
ASK = """
import builtins, importlib, json, sys
plain, loaded = builtins.__import__, {}
for stage in sys.argv[1:]:
    importlib.import_module(stage)
    loaded[stage] = sorted(sys.modules)
print(json.dumps([loaded, builtins.__import__ is plain]))
"""
ASK_PAINTED = """
import json, sys
import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets
from vidu_desktop.app import FUSION, MainWindow, QApplication, memory_in, resolve_paths
from PySide6.QtWidgets import QTabBar
from vidu_desktop.adapters.desktop.settings_file import SettingsFile
from vidu_desktop.app.os_signals import SystemSignals
from vidu_desktop.app.panes import Panes
from vidu_desktop.domain.settings import Settings
from vidu_desktop.ui.look.look import Look
application = QApplication([*sys.argv[:1], *FUSION])
paths = resolve_paths(sys.argv[1])
memory = memory_in(paths.config_dir)
main = MainWindow(memory)
look = Look(application, styled=False)
panes = Panes(look, memory, main, paths, Settings())
panes.begin()
look.apply_style()
main.show()
main.repaint()
libraries = (PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets)
made = [sorted(vars(one)) for one in libraries]
front = [bar.tabText(bar.currentIndex()) for bar in main.findChildren(QTabBar)]
print("the library in front" if "Library" in front else "the queue in front")
print(json.dumps(sorted(sys.modules)))
application.setStyleSheet("")
print(json.dumps([application.style().objectName(), *(name for one in made for name in one)]))
main.show_library()
main.save_layout()
memory.sync()
"""
ASK_STEPS = """
import importlib, json, sys
import vidu_desktop.app.panes
from vidu_desktop.app.opening import AHEAD
brought = []
for name in (*AHEAD, "vidu_desktop.app.run"):
    before = len(sys.modules)
    importlib.import_module(name)
    brought.append((name, len(sys.modules) - before))
print(json.dumps(brought))
"""
MOST_PAINTED = 123
MOST_IN_A_STEP = 80
Start = tuple[dict[str, set[str]], bool]


@pytest.fixture(scope="module")
def start() -> Start:
    """The modules that are loaded after each stage, and whether Python's own import function is in place at the end."""
    answer = subprocess.run([sys.executable, "-c", ASK, *STAGES], capture_output=True, text=True, check=True)
    loaded, plain = json.loads(answer.stdout)
    return {stage: set(names) for stage, names in loaded.items()}, plain


@pytest.fixture(scope="module", params=["the queue in front", "the library in front"])
def first_paint(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[set[str], list[str]]:
    """What is there when the window has been built, shown and painted: the modules that are loaded, the name of the style,
    and the names of Qt's classes that PySide has made.
    """
    words = [sys.executable, "-c", ASK_PAINTED, str(tmp_path_factory.mktemp("home"))]
    answers = [
        subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()
        for _ in range(2)
    ]
    shown, loaded, made = answers[0 if request.param == "the queue in front" else 1]
    assert shown == request.param
    return set(json.loads(loaded)), json.loads(made)


@pytest.fixture(scope="module")
def painted(first_paint: tuple[set[str], list[str]]) -> set[str]:
    """The modules that are loaded when the window has been built, shown and painted."""
    return first_paint[0]


def rooms(names: set[str]) -> set[str]:
    """Return the rooms of the program to which these modules belong."""
    return {name.split(".")[1] for name in names if name.startswith("vidu_desktop.")}


@pytest.mark.parametrize("stage", STAGES[:-1])
def test_the_way_to_the_window_imports_nothing_heavy(start: Start, stage: str) -> None:
    assert start[0][stage] & HEAVY == set()


def test_a_heavy_import_would_be_seen(start: Start) -> None:
    assert "httpx" in start[0]["httpx"] & HEAVY


def test_the_window_is_started_without_the_grammar_of_the_commands(start: Start) -> None:
    assert "cli" not in rooms(start[0]["vidu_desktop.app.run"])


def test_the_frame_is_shown_before_the_panes_are_imported(start: Start) -> None:
    loaded = start[0]["vidu_desktop.app"]
    assert "vidu_desktop.ui.main_window" in loaded
    assert not loaded & {"vidu_desktop.ui.compose", "vidu_desktop.ui.look.look", "PySide6.QtSvg"}


def test_the_panes_are_painted_before_what_works_behind_them_is_imported(start: Start) -> None:
    # asyncio and qasync take 40 ms, everything else together 300: more than the panes.
    loaded = start[0]["vidu_desktop.app.panes"]
    assert "vidu_desktop.ui.compose" in loaded
    assert rooms(loaded) & {"engine", "library", "batch", "rehearsal", "wiring", "cli"} == set()
    assert not loaded & {"asyncio", "qasync", "sqlite3", "ssl"}


def test_only_what_is_seen_first_is_imported_before_it_is_painted(painted: set[str]) -> None:
    # The player behind the empty stage, the queue before its jobs are read, and the library took a fifth of
    # the first paint.
    rooms_later = tuple(
        f"vidu_desktop.ui.{room}." for room in ("queue", "library", "compare", "player", "dialogs")
    )
    assert {name for name in painted if name.startswith(rooms_later)} == {
        "vidu_desktop.ui.player.empty_stage"
    }
    assert {
        name for name in painted if name.startswith("vidu_desktop.ui.tabs.") and name.endswith("_tab")
    } == {
        "vidu_desktop.ui.tabs.mode_tab",
        "vidu_desktop.ui.tabs.image_tab",
    }
    # The menus of presets and shelf, the grid of many pictures, which has the names of all styles, and the
    # values of videos.
    assert not painted & {
        f"vidu_desktop.ui.widgets.{name}" for name in ("preset_menu", "shelf_menu", "picture_grid")
    }
    assert not painted & {
        f"vidu_desktop.domain.{name}" for name in ("clip", "film", "frames", "library_query")
    }


def test_the_first_paint_does_not_grow_by_many_modules(painted: set[str]) -> None:
    # Each module takes a third of a millisecond on the machine of the published figures; there used to be
    # 192.
    assert "vidu_desktop.ui.menu_bar" in painted
    assert len([name for name in painted if name.startswith("vidu_desktop.")]) <= MOST_PAINTED


def test_the_first_paint_makes_no_class_of_qt_that_it_does_not_use(
    first_paint: tuple[set[str], list[str]],
) -> None:
    # PySide makes a class with all its enums when it is first named. These cost a tenth of a bare window: those of the
    # styles, of gradients, of file dialogs, and of lists.
    style, *made = first_paint[1]
    assert style == "fusion"
    assert "QPushButton" in made
    unused = {"QStyle", "QGradient", "QFileDialog", "QAbstractItemView", "QCompleter", "QUrl", "QIODevice"}
    assert set(made) & unused == set()


def test_the_window_answers_between_small_steps_of_the_rest() -> None:
    # A step takes about ten milliseconds on the machine of the published figures; all steps at once take 250.
    answer = subprocess.run([sys.executable, "-c", ASK_STEPS], capture_output=True, text=True, check=True)
    *steps, (run, left) = json.loads(answer.stdout)
    assert (run, left) == ("vidu_desktop.app.run", 0)  # no step is missing
    assert [(name, count) for name, count in steps if not 0 < count <= MOST_IN_A_STEP] == []


def test_what_somebody_opens_is_imported_behind_the_start(start: Start) -> None:
    loaded = start[0]["vidu_desktop.app.run"]
    later = ("vidu_desktop.ui.dialogs.", "vidu_desktop.ui.compare.", "importlib.metadata")
    assert {name for name in loaded if name.startswith(later)} == set()


def test_presses_are_answered_without_a_parser_of_pages_or_of_letters_dates(start: Start) -> None:
    # They take 8 ms, and only text pasted into a sheet and dates in answers need them.
    assert not start[0]["vidu_desktop.app.run"] & {"html.parser", "email.utils"}


def test_the_first_paint_needs_neither_cryptography_nor_a_parser_of_pages(painted: set[str]) -> None:
    # OpenSSL for a hash, and the check of the platform in `uuid`, took 10 ms; an HTML parser took 5, the
    # names of characters 1.
    assert not painted & {
        "hashlib",
        "uuid",
        "platform",
        "socket",
        "html.parser",
        "html.entities",
        "fractions",
    }


def test_the_source_of_our_modules_is_not_read_again_when_they_are_imported(start: Start) -> None:
    # PySide6's import function reads the source, to look for snake_case names; that took a quarter of the
    # start.
    assert start[1]
