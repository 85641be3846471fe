"""The selected clips as a timeline for editing programs: OpenTimelineIO, and the formats that its adapters write correctly."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from vidu_desktop.adapters.disk.shown_names import shown_name
from vidu_desktop.adapters.disk.writing import save_file, writing
from vidu_desktop.adapters.export.export_writers import writing_out
from vidu_desktop.adapters.export.fcp_xml import Use, fcp_xml, printable
from vidu_desktop.adapters.export.timeline_pieces import Piece, leader_of, pieces_of
from vidu_desktop.adapters.video.sound_file import SoundFacts, sound_facts
from vidu_desktop.adapters.video.source_facts import SourceFacts, source_facts
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.film import FilmPart, parts_in_a_row
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP, cleaned
from vidu_desktop.errors import BadInput, Sentence

if TYPE_CHECKING:
    import opentimelineio as otio

_REEL_CHARS = 8
_NO_REELS = frozenset({"", "AX", "BL", "BLACK", "BARS"})
"""Names with a meaning of their own in CMX 3600, which no reel of ours may have."""
_RATE_SLACK_FPS = 0.01
_EVENTS_MOST = 999
"""The number of an event has three digits."""
_DAY_S = 24 * 3600
"""Timecode starts again at zero after a day."""


class TimelineKind(StrEnum):
    """The kind of timeline. Its value is the file's ending."""

    OTIO = "otio"
    FCP_XML = "xml"
    """Final Cut Pro 7 XML, which Premiere and Resolve read."""
    EDL = "edl"
    """CMX 3600: one track of pictures, no size; paths only in comments."""


def timeline_kind(target: Path) -> TimelineKind:
    """Return the kind for the ending of a name. Raises BadInput for any other ending."""
    try:
        return TimelineKind(target.suffix.lstrip(".").casefold())
    except ValueError as error:
        template = QT_TRANSLATE_NOOP("library", "A timeline's name ends with .otio, .xml or .edl.")
        raise BadInput("timeline-kind", Sentence(template)) from error


def check_expressible(target: Path, parts: Sequence[FilmPart]) -> None:
    """Raise BadInput for what a timeline with this name can't express of these parts, and for a name that isn't one of ours.
    Reads no video, so it can be called before there are any.
    """
    kind = timeline_kind(target)
    if kind is not TimelineKind.OTIO and any(part.speed != 1.0 for part in parts):
        template = QT_TRANSLATE_NOOP(
            "library",
            "A timeline that ends with .{ending} can't say that a video is shown faster or slower. Nothing was written. "
            "Save it as OpenTimelineIO (.otio), or export the film itself.",
        )
        raise BadInput("timeline-speed", Sentence(template, {"ending": kind.value}))
    if kind is TimelineKind.EDL and len(parts) > _EVENTS_MOST:
        raise _too_long()


def write_timeline(
    clips: Sequence[Clip],
    target: Path,
    name: str,
    parts: Sequence[FilmPart] | None = None,
    *,
    sound_path: str = "",
    own_sound: bool = True,
) -> None:
    """Write the clips one after the other, at the rate of their film: whole clips, or with `parts` those of a film, whose
    unused frames become handles. As in the film, a sound at `sound_path` replaces the clips' own, on a track of its own; an
    EDL has no sound. The kind is the file's ending. Blocks for some tenths of a second; for a worker thread. Raises BadInput
    for an ending that isn't one of ours and for what the kind can't express, DiskTrouble.
    """
    kind = timeline_kind(target)
    parts = parts or parts_in_a_row([clip.video_path for clip in clips], drop_seams=False)
    check_expressible(target, parts)
    looked: dict[str, SourceFacts] = {}
    for clip in clips:
        if clip.video_path not in looked:
            looked[clip.video_path] = source_facts(clip)
    sources = [looked[clip.video_path] for clip in clips]
    _refuse_rates(sources, kind)
    beneath = sound_facts(sound_path) if sound_path else None
    if beneath is not None or not own_sound:
        sources = [replace(source, channels=0) for source in sources]
    pieces = pieces_of(parts, sources)
    match kind:
        case TimelineKind.FCP_XML:
            text = fcp_xml(printable(name), _uses(clips, pieces), beneath)
        case TimelineKind.EDL:
            text = _edl(clips, pieces, printable(name))
        case _:
            timeline = _timeline(clips, pieces, printable(name), counted=False)
            if beneath is not None:
                timeline.tracks.append(_sound_track(beneath, pieces))
            text = _written(timeline, "otio_json")
    with writing_out():
        save_file(target, writing(text.encode("utf-8")))


