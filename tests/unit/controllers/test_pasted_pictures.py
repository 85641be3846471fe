"""The window's picture desk with a real disk: a pasted picture becomes a file that can be sent."""

import asyncio
import io

import pytest
from fakes.pictures import make_picture
from PIL import Image
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QColor, QImage

from vidu_desktop.adapters.desktop.paths import private_dir
from vidu_desktop.adapters.pictures import light, picture_preparing
from vidu_desktop.controllers.picture_service import AppPictureService
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.ui.widgets.drop_reading import read_drop


@pytest.mark.anyio
async def test_a_pasted_picture_becomes_a_file_that_holds_it(tmp_path) -> None:
    tasks = TaskKeeper()
    desk = AppPictureService(None, None, lambda: private_dir(tmp_path / "made"), tasks)
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    kept: asyncio.Future = asyncio.get_running_loop().create_future()

    desk.keep_image(image, "Pasted picture", kept.set_result)
    path = await asyncio.wait_for(kept, 60)

    again = QImage(path)
    assert path.startswith(str(tmp_path / "made"))
    assert again.size() == image.size()
    assert again.pixelColor(10, 10) == QColor("#336699")
    await tasks.cancel_all()


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("fmt", "kind"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp")]
)
async def test_a_picture_that_is_pasted_as_a_file_is_sent_as_that_file_is(
    tmp_path, fmt: str, kind: str
) -> None:
    """Its turn and its profile are read as they are in files: Qt doesn't turn a PNG, and reads fewer profiles."""
    profile = light.profile(light.PRIMARIES[1], 1.0)
    made = io.BytesIO()
    make_picture(tmp_path / "own", (64, 48), fmt, exif_orientation=6, icc_profile=profile)
    made.write((tmp_path / "own").read_bytes())
    mime = QMimeData()
    mime.setData(kind, QByteArray(made.getvalue()))
    tasks = TaskKeeper()
    desk = AppPictureService(None, None, lambda: private_dir(tmp_path / "made"), tasks)
    kept: asyncio.Future = asyncio.get_running_loop().create_future()

    reading = read_drop(mime)
    desk.keep_content(reading.content, reading.image_name, kept.set_result)
    path = await asyncio.wait_for(kept, 60)

    limits = specs_for_mode(Mode.IMAGE)[0].picture_limits
    sent = [picture_preparing.prepare(one, limits, str(tmp_path)) for one in (path, str(tmp_path / "own"))]
    assert sent[0] == sent[1]
    assert (sent[0].width_px, sent[0].height_px) == (64, 48)
    with Image.open(picture_preparing.prepared_file(tmp_path, sent[0].sha256, sent[0].media_type)) as image:
        assert image.convert("RGB").getpixel((32, 24))[0] > 180  # linear light of 128
    await tasks.cancel_all()


@pytest.mark.anyio
async def test_a_disk_that_takes_no_pasted_picture_is_said(tmp_path) -> None:
    tasks = TaskKeeper()
    desk = AppPictureService(None, None, lambda: tmp_path / "gone", tasks)
    kept: asyncio.Future = asyncio.get_running_loop().create_future()

    desk.keep_content(b"\xff\xd8", "cat", kept.set_result)
    told = await asyncio.wait_for(kept, 60)

    assert told.code == "paste-not-kept"
    await tasks.cancel_all()
