"""Everything that is known of one clip, in words: its recipe, its cost, its dates, and the facts about its file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.options import OptionKey
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.ui.models.clip_words import say_cost
from vidu_desktop.ui.models.mode_words import mode_name, model_name
from vidu_desktop.ui.models.option_words import option_label, value_words
from vidu_desktop.ui.text import say_bytes, say_list, say_moment, say_number

translate = QCoreApplication.translate

HASH_SHOWN_CHARS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipDetails:
    """`request` is None for a video of unknown origin. `lost_names` are the names of pictures that the video was made from
    and that can't be found.
    """

    clip: Clip
    request: GenerationRequest | None = None
    lost_names: tuple[str, ...] = ()
    sent_at: datetime | None = None


def recipe_lines(details: ClipDetails) -> Iterator[tuple[str, str]]:
    """Return names and values of what was ordered."""
    clip, request = details.clip, details.request
    if clip.mode:
        yield translate("ClipDetails", "Made from"), mode_name(clip.mode)
    if clip.model:
        yield translate("ClipDetails", "Model"), model_name(clip.model)
    if request is None:
        return
    options = request.options
    if OptionKey.DURATION in options and OptionKey.SIZE in options:
        yield (
            translate("ClipDetails", "Asked for"),
            translate("ClipDetails", "{seconds} s at {size}").format(
                seconds=options[OptionKey.DURATION],
                size=value_words(OptionKey.SIZE, options[OptionKey.SIZE]),
            ),
        )
    for key, value in options.items():
        if key not in (OptionKey.DURATION, OptionKey.SIZE):
            yield option_label(key), value_words(key, value)


def money_lines(details: ClipDetails) -> Iterator[tuple[str, str]]:
    """Return names and values of the cost and the dates."""
    clip = details.clip
    cost = translate("ClipDetails", "free, a rehearsal") if clip.rehearsal else say_cost(clip)
    if clip.mode:
        yield translate("ClipDetails", "Cost"), cost
    if details.sent_at is not None:
        yield translate("ClipDetails", "Ordered"), say_moment(details.sent_at)
    yield translate("ClipDetails", "Made"), say_moment(clip.created_at)


def file_lines(details: ClipDetails) -> Iterator[tuple[str, str]]:
    """Return names and values of the facts about the file."""
    clip, video = details.clip, details.clip.video
    yield translate("ClipDetails", "File"), PurePath(clip.video_path).name
    yield translate("ClipDetails", "Picture"), f"{video.width_px} × {video.height_px}"
    frames = "?" if video.frame_count is None else str(video.frame_count)
    yield (
        translate("ClipDetails", "Length"),
        translate("ClipDetails", "{seconds} s, {frames} frames at {fps}").format(
            seconds=say_number(round(video.duration_s, 2)), frames=frames, fps=say_number(video.fps)
        ),
    )
    codecs = say_list((video.video_codec, video.audio_codec or ""))
    yield translate("ClipDetails", "Coded as"), codecs
    yield translate("ClipDetails", "Size"), say_bytes(video.file_bytes)
    yield translate("ClipDetails", "SHA-256"), f"{video.sha256[:HASH_SHOWN_CHARS]}…"
