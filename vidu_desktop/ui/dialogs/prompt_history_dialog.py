"""Earlier prompts, to search and to use again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from vidu_desktop.domain.prompt_history import PastPrompt
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.tips import plain_tip
from vidu_desktop.ui.text import say_moment, say_number
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.screen_room import list_room_px
from vidu_desktop.ui.widgets.search_field import SearchField

_PROMPT = Qt.ItemDataRole.UserRole
_WORDS_OF = Qt.ItemDataRole.UserRole + 1


class PromptHistoryDialog(DialogFrame):
    """Lists the prompts as given, the newest first. A search finds prompts that contain all of its words, in upper or lower
    case.
    """

    chosen = Signal(str)  # the whole prompt

    def __init__(self, look: Look, prompts: Sequence[PastPrompt], parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent, width_px=640)
        self.setWindowTitle(self.tr("Earlier prompts"))
        self.search = SearchField(look)
        self.search.setAccessibleName(self.tr("Search the earlier prompts"))
        self.body.addWidget(self.search)
        self.list = self._made_list()
        self.body.addWidget(self.list, 1)
        self._empty = plain_label(tone="soft", wrap=True)
        self.body.addWidget(self._empty)
        self.add_answer(self.tr("Cancel")).clicked.connect(self.reject)
        self._use = self.add_answer(self.tr("Use it"), "primary")
        self._fill(prompts)
        self._use.clicked.connect(self._choose)
        self.list.itemDoubleClicked.connect(self._choose)
        self.search.search_requested.connect(self._look_for)
        self._look_for("")
        self.search.setFocus()

    def _made_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setHeaderLabels([self.tr("Prompt"), self.tr("Used"), self.tr("Last")])
        made.setMinimumHeight(list_room_px(self, 300))
        made.setAccessibleName(self.tr("Earlier prompts"))
        heads = made.header()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return made

    def _fill(self, prompts: Sequence[PastPrompt]) -> None:
        items = []
        for one in prompts:
            shown = " ".join(one.prompt.split())
            item = QTreeWidgetItem(
                [shown, self.tr("{count} ×").format(count=say_number(one.uses)), say_moment(one.last_used_at)]
            )
            item.setToolTip(0, plain_tip(one.prompt))
            item.setData(0, _PROMPT, one.prompt)
            item.setData(0, _WORDS_OF, shown.casefold())
            items.append(item)
        self.list.addTopLevelItems(items)
        for column in (1, 2):
            self.list.resizeColumnToContents(column)

    def _look_for(self, text: str) -> None:
        words = text.casefold().split()
        first = None
        for index in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(index)
            if item is None:
                continue
            found = all(word in item.data(0, _WORDS_OF) for word in words)
            item.setHidden(not found)
            first = first or (item if found else None)
        self.list.setCurrentItem(first)  # type: ignore[arg-type]  # None is none, for Qt
        self._use.setEnabled(first is not None)
        nothing = (
            self.tr("No prompt has all of these words.")
            if words
            else self.tr("Prompts of your videos and of what is in the queue will stand here.")
        )
        self._empty.setText(nothing)
        self._empty.setVisible(first is None)

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(0, _PROMPT))
            self.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # In the search field, the Up and Down keys move to the list, as in other lists that are filtered
        # while typing.
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search.hasFocus():
            self.list.setFocus()
            return
        super().keyPressEvent(event)
