"""Settings, first page: the key and the address of the service."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QVBoxLayout, QWidget

from vidu_desktop.domain.key_place import KeyPlace
from vidu_desktop.domain.settings import DEFAULT_BASE_URL, checked_base_url
from vidu_desktop.errors import BadInput
from vidu_desktop.ui.dialogs.key_state import KeyState
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.form import Form
from vidu_desktop.ui.widgets.labels import plain_label

_CHOICES = (KeyPlace.KEYRING, KeyPlace.SESSION, KeyPlace.FILE)


class ServicePage(Form):
    """Holds a typed key only until the dialog closes; it is never shown."""

    changed = Signal()  # something was typed or chosen
    key_test_requested = Signal(str)  # the typed key, or empty for the one that holds now
    key_forget_requested = Signal()

    def __init__(self, look: Look, base_url: str, key_state: KeyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._saved_base_url = base_url
        self._state = key_state
        self._focus_waits_in: QLineEdit | None = None
        self._build_key()
        self._build_base_url()
        self._connect()
        self._follow()

    def _build_key(self) -> None:
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setPlaceholderText(
            self.tr("Paste a new key") if self._state.place else self.tr("Paste your key")
        )
        self.test = QPushButton(self.tr("Test key"))
        self.forget = QPushButton(self.tr("Forget the key"))
        restyle(self.forget, kind="danger")
        self.forget.setVisible(self._state.place not in (None, KeyPlace.ENVIRONMENT))
        for button in (self.test, self.forget):
            button.setAutoDefault(False)
        self._result = plain_label(role=FontRole.CAPTION, wrap=True)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self.key, 1)
        row.addWidget(self.test)
        row.addWidget(self.forget)
        self.key.setAccessibleName(self.tr("Key, typed hidden"))
        places = QWidget()
        column = QVBoxLayout(places)
        column.setContentsMargins(0, GAP_S, 0, 0)
        column.setSpacing(GAP_S)
        self.places = {place: QRadioButton(self._place_words(place)) for place in _CHOICES}
        for place, choice in self.places.items():
            choice.setEnabled(place in self._state.available)
            column.addWidget(choice)
        self.places[self._first_choice()].setChecked(True)
        if self._state.note:
            column.addWidget(plain_label(self._state.note, role=FontRole.CAPTION, tone="warn", wrap=True))
        by_environment = self._state.place is KeyPlace.ENVIRONMENT
        self.key.setEnabled(not by_environment)
        places.setVisible(not by_environment)
        self.add_below(self.tr("Key"), self._state_words(), line, self._result, places)

    def _build_base_url(self) -> None:
        self.base_url = QLineEdit(self._state.environment_base_url or self._saved_base_url)
        self.base_url.setEnabled(not self._state.environment_base_url)
        self._reset = QPushButton(self.tr("Use the default"))
        self._reset.setAutoDefault(False)
        restyle(self._reset, kind="quiet")
        self._url_problem = plain_label(role=FontRole.CAPTION, tone="bad", wrap=True)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self.base_url, 1)
        row.addWidget(self._reset)
        self.base_url.setAccessibleName(self.tr("Address of the service"))
        hint = self.tr("Where orders and your key are sent.")
        if self._state.environment_base_url:
            hint = self.tr(
                "ZAI_BASE_URL is set where the program was started, and holds before what is set here."
            )
        self.add_below(self.tr("Address of the service"), hint, line, self._url_problem)

    def _connect(self) -> None:
        self.key.textChanged.connect(self._follow)
        self.base_url.textChanged.connect(self._follow)
        self._reset.clicked.connect(lambda: self.base_url.setText(DEFAULT_BASE_URL))
        self.test.clicked.connect(self._ask_test)
        self.forget.clicked.connect(self._ask_forget)

    @property
    def typed_key(self) -> str:
        """The new key; empty when none was typed."""
        return self.key.text().strip()

    @property
    def chosen_place(self) -> KeyPlace:
        """Where a new key is to be kept."""
        return next(place for place, button in self.places.items() if button.isChecked())

    @property
    def checked_url(self) -> str | None:
        """The address as it may be saved; None while it isn't one."""
        if self._state.environment_base_url:
            return self._saved_base_url
        try:
            return checked_base_url(self.base_url.text())
        except BadInput:
            return None

    def show_key_test_result(self, text: str, *, ok: bool) -> None:
        """Say what the service said of the key."""
        self._say_result(text, "good" if ok else "bad")
        self._follow_buttons()
        if self._focus_waits_in is not None and self.window().focusWidget() is self._focus_waits_in:
            self.test.setFocus()
        self._focus_waits_in = None

    def show_key_trouble(self, text: str) -> None:
        """Say why the key couldn't be kept; the choice of the place gets the keyboard."""
        self._say_result(text, "bad")
        self.places[self.chosen_place].setFocus()

    def _say_result(self, text: str, tone: str) -> None:
        self._result.setText(text)
        restyle(self._result, tone=tone)
        self._result.show()

    def _first_choice(self) -> KeyPlace:
        if self._state.place in self.places and self._state.place in self._state.available:
            return self._state.place
        return next((place for place in _CHOICES if place in self._state.available), KeyPlace.SESSION)

    def _follow(self) -> None:
        problem = ""
        if not self._state.environment_base_url:
            try:
                checked_base_url(self.base_url.text())
            except BadInput as error:
                problem = say(error.sentence)
        self._url_problem.setText(problem)
        self._url_problem.setVisible(bool(problem))
        restyle(self.base_url, wrong="true" if problem else "false")
        self._reset.setVisible(self.base_url.isEnabled() and self.base_url.text().strip() != DEFAULT_BASE_URL)
        self._result.hide()
        self._follow_buttons()
        self.changed.emit()

    def _follow_buttons(self) -> None:
        # The test asks the address that holds now; a new one has to be saved first.
        same_address = self.checked_url == self._saved_base_url
        self.test.setEnabled(same_address and bool(self.typed_key or self._state.place))
        self.test.setToolTip("" if same_address else self.tr("Save the new address first"))

    def _ask_test(self) -> None:
        self._put_focus_away(self.test)
        self.test.setEnabled(False)
        self._say_result(self.tr("Asking the service…"), "soft")
        self.key_test_requested.emit(self.typed_key)

    def _put_focus_away(self, button: QPushButton) -> None:
        """A button that is disabled under the keyboard gives it to the next one, which may be *Forget the key*."""
        if self.window().focusWidget() is button:
            self._focus_waits_in = self.key if self.key.isEnabled() else self.base_url
            self._focus_waits_in.setFocus()

    def _ask_forget(self) -> None:
        self._put_focus_away(self.forget)
        self._focus_waits_in = None
        self.forget.setEnabled(False)
        self._say_result(self.tr("The key is forgotten. Paid work waits until there is another one."), "soft")
        self.key_forget_requested.emit()

    def _state_words(self) -> str:
        match self._state.place:
            case KeyPlace.ENVIRONMENT:
                return self.tr(
                    "ZAI_API_KEY is set where the program was started, and holds before any key that is kept here."
                )
            case KeyPlace.KEYRING:
                return self.tr("A key is kept in the system's keyring.")
            case KeyPlace.SESSION:
                return self.tr("A key is known until the program ends.")
            case KeyPlace.FILE:
                return self.tr("A key is kept in an unencrypted file.")
        return self.tr("There is no key yet. Rehearsals work without one; generating needs it.")

    def _place_words(self, place: KeyPlace) -> str:
        match place:
            case KeyPlace.KEYRING:
                return self.tr("Keep it in the system's keyring")
            case KeyPlace.SESSION:
                return self.tr("Use it for this session only")
        return self.tr("Keep it in an unencrypted file that only you can read")
