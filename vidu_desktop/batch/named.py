"""Names of the shelf in prompts: the same rules as in the window, for rows, chains and boards."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from vidu_desktop.batch.ports import ShelfNames
from vidu_desktop.batch.problems import Problems
from vidu_desktop.batch.row_cells import Draft
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.mentions import SIGNS, Mentions, check_mentions, missing_from, resolved
from vidu_desktop.domain.modes import SUBJECT_MODES
from vidu_desktop.domain.sheet_mapping import Field
from vidu_desktop.domain.shelf import ShelfItem


def may_name(prompt: str) -> bool:
    """Whether a prompt may contain a name of the shelf."""
    return any(sign in prompt for sign in SIGNS)


async def who_may_be_named(shelf: ShelfNames | None, prompts: Iterable[str]) -> tuple[ShelfItem, ...]:
    """Return the entries of the shelf; none where no prompt may contain a name. Raises BadInput when the shelf's list is
    damaged, DiskTrouble.
    """
    if shelf is not None:
        async for prompt in in_slices(prompts):
            if may_name(prompt):
                return tuple(await shelf.all())
    return ()


async def put_in_words(
    drafts: Sequence[Draft], items: Sequence[ShelfItem], problems: Problems
) -> dict[int, Mentions]:
    """Replace the names in the rows' prompts by words; unknown names become problems. Return by line who is named."""
    said = {}
    async for draft in in_slices(drafts):
        if may_name(draft.prompt):
            mentions = said[draft.row.line] = resolved(draft.prompt, items)
            draft.prompt = mentions.text
            for one in check_mentions(mentions, pictures_wanted=False, picture_hashes=()):
                problems.add(draft.row.line, Field.PROMPT, one.code, one.sentence)
    return said


async def fill_pictures(
    drafts: Sequence[Draft], said: dict[int, Mentions], shelf: ShelfNames, column: int
) -> None:
    """Add the pictures of the named entries to a row's own pictures, where the row's mode takes pictures of subjects and none
    of the row's own is the same. Only pictures of such rows are opened, each once. Raises DiskTrouble.
    """
    sent: dict[str, str] = {}
    async for draft in in_slices(drafts if said else ()):
        if draft.row.line in said and draft.offer is not None and draft.offer.mode in SUBJECT_MODES:
            there = {PurePath(path).stem for _, path in draft.paths}
            for _, path in draft.paths if missing_from(said[draft.row.line], there) else ():
                if path not in sent:
                    sent[path] = await shelf.sent_sha256(path)
                there.add(sent[path])
            for item in missing_from(said[draft.row.line], there):
                for path in shelf.paths_of(item):
                    draft.paths.append((column, path))
                    draft.cells.append((column, path))
