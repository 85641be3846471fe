"""How a batch's source is read: which table of a workbook, which encoding and separator of a text, where its columns' names
stand, which pairs of pictures in a folder.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from vidu_desktop.domain.sheet import ReadAs
from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.spoken import announce, name_field

_ENCODINGS = ("utf-8", "gb18030", "big5", "cp932", "euc_kr", "cp1252", "cp1250", "cp1251", "utf-16")
_HEADER_LINES = 10

_Value = str | int


class BatchReading(QWidget):
    """Shows only the choices that the source has."""

    read_changed = Signal()  # one of the choices was made
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
        self.separator_choice, self.header_choice = QComboBox(), QComboBox()
        self.table_choice.setAccessibleName(self.tr("Table of the workbook"))
        self.encoding_choice.setAccessibleName(self.tr("Encoding"))
        self.separator_choice.setAccessibleName(self.tr("Columns are separated by"))
        self.header_choice.setAccessibleName(self.tr("Line with the columns' names"))
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
        choices = (
            self.table_choice,
            self.encoding_choice,
            self.separator_choice,
            self.header_choice,
            self.pairs_choice,
        )
        for choice in choices:
            choice.hide()
            row.addWidget(choice)
        row.addWidget(self.read_again)
        for choice in choices:
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

    def without_file(self) -> None:
        """Show that there is no file that could be read again: the rows were pasted."""
        self.read_again.setText(self.tr("Look at the pictures again"))

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
    def separator(self) -> str | None:
        """The chosen separator; None while it is only guessed."""
        separator: str | None = self.separator_choice.currentData()
        return separator

    @property
    def header_line(self) -> int | None:
        """The chosen line of the columns' names, from 1; None while it is only guessed."""
        header_line: int | None = self.header_choice.currentData()
        return header_line

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

    def choose(self, pairs: str | None, read_as: ReadAs) -> None:
        """Set how the source is read, without sending a signal."""
        _choose(self.encoding_choice, read_as.encoding)
        _choose(self.separator_choice, read_as.separator)
        _choose(self.header_choice, read_as.header_line)
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

    def show_text(self, encoding: str, separator: str) -> None:
        """Show encoding and separator of a text, and offer others; both empty if the source isn't a text."""
        _offer(
            self.encoding_choice,
            self.encoding,
            encoding,
            dict[_Value, str]((name, name) for name in _ENCODINGS),
        )
        signs: dict[_Value, str] = {
            ",": self.tr("comma"),
            ";": self.tr("semicolon"),
            "\t": self.tr("tab"),
            "|": self.tr("bar"),
        }
        _offer(self.separator_choice, self.separator, separator, signs)

    def show_header(self, line: str) -> None:
        """Show in which line the columns' names stand, and offer others; empty if the source has no such line."""
        words = self.tr("Names in line {line}")
        lines: dict[_Value, str] = {
            number: words.format(line=number) for number in range(1, _HEADER_LINES + 1)
        }
        shown = int(line) if line else None
        chosen = self.header_line
        for number in filter(None, (shown, chosen)):
            lines.setdefault(number, words.format(line=number))
        _offer(self.header_choice, chosen, shown, lines)

    def show_pairs(self, *, offered: bool, pattern: str = "") -> None:
        """Offer to pair a folder's pictures, or hide this choice; `pattern` is the guessed pattern."""
        self.pairs_choice.setVisible(offered)
        if pattern and self.pairs == "":
            at = self.pairs_choice.findData(pattern)
            if at < 0:
                self.pairs_choice.setEditText(pattern)
            else:
                self.pairs_choice.setCurrentIndex(at)


def _choose(choice: QComboBox, value: _Value | None) -> None:
    if value is not None and choice.findData(value) < 0:
        choice.addItem(str(value), value)
    choice.setCurrentIndex(-1 if value is None else choice.findData(value))


def _offer(
    choice: QComboBox, chosen: _Value | None, shown: _Value | None, words: Mapping[_Value, str]
) -> None:
    """Offer values by their words. While none is `chosen`, the guess that is `shown` comes first and has no data."""
    choice.setVisible(bool(shown))
    choice.clear()
    if chosen is None:
        choice.addItem("" if shown is None else words.get(shown, str(shown)), None)
    for value in dict.fromkeys((*([] if chosen is None else [chosen]), *words)):
        if value != shown or chosen is not None:
            choice.addItem(words.get(value, str(value)), value)
    choice.setCurrentIndex(0)
