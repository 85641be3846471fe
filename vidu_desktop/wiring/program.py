"""The engine with everything below it, for one home. The window and the command line are built on top of it."""

import asyncio
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from urllib.parse import urlsplit

from typing_extensions import override

from vidu_desktop.adapters.desktop.account_memory import AccountMemoryFile
from vidu_desktop.adapters.desktop.clock import SystemClock
from vidu_desktop.adapters.desktop.keep_awake import KeepAwake
from vidu_desktop.adapters.desktop.notifications import DesktopNotifications
from vidu_desktop.adapters.desktop.paths import Paths
from vidu_desktop.adapters.export.begun_exports import BegunExports
from vidu_desktop.adapters.fetching.fetcher import VideoFetcher
from vidu_desktop.adapters.fetching.linked_pictures import LinkedPictures
from vidu_desktop.adapters.fetching.release_page import ReleasePage
from vidu_desktop.adapters.library_store.shelf_packs import ShelfPacks
from vidu_desktop.adapters.net.certificates import SystemCertificates
from vidu_desktop.adapters.net.gnome_proxy import ask_desktop
from vidu_desktop.adapters.net.portal import RememberedPortal
from vidu_desktop.adapters.net.proxies import Proxies
from vidu_desktop.adapters.pictures.picture_files import PictureFiles
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses, usable_cores
from vidu_desktop.adapters.records.library_layout import INPUTS_NAME
from vidu_desktop.adapters.sheets.picture_folders import PictureFolders
from vidu_desktop.adapters.sheets.sheet_files import SheetFiles
from vidu_desktop.adapters.video.fidelity_service import FidelityService
from vidu_desktop.adapters.video.seam_service import SeamService
from vidu_desktop.adapters.video.video_files import VideoFiles
from vidu_desktop.batch.batch_naming import BatchNaming
from vidu_desktop.batch.bought_before import BoughtBefore
from vidu_desktop.batch.checking import SheetChecker
from vidu_desktop.batch.feeder import BatchFeeder
from vidu_desktop.batch.folder_watcher import FolderWatcher
from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.catalogue import spec_for_model
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.origin import batch_of, is_of_batch
from vidu_desktop.domain.proxy import ProxySetting
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.settings import Settings, is_loopback_host
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.events import Event, EventBus, JobAdded, JobsAdded
from vidu_desktop.engine.ports import World
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.library.shelving import Shelf
from vidu_desktop.rehearsal.server import RehearsalServer
from vidu_desktop.wiring.awake import AwakeWhileWorking
from vidu_desktop.wiring.event_log import EventLog
from vidu_desktop.wiring.services import ServiceRoute
from vidu_desktop.wiring.storage import Storage, library_dir_of, open_storage


