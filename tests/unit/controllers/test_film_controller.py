"""Several clips play as one film: in their order, each named and marked while it is shown, and joined as they play."""

from dataclasses import replace

import pytest
from fakes.film_desk import FilmDesk
from fakes.stage_bench import StageBench
from fakes.stage_page import stage
from fakes.ui_values import a_clip, show
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from vidu_desktop.controllers.film_controller import FilmController
from vidu_desktop.domain.film import FilmPart, FilmWish, PartColours
from vidu_desktop.domain.marks import MarkChange, Marks, Verdict
from vidu_desktop.domain.seams import SeamLook
from vidu_desktop.domain.stand_ins import StandIn
from vidu_desktop.ui.models.clip_verbs import ClipVerb

SHIFT = PartColours(start=(0.5,) * 18, end=None)


class Exports(QObject):
    """Sorts clips by their names, and remembers what it is asked for."""

    film_wanted = Signal(list, object)

    def __init__(self) -> None:
        super().__init__()
        self.films = []

    def ordered(self, clips):
        return sorted(clips, key=lambda clip: clip.clip_id)

    def begin_film(self, clips, film):
        self.films.append(([clip.clip_id for clip in clips], film))


class Seams:
    """Has seen the seams whose second videos are named; it knows nothing about others."""

    def __init__(self) -> None:
        self.seen: dict[str, SeamLook] = {}

    async def look(self, before, behind):
        return self.seen.get(behind.video_path)


class FilmBench(StageBench):
    def __init__(self, look):
        self.desk, self.exports = FilmDesk(), Exports()
        super().__init__(look, self.desk, self.exports)
        clips = [
            a_clip(name, video_path=str(number), marks=Marks(shot=f"S0{number}", take=1))
            for number, name in enumerate("abc")
        ]
        self.clips = show(self.tiles, clips)
        self.seams = Seams()
        self.colours_asked: list[list[str]] = []
        self.found_colours: tuple[PartColours | None, ...] = (None, None, None)
        self.films = FilmController(self.context, self.desk, self.work, self.exports, self.seams, self)

    async def film_colours(self, clips, film):
        """Implements ColourFinder."""
        self.colours_asked.append([clip.clip_id for clip in clips])
        return self.found_colours

    def press(self, keys: str) -> None:
        """Press keys on the stage."""
        combination = QKeySequence(keys)[0]
        QTest.keyClick(stage(self.stage).view, combination.key(), combination.keyboardModifiers())


@pytest.fixture
def bench(qtbot, look):
    bench = FilmBench(look)
    qtbot.addWidget(bench.stage)
    qtbot.addWidget(bench.library)
    bench.stage.show()
    yield bench
    bench.stage.show_empty()
    bench.tiles.close()


def test_they_play_in_their_order_each_named_and_marked_where_it_is_shown(bench):
    bench.films.play(bench.clips[::-1])
    player = stage(bench.stage).playback
    assert player.last_frame == 96 + 95 + 95 - 1

    player.seek(0)
    assert bench.words() == ["S00_T001", "1 of 3: A fox turns its head"]
    assert bench.playing() == (["a"], ["job"])

    player.seek(96)
    assert (bench.stage.path, bench.stage.frame) == ("1", 1)
    assert bench.words() == ["S01_T001", "2 of 3: A fox turns its head"]
    assert bench.playing() == (["b"], [])


def test_a_first_frame_is_left_out_only_where_it_was_there_just_before(bench):
    bench.desk.meets = {"2"}
    bench.films.play(bench.clips)
    player = stage(bench.stage).playback
    assert player.last_frame == 96 + 96 + 95 - 1

    player.seek(96)
    assert (bench.stage.path, bench.stage.frame) == ("1", 0)
    player.seek(2 * 96)
    assert (bench.stage.path, bench.stage.frame) == ("2", 1)


def test_whoever_follows_the_film_hears_of_each_frame_and_of_its_end(bench):
    heard = []
    bench.work.film_at.connect(
        lambda film, clips, frame: heard.append((film, "".join(c.clip_id for c in clips), frame))
    )
    bench.films.play(bench.clips)
    film = bench.work.film
    bench.work.go_to(film.begins[1])
    assert heard[-1] == (film, "abc", film.begins[1])

    bench.work.play(bench.clips[0])

    assert heard[-1] == (None, "", 0)
    assert all(frame == 0 for one, _, frame in heard if one is None)


