"""One line of plain text that may be cut with an ellipsis; its tooltip has the whole text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.scale import FontRole, font
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.spoken import set_plain_tip


class ElidedLabel(QLabel):
    """Never asks for more width than there is. Line breaks are shown as spaces."""

    def __init__(
        self, text: str = "", *, role: FontRole = FontRole.BODY, tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(role))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if tone:
            restyle(self, tone=tone)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split()))
        set_plain_tip(self, text)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
