"""The pane at the left scrolls to the field that has the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from vidu_desktop.ui.widgets.scrolled_column import ScrolledColumn


def test_a_field_below_the_fold_is_shown_when_the_keyboard_comes_to_it_from_below(qtbot, look) -> None:
    window, column, below = QWidget(), ScrolledColumn(), QPushButton("Generate")
    qtbot.addWidget(window)
    fields = [QLineEdit() for _ in range(20)]
    column.add_groups(fields)
    layout = QVBoxLayout(window)
    layout.addWidget(column)
    layout.addWidget(below)
    window.resize(300, 200)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    below.setFocus()
    seen = column.viewport()
    assert not seen.rect().contains(fields[-1].mapTo(seen, fields[-1].rect().center()))

    qtbot.keyClick(below, Qt.Key.Key_Backtab)

    assert window.focusWidget() is fields[-1]
    assert seen.rect().contains(fields[-1].mapTo(seen, fields[-1].rect().center()))