def test_some_of_its_frames_play_in_a_loop(bench):
    bench.films.play(bench.clips)
    player = stage(bench.stage).playback
    player.set_loops(False)
    player.seek(0)

    bench.work.loop(100, 150)

    assert (player.range.first, player.range.last, player.playing) == (100, 150, True)
    assert player.frame == 100


def test_a_verdict_is_for_the_clip_whose_frame_is_shown(bench):
    bench.films.play(bench.clips)
    stage(bench.stage).playback.seek(200)

    bench.stage.act(ClipVerb.REJECT)

    assert bench.changes == [([bench.clips[2].row], MarkChange(verdict=Verdict.REJECT))]


def test_a_mark_of_one_shows_and_the_film_goes_on(bench):
    bench.films.play(bench.clips)
    player = stage(bench.stage).playback
    player.seek(100)

    bench.tiles.put_clips([replace(bench.clips[1], marks=Marks(verdict=Verdict.REJECT))])

    assert bench.button("Reject").isChecked()
    assert player.frame == 100


def test_what_cannot_be_read_is_left_out_and_said(bench):
    bench.desk.broken = {"1"}

    bench.films.play(bench.clips)

    assert stage(bench.stage).playback.last_frame == 96 + 95 - 1
    assert bench.said == ["1 video is left out, because its file is missing."]


def test_of_nothing_that_can_be_read_no_film_is_made(bench):
    bench.desk.broken = {"0", "1", "2"}

    bench.films.play(bench.clips)

    assert bench.stage.path == ""
    assert len(bench.said) == 1


def test_exported_is_the_film_in_the_order_in_which_it_plays(bench):
    bench.films.play(bench.clips[::-1])
    player = stage(bench.stage).playback
    player.seek(100)

    bench.stage.act(ClipVerb.EXPORT)

    ((clips, film),) = bench.exports.films
    assert clips == ["a", "b", "c"]
    assert [(part.video_path, part.skip_first) for part in film.parts] == [("0", 0), ("1", 1), ("2", 1)]


def test_a_film_plays_as_it_was_asked_for_where_it_is_joined(bench):
    bench.found_colours = (SHIFT,)
    part = FilmPart(video_path="0", skip_first=4, skip_last=2, speed=2.0)

    bench.exports.film_wanted.emit(bench.clips[:1], FilmWish(parts=(part,), match_colours=True))

    player = stage(bench.stage).playback
    assert player.last_frame == 45 - 1
    player.seek(1)
    assert bench.stage.frame == 6
    assert bench.stage.film.wish.match_colours


def test_a_file_that_is_renamed_meanwhile_is_let_go_and_followed_to_the_same_frame(bench):
    bench.films.play(bench.clips)
    player = stage(bench.stage).playback
    player.seek(100)

    bench.stage.release("1")
    assert bench.desk.open_now == []
    moved = replace(bench.clips[1], video_path="4")
    bench.tiles.put_clips([moved])
    bench.stage.follow("1", "4")

    assert (bench.stage.path, bench.stage.frame) == ("4", 5)
    assert bench.playing() == (["b"], [])


def test_a_seam_that_jumps_is_marked_with_what_helps_and_a_key_stands_there(bench):
    bench.seams.seen = {
        "1": SeamLook(difference=8.0, usual=1.0, matched=0.9),
        "2": SeamLook(difference=1.1, usual=1.0),
    }
    bench.films.play(bench.clips)
    page = stage(bench.stage)

    def words_at(frame):
        line = page.scrubber
        return next(
            (w for x in range(line.width()) if line.frame_at(x) == frame and (w := line.words_at(x))), ""
        )

    assert words_at(96).startswith("Seam 1 of 2: The colours step (8.0, between neighbours 1.0).")
    assert "Matching" in words_at(96)
    assert words_at(96 + 95) == "Seam 2 of 2: No jump (1.1, between neighbours 1.0)."

    page.playback.seek(10)
    bench.press("Ctrl+Right")
    assert page.playback.frame == 96
    assert bench.said[-1].startswith("Seam 1 of 2: The colours step")
    bench.press("Ctrl+Right")
    assert page.playback.frame == 96 + 95
    bench.press("Ctrl+Left")
    assert page.playback.frame == 96
    bench.press("Ctrl+Left")
    assert page.playback.frame == 96, "before the first there is none"


