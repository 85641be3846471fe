"""A table copied from a spreadsheet: HTML, in which cells may have line breaks, or else text with tabs. Pure."""

import csv
import hashlib
import io
from html.parser import HTMLParser

from typing_extensions import override

from vidu_desktop.domain.sheet import ROWS_MOST, Guess, Sheet, made_sheet
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

_CHARS_MOST = 50_000_000
_Rows = list[list[str]]


def pasted_sheet(html: str, text: str) -> Sheet:
    """Return the pasted table as a sheet; its first line names the columns. Raises BadInput when there is no
    table.
    """
    if len(html) + len(text) > _CHARS_MOST:
        raise BadInput("paste-too-large", Sentence(_TOO_LARGE))
    rows = rows_of_html(html) or rows_of_text(text)
    columns, made, header = made_sheet([(line, row) for line, row in enumerate(rows, 1) if any(row)], None)
    if not made or len(made) > ROWS_MOST:
        raise BadInput("paste-empty", Sentence(_EMPTY))
    document = "\n".join("\t".join(row) for row in rows)
    return Sheet(
        columns=columns,
        rows=made,
        guesses=(Guess(what="header_line", value=header.value, sure=header.sure),),
        sha256=hashlib.sha256(document.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def rows_of_text(text: str) -> _Rows:
    """Return the cells of text with tabs; a cell in quotation marks may have line breaks."""
    lines = io.StringIO(text.replace("\0", ""), newline="").readlines()
    try:
        return list(csv.reader(lines, delimiter="\t"))
    except csv.Error:
        return [line.rstrip("\r\n").split("\t") for line in lines]


def rows_of_html(html: str) -> _Rows:
    """Return the cells of the first table; empty without a table."""
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return reader.rows


class _TableReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: _Rows = []
        self._cell: list[str] | None = None
        self._depth = 0
        self._span = 1
        self._unseen = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        elif tag in ("style", "script"):
            self._unseen += 1
        elif self._depth != 1:
            return
        elif tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self._end_cell()
            self._cell = []
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span[:4]), 100) if span.isdecimal() else 1
        elif tag in ("br", "p", "div") and self._cell:
            self._cell.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._unseen = max(0, self._unseen - 1)
        if self._depth == 1 and tag in ("td", "th", "tr", "table"):
            self._end_cell()
        if tag == "table":
            self._depth -= 2 if self._depth == 1 and any(map(any, self.rows)) else 1  # only the first table

    @override
    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._unseen:
            self._cell.append(data.replace("\r", "").replace("\n", " ") if data != "\n" else "")

    def _end_cell(self) -> None:
        if self._cell is not None and self.rows:
            lines = "".join(self._cell).replace("\N{NO-BREAK SPACE}", " ").split("\n")
            text = "\n".join(" ".join(line.split()) for line in lines).strip("\n")
            self.rows[-1] += [text, *[""] * (self._span - 1)]
        self._cell = None
        self._span = 1


_TOO_LARGE = QT_TRANSLATE_NOOP(
    "batch", "That is more than can be pasted. Save it as a sheet and open that as a batch."
)
_EMPTY = QT_TRANSLATE_NOOP(
    "batch",
    "There is no table in the clipboard. Copy the rows in your spreadsheet, with the line that has the names.",
)
