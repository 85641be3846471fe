"""The video is the one that was ordered: exact frames and size, faithful to the pictures, with smooth moves and the mark."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import av
import pytest
from fakes.pictures import make_picture
from PIL import Image, ImageChops, ImageStat

from vidu_desktop.domain.modes import FrameSize, Mode
from vidu_desktop.domain.options import KINDS, Movement
from vidu_desktop.rehearsal import rendering
from vidu_desktop.rehearsal.camera import ZOOM_MOST, Box, camera_for, eased, there_and_back
from vidu_desktop.rehearsal.folders import COVER_NAME, VIDEO_NAME
from vidu_desktop.rehearsal.render_order import TakenOrder
from vidu_desktop.rehearsal.rendering import open_upright, render, scene_of, seed_of
from vidu_desktop.rehearsal.scenes import covering
from vidu_desktop.rehearsal.video_encoding import write_video
from vidu_desktop.rehearsal.watermark import draw_mark, stamp
from vidu_desktop.rehearsal.yuv_frame import dissolve, frame_of, packed, plate_of, view

SMALL = FrameSize(180, 120)


def order(mode: Mode = Mode.IMAGE, count: int = 1, **changes: object) -> TakenOrder:
    values: dict[str, object] = {
        "model": "vidu2-test",
        "mode": mode,
        "prompt": "a calm sea",
        "frame": SMALL,
        "picture_names": tuple(f"picture-{index}" for index in range(count)),
    }
    fields = {name: value for name, value in changes.items() if name not in KINDS}
    options = {"duration": 1, "movement": Movement.MEDIUM, "audio": False} | {
        name: value for name, value in changes.items() if name in KINDS
    }
    return TakenOrder(**(values | fields), options=options)  # type: ignore[arg-type]


def draw(folder: Path, count: int = 3) -> None:
    make_picture(folder / "picture-0", (330, 200))
    for index in range(1, count):
        image = Image.effect_mandelbrot((300, 210 + 60 * index), (-2, -1.2, 1, 1.2), 40).convert("RGB")
        image.save(folder / f"picture-{index}", "PNG")


def frames_of(path: Path) -> list[Image.Image]:
    with av.open(str(path)) as container:
        return [frame.to_image() for frame in container.decode(video=0)]


def difference(first: Image.Image, second: Image.Image) -> float:
    """Return the mean difference of a colour value, 0 to 255, without the corner with the mark."""
    box = (0, 0, first.width, round(first.height * 0.85))
    return max(ImageStat.Stat(ImageChops.difference(first.crop(box), second.crop(box))).mean)


def nothing(_share: float) -> None:
    pass


MODES = [(Mode.IMAGE, 1), (Mode.START_END, 2), (Mode.REFERENCE, 1), (Mode.REFERENCE, 2), (Mode.REFERENCE, 3)]


@pytest.mark.parametrize(("mode", "count"), MODES)
@pytest.mark.parametrize("frame", [FrameSize(180, 120), FrameSize(120, 214), FrameSize(120, 120)])
def test_frames_and_size_are_exact_in_every_mode(
    tmp_path: Path, mode: Mode, count: int, frame: FrameSize
) -> None:
    draw(tmp_path)
    render(order(mode, count, frame=frame), tmp_path, nothing)

    with av.open(str(tmp_path / VIDEO_NAME)) as container:
        video = container.streams.video[0]
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert (video.width, video.height, video.average_rate, video.frames) == (
            frame.width_px,
            frame.height_px,
            24,
            24,
        )
        assert next(packet.is_keyframe for packet in container.demux(video))
    assert len(frames_of(tmp_path / VIDEO_NAME)) == 24


def test_the_index_stands_in_front_so_that_a_player_can_begin_at_once(tmp_path: Path) -> None:
    draw(tmp_path)
    render(order(audio=True), tmp_path, nothing)
    content = (tmp_path / VIDEO_NAME).read_bytes()

    assert 0 < content.index(b"moov") < content.index(b"mdat")


def test_first_and_last_frames_are_true_to_the_pictures(tmp_path: Path) -> None:
    draw(tmp_path)
    pictures = [covering(open_upright(tmp_path / name, 1000), SMALL) for name in ("picture-0", "picture-1")]

    render(order(Mode.IMAGE), tmp_path, nothing)
    one = frames_of(tmp_path / VIDEO_NAME)
    render(order(Mode.START_END, 2), tmp_path, nothing)
    two = frames_of(tmp_path / VIDEO_NAME)

    assert difference(one[0], pictures[0]) < 6
    assert difference(one[-1], pictures[0]) > 6  # the picture did move
    assert difference(two[0], pictures[0]) < 6
    assert difference(two[-1], pictures[1]) < 6
    assert min(difference(two[12], picture) for picture in pictures) > 6


@pytest.mark.parametrize("size", [SMALL, FrameSize(184, 120), FrameSize(180, 118)])
@pytest.mark.parametrize("height", [148, 150, 152])
@pytest.mark.parametrize("box", [(0.0, 0.0, 232.0, 148.0), (10.3, 7.7, 190.4, 127.9)])
def test_a_packed_plate_shows_what_a_plain_one_shows(size: FrameSize, height: int, box: Box) -> None:
    start, end = (
        plate_of(Image.effect_mandelbrot((232, height), place, 40).convert("RGB"))
        for place in ((-2, -1.2, 1, 1.2), (-1, -1, 1, 1))
    )
    plain = view(dissolve(start, end, 0.4), box, size)
    seen = view(dissolve(packed(start), packed(end), 0.4), box, size)

    assert (packed(start).width, packed(start).height) == (232, height)
    for one, other in ((plain.luma, seen.luma), (plain.blue, seen.blue), (plain.red, seen.red)):
        assert one.tobytes() == other.tobytes()


def test_the_cover_is_the_first_frame(tmp_path: Path) -> None:
    draw(tmp_path)
    render(order(Mode.REFERENCE, 3), tmp_path, nothing)

    with Image.open(tmp_path / COVER_NAME) as cover:
        assert cover.size == (SMALL.width_px, SMALL.height_px)
        assert difference(cover.convert("RGB"), frames_of(tmp_path / VIDEO_NAME)[0]) < 6


@pytest.mark.parametrize(("mode", "count"), MODES)
def test_the_same_order_gives_the_same_frames_and_sound(
    tmp_path: Path, mode: Mode, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This compares what the encoder gets; its output differs now and then, see video_encoding.py."""
    draw(tmp_path)
    digests = []
    encode = write_video

    def listen(
        path: Path, size: FrameSize, fps: int, frames: Frames, sound: Sounds, on_frame: Callable[[int], None]
    ) -> None:
        digest = hashlib.sha256()
        encode(path, size, fps, noted(frames, digest), noted(sound or (), digest), on_frame)
        digests.append(digest.hexdigest())

    monkeypatch.setattr(rendering, "write_video", listen)
    for prompt in ("a calm sea", "a calm sea", "another"):
        render(order(mode, count, audio=True, prompt=prompt), tmp_path, nothing)

    assert digests[0] == digests[1]
    assert digests[0] != digests[2]  # the control: another order gives another video


