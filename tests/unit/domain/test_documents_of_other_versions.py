"""Documents of a shared folder, word for word: older and newer versions read and write exactly the same ones."""

import json
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, cast

import pytest
from fakes.kept_things import NOON, a_job, prepared_picture
from fakes.requests import a_request
from fakes.video_facts import video_facts

from vidu_desktop.domain.amounts import Currency, Money, usd
from vidu_desktop.domain.batch import NO_LINE, Act, Batch, BatchRow, Deed, SeenPicture, Watch
from vidu_desktop.domain.batch_documents import (
    act_from_line,
    act_to_line,
    head_from_document,
    head_to_document,
)
from vidu_desktop.domain.board import STILLS_MOST, Board, BoardStill, StillContent
from vidu_desktop.domain.board_documents import board_from_document, board_to_document
from vidu_desktop.domain.doors import DOOR_NAMES, DOOR_URLS, Door
from vidu_desktop.domain.film import FADE_MOST, SPEED_LEAST, SPEED_MOST, TRIM_MOST
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.marks import Marks, Verdict, marks_from_document, marks_to_document
from vidu_desktop.domain.origin import (
    batch_of,
    batch_origin,
    is_of_batch,
    job_id_of_origin,
    next_attempt,
    origin_of_attempts,
    without_attempt,
)
from vidu_desktop.domain.proxy import ProxyKind
from vidu_desktop.domain.recipes import recipe_of
from vidu_desktop.domain.records import StoredAs, clip_from_record, order_ids_from_record, record_of
from vidu_desktop.errors import BadInput

AT = "2026-11-22T12:00:00+00:00"
HASH = "ab" * 32
OPTIONS = {"duration": 4, "size": "1280x720", "movement": "auto"}
REQUEST = {
    "model": "vidu2-image",
    "mode": "image",
    "prompt": "a cat runs home",
    "options": OPTIONS,
    "project": "fox",
    "shot": "S010",
    "preset": "slow",
    "file_name": "run",
    "duration_s": 4,
    "size": "1280x720",
    "movement": "auto",
    "aspect_ratio": None,
    "with_audio": None,
}


def the_request() -> Any:
    request = a_request(model="vidu2-image", project="fox", shot="S010")
    return replace(request, options=OPTIONS, preset="slow", name="run")


def test_a_recipe_says_what_was_asked_by_name_and_in_the_fields_of_earlier_versions() -> None:
    job = a_job(request=the_request(), pictures=(prepared_picture(HASH),), origin="batch:b/row/1")

    assert recipe_of(job) == REQUEST | {
        "schema": "vidu-desktop/recipe",
        "version": 1,
        "job_id": "job-1",
        "created_at": AT,
        "rehearsal": False,
        "origin": "batch:b/row/1",
        "pictures": [
            {
                "name": "cat.png",
                "sha256": HASH,
                "media_type": "image/png",
                "width_px": 640,
                "height_px": 480,
            }
        ],
    }


def a_record(price: Money) -> dict[str, Any]:
    links = {"video_url": "https://files.example/v.mp4?sign=1", "cover_url": "https://files.example/c.jpg"}
    job = a_job(
        state=JobState.STORED,
        request=the_request(),
        pictures=(),
        price=price,
        service_url="https://api.example/v4",
        send_attempts=2,
        finished_at=NOON,
        answers={"accepted": {"id": "t"}},
        **links,
    )
    keeping = StoredAs(clip_id="clip", file_name="fox.mp4", kept_at=NOON, fetched_sha256=HASH)
    facts = video_facts(sha256="cd" * 32)
    return json.loads(json.dumps(record_of(job, facts, keeping, Marks(star=True))))


