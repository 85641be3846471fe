"""The one table of keys: the name of each command, the places where it is heard, and its usual keys.

Menus, tips, the list of shortcuts and the README take their keys from here; panes ask `KeyMap`, which knows what a person
changed. A key means the same over the stage, the queue and the library.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.ui.models.clip_keys import CLIP_KEYS, OF_SEVERAL
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.job_actions import JobAction, QueueMove


class Place(StrEnum):
    """The part of the window that must have the keyboard for a command to be heard."""

    WINDOW = "window"
    """Any part of the window."""
    STAGE = "stage"
    QUEUE = "queue"
    LIBRARY = "library"
    COMPARE = "compare"


class WindowCommand(StrEnum):
    """The commands of the menu bar."""

    GENERATE = "generate"
    REHEARSE = "rehearse"
    CHOOSE_PICTURES = "choose pictures"
    HISTORY = "earlier prompts"
    PRESETS = "presets"
    SHELF = "shelf"
    IMAGE_TAB = "image tab"
    START_END_TAB = "start and end tab"
    REFERENCE_TAB = "reference tab"
    QUEUE = "queue"
    LIBRARY = "library"
    FIND = "find"
    UNDO = "undo"
    REDO = "redo"
    COPY = "copy"
    SELECT_ALL = "select all"
    IMPORT = "import"
    ANSWERS = "answers of a review"
    TRASH = "trash"
    SETTINGS = "settings"
    BOARD = "chain board"
    SHORTCUTS = "shortcuts"
    QUIT = "quit"


class PlayerCommand(StrEnum):
    """Commands for the picture on the stage."""

    TOGGLE = "toggle"
    BACKWARDS = "backwards"
    STOP = "stop"
    FORWARDS = "forwards"
    SLOWER = "slower"
    FASTER = "faster"
    FRAME_LEFT = "frame left"
    FRAME_RIGHT = "frame right"
    LEFT = "left"
    RIGHT = "right"
    FIRST = "first"
    LAST = "last"
    SEAM_LEFT = "seam left"
    SEAM_RIGHT = "seam right"
    MARK_IN = "mark in"
    MARK_OUT = "mark out"
    WHOLE = "whole"
    TIMECODE = "timecode"
    LOOP = "loop"
    MUTE = "mute"
    FULL_SCREEN = "full screen"
    ACTUAL_PIXELS = "actual pixels"
    MATCHED_COLOURS = "matched colours"
    SAVE_FRAME = "save frame"
    FRAME_TO_IMAGE = "frame to image"
    FRAME_TO_START = "frame to start"


class CompareCommand(StrEnum):
    """Commands for two videos that are compared, or for one of them."""

    SIDE_BY_SIDE = "side by side"
    WIPE = "wipe"
    DIFFERENCE = "difference"
    OVERLAY = "overlay"
    """The values of these four are those of CompareMode."""
    SWAP = "swap"
    A_WINS = "a wins"
    B_WINS = "b wins"
    NEXT = "next"
    KEEP_A = "keep a"
    KEEP_B = "keep b"
    REJECT_A = "reject a"
    REJECT_B = "reject b"
    STAR_A = "star a"
    STAR_B = "star b"
    WIPE_LEFT = "wipe left"
    WIPE_RIGHT = "wipe right"


Command = WindowCommand | PlayerCommand | ClipVerb | JobAction | QueueMove | CompareCommand


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A line of the table. `words` are translated in the context `Keys`."""

    command: Command
    words: str
    keys: tuple[str, ...]
    places: frozenset[Place]

    @property
    def command_id(self) -> str:
        """The name under which a change of the command's keys is remembered."""
        return id_of(self.command)


def id_of(command: Command) -> str:
    """Return a name that is unique among all kinds of commands: several kinds have a `play`."""
    return f"{type(command).__name__}/{command.value}"


_WINDOW = frozenset({Place.WINDOW})
_STAGE = frozenset({Place.STAGE})
_QUEUE = frozenset({Place.QUEUE})
_LIBRARY = frozenset({Place.LIBRARY})
_COMPARE = frozenset({Place.COMPARE})
_LISTS = frozenset({Place.QUEUE, Place.LIBRARY})
_CLIPS = frozenset({Place.STAGE, Place.LIBRARY})
_PLAYS = frozenset({Place.STAGE, Place.QUEUE, Place.LIBRARY})
_PLAYS_BOTH = _PLAYS | _COMPARE
_FRAMES = _STAGE | _COMPARE


