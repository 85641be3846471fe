"""The keys of what can be done with videos: lines of the table of keys."""

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.ui.models.clip_verbs import ClipVerb

OF_SEVERAL = frozenset({ClipVerb.PLAY, ClipVerb.PLAY_FILM, ClipVerb.COMPARE, ClipVerb.JOIN})
"""The verbs whose keys are heard in the library alone, where videos are selected."""
CLIP_KEYS: tuple[tuple[ClipVerb, str, tuple[str, ...]], ...] = (
    (ClipVerb.LAST_FRAME_TO_IMAGE, QT_TRANSLATE_NOOP("Keys", "last frame as next picture"), ("Ctrl+N",)),
    (
        ClipVerb.LAST_FRAME_TO_START,
        QT_TRANSLATE_NOOP("Keys", "last frame as next start frame"),
        ("Ctrl+Shift+N",),
    ),
    (ClipVerb.FIRST_FRAME_TO_BOARD, QT_TRANSLATE_NOOP("Keys", "first frame onto the chain board"), ()),
    (ClipVerb.LAST_FRAME_TO_BOARD, QT_TRANSLATE_NOOP("Keys", "last frame onto the chain board"), ()),
    (ClipVerb.SHELF, QT_TRANSLATE_NOOP("Keys", "last frame on the shelf"), ()),
    (ClipVerb.PLAY, QT_TRANSLATE_NOOP("Keys", "play; the stage has the keyboard then"), ("Return",)),
    (ClipVerb.PLAY_FILM, QT_TRANSLATE_NOOP("Keys", "play the selected ones as one film"), ("Shift+Return",)),
    (ClipVerb.RATE_1, QT_TRANSLATE_NOOP("Keys", "one star"), ("1",)),
    (ClipVerb.RATE_2, QT_TRANSLATE_NOOP("Keys", "two stars"), ("2",)),
    (ClipVerb.RATE_3, QT_TRANSLATE_NOOP("Keys", "three stars"), ("3",)),
    (ClipVerb.RATE_4, QT_TRANSLATE_NOOP("Keys", "four stars"), ("4",)),
    (ClipVerb.RATE_5, QT_TRANSLATE_NOOP("Keys", "five stars"), ("5",)),
    (ClipVerb.RATE_0, QT_TRANSLATE_NOOP("Keys", "no rating"), ("0",)),
    (ClipVerb.STAR, QT_TRANSLATE_NOOP("Keys", "mark with the star"), ("S",)),
    (ClipVerb.KEEP, QT_TRANSLATE_NOOP("Keys", "keep; again: not decided"), ("P",)),
    (ClipVerb.REJECT, QT_TRANSLATE_NOOP("Keys", "reject; again: not decided"), ("X",)),
    (ClipVerb.WINNER, QT_TRANSLATE_NOOP("Keys", "the winner of its shot"), ("W",)),
    (ClipVerb.SHOT, QT_TRANSLATE_NOOP("Keys", "put into a shot, as takes"), ("G",)),
    (ClipVerb.TAGS, QT_TRANSLATE_NOOP("Keys", "tags"), ("T",)),
    (ClipVerb.NOTE, QT_TRANSLATE_NOOP("Keys", "note"), ("N",)),
    (ClipVerb.RENAME, QT_TRANSLATE_NOOP("Keys", "rename the file"), ("F2",)),
    (ClipVerb.DETAILS, QT_TRANSLATE_NOOP("Keys", "details"), ("Ctrl+I",)),
    (ClipVerb.COMPARE, QT_TRANSLATE_NOOP("Keys", "compare the selected ones, two at a time"), ("C",)),
    (ClipVerb.ONION, QT_TRANSLATE_NOOP("Keys", "compare with its pictures"), ()),
    (
        ClipVerb.EXPORT,
        QT_TRANSLATE_NOOP("Keys", "export; on the stage from in to out point"),
        ("E", "Ctrl+E"),
    ),
    (ClipVerb.JOIN, QT_TRANSLATE_NOOP("Keys", "join the selected ones into one video"), ()),
    (ClipVerb.TIMELINE, QT_TRANSLATE_NOOP("Keys", "timeline for an editor"), ()),
    (ClipVerb.CONTACT_SHEET, QT_TRANSLATE_NOOP("Keys", "contact sheet"), ()),
    (ClipVerb.REVIEW, QT_TRANSLATE_NOOP("Keys", "review packet"), ()),
    (ClipVerb.PRESET, QT_TRANSLATE_NOOP("Keys", "save as preset"), ()),
    (ClipVerb.COPY_PROMPT, QT_TRANSLATE_NOOP("Keys", "copy the prompt"), ()),
    (ClipVerb.SHOW_IN_FOLDER, QT_TRANSLATE_NOOP("Keys", "show in folder"), ()),
    (ClipVerb.OPEN_ELSEWHERE, QT_TRANSLATE_NOOP("Keys", "open in another player"), ()),
    (ClipVerb.FIND_MISSING, QT_TRANSLATE_NOOP("Keys", "find the missing file"), ()),
    (ClipVerb.TRASH, QT_TRANSLATE_NOOP("Keys", "to the library's trash"), ("Del",)),
    (
        ClipVerb.USE_AGAIN,
        QT_TRANSLATE_NOOP("Keys", "same again, but…: the settings of this video"),
        ("U",),
    ),
)
"""Each verb with its words in the context `Keys` and its usual keys; whoever wants a key for one without gives it one."""
