"""The bar below the tabs: the price, what is missing, and the two buttons. An order of several paid videos needs a second
press.
"""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import CONTENT_MOST_PX, CONTROL_HEIGHT, GAP_M, GAP_S, GAP_XL, GAP_XS
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import WindowCommand
from vidu_desktop.ui.text import say_money, say_price
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.spoken import announce
from vidu_desktop.ui.widgets.translated import Translated

_BUTTON_HEIGHT_PX = CONTROL_HEIGHT + 6
_SIDE_PX = GAP_XL - GAP_XS


class ActionBar(Translated, QFrame):
    """Shows what a press would order, and sends a signal when the person has ordered.

    `generate_requested` is sent once for each intended order. A second press within `rest_ms` (a double click, a bouncing
    key) is not another order, and several paid videos must be confirmed first.
    """

    generate_requested = Signal()
    rehearse_requested = Signal()
    settings_requested = Signal()
    prices_requested = Signal()
    # A press ordered nothing because something is missing or wrong: show the place. True for a rehearsal.
    blocked = Signal(bool)

    def __init__(
        self,
        look: Look,
        *,
        keys: KeyMap | None = None,
        rest_ms: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys or KeyMap()
        self._count = 0
        self._total = FREE
        self._left_money: Money | None = None
        self._fitting = 0
        self._reason = ""
        self._announcement = ""
        self._note = ""
        self._key_present = True
        self._price_known = True
        self._asking = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(QApplication.doubleClickInterval() if rest_ms is None else rest_ms)
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        restyle(self, surface="bar")
        self._line = plain_label(tone="soft", wrap=True)
        self._key_line = plain_label(role="caption", tone="soft", wrap=True)
        self._key_button = self._button("secondary", small=True)
        self._generate = self._button("secondary")
        self._rehearse = self._button("secondary")
        self._send = self._button("primary")
        self._not_yet = self._button("secondary")
        self._key_row = QWidget()
        key_row = QHBoxLayout(self._key_row)
        key_row.setContentsMargins(0, 0, 0, 0)
        key_row.setSpacing(GAP_S)
        key_row.addWidget(self._key_line, 1)
        key_row.addWidget(self._key_button)
        self._buttons = buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        # "Not yet" appears where Generate was, so that a double click cancels and never pays.
        for button, stretch in (
            (self._generate, 3),
            (self._not_yet, 2),
            (self._rehearse, 2),
            (self._send, 3),
        ):
            buttons.addWidget(button, stretch)
        content = QWidget()
        content.setMaximumWidth(CONTENT_MOST_PX)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(_SIDE_PX, GAP_M, _SIDE_PX, GAP_M + GAP_XS)
        column.setSpacing(GAP_S)
        column.addWidget(self._key_row)
        column.addWidget(self._line)
        column.addLayout(buttons)

    def _button(self, kind: str, *, small: bool = False) -> QPushButton:
        button = PushButton()
        restyle(button, kind=kind)
        if small:
            restyle(button, dense="true")
        else:
            restyle(button, tight="true")  # two of these fit side by side in the narrowest pane
            button.setMinimumHeight(_BUTTON_HEIGHT_PX)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setIconSize(QSize(18, 18))
        return button

    def _connect(self) -> None:
        self._keys.changed.connect(self._retranslate)
        self._generate.clicked.connect(lambda: self.press_generate())  # noqa: PLW0108 - without `checked`
        self._rehearse.clicked.connect(self.press_rehearse)
        self._send.clicked.connect(self._confirm)
        self._not_yet.clicked.connect(self._take_back)
        self._key_button.clicked.connect(self._ask_for_what_is_missing)

    def set_order(self, count: int, total: Money, announcement: str, reason: str, note: str = "") -> None:
        """Show what a press would order: `count` videos for `total`. A non-empty `reason` says why nothing can be ordered
        yet; `note` says why the last press ordered nothing.
        """
        new = (count, total, announcement, reason, note)
        if new == (self._count, self._total, self._announcement, self._reason, self._note):
            return
        self._count, self._total, self._announcement, self._reason, self._note = new
        self._asking = False  # the question was about another order
        self._show()

    def set_budget(self, left_money: Money | None, fitting: int) -> None:
        """Show what is left of the budget (None: there is no budget), and how many of the ordered videos fit into it."""
        if (left_money, fitting) != (self._left_money, self._fitting):
            self._left_money, self._fitting = left_money, fitting
            self._retranslate()

    def set_key_present(self, present: bool) -> None:
        """Say whether there is an API key. Without one, Rehearse becomes the main button, and a line says how to add a key."""
        self._key_present = present
        self._asking = self._asking and present
        self._show()

    def set_price_known(self, known: bool) -> None:
        """Say whether the price is known. Without a price nothing can be paid, and a line says how to enter it."""
        if known != self._price_known:
            self._price_known = known
            self._asking = False
            self._show()

    @property
    def _payable(self) -> bool:
        return self._key_present and self._price_known

    def _ask_for_what_is_missing(self) -> None:
        (self.prices_requested if self._key_present else self.settings_requested).emit()

    def press_generate(self, *, late: bool = False) -> None:
        """Do what Generate does now; called by the button and by its key. A `late` press was made a while ago: the
        person may be typing elsewhere by now, and a space typed there must not answer the question.
        """
        if self._rest.isActive():
            return
        if self._asking:
            self._confirm()
        elif not self._payable:
            self._rest.start()
            restyle(self._key_line, tone="warn")
            if not late:
                self._key_button.setFocus()
        elif self._reason:
            self._say_blocked(rehearsal=False)
        elif self._count > 1 and self._total:
            self._rest.start()
            at_generate = self._generate.hasFocus()
            self._asking = True
            self._show()
            if not late:
                self._send.setFocus()
            elif at_generate:
                self._not_yet.setFocus()  # the next space may be meant for Generate, and must not pay
            announce(self, self._line.text() if late else "")
        else:
            self._rest.start()
            self.generate_requested.emit()

    def press_rehearse(self) -> None:
        """Do what Rehearse does now; called by the button and by its key."""
        if self._rest.isActive():
            return
        if self._reason:
            self._say_blocked(rehearsal=True)
            return
        self._rest.start()
        self._asking = False
        self._show()
        self.rehearse_requested.emit()

    def _say_blocked(self, *, rehearsal: bool) -> None:
        restyle(self._line, tone="warn")
        self.blocked.emit(rehearsal)

    def _confirm(self) -> None:
        if self._rest.isActive() or not self._asking:
            return
        self._rest.start()
        self._take_back()
        self.generate_requested.emit()

    def _take_back(self) -> None:
        self._asking = False
        self._show()
        self._generate.setFocus()

    def _show(self) -> None:
        if self._payable and self.window().focusWidget() is self._key_button:
            self._rehearse.setFocus()  # Qt would go on to Generate, where one more Return would pay
        self._key_row.setVisible(not self._payable)
        for button in (self._generate, self._rehearse):
            button.setVisible(not self._asking)
        for button in (self._send, self._not_yet):
            button.setVisible(self._asking)
        self._fit()
        ready = self._count > 0 and not self._reason
        first, second = (
            (self._generate, self._rehearse) if self._payable else (self._rehearse, self._generate)
        )
        restyle(first, kind="primary" if ready else "secondary")
        restyle(second, kind="secondary")
        for button, icon in ((self._generate, "generate"), (self._rehearse, "rehearse")):
            self._look.set_icon(button, icon, "on_accent" if button.property("kind") == "primary" else "text")
        # Each icon is drawn in six sizes, so buttons that aren't shown get none.
        if not self._payable:
            self._look.set_icon(self._key_button, "tag" if self._key_present else "key", "text")
        if self._asking:
            self._look.set_icon(self._send, "generate", "on_accent")
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        total = say_price(self._total)
        count = max(1, self._count)
        several = count > 1
        template = self.tr("Generate {count} · {price}") if several else self.tr("Generate · {price}")
        if not self._price_known:
            template = self.tr("Generate {count}") if several else self.tr("Generate")
        self._generate.setText(template.format(count=count, price=total))
        template = self.tr("Rehearse {count} · free") if several else self.tr("Rehearse · free")
        self._rehearse.setText(template.format(count=count))
        tip = self._keys.tip
        self._generate.setToolTip(tip(self.tr("Make it with the service"), WindowCommand.GENERATE))
        self._rehearse.setToolTip(
            tip(self.tr("Try it on this computer, for nothing"), WindowCommand.REHEARSE)
        )
        self._send.setText(self.tr("Send {count} videos for {price}").format(count=count, price=total))
        self._not_yet.setText(self.tr("Not yet"))
        if self._key_present:
            self._key_line.setText(
                self.tr("What it costs isn't known. Rehearsing is free; give the price to generate.")
            )
            self._key_button.setText(self.tr("Give price…"))
        else:
            self._key_line.setText(self.tr("No API key yet. Rehearsing needs none; add one to generate."))
            self._key_button.setText(self.tr("Add key…"))
        restyle(self._key_line, tone="soft")
        question = self.tr("{count} videos will be charged {price} in all.").format(count=count, price=total)
        if self._left_money is not None and self._fitting < count:
            question = ""  # less is charged now; the budget's line says so
        note = "" if self._asking or self._reason else self._note
        line = question if self._asking else self._reason or self._announcement
        budget = "" if self._reason and not self._asking else self._budget_words()
        self._line.setText("\n".join(part for part in (note, line, budget) if part))
        self._line.setVisible(bool(note or line or budget))
        restyle(self._line, tone="warn" if note or (budget and self._fitting < count) else "soft")
        self._fit()

    def _budget_words(self) -> str:
        """Return the sentence about the budget; empty without one. The person should read it before sending, not afterwards."""
        if self._left_money is None or not self._total or not self._key_present:
            return ""
        left, count = say_money(self._left_money), max(1, self._count)
        if self._fitting >= count:
            return self.tr("{money} of your budget is left.").format(money=left)
        if count == 1:
            words = self.tr("It doesn't fit into your budget. {money} is left; it would wait in line.")
        elif self._fitting == 1:
            words = self.tr(
                "1 of these {count} fits into your budget. {money} is left; the others would wait in line."
            )
        elif self._fitting == 0:
            words = self.tr(
                "None of these {count} fits into your budget. {money} is left; they would wait in line."
            )
        else:
            words = self.tr(
                "{fitting} of these {count} fit into your budget. {money} is left; the others would wait in line."
            )
        return words.format(fitting=self._fitting, count=count, money=left)

    def _fit(self) -> None:
        """Stack the two buttons if their texts don't fit side by side."""
        shown = [self._send, self._not_yet] if self._asking else [self._generate, self._rehearse]
        room_px = min(self.width(), CONTENT_MOST_PX) - 2 * _SIDE_PX
        needed_px = sum(button.sizeHint().width() for button in shown) + GAP_S
        side_by_side = needed_px <= room_px
        direction = QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        if self._buttons.direction() != direction:
            self._buttons.setDirection(direction)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._asking:
            self._take_back()
        else:
            super().keyPressEvent(event)
