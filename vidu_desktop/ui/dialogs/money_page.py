"""Settings, second page: how many videos at once, their prices, and the budgets."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QWidget

from vidu_desktop.domain.amounts import Currency, Money, usd
from vidu_desktop.domain.catalogue import ModelSpec
from vidu_desktop.domain.doors import DOOR_CURRENCIES, DOOR_NAMES, Door
from vidu_desktop.domain.settings import JOBS_AT_ONCE_MOST, Settings
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.mode_words import mode_name
from vidu_desktop.ui.text import say_currency, say_list, say_money, say_pair, say_sign
from vidu_desktop.ui.widgets.form import Form
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.money_field import Figure, MoneyField
from vidu_desktop.ui.widgets.switch import Switch


class MoneyPage(Form):
    """The prices are the person's own figures for the program's sums; the service's charges don't depend on them."""

    changed = Signal()

    def __init__(
        self, look: Look, settings: Settings, models: Sequence[ModelSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._models = tuple(models)
        self._settings = settings
        self._door = settings.door
        self._figures: dict[Door, dict[str, Figure]] = {
            Door.ZAI: {spec.model: settings.prices.get(spec.model, spec.price.usd) for spec in models},
            Door.BIGMODEL: {spec.model: settings.bigmodel_prices.get(spec.model) for spec in models},
        }
        self._budgets: dict[Currency, Figure] = {
            currency: budget.amount for currency, budget in settings.budgets.items()
        }
        self._signs: list[QLabel] = []
        self._build_pace()
        self._build_prices()
        self._build_budget()
        self._build_trust()
        self._connect()
        self._follow()

    def _build_pace(self) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_M)
        self.at_once = QSlider(Qt.Orientation.Horizontal)
        self.at_once.setRange(1, JOBS_AT_ONCE_MOST)
        self.at_once.setValue(self._settings.jobs_at_once)
        self.at_once.setFixedWidth(180)
        self.at_once.setAccessibleName(self.tr("Videos at once"))
        self._at_once_label = plain_label(role=FontRole.MONO)
        self._at_once_label.setFixedWidth(24)
        row.addWidget(self.at_once)
        row.addWidget(self._at_once_label)
        hint = self.tr(
            "The most of each model. It begins with what a new account may run ({counts}), grows while the service "
            "takes more, and shrinks when the service refuses."
        )
        by_name = {spec.name: spec.concurrency for spec in self._models}
        counts = say_list(say_pair(name, str(count)) for name, count in by_name.items())
        self.add_beside(self.tr("Videos at once"), hint.format(counts=counts), line)

    def _build_prices(self) -> None:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_M)
        grid.setVerticalSpacing(GAP_S)
        grid.setColumnStretch(0, 1)
        self.prices: dict[str, MoneyField] = {}
        self._usual: dict[str, QLabel] = {}
        self._names: dict[str, str] = {}
        for row, spec in enumerate(self._models):
            name = say_list(mode_name(one.mode) for one in spec.modes)
            if spec.name != self._models[0].name:
                name = f"{name} · {spec.name}"
            field = MoneyField(self._currency, self._figures[self._door][spec.model])
            field.setPlaceholderText(self.tr("an amount"))  # explains the red edge of an empty field
            self.prices[spec.model] = field
            usual = plain_label(role=FontRole.CAPTION, tone="faint")
            usual.setText(self.tr("usual {price}").format(price=say_money(usd(spec.price.usd))))
            self._usual[spec.model] = usual
            grid.addWidget(plain_label(name, wrap=True), row, 0)
            grid.addWidget(usual, row, 1)
            sign = plain_label(tone="soft")
            self._signs.append(sign)
            self._names[spec.model] = name
            grid.addWidget(sign, row, 2)
            grid.addWidget(field, row, 3)
        self._prices_hint = self.add_below(self.tr("Price of a video"), self._price_words(), table)

    def _price_words(self) -> str:
        if self._door is Door.BIGMODEL:
            return self.tr("In yuan, as BigModel charges you. Without a figure nothing is sent.")
        return self.tr(
            "Shown on the button and counted in your sums. Change them when the service changes its own."
        )

    def show_door(self, door: Door) -> None:
        """Show the prices and the budget for a door; what was typed for the other door is kept."""
        if door is self._door:
            return
        self._keep_figures()
        self._door = door
        self._show_quietly(self.budget, self._budgets.get(self._currency))
        for model, figure in self._figures[door].items():
            self._show_quietly(self.prices[model], figure)
        if self._prices_hint is not None:
            self._prices_hint.setText(self._price_words())
        self._follow()

    def _show_quietly(self, field: MoneyField, figure: Figure) -> None:
        # A field that says that it changed has all fields kept, as the figures of the door that is shown only in part yet.
        with QSignalBlocker(field):
            field.show_figure(self._currency, figure)

    def _keep_figures(self) -> None:
        self._figures[self._door] = {model: field.figure for model, field in self.prices.items()}
        self._budgets[self._currency] = self.budget.figure

    @property
    def _currency(self) -> Currency:
        return DOOR_CURRENCIES[self._door]

    def _build_budget(self) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        self.has_budget = Switch(self._look)
        self.has_budget.setChecked(bool(self._settings.budgets))
        self.has_budget.setAccessibleName(self.tr("Stop at a budget"))
        self.budget = MoneyField(self._currency, self._budgets.get(self._currency))
        self.budget.setPlaceholderText(self.tr("an amount"))
        sign = plain_label(tone="soft")
        self._signs.append(sign)
        row.addWidget(sign)
        row.addWidget(self.budget)
        row.addWidget(self.has_budget)
        hint = self.tr(
            "Checked before each order. What is charged, and what may be, never goes beyond it. US dollars and yuan have "
            "a budget each: where only the other one is given, nothing is sent."
        )
        self.add_beside(self.tr("Stop at a budget"), hint, line)

    def _build_trust(self) -> None:
        self.trust = Switch(self._look)
        self.trust.setChecked(self._settings.trust_repeat_refusal)
        hint = self.tr(
            "The service says that it refuses a request id that it has seen (code 1231), so that nothing is paid twice. "
            "That was never proven. Off, you are asked each time; on, lost answers settle themselves."
        )
        self.add_beside(self.tr("Send again by itself when an answer was lost"), hint, self.trust)

    def _connect(self) -> None:
        self.at_once.valueChanged.connect(self._follow)
        self.has_budget.toggled.connect(self._follow)
        for field in (*self.prices.values(), self.budget):
            field.textChanged.connect(self._follow)

    @property
    def valid(self) -> bool:
        """Whether everything here can be saved, also what was typed for the other door."""
        return self.shown_valid and not self.hidden_problem

    @property
    def shown_valid(self) -> bool:
        """Whether everything that is shown can be saved."""
        self._keep_figures()
        return not self._wrong_field(self._door) and bool(self.budgets or not self.has_budget.isChecked())

    @property
    def hidden_problem(self) -> str:
        """Which figure of the door that isn't shown can't be saved, in words; empty if all can."""
        self._keep_figures()
        for door in Door:
            if door is self._door:
                continue
            field = self._wrong_field(door)
            if field:
                words = self.tr("{field}: this isn't an amount. Choose {door} under “Service” to change it.")
                return words.format(field=field, door=DOOR_NAMES[door])
        return ""

    def _wrong_field(self, door: Door) -> str:
        """Return what the first figure that can't be saved is called."""
        currency = DOOR_CURRENCIES[door]
        for model, figure in self._figures[door].items():
            if _is_no_amount(figure) or (figure is None and door is Door.ZAI):
                return self._price_name(model, currency)
        if self.has_budget.isChecked() and _is_no_amount(self._budgets.get(currency)):
            return self._budget_name(currency)
        return ""

    def _price_name(self, model: str, currency: Currency) -> str:
        words = self.tr("Price of {mode} in {currency}")
        return words.format(mode=self._names[model], currency=say_currency(currency))

    def _budget_name(self, currency: Currency) -> str:
        return self.tr("Budget in {currency}").format(currency=say_currency(currency))

    @property
    def zai_prices(self) -> dict[str, Decimal]:
        """Z.AI's prices that differ from the catalogue's, by model. Saved prices of models that aren't shown are included."""
        self._keep_figures()
        shown = {spec.model for spec in self._models}
        kept = {model: price for model, price in self._settings.prices.items() if model not in shown}
        own = {
            spec.model: amount
            for spec in self._models
            if isinstance(amount := self._figures[Door.ZAI][spec.model], Decimal) and amount != spec.price.usd
        }
        return kept | own

    @property
    def bigmodel_prices(self) -> dict[str, Decimal]:
        """All prices that were entered for BigModel, by model."""
        self._keep_figures()
        given = {**self._settings.bigmodel_prices, **self._figures[Door.BIGMODEL]}
        return {model: amount for model, amount in given.items() if isinstance(amount, Decimal)}

    @property
    def budgets(self) -> dict[Currency, Money]:
        """The budgets that were entered; empty while the switch is off."""
        self._keep_figures()
        given = self._budgets.items() if self.has_budget.isChecked() else ()
        return {
            currency: Money(amount, currency) for currency, amount in given if isinstance(amount, Decimal)
        }

    def _follow(self) -> None:
        self._at_once_label.setText(str(self.at_once.value()))
        self.budget.setEnabled(self.has_budget.isChecked())
        for spec in self._models:
            field = self.prices[spec.model]
            at_zai = self._door is Door.ZAI
            is_wrong = field.amount is None and (at_zai or not field.is_clear)
            restyle(field, wrong="true" if is_wrong else "false")
            self._usual[spec.model].setVisible(at_zai and field.amount != spec.price.usd)
        for sign in self._signs:
            sign.setText(say_sign(self._currency))
        self.budget.setAccessibleName(self._budget_name(self._currency))
        for model, field in self.prices.items():
            field.setAccessibleName(self._price_name(model, self._currency))
        missing = self.has_budget.isChecked() and not (self.budgets and self.budget.is_clear)
        restyle(self.budget, wrong="true" if missing else "false")
        self.changed.emit()


def _is_no_amount(figure: Figure) -> bool:
    return isinstance(figure, str)
