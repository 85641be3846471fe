"""Videos in HDR and in wide colours, as phones record them, are shown and exported as on a screen without these. A join keeps
the colour facts that only the container states.
"""

from contextlib import closing
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.reformatter import ColorRange, Colorspace
from fakes.exported_videos import nothing
from PIL import Image

from vidu_desktop.adapters.export.export_writers import export
from vidu_desktop.adapters.export.join_videos import join
from vidu_desktop.adapters.video.frame_saving import save_frame
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.adapters.video.orientation import Turn
from vidu_desktop.adapters.video.video_checks import read_facts_and_make_cover
from vidu_desktop.domain.export import ExportFormat, ExportSettings
from vidu_desktop.domain.film import FilmPart, FilmWish

F = ExportFormat
COLOURS = [(200, 60, 40), (30, 180, 90), (60, 70, 220), (128, 128, 128)]
SIDE = 64
BT709, BT601, BT2020, P3 = 1, 6, 9, 12
PQ, HLG = 16, 18
TURNED_BACK = {
    Turn.ROTATE_90: Image.Transpose.ROTATE_270,
    Turn.ROTATE_180: Image.Transpose.ROTATE_180,
    Turn.ROTATE_270: Image.Transpose.ROTATE_90,
}
WIDE_OF_SRGB = {
    BT2020: ((0.6274, 0.3293, 0.0433), (0.0691, 0.9195, 0.0114), (0.0164, 0.0880, 0.8956)),  # BT.2087
    P3: ((0.8225, 0.1774, 0.0), (0.0332, 0.9669, 0.0), (0.0171, 0.0724, 0.9108)),
}


def patches(colours: "np.typing.NDArray[np.float64]") -> av.VideoFrame:
    """Return a frame of patches with these colours (0 to 1), 16 bits deep."""
    values = np.rint(colours * 65_535).astype(np.uint16)
    rows = np.repeat(values[None], SIDE, axis=0).repeat(SIDE, axis=1)
    return av.VideoFrame.from_ndarray(np.ascontiguousarray(rows), format="rgb48le")


def write(
    path: Path,
    frame: av.VideoFrame,
    *,
    primaries: int,
    transfer: int,
    matrix: int,
    codec: str = "libx264",
    turn: Turn | None = None,
) -> str:
    pixels = "yuv420p10le" if codec == "libx264" else "yuv420p"
    coded = {BT709: Colorspace.ITU709, BT601: Colorspace.ITU601, BT2020: Colorspace.BT2020}[matrix]
    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream(codec, rate=24)
        stream.width, stream.height, stream.pix_fmt = frame.width, frame.height, pixels
        stream.options = {"crf": "8"} if codec == "libx264" else {"qscale": "2"}
        if turn is not None:
            a, b, c, d = (value << 16 for value in turn.value)
            stream.set_display_matrix([a, b, 0, c, d, 0, 0, 0, 1 << 30])
        coder = stream.codec_context
        coder.color_primaries, coder.color_trc, coder.colorspace = primaries, transfer, matrix
        for number in range(3):
            made = frame.reformat(format=pixels, dst_colorspace=coded, dst_color_range=ColorRange.MPEG)
            made.pts = number
            container.mux(stream.encode(made))
        container.mux(stream.encode(None))
    return str(path)


