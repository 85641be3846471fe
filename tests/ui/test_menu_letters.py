"""Every entry of a menu has a letter that chooses it with Alt, and no two entries of one menu have the same, in any language."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fakes.clips import a_clip
from PySide6.QtCore import QSettings, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu, QWidget

from vidu_desktop.domain.marks import Marks
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.library.clip_menu import clip_menu
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.menu_bar import MenuBar
from vidu_desktop.ui.models.key_map import KeyMap

LANGUAGES = ("", "zh_CN", "ja")
ONE = replace(
    a_clip("a"), mode=Mode.START_END, prompt="walks", marks=Marks(project="Moon", shot="S010", take=1)
)


@pytest.fixture(params=LANGUAGES)
def language(request, qapp: QApplication) -> Iterator[str]:
    translator = QTranslator()
    if request.param:
        assert translator.load(f"resources/translations/vidu_{request.param}.qm")
        qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


def clashes(menu: QMenu) -> list[str]:
    """The entries of a menu, and of those below it, that have no letter, or one that another has, too. Stars are chosen by
    their keys, which stand beside them."""
    found, seen = [], set()
    for action in menu.actions():
        if action.isSeparator() or not action.isVisible() or action.text().startswith("★"):
            continue
        letter = QKeySequence.mnemonic(action.text()).toString()
        if not letter or letter in seen:
            found.append(f"{menu.title()} > {action.text()}")
        seen.add(letter)
        below = action.menu()
        if isinstance(below, QMenu):
            found += clashes(below)
    return found


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("missing", [False, True])
def test_in_the_menu_of_videos_and_with_the_chain_board_beneath(
    language, qtbot, look, count: int, missing: bool
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = MenuBar(window.menuBar(), KeyMap(), {})
    bar.video_opens.connect(
        lambda menu: menu.addActions(
            clip_menu(
                look, KeyMap(), window, replace(ONE, missing=missing), count, lambda _verb: None
            ).actions()
        )
    )
    bar.video.aboutToShow.emit()
    assert clashes(bar.video) == []


def test_in_the_menus_of_the_bar(language, qtbot, look, desk, tmp_path) -> None:
    window = MainWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    window.fill(look, ComposePane(look, desk), QWidget(), QLabel("queue"), QLabel("library"))
    qtbot.addWidget(window)
    bar = window.menus
    menus = [bar.file, bar.edit, bar.view, bar.library, bar.help]
    assert [one for menu in menus for one in clashes(menu)] == []
    titles = [QKeySequence.mnemonic(menu.title()).toString() for menu in [*menus, bar.video]]
    assert len({*titles, ""}) == len(titles) + 1
