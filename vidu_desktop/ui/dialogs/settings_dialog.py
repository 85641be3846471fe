"""The settings: five short pages. Nothing is changed before *Save*, except that *Forget the key* acts at once."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.catalogue import CATALOGUE, ModelSpec
from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.settings import Settings
from vidu_desktop.ui.dialogs.key_state import KeyState
from vidu_desktop.ui.dialogs.library_page import LibraryPage
from vidu_desktop.ui.dialogs.money_page import MoneyPage
from vidu_desktop.ui.dialogs.network_page import NetworkPage
from vidu_desktop.ui.dialogs.program_page import ProgramPage
from vidu_desktop.ui.dialogs.service_page import ServicePage
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import FontRole
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.screen_room import room_for
from vidu_desktop.ui.widgets.segmented import Segmented
from vidu_desktop.ui.widgets.spoken import announce

_WIDTH_PX = 600


class SettingsDialog(DialogFrame):
    """Open it with `open()`. A typed key is handed over once, at *Save*, and never shown."""

    settings_changed = Signal(object)  # Settings; only if they were changed, or are `in_doubt`
    key_entered = Signal(str, str, Door)  # the key, the KeyPlace to keep it in, and its door
    key_forgotten = Signal(Door)
    key_test_requested = Signal(str)  # the typed key; empty for the one in use
    proxy_password_entered = Signal(str, str)  # the proxy's address and password; sent before the settings
    way_test_requested = Signal(object, str)  # a ProxySetting, and the typed password; empty for the kept one

    def __init__(
        self,
        look: Look,
        settings: Settings,
        key_states: Mapping[Door, KeyState],
        models: Sequence[ModelSpec] = CATALOGUE,
        parent: QWidget | None = None,
        *,
        usual_library_dir: str = "",
        in_doubt: bool = False,
    ) -> None:
        """`usual_library_dir` is shown as the place of the videos if no folder is set. `in_doubt` means that the saved
        settings couldn't be read: *Save* then sends the settings even if nothing was changed.
        """
        super().__init__(look, "", parent, width_px=_WIDTH_PX)
        self._settings = settings
        self._in_doubt = in_doubt
        self.setWindowTitle(self.tr("Settings"))
        self.service = ServicePage(look, settings.base_url, key_states)
        self.money = MoneyPage(look, settings, models)
        self.library = LibraryPage(settings, usual_library_dir)
        self.program = ProgramPage(look, settings)
        self.network = NetworkPage(look, settings.proxy)
        self._build()
        self._connect()
        self._follow()
        self.service.take_keyboard()

    def _build(self) -> None:
        names = self._names = (
            self.tr("Service"),
            self.tr("Work and money"),
            self.tr("Library"),
            self.tr("Program"),
            self.tr("Network"),
        )

        def name_page(page: Hashable) -> str:
            return names[page] if isinstance(page, int) else ""

        self._tabs = Segmented(self.look, range(len(names)), name_page)
        self._tabs.set_label(self.tr("Page"))
        self._pages = QWidget()  # a QStackedWidget would make a short page scroll as far as the longest
        column = QVBoxLayout(self._pages)
        column.setContentsMargins(0, 0, 0, 0)
        for page in self._all_pages():
            column.addWidget(page)
            page.setVisible(page is self.service)
        self._held_up = plain_label(role=FontRole.CAPTION, tone="bad", wrap=True)
        self._held_up.hide()
        self.above.addWidget(self._tabs)
        self.above.addWidget(self._held_up)
        self.body.addWidget(self._pages)
        self._cancel = self.add_answer(self.tr("Cancel"))
        self._save = self.add_answer(self.tr("Save"), "primary")

    def _all_pages(self) -> tuple[ServicePage, MoneyPage, LibraryPage, ProgramPage, NetworkPage]:
        return self.service, self.money, self.library, self.program, self.network

    def _connect(self) -> None:
        self._tabs.value_changed.connect(self.show_page)
        self.service.changed.connect(lambda: self.money.show_door(self.service.door))
        for page in self._all_pages():
            page.changed.connect(self._follow)
        self.service.key_test_requested.connect(self.key_test_requested)
        self.service.key_forget_requested.connect(self.key_forgotten)
        self.network.test_requested.connect(self.way_test_requested)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._take)

    def show_page(self, number: int) -> None:
        """Show a page: 0 service, 1 work and money, 2 library, 3 program, 4 network."""
        self._tabs.set_value(number)
        pages = self._all_pages()
        pages[number].show()
        for page in pages:
            page.setVisible(page is pages[number])
        self._say_what_holds_up()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # As high as the longest page needs, so that the dialog doesn't grow from page to page.
        pages = self._all_pages()
        heights_px = {page: page.heightForWidth(self._pages.width()) for page in pages}
        shown = next(page for page in pages if not page.isHidden())
        needed_px = self.height() + max(heights_px.values()) - heights_px[shown]
        self.resize(self.width(), min(needed_px, room_for(self).height()))

    def show_key_test_result(self, text: str, ok: bool) -> None:
        """Show what the service answered to the key."""
        self.service.show_key_test_result(text, ok=ok)

    def key_not_kept(self, text: str) -> None:
        """Say why the key couldn't be kept in the chosen place; the key is still in its field."""
        self.show_page(0)
        self.service.show_key_trouble(text)
        self._follow()

    def _follow(self) -> None:
        self._save.setEnabled(
            self.service.checked_url is not None and self.money.valid and self.network.proxy is not None
        )
        self._say_what_holds_up()

    def _say_what_holds_up(self) -> None:
        """Say where the field is that keeps *Save* from being pressed, if it can't be seen: on a page it has a red edge."""
        pages = self._all_pages()
        wrong = (
            (self.service, self.service.checked_url is None),
            (self.money, not self.money.shown_valid),
            (self.network, self.network.proxy is None),
        )
        names = [self._names[pages.index(page)] for page, is_wrong in wrong if is_wrong and page.isHidden()]
        lines = [
            self.tr("A field on the page “{page}” is missing or wrong.").format(page=name) for name in names
        ]
        text = "\n".join(line for line in (*lines, self.money.hidden_problem) if line)
        if text == self._held_up.text():
            return
        self._held_up.setText(text)
        self._held_up.setVisible(bool(text))
        if text:
            announce(self._held_up, text)

    def _take(self) -> None:
        base_url, proxy = self.service.checked_url, self.network.proxy
        if base_url is None or proxy is None or not self.money.valid:
            return
        if proxy.with_password and self.network.typed_password:
            self.proxy_password_entered.emit(proxy.address, self.network.typed_password)
        wanted = replace(
            self._settings,
            base_url=base_url,
            library_dir=self.library.library_dir_edit.text(),
            jobs_at_once=self.money.at_once.value(),
            prices=self.money.zai_prices,
            bigmodel_prices=self.money.bigmodel_prices,
            budgets=self.money.budgets,
            trust_repeat_refusal=self.money.trust.isChecked(),
            appearance=self.program.appearance,
            language=self.program.language,
            empty_trash_after_days=self.library.empty_trash_after_days,
            proxy=proxy,
            notify=self.program.notify.isChecked(),
            notify_sound=self.program.notify_sound.isChecked(),
        )
        # The settings come first, so that a new key is used only with the address that was saved with it.
        if wanted != self._settings or self._in_doubt:
            self.settings_changed.emit(wanted)
        self._settings = wanted
        if not self.service.typed_key:
            self.accept()
            return
        # The dialog closes only when the key has been kept: if that fails, the reason is shown here, where
        # the person can choose another place.
        self._save.setEnabled(False)
        self.key_entered.emit(self.service.typed_key, self.service.chosen_place.value, self.service.door)
