"""What the controllers ask of the world, as small Protocols. Adapters and wiring fulfil them; tests fake them in ten lines.
What they ask of the library stands in `library_ports.py`.

What is a coroutine never blocks the interface's thread; what says that it blocks is for a thread.
"""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Protocol

from vidu_desktop.domain.catalogue import PictureLimits
from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.drafts import Drafts
from vidu_desktop.domain.film import Film, PartColours
from vidu_desktop.domain.frames import FramePixels, FrameTable, SoundTrack
from vidu_desktop.domain.key_place import KeyPlace
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.proxy import ProxySetting
from vidu_desktop.domain.settings import Settings
from vidu_desktop.domain.space_use import SpaceUse
from vidu_desktop.errors import Sentence

# -- the desktop -------------------------------------------------------------------------------------------------------


class DesktopNotifier(Protocol):
    """Tells the person something while they work elsewhere. Never raises."""

    async def abilities(self) -> frozenset[str] | None:
        """Return what the desktop's service can do, "sound" among it; None when none answers."""
        ...

    async def show(self, title: str, text: str, *, sound: bool = False) -> None: ...

    async def withdraw(self) -> None:
        """Take back what is shown."""
        ...


class PictureTools(Protocol):
    """Looks at pictures and makes altered copies, in helper processes. Raises BadInput, DiskTrouble."""

    async def look_at(self, path: str, limits: PictureLimits) -> PictureFacts: ...

    async def thumbnail(self, source: Path | str, side_px: int) -> Path: ...

    async def crop_to_ratio(self, path: str, low: float, high: float, out_dir: Path) -> Path: ...

    async def match_size(self, start_path: str, end_path: str, out_dir: Path, name: str = "") -> Path:
        """Write the end frame in the start frame's size; called after `name`, else after its file."""
        ...


class PictureLinks(Protocol):
    """Fetches pictures behind links."""

    async def fetch(self, url: str, out_dir: Path) -> Path:
        """Return the file in `out_dir`. Raises BadInput, DiskTrouble."""
        ...


class PreparedPictures(Protocol):
    """The pictures that went out with orders, by the SHA-256 of what was sent."""

    def prepared_path(self, sha256: str) -> Path:
        """Return the file; where it would be, if it is gone."""
        ...

    async def thumbnail(self, source: Path | str, side_px: int) -> Path:
        """Make the thumbnail of one, given by its SHA-256 as text. Raises BadInput, DiskTrouble."""
        ...


class OpenVideo(Protocol):
    """One open video, which decodes in a thread of its own."""

    @property
    def table(self) -> FrameTable: ...

    def want(self, number: int, direction: int = 1) -> None: ...

    def stand_at(self, number: int, direction: int = 1) -> None: ...

    def set_range(self, first: int, last: int) -> None: ...

    def leave(self) -> None: ...

    def close(self) -> None: ...


class FrameAccess(Protocol):
    """Videos on the disk, looked at frame by frame. Everything blocks, and raises NotAVideo, DiskTrouble."""

    def open(
        self,
        path: str,
        ready: Callable[[int, FramePixels | None], None],
        *,
        is_part: bool = False,
        colours: PartColours | None = None,
    ) -> OpenVideo:
        """Open a video. `ready` hears of each picture in the reader's thread, of the first before this returns. A part of
        a film takes less memory, and may have its `colours` matched.
        """
        ...

    def table_of(self, path: str) -> FrameTable:
        """Return which frames a video has."""
        ...

    def read_film_sound(self, film: Film) -> SoundTrack | None:
        """Return the sound of a whole film; None when it has none, or too much of it."""
        ...

    def sound_length_s(self, path: str) -> float:
        """Return how long a sound file is. Raises BadInput, too."""
        ...

    def read_sound(self, path: str) -> SoundTrack | None:
        """Return its sound; None when it has none, or too much of it."""
        ...

    def save_frame(self, path: str, number: int | None, target: str) -> str:
        """Write a frame, the last one with None, as a PNG; return its path. Nothing half-written is left."""
        ...

    def frame_of(self, path: str, number: int | None) -> FramePixels:
        """Return a frame, the last one with None."""
        ...

    def load(self) -> None:
        """Load what the first video needs."""
        ...


