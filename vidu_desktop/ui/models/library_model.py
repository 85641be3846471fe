"""The library as Qt sees it: clips in the order given, newest first; searching and sorting happen in the database."""

import json
from collections.abc import Iterable, Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QPixmap
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.ui.models.clip_words import spoken_clip, tip_of_clip
from vidu_desktop.ui.models.cover_cache import CoverCache
from vidu_desktop.ui.models.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex

CLIP_MIME = "application/x-vidu-desktop-clips"
"""A JSON list of {clip_id, video_path, cover_path}, beside the plain file URLs; for our own wells."""
COVER_PX = QSize(640, 640)
"""A cover is read down to this: sharp on a dense screen at the widest tile."""


class LibraryRole(IntEnum):
    """What a tile knows beyond its text; each line says the type."""

    CLIP = Qt.ItemDataRole.UserRole
    """Clip."""
    COVER = Qt.ItemDataRole.UserRole + 1
    """QPixmap, or None while it is being read or when there is none."""


class LibraryModel(QAbstractListModel):
    """Only what is on the screen is read: a cover is asked for when its tile is painted."""

    clips_removed = Signal(list)  # list[str], ids of clips that are gone from the list by `remove`

    def __init__(self, covers: CoverCache | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._covers = covers or CoverCache(COVER_PX, self)
        self._clips: list[Clip] = []
        self._rows_by_cover: dict[str, int] | None = None
        self._covers.arrived.connect(self._show_cover)

    def set_clips(self, clips: Sequence[Clip]) -> None:
        """Show these clips, in this order, and no others."""
        self.beginResetModel()
        self._clips = list(clips)
        self._rows_by_cover = None
        self.endResetModel()

    def add(self, clip: Clip) -> None:
        """Put a clip in front, or replace it where it stands when it is known."""
        at = next((row for row, known in enumerate(self._clips) if known.clip_id == clip.clip_id), None)
        self._covers.forget(clip.cover_path)
        if at is not None:
            self._clips[at] = clip
            self._rows_by_cover = None
            self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._clips.insert(0, clip)
        self._rows_by_cover = None
        self.endInsertRows()

    def remove(self, clip_ids: Iterable[str]) -> None:
        """Take clips out of the list; unknown ids are no error."""
        wanted = set(clip_ids)
        gone: list[str] = []
        for row in reversed(range(len(self._clips))):
            if self._clips[row].clip_id in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                gone.append(self._clips.pop(row).clip_id)
                self._rows_by_cover = None
                self.endRemoveRows()
        if gone:
            self.clips_removed.emit(gone)

    def clip_at(self, index: Index) -> Clip | None:
        """Give the clip of a tile; None for an invalid index."""
        return self._clips[index.row()] if index.isValid() else None

    def index_of(self, clip_id: str) -> QModelIndex:
        """Give the place of a clip; an invalid one when it isn't in the list."""
        row = next((row for row, clip in enumerate(self._clips) if clip.clip_id == clip_id), None)
        return QModelIndex() if row is None else self.index(row)

    def close(self) -> None:
        """Stop reading covers; for the end of the program."""
        self._covers.close()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._clips)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        clip = self._clips[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return clip.prompt
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken_clip(clip)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(tip_of_clip(clip))
            case LibraryRole.CLIP:
                return clip
            case LibraryRole.COVER:
                return self._cover_of(clip)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self._clips[index.row()].missing:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    @override
    def mimeTypes(self) -> list[str]:
        return ["text/uri-list", CLIP_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        clips = [self._clips[index.row()] for index in indexes if index.isValid()]
        clips = [clip for clip in clips if not clip.missing]
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(clip.video_path) for clip in clips])
        ours = [
            {"clip_id": clip.clip_id, "video_path": clip.video_path, "cover_path": clip.cover_path}
            for clip in clips
        ]
        data.setData(CLIP_MIME, QByteArray(json.dumps(ours).encode()))
        return data

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        # Never a move: dragging a video into an editor must not take it out of the library.
        return Qt.DropAction.CopyAction

    def _cover_of(self, clip: Clip) -> QPixmap | None:
        return self._covers.pixmap(clip.cover_path) if clip.cover_path else None

    def _show_cover(self, path: str) -> None:
        if self._rows_by_cover is None:
            self._rows_by_cover = {clip.cover_path: row for row, clip in enumerate(self._clips)}
        row = self._rows_by_cover.get(path)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, [LibraryRole.COVER])


def clip_title(clip: Clip) -> str:
    """Name a clip where there is one line for it: its prompt, else its file's name."""
    return " ".join(clip.prompt.split()) or Path(clip.video_path).stem
