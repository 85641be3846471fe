"""The panes, built and put into the main window before anything that works behind them is imported.

Engine, adapters and controllers cost the start twice what the panes do. So the panes are painted first; what is
pressed meanwhile waits in the event queue until the window is connected. A library that isn't in front comes after the
first paint, too.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vidu_desktop.adapters.desktop.paths import Paths
from vidu_desktop.app.late import Late
from vidu_desktop.app.window_state import remembered_library, remembered_sound
from vidu_desktop.controllers.thumbs import thumb_path
from vidu_desktop.domain.settings import Settings
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.ui.protocols import FrameService, PictureService
from vidu_desktop.ui.queue.queue_pane import QueuePane

if TYPE_CHECKING:
    from vidu_desktop.ui.library.library_pane import LibraryPane


class Panes(QObject):
    """The four panes with their models and keys; the library is there from `complete` on. `pictures` and `frames` are
    put in their places by the window.
    """

    def __init__(
        self, look: Look, memory: QSettings, main: MainWindow, paths: Paths, settings: Settings
    ) -> None:
        super().__init__()
        self.main = main
        self._look = look
        self._memory = memory
        self.pictures: Late[PictureService] = Late()
        self.frames: Late[FrameService] = Late()
        self.library: LibraryPane
        self.keys = KeyMap(memory, self)
        self.compose = ComposePane(look, self.pictures.as_service, keys=self.keys)
        self.compose.set_prices(settings.own_prices, settings.currency, usual=settings.usual_prices_count)
        volume, muted = remembered_sound(memory)
        self.stage = PlayerPane(look, self.frames.as_service, keys=self.keys, volume=volume, muted=muted)
        self.queue_model = QueueModel(partial(thumb_path, paths.thumbs_dir), self)
        self.queue = QueuePane(look, self.queue_model, keys=self.keys)
        self.library_model = LibraryModel(parent=self)
        self.queue.view.share(self.stage.take_key)
        self._library_place = QWidget()
        main.fill(look, self.compose, self.stage, self.queue, self._library_place, self.keys)
        if main.shows_library:
            self.complete()

    def complete(self) -> None:
        """Build what wasn't needed for the first paint."""
        if self._library_place.layout() is not None:
            return
        from vidu_desktop.ui.library.library_pane import LibraryPane

        as_list, details, tile_px = remembered_library(self._memory)
        self.library = LibraryPane(
            self._look,
            self.library_model,
            keys=self.keys,
            as_list=as_list,
            with_details=details,
            tile_px=tile_px,
        )
        self.library.grid.scrub_with(self.frames.as_service)
        self.library.share_keys(self.stage.take_key)
        column = QVBoxLayout(self._library_place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.library)
        self._library_place.setFocusProxy(self.library)
