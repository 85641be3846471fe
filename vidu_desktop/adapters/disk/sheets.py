"""CSV files that every spreadsheet program reads."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from vidu_desktop.adapters.disk.writing import save_file, writing


def write_sheet(path: Path, rows: Sequence[tuple[str, ...]]) -> None:
    """Write a CSV file, completely or not at all. Raises DiskTrouble."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    # The byte order mark tells Excel that the text is UTF-8, which Chinese and Japanese prompts need.
    save_file(path, writing(text.getvalue().encode("utf-8-sig")))