def _written(timeline: "otio.schema.Timeline", adapter: str, **options: object) -> str:
    import opentimelineio as otio

    return str(otio.adapters.write_to_string(timeline, adapter, **options))


def _uses(clips: Sequence[Clip], pieces: Sequence[Piece]) -> list[Use]:
    uses: list[Use] = []
    start, rate = 0, _leader(pieces).fps
    for clip, piece in zip(clips, pieces, strict=True):
        first = round(piece.first * rate / piece.source.fps)
        uses.append(Use(printable(_name_of(clip)), piece.source, start, piece.length, first))
        start += piece.length
    return uses


def _leader(pieces: Sequence[Piece]) -> SourceFacts:
    return leader_of([piece.source for piece in pieces])


def _name_of(clip: Clip) -> str:
    return clip.marks.label or Path(clip.video_path).stem


def _edl(clips: Sequence[Clip], pieces: Sequence[Piece], name: str) -> str:
    """Return an EDL, with pictures only. It counts whole frames: at 23.976 frames a second, its timecode counts 24. Raises
    BadInput for a timeline that is too long.
    """
    rate = _leader(pieces).counted_fps
    lasts_s = sum(piece.length for piece in pieces) / rate
    if lasts_s >= _DAY_S:
        raise _too_long()
    timeline = _timeline(clips, pieces, name, counted=True)
    _dress_for_edl(timeline.tracks[0], clips)
    title, _, events = _written(timeline, "cmx_3600", style="nucoda", rate=rate).partition("\n")
    return f"{title}\nFCM: NON-DROP FRAME\n{events.lstrip()}"


def _too_long() -> BadInput:
    template = QT_TRANSLATE_NOOP(
        "library",
        "A timeline that ends with .edl holds {most} videos and less than a day at most. Nothing was written. Save it "
        "as OpenTimelineIO (.otio) or Final Cut Pro 7 XML (.xml).",
    )
    return BadInput("timeline-length", Sentence(template, {"most": _EVENTS_MOST}))


def _refuse_rates(sources: Sequence[SourceFacts], kind: TimelineKind) -> None:
    """Raise BadInput for a rate that the kind can't express. Final Cut Pro XML states the rate of every clip, an EDL only
    that of the whole timeline; both do it in timecodes, which exist only for a few rates.
    """
    from opentimelineio.opentime import RationalTime

    leader = leader_of(sources)
    for source in sources:
        fps = source.fps
        if fps <= 0:
            template = QT_TRANSLATE_NOOP(
                "library",
                "How many frames a second “{name}” has isn't known, so it has no place in a timeline. Nothing was "
                "written; leave it out.",
            )
            raise BadInput("timeline-rate", Sentence(template, {"name": shown_name(source.path)}))
        said = kind is TimelineKind.OTIO or (kind is TimelineKind.EDL and source is not leader)
        has_timecode = abs(RationalTime.nearest_smpte_timecode_rate(fps) - fps) <= _RATE_SLACK_FPS
        if not said and (fps < 1 or not has_timecode):
            template = QT_TRANSLATE_NOOP(
                "library",
                "A timeline that ends with .{ending} can't say {rate} frames a second, which “{name}” has. Nothing was "
                "written. Save it as OpenTimelineIO (.otio), or export the video with 24 or 25 a second first.",
            )
            values = {"ending": kind.value, "rate": f"{fps:.5g}", "name": shown_name(source.path)}
            raise BadInput("timeline-rate", Sentence(template, values))


def _timeline(
    clips: Sequence[Clip], pieces: Sequence[Piece], name: str, *, counted: bool
) -> "otio.schema.Timeline":
    """Return the timeline as OpenTimelineIO's object. With `counted`, for an EDL, it has whole rates and no sound."""
    import opentimelineio as otio

    leader = _leader(pieces)
    rate = _rate_of(leader, counted=counted)
    timeline = otio.schema.Timeline(name)
    timeline.global_start_time = otio.opentime.RationalTime(0, rate)
    track = otio.schema.Track("V1", kind=otio.schema.TrackKind.Video)
    timeline.tracks.append(track)
    sounds = otio.schema.Track("A1", kind=otio.schema.TrackKind.Audio)
    for clip, piece in zip(clips, pieces, strict=True):
        track.append(_item(clip, piece, leader, counted=counted))
        if _is_heard(piece):
            sounds.append(_item(clip, piece, leader, counted=counted))
        else:
            length = track[-1].source_range.duration
            start = otio.opentime.RationalTime(0, rate)
            sounds.append(otio.schema.Gap(source_range=otio.opentime.TimeRange(start, length)))
    if not counted and any(_is_heard(piece) for piece in pieces):
        timeline.tracks.append(sounds)
    return timeline


