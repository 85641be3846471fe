"""A chain board: comparing shows what is out of date, a press buys what its button says, and nothing is bought without a
press.
"""

import asyncio
from dataclasses import replace

import pytest
from fakes.batches import BatchMachine
from fakes.boards import BoardDesk, play_at_board
from fakes.shelves import an_item
from fakes.virtual_time import until, with_virtual_time
from fakes.world import trouble
from hypothesis import given, settings
from hypothesis import strategies as st

from vidu_desktop.batch.board_stand import Press
from vidu_desktop.batch.chain_states import GapState
from vidu_desktop.domain.board import Board, StillContent, board_id
from vidu_desktop.domain.board_documents import board_from_document, board_to_document
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.marks import Marks, Verdict
from vidu_desktop.errors import AnswerLost

CURRENT, OLD, NOT_MADE = GapState.CURRENT, GapState.OUT_OF_DATE, GapState.NOT_MADE


def test_an_edited_still_makes_its_two_gaps_out_of_date_and_the_old_one_put_back_nothing():
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("ABCD")
        assert await desk.press(board) == 3
        desk.put("B", "another", mtime_ns=2)
        assert await desk.states(board) == [OLD, OLD, CURRENT]
        desk.put("B", "B", mtime_ns=3)
        assert await desk.states(board) == [CURRENT] * 3
        assert await desk.press(board, Press.OUT_OF_DATE_TOO) == 0

    play_at_board(story)


def test_what_is_missing_is_bought_alone_and_what_is_out_of_date_only_when_it_is_wanted():
    async def story(desk: BoardDesk) -> None:
        await desk.press(desk.strip("AB"))
        board = desk.strip("ABC").with_path(0, "/stills/E.png")
        assert await desk.states(board) == [OLD, NOT_MADE]
        assert await desk.press(board) == 1
        assert await desk.states(board) == [OLD, CURRENT]
        assert await desk.press(board, Press.OUT_OF_DATE_TOO) == 1
        assert await desk.states(board) == [CURRENT, CURRENT]

    play_at_board(story)


def test_what_is_pressed_waits_until_a_command_has_ordered_what_it_looked_at():
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("AB")
        stand = await desk.stand(board)

        async def command() -> None:
            async with desk.machine.feeder.turn:
                await asyncio.sleep(60)
                assert desk.machine.paid.total() == 0

        _, made = await asyncio.gather(command(), desk.reader.make(stand, Press.MISSING, None, again=False))
        assert made is not None
        await until(desk.machine.rest)
        assert desk.machine.paid.total() == 1

    play_at_board(story)


def test_an_older_video_stays_playable_until_there_is_a_new_one():
    async def story(desk: BoardDesk) -> None:
        await desk.press(desk.strip("AB"))
        (gap,) = (await desk.stand(desk.strip("AE"))).gaps
        assert gap.clip is None
        assert gap.best is gap.older is not None

    play_at_board(story)


def test_a_still_that_cannot_be_read_makes_nothing_out_of_date_and_buys_nothing():
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("ABC")
        await desk.press(board)
        del desk.machine.folders.files["/stills/B.png"]
        stand = await desk.stand(board)
        assert [one.state for one in stand.gaps] == [None, None]
        assert stand.sum_of(Press.OUT_OF_DATE_TOO)[0] == stand.sum_of(Press.REHEARSAL)[0] == 0

    play_at_board(story)


def test_a_still_that_is_gone_from_its_place_is_read_from_the_library():
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("ABC")
        await desk.press(board)
        stand = await desk.stand(board)
        await desk.keeper.keep_stills(stand)
        kept = stand.board_as_read
        for sha256, path in desk.boards.stills.items():
            desk.machine.folders.put(path, {one.content.sha256: one.path[8] for one in kept.stills}[sha256])
        for letter in "ABC":
            del desk.machine.folders.files[f"/stills/{letter}.png"]
        desk.restart()
        assert await desk.states(kept) == [CURRENT, CURRENT]

    play_at_board(story)


