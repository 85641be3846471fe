"""Joins clips one after the other into one MP4. Runs in a helper process.

Where all clips are used whole and unchanged, are silent, coded alike, upright, and hide no frames, the coded pictures are
copied. Otherwise the pictures are encoded again, in the size and rate of the first clip, with their proportions kept. Sound
is always encoded again, because it doesn't end where the pictures do.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import av

from vidu_desktop.adapters.export.encoders import OnProgress, write_video
from vidu_desktop.adapters.export.export_frames import Colouring, Shaper, frames_in_order, mixed_frames
from vidu_desktop.adapters.export.export_writers import beside, numbered_pictures
from vidu_desktop.adapters.video.film_sound import film_sound
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.adapters.video.sound_track import REORDERED_MOST
from vidu_desktop.adapters.video.video_errors import kept_video
from vidu_desktop.adapters.video.video_opening import opened_video
from vidu_desktop.domain.export import EndPictures, ExportFormat, clocked, steady_timing
from vidu_desktop.domain.film import Film, FilmPart, FilmWish, film_of
from vidu_desktop.domain.frames import EndOfFrames
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

if TYPE_CHECKING:
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream


_COPIED = frozenset({"h264", "hevc", "av1", "vp9", "mpeg4"})
"""The codecs that players accept in an MP4; videos with QuickTime's other codecs are encoded again."""
_APPLES_HEVC = "hvc1"
"""The name of HEVC with which Apple's programs play it. Unasked, the muxer writes the other one, `hev1`."""


def join(
    wish: FilmWish,
    target: str,
    on_progress: OnProgress,
    *,
    replaces: bool = False,
    pictures: Sequence[EndPictures] = (),
    part: str = "",
) -> bool:
    """Write the film to `target`, by way of `part` as `export` does. Return whether colours were matched: to the `pictures` of each part, and from part to part.

    Raises BadInput where `target` is one of the videos, NotAVideo and DiskTrouble; then nothing is left of the film, and a
    file that it should replace is unchanged.
    """
    matched = False
    video_paths = [one.video_path for one in wish.parts]
    _refuse_a_source(video_paths, target)
    with beside(Path(target), replaces=replaces, part=part) as place:
        whole = all(one == FilmPart(video_path=one.video_path) for one in wish.parts)
        changed = wish.match_colours or wish.as_pictures or wish.sound_path or not wish.own_sound
        if whole and not changed and _are_alike(video_paths):
            _copy(video_paths, place, on_progress)
        else:
            matched = _encode(wish, place, on_progress, pictures)
    on_progress(1, 1)
    return matched


def _refuse_a_source(video_paths: Sequence[str], target: str) -> None:
    there = Path(target)
    if there.exists() and any(Path(path).exists() and there.samefile(path) for path in video_paths):
        template = QT_TRANSLATE_NOOP(
            "library",
            "“{name}” is one of the videos that are joined, and stays as it is. Choose another name.",
        )
        raise BadInput("join-over-source", Sentence(template, {"name": there.name}))


def _are_alike(video_paths: Sequence[str]) -> bool:
    codings = {_coding_of(path) for path in video_paths}
    return len(codings) == 1 and None not in codings


def _coding_of(path: str) -> tuple[object, ...] | None:
    """Return how the pictures are coded. None for a clip with sound, where a copy would lose something that the container
    says about the pictures, and where frames of a varying rate are decoded in another order than shown: no next clip fits
    behind them.
    """
    with kept_video(path), closing(FrameSource(path)) as source:
        if source.table.has_sound or source.turn is not None or source.hides_frames:
            return None
        steady = source.table.is_steady
    with kept_video(path), opened_video(path) as (_container, stream):
        coder = stream.codec_context
        name = coder.codec.canonical_name
        if name not in _COPIED or (coder.has_b_frames and not steady):
            return None
        shape = (
            name,
            coder.codec_tag,
            coder.width,
            coder.height,
            coder.pix_fmt,
            coder.extradata,
            stream.time_base,
        )
        colours = (coder.colorspace, coder.color_range, coder.color_primaries, coder.color_trc)
        return (*shape, *colours, stream.sample_aspect_ratio, stream.guessed_rate)


