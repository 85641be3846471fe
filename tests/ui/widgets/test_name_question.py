"""The dialog that asks for a name shows its whole title and has room for a name."""

from PySide6.QtWidgets import QLineEdit, QWidget

from vidu_desktop.ui.widgets.name_question import name_question


def test_there_is_room_for_a_name_of_some_words(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    said: list[str] = []
    name = "The fox at the river, second attempt"

    asking = name_question(parent, "Rename the board", "Name of the board", name)
    asking.textValueSelected.connect(said.append)

    qtbot.waitUntil(asking.isVisible)
    field = asking.findChild(QLineEdit)
    assert field.width() > field.fontMetrics().horizontalAdvance(name)
    asking.accept()
    assert said == [name]
