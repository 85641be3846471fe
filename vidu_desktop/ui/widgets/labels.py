"""Labels that never interpret their text as markup."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vidu_desktop.ui.look.scale import FontRole, font
from vidu_desktop.ui.look.style_sheet import restyle

_LONG_WORD = re.compile(r"\S{22,}")
_JOINT = re.compile(r"(?<=[_\-./\\])(?=\S)")
_PIECE = re.compile(r"[^\s\u200b]{22}(?=[^\s\u200b]{2})")


def breakable(text: str) -> str:
    """Return the text with break points in long words, such as file names, which a label would otherwise cut off at its edge.
    `1280 × 720` is kept on one line.
    """
    kept = text.replace(" × ", "\u00a0×\u00a0")
    joined = _LONG_WORD.sub(lambda word: _JOINT.sub("\u200b", word.group()), kept)
    return _PIECE.sub(lambda piece: piece.group() + "\u200b", joined)


def plain_label(
    text: str = "",
    *,
    role: FontRole | str = FontRole.BODY,
    tone: str = "",
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """Return a label in one of our fonts that shows only plain text: a QLabel would otherwise load files that are named in an
    <img>.
    """
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(role))
    label.setText(text)
    if tone:
        restyle(label, tone=tone)
    if wrap:
        label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHorizontalStretch(1)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    return label
