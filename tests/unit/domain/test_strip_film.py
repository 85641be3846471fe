"""A film of a strip knows which gap and which still each of its frames shows, and where they are."""

from dataclasses import replace

from fakes.film_desk import a_film
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.domain.film import FilmPart
from vidu_desktop.domain.stand_ins import StandIn
from vidu_desktop.domain.strip_film import StripFilm, StripPart, parts_in_film

STRIP = [
    StripPart(clip_id="a", start="S010", end="S020"),
    StripPart(clip_id="b", start="S020", end="S030"),
    StripPart(clip_id="c", start="S030", end="S010"),
]


def test_a_frame_is_in_its_gap_and_a_still_only_where_it_is_seen() -> None:
    # 5 frames, then 4 each: the still between two gaps is shown once.
    film = StripFilm(a_film(5, 5, 5), STRIP)
    assert [film.position_of(frame).gap for frame in range(13)] == ["S010"] * 5 + ["S020"] * 4 + ["S030"] * 4
    stills = {frame: film.position_of(frame).still for frame in range(13) if film.position_of(frame).still}
    assert stills == {0: "S010", 4: "S020", 8: "S030"}
    assert [film.position_of(frame).share for frame in range(5)] == [0, 0.25, 0.5, 0.75, 1]


def test_a_gap_begins_with_its_first_frame_and_a_still_is_where_it_is_seen() -> None:
    film = StripFilm(a_film(5, 5), STRIP[:2])
    assert [film.frame_of_gap(shot) for shot in ("S010", "S020", "S030")] == [0, 5, None]
    assert [film.frame_of_still(shot) for shot in ("S010", "S020", "S030", "S040")] == [0, 4, 8, None]


def test_a_still_whose_frames_are_left_out_is_nowhere_and_a_click_goes_beside_it() -> None:
    film = StripFilm(a_film(5, 5, skip_first=2, skip_last=1), STRIP[:2])
    stills = {frame: still for frame in range(6) if (still := film.position_of(frame).still)}
    assert stills == {0: "S010"}
    assert [film.frame_of_still(shot) for shot in ("S010", "S020", "S030")] == [0, 3, 5]


@given(st.lists(st.integers(2, 9), min_size=1, max_size=3), st.integers(0, 1))
def test_going_to_a_gap_shows_that_gap_and_to_a_still_that_still(counts: list[int], skip_first: int) -> None:
    film = StripFilm(a_film(*counts, skip_first=skip_first), STRIP[: len(counts)])
    for part in STRIP[: len(counts)]:
        begin, still = film.frame_of_gap(part.start), film.frame_of_still(part.start)
        assert begin is not None
        assert film.position_of(begin).gap == part.start
        assert still is not None
        assert film.position_of(still).still == part.start


def test_what_could_not_be_read_is_left_out() -> None:
    assert parts_in_film(STRIP, a_film(5, 5).parts, ["a", "c"]) == (STRIP[0], STRIP[2])


def test_stills_that_stand_in_are_known_by_their_gap() -> None:
    stand_in = StandIn(gap="S020", start_path="", end_path="", seconds=4.0, size_px=(64, 36))
    strip = [STRIP[0], replace(STRIP[1], clip_id=None), STRIP[2]]
    video, stills = FilmPart(video_path="0"), FilmPart(video_path="0", stand_in=stand_in)
    other = replace(stills, stand_in=replace(stand_in, gap="S030"))
    assert parts_in_film(strip, [video, stills, video], ["a", "c"]) == tuple(strip)
    assert parts_in_film(strip, [stills, video], ["c"]) == tuple(strip[1:])
    for parts, clip_ids in (([video, video], ["a", "b"]), ([video, other], ["a"]), ([stills, video], ["a"])):
        assert parts_in_film(strip, parts, clip_ids) is None


def test_another_film_is_not_the_strips() -> None:
    for clip_ids in (["b", "a"], ["a", "x"], ["a", "a"], []):
        assert parts_in_film(STRIP, [FilmPart(video_path=one) for one in clip_ids], clip_ids) is None
