"""A search in words: the filters that are set, each with the search that is left without it, and the names of the orders."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from vidu_desktop.domain.library_query import LibraryQuery, SortKey, VerdictFilter
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.ui.models.mode_words import mode_name, model_with_mode
from vidu_desktop.ui.models.option_words import lone_value_words
from vidu_desktop.ui.text import say_day

translate = QCoreApplication.translate


def filter_chips(query: LibraryQuery) -> Iterator[tuple[str, LibraryQuery]]:
    """Return the words of each filter, with the search that is left without it. The searched text is no filter."""
    for name, say in (("modes", mode_name), ("models", model_with_mode), ("tags", _tag)):
        values: tuple[str, ...] = getattr(query, name)
        for value in values:
            left = tuple(other for other in values if other != value)
            yield say(value), replace(query, **{name: left})  # type: ignore[arg-type]  # the three are tuples of text
    for key, value in query.options:
        yield lone_value_words(key, value), with_option(query, key, value, chosen=False)
    if query.starred:
        yield translate("LibraryQuery", "Starred"), replace(query, starred=False)
    if query.rating_least:
        yield rating_words(query.rating_least), replace(query, rating_least=0)
    if query.verdict is not None:
        yield verdict_words(query.verdict), replace(query, verdict=None)
    if query.shot:
        yield query.shot, replace(query, shot="")
    if query.project:
        yield query.project, replace(query, project="", shot="")
    if query.rehearsal is not None:
        yield rehearsal_words(rehearsal=query.rehearsal), replace(query, rehearsal=None)
    if query.day_from is not None or query.day_to is not None:
        yield days_words(query), replace(query, day_from=None, day_to=None)


def with_option(query: LibraryQuery, key: str, value: str, *, chosen: bool) -> LibraryQuery:
    """Return the search with this value of an option added to its filters (`chosen`), or removed from them."""
    left = tuple(other for other in query.options if other != (key, value))
    return replace(query, options=(*left, (key, value)) if chosen else left)


def _tag(tag: str) -> str:
    return f"#{tag}"


def rating_words(stars: int) -> str:
    """Return the words of a filter for at least this many stars."""
    return translate("LibraryQuery", "{stars} or better").format(stars="★" * stars)


def rehearsal_words(*, rehearsal: bool) -> str:
    """Return the words of a filter for rehearsals, or for real videos."""
    if rehearsal:
        return translate("LibraryQuery", "Rehearsals")
    return translate("LibraryQuery", "Real videos")


def verdict_words(verdict: VerdictFilter) -> str:
    """Return the words of a filter for decisions."""
    match verdict:
        case VerdictFilter.KEPT:
            return translate("LibraryQuery", "Kept")
        case VerdictFilter.REJECTED:
            return translate("LibraryQuery", "Rejected")
        case VerdictFilter.OPEN:
            return translate("LibraryQuery", "Not decided")
        case VerdictFilter.NOT_REJECTED:
            return translate("LibraryQuery", "Not rejected")


def days_words(query: LibraryQuery) -> str:
    """Return the days of the search in words: one day, or a range whose open end is “…”."""

    def day(value: date | None) -> str:
        if value is None:
            return "…"
        return say_day(value)

    if query.day_from == query.day_to:
        return day(query.day_from)
    return f"{day(query.day_from)} – {day(query.day_to)}"


def sort_words(sort: SortKey) -> str:
    """Return the name of an order."""
    return translate("LibraryQuery", _SORTS[sort])


_SORTS = {
    SortKey.CREATED: QT_TRANSLATE_NOOP("LibraryQuery", "Date"),
    SortKey.NAME: QT_TRANSLATE_NOOP("LibraryQuery", "File name"),
    SortKey.RATING: QT_TRANSLATE_NOOP("LibraryQuery", "Rating"),
    SortKey.SHOT: QT_TRANSLATE_NOOP("LibraryQuery", "Project and shot"),
    SortKey.COLOUR_SHIFT: QT_TRANSLATE_NOOP("LibraryQuery", "Colour shift"),
    SortKey.STRUCTURE: QT_TRANSLATE_NOOP("LibraryQuery", "Likeness to the picture"),
    SortKey.FROZEN: QT_TRANSLATE_NOOP("LibraryQuery", "Frozen time"),
    SortKey.BLACK_FRAMES: QT_TRANSLATE_NOOP("LibraryQuery", "Black frames"),
    SortKey.LOOP_JUMP: QT_TRANSLATE_NOOP("LibraryQuery", "Jump at the loop"),
    SortKey.LENGTH: QT_TRANSLATE_NOOP("LibraryQuery", "Length"),
    SortKey.COST: QT_TRANSLATE_NOOP("LibraryQuery", "Cost"),
    SortKey.FILE_SIZE: QT_TRANSLATE_NOOP("LibraryQuery", "File size"),
}
