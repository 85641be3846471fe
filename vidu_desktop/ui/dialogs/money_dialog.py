"""The money that was spent, perhaps charged, given up and planned, always from the books."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.amounts import ZERO, Currency, Money, Sums
from vidu_desktop.domain.money import Ledger, Period
from vidu_desktop.domain.money_sums import Axis, Group, GroupSum, MoneySums
from vidu_desktop.domain.options import JUDGED_BY
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_L, GAP_M, GAP_S, GAP_XL, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.mode_words import order_name
from vidu_desktop.ui.models.option_words import option_label, value_words
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.text import say_day, say_money, say_sums
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.elided_label import ElidedLabel
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.segmented import Segmented

_FIGURE_TONES = {"at_risk": "warn", "lost": "warn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """All data of the money dialog. The sums are over all jobs, including those removed from the list."""

    sums: MoneySums
    currency: Currency = Currency.USD
    """The currency in which new orders are charged."""
    budgets: Mapping[Currency, Money] = field(default_factory=dict)
    kept_jobs: Collection[str] = ()
    """The ids of the jobs whose videos the person has kept."""
    batch_names: Mapping[str, str] = field(default_factory=dict)
    """The batches' names by their ids."""
    to_come: Sums = field(default_factory=Sums)
    """What the approved videos of batches cost that aren't jobs yet."""


_NAME_LEAST_PX = 200
_ROWS_MOST = 12
"""How many groups are shown: the most expensive ones, or the latest days. The exported sheet has all."""


