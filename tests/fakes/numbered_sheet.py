"""A sheet of pictures `1.png`, `2.png` and so on in a folder, each with its prompt."""

from collections.abc import Collection
from pathlib import Path

from fakes.pictures import make_picture

HEAD = ("picture", "prompt")


def numbered_cells(number: int) -> tuple[str, str]:
    """Return the cells for picture and prompt in the row with this number."""
    return f"{number}.png", f"prompt {number}"


def write_sheet(path: Path, rows: Collection[Collection[str]], head: Collection[str] = HEAD) -> Path:
    """Write a head and rows as CSV."""
    path.write_text("".join(f"{','.join(row)}\n" for row in (head, *rows)))
    return path


def numbered_sheet(folder: Path, count: int, *, remarks: bool = False) -> Path:
    """Make `count` pictures and their sheet; `remarks` adds a column of the person's own."""
    folder.mkdir(exist_ok=True)
    rows = []
    for number in range(1, count + 1):
        make_picture(folder / f"{number}.png", size=(320, 180))
        rows.append((*numbered_cells(number), *([f"mine {number}"] if remarks else ())))
    return write_sheet(folder / "spring.csv", rows, (*HEAD, *(["remark"] if remarks else ())))
