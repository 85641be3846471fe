"""The main window: remembered sizes, the notice line, the menu, and quitting."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.notice_line import NoticeLine
from vidu_desktop.ui.widgets.picture_well import PictureWell


@pytest.fixture
def make_window(qtbot, look, desk, tmp_path):
    def make(queue: QWidget | None = None, library: QWidget | None = None) -> MainWindow:
        memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(memory)
        window.fill(
            look, ComposePane(look, desk), QWidget(), queue or QLabel("queue"), library or QLabel("library")
        )
        qtbot.addWidget(window)
        window.show()
        return window

    return make


@pytest.fixture
def window(make_window) -> MainWindow:
    return make_window()


def splitter_sizes(window: MainWindow) -> list[list[int]]:
    return [one.sizes() for one in window.findChildren(QSplitter)]


def test_sizes_and_the_open_page_are_remembered(make_window) -> None:
    first = make_window()
    first.resize(900, 640)  # the offscreen screen allows no wider window
    areas = next(
        one for one in first.findChildren(QSplitter) if one.orientation() is Qt.Orientation.Horizontal
    )
    areas.setSizes([420, 480])
    first.show_library()
    sizes = splitter_sizes(first)
    first.close()

    second = make_window()

    assert second.size() == first.size()
    assert splitter_sizes(second) == sizes
    assert [bar.currentIndex() for bar in second.findChildren(QTabBar)].count(1) == 1


def test_a_damaged_memory_gives_a_window_nevertheless(make_window, tmp_path) -> None:
    (tmp_path / "window.ini").write_text("[window]\ngeometry=17\nareas=@ByteArray(xx)\nshelf=perhaps\n")
    window = make_window()
    assert window.width() >= window.minimumWidth()
    assert all(all(size > 0 for size in sizes) for sizes in splitter_sizes(window))


def test_it_fits_into_a_small_screen(window) -> None:
    window.resize(1024, 640)
    assert (window.width(), window.height()) == (1024, 640)


def test_a_notice_is_plain_text_with_one_button(window, qtbot) -> None:
    window.show_notice("You are <b>offline</b>.", "warn", "Try now")
    notice = window.findChild(NoticeLine)
    assert notice.isVisible()
    (words,) = [one for one in notice.findChildren(QLabel) if one.text()]
    assert (words.text(), words.textFormat()) == ("You are <b>offline</b>.", Qt.TextFormat.PlainText)

    with qtbot.waitSignal(window.notice_action_requested):
        notice.findChild(QPushButton).click()

    window.show_notice("Checking.", "info")
    assert not notice.findChild(QPushButton).isVisible()
    window.clear_notice()
    assert notice.text == ""
    assert not notice.findChild(QPushButton).isVisible()
    with qtbot.waitSignal(window.happenings_requested):
        notice.findChild(IconButton).click()


@pytest.mark.parametrize("words", ["Exported.", "A long one, which takes several lines. " * 12])
def test_nothing_moves_when_a_notice_comes_or_goes(window, words) -> None:
    window.resize(1024, 640)
    for _again in range(5):
        QApplication.processEvents()  # a tab needs several rounds to find its heights
    notice = window.findChild(NoticeLine)
    panes = [one for one in window.centralWidget().findChildren(QWidget) if not notice.isAncestorOf(one)]
    panes = [one for one in panes if one is not notice and notice.parent() is not one]
    before = [one.geometry() for one in panes]

    for _again in range(2):
        window.show_notice(words, "warn", "Try now")
        QApplication.processEvents()
        assert [one.geometry() for one in panes] == before
        assert notice.height() >= notice.heightForWidth(notice.width()), "not all of its words are seen"
        assert notice.mapTo(window, notice.rect().bottomLeft()).y() <= window.rect().bottom()
        window.clear_notice()
        QApplication.processEvents()
        assert [one.geometry() for one in panes] == before


def test_the_line_of_a_window_that_covers_this_one_says_the_same(window, look, qtbot) -> None:
    window.show_notice("You are offline.", "warn", "Try now")
    line = NoticeLine(look)
    qtbot.addWidget(line)
    line.show()
    window.share_notices(line)
    assert line.text == "You are offline."
    with qtbot.waitSignal(window.notice_action_requested):
        line.findChild(QPushButton).click()
    window.show_notice("The film is written.", "good")
    assert line.text == "The film is written."
    assert not line.findChild(QPushButton).isVisible()
    window.clear_notice()
    assert line.text == ""
    with qtbot.waitSignal(window.happenings_requested):
        line.findChild(IconButton).click()


def test_the_line_has_its_room_also_without_words(window) -> None:
    notice = window.findChild(NoticeLine)
    areas = window.findChild(QSplitter)
    assert areas.mapTo(window, areas.rect().bottomLeft()).y() < notice.mapTo(window, QPoint(0, 0)).y()


def test_closing_saves_and_tells_once(window, qtbot, tmp_path) -> None:
    told = []
    window.quit_requested.connect(lambda: told.append(True))
    window.close()
    assert told == [True]
    assert QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat).contains("window/geometry")


def test_no_shortcut_is_given_twice(window) -> None:
    actions = {*window.findChildren(QAction), *window.findChild(ComposePane).actions()}
    keys = Counter(key.toString() for action in actions for key in action.shortcuts())
    assert keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_menu_entry_has_words(window) -> None:
    for menu in window.menuBar().actions():
        assert menu.text()
        assert all(action.text() or action.isSeparator() for action in menu.menu().actions())


def test_the_menu_speaks_in_signals(window, qtbot) -> None:
    entries = {action.text(): action for action in window.findChildren(QAction)}
    for words, signal in (
        ("&Settings…", window.settings_requested),
        ("Show library &folder", window.library_folder_requested),
        ("&Manual", window.manual_requested),
        ("Save a &report…", window.report_requested),
        ("&About Vidu Desktop", window.about_requested),
    ):
        with qtbot.waitSignal(signal):
            entries[words].trigger()


def test_the_queue_s_tab_counts_what_isn_t_finished(window) -> None:
    bar = next(one for one in window.findChildren(QTabBar) if one.count() == 2)
    window.set_queue_count(3)
    assert bar.tabText(0) == "Queue  3"
    window.set_queue_count(0)
    assert bar.tabText(0) == "Queue"


def test_control_enter_is_one_order_although_it_stands_in_the_menu_too(window, desk, drop, qtbot) -> None:
    compose = window.findChild(ComposePane)
    sent = []
    compose.submit_requested.connect(sent.append)
    drop(compose, "/p/cat.png")
    desk.answer_all()
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.rehearsal for one in sent] == [False]


def test_the_tabs_are_reached_by_number(window, qtbot) -> None:
    compose = window.findChild(ComposePane)
    for key, mode in (
        (Qt.Key.Key_3, Mode.REFERENCE),
        (Qt.Key.Key_2, Mode.START_END),
        (Qt.Key.Key_1, Mode.IMAGE),
    ):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert compose.current_tab.offer.mode is mode


def test_a_place_that_is_called_by_its_key_gets_the_keyboard(window, qtbot) -> None:
    window.activateWindow()
    for keys, words in (("Ctrl+4", "queue"), ("Ctrl+5", "library")):
        qtbot.keySequence(window, keys)
        assert window.focusWidget().text() == words

    qtbot.keySequence(window, "Ctrl+2")

    assert isinstance(window.focusWidget(), PictureWell)


def test_a_click_on_the_other_page_tab_takes_the_keyboard_along(make_window, qtbot) -> None:
    pages = [QWidget(), QWidget()]
    views, others = [], []
    for page in pages:
        column = QVBoxLayout(page)
        for kind, kept in ((QLineEdit, others), (QPlainTextEdit, views)):
            kept.append(kind())
            column.addWidget(kept[-1])
        page.setFocusProxy(views[-1])
    window = make_window(*pages)
    window.activateWindow()
    bar = next(one for one in window.findChildren(QTabBar) if one.accessibleName() == "Queue and library")
    window.show_queue()
    views[0].setFocus()

    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())

    assert window.focusWidget() is views[1]


def test_a_click_on_a_page_leaves_the_keyboard_with_who_writes_elsewhere(window, qtbot) -> None:
    window.activateWindow()
    prompt = window.findChild(ComposePane).current_tab.findChild(QPlainTextEdit)
    prompt.setFocus()

    window.show_library()
    window.show_queue()

    assert window.focusWidget() is prompt


@pytest.mark.parametrize(
    ("size", "what"),
    [((960, 503), "1920x1080 at scale 2"), ((1024, 600), "1024x640"), ((1280, 760), "1280x800")],
)
def test_the_main_job_is_in_reach_on_a_small_screen_with_a_banner(window, desk, drop, size, what) -> None:
    compose = window.findChild(ComposePane)
    desk.sizes["/p/square.png"] = (1024, 1024)  # not the video's shape, so that the framing choice is shown
    drop(compose, "/p/square.png")
    desk.answer_all()
    window.resize(*size)
    window.show_notice("The service can't be reached. " * 3, "warn", "Try now")
    for _again in range(5):
        QApplication.processEvents()
    assert (window.width(), window.height()) == size, what

    notice = window.findChild(NoticeLine)
    words = next(one for one in compose.current_tab.findChildren(QPlainTextEdit))
    tabs = compose.findChild(QTabBar)
    buttons = [one for one in compose.findChildren(QPushButton) if one.text().startswith(("Gen", "Reh"))]
    buttons = [one for one in buttons if one.isVisible()]
    assert len(buttons) == 2
    assert words.visibleRegion().boundingRect().height() >= 0.9 * words.height(), what
    for control in (compose.findChild(PictureWell), tabs, *buttons):
        assert control.visibleRegion().boundingRect() == control.rect(), (what, control)
        bottom = control.mapTo(window, control.rect().bottomLeft()).y()
        assert bottom < notice.mapTo(window, notice.rect().topLeft()).y(), (what, control)


@pytest.mark.parametrize(
    ("later", "comes_back"), [("Try now", True), ("Open settings", False)], ids=["same", "other"]
)
def test_a_notice_that_comes_again_gives_its_button_the_keyboard_back(
    window, qtbot, later: str, comes_back: bool
) -> None:
    """Only with the same words: a press that was meant for one button must not do what another one says."""
    window.show_notice("You are offline.", "warn", "Try now")
    notice = window.findChild(NoticeLine)
    button = notice.findChild(QPushButton)
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)

    window.show_notice("Exported.", "good")
    window.show_notice("You are still offline.", "warn", later)

    assert button.hasFocus() is comes_back


def test_a_notice_that_comes_again_leaves_the_keyboard_where_the_person_put_it(window, qtbot) -> None:
    window.show_notice("You are offline.", "warn", "Try now")
    button = window.findChild(NoticeLine).findChild(QPushButton)
    prompt = window.findChild(QPlainTextEdit)
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    window.clear_notice()
    prompt.setFocus()

    window.show_notice("You are offline.", "warn", "Try now")

    assert prompt.hasFocus()


def test_a_low_screen_is_used_to_its_height_at_first(window) -> None:
    room = window.screen().availableSize().height()
    assert room < 900, "this is about a low screen"
    assert room * 0.9 < window.height() < room
