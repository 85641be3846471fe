"""Sheets that would break a careless program, or make it buy something unwanted; each with its expected outcome.

`kinds(folder)` writes one of each kind. The outcome is REFUSED (with a sentence), ASKED (it can be read, but nothing can be
bought before the person has answered a question), or the number of rows that can be bought as they are.
"""

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import xlsxwriter
from fakes.workbooks import make_ods, make_workbook, raw_workbook, sheet_xml, text_cell

REFUSED, ASKED = "refused", "asked"
Outcome = str | int
HEAD = "picture,prompt\n"
GOOD = HEAD + "1.png,turns\n2.png,waves\n"
TABLE: list[list[object]] = [["picture", "prompt"], ["1.png", "turns"], ["2.png", "waves"]]


def texts() -> dict[str, tuple[bytes, Outcome]]:
    """Return the text files by name, each with its content and outcome."""
    big5 = "圖片,提示\n1.png,慢慢地轉身看著窗外的雨落下來\n2.png,一隻狐狸跑過雪地消失在森林裡面\n".encode(
        "big5"
    )
    return {
        "empty.csv": (b"", REFUSED),
        "blank.csv": (b" \r\n\t\n  \n", REFUSED),
        "names alone.csv": (HEAD.encode(), 0),
        "nul bytes.csv": (b"picture,prompt\n1.png,tu\0rns\n", REFUSED),
        "nuls everywhere.csv": (b"\0" * 50_000, REFUSED),
        "a picture.csv": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, REFUSED),
        "a page.xls": (b"<html><table><tr><td>picture</td></tr></table></html>", REFUSED),
        "xml.csv": (b"<?xml version='1.0'?><a/>", REFUSED),
        "a document.csv": (b"%PDF-1.7\n1 0 obj\n", REFUSED),
        "rich text.csv": (b"{\\rtf1 picture}", REFUSED),
        "a program.csv": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40, REFUSED),
        "wide without a mark.csv": (GOOD.encode("utf-16-le"), ASKED),
        "wide.csv": (GOOD.encode("utf-16"), 2),
        "very wide.csv": (b"\xff\xfe\0\0" + GOOD.encode("utf-32-le"), 2),
        "half a wide letter.csv": (GOOD.encode("utf-16") + b"x", REFUSED),
        "two encodings.csv": (
            GOOD.encode() + "1.png,café\n".encode("cp1252") + "2.png,café\n".encode(),
            ASKED,
        ),
        "a cut letter.csv": (("图片,提示\n1.png,转身\n" * 3).encode("gb18030")[:-2], REFUSED),
        "guessed letters.csv": (big5, ASKED),
        "open quote.csv": (HEAD.encode() + b'1.png,"turns\n' + b"2.png,waves\n" * 5, REFUSED),
        "open quote, far.csv": (HEAD.encode() + b'1.png,"turns\n' + b"2.png,waves\n" * 60_000, REFUSED),
        "a storm of quotes.csv": (HEAD.encode() + b'"' * 99_999 + b"\n", REFUSED),
        "a long cell.csv": (HEAD.encode() + b"1.png," + b"x" * 200_000 + b"\n", REFUSED),
        "a long line.csv": (b"x" * 20_000_000, REFUSED),
        "too many rows.csv": (HEAD.encode() + b"1.png,turns\n" * 200_002, REFUSED),
        "16,384 columns.csv": (
            b",".join(b"c%d" % n for n in range(16_384)) + b"\n" + b"," * 16_383 + b"1.png\n",
            1,
        ),
        "half a million columns.csv": (b"picture" + b"," * 500_000 + b"\n1.png\n", 1),
        "returns alone.csv": (GOOD.replace("\n", "\r").encode(), 2),
        "two separators.csv": (b"picture;prompt,x\n1.png;turns,y\n2.png,waves;z\n", ASKED),
        "a lie about the separator.csv": (b"sep=;\npicture,prompt\n1.png,turns\n", ASKED),
        "marks in the middle.csv": ("\ufeffpicture,prompt\n1.png,turns\n\ufeff2.png,waves\n".encode(), 2),
        "one name twice.csv": (b"picture,picture,prompt\n1.png,2.png,turns\n", ASKED),
        "a very long name.csv": (b"picture," + b"n" * 100_000 + b"\n1.png,turns\n", 1),
        "formulas.csv": (HEAD.encode() + b'1.png,=HYPERLINK("http://x/"&A1)\n2.png,@SUM(1)\n', 2),
        "errors of formulas.csv": (HEAD.encode() + b"1.png,#N/A\n2.png,#REF!\n", ASKED),
        "its own total.csv": (GOOD.encode() + b"Total,2\n", ASKED),
        "another computer.csv": (
            HEAD.encode() + rb"\\server\share\1.png,turns" + b"\n//x/1.png,turns\n",
            ASKED,
        ),
        "a link.csv": (HEAD.encode() + b"http://127.0.0.1:9/1.png,turns\nfile:///etc/passwd,turns\n", ASKED),
        "outside.csv": (
            HEAD.encode() + b"../../../../etc/hostname,turns\n/dev/zero,turns\n/proc/self/mem,t\n",
            ASKED,
        ),
        "odd names.csv": (
            HEAD.encode() + b"1.png\x7f,turns\nCON,turns\n" + b"a" * 5_000 + b",turns\n",
            ASKED,
        ),
        "prompts too long.csv": (HEAD.encode() + b"1.png," + b"x" * 600 + b"\n", ASKED),
        "twins.csv": (HEAD.encode() + b"1.png,turns\n" * 2, ASKED),
        "many takes.csv": (b"picture,prompt,takes\n1.png,turns,1000000\n2.png,waves,-3\n", ASKED),
        "no pictures.csv": (b"a,b\nx,y\n", ASKED),
        "half a pair.csv": (b"start,end,prompt\n1.png,,turns\n", ASKED),
        "a second picture.csv": (b"picture,later,prompt\n1.png,2.png,turns\n", ASKED),
        "workbook of another name.xlsx": (GOOD.encode(), 2),
        "locked.xlsx": (_ole("EncryptedPackage"), REFUSED),
        "an old document.xls": (_ole("WordDocument"), REFUSED),
        "an old head alone.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5_000, REFUSED),
        "an empty archive.xlsx": (b"PK\x05\x06" + b"\0" * 18, REFUSED),
        "an archive's head alone.xlsx": (b"PK\x03\x04" + b"\0" * 500, REFUSED),
    }