def _table() -> tuple[KeyEntry, ...]:
    window, player, job, pair = WindowCommand, PlayerCommand, JobAction, CompareCommand
    return (
        KeyEntry(window.GENERATE, QT_TRANSLATE_NOOP("Keys", "generate"), ("Ctrl+Return",), _WINDOW),
        KeyEntry(window.REHEARSE, QT_TRANSLATE_NOOP("Keys", "rehearse"), ("Ctrl+Shift+Return",), _WINDOW),
        KeyEntry(window.CHOOSE_PICTURES, QT_TRANSLATE_NOOP("Keys", "choose pictures"), ("Ctrl+O",), _WINDOW),
        KeyEntry(window.HISTORY, QT_TRANSLATE_NOOP("Keys", "earlier prompts"), ("Ctrl+H",), _WINDOW),
        KeyEntry(window.PRESETS, QT_TRANSLATE_NOOP("Keys", "presets"), ("Ctrl+P",), _WINDOW),
        KeyEntry(window.SHELF, QT_TRANSLATE_NOOP("Keys", "the shelf"), ("Ctrl+Shift+P",), _WINDOW),
        KeyEntry(window.IMAGE_TAB, QT_TRANSLATE_NOOP("Keys", "image to video"), ("Ctrl+1",), _WINDOW),
        KeyEntry(
            window.START_END_TAB, QT_TRANSLATE_NOOP("Keys", "start and end frame"), ("Ctrl+2",), _WINDOW
        ),
        KeyEntry(window.REFERENCE_TAB, QT_TRANSLATE_NOOP("Keys", "reference"), ("Ctrl+3",), _WINDOW),
        KeyEntry(window.QUEUE, QT_TRANSLATE_NOOP("Keys", "the queue"), ("Ctrl+4",), _WINDOW),
        KeyEntry(window.LIBRARY, QT_TRANSLATE_NOOP("Keys", "the library"), ("Ctrl+5",), _WINDOW),
        KeyEntry(window.UNDO, QT_TRANSLATE_NOOP("Keys", "take the last step back"), ("Ctrl+Z",), _WINDOW),
        KeyEntry(window.REDO, QT_TRANSLATE_NOOP("Keys", "do it again"), ("Ctrl+Shift+Z", "Ctrl+Y"), _WINDOW),
        KeyEntry(
            window.COPY,
            QT_TRANSLATE_NOOP("Keys", "copy: the frame, the selected videos or prompts, the text"),
            ("Ctrl+C",),
            _WINDOW | _STAGE,  # the stage hears it itself: in full screen there are no menus
        ),
        KeyEntry(window.SELECT_ALL, QT_TRANSLATE_NOOP("Keys", "select all"), ("Ctrl+A",), _WINDOW),
        KeyEntry(window.FIND, QT_TRANSLATE_NOOP("Keys", "search the library"), ("Ctrl+F",), _WINDOW),
        KeyEntry(window.IMPORT, QT_TRANSLATE_NOOP("Keys", "import videos"), ("Ctrl+Shift+I",), _WINDOW),
        KeyEntry(window.ANSWERS, QT_TRANSLATE_NOOP("Keys", "read answers to a review packet"), (), _WINDOW),
        KeyEntry(window.TRASH, QT_TRANSLATE_NOOP("Keys", "open the trash"), (), _WINDOW),
        KeyEntry(window.BOARD, QT_TRANSLATE_NOOP("Keys", "the chain board"), (), _WINDOW),
        KeyEntry(window.SETTINGS, QT_TRANSLATE_NOOP("Keys", "settings"), ("Ctrl+,",), _WINDOW),
        KeyEntry(window.SHORTCUTS, QT_TRANSLATE_NOOP("Keys", "this list of keys"), ("?", "F1"), _WINDOW),
        KeyEntry(window.QUIT, QT_TRANSLATE_NOOP("Keys", "quit"), ("Ctrl+Q",), _WINDOW),
        KeyEntry(player.TOGGLE, QT_TRANSLATE_NOOP("Keys", "play and pause"), ("Space",), _PLAYS_BOTH),
        KeyEntry(
            player.BACKWARDS,
            QT_TRANSLATE_NOOP("Keys", "backwards; again: twice as fast"),
            ("J",),
            _PLAYS_BOTH,
        ),
        KeyEntry(
            player.STOP,
            QT_TRANSLATE_NOOP("Keys", "stop; held: J and L go frame by frame"),
            ("K",),
            _PLAYS_BOTH,
        ),
        KeyEntry(
            player.FORWARDS, QT_TRANSLATE_NOOP("Keys", "forwards; again: twice as fast"), ("L",), _PLAYS_BOTH
        ),
        KeyEntry(player.SLOWER, QT_TRANSLATE_NOOP("Keys", "slower, to 0.1 times"), ("[",), _PLAYS),
        KeyEntry(player.FASTER, QT_TRANSLATE_NOOP("Keys", "faster, to 4 times"), ("]",), _PLAYS),
        KeyEntry(player.FRAME_LEFT, QT_TRANSLATE_NOOP("Keys", "one frame left"), (",",), _PLAYS),
        KeyEntry(player.FRAME_RIGHT, QT_TRANSLATE_NOOP("Keys", "one frame right"), (".",), _PLAYS),
        KeyEntry(player.LEFT, QT_TRANSLATE_NOOP("Keys", "one frame left, on the stage"), ("Left",), _FRAMES),
        KeyEntry(
            player.RIGHT, QT_TRANSLATE_NOOP("Keys", "one frame right, on the stage"), ("Right",), _FRAMES
        ),
        KeyEntry(player.FIRST, QT_TRANSLATE_NOOP("Keys", "first frame, on the stage"), ("Home",), _FRAMES),
        KeyEntry(player.LAST, QT_TRANSLATE_NOOP("Keys", "last frame, on the stage"), ("End",), _FRAMES),
        KeyEntry(player.SEAM_LEFT, QT_TRANSLATE_NOOP("Keys", "a film's seam before"), ("Ctrl+Left",), _STAGE),
        KeyEntry(player.SEAM_RIGHT, QT_TRANSLATE_NOOP("Keys", "a film's next seam"), ("Ctrl+Right",), _STAGE),
        KeyEntry(player.MARK_IN, QT_TRANSLATE_NOOP("Keys", "in point: play from here"), ("I",), _PLAYS),
        KeyEntry(player.MARK_OUT, QT_TRANSLATE_NOOP("Keys", "out point: play up to here"), ("O",), _PLAYS),
        KeyEntry(player.WHOLE, QT_TRANSLATE_NOOP("Keys", "play the whole video again"), ("Alt+X",), _PLAYS),
        KeyEntry(
            player.TIMECODE,
            QT_TRANSLATE_NOOP("Keys", "go to a timecode or a frame number"),
            ("Ctrl+G",),
            _STAGE,
        ),
        KeyEntry(player.LOOP, QT_TRANSLATE_NOOP("Keys", "loop on and off"), ("Ctrl+L",), _PLAYS),
        KeyEntry(player.MUTE, QT_TRANSLATE_NOOP("Keys", "sound on and off"), ("M",), _PLAYS),
        KeyEntry(
            player.FULL_SCREEN,
            QT_TRANSLATE_NOOP("Keys", "full screen; Escape comes back"),
            ("F", "F11"),
            _PLAYS_BOTH,
        ),
        KeyEntry(
            player.ACTUAL_PIXELS,
            QT_TRANSLATE_NOOP("Keys", "fit the window, or real pixels"),
            ("Z",),
            _PLAYS_BOTH,
        ),
        KeyEntry(
            player.MATCHED_COLOURS,
            QT_TRANSLATE_NOOP("Keys", "matched colours, before and after"),
            ("B",),
            _PLAYS,
        ),
        KeyEntry(player.SAVE_FRAME, QT_TRANSLATE_NOOP("Keys", "save this frame"), ("Ctrl+S",), _PLAYS),
        KeyEntry(
            player.FRAME_TO_IMAGE,
            QT_TRANSLATE_NOOP("Keys", "this frame as next picture"),
            ("Ctrl+T",),
            _PLAYS,
        ),
        KeyEntry(
            player.FRAME_TO_START,
            QT_TRANSLATE_NOOP("Keys", "this frame as next start frame"),
            ("Ctrl+Shift+T",),
            _PLAYS,
        ),
        *(
            KeyEntry(verb, words, keys, _LIBRARY if verb in OF_SEVERAL else _CLIPS)
            for verb, words, keys in CLIP_KEYS
        ),
        KeyEntry(
            job.PLAY,
            QT_TRANSLATE_NOOP("Keys", "play, decide about a lost answer, or change a job that waits"),
            ("Return",),
            _QUEUE,
        ),
        KeyEntry(job.RETRY, QT_TRANSLATE_NOOP("Keys", "retry"), ("R",), _QUEUE),
        KeyEntry(
            job.USE_AGAIN,
            QT_TRANSLATE_NOOP("Keys", "same again, but…: the settings of this order"),
            ("U",),
            _QUEUE,
        ),
        KeyEntry(job.CANCEL, QT_TRANSLATE_NOOP("Keys", "cancel, or remove what has ended"), ("Del",), _QUEUE),
        KeyEntry(QueueMove.UP, QT_TRANSLATE_NOOP("Keys", "what waits: one up"), ("Alt+Up",), _QUEUE),
        KeyEntry(QueueMove.DOWN, QT_TRANSLATE_NOOP("Keys", "what waits: one down"), ("Alt+Down",), _QUEUE),
        KeyEntry(
            QueueMove.TO_TOP, QT_TRANSLATE_NOOP("Keys", "what waits: to the top"), ("Alt+Home",), _QUEUE
        ),
        KeyEntry(QueueMove.TO_END, QT_TRANSLATE_NOOP("Keys", "what waits: to the end"), ("Alt+End",), _QUEUE),
        KeyEntry(pair.SIDE_BY_SIDE, QT_TRANSLATE_NOOP("Keys", "side by side"), ("1",), _COMPARE),
        KeyEntry(pair.WIPE, QT_TRANSLATE_NOOP("Keys", "with a line that wipes"), ("2",), _COMPARE),
        KeyEntry(pair.DIFFERENCE, QT_TRANSLATE_NOOP("Keys", "as a difference"), ("3",), _COMPARE),
        KeyEntry(pair.OVERLAY, QT_TRANSLATE_NOOP("Keys", "one over the other"), ("4",), _COMPARE),
        KeyEntry(pair.SWAP, QT_TRANSLATE_NOOP("Keys", "swap the sides"), ("R",), _COMPARE),
        KeyEntry(pair.A_WINS, QT_TRANSLATE_NOOP("Keys", "A wins"), ("A",), _COMPARE),
        KeyEntry(pair.B_WINS, QT_TRANSLATE_NOOP("Keys", "B wins"), ("B",), _COMPARE),
        KeyEntry(
            pair.NEXT, QT_TRANSLATE_NOOP("Keys", "the next take, in the loser's place"), ("N",), _COMPARE
        ),
        KeyEntry(pair.KEEP_A, QT_TRANSLATE_NOOP("Keys", "keep A"), ("P",), _COMPARE),
        KeyEntry(pair.KEEP_B, QT_TRANSLATE_NOOP("Keys", "keep B"), ("Shift+P",), _COMPARE),
        KeyEntry(pair.REJECT_A, QT_TRANSLATE_NOOP("Keys", "reject A"), ("X",), _COMPARE),
        KeyEntry(pair.REJECT_B, QT_TRANSLATE_NOOP("Keys", "reject B"), ("Shift+X",), _COMPARE),
        KeyEntry(pair.STAR_A, QT_TRANSLATE_NOOP("Keys", "mark A with the star"), ("S",), _COMPARE),
        KeyEntry(pair.STAR_B, QT_TRANSLATE_NOOP("Keys", "mark B with the star"), ("Shift+S",), _COMPARE),
        KeyEntry(
            pair.WIPE_LEFT,
            QT_TRANSLATE_NOOP("Keys", "the wipe's line to the left"),
            ("Shift+Left",),
            _COMPARE,
        ),
        KeyEntry(
            pair.WIPE_RIGHT,
            QT_TRANSLATE_NOOP("Keys", "the wipe's line to the right"),
            ("Shift+Right",),
            _COMPARE,
        ),
    )


KEY_TABLE = _table()
ENTRIES: Mapping[str, KeyEntry] = {entry.command_id: entry for entry in KEY_TABLE}
