"""Clips put one behind the other into one MP4. Runs in a helper process.

Where all are silent, were coded alike and nothing is left out, the pictures are copied as they are; else they are
encoded anew, in size and rate of the first. Sounds are always coded anew: theirs don't end where the pictures do.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import av

from vidu_desktop.adapters.media.export_frames import Shaper, frames_in_order
from vidu_desktop.adapters.media.export_work import OnProgress, beside, write_video
from vidu_desktop.adapters.media.frame_source import FrameSource
from vidu_desktop.adapters.media.sound import MOMENT_BYTES, RATE_HZ, sound_between
from vidu_desktop.adapters.media.video_opening import opened_video
from vidu_desktop.adapters.media.video_words import kept_video
from vidu_desktop.domain.export import ExportFormat, ExportSettings, FramePlan, plan_of, size_of
from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

if TYPE_CHECKING:
    from av.video.frame import VideoFrame


@dataclass(frozen=True, slots=True)
class _Part:
    path: str
    source: FrameSource
    plan: FramePlan


def join(
    video_paths: Sequence[str],
    target: str,
    drop_seams: bool,  # noqa: FBT001
    on_progress: OnProgress,
    *,
    replaces: bool = False,
) -> str:
    """Write `target` from these clips in this order; give its path. `drop_seams` leaves the first frame of each but the
    first clip out: it is the last of the one before, where a clip was continued from its last frame.

    Raises BadInput where `target` is one of the clips, NotAVideo and DiskTrouble; then nothing of it is left, and a file
    that it was to replace is as it was.
    """
    _refuse_a_source(video_paths, target)
    with beside(Path(target), replaces=replaces) as part:
        if not drop_seams and _are_alike(video_paths):
            _copy(video_paths, part, on_progress)
        else:
            _encode(video_paths, part, on_progress, drop_seams=drop_seams)
    on_progress(1, 1)
    return target


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
    """Give how the pictures are coded; None for a clip with sound."""
    with kept_video(path), opened_video(path) as (container, stream):
        coder = stream.codec_context
        shape = (coder.name, coder.width, coder.height, coder.pix_fmt, coder.extradata, stream.time_base)
        return None if container.streams.audio else (*shape, stream.guessed_rate)


def _copy(video_paths: Sequence[str], part: Path, on_progress: OnProgress) -> None:
    """Copy the coded pictures."""
    offset = 0
    with av.open(f"file:{part}", "w", format="mp4", options={"movflags": "+faststart"}) as container:
        made = None
        for number, path in enumerate(video_paths, 1):
            with kept_video(path), opened_video(path) as (source, stream):
                if made is None:
                    made = container.add_stream_from_template(stream)
                packets = [packet for packet in source.demux(stream) if packet.size]
                first = min(packet.pts for packet in packets if packet.pts is not None)
                end = max((packet.pts or 0) + (packet.duration or 0) for packet in packets)
                for packet in packets:
                    packet.pts = (packet.pts or 0) - first + offset
                    packet.dts = None if packet.dts is None else packet.dts - first + offset
                    packet.stream = made
                    container.mux(packet)
                offset += end - first
            on_progress(number, len(video_paths))


def _encode(video_paths: Sequence[str], part: Path, on_progress: OnProgress, *, drop_seams: bool) -> None:
    with ExitStack() as stack:
        parts: list[_Part] = []
        for path in video_paths:
            with kept_video(path):
                source = FrameSource(path)
            stack.callback(source.close)
            first = 1 if drop_seams and parts and source.table.count > 1 else 0
            rate = parts[0].plan.rate_fps if parts else source.table.fps
            same = abs(rate - source.table.fps) < 0.001
            settings = ExportSettings(format=ExportFormat.H264, first=first, rate_fps=None if same else rate)
            parts.append(_Part(path, source, plan_of(settings, source.table)))
        table = parts[0].source.table
        size = size_of(ExportSettings(format=ExportFormat.H264), table.width_px, table.height_px)
        frames = [number for one in parts for number in one.plan.frames]
        whole = FramePlan(frames, parts[0].plan.rate_fps)
        sound = _sounds(parts) if any(one.source.table.has_sound for one in parts) else None
        write_video(part, ExportFormat.H264, _shaped(parts, size), whole, size, sound, on_progress)


def _shaped(parts: Sequence[_Part], size: tuple[int, int]) -> "Iterator[VideoFrame]":
    for one in parts:
        shaper = Shaper(one.source, *size, "yuv420p")
        with kept_video(one.path):
            for frame in frames_in_order(one.source, one.plan.frames):
                yield shaper.shaped(frame)


def _sounds(parts: Sequence[_Part]) -> Iterator[bytes]:
    """Give the sounds one behind the other, each as long as its pictures; silence where there is none."""
    for one in parts:
        left = round(len(one.plan.frames) / one.plan.rate_fps * RATE_HZ) * MOMENT_BYTES
        begin_s = one.source.table.starts_s[one.plan.frames[0]]
        if one.source.table.has_sound:
            with kept_video(one.path):
                for piece in sound_between(one.path, begin_s, begin_s + left / (RATE_HZ * MOMENT_BYTES)):
                    yield piece[:left]
                    left -= len(piece[:left])
        while left > 0:
            silence = bytes(min(left, RATE_HZ * MOMENT_BYTES))
            yield silence
            left -= len(silence)
