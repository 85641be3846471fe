"""The selected clips as a timeline for editing programs: OpenTimelineIO, and what its adapters write correctly."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from vidu_desktop.adapters.disk.writing import write_atomically, writing
from vidu_desktop.adapters.media.export_work import writing_out
from vidu_desktop.adapters.media.files import shown_name
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

if TYPE_CHECKING:
    import opentimelineio as otio

_REEL_CHARS = 8
_NO_REELS = frozenset({"", "AX", "BL", "BLACK", "BARS"})
"""What CMX 3600 means by these isn't a source of ours."""
_RATE_SLACK_FPS = 0.01


class TimelineKind(StrEnum):
    """By the file's ending."""

    OTIO = "otio"
    FCP_XML = "xml"
    """Final Cut Pro 7 XML, which Premiere and Resolve read."""
    EDL = "edl"
    """CMX 3600: one track of pictures, no size, no paths but in comments."""


_ADAPTERS = {TimelineKind.OTIO: "otio_json", TimelineKind.FCP_XML: "fcp_xml", TimelineKind.EDL: "cmx_3600"}


def write_timeline(clips: Sequence[Clip], target: Path, name: str) -> None:
    """Write the clips one behind the other, whole, at the first one's rate; the kind is the file's ending. Blocks some
    tenths of a second; for a thread. Raises BadInput for an ending that isn't one of ours and for a rate that the kind
    has no way to say, DiskTrouble.
    """
    import opentimelineio as otio

    try:
        kind = TimelineKind(target.suffix.lstrip(".").casefold())
    except ValueError as error:
        template = QT_TRANSLATE_NOOP("library", "A timeline's name ends with .otio, .xml or .edl.")
        raise BadInput("timeline-kind", Sentence(template)) from error
    _refuse_rates(clips, kind)
    timeline = _timeline(clips, name, kind)
    options: dict[str, object] = {"style": "nucoda"} if kind is TimelineKind.EDL else {}
    if kind is TimelineKind.EDL:
        options["rate"] = _rate_of(clips[0], counted=True)
    text = otio.adapters.write_to_string(timeline, _ADAPTERS[kind], **options)
    with writing_out():
        write_atomically(target, writing(text.encode("utf-8")))


def _refuse_rates(clips: Sequence[Clip], kind: TimelineKind) -> None:
    """Final Cut Pro XML says the rate of every clip, an EDL only that of the whole: both in timecodes, which exist for
    few rates. Their adapters fail at some of the others, and take the nearest at the rest.
    """
    from opentimelineio.opentime import RationalTime

    for number, clip in enumerate(clips):
        fps = clip.video.fps
        if fps <= 0:
            template = QT_TRANSLATE_NOOP(
                "library",
                "How many frames a second “{name}” has isn't known, so it has no place in a timeline. Nothing was "
                "written; leave it out.",
            )
            raise BadInput("timeline-rate", Sentence(template, {"name": shown_name(clip.video_path)}))
        said = kind is TimelineKind.OTIO or (kind is TimelineKind.EDL and number > 0)
        if not said and abs(RationalTime.nearest_smpte_timecode_rate(fps) - fps) > _RATE_SLACK_FPS:
            template = QT_TRANSLATE_NOOP(
                "library",
                "A timeline that ends with .{ending} can't say {rate} frames a second, which “{name}” has. Nothing was "
                "written. Save it as OpenTimelineIO (.otio), or export the video with 24 or 25 a second first.",
            )
            values = {"ending": kind.value, "rate": f"{fps:.5g}", "name": shown_name(clip.video_path)}
            raise BadInput("timeline-rate", Sentence(template, values))


def _timeline(clips: Sequence[Clip], name: str, kind: TimelineKind) -> "otio.schema.Timeline":
    import opentimelineio as otio

    # An EDL counts frames: of 23.976 a second, too, its timecode has 24.
    counted = kind is TimelineKind.EDL
    rate = _rate_of(clips[0], counted=counted)
    timeline = otio.schema.Timeline(name)
    timeline.global_start_time = otio.opentime.RationalTime(0, rate)
    track = otio.schema.Track("V1", kind=otio.schema.TrackKind.Video)
    timeline.tracks.append(track)
    sounds = otio.schema.Track("A1", kind=otio.schema.TrackKind.Audio)
    for clip in clips:
        track.append(_item(clip, rate, counted=counted))
        if clip.video.audio_codec:
            sounds.append(_item(clip, rate, counted=counted))
        else:
            sounds.append(otio.schema.Gap(source_range=track[-1].source_range))
    if kind is TimelineKind.EDL:  # of pictures, and says nothing about sound
        _dress_for_edl(track, clips)
    elif any(clip.video.audio_codec for clip in clips):
        timeline.tracks.append(sounds)
    return timeline


def _rate_of(clip: Clip, *, counted: bool) -> float:
    return round(clip.video.fps) if counted else clip.video.fps


def _item(clip: Clip, rate: float, *, counted: bool) -> "otio.schema.Clip":
    import opentimelineio as otio

    video = clip.video
    frames = video.frame_count or round(video.duration_s * video.fps)
    fps = _rate_of(clip, counted=counted)
    whole = otio.opentime.TimeRange(
        otio.opentime.RationalTime(0, fps), otio.opentime.RationalTime(frames, fps)
    )
    media = otio.schema.ExternalReference(Path(clip.video_path).as_uri(), available_range=whole)
    media.name = Path(clip.video_path).name
    # As long as the clip lasts, counted at the timeline's rate.
    length = otio.opentime.RationalTime(round(frames * rate / fps), rate)
    shown = otio.opentime.TimeRange(otio.opentime.RationalTime(0, rate), length)
    name = clip.marks.label or Path(clip.video_path).stem
    item = otio.schema.Clip(name=name, media_reference=media, source_range=shown)
    item.metadata["vidu_desktop"] = {
        "prompt": clip.prompt,
        "label": clip.marks.label,
        "project": clip.marks.project,
        "rating": clip.marks.rating,
        "note": clip.marks.note,
    }
    return item


def _dress_for_edl(track: "otio.schema.Track", clips: Sequence[Clip]) -> None:
    """Name each source by a reel of its own, and the files as they are called: editors compare these words with names on
    the disk, not with addresses.
    """
    reels: dict[str, str] = {}
    for item, clip in zip(track, clips, strict=True):
        path = Path(clip.video_path)
        reel = reels.setdefault(clip.video_path, _reel_of(path.stem, reels.values()))
        item.name = _one_line(path.name)
        item.media_reference.target_url = _one_line(str(path))
        item.metadata["cmx_3600"] = {"reel": reel, "comments": [clip.marks.label] if clip.marks.label else []}


def _reel_of(stem: str, taken: Collection[str]) -> str:
    """Give the end of a name, which is what tells ours apart, and a number where that isn't enough."""
    letters = "".join(char for char in stem.upper() if char.isascii() and char.isalnum())
    reel, count = letters[-_REEL_CHARS:], 1
    while reel in taken or reel in _NO_REELS:
        reel = f"{letters[-_REEL_CHARS + 4 :]}{count:04d}"
        count += 1
    return reel


def _one_line(text: str) -> str:
    return "".join(char if char.isprintable() else "_" for char in text)
