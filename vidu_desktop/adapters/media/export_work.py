"""Writes one export. Runs in a helper process; everything is written beside its place and put there at the end."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.filter import Graph
from av.filter.context import FilterContext
from av.video.format import VideoFormat
from av.video.frame import PictureType, VideoFrame
from av.video.stream import VideoStream

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.sync import sync_folder, sync_path
from vidu_desktop.adapters.disk.writing import write_atomically, writing
from vidu_desktop.adapters.media import recipe
from vidu_desktop.adapters.media.export_frames import Shaper, frames_in_order
from vidu_desktop.adapters.media.frame_source import FrameSource
from vidu_desktop.adapters.media.sound import MOMENT_BYTES, RATE_HZ, sound_between
from vidu_desktop.adapters.media.video_words import kept_video
from vidu_desktop.domain.export import ExportFormat, ExportSettings, FramePlan, plan_of, size_of
from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence

OnProgress = Callable[[int, int], None]

PART_PREFIX = ".vidu-export-"
_PNG_LEVEL = 4
_PNG_DIGITS = 4
_H264_OPTIONS: dict[str, object] = {"crf": "16", "preset": "medium"}
_AAC_BITS = 192_000
_TICK = Fraction(1, 100)


def export(video_path: str, target: str, settings: ExportSettings, on_progress: OnProgress) -> str:
    """Write `target`, which must not exist; give its path. `on_progress` hears done and all, in frames.

    Raises NotAVideo and DiskTrouble; then nothing of it is left.
    """
    with kept_video(video_path), beside(Path(target)) as part:
        match settings.format:
            case ExportFormat.MP4:
                shutil.copyfile(video_path, part)
            case ExportFormat.CLEAN_MP4:
                recipe.copy_clean(video_path, str(part))
            case ExportFormat.STILL | ExportFormat.PNG_SEQUENCE:
                _pictures(video_path, part, settings, on_progress)
            case _:
                _encoded(video_path, part, settings, on_progress)
    on_progress(1, 1)
    return target


@contextmanager
def beside(target: Path, *, replaces: bool = False) -> Iterator[Path]:
    """Give a hidden place beside the target, and move it there when all went well; `replaces` takes a file's place."""
    part = target.with_name(f"{PART_PREFIX}{target.name}")
    remove_part(part)
    try:
        with writing_out():
            target.parent.mkdir(exist_ok=True)  # not those above it: a drive that has gone isn't made up for
            yield part
            if target.exists() and not replaces:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
            part.replace(target)
            sync_folder(target.parent)
    except BaseException:
        remove_part(part)
        raise


@contextmanager
def writing_out() -> Iterator[None]:
    """Say of whatever can't be written that it is an export."""
    try:
        yield
    except OSError as error:
        raise not_written(error) from error
    except DiskTrouble as error:
        if isinstance(error.__cause__, OSError) and error.code in os_errors.CODES:
            raise not_written(error.__cause__) from error
        raise


def not_written(error: OSError) -> DiskTrouble:
    """Say why an export couldn't be written, and what that means: nothing for the library."""
    if os_errors.is_full(error):
        template = QT_TRANSLATE_NOOP(
            "library",
            "The disk is full. Nothing half-written is left, and the library is as it was. Make room or choose another "
            "folder, then export again.",
        )
        return DiskTrouble("export-disk-full", Sentence(template), full=True)
    template = QT_TRANSLATE_NOOP(
        "library",
        "The export couldn't be written ({reason}). Nothing half-written is left, and the library is as it was. Choose "
        "another folder.",
    )
    return DiskTrouble("export-not-written", Sentence(template, {"reason": os_errors.reason_of(error)}))


def remove_part(part: Path) -> None:
    """Take away what an export has begun, file or folder; nothing happens when there is nothing."""
    with suppress(OSError):
        shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)


def _pictures(video_path: str, part: Path, settings: ExportSettings, on_progress: OnProgress) -> None:
    from vidu_desktop.adapters.media.encoding import png

    source = FrameSource(video_path)
    try:
        plan = plan_of(settings, source.table)
        width, height = size_of(settings, source.table.width_px, source.table.height_px)
        shaper = Shaper(source, width, height, "rgb24")
        one = settings.format is ExportFormat.STILL
        if not one:
            part.mkdir()
        for number, frame in enumerate(frames_in_order(source, plan.frames), 1):
            image = shaper.shaped(frame).to_image()  # type: ignore[no-untyped-call]
            place = part if one else part / f"frame_{number:0{_PNG_DIGITS}d}.png"
            write_atomically(place, writing(png(image, _PNG_LEVEL)), durable=one)
            on_progress(number, len(plan.frames))
    finally:
        source.close()


def _encoded(video_path: str, part: Path, settings: ExportSettings, on_progress: OnProgress) -> None:
    source = FrameSource(video_path)
    try:
        plan = plan_of(settings, source.table)
        size = size_of(settings, source.table.width_px, source.table.height_px)
        if settings.format is ExportFormat.GIF:
            _gif(source, plan, size, part, on_progress)
            return
        sound = None
        if source.table.has_sound and not settings.boomerang and settings.format is not ExportFormat.WEBP:
            table, first, last = source.table, plan.frames[0], plan.frames[-1]
            end_s = table.starts_s[last] + table.duration_s(last)
            sound = sound_between(video_path, table.starts_s[first], end_s)
        shaper = Shaper(source, *size, _PIXELS[settings.format])
        frames = (shaper.shaped(frame) for frame in frames_in_order(source, plan.frames))
        write_video(part, settings.format, frames, plan, size, sound, on_progress)
    finally:
        source.close()


