"""Batches on the disk: the head is complete at every moment, the log is only appended to, and nothing is guessed about
damaged files.
"""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.batches import NOW, a_batch, approved
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.adapters.library_store.batch_files import BatchFiles
from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.batch import Act, Deed, SeenPicture
from vidu_desktop.domain.batch_documents import (
    act_from_line,
    act_to_line,
    head_from_document,
    head_to_document,
)
from vidu_desktop.domain.sheet_edits import SheetEdits
from vidu_desktop.domain.sheet_wishes import SaidForAll
from vidu_desktop.domain.sheet_work import Work
from vidu_desktop.errors import BadInput

ORDERING = Act(deed=Deed.ORDERING, at=NOW, by="here", origin="batch:b1/r%C3%A4/1")


def log_of(tmp_path: Path) -> Path:
    return tmp_path / "library" / ".batches" / "b1.log"


@pytest.mark.anyio
async def test_a_batch_comes_back_as_it_was_written(batches: BatchFiles) -> None:
    batch = a_batch(3, takes=2)

    await batches.save(batch)

    assert await batches.load("b1") == batch
    assert await batches.ids() == ["b1"]


@pytest.mark.anyio
async def test_what_the_rows_say_alike_is_held_once(batches: BatchFiles) -> None:
    batch = a_batch(3)
    paths = [f"/jobs/{row.line}.png" for row in batch.rows]
    rows = [
        replace(
            row,
            cells=(path, "alike"),
            request=replace(row.request, picture_paths=(path,)),
            pictures=(SeenPicture(path=path, file_bytes=1, mtime_ns=1),),
            price=price,
        )
        for row, path, price in zip(batch.rows, paths, [usd("0.2"), usd("0.20"), usd("0.2")], strict=True)
    ]
    await batches.save(replace(batch, rows=tuple(rows)))

    first, second, third = (await batches.load("b1")).rows

    assert first.cells[0] is first.request.picture_paths[0] is first.pictures[0].path
    assert first.cells[1] is second.cells[1]
    assert first.request.options is second.request.options
    assert first.price is third.price
    assert str(second.price.amount) == "0.20"  # an equal amount stays as it was written


@pytest.mark.anyio
async def test_the_log_tells_what_was_approved_and_ordered(batches: BatchFiles) -> None:
    await batches.save(a_batch(1))
    for act in (approved(usd("0.40")), ORDERING):
        await batches.append("b1", act)

    history = await batches.history("b1")

    assert history.approval == approved(usd("0.40"))
    assert history.ordering == {ORDERING.origin: "here"}
    assert history.runs


@pytest.mark.anyio
async def test_a_line_that_a_crash_has_cut_never_counted_and_the_next_is_whole(
    batches: BatchFiles, tmp_path: Path
) -> None:
    await batches.save(a_batch(1))
    await batches.append("b1", approved())
    whole = log_of(tmp_path).read_bytes()
    line = act_to_line(ORDERING).encode()
    for cut in (1, len(line) // 2, len(line)):
        log_of(tmp_path).write_bytes(whole + line[:cut])

        assert (await batches.history("b1")).ordering == {}
        await batches.append("b1", ORDERING)
        assert (await batches.history("b1")).ordering == {ORDERING.origin: "here"}


@pytest.mark.anyio
async def test_an_order_is_written_only_while_nobody_else_has_gone_on(
    batches: BatchFiles, tmp_path: Path
) -> None:
    await batches.save(a_batch(1))
    await batches.append("b1", approved())
    end = (await batches.history("b1")).end
    assert end == log_of(tmp_path).stat().st_size

    await batches.append("b1", replace(ORDERING, deed=Deed.TAKEN))  # our own line, written since then
    after = await batches.append_order("b1", ORDERING, end)
    assert after == log_of(tmp_path).stat().st_size
    with log_of(tmp_path).open("ab") as file:
        file.write(act_to_line(replace(ORDERING, by="there")).encode())  # cut off, so it doesn't count
    assert await batches.append_order("b1", ORDERING, after) == log_of(tmp_path).stat().st_size

    await batches.append("b1", approved(by="there"))
    whole = log_of(tmp_path).read_bytes()
    assert await batches.append_order("b1", ORDERING, after) is None
    assert log_of(tmp_path).read_bytes() == whole
    assert await batches.append_order("b1", ORDERING, (await batches.history("b1")).end)


@pytest.mark.anyio
async def test_a_head_that_was_written_has_another_stamp_and_a_line_in_the_log_leaves_it(
    batches: BatchFiles,
) -> None:
    assert await batches.head_stamp("b1") == ""
    await batches.save(a_batch(1))
    first = await batches.head_stamp("b1")
    await batches.append("b1", approved())
    assert await batches.head_stamp("b1") == first != ""

    await batches.save(a_batch(1))
    assert await batches.head_stamp("b1") != first


@pytest.mark.anyio
async def test_no_order_is_written_behind_a_log_that_was_put_back_or_is_damaged(
    batches: BatchFiles, tmp_path: Path
) -> None:
    await batches.save(a_batch(1))
    await batches.append("b1", approved())
    end = (await batches.history("b1")).end

    assert await batches.append_order("b1", ORDERING, end + 1) is None
    with log_of(tmp_path).open("ab") as file:
        file.write(b"nonsense\n")
    with pytest.raises(BadInput, match="batch-damaged"):
        await batches.append_order("b1", ORDERING, end)
    assert ORDERING.origin not in log_of(tmp_path).read_text()


@pytest.mark.parametrize("damage", [b"{}\n", b"lost\r", b"\0\0\0\n", b'{"deed":"ordering"\n', b"\xff\n"])
@pytest.mark.anyio
async def test_a_damaged_line_may_have_been_an_order(
    batches: BatchFiles, tmp_path: Path, damage: bytes
) -> None:
    await batches.save(a_batch(1))
    await batches.append("b1", approved())
    with log_of(tmp_path).open("ab") as file:
        file.write(damage + act_to_line(ORDERING).encode() + b"\n")

    with pytest.raises(BadInput, match="batch-damaged"):
        await batches.history("b1")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"schema":"vidu-desktop/batch","version":2}'])