def test_a_drive_that_does_not_answer_holds_up_no_other_still_and_is_asked_again():
    async def story(desk: BoardDesk) -> None:
        folders = desk.machine.folders
        folders.put("/media/me/drive/X.png", "X")
        folders.put("/media/me/drive/Y.png", "Y")
        board = desk.strip("AB")
        known = board.with_stills(2, ["/media/me/drive/X.png"])
        assert await desk.press(known) == 2
        known = (await desk.stand(known)).board_as_read
        folders.silent = "/media/me/drive"
        assert await desk.states(known) == [CURRENT, None], "nobody knows, so nothing is bought"
        assert (await desk.stand(known)).sum_of(Press.OUT_OF_DATE_TOO)[0] == 0
        asked = folders.asked
        await desk.states(known)
        assert folders.asked == asked, "a thread waits for each question"

        folders.put("/library/X.png", "X")
        desk.boards.stills[known.stills[2].content.sha256] = "/library/X.png"
        assert await desk.states(known) == [CURRENT, CURRENT], "its copy in the library"

        folders.silent = None
        await asyncio.sleep(90)
        with_new = known.with_stills(3, ["/media/me/drive/Y.png"])
        assert await desk.states(with_new) == [CURRENT, CURRENT, NOT_MADE]

    play_at_board(story)


def test_a_drive_that_dies_between_look_and_reading_holds_up_no_other_still_and_no_press():
    async def story(desk: BoardDesk) -> None:
        folders = desk.machine.folders
        for letter in "XY":
            folders.put(f"/media/me/drive/{letter}.png", letter)
        board = desk.strip("ABC").with_stills(3, ["/media/me/drive/X.png", "/media/me/drive/Y.png"])
        folders.unreadable = "/media/me/drive"
        assert await desk.states(board) == [NOT_MADE, NOT_MADE, None, None]
        asked = folders.asked
        assert await desk.press(board) == 2
        assert folders.asked == asked, "a thread waits for each question"

        folders.unreadable = None
        await asyncio.sleep(90)
        assert await desk.states(board) == [CURRENT, CURRENT, NOT_MADE, NOT_MADE]
        folders.unreadable = "/media/me/drive"
        before = desk.machine.paid.total()
        stand = await desk.stand(board)
        assert await desk.reader.make(stand, Press.MISSING, None, again=False) is None
        assert desk.machine.paid.total() == before, "what can't be read again isn't bought"

    play_at_board(story)


def test_a_sound_that_is_gone_from_its_place_is_read_from_the_library():
    async def story(desk: BoardDesk) -> None:
        desk.machine.folders.put("/music/song.mp3", "s")
        stand = await desk.stand(replace(desk.strip("AB"), sound_path="/music/song.mp3"))
        await desk.keeper.keep_stills(stand)
        kept = board_from_document(board_to_document(stand.board_as_read))
        assert kept.sound_content is not None
        copy = desk.boards.stills[kept.sound_content.sha256]
        desk.machine.folders.put(copy, "s")
        del desk.machine.folders.files["/music/song.mp3"]
        desk.restart()
        assert (await desk.stand(kept)).film_wish.sound_path == copy
        del desk.machine.folders.files[copy]
        assert (await desk.stand(kept)).film_wish.sound_path == "/music/song.mp3"

    play_at_board(story)


def test_another_sound_is_copied_for_itself():
    content = StillContent(sha256="5" * 64, file_bytes=1, mtime_ns=1)
    board = Board(name="Dawn", chain="Dawn", sound_path="/music/song.mp3", sound_content=content)

    def with_sound(path: str) -> Board:
        return board.with_wishes(
            prompt="", takes=1, loop=False, model=board.model, options={}, sound_path=path
        )

    assert with_sound("/music/song.mp3").sound_content == content
    assert with_sound("/music/other.mp3").sound_content is None


def test_of_a_strip_only_the_sound_beneath_is_heard():
    async def story(desk: BoardDesk) -> None:
        assert not (await desk.stand(desk.strip("AB"))).film_wish.own_sound

    play_at_board(story)


def test_a_still_that_changes_between_look_and_press_buys_nothing():
    """The file looks unchanged, so only reading it once more reveals the change. The control trusts the earlier reading."""

    async def story(desk: BoardDesk) -> None:
        board = desk.strip("AB")
        stand = await desk.stand(board)
        desk.machine.folders.held["/stills/B.png"] = "b"
        assert await desk.reader.make(stand, Press.MISSING, None, again=False) is None
        assert desk.machine.paid.total() == 0
        assert await desk.press(board) == 1

    play_at_board(story)


