"""The tabs side by side. A tab is built when it is first shown; until then, its content waits as a draft."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSettings, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.drafts import Drafts, is_untouched
from vidu_desktop.domain.modes import SUBJECT_MODES, Mode
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import WindowCommand
from vidu_desktop.ui.models.mode_words import mode_name
from vidu_desktop.ui.models.shelf_model import ShelfModel
from vidu_desktop.ui.protocols import PictureService
from vidu_desktop.ui.tabs.mode_tab import ModeTab
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.translated import Translated

if TYPE_CHECKING:
    from vidu_desktop.ui.tabs.image_tab import ImageTab
    from vidu_desktop.ui.tabs.reference_tab import ReferenceTab
    from vidu_desktop.ui.tabs.start_end_tab import StartEndTab

_HEAD_LEFT_PX, _HEAD_RIGHT_PX = 20, 8


def _image_tab() -> "type[ImageTab]":
    from vidu_desktop.ui.tabs.image_tab import ImageTab

    return ImageTab


def _start_end_tab() -> "type[StartEndTab]":
    from vidu_desktop.ui.tabs.start_end_tab import StartEndTab

    return StartEndTab


def _reference_tab() -> "type[ReferenceTab]":
    from vidu_desktop.ui.tabs.reference_tab import ReferenceTab

    return ReferenceTab


_TAB_TYPES: "dict[Mode, Callable[[], type[ImageTab | StartEndTab | ReferenceTab]]]" = {
    Mode.IMAGE: _image_tab,
    Mode.START_END: _start_end_tab,
    Mode.REFERENCE: _reference_tab,
}


class ModeTabs(Translated, QWidget):
    """The bar with the tabs' names, and the tab that is shown."""

    changed = Signal()  # the content of a tab, or which tab is shown
    mode_shown = Signal(object)  # Mode of the tab that is shown now
    pictures_changed = Signal(object, object, object)  # Mode; list[str], its pictures' paths before; and now
    names_changed = Signal()  # `least_width_px` has changed with them
    history_requested = Signal()
    presets_requested = Signal(QPoint)  # carries what a tab's signal of this name does, as do the next two
    videos_dropped = Signal(object)
    last_frames_wanted = Signal(object, object)

    def __init__(
        self,
        look: Look,
        pictures: PictureService,
        keys: KeyMap,
        memory: QSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures = pictures
        self._keys = keys
        self._chooser = PictureChooser(memory, self)
        self.shelf = ShelfModel(self)
        self._tabs: dict[Mode, ModeTab] = {}
        self._waiting: dict[Mode, GenerationRequest] = {}  # content of tabs that aren't built yet
        self._waiting_arrangement = ""
        self._build()
        self._bar.currentChanged.connect(self._show_page)
        self.shelf.use_requested.connect(self._use_shelf)
        keys.changed.connect(self._name_keys)
        self._retranslate()

    def _build(self) -> None:
        self._bar = QTabBar()
        self._bar.setUsesScrollButtons(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideRight)
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._pages = QStackedWidget()
        for _mode in _TAB_TYPES:
            self._bar.addTab("")
        self.tab(next(iter(_TAB_TYPES)))
        head = QFrame()
        restyle(head, surface="head")
        head_line = QVBoxLayout(head)
        head_line.setContentsMargins(_HEAD_LEFT_PX, 4, _HEAD_RIGHT_PX, 0)
        head_line.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)

    @property
    def current(self) -> ModeTab:
        """The tab that is shown."""
        tab = self._pages.currentWidget()
        assert isinstance(tab, ModeTab)  # noqa: S101 - nothing else is ever added
        return tab

    @property
    def least_width_px(self) -> int:
        """The width that shows all names uncut, in the current font and language."""
        names_px = sum(self._bar.tabSizeHint(index).width() for index in range(self._bar.count()))
        return names_px + _HEAD_LEFT_PX + _HEAD_RIGHT_PX

    def show_mode(self, mode: Mode) -> None:
        """Bring a tab to the front."""
        self._bar.setCurrentIndex(list(_TAB_TYPES).index(mode))

    def _use_shelf(self, name: str) -> None:
        if self.current.mode not in SUBJECT_MODES:
            self.show_mode(SUBJECT_MODES[0])
        self.current.shelf.use(name)

    def tab(self, mode: Mode) -> ModeTab:
        """Return a mode's tab; it is built first if it hasn't been."""
        if mode not in self._tabs:
            tab = _TAB_TYPES[mode]()(self._look, self._pictures, self._chooser)
            tab.changed.connect(self.changed)
            tab.history_requested.connect(self.history_requested)
            tab.presets_requested.connect(self.presets_requested)
            tab.videos_dropped.connect(self.videos_dropped)
            tab.last_frames_wanted.connect(self.last_frames_wanted)
            tab.shelf.follow(self.shelf)
            self._pages.addWidget(tab)
            self._tabs[mode] = tab
            self._name_keys()
            tab.arrange(self._waiting_arrangement)
            if mode in self._waiting:
                tab.fill(self._waiting.pop(mode))
            tab.pictures_changed.connect(partial(self.pictures_changed.emit, mode))
        return self._tabs[mode]

    @property
    def drafts(self) -> Drafts:
        """The content of all tabs now."""
        requests: dict[str, GenerationRequest] = dict(self._waiting.items())
        requests.update({mode: tab.draft for mode, tab in self._tabs.items()})
        arrangements = (tab.arrangement for tab in self._tabs.values() if tab.arrangement)
        return Drafts(
            shown_mode=self.current.mode,
            requests=requests,
            arrangement=next(arrangements, self._waiting_arrangement),
        )

    def restore(self, drafts: Drafts) -> None:
        """Fill the tabs with stored drafts; drafts of modes without a tab are ignored."""
        self._waiting = {mode: drafts.requests[mode] for mode in _TAB_TYPES if mode in drafts.requests}
        self._waiting_arrangement = drafts.arrangement
        for mode, tab in self._tabs.items():
            tab.arrange(drafts.arrangement)
            if mode in self._waiting:
                tab.fill(self._waiting.pop(mode))
        if drafts.shown_mode in _TAB_TYPES:
            self.show_mode(Mode(drafts.shown_mode))

    def begin_with(self, mode: Mode, request: GenerationRequest) -> None:
        """Let a tab begin with a preset, if the person hasn't put anything into it."""
        tab, waiting = self._tabs.get(mode), self._waiting.get(mode)
        if tab is not None and tab.untouched:
            tab.use_preset(request)
        elif tab is None and (waiting is None or is_untouched(waiting)):
            self._waiting[mode] = request

    def _name_keys(self) -> None:
        for tab in self._tabs.values():
            tab.name_keys(
                self._keys.key_text(WindowCommand.HISTORY), self._keys.key_text(WindowCommand.PRESETS)
            )

    def _show_page(self, index: int) -> None:
        self._pages.setCurrentWidget(self.tab(list(_TAB_TYPES)[index]))
        self.mode_shown.emit(self.current.mode)
        self.changed.emit()

    @override
    def _retranslate(self) -> None:
        for index, mode in enumerate(_TAB_TYPES):
            self._bar.setTabText(index, mode_name(mode).replace("&", "&&"))
        self._bar.setAccessibleName(self.tr("What to make"))
        self.names_changed.emit()
