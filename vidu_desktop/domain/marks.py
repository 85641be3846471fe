"""What a person notes on a clip: star, rating, verdict, tags, note, and its place among the takes of a shot.

Marks are kept in the record beside the video, so that they survive every rebuild and travel with the folder.
"""

from dataclasses import dataclass, fields, replace
from enum import StrEnum

from vidu_desktop.domain.json_reading import Fields, damaged
from vidu_desktop.domain.translation import cleaned, cleaned_line

RATING_MOST = 5
TAG_MOST_CHARS = 60
TAGS_MOST = 50
NOTE_MOST_CHARS = 10_000
LABEL_MOST_CHARS = 80
TAKE_MOST = 9999


class Verdict(StrEnum):
    """What the person decided about a take."""

    KEEP = "keep"
    REJECT = "reject"


def tidy_label(text: str) -> str:
    """Return a project's or shot's name on one line, without blanks around it, cut to its limit. Control
    characters, what turns text around, and half surrogate pairs become blanks.
    """
    return cleaned_line(text)[:LABEL_MOST_CHARS].rstrip()


def tidy_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return each tag once (letter case aside), on one line, without commas and leading `#`."""
    kept: dict[str, str] = {}
    for tag in tags:
        word = tidy_label(tag.replace(",", " ")).lstrip("# ")[:TAG_MOST_CHARS].rstrip()
        if word:
            kept.setdefault(word.casefold(), word)
    return tuple(kept.values())[:TAGS_MOST]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """`rating` is 0 (none) to 5. `take` counts from 1 within `project` and `shot`; None outside a shot. `winner` marks the
    one take of its shot that is shown first; a rejected take is never the winner. Values are cut and tidied to their limits
    rather than refused, so that one bad value never prevents the rest from being kept.
    """

    star: bool = False
    rating: int = 0
    verdict: Verdict | None = None
    winner: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    project: str = ""
    shot: str = ""
    take: int | None = None

    def __post_init__(self) -> None:
        def tidy(name: str, value: object) -> None:
            object.__setattr__(self, name, value)

        # A library holds 100,000 of them, most with little in it.
        if not 0 <= self.rating <= RATING_MOST:
            tidy("rating", min(max(self.rating, 0), RATING_MOST))
        if self.tags:
            tidy("tags", tidy_tags(self.tags))
        if self.note:
            tidy("note", cleaned(self.note)[:NOTE_MOST_CHARS])
        if self.project:
            tidy("project", tidy_label(self.project))
        if self.shot:
            tidy("shot", tidy_label(self.shot))
        if self.take is not None:
            tidy("take", min(max(self.take, 1), TAKE_MOST) if self.shot else None)
        if self.winner:
            tidy("winner", bool(self.shot) and self.verdict is not Verdict.REJECT)

    @property
    def label(self) -> str:
        """Name the take as in film, `S010_T003`; empty outside a shot."""
        if not self.shot:
            return ""
        return self.shot if self.take is None else f"{self.shot}_T{self.take:03d}"


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkChange:
    """What to change on several clips at once; None leaves a field as it is. `clear_verdict` removes keep or
    reject. `add_tags` and `remove_tags` leave all other tags.
    """

    star: bool | None = None
    rating: int | None = None
    verdict: Verdict | None = None
    clear_verdict: bool = False
    winner: bool | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    note: str | None = None

    def applied_to(self, marks: Marks) -> Marks:
        """Return the marks after the change."""
        changes: dict[str, object] = {
            name: value
            for name in ("star", "rating", "verdict", "winner", "note")
            if (value := getattr(self, name)) is not None
        }
        if self.clear_verdict or self._takes_back_rejection(marks):
            changes["verdict"] = None
        if self.add_tags or self.remove_tags:
            gone = {tag.casefold() for tag in tidy_tags(self.remove_tags)}
            kept = tuple(tag for tag in marks.tags if tag.casefold() not in gone)
            changes["tags"] = (*kept, *self.add_tags)
        return replace(marks, **changes)  # type: ignore[arg-type]  # the names are the fields' own

    def _takes_back_rejection(self, marks: Marks) -> bool:
        """Whether a rejected take is to win, and nothing else is said of its verdict: the later wish counts."""
        wins = bool(self.winner) and bool(marks.shot)
        return wins and self.verdict is None and marks.verdict is Verdict.REJECT


def marks_to_document(marks: Marks) -> dict[str, object]:
    """Return the marks for the record: only those that are set, so that the record of an unmarked clip stays as it is."""
    document: dict[str, object] = {}
    for field in fields(Marks):
        value = getattr(marks, field.name)
        if value != field.default:
            document[field.name] = list(value) if isinstance(value, tuple) else value
    return document


def marks_from_document(document: object) -> Marks:
    """Read what `marks_to_document` wrote. Missing marks get their default. Raises BadInput."""
    read = Fields(document, "marks")
    try:
        verdict = Verdict(read.text("verdict")) if read.has("verdict") else None
    except ValueError as error:
        raise damaged("verdict") from error
    return Marks(
        star=read.has("star") and read.flag("star"),
        rating=read.clamped("rating", 0, RATING_MOST) if read.has("rating") else 0,
        verdict=verdict,
        winner=read.has("winner") and read.flag("winner"),
        tags=read.texts("tags") if read.has("tags") else (),
        note=read.text_or_none("note") or "",
        project=read.text_or_none("project") or "",
        shot=read.text_or_none("shot") or "",
        take=read.clamped("take", 1, TAKE_MOST) if read.has("take") else None,
    )
