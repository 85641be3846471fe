"""The two buttons show their whole texts, however narrow the pane is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from vidu_desktop.domain.amounts import usd
from vidu_desktop.ui.compose import COMPOSE_LEAST_PX
from vidu_desktop.ui.widgets.action_bar import ActionBar


@pytest.mark.parametrize("count", [1, 3, 120])
@pytest.mark.parametrize("width_px", [COMPOSE_LEAST_PX, 700])
def test_no_button_cuts_its_words_off(qtbot, look, count, width_px) -> None:
    bar = ActionBar(look, rest_ms=0)
    qtbot.addWidget(bar)
    bar.setFixedWidth(width_px)
    bar.show()

    bar.set_order(count, usd("0.20") * count, "", "")
    QApplication.processEvents()
    shown = [button for button in bar.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in shown if button.width() < button.sizeHint().width()] == []

    bar.press_generate()
    QApplication.processEvents()
    shown = [button for button in bar.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in shown if button.width() < button.sizeHint().width()] == []


def test_return_after_a_key_was_added_orders_nothing_paid(qtbot, look) -> None:
    bar = ActionBar(look, rest_ms=0)
    qtbot.addWidget(bar)
    bar.set_key_present(False)
    bar.set_order(1, usd("0.20"), "", "")
    bar.show()
    bar.press_generate()
    with qtbot.waitSignal(bar.settings_requested):
        qtbot.keyClick(bar.focusWidget(), Qt.Key.Key_Return)

    bar.set_key_present(True)
    QApplication.processEvents()  # a press within the rest would be no order anyway

    with qtbot.assertNotEmitted(bar.generate_requested), qtbot.waitSignal(bar.rehearse_requested):
        qtbot.keyClick(bar.focusWidget(), Qt.Key.Key_Return)


def words(bar: ActionBar) -> str:
    return " ".join(label.text() for label in bar.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("count", "fitting", "left", "said"),
    [
        (40, 12, "2.40", "12 of these 40 fit into your budget. $2.40 is left"),
        (40, 0, "0", "None of these 40 fits into your budget. $0.00 is left"),
        (1, 0, "0.10", "It doesn't fit into your budget. $0.10 is left"),
        (3, 3, "5.00", "$5.00 of your budget is left."),
    ],
)
def test_what_is_left_of_the_budget_stands_beside_the_price_and_in_the_confirmation(
    qtbot, look, count, fitting, left, said
) -> None:
    bar = ActionBar(look, rest_ms=0)
    qtbot.addWidget(bar)
    bar.show()
    bar.set_order(count, usd("0.20") * count, "", "")
    assert "budget" not in words(bar)

    bar.set_budget(usd(left), fitting)
    assert said in words(bar)
    sent = []
    bar.generate_requested.connect(lambda: sent.append(True))
    bar.press_generate()
    if count > 1:
        assert sent == []
        assert said in words(bar)
        assert ("will be charged" in words(bar)) is (fitting == count)
        bar.set_budget(usd("0.20"), 1)  # another job was charged in the meantime
        assert f"1 of these {count} fits into your budget." in words(bar)


def test_without_a_key_nothing_is_said_of_a_budget(qtbot, look) -> None:
    bar = ActionBar(look, rest_ms=0)
    qtbot.addWidget(bar)
    bar.show()
    bar.set_key_present(False)
    bar.set_order(2, usd("0.40"), "", "")
    bar.set_budget(usd(0), 0)
    assert "budget" not in words(bar)
