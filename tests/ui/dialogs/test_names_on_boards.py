"""The shelf's names are completed in a board's prompts, as in the tabs."""

import pytest
from fakes.shelves import an_item
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter

from vidu_desktop.domain.board import Board
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.dialogs.board_dialog import BoardDialog
from vidu_desktop.ui.models.board_cards import CardTone, GapCard, StillCard
from vidu_desktop.ui.models.shelf_model import ShelfEntry, ShelfModel
from vidu_desktop.ui.widgets.name_completions import NameCompletions
from vidu_desktop.ui.widgets.prompt_line import PromptLine
from vidu_desktop.ui.widgets.typing_pause import TYPING_MS


@pytest.fixture
def shelf() -> ShelfModel:
    shelf = ShelfModel()
    shelf.set_entries([ShelfEntry(item=an_item(name, "")) for name in ("Fox", "Mei")])
    return shelf


@pytest.fixture
def dialog(qtbot, look, shelf) -> BoardDialog:
    dialog = BoardDialog(look, specs_for_mode(Mode.START_END))
    qtbot.addWidget(dialog)
    board = Board(name="Dawn", chain="Dawn").with_stills(0, ["/stills/a.png", "/stills/b.png"])
    gap = GapCard(start=0, shot="S010", badge="not made", tone=CardTone.QUIET, state="")
    stills = [StillCard(index=number, name=name, path=name) for number, name in enumerate("ab")]
    dialog.show()
    dialog.show_board(board, [stills[0], gap, stills[1]])
    dialog.strip.go_to(1)
    NameCompletions(shelf, dialog.prompts, dialog)
    return dialog


def typed(qtbot, dialog: BoardDialog, prompt: PromptLine, text: str) -> None:
    dialog.activateWindow()
    prompt.setFocus()
    qtbot.waitUntil(prompt.hasFocus)
    QTest.keyClicks(prompt, text)


def taken(prompt: PromptLine, key: Qt.Key = Qt.Key.Key_Return) -> None:
    (completer,) = prompt.findChildren(QCompleter)
    assert completer.popup().isVisible()
    QTest.keyClick(completer.popup(), key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
@pytest.mark.parametrize("which", [0, 1], ids=["of the board", "of a gap"])
def test_a_name_is_completed_behind_an_at_and_kept(qtbot, dialog, which, key) -> None:
    prompt = dialog.prompts[which]
    changes: list[str] = []
    dialog.wishes.changed.connect(lambda board: changes.append(board.prompt))
    dialog.gap_changed.connect(lambda _start, wishes: changes.append(wishes.prompt))

    typed(qtbot, dialog, prompt, "meets @f")
    taken(prompt, key)
    dialog.finish_typing()

    assert prompt.text() == "meets @Fox "
    assert changes == ["meets @Fox"]


@pytest.mark.parametrize("which", [0, 1], ids=["of the board", "of a gap"])
def test_a_name_that_is_being_completed_is_no_wish_before_it_is_left(qtbot, dialog, which) -> None:
    prompt = dialog.prompts[which]
    changed = (dialog.wishes.changed, dialog.gap_changed)[which]
    with qtbot.assertNotEmitted(changed, wait=2 * TYPING_MS):
        typed(qtbot, dialog, prompt, "meets @f")
    (completer,) = prompt.findChildren(QCompleter)
    with qtbot.waitSignal(changed) as said:
        QTest.keyClick(completer.popup(), Qt.Key.Key_Escape)
    assert said.args[-1].prompt == "meets @f"


def test_who_comes_onto_the_shelf_is_offered_at_once(qtbot, dialog, shelf) -> None:
    shelf.set_entries([ShelfEntry(item=an_item("Lantern", ""))])

    typed(qtbot, dialog, dialog.wishes.prompt, "@")
    taken(dialog.wishes.prompt)

    assert dialog.wishes.prompt.text() == "@Lantern "


def test_without_a_name_that_fits_nothing_is_in_the_way(qtbot, dialog) -> None:
    typed(qtbot, dialog, dialog.wishes.prompt, "me@home, @x")

    (completer,) = dialog.wishes.prompt.findChildren(QCompleter)
    assert not completer.popup().isVisible()
