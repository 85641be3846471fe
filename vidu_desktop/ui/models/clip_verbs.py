"""What can be done with videos. Each verb is defined once, for menus and keyboard alike."""

from enum import StrEnum

from vidu_desktop.domain.marks import MarkChange, Marks, Verdict


class ClipVerb(StrEnum):
    """The values are the verbs' names in tests and logs; people read the words of the menu."""

    PLAY = "play"
    PLAY_FILM = "play as one film"
    USE_AGAIN = "use again"
    PRESET = "preset"
    COPY_PROMPT = "copy prompt"
    COPY_FILES = "copy files"
    LAST_FRAME_TO_IMAGE = "last frame to image"
    LAST_FRAME_TO_START = "last frame to start and end"
    FIRST_FRAME_TO_BOARD = "first frame to board"
    LAST_FRAME_TO_BOARD = "last frame to board"
    SHELF = "shelf"
    KEEP = "keep"
    REJECT = "reject"
    STAR = "star"
    RATE_0 = "rate 0"
    RATE_1 = "rate 1"
    RATE_2 = "rate 2"
    RATE_3 = "rate 3"
    RATE_4 = "rate 4"
    RATE_5 = "rate 5"
    WINNER = "winner"
    SHOT = "shot"
    TAGS = "tags"
    NOTE = "note"
    RENAME = "rename"
    DETAILS = "details"
    COMPARE = "compare"
    ONION = "onion"
    EXPORT = "export"
    JOIN = "join"
    TIMELINE = "timeline"
    CONTACT_SHEET = "contact sheet"
    REVIEW = "review"
    SHOW_IN_FOLDER = "show in folder"
    OPEN_ELSEWHERE = "open elsewhere"
    FIND_MISSING = "find missing"
    TRASH = "trash"


RATINGS = (
    ClipVerb.RATE_0,
    ClipVerb.RATE_1,
    ClipVerb.RATE_2,
    ClipVerb.RATE_3,
    ClipVerb.RATE_4,
    ClipVerb.RATE_5,
)
"""The index is the number of stars."""

FILLING = frozenset({ClipVerb.USE_AGAIN, ClipVerb.LAST_FRAME_TO_IMAGE, ClipVerb.LAST_FRAME_TO_START})
"""The verbs that put something into a tab."""

MARKING = frozenset({ClipVerb.KEEP, ClipVerb.REJECT, ClipVerb.STAR, ClipVerb.WINNER, *RATINGS})
"""The verbs that change a mark at once; all others open something, or take the video away."""

FILE_VERBS = frozenset(
    {
        ClipVerb.PLAY,
        ClipVerb.PLAY_FILM,
        ClipVerb.COPY_FILES,
        ClipVerb.LAST_FRAME_TO_IMAGE,
        ClipVerb.LAST_FRAME_TO_START,
        ClipVerb.FIRST_FRAME_TO_BOARD,
        ClipVerb.LAST_FRAME_TO_BOARD,
        ClipVerb.SHELF,
        ClipVerb.COMPARE,
        ClipVerb.ONION,
        ClipVerb.EXPORT,
        ClipVerb.JOIN,
        ClipVerb.OPEN_ELSEWHERE,
    }
)
"""The verbs that need the video file, and can't be used while it is missing."""


def change_of(verb: ClipVerb, marks: Marks) -> MarkChange | None:
    """Return the change of marks that a verb makes on the selected clips; None when it changes no marks.

    `marks` are those of the current clip: keep, reject, star and winner take the mark away where the current clip already has
    it.
    """
    if verb in RATINGS:
        return MarkChange(rating=RATINGS.index(verb))
    match verb:
        case ClipVerb.STAR:
            return MarkChange(star=not marks.star)
        case ClipVerb.WINNER:
            return MarkChange(winner=not marks.winner)
        case ClipVerb.KEEP | ClipVerb.REJECT:
            wanted = Verdict.KEEP if verb is ClipVerb.KEEP else Verdict.REJECT
            if marks.verdict is wanted:
                return MarkChange(clear_verdict=True)
            return MarkChange(verdict=wanted)
    return None
