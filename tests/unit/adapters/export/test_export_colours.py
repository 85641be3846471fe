"""Every format shows the colours of the video, although each has its own matrix between colours and pixels."""

from pathlib import Path

import av
import pytest
from av.video.reformatter import ColorRange, Colorspace
from fakes.exported_videos import nothing
from PIL import Image

from vidu_desktop.adapters.export.export_writers import export
from vidu_desktop.domain.export import ExportFormat, ExportSettings

F = ExportFormat
COLOURS = [(200, 60, 40), (30, 180, 90), (60, 70, 220), (128, 128, 128)]
SIDE = 64
BT709 = 1


def write_coloured(path: Path, codec: str, pixels: str, *, height: int = SIDE, says_so: bool = True) -> Path:
    """Write three frames of patches side by side, in BT.709."""
    image = Image.new("RGB", (SIDE * len(COLOURS), height))
    for place, colour in enumerate(COLOURS):
        image.paste(colour, (SIDE * place, 0, SIDE * (place + 1), SIDE))
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=24)
        stream.width, stream.height, stream.pix_fmt = image.width, image.height, pixels
        if codec == "libx264":
            stream.options = {"crf": "8"}
        if says_so:
            stream.codec_context.colorspace = BT709
        for number in range(3):
            frame = av.VideoFrame.from_image(image).reformat(
                format=pixels, dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
            )
            if not says_so:
                frame.colorspace = 2
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def shown(path: Path) -> list[tuple[int, ...]]:
    """Return the middle of each patch: read by Pillow where it can, otherwise by FFmpeg with the matrix that the file states."""
    if path.suffix in (".mp4", ".mov"):
        with av.open(str(path)) as container:
            frame = next(container.decode(video=0))
            assert frame.colorspace == BT709, "a player would guess"
            image = frame.reformat(
                format="rgb24", src_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.JPEG
            ).to_image()
    else:
        with Image.open(path) as opened:
            image = opened.convert("RGB")
    return [image.getpixel((SIDE * place + SIDE // 2, SIDE // 2)) for place in range(len(COLOURS))]


def worst(found: list[tuple[int, ...]]) -> int:
    pairs = zip(found, COLOURS, strict=True)
    return max(abs(one - other) for some, right in pairs for one, other in zip(some, right, strict=True))


@pytest.mark.parametrize("kind", [F.STILL, F.GIF, F.WEBP, F.H264, F.PRORES])
def test_the_colours_stay_what_they_were(tmp_path: Path, kind: ExportFormat) -> None:
    clip = write_coloured(tmp_path / "clip.mp4", "libx264", "yuv420p")
    target = tmp_path / f"out{kind.suffix}"

    export(str(clip), str(target), ExportSettings(format=kind), nothing)

    assert worst(shown(target)) <= 8


def test_frames_that_needed_no_change_still_say_what_they_are_in(tmp_path: Path) -> None:
    clip = write_coloured(tmp_path / "clip.mov", "prores_ks", "yuv422p10le", height=720, says_so=False)
    target = tmp_path / "out.mov"

    export(str(clip), str(target), ExportSettings(format=F.PRORES), nothing)

    with av.open(str(target)) as container:
        assert next(container.decode(video=0)).colorspace == BT709
