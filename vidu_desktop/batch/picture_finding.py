"""Finds the pictures that a sheet's cells name. Each name is looked for once, however many rows have it."""

import os
from collections.abc import Mapping, Sequence

from vidu_desktop.batch.ports import Folders
from vidu_desktop.batch.problems import Problems
from vidu_desktop.batch.row_cells import Draft
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.picture_search import Found, Missed, candidates, found_picture, listed_by_name

_NAMED_MOST = 5
"""How many of several files a sentence names at most."""


async def find_pictures(
    drafts: Sequence[Draft], folders: Folders, folder: str, tops: Sequence[str], problems: Problems
) -> None:
    """Fill in the drafts' `paths`. `folder` is the folder of the sheet; `folder` and `tops` are listed when a picture isn't
    at the path that the cell names.
    """
    cells = dict.fromkeys([cell for draft in drafts for _, cell in draft.cells])
    places = {cell: candidates(cell, folder) async for cell in in_slices(cells)}
    written = [path async for paths in in_slices(places.values()) for path in paths]
    there = await folders.which_are_files(written)
    found: dict[str, Found] = {}
    names: Mapping[str, list[str]] | None = None
    async for cell in in_slices(cells):
        path = next((path for path in places[cell] if there.get(path)), None)
        if path is not None:
            found[cell] = Found((path,))
            continue
        if names is None:
            names = listed_by_name(await folders.pictures_below(list(dict.fromkeys((*tops, folder)))))
        found[cell] = found_picture(cell, folder, names, there)
    async for draft in in_slices(drafts):
        for column, cell in draft.cells:
            if found[cell].missed is None:
                draft.paths.append((column, found[cell].paths[0]))
            else:
                _say_missed(draft, column, cell, found[cell], folder, problems)


def _say_missed(draft: Draft, column: int, cell: str, found: Found, folder: str, problems: Problems) -> None:
    files = tuple(os.path.relpath(path, folder or ".") for path in found.paths[:_NAMED_MOST])
    code = found.missed or Missed.NOT_FOUND
    problems.say(draft.row.line, column, code, remedy="--pictures", cell=cell[:200], files=files)
