"""The texts of a window that a person can read, and which of them are cut off."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QToolButton,
    QWidget,
)

from vidu_desktop.ui.widgets.elided_label import ElidedLabel

_TAG = re.compile(r"<[^<>]*>")  # tooltips have tags to keep their spaces
_ROWS_MOST = 20


def visible(top: QWidget) -> Iterator[QWidget]:
    """Yield the window and all widgets that are visible in it."""
    yield top
    yield from (widget for widget in top.findChildren(QWidget) if widget.isVisibleTo(top))


def words_of(top: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Yield every text that can be read, heard or pointed at in a window, with its widget."""
    for widget in visible(top):
        yield widget, widget.windowTitle() if widget is top else ""
        yield widget, _TAG.sub("", widget.toolTip())
        yield widget, widget.accessibleName()
        yield widget, widget.accessibleDescription()
        yield from ((widget, text) for text in _own_words(widget))


def _own_words(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(number) for number in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(number) for number in range(widget.count()))
        case QMenuBar():
            yield from _menu_words(widget)
        case QHeaderView():
            if (model := widget.model()) is not None:
                across = range(model.columnCount())
                yield from (
                    (str(model.headerData(column, widget.orientation()) or "") for column in across)
                    if widget.orientation() is Qt.Orientation.Horizontal
                    else ()
                )
        case QAbstractItemView():
            if (model := widget.model()) is not None:
                yield from _row_words(model, QModelIndex())


def _menu_words(menu: QMenuBar | QMenu) -> Iterator[str]:
    for action in menu.actions():
        yield action.text()
        if isinstance(inner := action.menu(), QMenu):
            yield from _menu_words(inner)


def _row_words(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(min(model.rowCount(parent), _ROWS_MOST)):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                said = model.data(index, role)
                yield said if isinstance(said, str) else ""
        yield from _row_words(model, model.index(row, 0, parent))


def cut_off(top: QWidget) -> Iterator[str]:
    """Yield a line for each text that has too little room. Texts with an ellipsis are left out: they are shortened on
    purpose, and their tooltip has the whole text.
    """
    for widget in visible(top):
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
            line_px, there = widget.fontMetrics().height(), widget.height()
            if _words_in(widget) and line_px > there:
                yield f"{type(widget).__name__} is {there} of {line_px} pixels high for “{_words_in(widget)}”"
        if not isinstance(widget, QLabel | QAbstractButton) or isinstance(widget, ElidedLabel):
            continue
        text = widget.text()
        if not text:
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed, there = widget.heightForWidth(widget.width()), widget.height()
        else:
            needed, there = widget.minimumSizeHint().width(), widget.width()
        if needed > there:
            yield f"{type(widget).__name__} has {there} of {needed} pixels for “{text}”"


def _words_in(widget: QLabel | QAbstractButton | QLineEdit | QComboBox) -> str:
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return ""
    return widget.currentText() if isinstance(widget, QComboBox) else widget.text()


def low_rows(top: QWidget) -> Iterator[str]:
    """Yield a line for each list whose rows are lower than their text."""
    for widget in visible(top):
        model = widget.model() if isinstance(widget, QAbstractItemView) else None
        if model is None or not isinstance(widget, QAbstractItemView) or not model.rowCount():
            continue
        line_px, row_px = widget.fontMetrics().height(), widget.visualRect(model.index(0, 0)).height()
        if 0 < row_px < line_px:
            yield f"{type(widget).__name__} has rows of {row_px} pixels for text of {line_px}"
