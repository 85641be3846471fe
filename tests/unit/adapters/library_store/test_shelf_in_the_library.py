"""Characters and products on the shelf of a library that travels: put there, changed, removed, arranged."""

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.kept_things import a_job, prepared_picture, video_bytes
from fakes.library_home import Home, Killed, StoppingFiles
from fakes.requests import a_request
from fakes.shelves import a_picture, a_shelf, an_item, content_of, picture_file

from vidu_desktop.adapters.library_store.clip_records import ClipRecordFiles
from vidu_desktop.adapters.library_store.list_files import SHELF_FILE_NAME
from vidu_desktop.adapters.library_store.shelf_packs import ShelfPacks
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.domain.marks import MarkChange, Verdict
from vidu_desktop.domain.shelf import item_from_document, item_to_document, shelf_name, with_free_name
from vidu_desktop.errors import BadInput, DiskTrouble
from vidu_desktop.library.marking import ClipMarks

pytestmark = pytest.mark.anyio


async def test_what_is_on_the_shelf_travels_with_the_library_pictures_and_order_included(home: Home) -> None:
    home.start()
    shelf = a_shelf(home.store)
    await shelf.add("Wolf", "a grey wolf", [picture_file(home.tmp, "wolf")])
    await shelf.add("  @Fox ", "a red\nfox", [picture_file(home.tmp, "fox"), picture_file(home.tmp, "ear")])
    home.stop()
    shutil.rmtree(home.inputs_dir)
    moved = home.tmp / "elsewhere"
    shutil.move(home.root, moved)

    home.start(root=moved)
    shelf = a_shelf(home.store)
    wolf, fox = await shelf.all()

    assert (wolf.name, fox.name, fox.words) == ("Wolf", "Fox", "a red fox")
    assert [content_of(path) for path in shelf.paths_of(fox)] == ["fox", "ear"]
    assert [item.name for item in await shelf.arrange(["Fox", "Wolf"])] == ["Fox", "Wolf"]
    await shelf.add("Vixen", "", [picture_file(home.tmp, "fox")], instead_of="fox")
    assert [item.name for item in await shelf.all()] == ["Vixen", "Wolf"]
    assert [item.name for item in await shelf.remove(["VIXEN"])] == ["Wolf"]
    assert [item.name for item in await shelf.restore([fox], ["Vixen"], ["Fox", "Wolf"])] == ["Fox", "Wolf"]


async def test_a_name_is_given_once_and_what_comes_in_from_a_file_is_numbered(home: Home) -> None:
    home.start()
    shelf = a_shelf(home.store)
    fox = await shelf.add("Fox", "a red fox", [picture_file(home.tmp), picture_file(home.tmp, "ear")])
    with pytest.raises(BadInput, match="already"):
        await shelf.add("FOX", "", [picture_file(home.tmp, "other")])
    target = home.tmp / "Fox.zip"
    await shelf.export([fox], target)

    (came,) = (await shelf.take_in(target)).items

    assert (came.name, came.words, came.pictures) == ("Fox 2", "a red fox", fox.pictures)
    assert [one.name for one in await shelf.all()] == ["Fox", "Fox 2"]
    assert [content_of(path) for path in shelf.paths_of(came)] == ["fox", "ear"]


def packed(path: Path, document: object, *contents: str) -> Path:
    with zipfile.ZipFile(path, "w") as pack:
        pack.writestr("shelf.json", json.dumps(document))
        for content in contents:
            pack.writestr(f"pictures/{a_picture(content).sha256}.png", content)
    return path


