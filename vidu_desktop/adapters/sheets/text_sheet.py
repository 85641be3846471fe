"""Reads CSV, TSV and similar texts in any encoding and with any separator. Runs in a helper process."""

import codecs
import csv
import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from vidu_desktop.adapters.sheets.sheet_errors import sheet_refusal
from vidu_desktop.domain.sheet import ROWS_MOST, Guess, ReadAs, Sheet, made_sheet
from vidu_desktop.domain.translation import has_commands

if TYPE_CHECKING:
    from _csv import Reader as _Reader

_SAMPLE_BYTES = 64_000
_SEPARATORS = (",", ";", "\t", "|")
_CODE_PAGES = [
    "gb18030", "big5", "cp932", "euc_jp", "euc_kr", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1257", "mac_roman",
]  # fmt: skip
"""The encodings in which sheets are written. Without this list, the detector takes 8 in 100 for something rarer (measured
with 48 files).
"""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROLS_IN_TEXT = 3
_CHARS_TO_A_CONTROL = 50
"""Text has a stray control character here and there; a file with more of them isn't text."""


def read_text_sheet(path: str, data: bytes, read_as: ReadAs) -> Sheet:
    """Read a table. Raises BadInput with a sentence."""
    encoding = _encoding_of(path, data, read_as.encoding)
    try:
        text = data.decode(encoding.value)
    except (UnicodeError, LookupError) as error:
        raise sheet_refusal("sheet-encoding", path) from error
    if _is_no_text(text[:_SAMPLE_BYTES]):
        raise sheet_refusal("sheet-not-one", path)
    text, said = _without_sep_line(text)
    separator = _separator_of(text, read_as.separator or said or None)
    rows = _rows(path, text, separator.value, 1 + (said is not None))
    odd = "#" in text or "err:" in text.lower() or has_commands(text)
    columns, made, header = made_sheet(rows, read_as.header_line, errors=odd)
    if not columns:
        raise sheet_refusal("sheet-empty", path)
    return Sheet(columns=columns, rows=made, guesses=(encoding, separator, header), separator=separator.value)


def _is_no_text(sample: str) -> bool:
    count = len(_CONTROLS.findall(sample))
    return "\0" in sample or count > _CONTROLS_IN_TEXT + len(sample) // _CHARS_TO_A_CONTROL


def _encoding_of(path: str, data: bytes, said: str | None) -> Guess:
    if said is not None:
        return Guess(what="encoding", value=said, sure=True)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Guess(what="encoding", value=name, sure=True)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return Guess(what="encoding", value=_guessed_encoding(path, data[:_SAMPLE_BYTES]), sure=False)
    if b"\0" in data[:_SAMPLE_BYTES]:
        return Guess(what="encoding", value=_wide_encoding(path, data), sure=False)
    return Guess(what="encoding", value="utf-8", sure=True)


def _wide_encoding(path: str, data: bytes) -> str:
    """Recognise UTF-16 of mostly ASCII, in which every second byte is zero; return its encoding. Raises BadInput for anything
    else.
    """
    head = data[:_SAMPLE_BYTES]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 3 < len(head):
        raise sheet_refusal("sheet-not-one", path)
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed_encoding(path: str, sample: bytes) -> str:
    from charset_normalizer import from_bytes

    if b"\0" in sample:
        return _wide_encoding(path, sample)
    cut = sample[: sample.rfind(b"\n") + 1] or sample
    best = from_bytes(cut, cp_isolation=_CODE_PAGES).best()
    if best is None:
        raise sheet_refusal("sheet-encoding", path)
    # A few accents in much ASCII look to the detector like per mille signs in the encoding of old Macs.
    return "cp1252" if _letters(cut, best.encoding) < 1 == _letters(cut, "cp1252") else best.encoding


def _letters(sample: bytes, encoding: str) -> float:
    """Return the share of letters among the characters beyond ASCII, in [0, 1]; 0 without any, or in another encoding."""
    try:
        beyond = [sign for sign in sample.decode(encoding) if not sign.isascii()]
    except UnicodeDecodeError:
        return 0.0
    return sum(map(str.isalpha, beyond)) / len(beyond) if beyond else 0.0


def _without_sep_line(text: str) -> tuple[str, str | None]:
    """Split off Excel's line `sep=;`; return the rest and the separator, which is empty where the line names none, or None
    where there is no such line.
    """
    first, newline, rest = text.partition("\n")
    said = re.fullmatch(r'"?sep=([^"\r]?)"?\r?', first, re.IGNORECASE)
    return (rest, said[1]) if said and newline else (text, None)


def _separator_of(text: str, said: str | None) -> Guess:
    """Choose the separator with which the largest share of rows has the same width; a file with one column has no separator."""
    if said is not None:
        return Guess(what="separator", value=said, sure=True)
    sample = text[:_SAMPLE_BYTES]
    sample = sample[: sample.rfind("\n") + 1] or sample
    scores = {separator: _score(sample, separator) for separator in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda separator: scores[separator])
    rivals = [score for separator, score in scores.items() if separator != best and score[0] > 0]
    alike, _width = scores[best]
    return Guess(what="separator", value=best, sure=alike == 1.0 and not any(one[0] == 1.0 for one in rivals))


def _score(sample: str, separator: str) -> tuple[float, int]:
    try:
        widths = [
            len(row) for row in _parsed(io.StringIO(sample, newline="").readlines(), separator) if any(row)
        ]
    except csv.Error:
        widths = [line.count(separator) + 1 for line in sample.splitlines() if line.strip()]
    if not widths:
        return 0.0, 0
    usual = max(set(widths), key=widths.count)
    return (0.0, 1) if usual == 1 else (widths.count(usual) / len(widths), usual)


def _parsed(lines: Iterable[str], separator: str, *, strict: bool = False) -> "_Reader":
    return csv.reader(lines, delimiter=separator, strict=strict)


def _rows(path: str, text: str, separator: str, first_line: int) -> list[tuple[int, list[str]]]:
    lines = io.StringIO(text, newline="").readlines()  # splitlines would also cut at eight other characters
    if '"' in text:
        _check_quotes_close(path, lines, separator, first_line)
    reader = _parsed(lines, separator)
    rows: list[tuple[int, list[str]]] = []
    begins = first_line
    try:
        for row in reader:
            if any(row) and (rows or not _is_remark(row)):
                rows.append((begins, row))
                if len(rows) > ROWS_MOST:
                    raise sheet_refusal("sheet-too-many-rows", path, most=f"{ROWS_MOST:,}")
            begins = first_line + reader.line_num
    except csv.Error as error:
        raise sheet_refusal("sheet-long-cell", path, line=begins) from error
    return rows


def _is_remark(row: list[str]) -> bool:
    """Whether a row is a remark above the table, such as `# exported on Monday`; but a column may be called `#`."""
    return row[0].startswith("# ") or (row[0].startswith("#") and len(row) == 1)


def _check_quotes_close(path: str, lines: list[str], separator: str, first_line: int) -> None:
    """Raise BadInput for an open quotation mark: it swallows all rows after it, and the reader doesn't report it."""
    reader = _parsed(lines, separator, strict=True)
    begins = first_line
    try:
        for _row in reader:
            begins = first_line + reader.line_num
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise sheet_refusal("sheet-open-quote", path, line=begins) from error
        # Text after a closing mark: its meaning is a matter of taste, and the usual reading accepts it.
