"""Settings, first page: the service's door, its address and the API key."""

from collections.abc import Hashable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QVBoxLayout, QWidget

from vidu_desktop.domain.doors import DEFAULT_BASE_URL, DOOR_NAMES, DOOR_URLS, Door, door_of
from vidu_desktop.domain.key_place import KeyPlace
from vidu_desktop.domain.settings import checked_base_url
from vidu_desktop.errors import BadInput
from vidu_desktop.ui.dialogs.key_state import KeyState
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.form import Form
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.segmented import Segmented
from vidu_desktop.ui.widgets.spoken import announce

_ANOTHER = "another"
_CHOICES = (KeyPlace.KEYRING, KeyPlace.SESSION, KeyPlace.FILE)


class ServicePage(Form):
    """A typed key is held only until the dialog closes, and never shown. Each door has a key of its own."""

    changed = Signal()  # something was typed or chosen
    key_test_requested = Signal(str)  # the typed key; empty for the one in use
    key_forget_requested = Signal(Door)

    def __init__(
        self, look: Look, base_url: str, key_states: Mapping[Door, KeyState], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._saved_base_url = base_url
        self._states = key_states
        self._fixed_url = key_states[Door.ZAI].environment_base_url
        self._focus_waits_in: QWidget | None = None
        self._address_typed = False
        self._own_address = "" if base_url in DOOR_URLS.values() else base_url
        self._build_door()
        self._build_base_url()
        self._build_key()
        self._connect()
        self._show_door()

    def _build_door(self) -> None:
        self.doors = Segmented(self._look, (*Door, _ANOTHER), self._door_words)
        self.doors.set_value(self._first_door())
        self.doors.set_label(self.tr("Your account is at"))
        self.doors.setEnabled(not self._fixed_url)
        hint = self.tr(
            "Both offer the same models. Each has an account, a key and prices of its own, and what was ordered at one "
            "stays there."
        )
        self.add_below(self.tr("Your account is at"), hint, self.doors)

    def _first_door(self) -> Door | str:
        url = self._fixed_url or self._saved_base_url
        return next((door for door, known in DOOR_URLS.items() if known == url), _ANOTHER)

    def _build_key(self) -> None:
        self.key_edit = QLineEdit()
        self.key_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.test_button = PushButton(self.tr("Test key"))
        self.forget_button = PushButton(self.tr("Forget the key"))
        restyle(self.forget_button, kind="danger")
        for button in (self.test_button, self.forget_button):
            button.setAutoDefault(False)
        self._result = plain_label(role=FontRole.CAPTION, wrap=True)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self.key_edit, 1)
        row.addWidget(self.test_button)
        row.addWidget(self.forget_button)
        self.key_edit.setAccessibleName(self.tr("Key, typed hidden"))
        self._places = QWidget()
        column = QVBoxLayout(self._places)
        column.setContentsMargins(0, GAP_S, 0, 0)
        column.setSpacing(GAP_S)
        self.places = {place: QRadioButton(self._place_words(place)) for place in _CHOICES}
        for choice in self.places.values():
            column.addWidget(choice)
        self._note = plain_label("", role=FontRole.CAPTION, tone="warn", wrap=True)
        column.addWidget(self._note)
        self._key_words = self.add_below(
            self.tr("Key"), self._state_words(), line, self._result, self._places
        )

    def _build_base_url(self) -> None:
        self.base_url_edit = QLineEdit(self._fixed_url or self._saved_base_url)
        self._url_problem = plain_label(role=FontRole.CAPTION, tone="bad", wrap=True)
        self.base_url_edit.setPlaceholderText(DEFAULT_BASE_URL)
        self.base_url_edit.setAccessibleName(self.tr("Address of the service"))
        hint = self.tr("Where orders and your key are sent.")
        if self._fixed_url:
            hint = self.tr(
                "ZAI_BASE_URL is set where the program was started, and holds before what is set here."
            )
        self.add_below(self.tr("Address of the service"), hint, self.base_url_edit, self._url_problem)

    def _connect(self) -> None:
        self.key_edit.textChanged.connect(self._follow)
        self.base_url_edit.textEdited.connect(self._note_typing)
        self.base_url_edit.textChanged.connect(self._follow_address)
        self.doors.value_changed.connect(self._take_door)
        self.test_button.clicked.connect(self._ask_test)
        self.forget_button.clicked.connect(self._ask_forget)

    @property
    def door(self) -> Door:
        """The door whose key is shown: the one that the address belongs to, even if the person typed the address."""
        return door_of(self.base_url_edit.text().strip())

    @property
    def _state(self) -> KeyState:
        return self._states[self.door]

    def _take_door(self, value: Hashable) -> None:
        """Show the address of a door, or the person's own address, which is kept while a door is chosen."""
        url = DOOR_URLS[value] if isinstance(value, Door) else self._own_address
        self.base_url_edit.setText(url)
        self._show_door()
        if value == _ANOTHER:
            self.base_url_edit.setFocus()

    def _note_typing(self) -> None:
        self._address_typed = True

    def _follow_address(self) -> None:
        if self.doors.value == _ANOTHER:
            self._own_address = self.base_url_edit.text()
        if self.door is not self._shown_door:
            self._show_door()
        self._follow()

    def _show_door(self) -> None:
        """Show the key's state for the present door. A key that was typed for the other door is cleared."""
        self._shown_door = self.door
        state = self._state
        self.base_url_edit.setEnabled(self.doors.value == _ANOTHER and not self._fixed_url)
        self.key_edit.clear()
        by_environment = state.place is KeyPlace.ENVIRONMENT
        if by_environment:
            self.key_edit.setPlaceholderText(self.tr("The one in {variable}").format(variable=state.variable))
        else:
            self.key_edit.setPlaceholderText(
                self.tr("Paste a new key") if state.place else self.tr("Paste your key")
            )
        self.key_edit.setEnabled(not by_environment)
        self.forget_button.setVisible(state.place not in (None, KeyPlace.ENVIRONMENT))
        for place, choice in self.places.items():
            choice.setEnabled(place in state.available)
        self.places[self._first_choice()].setChecked(True)
        self._note.setText(state.note)
        self._note.setVisible(bool(state.note))
        self._places.setVisible(not by_environment)
        if self._key_words is not None:
            self._key_words.setText(self._state_words())
        self._follow()

    def take_keyboard(self) -> None:
        """Focus the key's field, or the test button if no key can be typed."""
        if self.key_edit.isEnabled():
            self.key_edit.setFocus()
        else:
            self.test_button.setFocus()

    @property
    def typed_key(self) -> str:
        """The new key; empty if none was typed."""
        return self.key_edit.text().strip()

    @property
    def chosen_place(self) -> KeyPlace:
        """Where a new key should be kept."""
        return next(place for place, button in self.places.items() if button.isChecked())

    @property
    def checked_url(self) -> str | None:
        """The address as it would be saved; None while it is invalid."""
        if self._fixed_url:
            return self._saved_base_url
        try:
            return checked_base_url(self.base_url_edit.text())
        except BadInput:
            return None

    def show_key_test_result(self, text: str, *, ok: bool) -> None:
        """Show what the service answered to the key."""
        self._say_result(text, "good" if ok else "bad")
        self._follow_buttons()
        if self._focus_waits_in is not None and self.window().focusWidget() is self._focus_waits_in:
            self.test_button.setFocus()
        self._focus_waits_in = None

    def show_key_trouble(self, text: str) -> None:
        """Say why the key couldn't be kept, and focus the choice of its place."""
        self._say_result(text, "bad")
        self.places[self.chosen_place].setFocus()

    def _say_result(self, text: str, tone: str) -> None:
        self._result.setText(text)
        restyle(self._result, tone=tone)
        self._result.show()
        announce(self._result, text)

    def _first_choice(self) -> KeyPlace:
        if self._state.place in self.places and self._state.place in self._state.available:
            return self._state.place
        return next((place for place in _CHOICES if place in self._state.available), KeyPlace.SESSION)

    def _follow(self) -> None:
        problem = ""
        begun = (
            bool(self.base_url_edit.text()) or self._address_typed
        )  # until then it isn't wrong, only missing
        if not self._fixed_url and begun:
            try:
                checked_base_url(self.base_url_edit.text())
            except BadInput as error:
                problem = say(error.sentence)
        self._url_problem.setText(problem)
        self._url_problem.setVisible(bool(problem))
        restyle(self.base_url_edit, wrong="true" if problem else "false")
        self._result.hide()
        self._follow_buttons()
        self.changed.emit()

    def _follow_buttons(self) -> None:
        # Without a saved address it stays enabled and says why: the next button in the order of Tab forgets the key.
        self.test_button.setEnabled(bool(self.typed_key or self._state.place))
        self.test_button.setToolTip("" if self._is_address_saved else short_tip(self._save_first()))

    @property
    def _is_address_saved(self) -> bool:
        return self.checked_url in (self._saved_base_url, *DOOR_URLS.values())

    def _save_first(self) -> str:
        return self.tr("Save the new address first")

    def _ask_test(self) -> None:
        if not self._is_address_saved:  # a key isn't sent to an address that is only being typed
            self._say_result(self._save_first(), "warn")
            return
        self._put_focus_away(self.test_button)
        self.test_button.setEnabled(False)
        self._say_result(self.tr("Asking the service…"), "soft")
        self.key_test_requested.emit(self.typed_key)

    def _put_focus_away(self, button: QPushButton) -> None:
        """Move the focus away from a button before it is disabled. Qt would move it to the next button, perhaps *Forget the
        key*.
        """
        if self.window().focusWidget() is button:
            if self.key_edit.isEnabled():
                self.key_edit.setFocus()
            elif self.doors.isEnabled():
                self.doors.focus_checked()
            else:
                self.setFocus()  # else Qt goes on to Cancel
            self._focus_waits_in = self.window().focusWidget()

    def _ask_forget(self) -> None:
        self._put_focus_away(self.forget_button)
        self._focus_waits_in = None
        self.forget_button.setEnabled(False)
        self._say_result(self.tr("The key is forgotten. Paid work waits until there is another one."), "soft")
        self.key_forget_requested.emit(self.door)

    def _state_words(self) -> str:
        match self._state.place:
            case KeyPlace.ENVIRONMENT:
                return self.tr(
                    "{variable} is set where the program was started, and holds before any key that is kept here. To use "
                    "another key, change it there or take it away, then start the program again."
                ).format(variable=self._state.variable)
            case KeyPlace.KEYRING:
                return self.tr("A key is kept in the system's keyring.")
            case KeyPlace.SESSION:
                return self.tr("A key is known until the program ends.")
            case KeyPlace.FILE:
                return self.tr("A key is kept in an unencrypted file.")
        if self.doors.value == _ANOTHER and self.door is Door.ZAI:
            return self.tr(
                "There is no key for this address yet. Rehearsals work without one; generating needs it."
            )
        return self.tr(
            "There is no key for {door} yet. Rehearsals work without one; generating needs it."
        ).format(door=DOOR_NAMES[self.door])

    def _door_words(self, value: Hashable) -> str:
        return DOOR_NAMES[value] if isinstance(value, Door) else self.tr("Another address")

    def _place_words(self, place: KeyPlace) -> str:
        match place:
            case KeyPlace.KEYRING:
                return self.tr("Keep it in the system's keyring")
            case KeyPlace.SESSION:
                return self.tr("Use it for this session only")
        return self.tr("Keep it in an unencrypted file that only you can read")
