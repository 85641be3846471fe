"""The controllers that make many videos at once: batches, watched folders and chain boards."""

from collections.abc import Iterator

from vidu_desktop.adapters.sheets.result_sheet import write_where_it_can
from vidu_desktop.app.bridge import EventBridge
from vidu_desktop.batch.board_keeping import BoardKeeper
from vidu_desktop.batch.board_reading import BoardReader
from vidu_desktop.controllers.batch_controller import BatchController
from vidu_desktop.controllers.board_controller import BoardController
from vidu_desktop.controllers.board_media import BoardMedia
from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.controllers.library_list import LibraryList
from vidu_desktop.controllers.live_facts import LiveFacts
from vidu_desktop.controllers.picture_service import AppPictureService
from vidu_desktop.controllers.watch_controller import WatchController
from vidu_desktop.controllers.window_undo import WindowUndo
from vidu_desktop.domain.amounts import Sums
from vidu_desktop.ui.models.shelf_model import ShelfModel
from vidu_desktop.ui.widgets.name_completions import NameCompletions
from vidu_desktop.wiring.session import Session


class ManyVideos:
    """Builds these controllers together: they share the checks, the feeder, and the one undo stack."""

    def __init__(
        self,
        context: WindowContext,
        session: Session,
        pictures: AppPictureService,
        frames: AppFrameService,
        undo: WindowUndo,
    ) -> None:
        program = session.program
        storage = program.storage
        self._books = program.engine.books
        self._program = program

        def has_key() -> bool:
            return session.found_key.key is not None

        self.batches = BatchController(
            context,
            program.sheet_checker,
            program.batches,
            LiveFacts(
                now=program.clock.now,
                has_key=has_key,
                seconds_of=program.engine.batch_s,
                free_bytes=storage.disk.free_bytes,
                under_way=program.batches_under_way,
            ),
            write_where_it_can,
            undo,
            name_of=program.naming.name_of,
            thumbnails=program.pictures,
            match=pictures.matched,
        )
        self.watched = WatchController(
            context,
            program.watcher,
            storage.presets,
            program.price_of,
            has_key,
            program.shelf.with_names_replaced,
        )
        self.board = BoardController(
            context,
            BoardReader(program.sheet_checker, program.batches, storage.boards, program.clock.now),
            BoardKeeper(storage.boards, storage.batches, storage.board_trash),
            BoardMedia(
                pictures=pictures,
                fixes=pictures,
                saved_frame=frames.saved_frame,
                sound_length_s=frames.sound_length_s,
                thumbnails=program.pictures,
                seams=program.seams,
            ),
            undo,
            has_key,
        )

    def needed_hashes_and_paths(self) -> list[str]:
        """Return the stills that this run needs: the paths of all jobs' pictures, and the SHA-256 of all boards' stills."""
        pictures = [path for job in self._books() for path in job.request.picture_paths]
        return [*pictures, *self.board.stills_in_use]

    @property
    def _to_come(self) -> Iterator[tuple[int, Sums]]:
        """For each batch under way, how many videos aren't jobs yet, and will be without a person; and what they cost."""
        batches = self._program.batches
        for batch_id, one in batches.running.items():
            if not one.waits_for_tomorrow:
                yield one.to_come(batches.jobs.taken_money(batch_id))

    def videos_to_come(self) -> int:
        """Return how many approved videos of batches aren't jobs yet."""
        return sum(videos for videos, _ in self._to_come)

    def money_to_come(self) -> Sums:
        """Return what these videos cost."""
        return sum((cost for _, cost in self._to_come), Sums())

    def key_known(self) -> None:
        """Let what is open offer what can be bought with the key that there is by now."""
        self.batches.key_known()
        self.watched.key_known()
        self.board.refresh()

    async def carry_on(self) -> None:
        """Go on with interrupted batches, and tell which they are, and which rows were added to their sheets since. Raises
        DiskTrouble.
        """
        await self._program.carry_on_with_batches()
        await self.batches.news.tell_under_way()
        self.batches.look_for_news()

    def follow(self, bridge: EventBridge, shelf: ShelfModel, library: LibraryList) -> None:
        """Let open dialogs follow the jobs and the library's videos, and let boards complete the names of the shelf."""
        self.board.opened.connect(lambda dialog: NameCompletions(shelf, dialog.prompts, dialog))
        for changed in (shelf.changed, library.library_changed):
            changed.connect(self.board.refresh)
        self.batches.handed_over.connect(self.board.refresh)
        bridge.jobs_put.connect(self.batches.jobs_moved)
        bridge.jobs_removed.connect(lambda *_: self.batches.jobs_moved(None))
        bridge.jobs_put.connect(lambda *_: self.board.refresh())
        bridge.jobs_removed.connect(lambda *_: self.board.refresh())
        for refresh in (self.watched.refresh, self.board.refresh):
            bridge.clip_added.connect(lambda *_, refresh=refresh: refresh())
