"""File dialogs begin in the last folder for their purpose."""

from architecture.source_reading import program_files

HOLDS_ITS_OWN = {"library_page.py", "export_names.py"}
"""Their dialogs begin in the folder that stands in the field beside them."""


def test_no_file_dialog_forgets_its_folder() -> None:
    """Every module that makes a file dialog lets it begin in the last folder."""
    forgetful = [
        path.name
        for path in program_files()
        if "QFileDialog(" in (text := path.read_text(encoding="utf-8"))
        and text.count("QFileDialog(") > text.count(".begin(dialog, ")
        and path.name not in HOLDS_ITS_OWN
    ]
    assert forgetful == []