def seen(path: Path, last: bool = False, *, turn: Turn | None = None) -> list[tuple[int, ...]]:
    """Return the middle of each patch, of a picture or of a video's first or last frame. A video is read with the matrix that
    it states; `turn` is undone.
    """
    if path.suffix == ".mp4":
        with av.open(str(path)) as container:
            frame = list(container.decode(video=0))[-1 if last else 0]
            by = {BT709: Colorspace.ITU709, BT601: Colorspace.ITU601}[int(frame.colorspace)]
            image = frame.reformat(
                format="rgb24", src_colorspace=by, dst_color_range=ColorRange.JPEG
            ).to_image()
    else:
        with Image.open(path) as opened:
            image = opened.convert("RGB")
    if turn is not None:
        image = image.transpose(TURNED_BACK[turn])
    image = image.resize((SIDE * len(COLOURS), SIDE), Image.Resampling.BOX)
    return [image.getpixel((SIDE * place + SIDE // 2, SIDE // 2)) for place in range(len(COLOURS))]


def everything_of(clip: str, folder: Path) -> list[Path]:
    """Write the first frame in each way in which people see it; return the files."""
    made = [folder / f"out{kind.suffix}" for kind in (F.STILL, F.GIF, F.WEBP, F.H264)]
    for target, kind in zip(made, (F.STILL, F.GIF, F.WEBP, F.H264), strict=True):
        export(clip, str(target), ExportSettings(format=kind), nothing)
    read_facts_and_make_cover(clip, str(folder / "cover.jpg"))
    save_frame(clip, 0, str(folder / "frame.png"))
    return [*made, folder / "cover.jpg", folder / "frame.png"]


@pytest.mark.parametrize(
    ("transfer", "value", "shown"),
    [(PQ, 0.5807, 188), (HLG, 0.75, 188), (HLG, 0.5, 99)],
    ids=["PQ white", "HLG white", "HLG grey"],
)
def test_white_of_hdr_is_half_of_what_a_screen_has(
    tmp_path: Path, transfer: int, value: float, shown: int
) -> None:
    """BT.2408 puts white at 203 nits; by ST 2094-50 that is half of the light of a screen. Grey calculated by hand: a twelfth
    to the power of 1.2, of 1,000 nits.
    """
    frame = patches(np.full((len(COLOURS), 3), value))
    clip = write(tmp_path / "clip.mp4", frame, primaries=BT2020, transfer=transfer, matrix=BT2020)

    for path in everything_of(clip, tmp_path):
        assert (path.name, np.abs(np.array(seen(path)) - shown).max()) <= (path.name, 6)


@pytest.mark.parametrize("turn", [None, *TURNED_BACK], ids=str)
@pytest.mark.parametrize("primaries", [BT2020, P3])
def test_wide_colours_are_the_same_colours_in_what_is_made_of_them(
    tmp_path: Path, primaries: int, turn: Turn | None
) -> None:
    values = np.array(COLOURS) / 255
    light = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    wide = light @ np.array(WIDE_OF_SRGB[primaries]).T
    coded = np.where(wide <= 0.0031308, wide * 12.92, 1.055 * wide ** (1 / 2.4) - 0.055)
    clip = write(
        tmp_path / "clip.mp4", patches(coded), primaries=primaries, transfer=BT709, matrix=BT709, turn=turn
    )

    for path in everything_of(clip, tmp_path):
        assert (path.name, np.abs(np.array(seen(path, turn=turn)) - COLOURS).max()) <= (path.name, 10)


@pytest.mark.parametrize("turn", [None, Turn.ROTATE_90], ids=str)
def test_hdr_is_played_no_larger_than_it_can_be_converted_in_time_and_kept_whole(
    tmp_path: Path, turn: Turn | None
) -> None:
    frame = av.VideoFrame(1920, 1088, "rgb48le")
    clip = write(tmp_path / "clip.mp4", frame, primaries=BT2020, transfer=HLG, matrix=BT2020, turn=turn)
    usual = write(tmp_path / "usual.mp4", frame, primaries=BT709, transfer=BT709, matrix=BT709)

    save_frame(clip, 0, str(tmp_path / "frame.png"))

    with closing(FrameSource(clip)) as source, closing(FrameSource(usual)) as other:
        shown, whole = source.pixels_of(source.first), other.pixels_of(other.first)
        size = source.table.width_px, source.table.height_px
    assert shown.width_px * shown.height_px <= 1280 * 720 * 1.01
    assert shown.width_px / shown.height_px == pytest.approx(size[0] / size[1], rel=0.01)
    assert len(shown.bgra) == shown.stride_bytes * shown.height_px
    assert (whole.width_px, whole.height_px) == (1920, 1088)
    with Image.open(tmp_path / "frame.png") as saved:
        assert saved.size == size


def test_a_join_keeps_colours_that_only_the_containers_tell_apart(tmp_path: Path) -> None:
    frame = patches(np.array(COLOURS) / 255)
    clips = [
        write(
            tmp_path / f"{matrix}.mp4", frame, primaries=matrix, transfer=matrix, matrix=matrix, codec="mpeg4"
        )
        for matrix in (BT709, BT601)
    ]

    join(
        FilmWish(parts=tuple(FilmPart(video_path=clip) for clip in clips)),
        str(tmp_path / "film.mp4"),
        nothing,
    )

    for last in (False, True):
        assert np.abs(np.array(seen(tmp_path / "film.mp4", last)) - COLOURS).max() <= 8
