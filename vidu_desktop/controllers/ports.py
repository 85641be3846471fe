"""What the controllers need from the rest of the program, as small Protocols. Adapters and wiring implement them; tests use
small fakes. The Protocols for the library are in `library_ports.py`.

Coroutines never block the interface's thread; methods that say that they block must be called in a thread.
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
from vidu_desktop.domain.pictures import PictureFacts, PreparedPicture
from vidu_desktop.domain.proxy import ProxySetting
from vidu_desktop.domain.settings import Settings
from vidu_desktop.domain.space_use import SpaceUse
from vidu_desktop.errors import Sentence

# -- the desktop -------------------------------------------------------------------------------------------------------


class DesktopNotifier(Protocol):
    """Shows notes on the desktop while the person works elsewhere. Never raises."""

    async def abilities(self) -> frozenset[str] | None:
        """Return the abilities of the desktop's notification service, such as "sound"; None when no service answers."""
        ...

    async def show(self, title: str, text: str, *, sound: bool = False) -> None: ...

    async def withdraw(self) -> None:
        """Withdraw the note that is shown."""
        ...


class PictureTools(Protocol):
    """Looks at pictures and makes altered copies, in helper processes. Raises BadInput, DiskTrouble."""

    async def look_at(self, path: str, limits: PictureLimits) -> PictureFacts: ...

    async def prepare(self, path: str, limits: PictureLimits) -> PreparedPicture: ...

    async def thumbnail(self, source: Path | str, side_px: int) -> Path: ...

    async def crop_to_ratio(self, path: str, low: float, high: float, out_dir: Path, name: str = "") -> Path:
        """Write a copy with its sides cut, named after `name`, or after its file if that is empty."""
        ...

    async def match_size(self, start_path: str, end_path: str, out_dir: Path, name: str = "") -> Path:
        """Write a copy of the end frame in the start frame's size, named after `name`, or after its file if that is empty."""
        ...


class PictureLinks(Protocol):
    """Fetches pictures behind links."""

    async def fetch(self, url: str, out_dir: Path) -> Path:
        """Return the path of the file in `out_dir`. Raises BadInput, DiskTrouble."""
        ...


class PreparedPictures(Protocol):
    """The pictures that were sent with orders, by the SHA-256 of the sent files."""

    def prepared_path(self, sha256: str) -> Path:
        """Return the file's path, even if the file is gone."""
        ...

    async def thumbnail(self, source: Path | str, side_px: int) -> Path:
        """Make the thumbnail of a picture that is given by its SHA-256. Raises BadInput, DiskTrouble."""
        ...


class OpenVideo(Protocol):
    """One open video, which is decoded in a thread of its own."""

    @property
    def table(self) -> FrameTable: ...

    def want(self, number: int, direction: int = 1) -> None: ...

    def stand_at(self, number: int, direction: int = 1) -> None: ...

    def set_range(self, first: int, last: int) -> None: ...

    def leave(self) -> None: ...

    def close(self) -> None: ...


class FrameAccess(Protocol):
    """Access to single frames of videos on the disk. All methods block, and raise NotAVideo and DiskTrouble."""

    def open(
        self,
        path: str,
        ready: Callable[[int, FramePixels | None], None],
        *,
        is_part: bool = False,
        colours: PartColours | None = None,
    ) -> OpenVideo:
        """Open a video. `ready` is called in the reader's thread with each picture, with the first one before this returns. A
        part of a film takes less memory, and its `colours` may be matched.
        """
        ...

    def table_of(self, path: str) -> FrameTable:
        """Return the table of a video's frames."""
        ...

    def read_film_sound(self, film: Film) -> SoundTrack | None:
        """Return the sound of a whole film; None when it has none, or too much of it."""
        ...

    def sound_length_s(self, path: str) -> float:
        """Return the length of a sound file in seconds. Raises BadInput, too."""
        ...

    def read_sound(self, path: str) -> SoundTrack | None:
        """Return a video's sound; None when it has none, or too much of it."""
        ...

    def save_frame(self, path: str, number: int | None, target: str) -> str:
        """Write a frame as a PNG; return its path. `number` None is the last frame. No incomplete file is left."""
        ...

    def frame_of(self, path: str, number: int | None) -> FramePixels:
        """Return a frame; `number` None is the last one."""
        ...

    def load(self) -> None:
        """Load what the first video needs."""
        ...


