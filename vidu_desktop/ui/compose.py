"""Compose: the three tabs, the price, and the two buttons. It turns presses into submissions and nothing else."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.amounts import ZERO, Currency, Money, fitting
from vidu_desktop.domain.catalogue import offer_for
from vidu_desktop.domain.drafts import Drafts
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.presets import Preset
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import WindowCommand
from vidu_desktop.ui.protocols import PictureService, Submission
from vidu_desktop.ui.tabs.drop_beside import DropBeside
from vidu_desktop.ui.tabs.early_press import EarlyPress
from vidu_desktop.ui.tabs.mode_tab import ModeTab
from vidu_desktop.ui.tabs.mode_tabs import ModeTabs
from vidu_desktop.ui.tabs.readiness import Readiness
from vidu_desktop.ui.text import say_price
from vidu_desktop.ui.widgets.action_bar import ActionBar
from vidu_desktop.ui.widgets.drop_reading import DropReading
from vidu_desktop.ui.widgets.edited_job import EditedJob
from vidu_desktop.ui.widgets.spoken import announce
from vidu_desktop.ui.widgets.translated import Translated

COMPOSE_LEAST_PX = 356


class ComposePane(Translated, QFrame):
    """The left side of the window."""

    key_pressed = Signal()  # one that orders: what lies over the pane makes room first
    submit_requested = Signal(object)  # ui.protocols.Submission
    put_back_requested = Signal(str)  # job id: it was taken off to be changed, and goes again as it was
    settings_requested = Signal()
    prices_requested = Signal()  # a video can't be paid while nobody knows what it costs
    history_requested = Signal()
    presets_requested = Signal()  # all of them
    preset_save_requested = Signal(object)  # GenerationRequest: what the tab holds
    pictures_changed = Signal(object, object, object)  # Mode; list[str], its pictures before and now
    draft_changed = Signal()  # what lies in a tab, or which one is shown
    filled_changed = Signal(bool)  # whether the tab that is shown holds what a video is made from
    mode_shown = Signal(object)  # Mode of the tab that is in front now
    videos_dropped = Signal(object)  # list[str], paths: their recipes are wanted
    last_frames_wanted = Signal(object, object)  # as a tab's

    def __init__(
        self,
        look: Look,
        pictures: PictureService,
        *,
        keys: KeyMap | None = None,
        rest_ms: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`rest_ms` is how long a second press counts as part of the first; None takes the system's double click."""
        super().__init__(parent)
        self._look = look
        self._prices: Mapping[str, Decimal] = {}
        self._currency, self._usual_prices = Currency.USD, True
        self._left_money: Money | None = None
        self._filled = False
        self._presets: Sequence[Preset] = ()
        self._keys = keys or KeyMap()
        self._tabs = ModeTabs(look, pictures, self._keys)
        self.shelf = self._tabs.shelf
        self._bar = ActionBar(look, keys=self._keys, rest_ms=rest_ms)
        self._edited = EditedJob()
        self.early = EarlyPress(self, self._show_order)
        self.coming = self.early.coming
        DropBeside(self, lambda: self.current_tab)
        self._build()
        self._connect()
        self._show_order()

    def _build(self) -> None:
        restyle(self, surface="area")
        self._fit_names()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._edited)
        column.addWidget(self._bar)
        self.generate_action = QAction(self)
        self.rehearse_action = QAction(self)
        self.choose_action = QAction(self)
        self.history_action = QAction(self)
        self.presets_action = QAction(self)
        self.shelf_action = QAction(self)
        for action, command in (
            (self.generate_action, WindowCommand.GENERATE),
            (self.rehearse_action, WindowCommand.REHEARSE),
            (self.choose_action, WindowCommand.CHOOSE_PICTURES),
            (self.history_action, WindowCommand.HISTORY),
            (self.presets_action, WindowCommand.PRESETS),
            (self.shelf_action, WindowCommand.SHELF),
        ):
            action.setShortcuts(self._keys.sequences(command))
            action.setAutoRepeat(False)  # a key held down is one order, not thirty
            self.addAction(action)
        self._retranslate()

    def _connect(self) -> None:
        self._tabs.names_changed.connect(self._fit_names)
        self._tabs.mode_shown.connect(self._edited.show_in)
        self._tabs.mode_shown.connect(self.mode_shown)
        self._tabs.changed.connect(self._show_order)
        self.coming.changed.connect(self._show_order)
        self._tabs.changed.connect(self.draft_changed)
        self._tabs.pictures_changed.connect(self.pictures_changed)
        self._tabs.history_requested.connect(self.history_requested)
        self._tabs.presets_requested.connect(self._open_presets)
        self._tabs.videos_dropped.connect(self.videos_dropped)
        self._tabs.last_frames_wanted.connect(self.last_frames_wanted)
        self._edited.put_back_requested.connect(self.put_back_requested)
        self._edited.put_back_requested.connect(lambda: self.current_tab.write_on())  # noqa: PLW0108 - not Generate, which Qt takes
        self._bar.generate_requested.connect(lambda: self._submit(rehearsal=False))
        self._bar.rehearse_requested.connect(lambda: self._submit(rehearsal=True))
        self._bar.settings_requested.connect(self.settings_requested)
        self._bar.prices_requested.connect(self.prices_requested)
        self._bar.blocked.connect(self._show_trouble)
        self.generate_action.triggered.connect(lambda: self._press(self._bar.press_generate))
        self.rehearse_action.triggered.connect(lambda: self._press(self._bar.press_rehearse))
        self.history_action.triggered.connect(self.history_requested)
        self.presets_action.triggered.connect(lambda: self.current_tab.open_presets())  # noqa: PLW0108 - the tab of that moment
        self.choose_action.triggered.connect(lambda: self.current_tab.choose())  # noqa: PLW0108 - as above
        self.shelf_action.triggered.connect(self.shelf.all_requested)

    @property
    def order_actions(self) -> list[QAction]:
        """What orders, for wherever its keys are to be heard, too."""
        return [self.generate_action, self.rehearse_action]

    @property
    def current_tab(self) -> ModeTab:
        """The tab that is shown."""
        return self._tabs.current

    def set_key_present(self, present: bool) -> None:
        """Say whether paid work is possible."""
        self._bar.set_key_present(present)

    def set_prices(self, prices: Mapping[str, Decimal], currency: Currency, *, usual: bool = True) -> None:
        """Set prices by model name; what is left out costs what the catalogue says, or isn't known if not `usual`."""
        self._prices, self._currency, self._usual_prices = dict(prices), currency, usual
        self._show_order()

    def set_budget_left(self, left_money: Money | None) -> None:
        """Set what new orders may cost; None without a budget."""
        self._left_money = left_money
        self._show_order()

    def show_mode(self, mode: Mode) -> None:
        """Bring a tab to the front."""
        self._tabs.show_mode(mode)

    def go_to(self, mode: Mode) -> None:
        """Bring a tab to the front and give its first picture's place the keyboard."""
        self.show_mode(mode)
        self.current_tab.focus_first()

    def set_pictures(self, mode: Mode, paths: Sequence[str]) -> None:
        """Show a tab with these pictures in its places; an empty path leaves its place empty."""
        self.show_mode(mode)
        self.current_tab.set_pictures(paths)

    def fill(self, request: GenerationRequest) -> bool:
        """Show the request's mode and fill it exactly; False, and nothing changed, for a model that we don't know."""
        offer = offer_for(request.model, request.mode)
        if offer is None:
            return False
        self._edited.end()
        self.show_mode(offer.mode)
        self._tabs.tab(offer.mode).fill(request)
        self.current_tab.write_on()
        return True

    def edit(self, job: Job, request: GenerationRequest) -> None:
        """Put a job that was taken off the queue into its tab; what is ordered there next takes its place."""
        if self.fill(request):
            self._edited.begin(job)
            self._edited.show_in(self.current_tab.mode)

    @property
    def drafts(self) -> Drafts:
        """What lies in the tabs now."""
        return self._tabs.drafts

    def restore(self, drafts: Drafts) -> None:
        """Put everything as it was, in the tabs that there are."""
        self._tabs.restore(drafts)
        self.early.restored()
        self._show_order()

    def set_presets(self, presets: Sequence[Preset]) -> None:
        """Set what the menus offer."""
        self._presets = presets

    def use_prompt(self, prompt: str) -> None:
        """Put a prompt into the tab that is shown."""
        self.current_tab.use_prompt(prompt)

    def use_preset(self, request: GenerationRequest) -> bool:
        """Show the preset's tab with its prompt and settings; False, and nothing changed, for a model that we don't know."""
        offer = offer_for(request.model, request.mode)
        if offer is None:
            return False
        self.show_mode(offer.mode)
        self._tabs.tab(offer.mode).use_preset(request)
        return True

    def begin_with(self, request: GenerationRequest) -> None:
        """Let a tab begin with a preset if there is nothing of the person's in it."""
        offer = offer_for(request.model, request.mode)
        if offer is not None:
            self._tabs.begin_with(offer.mode, request)

    def take_first(self, mode: Mode, path: str) -> None:
        """Put a picture where a mode's video begins, in place of what is there, and show the tab."""
        self.show_mode(mode)
        self.current_tab.take(DropReading(files=(path,)), at=0)

    def _open_presets(self, place: QPoint) -> None:
        from vidu_desktop.ui.widgets.preset_menu import preset_menu

        tab = self.current_tab
        menu = preset_menu(
            self._look,
            self,
            [preset for preset in self._presets if preset.request.mode == tab.mode],
            use=lambda preset: self.use_preset(preset.request),
            save=lambda: self.preset_save_requested.emit(tab.draft),
            show_all=self.presets_requested.emit,
        )
        menu.popup(place)

    def _fit_names(self) -> None:
        self.setMinimumWidth(max(COMPOSE_LEAST_PX, self._tabs.least_width_px))

    def _press(self, act: Callable[[], None]) -> None:
        self.key_pressed.emit()
        self._show_order()  # what was typed within the last moments counts
        act()

    def _show_trouble(self, rehearsal: bool) -> None:
        tab = self.current_tab
        if said := self.early.take(tab, rehearsal=rehearsal):
            announce(self._bar, said)
            self._show_order()
        else:
            tab.show_trouble()

    def _submit(self, *, rehearsal: bool) -> None:
        tab = self.current_tab
        readiness = tab.readiness
        self.early.forget()
        self._show_order()
        if readiness.sendable and not self.early.is_filling(tab):
            instead_of = self._edited.taken_by(tab.mode, rehearsal=rehearsal)
            self.submit_requested.emit(
                Submission(requests=readiness.requests, rehearsal=rehearsal, instead_of=instead_of)
            )
        else:
            tab.show_trouble()

    def _show_order(self) -> None:
        tab = self.current_tab
        readiness = tab.readiness
        due = self.early.due(tab)
        model = tab.spec.model_spec
        count = readiness.count
        usual = model.price.of(tab.options) if self._usual_prices else None
        known = self._prices.get(model.model, usual)
        self._bar.set_price_known(known is not None)
        total = (price := Money(known or ZERO, self._currency)) * max(1, count)
        tab.show_price(price)
        announcement = ""
        if count > 1:
            template = (
                self.tr("1 picture: {count} videos, {price}")  # the same one twice
                if readiness.picture_count == 1
                else self.tr("{pictures} pictures: {count} videos, {price}")
            )
            announcement = template.format(
                pictures=readiness.picture_count, count=count, price=say_price(total)
            )
        self._bar.set_budget(self._left_money, fitting(max(1, count), price, self._left_money))
        self._bar.set_order(count, total, announcement, self._reason(tab, readiness), self.early.note())
        filled = not readiness.missing
        if filled is not self._filled:
            self._filled = filled
            self.filled_changed.emit(filled)
        if due is not None:
            (self._bar.press_rehearse if due else self._bar.press_generate)()

    def _reason(self, tab: ModeTab, readiness: Readiness) -> str:
        if words := self.early.reason(tab):
            return words
        if readiness.missing:
            return tab.missing_words()
        if readiness.problems:
            count = len(readiness.problems)
            if count == 1:
                return self.tr("One thing to put right first.")
            return self.tr("{count} things to put right first.").format(count=count)
        return ""

    @override
    def _retranslate(self) -> None:
        self.generate_action.setText(self.tr("&Generate"))
        self.rehearse_action.setText(self.tr("&Rehearse, free"))
        self.choose_action.setText(self.tr("&Choose pictures…"))
        self.history_action.setText(self.tr("&Earlier prompts…"))
        self.presets_action.setText(self.tr("&Presets"))
        self.shelf_action.setText(self.tr("&Shelf…"))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The first thing to do has the keyboard from the start: Return chooses a picture, a paste lands here.
        if not event.spontaneous() and self.window().focusWidget() is None:
            self.current_tab.focus_first()

    @override
    def _language_changed(self) -> None:
        super()._language_changed()
        self._show_order()
