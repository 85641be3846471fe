"""Hostile sheets end only their own reading."""

import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fakes.workbooks import make_workbook, raw_workbook, sheet_xml, text_cell

from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.adapters.sheets.sheet_files import SheetFiles
from vidu_desktop.errors import BadInput


@pytest.fixture(scope="module")
def processes() -> Iterator[HelperProcesses]:
    processes = HelperProcesses(workers=1)
    yield processes
    processes.close()


def dense_far_table(path: Path) -> Path:
    """A table that passes the scan, but for which the reader needs 100 GB."""
    rows = f'<row r="1">{text_cell("A1", "picture")}</row>' + "".join(
        f'<row r="{line}"><c r="ALL{line}"><v>1</v></c></row>' for line in (2, 199_999)
    )
    return raw_workbook(path, sheet_xml(rows))


def two_gigabytes_of_blanks(path: Path) -> Path:
    """Two gigabytes according to the ZIP directory: packing so many would take longer than all other tests here. The real
    data can't be more.
    """
    blanks = 1_000
    raw_workbook(path, sheet_xml(f'<row r="1">{text_cell("A1", "picture")}</row>{" " * blanks}'))
    data = path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        size = packed.getinfo("xl/worksheets/sheet1.xml").file_size
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/worksheets/sheet1.xml"))
    assert data[at + 24 : at + 28] == size.to_bytes(4, "little")
    path.write_bytes(data[: at + 24] + (2_000_000_000).to_bytes(4, "little") + data[at + 28 :])
    return path


@pytest.mark.parametrize("make", [dense_far_table, two_gigabytes_of_blanks])
@pytest.mark.anyio
async def test_a_hostile_workbook_is_refused_and_the_next_sheet_is_read(
    make: Callable[[Path], Path], tmp_path: Path, processes: HelperProcesses
) -> None:
    sheets = SheetFiles(processes)
    hostile = make(tmp_path / "hostile.xlsx")
    began_s = time.monotonic()

    with pytest.raises(BadInput) as raised:
        await sheets.read(str(hostile))

    assert raised.value.code == "sheet-far-cells"
    assert time.monotonic() - began_s < 60
    good = make_workbook(tmp_path / "good.xlsx", [["picture"], ["fox.png"]])
    assert len((await sheets.read(str(good))).rows) == 1


@pytest.mark.anyio
async def test_a_sheet_says_what_was_guessed_across_the_process(
    tmp_path: Path, processes: HelperProcesses
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("picture;prompt\nfox.png;x\n")

    sheet = await SheetFiles(processes).read(str(path))

    assert sheet.separator == ";"
    assert len(sheet.sha256) == 64
