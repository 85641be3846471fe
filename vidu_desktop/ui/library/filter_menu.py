"""The menu of filters: the values that this library has, each with its number of videos, and the saved searches."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from vidu_desktop.domain.library_query import Facets, LibraryQuery, SavedSearch, VerdictFilter
from vidu_desktop.domain.marks import RATING_MOST
from vidu_desktop.ui.models.mode_words import mode_name, model_with_mode
from vidu_desktop.ui.models.option_words import option_label, value_words
from vidu_desktop.ui.models.query_words import rating_words, rehearsal_words, verdict_words, with_option
from vidu_desktop.ui.widgets.menus import add_name

Choose = Callable[[LibraryQuery], None]

_TAGS_MOST = 60

translate = QCoreApplication.translate


def add_filters(menu: QMenu, query: LibraryQuery, facets: Facets, choose: Choose, today: date) -> None:
    """Add an entry for every filter. A checked one is removed by choosing it again."""
    filters = _Filters(menu, query, choose)
    filters.several(translate("FilterMenu", "Made from"), "modes", facets.modes.items(), mode_name)
    filters.several(translate("FilterMenu", "Model"), "models", facets.models.items(), model_with_mode)
    for key, counts in facets.options.items():
        filters.of_option(key, counts)
    menu.addSeparator()
    filters.one(menu, translate("FilterMenu", "Starred"), "starred", value=True, none=False)
    rating = menu.addMenu(translate("FilterMenu", "Rating"))
    for stars in range(RATING_MOST, 0, -1):
        filters.one(rating, rating_words(stars), "rating_least", value=stars, none=0)
    decision = menu.addMenu(translate("FilterMenu", "Decision"))
    for verdict in VerdictFilter:
        filters.one(decision, verdict_words(verdict), "verdict", value=verdict)
    tags = list(facets.tags.items())[:_TAGS_MOST]
    filters.several(translate("FilterMenu", "Tag"), "tags", tags, str)
    _add_places(menu, query, facets, choose)
    menu.addSeparator()
    _add_days(menu, query, choose, today)
    kind = menu.addMenu(translate("FilterMenu", "Rehearsal or real"))
    for rehearsal in (False, True):
        filters.one(kind, rehearsal_words(rehearsal=rehearsal), "rehearsal", value=rehearsal)


class _Filters:
    """Makes entries that each change one field of the search."""

    def __init__(self, menu: QMenu, query: LibraryQuery, choose: Choose) -> None:
        self._menu = menu
        self._query = query
        self._choose = choose

    def several(
        self, name: str, field: str, counts: Iterable[tuple[str, int]], say: Callable[[str], str]
    ) -> None:
        """Add a menu in which several entries may be checked."""
        chosen: tuple[str, ...] = getattr(self._query, field)
        menu = self._menu.addMenu(name)
        for value, count in counts:
            left = tuple(other for other in chosen if other != value)
            wanted = left if value in chosen else (*chosen, value)
            words = f"{_plain(say(value))}\t{count}"
            _add(menu, words, replace(self._query, **{field: wanted}), self._choose, checked=value in chosen)  # type: ignore[arg-type]
        menu.setEnabled(not menu.isEmpty())

    def of_option(self, key: str, counts: Mapping[str, int]) -> None:
        """Add a menu of an option's values, of which several may be checked; nothing where no clip has the option."""
        chosen = self._query.options_by_key.get(key, ())
        if not counts and not chosen:
            return
        menu = self._menu.addMenu(option_label(key))
        for value, count in counts.items():
            wanted = with_option(self._query, key, value, chosen=value not in chosen)
            words = f"{_plain(value_words(key, value))}\t{count}"
            _add(menu, words, wanted, self._choose, checked=value in chosen)

    def one(self, menu: QMenu, words: str, field: str, *, value: object, none: object = None) -> None:
        """Add an entry for a field that has one value at a time. `none` is its value without the filter."""
        checked = getattr(self._query, field) == value
        wanted = none if checked else value
        _add(menu, words, replace(self._query, **{field: wanted}), self._choose, checked=checked)  # type: ignore[arg-type]


def _add(menu: QMenu, words: str, wanted: LibraryQuery, choose: Choose, *, checked: bool) -> None:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(checked)
    action.triggered.connect(lambda: choose(wanted))


def _plain(text: str) -> str:
    return text.replace("&", "&&")


def _add_places(menu: QMenu, query: LibraryQuery, facets: Facets, choose: Choose) -> None:
    places = menu.addMenu(translate("FilterMenu", "Project and shot"))
    places.setEnabled(bool(facets.projects))
    for project, shots in facets.projects.items():
        into = places
        if project:
            into = places.addMenu(_plain(project))
            here = query.project == project and not query.shot
            everything = replace(query, project="" if here else project, shot="")
            _add(into, translate("FilterMenu", "All of it"), everything, choose, checked=here)
        for shot in shots:
            here = (query.project, query.shot) == (project, shot)
            wanted = replace(query, project="" if here else project, shot="" if here else shot)
            _add(into, _plain(shot), wanted, choose, checked=here)


def _add_days(menu: QMenu, query: LibraryQuery, choose: Choose, today: date) -> None:
    days = menu.addMenu(translate("FilterMenu", "Date"))
    for words, since in (
        (translate("FilterMenu", "Today"), today),
        (translate("FilterMenu", "The last 7 days"), today - timedelta(days=6)),
        (translate("FilterMenu", "The last 30 days"), today - timedelta(days=29)),
        (translate("FilterMenu", "This year"), date(today.year, 1, 1)),
    ):
        checked = (query.day_from, query.day_to) == (since, None)
        wanted = replace(query, day_from=None if checked else since, day_to=None)
        _add(days, words, wanted, choose, checked=checked)
    year = today.year - 1
    first, last = date(year, 1, 1), date(year, 12, 31)
    checked = (query.day_from, query.day_to) == (first, last)
    wanted = replace(query, day_from=None if checked else first, day_to=None if checked else last)
    _add(days, translate("FilterMenu", "Last year"), wanted, choose, checked=checked)


def add_saved(
    menu: QMenu,
    searches: Sequence[SavedSearch],
    choose: Choose,
    *,
    save: Callable[[], None] | None,
    forget: Callable[[str], None],
) -> None:
    """Add the saved searches. `save` is None when the current search has nothing to save."""
    for search in searches:
        action = add_name(menu, search.name)
        action.triggered.connect(lambda _checked=False, query=search.query: choose(query))
    if searches:
        menu.addSeparator()
    keep = menu.addAction(translate("FilterMenu", "Save this search…"))
    keep.setEnabled(save is not None)
    if save is not None:
        keep.triggered.connect(save)
    gone = menu.addMenu(translate("FilterMenu", "Forget a saved search"))
    gone.setEnabled(bool(searches))
    for search in searches:
        action = add_name(gone, search.name)
        action.triggered.connect(lambda _checked=False, name=search.name: forget(name))
