"""Compose: the three tabs, the price, and the two buttons. It turns presses into submissions and nothing else."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.catalogue import offer_for
from vidu_desktop.domain.drafts import Drafts, is_untouched
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.money import fitting
from vidu_desktop.domain.presets import Preset
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import WindowCommand
from vidu_desktop.ui.models.mode_words import mode_name
from vidu_desktop.ui.protocols import PictureService, Submission
from vidu_desktop.ui.tabs.image_tab import ImageTab
from vidu_desktop.ui.tabs.mode_tab import ModeTab
from vidu_desktop.ui.tabs.readiness import Standing
from vidu_desktop.ui.tabs.reference_tab import ReferenceTab
from vidu_desktop.ui.tabs.start_end_tab import StartEndTab
from vidu_desktop.ui.text import say_price
from vidu_desktop.ui.widgets.action_bar import ActionBar
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.drop_reading import DropReading, may_hold_pictures, read_drop
from vidu_desktop.ui.widgets.edited_job import EditedJob
from vidu_desktop.ui.widgets.picture_well import WELL_MIME
from vidu_desktop.ui.widgets.preset_menu import preset_menu
from vidu_desktop.ui.widgets.translated import Translated

COMPOSE_LEAST_PX = 356
_HEAD_LEFT_PX, _HEAD_RIGHT_PX = 20, 8
_TABS: tuple[type[ImageTab | StartEndTab | ReferenceTab], ...] = (ImageTab, StartEndTab, ReferenceTab)
_TAB_TYPES = {tab.mode: tab for tab in _TABS}


class ComposePane(Translated, QFrame):
    """The left side of the window."""

    submit_requested = Signal(object)  # ui.protocols.Submission
    put_back_requested = Signal(str)  # job id: it was taken off to be changed, and goes again as it was
    settings_requested = Signal()
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
        self._prices_usd: Mapping[str, Decimal] = {}
        self._left_usd: Decimal | None = None
        self._filled = False
        self._pictures = pictures
        self._presets: Sequence[Preset] = ()
        self._chooser = PictureChooser(self)
        self._tabs: dict[Mode, ModeTab] = {}  # built when they are first shown: the first window needs one
        self._waiting: dict[Mode, GenerationRequest] = {}  # drafts of tabs that aren't built
        self._keys = keys or KeyMap()
        self._bar = ActionBar(look, keys=self._keys, rest_ms=rest_ms)
        self._waiting_arrangement = ""
        self._edited = EditedJob()
        self._build()
        self._connect()
        self._show_order()

    def _build(self) -> None:
        restyle(self, surface="area")
        self.setAcceptDrops(True)  # beside the wells: wherever there is room
        self.setMinimumWidth(COMPOSE_LEAST_PX)
        self._tab_bar = QTabBar()
        self._tab_bar.setUsesScrollButtons(False)
        self._tab_bar.setElideMode(Qt.TextElideMode.ElideRight)
        self._tab_bar.setDrawBase(False)
        self._tab_bar.setExpanding(False)
        self._pages = QStackedWidget()
        for _mode in _TAB_TYPES:
            self._tab_bar.addTab("")
        self._tab(next(iter(_TAB_TYPES)))
        head = QFrame()
        restyle(head, surface="head")
        head_line = QVBoxLayout(head)
        head_line.setContentsMargins(_HEAD_LEFT_PX, 4, _HEAD_RIGHT_PX, 0)
        head_line.addWidget(self._tab_bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        column.addWidget(self._edited)
        column.addWidget(self._bar)
        self.generate_action = QAction(self)
        self.rehearse_action = QAction(self)
        self.choose_action = QAction(self)
        self.history_action = QAction(self)
        self.presets_action = QAction(self)
        for action, command in (
            (self.generate_action, WindowCommand.GENERATE),
            (self.rehearse_action, WindowCommand.REHEARSE),
            (self.choose_action, WindowCommand.CHOOSE_PICTURES),
            (self.history_action, WindowCommand.HISTORY),
            (self.presets_action, WindowCommand.PRESETS),
        ):
            action.setShortcuts(self._keys.sequences(command))
            action.setAutoRepeat(False)  # a key held down is one order, not thirty
            self.addAction(action)
        self._retranslate()

    def _connect(self) -> None:
        self._tab_bar.currentChanged.connect(self._show_page)
        self._keys.changed.connect(self._name_keys)
        self._edited.put_back_requested.connect(self.put_back_requested)
        self._bar.generate_requested.connect(lambda: self._submit(rehearsal=False))
        self._bar.rehearse_requested.connect(lambda: self._submit(rehearsal=True))
        self._bar.settings_requested.connect(self.settings_requested)
        self._bar.blocked.connect(self._show_trouble)
        self.generate_action.triggered.connect(lambda: self._press(self._bar.press_generate))
        self.rehearse_action.triggered.connect(lambda: self._press(self._bar.press_rehearse))
        self.choose_action.triggered.connect(self._choose)
        self.history_action.triggered.connect(self.history_requested)
        self.presets_action.triggered.connect(self._show_presets)

    @property
    def current_tab(self) -> ModeTab:
        """The tab that is shown."""
        tab = self._pages.currentWidget()
        assert isinstance(tab, ModeTab)  # noqa: S101 - nothing else is ever added
        return tab

    def set_key_present(self, present: bool) -> None:
        """Say whether paid work is possible."""
        self._bar.set_key_present(present)

    def set_prices(self, prices_usd: Mapping[str, Decimal]) -> None:
        """Set the price of one video by model name; what is left out costs what the catalogue says."""
        self._prices_usd = dict(prices_usd)
        self._show_order()

    def set_budget_left(self, left_usd: Decimal | None) -> None:
        """Set what new orders may cost; None without a budget."""
        self._left_usd = left_usd
        self._show_order()

    def show_mode(self, mode: Mode) -> None:
        """Bring a tab to the front."""
        self._tab_bar.setCurrentIndex(list(_TAB_TYPES).index(mode))

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
        self._tab(offer.mode).fill(request)
        return True

    def edit(self, job: Job, request: GenerationRequest) -> None:
        """Put a job that was taken off the queue into its tab; what is ordered there next takes its place."""
        if self.fill(request):
            self._edited.begin(job)
            self._edited.show_in(self.current_tab.mode)

    @property
    def drafts(self) -> Drafts:
        """What lies in the tabs now."""
        requests: dict[str, GenerationRequest] = dict(self._waiting.items())
        requests.update({mode: tab.draft for mode, tab in self._tabs.items()})
        arrangements = (tab.arrangement for tab in self._tabs.values() if tab.arrangement)
        return Drafts(
            shown_mode=self.current_tab.mode,
            requests=requests,
            arrangement=next(arrangements, self._waiting_arrangement),
        )

    def restore(self, drafts: Drafts) -> None:
        """Put everything as it was, in the tabs that there are."""
        self._waiting = {mode: drafts.requests[mode] for mode in _TAB_TYPES if mode in drafts.requests}
        self._waiting_arrangement = drafts.arrangement
        for mode, tab in self._tabs.items():
            tab.arrange(drafts.arrangement)
            if mode in self._waiting:
                tab.fill(self._waiting.pop(mode))
        if drafts.shown_mode in _TAB_TYPES:
            self.show_mode(Mode(drafts.shown_mode))

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
        self._tab(offer.mode).use_preset(request)
        return True

    def begin_with(self, request: GenerationRequest) -> None:
        """Let a tab begin with a preset if there is nothing of the person's in it."""
        offer = offer_for(request.model, request.mode)
        if offer is None:
            return
        tab, waiting = self._tabs.get(offer.mode), self._waiting.get(offer.mode)
        if tab is not None and tab.untouched:
            tab.use_preset(request)
        elif tab is None and (waiting is None or is_untouched(waiting)):
            self._waiting[offer.mode] = request

    def take_first(self, mode: Mode, path: str) -> None:
        """Put a picture where a mode's video begins, in place of what is there, and show the tab."""
        self.show_mode(mode)
        self.current_tab.take(DropReading(files=(path,)), at=0)

    def _tab(self, mode: Mode) -> ModeTab:
        if mode not in self._tabs:
            tab = _TAB_TYPES[mode](self._look, self._pictures, self._chooser)
            tab.changed.connect(self._show_order)
            tab.changed.connect(self.draft_changed)
            tab.history_requested.connect(self.history_requested)
            tab.presets_requested.connect(self._open_presets)
            tab.videos_dropped.connect(self.videos_dropped)
            tab.last_frames_wanted.connect(self.last_frames_wanted)
            self._pages.addWidget(tab)
            self._tabs[mode] = tab
            self._name_keys()
            tab.arrange(self._waiting_arrangement)
            if mode in self._waiting:
                tab.fill(self._waiting.pop(mode))
            tab.pictures_changed.connect(partial(self.pictures_changed.emit, mode))
        return self._tabs[mode]

    def _name_keys(self) -> None:
        for tab in self._tabs.values():
            tab.name_keys(self._keys.shown(WindowCommand.HISTORY), self._keys.shown(WindowCommand.PRESETS))

    def _open_presets(self, place: QPoint) -> None:
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

    def _show_page(self, index: int) -> None:
        self._pages.setCurrentWidget(self._tab(list(_TAB_TYPES)[index]))
        self._edited.show_in(self.current_tab.mode)
        self.mode_shown.emit(self.current_tab.mode)
        self._show_order()
        self.draft_changed.emit()

    def _press(self, act: Callable[[], None]) -> None:
        self._show_order()  # what was typed within the last moments counts
        act()

    def _show_presets(self) -> None:
        self.current_tab.open_presets()

    def _choose(self) -> None:
        self.current_tab.choose()

    def _show_trouble(self) -> None:
        self.current_tab.show_trouble()

    def _submit(self, *, rehearsal: bool) -> None:
        standing = self.current_tab.standing
        if standing.sendable:
            instead_of = self._edited.taken_by(self.current_tab.mode, rehearsal=rehearsal)
            self.submit_requested.emit(
                Submission(requests=standing.requests, rehearsal=rehearsal, instead_of=instead_of)
            )
        else:
            self._show_order()
            self.current_tab.show_trouble()

    def _show_order(self) -> None:
        tab = self.current_tab
        standing = tab.standing
        model = tab.spec.model_spec
        count = standing.count
        price = self._prices_usd.get(model.model, model.price.of(tab.options))
        total = price * max(1, count)
        tab.show_price(price)
        announcement = ""
        if count > 1:
            announcement = self.tr("{pictures} pictures: {count} videos, {price}").format(
                pictures=standing.picture_count, count=count, price=say_price(total)
            )
        self._bar.set_budget(self._left_usd, fitting(max(1, count), price, self._left_usd))
        self._bar.set_order(count, total, announcement, self._reason(tab, standing))
        filled = not standing.missing
        if filled is not self._filled:
            self._filled = filled
            self.filled_changed.emit(filled)

    def _reason(self, tab: ModeTab, standing: Standing) -> str:
        if standing.missing:
            return tab.missing_words()
        if standing.problems:
            count = len(standing.problems)
            if count == 1:
                return self.tr("One thing to put right first.")
            return self.tr("{count} things to put right first.").format(count=count)
        if standing.pending_count:
            return self.tr("Looking at the pictures…")
        return ""

    @override
    def _retranslate(self) -> None:
        self._name_tabs()
        self.generate_action.setText(self.tr("&Generate"))
        self.rehearse_action.setText(self.tr("&Rehearse, free"))
        self.choose_action.setText(self.tr("&Choose pictures…"))
        self.history_action.setText(self.tr("&Earlier prompts…"))
        self.presets_action.setText(self.tr("&Presets"))

    def _name_tabs(self) -> None:
        for index, mode in enumerate(_TAB_TYPES):
            self._tab_bar.setTabText(index, mode_name(mode).replace("&", "&&"))
        self._tab_bar.setAccessibleName(self.tr("What to make"))
        # The names are whole at every width, whatever the font and the language.
        names_px = sum(self._tab_bar.tabSizeHint(index).width() for index in range(self._tab_bar.count()))
        self.setMinimumWidth(max(COMPOSE_LEAST_PX, names_px + _HEAD_LEFT_PX + _HEAD_RIGHT_PX))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The first thing to do has the keyboard from the start: Return chooses a picture, a paste lands here.
        if not event.spontaneous() and self.window().focusWidget() is None:
            self.current_tab.focus_first()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_hold_pictures(event.mimeData()) and not event.mimeData().hasFormat(WELL_MIME):
            self.current_tab.show_target(True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.current_tab.show_target(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.current_tab.show_target(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.current_tab.take(read_drop(event.mimeData()))

    @override
    def _language_changed(self) -> None:
        super()._language_changed()
        self._show_order()
