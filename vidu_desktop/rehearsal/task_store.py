"""The accepted tasks on disk, each in a folder, so that a restart continues where the last run stopped.

tasks/<task id>/task.json, picture-0 ..., video.mp4, cover.jpg
incoming/         bodies and pictures of orders that aren't accepted yet; emptied at each start
"""

import json
import secrets
import shutil
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from vidu_desktop.rehearsal import refusals
from vidu_desktop.rehearsal.folders import COVER_NAME, VIDEO_NAME, clear_parts, make_way
from vidu_desktop.rehearsal.render_order import TakenOrder

_RECORD = "task.json"
_RECORD_MOST_BYTES = 10_000_000


class TaskState(StrEnum):
    """The first three are the service's own words."""

    PROCESSING = "PROCESSING"
    SUCCESS = "SUCCESS"
    FAIL = "FAIL"
    FORGOTTEN = "FORGOTTEN"
    """The files are gone, and the task isn't found any more. Its request id stays taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedTask:
    """A task. `progress`, in [0, 1], isn't stored. `finished_unix_s` and `error` are None until the task has ended."""

    task_id: str
    request_id: str
    order: TakenOrder
    accepted_unix_s: float
    state: TaskState = TaskState.PROCESSING
    finished_unix_s: float | None = None
    error: dict[str, str] | None = None
    progress: float = 0.0

    def as_json(self) -> dict[str, object]:
        """Return what `from_json` reads. The progress isn't included."""
        return {
            "task_id": self.task_id,
            "request_id": self.request_id,
            "order": self.order.as_json(),
            "accepted_unix_s": self.accepted_unix_s,
            "state": self.state.value,
            "finished_unix_s": self.finished_unix_s,
            "error": self.error,
        }

    @classmethod
    def from_json(cls, data: Any) -> "AcceptedTask":
        """Read what `as_json` returned. Raises KeyError, TypeError or ValueError for anything else."""
        return cls(
            task_id=str(data["task_id"]),
            request_id=str(data["request_id"]),
            order=TakenOrder.from_json(data["order"]),
            accepted_unix_s=float(data["accepted_unix_s"]),
            state=TaskState(data["state"]),
            finished_unix_s=None if data["finished_unix_s"] is None else float(data["finished_unix_s"]),
            error=data["error"],
        )


def _record_in(folder: Path) -> bytes:
    path = folder / _RECORD
    if not path.is_file():
        raise FileNotFoundError(path)  # opening a pipe would never return
    with path.open("rb") as file:
        return file.read(_RECORD_MOST_BYTES)


