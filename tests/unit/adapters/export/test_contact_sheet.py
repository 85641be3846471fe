"""The words that people wrote, on a contact sheet."""

import pytest

from vidu_desktop.adapters.export.contact_sheet_file import page_of
from vidu_desktop.domain.contact_sheet import SheetEntry


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\r", "\x9b", "\u202e", "\u2066"])
def test_what_commands_a_terminal_or_turns_text_around_is_not_in_the_page(sign: str) -> None:
    text = f"<b>{sign}red"
    page = page_of([SheetEntry(heading=text, prompt=text, faint=(text,), jpeg=b"")], text)

    assert sign not in page
    assert page.count("&lt;b&gt;\ufffdred") == 5
