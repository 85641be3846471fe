"""The prepared picture is upright, sRGB, without metadata, and within the limits; the person's file is only read."""

import errno
import hashlib
import os
import stat
import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.pictures import (
    CORNERS,
    GPS_MARK,
    make_animation,
    make_noise,
    make_picture,
    make_png_bomb,
    upright_image,
    wide_gamut_profile,
)
from fakes.requests import a_request
from PIL import Image, ImageCms, PngImagePlugin

from vidu_desktop.adapters.desktop.drafts_file import DraftsFile
from vidu_desktop.adapters.pictures import picture_preparing
from vidu_desktop.adapters.pictures.picture_files import PictureFiles
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.drafts import Drafts
from vidu_desktop.domain.modes import Mode
from vidu_desktop.errors import BadInput, DiskTrouble

LIMITS = specs_for_mode(Mode.IMAGE)[0].picture_limits


@pytest.fixture(scope="module")
def processes() -> Iterator[HelperProcesses]:
    processes = HelperProcesses(workers=1)
    yield processes
    processes.close()


@pytest.fixture
def desk(processes: HelperProcesses, tmp_path: Path) -> PictureFiles:
    return PictureFiles(processes, inputs_dir=tmp_path / "inputs", thumbs_dir=tmp_path / "thumbs")


def corners_of(path: Path) -> list[tuple[int, ...]]:
    with Image.open(path) as image:
        image.load()
        rgb = image.convert("RGB")
    right, bottom = rgb.width - 4, rgb.height - 4
    return [rgb.getpixel(place) for place in ((3, 3), (right, 3), (3, bottom), (right, bottom))]


def close_to(found: list[tuple[int, ...]], wanted: tuple[tuple[int, ...], ...], by: int = 12) -> bool:
    pairs = zip(found, wanted, strict=True)
    return all(abs(a - b) <= by for one, other in pairs for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("fmt", "mode", "note"),
    [
        ("PNG", "RGB", None),
        ("PNG", "L", None),
        ("JPEG", "RGB", None),
        ("JPEG", "L", None),
        ("WEBP", "RGB", None),
        ("PNG", "P", "palette"),
        ("PNG", "RGBA", "transparent"),
        ("PNG", "LA", "transparent"),
        ("PNG", "1", "bit-depth"),
        ("JPEG", "CMYK", "cmyk"),
        ("BMP", "RGB", "format"),
        ("GIF", "P", "format"),
        ("TIFF", "RGB", "format"),
        ("TIFF", "CMYK", "cmyk"),
        ("TIFF", "LAB", "colour-space"),
        ("AVIF", "RGB", "format"),
        ("JPEG2000", "RGB", "format"),
        ("JPEG2000", "L", "format"),
    ],
)
@pytest.mark.anyio
async def test_only_what_has_to_be_is_encoded_anew(
    desk: PictureFiles, tmp_path: Path, fmt: str, mode: str, note: str | None
) -> None:
    path = make_picture(tmp_path / "picture", fmt=fmt, mode=mode)
    before = path.read_bytes()

    facts = await desk.look_at(str(path), LIMITS)
    prepared = await desk.prepare(str(path), LIMITS)

    sent = desk.prepared_path(prepared.sha256)
    assert (facts.width_px, facts.height_px, facts.file_bytes) == (320, 200, len(before))
    assert (facts.reencoded, note is None or note in facts.notes) == (note is not None, True)
    assert hashlib.sha256(sent.read_bytes()).hexdigest() == prepared.sha256
    assert (prepared.width_px, prepared.height_px) == (320, 200)
    assert prepared.media_type in LIMITS.media_types
    assert prepared.image_bytes == sent.stat().st_size
    if mode not in ("1", "L", "LA"):
        assert close_to(corners_of(sent), CORNERS, by=40 if mode in ("P", "LAB") else 20)
    with Image.open(sent) as image:
        assert image.mode in ("RGB", "L")
    assert path.read_bytes() == before


