"""Clips as they are dragged and copied: as files for other programs, and as clips for our own drop targets."""

import json
from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData

from vidu_desktop.domain.clip import Clip
from vidu_desktop.ui.local_files import url_of

CLIP_MIME = "application/x-vidu-desktop-clips"
"""A JSON list of {clip_id, video_path, cover_path} for our own drop targets; it goes beside the plain file URLs."""


def clips_mime(clips: Iterable[Clip]) -> QMimeData:
    """Return clips as files for other programs, and as clips for our own drop targets. Clips whose file is missing are left
    out.
    """
    there = [clip for clip in clips if not clip.missing]
    data = QMimeData()
    data.setUrls([url_of(clip.video_path) for clip in there])
    ours = [
        {"clip_id": clip.clip_id, "video_path": clip.video_path, "cover_path": clip.cover_path}
        for clip in there
    ]
    data.setData(CLIP_MIME, QByteArray(json.dumps(ours).encode()))
    return data
