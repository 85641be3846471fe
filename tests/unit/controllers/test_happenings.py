"""The list of what happened opens over the window from which it is asked for, and can be opened again after that window has gone."""

from datetime import UTC, datetime

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers.happenings import Happenings
from vidu_desktop.ui.dialogs.happenings_dialog import HappeningsDialog


def test_it_belongs_to_the_window_that_has_the_keyboard(qtbot, look, tmp_path) -> None:
    main, board = QWidget(), QWidget()
    qtbot.addWidget(main)
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    happened = Happenings(look, main, memory, lambda: datetime(2026, 11, 30, tzinfo=UTC))
    for window in (main, board):
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    happened.open()
    assert board.findChild(HappeningsDialog) is not None
    with qtbot.waitSignal(board.destroyed):
        board.deleteLater()
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)

    happened.note("A film is saved.")
    happened.open()
    assert main.findChild(HappeningsDialog) is not None
