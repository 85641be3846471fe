"""The window's picture desk with a real disk: a pasted picture becomes a file that can be sent."""

import asyncio

import pytest
from PySide6.QtGui import QColor, QImage

from vidu_desktop.adapters.desktop.paths import private_dir
from vidu_desktop.controllers.picture_service import AppPictureService
from vidu_desktop.engine.tasks import TaskKeeper


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