def test_a_hard_cut_is_no_gap_and_a_loop_is_one_more():
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("ABC")
        cut = board.with_still(0, replace(board.stills[0], cut=True))
        assert await desk.press(cut) == 1
        assert await desk.press(replace(board, loop=True)) == 2
        assert await desk.states(replace(board, loop=True)) == [CURRENT] * 3

    play_at_board(story)


def test_a_rehearsal_of_an_older_prompt_stands_in_until_there_is_a_newer_one():
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("AB")
        await desk.press(board, Press.REHEARSAL)
        rewritten = replace(board, prompt="runs on")
        (gap,) = (await desk.stand(rewritten)).gaps
        assert (gap.state, gap.rehearsal) == (NOT_MADE, None)
        assert gap.best is gap.older_rehearsal is not None
        await desk.press(rewritten, Press.REHEARSAL)
        (gap,) = (await desk.stand(rewritten)).gaps
        assert gap.best is gap.rehearsal is not None
        assert all(job.rehearsal for job in desk.machine.engine.books())

    play_at_board(story)


def test_what_waits_in_a_queue_that_is_paused_is_not_running_and_not_bought_twice():
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("ABC")
        desk.machine.engine.pause()
        assert (await desk.stand(board)).sum_of(Press.MISSING)[0] == 2
        for press in (Press.REHEARSAL, Press.MISSING):
            await desk.reader.make(await desk.stand(board), press, None, again=False)
        await until(lambda: len(desk.machine.engine.jobs()) == 4)
        stand = await desk.stand(board)
        assert {(one.state, one.rehearsal_state) for one in stand.gaps} == {
            (GapState.WAITING, GapState.WAITING)
        }
        assert [stand.sum_of(press)[0] for press in Press] == [0, 0, 0]
        desk.machine.engine.go_on()
        await until(desk.machine.rest)
        assert sorted(job.rehearsal for job in desk.machine.engine.books()) == [False, False, True, True]
        assert await desk.states(board) == [CURRENT, CURRENT]

    play_at_board(story)


def test_what_is_being_made_for_money_is_not_rehearsed_and_counts_again_once_it_is_taken_off():
    async def story(desk: BoardDesk) -> None:
        await desk.press(desk.strip("AB"))
        board = desk.strip("ABCD")
        desk.machine.engine.pause()
        assert (await desk.stand(board)).sum_of(Press.REHEARSAL)[0] == 2
        await desk.reader.make(await desk.stand(board), Press.MISSING, None, again=False)
        assert (await desk.stand(board)).sum_of(Press.REHEARSAL)[0] == 0
        await until(lambda: len(desk.machine.engine.unfinished()) == 2)
        assert await desk.states(board) == [CURRENT, GapState.WAITING, GapState.WAITING]
        assert (await desk.stand(board)).sum_of(Press.REHEARSAL)[0] == 0
        desk.machine.engine.cancel(desk.machine.engine.unfinished()[0].job_id)
        await until(lambda: len(desk.machine.engine.unfinished()) == 1)
        assert (await desk.stand(board)).sum_of(Press.REHEARSAL)[0] == 1
        desk.machine.engine.go_on()
        await until(desk.machine.rest)

    play_at_board(story)


def test_a_rehearsal_is_free_and_stands_in_for_what_is_not_made():
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("ABC")
        await desk.press(board, Press.REHEARSAL)
        stand = await desk.stand(board)
        assert [one.state for one in stand.gaps] == [NOT_MADE, NOT_MADE]
        assert all(one.best is one.rehearsal is not None for one in stand.gaps)
        assert stand.sum_of(Press.REHEARSAL)[0] == 0
        assert all(job.rehearsal for job in desk.machine.engine.books())
        assert await desk.press(board) == 2

    play_at_board(story)


def test_what_another_chain_has_is_not_bought_before_the_person_says_so():
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("AB")
        await desk.press(board)
        other = replace(board, name="Dusk", chain="Dusk")
        (gap,) = (await desk.stand(other)).gaps
        assert gap.had is not None
        assert gap.had.batch_name == "Dawn"
        assert await desk.press(other) == 0
        assert await desk.press(other, again=True) == 1

    play_at_board(story)