class Program:
    """Nothing is opened before its first use. `base_url`, `key` (called with an address) and `proxy_password` (which may
    block) are called at each use. The caller must hold the instance lock of `paths` while the engine runs, and must end with
    `close`.
    """

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        *,
        base_url: Callable[[], str],
        key: Callable[[str], str | None],
        proxy_password: Callable[[str], str | None] = lambda _address: None,
        helpers: HelperProcesses | None = None,
    ) -> None:
        """`helpers` were started before; without them, the program starts its own."""
        self.paths = paths
        self.settings = settings
        self.bus = EventBus()
        self.clock = SystemClock()
        self._base_url = base_url
        self._processes = helpers or HelperProcesses()
        certificates = SystemCertificates()
        self._portal = RememberedPortal(ask_desktop)
        proxies = Proxies(lambda: self.settings.proxy, proxy_password, self._portal)
        self.rehearsal = RehearsalServer(paths.data_dir / "rehearsal")
        library_dir = library_dir_of(paths, settings)
        self.pictures = PictureFiles(
            self._processes,
            inputs_dir=paths.inputs_dir,
            thumbs_dir=paths.thumbs_dir,
            library_inputs_dir=library_dir / INPUTS_NAME,
            drafts_path=paths.drafts_path,
        )
        self.videos = VideoFiles(self._processes)
        self.fidelity = FidelityService()
        self.seams = SeamService()
        self.storage: Storage = open_storage(paths, settings, self.videos, self.clock)
        self.library = self.storage.library
        self.shelf = Shelf(self.storage.shelf, self.pictures, self.storage.shelf_uses, ShelfPacks())
        self.services = ServiceRoute(
            base_url=base_url,
            key=key,
            rehearsal=self.rehearsal,
            certificates=certificates,
            proxies=proxies,
        )
        self._fetcher = VideoFetcher(
            paths.staging_dir,
            local_hosts=_LocalHosts(base_url, self.rehearsal),
            certificates=certificates,
            proxies=proxies,
        )
        self.releases = ReleasePage(certificates, proxies)
        self.links = LinkedPictures(paths.staging_dir, certificates=certificates, proxies=proxies)
        self.begun_exports = BegunExports(paths.exports_dir)
        self.engine = Engine(
            World(
                store=self.storage.jobs,
                pictures=self.pictures,
                services=self.services,
                fetcher=self._fetcher,
                library=self.library,
                disk=self.storage.disk,
                clock=self.clock,
                memory=AccountMemoryFile(paths.account_path),
            ),
            settings,
            self.bus,
        )
        self.folders = PictureFolders()
        bought = BoughtBefore(self.storage.batches, self.library, self.jobs_known)
        self.sheet_checker = SheetChecker(
            sheets=SheetFiles(self._processes),
            looks=self.pictures,
            folders=self.folders,
            price=self.price_of,
            store=self.storage.batches,
            clips=self.library,
            bought=bought,
            shelf=self.shelf,
        )
        self.batches = BatchFeeder(
            self.engine,
            self.storage.batches,
            self.library,
            self.folders,
            self.price_of,
            self.clock,
            self.bus,
        )
        self.naming = BatchNaming(self.storage.batches, self.storage.boards)
        self.watcher = FolderWatcher(
            self.batches,
            self.storage.batches,
            self.library,
            self.folders,
            self.pictures,
            self.price_of,
            bought,
            self.clock,
        )
        self._tasks = TaskKeeper()
        self._starting = asyncio.Lock()
        self._batches_started = self._carries_on = False
        self.bus.subscribe(self._get_ready)
        self.bus.subscribe(EventLog().on_event)
        self.notifications = DesktopNotifications()
        self._machine = KeepAwake()
        self._awake = AwakeWhileWorking(self._machine)
        self.bus.subscribe(self._awake.on_event)

    def engine_started(self) -> None:
        """Must be called once the engine runs, so that jobs of an earlier run keep the computer awake, too."""
        self._awake.begin(self.engine.unfinished())

    async def jobs_known(self) -> list[Job]:
        """Return all jobs, even if the engine doesn't run or hasn't read all of them yet. Raises DiskTrouble."""
        if self.engine.has_read_all:
            return self.engine.books()
        store = self.storage.jobs
        return [*await store.load_removed(), *await store.load_all()]

    async def start_batches(self) -> None:
        """Start the feeder: from now on rows are handed over. Must be called after the engine has started; only the first
        call has an effect. Raises DiskTrouble.
        """
        async with self._starting:
            if not self._batches_started:
                await self.batches.start()
                self._batches_started = True
                self._tasks.start("batches", self.batches.run())

    async def carry_on_with_batches(self) -> None:
        """Go on with interrupted batches and watched folders. Must be called after the engine has started; only the first
        call has an effect. Raises DiskTrouble.
        """
        await self.start_batches()
        if not self._carries_on:
            self._carries_on = True
            try:
                await self.batches.begin_all()
            finally:
                self._tasks.start("watched folders", self.watcher.run())

    def batches_under_way(self) -> list[str]:
        """Return the ids of the batches whose rows are still being handed over, or whose videos are on their way."""
        moving = (job.origin for job in self.engine.unfinished() if is_of_batch(job.origin))
        return list(dict.fromkeys([*self.batches.running, *map(batch_of, moving)]))

    async def check_way(self, setting: ProxySetting, password: Callable[[str], str | None]) -> str:
        """Find out whether the service answers through a proxy setting that isn't saved; see `ServiceRoute.check_way`."""
        proxies = Proxies(lambda: setting, password, self._portal)
        return await self.services.check_way(self._base_url(), proxies)

    def price_of(self, request: GenerationRequest) -> Money:
        """Return what one video costs now. Raises KeyError for a model that isn't in the catalogue, BadInput when nobody has
        given the price.
        """
        spec = spec_for_model(request.model)
        if spec is None:
            raise KeyError(request.model)
        return self.settings.price_of(spec, request.options)

    def _get_ready(self, event: Event) -> None:
        match event:
            case JobAdded(job) | JobsAdded((job, *_)) if not job.rehearsal:
                self.services.get_ready()

    def expect_pictures(self, count: int) -> None:
        """Let as many processor cores as useful look at `count` pictures. Must be called before the first look."""
        self._processes.widen(min(count, usable_cores()))

    def settings_changed(self, settings: Settings) -> None:
        """Use other settings from now on. A new library folder counts only from the next start."""
        self.settings = settings
        self.engine.settings_changed(settings)

    async def close(self) -> None:
        """End everything in reverse order, within about two seconds."""
        await self._tasks.cancel_all()
        await self.engine.stop()
        await self._fetcher.close()
        await self.links.close()
        await self.notifications.close()
        await self.services.close()
        loop = asyncio.get_running_loop()
        # Each waits about a tenth of a second for its own processes, so all end at the same time.
        ends = (
            self.rehearsal.stop,
            self._processes.close,
            self.fidelity.close,
            self.seams.close,
            self._machine.close,
        )
        await asyncio.gather(*(loop.run_in_executor(None, end) for end in ends))
        await loop.run_in_executor(None, self.storage.close)


class _LocalHosts(Collection[str]):
    """The hosts on this computer from which videos may be fetched: the rehearsal's, and every loopback host if the service's
    address is one. They are computed anew for each link.
    """

    def __init__(self, base_url: Callable[[], str], rehearsal: RehearsalServer) -> None:
        self._base_url = base_url
        self._rehearsal = rehearsal

    def _hosts(self) -> set[str]:
        api_host = urlsplit(self._base_url()).hostname or ""
        hosts = {api_host, "127.0.0.1", "localhost", "::1"} if is_loopback_host(api_host) else set()
        with suppress(RuntimeError):  # it doesn't run, so it gives no links
            hosts.add(urlsplit(self._rehearsal.base_url).netloc)
        return hosts

    @override
    def __contains__(self, host: object) -> bool:
        """Whether a link to this host may be followed."""
        return host in self._hosts()

    @override
    def __iter__(self) -> Iterator[str]:
        """Iterate over all such hosts."""
        return iter(self._hosts())

    @override
    def __len__(self) -> int:
        """Return the number of such hosts."""
        return len(self._hosts())