def test_a_record_says_everything_that_was_asked_answered_and_kept() -> None:
    record = a_record(usd("0.20"))
    video, recipe = record.pop("video"), record.pop("recipe")

    assert recipe["schema"] == "vidu-desktop/recipe"
    assert video.keys() == {
        *("width_px", "height_px", "duration_s", "fps", "frame_count"),
        *("video_codec", "audio_codec", "file_bytes", "sha256"),
    }
    assert record == {
        "schema": "vidu-desktop/record",
        "version": 1,
        "clip_id": "clip",
        "file": "fox.mp4",
        "kept_at": AT,
        "rehearsal": False,
        "price_usd": "0.20",
        "asked": {
            "service": "https://api.example/v4",
            "request_id": "ticket-job-1",
            "sent_at": AT,
            "attempts": 2,
        },
        "answered": {
            "task_id": "task-job-1",
            "accepted_at": AT,
            "finished_at": AT,
            "video_link": "https://files.example/v.mp4",
            "cover_link": "https://files.example/c.jpg",
            "fetched_sha256": HASH,
            "answers": {"accepted": {"id": "t"}},
        },
        "marks": {"star": True},
    }


def test_yuan_stand_where_no_earlier_version_takes_them_for_dollars() -> None:
    record = a_record(Money(Decimal("1.50"), Currency.CNY))

    assert (record["price_usd"], record["price"]) == ("0", {"amount": "1.50", "currency": "CNY"})
    clip = clip_from_record(record, video_path="/v", cover_path=str)
    assert clip.price == Money(Decimal("1.50"), Currency.CNY)
    assert order_ids_from_record(record) == ("ticket-job-1", "task-job-1")
    assert not clip.missing


MARKS = Marks(
    star=True,
    rating=3,
    verdict=Verdict.REJECT,
    tags=("sea",),
    note="windy",
    project="fox",
    shot="S010",
    take=4,
)
MARKS_DOCUMENT = {
    "star": True,
    "rating": 3,
    "verdict": "reject",
    "tags": ["sea"],
    "note": "windy",
    "project": "fox",
    "shot": "S010",
    "take": 4,
}


def test_marks_have_a_word_each() -> None:
    assert marks_to_document(MARKS) == MARKS_DOCUMENT
    assert marks_from_document(MARKS_DOCUMENT) == MARKS
    kept = Marks(verdict=Verdict.KEEP, shot="S010", winner=True)
    assert marks_from_document({"verdict": "keep", "shot": "S010", "winner": True}) == kept
    assert marks_from_document({}) == Marks()
    assert marks_to_document(Marks()) == {}


HEAD = {
    "schema": "vidu-desktop/batch",
    "version": 1,
    "batch_id": "b",
    "name": "Foxes",
    "created_at": AT,
    "source_path": "/sheets/foxes.csv",
    "source_sha256": HASH,
    "sheet_name": "One",
    "separator": ";",
    "rehearsal": True,
    "stop_after": 3,
    "columns": ["picture", "prompt"],
    "rows": [
        {"key": "k1", "line": 2, "cells": ["a.png", "run"]},
        {
            "key": "k2",
            "line": 3,
            "cells": ["b.png", "run"],
            "request": REQUEST | {"picture_paths": ["/b.png"]},
            "price_usd": "0.20",
            "takes": 2,
            "approval": 1,
            "pictures": [["/b.png", 9, 8]],
        },
    ],
}


def the_batch(watch: Watch | None = None) -> Batch:
    row = BatchRow(
        key="k2",
        line=3,
        cells=("b.png", "run"),
        request=replace(the_request(), picture_paths=("/b.png",)),
        price=usd("0.20"),
        takes=2,
        approval=1,
        pictures=(SeenPicture(path="/b.png", file_bytes=9, mtime_ns=8),),
    )
    return Batch(
        batch_id="b",
        name="Foxes",
        created_at=NOON,
        source_path="/sheets/foxes.csv",
        source_sha256=HASH,
        sheet_name="One",
        separator=";",
        rehearsal=True,
        stop_after=3,
        columns=("picture", "prompt"),
        rows=(BatchRow(key="k1", line=2, cells=("a.png", "run")), row),
        watch=watch,
    )


def test_a_batchs_head_says_each_row_and_what_was_approved_of_it() -> None:
    assert head_to_document(the_batch()) == HEAD
    assert head_from_document(HEAD) == the_batch()


def test_a_head_gives_back_names_that_are_no_unicode_and_no_path_that_no_system_takes() -> None:
    head = HEAD | {"name": "f\udcff.csv", "source_path": "/sheets/f\0\udcff.csv"}
    batch = head_from_document(json.loads(json.dumps(head)))

    assert batch.name == "f\udcff.csv"
    assert batch.source_path == "/sheets/f\N{REPLACEMENT CHARACTER}\udcff.csv"


