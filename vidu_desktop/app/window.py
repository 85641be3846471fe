"""The window put together: builds the controllers behind the panes, and connects the signals between them."""

from PySide6.QtCore import QObject, QSettings

from vidu_desktop.adapters.disk.sheets import write_sheet
from vidu_desktop.app.bridge import EventBridge
from vidu_desktop.app.event_links import link_clips, link_jobs, link_many, link_notices
from vidu_desktop.app.help_menu import HelpMenu
from vidu_desktop.app.later_imports import import_later
from vidu_desktop.app.many_videos import ManyVideos
from vidu_desktop.app.network import NetworkWatch
from vidu_desktop.app.panes import Panes
from vidu_desktop.app.window_state import remember_library, remember_sound
from vidu_desktop.controllers.availability_controller import AvailabilityController
from vidu_desktop.controllers.compare_controller import CompareController
from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.cover_controller import CoverController
from vidu_desktop.controllers.draft_controller import DraftController
from vidu_desktop.controllers.edit_controller import EditController
from vidu_desktop.controllers.export_controller import ExportController
from vidu_desktop.controllers.fidelity_controller import FidelityController
from vidu_desktop.controllers.film_controller import FilmController
from vidu_desktop.controllers.frame_controller import FrameController
from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.controllers.happenings import Happenings
from vidu_desktop.controllers.library_controller import LibraryController, LibraryParts
from vidu_desktop.controllers.money_controller import MoneyController
from vidu_desktop.controllers.notices import MONEY_PAGE, Notices
from vidu_desktop.controllers.picture_service import AppPictureService
from vidu_desktop.controllers.picture_undo import PictureUndo
from vidu_desktop.controllers.preset_controller import PresetController
from vidu_desktop.controllers.prompt_controller import PromptController
from vidu_desktop.controllers.queue_controller import QueueController
from vidu_desktop.controllers.settings_controller import SettingsController
from vidu_desktop.controllers.shelf_controller import ShelfController
from vidu_desktop.controllers.stage_controller import StageController
from vidu_desktop.controllers.verb_dispatch import VerbDispatch
from vidu_desktop.controllers.window_undo import WindowUndo
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import Sentence
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.taskbar import Taskbar
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.key_table import WindowCommand
from vidu_desktop.wiring.clip_exports import ClipExports
from vidu_desktop.wiring.frame_files import FrameFiles
from vidu_desktop.wiring.housekeeping import Housekeeping
from vidu_desktop.wiring.measuring import ClipMeter
from vidu_desktop.wiring.recovery_notes import mended, unread_lists
from vidu_desktop.wiring.session import Session
from vidu_desktop.wiring.space import Space