class SavedFrame(Protocol):
    """Writes a frame of a video as a picture, and returns its path; None is the last frame. Raises NotAVideo, DiskTrouble."""

    def __call__(self, path: str, number: int | None) -> Awaitable[str]: ...


class SoundLength(Protocol):
    """Returns the length of a sound file in seconds. Raises BadInput, DiskTrouble."""

    def __call__(self, path: str) -> Awaitable[float]: ...


# -- this run of the program -------------------------------------------------------------------------------------------


class DraftStore(Protocol):
    """Keeps the contents of the tabs."""

    def load(self) -> Drafts:
        """Return what was kept, as far as it can be read. Never raises."""
        ...

    async def keep(self, drafts: Drafts) -> None:
        """Write the drafts; they are on the disk when this returns. Raises DiskTrouble."""
        ...


class KeyFacts(Protocol):
    """Where the present key comes from; None without a key. `note` says why a better place didn't answer."""

    @property
    def place(self) -> KeyPlace | None: ...

    @property
    def note(self) -> Sentence | None: ...

    @property
    def variable(self) -> str:
        """The environment variable that holds the key; empty when the program keeps the key."""
        ...


class Keys(Protocol):
    """Keeps the API keys. A typed key passes through once and is never shown."""

    @property
    def found_key(self) -> KeyFacts:
        """The key of the service (door) to which new orders are sent."""
        ...

    def key_at(self, door: Door) -> KeyFacts: ...

    @property
    def key_places(self) -> tuple[KeyPlace, ...]:
        """The places where a key can be kept on this computer, best first."""
        ...

    async def find_key(self) -> KeyFacts: ...

    async def keep_key(self, text: str, place: KeyPlace, door: Door) -> KeyFacts:
        """Use and store a door's key. Raises BadInput; after KeyTrouble and DiskTrouble, it is used in this session only."""
        ...

    async def forget_key(self, door: Door) -> None:
        """Delete a door's key. Raises KeyTrouble, DiskTrouble."""
        ...

    async def check_key(self, base_url: str, key: str) -> None:
        """Find out, free of charge, whether a key is valid; an empty one means the present key. Raises BadInput (address),
        KeyTrouble, AccountTrouble, ServiceBusy (unknown).
        """
        ...


class WaysOut(Protocol):
    """The proxy in the settings, its password, and a free test whether the service answers through it."""

    def use_proxy_password(self, address: str, password: str) -> None:
        """Use a typed password for a proxy from now on."""
        ...

    async def keep_proxy_password(self, address: str) -> bool:
        """Store the password for the next start; False where there is no keyring that takes it."""
        ...

    async def forget_proxy_password(self, address: str) -> None:
        """Delete the stored password. Never raises."""
        ...

    async def check_way(self, proxy: ProxySetting, typed_password: str) -> str:
        """Return the place of the proxy through which the service answered, empty without one. An empty password means the
        stored one. Raises ServiceBusy.
        """
        ...


class SettingsStore(Protocol):
    """The settings that are in force, and their file."""

    @property
    def settings(self) -> Settings: ...

    @property
    def settings_in_doubt(self) -> bool:
        """Whether the settings hold back paid work until they are saved, changed or unchanged."""
        ...

    @property
    def environment_base_url(self) -> str:
        """The service's address given by the environment, which no setting changes; empty without one."""
        ...

    @property
    def usual_library_dir(self) -> Path: ...

    @property
    def library_dir(self) -> Path:
        """The library's folder by the settings, used from the next start."""
        ...

    def save_settings(self, settings: Settings) -> None:
        """Write the settings down and use them from now on. Raises DiskTrouble; then nothing has changed."""
        ...


class SpaceMeter(Protocol):
    """Measures and tidies the disk space that the program takes."""

    async def measure(self) -> SpaceUse: ...

    async def tidy(self) -> None:
        """Delete covers and thumbnails, which are made again when they are shown, and copies of stills that nothing needs.
        Raises DiskTrouble when the library can't be changed.
        """
        ...


class ReportWriter(Protocol):
    """Collects what somebody who helps needs to know, from an allow-list, without anything private."""

    async def write(self, target: Path, surroundings: Mapping[str, str]) -> None:
        """Write the report as a zip; `surroundings` is what only the window knows. Raises DiskTrouble."""
        ...
