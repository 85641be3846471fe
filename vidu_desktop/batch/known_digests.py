"""The SHA-256 of files. Each file is read once, as long as its path, size and time stay the same."""

from collections.abc import Collection, Mapping, Sequence

from vidu_desktop.batch.ports import Files
from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.board import StillContent


class KnownDigests:
    """Digests by path, size and time. A file that changes while it is read gets none."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._known: dict[SeenPicture, str] = {}

    def remember(self, contents: Mapping[SeenPicture, StillContent]) -> None:
        """Take over digests from an earlier run; digests that were read in this run win."""
        for seen, content in contents.items():
            self._known.setdefault(seen, content.sha256)

    async def of(self, files: Sequence[SeenPicture], anew: Collection[str] = ()) -> dict[str, str]:
        """Return by path the SHA-256 of each file that can be read. Files at the paths `anew` are read again in any case."""
        new = [one for one in files if one not in self._known or one.path in anew]
        if new:
            for one in new:
                self._known.pop(one, None)
            paths = [one.path for one in new]
            digests, after = await self._files.digests(paths), await self._files.seen(paths)
            for one in new:
                if one.path in digests and after.get(one.path) == one:
                    self._known[one] = digests[one.path]
        return {one.path: self._known[one] for one in files if one in self._known}
