"""The words in a list begin where the word above their column begins."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget


def left_edge(widget: QWidget, top: int, height: int) -> int:
    """The first column of pixels in a strip that isn't of the colour of the strip's left end."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = range(top + 3, top + height - 3)
    return next(
        x for x in range(4, image.width()) if any(image.pixel(x, y) != image.pixel(3, y) for y in rows)
    )


@pytest.mark.parametrize("selected", [False, True])
def test_a_row_of_a_list_begins_below_its_header(qtbot, look, selected: bool) -> None:
    shown = QTreeWidget()
    qtbot.addWidget(shown)
    shown.setRootIsDecorated(False)
    shown.setHeaderLabels(["HHHH"])
    row = QTreeWidgetItem(shown, ["HHHH"])
    row.setSelected(selected)
    shown.resize(300, 120)
    shown.show()

    header, place = shown.header(), shown.visualItemRect(row)
    of_header = left_edge(header.viewport(), 0, header.height())
    assert abs(left_edge(shown.viewport(), place.top(), place.height()) - of_header) <= 1