def _ole(stream: str) -> bytes:
    """Return the shell of an old compound file with a stream of this name and no content."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 4_096


def books() -> dict[str, tuple[Callable[[Path], object], Outcome]]:
    """Return for each workbook's name the function that writes it, and the outcome."""
    named = f'<row r="1">{text_cell("A1", "picture")}{text_cell("B1", "prompt")}</row>'
    one = f'<row r="2">{text_cell("A2", "1.png")}{text_cell("B2", "turns")}</row>'

    def raw(rows: str, change: Callable[[str], str] = lambda xml: xml) -> Callable[[Path], object]:
        return lambda path: raw_workbook(path, change(sheet_xml(named + rows)))

    deep = "<x>" * 200_000 + "</x>" * 200_000
    return {
        "whole.xlsx": (lambda path: make_workbook(path, TABLE), 2),
        "a workbook.csv": (lambda path: make_workbook(path, TABLE), 2),
        "an open one.xls": (lambda path: make_ods(path, [["picture", "prompt"], ["1.png", "turns"]]), 1),
        "a far cell.xlsx": (raw(one + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), REFUSED),
        "outside of the grid.xlsx": (
            raw(one + '<row r="16777216"><c r="A16777216"><v>1</v></c></row>'),
            REFUSED,
        ),
        "no such column.xlsx": (raw(one + '<row r="3"><c r="ZZZZZ3"><v>1</v></c></row>'), REFUSED),
        "1,048,576 rows.xlsx": (
            raw("".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(2, 1_048_577))),
            REFUSED,
        ),
        "a lie about its size.xlsx": (
            raw(one, lambda xml: xml.replace("<sheetData>", '<dimension ref="A1:XFD1"/><sheetData>')),
            1,
        ),
        "hidden rows.xlsx": (lambda path: make_workbook(path, TABLE, hidden=[3]), ASKED),
        "merged cells.xlsx": (
            lambda path: make_workbook(path, [TABLE[0], ["", "turns"], ["", "waves"]], merged=["A2:A3"]),
            ASKED,
        ),
        "two tables.xlsx": (lambda path: make_workbook(path, TABLE, other_sheets={"Old": TABLE}), ASKED),
        "a formula without a value.xlsx": (
            raw('<row r="2"><c r="A2"><f>B1</f></c>' + text_cell("B2", "turns") + "</row>"),
            ASKED,
        ),
        "errors.xlsx": (
            raw('<row r="2">' + text_cell("A2", "1.png") + '<c r="B2" t="e"><v>#N/A</v></c></row>'),
            ASKED,
        ),
        "dates as prompts.xlsx": (_dates, ASKED),
        "broken tags.xlsx": (raw("<row><c><v>1</v></row>", lambda xml: xml[:-20]), REFUSED),
        "no text at all.xlsx": (lambda path: raw_workbook(path, "\0\0\0"), REFUSED),
        "laughs.xlsx": (
            raw(one, lambda xml: '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + xml),
            REFUSED,
        ),
        "a file of the system.xlsx": (
            raw(one, lambda xml: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + xml),
            REFUSED,
        ),
        "nested tags.xlsx": (raw(f'<row r="2"><c r="A2">{deep}</c></row>'), REFUSED),
        "one long cell.xlsx": (raw('<row r="2">' + text_cell("A2", "x" * 60_000_000) + "</row>"), REFUSED),
        "blanks.xlsx": (raw(one + " " * 400_000_000), REFUSED),
        "one text named often.xlsx": (_shared_often, REFUSED),
        "no shared texts.xlsx": (raw('<row r="2"><c r="A2" t="s"><v>7</v></c></row>'), REFUSED),
        "links to others.xlsx": (_links_out, 2),
        "a part twice.xlsx": (_part_twice, REFUSED),
        "names outside.xlsx": (_names_outside, 2),
        "a wrong sum.xlsx": (lambda path: _flipped(path), REFUSED),
        "a lie about a part.xlsx": (_lying_size, REFUSED),
        "an archive in an archive.xlsx": (_nested, REFUSED),
        "no tables.xlsx": (lambda path: raw_workbook(path, "", workbook_xml="<workbook/>"), REFUSED),
        "cut.xlsx": (lambda path: path.write_bytes(_book_bytes()[:2_000]), REFUSED),
        "cut.ods": (lambda path: path.write_bytes(_bytes_of(make_ods)[:300]), REFUSED),
        "too large.csv": (_sparse, REFUSED),
    }


