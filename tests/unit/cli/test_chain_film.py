"""The film of a chain as a command requests it: trims and speeds for all gaps or for one, refused before anything is paid."""

import argparse
from pathlib import Path

import pytest
from fakes.clips import a_clip

from vidu_desktop.batch.chain import Gap
from vidu_desktop.cli.argument_types import shot_frames, shot_speed
from vidu_desktop.cli.chain_out import check_targets, film_parts, planned_parts
from vidu_desktop.cli.film_out import check_planned_trims, check_trims
from vidu_desktop.domain.film import parts_in_a_row
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import OptionValue
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.errors import BadInput

SHOTS = ["S010", "S020", "S030"]


def asked(**values: object) -> argparse.Namespace:
    usual = {"trim": [], "speed": [], "join": None, "timeline": None, "sheet": None, "loop": False}
    return argparse.Namespace(
        **{**usual, "pictures": False, "match_colours": False, "sound": None, "fade": 0, **values}
    )


def test_what_is_said_for_one_gap_goes_before_what_is_said_for_all() -> None:
    wish = asked(trim=[shot_frames("2"), shot_frames("s020=6")], speed=[shot_speed("S030=0.5")])
    parts = film_parts(wish, SHOTS, SHOTS)
    assert [(one.skip_first, one.skip_last, one.speed) for one in parts] == [
        (0, 2, 1),
        (7, 6, 1),
        (3, 0, 0.5),
    ]


def test_a_loop_begins_again_without_showing_a_frame_twice() -> None:
    for wish, ends in ((asked(loop=True), (0, 1)), (asked(loop=True, trim=[shot_frames("2")]), (0, 1))):
        parts = film_parts(wish, SHOTS, SHOTS)
        assert (parts[0].skip_first, parts[-1].skip_last) == ends


@pytest.mark.parametrize("speed", ["9", "0", "S020=9"])
def test_a_speed_that_cannot_be_played_is_refused(speed: str) -> None:
    with pytest.raises(BadInput, match="times as fast"):
        film_parts(asked(speed=[shot_speed(speed)]), SHOTS, SHOTS)


def test_a_gap_that_is_not_in_the_chain_is_refused() -> None:
    with pytest.raises(BadInput, match="S090"):
        film_parts(asked(trim=[shot_frames("S090=1")]), SHOTS, SHOTS)


@pytest.mark.parametrize("text", ["", "-1", "2.5", "S010=", "S010=x", "S010=" + "9" * 5_000, "٢"])
def test_what_is_no_number_of_frames_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        shot_frames(text)


@pytest.mark.parametrize(
    ("wish", "name", "ending"),
    [("join", "film.txt", ".mp4"), ("join", "film", ".mp4"), ("sheet", "sheet.pdf", ".html")],
)
def test_what_is_written_is_what_its_name_says(wish: str, name: str, ending: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=f"ends with {ending}"):
        check_targets(asked(**{wish: tmp_path / name}))
    check_targets(asked(**{wish: tmp_path / f"good{ending.upper()}"}))
    check_targets(asked(join=tmp_path / "frames", pictures=True))


@pytest.mark.parametrize("wish", [{"trim": [("", 2)]}, {"speed": [("", 2.0)]}, {"pictures": True}])
def test_what_would_do_nothing_without_a_film_is_refused(wish: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="for a film"):
        check_targets(asked(**wish, sheet=tmp_path / "sheet.html"))
    check_targets(asked(**wish, join=tmp_path / "film.mp4"))


@pytest.mark.parametrize("ending", ["edl", "xml"])
def test_a_timeline_that_cannot_tell_a_speed_is_refused_before_any_video_is_made(ending: str) -> None:
    target = Path(f"film.{ending}")
    assert len(planned_parts(asked(timeline=target, trim=[("", 2)]), SHOTS)) == len(SHOTS)
    with pytest.raises(BadInput, match="faster or slower") as raised:
        planned_parts(asked(timeline=target, speed=[("S020", 2.0)]), SHOTS)
    assert raised.value.code == "timeline-speed"
    planned_parts(asked(timeline=Path("film.otio"), speed=[("S020", 2.0)]), SHOTS)


