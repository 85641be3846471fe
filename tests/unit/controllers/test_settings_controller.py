"""What the settings say when a key is tested, and where no keyring is."""

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest
from fakes.window_context import a_context
from PySide6.QtWidgets import QLabel, QWidget

from vidu_desktop.adapters.desktop.keys import FoundKey
from vidu_desktop.controllers.settings_controller import SettingsController
from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.key_place import KeyPlace
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import Sentence, ServiceBusy
from vidu_desktop.ui.dialogs.settings_dialog import SettingsDialog

pytestmark = pytest.mark.anyio


class Keys:
    """No key is kept; a test of one gets no answer."""

    key_places = (KeyPlace.SESSION, KeyPlace.FILE)
    found_key = FoundKey(key=None)

    def __init__(self, trouble: ServiceBusy) -> None:
        self._trouble = trouble

    def key_at(self, _door: Door) -> FoundKey:
        return self.found_key

    async def check_key(self, _base_url: str, _key: str) -> None:
        raise self._trouble


async def nothing() -> None:
    return None


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
    window = QWidget()
    qtbot.addWidget(window)
    tasks = TaskKeeper()
    store = SimpleNamespace(
        settings=Settings(), usual_library_dir=tmp_path, settings_in_doubt=False, environment_base_url=""
    )
    work = SettingsController(
        a_context(look, window, tasks, SimpleNamespace(), tmp_path),
        SimpleNamespace(),
        SimpleNamespace(),
        store,
        Keys(ServiceBusy(code, words, slow_down=slow_down)),
        SimpleNamespace(measure=asyncio.Event().wait),
        SimpleNamespace(),
        SimpleNamespace(abilities=nothing),
    )
    work.show()
    dialog = window.findChild(SettingsDialog)

    dialog.key_test_requested.emit("typed")
    answers: list[str] = []
    async with asyncio.timeout(60):
        while not answers:
            await asyncio.sleep(0)
            shown = [label.text() for label in dialog.findChildren(QLabel)]
            answers = [text for text in shown if "test it again" in text]

    assert said in answers[0]
    assert "by itself" not in answers[0]
    assert any("This computer has no keyring" in text for text in shown)
    dialog.reject()
    await tasks.cancel_all()
