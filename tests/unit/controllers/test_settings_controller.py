"""What the settings say when a key is tested or can't be kept, and where no keyring is."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from fakes.finding import button
from fakes.window_context import a_context
from PySide6.QtWidgets import QLabel, QWidget

from vidu_desktop.adapters.desktop.keys import FoundKey
from vidu_desktop.controllers.settings_controller import SettingsController
from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.key_place import KeyPlace
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import KeyTrouble, Sentence, ServiceBusy, ViduDesktopError
from vidu_desktop.ui.dialogs.settings_dialog import SettingsDialog

pytestmark = pytest.mark.anyio


class Keys:
    """No key is known; testing or keeping one ends with `trouble`."""

    key_places = (KeyPlace.SESSION, KeyPlace.FILE)
    found_key = FoundKey(key=None)

    def __init__(self, trouble: ViduDesktopError | None) -> None:
        self._trouble = trouble

    def key_at(self, _door: Door) -> FoundKey:
        return self.found_key

    async def check_key(self, _base_url: str, _key: str) -> None:
        if self._trouble is not None:
            raise self._trouble

    async def keep_key(self, _text: str, _place: KeyPlace, _door: Door) -> None:
        await self.check_key("", "")


async def nothing() -> None:
    return None


class Bench:
    """The settings, opened on a window of their own."""

    def __init__(self, look, folder: Path, keys: Keys) -> None:
        self.window = QWidget()
        self.tasks = TaskKeeper()
        store = SimpleNamespace(
            settings=Settings(), usual_library_dir=folder, settings_in_doubt=False, environment_base_url=""
        )
        work = SettingsController(
            a_context(look, self.window, self.tasks, SimpleNamespace(), folder),
            SimpleNamespace(set_key_present=lambda _present: None),
            SimpleNamespace(),
            store,
            keys,
            SimpleNamespace(measure=asyncio.Event().wait),
            SimpleNamespace(),
            SimpleNamespace(abilities=nothing),
        )
        work.show()
        self.dialog = self.window.findChild(SettingsDialog)

    @property
    def words(self) -> list[str]:
        return [label.text() for label in self.dialog.findChildren(QLabel)]

    async def until(self, true: Callable[[], object]) -> None:
        async with asyncio.timeout(60):
            while not true():
                await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("code", "slow_down", "said"),
    [
        ("unreachable", False, "can't be reached"),
        ("http-503", False, "http-503"),
        ("1302", True, "asks us to slow down"),
    ],
)
async def test_a_key_test_without_an_answer_says_to_test_again_and_promises_nothing(
    qtbot, look, tmp_path: Path, code: str, slow_down: bool, said: str
) -> None:
    words = Sentence("{host} can't be reached. It is tried again by itself.", {"host": "api.z.ai"})
    bench = Bench(look, tmp_path, Keys(ServiceBusy(code, words, slow_down=slow_down)))
    qtbot.addWidget(bench.window)

    bench.dialog.key_test_requested.emit("typed")
    await bench.until(lambda: any("test it again" in text for text in bench.words))

    (answer,) = [text for text in bench.words if "test it again" in text]
    assert said in answer
    assert "by itself" not in answer
    assert any("This computer has no keyring" in text for text in bench.words)
    bench.dialog.reject()
    await bench.tasks.cancel_all()


@pytest.mark.parametrize("kept", [True, False])
async def test_the_settings_close_once_a_key_is_kept_and_say_in_their_place_why_it_isnt(
    qtbot, look, tmp_path: Path, kept: bool
) -> None:
    trouble = None if kept else KeyTrouble("keyring-silent", Sentence("The keyring doesn't answer."))
    bench = Bench(look, tmp_path, Keys(trouble))
    qtbot.addWidget(bench.window)
    bench.dialog.service.key_edit.setText("a-typed-key")

    button(bench.dialog, "Save").click()
    ended: list[int] = []
    bench.dialog.finished.connect(ended.append)
    await bench.until(lambda: ended or "The keyring doesn't answer." in bench.words)

    assert bool(ended) is kept
    if not kept:
        assert bench.dialog.service.typed_key == "a-typed-key"
        bench.dialog.reject()
    await bench.tasks.cancel_all()
