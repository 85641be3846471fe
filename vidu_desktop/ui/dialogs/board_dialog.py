"""A chain board: stills in a strip, a card for each gap between them, and the cost of the missing videos."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QPushButton,
    QStackedWidget,
)
from typing_extensions import override

from vidu_desktop.domain.board import Board
from vidu_desktop.domain.catalogue import Offer
from vidu_desktop.domain.marks import tidy_label
from vidu_desktop.ui.dialogs.batch_foot import BatchFoot
from vidu_desktop.ui.dialogs.board_beside import BoardBeside
from vidu_desktop.ui.dialogs.board_hints import advice, again_words, change_words
from vidu_desktop.ui.dialogs.board_lines import BoardLines
from vidu_desktop.ui.dialogs.board_painting import CardPainter
from vidu_desktop.ui.dialogs.board_selection import BoardSelection
from vidu_desktop.ui.dialogs.board_strip import BoardStrip
from vidu_desktop.ui.dialogs.board_wishes import BoardWishes
from vidu_desktop.ui.dialogs.gap_editor import GapEditor, GapWishes
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, GAP_XS
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.board_cards import BoardModel, Card, GapCard, StillCard
from vidu_desktop.ui.models.board_offer import BoardOffer
from vidu_desktop.ui.models.cover_cache import CoverCache
from vidu_desktop.ui.text import say_money
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.last_folders import LastFolders
from vidu_desktop.ui.widgets.menus import LetteredMenu
from vidu_desktop.ui.widgets.name_question import name_question
from vidu_desktop.ui.widgets.notice_line import LINE_PX
from vidu_desktop.ui.widgets.prompt_line import PromptLine
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.screen_room import room_for
from vidu_desktop.ui.widgets.translated import Translated

_WIDTH_PX, _LEAST_PX = 1080, 760
_COVER_PX = QSize(320, 320)


class BoardDialog(Translated, DialogFrame):
    """Stays open beside the main window. `show_board` and `show_offer` fill it, again after each change."""

    board_chosen = Signal(str)  # name of another board
    rename_requested = Signal(str)  # the board's new name
    delete_requested = Signal()  # move the board to the trash
    add_requested = Signal()  # choose stills, to be inserted at `strip.insert_at`
    gap_changed = Signal(int, object)  # index of the still before the gap; GapWishes
    fix_requested = Signal(int, object)  # see `GapEditor.fix_requested`
    make_requested = Signal(str)  # "missing", "out-of-date-too" or "rehearsal"
    again_changed = Signal()
    film_requested = Signal()  # play the strip as one film
    film_export_requested = Signal()
    review_requested = Signal()  # make a review packet of the strip's videos
    came_to_front = Signal()
    look_wanted = Signal()  # fill it again

    def __init__(self, look: Look, offers: Sequence[Offer], folders: LastFolders | None = None) -> None:
        super().__init__(look, "", width_px=_LEAST_PX)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(_WIDTH_PX, self.height())
        self._offer = BoardOffer()
        self._board: Board | None = None
        self.model = BoardModel(self)
        self.painter = CardPainter(look, self.model, self)
        self.covers = CoverCache(_COVER_PX, self)
        # What has no parent yet gets its place in the order of Tab where it is put into the layout.
        self.strip = BoardStrip(look, self.painter, self.model)
        self.selection = BoardSelection(self.strip, self.model)
        self.boards = QComboBox()
        self.boards.setMinimumWidth(200)
        self.new = self._tool("plus")
        self.more = IconButton(look, "more")
        self.add = self._tool("image-plus")
        self.play_film = self._tool("play")
        self.export_film = self._tool("export")
        self.show_all = self._tool("chevron-down")
        self.show_all.hide()
        self.wishes = BoardWishes(look, offers, folders)
        self.gap = GapEditor()
        self.hint = plain_label(tone="soft", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._below = QStackedWidget()  # as high as its higher page, so that nothing jumps
        self.foot = BatchFoot(self)
        self.again = QCheckBox()
        self.again.hide()
        self.rehearse = self.add_answer("")
        self.make_all = self.add_answer("")
        self.make = self.add_answer("", "primary", orders=True)
        self.close_button = self.add_answer("")
        self.beside = BoardBeside(self, self._show_strip_only)
        self._build()
        self._connect()
        self._retranslate()
        self.set_busy()
        self.strip.setFocus()

    def _tool(self, icon: str) -> QPushButton:
        button = PushButton()
        button.setAutoDefault(False)
        restyle(button, kind="quiet", dense="true")
        self.look.set_icon(button, icon, "text_soft")
        return button

    def _build(self) -> None:
        self.tools = QHBoxLayout()
        self.tools.setSpacing(GAP_S)
        self.tools.addWidget(self.boards)
        self.tools.addWidget(self.more)
        self.tools.addWidget(self.new)
        self.tools.addWidget(self.add)
        self.tools.addStretch(1)
        self.tools.addWidget(self.play_film)
        self.tools.addWidget(self.export_film)
        self.tools.addWidget(self.show_all)
        self.body.addLayout(self.tools)
        self.body.addWidget(self.wishes)
        self.body.addWidget(self.strip)
        self._below.addWidget(self.hint)
        self._below.addWidget(self.gap)
        self.body.addWidget(self._below)
        self.body.addStretch(1)
        self.body.addWidget(self.again)
        self.body.addWidget(self.foot)
        self.set_edges(GAP_M, LINE_PX + GAP_XS)
        self.lines = BoardLines(self.look, self, self.close_button)

    def _connect(self) -> None:
        self.boards.activated.connect(lambda _: self.board_chosen.emit(self.boards.currentText()))
        self.new.clicked.connect(self.ask_name)
        self.more.clicked.connect(
            lambda: self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        )
        self.add.clicked.connect(lambda _: self.strip.setFocus())  # for what is chosen
        self.add.clicked.connect(self.add_requested)
        self.play_film.clicked.connect(self.film_requested)
        self.export_film.clicked.connect(self.film_export_requested)
        self.show_all.clicked.connect(self.beside.show_all)
        self.strip.current_changed.connect(self._show_gap)
        self.strip.hinted.connect(self._show_drop)
        self.strip.add_requested.connect(self.add_requested)
        self.gap.changed.connect(self.gap_changed)
        self.gap.fix_requested.connect(self.fix_requested)
        self.gap.fix_requested.connect(lambda *_: self.strip.setFocus())  # the button vanishes
        self.gap.play_requested.connect(self._play_current)
        for editor in (self.gap, self.wishes):
            editor.typed.connect(self.set_busy)
            editor.unchanged.connect(self.look_wanted)
        self.again.toggled.connect(lambda _: self.again_changed.emit())
        self.foot.budget_changed.connect(lambda: self.show_offer(self._offer))
        self.rehearse.clicked.connect(lambda: self.make_requested.emit("rehearsal"))
        self.make_all.clicked.connect(lambda: self.make_requested.emit("out-of-date-too"))
        self.make.clicked.connect(lambda: self.make_requested.emit("missing"))
        self.close_button.clicked.connect(self.close)
        self.covers.arrived.connect(self.model.show_picture)
        self.finished.connect(lambda _: self.covers.close())
        self.painter.cover_of = self._cover

    @override
    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Chain board"))
        self.boards.setAccessibleName(self.tr("Board"))
        self.more.set_label(self.tr("More for this board"))
        self.new.setText(self.tr("New board…"))
        self.add.setText(self.tr("Add stills…"))
        self.play_film.setText(self.tr("Play as a film"))
        self.export_film.setText(self.tr("Export as a film…"))
        self.show_all.setText(self.tr("Show everything"))
        self.close_button.setText(self.tr("Close"))
        self._show_hint()
        self.show_offer(self._offer)

    @override
    def _language_changed(self) -> None:
        super()._language_changed()
        self.set_busy()  # until it is filled again
        self.look_wanted.emit()

    def _cover(self, card: GapCard) -> QPixmap | None:
        return self.covers.pixmap(card.cover_path) if card.cover_path else None

    def menu(self) -> QMenu:
        """Make the menu with the actions for the whole board."""
        menu = LetteredMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename the board…")).triggered.connect(self.ask_new_name)
        review = menu.addAction(self.tr("Review packet…"))
        review.setEnabled(self.export_film.isEnabled())
        review.triggered.connect(self.review_requested)
        menu.addAction(self.tr("Delete the board")).triggered.connect(self.delete_requested)
        return menu

    def ask_name(self) -> QInputDialog:
        """Ask for the name of a new board; the name of an existing board opens that board."""
        asking = self._ask(self.tr("New board"), "", self.board_chosen)
        asking.accepted.connect(self.strip.setFocus)  # for its stills
        return asking

    def ask_new_name(self) -> QInputDialog:
        """Ask for this board's new name."""
        return self._ask(self.tr("Rename the board"), self.boards.currentText(), self.rename_requested)

    def _ask(self, title: str, name: str, answer: SignalInstance) -> QInputDialog:
        asking = name_question(self, title, self.tr("Name of the board"), name)
        asking.textValueSelected.connect(
            lambda text: answer.emit(tidy_label(text)) if tidy_label(text) else None
        )
        return asking

    @property
    def prompts(self) -> tuple[PromptLine, PromptLine]:
        """The two fields for prompts: the board's, and the shown gap's."""
        return self.wishes.prompt, self.gap.prompt

    def share_actions(self, actions: Sequence[QAction]) -> None:
        """Make the main window's undo and redo work in this window, too."""
        self.addActions(list(actions))

    def restore_window(self, geometry: QByteArray) -> None:
        """Restore what `saveGeometry` returned, with the height that the content needs, as far as the screen has room."""
        self.restoreGeometry(geometry)
        least_px = min(self.least_height_px, room_for(self).height())
        self.resize(self.width(), max(self.height(), least_px))

    def show_names(self, names: Sequence[str], current: str) -> None:
        """Show the names of all boards; `current` is added if it isn't saved yet."""
        shown = [*names, *([] if current in names else [current])]
        self.boards.clear()
        self.boards.addItems(shown)
        self.boards.setCurrentIndex(shown.index(current))

    def show_board(self, board: Board, cards: Sequence[Card]) -> None:
        """Show a board with its cards."""
        self._board = board
        self.wishes.show_board(board)
        self.gap.offer_options(board.offer)
        self.selection.show(board, cards)
        gaps = [card for card in cards if isinstance(card, GapCard)]
        self.play_film.setEnabled(any(gap.plays for gap in gaps))
        self.export_film.setEnabled(any(gap.clip is not None for gap in gaps))
        self._show_gap()
        self._show_hint()

    def show_offer(self, offer: BoardOffer) -> None:
        """Show what can be ordered, and what it costs."""
        self._offer = offer
        if offer.adds_price:
            self.foot.show_currency(offer.adds_price.currency)
        hint = (
            ""
            if offer.has_key
            else self.tr("add a key in the settings to make videos; rehearsing needs none")
        )
        if not self.foot.is_clear:
            hint = self.tr("the budget is no amount")
        self.foot.words.setText(" · ".join(filter(None, (offer.words, hint))))
        priced = self.tr("Make what is missing · {count} · {total}")
        self.make.setText(priced.format(count=offer.missing_videos, total=say_money(offer.missing_total)))
        priced = self.tr("Make out-of-date ones too · {count} · {total}")
        self.make_all.setText(priced.format(count=offer.all_videos, total=say_money(offer.all_total)))
        self.rehearse.setText(self.tr("Rehearse all · {count} · free").format(count=offer.rehearsals))
        may_pay = offer.has_key and self.foot.is_clear
        self.make.setEnabled(may_pay and offer.missing_videos > 0)
        strip_only = self.beside.strip_only
        self.make_all.setVisible(offer.all_videos > offer.missing_videos and not strip_only)
        self.make_all.setEnabled(may_pay)
        self.rehearse.setEnabled(offer.rehearsals > 0)
        self.again.setText(again_words(offer.had_videos))
        self.again.setVisible(offer.had_videos > 0 and not strip_only)

    def _show_strip_only(self, strip_only: bool) -> None:
        for part in (self.wishes, self._below, self.foot, self.rehearse, self.make, self.close_button):
            part.setVisible(not strip_only)
        self.strip.setFocus()  # the buttons vanish
        self.show_all.setVisible(strip_only)
        self.show_offer(self._offer)

    def set_busy(self) -> None:
        """Disable ordering while the board is being checked; `show_offer` ends this."""
        for button in (self.rehearse, self.make_all, self.make):
            button.setEnabled(False)

    def finish_typing(self) -> None:
        """Apply at once what was typed last."""
        self.wishes.finish()
        self.gap.finish()

    def _play_current(self) -> None:
        card = self.strip.current
        if isinstance(card, GapCard) and card.clip is not None:
            self.strip.play_requested.emit(card.clip)

    def _show_gap(self) -> None:
        card = self.strip.current
        if self._board is None or not isinstance(card, GapCard) or card.start >= len(self._board.stills):
            self.gap.show_none()
            self._show_hint()
            return
        still = self._board.stills[card.start]
        wishes = GapWishes(
            prompt=still.prompt,
            options=still.options,
            takes=still.takes,
            cut=still.cut,
            fade=still.fade,
            skip_first=still.skip_first,
            skip_last=still.skip_last,
            speed=still.speed,
        )
        names = [one.name for one in self.model.cards if isinstance(one, StillCard)]
        end = names[(card.start + 1) % len(names)]
        title = f"{card.shot} · {names[card.start]} → {end}"
        self.gap.show_gap(card, title, wishes, self._board.prompt)
        self._below.setCurrentWidget(self.gap)

    def _show_drop(self, moved: Sequence[int], new: int, at: int) -> None:
        """Say what would change if the dragged stills were dropped before the still `at`; -1 means no place."""
        board = self._board
        if board is None or at < 0:
            self._show_hint()
            return
        after = board.moved(moved, at) if moved else board.with_stills(at, [f"\0{one}" for one in range(new)])
        self.hint.setText(change_words(after.gaps_unlike(board), self._offer.adds_price))
        self._below.setCurrentWidget(self.hint)

    def _show_hint(self) -> None:
        """Show what the person can do, unless a gap is current: then its editor is shown."""
        self.hint.setText(advice(has_stills=self.model.rowCount() > 0))
        if not isinstance(self.strip.current, GapCard):
            self._below.setCurrentWidget(self.hint)
        else:
            self._below.setCurrentWidget(self.gap)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_to_front.emit()
        super().changeEvent(event)
