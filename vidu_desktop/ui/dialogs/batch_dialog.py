"""A batch before it is bought: the sheet's rows, what is wrong with them, what they cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from vidu_desktop.domain.money import format_usd
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.batch_table import BatchContent, BatchTable
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import plain_label

_WIDTH_PX, _TABLE_PX = 940, 340
_STATE_PX, _COLUMN_MOST_PX = 220, 320


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOffer:
    """What can be bought: videos of all chosen rows, and of the three that are tried first. `problems` concern the whole
    sheet. `words` say how it was read, and what was ordered before.
    """

    words: str
    problems: tuple[str, ...] = ()
    videos: int = 0
    total_usd: Decimal = Decimal(0)
    first_videos: int = 0
    first_usd: Decimal = Decimal(0)
    hidden: int = 0
    has_key: bool = True
    has_result: bool = False
    """Whether some of it was ordered before."""


class BatchDialog(DialogFrame):
    """Open it with `open()`; filled by `show_rows` and `show_offer`, again after each change."""

    field_chosen = Signal(int, str)  # a column, and what it is for; empty: the person's own
    wishes_changed = Signal()  # one of `prompt`, `hidden`
    left_out = Signal(list)  # list[int]: lines that aren't to become videos
    result_requested = Signal()  # what became of the rows is to be saved as a sheet
    again_requested = Signal()  # the sheet is to be read anew: it was changed elsewhere
    run_requested = Signal(bool, bool)  # only the three first; as a rehearsal

    def __init__(
        self, look: Look, name: str, fields: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`fields` are what a column can be for, each with its words."""
        super().__init__(look, "", parent, width_px=_WIDTH_PX)
        self.setWindowTitle(self.tr("Batch from “{name}”").format(name=name))
        self._fields = fields
        self._filling = False
        self._content_fields: tuple[str, ...] = ()
        self._words = plain_label(self.tr("Reading the sheet…"), tone="soft", wrap=True)
        self.body.addWidget(self._words)
        self._wrong = plain_label(tone="bad", wrap=True)
        self._wrong.hide()
        self.body.addWidget(self._wrong)
        self._build_wishes()
        self.table = BatchTable(look, self)
        self.view = self._made_view()
        self.body.addWidget(self.view, 1)
        self._sum = plain_label()
        self.body.addWidget(self._sum)
        self.save_result = self.add_answer(self.tr("Save the result…"), "quiet")
        self.save_result.hide()
        self.rehearse = self.add_answer(self.tr("Rehearse"))
        self.run_first = self.add_answer("", "primary")
        self.run_all = self.add_answer("")
        self.close_button = self.add_answer(self.tr("Close"))
        self._connect()
        self.set_busy()

    def _build_wishes(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        self.column_choice, self.field_choice, self.hidden_choice = QComboBox(), QComboBox(), QComboBox()
        self.column_choice.setAccessibleName(self.tr("Column"))
        self.field_choice.setAccessibleName(self.tr("What the column is for"))
        self.hidden_choice.setAccessibleName(self.tr("Hidden rows"))
        self.field_choice.addItem(self.tr("kept as it is"), "")
        for field, words in self._fields:
            self.field_choice.addItem(words, field)
        for words, value in (
            (self.tr("Hidden rows: leave or take?"), ""),
            (self.tr("Leave hidden rows out"), "leave"),
            (self.tr("Take hidden rows, too"), "take"),
        ):
            self.hidden_choice.addItem(words, value)
        self.prompt = QLineEdit()
        self.prompt.setPlaceholderText(self.tr("Prompt for rows without one"))
        self.prompt.setAccessibleName(self.prompt.placeholderText())
        self.no_prompt = QCheckBox(self.tr("No prompt is meant"))
        self.only_wrong = QCheckBox(self.tr("Only rows with something wrong"))
        for words, choice in (
            (self.tr("Column"), self.column_choice),
            (self.tr("is for"), self.field_choice),
        ):
            row.addWidget(plain_label(words, tone="soft"))
            row.addWidget(choice)
        row.addWidget(self.prompt, 1)
        row.addWidget(self.no_prompt)
        self.body.addLayout(row)
        second = QHBoxLayout()
        second.setSpacing(GAP_S)
        second.addWidget(self.only_wrong)
        self.leave_out, self.read_again = QPushButton(), QPushButton(self.tr("Read again"))
        for button in (self.leave_out, self.read_again):
            button.setAutoDefault(False)
            restyle(button, kind="quiet")
        second.addWidget(self.leave_out)
        self.leave_out.hide()
        second.addStretch(1)
        second.addWidget(self.read_again)
        second.addWidget(self.hidden_choice)
        self.hidden_choice.hide()
        self.body.addLayout(second)

    def _made_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.table)
        view.setMinimumHeight(_TABLE_PX)
        view.setAccessibleName(self.tr("Rows of the sheet"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = view.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setResizeContentsPrecision(50)  # of 100,000 rows these are enough
        return view

    def _connect(self) -> None:
        self.column_choice.currentIndexChanged.connect(self._follow_column)
        self.field_choice.activated.connect(self._choose_field)
        self.hidden_choice.activated.connect(lambda _: self._wish())
        self.prompt.editingFinished.connect(self._wish)
        self.no_prompt.toggled.connect(lambda _: self._wish())
        self.leave_out.clicked.connect(lambda: self.left_out.emit(self.table.wrong_lines))
        self.read_again.clicked.connect(self.again_requested)
        self.only_wrong.toggled.connect(self.table.set_only_problems)
        self.view.horizontalHeader().sectionClicked.connect(self._point_at)
        self.rehearse.clicked.connect(lambda: self.run_requested.emit(True, True))
        self.run_first.clicked.connect(lambda: self.run_requested.emit(True, False))
        self.run_all.clicked.connect(lambda: self.run_requested.emit(False, False))
        self.save_result.clicked.connect(self.result_requested)
        self.close_button.clicked.connect(self.reject)

    @property
    def hidden(self) -> str | None:
        """What is done with hidden rows; None while that is open."""
        return self.hidden_choice.currentData() or None

    @property
    def common_prompt(self) -> str | None:
        """The prompt of the rows that have none; None while that is open."""
        text = self.prompt.text().strip()
        return text or ("" if self.no_prompt.isChecked() else None)

    def show_rows(self, content: BatchContent) -> None:
        """Show the rows as they are now."""
        self._filling = True
        at = max(self.column_choice.currentIndex(), 0)
        if [self.column_choice.itemText(index) for index in range(self.column_choice.count())] != list(
            content.columns
        ):
            self.column_choice.clear()
            self.column_choice.addItems(list(content.columns))
        self._content_fields = content.fields
        self.column_choice.setCurrentIndex(min(at, len(content.columns) - 1))
        self.table.show_content(content)
        self._filling = False
        self._follow_column()
        for section in range(self.table.columnCount()):
            self.view.resizeColumnToContents(section)
            most = _STATE_PX if section == 0 else _COLUMN_MOST_PX
            self.view.setColumnWidth(section, min(self.view.columnWidth(section), most))

    def show_offer(self, offer: BatchOffer) -> None:
        """Show what can be bought."""
        self._words.setText(offer.words)
        self._wrong.setText("\n".join(offer.problems))
        self._wrong.setVisible(bool(offer.problems))
        self.hidden_choice.setVisible(offer.hidden > 0)
        wrong = len(self.table.wrong_lines)
        self.leave_out.setText(self.tr("Leave these {count} out").format(count=wrong))
        self.leave_out.setVisible(wrong > 0)
        sums = self.tr("{count} videos · {total}").format(
            count=offer.videos, total=format_usd(offer.total_usd)
        )
        in_the_way = self.tr("something is wrong in {count} rows; nothing can be sent before").format(
            count=wrong
        )
        needs_key = self.tr("add a key in the settings to run it; rehearsing needs none")
        hint = in_the_way if wrong else "" if offer.has_key else needs_key
        self._sum.setText(f"{sums} · {hint}" if hint else sums)
        clear = offer.videos > 0 and not wrong and not offer.problems
        self.run_first.setText(
            self.tr("Run {count} first · {total}").format(
                count=offer.first_videos, total=format_usd(offer.first_usd)
            )
        )
        self.run_all.setText(
            self.tr("Run {count} · {total}").format(count=offer.videos, total=format_usd(offer.total_usd))
        )
        self.rehearse.setText(self.tr("Rehearse {count} · free").format(count=offer.first_videos))
        self.rehearse.setEnabled(clear)
        self.save_result.setVisible(offer.has_result)
        for button in (self.run_first, self.run_all):
            button.setEnabled(clear and offer.has_key)
            button.setToolTip("" if offer.has_key else needs_key)
        # A part that is the whole is no other choice.
        some_first = offer.first_videos < offer.videos
        self.run_first.setVisible(some_first)
        restyle(self.run_all, kind="secondary" if some_first else "primary")

    def set_busy(self) -> None:
        """Something is looked at; nothing can be bought meanwhile."""
        for button in (self.rehearse, self.run_first, self.run_all):
            button.setEnabled(False)

    def say_looked(self, done: int, count: int) -> None:
        """Say how far the look at the pictures is."""
        self._sum.setText(self.tr("{done} of {count} pictures looked at").format(done=done, count=count))

    def show_refusal(self, text: str) -> None:
        """Say why there is nothing to show."""
        self._words.setText("")
        self._wrong.setText(text)
        self._wrong.show()
        self.set_busy()

    def _wish(self) -> None:
        if not self._filling:
            self.wishes_changed.emit()

    def _point_at(self, section: int) -> None:
        if section > 0:
            self.column_choice.setCurrentIndex(section - 1)
            self.field_choice.setFocus()

    def _follow_column(self) -> None:
        at = self.column_choice.currentIndex()
        if not self._filling and 0 <= at < len(self._content_fields):
            self.field_choice.setCurrentIndex(max(0, self.field_choice.findData(self._content_fields[at])))

    def _choose_field(self) -> None:
        self.field_chosen.emit(self.column_choice.currentIndex(), self.field_choice.currentData())
