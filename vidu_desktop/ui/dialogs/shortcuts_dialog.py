"""All keys of the program, to search and to change."""

from itertools import groupby

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from typing_extensions import override

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.key_map import KeyMap, say_key
from vidu_desktop.ui.models.key_table import KEY_TABLE, KeyEntry, Place
from vidu_desktop.ui.text import say_list, say_quoted
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.screen_room import list_room_px
from vidu_desktop.ui.widgets.search_field import SearchField
from vidu_desktop.ui.widgets.spoken import announce, name_field

_ENTRY = Qt.ItemDataRole.UserRole
_PLACE_WORDS = {
    Place.WINDOW: QT_TRANSLATE_NOOP("Keys", "Everywhere"),
    Place.STAGE: QT_TRANSLATE_NOOP("Keys", "Stage"),
    Place.QUEUE: QT_TRANSLATE_NOOP("Keys", "Queue"),
    Place.LIBRARY: QT_TRANSLATE_NOOP("Keys", "Library"),
    Place.COMPARE: QT_TRANSLATE_NOOP("Keys", "Compare"),
}


class _KeyField(QKeySequenceEdit):
    accessible_role = QAccessible.Role.EditableText

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and _leaves(self.keySequence()):
            event.ignore()  # a second Escape closes the dialog; after the first, its meaning was shown
        else:
            super().keyPressEvent(event)


