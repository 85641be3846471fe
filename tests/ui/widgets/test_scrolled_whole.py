"""A column that scrolls where the window is too small for it."""

from PySide6.QtWidgets import QApplication, QWidget

from vidu_desktop.ui.widgets.scrolled_whole import ScrolledWhole


def test_content_as_wide_as_the_room_comes_to_rest(qtbot) -> None:
    whole = ScrolledWhole()
    qtbot.addWidget(whole)
    content = QWidget()
    content.setFixedSize(300, 200)
    whole.column.addWidget(content)
    changes: list[tuple[int, int]] = []
    whole.verticalScrollBar().rangeChanged.connect(lambda *ends: changes.append(ends))
    whole.resize(301, 203)
    whole.show()
    for _turn in range(50):
        QApplication.processEvents()

    settled = len(changes)
    for _turn in range(50):
        QApplication.processEvents()
    assert len(changes) == settled
    assert not whole.verticalScrollBar().isVisible()
    assert not whole.horizontalScrollBar().isVisible()
