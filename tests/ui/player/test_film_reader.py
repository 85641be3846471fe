"""A film is read as one video: each frame is the one that an export would write, the next part is opened before the seam, and
never a third.
"""

from fakes.film_desk import FilmDesk, a_film, a_table, seen_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from vidu_desktop.domain.export import Fit
from vidu_desktop.domain.film import Film, FilmPart, FilmWish, PartColours, film_of
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.player.film_reader import FilmOpener, FilmReader
from vidu_desktop.ui.player.mixing import framed


def opened(film: Film, desk: FilmDesk) -> FilmReader:
    came: list[FilmReader | ViduDesktopError] = []
    FilmOpener(film, desk).open("", came.append)
    (reader,) = came
    assert isinstance(reader, FilmReader)
    return reader


def shown(reader: FilmReader, frame: int, direction: int = 1) -> tuple[int, int]:
    came: list[QImage | None] = []
    reader.want(frame, came.append, direction=direction)
    (image,) = came
    assert image is not None
    return seen_in(image)


trims = st.integers(0, 40)
wanted_parts = st.lists(
    st.tuples(trims, trims, st.floats(0.25, 4.0), st.integers(1, 40)), min_size=1, max_size=5
)


@given(wanted_parts, st.sampled_from([1, -1]))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=30)
def test_the_frames_that_are_played_are_those_that_are_written(
    wanted: list[tuple[int, int, float, int]], direction: int
) -> None:
    parts = [
        FilmPart(video_path=str(number), skip_first=first, skip_last=last, speed=speed)
        for number, (first, last, speed, _count) in enumerate(wanted)
    ]
    film = film_of(FilmWish(parts=tuple(parts)), [a_table(count) for *_, count in wanted])
    reader = opened(film, FilmDesk())
    written = [(number, frame) for number, frames in enumerate(film.frames) for frame in frames]

    played = [shown(reader, frame, direction) for frame in range(film.count)[::direction]]

    assert played == written[::direction]


def test_the_next_part_is_open_and_its_frame_there_before_the_seam_and_the_one_before_is_let_go_after_it() -> (
    None
):
    desk, film = FilmDesk(), a_film(96, 96, 96, 96)
    reader = opened(film, desk)
    most = 0
    for frame in range(film.count):
        if frame in film.seams:
            assert reader.decoded(frame) is not None, "whoever plays has to wait at the seam"
        shown(reader, frame)
        most = max(most, len(desk.open_now))
        assert str(film.part_at(frame)) in desk.open_now

    assert most == 2
    # At the end, the first part is ready, because a film plays in a loop.
    assert desk.open_now == ["3", "0"]


def test_a_range_across_a_seam_keeps_both_parts_open_round_and_round() -> None:
    desk, film = FilmDesk(), a_film(96, 96, 96)
    reader = opened(film, desk)
    first, last = film.seams[0] - 10, film.seams[0] + 10
    reader.set_range(first, last)

    for _ in range(3):
        for frame in range(first, last + 1):
            shown(reader, frame)

    assert [one.path for one in desk.opened] == ["0", "1"]
    assert [one.range for one in desk.opened] == [(86, 95), (1, 11)]


def test_a_step_back_over_a_seam_finds_the_part_open() -> None:
    desk, film = FilmDesk(), a_film(96, 96)
    reader = opened(film, desk)
    seam = film.seams[0]
    for frame in (seam - 1, seam, seam + 1, seam, seam - 1):
        shown(reader, frame)

    assert [one.path for one in desk.opened] == ["0", "1"]


def test_a_leap_opens_what_is_there_and_answers_when_it_is_open() -> None:
    desk, film = FilmDesk(waits={"2"}), a_film(96, 96, 96)
    reader = opened(film, desk)
    came: list[QImage | None] = []

    reader.want(film.seams[1] + 40, came.append)
    assert came == []
    desk.let_go()

    assert [seen_in(image) for image in came if image is not None] == [(2, 41)]
    assert desk.open_now == ["2"]


def test_a_part_that_cannot_be_read_answers_with_nothing() -> None:
    desk, film = FilmDesk(waits={"1"}, broken={"1"}), a_film(96, 96)
    reader = opened(film, desk)
    came: list[QImage | None] = []

    reader.want(film.seams[0] + 5, came.append)
    desk.let_go()

    assert came == [None]


def test_when_a_film_is_closed_no_file_is_open_and_none_is_opened_any_more() -> None:
    desk, film = FilmDesk(waits={"1"}), a_film(30, 96)
    reader = opened(film, desk)
    shown(reader, 20)

    reader.close()
    desk.let_go()

    assert desk.open_now == []
    assert desk.opened[0].closed


def test_a_picture_of_another_shape_stands_in_the_films_as_it_is_written() -> None:
    image = QImage(50, 100, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)

    bars, cut = (framed(image, (200, 100), fit) for fit in (Fit.BARS, Fit.CROP))

    assert (bars.width(), bars.height()) == (cut.width(), cut.height()) == (200, 100)
    assert [bars.pixelColor(x, 50).lightness() for x in (10, 100, 190)] == [0, 255, 0]
    assert cut.pixelColor(10, 50).lightness() == 255


def test_in_other_colours_a_film_goes_on_and_who_waits_gets_the_frame_in_those() -> None:
    desk, film = FilmDesk(waits={"1"}), a_film(96, 96)
    reader = opened(film, desk)
    came: list[QImage | None] = []
    reader.want(film.seams[0] + 5, came.append)
    shift = PartColours(start=(0.5,) * 18, end=None)

    reader.recolour(film.in_colours(matches=True, colours=(None, shift)))
    assert came == []
    desk.let_go()

    assert [seen_in(image) for image in came if image is not None] == [(1, 6)]
    assert [(one.path, one.colours) for one in desk.opened if not one.left] == [("1", shift)]


def test_where_a_part_comes_in_both_are_mixed_as_they_are_written() -> None:
    wish = FilmWish(parts=(FilmPart(video_path="0"), FilmPart(video_path="1", skip_first=1, fade=12)))
    film = film_of(wish, [a_table(96), a_table(96)])
    desk = FilmDesk()
    reader = opened(film, desk)
    for direction in (1, -1):
        for frame in range(film.count)[::direction]:
            came: list[QImage | None] = []
            reader.want(frame, came.append, direction=direction)
            (image,) = came
            assert image is not None
            assert reader.decoded(frame) is not None
            part, own = seen_in(image)
            below, (upper_part, upper) = film.below(frame), film.place_of(frame)
            if below is None:
                assert (part, own) == (upper_part, upper)
            else:  # the frames' numbers are grey levels, so they are mixed like colours
                assert abs(own - (below[1] * (1 - below[2]) + upper * below[2])) <= 1.5
    assert len(desk.open_now) == 2


def test_a_wish_in_a_fade_waits_for_both_and_fails_with_either() -> None:
    wish = FilmWish(parts=(FilmPart(video_path="0"), FilmPart(video_path="1", fade=12)))
    film = film_of(wish, [a_table(96), a_table(96)])
    for broken, outcome in ((set(), 1), ({"1"}, 0)):
        desk = FilmDesk(waits={"1"}, broken=broken)
        reader = opened(film, desk)
        came: list[QImage | None] = []
        reader.want(film.seams[0] + 4, came.append)
        assert came == []
        desk.let_go()
        assert [image is not None for image in came] == [bool(outcome)]
