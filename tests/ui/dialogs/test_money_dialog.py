"""The money dialog always agrees with the books, and leads to the budget and to the exported sheet."""

import csv
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from fakes.finding import button
from fakes.requests import a_request
from fakes.ui_values import NOW, a_job, a_trouble
from PySide6.QtWidgets import QLabel

from vidu_desktop.adapters.disk.sheets import write_sheet
from vidu_desktop.domain.amounts import Currency, Sums, cny, format_sums, usd
from vidu_desktop.domain.job import GIVEN_UP, JobState
from vidu_desktop.domain.money import Period, csv_rows
from vidu_desktop.domain.money_sums import Axis, MoneySums
from vidu_desktop.domain.options import OptionKey
from vidu_desktop.domain.origin import batch_origin
from vidu_desktop.errors import DiskTrouble
from vidu_desktop.ui.dialogs.money_dialog import Books, MoneyDialog

S = JobState
LAST_MONTH = NOW - timedelta(days=40)
JOBS = [
    a_job("stored", S.STORED),
    a_job("dear", S.STORED, price=usd("0.40"), accepted_at=NOW - timedelta(days=3)),
    a_job("failed", S.FAILED, accepted_at=LAST_MONTH),
    a_job("unknown", S.UNKNOWN),
    a_job("lost", S.CANCELLED, trouble=a_trouble(GIVEN_UP)),
    a_job("ready", S.READY, created_at=LAST_MONTH),
    a_job("free", S.STORED, rehearsal=True, price=usd(0)),
]


def the_books(jobs=JOBS, budget: str | None = None) -> Books:
    sums = MoneySums(jobs, NOW.date(), UTC)
    return Books(sums=sums, budgets={} if budget is None else {Currency.USD: usd(budget)})


@pytest.fixture
def opened(qtbot, look):
    def make(books: Books | None = None) -> MoneyDialog:
        dialog = MoneyDialog(look, books or the_books())
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return make


def words_in(dialog: MoneyDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]


def test_the_rows_of_a_batch_that_are_no_jobs_yet_are_planned_and_not_spent(opened) -> None:
    before = {key: figure.text() for key, figure in opened().figures.items()}
    after = {
        key: figure.text()
        for key, figure in opened(replace(the_books(), to_come=Sums.of([usd("9.40")]))).figures.items()
    }
    assert (before["planned"], after["planned"]) == ("$0.20", "$9.60")
    assert {**before, "planned": ""} == {**after, "planned": ""}


@pytest.mark.parametrize("period", Period)
def test_its_figures_are_those_of_the_books(opened, period: Period) -> None:
    dialog = opened()
    dialog.periods.set_value(period)
    dialog.show_books(the_books())
    ledger = MoneySums(JOBS, NOW.date(), UTC).ledger(period)
    assert {name: label.text() for name, label in dialog.figures.items()} == {
        "spent": format_sums(ledger.spent),
        "at_risk": format_sums(ledger.at_risk),
        "lost": format_sums(ledger.lost),
        "planned": format_sums(ledger.planned),
    }


def test_it_follows_the_books(opened) -> None:
    dialog = opened(the_books([a_job("one", S.READY)]))
    assert (dialog.figures["planned"].text(), dialog.figures["spent"].text()) == ("$0.20", "$0.00")
    dialog.show_books(the_books([a_job("one", S.WAITING)]))
    assert (dialog.figures["planned"].text(), dialog.figures["spent"].text()) == ("$0.00", "$0.20")


def test_a_time_is_chosen_by_a_click(opened) -> None:
    dialog = opened()
    month = dialog.figures["spent"].text()
    button(dialog.periods, "Time: All").click()
    assert dialog.period is Period.ALL
    assert dialog.figures["spent"].text() != month


def test_each_mode_has_its_counts_and_they_add_up(opened) -> None:
    words = words_in(opened())
    at = words.index("Image to video")
    assert words[at + 1 : at + 4] == ["2", "2", "$0.60"]
    assert "Each video in the library has cost $0.30 on average." in words


def test_without_charges_it_says_so_instead_of_an_empty_table(opened) -> None:
    words = words_in(opened(the_books([a_job("free", S.STORED, rehearsal=True)])))
    assert any("Nothing was charged" in text for text in words)
    assert "Image to video" not in words


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        (None, "There is no budget"),
        ("10", "$8.80 left of your budget of $10.00"),
        ("1.20", "is used up"),
        ("0", "is used up"),
    ],
)
def test_the_budget_says_what_is_left_of_it_for_all_time(opened, budget: str | None, said: str) -> None:
    assert said in opened(the_books(budget=budget)).budget.text()


def test_its_buttons_lead_on(opened, qtbot) -> None:
    dialog = opened()
    with qtbot.waitSignal(dialog.export_requested):
        button(dialog, "Export as CSV…").click()
    with qtbot.waitSignal(dialog.budget_requested):
        button(dialog, "Set one…").click()


def test_the_sheet_is_read_back_as_it_was(tmp_path: Path) -> None:
    job = a_job("zh", S.STORED, prompt='海辺の夕日, "two"\nlines')
    path = tmp_path / "books.csv"
    rows = csv_rows([*JOBS, job], UTC)
    write_sheet(path, rows)
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [tuple(row) for row in csv.reader(file)] == rows
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert list(tmp_path.iterdir()) == [path]


