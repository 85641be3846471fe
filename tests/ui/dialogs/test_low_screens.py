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

LOW_PX = 360
"""What a title bar leaves of 400."""


def heights(window: QWidget) -> dict[QWidget, int]:
    kinds = (QLabel, QLineEdit, QComboBox, QAbstractSpinBox)
    return {
        one: one.height() for kind in kinds for one in window.findChildren(kind) if one.isVisibleTo(window)
    }


@pytest.mark.parametrize("name", ["about", "join"])
def test_a_low_dialog_squeezes_nothing(qtbot, look, name: str) -> None:
    window = DIALOGS[name](look)
    qtbot.addWidget(window)
    window.show()
    whole = heights(window)
    window.resize(window.width(), LOW_PX)
    QTest.qWait(1)
    assert window.height() == LOW_PX
    assert {
        one.accessibleName() or one for one, high in heights(window).items() if high < whole[one]
    } == set()


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
        QTest.keyClick(window.focusWidget() or window, key)
        assert bar.value() == at


LISTS = ("happenings", "presets", "prompts", "shelf", "shortcuts", "trash")
PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from fakes.every_window import DIALOGS
from vidu_desktop.ui.look.look import Look
look = Look(application)
for name in sys.argv[1:]:
    window = DIALOGS[name](look)
    window.show()
    application.processEvents()
    print(window.height())
"""


def test_a_dialog_with_a_list_fits_on_a_low_screen(tmp_path: Path) -> None:
    low = {"name": "low", "x": 0, "y": 0, "width": 640, "height": 400, "dpr": 1}
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [{**low, "logicalDpi": 96, "logicalBaseDpi": 96}]}))
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *LISTS], env=environ, capture_output=True, text=True, check=True
    )
    heights = dict(zip(LISTS, map(int, done.stdout.split()), strict=True))
    assert {name: px for name, px in heights.items() if px > LOW_PX} == {}