def _copy(video_paths: Sequence[str], part: Path, on_progress: OnProgress) -> None:
    """Copy the coded pictures. The lead of a clip is the time from decoding its first frame to showing it. All clips get the
    longest lead of all, so that no frame is decoded before the last one of the previous clip.
    """
    offset = 0
    lead = max(_lead_of(path) for path in video_paths)
    with ExitStack() as stack:
        container = stack.enter_context(
            av.open(f"file:{part}", "w", format="mp4", options={"movflags": "+faststart"})
        )
        with opened_video(video_paths[0]) as (_source, stream):
            # `opaque` also allows codecs for which there is no encoder here.
            made = container.add_stream_from_template(stream, opaque=True)
            if stream.codec_context.codec_tag == _APPLES_HEVC:
                made.codec_context.codec_tag = _APPLES_HEVC
        for number, path in enumerate(video_paths, 1):
            with kept_video(path):
                packets = _packets(path)
            first, begin = min(packet.pts or 0 for packet in packets), packets[0].dts or 0
            ending = EndOfFrames()
            for packet in packets:
                ending.add(packet.pts or 0, packet.duration or 0)
                packet.pts = (packet.pts or 0) - first + offset
                packet.dts = None if packet.dts is None else packet.dts - begin + offset - lead
                packet.stream = made
                container.mux(packet)
            offset += ending.end - first
            on_progress(number, len(video_paths))


def _lead_of(path: str) -> int:
    """Return how long before its first frame is shown the decoding starts."""
    with kept_video(path), opened_video(path) as (source, stream):
        ahead = [packet for packet in islice(source.demux(stream), REORDERED_MOST) if packet.size]
        return min(packet.pts or 0 for packet in ahead) - (ahead[0].dts or 0)


def _packets(path: str) -> "list[Packet[VideoStream]]":
    """Read all packets before any is written, so that a failure of writing isn't taken for a fault of the video."""
    with opened_video(path) as (source, stream):
        return [packet for packet in source.demux(stream) if packet.size]


def _encode(wish: FilmWish, place: Path, on_progress: OnProgress, pictures: Sequence[EndPictures]) -> bool:
    with ExitStack() as stack:
        sources: list[FrameSource] = []
        for part in wish.parts:
            with kept_video(part.video_path):
                source = FrameSource(part.video_path)
            stack.callback(source.close)
            sources.append(source)
        film = film_of(wish, [source.table for source in sources])
        timing = steady_timing([film.place_of(frame)[1] for frame in range(film.count)], film.rate_fps)
        sound = film_sound(film) if film.table.has_sound else None
        matchers = [None] * len(sources) if not wish.match_colours else _matchers(film, sources, pictures)
        if wish.as_pictures:
            numbered_pictures(place, _shaped(film, sources, matchers, "rgb24"), film.count, on_progress)
            return any(matchers)
        kind = ExportFormat.H264
        write_video(
            place,
            kind,
            _shaped(film, sources, matchers),
            clocked(timing, kind),
            film.size_px,
            sound,
            on_progress,
        )
        return any(matchers)


def _matchers(
    film: Film, sources: Sequence[FrameSource], pictures: Sequence[EndPictures]
) -> Sequence[Colouring | None]:
    from vidu_desktop.adapters.export.film_colours import film_matchers

    return film_matchers(film, sources, pictures or [EndPictures()] * len(sources))


def _shaped(
    film: Film,
    sources: Sequence[FrameSource],
    matchers: Sequence[Colouring | None],
    pixel_format: str = "yuv420p",
) -> "Iterator[VideoFrame]":
    held: list[VideoFrame] = []  # the last frames of a part, into which the next part fades
    fades = (*film.fades[1:], 0)
    for number, (part, source, shown, matcher) in enumerate(
        zip(film.parts, sources, film.frames, matchers, strict=True)
    ):
        shaper = Shaper(source, film.size_px, pixel_format, film.wish.fit, matcher)
        lower, held = held, []
        with kept_video(part.video_path):
            for place, frame in enumerate(frames_in_order(source, shown)):
                made = shaper.shaped(frame)
                below = film.below(film.begins[number] + place) if place < len(lower) else None
                if below is not None:
                    made = mixed_frames(lower[place], made, below[2])
                if place < len(shown) - fades[number]:
                    yield made
                else:
                    held.append(made)
