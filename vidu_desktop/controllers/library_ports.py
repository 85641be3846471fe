"""What the controllers ask of the library, as small Protocols: clips found, read and measured, lists kept beside them."""

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
    """The chain boards in the library's trash. All raise DiskTrouble."""

    async def contents(self) -> Sequence[TrashedBoard]: ...

    async def take_back(self, trash_id: str) -> KeptBoard | None:
        """Put a board back; None when the trash doesn't have it. Raises BadInput, too."""
        ...

    async def delete(self, trash_id: str) -> bool:
        """Delete a board for good; False when the trash doesn't have it."""
        ...


class ClipLookup(Protocol):
    """Finds clips. Raises DiskTrouble."""

    async def get(self, clip_id: str) -> Clip | None: ...

    async def by_job(self, job_id: str) -> Clip | None: ...


class JobClips(ClipLookup, Protocol):
    """Finds the clips of jobs. Raises DiskTrouble."""

    async def take_labels(self, job_ids: Collection[str]) -> dict[str, str]:
        """Return what the takes that these jobs became are called, by job id; one that isn't here became none."""
        ...


class TakeLookup(Protocol):
    """Finds the takes of a shot. Raises DiskTrouble."""

    async def find_rows(self, query: LibraryQuery, limit: int | None = None) -> Sequence[int]: ...

    async def clips_at(self, rows: Sequence[int]) -> list[Clip]: ...


class RequestLookup(Protocol):
    """Finds what a clip was made by."""

    async def request_of(self, clip_id: str) -> tuple[GenerationRequest, tuple[str, ...]] | None:
        """Return the request, and the names of pictures that aren't there any more; None without a recipe.

        Raises BadInput for a record that can't be read, DiskTrouble.
        """
        ...


class ClipReader(Protocol):
    """Reads clips, by id and by the rows of a list. Raises DiskTrouble."""

    async def get(self, clip_id: str) -> Clip | None: ...

    async def clips_at(self, rows: Sequence[int]) -> list[Clip]:
        """Return them in the order of the rows; those that are gone are left out. At most some thousand at once."""
        ...


class ClipSources(ClipReader, RequestLookup, Protocol):
    """Reads clips with all that is known of how they were made."""

    @property
    def root(self) -> Path:
        """The folder of the videos."""
        ...

    async def record(self, clip_id: str) -> Mapping[str, object]:
        """Return the whole record. Raises BadInput when there is none that can be read, DiskTrouble."""
        ...

    async def request_from(self, recipe: object) -> tuple[GenerationRequest, tuple[str, ...]]:
        """Return the request of a recipe from anywhere, and the names of pictures that are lost. Raises BadInput."""
        ...


class ClipSearch(TakeLookup, Protocol):
    """Answers what is looked for, and follows what becomes of the folder. All raise DiskTrouble."""

    @override
    async def find_rows(self, query: LibraryQuery, limit: int | None = None) -> "array[int]":
        """Return the rows that a query finds, in its order: the first `limit` for an answer at once, or all."""
        ...

    async def totals(self, query: LibraryQuery) -> Totals: ...

    async def facets(self) -> Facets:
        """Count what there is to filter by."""
        ...

    async def check_index(self) -> bool:
        """Look through the index for damage; True when it was filled anew, so that lists are read again."""
        ...

    async def catch_up(self) -> bool:
        """Take over what others did to the folder; True when lists are to be read again."""
        ...


class SearchStore(Protocol):
    """Keeps searches by name, whatever its capitals. Raises DiskTrouble; then nothing has changed."""

    async def all(self) -> list[SavedSearch]: ...

    async def save(self, *things: SavedSearch) -> list[SavedSearch]:
        """Save some, each over one of its name; return all."""
        ...

    async def remove(self, *names: str) -> list[SavedSearch]:
        """Forget some; return the others."""
        ...


class RecipeReader(Protocol):
    """Looks into videos for what they were made of."""

    async def extract_recipe(self, path: Path) -> str | None:
        """Return the recipe's JSON text, unchecked; None if there is none. Raises NotAVideo, DiskTrouble."""
        ...


class PromptLookup(Protocol):
    """Finds prompts that were used before."""

    async def past_prompts(self, most: int) -> list[PastPrompt]:
        """Return the latest ones. Raises DiskTrouble."""
        ...


