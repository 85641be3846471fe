"""A tool tip shows the words that it was given: Qt would load a file that is named in an <img>."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QMenu, QPushButton

from vidu_desktop.ui.models.tips import plain_tip, short_tip
from vidu_desktop.ui.widgets.menus import add_name
from vidu_desktop.ui.widgets.spoken import name_by_tip

EVIL = '<img src="//elsewhere.test/x"> <b>&lt;'


def shown(tip: str) -> str:
    """Return the words of a tip as Qt shows it."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.usefixtures("qapp")
@given(st.text(st.sampled_from("<>&;=/\"'! ?biltxm1\n"), min_size=1))
def test_every_text_is_shown_as_it_is(text: str) -> None:
    assert shown(plain_tip(text)) == text
    assert shown(short_tip(text)) == text


@pytest.mark.usefixtures("qapp")
def test_names_that_strangers_gave_are_no_markup() -> None:
    menu, button = QMenu(), QPushButton()
    name_by_tip(button, EVIL)
    tips = [add_name(menu, EVIL).toolTip(), button.toolTip()]
    assert [shown(tip) for tip in tips] == [EVIL, EVIL]
    assert shown(EVIL) != EVIL, "the negative control"