class MoneyDialog(DialogFrame):
    """Open it with `open()`; call `show_books` again whenever the books change."""

    export_requested = Signal()
    budget_requested = Signal()  # set or change the budget

    def __init__(self, look: Look, books: Books, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent, width_px=760)
        self._books = books
        self.setWindowTitle(self.tr("Money"))
        self._build_periods()
        self._build_figures()
        self._build_modes()
        self._build_budget()
        self.body.addStretch(1)
        self._export = self.add_answer(self.tr("Export as CSV…"))
        self._close = self.add_answer(self.tr("Close"), "primary")
        self._connect()
        self._show()
        self.periods.focus_checked()

    def _build_periods(self) -> None:
        names = {
            Period.TODAY: self.tr("Today"),
            Period.MONTH: self.tr("This month"),
            Period.ALL: self.tr("All"),
        }
        self.periods = Segmented(self.look, tuple(Period), lambda period: names[Period(str(period))])
        self.periods.set_value(Period.MONTH)
        self.periods.set_label(self.tr("Time"))
        self.body.addWidget(self.periods)

    def _build_figures(self) -> None:
        card = QFrame()
        restyle(card, surface="sunken")
        row = QHBoxLayout(card)
        row.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        row.setSpacing(GAP_L)
        self.figures: dict[str, QLabel] = {}
        for key, name, meaning in (
            ("spent", self.tr("Spent"), self.tr("The service took the order.")),
            ("at_risk", self.tr("At risk"), self.tr("Sent, and the answer is unknown: perhaps charged.")),
            ("lost", self.tr("Given up"), self.tr("Perhaps charged, and treated as lost.")),
            ("planned", self.tr("Planned"), self.tr("Waits to be sent; it isn't spent yet.")),
        ):
            column = QVBoxLayout()
            column.setSpacing(0)
            figure = plain_label(role=FontRole.TITLE)
            figure.setAccessibleDescription(meaning)
            caption = plain_label(name, role=FontRole.CAPTION, tone="soft")
            for label in (figure, caption):
                label.setToolTip(short_tip(meaning))
                column.addWidget(label)
            row.addLayout(column, 1)
            self.figures[key] = figure
        self.body.addWidget(card)

    def _build_modes(self) -> None:
        names = {
            Axis.MODEL: self.tr("By model"),
            Axis.DAY: self.tr("By day"),
            Axis.PROJECT: self.tr("By project"),
            Axis.BATCH: self.tr("By batch"),
            Axis.PRESET: self.tr("By preset"),
            Axis.OPTION: self.tr("By {option}").format(option=option_label(JUDGED_BY).lower()),
        }
        self.axes = Segmented(self.look, tuple(Axis), lambda axis: names[Axis(str(axis))])
        self.axes.set_value(Axis.MODEL)
        self.axes.set_label(self.tr("What the sums are told apart by"))
        self.body.addWidget(self.axes)
        self._modes = QWidget()
        self._grid = QGridLayout(self._modes)
        self._grid.setContentsMargins(GAP_L, 0, GAP_L, 0)
        self._grid.setHorizontalSpacing(GAP_XL)
        self._grid.setVerticalSpacing(GAP_S)
        self._grid.setColumnStretch(0, 1)
        self.body.addWidget(self._modes)
        self._nothing = plain_label(role=FontRole.CAPTION, tone="faint", wrap=True)
        self.body.addWidget(self._nothing)

    def _build_budget(self) -> None:
        box = QFrame()
        restyle(box, surface="sunken")
        column = QVBoxLayout(box)
        column.setContentsMargins(GAP_L, GAP_M, GAP_M, GAP_M)
        column.setSpacing(GAP_S)
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        self.budget = plain_label(wrap=True)
        self._set_budget = PushButton()
        self._set_budget.setAutoDefault(False)
        restyle(self._set_budget, kind="quiet")
        row.addWidget(self.budget, 1)
        row.addWidget(self._set_budget)
        column.addLayout(row)
        self._bar = _BudgetBar(self.look)
        column.addWidget(self._bar)
        self.body.addWidget(box)

    def _connect(self) -> None:
        self.periods.value_changed.connect(lambda _: self._show())
        self.axes.value_changed.connect(lambda _: self._show())
        self._set_budget.clicked.connect(self.budget_requested)
        self._export.clicked.connect(self.export_requested)
        self._close.clicked.connect(self.accept)

    @property
    def period(self) -> Period:
        """The chosen period."""
        return Period(str(self.periods.value))

    def show_books(self, books: Books) -> None:
        """Show the present state of the books."""
        self._books = books
        self._show()

    def _show(self) -> None:
        sums = self._books.sums
        self._show_figures(sums.ledger(self.period))
        self._show_groups()
        self._show_budget(sums.ledger(Period.ALL).committed)
        self._export.setEnabled(len(sums) > 0)

    def _show_figures(self, ledger: Ledger) -> None:
        for key, amount in (
            ("spent", ledger.spent),
            ("at_risk", ledger.at_risk),
            ("lost", ledger.lost),
            ("planned", ledger.planned + self._books.to_come),
        ):
            figure = self.figures[key]
            figure.setText(say_sums(amount, self._books.currency))
            restyle(figure, tone=_FIGURE_TONES.get(key, "") if amount else "faint")

    def _show_groups(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        axis, sums = Axis(str(self.axes.value)), self._books.sums
        groups = sums.groups(self.period, axis)
        kept = sums.kept(self.period, axis, self._books.kept_jobs)
        self._modes.setVisible(bool(groups))
        self._nothing.setVisible(not groups)
        self._nothing.setText(self.tr("Nothing was charged in this time. Rehearsals are always free."))
        if not groups:
            return
        heads = (self.tr("charged"), self.tr("in the library"), self.tr("spent"), self.tr("kept"))
        self._add_row(0, "", *heads, self.tr("each that was kept"), head=True)
        shown = self._in_order(groups, axis)[:_ROWS_MOST]
        for row, (group, each) in enumerate(shown, start=1):
            counts = (
                str(each.charged),
                str(each.in_library),
                say_sums(each.spent, self._books.currency),
                str(kept[group]),
            )
            self._add_row(row, self._name(group, axis), *counts, _each(each.spent, kept[group]))
        left = len(groups) - len(shown)
        words = self._average(groups.values())
        if left:
            more = self.tr("{count} more are in the sheet.").format(count=left)
            words = f"{more}\n{words}".rstrip()
        if words:
            label = plain_label(words, role=FontRole.CAPTION, tone="soft", wrap=True)
            self._grid.addWidget(label, len(shown) + 1, 0, 1, len(heads) + 2)

    def _in_order(self, groups: Mapping[Group, GroupSum], axis: Axis) -> list[tuple[Group, GroupSum]]:
        """Return the groups in order: days with the latest first, all others with the most expensive first."""
        if axis is Axis.DAY:
            return sorted(groups.items(), reverse=True, key=lambda one: one[0])
        return sorted(groups.items(), key=lambda one: (_dearest(one[1].spent), self._name(one[0], axis)))

    def _name(self, group: Group, axis: Axis) -> str:
        match axis:
            case Axis.MODEL:
                model, mode = group
                return order_name(model, mode)
            case Axis.DAY:
                return say_day(date.fromisoformat(group[0]))
            case Axis.PROJECT:
                return group[0] or self.tr("without a project")
            case Axis.PRESET:
                return group[0] or self.tr("without a preset")
            case Axis.OPTION:
                return value_words(JUDGED_BY, group[0]) if group[0] else self.tr("not said")
        return self._books.batch_names.get(group[0], group[0]) or self.tr("not of a batch")

    def _average(self, sums: Collection[GroupSum]) -> str:
        stored = sum(each.in_library for each in sums)
        spent = Sums()
        for each in sums:
            spent += each.spent
        if not stored or len(list(spent)) != 1:  # two currencies have no average
            return ""
        words = self.tr("Each video in the library has cost {price} on average.")
        return words.format(price=_each(spent, stored))

    def _add_row(self, row: int, *cells: str, head: bool = False) -> None:
        name, *figures = cells
        named = ElidedLabel(name)  # names of projects and sheets may be long
        least_px = max(self._grid.columnMinimumWidth(0), min(named.sizeHint().width(), _NAME_LEAST_PX))
        self._grid.setColumnMinimumWidth(0, least_px)
        self._grid.addWidget(named, row, 0)
        for column, text in enumerate(figures, 1):
            role = FontRole.CAPTION if head else FontRole.MONO
            label = plain_label(text, role=role, tone="faint" if head else "")
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignRight)

    def _show_budget(self, bound: Sums) -> None:
        budgets = self._books.budgets
        self._bar.setVisible(bool(budgets))
        self._set_budget.setText(self.tr("Change it…") if budgets else self.tr("Set one…"))
        if not budgets:
            self.budget.setText(self.tr("There is no budget: nothing stops the queue but an empty account."))
            restyle(self.budget, tone="soft")
            return
        # The currency of new orders comes first. If only other currencies have a budget, nothing may be spent
        # in it.
        currency = self._books.currency
        shown = {currency: Money(ZERO, currency), **budgets}
        self.budget.setText("\n".join(self._budget_words(bound, budget) for budget in shown.values()))
        budget, taken = shown[currency], bound.inside(currency)
        restyle(self.budget, tone="" if taken < budget else "warn")
        self._bar.set_share(float(taken.amount / budget.amount) if budget else 1.0)

    def _budget_words(self, bound: Sums, budget: Money) -> str:
        left = budget - bound.inside(budget.currency)
        if left.amount > 0:
            words = self.tr("{left} left of your budget of {budget}")
            return words.format(left=say_money(left), budget=say_money(budget))
        words = self.tr("Your budget of {budget} is used up. Nothing more is sent.")
        return words.format(budget=say_money(budget))


class _BudgetBar(QWidget):
    """Shows how much of the budget is used, as the words beside it do."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self.setFixedHeight(6)
        look.changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """Set the used share of the budget; 1 or more means that it is used up."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.line)
        painter.setBrush(theme.raised)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 3, 3)
        if self._share > 0:
            painter.setPen(theme.warn if self._share >= 1 else theme.accent)
            painter.setBrush(theme.warn if self._share >= 1 else theme.accent)
            width = max(6, round((self.width() - 1) * self._share))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, width - self.width(), -1), 3, 3)


def _each(spent: Sums, count: int) -> str:
    """Return the average cost of one video, or a dash: two currencies have no average."""
    moneys = list(spent)
    return say_money((moneys[0] / count).to_cents()) if count and len(moneys) == 1 else "–"


def _dearest(spent: Sums) -> list[Decimal]:
    return [-spent.inside(currency).amount for currency in Currency]