@pytest.mark.parametrize("fmt", ["PNG", "JPEG", "WEBP"])
@pytest.mark.anyio
async def test_a_picture_that_goes_as_it_is_keeps_its_pixels_and_loses_its_metadata(
    desk: PictureFiles, tmp_path: Path, fmt: str
) -> None:
    options = {"pnginfo": PngImagePlugin.PngInfo()} if fmt == "PNG" else {}
    if fmt == "PNG":
        options["pnginfo"].add_text("Comment", "a secret", zip=False)
    elif fmt == "JPEG":
        options = {"comment": b"a secret", "progressive": True, "dpi": (300, 300)}
    else:
        options = {"xmp": b"<x:xmpmeta>a secret</x:xmpmeta>"}
    path = make_picture(tmp_path / "picture", fmt=fmt, gps=True, **options)
    with path.open("ab") as file:
        file.write(b"a secret video behind the picture")
    assert GPS_MARK in path.read_bytes()
    assert path.read_bytes().count(b"a secret") == 2

    prepared = await desk.prepare(str(path), LIMITS)

    sent = desk.prepared_path(prepared.sha256).read_bytes()
    assert GPS_MARK not in sent
    assert b"a secret" not in sent
    assert b"Test camera" not in sent
    with Image.open(path) as was, Image.open(desk.prepared_path(prepared.sha256)) as now:
        assert was.tobytes() == now.tobytes()
        assert not now.getexif()


@pytest.mark.parametrize("fmt", ["PNG", "JPEG", "TIFF"])
@pytest.mark.anyio
async def test_another_colour_space_becomes_srgb(desk: PictureFiles, tmp_path: Path, fmt: str) -> None:
    path = make_picture(tmp_path / "picture", fmt=fmt, icc_profile=wide_gamut_profile())

    facts = await desk.look_at(str(path), LIMITS)
    sent = desk.prepared_path((await desk.prepare(str(path), LIMITS)).sha256)

    assert "colour-space" in facts.notes
    red, green = corners_of(sent)[:2]
    assert red[1] > 200 > red[0]
    assert green[0] > 100 > green[1]


@pytest.mark.anyio
async def test_an_srgb_profile_is_dropped_without_encoding_anew(desk: PictureFiles, tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = make_picture(tmp_path / "picture.jpg", fmt="JPEG", icc_profile=profile)

    facts = await desk.look_at(str(path), LIMITS)
    prepared = await desk.prepare(str(path), LIMITS)

    assert not facts.reencoded
    assert b"ICC_PROFILE" not in desk.prepared_path(prepared.sha256).read_bytes()


@pytest.mark.parametrize("fmt", ["PNG", "TIFF"])
@pytest.mark.anyio
async def test_sixteen_bits_keep_their_brightness(desk: PictureFiles, tmp_path: Path, fmt: str) -> None:
    path = tmp_path / "deep"
    image = Image.new("I;16", (64, 64), 0x8000)
    image.save(path, format=fmt)

    facts = await desk.look_at(str(path), LIMITS)
    prepared = await desk.prepare(str(path), LIMITS)

    assert "16-bit" in facts.notes
    with Image.open(desk.prepared_path(prepared.sha256)) as sent:
        assert sent.getpixel((5, 5)) == 0x80
    assert image.convert("L").getpixel((5, 5)) == 0xFF, "the plain way clips, or this test needs no care"


@pytest.mark.parametrize("fmt", ["PNG", "WEBP", "TIFF"])
@pytest.mark.anyio
async def test_transparent_parts_become_white(desk: PictureFiles, tmp_path: Path, fmt: str) -> None:
    path = tmp_path / "hole"
    image = upright_image().convert("RGBA")
    image.paste((10, 20, 30, 0), (140, 80, 180, 120))
    image.save(path, format=fmt, **({"lossless": True} if fmt == "WEBP" else {}))

    prepared = await desk.prepare(str(path), LIMITS)

    with Image.open(desk.prepared_path(prepared.sha256)) as sent:
        assert sent.getpixel((160, 100)) == (255, 255, 255)
        assert sent.getpixel((120, 100)) == (128, 128, 128)


@pytest.mark.parametrize("most", [200_000, 60_000, 9_000])
@pytest.mark.anyio
async def test_what_is_sent_always_fits(desk: PictureFiles, tmp_path: Path, most: int) -> None:
    path = make_noise(tmp_path / "noise.png", (400, 300))
    assert path.stat().st_size > most

    facts = await desk.look_at(str(path), replace(LIMITS, max_bytes=most))
    prepared = await desk.prepare(str(path), replace(LIMITS, max_bytes=most))

    assert "too-large" in facts.notes
    assert most / 3 < prepared.image_bytes <= most


@pytest.mark.anyio
async def test_a_format_that_the_model_does_not_take_is_converted(desk: PictureFiles, tmp_path: Path) -> None:
    path = make_picture(tmp_path / "picture.webp", fmt="WEBP")
    limits = replace(LIMITS, media_types=("image/png", "image/jpeg"))

    assert (await desk.look_at(str(path), limits)).notes == ("format",)
    assert (await desk.prepare(str(path), limits)).media_type == "image/jpeg"


@pytest.mark.anyio
async def test_preparing_twice_writes_once(desk: PictureFiles, tmp_path: Path) -> None:
    path = make_picture(tmp_path / "picture.png", mode="P")
    first = await desk.prepare(str(path), LIMITS)
    written = desk.prepared_path(first.sha256).stat()

    second = await desk.prepare(str(path), LIMITS)

    assert first == second
    again = desk.prepared_path(first.sha256).stat()
    assert (again.st_ino, again.st_mtime_ns) == (written.st_ino, written.st_mtime_ns)
    assert len([found for found in (tmp_path / "inputs").rglob("*") if found.is_file()]) == 1


def test_prepared_files_are_on_the_disk_before_they_have_their_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def sync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        real_sync(descriptor)

    def rename(self: Path, target: Path) -> Path:
        steps.append("rename")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", rename)
    path = make_picture(tmp_path / "picture.png")

    picture_preparing.prepare(str(path), LIMITS, str(tmp_path / "inputs"))

    assert steps[-3:] == ["file", "rename", "folder"]


@pytest.mark.parametrize(("number", "full"), [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EIO, False)])
@pytest.mark.parametrize("mode", ["RGB", "P"])
def test_a_disk_that_fails_is_said_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, full: bool, mode: str
) -> None:
    path = make_picture(tmp_path / "picture.png", mode=mode)

    def fail(descriptor: int) -> None:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(DiskTrouble) as caught:
        picture_preparing.prepare(str(path), LIMITS, str(tmp_path / "inputs"))

    assert caught.value.full is full
    assert [found for found in (tmp_path / "inputs").rglob("*") if found.is_file()] == []


