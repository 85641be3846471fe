"""What lies in the tabs after a start: what the program before it wrote last, and nothing that can't be read is lost."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fakes.requests import a_request

from vidu_desktop.adapters.desktop.drafts_file import DraftsFile
from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.domain.drafts import Drafts, drafts_to_document
from vidu_desktop.domain.modes import Mode

ASK = """
import sys
from pathlib import Path
import vidu_desktop.app.run as the_run
from vidu_desktop.app import open_window
_, home, drafts, words = sys.argv
def run(*values):
    (panes,) = [one for one in values if type(one).__name__ == "Panes"]
    Path(drafts).write_text(words)
    panes.begin()
    print(panes.compose.current_tab.draft.prompt)
    return 0
the_run.run = run
sys.exit(open_window(home))
"""
"""A start whose home becomes free, once the other program has written, right before it takes it."""


def written(prompt: str) -> str:
    drafts = Drafts(shown_mode=Mode.IMAGE, requests={Mode.IMAGE: a_request(prompt)})
    return json.dumps(drafts_to_document(drafts))


@pytest.mark.parametrize(("another_works", "shown"), [(True, "its last words"), (False, "earlier words")])
def test_a_start_beside_a_program_that_ends_shows_what_that_one_wrote_last(
    tmp_path: Path, another_works: bool, shown: str
) -> None:
    paths = resolve_paths(str(tmp_path / "home"))
    paths.drafts_path.parent.mkdir(parents=True)
    paths.drafts_path.write_text(written("earlier words"))
    if another_works:
        paths.lock_note_path.parent.mkdir(parents=True, exist_ok=True)
        paths.lock_note_path.write_text('{"pid": 1, "kind": "window"}')
    answer = subprocess.run(
        [
            sys.executable,
            "-c",
            ASK,
            str(tmp_path / "home"),
            str(paths.drafts_path),
            written("its last words"),
        ],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert answer.stdout.split("\n")[0] == shown


@pytest.mark.parametrize("content", [b"{broken", b"[]", b"\xff\xfe", b""])
def test_drafts_that_cant_be_read_are_said_and_set_aside_before_others_are_written(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "drafts.json"
    path.write_bytes(content)
    file = DraftsFile(path)
    assert file.load() == Drafts()
    assert [str(path) in str(note) for note in file.notes] == [True]
    assert path.read_bytes() == content
    new = Drafts(shown_mode=Mode.IMAGE, requests={Mode.IMAGE: a_request("new")})
    for _ in range(2):
        asyncio.run(file.keep(new))
    (aside,) = tmp_path.glob("drafts.damaged-*.json")
    assert aside.read_bytes() == content
    assert (DraftsFile(path).load(), file.notes) == (new, ())


def test_no_drafts_are_nothing_to_say(tmp_path: Path) -> None:
    file = DraftsFile(tmp_path / "drafts.json")
    assert (file.load(), file.notes) == (Drafts(), ())
    asyncio.run(file.keep(Drafts(shown_mode=Mode.IMAGE)))
    assert [one.name for one in tmp_path.iterdir()] == ["drafts.json"]
