"""The encoders for moving pictures with sound: MP4, QuickTime and WebP. For a helper process."""

import struct
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import cast

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.packet import Packet
from av.video.frame import PictureType, VideoFrame
from av.video.reformatter import Colorspace
from av.video.stream import VideoStream

from vidu_desktop.adapters.disk.sync import sync_path
from vidu_desktop.adapters.video.sound_track import MOMENT_BYTES, RATE_HZ
from vidu_desktop.domain.export import ClockedTiming, ExportFormat

OnProgress = Callable[[int, int], None]
"""Called with the number of finished frames and the number of all frames."""

_H264_OPTIONS: dict[str, object] = {"crf": "16", "preset": "medium"}
_AAC_BITS = 192_000

PIXELS = {
    ExportFormat.H264: "yuv420p",
    ExportFormat.PRORES: "yuv422p10le",
    ExportFormat.WEBP: "yuv420p",
}

MATRICES = {
    ExportFormat.H264: Colorspace.ITU709,
    ExportFormat.PRORES: Colorspace.ITU709,
    ExportFormat.WEBP: Colorspace.ITU601,
}
"""The matrix that turns colours into these pixel formats. A WebP can't name its matrix: its specification says BT.601."""


def write_video(
    part: Path,
    kind: ExportFormat,
    frames: Iterator[VideoFrame],
    timing: ClockedTiming,
    size: tuple[int, int],
    sound: Iterator[bytes] | None,
    on_progress: OnProgress,
) -> None:
    """Encode frames that already have the right size and pixel format, with their sound: samples as in
    adapters.video.sound_track.
    """
    containers = {ExportFormat.H264: "mp4", ExportFormat.PRORES: "mov", ExportFormat.WEBP: "webp"}
    options = {"movflags": "+faststart"} if kind is ExportFormat.H264 else {}
    if kind is ExportFormat.WEBP:
        options = {"loop": "0"}
    lasts = {begin: then - begin for begin, then in pairwise((*timing.begins, timing.end))}
    with av.open(f"file:{part}", "w", format=containers[kind], options=options) as container:
        stream = cast("VideoStream", container.add_stream(_CODECS[kind], rate=_rate_of(timing)))
        stream.width, stream.height = size
        stream.pix_fmt = PIXELS[kind]
        coder = stream.codec_context
        stream.time_base = coder.time_base = timing.tick_s
        if kind is not ExportFormat.WEBP:
            coder.color_primaries = coder.color_trc = coder.colorspace = _BT709
        stream.options = dict(_OPTIONS[kind])
        if kind is ExportFormat.H264 and len(set(lasts.values())) > 1:
            # MP4 stores durations in decoding order: where frames are shown in another order, the duration of
            # the last one would be lost.
            coder.max_b_frames = 0
        voice = _add_sound(container, kind) if sound is not None else None
        for number, (frame, begin) in enumerate(zip(frames, timing.begins, strict=True), 1):
            # The ProRes encoder asks each frame for its colours; a frame that wasn't changed has the clip's.
            if kind is ExportFormat.PRORES:
                frame.color_primaries = frame.color_trc = frame.colorspace = _BT709
            frame.pts, frame.time_base = begin, timing.tick_s
            frame.pict_type = PictureType.NONE  # the encoder places the keyframes, not the clip
            _mux(container, stream.encode(frame), timing, lasts)
            on_progress(number, len(timing.frames))
        _mux(container, stream.encode(None), timing, lasts)
        if voice is not None and sound is not None:
            _mux_sound(container, voice, sound)
    if kind is ExportFormat.WEBP:
        _end_webp(part, round(timing.end * timing.tick_s * 1000))
    sync_path(part)


def _end_webp(part: Path, end_ms: int) -> None:
    """Write how long the last picture is shown, because the encoder writes the mean of the other durations. See WebP's
    container specification: the duration in the chunk ANMF has three bytes.
    """
    with part.open("rb+") as file:
        file.seek(_RIFF_HEAD.size + 4)
        place, shown_ms, last_ms = 0, 0, 0
        while len(head := file.read(_RIFF_HEAD.size)) == _RIFF_HEAD.size:
            name, size = _RIFF_HEAD.unpack(head)
            begin = file.tell()
            if name == b"ANMF":
                file.seek(begin + _ANMF_DURATION_AT)
                place, last_ms = file.tell(), int.from_bytes(file.read(3), "little")
                shown_ms += last_ms
            file.seek(begin + size + size % 2)
        if place:
            file.seek(place)
            file.write(max(1, end_ms - shown_ms + last_ms).to_bytes(3, "little"))


_RIFF_HEAD = struct.Struct("<4sI")
_ANMF_DURATION_AT = 12


def _rate_of(timing: ClockedTiming) -> Fraction:
    """Return the mean frame rate. Where all frames last equally long, it is exactly their rate."""
    return Fraction(len(timing.frames)) / (timing.end * timing.tick_s)


def _mux(
    container: OutputContainer,
    packets: "list[Packet[VideoStream]]",
    timing: ClockedTiming,
    lasts: Mapping[int, int],
) -> None:
    """Set how long each frame is shown: the container can't know it for the last one."""
    for packet in packets:
        if packet.pts is not None and packet.time_base is not None:
            begin = round(packet.pts * packet.time_base / timing.tick_s)
            packet.duration = round(lasts.get(begin, 1) * timing.tick_s / packet.time_base)
        container.mux(packet)


_CODECS = {
    ExportFormat.H264: "libx264",
    ExportFormat.PRORES: "prores_ks",
    ExportFormat.WEBP: "libwebp_anim",
}
_BT709 = 1
_OPTIONS: dict[ExportFormat, dict[str, object]] = {
    ExportFormat.H264: _H264_OPTIONS,
    ExportFormat.PRORES: {"profile": "2", "vendor": "apl0", "field_order": "progressive"},
    ExportFormat.WEBP: {"quality": "88", "compression_level": "4"},
}


def _add_sound(container: OutputContainer, kind: ExportFormat) -> AudioStream:
    if kind is ExportFormat.PRORES:
        return container.add_stream("pcm_s16le", rate=48_000, layout="stereo")
    stream = container.add_stream("aac", rate=48_000, layout="stereo")
    stream.bit_rate = _AAC_BITS
    return stream


def _mux_sound(container: OutputContainer, stream: AudioStream, sound: Iterator[bytes]) -> None:
    resampler = av.AudioResampler(
        format=stream.codec_context.format, layout="stereo", rate=RATE_HZ, frame_size=1024
    )
    begin = 0
    for part in sound:
        count = len(part) // MOMENT_BYTES
        frame = av.AudioFrame(format="s16", layout="stereo", samples=count)
        frame.rate, frame.pts, frame.time_base = RATE_HZ, begin, Fraction(1, RATE_HZ)
        frame.planes[0].update(part.ljust(frame.planes[0].buffer_size, b"\0"))
        begin += count
        for made in resampler.resample(frame):
            container.mux(stream.encode(made))
    for made in resampler.resample(None):
        container.mux(stream.encode(made))
    container.mux(stream.encode(None))