def test_who_stands_at_a_seam_that_is_still_looked_at_hears_of_it(bench):
    bench.films.play(bench.clips)
    page = stage(bench.stage)
    page.playback.seek(0)
    bench.press("Ctrl+Right")
    assert bench.said[-1] == "Seam 1 of 2: not looked at yet."

    for seam in (1, 0):
        bench.work.show_seam(bench.stage.film, seam, SeamLook(difference=8.0, usual=1.0))

    assert bench.said[-1].startswith("Seam 1 of 2: The picture jumps")


def test_in_a_film_with_matched_colours_what_is_left_of_a_step_is_said(bench):
    bench.seams.seen = {"1": SeamLook(difference=8.0, usual=1.0, matched=0.9)}
    bench.found_colours = (None, SHIFT)
    wish = FilmWish(parts=(FilmPart(video_path="0"), FilmPart(video_path="1")), match_colours=True)

    bench.exports.film_wanted.emit(bench.clips[:2], wish)

    stage(bench.stage).playback.seek(0)
    bench.press("Ctrl+Right")
    assert bench.said[-1] == "Seam 1 of 1: No jump (0.9, between neighbours 1.0)."


@pytest.mark.parametrize(("sound_s", "said"), [(10.0, ["6.0 s longer"]), (1.5, ["2.5 s shorter"]), (4.0, [])])
def test_how_much_longer_or_shorter_the_sound_is_than_the_film_is_said(bench, sound_s, said):
    bench.desk.sound_s = sound_s
    bench.desk.waits = {"0"}  # it never opens, so no sound device is needed
    wish = FilmWish(parts=(FilmPart(video_path="0"),), sound_path="song.mp3")

    bench.exports.film_wanted.emit(bench.clips[:1], wish)

    assert [part in words for part, words in zip(said, bench.said, strict=True)] == [True] * len(said)


def test_the_key_of_matched_colours_plays_the_film_in_them_and_in_its_own_again(bench):
    bench.found_colours = (None, SHIFT, None)
    bench.films.play(bench.clips)
    player = stage(bench.stage).playback
    player.seek(120)

    bench.press("B")
    assert bench.stage.film.wish.match_colours
    assert player.frame == 120
    assert [(one.path, one.colours) for one in bench.desk.opened if not one.left] == [("1", SHIFT)]
    assert "matched colours" in bench.said[-1]

    bench.press("B")
    assert not bench.stage.film.wish.match_colours
    assert [(one.path, one.colours) for one in bench.desk.opened if not one.left] == [("1", None)]

    bench.press("B")
    assert bench.stage.film.wish.match_colours
    assert bench.colours_asked == [["a", "b", "c"]], "what was found once is known"


def test_a_film_that_plays_goes_on_when_its_colours_come(bench, qtbot):
    bench.found_colours = (SHIFT, None, None)
    bench.films.play(bench.clips)
    player = stage(bench.stage).playback
    assert player.playing

    bench.press("B")

    assert player.playing
    qtbot.waitUntil(lambda: bench.desk.opened[-1].colours == SHIFT)


def test_a_film_asked_for_with_matched_colours_plays_in_them(bench):
    bench.found_colours = (None, SHIFT)
    wish = FilmWish(parts=(FilmPart(video_path="0"), FilmPart(video_path="1")), match_colours=True)

    bench.exports.film_wanted.emit(bench.clips[:2], wish)
    stage(bench.stage).playback.seek(100)

    assert bench.stage.film.colours_of(1) == SHIFT
    assert bench.desk.opened[-1].colours == SHIFT


