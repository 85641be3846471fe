"""Asks before a picture is fetched from the network: the program contacts no host without being told to."""

from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import breakable, plain_label

_SHOWN_CHARS = 300


class FetchLinkDialog(DialogFrame):
    """Shows the host that the link really leads to."""

    agreed = Signal()

    def __init__(self, look: Look, link: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.setWindowTitle(self.tr("Fetch a picture"))
        self.say(
            self.tr("Fetch this picture from {host}?").format(host=breakable(host_of(link))),
            self.tr("The program asks there once, without your key and without cookies."),
        )
        shown = link if len(link) <= _SHOWN_CHARS else link[:_SHOWN_CHARS] + "…"
        self.body.addWidget(plain_label(breakable(shown), role="mono", tone="soft", wrap=True))
        self.add_answer(self.tr("Not now")).clicked.connect(self.reject)
        fetch = self.add_answer(self.tr("Fetch it"), "primary")
        fetch.clicked.connect(self.agreed)
        fetch.clicked.connect(self.accept)
        fetch.setFocus()


def host_of(link: str) -> str:
    """Return the host that a link leads to; empty if the link is malformed."""
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""
