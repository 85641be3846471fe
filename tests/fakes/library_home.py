"""A library that is opened again and again, by one or two computers, and a disk that fails at a given step."""

import json
from pathlib import Path

from fakes.kept_things import NOON, FakeVideos, a_job, a_request, all_clips, video_bytes
from fakes.library_verbs import imports_of

from vidu_desktop.adapters.disk.files import Files
from vidu_desktop.adapters.library_store.clip_records import ClipRecordFiles
from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.missing_files import LostFiles
from vidu_desktop.adapters.library_store.trash_files import TrashFiles
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.marks import Marks
from vidu_desktop.library.marking import ClipMarks
from vidu_desktop.library.missing import MissingClips
from vidu_desktop.library.trash import ClipTrash


class Killed(BaseException):
    """The program is killed here: nothing happens afterwards, not even cleaning up."""


class StoppingFiles(Files):
    """Raises `stop` at step number `stop_at`: an error, or Killed. With `before` the step isn't done, otherwise it is."""

    def __init__(self, stop_at: int, stop: BaseException, *, before: bool) -> None:
        self.steps = 0
        self._stop_at = stop_at
        self._stop = stop
        self._before = before

    def __getattribute__(self, name: str):
        value = super().__getattribute__(name)
        if name not in ("copy", "write", "sync", "sync_dir", "replace", "rename_no_replace", "remove"):
            return value

        def step(*args):
            self.steps += 1
            if self._before and self.steps == self._stop_at:
                raise self._stop
            value(*args)
            if not self._before and self.steps == self._stop_at:
                raise self._stop

        return step


class Home:
    """A library that can be opened again and again."""

    def __init__(self, root: Path) -> None:
        self.tmp = root
        self.root = root / "library"
        self.inputs_dir = root / "inputs"
        self.index_path = root / "data" / "index.sqlite3"
        self.video_looks = FakeVideos()
        self.now = NOON
        self._open: list[FileLibrary] = []

    @classmethod
    def of_another_computer(cls, home: "Home") -> "Home":
        """Return a home with its own index on the same library."""
        there = home.tmp / "another computer"
        there.mkdir()
        other = cls(there)
        other.root = home.root
        return other

    def start(self, files: Files | None = None, root: Path | None = None) -> FileLibrary:
        self.stop()
        store = LibraryStore(
            root or self.root,
            index_path=self.index_path,
            covers_dir=self.tmp / "covers",
            inputs_dir=self.inputs_dir,
            videos=self.video_looks,
            files=files,
            now=lambda: self.now,
        )
        library = FileLibrary(store)
        self.store = store
        self.trash, self.marks = ClipTrash(TrashFiles(store)), ClipMarks(ClipRecordFiles(store))
        self.imports, self.missing = imports_of(store), MissingClips(LostFiles(store))
        self._open.append(library)
        return library

    def stop(self) -> None:
        while self._open:
            self._open.pop().close()

    def fetched(self, content: str = "frames") -> Path:
        path = self.tmp / "staging" / f"{content}.part"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(video_bytes(content))
        return path

    async def keep(self, library: FileLibrary, job: Job, content: str | None = None) -> Clip:
        path = self.fetched(content or job.job_id)
        return await library.keep(job, path, await library.verify(path))

    def videos(self) -> list[Path]:
        return sorted(self.root.rglob("*.mp4"))

    def hidden(self) -> list[Path]:
        return [path for path in self.root.rglob(".*") if path.is_file()]


def record_of_clip(clip: Clip) -> dict:
    return json.loads(Path(clip.video_path).with_suffix(".json").read_text())


async def keep(home: Home, library: FileLibrary, name: str, **request: object) -> Clip:
    return await home.keep(library, a_job(name, request=a_request(**request)))  # type: ignore[arg-type]


async def marks_of(library: FileLibrary) -> dict[str, Marks]:
    return {clip.clip_id: clip.marks for clip in await all_clips(library)}