def test_a_timeline_that_cannot_hold_so_many_gaps_is_refused_before_any_video_is_made() -> None:
    shots = [f"S{number:05}" for number in range(1000)]
    planned_parts(asked(timeline=Path("film.edl")), shots[:-1])
    with pytest.raises(BadInput, match="holds 999 videos"):
        planned_parts(asked(timeline=Path("film.edl")), shots)
    planned_parts(asked(timeline=Path("film.xml")), shots)


@pytest.mark.parametrize(("trim", "frames"), [(47, 96), (0, 1)])
def test_a_video_of_which_a_frame_is_left_is_in_the_film(trim: int, frames: int) -> None:
    clips = [a_clip("a", frames=999), a_clip("b", frames=frames), a_clip("c", frames=999)]
    parts = parts_in_a_row([clip.video_path for clip in clips], drop_seams=True, trim=trim)
    check_trims(parts, clips)


@pytest.mark.parametrize("trim", [48, 95, 9999, 10**30])
def test_a_trim_that_leaves_nothing_of_a_video_is_refused_with_its_name(trim: int) -> None:
    clips = [a_clip("a", frames=10**31), a_clip("b", frames=96), a_clip("c", frames=10**31)]
    parts = parts_in_a_row([clip.video_path for clip in clips], drop_seams=False, trim=trim)
    with pytest.raises(BadInput, match=r"b\.mp4.*frames is 96") as raised:
        check_trims(parts, clips)
    assert raised.value.sentence.values["last"] == trim


def gaps_of(**options: OptionValue) -> list[Gap]:
    request = GenerationRequest(
        model="vidu2-start-end",
        mode=Mode.START_END,
        prompt="",
        picture_paths=("a.png", "b.png"),
        options=options,
    )
    return [Gap(shot=shot, request=request, pictures=(), basis=f"basis of {shot}") for shot in SHOTS]


@pytest.mark.parametrize(("options", "frames"), [({"duration": 4}, 96), ({"duration": 10, "fps": 60}, 600)])
def test_a_trim_that_would_leave_nothing_is_refused_before_its_video_is_made(
    options: dict[str, OptionValue], frames: int
) -> None:
    gaps = gaps_of(**options)
    most = frames // 2 - 1  # on both sides, plus the doubled frame: one frame stays
    check_planned_trims(film_parts(asked(trim=[("", most)]), SHOTS, SHOTS), gaps, {})
    with pytest.raises(BadInput, match=rf"S020.*about {frames}.*Nothing was sent") as raised:
        check_planned_trims(film_parts(asked(trim=[("", most + 1)]), SHOTS, SHOTS), gaps, {})
    assert raised.value.code == "film-trim"


def test_where_a_model_does_not_say_its_rate_the_refusal_says_how_to_find_out() -> None:
    parts = film_parts(asked(trim=[("S020", 60)]), SHOTS, SHOTS)
    with pytest.raises(BadInput, match=r"usual 24 a second.*without --trim, --join and --timeline first"):
        check_planned_trims(parts, gaps_of(duration=4), {})
    with pytest.raises(BadInput, match=r"Leave out fewer with --trim\.$"):
        check_planned_trims(parts, gaps_of(duration=2, fps=30), {})


def test_a_video_that_is_there_is_asked_how_long_it_is_instead() -> None:
    parts = film_parts(asked(trim=[("S020", 60)]), SHOTS, SHOTS)
    check_planned_trims(parts, gaps_of(duration=4), {"basis of S020": a_clip("long", frames=122)})
    with pytest.raises(BadInput, match="about 121"):
        check_planned_trims(parts, gaps_of(duration=9), {"basis of S020": a_clip("short", frames=121)})
