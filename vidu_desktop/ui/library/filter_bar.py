"""The line above the videos: the search, its filters and order, how many were found, and how they are shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.library_query import Facets, LibraryQuery, SavedSearch, SortKey, Totals
from vidu_desktop.ui.library.filter_menu import add_filters, add_saved
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import (
    GAP_M,
    GAP_S,
    GAP_XS,
    LEAST_TILE_PX,
    USUAL_TILE_PX,
    WIDEST_TILE_PX,
    FontRole,
)
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.query_words import filter_chips, sort_words
from vidu_desktop.ui.text import say_number, say_sums
from vidu_desktop.ui.widgets.chip_row import ChipRow
from vidu_desktop.ui.widgets.elided_label import ElidedLabel
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.menus import LetteredMenu
from vidu_desktop.ui.widgets.name_question import name_question
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.search_field import SearchField
from vidu_desktop.ui.widgets.spoken import announce, name_by_tip, set_plain_tip
from vidu_desktop.ui.widgets.translated import Translated

_SEARCH_MOST_PX = 320
REST_MS = 800
"""How long the search rests before its count is read aloud: who goes on typing wants to hear the letters instead."""
_ASCENDING_FIRST = frozenset({SortKey.NAME, SortKey.SHOT, SortKey.STRUCTURE})


class FilterBar(Translated, QWidget):
    """Holds the current search, and tells when the person changes it."""

    query_changed = Signal(object)  # LibraryQuery
    facets_wanted = Signal()  # answered with `open_filters`
    search_saved = Signal(object)  # SavedSearch
    search_forgotten = Signal(str)  # name of the saved search
    tile_width_changed = Signal(int)
    as_list_changed = Signal(bool)
    details_wanted = Signal(bool)
    more_wanted = Signal(QPoint)  # where on the screen the menu is to open

    def __init__(self, look: Look, keys: KeyMap | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys or KeyMap()
        self.query = LibraryQuery()
        self._searches: Sequence[SavedSearch] = ()
        self._totals: Totals | None = None
        self._count = 0
        self._announced = self.query
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.search = SearchField(self._look)
        self.search.setMaximumWidth(_SEARCH_MOST_PX)
        self._filters, self._sort = PushButton(), PushButton()
        self._direction = IconButton(self._look, "chevron-down")
        for button, icon in ((self._filters, "filter"), (self._sort, "")):
            restyle(button, kind="quiet", dense="true")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if icon:
                self._look.set_icon(button, icon, "text_soft")
        self._found = ElidedLabel(role=FontRole.CAPTION, tone="faint")
        self._found.setObjectName("found")
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(LEAST_TILE_PX, WIDEST_TILE_PX)
        self._size.setValue(USUAL_TILE_PX)
        self._size.setMinimumWidth(40)  # becomes narrower where a small window needs the room for words
        self._size.setMaximumWidth(72)
        self._list = IconButton(self._look, "list", checkable=True)
        self._details = IconButton(self._look, "info", checkable=True)
        self._more = IconButton(self._look, "more")
        row = QHBoxLayout()
        row.setSpacing(GAP_XS)
        row.addWidget(self.search, 1)
        row.addSpacing(GAP_XS)
        row.addWidget(self._filters)
        row.addWidget(self._sort)
        row.addWidget(self._direction)
        row.addSpacing(GAP_S)
        row.addWidget(self._found, 1)
        row.addWidget(self._size)
        row.addWidget(self._list)
        row.addWidget(self._details)
        row.addWidget(self._more)
        self._chips = ChipRow(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_M, GAP_XS, GAP_S, GAP_S)
        column.setSpacing(GAP_XS)
        column.addLayout(row)
        column.addWidget(self._chips)

    def _connect(self) -> None:
        self.search.search_requested.connect(lambda text: self.ask(replace(self.query, text=text)))
        self._filters.clicked.connect(self.facets_wanted)
        self._sort.clicked.connect(self._open_sorts)
        self._direction.clicked.connect(
            lambda: self.ask(replace(self.query, ascending=not self.query.ascending))
        )
        self._size.valueChanged.connect(self.tile_width_changed)
        self._list.toggled.connect(self._follow_list)
        self._details.toggled.connect(self.details_wanted)
        self._rest.timeout.connect(self._announce_count)
        self._keys.changed.connect(self._retranslate)
        self._more.clicked.connect(lambda: self.more_wanted.emit(_below(self._more)))

    # -- the search ------------------------------------------------------------------------------------------------

    def ask(self, query: LibraryQuery) -> None:
        """Ask for another search, as if the person had chosen it here."""
        if query == self.query:
            return
        self.query = query
        if query.text != self.search.text().strip():
            self.search.show_text(query.text)
        self._show_query()
        self.query_changed.emit(query)

    def sort_by(self, sort: SortKey) -> None:
        """Sort by `sort`; if the list is sorted by it already, turn the order round."""
        if sort is self.query.sort:
            self.ask(replace(self.query, ascending=not self.query.ascending))
        else:
            self.ask(replace(self.query, sort=sort, ascending=sort in _ASCENDING_FIRST))

    def open_filters(self, facets: Facets) -> None:
        """Open the menu of filters with the values that the library has now."""
        self.filter_menu(facets).popup(_below(self._filters))

    def filter_menu(self, facets: Facets) -> QMenu:
        """Return the menu: the values to filter by, the saved searches, and the way back to all videos."""
        menu = self._menu()
        add_filters(menu, self.query, facets, self.ask, date.today())  # noqa: DTZ011 - the person's own day
        menu.addSeparator()
        saved = menu.addMenu(self.tr("Saved searches"))
        save = self._ask_name if self.query.filters else None
        add_saved(saved, self._searches, self.ask, save=save, forget=self.search_forgotten.emit)
        clear = menu.addAction(self.tr("Show everything"))
        clear.setEnabled(self.query.filters)
        clear.triggered.connect(self.clear)
        return menu

    def clear(self) -> None:
        """Remove all filters and the text from the search, and keep its order."""
        self.ask(LibraryQuery(sort=self.query.sort, ascending=self.query.ascending))

    def set_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Offer these saved searches in the menu."""
        self._searches = searches

    # -- what was found --------------------------------------------------------------------------------------------

    def show_count(self, count: int) -> None:
        """Say how many videos were found; the sums follow by `show_totals`."""
        if count != self._count:
            self._totals = None
        self._count = count
        self._say_found()
        if self.query != self._announced:
            self._rest.start()

    def show_totals(self, totals: Totals) -> None:
        """Say how many videos were found, and what they have cost."""
        self._totals, self._count = totals, totals.clips
        self._say_found()

    def show_view(self, *, as_list: bool, details: bool, tile_px: int) -> None:
        """Set the controls to the remembered view: list or grid, with details, width of the tiles in pixels."""
        self._size.setValue(tile_px)
        self._list.setChecked(as_list)
        self._details.setChecked(details)

    @property
    def details_shown(self) -> bool:
        """Whether the details are shown beside the videos."""
        return self._details.isChecked()

    def toggle_details(self) -> None:
        """Show or hide the details."""
        self._details.toggle()

    def _follow_list(self, as_list: bool) -> None:
        self._size.setVisible(not as_list)
        self.as_list_changed.emit(as_list)

    def _announce_count(self) -> None:
        self._announced = self.query
        announce(self, self._count_words())

    # -- inside ----------------------------------------------------------------------------------------------------

    def _menu(self) -> QMenu:
        menu = LetteredMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _open_sorts(self) -> None:
        menu = self._menu()
        for sort in SortKey:
            action = menu.addAction(sort_words(sort))
            action.setCheckable(True)
            action.setChecked(sort is self.query.sort)
            action.triggered.connect(lambda _checked=False, sort=sort: self.sort_by(sort))
        menu.popup(_below(self._sort))

    def _ask_name(self) -> None:
        query = self.query

        def save(name: str) -> None:
            if name.strip():
                self.search_saved.emit(SavedSearch(name=name.strip(), query=query))

        asking = name_question(self, self.tr("Save this search"), self.tr("Name"))
        asking.textValueSelected.connect(save)

    def _show_query(self) -> None:
        chips = [(words, lambda left=left: self.ask(left)) for words, left in filter_chips(self.query)]
        self._chips.show_chips(
            chips, lambda words: self.tr("Don't filter by “{filter}”").format(filter=words)
        )
        self._sort.setText(sort_words(self.query.sort))
        self._direction.set_icon("chevron-up" if self.query.ascending else "chevron-down")

    def _say_found(self) -> None:
        words, tip = [self._count_words()], ""
        totals = self._totals
        if totals is not None and totals.cost:
            words.append(say_sums(totals.cost.to_cents()))
            per_kept = totals.cost_per_kept
            if per_kept:
                price = say_sums(per_kept.to_cents())
                words.append(self.tr("{price} a kept one").format(price=price))
                tip = self.tr(
                    "What was paid for all videos here, also the rejected ones, divided by those of them that you kept. "
                    "Filters by decision, star and rating don't change it. Rehearsals, videos whose cost isn't known, "
                    "and the trash don't count."
                )
        text = " · ".join(words)
        self._found.setText(text)
        if tip:
            set_plain_tip(self._found, f"{text}\n{tip}")

    def _count_words(self) -> str:
        count = self._count
        if self.query.filters:
            return (
                self.tr("1 found") if count == 1 else self.tr("{count} found").format(count=say_number(count))
            )
        return self.tr("1 video") if count == 1 else self.tr("{count} videos").format(count=say_number(count))

    @override
    def _retranslate(self) -> None:
        self._filters.setText(self.tr("Filter"))
        self._filters.setAccessibleName(self.tr("Filter and saved searches"))
        self._sort.setToolTip(self.tr("Sorted by"))
        self._sort.setAccessibleName(self.tr("Sort the library"))
        self._direction.set_label(self.tr("Turn the order round"))
        name_by_tip(self._size, self.tr("Size of the tiles"))
        self._list.set_label(self.tr("Show as a list"))
        self._details.set_label(self.tr("Details"), self._keys.key_text(ClipVerb.DETAILS))
        self._more.set_label(self.tr("More"))
        self._show_query()
        self._say_found()


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(0, widget.height()))
