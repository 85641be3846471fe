"""The work of helper processes on videos: check them before they count, and make their covers."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from av.container import InputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from av.video.stream import VideoStream

from vidu_desktop.adapters.disk.writing import write_atomically, writing
from vidu_desktop.adapters.video.first_key import FirstKey, decoded_pictures, is_empty
from vidu_desktop.adapters.video.frame_colour import to_srgb
from vidu_desktop.adapters.video.main_streams import main_sound
from vidu_desktop.adapters.video.mp4_structure import checked_structure
from vidu_desktop.adapters.video.orientation import pixel_aspect, square_size, turn_of, upright, upright_size
from vidu_desktop.adapters.video.recipe_box import delivered_bytes
from vidu_desktop.adapters.video.video_errors import not_a_video
from vidu_desktop.adapters.video.video_opening import opened_file, opened_video
from vidu_desktop.domain.clip import VideoFacts
from vidu_desktop.domain.frames import EndOfFrames, rate_of

_COVER_WIDTH_PX = 480
_COVER_QUALITY = 85
_DURATION_MOST_S = 24 * 3600
_SIDE_MOST_PX = 16_384


@dataclass(frozen=True, slots=True)
class _Found:
    """What reading through a file found. `in_file` also counts frames that an edit list hides; `starts_s` are the times at
    which frames are shown, from 0.
    """

    in_file: int
    starts_s: list[float]
    duration_s: float
    frame: VideoFrame | None


def verify(path: str) -> VideoFacts:
    """Find out whether `path` is a complete, playable MP4 video, and what its properties are.

    Size and duration are returned, but not judged: what was paid for is kept even if it isn't quite what was ordered.
    `sha256` and `file_bytes` are those of what the service delivered, even when the recipe is in the file already. Raises
    NotAVideo, and DiskTrouble when the file can't be read.
    """
    file_bytes, sha256 = _delivered(path)
    with opened_video(path, all_frames=True) as (container, stream):
        _check_count(_read_through(container, stream).in_file, stream)
    _decode_ends(path)
    with opened_video(path) as (container, stream):
        found = _read_through(container, stream, decode_first=True)
        return _facts(container, stream, found, file_bytes, sha256)


def read_facts_and_make_cover(path: str, cover_path: str) -> VideoFacts:
    """Find out the properties of a video and write its cover, with as little opening and decoding as possible.

    Every frame is counted and the first one is decoded; unlike `verify`, this doesn't decode the end. Raises NotAVideo,
    DiskTrouble.
    """
    file_bytes, sha256 = _delivered(path)
    with opened_video(path) as (container, stream):
        found = _read_through(container, stream, decode_first=True)
        if found.in_file < stream.frames:  # cut short, or an edit list hides frames
            _check_whole(path)
        facts = _facts(container, stream, found, file_bytes, sha256)
        content = _cover(_first_of(found), stream)
    write_atomically(Path(cover_path), writing(content), durable=False, make_folders=True)
    return facts


def _delivered(path: str) -> tuple[int, str]:
    """Return length and SHA-256 of what the service delivered; the structure is checked, too."""
    with opened_file(path) as file:
        delivered = checked_structure(file)
        digest = hashlib.sha256()
        for content in delivered_bytes(file, delivered):
            digest.update(content)
    return delivered.end, digest.hexdigest()


def _facts(
    container: InputContainer, stream: VideoStream, found: _Found, file_bytes: int, sha256: str
) -> VideoFacts:
    """Return the facts of what is shown, upright and with square pixels, without frames that an edit list hides."""
    width, height = upright_size(_first_of(found), pixel_aspect(stream))
    if not (0 < width <= _SIDE_MOST_PX and 0 < height <= _SIDE_MOST_PX):
        raise not_a_video("video-no-picture")
    sound = main_sound(container)
    return VideoFacts(
        width_px=width,
        height_px=height,
        duration_s=found.duration_s,
        fps=rate_of(found.starts_s, found.duration_s, float(stream.guessed_rate or stream.average_rate or 0)),
        frame_count=len(found.starts_s),
        video_codec=stream.codec_context.codec.canonical_name,
        audio_codec=None if sound is None else sound.codec_context.codec.canonical_name,
        file_bytes=file_bytes,
        sha256=sha256,
    )


def _first_of(found: _Found) -> VideoFrame:
    if found.frame is None:
        raise not_a_video("video-damaged")
    return found.frame


def make_cover(video_path: str, cover_path: str) -> None:
    """Write the first frame as a JPEG, at most 480 pixels wide, atomically. Raises NotAVideo, DiskTrouble."""
    with opened_file(video_path) as file:
        checked_structure(file)
    with opened_video(video_path) as (container, stream):
        frame = next(decoded_pictures(container, stream), None)
        if frame is None:
            raise not_a_video("video-damaged")
        content = _cover(frame, stream)
    write_atomically(Path(cover_path), writing(content), make_folders=True)


def _cover(frame: VideoFrame, stream: VideoStream) -> bytes:
    from vidu_desktop.adapters.pictures.picture_encoding import (
        jpeg,  # PIL, which looking into a video doesn't need
    )

    wide, high = square_size(frame.width, frame.height, pixel_aspect(stream))
    turn = turn_of(frame)
    shown_width = high if turn is not None and turn.swaps_sides else wide
    scale = min(1.0, _COVER_WIDTH_PX / shown_width)
    size = max(1, round(wide * scale)), max(1, round(high * scale))
    seen = to_srgb(VideoReformatter(), frame, size, "rgb24", Interpolation.AREA)
    image = seen.to_image()  # type: ignore[no-untyped-call]
    return jpeg(upright(image, turn), _COVER_QUALITY)


def _read_through(container: InputContainer, stream: VideoStream, *, decode_first: bool = False) -> _Found:
    """Count the frames that are really in the file and find out when they are shown, without decoding. With `decode_first`,
    the first frame that is shown is decoded and returned, too.
    """
    in_file, times, ending, frame, last = 0, set[int](), EndOfFrames(), None, None
    first_key = FirstKey()
    for packet in container.demux(stream):
        can_be_shown = first_key.reaches(packet)
        if is_empty(packet):
            in_file += 1
            ending.add(packet.pts or 0, packet.duration or 0)
            continue
        if decode_first and frame is None and can_be_shown:
            frame = next(iter(packet.decode()), None)
        if not packet.size:
            continue
        in_file, last = in_file + 1, packet
        if can_be_shown and packet.pts is not None and not packet.is_discard:
            times.add(packet.pts)
            ending.add(packet.pts, packet.duration or 0)
    base = stream.time_base
    if last is None or not times or base is None or _is_hollow(last):
        raise not_a_video("video-damaged")
    first = min(times)
    starts_s = [float((time - first) * base) for time in sorted(times)]
    duration_s = float((ending.end - first) * base)
    if duration_s <= 0 and stream.average_rate:
        duration_s = len(times) / float(stream.average_rate)
    if not 0 < duration_s < _DURATION_MOST_S:
        raise not_a_video("video-damaged")
    return _Found(in_file, starts_s, duration_s, frame)


def _is_hollow(packet: "Packet[VideoStream]") -> bool:
    """Whether all bytes of a packet are the same: its place in the file was reserved and never written."""
    return len(set(bytes(packet))) == 1


def _check_count(count: int, stream: VideoStream) -> None:
    """Raise NotAVideo for a file that was cut and then padded: its index promises more frames than can be read."""
    if count < stream.frames:
        raise not_a_video("video-damaged")


def _check_whole(path: str) -> None:
    """Check the count including frames that an edit list hides. Raises NotAVideo when the file was cut short."""
    with opened_video(path, all_frames=True) as (container, stream):
        _check_count(_read_through(container, stream).in_file, stream)


def _decode_ends(path: str) -> None:
    """Decode the first frame, then from the last keyframe to the end. Raises NotAVideo unless both give a picture."""
    with opened_video(path, all_frames=True) as (container, stream):
        if next(decoded_pictures(container, stream), None) is None:
            raise not_a_video("video-damaged")
        container.seek(1 << 62, stream=stream, backward=True)
        if _ends_well(container, stream):
            return
    # If the last keyframe depends on frames before it (open GOP), only decoding from the start shows the end.
    with opened_video(path, all_frames=True) as (container, stream):
        if not _ends_well(container, stream):
            raise not_a_video("video-damaged")


def _ends_well(container: InputContainer, stream: VideoStream) -> bool:
    last = None
    for frame in decoded_pictures(container, stream):
        last = frame
    return last is not None and not last.is_corrupt
