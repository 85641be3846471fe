"""Presses that come too early. While pictures are still being looked at, a press is held until they are; while the tab is
still being filled, it orders nothing, and the person is told why.
"""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.ui.tabs.mode_tab import ModeTab
from vidu_desktop.ui.tabs.picture_intake import Coming
from vidu_desktop.ui.text import say_on
from vidu_desktop.ui.widgets.spoken import announce

_Wish = tuple[GenerationRequest, str]


class _NotOrdered(Enum):
    """Why the last press ordered nothing."""

    UNSEEN = auto()
    FILLING = auto()
    CHANGED = auto()
    TAKEN_BACK = auto()
    CALLED_OFF = auto()


class EarlyPress(QObject):
    """Holds one press at most. A held press orders only what was in the tab when it was made.

    A paid order isn't held for a draft that was restored from the last run: nobody has seen yet what would be paid for.
    Escape takes the held press back, wherever in the window the keyboard is; after a press that ordered nothing because the
    tab was being filled, it calls that off. `coming` counts what is on its way into any of
    the tabs.
    """

    def __init__(self, parent: QWidget, on_taken_back: Callable[[], None]) -> None:
        super().__init__(parent)
        self._pane, self._on_taken_back = parent, on_taken_back
        self._held: tuple[_Wish, bool] | None = None
        self.coming = Coming(self)
        self._unseen = False
        self._not_ordered: _NotOrdered | None = None
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), parent)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self._escaped)
        self._call_off: Callable[[], None] | None = None

    def restored(self) -> None:
        """Count the content of the tabs as a draft that nobody has seen."""
        self._unseen = True

    def take(self, tab: ModeTab, *, rehearsal: bool) -> str:
        """Hold a press on a tab that waits only for the look at its pictures, or refuse it. Return what the person is told
        about it; empty where the tab waits for the person.
        """
        self.forget()
        if self.is_filling(tab):
            self._not_ordered = _NotOrdered.FILLING
            self._call_off = partial(self._call_off_in, tab)
            self._escape.setEnabled(True)
        elif not tab.readiness.only_looking:
            return ""
        elif self._unseen and not rehearsal:
            self._not_ordered = _NotOrdered.UNSEEN
        else:
            self._hold((_wish_in(tab), rehearsal))
        return self._waiting_words() or self._call_off_words() or self.note()

    def is_filling(self, tab: ModeTab) -> bool:
        """Whether something that was chosen is still on its way into the tab."""
        return self.coming.is_anything or tab.intake.coming.is_anything

    @property
    def pressed(self) -> bool:
        """Whether the last press is held, or has ordered nothing."""
        return self._held is not None or self._not_ordered is not None

    def forget(self) -> None:
        """Drop the held press, and what there is to say about an earlier one."""
        self._hold(None)
        self._not_ordered = None

    def _hold(self, press: tuple[_Wish, bool] | None) -> None:
        self._held, self._call_off = press, None
        self._escape.setEnabled(press is not None)

    def _call_off_in(self, tab: ModeTab) -> None:
        self.coming.call_off()
        tab.intake.coming.call_off()

    def _escaped(self) -> None:
        call_off = self._call_off
        self.forget()
        if call_off is not None:
            call_off()
        self._not_ordered = _NotOrdered.TAKEN_BACK if call_off is None else _NotOrdered.CALLED_OFF
        announce(self._pane, self.note())
        self._on_taken_back()

    def due(self, tab: ModeTab) -> bool | None:
        """Return whether a rehearsal (True) or a paid video (False) is to be ordered now; None for neither."""
        looking = tab.readiness.pending_count > 0
        self._unseen = self._unseen and looking
        if self._call_off is not None and not self.is_filling(tab):
            self._hold(None)
        if self._held is None:
            return None
        wish, rehearsal = self._held
        if _wish_in(tab) != wish:
            self._hold(None)
            self._not_ordered = _NotOrdered.CHANGED
        elif not looking:
            self._hold(None)
            return rehearsal
        return None

    def reason(self, tab: ModeTab) -> str:
        """Say why nothing can be ordered yet, where the person needn't do anything about it; empty otherwise."""
        if self.is_filling(tab):
            return (
                self._call_off_words() or self.note() or self.tr("What you chose is on its way into the tab…")
            )
        if tab.readiness.only_looking:
            return self._waiting_words() or self.note() or self.tr("Looking at the pictures…")
        return ""

    def _waiting_words(self) -> str:
        """Say what will become of the held press; empty without one."""
        if self._held is None:
            return ""
        return self.tr(
            "It is ordered as soon as the pictures are looked at. Escape takes it back, and so does closing the window."
        )

    def _call_off_words(self) -> str:
        """Say how to go on while what was chosen doesn't come; empty before a press."""
        if self._call_off is None:
            return ""
        return say_on(self.note(), self.tr("If it doesn't come, Escape calls it off."))

    def note(self) -> str:
        """Say why the last press ordered nothing; empty when it did, or when there was none."""
        match self._not_ordered:
            case _NotOrdered.UNSEEN:
                return self.tr(
                    "Nothing was ordered: the window was still being opened. See what is in it, then press again."
                )
            case _NotOrdered.FILLING:
                return self.tr(
                    "Nothing was ordered: what you chose last wasn't in the tab yet. See what is in it, then press again."
                )
            case _NotOrdered.TAKEN_BACK:
                return self.tr("Taken back: nothing was ordered.")
            case _NotOrdered.CALLED_OFF:
                return self.tr("Called off: the tab stays as it is, and nothing was ordered.")
            case _NotOrdered.CHANGED:
                return self.tr(
                    "Nothing was ordered: it was changed while its pictures were looked at. Press again."
                )
        return ""


def _wish_in(tab: ModeTab) -> _Wish:
    """Return the content of the tab and what its pictures are to become, without its framings, which are known only once
    the pictures were looked at.
    """
    return replace(tab.draft, framings=()), tab.arrangement
