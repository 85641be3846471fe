"""What the program is, and the licences of the software that it uses."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_L, GAP_M, GAP_S, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.spoken import announce

_WIDTH_PX = 540


class AboutDialog(DialogFrame):
    """`version` is the program's own. The button that looks for a newer version is shown only with `checks_updates`."""

    changes_requested = Signal()  # show the list of changes
    update_check_requested = Signal()
    releases_requested = Signal()  # open the web page of the releases

    def __init__(
        self, look: Look, version: str, parent: QWidget | None = None, *, checks_updates: bool = False
    ) -> None:
        super().__init__(look, "", parent, width_px=_WIDTH_PX)
        self.setWindowTitle(self.tr("About Vidu Desktop"))
        self._build_head(version)
        self._build_notices()
        self._news = plain_label(wrap=True)
        self._news.hide()
        self.body.addWidget(self._news)
        self._build_update_answers()
        self._update.setVisible(checks_updates)
        self._changes = self.add_answer(self.tr("What is new"))
        self._changes.clicked.connect(self.changes_requested)
        self._close = self.add_answer(self.tr("Close"), "primary")
        self._close.clicked.connect(self.accept)
        self._close.setFocus()

    def _build_update_answers(self) -> None:
        self._update = self.add_answer(self.tr("Check for updates"))
        self._update.clicked.connect(self._ask)
        self._page = self.add_answer(self.tr("Show releases"))
        self._page.clicked.connect(self.releases_requested)
        self._page.hide()

    def _ask(self) -> None:
        self._update.setEnabled(False)
        self._tell(self.tr("Asking…"))
        self.update_check_requested.emit()

    def show_update(self, words: str, *, with_page: bool) -> None:
        """Show the result of the check. The button then opens the page of releases (`with_page`), or checks again."""
        had_focus = self.focusWidget() is self._update
        self._tell(words)
        self._update.setEnabled(True)
        self._update.setVisible(not with_page)
        self._page.setVisible(with_page)
        if had_focus:
            (self._page if with_page else self._update).setFocus()

    def _tell(self, words: str) -> None:
        self._news.setText(words)
        self._news.show()
        announce(self._news, words)

    def _build_head(self, version: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP_L)
        picture = QLabel()
        picture.setPixmap(self.look.icon("app").pixmap(QSize(48, 48), self.devicePixelRatioF()))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(
            plain_label(self.tr("Vidu Desktop {version}").format(version=version), role=FontRole.TITLE)
        )
        words.addWidget(
            plain_label(
                self.tr("Videos from pictures with Z.AI's Vidu 2: nothing lost, nothing paid twice."),
                tone="soft",
                wrap=True,
            )
        )
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def _build_notices(self) -> None:
        card = QFrame()
        restyle(card, surface="sunken")
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        column.setSpacing(GAP_S)
        for name, words in self._notices():
            column.addWidget(plain_label(name, role=FontRole.STRONG))
            column.addWidget(plain_label(words, role=FontRole.CAPTION, tone="soft", wrap=True))
        self.body.addWidget(card, 1)

    def _notices(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("This program"),
                self.tr(
                    "MIT licence. Its icons were drawn for it and are under the same licence. It is not made or "
                    "endorsed by Z.AI or ShengShu; Vidu is their name."
                ),
            ),
            (
                self.tr("Qt and PySide6"),
                self.tr(
                    "LGPL 3, loaded as separate libraries that you may exchange. Qt Multimedia brings FFmpeg "
                    "libraries under LGPL 2.1."
                ),
            ),
            (
                self.tr("PyAV with FFmpeg, x264 and x265"),
                self.tr(
                    "PyAV is under the BSD licence. Its ready-made packages carry x264 and x265 under the GPL 2 or "
                    "later: a bundle with them is under the GPL as a whole."
                ),
            ),
            (
                self.tr("Others"),
                self.tr(
                    "httpx, qasync, starlette, uvicorn (BSD), Pillow (MIT-CMU), keyring, "
                    "platformdirs, truststore, rich (MIT), certifi (MPL 2.0). NOTICE.md in the packaging folder has "
                    "the whole list."
                ),
            ),
        )
