"""The drafts (what the person has entered in the tabs), in one small file of this installation."""

import json
import logging
from datetime import UTC, datetime
from pathlib import Path

from vidu_desktop.adapters.disk.files import remove_left_parts
from vidu_desktop.adapters.disk.os_errors import disk_trouble
from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.adapters.disk.writing import write_atomically, writing
from vidu_desktop.domain.drafts import Drafts, drafts_from_document, drafts_to_document
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

_log = logging.getLogger(__name__)
MOST_BYTES = 50_000_000
"""Enough for ten thousand pictures in a tab, each with the longest path that Linux allows."""


class DraftsFile:
    """Implements the controllers' DraftStore."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unread = False

    @property
    def notes(self) -> tuple[Sentence, ...]:
        """What the person must be told after `load`: whether there was a file that couldn't be read."""
        return (Sentence(_UNREAD, {"path": str(self._path)}),) if self._unread else ()

    def load(self) -> Drafts:
        """Return the kept drafts; empty ones where there is no file or it can't be read. Never raises.

        Reading is quick enough for the first paint to wait for it: the usual file has one page.
        """
        try:
            return drafts_from_document(json.loads(read_regular(self._path, MOST_BYTES)))
        except FileNotFoundError:
            return Drafts()
        except (OSError, ValueError, RecursionError, BadInput) as error:
            _log.warning("what was in the tabs can't be read: %s", type(error).__name__)
            self._unread = True
            return Drafts()

    async def keep(self, drafts: Drafts) -> None:
        """Write the drafts over the earlier ones; a file that couldn't be read is set aside first. They are safely on the disk
        when this returns. Raises DiskTrouble.
        """
        import asyncio  # only writing needs it, and the first press waits for `load` alone

        await asyncio.get_running_loop().run_in_executor(None, self._keep, drafts)

    def _keep(self, drafts: Drafts) -> None:
        # ASCII can also hold paths that aren't UTF-8: Python reads their bytes as single surrogates, and JSON
        # escapes those.
        data = json.dumps(drafts_to_document(drafts), indent=1).encode("ascii")
        if self._unread:
            self._set_aside()
        remove_left_parts(self._path)
        write_atomically(self._path, writing(data), make_folders=True)
        self._unread = False

    def _set_aside(self) -> None:
        stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S-%f")
        aside = self._path.with_name(f"{self._path.stem}.damaged-{stamp}{self._path.suffix}")
        try:
            self._path.rename(aside)
        except FileNotFoundError:
            return
        except OSError as error:
            raise disk_trouble(error, self._path) from error
        _log.warning("what was in the tabs is set aside as %s", aside.name)


_UNREAD = QT_TRANSLATE_NOOP(
    "storage",
    "What lay in the tabs can't be read: “{path}” is damaged. It stays as it is until something in a tab is changed, and is "
    "set aside then. Videos aren't touched.",
)
