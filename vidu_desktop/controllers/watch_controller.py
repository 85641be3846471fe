"""Watched folders in the window: begun, paused and ended in one dialog, which shows how each stands."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from vidu_desktop.batch.folder_watcher import FolderWatcher
from vidu_desktop.batch.ports import Price
from vidu_desktop.batch.watch_words import standing_words, today_words
from vidu_desktop.batch.watched_folder import Standing, WatchStanding, WatchWish, offer_of_watch
from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_dialogs import ask_folder
from vidu_desktop.controllers.library_ports import PresetStore
from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.presets import Preset
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.settings import PRICE_UNKNOWN
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.last_folders import FilePurpose

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.watch_dialog import WatchDialog, WatchLine

_GOING = frozenset({Standing.WATCHED, Standing.TOMORROW, Standing.PRICE, Standing.AWAY})


class WatchController(QObject):
    """Shows what is on the disk: after each change, all folders are read again."""

    def __init__(
        self,
        context: WindowContext,
        watcher: FolderWatcher,
        presets: PresetStore,
        price: Price,
        has_key: Callable[[], bool],
        with_names_replaced: Callable[[GenerationRequest], Awaitable[GenerationRequest]],
    ) -> None:
        """`with_names_replaced` replaces the shelf's names in a preset's prompt by words; it raises BadInput if it can't."""
        super().__init__(context.window)
        self._context = context
        self._watcher = watcher
        self._store = presets
        self._price = price
        self._has_key = has_key
        self._with_names_replaced = with_names_replaced
        self._start = context.guarded.start
        self._presets: dict[str, Preset] = {}
        self._dialog: WatchDialog | None = None
        watcher.on_change = self.refresh

    def open(self) -> "WatchDialog":
        """Open the dialog."""
        from vidu_desktop.ui.dialogs.watch_dialog import WatchDialog

        dialog = self._dialog = WatchDialog(self._context.look, self._context.window)
        dialog.set_has_key(self._has_key())
        dialog.form.folder_wanted.connect(
            lambda: ask_folder(dialog, self._context.folders, FilePurpose.WATCHED, self.choose_folder)
        )
        dialog.begin_requested.connect(self._begin)
        for signal, verb in (
            (dialog.pause_requested, self._watcher.pause),
            (dialog.go_on_requested, self._watcher.go_on),
            (dialog.end_requested, self._watcher.end),
        ):
            signal.connect(
                lambda batch_id, verb=verb: self._start(
                    "change a watched folder", verb, batch_id, writes=verb != self._watcher.go_on
                )
            )
        dialog.open()
        self._start("show the watched folders", self._fill)
        return dialog

    def key_known(self) -> None:
        """Let the open dialog know whether there is a key."""
        if self._dialog is not None:
            self._dialog.set_has_key(self._has_key())

    def choose_folder(self, path: str) -> None:
        """Show a folder in the form."""
        self._start("look into a folder", self._show_folder, path)

    async def _show_folder(self, path: str) -> None:
        count = await self._watcher.count_in(path)
        if (dialog := self._shown()) is not None:
            dialog.form.show_folder(path, count)

    async def _fill(self) -> None:
        from vidu_desktop.ui.dialogs.watch_form import PresetChoice

        presets = await self._store.all()
        self._presets = {}
        choices = []
        unpriced: BadInput | None = None
        for preset in presets:
            try:
                offer_of_watch(preset.request)
                choices.append(PresetChoice(preset.name, self._price(preset.request)))
            except (BadInput, KeyError) as error:
                if isinstance(error, BadInput) and error.code == PRICE_UNKNOWN:
                    unpriced = error
                continue  # it needs pairs, its model isn't offered any more, or its price isn't known
            self._presets[preset.name] = preset
        if unpriced is not None:
            self._context.notices.say_error(unpriced)
        if (dialog := self._shown()) is not None:
            dialog.form.show_presets(choices)
        await self._show()

    def _shown(self) -> "WatchDialog | None":
        return self._dialog if self._dialog is not None and shiboken6.isValid(self._dialog) else None

    def refresh(self) -> None:
        """Show the folders again, if the dialog is open."""
        if self._shown() is not None:
            self._start("show the watched folders", self._show)

    async def _show(self, choose: str = "") -> None:
        lines = [_line(stands) for stands in await self._watcher.standings()]
        if (dialog := self._shown()) is not None:
            dialog.show_lines(lines, choose)

    def _begin(self, folder: str, preset_name: str, day_budget: Money | None, take_there: bool) -> None:
        preset = self._presets.get(preset_name)
        if preset is not None:
            wish = WatchWish(
                folder=folder,
                preset=preset.name,
                request=preset.request,
                day_budget=day_budget,
                take_there=take_there,
                rehearsal=day_budget is None,
            )
            self._start("watch a folder", self._begin_it, wish)

    async def _begin_it(self, wish: WatchWish) -> None:
        request = await self._with_names_replaced(wish.request)
        batch_id = await self._watcher.begin(replace(wish, request=request))
        if (dialog := self._shown()) is not None:
            dialog.form.show_folder("", 0)
            await self._show(batch_id)


def _line(stands: WatchStanding) -> "WatchLine":
    from vidu_desktop.ui.dialogs.watch_dialog import WatchLine

    made = Sentence(_MADE_OF, {"made": stands.made, "pictures": stands.pictures})
    return WatchLine(
        batch_id=stands.batch_id,
        folder=stands.folder,
        preset=stands.preset,
        today=say(today_words(stands)),
        made=say(made),
        state=say(standing_words(stands.standing, stands.code)),
        can_pause=stands.standing in _GOING,
        can_go_on=stands.standing in (Standing.PAUSED, Standing.STOPPED, Standing.ELSEWHERE),
        can_end=stands.standing is not Standing.ENDED,
        notes=tuple(
            say(Sentence(_NOT_MADE, {"path": path, "why": say(why)})) for path, why in stands.not_made
        ),
    )


_MADE_OF = QT_TRANSLATE_NOOP("batch", "{made} of {pictures}")
_NOT_MADE = QT_TRANSLATE_NOOP("batch", "“{path}” isn't made. {why}")
