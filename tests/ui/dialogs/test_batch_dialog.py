"""The batch before it is ordered: the use of each column, the problems at their cells, and no order while there are problems."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit

from vidu_desktop.domain.amounts import Money, usd
from vidu_desktop.domain.sheet import SheetRow
from vidu_desktop.ui.dialogs.batch_dialog import BatchChoices, BatchDialog, BatchOffer
from vidu_desktop.ui.dialogs.batch_wishes import Setting
from vidu_desktop.ui.models.batch_table import BatchContent, RowGroup
from vidu_desktop.ui.widgets.screen_room import room_for

GOOD = SheetRow(line=2, cells=("fox.png", "turns"))
BAD = SheetRow(line=3, cells=("gone.png", "x"))
NOT_FOUND = RowGroup("picture-not-found", "Pictures not found", (3,), wrong=True)
WRONG = {BAD.line: {0: "There is no such picture."}}
OFFER = BatchOffer(
    words="utf-8", videos=4, total=usd("0.8"), first_videos=3, first_total=usd("0.6"), rehearsal_videos=3
)


CHOICES = BatchChoices(
    fields=[("picture", "picture"), ("prompt", "prompt")],
    settings=[Setting("speed", "Speed", [("slow", "Slow"), ("fast", "Fast")])],
    remedies=[("picture-not-found", "Look for all {count}")],
)


@pytest.fixture
def dialog(qtbot, look):
    dialog = BatchDialog(look, "spring.csv", CHOICES)
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
            groups=(NOT_FOUND,) if BAD in rows else (),
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


def test_wrong_and_changed_cells_differ_by_more_than_their_colour(dialog: BatchDialog) -> None:
    changed = SheetRow(line=4, cells=("fox.png", "jumps"), original=("fox.png", "turns"))
    show(dialog, GOOD, BAD, changed)

    good, wrong, edited = shown(dialog, Qt.ItemDataRole.FontRole)
    assert good == [None, None, None]
    assert wrong[1].weight() > edited[2].weight()
    assert edited[2].underline()


def test_a_problem_stands_at_its_cell_and_nothing_can_be_sent(dialog: BatchDialog) -> None:
    show(dialog, GOOD, BAD, offer=replace(OFFER, rehearsal_videos=0))

    assert shown(dialog)[1][0] == "There is no such picture."
    assert "There is no such picture." in shown(dialog, Qt.ItemDataRole.ToolTipRole)[1][1]
    assert "There is no such picture." in shown(dialog, Qt.ItemDataRole.AccessibleTextRole)[1][1]
    assert not any(button.isEnabled() for button in (dialog.rehearse, dialog.run_first, dialog.run_all))


def test_what_becomes_of_a_row_gets_the_room_that_the_columns_leave(dialog: BatchDialog) -> None:
    show(dialog, GOOD, BAD)

    view = dialog.view
    widths_px = [view.columnWidth(section) for section in range(dialog.table.columnCount())]
    assert sum(widths_px) == view.width() - view.verticalHeader().width() - 2 * view.frameWidth()


def test_the_rows_with_problems_are_shown_alone_and_left_out_together(qtbot, dialog: BatchDialog) -> None:
    show(dialog, GOOD, BAD)

    qtbot.keyClick(dialog.groups.choice, Qt.Key.Key_Down)
    assert dialog.table.rowCount() == 1
    with qtbot.waitSignal(dialog.groups.remedy_requested) as asked:
        qtbot.mouseClick(dialog.groups.remedy, Qt.MouseButton.LeftButton)
    assert asked.args == ["picture-not-found", [3]]
    with qtbot.waitSignal(dialog.groups.left_out) as left:
        qtbot.mouseClick(dialog.groups.leave_out, Qt.MouseButton.LeftButton)
    assert left.args == [[3]]


def test_the_keyboard_stays_at_its_cell_when_its_row_is_mended_and_other_rows_are_shown(
    qtbot, dialog: BatchDialog
) -> None:
    last = SheetRow(line=4, cells=("owl.png", "flies"))
    show(dialog, GOOD, BAD, last)
    qtbot.keyClick(dialog.groups.choice, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Right)

    show(dialog, GOOD, replace(BAD, cells=("found.png", "x")), last)

    assert dialog.table.rowCount() == 3
    assert dialog.view.currentIndex().data() == "found.png"
    qtbot.keyClick(dialog.view, Qt.Key.Key_Down)
    assert dialog.view.currentIndex().data() == "owl.png"


def test_the_keyboard_goes_on_to_the_next_wrong_row_when_one_is_mended(qtbot, dialog: BatchDialog) -> None:
    content = BatchContent(
        columns=("file", "words"), fields=("picture", ""), field_words=("picture", ""), rows=(GOOD, BAD)
    )
    wrong = (RowGroup("picture-not-found", "Pictures not found", (2, 3), wrong=True),)
    dialog.show_rows(replace(content, groups=wrong))
    qtbot.keyClick(dialog.groups.choice, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Right)
    assert dialog.view.currentIndex().data() == "fox.png"

    dialog.show_rows(replace(content, groups=(replace(wrong[0], lines=(3,)),)))

    assert dialog.view.currentIndex().data() == "gone.png"


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


@pytest.mark.parametrize("field", ["budget", "names"])
def test_return_in_a_field_buys_nothing(qtbot, dialog: BatchDialog, field: str) -> None:
    show(dialog, GOOD)
    where = dialog.foot.budget if field == "budget" else dialog.wishes.names
    with qtbot.assertNotEmitted(dialog.run_requested):
        qtbot.keyClick(where, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_after_the_first_ones_the_rest_is_what_is_meant(dialog: BatchDialog) -> None:
    show(dialog, GOOD)
    kinds = [button.property("kind") for button in (dialog.run_first, dialog.run_all)]
    assert kinds == ["primary", "secondary"]
    show(dialog, GOOD, offer=replace(OFFER, has_result=True))
    kinds = [button.property("kind") for button in (dialog.run_first, dialog.run_all)]
    assert kinds == ["secondary", "primary"]


def test_fewer_rows_with_other_columns_take_the_place_of_many(qtbot, dialog: BatchDialog) -> None:
    """While the columns are being replaced, the row headers still ask for the last of the former rows."""
    many = [SheetRow(line=line, cells=("fox.png", "turns")) for line in range(2, 10)]
    show(dialog, *many)
    qtbot.waitExposed(dialog)
    few = BatchContent(
        columns=("file", "end", "words"),
        fields=("picture", "end_picture", ""),
        field_words=("picture", "end picture", ""),
        rows=[SheetRow(line=2, cells=("a.png", "b.png", "turns"))],
    )
    with qtbot.captureExceptions() as raised:
        dialog.show_rows(few)
    assert raised == []
    assert dialog.table.headerData(7, Qt.Orientation.Vertical) is None


def test_what_is_wrong_in_the_current_row_is_said_in_full(dialog: BatchDialog) -> None:
    show(dialog, GOOD, BAD)
    dialog.view.setCurrentIndex(dialog.table.index(1, 0))
    assert "There is no such picture." in words_in(dialog)


def test_without_a_key_only_the_rehearsal_is_there(dialog: BatchDialog) -> None:
    show(
        dialog, GOOD, offer=BatchOffer(words="", videos=1, first_videos=1, rehearsal_videos=1, has_key=False)
    )

    assert dialog.rehearse.isEnabled()
    assert not dialog.run_first.isEnabled()
    assert dialog.run_all.toolTip()


def test_a_click_on_a_columns_head_leads_to_what_it_is_for(qtbot, dialog: BatchDialog) -> None:
    show(dialog, GOOD)

    dialog.view.horizontalHeader().sectionClicked.emit(2)
    assert dialog.wishes.column_choice.currentText() == "words"
    with qtbot.waitSignal(dialog.wishes.field_chosen) as chosen:
        qtbot.keyClick(dialog.wishes.field_choice, Qt.Key.Key_Down)
    assert chosen.args == [1, "picture"]


def test_hidden_rows_and_missing_prompts_stay_open_until_they_are_answered(dialog: BatchDialog) -> None:
    show(dialog, GOOD, offer=BatchOffer(words="", hidden=3))

    assert dialog.groups.hidden_choice.isVisible()
    assert (dialog.groups.hidden, dialog.wishes.common_prompt) == (None, None)
    dialog.wishes.no_prompt.setChecked(True)
    assert dialog.wishes.common_prompt == ""


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
    """On some systems a disabled button shows no tooltip, so the line says it, too."""
    show(
        dialog, GOOD, offer=BatchOffer(words="", videos=1, first_videos=1, rehearsal_videos=1, has_key=False)
    )
    assert "add a key in the settings" in words_in(dialog)

    show(dialog, GOOD)
    assert "add a key" not in words_in(dialog)


def test_a_part_first_is_offered_only_where_it_is_not_the_whole(dialog: BatchDialog) -> None:
    show(dialog, GOOD, offer=BatchOffer(words="", videos=3, first_videos=3, rehearsal_videos=3, has_key=True))
    assert not dialog.run_first.isVisible()

    show(dialog, GOOD)
    assert dialog.run_first.isVisible()


def marked(dialog: BatchDialog, *cells: tuple[int, int]) -> None:
    """Select these cells of the table as a mouse does; the first becomes the current one."""
    selection = dialog.view.selectionModel()
    for number, (row, column) in enumerate(cells):
        flag = selection.SelectionFlag.Select if number else selection.SelectionFlag.ClearAndSelect
        selection.setCurrentIndex(dialog.table.index(row, column), flag)
    selection.setCurrentIndex(dialog.table.index(*cells[0]), selection.SelectionFlag.NoUpdate)


def edits(qtbot, dialog: BatchDialog, key: Qt.Key, modifier: Qt.KeyboardModifier) -> list:
    with qtbot.waitSignal(dialog.table.cells_edited) as edited:
        qtbot.keyClick(dialog.view, key, modifier)
    return edited.args[0]


CONTROL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def test_cells_are_typed_filled_down_and_cleared(qtbot, dialog: BatchDialog) -> None:
    show(dialog, GOOD, BAD)

    with qtbot.waitSignal(dialog.table.cells_edited) as edited:
        dialog.table.setData(dialog.table.index(0, 2), "waves")
    assert edited.args == [[(2, 1, "waves")]]
    marked(dialog, (0, 2), (1, 2))
    assert edits(qtbot, dialog, Qt.Key.Key_D, CONTROL) == [(2, 1, "turns"), (3, 1, "turns")]
    assert edits(qtbot, dialog, Qt.Key.Key_Delete, PLAIN) == [(2, 1, ""), (3, 1, "")]


def test_what_is_being_typed_stays_while_a_check_and_small_pictures_come(qtbot, dialog: BatchDialog) -> None:
    show(dialog, GOOD)
    index = dialog.table.index(0, 1)
    dialog.view.setCurrentIndex(index)
    dialog.view.edit(index)
    editor = dialog.view.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "half a prompt")
    dialog.table.show_content(dialog.table.content)
    dialog.table.show_thumbs()
    assert editor.text() == "half a prompt"


def test_what_becomes_of_a_row_is_no_cell_to_edit(dialog: BatchDialog) -> None:
    show(dialog, GOOD)

    assert not dialog.table.flags(dialog.table.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert dialog.table.flags(dialog.table.index(0, 1)) & Qt.ItemFlag.ItemIsEditable


def test_a_table_is_pasted_from_the_current_cell_on_and_a_single_text_into_all(
    qtbot, dialog: BatchDialog
) -> None:
    show(dialog, GOOD, BAD)
    clipboard = QGuiApplication.clipboard()

    clipboard.setText("a\tb\tno column\nc\td\nno row\tx")
    marked(dialog, (0, 1))
    assert edits(qtbot, dialog, Qt.Key.Key_V, CONTROL) == [(2, 0, "a"), (2, 1, "b"), (3, 0, "c"), (3, 1, "d")]
    clipboard.setText("one")
    marked(dialog, (0, 2), (1, 2))
    assert edits(qtbot, dialog, Qt.Key.Key_V, CONTROL) == [(2, 1, "one"), (3, 1, "one")]
    marked(dialog, (0, 1), (0, 2))
    qtbot.keyClick(dialog.view, Qt.Key.Key_C, CONTROL)
    assert clipboard.text() == "fox.png\tturns"


def test_several_lines_of_prompts_and_settings_are_ways_to_make_each_row(dialog: BatchDialog) -> None:
    dialog.wishes.prompt.setPlainText("turns\n\nwaves\nturns\n")

    assert dialog.wishes.prompts == ("turns", "waves")
    assert dialog.wishes.common_prompt is None
    dialog.wishes.prompt.setPlainText("turns")
    assert dialog.wishes.common_prompt == "turns"
    (speed,) = dialog.wishes.settings.menu().actions()
    for value in speed.menu().actions():
        value.trigger()
    assert dialog.wishes.chosen_settings == {"speed": ("slow", "fast")}
    assert dialog.wishes.settings.text() == "Slow, Fast"


def test_a_budget_below_the_sum_is_said_on_the_button(qtbot, dialog: BatchDialog) -> None:
    show(
        dialog,
        GOOD,
        offer=BatchOffer(
            words="", videos=9, first_videos=3, rehearsal_videos=3, budget_videos=2, budget=usd("0.4")
        ),
    )
    assert dialog.run_all.text() == "Run until the budget · 2 · $0.40"

    with qtbot.waitSignal(dialog.foot.budget_changed):
        dialog.foot.budget.setText("much")
    show(dialog, GOOD)
    assert not dialog.run_all.isEnabled()
    assert "no amount" in words_in(dialog)


def test_it_takes_the_room_that_there_is_and_is_as_large_as_it_was_left(qtbot, look, tmp_path) -> None:
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = BatchDialog(look, "spring.csv", CHOICES, None, memory)
    first.show()
    room = room_for(first)
    assert first.width() >= min(0.9 * room.width(), 1680)
    assert first.height() >= min(0.9 * room.height(), 1050)
    first.resize(first.width(), first.minimumSizeHint().height() + 7)
    left = first.size()
    assert left.height() < room.height()
    first.reject()

    second = BatchDialog(
        look, "autumn.csv", CHOICES, None, QSettings(memory.fileName(), QSettings.Format.IniFormat)
    )
    second.show()
    assert second.size() == left
    second.reject()

    memory.setValue("batch/size", QSize(99_999, 99_999))
    third = BatchDialog(look, "winter.csv", CHOICES, None, memory)
    third.show()
    assert third.width() <= max(room.width(), third.minimumSizeHint().width())
    third.reject()


def test_columns_that_fit_need_no_bar_below_them_although_the_rows_need_one_beside_them(
    dialog: BatchDialog, qtbot
) -> None:
    rows = tuple(SheetRow(line=line, cells=("fox.png", "turns")) for line in range(2, 202))

    show(dialog, *rows)

    qtbot.waitUntil(dialog.view.verticalScrollBar().isVisible)
    assert not dialog.view.horizontalScrollBar().isVisible()


def test_columns_that_come_later_are_in_sight_and_widths_stay_while_there_are_no_others(
    dialog: BatchDialog, qtbot
) -> None:
    show(dialog, GOOD)
    dialog.view.setColumnWidth(1, 99)
    show(dialog, GOOD)
    assert dialog.view.columnWidth(1) == 99

    more = replace(
        dialog.table.content,
        columns=("file", "words", "movement"),
        fields=("picture", "", "movement"),
        field_words=("picture", "", "movement"),
        rows=(replace(GOOD, cells=(*GOOD.cells, "small")),),
    )
    dialog.show_rows(more)
    qtbot.waitUntil(lambda: not dialog.view.horizontalScrollBar().isVisible())


def test_rows_that_are_read_again_get_the_room_that_they_take_unless_a_person_gave_the_columns_theirs(
    dialog: BatchDialog, qtbot
) -> None:
    show(dialog, GOOD)
    narrow = dialog.view.columnWidth(2)
    longer = replace(GOOD, line=3, cells=("fox.png", "turns slowly in the evening sun"))
    show(dialog, GOOD, longer)
    assert dialog.view.columnWidth(2) > narrow
    qtbot.waitUntil(lambda: not dialog.view.horizontalScrollBar().isVisible())

    dialog.view.setColumnWidth(2, narrow)
    show(dialog, GOOD, longer, replace(longer, line=4))
    assert dialog.view.columnWidth(2) == narrow


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("5", usd(5)),
        ("0,40", usd("0.4")),
        ("$5", usd(5)),
        ("CN¥30", None),
        ("1,000", None),
        ("1e9999999", None),
    ],
)
def test_a_budget_is_an_amount_in_the_currency_of_the_prices(
    dialog: BatchDialog, typed: str, amount: Money | None
) -> None:
    dialog.foot.budget.setText(typed)
    assert dialog.foot.amount == amount
    assert dialog.foot.is_clear == (amount is not None)


def test_a_sheets_name_stands_on_one_line_of_the_title_and_turns_no_words_around(look, qtbot) -> None:
    dialog = BatchDialog(look, "a\nb\u202evsc.\x1b.csv", CHOICES)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle().isprintable()
    assert "a b" in dialog.windowTitle()
