"""No question about files is asked on the window's thread: a drive that doesn't answer would hold up the window for minutes."""

import ast
from collections.abc import Iterator

import pytest
from architecture.source_reading import (
    PROGRAM_DIR,
    called_name,
    calls,
    dotted,
    found_in,
    owner_of,
    program_files,
)

OF_OS = {
    "access", "listdir", "lstat", "makedirs", "mkdir", "open", "remove", "rename", "replace", "rmdir", "scandir", "stat",
    "statvfs", "unlink", "walk",
}  # fmt: skip
OF_OS_PATH = {
    "exists", "getmtime", "getsize", "isdir", "isfile", "islink", "ismount", "lexists", "realpath", "samefile",
}  # fmt: skip
OF_PATHS = {
    "exists", "glob", "is_dir", "is_file", "is_symlink", "iterdir", "lstat", "mkdir", "read_bytes", "read_text", "resolve",
    "rglob", "rmdir", "samefile", "stat", "touch", "unlink", "write_bytes", "write_text",
}  # fmt: skip
OF_QT = {"QDirIterator", "QFile", "QFileInfo", "QFileSystemWatcher"}

EXCEPTIONS = {
    "ui/look/language.py": "the program's own files",
    "ui/look/resources.py": "the program's own files",
    "ui/look/theme.py": "the program's own files",
    "ui/look/look.py": "the program's own files",
    "controllers/manual_controller.py": "the program's own files",
    "controllers/file_manager.py": "a file of the sandbox",
    "controllers/picture_service.py": "runs in a thread",
    "controllers/save_targets.py": "runs in a thread, or where the file dialog has had an answer",
}
"""By module, why its questions hold up nothing."""


def asks_a_drive(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for call in calls(tree):
        name, owner = called_name(call), owner_of(call)
        of_os = (owner == "os" and name in OF_OS) or (owner == "os.path" and name in OF_OS_PATH)
        of_path = owner not in ("", "self", "os", "os.path") and name in OF_PATHS
        if of_os or of_path or name in OF_QT or (name == "open" and not owner):
            yield call.lineno, f"{dotted(call)}() waits for a drive: ask ui/drives.py, or in a thread"


def askers() -> dict[str, list[str]]:
    found = {}
    for path in program_files("ui", "controllers"):
        asked = found_in(asks_a_drive, path.read_text(encoding="utf-8"))
        if asked:
            found[path.relative_to(PROGRAM_DIR).as_posix()] = asked
    return found


def test_only_those_ask_that_hold_up_nothing() -> None:
    found = askers()
    assert {module: asked for module, asked in found.items() if module not in EXCEPTIONS} == {}
    assert sorted(found) == sorted(EXCEPTIONS)


@pytest.mark.parametrize(
    "source",
    [
        "os.path.isdir(folder)",
        "os.stat(path)",
        "Path(path).resolve()",
        "folder.samefile(other)",
        "QFileInfo(path).isDir()",
        "with open(path) as file:\n    pass",
    ],
)
def test_a_question_is_seen(source: str) -> None:
    assert len(found_in(asks_a_drive, source)) == 1


def test_other_calls_are_left_alone() -> None:
    assert found_in(asks_a_drive, "dialog.open()\nself.open(path)\nis_folder(path)\nos.fsencode(path)") == []
