"""The menu of everything that can be done with the video on the stage and with its frames."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import Command, PlayerCommand, WindowCommand
from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.player.player_verbs import PlayerVerbs
from vidu_desktop.ui.widgets.menus import LetteredMenu


class MoreMenu(LetteredMenu):
    """Made anew for each opening, and deleted when it closes. It shows the keys of the key map."""

    def __init__(
        self,
        look: Look,
        keys: KeyMap,
        play: Playback,
        verbs: PlayerVerbs,
        parent: QWidget,
        *,
        frames_only: bool = False,
    ) -> None:
        """`frames_only` leaves out the entries that the menu of the clip has, too."""
        super().__init__(parent)
        self._look = look
        self._keys = keys
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entry("skip-start", self.tr("Play from here (in point)"), play.mark_in, PlayerCommand.MARK_IN)
        self._entry("skip-end", self.tr("Play up to here (out point)"), play.mark_out, PlayerCommand.MARK_OUT)
        self._entry("close", self.tr("Play the whole video"), play.clear_range, PlayerCommand.WHOLE)
        self.addSeparator()
        self._entry("camera", self.tr("Save this frame…"), verbs.save_frame, PlayerCommand.SAVE_FRAME)
        self._entry("paste", self.tr("Copy this frame"), verbs.copy_frame, WindowCommand.COPY)
        words = self.tr("Matched colours, before and after")
        self._entry("match", words, verbs.match_colours, PlayerCommand.MATCHED_COLOURS)
        this = verbs.frame_as_next
        self._entry(
            "image", self.tr("This frame as next picture"), lambda: this(False), PlayerCommand.FRAME_TO_IMAGE
        )
        self._entry(
            "start-frame",
            self.tr("This frame as next start frame"),
            lambda: this(True),
            PlayerCommand.FRAME_TO_START,
        )
        if not frames_only:
            self._add_clip_entries(verbs)

    def _add_clip_entries(self, verbs: PlayerVerbs) -> None:
        act = verbs.act
        to_image, to_start = ClipVerb.LAST_FRAME_TO_IMAGE, ClipVerb.LAST_FRAME_TO_START
        self._entry("end-frame", self.tr("Last frame as next picture"), lambda: act(to_image), to_image)
        self._entry("start-frame", self.tr("Last frame as next start frame"), lambda: act(to_start), to_start)
        self.addSeparator()
        self._entry("export", self.tr("Export…"), lambda: act(ClipVerb.EXPORT), ClipVerb.EXPORT)
        folder = ClipVerb.SHOW_IN_FOLDER
        self._entry("folder", self.tr("Show in folder"), lambda: act(folder), folder)
        self._entry("external", self.tr("Open in another player"), verbs.open_elsewhere)

    def _entry(
        self, icon: str, words: str, act: Callable[[], object], command: Command | None = None
    ) -> None:
        action = self.addAction(words)
        self._look.set_icon(action, icon, "text_soft")
        if command is not None:
            action.setShortcuts(self._keys.sequences(command))
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: act())
