"""How videos are exported: format, size, rate, range, and what the files are called, with a look at the names."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import (
    HOLDS,
    RATES_FPS,
    SIDES_PX,
    ExportFormat,
    ExportSettings,
    rate_most_fps,
    size_of,
    size_range,
)
from vidu_desktop.domain.name_pattern import FIELDS, USUAL_PATTERN, NamePattern, free_names
from vidu_desktop.errors import BadInput
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_L, GAP_S, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.job_words import say_bytes
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import breakable, plain_label
from vidu_desktop.ui.widgets.push_button import PushButton

_NAMES_SHOWN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoice:
    """What the person chose; kept for the next time."""

    settings: ExportSettings
    pattern: str = USUAL_PATTERN
    folder: str = ""


class ExportDialog(DialogFrame):
    """For one clip or many; a range only for one: that of `last`, if it has one."""

    chosen = Signal(object)  # ExportChoice, found to make sense
    preset_saved = Signal(str, object)  # its name, ExportChoice
    preset_removed = Signal(str)
    folder_changed = Signal(str)  # answered with `show_taken`

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
        self._folder = last.folder
        self._presets = dict(presets or {})
        self._taken: Collection[str] = ()
        self._folder_wrong = False
        count = len(clips)
        self.setWindowTitle(self.tr("Export"))
        self.say(
            self.tr("Export this video")
            if count == 1
            else self.tr("Export {count} videos").format(count=count)
        )
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(GAP_L)
        self._form.setVerticalSpacing(GAP_S)
        self.body.addLayout(self._form)
        self._build_presets()
        self._build_pictures(last.settings)
        self._build_names(last)
        self._reason = plain_label(role=FontRole.CAPTION, tone="soft", wrap=True)
        self._reason.setObjectName("reason")
        self.body.addWidget(self._reason)
        self.add_answer(self.tr("Cancel")).clicked.connect(self.reject)
        self._export = self.add_answer(self.tr("Export"), "primary")
        self._export.clicked.connect(self._choose)
        self._follow()
        (self._format if self._folder else self._place).setFocus()

    def _build_presets(self) -> None:
        self._preset = QComboBox()
        self._preset.setEditable(True)
        self._preset.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        name = self._preset.lineEdit()
        if name is not None:
            name.setPlaceholderText(self.tr("A name to save this under"))
        self._save_preset = PushButton(self.tr("Save"))
        self._remove_preset = PushButton(self.tr("Remove"))
        for button in (self._save_preset, self._remove_preset):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._preset, 1)
        row.addWidget(self._save_preset)
        row.addWidget(self._remove_preset)
        line = QWidget()
        line.setLayout(row)
        self._add(self.tr("Preset"), line)
        self._preset.setAccessibleName(self.tr("Preset"))
        self._fill_presets("")
        self._preset.activated.connect(lambda _row: self._use_preset())
        self._preset.editTextChanged.connect(self._follow_preset)
        self._save_preset.clicked.connect(self._keep_preset)
        self._remove_preset.clicked.connect(self._forget_preset)

    def _fill_presets(self, shown: str) -> None:
        self._preset.clear()
        self._preset.addItems(sorted(self._presets, key=str.casefold))
        self._preset.setCurrentIndex(self._preset.findText(shown) if shown else -1)
        if not shown:
            self._preset.clearEditText()
        self._follow_preset()

    def _preset_name(self) -> str:
        return " ".join(self._preset.currentText().split())

    def _follow_preset(self) -> None:
        self._save_preset.setEnabled(bool(self._preset_name()))
        self._remove_preset.setEnabled(self._preset_name() in self._presets)

    def _use_preset(self) -> None:
        choice = self._presets.get(self._preset_name())
        if choice is None:
            return
        settings = choice.settings
        self._format.setCurrentIndex(list(ExportFormat).index(settings.format))
        for combo, value in ((self._side, settings.side_px), (self._rate, settings.rate_fps)):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self._hold.setCurrentIndex(HOLDS.index(settings.hold))
        self._boomerang.setChecked(settings.boomerang)
        self._pattern.setText(choice.pattern)
        if choice.folder:
            self.set_folder(choice.folder)
        self._follow()

    def _keep_preset(self) -> None:
        name = self._preset_name()
        if self._problem():
            return
        whole = replace(self._settings(), first=None, last=None)  # a range is one video's, and no habit
        choice = ExportChoice(settings=whole, pattern=self._pattern.text(), folder=self._folder)
        self._presets[name] = choice
        self._fill_presets(name)
        self.preset_saved.emit(name, choice)

    def _forget_preset(self) -> None:
        name = self._preset_name()
        if self._presets.pop(name, None) is not None:
            self._fill_presets("")
            self.preset_removed.emit(name)

    def _build_pictures(self, last: ExportSettings) -> None:
        self._format = QComboBox()
        for kind in ExportFormat:
            self._format.addItem(self._format_words(kind), kind)
        self._format.setCurrentIndex(list(ExportFormat).index(last.format))
        self._side = self._combo(
            SIDES_PX, lambda side: self.tr("{side} pixels").format(side=side), last.side_px
        )
        self._rate = self._combo(
            RATES_FPS, lambda rate: self.tr("{rate:g} a second").format(rate=rate), last.rate_fps
        )
        self._hold = QComboBox()
        for hold, words in zip(
            HOLDS, (self.tr("every frame"), self.tr("on twos"), self.tr("on threes")), strict=True
        ):
            self._hold.addItem(words, hold)
        self._hold.setCurrentIndex(HOLDS.index(last.hold))
        video = self._clips[0].video
        counted = video.frame_count or round(video.duration_s * video.fps)
        frames = max(1, counted, (last.last or 0) + 1)
        self._first, self._last = QSpinBox(), QSpinBox()
        first, until = last.first or 0, frames if last.last is None else last.last + 1
        for spin, value in ((self._first, first + 1), (self._last, until)):
            spin.setRange(1, frames)
            spin.setValue(value)
            spin.lineEdit().setTextMargins(
                GAP_S, 0, 0, 0
            )  # the sheet's padding doesn't reach into a spin box
        self._range = QWidget()
        row = QHBoxLayout(self._range)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._first)
        row.addWidget(plain_label(self.tr("up to")))
        row.addWidget(self._last)
        row.addStretch(1)
        self._boomerang = QCheckBox(self.tr("Forwards and back"))
        self._boomerang.setChecked(last.boomerang)
        for name, field in (
            (self.tr("Format"), self._format),
            (self.tr("Longer side"), self._side),
            (self.tr("Frames"), self._rate),
            (self.tr("Drawings"), self._hold),
            (self.tr("From frame"), self._range),
            ("", self._boomerang),
        ):
            self._add(name, field)
        for changed in (
            self._format.currentIndexChanged,
            self._side.currentIndexChanged,
            self._rate.currentIndexChanged,
            self._first.valueChanged,
            self._last.valueChanged,
            self._boomerang.toggled,
        ):
            changed.connect(self._follow)

    def _build_names(self, last: ExportChoice) -> None:
        self._pattern = QLineEdit(last.pattern)
        self._preview = plain_label(role=FontRole.CAPTION, tone="soft", wrap=True)
        self._preview.setObjectName("preview")
        self._place = QLineEdit(self._folder)
        self._place.setPlaceholderText(self.tr("Where the files go"))
        self._place.textEdited.connect(self._type_folder)
        choose = PushButton(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.addWidget(self._place, 1)
        row.addWidget(choose)
        folder = QWidget()
        folder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self._add(self.tr("Names"), self._pattern)
        self._form.addRow("", self._preview)
        self._add(self.tr("Folder"), folder)
        self._place.setAccessibleName(self.tr("Folder"))
        fields = ", ".join(f"{{{name}}}" for name in FIELDS)
        hint = self.tr("There is: {fields}. {{take:03}} has three digits.").format(fields=fields)
        self._pattern.setToolTip(hint)
        self._pattern.setAccessibleDescription(hint)
        self._pattern.textChanged.connect(self._follow)

    def _add(self, name: str, field: QWidget) -> None:
        label = plain_label(name, tone="soft")
        label.setBuddy(field)
        if name:
            field.setAccessibleName(name)
        self._form.addRow(label, field)

    def _combo(self, values: Sequence[object], words: object, chosen: object) -> QComboBox:
        combo = QComboBox()
        combo.addItem(self.tr("as it is") if len(self._clips) == 1 else self.tr("as they are"), None)
        for value in values:
            combo.addItem(words(value), value)  # type: ignore[operator]
        combo.setCurrentIndex(1 + list(values).index(chosen) if chosen in values else 0)
        return combo

    # -- following -------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        kind = self._kind()
        still = kind is ExportFormat.STILL
        for field in (self._side, self._rate, self._hold, self._boomerang):
            field.setEnabled(not kind.copies and (field is self._side or not still))
        self._offer_rates(rate_most_fps(kind))
        self._range.setEnabled(not kind.copies and len(self._clips) == 1)
        self._last.setEnabled(not still)
        problem = self._problem()
        self._preview.setText(problem or breakable(self._names()))
        restyle(self._preview, tone="bad" if problem else "soft")
        self._export.setEnabled(not problem and bool(self._folder) and not self._folder_wrong)
        self._reason.setText(self._why_not() or self._how_large())
        self._grow()

    def _why_not(self) -> str:
        if not self._folder:
            return self.tr("Choose a folder, or type one; then the export can begin.")
        if self._folder_wrong:
            return self.tr("There is no folder “{folder}”.").format(folder=self._folder)
        return ""

    def _how_large(self) -> str:
        if self._problem():
            return ""
        low_bytes, high_bytes = size_range(self._settings(), self._clips)
        if low_bytes == high_bytes:
            return self.tr("{size} in all").format(size=say_bytes(low_bytes))
        words = self.tr("Between {low} and {high}, by what moves in the pictures")
        return words.format(low=say_bytes(low_bytes), high=say_bytes(high_bytes))

    def _grow(self) -> None:
        """Make room for the names; the dialog doesn't shrink again under the hand."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _offer_rates(self, most_fps: float) -> None:
        """Let nobody choose a rate that the format can't show."""
        for row in range(1, self._rate.count()):
            shown = self._rate.itemData(row) <= most_fps
            self._rate.setItemData(row, None if shown else 0, Qt.ItemDataRole.UserRole - 1)
        if (self._rate.currentData() or 0) > most_fps:
            self._rate.setCurrentIndex(0)

    def _kind(self) -> ExportFormat:
        return ExportFormat(self._format.currentData())  # Qt gives back the bare text

    def _problem(self) -> str:
        try:
            NamePattern.read(self._pattern.text())
            settings = self._settings()
            if not settings.format.copies:
                for clip in self._clips:
                    size_of(settings, clip.video.width_px, clip.video.height_px)
        except BadInput as error:
            return say(error.sentence)
        return ""

    def _names(self) -> str:
        pattern, clips = NamePattern.read(self._pattern.text()), self._clips[:_NAMES_SHOWN]
        names = free_names(pattern, clips, self._kind().suffix, self._taken)
        shown = ", ".join(name for _wished, name in names)
        if len(self._clips) > _NAMES_SHOWN:
            shown += " …"
        stays = next((wished for wished, name in names if wished != name), "")
        if stays:
            shown += "\n" + self.tr("“{name}” is there already and stays as it is.").format(name=stays)
        return shown

    def _settings(self) -> ExportSettings:
        kind = self._kind()
        if kind.copies:
            return ExportSettings(format=kind)
        one = len(self._clips) == 1
        first = self._first.value() - 1 if one and self._first.value() > 1 else None
        last = self._last.value() - 1 if one and self._last.value() < self._last.maximum() else None
        if kind is ExportFormat.STILL:
            return ExportSettings(format=kind, side_px=self._side.currentData(), first=first)
        return ExportSettings(
            format=kind,
            side_px=self._side.currentData(),
            rate_fps=self._rate.currentData(),
            hold=self._hold.currentData(),
            first=first,
            last=last,
            boomerang=self._boomerang.isChecked(),
        )

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Export into"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.set_folder)
        dialog.open()

    def _type_folder(self, text: str) -> None:
        """Take a folder as it is typed. Whether it is there is asked of whoever looks into it."""
        folder = text.strip()
        if folder:
            path = Path(folder).expanduser() if folder.startswith("~/") else Path(folder)
            folder = str(path) if path.is_absolute() else str(Path.home() / path)
        self._folder, self._taken, self._folder_wrong = folder, (), False
        self._follow()
        self.folder_changed.emit(folder)

    def show_folder_gone(self, folder: str) -> None:
        """Say that there is no such folder."""
        if folder == self._folder:
            self._folder_wrong = True
            self._follow()

    def set_folder(self, folder: str) -> None:
        """Export into this folder."""
        self._folder, self._taken, self._folder_wrong = folder, (), False
        self._place.setText(folder)
        self._follow()
        self.folder_changed.emit(folder)

    def show_taken(self, folder: str, names: Collection[str]) -> None:
        """Number names on that are in this folder already, in lower case; nothing is written over."""
        if folder == self._folder:
            self._taken = names
            self._follow()

    def _choose(self) -> None:
        self.chosen.emit(
            ExportChoice(settings=self._settings(), pattern=self._pattern.text(), folder=self._folder)
        )
        self.accept()

    def _format_words(self, kind: ExportFormat) -> str:
        match kind:
            case ExportFormat.MP4:
                return self.tr("MP4, as it is")
            case ExportFormat.CLEAN_MP4:
                return self.tr("MP4 without the settings inside")
            case ExportFormat.H264:
                return self.tr("MP4, encoded anew")
            case ExportFormat.GIF:
                return self.tr("GIF")
            case ExportFormat.WEBP:
                return self.tr("WebP, animated")
            case ExportFormat.PNG_SEQUENCE:
                return self.tr("Numbered PNG pictures")
            case ExportFormat.PRORES:
                return self.tr("ProRes 422, for editing")
            case ExportFormat.STILL:
                return self.tr("One frame as PNG")