async def test_a_file_of_a_stranger_brings_what_is_whole_and_nothing_else(home: Home) -> None:
    home.start()
    shelf = a_shelf(home.store)
    evil = item_to_document(an_item("Evil"))
    evil["pictures"][0]["sha256"] = "../../../secret"
    entries = [evil, 7, item_to_document(an_item("Lost")), item_to_document(an_item("Mei", "", "mei"))]
    path = packed(home.tmp / "given.zip", {"schema": "vidu-desktop/shelf", "shelf": entries}, "mei")
    taken = await shelf.take_in(path)
    assert ([one.name for one in taken.items], taken.left_out) == (["Mei"], 2)
    assert [one.name for one in await shelf.all()] == ["Mei"]
    (home.tmp / "notes.zip").write_bytes(b"PK\x03\x04 no")
    for wrong in (home.tmp / "notes.zip", packed(home.tmp / "other.zip", [1])):
        with pytest.raises(BadInput, match="Nothing was changed"):
            await shelf.take_in(wrong)
    with pytest.raises(BadInput, match="isn't there"):
        await shelf.take_in(home.tmp / "gone.zip")
    squeezed, whole = home.tmp / "squeezed.zip", b'{"schema": "vidu-desktop/shelf", "shelf": []}' * 50
    with zipfile.ZipFile(squeezed, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("shelf.json", whole)
    data = bytearray(squeezed.read_bytes())
    data[45:60] = b"\xff" * 15  # in the middle of the compressed data
    squeezed.write_bytes(data)
    with pytest.raises(BadInput, match="Nothing was changed"):
        await shelf.take_in(squeezed)


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
async def test_a_picture_that_is_damaged_in_a_file_takes_nobody_else_along(home: Home, method: int) -> None:
    home.start()
    shelf = a_shelf(home.store)
    await shelf.add("Fox", "", [picture_file(home.tmp)])
    await shelf.add("Mei", "", [picture_file(home.tmp, "mei")])
    items = await shelf.all()
    whole, packed = home.tmp / "whole.zip", home.tmp / "packed.zip"
    await shelf.export(items, whole)
    with zipfile.ZipFile(whole) as one, zipfile.ZipFile(packed, "w", method) as other:
        for name in one.namelist():
            other.writestr(name, one.read(name))
    with zipfile.ZipFile(packed) as other:
        mei = next(entry for entry in other.infolist() if items[1].pictures[0].sha256 in entry.filename)
    begin = mei.header_offset + len(mei.FileHeader())
    content = bytearray(packed.read_bytes())
    content[begin : begin + mei.compress_size] = b"\xa5" * mei.compress_size
    packed.write_bytes(content)
    await shelf.remove(["Fox", "Mei"])

    came = await shelf.take_in(packed)

    assert ([one.name for one in came.items], came.left_out) == (["Fox"], 1)


async def test_pictures_that_are_too_large_together_are_refused_and_one_named_often_counts_once(
    tmp_path: Path,
) -> None:
    packs = ShelfPacks(pictures_most_bytes=20)
    once = [item_to_document(an_item(name, "", "a" * 15)) for name in ("Mei", "Fox", "Wolf")]
    more = [*once, item_to_document(an_item("Owl", "", "b" * 15))]
    path = packed(tmp_path / "once.zip", {"schema": "vidu-desktop/shelf", "shelf": once}, "a" * 15)
    async with packs.opened(path) as found:
        assert [content_of(item.picture_paths[0]) for item in found.items] == ["a" * 15] * 3

    path = packed(tmp_path / "more.zip", {"schema": "vidu-desktop/shelf", "shelf": more}, "a" * 15, "b" * 15)
    with pytest.raises(BadInput, match="shelf-too-large"):
        async with packs.opened(path):
            pass


async def test_a_prompt_that_nobody_looks_at_again_is_put_in_words_or_refused(home: Home) -> None:
    home.start()
    shelf = a_shelf(home.store)
    plain = a_request("no names, fox@mei.org")
    assert await shelf.with_names_replaced(plain) == plain
    await shelf.add("Fox", "a red fox", [picture_file(home.tmp)])
    assert (await shelf.with_names_replaced(a_request("@Fox runs"))).prompt == "Fox (a red fox) runs"
    with pytest.raises(BadInput, match="@Wolf"):
        await shelf.with_names_replaced(a_request("@Wolf howls"))


async def test_kept_videos_are_counted_by_their_records_pictures(home: Home) -> None:
    library = home.start()
    shelf = a_shelf(home.store)
    fox = await shelf.add("Fox", "", [picture_file(home.tmp)])
    mei = await shelf.add("Mei", "", [picture_file(home.tmp, "mei")])
    job = a_job("with fox", pictures=(prepared_picture(fox.pictures[0].sha256),))
    job = replace(job, request=replace(job.request, model="vidu2-reference", mode="reference"))
    fetched = home.tmp / "fetched.part"
    fetched.write_bytes(video_bytes("fox"))
    clip = await library.keep(job, fetched, await library.verify(fetched))
    assert await shelf.kept_counts([fox, mei]) == [0, 0]
    await ClipMarks(ClipRecordFiles(home.store)).mark([clip.clip_id], MarkChange(verdict=Verdict.KEEP))
    assert await shelf.kept_counts([fox, mei]) == [1, 0]


@pytest.mark.parametrize(
    ("name", "words", "pictures"),
    [("", "", 1), ("a@b", "", 1), ("x" * 41, "", 1), ("Fox", "w" * 201, 1), ("Fox", "", 0), ("Fox", "", 4)],
)
async def test_what_can_not_be_used_is_refused_and_leaves_nothing_behind(
    home: Home, name, words, pictures
) -> None:
    home.start()
    paths = [picture_file(home.tmp, f"picture {number}") for number in range(pictures)]
    with pytest.raises(BadInput):
        await a_shelf(home.store).add(name, words, paths)
    assert not home.root.exists()


async def test_a_kill_at_any_step_leaves_the_shelf_as_it_was_or_with_all_of_it(home: Home) -> None:
    home.start()
    await a_shelf(home.store).add("Mei", "", [picture_file(home.tmp, "mei")])
    for stop_at in range(1, 40):
        home.start(StoppingFiles(stop_at, Killed(), before=bool(stop_at % 2)))
        try:
            await a_shelf(home.store).add("Fox", "", [picture_file(home.tmp, "fox")])
        except Killed:
            ended = False
        else:
            ended = True
        home.start()
        shelf = a_shelf(home.store)
        names = [item.name for item in await shelf.all()]
        assert names in (["Mei"], ["Mei", "Fox"])
        assert all(content_of(path) for item in await shelf.all() for path in shelf.paths_of(item))
        if ended:
            break
        await shelf.remove(["Fox"])
    assert ended


async def test_what_another_computer_put_there_meanwhile_is_not_written_over(home: Home) -> None:
    home.start()
    await a_shelf(home.store).add("Fox", "", [picture_file(home.tmp)])
    other = Home.of_another_computer(home)
    other.start()
    try:
        await a_shelf(other.store).add("Mei", "", [picture_file(home.tmp, "mei")])
        assert [item.name for item in await a_shelf(home.store).all()] == ["Fox", "Mei"]
    finally:
        other.stop()


async def test_a_damaged_list_is_one_finding_and_is_set_aside_by_the_next_save(home: Home) -> None:
    library = home.start()
    shelf = a_shelf(home.store)
    await shelf.add("Fox", "", [picture_file(home.tmp)])
    (home.root / SHELF_FILE_NAME).write_text("{")
    with pytest.raises(BadInput, match="damaged"):
        await shelf.all()
    assert [(one.code, Path(one.path).name) for one in await library.check()] == [
        ("list-damaged", SHELF_FILE_NAME)
    ]
    await shelf.add("Mei", "", [picture_file(home.tmp, "mei")])
    assert [one.name for one in await shelf.all()] == ["Mei"]
    assert [path.read_text() for path in home.root.glob(".shelf.damaged-*.json")] == ["{"]


@pytest.mark.parametrize("put", [os.mkfifo, Path.mkdir])
async def test_what_is_no_list_at_all_is_one_finding_and_is_set_aside_by_the_next_save(
    home: Home, put: Callable[[Path], None]
) -> None:
    library = home.start()
    shelf = a_shelf(home.store)
    await home.store.ready_root()
    put(home.root / SHELF_FILE_NAME)
    with pytest.raises(BadInput, match="damaged"):
        await shelf.all()
    assert [(one.code, Path(one.path).name) for one in await library.check()] == [
        ("list-damaged", SHELF_FILE_NAME)
    ]
    await shelf.add("Mei", "", [picture_file(home.tmp, "mei")])
    assert [one.name for one in await shelf.all()] == ["Mei"]
    assert len(list(home.root.glob(".shelf.damaged-*.json"))) == 1


async def test_an_entry_out_of_bounds_takes_no_other_along_and_names_no_other_file(home: Home) -> None:
    home.start()
    shelf = a_shelf(home.store)
    await shelf.add("Fox", "", [picture_file(home.tmp)])
    path = home.root / SHELF_FILE_NAME
    document = json.loads(path.read_text("utf-8"))
    evil = item_to_document(an_item("Evil"))
    evil["pictures"][0]["sha256"] = "../../../secret"
    path.write_text(json.dumps({"shelf": [evil, 7, {"name": "Odd", "pictures": []}, *document["shelf"]]}))
    assert [one.name for one in await shelf.all()] == ["Fox"]
    await shelf.remove(["Fox"])
    assert len(json.loads(path.read_text("utf-8"))["shelf"]) == 3


async def test_a_drive_that_is_gone_is_said(home: Home) -> None:
    home.start()
    await a_shelf(home.store).add("Fox", "", [picture_file(home.tmp)])
    shutil.rmtree(home.root)
    with pytest.raises(DiskTrouble, match="isn't there"):
        await a_shelf(home.store).add("Mei", "", [picture_file(home.tmp, "mei")])


def test_a_document_says_everything_and_a_free_name_fits() -> None:
    item = an_item("Fox", "a red fox", "one", "two")
    assert item_from_document(Fields(item_to_document(item))) == item
    long = an_item("x" * 40)
    assert with_free_name(long, [long.name]).name == "x" * 38 + " 2"
    assert shelf_name("Cafe\u0301") == "Caf\u00e9"
    assert a_picture("one") == item.pictures[0]
