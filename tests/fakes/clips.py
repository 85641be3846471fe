"""Clips for timelines, with any number of frames and frame rate, and a name that is hard for video editors."""

from dataclasses import replace
from datetime import UTC, datetime

from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.clip import Clip, VideoFacts


def a_clip(name: str = "fox", frames: int = 96, fps: float = 24.0, **changes: object) -> Clip:
    video = VideoFacts(
        width_px=1280, height_px=720, duration_s=frames / fps, fps=fps, frame_count=frames,
        video_codec="h264", audio_codec=None, file_bytes=1, sha256="0" * 64,
    )  # fmt: skip
    clip = Clip(
        clip_id=name, video_path=f"/library/夏 {name}.mp4", cover_path="", video=video, mode="image",
        created_at=datetime(2026, 11, 22, 12, tzinfo=UTC), model="vidu2-image", prompt="A fox & <b>friends</b>",
        rehearsal=False, price=usd("0.20"),
    )  # fmt: skip
    return replace(clip, **changes)  # type: ignore[arg-type]
