"""The compose pane: the three tabs, the price, and the two buttons. It turns presses into submissions and does nothing else."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QPoint, QSettings, Signal
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

    key_pressed = Signal()  # a key that orders; a full-screen stage closes first
    submit_requested = Signal(object)  # ui.protocols.Submission
    put_back_requested = Signal(str)  # id of a job that was being edited: back into the queue, unchanged
    settings_requested = Signal()
    prices_requested = Signal()  # the price is unknown, and without it no video can be paid
    history_requested = Signal()
    presets_requested = Signal()  # the list of all presets
    preset_save_requested = Signal(object)  # GenerationRequest: the tab's content
    pictures_changed = Signal(object, object, object)  # Mode; its pictures before and now, each list[str]
    draft_changed = Signal()  # a tab's content, or which tab is shown
    filled_changed = Signal(bool)  # whether the shown tab has all that a video needs
    mode_shown = Signal(object)  # Mode of the tab in front
    videos_dropped = Signal(object)  # list[str], paths: load their recipes
    last_frames_wanted = Signal(object, object)  # see ModeTab

    def __init__(
        self,
        look: Look,
        pictures: PictureService,
        *,
        keys: KeyMap | None = None,
        memory: QSettings | None = None,
        rest_ms: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`rest_ms`: a second press within this time counts as part of the first; None means the system's double-click time."""
        super().__init__(parent)
        self._look, self._filled = look, False
        self._prices: Mapping[str, Decimal] = {}
        self._currency, self._usual_prices = Currency.USD, True
        self._left_money: Money | None = None
        self._presets: Sequence[Preset] = ()
        self._keys = keys or KeyMap()
        self._tabs = ModeTabs(look, pictures, self._keys, memory)
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
            action.setAutoRepeat(False)  # a key that is held down is one order, not thirty
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
        """The actions that order videos, for other windows in which their keys must work, too."""
        return [self.generate_action, self.rehearse_action]

    @property
    def current_tab(self) -> ModeTab:
        """The tab that is shown."""
        return self._tabs.current

    def set_key_present(self, present: bool) -> None:
        """Say whether there is an API key, without which nothing can be paid."""
        self._bar.set_key_present(present)

    def set_prices(self, prices: Mapping[str, Decimal], currency: Currency, *, usual: bool = True) -> None:
        """Set prices by model name. The price of any other model is the catalogue's if `usual`, else it is unknown."""
        self._prices, self._currency, self._usual_prices = dict(prices), currency, usual
        self._show_order()

    def set_budget_left(self, left_money: Money | None) -> None:
        """Set how much new orders may cost; None means that there is no budget."""
        self._left_money = left_money
        self._show_order()

    def show_mode(self, mode: Mode) -> None:
        """Bring a tab to the front."""
        self._tabs.show_mode(mode)

    def go_to(self, mode: Mode) -> None:
        """Bring a tab to the front and put the keyboard focus on the place of its first picture."""
        self.show_mode(mode)
        self.current_tab.focus_pictures()

    def set_pictures(self, mode: Mode, paths: Sequence[str]) -> None:
        """Show a tab and put these pictures into its places; an empty path leaves its place empty."""
        self.show_mode(mode)
        self.current_tab.set_pictures(paths)

    def fill(self, request: GenerationRequest) -> bool:
        """Show the tab of the request's mode and fill it exactly. Return False, with nothing changed, for an unknown model."""
        offer = offer_for(request.model, request.mode)
        if offer is None:
            return False
        self._edited.end()
        self.show_mode(offer.mode)
        self._tabs.tab(offer.mode).fill(request)
        self.current_tab.write_on()
        return True

    def edit(self, job: Job, request: GenerationRequest) -> None:
        """Put a job that was taken off the queue into its tab; the next order from that tab takes the job's place."""
        if self.fill(request):
            self._edited.begin(job)
            self._edited.show_in(self.current_tab.mode)

    @property
    def drafts(self) -> Drafts:
        """The present content of all tabs."""
        return self._tabs.drafts

    def restore(self, drafts: Drafts) -> None:
        """Put drafts back into those of their tabs that exist."""
        self._tabs.restore(drafts)
        self.early.restored()
        self._show_order()

    def set_presets(self, presets: Sequence[Preset]) -> None:
        """Set the presets that the menus offer."""
        self._presets = presets

    def use_prompt(self, prompt: str) -> None:
        """Put a prompt into the shown tab."""
        self.current_tab.use_prompt(prompt)

    def use_preset(self, request: GenerationRequest) -> bool:
        """Show the preset's tab with its prompt and settings. Return False, with nothing changed, for an unknown model."""
        offer = offer_for(request.model, request.mode)
        if offer is None:
            return False
        self.show_mode(offer.mode)
        self._tabs.tab(offer.mode).use_preset(request)
        return True

    def begin_with(self, request: GenerationRequest) -> None:
        """Put a preset into its tab at the start, unless the person has left something in that tab."""
        offer = offer_for(request.model, request.mode)
        if offer is not None:
            self._tabs.begin_with(offer.mode, request)

    def take_first(self, mode: Mode, path: str) -> None:
        """Show a mode's tab and make this picture its first, in place of the former one."""
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
        self._show_order()  # include what was typed in the last moments
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
        model = tab.offer.model_spec
        count = readiness.count
        usual = model.price.of(tab.options) if self._usual_prices else None
        known = self._prices.get(model.model, usual)
        self._bar.set_price_known(known is not None)
        total = (price := Money(known or ZERO, self._currency)) * max(1, count)
        tab.show_price(price)
        announcement = ""
        if count > 1:
            template = (
                self.tr("1 picture: {count} videos, {price}")  # the same picture several times
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
            (self._bar.press_rehearse if due else partial(self._bar.press_generate, late=True))()

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
        self.shelf_action.setText(self.tr("S&helf…"))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The first picture's place gets the focus: Return chooses a picture, and a paste lands there.
        if not event.spontaneous() and self.window().focusWidget() is None:
            self.current_tab.focus_pictures()

    @override
    def _language_changed(self) -> None:
        super()._language_changed()
        self._show_order()
