"""What the controllers need from the library, as small Protocols: clips are found, read and measured, and lists kept."""

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from typing_extensions import override

from vidu_desktop.domain.board import KeptBoard, TrashedBoard
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.contact_sheet import SheetEntry
from vidu_desktop.domain.export import ExportSettings, MadeFile
from vidu_desktop.domain.film import FilmPart, FilmWish, PartColours
from vidu_desktop.domain.library_query import Facets, LibraryQuery, SavedSearch, Totals
from vidu_desktop.domain.name_pattern import NamePattern
from vidu_desktop.domain.presets import Preset
from vidu_desktop.domain.prompt_history import PastPrompt
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.review import Review
from vidu_desktop.domain.seams import SeamLook
from vidu_desktop.errors import ViduDesktopError


class TrashedBoards(Protocol):
    """The chain boards in the library's trash. All methods raise DiskTrouble."""

    async def contents(self) -> Sequence[TrashedBoard]: ...

    async def take_back(self, trash_id: str) -> KeptBoard | None:
        """Put a board back; None when it isn't in the trash. Raises BadInput, too."""
        ...

    async def delete(self, trash_id: str) -> bool:
        """Delete a board for good; False when it isn't in the trash."""
        ...


class ClipLookup(Protocol):
    """Finds clips. Raises DiskTrouble."""

    async def get(self, clip_id: str) -> Clip | None: ...

    async def by_job(self, job_id: str) -> Clip | None: ...


class JobClips(ClipLookup, Protocol):
    """Finds the clips of jobs. Raises DiskTrouble."""

    async def take_labels(self, job_ids: Collection[str]) -> dict[str, str]:
        """Return by job id the label of the take that the job became; without jobs whose video isn't in the library."""
        ...


class TakeLookup(Protocol):
    """Finds the takes of a shot. Raises DiskTrouble."""

    async def find_rows(self, query: LibraryQuery, limit: int | None = None) -> Sequence[int]: ...

    async def clips_at(self, rows: Sequence[int]) -> list[Clip]: ...


class RequestLookup(Protocol):
    """Finds the request by which a clip was made."""

    async def request_of(self, clip_id: str) -> tuple[GenerationRequest, tuple[str, ...]] | None:
        """Return the request, and the names of pictures that don't exist any more; None without a recipe. Raises BadInput for
        a record that can't be read, DiskTrouble.
        """
        ...


class ClipReader(Protocol):
    """Reads clips, by id and by the rows of a list. Raises DiskTrouble."""

    async def get(self, clip_id: str) -> Clip | None: ...

    async def clips_at(self, rows: Sequence[int]) -> list[Clip]:
        """Return the clips in the order of the rows, without those that are gone. Only for some thousand rows at once."""
        ...


class ClipSources(ClipReader, RequestLookup, Protocol):
    """Reads clips with all that is known of how they were made."""

    @property
    def root(self) -> Path:
        """The folder of the videos."""
        ...

    async def record(self, clip_id: str) -> Mapping[str, object]:
        """Return the whole record. Raises BadInput when there is no readable one, DiskTrouble."""
        ...

    async def request_from(self, recipe: object) -> tuple[GenerationRequest, tuple[str, ...]]:
        """Return the request of a recipe from anywhere, and the names of pictures that are lost. Raises BadInput."""
        ...


class ClipSearch(TakeLookup, Protocol):
    """Answers queries, and follows changes in the folder. All methods raise DiskTrouble."""

    @override
    async def find_rows(self, query: LibraryQuery, limit: int | None = None) -> "array[int]":
        """Return the rows that a query finds, in its order: only the first `limit` for a quick answer; None for all."""
        ...

    async def totals(self, query: LibraryQuery) -> Totals: ...

    async def facets(self) -> Facets:
        """Return the values by which clips can be filtered, with their counts."""
        ...

    async def check_index(self) -> bool:
        """Check the index for damage; True when it was filled anew, so that lists must be read again."""
        ...

    async def catch_up(self) -> bool:
        """Take over what others did to the folder; True when lists must be read again."""
        ...


class SearchStore(Protocol):
    """Keeps searches by name, ignoring upper and lower case. Raises DiskTrouble; then nothing has changed."""

    async def all(self) -> list[SavedSearch]: ...

    async def save(self, *things: SavedSearch) -> list[SavedSearch]:
        """Save searches, each in place of one with the same name; return all."""
        ...

    async def remove(self, *names: str) -> list[SavedSearch]:
        """Remove searches; return those that are left."""
        ...


class RecipeReader(Protocol):
    """Reads recipes from videos."""

    async def extract_recipe(self, path: Path) -> str | None:
        """Return the recipe's JSON text, unchecked; None if there is none. Raises NotAVideo, DiskTrouble."""
        ...


