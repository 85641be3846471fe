"""What an export has begun to write is remembered: where everything is killed at once, a later start clears it away."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from fakes.videos import make_video

from vidu_desktop.adapters.export.begun_exports import BegunExports
from vidu_desktop.domain.export import ExportFormat

F = ExportFormat

PROGRAM = """
import asyncio, sys
from pathlib import Path
from vidu_desktop.adapters.export.begun_exports import BegunExports
from vidu_desktop.adapters.export.export_process import ExportOrder, run_export
from vidu_desktop.domain.export import ExportFormat, ExportSettings

if __name__ == "__main__":
    video_path, target, wanted, notes = sys.argv[1:]
    order = ExportOrder(video_path=video_path, target=target, settings=ExportSettings(format=ExportFormat(wanted)))
    asyncio.run(run_export(order, lambda share: print(share, flush=True), BegunExports(Path(notes))))
"""


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("wanted", [F.PRORES, F.PNG_SEQUENCE])
def test_what_is_left_when_everything_is_killed_goes_at_the_next_start(tmp_path: Path, wanted: F) -> None:
    long = make_video(tmp_path / "long.mp4", size=(640, 360), seconds=40)
    script, out = tmp_path / "program.py", tmp_path / "out"
    script.write_text(PROGRAM)
    out.mkdir()
    (out / ".vidu-export-another.mov").write_bytes(b"of a program on another computer")
    (out / "made.mov.txt").write_bytes(b"the person's")
    begun = BegunExports(tmp_path / "notes")
    with subprocess.Popen(
        [
            sys.executable,
            str(script),
            str(long),
            str(out / f"made{wanted.suffix}"),
            wanted,
            str(tmp_path / "notes"),
        ],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[4])},
        start_new_session=True,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline()
        begun.clear()  # a start of another program meanwhile
        assert len(names_in(out)) == 3
        os.killpg(program.pid, signal.SIGKILL)
    assert len(names_in(out)) == 3

    begun.clear()

    assert names_in(out) == [".vidu-export-another.mov", "made.mov.txt"]
    assert names_in(tmp_path / "notes") == []


def test_an_export_that_ends_by_itself_is_forgotten(tmp_path: Path) -> None:
    begun, part = BegunExports(tmp_path / "notes"), tmp_path / ".vidu-export-made.mov"
    with begun.noted(part):
        assert names_in(tmp_path / "notes") != []
    part.write_bytes(b"of an export that runs now, without a note")

    begun.clear()

    assert names_in(tmp_path / "notes") == []
    assert part.exists()


def test_a_drive_that_is_not_there_is_waited_for(tmp_path: Path) -> None:
    begun, drive = BegunExports(tmp_path / "notes"), tmp_path / "drive"
    part = drive / ".vidu-review-made"
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "killed.begun").write_bytes(os.fsencode(part))

    begun.clear()
    part.mkdir(parents=True)
    (part / "index.html").write_bytes(b"half")
    begun.clear()

    assert names_in(drive) == []
    assert names_in(tmp_path / "notes") == []


@pytest.mark.parametrize("name", ["holiday.mov", "", "\0", ".vidu-export"])
def test_a_note_that_names_anything_else_deletes_nothing(tmp_path: Path, name: str) -> None:
    out, notes = tmp_path / "out", tmp_path / "notes"
    out.mkdir()
    notes.mkdir()
    (out / "holiday.mov").write_bytes(b"the person's")
    (notes / "damaged.begun").write_bytes(f"{out}/{name}".encode())

    BegunExports(notes).clear()

    assert names_in(out) == ["holiday.mov"]
    assert names_in(notes) == []


def test_where_nothing_can_be_noted_the_export_goes_on(tmp_path: Path) -> None:
    (tmp_path / "notes").write_bytes(b"no folder")

    with BegunExports(tmp_path / "notes").noted(tmp_path / ".vidu-export-made.mov"):
        pass
    BegunExports(tmp_path / "notes").clear()
