"""The window put together: panes and models built, signals plugged into the engine and the library."""

import logging
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QSettings, QSize

from vidu_desktop.app.bridge import EventBridge
from vidu_desktop.app.network import NetworkWatch
from vidu_desktop.app.window_state import (
    remember_library,
    remember_sound,
    remembered_library,
    remembered_sound,
)
from vidu_desktop.controllers.compare_controller import CompareController
from vidu_desktop.controllers.cover_controller import CoverController
from vidu_desktop.controllers.export_controller import VERBS as EXPORT_VERBS
from vidu_desktop.controllers.export_controller import ExportController
from vidu_desktop.controllers.fidelity_controller import FidelityController
from vidu_desktop.controllers.frame_controller import FrameController
from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.controllers.library_controller import LibraryController
from vidu_desktop.controllers.money_controller import MoneyController
from vidu_desktop.controllers.notices import MONEY_PAGE, Notices
from vidu_desktop.controllers.picture_service import AppPictureService
from vidu_desktop.controllers.queue_controller import QueueController
from vidu_desktop.controllers.recovery_notes import mended
from vidu_desktop.controllers.report_controller import ReportController
from vidu_desktop.controllers.settings_controller import SettingsController
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.controllers.thumbs import thumb_path
from vidu_desktop.domain.availability import Availability
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.dialogs.about_dialog import AboutDialog
from vidu_desktop.ui.library.clip_verbs import ClipVerb
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.local_files import url_of
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.clip_words import title_of
from vidu_desktop.ui.models.cover_cache import CoverCache
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.wiring.housekeeping import Housekeeping
from vidu_desktop.wiring.session import Session

log = logging.getLogger(__name__)
_COVER_PX = QSize(480, 270)