def test_where_matching_makes_nothing_better_the_film_stays_and_that_is_said(bench):
    bench.films.play(bench.clips)

    bench.press("B")

    assert not bench.stage.film.wish.match_colours
    assert "wouldn't make" in bench.said[-1]


STILLS = StandIn(gap="S020", start_path="7", end_path="8", seconds=2.0, size_px=(64, 36))
WITH_STILLS = FilmWish(
    parts=(
        FilmPart(video_path="0"),
        FilmPart(video_path="7", skip_first=1, stand_in=STILLS),
        FilmPart(video_path="1", skip_first=1),
    )
)


def test_stills_stand_in_for_a_video_named_as_what_they_are_and_last_as_long(bench):
    bench.films.play_as(bench.clips[:2], WITH_STILLS)
    player = stage(bench.stage).playback
    assert player.last_frame == 96 + 47 + 95 - 1

    player.seek(100)
    assert bench.desk.stood_in == [STILLS]
    assert bench.words()[-1] == "2 of 3: S020: no video yet, its two stills stand in"
    assert bench.playing() == ([], [])
    player.seek(96 + 47)
    assert bench.playing() == (["b"], [])


def test_seams_that_are_cuts_or_beside_stills_are_said_to_be_that_and_not_measured(bench):
    jump = SeamLook(difference=9.0, usual=1.0)
    bench.seams.seen = {"1": jump, "2": jump, "7": jump}
    cut = FilmPart(video_path="2", cut=True)
    wish = replace(WITH_STILLS, parts=(*WITH_STILLS.parts, cut))
    bench.films.play_as(bench.clips, wish)
    stage(bench.stage).playback.seek(0)

    said = []
    for _seam in range(3):
        bench.press("Ctrl+Right")
        said.append(bench.said[-1])

    assert said == [
        "Seam 1 of 3: beside stills that stand in for a video.",
        "Seam 2 of 3: beside stills that stand in for a video.",
        "Seam 3 of 3: hard cut.",
    ]


def test_what_is_for_videos_leaves_stills_alone_and_says_so(bench):
    heard = []
    bench.work.frame_save_wanted.connect(lambda *what: heard.append(what))
    bench.work.next_frame_wanted.connect(lambda *what: heard.append(what))
    bench.films.play_as(bench.clips[:2], WITH_STILLS)
    stage(bench.stage).playback.seek(100)
    said = len(bench.said)

    bench.press("Ctrl+S")
    for verb in (ClipVerb.REJECT, ClipVerb.LAST_FRAME_TO_IMAGE):
        bench.stage.act(verb)

    assert (heard, bench.changes) == ([], [])
    assert ["stand in" in words for words in bench.said[said:]] == [True] * 3
    stage(bench.stage).playback.seek(3)
    bench.press("Ctrl+S")
    bench.stage.act(ClipVerb.LAST_FRAME_TO_START)
    assert heard == [("0", 3), ("0", None, True)]


def test_stills_are_never_exported_and_that_is_said(bench):
    bench.films.play_as(bench.clips[:2], WITH_STILLS)

    bench.stage.act(ClipVerb.EXPORT)

    ((clips, film),) = bench.exports.films
    assert clips == ["a", "b"]
    assert [(part.video_path, part.skip_first) for part in film.parts] == [("0", 0), ("1", 0)]
    assert "aren't written" in bench.said[-1]


def test_of_a_film_of_stills_alone_nothing_is_exported(bench):
    bench.films.play_as([], FilmWish(parts=(FilmPart(video_path="7", stand_in=STILLS),)))
    assert stage(bench.stage).playback.last_frame == 47

    bench.stage.act(ClipVerb.EXPORT)
    bench.press("B")

    assert bench.exports.films == bench.colours_asked == []
    assert "nothing to export" in bench.said[-3]
    assert "wouldn't make" in bench.said[-1]


def test_colours_are_matched_beside_stills(bench):
    bench.found_colours = (None, SHIFT)
    bench.films.play_as(bench.clips[:2], WITH_STILLS)

    bench.press("B")

    assert bench.colours_asked == [["a", "b"]]
    assert [bench.stage.film.colours_of(part) for part in range(3)] == [None, None, SHIFT]
