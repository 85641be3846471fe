"""A picture behind a dropped link: fetched completely, under its name, and only from the network outside."""

import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from fakes.pictures import make_picture
from fakes.scripted_service import Answer, Fault, Kind, ScriptedService, always

from vidu_desktop.adapters.fetching.linked_pictures import LinkedPictures
from vidu_desktop.adapters.fetching.transfer import TransferLimits
from vidu_desktop.errors import BadInput, DiskTrouble

pytestmark = pytest.mark.anyio


@pytest.fixture
def service() -> Iterator[ScriptedService]:
    with ScriptedService() as scripted:
        yield scripted
    assert scripted.crashes == []


@pytest.fixture
async def links(service: ScriptedService, tmp_path: Path) -> AsyncIterator[LinkedPictures]:
    links = LinkedPictures(
        tmp_path / "data" / "staging",
        local_hosts={service.file_host},
        limits=TransferLimits(most_bytes=100_000),
    )
    yield links
    await links.close()


@pytest.fixture
def made_dir(tmp_path: Path) -> Path:
    made_dir = tmp_path / "made"
    made_dir.mkdir()
    return made_dir


def left_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("fmt", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
async def test_pictures_of_all_kinds_arrive_whole_and_without_the_key(
    service: ScriptedService, links: LinkedPictures, made_dir: Path, tmp_path: Path, fmt: str
) -> None:
    content = make_picture(tmp_path / "cat", (64, 40), fmt).read_bytes()

    path = await links.fetch(service.offer(content), made_dir)

    assert path.read_bytes() == content
    assert path.parent == made_dir
    assert left_in(tmp_path / "staging") == []
    sent = service.seen(Kind.FILE)[0].headers
    assert "authorization" not in sent
    assert "cookie" not in sent


async def test_it_is_named_after_its_link_and_two_alike_are_two(
    service: ScriptedService, links: LinkedPictures, made_dir: Path, tmp_path: Path
) -> None:
    content = make_picture(tmp_path / "cat.png").read_bytes()
    service.offer(content, "The%20cat.png")
    link = service.link_to("The%20cat.png")
    first, second = [await links.fetch(link, made_dir) for _ in range(2)]
    assert first != second
    assert all(path.name.startswith("The-cat") for path in (first, second))


@pytest.mark.parametrize(
    ("name", "suffix"), [("cat.PNG", ".png"), ("%FF.png", ".png"), ("cat.exe", ""), ("cat", "")]
)
async def test_only_a_pictures_ending_is_taken_over(
    service: ScriptedService, links: LinkedPictures, made_dir: Path, tmp_path: Path, name: str, suffix: str
) -> None:
    content = make_picture(tmp_path / "cat.png").read_bytes()
    service.plan = always(Kind.FILE, Fault(answer=Answer(status=200, body=content)))
    path = await links.fetch(f"http://{service.file_host}/files/{name}", made_dir)
    assert path.suffix == suffix


async def test_a_host_that_isnt_there_is_named(tmp_path: Path, made_dir: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{closed.getsockname()[1]}"
        links = LinkedPictures(tmp_path / "staging", local_hosts={place})
        with pytest.raises(BadInput) as caught:
            await links.fetch(f"http://{place}/cat.png", made_dir)
        await links.close()
    assert "127.0.0.1 can't be reached" in str(caught.value.sentence)


async def test_a_disk_in_trouble_is_not_called_the_links_fault(
    service: ScriptedService, links: LinkedPictures, tmp_path: Path
) -> None:
    (tmp_path / "data").write_bytes(b"")  # a file in the place of the folder
    with pytest.raises(DiskTrouble):
        await links.fetch(service.offer(b"\x89PNG"), tmp_path)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault(answer=Answer(status=200, body=b"<html>")), "sent a page instead of the picture"),
        (Fault(answer=Answer(status=404)), "didn't give the picture"),
        (Fault(answer=Answer(status=200, body=b"\x89PNG" + bytes(200_000))), "far larger than a picture"),
        (
            Fault(answer=Answer(status=302, headers={"Location": "http://192.168.1.1/x.png"})),
            "Nothing was asked there",
        ),
    ],
)
async def test_what_is_no_picture_is_told_by_its_host_and_leaves_nothing(
    service: ScriptedService, links: LinkedPictures, made_dir: Path, tmp_path: Path, fault: Fault, words: str
) -> None:
    service.plan = always(Kind.FILE, fault)
    with pytest.raises(BadInput) as caught:
        await links.fetch(service.offer(b"\x89PNG"), made_dir)
    assert words in caught.value.sentence.template
    assert left_in(tmp_path) == []


async def test_a_link_into_this_machine_is_asked_nothing(
    service: ScriptedService, made_dir: Path, tmp_path: Path
) -> None:
    links = LinkedPictures(tmp_path / "staging")
    with pytest.raises(BadInput):
        await links.fetch(service.offer(b"\x89PNG"), made_dir)
    await links.close()
    assert service.count(Kind.FILE) == 0
