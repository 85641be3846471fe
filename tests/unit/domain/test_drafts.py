"""The drafts in the tabs, over a restart: the document, its file, and what damage to it costs."""

import asyncio
import errno
import json
import os
from dataclasses import replace

import pytest
from fakes.requests import a_request

from vidu_desktop.adapters.desktop.drafts_file import DraftsFile
from vidu_desktop.domain.drafts import Drafts
from vidu_desktop.domain.modes import Mode
from vidu_desktop.errors import DiskTrouble


def some_drafts() -> Drafts:
    not_utf8 = os.fsdecode(b"/p/caf\xe9.png")
    return Drafts(
        shown_mode=Mode.START_END,
        arrangement="pairs",
        requests={
            Mode.IMAGE: a_request(
                "Wind, 風 🌬", picture_paths=("/p/1.png", not_utf8), project="Dawn", shot="S010"
            ),
            Mode.START_END: a_request(
                "", mode=Mode.START_END, model="cogvideox-3", picture_paths=("", "/p/end.png"), fps=60
            ),
            Mode.REFERENCE: a_request("", mode=Mode.REFERENCE, picture_paths=()),
        },
    )


def kept(path, drafts: Drafts) -> DraftsFile:
    file = DraftsFile(path)
    asyncio.run(file.keep(drafts))
    return file


def test_everything_comes_back_as_it_was_paths_of_any_bytes_too(tmp_path) -> None:
    assert kept(tmp_path / "data" / "drafts.json", some_drafts()).load() == some_drafts()


def test_ten_thousand_pictures_come_back(tmp_path) -> None:
    paths = tuple(f"/a/rather/long/folder/name/picture-{number}.png" for number in range(10_000))
    drafts = Drafts(requests={Mode.IMAGE: a_request(picture_paths=paths)})
    assert kept(tmp_path / "drafts.json", drafts).load() == drafts


def test_what_copies_are_called_comes_back(tmp_path) -> None:
    named = replace(a_request(picture_paths=("/kept/ab12.png", "/p/b.png")), picture_names=("fox.png", ""))
    drafts = Drafts(requests={Mode.IMAGE: named})
    assert kept(tmp_path / "drafts.json", drafts).load() == drafts


def test_without_a_file_nothing_lies_in_the_tabs(tmp_path) -> None:
    assert DraftsFile(tmp_path / "drafts.json").load() == Drafts()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"tabs": 3}', b'{"tabs": {}}', b"[" * 100_000]
)
def test_a_file_that_cannot_be_read_costs_what_is_in_it_and_nothing_else(tmp_path, content) -> None:
    path = tmp_path / "drafts.json"
    path.write_bytes(content)
    assert DraftsFile(path).load() == Drafts()
    assert kept(path, some_drafts()).load() == some_drafts()


def test_what_is_no_file_is_not_waited_for(tmp_path) -> None:
    os.mkfifo(tmp_path / "drafts.json")
    assert DraftsFile(tmp_path / "drafts.json").load() == Drafts()


def test_a_tab_that_cannot_be_read_takes_no_other_with_it(tmp_path) -> None:
    path = tmp_path / "drafts.json"
    file = kept(path, some_drafts())
    document = json.loads(path.read_text())
    document["tabs"][0]["picture_paths"] = 7
    document["tabs"].append("?")
    document["tabs"].append({**document["tabs"][2], "mode": "dream"})
    path.write_text(json.dumps(document))
    assert set(file.load().requests) == {Mode.START_END, Mode.REFERENCE, "dream"}


def test_a_path_that_no_system_takes_is_an_empty_place(tmp_path) -> None:
    drafts = Drafts(requests={Mode.IMAGE: a_request(picture_paths=("/p/\0.png", "/p/b.png"))})
    assert kept(tmp_path / "drafts.json", drafts).load().requests[Mode.IMAGE].picture_paths == (
        "",
        "/p/b.png",
    )


def full(_descriptor: int) -> None:
    raise OSError(errno.ENOSPC, "full")


def test_what_was_kept_stays_when_the_next_writing_fails(tmp_path, monkeypatch) -> None:
    path = tmp_path / "data" / "drafts.json"
    file = kept(path, some_drafts())
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskTrouble):
        asyncio.run(file.keep(Drafts()))
    assert file.load() == some_drafts()