_PIXELS = {
    ExportFormat.H264: "yuv420p",
    ExportFormat.PRORES: "yuv422p10le",
    ExportFormat.WEBP: "yuv420p",
}


def write_video(
    part: Path,
    kind: ExportFormat,
    frames: Iterator[VideoFrame],
    plan: FramePlan,
    size: tuple[int, int],
    sound: Iterator[bytes] | None,
    on_progress: OnProgress,
) -> None:
    """Encode frames that have size and pixel format already, with their sound: samples as in adapters.media.sound."""
    rate = Fraction(plan.rate_fps).limit_denominator(1001)
    containers = {ExportFormat.H264: "mp4", ExportFormat.PRORES: "mov", ExportFormat.WEBP: "webp"}
    options = {"movflags": "+faststart"} if kind is ExportFormat.H264 else {}
    if kind is ExportFormat.WEBP:
        options = {"loop": "0"}
    with av.open(f"file:{part}", "w", format=containers[kind], options=options) as container:
        stream = cast("VideoStream", container.add_stream(_CODECS[kind], rate=rate))
        stream.width, stream.height = size
        stream.pix_fmt = _PIXELS[kind]
        stream.time_base = 1 / rate
        if kind is not ExportFormat.WEBP:
            coder = stream.codec_context
            coder.color_primaries = coder.color_trc = coder.colorspace = _BT709
        stream.options = dict(_OPTIONS[kind])
        voice = _add_sound(container, kind) if sound is not None else None
        for number, frame in enumerate(frames):
            frame.pts, frame.time_base = number, 1 / rate
            frame.pict_type = PictureType.NONE  # the encoder decides where keyframes are, not the clip
            container.mux(stream.encode(frame))
            on_progress(number + 1, len(plan.frames))
        container.mux(stream.encode(None))
        if voice is not None and sound is not None:
            _mux_sound(container, voice, sound)
    sync_path(part)


_CODECS = {
    ExportFormat.H264: "libx264",
    ExportFormat.PRORES: "prores_ks",
    ExportFormat.WEBP: "libwebp_anim",
}
_BT709 = 1
_OPTIONS: dict[ExportFormat, dict[str, object]] = {
    ExportFormat.H264: _H264_OPTIONS,
    ExportFormat.PRORES: {"profile": "2", "vendor": "apl0"},
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


def _gif(
    source: FrameSource, plan: FramePlan, size: tuple[int, int], part: Path, on_progress: OnProgress
) -> None:
    """Look at all frames for the best 256 colours first, then draw them with these."""
    shaper = Shaper(source, *size, "rgb24")
    every = 2 * len(plan.frames)
    palette = _palette(source, plan, shaper, size, lambda done: on_progress(done, every))
    rate = Fraction(plan.rate_fps).limit_denominator(100)
    graph = Graph()
    pictures = graph.add_buffer(
        width=size[0], height=size[1], format=VideoFormat("rgb24"), time_base=1 / rate
    )
    colours = graph.add_buffer(width=16, height=16, format=palette.format, time_base=1 / rate)
    use = graph.add("paletteuse", "dither=sierra2_4a:diff_mode=rectangle")
    sink = graph.add("buffersink")
    pictures.link_to(use, 0, 0)
    colours.link_to(use, 0, 1)
    use.link_to(sink)
    graph.configure()
    palette.pts = 0
    colours.push(palette)
    colours.push(None)
    with av.open(f"file:{part}", "w", format="gif", options={"loop": "0"}) as container:
        stream = container.add_stream("gif", rate=rate)
        stream.width, stream.height, stream.pix_fmt = *size, "pal8"
        stream.time_base = 1 / rate
        for number, frame in enumerate(frames_in_order(source, plan.frames)):
            shaped = shaper.shaped(frame)
            shaped.pts, shaped.time_base = number, 1 / rate
            pictures.push(shaped)
            _drain(sink, lambda made: container.mux(stream.encode(made)))
            on_progress(len(plan.frames) + number + 1, every)
        pictures.push(None)
        _drain(sink, lambda made: container.mux(stream.encode(made)))
        container.mux(stream.encode(None))
    sync_path(part)


def _palette(
    source: FrameSource,
    plan: FramePlan,
    shaper: Shaper,
    size: tuple[int, int],
    on_frame: Callable[[int], None],
) -> VideoFrame:
    graph = Graph()
    buffer = graph.add_buffer(width=size[0], height=size[1], format=VideoFormat("rgb24"), time_base=_TICK)
    generate = graph.add("palettegen", "stats_mode=full")
    sink = graph.add("buffersink")
    buffer.link_to(generate)
    generate.link_to(sink)
    graph.configure()
    for number, frame in enumerate(frames_in_order(source, sorted(set(plan.frames)))):
        shaped = shaper.shaped(frame)
        shaped.pts, shaped.time_base = number, _TICK
        buffer.push(shaped)
        on_frame(number + 1)
    buffer.push(None)
    return cast("VideoFrame", sink.pull())


def _drain(sink: FilterContext, take: Callable[[VideoFrame], None]) -> None:
    while True:
        try:
            take(cast("VideoFrame", sink.pull()))
        except (av.error.BlockingIOError, av.error.EOFError):
            return
