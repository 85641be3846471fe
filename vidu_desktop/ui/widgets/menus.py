"""Menus whose entries all have a letter that chooses them, and entries of one menu that are shown in another."""

from collections.abc import Iterator

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from vidu_desktop.ui.models.tips import short_tip

_NAME = "isName"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


class LetteredMenu(QMenu):
    """Gives letters to its entries, and to those of the menus in it, when it is about to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aboutToShow.connect(lambda: give_letters(self))


def add_name(menu: QMenu, name: str) -> QAction:
    """Add an entry with a name that a person gave. It gets no letter, because names come and go; & is a plain character."""
    action = menu.addAction(name.replace("&", "&&"))
    action.setProperty(_NAME, True)
    action.setToolTip(short_tip(name))  # else it is the words, which Qt may take for markup
    return action


def give_letters(menu: QMenu) -> None:
    """Mark a letter in every entry without one, so that no two entries have the same; first that of a word's beginning, then
    any other. An entry without a free letter gets one in parentheses. Names get none, and neither do entries without words.
    """
    actions = [action for action in menu.actions() if not action.isSeparator()]
    taken = {letter for action in actions if (letter := _letter_of(action))}
    for action in actions:
        is_lettered = _letter_of(action) or action.property(_NAME) or not any(map(str.isalnum, action.text()))
        if not is_lettered:
            _mark(action, taken)
        inside = action.menu()
        if isinstance(inside, QMenu):
            give_letters(inside)


def _letter_of(action: QAction) -> str:
    return QKeySequence.mnemonic(action.text()).toString().removeprefix("Alt+")


def _mark(action: QAction, taken: set[str]) -> None:
    text = action.text()
    words, tab, key = text.partition("\t")
    for at in _places(words):
        if words[at].upper() not in taken:
            taken.add(words[at].upper())
            action.setText(f"{words[:at]}&{words[at:]}{tab}{key}")
            return
    letter = next((letter for letter in _LETTERS if letter not in taken), "")
    if letter:
        taken.add(letter)
        stem = words.removesuffix("…")
        gap = " " if stem.isascii() else ""
        action.setText(f"{stem}{gap}(&{letter}){words[len(stem) :]}{tab}{key}")


def _places(words: str) -> Iterator[int]:
    """Yield the places of the letters that may be marked, beginnings of words first."""
    letters = [at for at, letter in enumerate(words) if letter.upper() in _LETTERS]
    begins = [at for at in letters if at == 0 or not words[at - 1].isalnum()]
    yield from begins
    yield from (at for at in letters if at not in begins)


def adopt_entries(menu: QMenu, source: QMenu) -> None:
    """Add the entries of `source` to `menu`, which becomes the owner of `source`. The window flags are kept: without them
    `source` would be painted inside `menu`.
    """
    source.setParent(menu, source.windowFlags())
    menu.addActions(source.actions())