def test_a_sheet_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble):
        write_sheet(tmp_path / "gone" / "books.csv", csv_rows(JOBS, UTC))
    assert list(tmp_path.iterdir()) == []


OPTION_NAMES = {Axis.OPTION: "movement"}
LARGE = {OptionKey.MOVEMENT: "large"}
OF_PROJECTS = [
    a_job("one", S.STORED, request=a_request(project="Spring"), origin=batch_origin("b1", "row", 1)),
    a_job("two", S.STORED, request=a_request(project="Spring"), origin=batch_origin("b1", "row", 2)),
    a_job("three", S.FAILED, request=replace(a_request(project="Spring"), preset="Spin", options=LARGE)),
    a_job("four", S.STORED, accepted_at=NOW - timedelta(days=1)),
]


@pytest.mark.parametrize(
    ("axis", "expected"),
    [
        (
            Axis.PROJECT,
            [("Spring", "3", "2", "$0.60", "1", "$0.60"), ("without a project", "1", "1", "$0.20", "0", "–")],
        ),
        (
            Axis.BATCH,
            [("clips", "2", "2", "$0.40", "1", "$0.40"), ("not of a batch", "2", "1", "$0.40", "0", "–")],
        ),
        (
            Axis.PRESET,
            [("Spin", "1", "0", "$0.20", "0", "–"), ("without a preset", "3", "3", "$0.60", "1", "$0.60")],
        ),
        (Axis.OPTION, [("Large", "1", "0", "$0.20", "0", "–")]),
    ],
)
def test_sums_are_told_apart_by_what_is_chosen_with_what_each_kept_video_cost(
    opened, qtbot, axis: Axis, expected: list
) -> None:
    books = replace(the_books(OF_PROJECTS), kept_jobs={"one", "another"}, batch_names={"b1": "clips"})
    dialog = opened(books)
    dialog.periods.set_value(Period.ALL)
    button(dialog.axes, f"What the sums are told apart by: By {OPTION_NAMES.get(axis, axis)}").click()

    qtbot.waitUntil(lambda: expected[0][0] in words_in(dialog))
    words = words_in(dialog)
    for row in expected:
        at = words.index(row[0])
        assert tuple(words[at : at + 6]) == row


def test_a_long_name_leaves_the_figures_their_room_and_is_whole_in_its_tip(opened, qtbot) -> None:
    name = "a sheet that came by mail and is called final, final 2 and final for good " * 2
    dialog = opened(replace(the_books(OF_PROJECTS), batch_names={"b1": name.strip()}))
    dialog.periods.set_value(Period.ALL)
    button(dialog.axes, "What the sums are told apart by: By batch").click()

    qtbot.waitUntil(lambda: name.strip() in words_in(dialog))
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]
    (long,) = (label for label in labels if label.text() == name.strip())
    assert name.strip() in long.toolTip()
    (short,) = (label for label in labels if label.text() == "not of a batch")
    assert long.width() == short.width() < long.sizeHint().width()
    assert all(label.width() >= label.sizeHint().width() for label in labels if label.text() == "$0.40")


def test_days_begin_with_the_latest(opened, qtbot) -> None:
    dialog = opened(the_books(OF_PROJECTS))
    dialog.periods.set_value(Period.ALL)
    button(dialog.axes, "What the sums are told apart by: By day").click()

    qtbot.waitUntil(lambda: "$0.60" in words_in(dialog)[-20:])
    words = words_in(dialog)[-20:]
    assert words.index("$0.60") < words.index("$0.20")


def test_dollars_and_yuan_stand_beside_each_other_each_with_its_budget(opened) -> None:
    jobs = [a_job("dollars", S.STORED), a_job("yuan", S.STORED, price=cny("1.25"))]
    sums = MoneySums(jobs, NOW.date(), UTC)
    budgets = {Currency.USD: usd(5), Currency.CNY: cny("1.25")}
    dialog = opened(Books(sums=sums, currency=Currency.CNY, budgets=budgets))

    spent = Sums.of(job.price for job in jobs)
    assert dialog.figures["spent"].text() == format_sums(spent)
    yuan, dollars = dialog.budget.text().split("\n")
    assert format_sums(Sums.of([cny("1.25")])) in yuan
    assert format_sums(Sums.of([usd("4.80")])) in dollars


@pytest.mark.parametrize(
    ("axis", "name"), [("By project", "without a project"), ("By preset", "without a preset")]
)
def test_what_has_no_name_is_said_in_full(opened, qtbot, axis: str, name: str) -> None:
    dialog = opened()
    dialog.periods.set_value(Period.ALL)
    button(dialog.axes, f"What the sums are told apart by: {axis}").click()

    qtbot.waitUntil(lambda: name in words_in(dialog))
    (label,) = (one for one in dialog.findChildren(QLabel) if one.isVisible() and one.text() == name)
    qtbot.waitUntil(lambda: label.width() >= label.fontMetrics().horizontalAdvance(name))
