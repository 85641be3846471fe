"""The menu of the selected videos."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.clip_verbs import FILE_VERBS, RATINGS, ClipVerb
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import ENTRIES, WindowCommand, id_of
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.widgets.menus import LetteredMenu

_WORDS: dict[ClipVerb, tuple[str, str]] = {
    ClipVerb.PLAY: ("play", QT_TRANSLATE_NOOP("ClipMenu", "&Play")),
    ClipVerb.PLAY_FILM: ("film", QT_TRANSLATE_NOOP("ClipMenu", "Play as &one film")),
    ClipVerb.USE_AGAIN: ("again", QT_TRANSLATE_NOOP("ClipMenu", "Same &again, but…")),
    ClipVerb.PRESET: ("preset", QT_TRANSLATE_NOOP("ClipMenu", "Save as pr&eset…")),
    ClipVerb.COPY_PROMPT: ("paste", QT_TRANSLATE_NOOP("ClipMenu", "&Copy the prompt")),
    ClipVerb.COPY_FILES: ("paste", QT_TRANSLATE_NOOP("ClipMenu", "Cop&y")),
    ClipVerb.LAST_FRAME_TO_IMAGE: (
        "end-frame",
        QT_TRANSLATE_NOOP("ClipMenu", "Last frame as next &picture"),
    ),
    ClipVerb.LAST_FRAME_TO_START: (
        "start-frame",
        QT_TRANSLATE_NOOP("ClipMenu", "Last frame as next &start frame"),
    ),
    ClipVerb.FIRST_FRAME_TO_BOARD: (
        "skip-start",
        QT_TRANSLATE_NOOP("ClipMenu", "&First frame onto the chain board"),
    ),
    ClipVerb.LAST_FRAME_TO_BOARD: (
        "skip-end",
        QT_TRANSLATE_NOOP("ClipMenu", "&Last frame onto the chain board"),
    ),
    ClipVerb.SHELF: ("reference", QT_TRANSLATE_NOOP("ClipMenu", "Last frame on the s&helf…")),
    ClipVerb.KEEP: ("check", QT_TRANSLATE_NOOP("ClipMenu", "&Keep")),
    ClipVerb.REJECT: ("close", QT_TRANSLATE_NOOP("ClipMenu", "&Reject")),
    ClipVerb.STAR: ("star", QT_TRANSLATE_NOOP("ClipMenu", "&Star")),
    ClipVerb.WINNER: ("good", QT_TRANSLATE_NOOP("ClipMenu", "&Winner of its shot")),
    ClipVerb.SHOT: ("film", QT_TRANSLATE_NOOP("ClipMenu", "P&ut into a shot…")),
    ClipVerb.TAGS: ("tag", QT_TRANSLATE_NOOP("ClipMenu", "&Tags…")),
    ClipVerb.NOTE: ("edit", QT_TRANSLATE_NOOP("ClipMenu", "&Note…")),
    ClipVerb.RENAME: ("edit", QT_TRANSLATE_NOOP("ClipMenu", "Rena&me the file…")),
    ClipVerb.DETAILS: ("info", QT_TRANSLATE_NOOP("ClipMenu", "&Details")),
    ClipVerb.COMPARE: ("compare", QT_TRANSLATE_NOOP("ClipMenu", "Co&mpare")),
    ClipVerb.ONION: ("match", QT_TRANSLATE_NOOP("ClipMenu", "C&ompare with its pictures")),
    ClipVerb.EXPORT: ("export", QT_TRANSLATE_NOOP("ClipMenu", "E&xport…")),
    ClipVerb.JOIN: ("link", QT_TRANSLATE_NOOP("ClipMenu", "&Join in this order…")),
    ClipVerb.TIMELINE: ("film", QT_TRANSLATE_NOOP("ClipMenu", "&Timeline for an editor…")),
    ClipVerb.CONTACT_SHEET: ("images", QT_TRANSLATE_NOOP("ClipMenu", "&Contact sheet…")),
    ClipVerb.REVIEW: ("external", QT_TRANSLATE_NOOP("ClipMenu", "&Review packet…")),
    ClipVerb.SHOW_IN_FOLDER: ("folder", QT_TRANSLATE_NOOP("ClipMenu", "S&how in folder")),
    ClipVerb.OPEN_ELSEWHERE: ("external", QT_TRANSLATE_NOOP("ClipMenu", "Open in another p&layer")),
    ClipVerb.FIND_MISSING: ("search", QT_TRANSLATE_NOOP("ClipMenu", "Find the missing fi&le…")),
    ClipVerb.TRASH: ("trash", QT_TRANSLATE_NOOP("ClipMenu", "Mo&ve to the trash")),
}
_MORE = (
    (
        ClipVerb.PLAY,
        ClipVerb.PLAY_FILM,
        ClipVerb.USE_AGAIN,
        ClipVerb.PRESET,
    ),
    (ClipVerb.KEEP, ClipVerb.REJECT, ClipVerb.STAR, ClipVerb.WINNER),
    (ClipVerb.SHOT, ClipVerb.TAGS, ClipVerb.NOTE, ClipVerb.RENAME, ClipVerb.DETAILS),
    (ClipVerb.COMPARE, ClipVerb.ONION),
    (ClipVerb.EXPORT, ClipVerb.JOIN),
    (
        ClipVerb.COPY_FILES,
        ClipVerb.COPY_PROMPT,
        ClipVerb.SHOW_IN_FOLDER,
        ClipVerb.OPEN_ELSEWHERE,
        ClipVerb.FIND_MISSING,
    ),
    (ClipVerb.TRASH,),
)
_FRAMES = (
    ClipVerb.LAST_FRAME_TO_IMAGE,
    ClipVerb.LAST_FRAME_TO_START,
    ClipVerb.FIRST_FRAME_TO_BOARD,
    ClipVerb.LAST_FRAME_TO_BOARD,
    ClipVerb.SHELF,
)
_OTHER_WAYS = (ClipVerb.TIMELINE, ClipVerb.CONTACT_SHEET, ClipVerb.REVIEW)
"""These and the frames have menus of their own: on a small screen, one menu with all entries would need a second column, and
there are no letters for so many.
"""
_BELOW: dict[tuple[ClipVerb, ...], tuple[tuple[str, tuple[ClipVerb, ...]], ...]] = {
    _MORE[0]: ((QT_TRANSLATE_NOOP("ClipMenu", "&First and last frame"), _FRAMES),),
    (ClipVerb.EXPORT, ClipVerb.JOIN): (
        (QT_TRANSLATE_NOOP("ClipMenu", "Export &in other ways"), _OTHER_WAYS),
    ),
}
"""By the group of verbs that they stand below: the menus in the menu."""
_CHANGING = frozenset(
    {
        ClipVerb.KEEP,
        ClipVerb.REJECT,
        ClipVerb.STAR,
        ClipVerb.WINNER,
        ClipVerb.SHOT,
        ClipVerb.TAGS,
        ClipVerb.NOTE,
        ClipVerb.RENAME,
        ClipVerb.FIND_MISSING,
        ClipVerb.TRASH,
    }
)


def verb_fits(verb: ClipVerb, clip: Clip, count: int) -> bool:
    """Whether a verb makes sense for `count` selected clips, of which `clip` is the current one."""
    match verb:
        case ClipVerb.COMPARE | ClipVerb.JOIN | ClipVerb.PLAY_FILM:
            return count > 1
        case ClipVerb.ONION:
            return count == 1 and clip.mode in (Mode.IMAGE, Mode.START_END)
        case ClipVerb.FIND_MISSING:
            return clip.missing
        case ClipVerb.OPEN_ELSEWHERE:
            return not clip.missing
        case ClipVerb.USE_AGAIN:
            return bool(clip.mode)
        case ClipVerb.PRESET:
            return count == 1 and bool(clip.mode)
        case ClipVerb.COPY_PROMPT:
            return bool(clip.prompt)
        case ClipVerb.WINNER:
            return count == 1 and bool(clip.marks.shot)
        case ClipVerb.RENAME | ClipVerb.LAST_FRAME_TO_IMAGE | ClipVerb.LAST_FRAME_TO_START | ClipVerb.SHELF:
            return count == 1
    return True


def why_unfit(verb: ClipVerb, clip: Clip) -> str:
    """Say why a verb does nothing with the selected clips, of which `clip` is the current one; empty where the person can't
    change that.
    """
    match verb:
        case _ if clip.missing and verb in FILE_VERBS:
            return QCoreApplication.translate(
                "ClipMenu",
                "This video's file is missing: it was moved, renamed or deleted outside the program. “Find the missing "
                "file…” in its menu looks for it.",
            )
        case ClipVerb.WINNER if not clip.marks.shot:
            return QCoreApplication.translate(
                "ClipMenu",
                "The winner is one of the takes of a shot, and this video isn't in one. Put it into a shot first.",
            )
        case ClipVerb.WINNER:
            return QCoreApplication.translate("ClipMenu", "A shot has one winner. Select one video.")
        case ClipVerb.COMPARE | ClipVerb.JOIN | ClipVerb.PLAY_FILM:
            return QCoreApplication.translate("ClipMenu", "That takes two videos or more. Select them first.")
    return ""


def clip_menu(
    look: Look,
    keys: KeyMap,
    parent: QWidget,
    clip: Clip,
    count: int,
    act: Callable[[ClipVerb], None],
    why_fixed: str = "",
    *,
    plays: bool = False,
) -> QMenu:
    """Return the menu of `count` selected clips. `why_fixed` says why nothing may be changed now; empty when it may. `plays`
    is true for a clip on the stage.
    """
    menu = LetteredMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)

    def entry(into: QMenu, verb: ClipVerb, icon: str, words: str) -> QAction:
        action = into.addAction(words)
        if icon:
            look.set_icon(action, icon, "text_soft")
        if clip.missing and verb in FILE_VERBS:
            action.setEnabled(False)
            action.setToolTip(short_tip(why_unfit(verb, clip)))
        if why_fixed and (verb in _CHANGING or verb in RATINGS):
            action.setEnabled(False)
            action.setToolTip(short_tip(why_fixed))
        command = WindowCommand.COPY if verb is ClipVerb.COPY_FILES else verb
        if id_of(command) in ENTRIES:
            action.setShortcuts(keys.sequences(command))
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda: act(verb))
        return action

    for verbs in _MORE:
        shown = [
            verb for verb in verbs if verb_fits(verb, clip, count) and not (plays and verb is ClipVerb.PLAY)
        ]
        for verb in shown:
            icon, words = _WORDS[verb]
            action = entry(menu, verb, icon, QCoreApplication.translate("ClipMenu", words))
            if verb in _CHECKED:
                action.setCheckable(True)
                action.setChecked(_CHECKED[verb](clip))
            if verb is ClipVerb.STAR:
                _add_ratings(menu, clip, entry)
        for title, below in _BELOW.get(verbs, ()):
            into = menu.addMenu(QCoreApplication.translate("ClipMenu", title))
            _add(into, [verb for verb in below if verb_fits(verb, clip, count)], entry)
        if shown:
            menu.addSeparator()
    return menu


_CHECKED: dict[ClipVerb, Callable[[Clip], bool]] = {
    ClipVerb.KEEP: lambda clip: clip.marks.verdict is Verdict.KEEP,
    ClipVerb.REJECT: lambda clip: clip.marks.verdict is Verdict.REJECT,
    ClipVerb.STAR: lambda clip: clip.marks.star,
    ClipVerb.WINNER: lambda clip: clip.marks.winner,
}


def _add(
    into: QMenu, verbs: Iterable[ClipVerb], entry: Callable[[QMenu, ClipVerb, str, str], QAction]
) -> None:
    for verb in verbs:
        icon, words = _WORDS[verb]
        entry(into, verb, icon, QCoreApplication.translate("ClipMenu", words))


def _add_ratings(menu: QMenu, clip: Clip, entry: Callable[[QMenu, ClipVerb, str, str], QAction]) -> None:
    ratings = menu.addMenu(QCoreApplication.translate("ClipMenu", "Ratin&g"))
    for stars, verb in enumerate(RATINGS):
        words = "★" * stars or QCoreApplication.translate("ClipMenu", "&No rating")
        action = entry(ratings, verb, "", words)
        action.setCheckable(True)
        action.setChecked(clip.marks.rating == stars)
