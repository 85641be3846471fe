"""A picture that was framed for the video's shape is sent exactly as it was drawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.pictures import CORNERS, make_picture
from PIL import Image

from vidu_desktop.adapters.pictures.picture_files import PictureFiles
from vidu_desktop.adapters.pictures.picture_framing import framed
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.framing import Framing, FramingKind
from vidu_desktop.domain.modes import Mode

pytestmark = pytest.mark.anyio
LIMITS = specs_for_mode(Mode.IMAGE)[0].picture_limits
BLACK = (0, 0, 0)


@pytest.fixture(scope="module")
def processes() -> Iterator[HelperProcesses]:
    processes = HelperProcesses(workers=1)
    yield processes
    processes.close()


@pytest.fixture
def desk(processes: HelperProcesses, tmp_path: Path) -> PictureFiles:
    return PictureFiles(processes, inputs_dir=tmp_path / "inputs", thumbs_dir=tmp_path / "thumbs")


def framing(kind: FramingKind, y: float = 0.5) -> Framing:
    return Framing(kind=kind, width=1280, height=720, y=y)


async def sent(desk: PictureFiles, path: Path, how: Framing) -> Image.Image:
    prepared = await desk.prepare(str(path), LIMITS, how)
    with Image.open(desk.prepared_path(prepared.sha256)) as image:
        image.load()
        assert image.size == (prepared.width_px, prepared.height_px)
        return image.convert("RGB")


@pytest.mark.parametrize(("y", "first", "last"), [(0.0, CORNERS[0], None), (1.0, None, CORNERS[3])])
async def test_a_cut_keeps_the_part_that_was_chosen(
    desk: PictureFiles, tmp_path: Path, y, first, last
) -> None:
    image = await sent(desk, make_picture(tmp_path / "square.png", (320, 320)), framing(FramingKind.CROP, y))
    assert image.size == (320, 180)
    assert (image.getpixel((3, 3)) == CORNERS[0]) is (first is not None)
    assert (image.getpixel((316, 176)) == CORNERS[3]) is (last is not None)


async def test_a_turned_photograph_is_cut_as_it_is_seen(desk: PictureFiles, tmp_path: Path) -> None:
    path = make_picture(tmp_path / "photo.jpg", (320, 320), "JPEG", exif_orientation=6, quality=95)
    image = await sent(desk, path, framing(FramingKind.CROP, 0.0))
    assert image.size == (320, 180)
    assert all(abs(a - b) < 12 for a, b in zip(image.getpixel((3, 3)), CORNERS[0], strict=True))


async def test_black_bars_leave_the_picture_whole(desk: PictureFiles, tmp_path: Path) -> None:
    image = await sent(desk, make_picture(tmp_path / "square.png", (180, 180)), framing(FramingKind.BARS))
    assert image.size == (320, 180)
    assert [image.getpixel(place) for place in ((3, 3), (316, 176))] == [BLACK, BLACK]
    assert image.getpixel((73, 3)) == CORNERS[0]
    assert image.getpixel((246, 176)) == CORNERS[3]


async def test_blurred_bars_are_neither_black_nor_the_picture(desk: PictureFiles, tmp_path: Path) -> None:
    image = await sent(desk, make_picture(tmp_path / "square.png", (180, 180)), framing(FramingKind.BLUR))
    assert image.size == (320, 180)
    assert image.getpixel((3, 90)) not in (BLACK, image.getpixel((90, 90)))
    assert image.getpixel((73, 3)) == CORNERS[0]


@pytest.mark.parametrize("kind", FramingKind)
async def test_a_picture_of_the_right_shape_goes_as_its_own_bytes(
    desk: PictureFiles, tmp_path: Path, kind: FramingKind
) -> None:
    path = make_picture(tmp_path / "wide.jpg", (320, 180), "JPEG")  # encoded anew, its bytes would differ
    plain = await desk.prepare(str(path), LIMITS)
    assert await desk.prepare(str(path), LIMITS, framing(kind)) == plain


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("kind", [FramingKind.BARS, FramingKind.BLUR])
def test_bars_never_make_a_picture_larger_than_may_be_worked_on(kind: FramingKind, mode: str) -> None:
    image = framed(Image.new(mode, (400, 100)), Framing(kind=kind, width=1, height=1), 40_000)
    assert image.mode == mode
    assert image.width * image.height <= 40_000
    assert abs(image.width - image.height) <= 1
