"""Settings, fifth page: how the service is reached, through a proxy or directly."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from vidu_desktop.domain.proxy import EXAMPLE, ProxyAddress, ProxyKind, ProxySetting, checked_proxy
from vidu_desktop.errors import BadInput
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, GAP_XL, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.form import Form
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.spoken import announce


class NetworkPage(Form):
    """A typed password is held only until the dialog closes, and never shown."""

    changed = Signal()  # something was typed or chosen
    test_requested = Signal(object, str)  # a ProxySetting, and its typed password or ""

    def __init__(self, look: Look, saved: ProxySetting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._saved = saved
        self._build_choices()
        self._build_address()
        self._build_test()
        self.kinds[saved.kind].setChecked(True)
        self._connect()
        self._follow()

    def _build_choices(self) -> None:
        self.kinds = {
            ProxyKind.SYSTEM: QRadioButton(self.tr("As the system says")),
            ProxyKind.NONE: QRadioButton(self.tr("None: straight to the service")),
            ProxyKind.ADDRESS: QRadioButton(self.tr("This one:")),
        }
        self._choices = QWidget()
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(0, GAP_S, 0, 0)
        column.setSpacing(GAP_S)
        for choice in self.kinds.values():
            column.addWidget(choice)
        self._place = QWidget()
        column.addWidget(self._place)
        hint = self.tr(
            "Orders, questions and videos all take this way, and never another one: while the proxy can't be used, paid "
            "work waits and says why."
        )
        self.add_below(self.tr("Proxy"), hint, self._choices)

    def _build_address(self) -> None:
        self.address_edit = QLineEdit(self._saved.address)
        self.address_edit.setPlaceholderText(EXAMPLE)
        self.address_edit.setAccessibleName(self.tr("Address of the proxy"))
        self.password_edit = QLineEdit()
        self.password_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.password_edit.setAccessibleName(self.tr("Password of the proxy, typed hidden"))
        self._problem = plain_label(role=FontRole.CAPTION, tone="bad", wrap=True)
        grid = QGridLayout(self._place)
        grid.setContentsMargins(GAP_XL, 0, 0, 0)
        grid.setSpacing(GAP_S)
        for row, (name, field) in enumerate(
            ((self.tr("Address"), self.address_edit), (self.tr("Password"), self.password_edit))
        ):
            label = plain_label(name)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        hint = self.tr(
            "HTTP, or SOCKS 5 as socks5://…; a name before it as name@… The password is kept in the system's keyring, "
            "never in the settings file."
        )
        grid.addWidget(plain_label(hint, role=FontRole.CAPTION, tone="soft", wrap=True), 2, 1)
        grid.addWidget(self._problem, 3, 1)

    def _build_test(self) -> None:
        self.test_button = PushButton(self.tr("Test"))
        self.test_button.setAutoDefault(False)
        self._result = plain_label(role=FontRole.CAPTION, wrap=True)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.test_button)
        row.addStretch(1)
        self.test_button.setAccessibleName(self.tr("Test the way to the service"))
        hint = self.tr(
            "Asks the service on the way that is chosen here: free, without your key, before anything is saved."
        )
        self.add_below(self.tr("Does it work?"), hint, line, self._result)

    def _connect(self) -> None:
        for choice in self.kinds.values():
            choice.toggled.connect(self._follow)
        self.address_edit.textChanged.connect(self._follow)
        self.password_edit.textChanged.connect(self._follow)
        self.address_edit.editingFinished.connect(self._take_password_out)
        self.test_button.clicked.connect(self._ask_test)

    @property
    def kind(self) -> ProxyKind:
        """The chosen kind of proxy."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    @property
    def typed_password(self) -> str:
        """The new password; empty if none was typed."""
        return self.password_edit.text() or self._written().password

    @property
    def proxy(self) -> ProxySetting | None:
        """The proxy as it would be saved; None while the address is invalid."""
        if self.kind is not ProxyKind.ADDRESS:
            return ProxySetting(kind=self.kind)
        address = self._written().address
        if not address:
            return None
        return ProxySetting(
            kind=ProxyKind.ADDRESS,
            address=address,
            with_password=bool(self.typed_password) or self._has_kept(address),
        )

    def show_test_result(self, text: str, *, ok: bool) -> None:
        """Say whether the service was reached; `ok` sets the colour. The test can be pressed again."""
        self._say_result(text, "good" if ok else "bad")
        self.test_button.setEnabled(self.proxy is not None)

    def _written(self) -> ProxyAddress:
        try:
            return checked_proxy(self.address_edit.text())
        except BadInput:
            return ProxyAddress("", "")

    def _has_kept(self, address: str) -> bool:
        """Whether the kept password belongs to the proxy at this address; no other proxy may get it."""
        return self._saved.with_password and address == self._saved.address

    def _take_password_out(self) -> None:
        """Move a password that was typed as part of the address into the hidden field."""
        address, password = self._written()
        if password:
            self.password_edit.setText(password)
            self.address_edit.setText(address)

    def _follow(self) -> None:
        here = self.kind is ProxyKind.ADDRESS
        self._place.setEnabled(here)
        problem = ""
        if here:
            try:
                checked_proxy(self.address_edit.text())
            except BadInput as error:
                problem = say(error.sentence)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        restyle(self.address_edit, wrong="true" if problem else "false")
        kept = self._has_kept(self._written().address)
        self.password_edit.setPlaceholderText(self.tr("Kept in the keyring") if kept else self.tr("None"))
        self._result.hide()
        self.test_button.setEnabled(not problem)
        self.changed.emit()

    def _ask_test(self) -> None:
        proxy = self.proxy
        if proxy is None:
            return
        self.test_button.setEnabled(False)
        self._say_result(self.tr("Asking the service…"), "soft")
        self.test_requested.emit(proxy, self.typed_password)

    def _say_result(self, text: str, tone: str) -> None:
        self._result.setText(text)
        restyle(self._result, tone=tone)
        self._result.show()
        announce(self._result, text)