def _book_bytes() -> bytes:
    return _bytes_of(make_workbook)


def _bytes_of(make: Callable[[Path, Any], object]) -> bytes:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        make(path, TABLE)
        return path.read_bytes()


def _dates(path: Path) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["picture", "prompt", "takes"])
        sheet.write_row(1, 0, ["1.png", "turns"])
        sheet.write_number(1, 2, 46_000, book.add_format({"num_format": "yyyy-mm-dd"}))


def _with_parts(path: Path, parts: dict[str, bytes | str]) -> None:
    make_workbook(path, TABLE)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def _links_out(path: Path) -> None:
    link = '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    target = '<Relationships><Relationship Id="r" Target="http://127.0.0.1:9/a.xlsx" TargetMode="External"/></Relationships>'
    _with_parts(
        path,
        {"xl/externalLinks/externalLink1.xml": link, "xl/externalLinks/_rels/externalLink1.xml.rels": target},
    )


def _names_outside(path: Path) -> None:
    _with_parts(path, {"../../outside.txt": "x", "/tmp/absolute.txt": "x"})


def _part_twice(path: Path) -> None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _with_parts(path, {"xl/worksheets/sheet1.xml": "<worksheet>"})


def _flipped(path: Path) -> None:
    data = bytearray(_book_bytes())
    at = data.index(b"sheet1.xml") + 60
    data[at] ^= 0xFF
    path.write_bytes(data)


def _lying_size(path: Path) -> None:
    raw_workbook(path, sheet_xml(f'<row r="1">{text_cell("A1", "picture")}</row>'))
    data = path.read_bytes()
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/worksheets/sheet1.xml"))
    path.write_bytes(data[: at + 24] + (2_000_000_000).to_bytes(4, "little") + data[at + 28 :])


def _nested(path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a", b"\0" * 50_000_000)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("b.zip", inner.getvalue())


def _shared_often(path: Path) -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 100_002))
    raw_workbook(path, sheet_xml(f'<row r="1">{text_cell("A1", "picture")}</row>{cells}'))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    rels = parts["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId2" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'.encode(),
    )
    parts |= {
        "xl/_rels/workbook.xml.rels": rels,
        "xl/sharedStrings.xml": f'<sst xmlns="{main}"><si><t>{"x" * 1_000_000}</t></si></sst>'.encode(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(GOOD.encode())
        file.truncate(5_000_000_000)


def kinds(folder: Path) -> Iterator[tuple[Path, Outcome]]:
    """Write one file of each kind, and yield its path and outcome."""
    for name, (content, outcome) in texts().items():
        path = folder / name
        path.write_bytes(content)
        yield path, outcome
    for name, (make, outcome) in books().items():
        path = folder / name
        make(path)
        yield path, outcome
    (folder / "a folder.csv").mkdir()
    (folder / "circle.csv").symlink_to("circle.csv")
    yield folder / "a folder.csv", REFUSED
    yield folder / "circle.csv", REFUSED
    yield folder / "gone.csv", REFUSED


def mutations(folder: Path, seed: int) -> Iterator[Path]:
    """Write valid sheets in which some bytes were changed, removed, doubled or cut off, and yield their paths."""
    chance = random.Random(seed)
    sound = {".csv": GOOD.encode() * 20, ".xlsx": _book_bytes(), ".ods": _bytes_of(make_ods)}
    for suffix, whole in sound.items():
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(max(len(data), 1))
            match chance.randrange(4):
                case 0:
                    data[at : at + 1] = bytes([chance.randrange(256)])
                case 1:
                    del data[at : at + chance.randint(1, 40)]
                case 2:
                    data[at:at] = data[at : at + chance.randint(1, 80)]
                case _:
                    del data[max(at, 8) :]
        path = folder / f"mutation {seed}{suffix}"
        path.write_bytes(data)
        yield path
