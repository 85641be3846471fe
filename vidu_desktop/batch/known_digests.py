"""What files hold, each read once for as long as it looks the same."""

from collections.abc import Collection, Mapping, Sequence

from vidu_desktop.batch.ports import Folders
from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.board import StillContent


class KnownDigests:
    """By place, size and time. What is written to while it is read isn't known."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._known: dict[SeenPicture, str] = {}

    def remember(self, contents: Mapping[SeenPicture, StillContent]) -> None:
        """Know from an earlier run what files hold; what was read since counts more."""
        for seen, content in contents.items():
            self._known.setdefault(seen, content.sha256)

    async def of(self, files: Sequence[SeenPicture], anew: Collection[str] = ()) -> dict[str, str]:
        """Return by path the SHA-256 of each file that can be read; those at the paths `anew` are read in any case."""
        new = [one for one in files if one not in self._known or one.path in anew]
        if new:
            for one in new:
                self._known.pop(one, None)
            paths = [one.path for one in new]
            digests, after = await self._folders.digests(paths), await self._folders.seen(paths)
            for one in new:
                if one.path in digests and after.get(one.path) == one:
                    self._known[one] = digests[one.path]
        return {one.path: self._known[one] for one in files if one in self._known}
