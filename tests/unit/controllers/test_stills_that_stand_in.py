"""Two stills are opened as a part of a film: small, and not on the interface's thread. A still that can't be shown is black."""

import asyncio
import threading
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from vidu_desktop.controllers import frame_service
from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.domain.stand_ins import StandIn
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.ui.player.stand_in_reader import STILL_SIDE_PX, StandInReader
from vidu_desktop.wiring.frame_files import FrameFiles

STILLS = StandIn(gap="S010", start_path="red.png", end_path="gone.png", seconds=2.0, size_px=(128, 72))


async def small(path: str, side_px: int) -> QImage:
    """Do what AppPictureService does."""
    assert side_px == STILL_SIDE_PX
    if path == "gone.png":
        raise BadInput("picture-gone", Sentence("It isn't there any more."))
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(QColor(250, 0, 0))
    return image


def test_two_stills_are_opened_as_a_part_of_a_film(qapp, monkeypatch) -> None:
    threads: list[threading.Thread] = []

    class Watched(StandInReader):
        def __init__(self, *what) -> None:
            threads.append(threading.current_thread())
            super().__init__(*what)

    monkeypatch.setattr(frame_service, "StandInReader", Watched)

    async def opened() -> StandInReader:
        tasks = TaskKeeper()
        answer = asyncio.get_running_loop().create_future()
        desk = AppFrameService(FrameFiles(), Path, tasks, small)
        desk.open_stand_in(STILLS, STILLS.table_like(None), answer.set_result)
        found = await answer
        await tasks.cancel_all()
        return found

    reader = asyncio.run(opened())
    assert reader.table.count == 48
    came: list[QImage] = []
    for number in (0, 47):
        reader.want(number, came.append)
    while len(came) < 2:
        qapp.processEvents()

    assert {(image.width(), image.height()) for image in came} == {(128, 72)}
    assert [image.pixelColor(64, 36).red() for image in came] == [250, 0]
    assert threads
    assert threading.main_thread() not in threads
