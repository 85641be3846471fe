"""A timeline shows what its film shows: the same frames for as long, whatever the rates, and where they vary."""

from itertools import pairwise
from pathlib import Path

import opentimelineio as otio
import pytest
from fakes.clips import a_clip
from fakes.videos import make_timed

from vidu_desktop.adapters.export.timeline import write_timeline
from vidu_desktop.adapters.export.timeline_pieces import leader_of, pieces_of
from vidu_desktop.adapters.video.source_facts import SourceFacts, source_facts
from vidu_desktop.domain.film import FilmPart, FilmWish, film_of
from vidu_desktop.domain.frames import FrameTable

VARYING = (*(number / 12 for number in range(12)), *(1 + number / 48 for number in range(48)))
"""A second of 12 frames, then one of 48."""


def a_table(starts_s: tuple[float, ...], end_s: float, fps: float) -> FrameTable:
    return FrameTable(starts_s=starts_s, end_s=end_s, fps=fps, width_px=64, height_px=48)


def steady(fps: float, count: int = 96) -> FrameTable:
    return a_table(tuple(number / fps for number in range(count)), count / fps, fps)


def facts_of(table: FrameTable) -> SourceFacts:
    fps = table.even_rate_fps
    return SourceFacts(
        path=Path("a.mp4"),
        fps=fps,
        frame_count=round(table.end_s * fps),
        width_px=64,
        height_px=48,
        starts_s=() if table.is_steady else (*table.starts_s, table.end_s),
    )


TABLES = {
    "24": steady(24.0),
    "23.976": steady(24000 / 1001),
    "30": steady(30.0),
    "60": steady(60.0, 240),
    "still": steady(1.0, 4),
    "varying": a_table(VARYING, 2.0, 30.0),
    "short": steady(25.0, 5),
}
WHOLE = FilmPart(video_path="a.mp4")


def part(first: int = 0, last: int = 0, speed: float = 1.0, fade: int = 0) -> FilmPart:
    return FilmPart(video_path="a.mp4", skip_first=first, skip_last=last, speed=speed, fade=fade)


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        (["24", "varying"], [WHOLE, part(3, 5)]),
        (["varying", "24"], [part(3, 5), WHOLE]),
        (["24", "60"], [WHOLE, part(fade=12)]),
        (["60", "24", "30"], [WHOLE, part(1, fade=12), part(fade=7)]),
        (["30", "varying", "23.976"], [part(2), part(2, 9, fade=24), part(fade=24)]),
        (["24", "short", "24"], [WHOLE, part(fade=96), part(fade=96)]),
        (["still", "24", "30"], [WHOLE, part(1), part(1)]),
        (["24", "30", "varying"], [part(speed=2.0), part(4, 4, speed=0.5), part(3, speed=1.5)]),
        (["24", "60"], [part(speed=0.5), part(speed=0.5, fade=12)]),
    ],
)
def test_the_pieces_are_those_of_the_film(names: list[str], parts: list[FilmPart]) -> None:
    tables = [TABLES[name] for name in names]
    film = film_of(FilmWish(parts=tuple(parts)), tables)
    sources = [facts_of(table) for table in tables]

    pieces = pieces_of(parts, sources)

    assert leader_of(sources).fps == film.rate_fps
    assert sum(piece.length for piece in pieces) == film.count
    begins_s = [piece.first / piece.source.fps for piece in pieces]
    for number, (begin_s, fade) in enumerate(zip(begins_s, film.fades, strict=True)):
        shown = film.frames[number][fade - fade // 2]
        table = tables[number]
        # The frame that is shown there, or the next one where times are rounded.
        assert table.starts_s[shown] - 1e-6 <= begin_s <= table.starts_s[shown] + table.duration_s(shown)


def test_one_cut_lies_in_the_middle_of_a_fade() -> None:
    tables = [steady(24.0, 10), steady(24.0, 10)]
    pieces = pieces_of([WHOLE, part(1, fade=5)], [facts_of(table) for table in tables])

    assert [(piece.first, piece.length) for piece in pieces] == [(0, 8), (4, 6)]


@pytest.mark.parametrize("ending", ["otio", "xml", "edl"])
def test_a_varying_clip_without_its_first_frames_begins_where_its_film_does(
    tmp_path: Path, ending: str
) -> None:
    path = make_timed(tmp_path / "varying.mp4", VARYING, 1 / 48)
    clip = a_clip("varying", video_path=str(path))
    parts = [FilmPart(video_path=str(path), skip_first=6, skip_last=24)]

    write_timeline([clip], tmp_path / f"cut.{ending}", "cut", parts)

    adapter = {"otio": "otio_json", "xml": "fcp_xml", "edl": "cmx_3600"}[ending]
    options = {"rate": 48} if ending == "edl" else {}
    read = otio.adapters.read_from_file(str(tmp_path / f"cut.{ending}"), adapter, **options)
    timeline = read[0] if isinstance(read, otio.schema.SerializableCollection) else read
    [item] = timeline.find_clips()
    span = item.source_range
    assert (span.start_time.to_seconds(), span.duration.to_seconds()) == pytest.approx((0.5, 1.0))


def test_a_file_of_a_varying_rate_tells_when_its_frames_begin(tmp_path: Path) -> None:
    varying = make_timed(tmp_path / "varying.mp4", VARYING, 1 / 48)
    even = make_timed(tmp_path / "even.mp4", [number / 24 for number in range(24)], 1 / 24)
    facts = [source_facts(a_clip(path.stem, video_path=str(path))) for path in (varying, even)]

    assert [source.shown_count for source in facts] == [60, 24]
    assert [source.place_of(12) for source in facts] == pytest.approx([48.0, 12.0])
    assert all(later > earlier for earlier, later in pairwise(facts[0].starts_s))
