"""A drop or a paste is read in a fixed order."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

from vidu_desktop.ui.local_files import path_of, url_of
from vidu_desktop.ui.widgets.drop_reading import DropReading, may_hold_pictures, read_drop

pytestmark = pytest.mark.usefixtures("qapp")


def picture_bytes(width: int = 40, height: int = 30, kind: str = "PNG") -> QByteArray:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return data


def with_urls(*urls: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    return mime


def test_local_files_come_in_the_order_in_which_people_count() -> None:
    mime = with_urls("file:///a/shot10.png", "file:///a/shot2.png", "file:///a/shot1.png")
    assert read_drop(mime).files == ("/a/shot1.png", "/a/shot2.png", "/a/shot10.png")


def test_names_with_spaces_and_other_scripts_survive() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/a/海辺 の #1 100%.png")])
    assert read_drop(mime).files == ("/a/海辺 の #1 100%.png",)


def test_folders_are_told_apart_from_files(tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(b"x")
    reading = read_drop(with_urls(tmp_path.as_uri(), (tmp_path / "one.png").as_uri()))
    assert reading.folders == (str(tmp_path),)
    assert reading.files == (str(tmp_path / "one.png"),)


def test_a_name_that_is_too_long_for_any_disk_is_a_file_that_isnt_there() -> None:
    reading = read_drop(with_urls(f"file:///{'x' * 300}"))
    assert (reading.files, reading.folders) == ((f"/{'x' * 300}",), ())


def test_a_file_on_another_computer_is_refused_in_words() -> None:
    reading = read_drop(with_urls("file://server/share/a.png"))
    assert reading.files == ()
    assert "another computer" in reading.refusal


def test_a_bare_link_is_nothing_but_a_link() -> None:
    reading = read_drop(with_urls("https://example.com/the%20cat.png?size=large"))
    assert reading == DropReading(link="https://example.com/the%20cat.png?size=large")


def test_of_a_picture_inside_a_link_the_pictures_own_address_is_taken() -> None:
    mime = with_urls("https://example.com/page")
    mime.setHtml(
        '<a href="https://example.com/page"><img alt="" src="https://cdn.example.com/a.jpg?x=1&amp;y=2"></a>'
    )
    assert read_drop(mime).link == "https://cdn.example.com/a.jpg?x=1&y=2"


@pytest.mark.parametrize("source", ["cat.png", "data:image/png;base64,AAAA", "file:///etc/passwd", ""])
def test_a_picture_without_an_address_of_its_own_leaves_the_link(source: str) -> None:
    mime = with_urls("https://example.com/page")
    mime.setHtml(f'<img src="{source}">')
    assert read_drop(mime).link == "https://example.com/page"


@pytest.mark.parametrize("link", ["ftp://example.com/cat.png", "javascript:alert(1)", "https:///cat.png"])
def test_what_leads_nowhere_is_answered_in_words(link: str) -> None:
    reading = read_drop(with_urls(link))
    assert reading.link == ""
    assert "Save the picture first" in reading.refusal


def test_a_file_goes_before_the_bitmap_that_comes_along() -> None:
    mime = with_urls("file:///a/cat.png")
    mime.setImageData(QImage(5, 5, QImage.Format.Format_RGB32))
    assert read_drop(mime) == DropReading(files=("/a/cat.png",))


def test_a_raw_picture_goes_before_the_bitmap_and_is_named_after_the_link() -> None:
    mime = with_urls("https://example.com/pets/cat%20asleep.png?size=large")
    mime.setData("image/png", picture_bytes(40, 30))
    mime.setImageData(QImage(5, 5, QImage.Format.Format_RGB32))

    reading = read_drop(mime)

    assert reading.content == picture_bytes(40, 30).data()
    assert (reading.image, reading.image_name, reading.refusal) == (None, "cat asleep", "")


@pytest.mark.parametrize(("kind", "name"), [("image/jpeg", "JPEG"), ("image/webp", "WEBP")])
def test_the_other_raw_formats_are_read(kind: str, name: str) -> None:
    mime = QMimeData()
    mime.setData(kind, picture_bytes(kind=name))
    assert read_drop(mime).content == picture_bytes(kind=name).data()


def test_a_drawing_that_is_called_a_png_is_never_rendered() -> None:
    # given: an SVG that claims to be image/png; Qt would render it with the local files that it names
    mime = QMimeData()
    mime.setData("image/png", QByteArray(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))
    # then
    assert read_drop(mime).empty


def test_a_picture_that_claims_to_be_enormous_is_not_decoded() -> None:
    header = bytearray(picture_bytes().data())
    header[16:24] = (60_000).to_bytes(4, "big") * 2
    mime = QMimeData()
    mime.setData("image/png", QByteArray(bytes(header)))
    assert read_drop(mime).empty


def test_a_bitmap_alone_is_taken_and_named() -> None:
    mime = QMimeData()
    mime.setImageData(QImage(7, 8, QImage.Format.Format_RGB32))
    reading = read_drop(mime)
    assert reading.image is not None
    assert reading.image_name == "Pasted picture"


def test_text_alone_is_nothing_to_us() -> None:
    mime = QMimeData()
    mime.setText("hello")
    assert read_drop(mime).empty
    assert not may_hold_pictures(mime)


def test_a_file_that_is_named_twice_in_a_drop_is_one_picture(tmp_path: Path) -> None:
    twice = with_urls("file:///a/fox.png", "file://localhost/a/fox.png", tmp_path.as_uri(), tmp_path.as_uri())
    reading = read_drop(twice)
    assert (reading.files, reading.folders) == (("/a/fox.png",), (str(tmp_path),))


@pytest.mark.skipif(os.name == "nt", reason="names are bytes on POSIX only")
def test_a_name_in_bytes_that_are_no_utf_8_is_found(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.png"
    Path(os.fsdecode(path)).write_bytes(b"x")
    (tmp_path / "plain.png").write_bytes(b"x")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/ordn\xe9r")).mkdir()
    mime = QMimeData()
    folder = tmp_path.as_uri().encode()
    lines = [
        b"# from a file manager",
        *(folder + b"/" + name for name in (b"caf%E9.png", b"plain.png", b"ordn%E9r")),
    ]
    mime.setData("text/uri-list", b"\r\n".join(lines) + b"\r\n")

    reading = read_drop(mime)

    assert [os.fsencode(found) for found in reading.files] == [path, os.fsencode(tmp_path / "plain.png")]
    assert all(Path(found).is_file() for found in reading.files)
    assert [os.fsencode(found) for found in reading.folders] == [os.fsencode(tmp_path) + b"/ordn\xe9r"]


class Dropped(QMimeData):
    """What another program hands over, as it comes: `setData` of a plain QMimeData would read it as UTF-8 beforehand."""

    def __init__(self, listed: bytes) -> None:
        super().__init__()
        self._listed = QByteArray(listed)

    def formats(self) -> list[str]:
        return ["text/uri-list"]

    def hasFormat(self, kind: str) -> bool:
        return kind == "text/uri-list"

    def retrieveData(self, kind: str, _wanted: object) -> object:
        return self._listed if kind == "text/uri-list" else None


@pytest.mark.skipif(os.name == "nt", reason="names are bytes on POSIX only")
def test_the_bytes_of_a_name_are_taken_as_they_are_where_a_program_writes_no_percent_signs(
    tmp_path: Path,
) -> None:
    folder = os.fsencode(tmp_path)
    names = [b"caf\xe9.png", b"caf\xe9 \xfe%20.png", "Füchse%E9.png".encode()]
    listed = b"# from a file manager\r\n" + b"".join(b"file://%s/%s\r\n" % (folder, name) for name in names)

    reading = read_drop(Dropped(listed))

    found = {os.fsencode(path).removeprefix(folder + b"/") for path in reading.files}
    assert found == {b"caf\xe9.png", b"caf\xe9 \xfe .png", "Füchse".encode() + b"\xe9.png"}


@pytest.mark.skipif(os.name == "nt", reason="names are bytes on POSIX only")
@given(st.binary(min_size=1, max_size=20).filter(lambda name: not {0, 47} & set(name)))
def test_any_name_that_a_file_can_have_goes_out_and_comes_back(name: bytes) -> None:
    path = os.fsdecode(b"/a/" + name)
    mime = QMimeData()
    mime.setUrls([url_of(path)])
    assert [path_of(url) for url in mime.urls()] == [path]


def test_videos_of_phones_and_cameras_are_told_apart_from_pictures(tmp_path: Path) -> None:
    names = ["a.mp4", "b.MOV", "c.m4v", "d.png"]
    for name in names:
        (tmp_path / name).write_bytes(b"x")

    reading = read_drop(with_urls(*(QUrl.fromLocalFile(str(tmp_path / name)).toString() for name in names)))

    assert [Path(path).name for path in reading.videos] == names[:3]
    assert [Path(path).name for path in reading.pictures] == names[3:]