class Window(QObject):
    """Fills the main window and owns what works behind it; `begin` after the first paint, `end` before the session's."""

    def __init__(
        self, session: Session, look: Look, memory: QSettings, main: MainWindow | None = None
    ) -> None:
        super().__init__()
        self._session = session
        self._program = session.program
        self._look = look
        self._memory = memory
        self._shown_id = ""  # the clip on the stage, whose path changes when it is renamed
        self.main = main or MainWindow(memory)
        self._tasks = TaskKeeper()
        self._housekeeping = Housekeeping(self._program, self._tasks, self._library_stands)
        self._network = NetworkWatch(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        desk = AppPictureService(self._program.pictures, self._session.paths.data_dir / "made", self._tasks)
        self.compose = ComposePane(self._look, desk, memory=self._memory)
        self.compose.set_prices(self._session.settings.prices_usd)
        volume, muted = remembered_sound(self._memory)
        self._frames = AppFrameService(self._session.paths.data_dir / "made", self._tasks)
        self.stage = PlayerPane(self._look, self._frames, volume=volume, muted=muted)
        self._queue_model = QueueModel(self._thumb_path, self)
        self.queue = QueuePane(self._look, self._queue_model)
        self._covers = CoverCache(_COVER_PX, self)
        self._library_model = LibraryModel(self._covers, self)
        as_list, details, tile_px = remembered_library(self._memory)
        self.library = LibraryPane(
            self._look, self._library_model, as_list=as_list, with_details=details, tile_px=tile_px
        )
        self.library.grid.scrub_with(self._frames)
        self.library.share_keys(self.stage.take_key)
        self.main.fill(self._look, self.compose, self.stage, self.queue, self.library)
        self._bridge = EventBridge(self._program.bus)
        self._notices = Notices(
            self.main, self.queue, self._program.engine, lambda: self._program.storage.disk.why_none
        )
        self._guarded = GuardedTasks(self._tasks, self._notices)
        self._queue_work = QueueController(
            self._program, self.queue, self._queue_model, self._tasks, self._notices, self._fill, self.play
        )
        self._library_work = LibraryController(
            self._program,
            self._look,
            self.library,
            self._library_model,
            self._tasks,
            self._notices,
            desk,
            self._fill,
            self.play,
        )
        self._settings_work = SettingsController(
            self._session, self._look, self.main, self.compose, self._tasks, self._notices
        )
        self._money_work = MoneyController(
            self._program,
            self._look,
            self.main,
            self.queue.header,
            self._tasks,
            self._notices,
            set_budget=lambda: self._settings_work.show(MONEY_PAGE),
            show_left=self.compose.set_budget_left,
        )

        def library_dir() -> Path:
            return self._program.library.root

        self._frame_work = FrameController(self._frames, self.compose, self.main, self._notices, library_dir)
        self._export_work = ExportController(
            self._look, self.library, self._tasks, self._notices, self._memory, library_dir
        )
        self._compare_work = CompareController(
            self._program.library, self._frames, self._look, self.main, self._tasks, self._notices
        )
        self._cover_work = CoverController(self._program.videos, self._tasks, self)
        self._fidelity_work = FidelityController(
            self._program.library, self._program.fidelity, self._tasks, self
        )
        self._report_work = ReportController(self._session, self._look, self.main, self._tasks, self._notices)

    def _connect(self) -> None:
        self._connect_panes()
        self._connect_menu()
        self._connect_events()

    def _connect_panes(self) -> None:
        self.compose.submit_requested.connect(self._queue_work.submit)
        self.compose.submit_requested.connect(self.main.show_queue)
        self.compose.videos_dropped.connect(self._library_work.use_videos)
        self.compose.last_frames_wanted.connect(self._frame_work.last_into_wells)
        self.compose.filled_changed.connect(self.stage.set_ready)
        self.stage.pictures_dropped.connect(self._take_dropped)
        self.stage.volume_changed.connect(lambda *sound: remember_sound(self._memory, *sound))
        self.stage.open_externally_requested.connect(self._library_work.open_elsewhere)
        self._library_work.file_leaves.connect(self.stage.release)
        self._library_work.file_moved.connect(self.stage.follow)
        self._library_work.file_leaves.connect(self._compare_work.release)
        self._library_work.file_leaves.connect(lambda _path: self.library.grid.release())
        self._library_work.clips_wanted_for.connect(self._use_clips)
        self.stage.failed.connect(self._library_work.list.look_now)
        self.stage.save_frame_requested.connect(self._frame_work.choose_place)
        self.stage.next_frame_requested.connect(self._frame_work.as_next)
        self.stage.export_requested.connect(self._export_shown)
        self.queue.last_frame_requested.connect(self._last_frame_of_job)
        self.library.view_changed.connect(lambda *view: remember_library(self._memory, *view))
        self.queue.header.money_requested.connect(self._money_work.open)
        self._queue_model.counts_changed.connect(self._count)
        self._queue_work.begun.connect(self._money_work.show_now)
        self._settings_work.settings_saved.connect(self._money_work.books_changed)

    def _connect_menu(self) -> None:
        self.main.settings_requested.connect(self._settings_work.show)
        self.main.library_folder_requested.connect(self._library_work.show_folder)
        self.main.money_requested.connect(self._money_work.open)
        self.main.came_to_front.connect(self._library_work.list.look_now)
        self.main.search_requested.connect(self.library.focus_search)
        self.main.report_requested.connect(self._report_work.choose)
        self.main.about_requested.connect(self._show_about)
        self.main.notice_action_requested.connect(self._notices.act)
        self._notices.settings_requested.connect(self._settings_work.show)

    def _connect_events(self) -> None:
        self._network.changed.connect(self._housekeeping.connect_anew)
        bridge = self._bridge
        bridge.job_put.connect(self._queue_work.put)
        bridge.jobs_added.connect(self._queue_work.add)
        bridge.job_removed.connect(self._queue_model.remove)
        bridge.job_removed.connect(self._notices.job_gone)
        bridge.job_put.connect(self._money_work.put)
        for signal in (bridge.jobs_added, bridge.job_removed):
            signal.connect(lambda *_: self._money_work.books_changed())
        bridge.job_progressed.connect(self._queue_model.set_progress)
        bridge.clip_added.connect(self._library_work.add)
        bridge.clip_added.connect(self._play_new)
        self._library_model.cover_missed.connect(self._cover_work.want)
        self._cover_work.made.connect(self._library_model.forget_cover)
        self._fidelity_work.measured.connect(self._library_work.put)
        self.stage.playing_changed.connect(self._fidelity_work.set_playing)
        self.library.search_requested.connect(lambda *_: self._fidelity_work.searches())
        for view in (self.library.grid, self.library.table):
            view.verticalScrollBar().valueChanged.connect(lambda *_: self._fidelity_work.searches())
        bridge.job_put.connect(self._fidelity_work.put_job)
        bridge.job_removed.connect(self._fidelity_work.remove_job)
        bridge.clip_added.connect(self._fidelity_work.add)
        bridge.order_not_taken.connect(self._notices.say_trouble)
        bridge.paused.connect(self._notices.paused)
        bridge.resumed.connect(self._notices.resumed)
        bridge.service_lost.connect(self._notices.service_lost)
        bridge.service_reached.connect(self._notices.service_reached)

    async def begin(self) -> None:
        """Open what is on the disk and set the engine going. The window is painted already."""
        self._tasks.start("find the key", self._settings_work.find_key())
        listed = self._tasks.start("list the library", self._library_work.list_all())
        await self._queue_work.begin()
        await listed
        self._notices.tell(mended(self._program.storage))
        self._housekeeping.begin()
        self._network.begin()
        self._tasks.start("get ready to play", self._frames.get_ready())
        self._tasks.start("look after the library's index", self._library_work.list.look_after())
        self._fidelity_work.begin()

    def tell(self, note: Sentence) -> None:
        """Tell the person something that isn't about a job: what was found wrong, until they have read it; what they
        have set up themselves, in passing.
        """
        if "variable" in note.values:
            self._notices.say(note)
        else:
            self._notices.tell([note])

    async def end(self) -> None:
        """Stop what works behind the window; the session ends the engine."""
        await self._library_work.finish()
        self._network.end()
        self.stage.show_empty()
        self._compare_work.close_all()
        self.queue.close_thumbs()
        self._library_model.close()
        await self._tasks.cancel_all()

    def to_front(self) -> None:
        """Bring the window before the person."""
        self.main.setWindowState(self.main.windowState() & ~self.main.windowState().WindowMinimized)
        self.main.show()
        self.main.raise_()
        self.main.activateWindow()

    def play(self, clip: Clip) -> None:
        """Put a video of the library on the stage."""
        self.stage.play(clip.video_path, title_of(clip))
        self._shown_id = clip.clip_id

    def _play_new(self, clip: Clip) -> None:
        if self.stage.offer(clip.video_path, title_of(clip)):
            self._shown_id = clip.clip_id

    def _export_shown(self, path: str, first: int | None, last: int | None) -> None:
        async def find_and_export() -> None:
            clip = await self._program.library.get(self._shown_id)
            if clip is not None and clip.video_path == path:
                self._export_work.begin_part(clip, first, last)
            else:
                self._notices.say(Sentence(_NOT_OF_LIBRARY))

        self._guarded.start("export what is shown", find_and_export)

    def _use_clips(self, verb: ClipVerb, clips: list[Clip]) -> None:
        match verb:
            case ClipVerb.LAST_FRAME_TO_IMAGE | ClipVerb.LAST_FRAME_TO_START:
                start_end = verb is ClipVerb.LAST_FRAME_TO_START
                self._frame_work.last_as_next(clips[0].video_path, start_end)
            case ClipVerb.COMPARE:
                self._compare_work.two_takes(clips)
            case ClipVerb.ONION:
                self._compare_work.with_pictures(clips[0])
            case _ if verb in EXPORT_VERBS:
                self._export_work.begin(verb, clips)

    def _last_frame_of_job(self, job_id: str, start_end: bool) -> None:
        self._queue_work.with_video(
            job_id, lambda clip: self._frame_work.last_as_next(clip.video_path, start_end)
        )

    def _library_stands(self, standing: Availability) -> None:
        holder = self._program.storage.lease.holder
        path = str(self._program.library.root)
        self._notices.library_stands(standing, path, holder, self._housekeeping.look_now)
        self.library.set_fixed(self._notices.why_fixed(standing, holder))
        if standing is Availability.THERE:
            self._program.engine.nudge()
        self._tasks.start("list the library anew", self._library_work.list_all())

    def _show_about(self) -> None:
        AboutDialog(self._look, version("vidu-desktop"), self.main).open()

    def _fill(self, request: GenerationRequest) -> bool:
        return self.compose.fill(request)

    def _take_dropped(self, paths: list[str]) -> None:
        """Hand pictures that were dropped on the stage to the tab that is shown."""
        mime = QMimeData()
        mime.setUrls([url_of(path) for path in paths])
        self.compose.current_tab.take_mime(mime)

    def _thumb_path(self, sha256: str) -> str:
        return str(thumb_path(self._session.paths.thumbs_dir, sha256))

    def _count(self) -> None:
        counts = self._queue_model.counts
        self.main.set_queue_count(counts.running + counts.waiting + counts.at_risk)


_NOT_OF_LIBRARY = QT_TRANSLATE_NOOP(
    "library", "This video isn't in the library any more, so it can't be exported."
)
