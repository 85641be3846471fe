"""What a screen reader finds in every window, on the bus that it really uses."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fakes.reader_bus import CAN_RUN, Node, reader_bus
from fakes.virtual_screen import virtual_screen, wait_until

pytestmark = pytest.mark.skipif(
    shutil.which("Xvfb") is None or not CAN_RUN, reason="needs Xvfb, dbus-daemon and at-spi2-core"
)
TESTS_DIR = Path(__file__).parents[1]
NO_ROLE = {"filler", "unknown", "invalid", ""}
_MARKUP = re.compile(r"<\w+[^>]*>|</\w+>|&\w+;")


@pytest.fixture
def nodes(tmp_path: Path) -> list[Node]:
    """Return all that is reported of the main window and of every dialog, which are open together."""
    with (
        virtual_screen(tmp_path) as screen,
        reader_bus(screen.environ()) as (environ, bus),
        subprocess.Popen(
            [sys.executable, "-m", "fakes.shown_windows", tmp_path],
            cwd=TESTS_DIR,
            env=environ,
            stdout=subprocess.PIPE,
            text=True,
        ) as program,
    ):
        try:
            assert program.stdout is not None
            shown = int(program.stdout.readline())
            wait_until(lambda: bus.programs() == 1, "the program on the readers' bus")
            told = list(bus.walk())
        finally:
            program.kill()
    assert sum(not node.inside for node in told) >= shown
    return told


def test_whatever_takes_the_focus_is_named_and_says_what_it_is(nodes: list[Node]) -> None:
    in_reach = [node for node in nodes if node.focusable and node.showing and not _is_empty_cell(node)]
    assert len(in_reach) > len({node.inside[:1] for node in in_reach})
    assert [node for node in in_reach if not node.name.strip()] == []
    assert [node for node in in_reach if node.role in NO_ROLE] == []
    assert [node for node in in_reach if node.description == node.name] == [], "is said twice"
    assert [node for node in nodes if _MARKUP.search(node.name + node.description)] == []
    assert [node.role for node in nodes if not node.inside and not node.name] == []


def _is_empty_cell(node: Node) -> bool:
    return node.role == "cell" and not node.name
