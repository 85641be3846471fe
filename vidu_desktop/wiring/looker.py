"""Lets the library's own thread use the video desk, whose verbs are coroutines."""

import asyncio
from pathlib import Path

from vidu_desktop.adapters.video.video_files import VideoFiles
from vidu_desktop.domain.clip import VideoFacts


class BlockingLooker:
    """Implements the storage's VideoLooker. Each call blocks its thread until a helper process has answered."""

    def __init__(self, videos: VideoFiles) -> None:
        self._videos = videos

    def verify(self, path: Path) -> VideoFacts:
        return asyncio.run(self._videos.verify(path))

    def introduce(self, path: Path, cover_path: Path) -> VideoFacts:
        return asyncio.run(self._videos.introduce(path, cover_path))

    def embed(self, path: Path, recipe_json: str) -> None:
        asyncio.run(self._videos.embed(path, recipe_json))

    def read_recipe(self, path: Path) -> str | None:
        return asyncio.run(self._videos.extract_recipe(path))

    def make_cover(self, video_path: Path, cover_path: Path) -> None:
        asyncio.run(self._videos.make_cover(video_path, cover_path))
