"""The facts about a video of four seconds as the service makes it."""

from typing import Any

from vidu_desktop.domain.clip import VideoFacts


def video_facts(**changes: Any) -> VideoFacts:
    facts: dict[str, Any] = {
        "width_px": 1280,
        "height_px": 720,
        "duration_s": 4.0,
        "fps": 24.0,
        "frame_count": 96,
        "video_codec": "h264",
        "audio_codec": None,
        "file_bytes": 1000,
        "sha256": "f" * 64,
    }
    return VideoFacts(**{**facts, **changes})
