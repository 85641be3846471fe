"""One run of the program for one home: its settings, its keys, its lock, and the program itself."""

import asyncio
import copy
import logging
import os
from collections.abc import Callable, Collection, MutableMapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from vidu_desktop.adapters.desktop.instance_lock import Holder, HolderKind, InstanceLock
from vidu_desktop.adapters.desktop.keyrings import KeyringDesk
from vidu_desktop.adapters.desktop.keys import ApiKey, FoundKey
from vidu_desktop.adapters.desktop.logs import Logs
from vidu_desktop.adapters.desktop.paths import private_dir, resolve_paths
from vidu_desktop.adapters.desktop.proxy_password import ProxyPasswords
from vidu_desktop.adapters.desktop.settings_file import BASE_URL_VARIABLE, SettingsFile
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.domain.doors import Door, door_of
from vidu_desktop.domain.job import Trouble
from vidu_desktop.domain.key_place import KeyPlace
from vidu_desktop.domain.proxy import ProxySetting
from vidu_desktop.domain.settings import BASE_URL_REFUSED, Settings
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.events import Event
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence
from vidu_desktop.wiring.door_keys import DoorKeys
from vidu_desktop.wiring.housekeeping import Housekeeping
from vidu_desktop.wiring.program import Program
from vidu_desktop.wiring.recovery_notes import mended
from vidu_desktop.wiring.storage import library_dir_of

_log = logging.getLogger(__name__)
_HIDDEN_FROM_CHARS = 4
_KEYRING_WAIT_S = 1.0
"""How long the end waits for a keyring that is being loaded; one that doesn't answer at all is left alone then."""
_HEAR_PAUSES_EVERY_S = 1.0
COMMAND_WAIT_S = 600.0
"""How long a command waits for another command that uses the same home, in seconds."""


