"""The library as Qt sees it: rows in the order of the database's answer, whose clips are read page by page as they are shown.

A hundred thousand clips are only a hundred thousand numbers here; no more clips are held than fill a few screens.
"""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPixmap
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import Marks
from vidu_desktop.ui.models.clip_columns import ClipColumn, column_name, column_text
from vidu_desktop.ui.models.clip_pages import PAGE, ClipPages
from vidu_desktop.ui.models.clip_words import spoken_clip, tip_of_clip
from vidu_desktop.ui.models.clips_mime import CLIP_MIME, clips_mime
from vidu_desktop.ui.models.cover_cache import CoverCache
from vidu_desktop.ui.models.row_changes import common_head, pieces_of, stretches
from vidu_desktop.ui.models.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex

COVER_PX = QSize(640, 640)
"""The size to which covers are read down until the view says how large they are shown: sharp on a dense screen at the widest
tile.
"""
_COVER_STEP_PX = QSize(64, 36)
"""Covers' sizes grow in steps of this, so that covers aren't all read again at every pixel while a window is drawn wider."""
_COVERS_WANTED_MOST = 1_000
_PIECES_MOST = 50
"""A list that changes in more pieces than these is reset instead: each piece moves all the rows behind it."""
_COLUMNS = len(ClipColumn)  # held, because Qt asks a thousand times for a screen


class LibraryRole(IntEnum):
    """What a tile provides in addition to its text; each line says the type."""

    CLIP = Qt.ItemDataRole.UserRole
    """Clip, or None while it is being read."""
    COVER = Qt.ItemDataRole.UserRole + 1
    """QPixmap; None while it is being read, or when there is none."""
    PLAYING = Qt.ItemDataRole.UserRole + 2
    """bool, whether the clip is on the stage."""


