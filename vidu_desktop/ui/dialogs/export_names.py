"""The file names of an export, previewed before anything is written, and their folder."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.name_pattern import FIELDS, NamePattern, free_names
from vidu_desktop.ui.look.scale import FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.export_choice import ExportChoice
from vidu_desktop.ui.text import say_list
from vidu_desktop.ui.widgets.file_dialog import FileDialog
from vidu_desktop.ui.widgets.labels import breakable, plain_label
from vidu_desktop.ui.widgets.push_button import PushButton

_NAMES_SHOWN = 2


class ExportNames(QObject):
    """Never looks at the disk: `folder_changed` asks others whether the folder exists and what it holds."""

    changed = Signal()
    folder_changed = Signal(str)  # answered by `show_taken` or `show_folder_gone`

    def __init__(self, clips: Sequence[Clip], begin_with: ExportChoice, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._clips = clips
        self._dialog = dialog
        self.folder = begin_with.folder
        self._taken: Collection[str] = ()
        self._folder_gone = self._folder_new = self._typed = False
        self._pattern = QLineEdit(begin_with.pattern)
        fields = say_list(f"{{{name}}}" for name in FIELDS)
        hint = self.tr("There is: {fields}. {{take:03}} has three digits.").format(fields=fields)
        self._pattern.setAccessibleDescription(hint)
        self._hint = plain_label(hint, role=FontRole.CAPTION, tone="faint", wrap=True)
        self._preview = plain_label(role=FontRole.CAPTION, tone="soft", wrap=True)
        self._preview.setObjectName("preview")
        self.folder_field = QLineEdit(self.folder)
        self.folder_field.setPlaceholderText(self.tr("Where the files go"))
        self._pattern.textChanged.connect(lambda _text: self.changed.emit())
        self.folder_field.textEdited.connect(self._type_folder)

    def rows(self) -> Sequence[tuple[str, QWidget]]:
        """Return the form's rows: each a name and its field."""
        return (
            (self.tr("Names"), self._pattern),
            ("", self._preview),
            ("", self._hint),
            (self.tr("Folder"), self._folder_row()),
        )

    def _folder_row(self) -> QWidget:
        choose = PushButton(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_folder)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.folder_field, 1)
        row.addWidget(choose)
        return both

    @property
    def pattern(self) -> str:
        """The pattern as it is typed; it may be invalid."""
        return self._pattern.text()

    def show_choice(self, choice: ExportChoice) -> None:
        """Show this choice's pattern, and its folder if it has one."""
        self._pattern.setText(choice.pattern)
        if choice.folder:
            self.set_folder(choice.folder)

    def set_folder(self, folder: str) -> None:
        """Set the folder for the files."""
        self.folder_field.setText(folder)
        self._take_folder(folder)

    def show_folder_gone(self, folder: str, *, may_be_made: bool = False) -> None:
        """Say that `folder` doesn't exist. With `may_be_made`, a typed folder will be made by the export; a remembered one
        won't, because it may be on a drive that isn't connected. Does nothing if the folder has changed meanwhile.
        """
        if folder == self.folder:
            self._folder_new = may_be_made and self._typed
            self._folder_gone = not self._folder_new
            self.changed.emit()

    def show_taken(self, folder: str, names: Collection[str]) -> None:
        """Take note of the names that exist in `folder`, in lower case: new files get other names, and nothing is
        overwritten.
        """
        if folder == self.folder:
            self._taken = names
            self.changed.emit()

    def why_not(self) -> str:
        """Return why the export can't begin yet; empty if it can."""
        if not self.folder:
            return self.tr("Choose a folder, or type one; then the export can begin.")
        if self._folder_gone:
            return self.tr("There is no folder “{folder}”.").format(folder=self.folder)
        return ""

    def remark(self) -> str:
        """Return a remark about the folder; empty if it exists."""
        return self.tr("This folder isn't there yet: it will be made.") if self._folder_new else ""

    def preview(self, suffix: str, problem: str) -> None:
        """Show the first file names with this suffix, or `problem` instead."""
        self._preview.setText(problem or breakable(self._names(suffix)))
        restyle(self._preview, tone="bad" if problem else "soft")

    def _names(self, suffix: str) -> str:
        pattern, clips = NamePattern.read(self.pattern), self._clips[:_NAMES_SHOWN]
        names = free_names(pattern, clips, suffix, self._taken)
        shown = say_list(name for _wished, name in names)
        if len(self._clips) > _NAMES_SHOWN:
            shown += " …"
        stays = next((wished for wished, name in names if wished != name), "")
        if stays:
            shown += "\n" + self.tr("“{name}” is there already and stays as it is.").format(name=stays)
        return shown

    def _choose_folder(self) -> None:
        dialog = FileDialog(self._dialog, self.tr("Export into"), self.folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.set_folder)
        dialog.open()

    def _type_folder(self, text: str) -> None:
        folder = text.strip()
        if folder:
            path = Path(folder).expanduser() if folder.startswith("~/") else Path(folder)
            folder = str(path) if path.is_absolute() else str(Path.home() / path)
        self._take_folder(folder, typed=True)

    def _take_folder(self, folder: str, *, typed: bool = False) -> None:
        self.folder, self._taken, self._typed = folder, (), typed
        self._folder_gone = self._folder_new = False
        self.changed.emit()
        self.folder_changed.emit(folder)
