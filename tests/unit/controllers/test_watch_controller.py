"""The window's watched folders, from the form to what is written down."""

import asyncio
from types import SimpleNamespace

from fakes.virtual_time import with_virtual_time
from fakes.window_context import a_context
from fakes.world import a_request
from PySide6.QtWidgets import QWidget

from vidu_desktop.batch.watched_folder import Standing, WatchStanding, WatchWish
from vidu_desktop.controllers.watch_controller import WatchController
from vidu_desktop.domain.amounts import Sums, usd
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.presets import preset_of
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import Sentence


async def as_it_is(request):
    return request


class Watcher:
    """Knows one folder, and keeps the wishes that it gets."""

    def __init__(self) -> None:
        self.wishes: list[WatchWish] = []
        self.did: list[str] = []

    async def begin(self, wish: WatchWish) -> str:
        self.wishes.append(wish)
        return "watch1"

    async def pause(self, batch_id: str) -> None:
        self.did.append(f"pause {batch_id}")

    async def go_on(self, batch_id: str) -> None:
        self.did.append(f"go on {batch_id}")

    async def end(self, batch_id: str) -> None:
        self.did.append(f"end {batch_id}")

    async def count_in(self, folder: str) -> int:
        return 2

    async def standings(self) -> list[WatchStanding]:
        return [
            WatchStanding(
                batch_id="watch1",
                folder="/in",
                preset="Spin",
                standing=Standing.WATCHED,
                rehearsal=False,
                price=usd("0.2"),
                day_budget=usd(5),
                spent_today=Sums.of([usd("0.4")]),
                pictures=3,
                made=2,
                waiting=1,
                not_made=(("/in/torn.png", Sentence("It is damaged.")),),
            )
        ]


def test_a_folder_is_begun_with_its_preset_and_its_sum(look, qtbot) -> None:
    with_virtual_time(lambda: begin_one(look, qtbot))


async def begin_one(look, qtbot) -> None:
    window, tasks, watcher = QWidget(), TaskKeeper(), Watcher()
    qtbot.addWidget(window)

    class Presets:
        async def all(self):
            pairs = preset_of("Pairs", a_request(Mode.START_END))
            return [pairs, preset_of("Spin", a_request(prompt="turns"))]

    controller = WatchController(
        a_context(look, window, tasks, SimpleNamespace()),
        watcher,  # type: ignore[arg-type]
        Presets(),  # type: ignore[arg-type]
        lambda _request: usd("0.2"),
        lambda: True,
        as_it_is,
    )
    dialog = controller.open()
    controller.choose_folder("/in")
    await asyncio.sleep(1)
    offered = [dialog.form.preset.itemText(row) for row in range(dialog.form.preset.count())]
    assert offered == ["Spin"]  # single pictures make no pairs
    item = dialog.list.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in (0, 1, 3)] == ["/in", "Spin", "2 of 3"]
    qtbot.keyClicks(dialog.form.cap, "5")
    dialog.begin.click()
    dialog.pause.click()
    await asyncio.sleep(1)
    (wish,) = watcher.wishes
    assert (wish.folder, wish.preset, wish.day_budget, wish.rehearsal) == ("/in", "Spin", usd(5), False)
    assert (wish.request.prompt, wish.request.picture_paths) == ("turns", ())
    assert watcher.did == ["pause watch1"]
    dialog.close()
