"""`shelf list`, `add` and `remove`: characters and products that a prompt names with an @."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.requests import as_text
from vidu_desktop.domain.counting import in_number
from vidu_desktop.domain.shelf import ShelfItem, bare_name, shelf_name
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP, on_one_line
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.library.shelving import Shelf
from vidu_desktop.wiring.session import Session

_FINE = 0


async def run(options: argparse.Namespace, session: Session, report: Report) -> int:
    """Run the action, and return the exit code. Raises BadInput, DiskTrouble; then nothing has changed."""
    shelf = session.program.shelf
    match options.action:
        case "list":
            items = await shelf.all()
            for item, kept in zip(items, await shelf.kept_counts(items), strict=True):
                _tell(item, shelf, report, kept)
            if not items:
                report.say("The shelf is empty.")
        case "add":
            await session.lock()
            _tell(await _add(options, shelf), shelf, report)
        case _:
            await session.lock()
            await _remove([bare_name(as_text(name)) for name in options.names], shelf, report)
    return _FINE


async def _add(options: argparse.Namespace, shelf: Shelf) -> ShelfItem:
    name = as_text(options.name)
    instead_of = shelf_name(name) if options.replace else ""
    return await shelf.add(name, as_text(options.text), _absolute(options.pictures), instead_of)


def _absolute(paths: Sequence[Path]) -> list[str]:
    return [str(path.absolute()) for path in paths]


async def _remove(names: Sequence[str], shelf: Shelf, report: Report) -> None:
    there = {item.key: item for item in await shelf.all()}
    for name in names:
        if name.casefold() not in there:
            raise BadInput("shelf-nobody", Sentence(_NOBODY, {"name": name}))
    await shelf.remove(names)
    for key in dict.fromkeys(name.casefold() for name in names):
        report.item({"name": there[key].name}, f"Taken off the shelf: {there[key].name}")


def _tell(item: ShelfItem, shelf: Shelf, report: Report, kept: int = 0) -> None:
    paths = shelf.paths_of(item)
    said = f"  {item.words}" if item.words else ""
    report.item(
        {"name": item.name, "text": item.words, "pictures": list(paths), "kept": kept},
        on_one_line(
            f"@{item.name}  {in_number(len(paths), 'picture')}, in {in_number(kept, 'kept video')}{said}"
        ),
    )


_NOBODY = QT_TRANSLATE_NOOP(
    "command line",
    "Nobody on the shelf is called “{name}”; nothing was taken off. `vidu-desktop shelf list` lists them.",
)
