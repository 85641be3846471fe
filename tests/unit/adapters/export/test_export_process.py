"""Exports in their process: they report their progress, end at once when they are stopped, and leave nothing behind."""

import asyncio
import errno
import multiprocessing
import os
import shutil
import subprocess
import sys
import threading
from array import array
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from fractions import Fraction
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import av
import numpy as np
import psutil
import pytest
from fakes.clips import a_clip
from fakes.exported_videos import numbers_in
from fakes.forked_processes import forked_helpers
from fakes.numbered_video import number_in, write_numbered
from fakes.videos import make_video
from PIL import Image

from vidu_desktop.adapters.disk.writing import write_atomically, writing
from vidu_desktop.adapters.export import export_process
from vidu_desktop.adapters.export.contact_sheet_file import write_contact_sheet
from vidu_desktop.adapters.export.export_process import ExportOrder, export_all, run_export
from vidu_desktop.adapters.export.export_writers import beside, export
from vidu_desktop.adapters.export.join_videos import join
from vidu_desktop.adapters.export.timeline import write_timeline
from vidu_desktop.adapters.processes import helper_worker
from vidu_desktop.adapters.video import film_sound, sound_track
from vidu_desktop.adapters.video.film_sound import part_sound
from vidu_desktop.adapters.video.frame_saving import save_frame
from vidu_desktop.adapters.video.sound_track import MOMENT_BYTES, RATE_HZ
from vidu_desktop.domain.export import ExportFormat, ExportSettings
from vidu_desktop.domain.film import FilmPart, FilmWish, film_of, parts_in_a_row
from vidu_desktop.domain.frames import FrameTable
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, DiskTrouble, NotAVideo

pytestmark = pytest.mark.anyio
F = ExportFormat


@pytest.fixture(scope="module", autouse=True)
def quick_helpers() -> Iterator[None]:
    """Fork the helper process, which is quick; only the test of the full disk starts it afresh."""
    with forked_helpers():
        yield


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_numbered(tmp_path_factory.mktemp("clip") / "clip.mp4", 40)


def an_order(clip: Path, target: Path, kind: ExportFormat = F.H264) -> ExportOrder:
    return ExportOrder(video_path=str(clip), target=str(target), settings=ExportSettings(format=kind))


async def test_it_tells_how_far_it_is_and_gives_the_file(clip: Path, tmp_path: Path) -> None:
    shares: list[float] = []

    made = await run_export(an_order(clip, tmp_path / "out.mp4"), shares.append)

    assert numbers_in(made.path) == list(range(40))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) > 5


def make_to_the_first_word(order: ExportOrder, tell: Callable[[float], None]) -> str:
    """Report progress once and then wait for ever, so that it isn't finished before it is ended. Runs in the helper process,
    where nothing is monkeypatched.
    """

    def tell_once(share: float) -> None:
        tell(share)
        threading.Event().wait()

    return export_process.make(order, tell_once)


async def test_cancelled_it_ends_its_process_and_leaves_nothing(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_process, "make", make_to_the_first_word)
    begun = asyncio.Event()
    order = an_order(clip, tmp_path / "out.mov", F.PRORES)
    task = TaskKeeper().start("export", run_export(order, lambda _share: begun.set()))
    await begun.wait()
    assert os.listdir(tmp_path) != []  # noqa: PTH208 - one look
    assert [child.name for child in multiprocessing.active_children()] == ["export"]
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task

    assert os.listdir(tmp_path) == []  # noqa: PTH208 - one look
    assert [child for child in multiprocessing.active_children() if child.name == "export"] == []


async def test_cancelled_while_its_process_starts_it_ends_that_too(clip: Path, tmp_path: Path) -> None:
    task = TaskKeeper().start("export", run_export(an_order(clip, tmp_path / "out.mp4"), lambda _share: None))
    await asyncio.sleep(0)  # its first turn, in which it starts the process
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task

    await asyncio.get_running_loop().shutdown_default_executor()
    assert [child for child in multiprocessing.active_children() if child.name == "export"] == []
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - one look


PROGRAM = """
import asyncio, sys
from vidu_desktop.adapters.export.export_process import ExportOrder, run_export
from vidu_desktop.domain.export import ExportFormat, ExportSettings

if __name__ == "__main__":
    video_path, target, wanted, part_folder = sys.argv[1:]
    settings = ExportSettings(format=ExportFormat(wanted))
    order = ExportOrder(video_path=video_path, target=target, settings=settings, part_folder=part_folder)
    asyncio.run(run_export(order, lambda share: print(share, flush=True)))
"""