class Session:
    """The settings are read at once, which is quick; the keys are looked for by `find_key`, which may take two seconds."""

    def __init__(
        self,
        home: str | None,
        *,
        kind: HolderKind,
        on_notice: Callable[[Sentence], None],
        settings_file: SettingsFile | None = None,
        keyring: KeyringDesk | None = None,
        helpers: HelperProcesses | None = None,
        environ: MutableMapping[str, str] | None = None,
    ) -> None:
        """`settings_file` is the one of this home, if it has been read already; `keyring` is the system's by default;
        `helpers` are those that were started before, if any; then the keys were taken out of the environment into `environ`.
        """
        self.paths = resolve_paths(home)
        self.logs = Logs(self.paths.log_path)
        self.kind = kind
        self.joined = False
        """Whether this session was made by `join`: the window's engine runs already, and goes on afterwards."""
        self._hearing: list[Callable[[Event], None]] = []
        self._on_notice = on_notice
        self._said: set[str] = set()
        self._lock = InstanceLock(self.paths.lock_path)
        self._tasks = TaskKeeper()
        self._settings_file = settings_file or SettingsFile(self.paths.settings_path)
        self.loaded = self._settings_file.loaded
        self._settings_in_doubt = self.loaded.money_in_doubt is not None
        self._keyring = keyring or KeyringDesk()
        from_environment = self.loaded.base_url_from_environment
        environment_door = door_of(self.loaded.settings.base_url) if from_environment else Door.ZAI
        self.keys = DoorKeys(self.paths.key_path, self._keyring, environment_door, self.logs.hide, environ)
        self._proxy_passwords = ProxyPasswords(self._keyring)
        self.program = Program(
            self.paths,
            self.loaded.settings,
            base_url=lambda: self.program.settings.base_url,
            key=self.keys.key_for,
            proxy_password=self._proxy_passwords.reveal,
            helpers=helpers,
        )
        if self.loaded.base_url_refused is not None:
            why = self.loaded.base_url_refused.sentence
            sentence = Sentence(_NOBODY_IS_PAID, {"why": why, "variable": BASE_URL_VARIABLE})
            self.program.engine.hold_paid_work(Trouble(code=BASE_URL_REFUSED, sentence=sentence))
        if self.loaded.money_in_doubt is not None:
            self.program.engine.hold_until_settings(Trouble.of(self.loaded.money_in_doubt))

    def join(self) -> "Session":
        """Return a session for a command that the window runs for another process, with this session's program. It must be
        closed like any other session, which ends nothing of this one.
        """
        joined = copy.copy(self)
        joined.joined = True
        joined._hearing = []  # noqa: SLF001 - the copy is made here
        return joined

    @property
    def settings(self) -> Settings:
        """The settings that are in force."""
        return self.program.settings

    @property
    def settings_in_doubt(self) -> bool:
        """Whether the settings hold back paid work until they are saved, changed or unchanged."""
        return self._settings_in_doubt

    @property
    def holds_paid_work(self) -> BadInput | None:
        """Why this run sends no paid order, whatever the person does; None when it may."""
        return self.loaded.base_url_refused or (
            self.loaded.money_in_doubt if self._settings_in_doubt else None
        )

    @property
    def door(self) -> Door:
        """The service (door) to which new orders are sent."""
        return self.settings.door

    @property
    def found_key(self) -> FoundKey:
        """The key of the present door, as far as it was looked for."""
        return self.keys.found[self.door]

    def key_at(self, door: Door) -> FoundKey:
        """Return what is known of the key of a door."""
        return self.keys.found[door]

    async def find_key(self) -> FoundKey:
        """Look for all keys, and for the proxy's password. Return the present door's key; in it, `key` is None without one."""
        _, password = await asyncio.gather(self.keys.load(), self._load_proxy_password())
        if password:
            self._hide_password(password)
        return self.found_key

    async def keep_key(self, text: str, place: KeyPlace, door: Door) -> FoundKey:
        """Use and store a key that the person typed. Raises BadInput, KeyTrouble, DiskTrouble; after the last two, the key is
        used in this session only.
        """
        try:
            await self.keys.keep(door, ApiKey(text), place)
        finally:
            self.program.engine.key_changed()
        return self.found_key

    async def forget_key(self, door: Door) -> None:
        """Delete the key. Raises KeyTrouble, DiskTrouble."""
        await self.keys.forget(door)

    @property
    def key_places(self) -> tuple[KeyPlace, ...]:
        """The places where a key can be kept on this computer, best first."""
        return self.keys.places

    async def check_key(self, base_url: str, key: str) -> None:
        """Find out, free of charge, whether a key is valid; empty means the present key. Raises as the service's `check_key`."""
        await self.program.services.check_key(base_url, key)

    async def _load_proxy_password(self) -> str | None:
        proxy = self.settings.proxy
        return await self._proxy_passwords.load(proxy.address if proxy.with_password else "")

    def use_proxy_password(self, address: str, password: str) -> None:
        """Use a proxy's password that the person typed, from now on."""
        self._hide_password(password)
        self._proxy_passwords.use(address, password)

    async def keep_proxy_password(self, address: str) -> bool:
        """Store the password for the next start; False where there is no keyring that takes it."""
        return await self._proxy_passwords.keep(address)

    async def forget_proxy_password(self, address: str) -> None:
        """Delete the stored password. Never raises."""
        await self._proxy_passwords.forget(address)

    async def check_way(self, proxy: ProxySetting, typed_password: str) -> str:
        """Find out, free of charge, whether the service answers through a proxy; return the place of the proxy, empty without
        one. An empty `typed_password` means the stored one. Raises ServiceBusy.
        """
        return await self.program.check_way(
            proxy, lambda address: typed_password or self._proxy_passwords.reveal(address)
        )

    def _hide_password(self, password: str) -> None:
        # Hiding a shorter one would remove letters from every line of the log.
        if len(password) >= _HIDDEN_FROM_CHARS:
            self.logs.hide(password)

    @property
    def environment_base_url(self) -> str:
        """The service's address given by the environment; empty where the settings decide."""
        return os.environ.get(BASE_URL_VARIABLE, "") if self.loaded.base_url_from_environment else ""

    @property
    def usual_library_dir(self) -> Path:
        """The library's folder if the person chooses none."""
        return self.paths.library_dir

    @property
    def library_dir(self) -> Path:
        """The library's folder by the settings; it is used from the next start."""
        return library_dir_of(self.paths, self.settings)

    def made_dir(self) -> Path:
        """Return the folder for files that the program makes for the person, and create it if needed. Raises OSError."""
        return private_dir(self.paths.data_dir / "made")

    def save_settings(self, settings: Settings) -> None:
        """Write the settings down and use them from now on. Raises DiskTrouble; then nothing has changed."""
        self._settings_file.save(settings)
        self._settings_in_doubt = False
        if self.loaded.base_url_from_environment:
            settings = replace(settings, base_url=self.loaded.settings.base_url)
        self.program.settings_changed(settings)

    def try_lock(self) -> Holder | None:
        """Lock this home for this program. Return None on success, else the holder of the lock."""
        return self._lock.acquire(self.kind)

    async def lock(self) -> None:
        """Lock this home; wait if another command has it. Raises BadInput when the lock can't be had, DiskTrouble."""
        if self.joined:
            return
        holder = self.try_lock()
        if holder is not None and holder.kind is not HolderKind.WINDOW:
            self._on_notice(Sentence(_WAITING))
            loop = asyncio.get_running_loop()
            holder = await loop.run_in_executor(None, self._lock.acquire, self.kind, COMMAND_WAIT_S)
        self._check_free(holder)

    def lock_beside_commands(self) -> None:
        """Lock this home, unless another command has it, which hears of pauses by itself. Raises BadInput while a window has
        the home, DiskTrouble.
        """
        holder = self.try_lock()
        self._check_free(None if holder is not None and holder.kind is not HolderKind.WINDOW else holder)

    @staticmethod
    def _check_free(holder: Holder | None) -> None:
        if holder is not None:
            template = _WINDOW_OPEN if holder.kind is HolderKind.WINDOW else _STILL_BUSY
            raise BadInput("already-open", Sentence(template))

    async def begin(self, *, only: Collection[str] | None = None) -> None:
        """Lock this home and start the engine with `only` as in `Engine.start`, and write the ballast: a full disk must leave
        room for the journal. In a joined session, do nothing. Raises BadInput when the lock can't be had, DiskTrouble.
        """
        if self.joined:
            return
        await self.lock()
        Housekeeping(self.program, self._tasks, lambda _: None).begin()
        await self.program.engine.start(only=only)
        self.say_mended()
        self.program.engine_started()
        if self.kind is HolderKind.COMMAND:
            self._tasks.start("hear pauses", self._hear_pauses())

    async def _hear_pauses(self) -> None:
        """Heed `jobs pause` and `jobs go-on` of other commands. An open window runs those itself."""
        while True:
            await asyncio.sleep(_HEAR_PAUSES_EVERY_S)
            with suppress(DiskTrouble):
                await self.program.engine.hear_pauses()

    def say_mended(self) -> None:
        """Tell, each once, which files were found damaged and mended until now; nothing in a joined session, because its
        window has told it.
        """
        for note in () if self.joined else mended(self.program.storage):
            if str(note) not in self._said:
                self._said.add(str(note))
                self._on_notice(note)

    def hear(self, subscriber: Callable[[Event], None]) -> None:
        """Call `subscriber` with each event, until `close`."""
        self.program.bus.subscribe(subscriber)
        self._hearing.append(subscriber)

    async def close(self) -> None:
        """End everything in order and unlock the home."""
        for subscriber in self._hearing:
            self.program.bus.unsubscribe(subscriber)
        self._hearing.clear()
        if self.joined:
            return
        await self._tasks.cancel_all()
        await self.program.close()
        await asyncio.get_running_loop().run_in_executor(
            None, self._keyring.wait_for_threads, _KEYRING_WAIT_S
        )
        self._lock.release()
        self.logs.close()


_NOBODY_IS_PAID = QT_TRANSLATE_NOOP(
    "session",
    "Paid videos wait, and nothing is sent: {variable} says where to send them, and can't be used. {why} Start the "
    "program again without {variable}, or with an address that works. Rehearsals and what was sent before go on.",
)
_WAITING = QT_TRANSLATE_NOOP("session", "Another command is working here; waiting for it to end.")
_WINDOW_OPEN = QT_TRANSLATE_NOOP(
    "session",
    "Vidu Desktop's window is open and works on this library, and this can't be done beside it. Close it first. Nothing was "
    "sent.",
)
_STILL_BUSY = QT_TRANSLATE_NOOP(
    "session",
    "Another Vidu Desktop has been working on this library all the time. Try again later. Nothing was sent.",
)
