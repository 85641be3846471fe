"""Everything about the selected video: the person's marks, what it was made from, what it cost, and its file."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import MarkChange, Marks
from vidu_desktop.domain.titles import clip_subtitle, clip_title
from vidu_desktop.ui.library.typed_fields import NoteField, TagField
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_L, GAP_M, GAP_S, GAP_XS, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.clip_details import ClipDetails, file_lines, money_lines, recipe_lines
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.fidelity_lines import fidelity_lines
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.mode_words import picture_name
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.text import say_list
from vidu_desktop.ui.widgets.chip_row import ChipRow
from vidu_desktop.ui.widgets.labels import breakable, plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.star_row import StarRow
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.verdict_row import VerdictRow
from vidu_desktop.ui.widgets.while_alive import while_alive

_WIDTH_PX = 290
_PICTURE_PX = QSize(120, 80)
_NOTE_PX = 76


class DetailsPanel(Translated, QScrollArea):
    """Shows everything about one clip; of several, only the marks that can be set for all of them."""

    verb_wanted = Signal(object)  # ClipVerb, for the selected clips
    change_wanted = Signal(list, object)  # rows that it was meant for, even if deselected by now; MarkChange
    note_left = Signal(str, str)  # clip id, note
    thumbnail_wanted = Signal(
        str, int, object
    )  # path, longer side in pixels, callable that gets QImage | None

    def __init__(self, look: Look, keys: KeyMap | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys or KeyMap()
        self._clip: Clip | None = None
        self._rows: Sequence[int] = ()
        self._details: ClipDetails | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_WIDTH_PX)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        self._connect()
        self._retranslate()
        self.show_none()

    def _build(self) -> None:
        inside = QFrame()
        restyle(inside, surface="area")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_L)
        self._column.setSpacing(GAP_M)
        self._heading = plain_label(role=FontRole.STRONG, wrap=True)
        self._column.addWidget(self._heading)
        self._origin = plain_label(role=FontRole.CAPTION, tone="soft", wrap=True)
        self._column.addWidget(self._origin)
        self._column.addWidget(self._build_marks())
        self._pictures = QWidget()
        self._picture_row = QHBoxLayout(self._pictures)
        self._picture_row.setContentsMargins(0, 0, 0, 0)
        self._picture_row.setSpacing(GAP_S)
        self._column.addWidget(self._pictures)
        self._facts = QWidget()
        self._form = QFormLayout(self._facts)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(GAP_M)
        self._form.setVerticalSpacing(GAP_XS)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._column.addWidget(self._facts)
        self._copy_hash = PushButton()
        restyle(self._copy_hash, kind="quiet", dense="true")
        self._column.addWidget(self._copy_hash, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setWidget(inside)

    def _build_marks(self) -> QWidget:
        self._marks = QWidget()
        self._verdicts = VerdictRow(self._look, self._keys)
        self._stars = StarRow(self._look)
        row = QHBoxLayout()
        row.setSpacing(GAP_XS)
        row.addWidget(self._verdicts)
        row.addWidget(self._stars)
        row.addStretch(1)
        self._shot = PushButton()
        restyle(self._shot, kind="quiet", dense="true")
        self._look.set_icon(self._shot, "film", "text_soft")
        self._tags = ChipRow(self._look)
        self._new_tag = TagField()
        self._note = NoteField()
        self._note.setFixedHeight(_NOTE_PX)
        column = QVBoxLayout(self._marks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addLayout(row)
        column.addWidget(self._shot, 0, Qt.AlignmentFlag.AlignLeft)
        for field in (self._tags, self._new_tag, self._note):
            column.addWidget(field)
        return self._marks

    def _connect(self) -> None:
        self._verdicts.verb_chosen.connect(self.verb_wanted)
        self._shot.clicked.connect(lambda: self.verb_wanted.emit(ClipVerb.SHOT))
        self._keys.changed.connect(self._retranslate)
        self._stars.rating_chosen.connect(lambda rating: self._change(MarkChange(rating=rating)))
        self._new_tag.tags_typed.connect(
            lambda rows, tags: self.change_wanted.emit(rows, MarkChange(add_tags=tags))
        )
        self._note.note_left.connect(self.note_left)
        self._copy_hash.clicked.connect(self._give_hash)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_none(self) -> None:
        """Ask the person to select a video."""
        self.keep_typed()
        self._clip = self._details = None
        self._heading.setText(self.tr("Select a video to see everything about it."))
        for part in (self._origin, self._marks, self._pictures, self._facts, self._copy_hash):
            part.hide()

    def show_clip(self, clip: Clip, rows: Sequence[int]) -> None:
        """Show a clip's marks at once; `show_details` brings the rest. `rows` are the clips that are marked together."""
        if self._clip is None or self._clip.clip_id != clip.clip_id:
            self._details = None
        self._clip, self._rows = clip, rows
        self._new_tag.show_for(rows)
        count = len(rows)
        several = count > 1
        title = breakable(clip.prompt.strip() or clip_title(clip))
        self._heading.setText(self.tr("{count} videos").format(count=count) if several else title)
        self._origin.setText("" if several else breakable(clip_subtitle(clip)))
        self._origin.setVisible(bool(self._origin.text()))
        self._show_marks(clip.marks, several=several)
        if not several:
            self.show_note(clip)
        for part in (self._facts, self._copy_hash):
            part.setVisible(not several and self._details is not None)
        self._pictures.setVisible(
            not several and bool(self._picture_row.count()) and self._details is not None
        )

    def show_details(self, details: ClipDetails) -> None:
        """Show the whole recipe of the shown clip; details of another clip are ignored."""
        if self._clip is None or details.clip.clip_id != self._clip.clip_id:
            return
        self._details = details
        self._fill_form(
            (
                *recipe_lines(details),
                *fidelity_lines(details.clip),
                *money_lines(details),
                *file_lines(details),
            )
        )
        self._fill_pictures(details)
        for part in (self._facts, self._copy_hash):
            part.show()

    def show_note(self, clip: Clip) -> None:
        """Show a clip's note as it is known now, even while the panel is hidden."""
        self._note.show_note(clip.clip_id, clip.marks.note)

    def give_note_back(self, clip_id: str, note: str) -> None:
        """Show a note again that couldn't be written, so that the person's text isn't lost."""
        self._note.give_back(clip_id, note)

    def keep_typed(self) -> None:
        """Pass on what was typed so far, for the clips for which it was typed."""
        self._new_tag.keep()
        self._note.keep()

    def set_fixed(self, why: str) -> None:
        """Forbid all changes for the reason `why`; allow them when it is empty."""
        self._marks.setEnabled(not why)
        self._marks.setToolTip(short_tip(why))

    def edit_tags(self) -> None:
        """Put the cursor into the field for tags."""
        self._new_tag.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_note(self) -> None:
        """Put the cursor into the note."""
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_marks(self, marks: Marks, *, several: bool) -> None:
        self._marks.show()
        self._verdicts.show_marks(marks, several=several)
        self._stars.setValue(marks.rating)
        self._stars.update()
        place = " / ".join(filter(None, (marks.project, marks.label)))
        self._shot.setText((place or self.tr("Put into a shot")).replace("&", "&&"))
        chips = [(tag, lambda tag=tag: self._remove_tag(tag)) for tag in marks.tags]
        self._tags.show_chips(chips, lambda tag: self.tr("Take the tag “{tag}” away").format(tag=tag))
        self._note.setVisible(not several)

    def _fill_form(self, lines: Iterable[tuple[str, str]]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, value in lines:
            shown = plain_label(breakable(value), role=FontRole.CAPTION, wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._form.addRow(plain_label(name, role=FontRole.CAPTION, tone="faint"), shown)

    def _fill_pictures(self, details: ClipDetails) -> None:
        while (item := self._picture_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        paths: Sequence[str] = details.request.picture_paths if details.request else ()
        for place, path in enumerate(paths):
            if path:
                name = picture_name(details.clip.mode, place)
                self._picture_row.addWidget(self._picture(path, name))
        if details.lost_names:
            words = self.tr("Not there any more: {names}").format(
                names=say_list(dict.fromkeys(details.lost_names))
            )
            self._picture_row.addWidget(plain_label(words, role=FontRole.CAPTION, tone="warn", wrap=True))
        self._picture_row.addStretch(1)
        self._pictures.setVisible(bool(paths or details.lost_names))

    def _picture(self, path: str, name: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        face = QLabel()
        face.setFixedSize(_PICTURE_PX)
        face.setAlignment(Qt.AlignmentFlag.AlignCenter)
        face.setAccessibleName(name)
        column.addWidget(face)
        column.addWidget(plain_label(name, role=FontRole.CAPTION, tone="faint"))

        def fill(image: QImage | None) -> None:
            if image is not None:
                ratio = face.devicePixelRatioF()
                shown = QPixmap.fromImage(image).scaled(
                    _PICTURE_PX * ratio,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                shown.setDevicePixelRatio(ratio)
                face.setPixmap(shown)

        self.thumbnail_wanted.emit(path, 2 * _PICTURE_PX.width(), while_alive(face, fill))
        return box

    # -- changing --------------------------------------------------------------------------------------------------

    def _change(self, change: MarkChange) -> None:
        self.change_wanted.emit(list(self._rows), change)

    def _remove_tag(self, tag: str) -> None:
        self._change(MarkChange(remove_tags=(tag,)))

    def _give_hash(self) -> None:
        if self._clip is not None:
            QApplication.clipboard().setText(self._clip.video.sha256)

    @override
    def _language_changed(self) -> None:
        super()._language_changed()
        details = self._details
        if self._clip is None:
            self.show_none()
            return
        self.show_clip(self._clip, self._rows)
        if details is not None:
            self.show_details(details)

    @override
    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Details"))
        self._shot.setToolTip(self._keys.tip(self.tr("Project and shot"), ClipVerb.SHOT))
        self._new_tag.setPlaceholderText(self.tr("Add tags, with commas between"))
        self._new_tag.setAccessibleName(self.tr("Add tags"))
        self._note.setPlaceholderText(self.tr("Note"))
        self._note.setAccessibleName(self.tr("Note"))
        self._copy_hash.setText(self.tr("Copy the whole SHA-256"))
