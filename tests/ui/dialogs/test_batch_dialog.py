"""The batch before it is bought: each column's use, each problem at its cell, and no way past them."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from vidu_desktop.domain.sheet import SheetRow
from vidu_desktop.ui.dialogs.batch_dialog import BatchDialog, BatchOffer
from vidu_desktop.ui.models.batch_table import BatchContent

GOOD = SheetRow(line=2, cells=("fox.png", "turns"))
BAD = SheetRow(line=3, cells=("gone.png", "x"))
WRONG = {BAD.line: {0: "There is no such picture."}}
OFFER = BatchOffer(
    words="utf-8", videos=4, total_usd=Decimal("0.8"), first_videos=3, first_usd=Decimal("0.6")
)


@pytest.fixture
def dialog(qtbot, look):
    dialog = BatchDialog(look, "spring.csv", [("picture", "picture"), ("prompt", "prompt")])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def show(dialog: BatchDialog, *rows: SheetRow, offer: BatchOffer = OFFER) -> None:
    dialog.show_rows(
        BatchContent(
            columns=("file", "words"),
            fields=("picture", ""),
            field_words=("picture", ""),
            rows=rows,
            problems=WRONG if BAD in rows else {},
            state_of=lambda _line: "$0.20",
        )
    )
    dialog.show_offer(offer)


def shown(dialog: BatchDialog, role: int = Qt.ItemDataRole.DisplayRole) -> list[list[object]]:
    table = dialog.table
    return [
        [table.index(row, column).data(role) for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_rows_stand_at_the_lines_of_the_sheet_with_each_columns_use(dialog: BatchDialog) -> None:
    show(dialog, GOOD, BAD)

    heads = [
        dialog.table.headerData(section, Qt.Orientation.Horizontal)
        for section in range(dialog.table.columnCount())
    ]
    assert heads[1:] == ["file\npicture", "words\nkept as it is"]
    assert dialog.table.headerData(1, Qt.Orientation.Vertical) == "3"
    assert shown(dialog)[0] == ["$0.20", "fox.png", "turns"]


def test_a_problem_stands_at_its_cell_and_nothing_can_be_sent(dialog: BatchDialog) -> None:
    show(dialog, GOOD, BAD)

    assert shown(dialog)[1][0] == "There is no such picture."
    assert shown(dialog, Qt.ItemDataRole.ToolTipRole)[1][1] == "There is no such picture."
    assert "There is no such picture." in shown(dialog, Qt.ItemDataRole.AccessibleTextRole)[1][1]
    assert not any(button.isEnabled() for button in (dialog.rehearse, dialog.run_first, dialog.run_all))


def test_the_rows_with_problems_are_shown_alone_and_left_out_together(qtbot, dialog: BatchDialog) -> None:
    show(dialog, GOOD, BAD)

    dialog.only_wrong.click()
    assert dialog.table.rowCount() == 1
    with qtbot.waitSignal(dialog.left_out) as left:
        qtbot.mouseClick(dialog.leave_out, Qt.MouseButton.LeftButton)
    assert left.args == [[3]]


@pytest.mark.parametrize(
    ("button", "args"),
    [("rehearse", [True, True]), ("run_first", [True, False]), ("run_all", [False, False])],
)
def test_each_button_says_its_sum_and_asks_for_it(
    qtbot, dialog: BatchDialog, button: str, args: list
) -> None:
    show(dialog, GOOD)

    assert dialog.run_first.text() == "Run 3 first · $0.60"
    assert dialog.run_all.text() == "Run 4 · $0.80"
    with qtbot.waitSignal(dialog.run_requested) as asked:
        qtbot.mouseClick(getattr(dialog, button), Qt.MouseButton.LeftButton)
    assert asked.args == args


def test_without_a_key_only_the_rehearsal_is_there(dialog: BatchDialog) -> None:
    show(dialog, GOOD, offer=BatchOffer(words="", videos=1, first_videos=1, has_key=False))

    assert dialog.rehearse.isEnabled()
    assert not dialog.run_first.isEnabled()
    assert dialog.run_all.toolTip()


def test_a_click_on_a_columns_head_leads_to_what_it_is_for(qtbot, dialog: BatchDialog) -> None:
    show(dialog, GOOD)

    dialog.view.horizontalHeader().sectionClicked.emit(2)
    assert dialog.column_choice.currentText() == "words"
    with qtbot.waitSignal(dialog.field_chosen) as chosen:
        qtbot.keyClick(dialog.field_choice, Qt.Key.Key_Down)
    assert chosen.args == [1, "picture"]


def test_hidden_rows_and_missing_prompts_stay_open_until_they_are_answered(dialog: BatchDialog) -> None:
    show(dialog, GOOD, offer=BatchOffer(words="", hidden=3))

    assert dialog.hidden_choice.isVisible()
    assert (dialog.hidden, dialog.common_prompt) == (None, None)
    dialog.no_prompt.setChecked(True)
    assert dialog.common_prompt == ""


def test_a_hundred_thousand_rows_are_shown_without_being_looked_through(dialog: BatchDialog) -> None:
    rows = [SheetRow(line=line, cells=("fox.png", "x")) for line in range(100_000)]
    asked: list[int] = []

    dialog.show_rows(
        BatchContent(columns=("file", "words"), fields=("", ""), field_words=("", ""), rows=rows)
    )
    dialog.table.show_content(
        BatchContent(
            columns=("file", "words"),
            fields=("", ""),
            field_words=("", ""),
            rows=rows,
            state_of=lambda line: str(asked.append(line)),
        )
    )
    dialog.view.viewport().repaint()

    assert dialog.table.rowCount() == 100_000
    assert 0 < len(set(asked)) < 100


def words_in(dialog: BatchDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_without_a_key_the_line_of_the_sum_says_what_to_do(dialog: BatchDialog) -> None:
    """A button that can't be pressed shows no tip everywhere."""
    show(dialog, GOOD, offer=BatchOffer(words="", videos=1, first_videos=1, has_key=False))
    assert "add a key in the settings" in words_in(dialog)

    show(dialog, GOOD)
    assert "add a key" not in words_in(dialog)


def test_a_part_first_is_offered_only_where_it_is_not_the_whole(dialog: BatchDialog) -> None:
    show(dialog, GOOD, offer=BatchOffer(words="", videos=3, first_videos=3, has_key=True))
    assert not dialog.run_first.isVisible()

    show(dialog, GOOD)
    assert dialog.run_first.isVisible()
