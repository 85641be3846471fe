"""The export of videos: the form of their pictures, and the names of the files, shown before anything is written."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import size_of
from vidu_desktop.domain.export_sizes import size_range
from vidu_desktop.domain.name_pattern import NamePattern
from vidu_desktop.errors import BadInput
from vidu_desktop.ui.dialogs.export_names import ExportNames
from vidu_desktop.ui.dialogs.export_pictures import ExportPictures
from vidu_desktop.ui.dialogs.export_preset_row import ExportPresetRow
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_L, GAP_S, FontRole
from vidu_desktop.ui.models.export_choice import ExportChoice
from vidu_desktop.ui.text import say, say_bytes, say_on
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.spoken import name_field


class ExportDialog(DialogFrame):
    """For one or several clips. Only one clip has a range of frames, which begins as that of `last`, if set there."""

    chosen = Signal(object)  # ExportChoice, which has been checked
    preset_saved = Signal(str, object)  # the preset's name; ExportChoice
    preset_removed = Signal(str)
    folder_changed = Signal(str)  # answered by `show_taken` or `show_folder_gone`

    def __init__(
        self,
        look: Look,
        clips: Sequence[Clip],
        last: ExportChoice,
        parent: QWidget | None = None,
        *,
        presets: Mapping[str, ExportChoice] | None = None,
    ) -> None:
        super().__init__(look, "", parent, width_px=520)
        self._clips = clips
        self.setWindowTitle(self.tr("Export"))
        self.say(
            self.tr("Export this video")
            if len(clips) == 1
            else self.tr("Export {count} videos").format(count=len(clips))
        )
        self._presets = ExportPresetRow(presets or {})
        self._pictures = ExportPictures(clips, last.settings, self)
        self._names = ExportNames(clips, last, self)
        self._build_form()
        self._reason = plain_label(role=FontRole.CAPTION, tone="soft", wrap=True)
        self._reason.setObjectName("reason")
        self.body.addWidget(self._reason)
        self.add_answer(self.tr("Cancel")).clicked.connect(self.reject)
        self._export = self.add_answer(self.tr("Export"), "primary")
        self._connect()
        self._follow()
        (self._pictures.format if last.folder else self._names.folder_field).setFocus()

    def _build_form(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(GAP_L)
        form.setVerticalSpacing(GAP_S)
        self.body.addLayout(form)
        rows = ((self.tr("Preset"), self._presets), *self._pictures.rows(), *self._names.rows())
        for name, field in rows:
            label = plain_label(name, tone="soft")
            label.setBuddy(field)
            if name:
                field.setAccessibleName(name)
            form.addRow(label, field)
        # These lines hold a field and buttons; the field gets the name of its line.
        name_field(self._presets.names, self.tr("Preset"))
        self._names.folder_field.setAccessibleName(self.tr("Folder"))

    def _connect(self) -> None:
        self._presets.used.connect(self._use_preset)
        self._presets.save_requested.connect(self._save_preset)
        self._presets.removed.connect(self.preset_removed)
        self._pictures.changed.connect(self._follow)
        self._names.changed.connect(self._follow)
        self._names.folder_changed.connect(self.folder_changed)
        self._export.clicked.connect(self._choose)

    def set_folder(self, folder: str) -> None:
        """Set the folder for the files."""
        self._names.set_folder(folder)

    def show_folder_gone(self, folder: str, *, may_be_made: bool = False) -> None:
        """Say that `folder` doesn't exist. With `may_be_made`, a typed folder will be made by the export."""
        self._names.show_folder_gone(folder, may_be_made=may_be_made)

    def show_taken(self, folder: str, names: Collection[str]) -> None:
        """Take note of the names that exist in `folder`, in lower case: new files get other names, and nothing is
        overwritten.
        """
        self._names.show_taken(folder, names)

    def _use_preset(self, choice: ExportChoice) -> None:
        self._pictures.show_settings(choice.settings)
        self._names.show_choice(choice)
        self._follow()

    def _save_preset(self, name: str) -> None:
        if self._problem():
            return
        choice = self._choice()
        # A range belongs to one video, not into a preset.
        choice = replace(choice, settings=replace(choice.settings, first=None, last=None))
        self._presets.keep(name, choice)
        self.preset_saved.emit(name, choice)

    def _choose(self) -> None:
        self.chosen.emit(self._choice())
        self.accept()

    def _choice(self) -> ExportChoice:
        return ExportChoice(
            settings=self._pictures.settings, pattern=self._names.pattern, folder=self._names.folder
        )

    def _follow(self) -> None:
        self._pictures.follow()
        problem = self._problem()
        why_not = self._names.why_not()
        self._names.preview(self._pictures.kind.suffix, problem)
        self._export.setEnabled(not problem and not why_not)
        self._reason.setText(why_not or ("" if problem else self._what_comes()))

    def _problem(self) -> str:
        try:
            NamePattern.read(self._names.pattern)
            settings = self._pictures.settings
            if not settings.format.copies:
                for clip in self._clips:
                    size_of(settings, clip.video.width_px, clip.video.height_px)
        except BadInput as error:
            return say(error.sentence)
        return ""

    def _what_comes(self) -> str:
        return say_on(*filter(None, (self._names.remark(), self._how_large())))

    def _how_large(self) -> str:
        low_bytes, high_bytes = size_range(self._pictures.settings, self._clips)
        if low_bytes == high_bytes:
            return self.tr("{size} in all").format(size=say_bytes(low_bytes))
        words = self.tr("Between {low} and {high}, by what moves in the pictures")
        return words.format(low=say_bytes(low_bytes), high=say_bytes(high_bytes))
