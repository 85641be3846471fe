"""Knows what is on the stage, and passes on what the person does there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.export_controller import ExportController
from vidu_desktop.controllers.library_ports import ClipLookup
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.film import Film
from vidu_desktop.domain.seams import SeamLook
from vidu_desktop.domain.titles import clip_title
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.local_files import url_of
from vidu_desktop.ui.models.clip_verbs import FILLING, ClipVerb
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.drop_reading import read_drop
from vidu_desktop.ui.widgets.menus import LetteredMenu, adopt_entries


class StageController(QObject):
    """Knows the clip on the stage, or the clips of the film. Clips are kept, not paths: a path changes when a file is
    renamed, an id doesn't.
    """

    film_at = Signal(object, object, int)
    """The film on the stage, None for none; list[Clip], its videos; and the number of the shown frame, from 0."""
    # Like the stage's signal, but only for a video, not for a stand-in.
    frame_save_wanted = Signal(object, int)
    next_frame_wanted = Signal(object, object, bool)  # the same
    film_colours_wanted = Signal()  # switch between matched colours and the film's own

    def __init__(
        self,
        context: WindowContext,
        stage: PlayerPane,
        compose: ComposePane,
        clips: ClipLookup,
        exports: ExportController,
        library: LibraryPane,
        tiles: LibraryModel,
        rows: QueueModel,
    ) -> None:
        super().__init__(stage)
        self._notices = context.notices
        self._guarded = context.guarded
        self._stage = stage
        self._compose = compose
        self._lookup = clips
        self._exports = exports
        self._library = library
        self._tiles, self._rows = tiles, rows
        self._clips: tuple[Clip, ...] = ()
        stage.shown_changed.connect(self._mark_shown)
        stage.film_frame_shown.connect(self._tell_film)
        stage.seams.said.connect(self._say)
        stage.menu_requested.connect(lambda at: self.menu().popup(at))
        tiles.clips_came.connect(self._follow_clips)
        library.fixed_changed.connect(stage.set_fixed)
        stage.export_requested.connect(self.export_shown)
        stage.pictures_dropped.connect(self.hand_to_tab)
        stage.choose_requested.connect(self._choose_pictures)
        stage.colours.wanted.connect(lambda: self._guarded.start("match colours", self._match_colours))
        stage.colours.film_wanted.connect(self.film_colours_wanted)
        stage.save_frame_requested.connect(partial(self._pass_on, self.frame_save_wanted))
        stage.next_frame_requested.connect(partial(self._pass_on, self.next_frame_wanted))
        stage.verb_requested.connect(
            lambda verb: self._guarded.start("act on the stage", self._act, verb, fills=verb in FILLING)
        )

    def _choose_pictures(self) -> None:
        self._compose.choose_action.trigger()  # the tab goes on with the chosen pictures, and then has the focus

    def play(self, clip: Clip) -> None:
        """Put a video of the library on the stage."""
        self._clips = (clip,)
        self._stage.play(clip.video_path, clip_title(clip))
        self._stage.take_keyboard()

    def _say(self, words: str) -> None:
        self._notices.say_text(words)

    def _pass_on(self, wish: SignalInstance, path: str, *values: object) -> None:
        """Pass on a signal about a video; for a stand-in, say that there is no video."""
        if self._stands_in(path):
            self._notices.say(Sentence(_STANDS_IN))
        else:
            wish.emit(path, *values)

    def _stands_in(self, path: str) -> bool:
        film = self._stage.film
        return film is not None and any(part.stand_in and part.video_path == path for part in film.parts)

    @property
    def film(self) -> Film | None:
        """The film on the stage; None for a single video."""
        return self._stage.film

    @property
    def film_clips(self) -> Sequence[Clip]:
        """The clips that are the videos of the film on the stage."""
        return self._clips

    def recolour(self, film: Film) -> None:
        """Let the film on the stage go on in other colours."""
        self._stage.recolour(film)

    def show_seam(self, film: Film, seam: int, look: SeamLook) -> None:
        """Show what was measured at a seam, counted from 0, if this film is on the stage."""
        self._stage.seams.put(film, seam, look)

    def play_film(self, film: Film, clips: Sequence[Clip]) -> None:
        """Put several videos of the library on the stage as one film; `clips` are its videos."""
        self._clips = tuple(clips)
        rest = iter(clips)
        titles = [
            clip_title(next(rest))
            if part.stand_in is None
            else say(Sentence(_TITLE, {"gap": part.stand_in.gap}))
            for part in film.parts
        ]
        self._stage.play_film(film, titles)
        self._stage.take_keyboard()

    def offer(self, clip: Clip) -> None:
        """Put a new video on the stage, unless the person looks at another one."""
        shown, self._clips = self._clips, (clip,)
        if not self._stage.offer(clip.video_path, clip_title(clip)):
            self._clips = shown

    @property
    def _clip(self) -> Clip | None:
        """The clip that is shown; in a film, the one to which the shown frame belongs."""
        return next((clip for clip in self._clips if clip.video_path == self._stage.path), None)

    @property
    def place(self) -> QRect:
        """The place of the stage on the screen."""
        return QRect(self._stage.mapToGlobal(QPoint()), self._stage.size())

    def menu(self) -> QMenu:
        """Return the menu of what is shown: of its frame, and of the clip if it is in the library."""
        if self._clip is None:
            return self._stage.more_menu()
        menu = LetteredMenu(self._stage.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        of_frame = self._stage.more_menu(frames_only=True)
        of_frame.setTitle(self.tr("This frame"))
        of_frame.setParent(menu, of_frame.windowFlags())
        menu.addMenu(of_frame)
        adopt_entries(menu, self._library.menu_of(self._clip, self._stage.act))
        return menu

    def go_to(self, frame: int) -> None:
        """Show a frame of what is on the stage; in a film, the frame is counted through the whole film."""
        self._stage.seek(frame)

    def loop(self, first: int, last: int) -> None:
        """Repeat what is on the stage from one frame to another."""
        self._stage.links.loop(first, last)

    def _tell_film(self, frame: int) -> None:
        if self._stage.film is not None:
            self.film_at.emit(self._stage.film, list(self._clips), frame)

    def _mark_shown(self, _path: str) -> None:
        """Mark what is shown on the stage, on its tile and in its row of the queue."""
        clip = self._clip
        self._stage.show_clip(clip)
        self._tiles.set_playing(None if clip is None else clip.row)
        self._rows.set_playing(None if clip is None else clip.clip_id)
        if self._stage.film is None:
            self.film_at.emit(None, [], 0)

    def _follow_clips(self, clips: Sequence[Clip]) -> None:
        by_id = {clip.clip_id: clip for clip in clips}
        if any(clip.clip_id in by_id for clip in self._clips):
            self._clips = tuple(by_id.get(clip.clip_id, clip) for clip in self._clips)
            self._mark_shown(self._stage.path)

    async def _act(self, verb: ClipVerb) -> None:
        clip = await self._shown_clip()
        if clip is not None and clip.video_path == self._stage.path:
            self._library.act_on(verb, clip)
        else:
            self._notices.say(Sentence(_STANDS_IN if self._stands_in(self._stage.path) else _NOT_OF_LIBRARY))

    async def _shown_clip(self) -> Clip | None:
        return None if self._clip is None else await self._lookup.get(self._clip.clip_id)

    def export_shown(self, path: str, first: int | None, last: int | None) -> None:
        """Ask how the clip on the stage is exported, from `first` to `last` (None: its own end), or how the film is joined."""
        film = self._stage.film
        if film is None:
            self._guarded.start("export what is shown", self._export_shown, path, first, last)
        else:
            self._export_film(film)

    def _export_film(self, film: Film) -> None:
        if not self._clips:
            self._notices.say(Sentence(_ONLY_STILLS))
            return
        if any(part.stand_in for part in film.parts):
            self._notices.say(Sentence(_NOT_WRITTEN))
        self._exports.begin_film(self._clips, film.wish.as_written)

    async def _export_shown(self, path: str, first: int | None, last: int | None) -> None:
        clip = await self._shown_clip()
        if clip is not None and clip.video_path == path:
            self._exports.begin_part(clip, first, last)
        else:
            self._notices.say(Sentence(_NOT_OF_LIBRARY))

    async def _match_colours(self) -> None:
        """Show the frame with matched colours, or say that matching would not improve them."""
        clip, frame, place = self._clip, self._stage.frame, self._stage.colours.place
        if clip is None or frame is None:
            self._notices.say(Sentence(_NOT_OF_LIBRARY))
            return
        self._notices.say(Sentence(_MATCHING))
        png = await self._exports.matched_frame(clip, frame)
        if png is None:
            self._notices.say(Sentence(_COLOURS_STAY))
        elif self._stage.colours.show_after(place, QImage.fromData(png)):
            self._notices.say(Sentence(_COLOURS_MATCHED))

    def hand_to_tab(self, paths: Sequence[str]) -> None:
        """Hand pictures that were dropped on the stage to the tab that is shown."""
        mime = QMimeData()
        mime.setUrls([url_of(path) for path in paths])
        self._compose.current_tab.take(read_drop(mime))


_MATCHING = QT_TRANSLATE_NOOP("library", "The colours of this frame are being matched.")
_COLOURS_STAY = QT_TRANSLATE_NOOP(
    "library",
    "Matching wouldn't make the colours of this video better, or the pictures that it was made from aren't there.",
)
_COLOURS_MATCHED = QT_TRANSLATE_NOOP(
    "library",
    "You see the frame with matched colours; the same key shows it as it is. “Match colours” in an export writes it so.",
)
_TITLE = QT_TRANSLATE_NOOP("library", "{gap}: no video yet, its two stills stand in")
_STANDS_IN = QT_TRANSLATE_NOOP(
    "library",
    "Two stills stand in here for a video that isn't made yet. Commands for videos work where the film shows one.",
)
_NOT_WRITTEN = QT_TRANSLATE_NOOP(
    "library", "Stills that stand in for videos aren't written: the film goes straight on to the next video."
)
_ONLY_STILLS = QT_TRANSLATE_NOOP(
    "library", "This film has stills only, no video yet, so there is nothing to export."
)
_NOT_OF_LIBRARY = QT_TRANSLATE_NOOP(
    "library", "This video isn't in the library any more, so nothing can be done with it there."
)
