"""The watched folders with their states, and a form to watch another folder."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from vidu_desktop.domain.amounts import Money
from vidu_desktop.ui.dialogs.watch_form import WatchForm
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.tips import plain_tip
from vidu_desktop.ui.text import say_money
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton

_ID = Qt.ItemDataRole.UserRole
_WIDTH_PX = 760
_LIST_PX = 150
_SHOWN_MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchLine:
    """One watched folder, as texts. `notes` name the pictures of which no video is made, each with the reason."""

    batch_id: str
    folder: str
    preset: str
    today: str
    made: str
    state: str
    can_pause: bool
    can_go_on: bool
    can_end: bool
    notes: tuple[str, ...] = ()


class WatchDialog(DialogFrame):
    """Filled by `show_lines` and by the methods of `form`, again after each change."""

    # Folder; preset; Money per day, None for a rehearsal; whether pictures that are already there count, too.
    begin_requested = Signal(str, str, object, bool)
    pause_requested = Signal(str)  # this and the next two: the folder's batch id
    go_on_requested = Signal(str)
    end_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent, width_px=_WIDTH_PX)
        self.setWindowTitle(self.tr("Watched folders"))
        self.body.addWidget(
            plain_label(
                self.tr(
                    "Each picture that appears in a folder becomes a video of a preset, once by what it holds. A day costs "
                    "what you allow at most. Folders are watched while this program runs."
                ),
                tone="soft",
                wrap=True,
            )
        )
        self._lines: dict[str, WatchLine] = {}
        self._has_key = True
        self.list = self._made_list()
        self._notes = plain_label(tone="warn", wrap=True)
        self.pause = self._button(self.tr("Pause"))
        self.go_on = self._button(self.tr("Go on"))
        self.end_watch = self._button(self.tr("Watch no more"))
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        for button in (self.pause, self.go_on, self.end_watch):
            row.addWidget(button)
        row.addStretch(1)
        self.form = WatchForm(self)
        self._hint = plain_label(tone="soft", wrap=True)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._notes)
        self.body.addLayout(row)
        self.body.addWidget(plain_label(self.tr("Watch another folder"), role=FontRole.STRONG))
        self.body.addWidget(self.form)
        self.body.addWidget(self._hint)
        self.rehearse = self.add_answer(self.tr("Rehearse it · free"))
        self.begin = self.add_answer("", "primary", orders=True)
        self.close_button = self.add_answer(self.tr("Close"))
        self._connect()
        self._follow_selection()
        self._follow_form()

    def _connect(self) -> None:
        self.list.itemSelectionChanged.connect(self._follow_selection)
        self.pause.clicked.connect(lambda: self.pause_requested.emit(self.chosen_id))
        self.go_on.clicked.connect(lambda: self.go_on_requested.emit(self.chosen_id))
        self.end_watch.clicked.connect(lambda: self.end_requested.emit(self.chosen_id))
        self.form.changed.connect(self._follow_form)
        self.begin.clicked.connect(lambda: self._emit_begin(self.form.day_budget))
        self.rehearse.clicked.connect(lambda: self._emit_begin(None))
        self.close_button.clicked.connect(self.accept)

    def _button(self, words: str) -> QPushButton:
        button = PushButton(words)
        button.setAutoDefault(False)
        restyle(button, kind="secondary")
        return button

    def _made_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        made.setHeaderLabels(
            [self.tr("Folder"), self.tr("Preset"), self.tr("Today"), self.tr("Made"), self.tr("State")]
        )
        made.setMinimumHeight(_LIST_PX)
        made.setAccessibleName(self.tr("Watched folders"))
        heads = made.header()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return made

    def show_lines(self, lines: Sequence[WatchLine], choose: str = "") -> None:
        """Show the folders' states. The selected folder stays selected, unless `choose` is the id of another."""
        chosen = choose or self.chosen_id
        self._lines = {line.batch_id: line for line in lines}
        self.list.clear()
        for line in lines:
            item = QTreeWidgetItem([line.folder, line.preset, line.today, line.made, line.state])
            item.setData(0, _ID, line.batch_id)
            item.setToolTip(0, plain_tip(line.folder))
            item.setToolTip(4, plain_tip(line.state))
            self.list.addTopLevelItem(item)
            if line.batch_id == chosen or (not chosen and item is self.list.topLevelItem(0)):
                self.list.setCurrentItem(item)
        for column in range(1, 5):
            self.list.resizeColumnToContents(column)
        self._follow_selection()

    def set_has_key(self, has_key: bool) -> None:
        """Say whether there is an API key; without one, only rehearsals can be begun."""
        self._has_key = has_key
        self._follow_form()

    @property
    def chosen_id(self) -> str:
        """The batch id of the selected folder; empty if none is selected."""
        items = self.list.selectedItems()
        return str(items[0].data(0, _ID)) if items else ""

    def _follow_selection(self) -> None:
        line = self._lines.get(self.chosen_id)
        self.pause.setEnabled(line is not None and line.can_pause)
        self.go_on.setEnabled(line is not None and line.can_go_on)
        self.end_watch.setEnabled(line is not None and line.can_end)
        notes = () if line is None else line.notes
        more = len(notes) - _SHOWN_MOST
        words = [
            *notes[:_SHOWN_MOST],
            *([self.tr("… and {count} more").format(count=more)] if more > 0 else []),
        ]
        self._notes.setText("\n".join(words))
        self._notes.setVisible(bool(notes))

    def _follow_form(self) -> None:
        form = self.form
        cap = form.day_budget
        self.begin.setText(
            self.tr("Watch it · at most {cap} a day").format(cap=say_money(cap))
            if form.may_pay and cap is not None
            else self.tr("Watch it")
        )
        self.begin.setEnabled(form.may_pay and self._has_key)
        self.rehearse.setEnabled(form.may_rehearse)
        hint = form.hint
        if form.may_pay and not self._has_key:
            hint = self.tr("Add a key in the settings to watch it; rehearsing needs none.")
        self._hint.setText(hint)

    def _emit_begin(self, day_budget: Money | None) -> None:
        form = self.form
        self.begin_requested.emit(
            form.folder, form.preset.currentText(), day_budget, form.take_there.isChecked()
        )
