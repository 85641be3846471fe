"""A field says when it leaves text out: a silently shortened name is a different name."""

import pytest
from fakes.ui_values import a_job, a_trouble
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QToolTip

from vidu_desktop.domain.job import ACCEPTED_ID_LOST, JobState
from vidu_desktop.ui.dialogs.rename_dialog import RenameDialog
from vidu_desktop.ui.queue.unknown_dialog import UnknownDialog
from vidu_desktop.ui.widgets.place_fields import PlaceFields
from vidu_desktop.ui.widgets.search_field import SearchField


def unknown(look):
    return UnknownDialog(look, a_job("a", JobState.UNKNOWN, trouble=a_trouble(ACCEPTED_ID_LOST)))


@pytest.mark.parametrize(
    "make",
    [lambda look: RenameDialog(look, "a"), lambda look: PlaceFields(), SearchField, unknown],
    ids=["rename", "place", "search", "task id"],
)
def test_what_is_pasted_beyond_a_fields_length_is_left_out_and_said(make, look, qtbot):
    widget = make(look)
    qtbot.addWidget(widget)
    widget.show()
    field = widget if isinstance(widget, QLineEdit) else widget.findChild(QLineEdit)
    most_chars = field.maxLength()
    QGuiApplication.clipboard().setText("x" * (most_chars + 1))
    field.clear()

    field.paste()

    assert field.text() == "x" * most_chars
    assert f"{most_chars:,}" in QToolTip.text()
    assert most_chars <= 1000


def test_what_fits_is_taken_without_a_word(look, qtbot):
    QToolTip.hideText()
    dialog = RenameDialog(look, "a")
    qtbot.addWidget(dialog)
    dialog.show()

    qtbot.keyClicks(dialog.name, "best take")

    assert "left out" not in QToolTip.text()
