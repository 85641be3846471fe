"""What a tile of the library says about its clip, in the current language."""

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.titles import clip_subtitle, clip_title
from vidu_desktop.ui.models.mode_words import mode_name
from vidu_desktop.ui.text import say_bytes, say_list, say_moment, say_number, say_price, say_sentences

translate = QCoreApplication.translate

_NOTE_SHOWN_CHARS = 300


def say_length(seconds: float) -> str:
    """Return a clip's length the way video players write it: `0:04`."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def say_cost(clip: Clip) -> str:
    """Return what a clip cost in words; “unknown” for a clip whose price wasn't recorded."""
    if clip.price is None:
        return translate("ClipColumn", "unknown")
    return say_price(clip.price)


def spoken_marks(clip: Clip) -> list[str]:
    """Return the person's marks in words, in the order in which a tile shows them."""
    marks = clip.marks
    said = [marks.label]
    if marks.winner:
        said.append(translate("ClipTile", "winner of its shot"))
    elif marks.verdict is Verdict.KEEP:
        said.append(translate("ClipTile", "kept"))
    elif marks.verdict is Verdict.REJECT:
        said.append(translate("ClipTile", "rejected"))
    if marks.star:
        said.append(translate("ClipTile", "starred"))
    if marks.rating:
        said.append(translate("ClipTile", "{stars} of 5 stars").format(stars=marks.rating))
    return [part for part in said if part]


def spoken_clip(clip: Clip, *, playing: bool = False) -> str:
    """Return what a screen reader says for the whole tile."""
    length = translate("ClipTile", "{seconds} seconds").format(seconds=round(clip.video.duration_s))
    origin = "" if clip.marks.label else clip_subtitle(clip)  # the label is among the marks below
    parts = [clip_title(clip), origin, mode_name(clip.mode), length]
    parts.append(say_moment(clip.created_at))
    parts += spoken_marks(clip)
    if playing:
        parts.append(translate("ClipTile", "on the stage"))
    if clip.rehearsal:
        parts.append(translate("ClipTile", "rehearsal"))
    if clip.missing:
        parts.append(translate("ClipTile", "file missing"))
    return say_sentences(parts)


def tip_of_clip(clip: Clip) -> str:
    """Return the tile's tip: prompt, pictures, marks, note, origin and facts, a line each."""
    video = clip.video
    facts = translate("ClipTile", "{size}, {seconds} s at {fps} frames a second, {bytes}").format(
        size=f"{video.width_px} × {video.height_px}",
        seconds=say_number(video.duration_s),
        fps=say_number(video.fps),
        bytes=say_bytes(video.file_bytes),
    )
    marked = say_list((*spoken_marks(clip), *(f"#{tag}" for tag in clip.marks.tags)))
    lines = [
        clip.prompt,
        say_list(clip.picture_names) or PurePath(clip.video_path).name,
        marked,
        clip.marks.note[:_NOTE_SHOWN_CHARS],
        say_list((mode_name(clip.mode), say_moment(clip.created_at))),
        facts,
    ]
    if clip.missing:
        lines.append(
            translate(
                "ClipTile", "The file is missing: it was moved, renamed or deleted outside the program."
            )
        )
    return "\n".join(line for line in lines if line)