def test_a_head_that_says_more_takes_without_cells_means_the_rows_as_the_sheet_had_them() -> None:
    edits = [[3, ["b.png", "walk"], ["b.png", "run"]]]
    work = {"edits": edits, "left_out": [], "more_takes": [[2, 1], [3, 2], [9, 1]]}

    batch = head_from_document(HEAD | {"work": work})

    assert batch.work.more_takes == {(2, ("a.png", "run")): 1, (3, ("b.png", "walk")): 2}


def test_a_row_that_is_gone_from_its_sheet_stands_on_no_line() -> None:
    gone = replace(the_batch(), rows=tuple(replace(row, line=NO_LINE) for row in the_batch().rows))

    assert [row["line"] for row in cast("list[Any]", head_to_document(gone)["rows"])] == [0, 0]
    assert list(head_from_document(head_to_document(gone)).cells_by_line()) == []
    assert list(the_batch().cells_by_line()) == [(2, ("a.png", "run")), (3, ("b.png", "run"))]


def test_what_came_from_no_sheet_has_its_result_between_commas() -> None:
    folder = Batch(batch_id="b", name="Foxes", created_at=NOON, source_path="/foxes", source_sha256="")

    assert head_to_document(folder)["separator"] == ","


def test_a_watched_folder_is_closed_to_versions_that_know_no_bound_for_a_day() -> None:
    request = replace(the_request(), picture_paths=())
    seen = (SeenPicture(path="/old.png", file_bytes=1, mtime_ns=2),)
    batch = the_batch(Watch(request=request, preset="slow", price=usd("0.20"), there=seen, endings=(".png",)))
    watch = {"preset": "slow", "request": REQUEST, "price_usd": "0.20", "there": [["/old.png", 1, 2]]}
    head = HEAD | {"version": 2, "watch": watch | {"endings": [".png"]}}

    assert head_to_document(batch) == head
    assert head_from_document(head) == batch


def test_a_folder_that_an_earlier_version_began_to_watch_knows_the_endings_of_that_version() -> None:
    watch = {"preset": "slow", "request": REQUEST, "price_usd": "0.20", "there": []}
    read = head_from_document(HEAD | {"version": 2, "watch": watch}).watch
    assert read is not None
    assert ".png" in read.endings
    assert ".jfif" not in read.endings


SAID = {
    "prompt": "turns",
    "no_prompt": False,
    "settings": {"movement": ["small", "large"]},
    "takes": 3,
    "hidden": "leave",
    "pairs": None,
    "encoding": "gb18030",
    "folders": ["/stills"],
    "budget": "5,00",
}


@pytest.mark.parametrize("more", [{}, {"separator": ";", "header_line": 2}])
def test_a_head_says_what_was_said_for_all_rows(more: dict[str, Any]) -> None:
    said = SAID | more
    assert head_to_document(head_from_document(HEAD | {"said": said}))["said"] == said


def test_a_head_never_says_more_takes_than_one_can_ask_for() -> None:
    counts = (-1, 0, 1, 3, 99, 100, 10**12)
    heads = [head_from_document(HEAD | {"said": SAID | {"takes": count}}) for count in counts]
    assert [head.said.takes for head in heads] == [1, 1, 1, 3, 99, 99, 99]


WORK: dict[str, list[Any]] = {
    "edits": [[3, ["b.png", "walk"], ["b.png", "run"]]],
    "left_out": [[2, ["a.png", "run"]]],
    "more_takes": [[3, 1, ["b.png", "walk"]]],
}


@pytest.mark.parametrize(
    ("where", "what", "field"),
    [
        ("edits", [3, ["a.png"]], "edits"),
        ("left_out", [2], "left_out"),
        ("more_takes", ["3", 1], "more_takes"),
        ("left_out", [2, ["a.png", 5]], "cells"),
    ],
)
def test_what_a_person_did_to_the_rows_is_whole_or_refused_by_name(
    where: str, what: list[Any], field: str
) -> None:
    assert head_to_document(head_from_document(HEAD | {"work": WORK}))["work"] == WORK
    with pytest.raises(BadInput) as caught:
        head_from_document(HEAD | {"work": WORK | {where: [*WORK[where], what]}})
    assert caught.value.sentence.values["field"] == field