def _is_heard(piece: Piece) -> bool:
    """Whether a piece has its sound: as in the film, only at its own speed."""
    return piece.source.channels > 0 and piece.speed == 1.0


def _sound_track(sound: SoundFacts, pieces: Sequence[Piece]) -> "otio.schema.Track":
    """Return the track of the sound beneath the film: it begins with the film and ends with the shorter of the two."""
    import opentimelineio as otio

    rate = _leader(pieces).fps
    zero = otio.opentime.RationalTime(0, rate)
    whole = max(1, round(sound.length_s * rate))
    shown = min(whole, sum(piece.length for piece in pieces))
    media = otio.schema.ExternalReference(
        sound.path.as_uri(), otio.opentime.TimeRange(zero, otio.opentime.RationalTime(whole, rate))
    )
    media.name = printable(sound.path.name)
    track = otio.schema.Track("A1", kind=otio.schema.TrackKind.Audio)
    track.append(
        otio.schema.Clip(
            name=printable(sound.path.stem),
            media_reference=media,
            source_range=otio.opentime.TimeRange(zero, otio.opentime.RationalTime(shown, rate)),
        )
    )
    return track


def _rate_of(source: SourceFacts, *, counted: bool) -> float:
    return source.counted_fps if counted else source.fps


def _item(clip: Clip, piece: Piece, leader: SourceFacts, *, counted: bool) -> "otio.schema.Clip":
    """Return one use of a clip. `leader` gives the timeline its rate."""
    import opentimelineio as otio

    source = piece.source
    fps, rate = _rate_of(source, counted=counted), _rate_of(leader, counted=counted)
    first = source.read_number if counted else source.first_number
    whole = otio.opentime.TimeRange(
        otio.opentime.RationalTime(first, fps), otio.opentime.RationalTime(source.frame_count, fps)
    )
    media = otio.schema.ExternalReference(source.path.as_uri(), available_range=whole)
    media.name = printable(source.path.name)
    begin = source.read_number_at(piece.first) if counted else first + piece.first
    # The clip's own length, counted at the timeline's rate.
    shown = otio.opentime.TimeRange(
        otio.opentime.RationalTime(round(begin * rate / fps), rate),
        otio.opentime.RationalTime(piece.length, rate),
    )
    item = otio.schema.Clip(name=printable(_name_of(clip)), media_reference=media, source_range=shown)
    if piece.speed != 1.0:
        item.effects.append(otio.schema.LinearTimeWarp(time_scalar=piece.speed))
    item.metadata["vidu_desktop"] = {
        "prompt": cleaned(clip.prompt),
        "label": clip.marks.label,
        "project": clip.marks.project,
        "rating": clip.marks.rating,
        "note": clip.marks.note,
    }
    return item


def _dress_for_edl(track: "otio.schema.Track", clips: Sequence[Clip]) -> None:
    """Name a reel for each source, and name the files as they are on the disk: editing programs compare these names with
    names on the disk, not with URLs.
    """
    reels: dict[str, str] = {}
    for item, clip in zip(track, clips, strict=True):
        path = Path(clip.video_path)
        reel = reels.setdefault(clip.video_path, _reel_of(path.stem, reels.values()))
        item.name = printable(path.name)
        item.media_reference.target_url = printable(str(path))
        # Behind a word of its own: a shot that is called `FROM CLIP NAME: x` or `LOC: x` would be read as such.
        comments = [f"SHOT: {printable(clip.marks.label)}"] if clip.marks.label else []
        item.metadata["cmx_3600"] = {"reel": reel, "comments": comments}


def _reel_of(stem: str, taken: Collection[str]) -> str:
    """Return the end of the name, because our names differ there; a number is added where that isn't enough."""
    letters = "".join(char for char in stem.upper() if char.isascii() and char.isalnum())
    reel, count = letters[-_REEL_CHARS:], 1
    while reel in taken or reel in _NO_REELS:
        reel = f"{letters[-_REEL_CHARS + 4 :]}{count:04d}"
        count += 1
    return reel
