"""Compares two takes, or a take with the pictures that it was made from. There are four ways to look, and one transport for
both sides.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import MarkChange, Verdict
from vidu_desktop.domain.titles import clip_line
from vidu_desktop.ui.compare.compare_view import GAINS, CompareMode, CompareView, compare_mode_words
from vidu_desktop.ui.compare.decide_bar import DecideBar
from vidu_desktop.ui.compare.pair import FramePair, Side, still_place
from vidu_desktop.ui.compare.pair_keys import PairKeys
from vidu_desktop.ui.compare.pair_transport import PairTransport
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, GAP_XS, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.clip_verbs import ClipVerb, change_of
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import Command, CompareCommand, Place, PlayerCommand, id_of
from vidu_desktop.ui.widgets.elided_label import ElidedLabel
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.screen_room import room_for
from vidu_desktop.ui.widgets.scrubber import Scrubber
from vidu_desktop.ui.widgets.segmented import Segmented
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.zoom_keys import zoom_act

_WIPE_STEP = 0.02
_USUAL_SIZE = QSize(1100, 680)


class CompareWindow(Translated, QWidget):
    """Owns the pair: closing the window lets go of both files.

    `ends` is how many of the pictures from which the video was made are its first and last frame: those pictures are one of
    the sides then. It is 0 when two takes are compared.
    """

    closed = Signal()
    change_requested = Signal(object, object)  # Clip, MarkChange
    next_requested = Signal(object)  # Clip that makes room for the next take

    def __init__(
        self,
        look: Look,
        pair: FramePair,
        takes: tuple[Clip, Clip | None],
        parent: QWidget | None = None,
        *,
        ends: int = 0,
        note: str = "",
        keys: KeyMap | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self._keys = keys or KeyMap()
        self._pair = pair
        self._runs = PairKeys(pair, self._keys)
        self._takes = list[Clip | None](takes)
        self._stays = 0  # the side that won last; at first the first side
        self._ends = ends
        self._still_name = ""
        self._note = note
        restyle(self, surface="window")
        self._build()
        self._connect()
        self._retranslate()
        self._show_controls(CompareMode.SIDE_BY_SIDE)
        pair.seek(0)
        self.resize(room_for(self).boundedTo(_USUAL_SIZE))

    def _build(self) -> None:
        look = self._look
        self.view = CompareView(look)
        self._mode = Segmented(
            look, list(CompareMode), lambda mode: compare_mode_words(CompareMode(str(mode)))
        )
        self._swap = IconButton(look, "swap")
        self._fit = IconButton(look, "one-to-one", checkable=True)
        self._gain = QSlider(Qt.Orientation.Horizontal)
        self._gain.setRange(0, len(GAINS) - 1)
        self._gain.setValue(GAINS.index(4))
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._opacity.setRange(0, 100)
        self._opacity.setValue(50)
        self._strength = QStackedWidget()
        self._strength.addWidget(QWidget())
        for slider in (self._gain, self._opacity):
            slider.setFixedWidth(120)
            self._strength.addWidget(slider)
        self._strength.setFixedWidth(130)
        self._first_end, self._last_end = PushButton(), PushButton()
        for button in (self._first_end, self._last_end):
            restyle(button, kind="quiet", dense="true")
            button.setCheckable(True)
            button.setVisible(self._ends > 1)
        self._labels = (ElidedLabel(role=FontRole.STRONG), ElidedLabel(role=FontRole.STRONG))
        self._labels[1].setAlignment(Qt.AlignmentFlag.AlignRight)
        self._words = ElidedLabel(self._note, role=FontRole.CAPTION, tone="soft")
        head = QHBoxLayout()
        head.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        head.setSpacing(GAP_S)
        head.addWidget(self._mode)
        for widget in (self._swap, self._fit, self._strength, self._first_end, self._last_end):
            head.addWidget(widget)
        head.addWidget(self._words, 1)
        names = QHBoxLayout()
        names.setContentsMargins(GAP_M, 0, GAP_M, GAP_XS)
        for label in self._labels:
            names.addWidget(label, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(names)
        whole.addWidget(self.view, 1)
        self._decide = DecideBar(look, self._keys)
        whole.addWidget(self._decide)
        self._transport = PairTransport(look, self._keys, self._pair)
        whole.addWidget(self._transport)
        self._show_takes()

    def _connect(self) -> None:
        pair, view = self._pair, self.view
        pair.shown.connect(self._follow)
        self._mode.value_changed.connect(lambda mode: self.set_mode(CompareMode(str(mode))))
        self._swap.clicked.connect(self.swap)
        self._fit.toggled.connect(lambda one_to_one: view.set_fits(not one_to_one))
        view.fits_changed.connect(self._show_fits)
        self._gain.valueChanged.connect(lambda place: view.set_gain(GAINS[place]))
        self._opacity.valueChanged.connect(lambda percent: view.set_opacity(percent / 100))
        self._first_end.clicked.connect(lambda: self.show_end(0))
        self._last_end.clicked.connect(lambda: self.show_end(1))
        self._keys.changed.connect(self._retranslate)
        self._decide.verb_chosen.connect(self._mark)
        self._decide.win_chosen.connect(self._let_win)
        self._decide.next_requested.connect(self._ask_next)

    @property
    def scrubber(self) -> Scrubber:
        """The line that shows the position of both sides."""
        return self._transport.scrubber

    def set_mode(self, mode: CompareMode) -> None:
        """Show the pictures in another way."""
        self._mode.set_value(mode)
        self._show_controls(mode)
        self.view.set_mode(mode)

    def swap(self) -> None:
        """Swap the sides."""
        self._takes.reverse()
        self._stays = 1 - self._stays
        self._pair.swap()  # after the takes: its frame is shown with their names
        self._show_takes()

    def show_clips(self, clips: Sequence[Clip]) -> None:
        """Show the present marks and names of the takes, where `clips` has them."""
        by_id = {clip.clip_id: clip for clip in clips}
        self._takes = [take and by_id.get(take.clip_id, take) for take in self._takes]
        self._show_takes()

    def put_take(self, former: Clip, take: Clip, side: Side, note: str) -> None:
        """Replace the take `former` by another one. The window owns `side` from now on, and closes it when `former` isn't
        compared any more.
        """
        ids = [one.clip_id if one is not None else "" for one in self._takes]
        if former.clip_id not in ids:
            side.close()
            return
        place = ids.index(former.clip_id)
        self._takes[place] = take
        self._stays = 1 - place
        self._words.setText(note)
        self._pair.put(place, side)
        self.scrubber.set_frame_count(self._pair.count)
        self._show_takes()

    def set_more(self, more: bool) -> None:
        """Say whether there is another take to compare with."""
        self._decide.set_more(more)

    def set_fixed(self, why: str) -> None:
        """Say why nothing may be marked now; `why` is empty when it may."""
        self._decide.set_fixed(why)

    @property
    def takes(self) -> list[Clip]:
        """The takes that are compared: two, or one beside its pictures."""
        return [take for take in self._takes if take is not None]

    def _show_takes(self) -> None:
        self._decide.show_takes((self._takes[0], self._takes[1]))
        self._name_sides()

    def _mark(self, side: int, verb: ClipVerb) -> None:
        take = self._takes[side]
        if take is not None and (change := change_of(verb, take.marks)) is not None:
            self.change_requested.emit(take, change)

    def _let_win(self, side: int) -> None:
        """Make this side's take the winner of its shot; a take without a shot is kept instead."""
        take = self._takes[side]
        if take is None or None in self._takes:
            return
        self._stays = side
        won = MarkChange(winner=True) if take.marks.shot else MarkChange(verdict=Verdict.KEEP)
        self.change_requested.emit(take, won)

    def _ask_next(self) -> None:
        loser = self._takes[1 - self._stays]
        if loser is not None and None not in self._takes:
            self.next_requested.emit(loser)

    def show_end(self, place: int) -> None:
        """Go to the frame that belongs to the first (0) or the last (1) of the pictures from which the video was made."""
        if place < self._ends:
            self._pair.seek(0 if place == 0 else self._pair.count - 1)

    def _show_fits(self, fits: bool) -> None:
        self._fit.blockSignals(True)
        self._fit.setChecked(not fits)
        self._fit.blockSignals(False)

    def _show_controls(self, mode: CompareMode) -> None:
        page = {CompareMode.DIFFERENCE: 1, CompareMode.OVERLAY: 2}.get(mode, 0)
        self._strength.setCurrentIndex(page)

    def _follow(self, frame: int, first: QImage, second: QImage) -> None:
        self.view.show_pair(first, second)
        self._transport.show_frame(frame)
        self._show_ends(frame)

    def _show_ends(self, frame: int) -> None:
        """Say which of those pictures is compared with this frame."""
        if not self._ends:
            return
        last = still_place(frame, self._pair.count, self._ends) > 0
        self._first_end.setChecked(not last)
        self._last_end.setChecked(last)
        self._still_name = self.tr("its end frame") if last else self.tr("its start frame")
        self._name_sides()

    def _name_sides(self) -> None:
        names = [self._still_name if take is None else _name(take) for take in self._takes]
        for label, letter, name in zip(self._labels, "AB", names, strict=True):
            label.setText(f"{letter}  {name}")
        self.view.setAccessibleName(
            self.tr("{first} compared with {second}").format(first=names[0], second=names[1])
        )

    @override
    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Compare"))
        self._mode.set_label(self.tr("Shown as"))
        self._swap.set_label(self.tr("Swap the sides"), self._keys.key_text(CompareCommand.SWAP))
        self._fit.set_label(self.tr("Actual pixels"), self._keys.key_text(PlayerCommand.ACTUAL_PIXELS))
        self._gain.setAccessibleName(self.tr("Strength of the difference"))
        self._gain.setToolTip(self.tr("Strength of the difference"))
        self._opacity.setAccessibleName(self.tr("How much of the second is seen"))
        self._opacity.setToolTip(self.tr("How much of the second is seen"))
        self._first_end.setText(self.tr("Start frame"))
        self._last_end.setText(self.tr("End frame"))
        self._name_sides()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    @override
    def event(self, event: QEvent) -> bool:
        self._runs.notice(event)
        return super().event(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does; None when it means nothing here."""
        if (nearer := zoom_act(event, self.view)) is not None:
            return nearer
        if event.key() == Qt.Key.Key_Escape:
            return self._toggle_full if self.isFullScreen() else self.close
        command = self._keys.command_of(event, Place.COMPARE)
        return None if command is None else self._acts().get(id_of(command))

    def _acts(self) -> dict[str, Callable[[], object]]:
        player, own = PlayerCommand, CompareCommand
        modes = (own.SIDE_BY_SIDE, own.WIPE, own.DIFFERENCE, own.OVERLAY)
        acts: dict[Command, Callable[[], object]] = {
            **self._runs.acts,
            player.ACTUAL_PIXELS: self._fit.toggle,
            player.FULL_SCREEN: self._toggle_full,
            own.SWAP: self.swap,
            own.A_WINS: partial(self._let_win, 0),
            own.B_WINS: partial(self._let_win, 1),
            own.NEXT: self._ask_next,
            own.KEEP_A: partial(self._mark, 0, ClipVerb.KEEP),
            own.KEEP_B: partial(self._mark, 1, ClipVerb.KEEP),
            own.REJECT_A: partial(self._mark, 0, ClipVerb.REJECT),
            own.REJECT_B: partial(self._mark, 1, ClipVerb.REJECT),
            own.STAR_A: partial(self._mark, 0, ClipVerb.STAR),
            own.STAR_B: partial(self._mark, 1, ClipVerb.STAR),
            own.WIPE_LEFT: partial(self._move_line, -1),
            own.WIPE_RIGHT: partial(self._move_line, 1),
            **{command: partial(self.set_mode, CompareMode(command.value)) for command in modes},
        }
        return {id_of(command): act for command, act in acts.items()}

    def _move_line(self, steps: int) -> None:
        if self.view.mode is CompareMode.WIPE:
            self.view.set_line(self.view.line + steps * _WIPE_STEP)
        else:
            self._pair.step(steps)

    def _toggle_full(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        # Let go of the pictures here: Python's collector may run long after Qt has destroyed the window, and
        # doesn't know how large they are.
        self._pair.close()
        self.view.show_pair(QImage(), QImage())
        self.closed.emit()
        super().closeEvent(event)


def _name(take: Clip) -> str:
    return clip_line(take)