@pytest.mark.anyio
async def test_a_damaged_head_is_refused_in_words(
    batches: BatchFiles, tmp_path: Path, content: bytes
) -> None:
    await batches.save(a_batch(1))
    log_of(tmp_path).with_suffix(".json").write_bytes(content)

    with pytest.raises(BadInput, match="batch-damaged"):
        await batches.load("b1")


@pytest.mark.anyio
async def test_an_id_is_no_path(batches: BatchFiles) -> None:
    with pytest.raises(BadInput, match="batch-damaged"):
        await batches.load("../secret")


@given(
    st.builds(
        Act,
        deed=st.sampled_from([Deed.STOPPED, Deed.DONE, Deed.GOES_ON]),
        at=st.just(NOW),
        by=st.text(min_size=1),
        code=st.text(min_size=1),
    )
)
def test_any_act_is_one_line_and_comes_back(act: Act) -> None:
    line = act_to_line(act).encode("ascii")

    assert b"\n" not in line
    assert act_from_line(line) == act


@pytest.mark.anyio
@pytest.mark.skipif(os.name == "nt", reason="pipes have no place in folders there")
async def test_what_is_no_file_among_the_heads_hides_no_batch(batches: BatchFiles, tmp_path: Path) -> None:
    await batches.save(a_batch(1))
    folder = log_of(tmp_path).parent
    (folder / "c1.json").symlink_to("nowhere")
    (folder / "d1.json").mkdir()
    os.mkfifo(folder / "e1.json")

    assert await batches.ids() == ["b1"]
    assert list(await batches.stamps()) == ["b1"]


@pytest.mark.anyio
@pytest.mark.skipif(os.name == "nt", reason="pipes have no place in folders there")
@pytest.mark.parametrize("target", ["pipe", "nowhere", "b1.log"])
async def test_what_is_no_log_in_its_place_is_one_damaged_batch(
    batches: BatchFiles, tmp_path: Path, target: str
) -> None:
    await batches.save(a_batch(1))
    os.mkfifo(log_of(tmp_path).with_name("pipe"))
    log_of(tmp_path).symlink_to(target)

    with pytest.raises(BadInput, match="nobody knows what was ordered"):
        await batches.history("b1")


@pytest.mark.parametrize("path", ["/a\0b.csv", "/a\ud800b.csv"])
def test_a_source_that_no_system_can_be_asked_for_is_a_path_all_the_same(path: str) -> None:
    document = json.loads(json.dumps(head_to_document(a_batch(1)) | {"source_path": path}))

    assert not Path(head_from_document(document).source_path).resolve().exists()


def test_a_head_keeps_the_names_and_what_the_person_did_to_the_rows() -> None:
    work = Work(
        edits=SheetEdits(
            {
                (3, ("1.png", "a gull")): ("1.png", "a räven"),
                (3, ("1.png", "a gull", "waits")): ("1.png", "an owl", "waits"),
            }
        ),
        left_out=frozenset({(4, ("2.png", ""))}),
        more_takes={(5, ("3.png", "")): 2},
    )
    said = SaidForAll(
        prompt="turns\nwaves",
        settings={"movement": ("small", "large")},
        takes=3,
        hidden="leave",
        pairs="*_a=*_b",
        encoding="gb18030",
        separator="|",
        header_line=4,
        folders=("/stills",),
        budget="5,00",
    )
    batch = replace(a_batch(1), names="{sku}", work=work, said=said)

    again = head_from_document(json.loads(json.dumps(head_to_document(batch))))

    assert again == batch
    # Without these fields it is written like an earlier version's head.
    assert not {"work", "said"} & head_to_document(a_batch(1)).keys()


@pytest.mark.parametrize(
    "work",
    [
        {"edits": [[3, ["a"]]], "left_out": [], "more_takes": []},
        {"edits": [], "left_out": [[4, [5]]], "more_takes": []},
        {"edits": [], "left_out": [], "more_takes": [["5", 2]]},
        {"edits": []},
        7,
    ],
)
def test_work_that_is_not_whole_is_damage(work: object) -> None:
    document = json.loads(json.dumps(head_to_document(a_batch(1)) | {"work": work}))

    with pytest.raises(BadInput):
        head_from_document(document)