class Window(QObject):
    """Owns what works behind the panes. `begin` must be called after the first paint, `end` before the session is closed."""

    def __init__(self, session: Session, look: Look, memory: QSettings, panes: Panes | None = None) -> None:
        super().__init__()
        self._session, self._program = session, session.program
        self._look = look
        self._memory = memory
        self._tasks = TaskKeeper()
        self._network = NetworkWatch(self)
        self._take_panes(panes or Panes(look, memory, MainWindow(memory), session.paths, session.settings))
        self._build_controllers()
        self._connect()
        self._picture_undo = PictureUndo(self.compose, self._undo)  # restoring the tabs can't be undone
        self._panes.let_go()

    def _take_panes(self, panes: Panes) -> None:
        session = self._session
        panes.begin()
        panes.complete()
        self._panes = panes
        self.main, self._keys = panes.main, panes.keys
        self.compose, self.stage = panes.compose, panes.stage
        self.queue, self.library = panes.queue, panes.library
        self._queue_model, self._library_model = panes.queue_model, panes.library_model
        self._pictures = AppPictureService(
            self._program.pictures, self._program.links, session.made_dir, self._tasks
        )
        panes.pictures.be(self._pictures)
        self._frames = AppFrameService(FrameFiles(), session.made_dir, self._tasks, self._pictures.small)
        panes.frames.be(self._frames)

    def _build_controllers(self) -> None:
        session, program = self._session, self._program
        engine, library, storage = program.engine, program.library, program.storage
        self.bridge = EventBridge(program.bus)
        self._happened = Happenings(self._look, self.main, self._memory, program.clock.now)
        self.notices = Notices(
            self.main, self.queue, engine, lambda: storage.disk.why_none, happened=self._happened
        )
        context = WindowContext(
            look=self._look,
            window=self.main,
            memory=self._memory,
            tasks=self._tasks,
            notices=self.notices,
            begin_filling=self.compose.coming.begin,
        )
        self._undo = UndoStack()
        self._guarded = context.guarded
        self.queue_work = QueueController(
            context, self.queue, self._queue_model, engine, library, program.pictures, self._undo
        )
        self._draft_work = DraftController(
            context, self.compose, self._panes.drafts_file, self._panes.put_back
        )
        self._settings_work = SettingsController(
            context,
            self.compose,
            engine,
            session,
            session,
            Space(
                session.paths,
                library.root,
                storage.unused_stills(
                    session.paths.drafts_path,
                    lambda: self.many.needed_hashes_and_paths(),  # noqa: PLW0108 - `many` is created later
                ),
            ),
            session,
            program.notifications,
        )
        self._money_work = MoneyController(
            context,
            self.queue.header,
            engine,
            program.clock.now,
            lambda: program.settings,
            write_sheet,
            library.kept_jobs,
            program.naming.names_of,
        )
        self._frame_work = FrameController(context, self._frames, library, self.compose, lambda: library.root)
        exports = ClipExports(library, program.begun_exports)
        self._export_work = ExportController(context, self.library, exports, lambda: library.root)
        undo_actions = [self.main.menus.action(one) for one in (WindowCommand.UNDO, WindowCommand.REDO)]
        self.stage.share_actions([*undo_actions, *self.compose.order_actions])
        undo = WindowUndo(self._undo, undo_actions)
        self.many = ManyVideos(context, session, self._pictures, self._frames, undo)
        frames, tiles = self._frames, self._library_model
        self._compare_work = CompareController(
            context, frames, library, library, self.library, tiles, self._keys, undo_actions
        )
        self._preset_work = PresetController(context, self.compose, storage.presets, library)
        self._prompt_work = PromptController(context, self.compose, library, engine.jobs)
        self._stage_work = StageController(
            context,
            self.stage,
            self.compose,
            library,
            self._export_work,
            self.library,
            self._library_model,
            self._queue_model,
        )
        self._films = FilmController(
            context, self._frames, self._stage_work, self._export_work, program.seams, exports
        )
        self._shelf_work = ShelfController(
            context, self.compose, program.shelf, self._pictures, self._frames, undo
        )
        self._dispatch = VerbDispatch(
            self._frame_work,
            self._compare_work,
            self._export_work,
            self._preset_work,
            self._films,
            self.many.board,
            self._shelf_work,
        )
        self._library_work = LibraryController(
            context,
            LibraryParts(
                clips=library,
                searches=storage.searches,
                recipes=program.videos,
                marks=storage.marks,
                trash=storage.trash,
                imports=storage.imports,
                missing=storage.missing,
                answers=exports,
                trash_days=lambda: program.settings.empty_trash_after_days,
                trashed_boards=storage.board_trash,
            ),
            self.library,
            self._library_model,
            self._pictures,
            self.compose.fill,
            self._stage_work.play,
            self._undo,
        )
        self._edit_work = EditController(
            self.main,
            self.stage,
            self.queue,
            self.library,
            self._undo,
            context.guarded,
            self._stage_work.menu,
        )
        self._availability_work = AvailabilityController(
            context, self.library, lambda: library.root, lambda: storage.lease.holder
        )
        self._housekeeping = Housekeeping(
            program, self._tasks, self._availability_work.show, self._library_work.say_emptied
        )
        self._cover_work = CoverController(program.videos, self._tasks, self)
        self._fidelity_work = FidelityController(
            library, ClipMeter(library, program.fidelity), self._tasks, self
        )
        self._help = HelpMenu(context, self.main, self._keys, session)

    def _connect(self) -> None:
        self._connect_panes()
        self._connect_library()
        self._connect_menu()
        self._connect_events()

    def _connect_panes(self) -> None:
        self.compose.submit_requested.connect(
            lambda submission: self.queue_work.submit(self._preset_work.named(submission))
        )
        self.compose.submit_requested.connect(self.main.show_queue)
        self.compose.key_pressed.connect(self.stage.leave_full_screen)
        self.compose.videos_dropped.connect(self._library_work.use_videos)
        self.compose.last_frames_wanted.connect(self._frame_work.last_into_tab)
        self.stage.volume_changed.connect(lambda *sound: remember_sound(self._memory, *sound))
        self.stage.open_externally_requested.connect(self._library_work.open_elsewhere)
        self.stage.failed.connect(self._library_work.list.look_now)
        self._stage_work.frame_save_wanted.connect(self._frame_work.choose_place)
        self._stage_work.next_frame_wanted.connect(self._frame_work.as_next)
        self.stage.playing_changed.connect(self._fidelity_work.set_playing)
        self.queue.last_frame_requested.connect(self._frame_work.last_of_job)
        self.queue.header.money_requested.connect(self._money_work.open)
        self.queue_work.request_wanted.connect(self.compose.fill)
        self.queue_work.edit_wanted.connect(self.compose.edit)
        self.compose.put_back_requested.connect(self.queue_work.put_back)
        self.queue_work.clip_wanted.connect(self._stage_work.play)
        self.queue_work.count_changed.connect(self.main.set_queue_count)
        self._taskbar = Taskbar()
        for show in (self.main.set_progress, self._taskbar.show, self.stage.set_coming):
            self.queue_work.progressed.connect(show)
        self.queue_work.begun.connect(self._money_work.show_now)
        self.queue_work.begun.connect(self._program.engine_started)
        carry_on = self.many.carry_on
        self.queue_work.begun.connect(lambda: self._guarded.start("carry on with batches", carry_on))
        self._money_work.left_changed.connect(self.compose.set_budget_left)
        self._money_work.budget_requested.connect(lambda: self._settings_work.show(MONEY_PAGE))
        self._settings_work.key_known.connect(self.many.key_known)
        self._settings_work.settings_saved.connect(self._money_work.books_changed)
        self._settings_work.settings_saved.connect(self.queue_work.price_anew)

    def _connect_library(self) -> None:
        work = self._library_work
        work.file_leaves.connect(self.stage.release)
        work.file_moved.connect(self.stage.follow)
        work.file_leaves.connect(self._compare_work.release)
        work.file_leaves.connect(lambda _path: self.library.grid.release())
        work.list.library_changed.connect(self.queue_work.name_takes)
        work.clips_wanted_for.connect(self._dispatch.act)
        self.library.folder_requested.connect(work.show_folder)
        self.library.view_changed.connect(lambda *view: remember_library(self._memory, *view))
        self.library.search_requested.connect(lambda *_: self._fidelity_work.searches())
        for view in (self.library.grid, self.library.table):
            view.verticalScrollBar().valueChanged.connect(lambda *_: self._fidelity_work.searches())
        self._library_model.cover_missed.connect(self._cover_work.want)
        self._cover_work.made.connect(self._library_model.forget_cover)
        self._fidelity_work.measured.connect(work.put)
        away, use_folder = self._availability_work, self._housekeeping.use_folder
        away.look_requested.connect(self._housekeeping.look_now)
        away.empty_folder_chosen.connect(lambda: self._guarded.start("use the empty folder", use_folder))
        away.came_back.connect(self._program.engine.nudge)
        away.came_back.connect(self.stage.look_again)
        away.changed.connect(lambda: self._tasks.start("list the library anew", work.list_all()))

    def _connect_menu(self) -> None:
        self.main.settings_requested.connect(self._settings_work.show)
        self.compose.prices_requested.connect(lambda: self._settings_work.show(MONEY_PAGE))
        self.main.library_folder_requested.connect(self._library_work.show_folder)
        self.main.money_requested.connect(self._money_work.open)
        link_many(
            self.many,
            self.main,
            self._stage_work,
            self._frame_work,
            self._films,
            self._export_work,
            self._cover_work,
            self.to_front,
        )
        self.main.came_to_front.connect(self._library_work.list.look_now)
        self.main.came_to_front.connect(self._shelf_work.look_again)
        self.main.notice_action_requested.connect(self.notices.act)
        self.main.happenings_requested.connect(self._happened.open)
        self._happened.show_in_folder_requested.connect(self.notices.show_in_folder)
        self.notices.settings_requested.connect(self._settings_work.show)

    def _connect_events(self) -> None:
        self._network.changed.connect(self._housekeeping.connect_anew)
        bridge, fidelity = self.bridge, self._fidelity_work
        link_jobs(bridge, self.queue_work, self._queue_model, self._money_work, fidelity, self.many)
        link_clips(bridge, self._library_work, self._stage_work, fidelity)
        self.many.follow(bridge, self.compose.shelf, self._library_work.list)
        link_notices(bridge, self.notices)

    async def begin(self) -> None:
        """Read what is on the disk, and start the engine. The window must be painted already."""
        self._tasks.start("find the key", self._settings_work.find_key())
        self._tasks.start("read the presets", self._preset_work.begin())
        self._tasks.start("read the shelf", self._shelf_work.begin())
        listed = self._tasks.start("list the library", self._library_work.list_all())
        await self.queue_work.begin()
        await listed
        self.notices.tell([*mended(self._program.storage), *await unread_lists(self._program.storage)])
        self._housekeeping.begin()
        self._network.begin()
        self._tasks.start("get ready to play", self._frames.get_ready())
        self._tasks.start("look after the library's index", self._library_work.list.look_after())
        self._fidelity_work.begin()
        self._tasks.start("import what opens later", import_later())

    def tell(self, note: Sentence) -> None:
        """Tell the person something that isn't about a job."""
        self.notices.note(note)

    async def end(self) -> None:
        """Stop what works behind the window; the session ends the engine."""
        self.main.save_layout()  # at a shutdown nobody closes the window
        await self._draft_work.finish()
        self._library_work.keep_typed()
        self.many.board.close()
        await self._tasks.written()
        self._network.end()
        self.stage.show_empty()
        self._compare_work.close_all()
        self.queue.close_thumbs()
        self._library_model.close()
        await self._tasks.cancel_all()

    def to_front(self) -> None:
        """Bring the window to the front."""
        self.main.setWindowState(self.main.windowState() & ~self.main.windowState().WindowMinimized)
        self.main.show()
        self.main.raise_()
        self.main.activateWindow()