def test_a_copy_of_a_board_that_two_computers_changed_knows_the_same_videos():
    async def story(desk: BoardDesk) -> None:
        board = await desk.keeper.keep(desk.strip("AB"))
        await desk.press(board)
        theirs = (await desk.keeper.open("Dawn")).with_stills(2, ["/stills/C.png"])
        desk.boards.documents[board_id("Dawn")] = (
            await desk.boards.save(theirs, desk.boards.documents[board_id("Dawn")])
        ).stamp
        mine = await desk.keeper.keep(replace(board, loop=True))
        assert (mine.name, mine.chain) == ("Dawn 2", "Dawn")
        assert (await desk.keeper.open("Dawn")).stills == theirs.stills
        assert await desk.states(mine) == [CURRENT, NOT_MADE]

    play_at_board(story)


def test_a_board_of_the_name_of_a_chain_opens_what_that_made():
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("ABC")
        board = replace(board, loop=True).with_still(1, replace(board.stills[1], prompt="runs"))
        await desk.press(board)
        opened = await desk.keeper.open("DAWN")
        assert [still.path for still in opened.stills] == [still.path for still in board.stills]
        assert opened.loop
        assert [opened.prompt_of(at) for at in range(3)] == ["walks on", "runs", "walks on"]
        assert await desk.states(opened) == [CURRENT] * 3
        assert await desk.press(opened) == 0
        assert (await desk.keeper.names()).names == ("Dawn",)

    play_at_board(story)


@pytest.mark.parametrize("loop", [False, True])
@pytest.mark.parametrize("letters", ["ABAB", "ABABC", "ABCABCD", "AABAAB", "ABA", "ABCB"])
def test_a_chain_in_which_two_stills_meet_twice_opens_with_each_of_its_gaps(letters: str, loop: bool):
    async def story(desk: BoardDesk) -> None:
        board = replace(desk.strip(letters), loop=loop)
        wanted = [(board.stills[start].path, board.stills[end].path) for start, end in board.spans]
        assert await desk.press(board) == len(set(wanted))
        opened = await desk.keeper.open("Dawn")
        assert [(opened.stills[start].path, opened.stills[end].path) for start, end in opened.spans] == wanted
        assert len({still.shot for still in opened.stills}) == len(opened.stills)
        assert await desk.states(opened) == [CURRENT] * len(wanted)
        assert await desk.press(opened) == 0

    play_at_board(story)


def test_an_order_whose_answer_was_lost_is_in_doubt_and_not_bought_again():
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("AB")
        desk.machine.world.service.troubles_after_charge.append(trouble(AnswerLost))
        await desk.reader.make(await desk.stand(board), Press.MISSING, None, again=False)
        await until(lambda: [job.state for job in desk.machine.engine.unfinished()] == [JobState.UNKNOWN])
        stand = await desk.stand(board)
        assert [one.state for one in stand.gaps] == [GapState.IN_DOUBT]
        assert [stand.sum_of(press, again=True)[0] for press in Press] == [0, 0, 0]

    play_at_board(story)


def test_what_another_computer_approved_and_left_can_be_made_here():
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("AB")
        await desk.reader.make(await desk.stand(board), Press.MISSING, None, again=False)
        store = desk.machine.store
        (batch_id,) = await store.ids()
        await store.append(
            batch_id, replace((await store.history(batch_id)).approvals[1], by="another computer")
        )
        assert await desk.states(board) == [NOT_MADE]

    play_at_board(story)


def test_the_winner_in_the_trash_gives_way_to_the_next_take():
    async def story(desk: BoardDesk) -> None:
        board = replace(desk.strip("AB"), takes=2)
        assert await desk.press(board) == 2
        clips = desk.machine.world.library.clips
        (key, first), (_, second) = clips.items()
        clips[key] = replace(first, marks=Marks(verdict=Verdict.KEEP, shot="S010", winner=True))
        assert (await desk.stand(board)).gaps[0].best.clip_id == first.clip_id
        del clips[key]
        assert (await desk.stand(board)).gaps[0].best.clip_id == second.clip_id
        clips.clear()
        assert await desk.states(board) == [GapState.AWAY]
        assert await desk.press(board) == 0

    play_at_board(story)