ACTS: dict[str, tuple[Act, dict[str, object]]] = {
    "approved": (
        Act(
            deed=Deed.APPROVED,
            at=NOON,
            by="here",
            approval=1,
            rows=40,
            total=usd("8.00"),
            budget=usd("6"),
            day_budget=usd("2"),
        ),
        {"approval": 1, "rows": 40, "total_usd": "8.00", "budget_usd": "6", "day_usd": "2"},
    ),
    "ordering": (Act(deed=Deed.ORDERING, at=NOON, by="here", origin="o"), {"origin": "o"}),
    "taken": (Act(deed=Deed.TAKEN, at=NOON, by="here", origin="o"), {"origin": "o"}),
    "stopped": (Act(deed=Deed.STOPPED, at=NOON, by="here", code="failed"), {"code": "failed"}),
    "goes-on": (Act(deed=Deed.GOES_ON, at=NOON, by="here"), {}),
    "done": (Act(deed=Deed.DONE, at=NOON, by="here", approval=2), {"approval": 2}),
    "paused": (Act(deed=Deed.PAUSED, at=NOON, by="here"), {}),
    "ended": (Act(deed=Deed.ENDED, at=NOON, by="here"), {}),
}


@pytest.mark.parametrize("deed", ACTS)
def test_each_deed_has_its_line_in_the_log(deed: str) -> None:
    act, more = ACTS[deed]
    line = {"deed": deed, "at": AT, "by": "here", **more}

    assert json.loads(act_to_line(act)) == line
    assert act_from_line(json.dumps(line).encode()) == act


def test_an_end_that_names_no_approval_is_the_end_of_all() -> None:
    act = act_from_line(json.dumps({"deed": "done", "at": AT, "by": "here"}).encode())
    assert act.approval == 0
    assert json.loads(act_to_line(act)).keys() == {"deed", "at", "by"}


def test_a_sum_that_was_approved_is_given_back_however_large() -> None:
    act = Act(deed=Deed.APPROVED, at=NOON, by="here", approval=1, rows=9, total=usd("123456789.01"))
    assert act_from_line(act_to_line(act).encode()) == act


def test_without_budgets_none_is_written_and_none_is_read() -> None:
    act = Act(deed=Deed.APPROVED, at=NOON, by="here", approval=1, rows=1, total=usd("0.20"))
    assert json.loads(act_to_line(act)).keys() == {"deed", "at", "by", "approval", "rows", "total_usd"}
    assert act_from_line(act_to_line(act).encode()) == act


BOARD = {
    "schema": "vidu-desktop/board",
    "version": 1,
    "name": "Fox",
    "chain": "fox",
    "loop": True,
    "prompt": "runs",
    "takes": 2,
    "model": "vidu2-start-end",
    "options": {"duration": 4},
    "stills": [
        {"path": "/a.png", "shot": "S010"},
        {
            "path": "/b.png",
            "shot": "S020",
            "sha256": HASH,
            "file_bytes": 9,
            "mtime_ns": 8,
            "prompt": "",
            "options": {"movement": "large"},
            "takes": 3,
            "cut": True,
        },
    ],
}


def test_a_board_says_what_is_wanted_of_each_gap() -> None:
    board = Board(
        name="Fox",
        chain="fox",
        loop=True,
        prompt="runs",
        takes=2,
        model="vidu2-start-end",
        options={"duration": 4},
        stills=(
            BoardStill(path="/a.png", shot="S010"),
            BoardStill(
                path="/b.png",
                shot="S020",
                content=StillContent(sha256=HASH, file_bytes=9, mtime_ns=8),
                prompt="",
                options={"movement": "large"},
                takes=3,
                cut=True,
            ),
        ),
    )
    assert board_to_document(board) == BOARD
    assert board_from_document(BOARD) == board