class LibraryModel(QAbstractTableModel):
    """The first column is the tile of the grid; the list shows all columns. Only clips that are visible are read. The
    listener of `clips_wanted` answers with `put_clips`.
    """

    clips_wanted = Signal(list)  # list[int], rows of the index whose clips have to be read
    answered = Signal()  # an answer's rows are shown, even when they are the same as before
    clips_came = Signal(list)  # list[Clip] that were read, or that changed
    cover_missed = Signal(object)  # Clip that is shown and has no cover
    clips_removed = Signal(list)  # list[str], ids of clips that `remove` took out of the list

    def __init__(self, covers: CoverCache | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._covers = CoverCache(COVER_PX, self) if covers is None else covers  # an empty cache is false
        self._rows: array[int] = array("q")
        self._pages = ClipPages(self)
        self._pages.set_rows(self._rows)
        self._pages.wanted.connect(self.clips_wanted)
        self._playing_row: int | None = None  # of the index
        # Covers that were asked for and aren't here yet, by their paths: the row of the index, and its place
        # in the list then.
        self._covers_wanted: OrderedDict[str, tuple[int, int]] = OrderedDict()
        self._covers.missed.connect(self._tell_missed)
        self._covers.arrived.connect(self._show_cover)

    @property
    def rows(self) -> Sequence[int]:
        """The rows of the index in the order of the list."""
        return self._rows

    def set_rows(self, rows: "array[int]") -> None:
        """Show the answer to another search: these rows of the index in this order, and no others."""
        if rows != self._rows:
            self._reset(rows)
        self.answered.emit()

    def follow_rows(self, rows: "array[int]") -> None:
        """Show the changed answer to the same search. Rows that stay in it stay selected and in view."""
        head = common_head(self._rows, rows)
        until = head - 1 if head else None
        tail = common_head(self._rows[:until:-1], rows[:until:-1])
        before, after = self._rows[head : len(self._rows) - tail], rows[head : len(rows) - tail]
        out, into = pieces_of(before, after, head), pieces_of(after, before, head)
        if len(out) + len(into) > _PIECES_MOST:
            self._reset(rows)
        else:
            for first, last in reversed(out):
                self.beginRemoveRows(QModelIndex(), first, last)
                del self._rows[first : last + 1]
                self.endRemoveRows()
            stay = after[:]
            for first, last in reversed(into):
                del stay[first - head : last - head + 1]
            if self._rows[head : head + len(stay)] != stay:
                self._reorder(self._rows[:head] + stay + self._rows[head + len(stay) :])
            for first, last in into:
                self.beginInsertRows(QModelIndex(), first, last)
                self._rows[first:first] = rows[first : last + 1]
                self.endInsertRows()
        self.answered.emit()

    def _reset(self, rows: "array[int]") -> None:
        self.beginResetModel()
        self._rows = array("q", rows)
        self._pages.set_rows(self._rows)
        self.endResetModel()

    def _reorder(self, rows: "array[int]") -> None:
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        place_of = {row: place for place, row in enumerate(rows)}
        moved = [self.index(place_of[self._rows[one.row()]], one.column()) for one in kept]
        self._rows = rows
        self._pages.follow_rows(rows)
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def unread(self, rows: Iterable[int]) -> list[int]:
        """Return those of these rows whose clips aren't here, or may have changed."""
        return self._pages.unread(rows)

    def put_clips(self, clips: Iterable[Clip]) -> None:
        """Show clips that were read, or that changed, at their places in the list."""
        came = list(clips)
        places = self._places_of({clip.row: self._pages.note_arrival(clip.row) for clip in came})
        self.hold(came)
        for first, last in stretches(places):
            self.dataChanged.emit(self.index(first, 0), self.index(last, ClipColumn.LAST))
        self.clips_came.emit(came)

    def show_marks(self, marks: Mapping[str, Marks]) -> None:
        """Show these marks, by clip id, on the clips that were read, before the marks are on the disk: writing a thousand
        records takes seconds. The caller reports how the writing went, or has the clips read again.
        """
        known = [clip for _row, clip in self._pages.loaded() if clip.clip_id in marks]
        self.put_clips([replace(clip, marks=marks[clip.clip_id]) for clip in known])

    def set_playing(self, row: int | None) -> None:
        """Mark the clip of this row of the index as the one on the stage; None when no clip of the library is there."""
        former, self._playing_row = self._playing_row, row
        for changed in {former, row}:
            if changed is not None and (index := self.index_of_row(changed)).isValid():
                self.dataChanged.emit(index, self.index(index.row(), ClipColumn.LAST))

    def hold(self, clips: Iterable[Clip]) -> None:
        """Keep clips whose rows are shown next, so that they are there at the first paint."""
        self._pages.hold(clips)

    def forget_clips(self) -> None:
        """Have every clip read again when it is shown next, because all may have changed. Until then they are shown as they
        were.
        """
        self._pages.mark_all_stale()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, ClipColumn.LAST))

    def fit_covers(self, frame_px: QSize) -> None:
        """Hold covers that are as large as the frame in which they are shown (`frame_px`, pixels of the screen), or slightly
        larger.
        """
        step = _COVER_STEP_PX
        count = max(1, -(-frame_px.width() // step.width()), -(-frame_px.height() // step.height()))
        self._covers.fit(step * count)

    def forget_cover(self, clip: Clip) -> None:
        """Have a clip's cover read again, because it was just made."""
        self._covers.forget(clip.cover_path)
        place = self._place_of(clip.row)
        if place is not None:
            self.dataChanged.emit(self.index(place, 0), self.index(place, 0), [LibraryRole.COVER])

    def remove(self, clip_ids: Iterable[str]) -> None:
        """Remove clips that have been read from the list; all other ids are ignored."""
        wanted = set(clip_ids)
        gone: list[str] = []
        for row, clip in self._pages.loaded():
            place = self._place_of(row) if clip.clip_id in wanted else None
            if place is not None:
                self.beginRemoveRows(QModelIndex(), place, place)
                self._rows.pop(place)
                self._pages.drop(row)
                gone.append(clip.clip_id)
                self.endRemoveRows()
        if gone:
            self.clips_removed.emit(gone)

    def clip_at(self, index: Index) -> Clip | None:
        """Return the clip of a tile; None for an invalid index, and while the clip is being read."""
        return self._clip(index.row()) if index.isValid() else None

    def rows_at(self, indexes: Iterable[Index]) -> list[int]:
        """Return the rows of the index that stand at these places, each once, in the order of the list."""
        return [self._rows[place] for place in sorted({index.row() for index in indexes})]

    def loaded(self, rows: Iterable[int]) -> list[Clip]:
        """Return those clips of these rows that have been read."""
        return [clip for row in rows if (clip := self._pages.get(row)) is not None]

    def first_loaded(self, places: Iterable[int]) -> Clip | None:
        """Return the first clip at these places that has been read; None when none has."""
        return next((clip for place in sorted(places) if (clip := self._pages.get(self._rows[place]))), None)

    def index_of_row(self, row: int) -> QModelIndex:
        """Return the Qt index of a row of the database's index; an invalid one when the row isn't in the list."""
        place = self._place_of(row)
        return QModelIndex() if place is None else self.index(place, 0)

    def close(self) -> None:
        """Stop reading clips and covers, at the end of the program."""
        self._pages.close()
        self._covers.close()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else _COLUMNS

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_name(ClipColumn(section))
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = index.row()
        clip = self._clip(place)
        if clip is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column_text(clip, ClipColumn(index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                if index.column() > 0:  # a cell of the list: only its own text, not the whole video again
                    return column_text(clip, ClipColumn(index.column()))
                return spoken_clip(clip, playing=clip.row == self._playing_row)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(tip_of_clip(clip))
            case LibraryRole.CLIP:
                return clip
            case LibraryRole.COVER:
                return self._cover_of(clip, place)
            case LibraryRole.PLAYING:
                return clip.row == self._playing_row
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        clip = self._pages.get(self._rows[index.row()])
        return flags if clip is not None and clip.missing else flags | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def mimeTypes(self) -> list[str]:
        return ["text/uri-list", CLIP_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return clips_mime(self.loaded(self.rows_at(indexes)))

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        # Never a move: a video that is dragged into an editor must stay in the library.
        return Qt.DropAction.CopyAction

    def _clip(self, place: int) -> Clip | None:
        return self._pages.get_or_ask(self._rows[place], place)

    def _place_of(self, row: int, near: int = 0) -> int | None:
        """Return the place of a row of the index: looked for in the page from `near` on, then everywhere (1 ms in a hundred
        thousand). None when it isn't in the list.
        """
        for begin in (near, 0):
            try:
                return self._rows.index(row, begin, begin + PAGE if begin else len(self._rows))
            except ValueError:
                continue
        return None

    def _places_of(self, near: Mapping[int, int]) -> list[int]:
        """Return the places of rows of the index, given with the places near which they stand; rows that aren't in the list
        are left out.
        """
        if len(near) > PAGE:  # one walk through the list instead of one for each row
            return [place for place, row in enumerate(self._rows) if row in near]
        found = [self._place_of(row, begin) for row, begin in near.items()]
        return [place for place in found if place is not None]

    def _cover_of(self, clip: Clip, place: int) -> QPixmap | None:
        if not clip.cover_path:
            return None
        pixmap = self._covers.pixmap(clip.cover_path)
        if pixmap is None or self._covers.awaits(clip.cover_path):
            self._covers_wanted[clip.cover_path] = (clip.row, place)
            if len(self._covers_wanted) > _COVERS_WANTED_MOST:
                self._covers_wanted.popitem(last=False)
        return pixmap

    def _tell_missed(self, path: str) -> None:
        row, _place = self._covers_wanted.get(path, (None, 0))
        clip = self._pages.get(row) if row is not None else None
        if clip is not None and clip.cover_path == path and not clip.missing:
            self.cover_missed.emit(clip)

    def _show_cover(self, path: str) -> None:
        wanted = self._covers_wanted.pop(path, None)
        place = self._place_of(wanted[0], wanted[1] // PAGE * PAGE) if wanted is not None else None
        if place is not None:
            index = self.index(place, 0)
            self.dataChanged.emit(index, index, [LibraryRole.COVER])
