"""A batch's head and the lines of its log as JSON, and back.

Raises BadInput for anything damaged or incomplete. Nothing is guessed, because these files say what was
bought.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar, cast

from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.batch import (
    NO_LINE,
    STOP_WINDOW,
    TAKES_MOST,
    Act,
    Batch,
    BatchRow,
    Deed,
    SeenPicture,
    Watch,
)
from vidu_desktop.domain.json_reading import MONEY_MOST, Fields, as_path, damaged, is_amount
from vidu_desktop.domain.money_documents import money_fields, read_money, read_money_or_none
from vidu_desktop.domain.pictures import FIRST_PICTURE_SUFFIXES
from vidu_desktop.domain.recipes import options_of, request_from_options
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.sheet import ROWS_MOST
from vidu_desktop.domain.sheet_edits import Cells, Place, SheetEdits
from vidu_desktop.domain.sheet_wishes import SaidForAll
from vidu_desktop.domain.sheet_work import Work

T = TypeVar("T")

HEAD_SCHEMA = "vidu-desktop/batch"
VERSION = 2
_BEFORE_WATCHES = 1
"""The newest format that earlier versions read. They know no daily limit, so they must not buy for a watched
folder.
"""
_TOTAL_MOST = MONEY_MOST * ROWS_MOST * TAKES_MOST
"""More than any batch can cost."""


class _Once:
    """Keeps equal values of a head once. The rows of a sheet say the same many times: a path stands in a cell, in the request
    and at the picture, and all rows have the same options and price.
    """

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._others: dict[object, object] = {}

    def text(self, text: str) -> str:
        return self._texts.setdefault(text, text)

    def texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(self.text, texts))

    def request(self, request: GenerationRequest) -> GenerationRequest:
        return replace(
            request,
            model=self.text(request.model),
            mode=self.text(request.mode),
            prompt=self.text(request.prompt),
            options=self._as_told(request.options),
        )

    def money(self, money: Money) -> Money:
        return self._as_told(money)

    def _as_told(self, value: T) -> T:
        """Return the first value that was told in the same way: 4 is no 4.0, and 0.20 no 0.2."""
        return cast("T", self._others.setdefault(repr(value), value))


def head_to_document(batch: Batch) -> dict[str, object]:
    """Return the head as JSON has it."""
    watch = {} if batch.watch is None else {"watch": _watch(batch.watch)}
    return {
        "schema": HEAD_SCHEMA,
        "version": VERSION if watch else _BEFORE_WATCHES,
        "batch_id": batch.batch_id,
        "name": batch.name,
        "created_at": batch.created_at.isoformat(),
        "source_path": batch.source_path,
        "source_sha256": batch.source_sha256,
        "sheet_name": batch.sheet_name,
        "separator": batch.separator,
        "rehearsal": batch.rehearsal,
        "stop_after": batch.stop_after,
        "columns": list(batch.columns),
        "rows": [_row(row) for row in batch.rows],
        **watch,
        **({"names": batch.names} if batch.names else {}),
        **({"work": _work(batch.work)} if batch.work != Work() else {}),
        **({"said": _said(batch.said)} if batch.said != SaidForAll() else {}),
        **({"strip": list(batch.strip)} if batch.strip else {}),
    }


def head_from_document(document: object) -> Batch:
    """Read what `head_to_document` wrote. Raises BadInput, also for a document of a newer version."""
    fields = Fields(document, "batch", exact=True)
    if fields.text("schema") != HEAD_SCHEMA or fields.whole("version") > VERSION:
        raise damaged("schema")
    once = _Once()
    rows = tuple(_row_back(row, once) for row in fields.parts("rows"))
    by_line = {row.line: row for row in rows} if fields.has("work") else {}
    return Batch(
        batch_id=fields.name("batch_id"),
        name=fields.text("name"),
        created_at=fields.time("created_at"),
        source_path=as_path(fields.path("source_path")).replace("\0", "\N{REPLACEMENT CHARACTER}"),
        source_sha256=fields.text("source_sha256"),
        sheet_name=fields.text("sheet_name"),
        separator=_separator(fields.text("separator")),
        rehearsal=fields.flag("rehearsal"),
        stop_after=fields.whole("stop_after", 0, STOP_WINDOW),
        columns=fields.texts("columns"),
        rows=rows,
        watch=_watch_back(fields.part("watch"), once) if fields.has("watch") else None,
        names=fields.text_or_none("names") or "",
        work=_work_back(fields.part("work"), by_line) if fields.has("work") else Work(),
        said=_said_back(fields.part("said")) if fields.has("said") else SaidForAll(),
        strip=fields.texts("strip") if fields.has("strip") else (),
    )


def _separator(text: str) -> str:
    """Return a sign with which a result can be written: no batch is given up for another one."""
    return text if len(text) == 1 and text not in '"\r\n' else ","


def _said(said: SaidForAll) -> Mapping[str, object]:
    return {
        "prompt": said.prompt,
        "no_prompt": said.no_prompt,
        "settings": {key: list(values) for key, values in said.settings.items()},
        "takes": said.takes,
        "hidden": said.hidden,
        "pairs": said.pairs,
        "encoding": said.encoding,
        "folders": list(said.folders),
        "budget": said.budget,
        **({"separator": said.separator} if said.separator is not None else {}),
        **({"header_line": said.header_line} if said.header_line is not None else {}),
    }


def _said_back(fields: Fields) -> SaidForAll:
    settings = fields.part("settings")
    return SaidForAll(
        prompt=fields.text("prompt"),
        no_prompt=fields.flag("no_prompt"),
        settings={key: settings.texts(key) for key in settings.names()},
        takes=fields.clamped("takes", 1, TAKES_MOST),
        hidden=fields.text("hidden"),
        pairs=fields.text_or_none("pairs"),
        encoding=fields.text_or_none("encoding"),
        separator=fields.text_or_none("separator"),
        header_line=fields.whole_or_none("header_line", 1),
        folders=tuple(map(as_path, fields.paths("folders"))),
        budget=fields.text("budget"),
    )


def _work(work: Work) -> Mapping[str, object]:
    edits = work.edits.rows.items()
    return {
        "edits": [[line, list(before), list(wanted)] for (line, before), wanted in edits],
        "left_out": [[line, list(cells)] for line, cells in sorted(work.left_out)],
        "more_takes": [[line, takes, list(cells)] for (line, cells), takes in work.more_takes.items()],
    }


def _work_back(fields: Fields, rows: Mapping[int, BatchRow]) -> Work:
    edits: dict[Place, Cells] = {}
    left_out: set[Place] = set()
    more_takes: dict[Place, int] = {}
    for values in fields.items("edits"):
        match values:
            case [int(line), list(before), list(wanted)]:
                edits[line, _cells(before)] = _cells(wanted)
            case _:
                raise damaged("edits")
    as_read: dict[int, Cells] = dict(edits.keys())
    for values in fields.items("left_out"):
        match values:
            case [int(line), list(cells)]:
                left_out.add((line, _cells(cells)))
            case _:
                raise damaged("left_out")
    for values in fields.items("more_takes"):
        match values:
            case [int(line), int(takes), list(cells)] if 0 < takes <= TAKES_MOST:
                more_takes[line, _cells(cells)] = takes
            case [int(line), int(takes)] if (
                line in rows and 0 < takes <= TAKES_MOST
            ):  # a head without their cells
                more_takes[line, as_read.get(line, rows[line].cells)] = takes
            case [int(line), int()] if line not in rows:
                pass
            case _:
                raise damaged("more_takes")
    return Work(edits=SheetEdits(edits), left_out=frozenset(left_out), more_takes=more_takes)


def _cells(values: list[object]) -> Cells:
    cells = tuple([value for value in values if isinstance(value, str)])
    if len(cells) < len(values):
        raise damaged("cells")
    return tuple(map(as_path, cells))


def _watch(watch: Watch) -> Mapping[str, object]:
    return {
        "preset": watch.preset,
        "request": options_of(watch.request),
        **money_fields("price", watch.price),
        "there": list(map(_seen, watch.there)),
        "endings": list(watch.endings),
    }


def _watch_back(fields: Fields, once: _Once) -> Watch:
    return Watch(
        preset=fields.text("preset"),
        request=request_from_options(fields.part("request"), ()),
        price=read_money(fields, "price"),
        there=tuple([_seen_back(one, once) for one in fields.items("there")]),
        endings=fields.texts("endings") if fields.has("endings") else FIRST_PICTURE_SUFFIXES,
    )


def _seen(picture: SeenPicture) -> list[object]:
    return [picture.path, picture.file_bytes, picture.mtime_ns]


def _row(row: BatchRow) -> Mapping[str, object]:
    document: dict[str, object] = {"key": row.key, "line": row.line, "cells": list(row.cells)}
    if row.is_later:
        document["later"] = True
    if row.request is not None:
        document |= {
            "request": {**options_of(row.request), "picture_paths": list(row.request.picture_paths)},
            **money_fields("price", row.price),
            "takes": row.takes,
            "approval": row.approval,
            "pictures": list(map(_seen, row.pictures)),
        }
    return document


def _row_back(fields: Fields, once: _Once) -> BatchRow:
    key, line = once.text(fields.path("key")), fields.whole("line", NO_LINE)
    cells = once.texts(map(as_path, fields.paths("cells")))
    if not fields.has("request"):
        later = fields.has("later") and fields.flag("later")
        return BatchRow(key=key, line=line, cells=cells, is_later=later)
    part = fields.part("request")
    return BatchRow(
        key=key,
        line=line,
        cells=cells,
        request=once.request(
            request_from_options(part, once.texts(map(as_path, part.paths("picture_paths"))))
        ),
        price=once.money(read_money(fields, "price")),
        takes=fields.whole("takes", 0, TAKES_MOST),
        approval=fields.whole("approval", 0),
        pictures=tuple([_seen_back(one, once) for one in fields.items("pictures")]),
    )


def _seen_back(values: object, once: _Once) -> SeenPicture:
    match values:
        case [str(path), int(file_bytes), int(mtime_ns)]:
            return SeenPicture(path=once.text(as_path(path)), file_bytes=file_bytes, mtime_ns=mtime_ns)
    raise damaged("pictures")


def act_to_line(act: Act) -> str:
    """Return one line of the log, without the line end."""
    document: dict[str, object] = {"deed": act.deed.value, "at": act.at.isoformat(), "by": act.by}
    if act.deed is Deed.APPROVED:
        document |= {
            "approval": act.approval,
            "rows": act.rows,
            **money_fields("total", act.total),
        }
        if act.budget is not None:
            document |= money_fields("budget", act.budget)
        if act.day_budget is not None:
            document |= money_fields("day", act.day_budget)
    elif act.approval:
        document["approval"] = act.approval
    if act.origin:
        document["origin"] = act.origin
    if act.code:
        document["code"] = act.code
    return json.dumps(document, separators=(",", ":"))


def act_from_line(line: bytes) -> Act:
    """Read a line of the log. Raises BadInput."""
    try:
        document = json.loads(line)
        fields = Fields(document, "act", exact=True)
        deed = Deed(fields.text("deed"))
    except (ValueError, RecursionError) as error:
        raise damaged("act") from error
    act = Act(
        deed=deed,
        at=fields.time("at"),
        by=fields.text("by"),
        origin=fields.path_or_none("origin") or "",
        code=fields.text_or_none("code") or "",
        approval=fields.whole("approval", 0) if fields.has("approval") else 0,
    )
    if deed in (Deed.ORDERING, Deed.TAKEN) and not act.origin:
        raise damaged("origin")
    if deed is not Deed.APPROVED:
        return act
    return Act(
        deed=deed,
        at=act.at,
        by=act.by,
        approval=fields.whole("approval", 0),
        rows=fields.whole("rows", 0),
        total=read_money(fields, "total", _TOTAL_MOST),
        budget=_budget_back(document, "budget"),
        day_budget=_budget_back(document, "day"),
    )


def _budget_back(document: object, name: str) -> Money | None:
    """Read a budget of any size: people type 99999999 for “no limit”, and no batch is given up for that."""
    budget = read_money_or_none(Fields(document, "act", exact=True, bounded=False), name)
    if budget is None:
        return None
    amount = min(budget.amount, _TOTAL_MOST)
    if not is_amount(amount, _TOTAL_MOST):
        raise damaged(name)
    return Money(amount, budget.currency)
