"""What a tile of the library says about its clip, in the language that is set now."""

from PySide6.QtCore import QCoreApplication

from vidu_desktop.domain.clip import Clip
from vidu_desktop.ui.models.job_words import mode_name, no_prompt, say_bytes
from vidu_desktop.ui.text import say_moment

translate = QCoreApplication.translate


def say_length(seconds: float) -> str:
    """Give a clip's length as players write it: `0:04`."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def spoken_clip(clip: Clip) -> str:
    """Give the whole tile for a screen reader."""
    length = translate("ClipTile", "{seconds} seconds").format(seconds=round(clip.video.duration_s))
    parts = [" ".join(clip.prompt.split()) or no_prompt(), mode_name(clip.mode), length]
    parts.append(say_moment(clip.created_at))
    if clip.rehearsal:
        parts.append(translate("ClipTile", "rehearsal"))
    if clip.missing:
        parts.append(translate("ClipTile", "file missing"))
    return ". ".join(part.rstrip(".") for part in parts)


def tip_of_clip(clip: Clip) -> str:
    """Give the facts below the prompt."""
    video = clip.video
    facts = translate("ClipTile", "{size}, {seconds} s at {fps} frames a second, {bytes}").format(
        size=f"{video.width_px} × {video.height_px}",
        seconds=f"{video.duration_s:g}",
        fps=f"{video.fps:g}",
        bytes=say_bytes(video.file_bytes),
    )
    lines = [clip.prompt, f"{mode_name(clip.mode)}, {say_moment(clip.created_at)}", facts]
    if clip.missing:
        lines.append(
            translate(
                "ClipTile", "The file is missing: it was moved, renamed or deleted outside the program."
            )
        )
    return "\n".join(line for line in lines if line)
