"""Makes libraries for the figures: as many clips as asked for, each a record and a video as the program keeps them.

    python -m tests.benchmarks.big_library HOME CLIPS

The videos are a few small ones, linked; the records are all different: prompts in three languages, tags, ratings,
projects with takes. The index is filled by the program's own rebuild. The same seed gives the same library.
"""

import asyncio
import hashlib
import json
import os
import random
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from fakes.requests import a_request

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.clip import VideoFacts
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.marks import Marks, Verdict
from vidu_desktop.domain.modes import FrameSize
from vidu_desktop.domain.naming import clip_folder
from vidu_desktop.domain.options import Movement
from vidu_desktop.domain.pictures import JobPicture, PreparedPicture
from vidu_desktop.domain.records import StoredAs, record_bytes, record_of, with_marks
from vidu_desktop.domain.settings import Settings
from vidu_desktop.wiring.storage import open_storage

SEED = 20261127
FACES = 40
"""How many different videos and covers there are."""
SIZE = FrameSize(320, 180)
FIRST = datetime(2024, 1, 5, 9, tzinfo=UTC)
MODELS = (("vidu2-image", 1), ("vidu2-start-end", 2), ("vidu2-reference", 2))

_WHO = (
    "A red fox",
    "An old sailor",
    "The girl with the paper lantern",
    "A ceramic teapot",
    "A city tram",
    "小さな猫",
    "夜の駅に立つ少女",
    "一只白色的猫",
    "戴草帽的小男孩",
    "老式咖啡机",
    "A running shoe",
    "赤い傘の女の人",
)
_DOES = (
    "runs through fresh snow",
    "turns to the camera",
    "rises out of the fog",
    "slowly rotates on a marble table",
    "歩いて遠ざかる",
    "ゆっくり振り向く",
    "在雨中奔跑",
    "慢慢转身微笑",
    "glows in the evening light",
    "が風に揺れる",
)
_HOW = (
    "",
    ", cinematic light",
    ", soft focus, 35 mm",
    "、水彩風",
    ",电影感光线",
    ", pastel colours, calm camera",
    ", seamless product shot on white",
    "、夕焼け",
)
_TAGS = ("hero", "draft", "client A", "夏", "产品", "night", "loop", "b-roll", "approved", "rework")


def make(home: Path, clips: int) -> int:
    """Make a library of this many clips below `home`, a program's home; return how many clips its index has."""
    paths = resolve_paths(str(home))
    videos = [video_of(home / "faces", number) for number in range(FACES)]
    facts = [facts_of(path) for path in videos]
    rng = random.Random(SEED)
    takes: dict[tuple[str, str], int] = {}
    moment = FIRST
    for number in range(clips):
        moment += timedelta(seconds=rng.randrange(30, 1200), microseconds=rng.randrange(1_000_000))
        job = _job(number, moment, rng)
        face = rng.randrange(FACES)
        folder = paths.library_dir.joinpath(*clip_folder(moment.date()).parts)
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{moment:%Y-%m-%d}_clip-{number:06d}"
        os.link(videos[face], folder / f"{name}.mp4")
        keeping = StoredAs(clip_id=job.job_id, file_name=f"{name}.mp4", kept_at=moment)
        record = with_marks(record_of(job, facts[face], keeping), _marks(rng, takes))
        (folder / f"{name}.json").write_bytes(record_bytes(record))
    _cover(home, clips)
    storage = open_storage(paths, Settings(), *nobody_and_clock())
    try:
        return asyncio.run(storage.library.rebuild()).clips
    finally:
        storage.close()


def _job(number: int, moment: datetime, rng: random.Random) -> Job:
    model, pictures = rng.choice(MODELS)
    rehearsal = rng.random() < 0.2
    request = a_request(
        rng.choice(_WHO) + " " + rng.choice(_DOES) + rng.choice(_HOW),
        model=model,
        picture_paths=(),
        movement=rng.choice(list(Movement)),
        audio=rng.random() < 0.3,
    )
    return Job(
        job_id=f"job-{number:06d}",
        state=JobState.STORED,
        request=request,
        pictures=tuple(_picture(number, place) for place in range(pictures)),
        rehearsal=rehearsal,
        price=usd("0.20"),
        created_at=moment,
        request_id=f"ticket-{number:06d}",
        sent_at=moment,
        task_id=f"task-{number:06d}",
        accepted_at=moment,
    )


