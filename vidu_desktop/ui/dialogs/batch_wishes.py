"""The choices for all rows of a batch: each column's use, the prompts, the settings, the number of takes, the file names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from vidu_desktop.domain.batch import TAKES_MOST
from vidu_desktop.ui.look.scale import GAP_M, GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.text import say_list
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.menus import LetteredMenu
from vidu_desktop.ui.widgets.number_field import NumberField
from vidu_desktop.ui.widgets.plain_text_field import PlainTextField
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.spoken import name_field

_PROMPT_LINES = 2
_PROMPT_SPARE_PX = 26


@dataclass(frozen=True, slots=True)
class Setting:
    """An option and its words. `values` are pairs of a value as text and its words."""

    key: str
    words: str
    values: Sequence[tuple[str, str]]


class BatchWishes(QWidget):
    """The prompts are one per line; with several prompts, each row is made with each of them."""

    field_chosen = Signal(int, str)  # a column, and its use; empty: only kept
    wishes_changed = Signal()  # prompts, settings, names or takes

    def __init__(
        self,
        fields: Sequence[tuple[str, str]],
        settings: Sequence[Setting],
        parent: QWidget | None = None,
    ) -> None:
        """`fields` are the possible uses of a column: pairs of a code and its words."""
        super().__init__(parent)
        self._filling = False
        self._content_fields: tuple[str, ...] = ()
        self.column_choice, self.field_choice = QComboBox(), QComboBox()
        self.column_choice.setAccessibleName(self.tr("Column"))
        self.field_choice.setAccessibleName(self.tr("What the column is for"))
        self.field_choice.addItem(self.tr("kept as it is"), "")
        for field, words in fields:
            self.field_choice.addItem(words, field)
        self.prompt = PlainTextField()
        self.prompt.setTabChangesFocus(True)
        self.prompt.setPlaceholderText(
            self.tr("Prompt for rows without one. Several lines: each row is made with each line")
        )
        self.prompt.setAccessibleName(self.tr("Prompts for rows without one, one in a line"))
        self.prompt.setToolTip(
            self.tr(
                "The name of a column in braces stands for its text: {name} turns[, in {colour}]. What stands in square "
                "brackets goes when its column is empty."
            )
        )
        self.prompt.setFixedHeight(self.fontMetrics().lineSpacing() * _PROMPT_LINES + _PROMPT_SPARE_PX)
        self.no_prompt = QCheckBox(self.tr("No prompt is meant"))
        self.settings = PushButton(self.tr("Settings"))
        self.settings.setAutoDefault(False)
        self.settings.setToolTip(
            self.tr("With several values of a setting, each row is made with each of them.")
        )
        restyle(self.settings, kind="quiet")
        self.settings_actions = self._settings_menu(settings)
        self.names = QLineEdit()
        self.names.setPlaceholderText(
            self.tr("Names of the files, made of columns, such as {example}").format(example="{SKU} {Colour}")
        )
        self.names.setAccessibleName(self.tr("Names of the files, made of columns"))
        self.takes = NumberField()
        self.takes.setRange(1, TAKES_MOST)
        name_field(self.takes, self.tr("Takes of each row"))
        self._build()
        self._connect()

    def _settings_menu(self, settings: Sequence[Setting]) -> list[QAction]:
        menu = LetteredMenu(self.settings)
        actions = []
        for setting in settings:
            values = menu.addMenu(setting.words)
            for text, words in setting.values:
                action = values.addAction(words)
                action.setCheckable(True)
                action.setData((setting.key, text))
                action.toggled.connect(lambda _: self._say_settings())
                actions.append(action)
        self.settings.setMenu(menu)
        menu.aboutToHide.connect(self._wish)
        return actions

    def _build(self) -> None:
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(GAP_M)
        rows.setVerticalSpacing(GAP_S)
        rows.addWidget(self.prompt, 0, 0, 2, 1)
        rows.setColumnStretch(0, 1)
        columns, ways = QHBoxLayout(), QHBoxLayout()
        columns.setSpacing(GAP_S)
        ways.setSpacing(GAP_S)
        for words, choice in (
            (self.tr("Column"), self.column_choice),
            (self.tr("is for"), self.field_choice),
        ):
            columns.addWidget(plain_label(words, tone="soft"))
            columns.addWidget(choice)
        ways.addWidget(self.no_prompt)
        ways.addWidget(self.settings)
        ways.addStretch(1)
        ways.addWidget(plain_label(self.tr("Takes"), tone="soft"))
        ways.addWidget(self.takes)
        rows.addLayout(columns, 0, 1)
        rows.addLayout(ways, 1, 1)
        rows.addWidget(self.names, 2, 0, 1, 2)

    def _connect(self) -> None:
        self.column_choice.currentIndexChanged.connect(self._follow_column)
        self.field_choice.activated.connect(self._choose_field)
        self.prompt.textChanged.connect(self._wish)
        self.no_prompt.toggled.connect(lambda _: self._wish())
        self.names.textChanged.connect(lambda _: self._wish())
        self.takes.valueChanged.connect(lambda _: self._wish())

    @property
    def prompts(self) -> tuple[str, ...]:
        """The prompts for rows without one, duplicates left out."""
        lines = (" ".join(line.split()) for line in self.prompt.toPlainText().splitlines())
        return tuple(dict.fromkeys(filter(None, lines)))

    @property
    def common_prompt(self) -> str | None:
        """The only prompt for rows without one; empty if "No prompt is meant" is checked; None if neither is the case."""
        prompts = self.prompts
        return prompts[0] if len(prompts) == 1 else "" if self.no_prompt.isChecked() else None

    @property
    def name_pattern(self) -> str | None:
        """The pattern for the beginning of the videos' file names; None leaves the names to the rows."""
        return self.names.text().strip() or None

    @property
    def chosen_settings(self) -> dict[str, tuple[str, ...]]:
        """The chosen values of each setting, by its key. A setting without a chosen value is left to the row."""
        chosen: dict[str, tuple[str, ...]] = {}
        for action in self.settings_actions:
            if action.isChecked():
                key, text = action.data()
                chosen[key] = (*chosen.get(key, ()), text)
        return chosen

    def put(self, prompt: str, *, no_prompt: bool, settings: Mapping[str, Sequence[str]], takes: int) -> None:
        """Set the choices for all rows without sending a signal."""
        self._filling = True
        self.prompt.setPlainText(prompt)
        self.no_prompt.setChecked(no_prompt)
        self.takes.setValue(takes)
        for action in self.settings_actions:
            key, text = action.data()
            action.setChecked(text in settings.get(key, ()))
        self._filling = False

    def show_columns(self, columns: Sequence[str], fields: Sequence[str]) -> None:
        """Show the sheet's columns, and the present use of each in `fields`."""
        self._filling = True
        at = max(self.column_choice.currentIndex(), 0)
        shown = [self.column_choice.itemText(index) for index in range(self.column_choice.count())]
        if shown != list(columns):
            self.column_choice.clear()
            self.column_choice.addItems(list(columns))
        self._content_fields = tuple(fields)
        self.column_choice.setCurrentIndex(min(at, len(columns) - 1))
        self._filling = False
        self._follow_column()

    def point_at(self, column: int) -> None:
        """Select a column and focus the choice of its use."""
        self.column_choice.setCurrentIndex(column)
        self.field_choice.setFocus()

    def _say_settings(self) -> None:
        chosen = say_list(action.text() for action in self.settings_actions if action.isChecked())
        self.settings.setText(chosen or self.tr("Settings"))

    def _wish(self) -> None:
        if not self._filling:
            self.wishes_changed.emit()

    def _follow_column(self) -> None:
        at = self.column_choice.currentIndex()
        if not self._filling and 0 <= at < len(self._content_fields):
            self.field_choice.setCurrentIndex(max(0, self.field_choice.findData(self._content_fields[at])))

    def _choose_field(self) -> None:
        self.field_chosen.emit(self.column_choice.currentIndex(), self.field_choice.currentData())