class CoverLookup(RequestLookup, Protocol):
    """Finds a video that shows what a prompt makes."""

    async def best_like(self, mode: str, prompt: str) -> Clip | None:
        """Return the best of those that were made in a mode with this prompt. Raises DiskTrouble."""
        ...


class PresetStore(Protocol):
    """Keeps presets by name, whatever its capitals. Raises DiskTrouble; then nothing has changed."""

    async def all(self) -> list[Preset]: ...

    async def save(self, *things: Preset) -> list[Preset]:
        """Save some, each over one of its name; return all."""
        ...

    async def remove(self, *names: str) -> list[Preset]:
        """Forget some; return the others."""
        ...

    async def write_file(self, presets: Sequence[Preset], target: Path) -> None:
        """Write presets into a file to pass on."""
        ...

    async def read_file(self, path: Path) -> list[Preset]:
        """Read such a file. Raises BadInput when there is none in it."""
        ...


class UnmeasuredClips(Protocol):
    """Finds clips that nobody has measured yet. Raises DiskTrouble."""

    async def unmeasured(self, below_row: int | None = None) -> tuple[list[Clip], int | None]:
        """Return the latest of those below a row, and below which row to go on; None at the end."""
        ...

    async def get(self, clip_id: str) -> Clip | None: ...


class SeamMeter(Protocol):
    """Measures how far the picture jumps where one part of a film follows another."""

    async def look(self, before: FilmPart, behind: FilmPart) -> SeamLook | None:
        """Return what is seen at the seam between two parts, which is kept; None where one can't be read. Raises
        DiskTrouble.
        """
        ...


class Meter(Protocol):
    """Measures how far a clip moved away from its pictures."""

    async def measure(self, clip: Clip) -> Clip | None:
        """Return the clip with its fidelity, which is kept; None when it can't be measured. Raises DiskTrouble."""
        ...

    def rest(self) -> None:
        """Let go of what measuring needs until there is another clip. Blocks for tenths of a second."""
        ...


class AnswerReader(Protocol):
    """Reads what came back of a review."""

    async def read_answers(self, path: Path) -> Review:
        """Read an answer file. Raises BadInput for any other, DiskTrouble."""
        ...


OnShare = Callable[[int, float], None]
"""Hears which file is being made, from 0, and its share that is done, in [0, 1]."""
Made = tuple[list[MadeFile], list[ViduDesktopError]]
"""The files that were made, and what went wrong with the others."""


class Exporter(Protocol):
    """Makes files of clips. A file that isn't whole is never left; cancelled, what was begun is taken away.

    What went wrong with one file is in `Made`; what is wrong with all of them is raised as BadInput, DiskTrouble or
    NotAVideo.
    """

    async def names_in(self, folder: Path) -> frozenset[str]:
        """Return what is in a folder, in lower case; nothing where it can't be read."""
        ...

    async def export(
        self,
        clips: Sequence[Clip],
        settings: ExportSettings,
        pattern: NamePattern,
        folder: Path,
        on_share: OnShare,
    ) -> Made:
        """Make one file of each clip, beside what is in the folder already."""
        ...

    async def matched_frame(self, clip: Clip, number: int) -> bytes | None:
        """Return a frame as a PNG with its colours matched; None where that makes nothing better."""
        ...

    async def join(self, clips: Sequence[Clip], film: FilmWish, target: Path, on_share: OnShare) -> Made:
        """Make one video, in the place of what is there; `clips` are the film's parts."""
        ...

    async def film_colours(self, clips: Sequence[Clip], film: FilmWish) -> tuple[PartColours | None, ...]:
        """Return what brings the colours of each part back; `clips` are the film's parts."""
        ...

    async def write_timeline(self, clips: Sequence[Clip], target: Path, film: FilmWish | None = None) -> None:
        """Write the clips one behind the other: whole, or as parts of a film, with handles."""
        ...

    async def write_contact_sheet(self, clips: Sequence[Clip], target: Path) -> None:
        """Write it as a page for browsers."""
        ...

    async def sheet_entries(self, clips: Sequence[Clip]) -> list[SheetEntry]: ...

    async def write_review(
        self, clips: Sequence[Clip], folder: Path, words: Mapping[str, str], on_share: OnShare
    ) -> Made:
        """Make a folder, which isn't there yet, with a page that says these words; return the page."""
        ...