def test_a_board_says_its_sound_and_where_one_video_fades_into_the_next() -> None:
    sound = {"sha256": HASH, "file_bytes": 0, "mtime_ns": -6}
    document = BOARD | {
        "sound_path": "/song.wav",
        "sound": sound,
        "stills": [{"path": "/a.png", "shot": "S010", "fade": 12}],
    }
    board = board_from_document(document)

    assert board.stills == (BoardStill(path="/a.png", shot="S010", fade=12),)
    assert board.sound_path == "/song.wav"
    assert board.sound_content == StillContent(sha256=HASH, file_bytes=0, mtime_ns=-6)
    assert board_to_document(board) == document


def test_counts_of_a_still_are_brought_to_their_bounds() -> None:
    def still(**said: object) -> BoardStill:
        return board_from_document(BOARD | {"stills": [{"path": "/a.png", "shot": "S010", **said}]}).stills[0]

    assert [still(takes=count).takes for count in (0, 1, 99, 100)] == [1, 1, 99, 99]
    assert [still(fade=frames).fade for frames in (-1, 0, 1, FADE_MOST, FADE_MOST + 1)] == [
        *(0, 0, 1),
        *(FADE_MOST, FADE_MOST),
    ]
    for trim in ("skip_first", "skip_last"):
        frames = [getattr(still(**{trim: count}), trim) for count in (-1, 0, TRIM_MOST, TRIM_MOST + 1)]
        assert frames == [0, 0, TRIM_MOST, TRIM_MOST]
    speeds = [still(speed=times).speed for times in (0, SPEED_LEAST, 1, SPEED_MOST, 9.5)]
    assert speeds == [SPEED_LEAST, SPEED_LEAST, 1.0, SPEED_MOST, SPEED_MOST]
    assert (still().takes, still().fade, still().cut, still().content) == (None, 0, False, None)
    assert (still().skip_first, still().skip_last, still().speed) == (0, 0, 1.0)


def test_a_row_that_comes_later_says_so_and_no_other_does() -> None:
    later, now = HEAD["rows"][0] | {"later": True}, HEAD["rows"][0]  # type: ignore[index]
    batch = head_from_document(HEAD | {"rows": [later, now]})

    assert [row.is_later for row in batch.rows] == [True, False]
    assert head_to_document(batch)["rows"] == [later, now]


Change = Callable[[Any], object]
DAMAGES: dict[str, tuple[Callable[[Any], object], dict[str, Any], Change, str]] = {
    "a head of a newer version": (head_from_document, HEAD, lambda d: d.update(version=3), "schema"),
    "a head of another program": (head_from_document, HEAD, lambda d: d.update(schema="x"), "schema"),
    "a row without a price": (head_from_document, HEAD, lambda d: d["rows"][1].pop("price_usd"), "price_usd"),
    "a row of no line": (head_from_document, HEAD, lambda d: d["rows"][0].update(line="2"), "line"),
    "a picture of two things": (
        head_from_document,
        HEAD,
        lambda d: d["rows"][1].update(pictures=[["/b.png", 9]]),
        "pictures",
    ),
    "a board of a newer version": (board_from_document, BOARD, lambda d: d.update(version=2), ""),
    "a board of another program": (board_from_document, BOARD, lambda d: d.update(schema="x"), "schema"),
    "a still without a shot": (board_from_document, BOARD, lambda d: d["stills"][0].pop("shot"), "shot"),
    "a hash that is a path": (
        board_from_document,
        BOARD,
        lambda d: d["stills"][1].update(sha256="../a"),
        "sha256",
    ),
    "a still of less than no bytes": (
        board_from_document,
        BOARD,
        lambda d: d["stills"][1].update(file_bytes=-1),
        "file_bytes",
    ),
    "too many stills": (
        board_from_document,
        BOARD,
        lambda d: d.update(stills=[d["stills"][0]] * 2001),
        "stills",
    ),
    "marks of no verdict": (marks_from_document, MARKS_DOCUMENT, lambda d: d.update(verdict="x"), "verdict"),
    "a star that is a number": (marks_from_document, MARKS_DOCUMENT, lambda d: d.update(star=1), "star"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_cannot_be_read_is_refused_by_name_and_nothing_is_guessed(damage: str) -> None:
    read, whole, change, field = DAMAGES[damage]
    document = json.loads(json.dumps(whole))
    read(document)  # the control: it can be read unchanged
    change(document)

    with pytest.raises(BadInput) as caught:
        read(document)
    assert caught.value.code == ("record-damaged" if field else "record-newer")
    assert caught.value.sentence.values.get("field", "") == field


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (b"{", "act"),
        (b"[]", "act"),
        (b'{"deed": "danced"}', "act"),
        (b"[" * 100_000, "act"),
        (json.dumps({"deed": "ordering", "at": AT, "by": "here"}).encode(), "origin"),
        (json.dumps({"deed": "taken", "at": AT, "by": "here"}).encode(), "origin"),
        (json.dumps({"deed": "approved", "at": AT, "by": "here"}).encode(), "approval"),
        (json.dumps({"deed": "done", "by": "here"}).encode(), "at"),
    ],
)
def test_a_line_of_the_log_that_cannot_be_read_is_refused_by_name(line: bytes, field: str) -> None:
    with pytest.raises(BadInput) as caught:
        act_from_line(line)
    assert caught.value.sentence.values["field"] == field