class PromptLookup(Protocol):
    """Finds prompts that were used before."""

    async def past_prompts(self, most: int) -> list[PastPrompt]:
        """Return the latest `most` prompts. Raises DiskTrouble."""
        ...


class CoverLookup(RequestLookup, Protocol):
    """Finds a video that shows what a prompt makes."""

    async def best_like(self, mode: str, prompt: str) -> Clip | None:
        """Return the best clip that was made in this mode with this prompt. Raises DiskTrouble."""
        ...


class PresetStore(Protocol):
    """Keeps presets by name, ignoring upper and lower case. Raises DiskTrouble; then nothing has changed."""

    async def all(self) -> list[Preset]: ...

    async def save(self, *things: Preset) -> list[Preset]:
        """Save presets, each in place of one with the same name; return all."""
        ...

    async def remove(self, *names: str) -> list[Preset]:
        """Remove presets; return those that are left."""
        ...

    async def write_file(self, presets: Sequence[Preset], target: Path) -> None:
        """Write presets into a file that can be passed on."""
        ...

    async def read_file(self, path: Path) -> list[Preset]:
        """Read such a file. Raises BadInput when it holds no preset."""
        ...


class UnmeasuredClips(Protocol):
    """Finds clips that haven't been measured yet. Raises DiskTrouble."""

    async def unmeasured(self, below_row: int | None = None) -> tuple[list[Clip], int | None]:
        """Return the latest unmeasured clips below a row, and the row below which to go on; None at the end."""
        ...

    async def get(self, clip_id: str) -> Clip | None: ...


class SeamMeter(Protocol):
    """Measures how far the picture jumps where one part of a film follows another."""

    async def look(self, before: FilmPart, behind: FilmPart) -> SeamLook | None:
        """Return what was measured at the seam, which is stored; None if a part can't be read. Raises DiskTrouble."""
        ...


class Meter(Protocol):
    """Measures how far a clip moved away from its pictures."""

    async def measure(self, clip: Clip) -> Clip | None:
        """Return the clip with its fidelity, which is stored; None when it can't be measured. Raises DiskTrouble."""
        ...

    def rest(self) -> None:
        """Release what measuring needs until there is another clip. Blocks for some tenths of a second."""
        ...


class AnswerReader(Protocol):
    """Reads the answers to a review."""

    async def read_answers(self, path: Path) -> Review:
        """Read an answers file. Raises BadInput for any other file, DiskTrouble."""
        ...


OnShare = Callable[[int, float], None]
"""Called with the number of the file that is being made, from 0, and its finished share, in [0, 1]."""
Made = tuple[list[MadeFile], list[ViduDesktopError]]
"""The files that were made, and the errors of the others."""


class Exporter(Protocol):
    """Makes files of clips. An incomplete file is never left, also when an export is cancelled. Errors of single files are in
    `Made`; an error of all files is raised as BadInput, DiskTrouble or NotAVideo.
    """

    async def names_in(self, folder: Path) -> frozenset[str]:
        """Return the names in a folder, in lower case; none if it can't be read."""
        ...

    async def export(
        self,
        clips: Sequence[Clip],
        settings: ExportSettings,
        pattern: NamePattern,
        folder: Path,
        on_share: OnShare,
    ) -> Made:
        """Make one file of each clip, beside the files that are in the folder already."""
        ...

    async def matched_frame(self, clip: Clip, number: int) -> bytes | None:
        """Return a frame as a PNG with its colours matched; None where matching would not improve them."""
        ...

    async def join(self, clips: Sequence[Clip], film: FilmWish, target: Path, on_share: OnShare) -> Made:
        """Make one video, in place of an existing file; `clips` are the film's parts."""
        ...

    async def film_colours(self, clips: Sequence[Clip], film: FilmWish) -> tuple[PartColours | None, ...]:
        """Return the colour correction of each part; `clips` are the film's parts."""
        ...

    async def write_timeline(self, clips: Sequence[Clip], target: Path, film: FilmWish | None = None) -> None:
        """Write the clips one after the other: complete, or as the parts of `film`, with handles."""
        ...

    async def write_contact_sheet(self, clips: Sequence[Clip], target: Path) -> None:
        """Write a contact sheet as a page for browsers."""
        ...

    async def sheet_entries(self, clips: Sequence[Clip]) -> list[SheetEntry]: ...

    async def save_file(self, target: Path, content: bytes) -> None:
        """Write a file that the person named, completely or not at all. Raises DiskTrouble."""
        ...

    async def write_review(
        self, clips: Sequence[Clip], folder: Path, words: Mapping[str, str], on_share: OnShare
    ) -> Made:
        """Make a new folder with a page that shows the clips with these words; return the page."""
        ...
