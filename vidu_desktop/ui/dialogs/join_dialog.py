"""The choices before clips are joined into a film: their order, their parts, and the seams between them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPixmap, QPixmapCache, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import Fit, have_one_shape
from vidu_desktop.domain.film import FilmPart, FilmWish, parts_in_a_row
from vidu_desktop.domain.running_order import all_in_shots, in_running_order
from vidu_desktop.domain.titles import clip_line
from vidu_desktop.ui.dialogs.part_row import PartRow
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.part_words import part_words
from vidu_desktop.ui.text import say_on
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.last_folders import LastFolders
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.sound_field import SoundField

_COVER = QSize(72, 40)
_WIDTH_PX = 460
_LIST_LEAST_PX = 140
"""Three videos high, so that they can be dragged where the rest scrolls, too."""
_NUMBER = Qt.ItemDataRole.UserRole
"""A clip's index in the first order; a plain number, because a drag serialises an item's data."""


_COVER_PATH = Qt.ItemDataRole.UserRole + 1
_SHARPER = 2
"""Pixels per logical pixel, for high-density screens."""


class _CoverDelegate(QStyledItemDelegate):
    """Paints covers without distorting them: Qt would stretch an icon that is read from a file when it is painted."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.icon = QIcon(_framed(str(index.data(_COVER_PATH) or "")))
        option.decorationSize = _COVER
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


