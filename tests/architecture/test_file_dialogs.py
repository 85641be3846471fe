"""All file dialogs are of one kind, and begin in the last folder for their purpose."""

import re

from architecture.source_reading import program_files

HOLDS_ITS_OWN = {"library_page.py", "export_names.py"}
"""Their dialogs begin in the folder that stands in the field beside them."""


def test_no_file_dialog_forgets_its_folder() -> None:
    """Every module that makes a file dialog lets it begin in the last folder."""
    sources = {path.name: path.read_text(encoding="utf-8") for path in program_files()}
    made = {name: len(re.findall(r"\bFileDialog\(", text)) for name, text in sources.items()}
    made.pop("file_dialog.py")
    assert sum(made.values()) > len(HOLDS_ITS_OWN)
    forgetful = [name for name, count in made.items() if count > sources[name].count(".begin(dialog, ")]
    assert set(forgetful) <= HOLDS_ITS_OWN


def test_no_dialog_takes_what_is_marked_for_what_is_typed() -> None:
    """Qt's own class is made nowhere but beneath ours."""
    asked_of_qt = re.compile(r"\bQFileDialog\(|\bget(Open|Save)File|\bgetExistingDirectory")
    assert [path.name for path in program_files() if asked_of_qt.search(path.read_text("utf-8"))] == []
