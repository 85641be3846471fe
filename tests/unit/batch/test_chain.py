"""A chain: which videos a change makes anew, which an old still brings back, and that no gap is paid for twice."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from fakes.batches import PRICE_USD, BatchMachine, FakeClips
from fakes.virtual_time import until, with_virtual_time
from hypothesis import given, settings
from hypothesis import strategies as st

from vidu_desktop.batch.approving import approve
from vidu_desktop.batch.chain import Gap, chain_id, prompt_of_gap, propose
from vidu_desktop.batch.chain_states import ChainStates, GapState, best_clips
from vidu_desktop.batch.known import Known
from vidu_desktop.batch.same_video import basis_of
from vidu_desktop.domain.batch import History, SeenPicture
from vidu_desktop.domain.marks import Marks, Verdict
from vidu_desktop.domain.origin import batch_origins, without_attempt
from vidu_desktop.domain.request import GenerationRequest

NAME = "Dawn"
ID = chain_id(NAME, rehearsal=False)


def gaps_of(stills: str, prompt: str = "walks on") -> list[Gap]:
    """Return a gap for each two letters; a letter is a still and its content."""
    return [gap_of(start, end, f"S{number}0", prompt) for number, (start, end) in enumerate(pairs(stills), 1)]


def pairs(stills: str) -> list[tuple[str, str]]:
    return list(pairwise(stills))


def gap_of(start: str, end: str, shot: str, prompt: str) -> Gap:
    request = GenerationRequest(
        model="vidu2-start-end",
        mode="start-end",
        prompt=f"{prompt} {start}{end}",
        picture_paths=(f"/stills/{start}.png", f"/stills/{end}.png"),
        project=NAME,
        shot=shot,
    )
    pictures = tuple(SeenPicture(path=path, file_bytes=1, mtime_ns=1) for path in request.picture_paths)
    return Gap(shot=shot, request=request, pictures=pictures, basis=basis_of(request, start, end))


class Board:
    """A person with a chain. Each press of *make* approves what is missing; `make` also waits for it."""

    def __init__(self) -> None:
        self.machine = BatchMachine()
        for letter in "ABCDEFGH":
            path = f"/stills/{letter}.png"
            self.machine.folders.files[path] = SeenPicture(path=path, file_bytes=1, mtime_ns=1)

    async def known(self) -> Known:
        store = self.machine.store
        if ID not in await store.ids():
            return Known(history=History())
        clips = await self.clips()
        return Known(
            batch=await store.load(ID),
            history=await store.history(ID),
            stored=frozenset(without_attempt(clip.origin) for clip in clips),
        )

    async def clips(self):
        return await FakeClips(self.machine.world.library.clips).by_origin(batch_origins(ID))

    async def press(self, gaps: list[Gap], takes: int = 1) -> int:
        """Approve what is missing, and return how many videos that is."""
        machine = self.machine
        own_id, now = machine.feeder.own_id, machine.world.clock.now()
        offered = propose(
            await self.known(),
            [replace(gap, takes=takes) for gap in gaps],
            machine.feeder.jobs,
            own_id,
            lambda _request: PRICE_USD,
            name=NAME,
            source_path="/stills/Dawn (chain)",
            now=now,
            rehearsal=False,
        )
        assert offered.total == offered.takes * PRICE_USD
        await approve(machine.store, offered, None, now, own_id)
        await machine.feeder.begin(ID)
        return offered.takes

    async def make(self, gaps: list[Gap], takes: int = 1) -> int:
        """Press, wait for the videos, and return how many were bought."""
        before = self.machine.paid.total()
        pressed = await self.press(gaps, takes)
        await until(self.machine.rest)
        bought = self.machine.paid.total() - before
        assert bought == pressed
        return bought

    async def states(self, gaps: list[Gap]) -> list[GapState]:
        known = await self.known()
        made = best_clips(ID, await self.clips())
        feeder = self.machine.feeder
        states = ChainStates(known, feeder.jobs, made, feeder.own_id)
        return [states.of(gap) for gap in gaps]


def play(story) -> None:
    async def whole() -> None:
        board = Board()
        await board.machine.start()
        await story(board)
        await board.machine.die()

    with_virtual_time(whole)


def test_a_changed_still_makes_its_two_gaps_anew_and_the_old_one_put_back_nothing():
    async def story(board: Board) -> None:
        assert await board.make(gaps_of("ABCD")) == 3
        changed = gaps_of("AECD")
        assert await board.states(changed) == [
            GapState.OUT_OF_DATE,
            GapState.OUT_OF_DATE,
            GapState.CURRENT,
        ]
        assert await board.make(changed) == 2
        assert await board.states(changed) == [GapState.CURRENT] * 3
        assert await board.states(gaps_of("ABCD")) == [GapState.CURRENT] * 3
        assert await board.make(gaps_of("ABCD")) == 0

    play(story)


def test_a_prompt_is_part_of_what_a_video_is_made_from_and_its_place_is_not():
    async def story(board: Board) -> None:
        await board.make(gaps_of("ABC"))
        assert await board.make(gaps_of("ABC", prompt="runs")) == 2
        moved = [
            replace(gap, shot="S900", request=replace(gap.request, shot="S900")) for gap in gaps_of("ABC")
        ]
        assert [gap.basis for gap in moved] == [gap.basis for gap in gaps_of("ABC")]
        assert await board.make(moved) == 0

    play(story)


def test_the_same_two_stills_twice_in_a_strip_are_one_video():
    async def story(board: Board) -> None:
        assert await board.make(gaps_of("ABAB")) == 2
        assert await board.states(gaps_of("ABAB")) == [GapState.CURRENT] * 3

    play(story)


def test_what_was_approved_before_and_is_not_asked_for_now_is_not_bought():
    """A chain that was broken off, and then only its beginning: nothing is left to make, so nothing is charged."""

    async def story(board: Board) -> None:
        await board.make(gaps_of("AB"))
        # The last gap is held back, as when a chain is broken off.
        board.machine.folders.files.pop("/stills/D.png")
        await board.press(gaps_of("ABD"))
        await until(board.machine.rest)
        board.machine.folders.files["/stills/D.png"] = SeenPicture(
            path="/stills/D.png", file_bytes=1, mtime_ns=1
        )
        assert await board.make(gaps_of("AB")) == 0
        assert board.machine.paid.total() == 1
        assert await board.make(gaps_of("ABD")) == 1

    play(story)


def test_more_takes_are_bought_once_and_fewer_take_none_away():
    async def story(board: Board) -> None:
        assert await board.make(gaps_of("AB")) == 1
        assert await board.make(gaps_of("AB"), takes=3) == 2
        assert await board.make(gaps_of("AB"), takes=2) == 0
        assert await board.make(gaps_of("AB"), takes=3) == 0

    play(story)


def test_a_video_that_was_taken_out_of_the_library_is_not_bought_anew_by_itself():
    async def story(board: Board) -> None:
        await board.make(gaps_of("AB"))
        board.machine.world.library.clips.clear()
        assert await board.states(gaps_of("AB")) == [GapState.AWAY]
        assert await board.make(gaps_of("AB")) == 0

    play(story)


def test_what_another_computer_was_about_to_order_is_not_ordered_here():
    async def story(board: Board) -> None:
        await board.make(gaps_of("AB"))
        elsewhere = BatchMachine()
        elsewhere.disk, elsewhere.store.disk = board.machine.disk, board.machine.disk
        elsewhere.store.id = "there"
        elsewhere.folders.files = board.machine.folders.files
        second = Board()
        second.machine = elsewhere
        await elsewhere.start()
        assert await second.make(gaps_of("AB")) == 0
        assert await second.states(gaps_of("AB")) == [GapState.RUNNING]
        await elsewhere.die()

    play(story)


strips = st.text(alphabet="ABCD", min_size=2, max_size=5)


@settings(max_examples=25)
@given(st.lists(st.tuples(strips, st.integers(1, 2)), min_size=1, max_size=5))
def test_whatever_becomes_of_a_strip_each_gap_is_bought_once_and_is_current_then(changes):
    async def story(board: Board) -> None:
        most: dict[str, int] = {}
        for strip, takes in changes:
            gaps = gaps_of(strip)
            for gap in gaps:
                most[gap.basis] = max(most.get(gap.basis, 0), takes)
            await board.make(gaps, takes)
            assert board.machine.paid.total() == sum(most.values())
            assert set(await board.states(gaps)) == {GapState.CURRENT}

    play(story)


@pytest.mark.leaves_tasks
@pytest.mark.parametrize("forgets", [False, True])
def test_killed_at_any_step_no_gap_is_paid_twice(forgets):
    """The control: with another basis after the start, everything would be bought again."""

    async def killed_at(step: int) -> int:
        board = Board()
        files = board.machine.folders.files
        board.machine = BatchMachine(kill_at=step)
        board.machine.folders.files = files
        await board.machine.start()
        pressed = asyncio.get_running_loop().create_task(board.make(gaps_of("ABC")))
        await until(lambda: pressed.done() or board.machine.switch.killed.is_set())
        pressed.cancel()
        await asyncio.gather(pressed, return_exceptions=True)
        await board.machine.die()
        board.machine = BatchMachine(board.machine)
        await board.machine.start()
        await until(board.machine.waits)
        gaps = gaps_of("ABC")
        await board.press([replace(gap, basis=gap.basis[::-1]) for gap in gaps] if forgets else gaps)
        await until(board.machine.waits)
        paid = board.machine.paid
        await board.machine.die()
        return sum(count > 1 for count in paid.values())

    twice = sum(with_virtual_time(lambda step=step: killed_at(step)) for step in range(1, 200, 7))
    assert (twice > 0) is forgets


def test_the_winner_stands_in_the_strip_else_the_newest_that_is_not_rejected():
    async def story(board: Board) -> None:
        gaps = gaps_of("AB")
        await board.make(gaps, takes=3)
        clips = [
            replace(clip, created_at=datetime(2026, 1, day, tzinfo=UTC))
            for day, clip in enumerate(await board.clips(), 1)
        ]
        newest = replace(clips[2], marks=replace(clips[2].marks, verdict=Verdict.REJECT))
        assert best_clips(ID, [*clips[:2], newest])[gaps[0].basis].clip_id == clips[1].clip_id
        marks = Marks(project=NAME, shot="S010", take=1, winner=True)
        winner = replace(clips[0], marks=marks)
        assert best_clips(ID, [winner, *clips[1:]])[gaps[0].basis].clip_id == clips[0].clip_id

    play(story)


def test_a_name_is_one_chain_however_it_is_typed_and_a_rehearsal_another():
    assert chain_id("Café", rehearsal=False) == chain_id("CAFE\N{COMBINING ACUTE ACCENT}", rehearsal=False)
    assert chain_id("Dawn", rehearsal=True) != ID
    assert ID.isalnum()


def test_blanks_around_a_prompt_count_only_where_the_chain_was_ordered_with_them():
    async def story(board: Board) -> None:
        await board.make(gaps_of("AB", " walks"))
        batch = (await board.known()).batch
        assert prompt_of_gap(" walks AB", batch) == " walks AB"
        assert prompt_of_gap(" runs AB ", batch) == prompt_of_gap("runs AB", None) == "runs AB"

    play(story)
