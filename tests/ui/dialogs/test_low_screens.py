"""On a screen that is only 400 pixels high, as 1280x800 at scale 2 is, a dialog squeezes no text and no field: it scrolls."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fakes.every_window import DIALOGS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget

PAGES_MOST = 9
LOW_PX = 360
"""What a title bar leaves of 400."""


def squeezed(window: QWidget) -> list[str]:
    """Return the texts and fields that are lower than they need to be."""
    kinds = (QLabel, QLineEdit, QComboBox, QAbstractSpinBox)
    shown = [one for kind in kinds for one in window.findChildren(kind) if one.isVisibleTo(window)]
    return [one.accessibleName() or str(one) for one in shown if one.height() < least_px(one)]


def least_px(one: QWidget) -> int:
    if isinstance(one, QLabel) and one.wordWrap():
        return one.heightForWidth(one.width())
    return one.minimumHeight() or one.minimumSizeHint().height()


@pytest.mark.parametrize("name", DIALOGS)
def test_a_low_dialog_squeezes_nothing(qtbot, look, name: str) -> None:
    window = DIALOGS[name](look)
    qtbot.addWidget(window)
    window.show()
    window.resize(window.width(), LOW_PX)
    QTest.qWait(1)
    assert window.height() == LOW_PX
    assert squeezed(window) == []


def test_the_licences_are_scrolled_by_keys(qtbot, look) -> None:
    window = DIALOGS["about"](look)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.resize(window.width(), window.minimumSizeHint().height())
    bar = window.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for key, at in ((Qt.Key.Key_PageDown, bar.maximum()), (Qt.Key.Key_PageUp, 0)):
        for _page in range(PAGES_MOST):
            QTest.keyClick(window.focusWidget() or window, key)
        assert bar.value() == at


SCREENS = ((640, 400), (1024, 640), (960, 540))
"""In logical pixels; the first is 1280x800 at scale 2, the last 1920x1080 at scale 2."""
LANGUAGES = ("en", "zh_CN", "ja")
PROGRAM = """
import sys
from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
application = QApplication([])
from fakes.every_window import DIALOGS
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.screen_room import room_for
look = Look(application)
def unfit(language, name):
    window = DIALOGS[name](look)
    window.show()
    QTest.qWait(1)
    room = room_for(window)
    if window.width() > room.width() or window.height() > room.height():
        yield f"{window.width()} x {window.height()} pixels"
    if isinstance(window, DialogFrame):
        answers = [window.answers.itemAt(number).widget() for number in range(window.answers.count())]
        yield from (one.text() for one in answers if one.isVisible() and not window.rect().contains(one.geometry()))
    window.hide()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
for language in sys.argv[1:]:
    translator = QTranslator()
    if language != "en":
        assert translator.load(f"resources/translations/vidu_{language}.qm")
        application.installTranslator(translator)
    for name in DIALOGS:
        for fault in unfit(language, name):
            print(language, name, fault)
    application.removeTranslator(translator)
"""


@pytest.mark.parametrize(("width_px", "height_px"), SCREENS)
def test_every_dialog_fits_on_a_small_screen_in_every_language(
    tmp_path: Path, width_px: int, height_px: int
) -> None:
    small = {"name": "small", "x": 0, "y": 0, "width": width_px, "height": height_px, "dpr": 1}
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [{**small, "logicalDpi": 96, "logicalBaseDpi": 96}]}))
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *LANGUAGES], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout == ""
