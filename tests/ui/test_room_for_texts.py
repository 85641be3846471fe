"""In every language, and with a font half as large again, every text of every window has the room that it needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.every_window import DIALOGS, close_full_window, full_window
from fakes.visible_words import cut_off, low_rows
from PySide6.QtCore import QSize, QTranslator
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem

from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.compose import ComposePane

LANGUAGES = ("en", "zh_CN", "ja")
SMALLEST_PX = (1024, 640)
LARGER = 1.5
LAYOUTS_MOST = 6


@pytest.fixture(params=LANGUAGES)
def language(request, qapp: QApplication) -> Iterator[str]:
    translator = QTranslator()
    if request.param != "en":
        assert translator.load(f"resources/translations/vidu_{request.param}.qm")
        qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)
    qapp.processEvents()


@pytest.fixture(params=[1.0, LARGER])
def font_factor(request, qapp: QApplication, look) -> Iterator[float]:
    usual = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(larger.pointSizeF() * request.param)
    qapp.setFont(larger)
    yield request.param
    qapp.setFont(usual)
    qapp.processEvents()


def settle() -> None:
    """Let all layouts settle: longer texts ask for more room, which changes the layouts around them."""
    for _ in range(LAYOUTS_MOST):
        QApplication.processEvents()


def test_in_the_window(language, font_factor, qtbot, look, desk, tmp_path: Path) -> None:
    window = full_window(look, desk, tmp_path)
    qtbot.addWidget(window)
    window.resize(*SMALLEST_PX)
    compose = window.findChild(ComposePane)
    for mode in Mode:
        compose.show_mode(mode)
        for show in (window.show_queue, window.show_library):
            show()
            settle()
            assert [*cut_off(window), *low_rows(window)] == []
    close_full_window(window)


@pytest.mark.parametrize("name", DIALOGS)
def test_in_a_dialog(language, font_factor, qtbot, look, name: str) -> None:
    dialog = DIALOGS[name](look)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    assert [*cut_off(dialog), *low_rows(dialog)] == []


def test_low_fields_and_rows_are_seen(qtbot, look) -> None:
    field, rows = QLineEdit("fox"), QListWidget()
    rows.addItem(QListWidgetItem("fox"))
    rows.item(0).setSizeHint(QSize(50, 5))
    for widget in (field, rows):
        qtbot.addWidget(widget)
        widget.show()
    field.setFixedHeight(6)
    settle()
    assert len(list(cut_off(field))) == len(list(low_rows(rows))) == 1
