"""A batch before it is ordered: its rows for editing, their problems, and their cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.ui.dialogs.batch_foot import BatchFoot
from vidu_desktop.ui.dialogs.batch_groups import BatchGroups
from vidu_desktop.ui.dialogs.batch_reading import BatchReading
from vidu_desktop.ui.dialogs.batch_rows_view import BatchRowsView
from vidu_desktop.ui.dialogs.batch_wishes import BatchWishes, Setting
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.batch_table import BatchContent, BatchTable
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.text import say_money, say_number
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.kept_size import KeptSize
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.spoken import announce

_WIDTH_PX = 980
"""The smallest width."""
_MEMORY = "batch/size"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOffer:
    """What can be ordered: `videos` of all chosen rows without problems, and `first_videos` of the few rows to try first.

    `words` say how the sheet was read and what was ordered before; `problems` concern the whole sheet; `needs` says how long
    the videos take and what disk space they need. `budget_videos` is how many videos fit into the typed budget, for `budget`
    in all; None if all do.
    """

    words: str
    problems: tuple[str, ...] = ()
    videos: int = 0
    total: Money = FREE
    first_videos: int = 0
    first_total: Money = FREE
    hidden: int = 0
    has_key: bool = True
    has_result: bool = False
    """Whether a part of the batch was ordered before."""
    needs: str = ""
    rehearsal_needs: str = ""
    """How long a rehearsal takes."""
    rehearsal_videos: int = 0
    """How many videos are rehearsed first; 0 while something is wrong that isn't a question of money."""
    budget_videos: int | None = None
    budget: Money = FREE
    taken: Money = FREE
    """The cost of what was ordered before, in the budget's currency."""
    rejected_videos: int = 0
    """The number of rows whose videos the person has all rejected. Making one more video of each costs `rejected_total`."""
    rejected_total: Money = FREE


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchChoices:
    """What the dialog offers: the possible uses of a column, the settings, and the remedies for problems. Fields and remedies
    are pairs of a code and its words.
    """

    fields: Sequence[tuple[str, str]] = ()
    settings: Sequence[Setting] = ()
    remedies: Sequence[tuple[str, str]] = ()


