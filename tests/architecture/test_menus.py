"""Context menus have letters."""

import re

from architecture.source_reading import program_files

BY_HAND = {"menus.py", "menu_bar.py"}


def test_every_menu_that_is_made_gives_its_entries_letters() -> None:
    plain = [
        path.name
        for path in program_files("ui", "controllers", "app")
        if path.name not in BY_HAND
        and re.search(r"\bQMenu\((?!\))|\(QMenu\):", path.read_text(encoding="utf-8"))
    ]
    assert plain == []
