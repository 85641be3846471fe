"""A contact sheet as a PDF."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextLength,
    QTextTableFormat,
)

from vidu_desktop.domain.contact_sheet import SHEET_COLUMNS, SheetEntry

_DPI = 150
_MARGIN_MM = 12.0
_GAP_PX = 12.0


def pdf_of(entries: Sequence[SheetEntry], title: str) -> bytes:
    """Return the contact sheet on A4. May run in any thread."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(_DPI)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    room = QSizeF(writer.pageLayout().paintRectPixels(_DPI).size())
    document.setPageSize(room)
    _fill(document, entries, title, room.width())
    document.print_(writer)
    del writer  # completes the content
    return bytes(content.data().data())


def _fill(document: QTextDocument, entries: Sequence[SheetEntry], title: str, width_px: float) -> None:
    cursor = QTextCursor(document)
    cursor.insertText(title, _style(14.0, bold=True))
    shape = QTextTableFormat()
    shape.setBorder(0)
    shape.setCellSpacing(0)
    shape.setCellPadding(_GAP_PX)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / SHEET_COLUMNS)
    shape.setColumnWidthConstraints([share] * SHEET_COLUMNS)
    table = cursor.insertTable(max(1, -(-len(entries) // SHEET_COLUMNS)), SHEET_COLUMNS, shape)
    picture_px = width_px / SHEET_COLUMNS - 4 * _GAP_PX
    for number, entry in enumerate(entries):
        cell = table.cellAt(*divmod(number, SHEET_COLUMNS)).firstCursorPosition()
        _insert_picture(cell, entry.jpeg, picture_px)
        cell.insertText(entry.heading, _style(9.0, bold=True))
        cell.insertBlock()
        cell.insertText(entry.prompt, _style(9.0))
        for text in entry.faint:
            cell.insertBlock()
            cell.insertText(text, _style(8.0, faint=True))


def _insert_picture(cell: QTextCursor, jpeg: bytes, width_px: float) -> None:
    image = QImage.fromData(jpeg)
    if image.isNull():
        return
    name = f"cover-{image.cacheKey()}"
    document = cell.document()
    document.addResource(QTextDocument.ResourceType.ImageResource, name, image)
    shape = QTextImageFormat()
    shape.setName(name)
    shape.setWidth(width_px)
    shape.setHeight(width_px * image.height() / image.width())
    cell.insertImage(shape)
    cell.insertBlock()


def _style(size_pt: float, *, bold: bool = False, faint: bool = False) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFontPointSize(size_pt)
    style.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    style.setForeground(Qt.GlobalColor.darkGray if faint else Qt.GlobalColor.black)
    return style
