"""The stage, for people who look at frames: it plays the chosen video at once. When empty, it takes the first picture."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.film import Film
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.drives import is_file
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.clip_verbs import MARKING, ClipVerb
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import Place
from vidu_desktop.ui.player.clip_bar import ClipBar
from vidu_desktop.ui.player.colour_preview import ColourPreview
from vidu_desktop.ui.player.empty_stage import EmptyStage
from vidu_desktop.ui.player.film_reader import FilmOpener
from vidu_desktop.ui.player.frame_out import FrameOut
from vidu_desktop.ui.player.more_menu import MoreMenu
from vidu_desktop.ui.player.on_stage import NOTHING, OnStage, Released
from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.player.player_keys import PlayerKeys
from vidu_desktop.ui.player.player_verbs import PlayerVerbs
from vidu_desktop.ui.player.playing_page import PlayingPage
from vidu_desktop.ui.player.seam_marks import SeamMarks
from vidu_desktop.ui.player.stage_drop import StageDrop
from vidu_desktop.ui.player.transport import Transport
from vidu_desktop.ui.player.transport_links import TransportLinks
from vidu_desktop.ui.player.trouble_stage import TroubleStage
from vidu_desktop.ui.protocols import FrameService
from vidu_desktop.ui.widgets.frame_view import FrameView
from vidu_desktop.ui.widgets.translated import Translated


class PlayerPane(Translated, QFrame):
    """Shows the empty stage, the player, or why a video can't be shown."""

    pictures_dropped = Signal(object)  # list[str], paths in the order of the drop
    choose_requested = Signal()  # the person wants to choose pictures for the tab
    open_externally_requested = Signal(object)  # path of the video
    volume_changed = Signal(float, bool)  # loudness as heard in [0, 1], whether muted: to be remembered
    playing_changed = Signal(bool)  # whether it runs
    failed = Signal()  # the video can't be shown; its file may be gone
    save_frame_requested = Signal(object, int)  # path of the video, frame number from 0
    next_frame_requested = Signal(object, object, bool)
    """Path of the video; frame number from 0 (int), or None for its true last frame; True for the start picture of start and
    end frame, False for image to video.
    """
    film_frame_shown = Signal(int)  # frame number from 0, of a film or of a single video
    verb_requested = Signal(object)  # ClipVerb, for the clip on the stage
    shown_changed = Signal(str)  # path of the video on the stage; empty when there is none
    menu_requested = Signal(QPoint)  # where on the screen the menu of the shown video is to open
    export_requested = Signal(object, object, object)
    """Path of the video; its in and its out point as frame numbers from 0, both played, or None for each that isn't set. For
    a film, the points are the film's.
    """

    def __init__(
        self,
        look: Look,
        frames: FrameService,
        parent: QWidget | None = None,
        *,
        keys: KeyMap | None = None,
        volume: float = 0.8,
        muted: bool = False,
        empty: EmptyStage | None = None,
    ) -> None:
        """`empty` is the page of the empty stage, if it has been made before."""
        super().__init__(parent)
        self._look, self._frames = look, frames
        self._keys = keys or KeyMap()
        self._shown, self._part, self._chosen = NOTHING, 0, False
        self.calm = False  # whether videos that the person hasn't chosen stand still
        self._released: Released | None = None
        self._opener: FilmOpener | None = None
        self._playback = Playback(frames, self)
        self._playback.sound.set_volume(volume, muted=muted)
        self.seek = self._playback.seek
        self._view = FrameView(self._look)
        self.colours = ColourPreview(self._view, self._playback)
        self._verbs = PlayerVerbs(
            match_colours=self.colours.toggle,
            to_seam=lambda direction: self.seams.go(direction),  # noqa: PLW0108 - made later
            copy_frame=self.copy_frame,
            save_frame=self._save_frame,
            frame_as_next=self._frame_as_next,
            act=self.act,
            open_elsewhere=self._ask_elsewhere,
            toggle_full_screen=self.toggle_full_screen,
            leave_full_screen=self.leave_full_screen,
        )
        self._empty_page = empty or EmptyStage(look)
        self._build(volume, muted=muted)
        self._connect()
        self._retranslate()

    def _build(self, volume: float, *, muted: bool) -> None:
        restyle(self, surface="area")
        self._frame_out = FrameOut(self._view, self._playback)
        self._transport = Transport(self._look, self._keys, volume=volume, muted=muted)
        self.seams = SeamMarks(self._transport.scrubber, self._playback)
        self._clip_bar = ClipBar(self._look, self._keys)
        self.set_fixed, self.take_keyboard = self._clip_bar.set_fixed, self._view.setFocus
        self.links = TransportLinks(self._transport, self._playback, self._view)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.set_ready, self.set_mode = self._empty_page.set_ready, self._empty_page.set_mode
        self.set_coming = self._empty_page.set_coming
        self._drop, self._trouble_page = StageDrop(self), TroubleStage(self._look)
        self._pages = QStackedWidget()
        for page in (self._empty_page, self._trouble_page):
            self._pages.addWidget(page)
        self._playing_page = PlayingPage(self._pages, self._view, self._clip_bar, self._transport)
        self.share_actions = self._playing_page.addActions  # their keys work in full screen, too
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self._playing_page.set_keys(
            PlayerKeys(self._keys, self._playback, self._transport, self._view, self._verbs)
        )
        self._playback.playing_changed.connect(self.playing_changed)
        self._playback.frame_shown.connect(self._follow_frame)
        self._playback.steered.connect(self._keep)
        self._playback.failed.connect(self._show_trouble)
        self._transport.volume_changed.connect(self.volume_changed)
        self._transport.full_screen_requested.connect(self.toggle_full_screen)
        self._transport.more_requested.connect(lambda at: self.more_menu().popup(at))
        self._trouble_page.elsewhere_requested.connect(self._ask_elsewhere)
        self._clip_bar.verb_chosen.connect(self.act)
        self._view.customContextMenuRequested.connect(
            lambda at: self.menu_requested.emit(self._view.mapToGlobal(at))
        )
        self._view.clicked.connect(self._playback.toggle)
        self._view.dragged_out.connect(lambda: self._frame_out.drag(self.path, self.frame))
        self._drop.lit.connect(self._empty_page.set_lit)
        self._drop.dropped.connect(self.pictures_dropped)
        self._empty_page.choose_requested.connect(self.choose_requested)

    @property
    def path(self) -> str:
        """The path of the video on the stage; of a film, of the part that is shown. Empty when there is none."""
        return self._shown.paths[self._part] if self._shown.paths else ""

    @property
    def frame(self) -> int | None:
        """The number of the shown frame in this video, from 0; None before the first is shown."""
        frame = self._playback.frame
        return None if frame is None else self._shown.place_of(frame)[1]

    @property
    def film(self) -> Film | None:
        """The film on the stage; None for a single video."""
        return self._shown.film

    def play(self, path: str, title: str) -> None:
        """Play a checked local video that the person chose, from its first frame and looped."""
        self._open(OnStage((path,), (title,)))
        self._chosen = True

    def play_film(self, film: Film, titles: Sequence[str]) -> None:
        """Play several videos as one film; `titles` are those of its parts."""
        paths = tuple(part.video_path for part in film.parts)
        self._open(OnStage(paths, tuple(titles), film))
        self._chosen = True

    def recolour(self, film: Film) -> None:
        """Go on with the film on the stage in other colours, at the same frame."""
        self._shown = replace(self._shown, film=film)
        self.seams.recolour(film)
        if self._opener is not None:
            self._opener.recolour(film)
        if self._playback.frame is not None and not self._playback.playing:
            self._playback.seek(self._playback.frame)

    def offer(self, path: str, title: str) -> bool:
        """Play a video that has just been finished. Return False when the person's own video stays instead.

        A video stays that the person chose, or stopped to look at a frame. While `calm`, the finished one stands still.
        """
        if self._chosen and self._playing_page.on_stage:
            return False
        self._open(OnStage((path,), (title,)), stand_at=0 if self.calm else None)
        self._chosen = False
        return True

    def _open(self, shown: OnStage, *, stand_at: int | None = None) -> None:
        self._shown, self._part = shown, 0
        self._view.clear()
        self._view.set_fits(True)
        if not self._playing_page.fills_screen:
            self._pages.setCurrentWidget(self._playing_page)
        self._transport.show_length(24.0, 1)
        self.seams.show_film(shown.film)
        self.colours.of_film = shown.film is not None
        self._opener = FilmOpener(shown.film, self._frames) if shown.film else None
        self._playback.open(self.path, stand_at=stand_at, opener=self._opener)
        self._name_shown()

    def _follow_frame(self, frame: int) -> None:
        """Announce the frame, and the part of a film where it changes."""
        before, self._part = self._part, self._shown.place_of(frame)[0]
        if self._part != before:
            self._name_shown()
        self.film_frame_shown.emit(frame)

    def _name_shown(self) -> None:
        self._view.set_title(self._shown.titles[self._part])
        self.show_clip(None)
        self.shown_changed.emit(self.path)

    def show_clip(self, clip: Clip | None) -> None:
        """Say which clip of the library is shown, with its shot, take and verdict; None for a video outside the library."""
        title = self._shown.titles[self._part] if self._shown.titles else ""
        count = len(self._shown.titles)
        self._clip_bar.show_clip(title, clip, (self._part + 1, count) if count > 1 else None)

    def take_key(self, event: QKeyEvent, place: Place) -> bool:
        """Do what a key press or release in a list means; False when it means nothing, or no video is on the stage."""
        return self._playing_page.on_stage and self._playing_page.take_key(event, place)

    def more_menu(self, *, frames_only: bool = False) -> QMenu:
        """Return a new menu for the frames and, unless `frames_only`, for the video."""
        return MoreMenu(
            self._look, self._keys, self._playback, self._verbs, self._playing_page, frames_only=frames_only
        )

    def copy_frame(self) -> None:
        """Put the shown frame into the clipboard, with all of its pixels."""
        self._frame_out.copy(self.path, self.frame)

    def _save_frame(self) -> None:
        if self.path and self.frame is not None:
            self._playback.pause()
            self.save_frame_requested.emit(self.path, self.frame)

    def _frame_as_next(self, start_end: bool) -> None:
        if self.path and self.frame is not None:
            self.next_frame_requested.emit(self.path, self.frame, start_end)

    def act(self, verb: ClipVerb) -> None:
        """Do something with the clip that is shown; nothing while there is none."""
        if not self.path:
            return
        match verb:
            case ClipVerb.LAST_FRAME_TO_IMAGE | ClipVerb.LAST_FRAME_TO_START:
                self.next_frame_requested.emit(self.path, None, verb is ClipVerb.LAST_FRAME_TO_START)
            case ClipVerb.EXPORT:
                self._export()
            case _:
                if verb not in MARKING:
                    self.leave_full_screen()  # what the verb opens belongs to the window
                self.verb_requested.emit(verb)

    def _export(self) -> None:
        self.leave_full_screen()
        self._playback.pause()
        played = self._playback.range
        self.export_requested.emit(self.path, played.first, played.last)

    def toggle_full_screen(self) -> None:
        """Fill the screen with the video, or come back into the window."""
        if not self.leave_full_screen() and self._playing_page.on_stage:
            self._playing_page.fill_screen(self._shown.titles[self._part])
            self._transport.show_full_screen(True)
            self._view.setFocus()

    def leave_full_screen(self) -> bool:
        """Come back into the window. Return False when the video is there already."""
        if not self._playing_page.fills_screen:
            return False
        self._playing_page.come_back()
        self._transport.show_full_screen(False)
        self._view.setFocus()
        return True

    def release(self, path: str) -> None:
        """Let go of this file before it is moved. A video from another file stays on the stage."""
        if path in self._shown.paths:
            shown, chosen = self._shown, self._chosen
            stood_at = None if self._playback.playing else self._playback.frame
            self.show_empty()
            self._released = Released(path, shown, chosen, stood_at)
        else:
            self._playback.finish_leaving()

    def follow(self, path: str, moved_path: str) -> None:
        """Show the file that `release` let go of again at its new path, unless something else has been shown since."""
        released, self._released = self._released, None
        if released is None or released.path != path or self._shown.paths:
            return
        self._open(released.shown.moved(path, moved_path), stand_at=released.stood_at)
        self._chosen = released.chosen

    def show_empty(self) -> None:
        """Go back to the empty stage, on which the first picture is dropped."""
        self.leave_full_screen()
        self._playback.close()
        self._shown, self._part, self._chosen = NOTHING, 0, False
        self._view.clear()
        self._pages.setCurrentWidget(self._empty_page)
        self.shown_changed.emit("")

    def _keep(self) -> None:
        self._chosen = True

    def _show_trouble(self, error: ViduDesktopError | None) -> None:
        self.leave_full_screen()
        self._trouble_page.show_path(self.path, error)
        self._pages.setCurrentWidget(self._trouble_page)
        self.failed.emit()

    def look_again(self) -> None:
        """Show the first frame of a video that couldn't be shown, if its file is there now."""
        if self._pages.currentWidget() is self._trouble_page and is_file(self.path):
            self._open(self._shown, stand_at=0)

    def _ask_elsewhere(self) -> None:
        if self.path:
            self.open_externally_requested.emit(self.path)

    @override
    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Player"))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._playback.pause()
