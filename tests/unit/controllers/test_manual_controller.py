"""Which manual is opened, and what is said where nothing can show it."""

from types import SimpleNamespace

import pytest
from fakes.window_context import a_context
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers import manual_controller
from vidu_desktop.controllers.manual_controller import ManualController, manual_path
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import Sentence


@pytest.mark.parametrize(
    ("locale", "folder"),
    [("en_GB", "en"), ("zh_CN", "zh_CN"), ("zh_TW", "en"), ("ja_JP", "ja"), ("de_DE", "en")],
)
def test_the_manual_speaks_the_program_s_language_where_it_can(locale: str, folder: str) -> None:
    assert f"/{folder}/index.html" in manual_path(QLocale(locale)).replace("\\", "/")


def test_where_no_browser_answers_the_file_is_named(look, qtbot, monkeypatch) -> None:
    said: list[Sentence] = []
    asked: list[str] = []

    def nobody(path: str, unanswered) -> None:
        asked.append(path)
        unanswered()

    monkeypatch.setattr(manual_controller, "open_elsewhere", nobody)
    window = QWidget()
    qtbot.addWidget(window)
    context = a_context(look, window, TaskKeeper(), SimpleNamespace(say=said.append))

    ManualController(context).open()

    assert said[0].values["path"] == asked[0] == manual_path(QLocale())
