"""The panes, built and put into the main window before anything that works behind them is imported.

Importing the engine, the adapters and the controllers takes twice as long as building the panes. So the panes are painted
first, with the contents that the tabs had at the last end, and can be used from then on: the signals that they send are held
until the window is connected. The player behind the empty stage comes later, as do queue and library, which are empty until
the jobs and the index are read.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vidu_desktop.adapters.desktop.paths import Paths
from vidu_desktop.app.late import Late
from vidu_desktop.app.window_state import remembered_library, remembered_sound
from vidu_desktop.domain.settings import Settings
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.player.empty_stage import EmptyStage
from vidu_desktop.ui.protocols import FrameService, PictureService

if TYPE_CHECKING:
    from vidu_desktop.adapters.desktop.drafts_file import DraftsFile
    from vidu_desktop.app.held_signals import HeldSignals
    from vidu_desktop.domain.drafts import Drafts
    from vidu_desktop.ui.library.library_pane import LibraryPane
    from vidu_desktop.ui.models.library_model import LibraryModel
    from vidu_desktop.ui.models.queue_model import QueueModel
    from vidu_desktop.ui.player.player_pane import PlayerPane
    from vidu_desktop.ui.queue.queue_pane import QueuePane


class Panes(QObject):
    """The four panes with their models and keys. All but `compose` exist only after `complete`. The window puts the real
    services behind `pictures` and `frames`. `put_back` is what the tabs held at the start.
    """

    def __init__(
        self, look: Look, memory: QSettings, main: MainWindow, paths: Paths, settings: Settings
    ) -> None:
        super().__init__()
        self.main = main
        self._look = look
        self._memory = memory
        self._thumbs_dir = paths.thumbs_dir
        self._drafts_path = paths.drafts_path
        self.pictures = Late[PictureService](PictureService)
        self.frames = Late[FrameService](FrameService)
        self.library: LibraryPane
        self.library_model: LibraryModel
        self.queue: QueuePane
        self.queue_model: QueueModel
        self.stage: PlayerPane
        self.drafts_file: DraftsFile
        self.put_back: Drafts
        self._held: HeldSignals | None = None
        self._held_of_library: HeldSignals | None = None
        self.is_closed = False
        main.quit_requested.connect(self.close)
        main.search_requested.connect(self._search)
        self.keys = KeyMap(memory, self)
        self.compose = ComposePane(look, self.pictures.as_service, keys=self.keys, memory=memory)
        self.compose.set_prices(settings.own_prices, settings.currency, usual=settings.usual_prices_count)
        self._empty_stage = EmptyStage(look)
        self.compose.filled_changed.connect(self._empty_stage.set_ready)
        self.compose.mode_shown.connect(self._empty_stage.set_mode)
        self._stage_place, self._queue_place, self._library_place = QFrame(), QFrame(), QFrame()
        for place in (self._stage_place, self._queue_place, self._library_place):
            restyle(place, surface="area")
        self._stage_column = _column_in(self._stage_place)
        self._stage_column.addWidget(self._empty_stage)
        main.fill(look, self.compose, self._stage_place, self._queue_place, self._library_place, self.keys)
        self._parts_left = self._parts()

    def begin(self) -> None:
        """Restore, once, the contents of the tabs. From then on the tabs can be used."""
        from vidu_desktop.adapters.desktop.drafts_file import DraftsFile
        from vidu_desktop.app.held_signals import HeldSignals

        if self._held is None:
            self.drafts_file = DraftsFile(self._drafts_path)
            self.compose.restore(self.drafts_file.load())
            self.put_back = self.compose.drafts
            self._held = HeldSignals(
                self._empty_stage.choose_requested,
                *_signals_of(self.main, but=("language_changed", "quit_requested", "search_requested")),
                *_signals_of(self.compose, but=("filled_changed", "mode_shown", "settings_requested")),
                self.compose.shelf.all_requested,
                self.compose.shelf.save_requested,
            )

    def let_go(self) -> None:
        """Send again, once, the signals that were held since `begin`, to the receivers that are connected now."""
        for held in (self._held, self._held_of_library):
            if held is not None and not self.is_closed:
                held.let_go()

    @property
    def typed(self) -> str:
        """The prompt that the person has typed into the tab since the start; empty for none."""
        return self.compose.current_tab.typed_prompt

    def close(self) -> None:
        """Drop the held signals: the person, or the system, ends the program."""
        self.is_closed = True
        self.compose.early.forget()

    def complete(self, turn: Callable[[], object] = lambda: None) -> None:
        """Build, once, everything that the first paint didn't need; `turn` is called after each part."""
        for _ in self._parts_left:
            turn()

    def _search(self) -> None:
        """Put the cursor into the library's search field. During the start, build everything up to the field at once: what is
        typed next belongs there.
        """
        self.complete()
        self.library.focus_search()

    def _parts(self) -> Iterator[None]:
        self._complete_stage()
        yield
        self._complete_queue()
        yield
        self._complete_library()
        yield

    def _complete_stage(self) -> None:
        from vidu_desktop.ui.player.player_pane import PlayerPane

        volume, muted = remembered_sound(self._memory)
        self.stage = PlayerPane(
            self._look,
            self.frames.as_service,
            self._stage_place,
            keys=self.keys,
            volume=volume,
            muted=muted,
            empty=self._empty_stage,
        )
        self._stage_column.addWidget(self.stage)

    def _complete_queue(self) -> None:
        from vidu_desktop.controllers.thumbs import thumb_path
        from vidu_desktop.ui.models.queue_model import QueueModel
        from vidu_desktop.ui.queue.queue_pane import QueuePane

        self.queue_model = QueueModel(partial(thumb_path, self._thumbs_dir), self)
        self.queue = QueuePane(self._look, self.queue_model, self._queue_place, keys=self.keys)
        self.queue.view.share(self.stage.take_key)
        _column_in(self._queue_place).addWidget(self.queue)
        self._queue_place.setFocusProxy(self.queue)

    def _complete_library(self) -> None:
        from vidu_desktop.app.held_signals import HeldSignals
        from vidu_desktop.ui.library.library_pane import LibraryPane
        from vidu_desktop.ui.models.library_model import LibraryModel

        self.library_model = LibraryModel(parent=self)
        as_list, details, tile_px = remembered_library(self._memory)
        self.library = LibraryPane(
            self._look,
            self.library_model,
            self._library_place,
            keys=self.keys,
            as_list=as_list,
            with_details=details,
            tile_px=tile_px,
        )
        self.library.grid.scrub_with(self.frames.as_service)
        self.library.share_keys(self.stage.take_key)
        bar = self.library.bar
        self._held_of_library = HeldSignals(
            *_signals_of(self.library, but=("search_requested", "emptied", "fixed_changed")),
            bar.facets_wanted,
            bar.search_saved,
            bar.search_forgotten,
        )
        _column_in(self._library_place).addWidget(self.library)
        self._library_place.setFocusProxy(self.library)


def _signals_of(sender: QObject, *, but: Sequence[str]) -> list[SignalInstance]:
    """Return the signals that the sender's own class defines, without those named in `but`, which are already connected."""
    return [
        getattr(sender, name)
        for name, kind in vars(type(sender)).items()
        if isinstance(kind, Signal) and name not in but
    ]


def _column_in(place: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    return column