class BatchDialog(DialogFrame):
    """Open it with `open()`. `show_rows` and `show_offer` fill it, again after each change."""

    result_requested = Signal()  # save what became of the rows as a sheet
    again_requested = Signal()  # one more video of each row whose videos were all rejected
    run_requested = Signal(bool, bool)  # whether only the first rows; whether as a rehearsal

    def __init__(
        self,
        look: Look,
        name: str,
        choices: BatchChoices,
        parent: QWidget | None = None,
        memory: QSettings | None = None,
    ) -> None:
        super().__init__(look, "", parent, width_px=_WIDTH_PX)
        self._size = KeptSize(self, memory, _MEMORY)
        self.setWindowTitle(self.tr("Batch from “{name}”").format(name=name))
        self._offer = BatchOffer(words="")
        self._busy = True
        self._said = ""
        self._fitted: Sequence[str] = ()
        """The columns whose widths were fitted. Other columns, or another number of rows, are fitted anew; own widths stay."""
        self.reading = BatchReading(self)
        self._wrong = plain_label(tone="bad", wrap=True)
        self._wrong.hide()
        self.wishes = BatchWishes(choices.fields, choices.settings, self)
        self.groups = BatchGroups(choices.remedies, self)
        self.table = BatchTable(look, self)
        self.view = BatchRowsView(look, self.table, self)
        self._sent = plain_label(tone="soft", wrap=True)
        self._saved = plain_label(tone="good", wrap=True)
        self._saved.hide()
        self.foot = BatchFoot(self)
        for widget in (self.reading, self._wrong, self.wishes, self.groups):
            self.body.addWidget(widget)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._sent)
        self.body.addWidget(self._saved)
        self.body.addWidget(self.foot)
        self.save_result = self.add_answer(self.tr("Save the result…"), "quiet")
        self.save_result.hide()
        self.again = self.add_answer("", "quiet")
        self.again.hide()
        self.rehearse = self.add_answer(self.tr("Rehearse"))
        self.run_first = self.add_answer("", "primary", orders=True)
        self.run_first.hide()
        self.run_all = self.add_answer(self.tr("Run"))
        self.close_button = self.add_answer(self.tr("Close"))
        self._connect()
        self.set_busy()

    def _connect(self) -> None:
        self.groups.group_chosen.connect(self.table.show_group)
        self.view.horizontalHeader().sectionClicked.connect(self._point_at)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_sent())
        self.rehearse.clicked.connect(lambda: self.run_requested.emit(True, True))
        self.run_first.clicked.connect(lambda: self.run_requested.emit(True, False))
        self.run_all.clicked.connect(lambda: self.run_requested.emit(False, False))
        self.again.clicked.connect(self.again_requested)
        self.save_result.clicked.connect(self.result_requested)
        self.close_button.clicked.connect(self.reject)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._size.take_up()

    @override
    def done(self, result: int) -> None:
        super().done(result)
        # The table is part of reference cycles: its rows, which may be many, would wait for the collector.
        self.table.show_content(BatchContent())

    def share_actions(self, actions: Sequence[QAction]) -> None:
        """Make the main window's undo and redo work in this dialog, too."""
        self.addActions(list(actions))

    def show_rows(self, content: BatchContent) -> None:
        """Show the present rows."""
        more = len(content.rows) != len(self.table.content.rows) and self.view.is_fitted
        self.wishes.show_columns(content.columns, content.fields)
        self.table.show_content(content)
        self.groups.show_groups(len(content.rows), content.groups)
        if content.columns != self._fitted or more:
            if not self._fitted:
                self.reading.words.setText(self.tr("Checking the rows…"))
            self.view.fit_columns()
            self._fitted = content.columns if content.rows else ()
        self._show_sent()

    def show_offer(self, offer: BatchOffer) -> None:
        """Show what can be ordered, and what it costs."""
        self._offer, self._busy = offer, False
        self.reading.words.setText(offer.words)
        self._wrong.setText("\n".join(offer.problems))
        self._wrong.setVisible(bool(offer.problems))
        self.groups.hidden_choice.setVisible(offer.hidden > 0)
        wrong = len(self.table.wrong_lines)
        if offer.total:
            self.foot.show_currency(offer.total.currency)
        self._say_sums(self._sums(offer, wrong))
        clear = offer.videos > 0 and not wrong and not offer.problems and self.foot.is_clear
        self.run_first.setText(
            self.tr("Run {count} first · {total}").format(
                count=say_number(offer.first_videos), total=say_money(offer.first_total)
            )
        )
        self.run_all.setText(self._run_words(offer))
        rehearse = self.tr("Rehearse {count} · free").format(count=offer.rehearsal_videos)
        some = offer.rehearsal_videos > 0
        self.rehearse.setText(
            " · ".join(filter(None, (rehearse, offer.rehearsal_needs))) if some else self.tr("Rehearse")
        )
        self.rehearse.setEnabled(some and not offer.problems and self.foot.is_clear)
        self.save_result.setVisible(offer.has_result)
        self.again.setVisible(offer.rejected_videos > 0)
        self.again.setEnabled(offer.has_key)
        words = self.tr("Again for the rejected ones · {count} · {total}")
        self.again.setText(
            words.format(count=say_number(offer.rejected_videos), total=say_money(offer.rejected_total))
        )
        for button in (self.run_first, self.run_all):
            button.setEnabled(clear and offer.has_key and offer.budget_videos != 0)
            button.setToolTip("" if offer.has_key else short_tip(self._needs_key()))
        # Where the first rows are all rows, there is nothing to choose.
        some_first = 0 < offer.first_videos < offer.videos
        self.run_first.setVisible(some_first)
        tries_first = some_first and not offer.has_result
        restyle(self.run_first, kind="primary" if tries_first else "secondary")
        restyle(self.run_all, kind="secondary" if tries_first else "primary")

    def _run_words(self, offer: BatchOffer) -> str:
        if offer.budget_videos is None:
            return self.tr("Run {count} · {total}").format(
                count=say_number(offer.videos), total=say_money(offer.total)
            )
        return self.tr("Run until the budget · {count} · {total}").format(
            count=say_number(offer.budget_videos), total=say_money(offer.budget)
        )

    def _sums(self, offer: BatchOffer, wrong: int) -> str:
        videos = self.tr("1 video") if offer.videos == 1 else self.tr("{count} videos")
        sums = f"{videos.format(count=say_number(offer.videos))} · {say_money(offer.total)}"
        in_the_way = (
            self.tr(
                "without 1 row in which something is wrong: mend it or leave it out before anything is sent"
            )
            if wrong == 1
            else self.tr(
                "without {count} rows in which something is wrong: mend them or leave them out before anything is sent"
            ).format(count=say_number(wrong))
        )
        hint = in_the_way if wrong else "" if offer.has_key else self._needs_key()
        if not wrong and offer.videos and offer.budget_videos == 0:
            used = self.tr("the budget doesn't pay for one more: {taken} of it is used")
            hint = used.format(taken=say_money(offer.taken))
        if not self.foot.is_clear:
            hint = self.tr("the budget is no amount")
        return " · ".join(filter(None, (sums, offer.needs, hint)))

    def _needs_key(self) -> str:
        return self.tr("add a key in the settings to run it; rehearsing needs none")

    def _say_sums(self, words: str) -> None:
        self.foot.words.setText(words)
        if words != self._said:
            self._said = words
            announce(self.foot, words)

    @property
    def is_worked_in(self) -> bool:
        """Whether a cell is being edited or a list is open, which new rows would close."""
        return self.view.is_typed_in or self.groups.choice.view().isVisible()

    def set_busy(self) -> None:
        """Disable ordering while rows or pictures are being checked; `show_offer` ends this."""
        self._busy = True
        self._saved.hide()
        for button in (self.again, self.rehearse, self.run_first, self.run_all):
            button.setEnabled(False)

    def say_looked(self, done: int, count: int) -> None:
        """Show how many of the pictures have been checked."""
        self.foot.words.setText(
            self.tr("{done} of 1 picture looked at").format(done=done)
            if count == 1
            else self.tr("{done} of {count} pictures looked at").format(
                done=say_number(done), count=say_number(count)
            )
        )

    def show_refusal(self, text: str) -> None:
        """Say why the source can't be read or shown."""
        self.reading.words.setText("")
        self._wrong.setText(text)
        self._wrong.show()
        announce(self._wrong, text)
        self.set_busy()

    def say_saved(self, text: str, *, ok: bool = True) -> None:
        """Say what became of the result that was to be saved, until the rows are checked again."""
        restyle(self._saved, tone="good" if ok else "bad")
        self._saved.setText(text)
        self._saved.show()
        announce(self._saved, text)

    def _show_sent(self) -> None:
        """Show the problems of the current row, or without any, exactly what is sent for it."""
        current = self.view.currentIndex()
        line = self.table.line_at(current.row()) if current.isValid() else 0
        content = self.table.content
        words = "\n".join(content.problems.get(line, {}).values()) or content.sent_of(line) if line else ""
        self._sent.setText(words)
        self._sent.setVisible(bool(words))

    def _point_at(self, section: int) -> None:
        if section > 0:
            self.wishes.point_at(section - 1)
