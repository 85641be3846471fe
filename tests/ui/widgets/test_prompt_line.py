"""The keys for undo and redo act in the line while it has something to undo or redo, otherwise in the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vidu_desktop.ui.widgets.prompt_line import PromptLine


def test_a_line_in_which_nothing_was_typed_leaves_undo_and_redo_to_the_window(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = PromptLine()
    QVBoxLayout(window).addWidget(line)
    done: list[str] = []
    for name, keys in (("undo", QKeySequence.StandardKey.Undo), ("redo", QKeySequence.StandardKey.Redo)):
        action = QAction(name, window)
        action.setShortcuts(keys)
        action.triggered.connect(lambda _checked=False, name=name: done.append(name))
        window.addAction(action)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    line.setText("as it was kept")
    line.setFocus()

    for key in ("undo", "redo"):
        shift = Qt.KeyboardModifier.ShiftModifier if key == "redo" else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | shift)
    assert done == ["undo", "redo"]

    QTest.keyClicks(line, "!")
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (line.text(), done) == ("as it was kept", ["undo", "redo"])
