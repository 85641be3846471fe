"""Connects the settings dialog with the settings file, the stored keys, and the free test of a key."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.ports import (
    DesktopNotifier,
    KeyFacts,
    Keys,
    SettingsStore,
    SpaceMeter,
    WaysOut,
)
from vidu_desktop.controllers.way_test import WayTest
from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.key_place import KeyPlace
from vidu_desktop.domain.proxy import ProxySetting
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.errors import ServiceBusy, ViduDesktopError
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.text import say

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.key_state import KeyState
    from vidu_desktop.ui.dialogs.settings_dialog import SettingsDialog


class SettingsController(QObject):
    """One dialog at a time. A typed key passes through once, from the field to the store."""

    settings_saved = Signal()
    key_known = Signal()  # whether there is a key, or not any more

    def __init__(
        self,
        context: WindowContext,
        compose: ComposePane,
        engine: Engine,
        settings: SettingsStore,
        keys: Keys,
        space: SpaceMeter,
        ways: WaysOut,
        notifier: DesktopNotifier,
    ) -> None:
        super().__init__(context.window)
        self._look = context.look
        self._window = context.window
        self._guarded = context.guarded
        self._notices = context.notices
        self._compose = compose
        self._engine = engine
        self._settings = settings
        self._keys = keys
        self._space = space
        self._ways = ways
        self._way_test = WayTest(ways)
        self._notifier = notifier
        self._dialog: SettingsDialog | None = None

    async def find_key(self) -> None:
        """Look for the key, and tell the tabs whether there is one."""
        self._tell(await self._keys.find_key())
        self._engine.key_changed()
        self._notices.key_was_looked_for()

    def _tell(self, found: KeyFacts) -> None:
        self._compose.set_key_present(found.place is not None)
        self.key_known.emit()

    def show(self, page: int = 0) -> None:
        """Open the settings at a page, or bring them to the front."""
        from vidu_desktop.ui.dialogs.settings_dialog import SettingsDialog

        if self._dialog is not None:
            self._dialog.show_page(page)
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        dialog = SettingsDialog(
            self._look,
            self._settings.settings,
            {door: self._key_state(door) for door in Door},
            parent=self._window,
            usual_library_dir=str(self._settings.usual_library_dir),
            in_doubt=self._settings.settings_in_doubt,
        )
        dialog.settings_changed.connect(self._save)
        dialog.key_entered.connect(
            lambda key, place, door: self._guarded.start(
                "keep the key", self._keep_key, dialog, key, place, door, writes=True
            )
        )
        dialog.key_forgotten.connect(
            lambda door: self._guarded.start("forget the key", self._forget_key, door, writes=True)
        )
        dialog.key_test_requested.connect(
            lambda key: self._guarded.start("test the key", self._test_key, dialog, key)
        )
        dialog.proxy_password_entered.connect(self._use_password)
        dialog.way_test_requested.connect(
            lambda proxy, password: self._guarded.start(
                "test the way", self._test_way, dialog, proxy, password
            )
        )
        dialog.library.tidy_requested.connect(lambda: self._guarded.start("tidy up", self._tidy, dialog))
        dialog.finished.connect(self._closed)
        self._guarded.start("measure the room", self._measure, dialog)
        self._guarded.start("ask the desktop", self._ask_the_desktop, dialog)
        self._dialog = dialog
        dialog.show_page(page)
        dialog.open()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    async def _measure(self, dialog: "SettingsDialog") -> None:
        use = await self._space.measure()
        if self._dialog is dialog:
            dialog.library.show_space(use)

    async def _ask_the_desktop(self, dialog: "SettingsDialog") -> None:
        abilities = await self._notifier.abilities()
        if self._dialog is dialog:
            dialog.program.show_notifications(
                answers=abilities is not None, sounds=abilities is not None and "sound" in abilities
            )

    async def _tidy(self, dialog: "SettingsDialog") -> None:
        try:
            await self._space.tidy()
        finally:
            await self._measure(dialog)

    def _key_state(self, door: Door) -> "KeyState":
        from vidu_desktop.ui.dialogs.key_state import KeyState

        found, places = self._keys.key_at(door), self._keys.key_places
        note = "" if found.note is None else say(found.note)
        if KeyPlace.KEYRING not in places and not note:
            note = self.tr("This computer has no keyring that keeps secrets.")
        return KeyState(
            place=found.place,
            available=places,
            note=note,
            environment_base_url=self._settings.environment_base_url,
            variable=found.variable,
        )

    def _save(self, settings: Settings) -> None:
        before, proxy_before = self._settings.library_dir, self._settings.settings.proxy
        try:
            self._settings.save_settings(settings)
        except ViduDesktopError as error:
            self._notices.say_error(error)
            return
        self._look.set_appearance(settings.appearance)
        self._look.set_language(settings.language)
        now = self._settings.settings
        self._compose.set_prices(now.own_prices, now.currency, usual=now.usual_prices_count)
        self._tell(self._keys.found_key)  # the other door may have no key
        self.settings_saved.emit()
        if settings.proxy != proxy_before:
            self._engine.connect_anew()  # requests that wait on the former way needn't wait any longer
            if proxy_before.with_password and settings.proxy.address != proxy_before.address:
                self._guarded.start(
                    "forget the proxy's password",
                    self._ways.forget_proxy_password,
                    proxy_before.address,
                    writes=True,
                )
        if self._settings.library_dir != before:
            self._notices.say_text(
                self.tr(
                    "The new library folder is used from the next start. Videos that exist stay where they are."
                )
            )

    async def _keep_key(self, dialog: "SettingsDialog", text: str, place: str, door: Door) -> None:
        try:
            await self._keys.keep_key(text, KeyPlace(place), door)
        except ViduDesktopError as error:
            if self._dialog is dialog:
                dialog.key_not_kept(say(error.sentence))
            else:
                self._notices.say_error(error)
        else:
            if self._dialog is dialog:
                dialog.accept()
        self._tell(self._keys.found_key)

    async def _forget_key(self, door: Door) -> None:
        try:
            await self._keys.forget_key(door)
        finally:
            self._tell(self._keys.found_key)

    async def _test_key(self, dialog: "SettingsDialog", key: str) -> None:
        base_url = dialog.service.checked_url or self._settings.settings.base_url
        ok = False
        try:
            await self._keys.check_key(base_url, key)
        except ServiceBusy as error:
            words = self._nobody_could_tell(error, urlsplit(base_url).hostname or base_url)
        except ViduDesktopError as error:
            words = say(error.sentence)
        else:
            words, ok = self.tr("The service takes this key. The test was free."), True
        if self._dialog is dialog:
            dialog.show_key_test_result(words, ok)

    def _use_password(self, address: str, password: str) -> None:
        self._ways.use_proxy_password(address, password)
        self._guarded.start("keep the proxy's password", self._keep_password, address, writes=True)

    async def _keep_password(self, address: str) -> None:
        if not await self._ways.keep_proxy_password(address):
            self._notices.say_text(
                self.tr(
                    "The system's keyring didn't take the proxy's password: it is known until the program ends. "
                    "After the next start paid work waits until you type it again."
                )
            )

    async def _test_way(self, dialog: "SettingsDialog", proxy: ProxySetting, password: str) -> None:
        host = urlsplit(self._settings.settings.base_url).hostname or ""
        words, ok = await self._way_test.run(proxy, password, host)
        if self._dialog is dialog:
            dialog.network.show_test_result(words, ok=ok)

    def _nobody_could_tell(self, error: ServiceBusy, host: str) -> str:
        """Return why the test gave no answer. The error's own sentence says that the question is asked again by itself, which
        isn't true for a test.
        """
        why = self._way_test.why_not(error, host)
        if not why and error.slow_down:
            why = self.tr("The service asks us to slow down.")
        elif not why:
            why = self.tr("The service didn't give a usable answer ({code}).").format(code=error.code)
        return self.tr("Nobody could tell whether the key is good. {why} Then test it again.").format(why=why)
