"""Renders one task's video: from the pictures in its folder to `video.mp4` and `cover.jpg`. Runs in a helper process."""

import hashlib
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import av
from PIL import Image, ImageOps

from vidu_desktop.adapters.processes.malloc import keep_freed_memory
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import OptionKey
from vidu_desktop.rehearsal.camera import camera_for
from vidu_desktop.rehearsal.folders import COVER_NAME, PART, VIDEO_NAME, clear_parts
from vidu_desktop.rehearsal.music import pad
from vidu_desktop.rehearsal.render_order import TakenOrder
from vidu_desktop.rehearsal.scenes import Collage, FromTo, PushIn, Scene
from vidu_desktop.rehearsal.video_encoding import write_video
from vidu_desktop.rehearsal.watermark import draw_mark, stamp
from vidu_desktop.rehearsal.yuv_frame import frame_of

_MAKERS = 2


def open_upright(path: Path, longest_side_px: int) -> Image.Image:
    """Read a picture upright, in RGB, on white where it is transparent. A large JPEG is reduced while it is read."""
    with Image.open(path, formats=("PNG", "JPEG", "WEBP")) as opened:
        opened.draft("RGB", (longest_side_px, longest_side_px))
        opened.load()
        ImageOps.exif_transpose(opened, in_place=True)
    image: Image.Image = opened
    if image.has_transparency_data:
        flat = Image.new("RGBA", image.size, (255, 255, 255, 255))
        flat.alpha_composite(image.convert("RGBA"))
        image = flat
    return image if image.mode == "RGB" else image.convert("RGB")


def seed_of(order: TakenOrder, folder: Path) -> bytes:
    """Return a seed made from the model, the prompt and the pictures, so that the same order gives the same video."""
    digest = hashlib.sha256(f"{order.model}\n{order.prompt}\n".encode("utf-8", "surrogatepass"))
    for name in order.picture_names:
        if not (folder / name).is_file():
            raise FileNotFoundError(name)  # opening a pipe would never return
        with (folder / name).open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.digest()


def scene_of(order: TakenOrder, folder: Path, seed: bytes) -> Scene:
    """Build the scene for the order's mode."""
    longest_px = 2 * max(order.frame.width_px, order.frame.height_px)
    pictures = [open_upright(folder / name, longest_px) for name in order.picture_names]
    camera = camera_for(order.options.get(OptionKey.MOVEMENT), seed)
    if order.mode is Mode.IMAGE:
        return PushIn(pictures[0], order.frame, camera)
    if order.mode is Mode.START_END:
        return FromTo(pictures[0], pictures[1], order.frame, camera)
    return Collage(pictures, order.frame, camera)


def _frames(scene: Scene, order: TakenOrder, cover_path: Path) -> Generator[av.VideoFrame, None, None]:
    """Make the frames in order, two at the same time: Pillow releases the interpreter's lock while it works. Once it is closed,
    nothing is written any more.
    """
    mark = draw_mark(order.frame)
    count = order.frame_count

    def make(index: int) -> av.VideoFrame:
        plate = scene.frame(index / (count - 1))
        stamp(plate, mark)
        return frame_of(plate)

    with ThreadPoolExecutor(_MAKERS, thread_name_prefix="maker") as makers:
        waiting = deque(makers.submit(make, index) for index in range(_MAKERS))
        cover: Future[None] | None = None
        for index in range(count):
            frame = waiting.popleft().result()
            if index + _MAKERS < count:
                waiting.append(makers.submit(make, index + _MAKERS))
            if index == 0:
                cover = makers.submit(_save_cover, frame, cover_path)
            yield frame
        if cover is not None:
            cover.result()


def _save_cover(frame: av.VideoFrame, path: Path) -> None:
    picture: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
    picture.save(path, "JPEG", quality=88)


def render(order: TakenOrder, folder: Path, report: Callable[[float], None]) -> None:
    """Make the video. `report` is called with the finished share, in [0, 1]. The files get their names only when they are
    complete.
    """
    keep_freed_memory()  # each frame needs as much memory as the last one
    video_part, cover_part = folder / (VIDEO_NAME + PART), folder / (COVER_NAME + PART)
    count = order.frame_count
    try:
        seed = seed_of(order, folder)
        scene = scene_of(order, folder, seed)
        sound = pad(order.duration_s, seed[4]) if order.with_audio else None
        with closing(_frames(scene, order, cover_part)) as frames:
            write_video(
                video_part,
                order.frame,
                order.fps,
                frames,
                sound,
                # The last hundredth is for finishing the file.
                lambda done: report(0.99 * done / count),
            )
        cover_part.replace(folder / COVER_NAME)
        video_part.replace(folder / VIDEO_NAME)
    finally:
        clear_parts(folder)