@pytest.mark.leaves_tasks
def test_killed_at_any_step_of_a_press_no_gap_is_paid_twice():
    async def killed_at(step: int) -> int:
        desk = BoardDesk()
        files, held = desk.machine.folders.files, desk.machine.folders.held
        desk.become(BatchMachine(kill_at=step), files, held)
        await desk.machine.start()
        board = desk.strip("ABC")
        for at, prompt in enumerate(("walks", "runs")):
            board = board.with_still(at, replace(board.stills[at], prompt=prompt))
        pressed = asyncio.get_running_loop().create_task(desk.press(board))
        await until(lambda: pressed.done() or desk.machine.switch.killed.is_set())
        pressed.cancel()
        await asyncio.gather(pressed, return_exceptions=True)
        await desk.machine.die()
        desk.become(BatchMachine(desk.machine), files, held)
        await desk.machine.start()
        await until(desk.machine.waits)
        stand = await desk.stand(board)
        await desk.reader.make(stand, Press.OUT_OF_DATE_TOO, None, again=False)
        await until(desk.machine.waits)
        paid = desk.machine.paid
        await desk.machine.die()
        return sum(count > 1 for count in paid.values())

    assert not any(with_virtual_time(lambda step=step: killed_at(step)) for step in range(1, 60, 4))


edits = st.lists(
    st.tuples(
        st.sampled_from(["edit", "put back", "prompt", "move", "insert", "take out", "loop", "press"]),
        st.integers(0, 3),
        st.sampled_from("abc"),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=12)
@given(edits)
def test_whatever_becomes_of_a_board_a_gap_is_current_if_its_very_stills_and_words_were_made(steps):
    """Both sides use the same builder: what was ordered once is recognised, whatever happened in between, and nothing else
    is.
    """

    async def story(desk: BoardDesk) -> None:
        board, made, held, times = desk.strip("ABC"), set(), {letter: letter for letter in "ABCDEFGH"}, 1
        for what, at, letter in steps:
            here = at % len(board.stills)
            still = board.stills[here].path[8]
            match what:
                case "edit" | "put back":
                    times += 1
                    held[still] = letter if what == "edit" else still
                    desk.put(still, held[still], mtime_ns=times)
                case "prompt":
                    board = board.with_still(here, replace(board.stills[here], prompt=letter))
                case "move":
                    board = board.moved([here], at)
                case "insert":
                    board = board.with_stills(here, [f"/stills/{'DEFG'[at]}.png"])
                case "take out" if len(board.stills) > 2:
                    board = board.without([here])
                case "loop":
                    board = replace(board, loop=not board.loop)
            wanted = [
                (held[board.stills[start].path[8]], held[board.stills[end].path[8]], board.prompt_of(start))
                for start, end in board.spans
            ]
            states = await desk.states(board)
            assert [state is CURRENT for state in states] == [one in made for one in wanted]
            before = desk.machine.paid.total()
            if what == "press":
                new = set(wanted) - made
                assert await desk.press(board, Press.OUT_OF_DATE_TOO) == len(new)
                made |= new
            assert desk.machine.paid.total() - before == (len(new) if what == "press" else 0)
        assert len({still.shot for still in board.stills}) == len(board.stills)

    play_at_board(story)


def test_who_is_on_the_shelf_is_sent_in_words_and_an_unknown_name_buys_nothing():
    async def story(desk: BoardDesk) -> None:
        fox = an_item("Fox", "a red fox")

        class OneFox:
            async def all(self):
                return [fox]

            def paths_of(self, item):
                return ()

        desk.checker = replace(desk.checker, shelf=OneFox())
        desk.restart()
        board = replace(desk.strip("AB"), prompt="@fox runs")
        assert await desk.press(replace(board, prompt="@Wolf runs")) == 0
        assert await desk.press(board) == 1
        assert [clip.prompt for clip in desk.machine.world.library.clips.values()] == ["Fox (a red fox) runs"]
        fox = an_item("Fox", "a white fox")
        assert await desk.states(board) == [GapState.OUT_OF_DATE]

    play_at_board(story)
