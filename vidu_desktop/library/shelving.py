"""The shelf: characters and products that can be added, changed, removed and put in order."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath
from typing import NamedTuple

from vidu_desktop.domain.catalogue import PictureLimits, spec_for_mode
from vidu_desktop.domain.mentions import SIGNS, Mentions, check_mentions, missing_from, resolved
from vidu_desktop.domain.modes import SUBJECT_MODES
from vidu_desktop.domain.pictures import PreparedPicture
from vidu_desktop.domain.request import GenerationRequest, check_picture
from vidu_desktop.domain.shelf import ShelfItem, check_counts, shelf_item, shelf_name, with_free_name
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.library.ports import KeptPictures, PackedItem, PictureMaker, ShelfFiles, ShelfPacks


class TakenIn(NamedTuple):
    """What came onto the shelf from a file, with its final names, and how many items of the file were left out."""

    items: tuple[ShelfItem, ...]
    left_out: int


class Shelf:
    """Pictures are in the library before the list names them. Removing an item leaves its pictures there, so that undo and
    older videos find them.
    """

    def __init__(
        self, files: ShelfFiles, pictures: PictureMaker, kept: KeptPictures, packs: ShelfPacks
    ) -> None:
        self._files = files
        self._pictures = pictures
        self._kept_clips = kept
        self._packs = packs

    async def all(self) -> list[ShelfItem]:
        """Return the items of the shelf, in the person's order. Raises BadInput when the list is damaged, DiskTrouble."""
        return await self._files.all()

    async def resolve(self, prompt: str) -> Mentions:
        """Return what a prompt means after its names were looked up. Raises BadInput for an unknown name, DiskTrouble."""
        if not any(sign in prompt for sign in SIGNS):
            return Mentions(text=prompt)
        said = resolved(prompt, await self._files.all())
        for problem in check_mentions(said, pictures_wanted=False, picture_hashes=()):
            raise BadInput(problem.code, problem.sentence)
        return said

    async def with_names_replaced(self, request: GenerationRequest) -> GenerationRequest:
        """Return the request with the names in its prompt replaced by words. Raises the same errors as `resolve`."""
        return replace(request, prompt=(await self.resolve(request.prompt)).text)

    async def kept_counts(self, items: Sequence[ShelfItem]) -> list[int]:
        """Return for each item how many kept videos were made with one of its pictures. Raises DiskTrouble."""
        clips = await self._kept_clips.of_kept_clips() if items else []
        hashes = [{picture.sha256 for picture in item.pictures} for item in items]
        return [sum(not own.isdisjoint(clip) for clip in clips) for own in hashes]

    def paths_of(self, item: ShelfItem) -> tuple[str, ...]:
        """Return the paths of the item's pictures, whether they are there or not."""
        return tuple(str(self._files.picture_path(picture)) for picture in item.pictures)

    async def paths_to_add(self, said: Mentions, paths: Sequence[str]) -> list[str]:
        """Return the paths of the pictures of those who are named in a prompt and aren't among the pictures at `paths` yet, as
        these would be sent. Raises DiskTrouble.
        """
        hashes = {PurePath(path).stem for path in paths}
        for path in paths if missing_from(said, hashes) else ():
            hashes.add(await self.sent_sha256(path))
        return [path for item in missing_from(said, hashes) for path in self.paths_of(item)]

    async def sent_sha256(self, path: str) -> str:
        """Return the SHA-256 of a picture as it would be sent; empty if it can't be sent. Raises DiskTrouble."""
        with suppress(BadInput):  # judged with the request
            return (await self._pictures.prepare(path, _limits())).sha256
        return ""

    async def add(
        self, name: str, words: str, picture_paths: Sequence[str], instead_of: str = ""
    ) -> ShelfItem:
        """Add a character or product, in the place of the item `instead_of` if given. Raises BadInput for a name, words or a
        picture that can't be used, DiskTrouble; then the shelf is as before.
        """
        wanted = shelf_name(name)
        if wanted.casefold() in {one.key for one in await self._there()} - {instead_of.casefold()}:
            raise BadInput("shelf-name-taken", Sentence(_TAKEN, {"name": wanted}))
        paths = list(dict.fromkeys(picture_paths))
        check_counts(words, len(paths))
        item = shelf_item(name, words, [await self._kept(path) for path in paths])
        await self._files.put([item], [instead_of] if instead_of else [])
        return item

    async def export(self, items: Sequence[ShelfItem], target: Path) -> None:
        """Write items into a file, to pass them on. Raises DiskTrouble."""
        await self._packs.write([PackedItem(item, self.paths_of(item)) for item in items], target)

    async def take_in(self, path: Path) -> TakenIn:
        """Add the items of such a file; those whose name is taken get a number. Raises BadInput when nothing in the file can
        be used, DiskTrouble.
        """
        taken, came = [one.name for one in await self._there()], []
        async with self._packs.opened(path) as pack:
            for one in pack.items:
                named = with_free_name(one.item, taken)
                with suppress(BadInput):  # a picture is only judged here
                    came.append(await self.add(named.name, named.words, one.picture_paths))
                    taken.append(named.name)
        if not came:
            raise BadInput("shelf-nothing-usable", Sentence(_NOTHING_USABLE, {"name": path.name}))
        return TakenIn(tuple(came), len(pack.items) + pack.unreadable - len(came))

    async def restore(
        self, items: Sequence[ShelfItem], instead_of: Sequence[str], order: Sequence[str]
    ) -> list[ShelfItem]:
        """Restore an earlier state, for undo: put `items` in the place of those named in `instead_of`, and all in the earlier
        `order`.
        """
        await self._files.put(items, instead_of)
        return await self._files.arrange(order)

    async def remove(self, names: Sequence[str]) -> list[ShelfItem]:
        """Remove the items with these names; return the others. Raises DiskTrouble."""
        return await self._files.put([], names)

    async def arrange(self, names: Sequence[str]) -> list[ShelfItem]:
        """Put the items into this order. Raises DiskTrouble."""
        return await self._files.arrange(names)

    async def _there(self) -> list[ShelfItem]:
        try:
            return await self._files.all()
        except BadInput:  # the next save sets a damaged list aside
            return []

    async def _kept(self, path: str) -> PreparedPicture:
        limits = _limits()
        facts = await self._pictures.look_at(path, limits)
        for problem in check_picture(facts, limits, 0):
            raise BadInput(problem.code, problem.sentence)
        picture = await self._pictures.prepare(path, limits)
        await self._files.keep_picture(picture, Path(self._pictures.prepared_path(picture.sha256)))
        return picture


def _limits() -> PictureLimits:
    return spec_for_mode(SUBJECT_MODES[0]).picture_limits


_TAKEN = QT_TRANSLATE_NOOP(
    "shelf", "“{name}” is on the shelf already. Choose another name, or change that one."
)
_NOTHING_USABLE = QT_TRANSLATE_NOOP(
    "shelf",
    "Nobody in “{name}” has pictures that a video can be made from. Nothing was changed. Have it made anew.",
)