def _framed(path: str) -> QPixmap:
    key = f"join {path}"
    framed = QPixmap()
    if not QPixmapCache.find(key, framed):
        framed = QPixmap(_COVER * _SHARPER)
        framed.fill(Qt.GlobalColor.transparent)
        cover = QPixmap(path)
        if not cover.isNull():
            cover = cover.scaled(
                framed.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter = QPainter(framed)
            place = framed.rect().center() - cover.rect().center()
            painter.drawPixmap(place, cover)
            painter.end()
        framed.setDevicePixelRatio(_SHARPER)
        QPixmapCache.insert(key, framed)
    return framed


class JoinDialog(DialogFrame):
    """Begins with the most likely order of the clips; the person may change it."""

    chosen = Signal(list, object)  # list[Clip] in order, and FilmWish: write the film
    play_requested = Signal(list, object)  # the same: play the film

    def __init__(
        self,
        look: Look,
        clips: Sequence[Clip],
        parent: QWidget | None = None,
        *,
        film: FilmWish | None = None,
        folders: LastFolders | None = None,
    ) -> None:
        """`film` is the film that plays already, if any; `clips` are then its parts in order."""
        super().__init__(look, "", parent, width_px=_WIDTH_PX)
        self._clips = in_running_order(clips) if film is None else list(clips)
        self._wish = film or FilmWish(
            parts=parts_in_a_row([clip.video_path for clip in self._clips], drop_seams=False)
        )
        self._parts = list(_without_doubled(self._wish) or self._wish.parts)
        self.setWindowTitle(self.tr("Join"))
        if film is not None:
            begins = self.tr("They follow each other as the film plays.")
        elif all_in_shots(clips):
            begins = self.tr("They follow each other by shot and take.")
        else:
            begins = self.tr("They follow each other as they were made, the oldest first.")
        self.say(
            self.tr("Join {count} videos into one").format(count=len(clips)),
            self.tr("In this order, at size and rate of the first. The videos themselves stay as they are."),
            say_on(begins, self.tr("Drag one, or move it with Ctrl+Up and Ctrl+Down, to change that.")),
        )
        self._build(folders)
        self._seams.setChecked(len(clips) > 1 and _without_doubled(self._wish) is not None)
        self._connect()
        self._show(range(len(clips)))
        self._list.setCurrentRow(0)

    def _build(self, folders: LastFolders | None) -> None:
        column = self.body
        self._list = QListWidget()
        self._list.setMinimumHeight(_LIST_LEAST_PX)
        self._list.setAccessibleName(self.tr("Order"))
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setUniformItemSizes(True)
        self._list.setIconSize(_COVER)
        self._list.setItemDelegate(_CoverDelegate(self._list))
        for _clip in self._clips:
            self._list.addItem(QListWidgetItem())
        column.addWidget(self._list, 1)
        self._up = self._button(self.tr("Up"), "chevron-up")
        self._down = self._button(self.tr("Down"), "chevron-down")
        self._turn = self._button(self.tr("Turn the order round"), "swap")
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        for button in (self._up, self._down, self._turn):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._part = PartRow()
        self._part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(self._part)
        self._seams = QCheckBox(self.tr("Leave the doubled frame at each seam out"))
        self._seams.setToolTip(
            self.tr(
                "Where a video was continued from the last frame of the one before, that frame is in both."
            )
        )
        column.addWidget(self._seams)
        self._colours = QCheckBox(self.tr("Match colours to their pictures, and at the seams"))
        self._colours.setToolTip(
            self.tr("Where a video goes on from the one before, it begins with that one's colours.")
        )
        self._colours.setChecked(self._wish.match_colours)
        column.addWidget(self._colours)
        self._sound = SoundField(self.look, folders)
        self._sound.show_path(self._wish.sound_path)
        sounds = QHBoxLayout()
        sounds.addWidget(self._sound)
        self._own_sound = QCheckBox(self.tr("The videos' own sound"))
        self._own_sound.setChecked(self._wish.own_sound)
        self._own_sound.setVisible(any(clip.video.audio_codec for clip in self._clips))
        sounds.addWidget(self._own_sound)
        sounds.addStretch(1)
        column.addLayout(sounds)
        self._follow_sound()
        self._shapes = plain_label(wrap=True)
        self._fit = QComboBox()
        self._fit.setAccessibleName(self.tr("Videos of another shape"))
        self._fit.addItem(self.tr("Show all of them, with black bars"), Fit.BARS)
        self._fit.addItem(self.tr("Fill the picture, and cut off what sticks out"), Fit.CROP)
        column.addWidget(self._shapes)
        column.addWidget(self._fit)
        differ = not have_one_shape({(clip.video.width_px, clip.video.height_px) for clip in self._clips})
        self._shapes.setVisible(differ)
        self._fit.setVisible(differ)
        self._fit.setCurrentIndex(self._fit.findData(self._wish.fit))
        self._cancel = self.add_answer(self.tr("Cancel"))
        self._play = self.add_answer(self.tr("Play"))
        self._go_on = self.add_answer(self.tr("Choose where…"), "primary")

    def _button(self, words: str, icon: str) -> PushButton:
        button = PushButton(words)
        button.setAutoDefault(False)
        restyle(button, kind="quiet")
        self.look.set_icon(button, icon, "text_soft")
        return button

    def _connect(self) -> None:
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._turn.clicked.connect(self._turn_round)
        for keys, by_rows in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self._list, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by_rows=by_rows: self._move(by_rows))
        for dropped in (self._list.model().rowsMoved, self._list.model().rowsInserted):
            dropped.connect(self._name)
        self._list.currentRowChanged.connect(self._follow_row)
        self._part.changed.connect(self._take_part)
        self._sound.changed.connect(self._follow_sound)
        self._cancel.clicked.connect(self.reject)
        self._play.clicked.connect(lambda: self._give(self.play_requested))
        self._go_on.clicked.connect(lambda: self._give(self.chosen))

    def clips(self) -> list[Clip]:
        """Return the clips in the shown order."""
        return [self._clips[number] for number in self._numbers()]

    def _numbers(self) -> list[int]:
        return [self._list.item(row).data(_NUMBER) for row in range(self._list.count())]

    def _show(self, numbers: Iterable[int]) -> None:
        for row, number in enumerate(numbers):
            self._list.item(row).setData(_NUMBER, number)
        self._name()

    def _name(self) -> None:
        for row, clip in enumerate(self.clips()):
            changed = part_words(self._parts[self._numbers()[row]])
            line = " · ".join(filter(None, (clip_line(clip), changed)))
            self._list.item(row).setText(f"{row + 1}. {line}")
            self._list.item(row).setData(_COVER_PATH, clip.cover_path)  # read at each paint
        self._follow_row(self._list.currentRow())

        size = self.clips()[0].video
        words = self.tr(
            "Their shapes differ. All get that of the first, {width} × {height}; nothing is squeezed."
        )
        self._shapes.setText(words.format(width=size.width_px, height=size.height_px))

    def _follow_row(self, row: int) -> None:
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < self._list.count() - 1)
        if row >= 0:
            number = self._numbers()[row]
            self._part.show_part(self._parts[number], self._clips[number].video.frame_count)

    def _follow_sound(self) -> None:
        """Disable the videos' own sound while a sound file replaces it."""
        self._own_sound.setEnabled(not self._sound.path)

    def _take_part(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            number = self._numbers()[row]
            self._parts[number] = self._part.part_of(self._parts[number])
            self._name()

    def _move(self, by_rows: int) -> None:
        row = self._list.currentRow()
        if row >= 0 and 0 <= row + by_rows < self._list.count():
            # Qt counts target rows with the moved row still in its old place.
            self._list.model().moveRow(QModelIndex(), row, QModelIndex(), row + (2 if by_rows > 0 else -1))

    def _turn_round(self) -> None:
        row = self._list.count() - 1 - self._list.currentRow()
        self._show(reversed(self._numbers()))
        self._list.setCurrentRow(row)

    def _film(self) -> FilmWish:
        """Return the film as it is set in the dialog."""
        numbers = self._numbers()
        parts = [self._parts[number] for number in numbers]
        ends_as_before = (numbers[0], numbers[-1]) == (0, len(numbers) - 1)
        loops = self._wish.loops and self._seams.isChecked() and ends_as_before
        if self._seams.isChecked():
            parts = [
                replace(part, skip_first=part.skip_first + (row > 0 and not part.cut))
                for row, part in enumerate(parts)
            ]
            parts[-1] = replace(parts[-1], skip_last=parts[-1].skip_last + loops)
        return FilmWish(
            parts=tuple(parts),
            fit=Fit(self._fit.currentData()),
            match_colours=self._colours.isChecked(),
            sound_path=self._sound.path,
            own_sound=self._own_sound.isChecked(),
            loops=loops,
        )

    def _give(self, to: SignalInstance) -> None:
        to.emit(self.clips(), self._film())
        self.accept()


def _without_doubled(film: FilmWish) -> list[FilmPart] | None:
    """Return the parts with one less frame left out at the beginning of each but the first, and of a loop at the end of the
    last, which takes the doubled frame at each seam in again. Where a part is cut to, no frame is doubled. None if another
    part has no frame left out there.
    """
    first, *others = film.parts
    unmet = all(part.cut for part in others) and not film.loops
    if unmet or not all(part.skip_first or part.cut for part in others):
        return None
    parts = [first, *(replace(part, skip_first=part.skip_first - (not part.cut)) for part in others)]
    parts[-1] = replace(parts[-1], skip_last=max(0, parts[-1].skip_last - film.loops))
    return parts
