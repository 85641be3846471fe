"""Every entry of a menu has a letter that chooses it, and no two entries of one menu have the same, in any language."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest
from fakes.clips import a_clip
from fakes.ui_values import NOW, a_job
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu, QWidget

from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.library_query import Facets
from vidu_desktop.domain.marks import Marks
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.library.clip_menu import clip_menu
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.menu_bar import MenuBar
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.ui.queue.filter_button import FilterButton
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.ui.widgets.menus import LetteredMenu, add_name, adopt_entries

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


@pytest.mark.parametrize("state", list(JobState))
def test_in_the_menus_of_the_queue(language, qtbot, look, state: JobState) -> None:
    model = QueueModel(lambda _: "", now=lambda: NOW)
    pane = QueuePane(look, model)
    qtbot.addWidget(pane)
    model.set_jobs([a_job("one", state, "walks"), a_job("two", state, "walks")])
    menus = (
        pane.view.menu_for(model.index(0, 0)),
        pane.area_menu(),
        pane.header.findChild(FilterButton).menu_now(),
    )
    for menu in menus:
        assert menu.actions()
        menu.aboutToShow.emit()
        assert clashes(menu) == []
    pane.close_thumbs()


@pytest.mark.parametrize("in_library", [False, True])
def test_in_the_menus_of_the_stage_and_of_the_library(language, qtbot, look, in_library: bool) -> None:
    stage = PlayerPane(look, SimpleNamespace(open=lambda _path, _answer: None))
    library = LibraryPane(look, LibraryModel())
    for pane in (stage, library):
        qtbot.addWidget(pane)
    frame = stage.more_menu(frames_only=in_library)
    menu = frame
    if in_library:
        menu = LetteredMenu(stage)
        frame.setTitle("帧")
        frame.setParent(menu, frame.windowFlags())
        menu.addMenu(frame)
        adopt_entries(menu, library.menu_of(ONE, lambda _verb: None))
    facets = Facets(
        modes={"image": 1},
        models={"vidu2-image": 1},
        options={},
        tags={"sea": 1, "sand": 2},
        projects={"Moon": ("S010", "S020")},
        rehearsals=0,
    )
    for shown in (menu, library.more_menu(), library.bar.filter_menu(facets)):
        shown.aboutToShow.emit()
        assert clashes(shown) == []
    library.grid.model().close()


@given(
    st.lists(
        st.sampled_from(
            ["Copy", "copy it", "复制", "复制帧…", "Open…", "R&D", "&Save", "A && B", "0.5×", "C"]
        ),
        max_size=20,
    )
)
def test_letters_are_given_to_all_and_to_none_twice(qapp, texts: list[str]) -> None:
    menu = LetteredMenu()
    for text in texts:
        menu.addAction(text)
    for _opened in range(2):
        menu.aboutToShow.emit()
        letters = [QKeySequence.mnemonic(action.text()).toString() for action in menu.actions()]
        given_by_hand = {"Alt+D", "Alt+S"}
        assert all(letters)
        others = [letter for letter in letters if letter not in given_by_hand]
        assert len(set(others)) == len(others)
    plain = [
        action.text().replace("&&", "\0").replace("&", "").replace("\0", "&&") for action in menu.actions()
    ]
    for was, now in zip(texts, plain, strict=True):
        assert re.sub(r" ?\([A-Z0-9]\)", "", now) == was.replace("&&", "\0").replace("&", "").replace(
            "\0", "&&"
        )


def test_a_persons_names_get_no_letter_and_stay_as_they_are(qapp) -> None:
    menu = LetteredMenu()
    name = add_name(menu, "Black & white")
    menu.addAction("Browse…")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Black && white", "&Browse…"]
    assert QKeySequence.mnemonic(name.text()).toString() == ""
