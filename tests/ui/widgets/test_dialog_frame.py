"""The shape of dialogs: what is inside never overlaps."""

import pytest
from PySide6.QtWidgets import QWidget

from vidu_desktop.ui.widgets.dialog_frame import DialogFrame


@pytest.mark.parametrize("needed_px", [50, 700])
def test_a_dialog_is_never_narrower_than_what_is_inside_needs(qtbot, look, needed_px):
    dialog = DialogFrame(look, "Title", width_px=400)
    qtbot.addWidget(dialog)
    inside = QWidget()
    inside.setMinimumWidth(needed_px)
    dialog.body.addWidget(inside)
    dialog.show()

    dialog.resize(100, dialog.height())

    assert dialog.width() >= 400
    assert dialog.contentsRect().contains(inside.geometry())
