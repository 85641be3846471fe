"""Settings, third page: the library's folder, how long the trash keeps things, and the disk space that everything takes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from vidu_desktop.domain.settings import Settings
from vidu_desktop.domain.space_use import SpaceUse
from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.text import say_bytes
from vidu_desktop.ui.widgets.file_dialog import FileDialog
from vidu_desktop.ui.widgets.form import Form
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton

_DAYS = (0, 7, 30, 90, 365)


class LibraryPage(Form):
    """An empty folder means the default one of the platform."""

    changed = Signal()
    tidy_requested = Signal()  # answered by `show_space`

    def __init__(self, settings: Settings, usual_library_dir: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build_library(settings.library_dir, usual_library_dir)
        self._build_trash(settings.empty_trash_after_days)
        self._build_space()

    def _build_library(self, library_dir: str, usual_library_dir: str) -> None:
        self.library_dir_edit = QLineEdit(library_dir)
        self.library_dir_edit.setReadOnly(True)
        self.library_dir_edit.setPlaceholderText(usual_library_dir or self.tr("Your videos folder"))
        self.library_dir_edit.setAccessibleName(self.tr("Library folder"))
        choose = PushButton(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        self.reset_button = PushButton(self.tr("Use the default"))
        self.reset_button.setAutoDefault(False)
        restyle(self.reset_button, kind="quiet")
        self.reset_button.clicked.connect(lambda: self._take(""))
        self.reset_button.setVisible(bool(library_dir))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self.library_dir_edit, 1)
        row.addWidget(choose)
        row.addWidget(self.reset_button)
        hint = self.tr(
            "New videos go there, as plain files. Those in the old folder stay where they are; move them yourself "
            "if you want them in the new one."
        )
        self.add_below(self.tr("Library folder"), hint, line)

    def _build_trash(self, days: int) -> None:
        self._days = QComboBox()
        for choice in sorted({*_DAYS, days}):
            self._days.addItem(self._days_words(choice), choice)
        self._days.setCurrentIndex(self._days.findData(days))
        self._days.setFixedWidth(180)
        self._days.currentIndexChanged.connect(self.changed)
        hint = self.tr("What was thrown away that long ago is deleted for good. Only what is in the trash.")
        self.add_beside(self.tr("Empty the trash by itself"), hint, self._days)

    def _build_space(self) -> None:
        self._space = plain_label(self.tr("Measuring…"), tone="soft", wrap=True)
        self._tidy = PushButton(self.tr("Tidy now"))
        self._tidy.setAutoDefault(False)
        self._tidy.clicked.connect(self._wish_tidy)
        self._tidy.setAccessibleDescription(
            self.tr(
                "Deletes covers and thumbnails, which are made anew where they are shown, and the copies of stills that no "
                "board, batch or job needs any more."
            )
        )
        self._tidy.setToolTip(short_tip(self._tidy.accessibleDescription()))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self._space, 1)
        row.addWidget(self._tidy, 0, Qt.AlignmentFlag.AlignTop)
        self.add_below(self.tr("Room on the disk"), "", line)

    @property
    def empty_trash_after_days(self) -> int:
        """After how many days the trash deletes a video; 0 for never."""
        return int(self._days.currentData())

    def show_space(self, use: SpaceUse) -> None:
        """Show how much disk space everything takes."""
        self._tidy.setEnabled(use.tidied_bytes > 0)
        self._space.setText(
            "\n".join(
                words.format(size=say_bytes(size))
                for words, size in (
                    (self.tr("Library: {size}"), use.library_bytes),
                    (self.tr("Its trash: {size}"), use.trash_bytes),
                    (self.tr("Copies of pictures that jobs need: {size}"), use.prepared_bytes),
                    (self.tr("Covers and thumbnails: {size}"), use.caches_bytes),
                    (
                        self.tr("Copies of stills that nothing needs any more: {size}"),
                        use.unused_stills_bytes,
                    ),
                )
            )
        )

    def _wish_tidy(self) -> None:
        self._tidy.setEnabled(False)
        self.tidy_requested.emit()

    def _days_words(self, days: int) -> str:
        if not days:
            return self.tr("never")
        return self.tr("after 1 day") if days == 1 else self.tr("after {count} days").format(count=days)

    def _choose(self) -> None:
        shown = self.library_dir_edit
        folder = shown.text() or shown.placeholderText()
        dialog = FileDialog(self, self.tr("Choose the library folder"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, path: str) -> None:
        self.library_dir_edit.setText(path)
        self.reset_button.setVisible(bool(path))
        self.changed.emit()
