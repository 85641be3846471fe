"""Connects each event of the engine with the parts of the window that show it."""

from collections.abc import Callable

from vidu_desktop.app.bridge import EventBridge
from vidu_desktop.app.many_videos import ManyVideos
from vidu_desktop.controllers.cover_controller import CoverController
from vidu_desktop.controllers.export_controller import ExportController
from vidu_desktop.controllers.fidelity_controller import FidelityController
from vidu_desktop.controllers.film_controller import FilmController
from vidu_desktop.controllers.frame_controller import FrameController
from vidu_desktop.controllers.library_controller import LibraryController
from vidu_desktop.controllers.money_controller import MoneyController
from vidu_desktop.controllers.notices import Notices
from vidu_desktop.controllers.queue_controller import QueueController
from vidu_desktop.controllers.stage_controller import StageController
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.queue_model import QueueModel


def link_jobs(
    bridge: EventBridge,
    queue: QueueController,
    queue_model: QueueModel,
    money: MoneyController,
    fidelity: FidelityController,
    many: ManyVideos,
) -> None:
    """Let the queue's rows, the sums and the measurements follow the jobs, and count what batches make of them later."""
    queue.videos_to_come = many.videos_to_come
    money.money_to_come = many.money_to_come
    many.batches.begun.connect(queue.count_to_come)
    bridge.jobs_put.connect(queue.put)
    bridge.jobs_read.connect(queue.take_up)
    bridge.jobs_removed.connect(queue.take_out)
    bridge.job_progressed.connect(queue_model.set_progress)
    bridge.jobs_put.connect(money.put)
    bridge.jobs_removed.connect(lambda *_: money.books_changed())
    bridge.jobs_put.connect(fidelity.put_jobs)
    bridge.jobs_removed.connect(fidelity.remove_jobs)


def link_clips(
    bridge: EventBridge,
    library: LibraryController,
    stage: StageController,
    fidelity: FidelityController,
) -> None:
    """Let the library, the stage and the measurements follow new videos."""
    bridge.clip_added.connect(library.add)
    bridge.clip_added.connect(stage.offer)
    bridge.clip_added.connect(fidelity.add)


def link_many(
    many: ManyVideos,
    main: MainWindow,
    stage: StageController,
    frames: FrameController,
    films: FilmController,
    exports: ExportController,
    covers: CoverController,
    to_front: Callable[[], None],
) -> None:
    """Connect the menu with the windows that make many videos at once, and these with the player, the exports and the queue.
    `to_front` shows the main window.
    """
    main.batch_requested.connect(many.batches.choose)
    main.watched_requested.connect(many.watched.open)
    main.board_requested.connect(many.board.open)
    main.came_to_front.connect(many.board.look_again)
    many.batches.begun.connect(main.show_queue)
    many.board.begun.connect(main.show_queue)
    many.board.opened.connect(lambda dialog: main.share_notices(dialog.lines.notice))
    many.board.opened.connect(lambda dialog: exports.share_progress(dialog.lines.work))
    many.board.cover_missed.connect(covers.want)
    covers.made.connect(many.board.show_cover)
    many.board.play_requested.connect(stage.play)
    many.board.film_requested.connect(films.play_as)
    for played in (many.board.play_requested, many.board.film_requested, exports.film_wanted):
        played.connect(lambda *_: to_front())
        played.connect(lambda *_: many.board.stay_beside(stage.place))
    exports.film_wanted.connect(lambda *_: many.board.expect_film())
    stage.film_at.connect(many.board.film.follow)
    many.board.film.frame_wanted.connect(stage.go_to)
    many.board.film.loop_wanted.connect(stage.loop)
    many.board.film_export_requested.connect(exports.begin_film)
    main.asks_before_quitting = exports.asks_before_quitting
    many.board.review_wanted.connect(exports.begin_review)
    many.board.last_frames_wanted.connect(frames.last_into_wells)


def link_notices(bridge: EventBridge, notices: Notices) -> None:
    """Show why orders can't be sent, and when they can be sent again."""
    bridge.jobs_removed.connect(notices.jobs_gone)
    bridge.order_not_taken.connect(notices.say_trouble)
    bridge.paused.connect(notices.paused)
    bridge.resumed.connect(notices.resumed)
    bridge.service_lost.connect(notices.service_lost)
    bridge.service_reached.connect(notices.service_reached)
