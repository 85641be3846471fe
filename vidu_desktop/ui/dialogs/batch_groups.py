"""The rows of a batch, grouped by what they have in common, with actions for a whole group."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.batch_table import RowGroup
from vidu_desktop.ui.text import say_number
from vidu_desktop.ui.widgets.push_button import PushButton


class BatchGroups(QWidget):
    """The actions apply to the rows of the shown group; while all rows are shown, to all rows with a problem."""

    group_chosen = Signal(str)  # code of the group to show; empty: all rows
    left_out = Signal(list)  # list[int]: lines of which no videos are to be made
    taken_in = Signal(list)  # list[int]: lines that are to be made after all
    remedy_requested = Signal(str, list)  # a remedy's code, and its lines

    def __init__(self, remedies: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`remedies` are pairs of a group's code and the words of the button that remedies its rows."""
        super().__init__(parent)
        self._remedies = dict(remedies)
        self._groups: dict[str, RowGroup] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Which rows are shown"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.leave_out, self.take_in, self.remedy = PushButton(), PushButton(), PushButton()
        self.hidden_choice = QComboBox()
        self.hidden_choice.setAccessibleName(self.tr("Hidden rows"))
        for words, value in (
            (self.tr("Hidden rows: leave or take?"), ""),
            (self.tr("Leave hidden rows out"), "leave"),
            (self.tr("Take hidden rows, too"), "take"),
        ):
            self.hidden_choice.addItem(words, value)
        row.addWidget(self.choice)
        for button in (self.remedy, self.leave_out, self.take_in):
            button.setAutoDefault(False)
            restyle(button, kind="quiet")
            button.hide()
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.hidden_choice)
        self.hidden_choice.hide()
        self.show_groups(0, ())
        self.choice.activated.connect(lambda _: self._choose())
        self.leave_out.clicked.connect(lambda: self.left_out.emit(list(self._lines())))
        self.take_in.clicked.connect(lambda: self.taken_in.emit(list(self._lines())))
        self.remedy.clicked.connect(lambda: self.remedy_requested.emit(self.code, list(self._lines())))

    @property
    def code(self) -> str:
        """The code of the shown group; empty for all rows."""
        return self.choice.currentData() or ""

    @property
    def hidden(self) -> str | None:
        """What happens to hidden rows: "leave" or "take"; None if the person hasn't answered."""
        return self.hidden_choice.currentData() or None

    def choose_hidden(self, answer: str) -> None:
        """Set what happens to hidden rows, "leave", "take" or empty for no answer, without sending a signal."""
        self.hidden_choice.setCurrentIndex(max(0, self.hidden_choice.findData(answer)))

    def show_groups(self, rows: int, groups: Sequence[RowGroup]) -> None:
        """Offer these groups; `rows` is the number of all rows. The shown group stays, if it still exists."""
        before = self.code
        self._groups = {group.code: group for group in groups}
        self.choice.clear()
        self.choice.addItem(self.tr("All rows · {count}").format(count=say_number(rows)), "")
        for group in groups:
            self.choice.addItem(f"{group.words} · {say_number(len(group.lines))}", group.code)
        self.choice.setCurrentIndex(max(0, self.choice.findData(before)))
        if before and before not in self._groups:
            self.group_chosen.emit("")
        self._show_remedies()

    def _lines(self) -> Sequence[int]:
        shown = self._groups.get(self.code)
        if shown is not None:
            return shown.lines
        return sorted({line for group in self._groups.values() if group.wrong for line in group.lines})

    def _choose(self) -> None:
        self.group_chosen.emit(self.code)
        self._show_remedies()

    def _show_remedies(self) -> None:
        group, count = self._groups.get(self.code), len(self._lines())
        is_out = self.code == "left-out"
        self.leave_out.setText(self.tr("Leave out · {count}").format(count=say_number(count)))
        self.leave_out.setVisible(count > 0 and not is_out)
        self.take_in.setText(self.tr("Take in · {count}").format(count=say_number(count)))
        self.take_in.setVisible(count > 0 and is_out)
        words = self._remedies.get(self.code) if group is not None else None
        self.remedy.setVisible(words is not None)
        self.remedy.setText((words or "").format(count=say_number(count)))
