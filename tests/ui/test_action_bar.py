"""The two buttons say all of their words, however narrow the pane is."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from vidu_desktop.ui.compose import COMPOSE_LEAST_PX
from vidu_desktop.ui.widgets.action_bar import ActionBar


@pytest.mark.parametrize("count", [1, 3, 120])
@pytest.mark.parametrize("width_px", [COMPOSE_LEAST_PX, 700])
def test_no_button_cuts_its_words_off(qtbot, look, count, width_px) -> None:
    bar = ActionBar(look, rest_ms=0)
    qtbot.addWidget(bar)
    bar.setFixedWidth(width_px)
    bar.show()

    bar.set_order(count, Decimal("0.20") * count, "", "")
    QApplication.processEvents()
    shown = [button for button in bar.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in shown if button.width() < button.sizeHint().width()] == []

    bar.press_generate()
    QApplication.processEvents()
    shown = [button for button in bar.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in shown if button.width() < button.sizeHint().width()] == []