def _picture(number: int, place: int) -> JobPicture:
    sha256 = hashlib.sha256(f"{number} {place}".encode()).hexdigest()
    prepared = PreparedPicture(
        sha256=sha256, media_type="image/png", width_px=1280, height_px=720, image_bytes=900_000
    )
    return JobPicture(source_path=f"/pictures/{number}.png", name=f"{number}.png", prepared=prepared)


def _marks(rng: random.Random, takes: dict[tuple[str, str], int]) -> Marks:
    project = shot = ""
    take = None
    if rng.random() < 0.5:
        project, shot = rng.choice(("Moon", "Tea shop", "春の物語")), f"S{10 * rng.randrange(1, 40):03d}"
        take = takes[project, shot] = takes.get((project, shot), 0) + 1
    return Marks(
        star=rng.random() < 0.08,
        rating=rng.choices(range(6), (60, 3, 8, 12, 10, 7))[0],
        verdict=rng.choices((None, Verdict.KEEP, Verdict.REJECT), (60, 20, 20))[0],
        tags=tuple(rng.sample(_TAGS, rng.randrange(0, 3))),
        note="the hand melts at the end" if rng.random() < 0.05 else "",
        project=project,
        shot=shot,
        take=take,
    )


def video_of(folder: Path, number: int) -> Path:
    """Encode a small video with moving pictures; the same number gives the same video."""
    import av
    from PIL import Image, ImageDraw

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{number}.mp4"
    if path.exists():
        return path
    rng = random.Random(number)
    ground, ink = (tuple(rng.randrange(20, 235) for _ in range(3)) for _ in range(2))
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=24)
        stream.width, stream.height, stream.pix_fmt = SIZE.width_px, SIZE.height_px, "yuv420p"
        for frame in range(24):
            picture = Image.new("RGB", (SIZE.width_px, SIZE.height_px), ground)
            pen = ImageDraw.Draw(picture)
            left = 20 + frame * 6
            pen.ellipse((left, 40, left + 100, 140), fill=ink)
            pen.rectangle((0, 150, SIZE.width_px, SIZE.height_px), fill=tuple(value // 2 for value in ground))
            container.mux(stream.encode(av.VideoFrame.from_image(picture)))
        container.mux(stream.encode(None))
    return path


def facts_of(path: Path) -> VideoFacts:
    """Return the facts that a record has about one of these videos."""
    return VideoFacts(
        width_px=SIZE.width_px,
        height_px=SIZE.height_px,
        duration_s=1.0,
        fps=24.0,
        frame_count=24,
        video_codec="h264",
        audio_codec=None,
        file_bytes=path.stat().st_size,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
    )


def _cover(home: Path, clips: int) -> None:
    """Give each clip a cover, as a link to one of a few."""
    import av

    covers_dir = resolve_paths(str(home)).covers_dir
    faces = []
    for number in range(FACES):
        path = home / "faces" / f"{number}.jpg"
        with av.open(str(home / "faces" / f"{number}.mp4")) as container:
            next(container.decode(video=0)).to_image().save(path, "JPEG")
        faces.append(path)
    for number in range(clips):
        name = f"job_{number:06d}"
        folder = covers_dir / name[:2]
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{name}.jpg"
        if not target.exists():
            os.link(faces[number % FACES], target)


def nobody_and_clock() -> tuple[Any, Any]:
    """Return what a storage needs that is only filled: an object that looks into no file, and the time."""
    return _Nobody(), _Clock()


class _Nobody:
    """Looks into no file, because the records say everything."""


class _Clock:
    @staticmethod
    def now() -> datetime:
        return datetime.now(UTC)


if __name__ == "__main__":
    print(json.dumps({"clips": make(Path(sys.argv[1]).absolute(), int(sys.argv[2]))}))