class SavedFrame(Protocol):
    """Writes a frame of a video as a picture, the last one with None, and returns its path. Raises NotAVideo, DiskTrouble."""

    def __call__(self, path: str, number: int | None) -> Awaitable[str]: ...


class SoundLength(Protocol):
    """Returns how long a sound file is, in seconds. Raises BadInput, DiskTrouble."""

    def __call__(self, path: str) -> Awaitable[float]: ...


# -- this run of the program -------------------------------------------------------------------------------------------


class DraftStore(Protocol):
    """Keeps what lies in the tabs."""

    def load(self) -> Drafts:
        """Return what was kept, as far as it can be read. Never raises."""
        ...

    async def keep(self, drafts: Drafts) -> None:
        """Write the drafts down; on the disk when it returns. Raises DiskTrouble."""
        ...


class KeyFacts(Protocol):
    """Where the key is that holds now, None without one; `note` says what kept a better place from answering."""

    @property
    def place(self) -> KeyPlace | None: ...

    @property
    def note(self) -> Sentence | None: ...

    @property
    def variable(self) -> str:
        """The variable of the environment that holds it; empty when it is kept here."""
        ...


class Keys(Protocol):
    """The keeper of the API key, which passes through once and is never shown."""

    @property
    def found_key(self) -> KeyFacts:
        """The key of the door that new orders go through."""
        ...

    def key_at(self, door: Door) -> KeyFacts: ...

    @property
    def key_places(self) -> tuple[KeyPlace, ...]:
        """Where a key can be kept on this computer, best first."""
        ...

    async def find_key(self) -> KeyFacts: ...

    async def keep_key(self, text: str, place: KeyPlace, door: Door) -> KeyFacts:
        """Take a door's key. Raises BadInput, KeyTrouble, DiskTrouble; in the last two cases it is good for this session."""
        ...

    async def forget_key(self, door: Door) -> None:
        """Take a door's key away. Raises KeyTrouble, DiskTrouble."""
        ...

    async def check_key(self, base_url: str, key: str) -> None:
        """Find out free of charge whether a key is good; an empty one means that which holds now.

        Raises BadInput (address), KeyTrouble, AccountTrouble, ServiceBusy (nobody knows).
        """
        ...


class WaysOut(Protocol):
    """The proxy that is set here, its password, and a free test of the way to the service."""

    def use_proxy_password(self, address: str, password: str) -> None:
        """Use a password that was typed for a proxy, from now on."""
        ...

    async def keep_proxy_password(self, address: str) -> bool:
        """Keep it for the next start; False where no keyring takes it."""
        ...

    async def forget_proxy_password(self, address: str) -> None:
        """Take it away. Never raises."""
        ...

    async def check_way(self, proxy: ProxySetting, typed_password: str) -> str:
        """Return the place of the proxy through which the service answered, empty without one. An empty password means
        the one that is kept. Raises ServiceBusy.
        """
        ...


class SettingsStore(Protocol):
    """The settings in force, and where they are kept."""

    @property
    def settings(self) -> Settings: ...

    @property
    def settings_in_doubt(self) -> bool:
        """Whether they hold back paid work until they are saved, changed or not."""
        ...

    @property
    def environment_base_url(self) -> str:
        """The service's address by the environment, which no setting changes; empty without one."""
        ...

    @property
    def usual_library_dir(self) -> Path: ...

    @property
    def library_dir(self) -> Path:
        """The library's folder by the settings, from the next start."""
        ...

    def save_settings(self, settings: Settings) -> None:
        """Write them down and use them from now on. Raises DiskTrouble; then nothing has changed."""
        ...


class SpaceMeter(Protocol):
    """Looks after the room that the program takes."""

    async def measure(self) -> SpaceUse: ...

    async def tidy(self) -> None:
        """Delete covers and thumbnails, which are made anew where they are shown, and copies of stills that nothing needs any
        more. Raises DiskTrouble where the library can't be changed.
        """
        ...


class ReportWriter(Protocol):
    """Gathers what whoever helps needs to know, from an allow-list, without anything private."""

    async def write(self, target: Path, surroundings: Mapping[str, str]) -> None:
        """Write it all as a zip; `surroundings` are what only the window knows. Raises DiskTrouble."""
        ...