def _remove(path: Path) -> None:
    """Remove a folder, or whatever is in its place, as far as possible; `rmtree` alone would block on a pipe."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


class TaskStore:
    """Keeps the tasks. Every method may be called from any thread; those that write may raise OSError."""

    def __init__(
        self, work_dir: Path, *, concurrency: int, keep_s: float, now: Callable[[], float] = time.time
    ) -> None:
        self._tasks_dir = work_dir / "tasks"
        self._incoming_dir = work_dir / "incoming"
        self._concurrency = concurrency
        self._keep_s = keep_s
        self._now = now
        self._lock = threading.Lock()
        self._tasks: dict[str, AcceptedTask] = {}
        self._task_ids: dict[str, str] = {}
        """Task ids by request id."""

    def open(self) -> list[AcceptedTask]:
        """Read the tasks on disk, clear what is old or incomplete, and return the tasks that must be rendered again."""
        _remove(self._incoming_dir)
        for folder in (self._tasks_dir, self._incoming_dir):
            make_way(folder, for_folder=True)
            folder.mkdir(parents=True, exist_ok=True)
        for folder in self._tasks_dir.iterdir():
            self._open_task(folder)
        self.forget_old()
        unfinished = [task for task in self._tasks.values() if task.state is TaskState.PROCESSING]
        return sorted(unfinished, key=lambda task: task.accepted_unix_s)

    def _open_task(self, folder: Path) -> None:
        try:
            task = AcceptedTask.from_json(json.loads(_record_in(folder)))
            if task.task_id != folder.name:
                raise ValueError("a record in another task's folder")
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            # Not ours, or cut off by a loss of power: nobody can ask for it.
            _remove(folder)
            return
        clear_parts(folder)
        if task.state is TaskState.SUCCESS and not (folder / VIDEO_NAME).is_file():
            task = replace(task, state=TaskState.PROCESSING, finished_unix_s=None)
        self._tasks[task.task_id] = task
        self._task_ids[task.request_id] = task.task_id

    def staging_dir(self) -> Path:
        """Return a new empty folder for an incoming order."""
        folder = self._incoming_dir / secrets.token_hex(8)
        folder.mkdir()
        return folder

    def folder(self, task_id: str) -> Path:
        return self._tasks_dir / task_id

    def accept(self, order: TakenOrder, staging_dir: Path) -> AcceptedTask:
        """Accept an order with its pictures; it is on disk when this returns. Raises Refusal (1231, 1302)."""
        with self._lock:
            if order.request_id in self._task_ids:
                raise refusals.already_taken(order.request_id or "")
            if self._busy() >= self._concurrency:
                raise refusals.too_many(self._concurrency)
            now = self._now()
            task = AcceptedTask(
                task_id=f"{int(now * 1000)}{secrets.randbelow(10**8):08}",
                request_id=order.request_id or uuid.uuid4().hex,
                order=order,
                accepted_unix_s=now,
            )
            self._write(staging_dir, task)
            staging_dir.rename(self.folder(task.task_id))
            self._tasks[task.task_id] = task
            self._task_ids[task.request_id] = task.task_id
        return task

    def _busy(self) -> int:
        return sum(task.state is TaskState.PROCESSING for task in self._tasks.values())

    def _write(self, folder: Path, task: AcceptedTask) -> None:
        part = folder / (_RECORD + ".part")
        # ASCII, because half a surrogate pair in a prompt is legal JSON, but UTF-8 can't encode it.
        part.write_text(json.dumps(task.as_json()), encoding="ascii")
        part.replace(folder / _RECORD)

    def get(self, task_id: str) -> AcceptedTask | None:
        """Return the task; None when it is unknown or forgotten. `task_id` may also be a request id, because a client that
        lost the answer to an order knows only that.
        """
        task = self._tasks.get(task_id) or self._tasks.get(self._task_ids.get(task_id, ""))
        if task is None or task.state is TaskState.FORGOTTEN or self._is_old(task):
            return None
        return task

    def progressed(self, task_id: str, share: float) -> None:
        with self._lock:
            self._tasks[task_id] = replace(self._tasks[task_id], progress=share)

    def finished(self, task_id: str, error: dict[str, str] | None) -> None:
        """Note the end of a render; `error` says why it failed, None that it succeeded."""
        with self._lock:
            state = TaskState.SUCCESS if error is None else TaskState.FAIL
            task = replace(
                self._tasks[task_id], state=state, finished_unix_s=self._now(), error=error, progress=1.0
            )
            self._tasks[task_id] = task
            self._write(self.folder(task_id), task)

    def keeps_until(self, task: AcceptedTask) -> float:
        """Return the time, in Unix seconds, when the files of a finished task are cleared."""
        return (task.finished_unix_s or self._now()) + self._keep_s

    def _is_old(self, task: AcceptedTask) -> bool:
        return task.finished_unix_s is not None and self._now() >= self.keeps_until(task)

    def forget_old(self) -> None:
        """Clear the files of tasks that are too old. Their request ids stay taken."""
        with self._lock:
            for task in list(self._tasks.values()):
                if task.state is TaskState.FORGOTTEN or not self._is_old(task):
                    continue
                forgotten = replace(task, state=TaskState.FORGOTTEN)
                folder = self.folder(task.task_id)
                with suppress(OSError):
                    self._write(folder, forgotten)
                    for name in (VIDEO_NAME, COVER_NAME, *task.order.picture_names):
                        (folder / name).unlink(missing_ok=True)
                self._tasks[task.task_id] = forgotten