@pytest.mark.parametrize(
    ("wanted", "part_folder"), [(F.PRORES, ""), (F.PNG_SEQUENCE, ""), (F.PRORES, ".packet")]
)
def test_what_a_killed_program_had_begun_to_write_is_cleared_away(
    tmp_path: Path, wanted: F, part_folder: str
) -> None:
    long = make_video(tmp_path / "long.mp4", size=(640, 360), seconds=40)
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    folder = tmp_path / "out"
    part = folder / part_folder if part_folder else ""
    place = folder / part_folder
    place.mkdir(parents=True)
    with subprocess.Popen(
        [sys.executable, str(script), str(long), str(place / f"made{wanted.suffix}"), wanted, str(part)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[4])},
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline()
        assert list(folder.iterdir()) != []
        helpers = psutil.Process(program.pid).children(recursive=True)
        program.kill()

    _, alive = psutil.wait_procs(helpers, timeout=120)

    assert alive == []
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


async def test_where_no_process_can_be_started_that_is_what_is_raised(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_process: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(multiprocessing.get_context("spawn").Process, "start", full)

    with pytest.raises(DiskTrouble, match="helper-not-started"):
        await run_export(an_order(clip, tmp_path / "out.mp4"), lambda _share: None)


def end_without_a_word(pipe: Connection, limits: object) -> None:
    pass


def make_without_a_library(order: ExportOrder, tell: Callable[[float], None]) -> str:
    """Runs in the helper process, where nothing else is monkeypatched."""
    raise ImportError("a compiled library")


@pytest.mark.parametrize(
    ("place", "name", "broken"),
    [(helper_worker, "serve", end_without_a_word), (export_process, "make", make_without_a_library)],
)
async def test_where_the_process_cannot_begin_no_video_is_blamed_and_the_rest_is_not_tried(
    clip: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: object,
    name: str,
    broken: Callable[..., object],
) -> None:
    monkeypatch.setattr(place, name, broken)
    orders = [an_order(clip, tmp_path / file_name) for file_name in ("a.mp4", "b.mp4")]
    begun: list[int] = []

    made, failed = await export_all(orders, lambda number, _share: begun.append(number))

    assert made == []
    assert [(order.target, error.code) for order, error in failed] == [
        (order.target, "helper-not-started") for order in orders
    ]
    assert failed[0][1] is failed[1][1]
    assert "Your files aren't to blame" in str(failed[0][1])


async def test_one_that_cannot_be_made_does_not_end_the_others(clip: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.mp4"
    page.write_text("<html>")
    out = tmp_path / "out"
    orders = [an_order(page, out / "a.gif", F.GIF), an_order(clip, out / "b.png", F.STILL)]

    made, failed = await export_all(orders, lambda _number, _share: None)

    assert [one.path for one in made] == [out / "b.png"]
    assert [(order.target, type(error)) for order, error in failed] == [(str(out / "a.gif"), NotAVideo)]


@pytest.mark.parametrize("kind", [F.MP4, F.CLEAN_MP4, F.STILL, F.H264])
async def test_one_that_vanished_is_left_out_in_its_own_words(clip: Path, tmp_path: Path, kind: F) -> None:
    out = tmp_path / "out"
    vanished = tmp_path / "vanished.mp4"
    orders = [
        an_order(vanished, out / f"a{kind.suffix}", kind),
        an_order(clip, out / f"b{kind.suffix}", kind),
    ]

    made, failed = await export_all(orders, lambda _number, _share: None)

    assert [one.path for one in made] == [out / f"b{kind.suffix}"]
    ((_order, error),) = failed
    assert "“vanished.mp4” isn't there any more" in str(error.sentence)
    assert "folder" not in str(error.sentence)


async def test_a_place_that_takes_nothing_is_said_once_for_all(clip: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file and no folder")
    orders = [an_order(clip, tmp_path / "out" / name, F.MP4) for name in ("a.mp4", "b.mp4")]

    made, failed = await export_all(orders, lambda _number, _share: None)

    assert made == []
    assert [error.code for _order, error in failed] == ["export-not-written"] * 2


async def test_two_exports_of_one_name_at_once_are_one_whole_file_and_a_refusal(
    clip: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "a"
    orders = [an_order(clip, target, kind) for kind in (F.PRORES, F.H264)]

    ended = await asyncio.gather(*(run_export(order, quiet) for order in orders), return_exceptions=True)

    made = [one for one in ended if not isinstance(one, BaseException)]
    (refused,) = [one for one in ended if isinstance(one, DiskTrouble)]
    assert [one.path for one in made] == [target]
    assert "isn't there" not in str(refused.sentence)
    assert numbers_in(target) == list(range(40))
    assert list(target.parent.iterdir()) == [target]


def test_a_film_is_whole_although_another_one_of_its_name_is_written_meanwhile(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    with beside(film, replaces=True) as first:
        first.write_bytes(b"one half")
        with beside(film, replaces=True) as second:
            second.write_bytes(b"another film")
        assert film.read_bytes() == b"another film"
        with first.open("ab") as file:
            file.write(b" and the other")

    assert film.read_bytes() == b"one half and the other"
    assert list(tmp_path.iterdir()) == [film]


def quiet(*_: object) -> None:
    """Ignore the progress of an export."""


def a_picture_into_a_folder_that_is_gone(place: Path) -> None:
    with beside(place) as part:
        write_atomically(part / "frame_0001.png", writing(b"a picture"))


@pytest.mark.parametrize(
    "make",
    [
        lambda whole, torn, out: export(torn, out, ExportSettings(format=F.GIF), quiet),
        lambda whole, torn, out: join(
            FilmWish(parts=parts_in_a_row((whole, torn), drop_seams=False)), out, quiet
        ),
        lambda whole, torn, out: join(
            FilmWish(parts=parts_in_a_row((whole, torn), drop_seams=True)), out, quiet
        ),
        lambda whole, torn, out: save_frame(torn, 3, out),
    ],
    ids=["export", "join", "join without seams", "frame"],
)
def test_of_a_damaged_video_that_is_kept_nobody_says_that_it_comes_again(
    clip: Path, tmp_path: Path, make: Callable[[str, str, str], object]
) -> None:
    torn = tmp_path / "torn.mp4"
    torn.write_bytes(clip.read_bytes()[:2000])

    with pytest.raises((NotAVideo, DiskTrouble)) as told:
        make(str(clip), str(torn), str(tmp_path / "out"))

    assert "“torn.mp4”" in str(told.value.sentence)
    assert "fetched" not in str(told.value.sentence)
    assert list(tmp_path.iterdir()) == [torn]


@pytest.mark.parametrize(
    "make",
    [
        lambda place: write_timeline([a_clip()], place.with_suffix(".otio"), "cut"),
        lambda place: write_contact_sheet([a_clip()], place, "sheet"),
        a_picture_into_a_folder_that_is_gone,
    ],
    ids=["timeline", "sheet", "picture"],
)
def test_what_cannot_be_written_says_so_as_an_export(tmp_path: Path, make: Callable[[Path], None]) -> None:
    with pytest.raises(DiskTrouble) as told:
        make(tmp_path / "gone" / "out.html")

    assert told.value.code == "export-not-written"
    assert "The folder isn't there any more." in str(told.value.sentence)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOENT, "The folder isn't there any more."),
        (errno.ENODEV, "The folder isn't there any more."),
        (errno.EACCES, "The folder can't be written to."),
        (errno.EROFS, "The folder can't be written to."),
        (errno.ENOSPC, "The disk is full."),
        (errno.EIO, "The export couldn't be written (reading or writing failed)."),
    ],
)
def test_what_kept_an_export_from_being_written_is_said_in_words(
    tmp_path: Path, number: int, words: str
) -> None:
    def write_half() -> None:
        with beside(tmp_path / "film.mp4") as part:
            part.write_bytes(b"half of it")
            raise OSError(number, os.strerror(number))

    with pytest.raises(DiskTrouble) as told:
        write_half()

    assert str(told.value.sentence).startswith(words)
    assert "then export again" in str(told.value.sentence) or number == errno.EIO
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", [F.STILL, F.CLEAN_MP4, F.PNG_SEQUENCE])
def test_a_drive_that_has_gone_is_said_and_not_made_up_for(clip: Path, tmp_path: Path, how: F) -> None:
    target = tmp_path / "drive" / "exports" / "out"

    with pytest.raises(DiskTrouble) as told:
        asyncio.run(run_export(an_order(clip, target, how), lambda _share: None))

    assert "another folder" in str(told.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("unshare"), reason="needs a mount of its own")
def test_a_full_disk_is_said_and_nothing_half_written_is_left(clip: Path, tmp_path: Path) -> None:
    mount = tmp_path / "mount"
    mount.mkdir()
    script = (
        "import asyncio, sys; from pathlib import Path\n"
        "from vidu_desktop.adapters.export.export_process import *\n"
        "from vidu_desktop.domain.export import ExportFormat, ExportSettings\n"
        "from vidu_desktop.errors import BadInput, DiskTrouble\n"
        "async def main(mount, clip):\n"
        "    order = ExportOrder(video_path=clip, target=mount + '/out.mov',"
        " settings=ExportSettings(format=ExportFormat.PRORES))\n"
        "    try:\n"
        "        await run_export(order, lambda share: None)\n"
        "    except DiskTrouble as error:\n"
        "        print('full' if error.full else error, sorted(p.name for p in Path(mount).iterdir()))\n"
        "if __name__ == '__main__':\n"
        "    asyncio.run(main(*sys.argv[1:]))\n"
    )
    program = tmp_path / "program.py"
    program.write_text(script)
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = f'mount -t tmpfs -o size=8k tmpfs {mount} && exec "{sys.executable}" {program} {mount} {clip}'
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", command],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=environ,
    )
    if "Operation not permitted" in done.stderr:
        pytest.skip("no mount namespaces here")

    assert done.stdout.strip() == "full []", done.stderr


async def test_what_failed_at_the_making_is_not_blamed_on_the_video(clip: Path, tmp_path: Path) -> None:
    broken = ExportOrder(
        video_path=str(clip),
        target=str(tmp_path / "out.gif"),
        settings=cast("ExportSettings", "nonsense"),
    )

    with pytest.raises(BadInput) as told:
        await run_export(broken, quiet)

    assert told.value.code == "export-failed"
    assert "isn't the fault of the video" in str(told.value.sentence)
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - one look


async def test_a_process_that_is_ended_from_outside_is_said_as_that(clip: Path, tmp_path: Path) -> None:
    def end_it(_share: float) -> None:
        for child in multiprocessing.active_children():
            if child.name == "export":
                child.kill()

    with pytest.raises(BadInput) as told:
        await run_export(an_order(clip, tmp_path / "out.mov", F.PRORES), end_it)

    assert told.value.code == "export-ended"
    assert "broken" not in str(told.value.sentence)
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - one look


def test_a_disk_that_fills_while_clips_are_copied_together_is_said_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [str(write_numbered(tmp_path / f"{name}.mp4", 10)) for name in "ab"]
    opened = av.open

    def filling(place: str, mode: str = "r", **options: object) -> object:
        container = opened(place, mode, **options)  # type: ignore[call-overload]
        if mode == "r":
            return container
        add = container.add_stream_from_template
        return nullcontext(SimpleNamespace(add_stream_from_template=add, mux=full_disk))

    monkeypatch.setattr(av, "open", filling)
    with pytest.raises(DiskTrouble) as told:
        join(FilmWish(parts=parts_in_a_row(paths, drop_seams=False)), str(tmp_path / "whole.mp4"), quiet)

    assert told.value.full


def full_disk(_packet: object) -> None:
    raise OSError(errno.ENOSPC, "no room")


def test_clips_are_joined_in_order_without_the_doubled_seam(clip: Path, tmp_path: Path) -> None:
    first = write_numbered(tmp_path / "a.mp4", 10)
    second = write_numbered(tmp_path / "b.mp4", 12)

    join(
        FilmWish(parts=parts_in_a_row((str(first), str(second)), drop_seams=False)),
        str(tmp_path / "whole.mp4"),
        lambda *_: None,
    )
    join(
        FilmWish(parts=parts_in_a_row((str(first), str(second)), drop_seams=True)),
        str(tmp_path / "seamless.mp4"),
        lambda *_: None,
    )

    assert numbers_in(tmp_path / "whole.mp4") == [*range(10), *range(12)]
    assert numbers_in(tmp_path / "seamless.mp4") == [*range(10), *range(1, 12)]


def test_a_film_is_written_as_it_plays_as_a_video_and_as_pictures(tmp_path: Path) -> None:
    paths = [write_numbered(tmp_path / "a.mp4", 12), write_numbered(tmp_path / "b.mp4", 10)]
    parts = (
        FilmPart(video_path=str(paths[0]), skip_first=1, skip_last=3, speed=2.0),
        FilmPart(video_path=str(paths[1]), skip_first=7, speed=0.5),
    )
    film, pictures = tmp_path / "film.mp4", tmp_path / "film"

    join(FilmWish(parts=parts), str(film), lambda *_: None)
    join(FilmWish(parts=parts, as_pictures=True), str(pictures), lambda *_: None)

    assert numbers_in(film) == [1, 3, 5, 7, 7, 7, 8, 8, 9, 9]
    assert [path.name for path in sorted(pictures.iterdir())] == [f"frame_{n:04d}.png" for n in range(1, 11)]
    for number, path in zip(numbers_in(film), sorted(pictures.iterdir()), strict=True):
        grey = np.asarray(Image.open(path).convert("L"))
        assert number_in(lambda x, y, grey=grey: int(grey[y, x])) == number  # type: ignore[misc]


def test_clips_that_were_coded_alike_are_copied_picture_by_picture(tmp_path: Path) -> None:
    paths = [write_numbered(tmp_path / f"{name}.mp4", 10) for name in "ab"]

    join(
        FilmWish(parts=parts_in_a_row([str(path) for path in paths], drop_seams=False)),
        str(tmp_path / "whole.mp4"),
        lambda *_: None,
    )

    assert coded(tmp_path / "whole.mp4") == [*coded(paths[0]), *coded(paths[1])]


def coded(path: Path) -> list[bytes]:
    with av.open(str(path)) as container:
        return [bytes(packet) for packet in container.demux(video=0) if packet.size]


def test_others_follow_the_first_in_size_and_rate_and_sound_stays_with_its_pictures(tmp_path: Path) -> None:
    first = write_numbered(tmp_path / "a.mp4", 24, fps=24)
    loud = make_video(tmp_path / "b.mp4", seconds=1.0, audio=True)

    join(
        FilmWish(parts=parts_in_a_row((str(first), str(loud)), drop_seams=False)),
        str(tmp_path / "whole.mp4"),
        lambda *_: None,
    )

    with av.open(str(tmp_path / "whole.mp4")) as container, av.open(str(first)) as original:
        video, voice = container.streams.video[0], container.streams.audio[0]
        assert (video.width, video.height) == (
            original.streams.video[0].width,
            original.streams.video[0].height,
        )
        assert video.average_rate == Fraction(24)
        assert video.frames == 48
        assert float((voice.duration or 0) * (voice.time_base or 0)) == pytest.approx(2.0, abs=0.1)


@pytest.fixture
def longer_than_the_player_hears(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sound_track, "DURATION_MOST_S", 1)
    loud = make_video(tmp_path / "loud.mp4", seconds=3.0, audio=True)
    assert sound_track.read_sound(str(loud)) is None
    return loud


@pytest.mark.parametrize("how", ["export", "a part", "join"])
def test_a_long_film_keeps_its_sound(longer_than_the_player_hears: Path, tmp_path: Path, how: str) -> None:
    path, made = str(longer_than_the_player_hears), str(tmp_path / "made.mp4")
    match how:
        case "export":
            export(path, made, ExportSettings(format=F.H264), quiet)
        case "a part":
            export(path, made, ExportSettings(format=F.H264, first=12, last=35), quiet)
        case _:
            join(FilmWish(parts=parts_in_a_row((path, path), drop_seams=False)), made, quiet)

    wanted_s = {"export": 3.0, "a part": 1.0, "join": 6.0}[how]
    track = b"".join(sound_track.sound_between(made, 0.0, 60.0))
    assert len(track) / (sound_track.RATE_HZ * sound_track.MOMENT_BYTES) == pytest.approx(wanted_s, abs=0.1)
    for second in range(int(wanted_s)):
        middle = (2 * second + 1) * sound_track.RATE_HZ * sound_track.MOMENT_BYTES // 2
        assert max(array("h", track[middle : middle + 4000])) > 3000  # the tone, not silence


def test_joining_leaves_nothing_when_one_is_no_video(clip: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.mp4"
    page.write_text("<html>")

    with pytest.raises((NotAVideo, DiskTrouble)):
        join(
            FilmWish(parts=parts_in_a_row((str(clip), str(page)), drop_seams=False)),
            str(tmp_path / "whole.mp4"),
            lambda *_: None,
        )

    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    assert not (tmp_path / "whole.mp4").exists()


@pytest.mark.parametrize("extra_bytes", [-MOMENT_BYTES, 0, MOMENT_BYTES])
def test_a_sound_that_is_a_moment_off_is_made_as_long_as_its_pictures(
    monkeypatch: pytest.MonkeyPatch, extra_bytes: int
) -> None:
    """Where frames begin at times that aren't whole samples, the sound between two of them may be one sample too long or
    short.
    """
    length = RATE_HZ // 2 * MOMENT_BYTES
    monkeypatch.setattr(film_sound, "sound_between", lambda *_: iter([b"\1" * (length + extra_bytes)]))
    table = FrameTable(
        starts_s=tuple(n / 24 for n in range(12)),
        end_s=0.5,
        fps=24.0,
        width_px=8,
        height_px=8,
        has_sound=True,
    )

    film = film_of(FilmWish(parts=parts_in_a_row(["clip.mp4"], drop_seams=False)), [table])

    assert len(b"".join(part_sound(film, 0))) == length