@pytest.mark.anyio
async def test_a_folder_that_cannot_be_written_is_the_disks_trouble_and_not_the_pictures(
    processes: HelperProcesses, tmp_path: Path
) -> None:
    path = make_picture(tmp_path / "picture.png")
    (tmp_path / "data").write_text("a file stands where the folder above should be")
    desk = PictureFiles(processes, inputs_dir=tmp_path / "data" / "inputs", thumbs_dir=tmp_path / "thumbs")

    with pytest.raises(DiskTrouble):
        await desk.prepare(str(path), LIMITS)


@pytest.mark.parametrize("exif_orientation", [1, 6])
@pytest.mark.anyio
async def test_thumbnails_are_upright_small_and_made_once(
    desk: PictureFiles, tmp_path: Path, exif_orientation: int
) -> None:
    path = make_picture(tmp_path / "picture.jpg", (900, 600), "JPEG", exif_orientation=exif_orientation)
    prepared = await desk.prepare(str(path), LIMITS)

    of_file, of_prepared = await desk.thumbnail(path, 128), await desk.thumbnail(prepared.sha256, 128)
    written = of_file.stat()

    for thumbnail in (of_file, of_prepared):
        with Image.open(thumbnail) as image:
            assert image.size == (128, 85)
        assert close_to(corners_of(thumbnail), CORNERS, by=30)
    again = (await desk.thumbnail(path, 128)).stat()
    # Not the whole of it: reading changes st_atime.
    assert (again.st_ino, again.st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


@pytest.mark.parametrize(("size", "ratio"), [((900, 100), 4.0), ((100, 900), 0.25), ((300, 200), 1.5)])
@pytest.mark.anyio
async def test_cropping_brings_the_ratio_in(
    desk: PictureFiles, tmp_path: Path, size: tuple[int, int], ratio: float
) -> None:
    path = make_picture(tmp_path / "wide.png", size)
    before = path.read_bytes()

    cropped = await desk.crop_to_ratio(str(path), LIMITS.min_ratio, LIMITS.max_ratio, tmp_path / "made")

    facts = await desk.look_at(str(cropped), LIMITS)
    assert facts.ratio == pytest.approx(ratio)
    assert LIMITS.min_ratio <= facts.ratio <= LIMITS.max_ratio
    assert path.read_bytes() == before
    with Image.open(path) as was, Image.open(cropped) as now:
        centre = was.getpixel((was.width // 2, was.height // 2))
        assert now.getpixel((now.width // 2, now.height // 2)) == centre


@pytest.mark.anyio
async def test_a_cropped_copy_is_called_by_the_name_that_is_asked_for(
    desk: PictureFiles, tmp_path: Path
) -> None:
    path = make_picture(tmp_path / "0a1b2c.png", (900, 100))

    cropped = await desk.crop_to_ratio(str(path), 0.25, 4.0, tmp_path / "made", "Morning")

    assert cropped.name == "Morning cropped.png"


@pytest.mark.anyio
async def test_the_end_frame_takes_the_start_frames_upright_size(desk: PictureFiles, tmp_path: Path) -> None:
    start = make_picture(tmp_path / "start.jpg", (300, 400), "JPEG", exif_orientation=6)
    end = make_picture(tmp_path / "end.jpg", (1000, 500), "JPEG", exif_orientation=8)

    matched = await desk.match_size(str(start), str(end), tmp_path / "made")

    facts = await desk.look_at(str(matched), LIMITS)
    assert (facts.width_px, facts.height_px, facts.reencoded) == (300, 400, False)
    assert matched.name == "end matched.jpg"


@pytest.mark.anyio
async def test_what_is_matched_twice_is_called_after_its_source_with_one_word(
    desk: PictureFiles, tmp_path: Path
) -> None:
    start = make_picture(tmp_path / "start.png", (300, 400))
    copy = make_picture(tmp_path / f"{'a4e58ed4' * 8}.png", (400, 400))

    matched = await desk.match_size(str(start), str(copy), tmp_path / "made", "sunset")
    again = await desk.match_size(str(copy), str(matched), tmp_path / "made")

    assert (matched.name, again.name) == ("sunset matched.png", "sunset matched.png")
    assert matched != again


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.png", b"", "picture-empty"),
        ("drawing.png", b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-svg"),
        ("page.jpg", b"<!DOCTYPE html><html></html>", "picture-html"),
        ("page.jpg", "\ufeff<!DOCTYPE html><html></html>".encode("utf-16-le"), "picture-html"),
        ("paper.png", b"%PDF-1.7", "picture-pdf"),
        ("layers.png", b"8BPS\0\1", "picture-psd"),
        ("phone.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "picture-heif"),
        ("clip.png", b"\0\0\0\x18ftypisom\0\0\0\0isommp42", "picture-is-video"),
        ("camera.NEF", b"II*\0", "picture-raw"),
        ("camera.ORF", b"IIRO\x08\0\0\0", "picture-raw"),
        ("stub.dng", b"\x89PNG\r\n\x1a\n", "picture-damaged"),
        ("page.dng", b"<!doctype html><html>", "picture-html"),
        ("notes.png", b"BMW is a car", "picture-not-a-picture"),
        ("bytes.png", bytes(range(256)), "picture-not-a-picture"),
        ("photo.jxl", b"\xff\x0a" + bytes(40), "picture-format"),
        ("boxed.png", bytes.fromhex("0000000c4a584c200d0a870a") + bytes(40), "picture-format"),
        ("texture.dds", b"DDS " + bytes(124), "picture-format"),
        ("drawing.ppm", b"P6\n# made by hand\n4 4\n255\n" + bytes(48), "picture-format"),
        ("render.exr", bytes.fromhex("762f3101") + bytes(40), "picture-hdr"),
        ("light.hdr", b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 10 +X 10\n", "picture-hdr"),
        ("painting.kra", b"PK\x03\x04" + bytes(40), "picture-document"),
        ("named.png", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/x-krita", "picture-document"),
        ("painting.xcf", b"gimp xcf v011\0" + bytes(40), "picture-document"),
        ("pictures.zip", b"PK\x03\x04" + bytes(40), "picture-zip"),
        ("icon.icns", b"icns\0\0\1\0" + bytes(40), "picture-format"),
        ("hand.cur", b"\0\0\2\0\1\0" + bytes(40), "picture-format"),
        ("old.pcx", b"\n\5\1\x08" + bytes(124), "picture-format"),
        ("photo.wdp", b"II\xbc\1" + bytes(40), "picture-format"),
        ("texture.sgi", b"\x01\xda\1\1" + bytes(508), "picture-format"),
        ("loop.mng", b"\x8aMNG\r\n\x1a\n" + bytes(40), "picture-format"),
        ("photo.bpg", b"BPG\xfb" + bytes(40), "picture-format"),
        ("stars.fits", b"SIMPLE  =                    T", "picture-format"),
        ("logo.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n", "picture-document"),
        ("dos.eps", b"\xc5\xd0\xd3\xc6" + bytes(40), "picture-document"),
        ("page.clip", b"CSFCHUNK" + bytes(40), "picture-document"),
        ("fox.procreate", b"PK\x03\x04" + bytes(40), "picture-document"),
        ("fox.afphoto", b"\0\xffKA" + bytes(40), "picture-document"),
        ("fox.pdn", b"PDN3" + bytes(40), "picture-document"),
        ("fox.aseprite", bytes(4) + b"\xe0\xa5" + bytes(122), "picture-document"),
        ("fox.blend", b"BLENDER-v400" + bytes(40), "picture-document"),
        ("drawing.svgz", b"\x1f\x8b\x08" + bytes(40), "picture-svg"),
        ("stub.jp2", bytes.fromhex("0000000c6a5020200d0a870a") + bytes(40), "picture-damaged"),
        ("stub.ico", bytes((0, 0, 1, 0, 1, 0, 16, 16, 0, 0)) + bytes(12), "picture-damaged"),
        ("stub.tga", bytes((0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 9, 0, 24, 0, 0)), "picture-damaged"),
        ("stub.png", b"\x89PNG\r\n\x1a\n", "picture-damaged"),
        ("stub.jpg", b"\xff\xd8\xff\xd9", "picture-damaged"),
        ("stub.webp", b"RIFF\x04\0\0\0WEBP", "picture-damaged"),
        ("stub.gif", b"GIF89a", "picture-damaged"),
        ("stub.tif", b"II*\0\x08\0\0\0", "picture-damaged"),
    ],
)
@pytest.mark.anyio
async def test_what_is_no_picture_is_named(
    desk: PictureFiles, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(BadInput) as caught:
        await desk.look_at(str(path), LIMITS)

    assert caught.value.code == code
    assert name in str(caught.value.sentence)


@pytest.mark.anyio
async def test_a_tga_is_known_by_its_name_and_its_header(desk: PictureFiles, tmp_path: Path) -> None:
    path = make_picture(tmp_path / "render.tga", fmt="TGA")

    prepared = await desk.prepare(str(path), LIMITS)

    assert corners_of(desk.prepared_path(prepared.sha256)) == list(CORNERS)
    with pytest.raises(BadInput):
        await desk.look_at(str(path.rename(tmp_path / "render.png")), LIMITS)


@pytest.mark.anyio
async def test_a_tga_whose_fourth_byte_only_fills_is_not_see_through(
    desk: PictureFiles, tmp_path: Path
) -> None:
    clear = upright_image((64, 64)).convert("RGBA")
    clear.putalpha(0)
    clear.save(tmp_path / "render.tga")
    content = bytearray((tmp_path / "render.tga").read_bytes())
    content[17] &= 0xF0  # the header says: 0 bits of alpha
    (tmp_path / "render.tga").write_bytes(content)

    prepared = await desk.prepare(str(tmp_path / "render.tga"), LIMITS)

    assert corners_of(desk.prepared_path(prepared.sha256)) == list(CORNERS)


@pytest.mark.anyio
@pytest.mark.parametrize("bit", [0, 0x8000])
async def test_the_bit_beside_a_tgas_15_bits_of_colour_hides_nothing(
    desk: PictureFiles, tmp_path: Path, bit: int
) -> None:
    header = struct.pack("<3B5x4H2B", 0, 0, 2, 0, 0, 320, 200, 16, 0x21)
    (tmp_path / "render.tga").write_bytes(header + struct.pack("<H", bit | 0b11111 << 10) * 320 * 200)

    prepared = await desk.prepare(str(tmp_path / "render.tga"), LIMITS)

    with Image.open(desk.prepared_path(prepared.sha256)) as image:
        assert image.convert("RGB").getpixel((160, 100)) == (255, 0, 0)


def tga(kind: int, bits: int, descriptor: int, pixel: bytes, attributes: int | None = None) -> bytes:
    """Return a TGA of 64 × 64 equal pixels; `attributes` says in its extension what its opacity means."""
    made = struct.pack("<3B5x4H2B", 0, 0, kind, 0, 0, 64, 64, bits, descriptor) + pixel * 64 * 64
    if attributes is None:
        return made
    extension = struct.pack("<H492xB", 495, attributes)
    return made + extension + struct.pack("<II", len(made), 0) + b"TRUEVISION-XFILE.\0"


ORANGE_PIXEL = b"\x28\x5a\xc8"


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("content", "colour"),
    [
        (tga(2, 15, 0x20, struct.pack("<H", 0b11111 << 10)), (255, 0, 0)),
        (tga(2, 15, 0x21, struct.pack("<H", 0x8000 | 0b11111)), (0, 0, 255)),
        (tga(3, 16, 0x20, b"\x50\x00"), (0x50, 0x50, 0x50)),
        (tga(3, 16, 0x28, b"\x50\x00"), (255, 255, 255)),
        (tga(2, 32, 0x28, ORANGE_PIXEL + b"\0", 0), (200, 90, 40)),
        (tga(2, 32, 0x28, ORANGE_PIXEL + b"\0", 1), (200, 90, 40)),
        (tga(2, 32, 0x28, ORANGE_PIXEL + b"\0", 2), (200, 90, 40)),
        (tga(2, 32, 0x28, ORANGE_PIXEL + b"\0", 3), (255, 255, 255)),
        (tga(2, 32, 0x28, ORANGE_PIXEL + b"\0"), (255, 255, 255)),
    ],
)
async def test_a_tga_is_see_through_only_where_it_says_so(
    desk: PictureFiles, tmp_path: Path, content: bytes, colour: tuple[int, int, int]
) -> None:
    (tmp_path / "render.tga").write_bytes(content)

    prepared = await desk.prepare(str(tmp_path / "render.tga"), LIMITS)

    with Image.open(desk.prepared_path(prepared.sha256)) as image:
        assert image.convert("RGB").getpixel((30, 30)) == colour


@pytest.mark.anyio
async def test_a_tga_whose_colours_are_multiplied_by_its_opacity_is_refused_as_what_it_is(
    desk: PictureFiles, tmp_path: Path
) -> None:
    (tmp_path / "render.tga").write_bytes(tga(2, 32, 0x28, ORANGE_PIXEL + b"\x80", 4))

    with pytest.raises(BadInput) as caught:
        await desk.look_at(str(tmp_path / "render.tga"), LIMITS)

    assert caught.value.code == "picture-unusual"


@pytest.mark.anyio
async def test_the_largest_picture_of_an_icon_is_taken_and_one_that_lies_is_refused(
    desk: PictureFiles, tmp_path: Path
) -> None:
    upright_image((256, 256)).save(tmp_path / "many.ico", sizes=[(16, 16), (256, 256), (48, 48)])
    bomb = make_png_bomb(tmp_path / "bomb.png").read_bytes()
    head = struct.pack("<HHHBBBBHHII", 0, 1, 1, 32, 32, 0, 0, 1, 32, len(bomb), 22)
    (tmp_path / "bomb.ico").write_bytes(head + bomb)

    facts = await desk.look_at(str(tmp_path / "many.ico"), LIMITS)
    with pytest.raises(BadInput) as caught:
        await desk.look_at(str(tmp_path / "bomb.ico"), LIMITS)

    assert (facts.width_px, facts.height_px) == (256, 256)
    assert caught.value.code == "picture-too-many-pixels"


@pytest.mark.anyio
async def test_a_jpeg_2000_is_sent_by_its_profile(desk: PictureFiles, tmp_path: Path) -> None:
    """Pillow reads its pixels, but ignores the profile in its header."""
    plain = make_picture(tmp_path / "picture.jp2", fmt="JPEG2000").read_bytes()
    at = plain.index(b"colr") - 4
    length = int.from_bytes(plain[at : at + 4], "big")
    profile = b"\x02\0\0" + wide_gamut_profile()
    colour = struct.pack(">I4s", 8 + len(profile), b"colr") + profile
    header = plain.index(b"jp2h") - 4
    grown = int.from_bytes(plain[header : header + 4], "big") - length + len(colour)
    content = (
        plain[:header] + struct.pack(">I", grown) + plain[header + 4 : at] + colour + plain[at + length :]
    )
    (tmp_path / "wide.jp2").write_bytes(content)

    assert "colour-space" in (await desk.look_at(str(tmp_path / "wide.jp2"), LIMITS)).notes
    prepared = await desk.prepare(str(tmp_path / "wide.jp2"), LIMITS)

    red = corners_of(desk.prepared_path(prepared.sha256))[0]
    assert red[1] > 200 > red[0]


@pytest.mark.anyio
async def test_a_moving_picture_is_refused_and_a_still_gif_is_not(desk: PictureFiles, tmp_path: Path) -> None:
    for fmt in ("GIF", "PNG", "WEBP"):
        with pytest.raises(BadInput) as caught:
            await desk.look_at(str(make_animation(tmp_path / "moving", fmt)), LIMITS)
        assert caught.value.code == "picture-animated"
    assert (await desk.look_at(str(make_picture(tmp_path / "still.gif", fmt="GIF")), LIMITS)).reencoded


@pytest.mark.anyio
async def test_paths_that_lead_nowhere_are_said(desk: PictureFiles, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "gone.png").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    codes = {}
    for path in (
        tmp_path,
        tmp_path / "pipe.png",
        tmp_path / "gone.png",
        tmp_path / "loop.png",
        Path("/dev/zero"),
    ):
        with pytest.raises(BadInput) as caught:
            await desk.look_at(str(path), LIMITS)
        codes[path.name] = caught.value.code
    with pytest.raises(BadInput):
        await desk.look_at("nul\0inside.png", LIMITS)

    assert codes == {
        tmp_path.name: "picture-is-folder",
        "pipe.png": "picture-not-a-file",
        "gone.png": "picture-missing",
        "loop.png": "picture-missing",
        "zero": "picture-not-a-file",
    }


@pytest.mark.anyio
async def test_a_link_to_a_picture_is_a_picture(desk: PictureFiles, tmp_path: Path) -> None:
    (tmp_path / "link.png").symlink_to(make_picture(tmp_path / "picture.png"))

    assert (await desk.look_at(str(tmp_path / "link.png"), LIMITS)).name == "link.png"


@pytest.mark.anyio
async def test_a_name_cannot_turn_the_sentence_around(desk: PictureFiles, tmp_path: Path) -> None:
    path = tmp_path / ("\N{RIGHT-TO-LEFT OVERRIDE}gnp.\n" + "x" * 200)
    path.write_bytes(b"")

    with pytest.raises(BadInput) as caught:
        await desk.look_at(str(path), LIMITS)

    shown = str(caught.value.sentence)
    assert shown.isprintable()
    assert len(shown) < 150


@pytest.mark.anyio
async def test_tidying_spares_what_lies_in_the_tabs_and_touches_nothing_where_the_tabs_cannot_be_read(
    processes: HelperProcesses, tmp_path: Path
) -> None:
    drafts = tmp_path / "drafts.json"
    desk = PictureFiles(
        processes, inputs_dir=tmp_path / "inputs", thumbs_dir=tmp_path / "thumbs", drafts_path=drafts
    )
    in_tab, of_job, left = [
        desk.prepared_path(
            (await desk.prepare(str(make_picture(tmp_path / f"{width}.png", (width, 400))), LIMITS)).sha256
        )
        for width in (500, 600, 700)
    ]
    drafts.mkdir()
    await desk.keep_prepared([of_job.stem])
    unreadable = [path.is_file() for path in (in_tab, of_job, left)]
    drafts.rmdir()
    await DraftsFile(drafts).keep(Drafts(requests={Mode.IMAGE: a_request(picture_paths=(str(in_tab),))}))
    await desk.keep_prepared([of_job.stem])

    assert unreadable == [True, True, True]
    assert [path.is_file() for path in (in_tab, of_job, left)] == [True, True, False]
