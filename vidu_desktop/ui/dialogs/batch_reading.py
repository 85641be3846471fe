"""How a batch's source is read: which table of a workbook, which encoding of a text, which pairs of pictures in a folder."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.spoken import announce, name_field

_ENCODINGS = ("utf-8", "gb18030", "big5", "cp932", "euc_kr", "cp1252", "cp1250", "cp1251", "utf-16")


class BatchReading(QWidget):
    """Shows only the choices that the source has."""

    read_changed = Signal()  # `table`, `encoding` or `pairs` was chosen
    again_requested = Signal()  # read the source again; it may have changed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines, row = QVBoxLayout(self), QHBoxLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(GAP_S)
        row.setSpacing(GAP_S)
        lines.addLayout(row)
        self.changed = plain_label(tone="warn", wrap=True)
        self.changed.hide()
        lines.addWidget(self.changed)
        self.words = plain_label(self.tr("Reading the sheet…"), tone="soft", wrap=True)
        self.table_choice, self.encoding_choice, self.pairs_choice = QComboBox(), QComboBox(), QComboBox()
        self.table_choice.setAccessibleName(self.tr("Table of the workbook"))
        self.encoding_choice.setAccessibleName(self.tr("Encoding"))
        self.pairs_choice.setToolTip(
            self.tr("A pattern such as *_start=*_end can be typed: the stars stand for the same.")
        )
        self.pairs_choice.setEditable(True)
        name_field(self.pairs_choice, self.tr("Which pictures belong together"))
        self.pairs_choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for words, rule in (
            (self.tr("Each picture by itself"), None),
            (self.tr("Pairs, guessed by their names"), ""),
            (self.tr("Pairs by order: 1 and 2, 3 and 4"), "two"),
            (self.tr("A chain: 1 and 2, 2 and 3"), "chain"),
        ):
            self.pairs_choice.addItem(words, rule)
        self.read_again = PushButton(self.tr("Read again"))
        self.read_again.setAutoDefault(False)
        restyle(self.read_again, kind="quiet")
        row.addWidget(self.words, 1)
        for widget in (self.table_choice, self.encoding_choice, self.pairs_choice):
            widget.hide()
            row.addWidget(widget)
        row.addWidget(self.read_again)
        for choice in (self.table_choice, self.encoding_choice, self.pairs_choice):
            choice.activated.connect(lambda _: self.read_changed.emit())
        line = self.pairs_choice.lineEdit()
        if line is not None:
            line.returnPressed.connect(self.read_changed)
        self.read_again.clicked.connect(self.again_requested)

    def show_changed(self, words: str) -> None:
        """Say with `words` that the source was changed since it was read; empty words hide that."""
        if words == self.changed.text():
            return
        self.changed.setText(words)
        self.changed.setVisible(bool(words))
        restyle(self.read_again, kind="secondary" if words else "quiet")
        if words:
            announce(self.changed, words)

    @property
    def table(self) -> str | None:
        """The chosen table; None if no tables are offered."""
        return self.table_choice.currentText() or None

    @property
    def encoding(self) -> str | None:
        """The chosen encoding; None while it is only guessed."""
        encoding: str | None = self.encoding_choice.currentData()
        return encoding

    @property
    def pairs(self) -> str | None:
        """How a folder's pictures are paired: None for each picture by itself, empty for pairs guessed by name, else "two",
        "chain" or a typed pattern.
        """
        at = self.pairs_choice.currentIndex()
        text = self.pairs_choice.currentText().strip()
        known = at >= 0 and text == self.pairs_choice.itemText(at)
        rule: str | None = self.pairs_choice.itemData(at) if known else text or None
        return rule

    def choose(self, pairs: str | None, encoding: str | None) -> None:
        """Set how the source is read, without sending a signal."""
        if encoding is not None and self.encoding_choice.findData(encoding) < 0:
            self.encoding_choice.addItem(encoding, encoding)
        self.encoding_choice.setCurrentIndex(max(0, self.encoding_choice.findData(encoding)))
        at = self.pairs_choice.findData(pairs)
        if at < 0 and pairs is not None:
            self.pairs_choice.setEditText(pairs)
        else:
            self.pairs_choice.setCurrentIndex(max(0, at))

    def show_tables(self, names: Sequence[str], name: str) -> None:
        """Offer a workbook's tables, with `name` as the chosen one; hidden if there is only one."""
        if [self.table_choice.itemText(index) for index in range(self.table_choice.count())] != list(names):
            self.table_choice.clear()
            self.table_choice.addItems(list(names))
        self.table_choice.setCurrentText(name)
        self.table_choice.setVisible(len(names) > 1)

    def show_encoding(self, encoding: str) -> None:
        """Show a text's encoding and offer others; an empty `encoding` means that the source isn't a text."""
        chosen = self.encoding
        self.encoding_choice.setVisible(bool(encoding))
        self.encoding_choice.clear()
        if chosen is None:
            self.encoding_choice.addItem(encoding, None)
        for name in dict.fromkeys((*filter(None, [chosen]), *_ENCODINGS)):
            if name != encoding or chosen is not None:
                self.encoding_choice.addItem(name, name)
        self.encoding_choice.setCurrentIndex(0)

    def show_pairs(self, *, offered: bool, pattern: str = "") -> None:
        """Offer to pair a folder's pictures, or hide this choice; `pattern` is the guessed pattern."""
        self.pairs_choice.setVisible(offered)
        if pattern and self.pairs == "":
            at = self.pairs_choice.findData(pattern)
            if at < 0:
                self.pairs_choice.setEditText(pattern)
            else:
                self.pairs_choice.setCurrentIndex(at)
