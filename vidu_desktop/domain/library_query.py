"""What a person looks for in the library: words, filters and an order, and how a saved search is written."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from vidu_desktop.domain.amounts import Currency, Sums
from vidu_desktop.domain.json_reading import Fields, damaged
from vidu_desktop.domain.marks import RATING_MOST, TAGS_MOST
from vidu_desktop.domain.options import KINDS
from vidu_desktop.domain.translation import cleaned_line

TEXT_MOST_CHARS = 1_000
SEARCH_NAME_MOST_CHARS = 80
CHOICES_MOST = TAGS_MOST
"""Per filter: SQLite refuses a query with a thousand conditions."""


class SortKey(StrEnum):
    """What the clips are ordered by; ties are newest first."""

    CREATED = "created"
    NAME = "name"
    RATING = "rating"
    SHOT = "shot"
    """By project and shot; within a shot the winner first, then kept takes, then by number, rejected takes last."""
    COLOUR_SHIFT = "colour-shift"
    """Mean CIEDE2000 of the worse end."""
    STRUCTURE = "structure"
    """Structural similarity of the worse end."""
    FROZEN = "frozen"
    BLACK_FRAMES = "black-frames"
    LOOP_JUMP = "loop-jump"
    LENGTH = "length"
    COST = "cost"
    FILE_SIZE = "file-size"


MEASURED = frozenset(
    {SortKey.COLOUR_SHIFT, SortKey.STRUCTURE, SortKey.FROZEN, SortKey.BLACK_FRAMES, SortKey.LOOP_JUMP}
)
"""The orders by fidelity: clips that weren't measured come last in both directions."""


class VerdictFilter(StrEnum):
    """Which verdicts to show."""

    KEPT = "kept"
    REJECTED = "rejected"
    OPEN = "open"
    """Takes without a verdict."""
    NOT_REJECTED = "not-rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryQuery:
    """All filters that are set must hold; an empty tuple, an empty text and None set no filter. `options` are
    pairs of OptionKey and value as text; of several values of one option, the clip must have one. `text` is
    searched for in prompt, file name, tags, note, project and shot. All of `tags` must be there. Days are in
    the person's time zone, both included. `rehearsal` True finds only rehearsals, False only real videos.
    """

    text: str = ""
    modes: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    starred: bool = False
    rating_least: int = 0
    verdict: VerdictFilter | None = None
    tags: tuple[str, ...] = ()
    project: str = ""
    shot: str = ""
    day_from: date | None = None
    day_to: date | None = None
    rehearsal: bool | None = None
    sort: SortKey = SortKey.CREATED
    ascending: bool = False

    @property
    def filters(self) -> bool:
        """Whether any filter is set, words included."""
        ordering = ("sort", "ascending")
        return any(
            getattr(self, field.name) != field.default for field in fields(self) if field.name not in ordering
        )

    @property
    def options_by_key(self) -> dict[str, tuple[str, ...]]:
        """The wanted values of each option."""
        keys = dict.fromkeys(key for key, _ in self.options)
        return {key: tuple(value for of, value in self.options if of == key) for key in keys}


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A search that the person named, on one line and without characters that can't be seen."""

    name: str
    query: LibraryQuery

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", cleaned_line(self.name)[:SEARCH_NAME_MOST_CHARS])


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The values to filter by, each with its number of clips, over the whole library."""

    modes: Mapping[str, int]
    models: Mapping[str, int]
    options: Mapping[str, Mapping[str, int]]
    """By OptionKey, for the options that can be filtered by: each value as text, with its number of clips."""
    tags: Mapping[str, int]
    projects: Mapping[str, tuple[str, ...]]
    """The shots of each project, both in order; shots without a project are under the empty name."""
    rehearsals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums over the clips that a query finds. `cost` covers all of them, kept or not. `kept` and
    `chosen_from` ignore the query's filters by verdict, star and rating: `kept` counts, for each currency,
    the paid clips that were kept, and `chosen_from` is what they and all clips that they were chosen from
    cost. The trash isn't in the index, so it is in none of the sums.
    """

    clips: int
    cost: Sums
    kept: Mapping[Currency, int]
    chosen_from: Sums

    @property
    def cost_per_kept(self) -> Sums:
        """The cost per kept clip, including the takes that weren't kept, of clips paid for in the same currency."""
        return Sums.of(
            self.chosen_from.inside(currency) / kept for currency, kept in self.kept.items() if kept
        )


def query_to_document(query: LibraryQuery) -> dict[str, object]:
    """Return the filters that are set, as JSON values."""
    document: dict[str, object] = {}
    for field in fields(LibraryQuery):
        value = getattr(query, field.name)
        if value == field.default:
            continue
        if field.name == "options":
            value = {key: list(values) for key, values in query.options_by_key.items()}
        elif isinstance(value, tuple):
            value = list(value)
        elif isinstance(value, date):
            value = value.isoformat()
        document[field.name] = value
    return document


def query_from_document(document: object) -> LibraryQuery:
    """Read what `query_to_document` wrote. Raises BadInput."""
    read = Fields(document, "search")
    try:
        verdict = VerdictFilter(read.text("verdict")) if read.has("verdict") else None
        sort = SortKey(read.text("sort")) if read.has("sort") else SortKey.CREATED
    except ValueError as error:
        raise damaged("search") from error
    texts = {
        name: read.texts(name, CHOICES_MOST) if read.has(name) else () for name in ("modes", "models", "tags")
    }
    return LibraryQuery(
        text=(read.text_or_none("text") or "")[:TEXT_MOST_CHARS],
        modes=texts["modes"],
        models=texts["models"],
        options=_options_from(read),
        starred=read.has("starred") and read.flag("starred"),
        rating_least=read.whole("rating_least", 0, RATING_MOST) if read.has("rating_least") else 0,
        verdict=verdict,
        tags=texts["tags"],
        project=read.text_or_none("project") or "",
        shot=read.text_or_none("shot") or "",
        day_from=read.day_or_none("day_from"),
        day_to=read.day_or_none("day_to"),
        rehearsal=read.flag("rehearsal") if read.has("rehearsal") else None,
        sort=sort,
        ascending=read.has("ascending") and read.flag("ascending"),
    )


def _options_from(read: Fields) -> tuple[tuple[str, str], ...]:
    """Read the filters by option; until 2026-11 some of them had fields of their own."""
    if read.has("options"):
        chosen = read.part("options")
        pairs = [(key, value) for key in chosen.names() for value in chosen.texts(key, CHOICES_MOST)]
    else:
        older = [(key, kind.older_filter) for key, kind in KINDS.items() if kind.older_filter]
        held = [(key, name) for key, name in older if read.has(name)]
        pairs = [(key, value) for key, name in held for value in read.texts(name, CHOICES_MOST)]
    if len(pairs) > CHOICES_MOST:
        raise damaged("options")
    return tuple(pairs)