class ShortcutsDialog(DialogFrame):
    """Shows the key map. Changes take effect at once, and the key map saves them."""

    def __init__(self, look: Look, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent, width_px=620)
        self._keys = keys
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._build(look)
        self._connect()
        self._show_all()
        self.search.setFocus()

    def _build(self, look: Look) -> None:
        self.search = SearchField(look)
        self.search.setAccessibleName(self.tr("Search by what it does, or by its key"))
        self.list = self._made_list()
        self.key = _KeyField()
        self.key.setMaximumSequenceLength(1)
        name_field(self.key, self.tr("New key"))
        self.set_key = self._small(self.tr("Set"))
        self.no_key = self._small(self.tr("No key"))
        self.usual_key = self._small(self.tr("The usual key"))
        self._words = plain_label(tone="soft", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(plain_label(self.tr("New key")))
        row.addWidget(self.key, 1)
        for button in (self.set_key, self.no_key, self.usual_key):
            row.addWidget(button)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._words)
        self.all_usual = self.add_answer(self.tr("All keys as usual"))
        self._close = self.add_answer(self.tr("Close"), "primary")
        self._close.setDefault(False)  # Return in the search field moves to the list
        self._close.setAutoDefault(False)

    def _small(self, words: str) -> PushButton:
        button = PushButton(words)
        button.setAutoDefault(False)
        restyle(button, kind="secondary", dense="true")
        return button

    def _made_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setColumnCount(2)
        made.setHeaderLabels([self.tr("What it does"), self.tr("Key")])
        made.setUniformRowHeights(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setMinimumHeight(list_room_px(self, 300))
        made.setAccessibleName(self.tr("Keyboard shortcuts"))
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return made

    def _connect(self) -> None:
        self.search.search_requested.connect(self._filter)
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.itemActivated.connect(lambda _item, _column: self.key.setFocus())
        self.list.currentItemChanged.connect(lambda _now, _former: self._show_chosen())
        self.key.keySequenceChanged.connect(lambda _keys: self._show_wish())
        self.set_key.clicked.connect(lambda: self._change([self.key.keySequence().toString()]))
        self.no_key.clicked.connect(lambda: self._change([]))
        self.usual_key.clicked.connect(self._change_back)
        self.all_usual.clicked.connect(self._keys.reset)
        self._close.clicked.connect(self.accept)
        self._keys.changed.connect(self._show_keys)

    def _show_all(self) -> None:
        for places, entries in groupby(KEY_TABLE, _heard_in):
            group = self._group(places)
            for entry in entries:
                item = QTreeWidgetItem(group, [_words_of(entry), ""])
                item.setData(0, _ENTRY, entry)
        self.list.expandAll()
        self._show_keys()
        self._show_chosen()

    def _group(self, words: str) -> QTreeWidgetItem:
        for there in self._groups():
            if there.text(0) == words:
                return there
        group = QTreeWidgetItem(self.list, [words, ""])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        return group

    def _items(self) -> list[QTreeWidgetItem]:
        return [item for group in self._groups() for item in _children(group)]

    def _groups(self) -> list[QTreeWidgetItem]:
        return _children(self.list.invisibleRootItem())

    def _show_keys(self) -> None:
        for item in self._items():
            entry: KeyEntry = item.data(0, _ENTRY)
            held = self._keys.keys_of(entry.command)
            item.setText(1, say_list(map(say_key, held)))
            item.setData(1, Qt.ItemDataRole.AccessibleTextRole, item.text(1) or self.tr("none"))
            font = item.font(1)
            font.setBold(held != entry.keys)
            item.setFont(1, font)
        self.list.resizeColumnToContents(1)
        self.all_usual.setEnabled(self._keys.is_changed)
        self._show_chosen()

    def _filter(self, wanted: str) -> None:
        """Show the commands that contain all words in their name, their place or their keys."""
        words = wanted.casefold().split()
        for item in self._items():
            group = item.parent()
            texts = (item.text(0), item.text(1), "" if group is None else group.text(0))
            there = " ".join(texts).casefold()
            item.setHidden(not all(word in there for word in words))
        for group in self._groups():
            group.setHidden(all(item.isHidden() for item in _children(group)))
        shown = [item for item in self._items() if not item.isHidden()]
        current = self.list.currentItem()
        if shown and (current is None or current.isHidden()):
            self.list.setCurrentItem(shown[0])
        self._show_chosen()

    def _chosen(self) -> KeyEntry | None:
        item = self.list.currentItem()
        return None if item is None or item.isHidden() else item.data(0, _ENTRY)

    def _show_chosen(self) -> None:
        self.key.clear()
        self._show_wish()

    def _show_wish(self) -> None:
        """Say what setting the pressed key would change, before *Set* is pressed."""
        entry, pressed = self._chosen(), self.key.keySequence()
        self.key.setEnabled(entry is not None)
        held = () if entry is None else self._keys.keys_of(entry.command)
        self.no_key.setEnabled(bool(held))
        self.usual_key.setEnabled(entry is not None and held != entry.keys)
        self.set_key.setEnabled(entry is not None and not pressed.isEmpty() and not _leaves(pressed))
        self._words.setText(self._words_of_wish(entry, pressed))
        if not pressed.isEmpty():
            announce(self._words, self._words.text())

    def _words_of_wish(self, entry: KeyEntry | None, pressed: QKeySequence) -> str:
        if entry is None:
            return self.tr("Choose a line to give it another key.")
        key = pressed.toString()
        if pressed.isEmpty():
            usual = say_list(map(say_key, entry.keys)) or self.tr("none")
            return self.tr("Usual key of “{command}”: {key}").format(command=_words_of(entry), key=usual)
        if _leaves(pressed):
            return self.tr("Escape always leaves: a full screen, a search, a dialog.")
        others = [_words_of(holder) for holder in self._keys.holders(entry.command, key)]
        if others:
            words = (
                self.tr("{key} is the key of {commands}, which loses it then.")
                if len(others) == 1
                else self.tr("{key} is the key of {commands}, which lose it then.")
            )
            return words.format(key=say_key(key), commands=say_list(map(say_quoted, others)))
        return self.tr("{key} is free.").format(key=say_key(key))

    def _change(self, keys: list[str]) -> None:
        entry = self._chosen()
        if entry is not None:
            self.list.setFocus()  # the pressed button will be disabled, and Qt would focus the next one
            self._keys.set_keys(entry.command, keys)

    def _change_back(self) -> None:
        entry = self._chosen()
        if entry is not None:
            self._change(list(entry.keys))


def _children(parent: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (parent.child(place) for place in range(parent.childCount()))
    return [item for item in found if item is not None]


def _words_of(entry: KeyEntry) -> str:
    words = QCoreApplication.translate("Keys", entry.words)
    return words[:1].upper() + words[1:]


def _heard_in(entry: KeyEntry) -> str:
    """Return the places where a command's keys work; a command of the window works everywhere."""
    places = [place for place in Place if place in entry.places]
    if Place.WINDOW in places:
        places = [Place.WINDOW]
    return " · ".join(QCoreApplication.translate("Keys", _PLACE_WORDS[place]) for place in places)


def _leaves(pressed: QKeySequence) -> bool:
    return pressed.toString() == "Esc"
