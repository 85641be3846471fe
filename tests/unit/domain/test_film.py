"""A film shows the wanted frames of each part at the wanted speed; no frame is doubled or lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.domain.film import (
    FADE_MOST,
    Film,
    FilmPart,
    FilmWish,
    film_of,
    parts_in_a_row,
)
from vidu_desktop.domain.frames import FrameTable
from vidu_desktop.errors import BadInput


def a_table(count: int, fps: float = 24.0, size: tuple[int, int] = (1280, 720)) -> FrameTable:
    starts_s = tuple(number / fps for number in range(count))
    return FrameTable(starts_s=starts_s, end_s=count / fps, fps=fps, width_px=size[0], height_px=size[1])


def shown(film: Film) -> list[tuple[int, int]]:
    return [film.place_of(frame) for frame in range(film.count)]


trims = st.integers(0, 120)
parts = st.builds(
    FilmPart, video_path=st.just("clip.mp4"), skip_first=trims, skip_last=trims, speed=st.floats(0.25, 4.0)
)
fading = st.builds(
    FilmPart, video_path=st.just("clip.mp4"), skip_first=st.integers(0, 9), fade=st.integers(0, FADE_MOST)
)
tables = st.builds(a_table, st.integers(1, 100), st.sampled_from([1.0, 8.0, 12.0, 23.976, 24.0, 25.0, 60.0]))


@given(st.lists(st.tuples(parts, tables), min_size=1, max_size=6))
def test_each_frame_of_a_film_is_the_one_that_is_written_there(
    wanted: list[tuple[FilmPart, FrameTable]],
) -> None:
    film = film_of(FilmWish(parts=tuple(part for part, _ in wanted)), [table for _, table in wanted])
    written = [(number, frame) for number, frames in enumerate(film.frames) for frame in frames]

    assert shown(film) == written
    assert film.table.count == film.count == len(written)


@given(st.lists(st.tuples(fading, tables), min_size=1, max_size=6))
def test_with_fades_every_frame_of_every_part_is_seen_once_and_never_three_at_once(
    wanted: list[tuple[FilmPart, FrameTable]],
) -> None:
    film = film_of(FilmWish(parts=tuple(part for part, _ in wanted)), [table for _, table in wanted])

    upper, lower = shown(film), [film.below(frame) for frame in range(film.count)]

    seen = [*upper, *(one[:2] for one in lower if one is not None)]
    assert sorted(seen) == [(number, frame) for number, frames in enumerate(film.frames) for frame in frames]
    assert len(film.table.starts_s) == film.count == len(upper)
    for frame, (part, _own) in enumerate(upper):
        below = lower[frame]
        if below is not None:
            assert below[0] == part - 1
            assert 0 < below[2] < 1
    assert all(fade <= part.fade for fade, part in zip(film.fades, film.parts, strict=True))


def test_a_part_comes_in_evenly_over_the_end_of_the_one_before() -> None:
    wish = FilmWish(parts=(FilmPart(video_path="a"), FilmPart(video_path="b", skip_first=1, fade=3)))

    film = film_of(wish, [a_table(10), a_table(10)])

    assert film.count == 10 + 9 - 3
    assert film.seams == (7,)
    assert [film.place_of(frame) for frame in (6, 7, 9, 10)] == [(0, 6), (1, 1), (1, 3), (1, 4)]
    assert [film.below(frame) for frame in (6, 7, 8, 9, 10)] == [
        None, (0, 7, 0.25), (0, 8, 0.5), (0, 9, 0.75), None
    ]  # fmt: skip


@given(st.lists(st.tuples(parts, tables), min_size=1, max_size=6))
def test_a_part_goes_from_its_first_wanted_frame_towards_its_last(
    wanted: list[tuple[FilmPart, FrameTable]],
) -> None:
    film = film_of(FilmWish(parts=tuple(part for part, _ in wanted)), [table for _, table in wanted])

    for (part, table), frames in zip(wanted, film.frames, strict=True):
        first, last = part.used_of(table.count)
        assert frames[0] == first
        assert frames[-1] <= last
        assert all(earlier <= later for earlier, later in pairwise(frames))
        span_s = table.starts_s[last] + table.duration_s(last) - table.starts_s[first]
        wanted_frames = max(1.0, span_s / part.speed * film.rate_fps)
        assert (
            abs(len(frames) - wanted_frames) <= 0.5 + 1e-6
        )  # a half, as of a frame at a speed of 0.4, goes either way


@given(st.lists(st.integers(2, 100), min_size=1, max_size=8), st.booleans())
def test_without_the_doubled_frames_a_film_has_one_frame_less_at_each_seam(
    counts: list[int], drop_seams: bool
) -> None:
    paths = [f"{number}.mp4" for number in range(len(counts))]

    film = film_of(
        FilmWish(parts=parts_in_a_row(paths, drop_seams=drop_seams)), [a_table(count) for count in counts]
    )

    assert film.count == sum(counts) - (len(counts) - 1) * drop_seams
    assert [film.place_of(seam) for seam in film.seams] == [
        (number, int(drop_seams)) for number in range(1, len(counts))
    ]


def test_twice_as_fast_shows_every_second_frame_and_half_as_fast_each_twice() -> None:
    fast, slow = (FilmPart(video_path="clip.mp4", speed=speed) for speed in (2.0, 0.5))

    film = film_of(FilmWish(parts=(fast, slow)), [a_table(8), a_table(3)])

    assert film.frames == ((0, 2, 4, 6), (0, 0, 1, 1, 2, 2))


def test_a_standing_picture_in_front_does_not_set_the_rate() -> None:
    title = FrameTable(starts_s=(0.0,), end_s=2.0, fps=0.5, width_px=640, height_px=360)

    film = film_of(
        FilmWish(parts=parts_in_a_row(["title.mp4", "clip.mp4"], drop_seams=False)), [title, a_table(24)]
    )

    assert film.rate_fps == 24.0
    assert film.frames[0] == (0,) * 48
    assert film.size_px == (640, 360)


def test_outside_of_a_film_is_its_nearest_end() -> None:
    film = film_of(
        FilmWish(parts=parts_in_a_row(["a.mp4", "b.mp4"], drop_seams=True)), [a_table(5), a_table(5)]
    )

    assert film.place_of(-3) == (0, 0)
    assert film.place_of(99) == (1, 4)


@pytest.mark.parametrize(
    "wrong", [{"skip_first": -1}, {"skip_last": -1}, {"speed": 0.0}, {"speed": 9.0}, {"fade": 97}]
)
def test_what_no_film_can_show_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(BadInput):
        FilmPart(video_path="clip.mp4", **wrong)  # type: ignore[arg-type]


def test_a_file_that_moved_is_followed() -> None:
    film = film_of(
        FilmWish(parts=parts_in_a_row(["a.mp4", "b.mp4"], drop_seams=True)), [a_table(5), a_table(5)]
    )

    moved = film.moved("b.mp4", "c.mp4")

    assert [part.video_path for part in moved.parts] == ["a.mp4", "c.mp4"]
    assert shown(moved) == shown(film)