Frames = Iterable[av.VideoFrame]
Sounds = Iterable[av.AudioFrame] | None


def noted(frames: Iterable[Any], digest: "hashlib._Hash") -> Iterator[Any]:
    """Pass frames on and add their content to `digest`, without the padding of their rows."""
    for frame in frames:
        for plane in frame.planes:
            data = bytes(plane)
            rows = getattr(plane, "height", 1)
            width = getattr(plane, "width", len(data))
            stride = plane.line_size if rows > 1 else len(data)
            for row in range(rows):
                digest.update(data[row * stride : row * stride + width])
        yield frame


def test_colours_are_those_of_the_picture(tmp_path: Path) -> None:
    for colour in ((255, 255, 255), (0, 0, 0), (200, 40, 40), (40, 160, 70), (30, 60, 220)):
        shown = frame_of(plate_of(Image.new("RGB", (64, 64), colour))).to_image().getpixel((32, 32))
        assert isinstance(shown, tuple)
        assert max(abs(a - b) for a, b in zip(shown, colour, strict=True)) <= 4


def test_sound_lasts_as_long_as_the_picture_and_fades(tmp_path: Path) -> None:
    draw(tmp_path)
    render(order(audio=True, duration=4), tmp_path, nothing)

    with av.open(str(tmp_path / VIDEO_NAME)) as container:
        sound = container.streams.audio[0]
        assert (sound.codec_context.name, sound.rate, sound.channels) == ("aac", 48_000, 2)
        levels = []
        for frame in container.decode(sound):
            samples = memoryview(bytes(frame.planes[0])).cast("f")
            levels.append(max(abs(sample) for sample in samples[: frame.samples]))
    seconds = len(levels) * 1024 / 48_000
    assert 3.9 < seconds < 4.1
    middle = max(levels[len(levels) // 3 : 2 * len(levels) // 3])
    assert 0.1 < middle < 0.9
    assert max(levels[0], levels[-1]) < middle / 4


def test_a_stronger_movement_goes_further(tmp_path: Path) -> None:
    draw(tmp_path)
    moved = []
    for movement in (Movement.SMALL, Movement.MEDIUM, Movement.LARGE):
        scene = scene_of(order(movement=movement), tmp_path, b"seed")
        first, last = (frame_of(scene.frame(t)).to_image() for t in (0.0, 1.0))
        moved.append(difference(first, last))

    assert moved == sorted(moved)
    assert moved[0] * 1.3 < moved[2]


def test_auto_is_one_of_the_calmer_two_and_always_the_same_one() -> None:
    chosen = {seed: camera_for(Movement.AUTO, bytes([seed])).zoom_most for seed in range(20)}

    assert set(chosen.values()) == {ZOOM_MOST[Movement.SMALL], ZOOM_MOST[Movement.MEDIUM]}
    assert chosen == {seed: camera_for(Movement.AUTO, bytes([seed])).zoom_most for seed in range(20)}


@pytest.mark.parametrize("movement", list(Movement))
@pytest.mark.parametrize("way", [eased, there_and_back])
def test_the_camera_never_trembles_and_never_leaves_the_picture(
    movement: Movement, way: Callable[[float], float]
) -> None:
    """Between two frames, the speed of the edge changes by little: rounding to pixels would show as jumps of 1."""
    for seed in range(30):
        camera = camera_for(movement, bytes([seed]))
        boxes = [camera.box(way(index / 95), 1280, 720) for index in range(96)]
        for left, top, right, bottom in boxes:
            assert left >= 0
            assert top >= 0
            assert right <= 1280 + 1e-6
            assert bottom <= 720 + 1e-6
            assert (right - left) / (bottom - top) == pytest.approx(1280 / 720)
        for edge in range(4):
            places = [box[edge] for box in boxes]
            jolts = [places[i + 1] - 2 * places[i] + places[i - 1] for i in range(1, 95)]
            assert max(map(abs, jolts)) < 0.5


def test_a_camera_that_rounds_to_pixels_would_be_seen_to_tremble() -> None:
    camera = camera_for(Movement.MEDIUM, b"seed")
    places = [round(camera.box(eased(index / 95), 1280, 720)[0]) for index in range(96)]

    assert max(abs(places[i + 1] - 2 * places[i] + places[i - 1]) for i in range(1, 95)) >= 0.5


@pytest.mark.parametrize("shade", [0, 255])
def test_the_mark_can_be_read_on_black_and_on_white(shade: int) -> None:
    size = FrameSize(720, 480)
    plate = plate_of(Image.new("RGB", (size.width_px, size.height_px), (shade, shade, shade)))
    clean = plate.luma.copy()
    stamp(plate, draw_mark(size))
    box = ImageChops.difference(plate.luma, clean).getbbox()
    assert box is not None

    darkest, lightest = plate.luma.crop(box).getextrema()
    assert isinstance(lightest, int)
    assert isinstance(darkest, int)
    assert lightest - darkest > 80
    assert box[0] > 0.75 * size.width_px
    assert box[1] > 0.85 * size.height_px


def test_progress_grows_and_ends_only_with_the_file(tmp_path: Path) -> None:
    draw(tmp_path)
    shares: list[float] = []
    render(order(), tmp_path, shares.append)

    assert shares == sorted(shares)
    assert len(shares) == 24
    assert shares[-1] < 1.0


def test_a_render_that_breaks_leaves_no_half_file(tmp_path: Path) -> None:
    draw(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())

    def break_off(_share: float) -> None:
        if any(path.name.endswith(".part") for path in tmp_path.iterdir()):
            raise RuntimeError("broken off")

    with pytest.raises(RuntimeError, match="broken off"):
        # More frames than the encoder keeps before it writes the first one.
        render(order(duration=2), tmp_path, break_off)

    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_picture_is_taken_upright_and_on_white_where_it_is_empty(tmp_path: Path) -> None:
    turned = make_picture(tmp_path / "turned", (300, 200), "JPEG", exif_orientation=6)
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(tmp_path / "empty", "PNG")
    make_picture(tmp_path / "cmyk", (300, 200), "JPEG", mode="CMYK")

    upright = open_upright(turned, 1000)
    assert upright.size == (300, 200)
    red, green, blue = upright.getpixel((10, 10))  # type: ignore[misc]
    assert red > 200 > green + blue
    assert open_upright(tmp_path / "empty", 1000).getpixel((20, 20)) == (255, 255, 255)
    assert open_upright(tmp_path / "cmyk", 1000).mode == "RGB"


def test_another_prompt_or_picture_is_another_seed(tmp_path: Path) -> None:
    draw(tmp_path)
    seeds = {
        seed_of(order(), tmp_path),
        seed_of(order(prompt="a storm"), tmp_path),
        seed_of(order(Mode.START_END, 2), tmp_path),
    }

    assert len(seeds) == 3
    assert rendering.seed_of(order(), tmp_path) in seeds


def test_half_a_surrogate_pair_in_a_prompt_is_rendered_as_any_other(tmp_path: Path) -> None:
    draw(tmp_path)
    render(order(prompt="\ud83d"), tmp_path, nothing)

    assert len(frames_of(tmp_path / VIDEO_NAME)) == 24


def test_the_three_strengths_differ_in_the_finished_video(tmp_path: Path) -> None:
    # given a smooth picture, in which every step of the camera shows as a difference of about its size
    Image.radial_gradient("L").resize((360, 240)).convert("RGB").save(tmp_path / "picture-0", "PNG")
    # when it is rendered with each strength
    moved = {}
    for movement in Movement:
        render(order(movement=movement), tmp_path, nothing)
        frames = frames_of(tmp_path / VIDEO_NAME)
        moved[movement] = difference(frames[0], frames[-1])
    # then they are told apart by far more than the encoder's noise
    assert moved[Movement.SMALL] * 1.3 < moved[Movement.MEDIUM]
    assert moved[Movement.MEDIUM] * 1.3 < moved[Movement.LARGE]
    assert moved[Movement.SMALL] * 0.9 < moved[Movement.AUTO] < moved[Movement.MEDIUM] * 1.1
