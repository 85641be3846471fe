"""The dialogs for presets: one to save a preset, one to manage all of them."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QDeadlineTimer, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from vidu_desktop.domain.presets import PRESET_NAME_MOST_CHARS, Preset
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.mode_words import mode_name
from vidu_desktop.ui.models.small_jpegs import image_of
from vidu_desktop.ui.models.tips import plain_tip
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.screen_room import list_room_px

_PRESET = Qt.ItemDataRole.UserRole
_ICON_PX = QSize(64, 36)
_PROMPT_SHOWN_CHARS = 90


class SavePresetDialog(DialogFrame):
    """Asks for a name, and warns while it is typed if another preset has that name."""

    chosen = Signal(str, bool)  # name; whether its tab begins with it

    def __init__(
        self, look: Look, name: str, taken: Collection[str], mode: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "", parent)
        self._taken = {one.casefold() for one in taken}
        self.setWindowTitle(self.tr("Save as preset"))
        self.say(
            self.tr("Save prompt and settings under a name"),
            self.tr("Presets lie in the library and move with it. Pictures and shot stay out of them."),
        )
        self.name = QLineEdit(name)
        self.name.setMaxLength(PRESET_NAME_MOST_CHARS)
        self.name.setAccessibleName(self.tr("Name of the preset"))
        self.name.selectAll()
        self.body.addWidget(self.name)
        self.at_start = QCheckBox(self.tr("Begin with it where “{tab}” is empty").format(tab=mode_name(mode)))
        self.body.addWidget(self.at_start)
        self._words = plain_label(tone="warn", wrap=True)
        self.body.addWidget(self._words)
        self.add_answer(self.tr("Cancel")).clicked.connect(self.reject)
        self._save = self.add_answer(self.tr("Save"), "primary")
        self._save.clicked.connect(self._choose)
        self.name.textChanged.connect(self._follow)
        self._follow(name)
        self.name.setFocus()

    def _follow(self, text: str) -> None:
        name = " ".join(text.split())
        there = name.casefold() in self._taken
        self._words.setText(self.tr("There is a preset of that name. It is replaced.") if there else "")
        self._save.setText(self.tr("Replace it") if there else self.tr("Save"))
        self._save.setEnabled(bool(name))

    def _choose(self) -> None:
        self.chosen.emit(" ".join(self.name.text().split()), self.at_start.isChecked())
        self.accept()


class PresetsDialog(DialogFrame):
    """Filled by `show_presets`, again after each change."""

    use_requested = Signal(object)  # Preset
    start_requested = Signal(object, bool)  # Preset; whether its tab begins with it
    export_requested = Signal(object)  # list[Preset]
    import_requested = Signal()
    remove_requested = Signal(object)  # list[str], names

    def __init__(self, look: Look, parent: QWidget | None = None, *, rest_ms: int | None = None) -> None:
        """`rest_ms`: a second press within this time counts as part of the first; None means the system's double-click time."""
        super().__init__(look, "", parent, width_px=680)
        self._rest_ms = QApplication.doubleClickInterval() if rest_ms is None else rest_ms
        self._asked: list[str] = []
        self._asked_just_now = QDeadlineTimer(0)
        self.setWindowTitle(self.tr("Presets"))
        self._words = plain_label(tone="soft", wrap=True)
        self.body.addWidget(self._words)
        self.list = self._made_list()
        self.body.addWidget(self.list, 1)
        self.at_start = QCheckBox(self.tr("Begin with it where its tab is empty"))
        self.body.addWidget(self.at_start)
        self._remove = self.add_answer("", "danger")
        self._import = self.add_answer(self.tr("Import…"))
        self._export = self.add_answer(self.tr("Export…"))
        self.add_answer(self.tr("Close")).clicked.connect(self.accept)
        self._use = self.add_answer(self.tr("Use it"), "primary")
        self._connect()
        self._follow()

    def _connect(self) -> None:
        self.list.itemSelectionChanged.connect(self._follow)
        self.list.itemDoubleClicked.connect(self._use.click)
        self.at_start.clicked.connect(lambda on: self.start_requested.emit(self._chosen()[0], on))
        self._use.clicked.connect(self._use_it)
        self._import.clicked.connect(self.import_requested)
        self._export.clicked.connect(lambda: self.export_requested.emit(self._chosen()))
        self._remove.clicked.connect(self._remove_pressed)

    def _made_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setIconSize(_ICON_PX)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setHeaderLabels([self.tr("Name"), self.tr("For"), self.tr("Prompt")])
        made.setMinimumHeight(list_room_px(self, 280))
        made.setAccessibleName(self.tr("Presets"))
        made.header().setStretchLastSection(True)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        return made

    def show_presets(self, presets: Sequence[Preset], selected: Collection[str] = ()) -> None:
        """Show these presets, and select those that are named in `selected`."""
        self.list.clear()
        for preset in presets:
            prompt = " ".join(preset.request.prompt.split())
            begins = " · " + self.tr("at the start") if preset.at_start else ""
            shown = [preset.name, mode_name(preset.request.mode) + begins, prompt[:_PROMPT_SHOWN_CHARS]]
            item = QTreeWidgetItem(shown)
            item.setToolTip(2, plain_tip(preset.request.prompt))
            item.setData(0, _PRESET, preset)
            image = image_of(preset.thumbnail)
            icon = self.look.icon("preset", "text_soft")
            item.setIcon(0, icon if image.isNull() else QIcon(QPixmap.fromImage(image)))
            self.list.addTopLevelItem(item)
            item.setSelected(preset.name in selected)
        for column in (0, 1):
            self.list.resizeColumnToContents(column)
        self._words.setText(
            self.tr("They lie in the library and move with it.")
            if presets
            else self.tr("None yet. Save what is in a tab, or a video's settings from its menu.")
        )
        if not self.list.selectedItems() and (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        self._follow()

    def _chosen(self) -> list[Preset]:
        return [item.data(0, _PRESET) for item in self.list.selectedItems()]

    def _follow(self) -> None:
        chosen = self._chosen()
        self._asked = []
        self._remove.setText(self.tr("Delete"))
        self._remove.setEnabled(bool(chosen))
        self._export.setEnabled(bool(chosen))
        self._use.setEnabled(len(chosen) == 1)
        self.at_start.setEnabled(len(chosen) == 1)
        self.at_start.setChecked(len(chosen) == 1 and chosen[0].at_start)

    def _use_it(self) -> None:
        self.use_requested.emit(self._chosen()[0])
        self.accept()

    def _remove_pressed(self) -> None:
        """The first press asks, the second deletes. A double click counts as one press."""
        names = [preset.name for preset in self._chosen()]
        if not self._asked_just_now.hasExpired():
            return
        if self._asked != names:
            self._asked = names
            self._asked_just_now = QDeadlineTimer(self._rest_ms)
            self._remove.setText(self.tr("Really delete {count}?").format(count=len(names)))
            return
        self.remove_requested.emit(names)