@pytest.mark.parametrize(("read", "called"), [(head_from_document, "batch"), (marks_from_document, "marks")])
def test_what_is_no_document_at_all_is_called_by_what_it_should_be(read: Change, called: str) -> None:
    with pytest.raises(BadInput) as caught:
        read([])
    assert caught.value.sentence.values["field"] == called


def test_counts_of_a_board_are_brought_to_their_bounds_and_too_many_marks_too() -> None:
    def takes(count: int) -> int:
        return board_from_document(BOARD | {"takes": count}).takes

    assert [takes(count) for count in (-1, 0, 1, 99, 100)] == [1, 1, 1, 99, 99]
    assert [marks_from_document({"rating": rating}).rating for rating in (-1, 0, 5, 6)] == [0, 0, 5, 5]
    many = {"shot": "S010", "take": 10**9, "note": "n" * 20_000, "tags": [f"t{n}" for n in range(90)]}
    marks = marks_from_document(many)
    assert (marks.take, len(marks.note), len(marks.tags)) == (9999, 10_000, 50)


def test_an_order_of_a_row_has_the_same_id_on_every_computer_and_in_every_version() -> None:
    origin = batch_origin("b", "row/1 \u732b", 2)

    assert origin == "batch:b/row%2F1%20%E7%8C%AB/2"
    assert (batch_of(origin), is_of_batch(origin), is_of_batch("again:x")) == ("b", True, False)
    ours_for_all_time = uuid.UUID("5b7ad2a6-31f4-4f0e-9c55-0a4c0e7b3d11")
    assert job_id_of_origin(origin) == uuid.uuid5(ours_for_all_time, origin.encode().hex()).hex
    assert job_id_of_origin(f"{origin}\udcff") != job_id_of_origin(origin)  # bytes that aren't UTF-8
    assert (next_attempt(origin), next_attempt(f"{origin}#2")) == (f"{origin}#2", f"{origin}#3")
    assert without_attempt(f"{origin}#3") == origin
    assert origin_of_attempts("j") == "again:j"


def test_the_doors_are_where_the_services_reference_says() -> None:
    assert DOOR_URLS == {
        Door.ZAI: "https://api.z.ai/api/paas/v4",
        Door.BIGMODEL: "https://open.bigmodel.cn/api/paas/v4",
    }
    assert DOOR_NAMES == {Door.ZAI: "Z.AI", Door.BIGMODEL: "BigModel"}
    assert [str(door) for door in Door] == ["zai", "bigmodel"]
    assert [str(kind) for kind in ProxyKind] == ["system", "none", "address"]


def test_as_many_stills_as_a_board_may_have_are_read() -> None:
    still = {"path": "/a.png", "shot": "S010"}
    assert len(board_from_document(BOARD | {"stills": [still] * STILLS_MOST}).stills) == STILLS_MOST


def test_a_moment_of_another_zone_is_the_same_moment() -> None:
    document = HEAD | {"created_at": "2026-11-22T21:00:00+09:00"}
    assert head_from_document(document).created_at == datetime(2026, 11, 22, 12, tzinfo=UTC)
