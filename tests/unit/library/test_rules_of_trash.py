"""A clip in the trash keeps what was known of it, and fits the library when it comes back."""

from datetime import timedelta

import pytest
from fakes.kept_clips import DAMAGED, FULL, NOON, FakeBin

from vidu_desktop.domain.marks import Marks
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.library.trash import ClipTrash

pytestmark = pytest.mark.anyio


def take(number: int, *, winner: bool = False) -> Marks:
    return Marks(project="Moon", shot="S010", take=number, winner=winner)


async def test_what_was_moved_in_comes_back_as_it_was() -> None:
    there = FakeBin({"a": take(1, winner=True), "b": take(2)})
    trash = ClipTrash(there)

    assert await trash.put(["a", "nobody's"]) == ["a"]
    assert list(there.by_id) == ["b"]
    (back,) = await trash.take_back(["a"])

    assert (back.clip_id, back.marks) == ("a", take(1, winner=True))


async def test_a_second_clip_of_a_job_lies_beside_the_first_one_in_the_trash() -> None:
    there = FakeBin({"a": Marks()}, trashed={"a": Marks(), "a-2": Marks()})

    assert await ClipTrash(there).put(["a"]) == ["a-3"]


async def test_what_comes_back_gets_an_id_that_is_free() -> None:
    there = FakeBin({"a": Marks(note="new"), "a-2": Marks()}, trashed={"a": Marks(note="old")})

    (back,) = await ClipTrash(there).take_back(["a"])

    assert (back.clip_id, back.marks.note) == ("a-3", "old")
    assert there.marks("a").note == "new"


async def test_what_comes_back_to_its_shot_gets_a_free_number_and_leaves_the_winner_in_place() -> None:
    there = FakeBin({"b": take(1, winner=True), "c": take(5)}, trashed={"a": take(1, winner=True)})

    (back,) = await ClipTrash(there).take_back(["a"])

    assert back.marks == take(6)
    assert there.marks("b").winner


async def test_of_two_winners_that_come_back_together_the_first_wins() -> None:
    there = FakeBin({}, trashed={"a": take(1, winner=True), "b": take(1, winner=True)})

    back = await ClipTrash(there).take_back(["a", "b"])

    assert [clip.marks for clip in back] == [take(1, winner=True), take(2)]


@pytest.mark.parametrize("trouble", [DAMAGED, FULL])
async def test_one_that_cannot_come_back_keeps_no_other_and_is_said_when_they_are_there(
    trouble: Exception,
) -> None:
    there = FakeBin({}, trashed={"a": Marks(), "b": Marks(), "c": Marks()})
    there.troubles = {"b": trouble}

    with pytest.raises(type(trouble)):
        await ClipTrash(there).take_back(["a", "b", "c"])

    assert sorted(there.by_id) == ["a", "c"]


async def test_what_the_trash_does_not_have_comes_back_as_nothing() -> None:
    assert await ClipTrash(FakeBin({})).take_back(["a"]) == []


async def test_the_latest_is_shown_first_and_deleting_counts_what_was_there() -> None:
    there = FakeBin({}, trashed={"a": Marks(), "b": Marks()}, apart=timedelta(hours=1))
    trash = ClipTrash(there)

    assert [one.clip.clip_id for one in await trash.contents()] == ["b", "a"]
    assert await trash.by_hash() == {"hash of a": "a", "hash of b": "b"}
    assert await trash.delete(["a", "nobody's"]) == 1
    assert [one.clip.clip_id for one in await trash.contents()] == ["b"]


async def test_while_the_library_is_not_ours_nothing_moves() -> None:
    there = FakeBin({"a": Marks()}, trashed={"b": Marks()})
    there.gone = DiskTrouble("library-held", Sentence("held"))
    trash = ClipTrash(there)

    for act in (trash.put(["a"]), trash.take_back(["b"]), trash.delete(["b"])):
        with pytest.raises(DiskTrouble):
            await act

    assert (list(there.by_id), list(there.trashed)) == (["a"], ["b"])


async def test_what_is_old_is_deleted_by_itself_and_nothing_else() -> None:
    # Moved in one day after the other, from noon of the 22nd on.
    trashed = {name: Marks() for name in ("first", "second", "third")}
    there = FakeBin({"kept": Marks()}, trashed=trashed, apart=timedelta(days=1))
    trash = ClipTrash(there)
    now = NOON + timedelta(days=31)

    assert await trash.delete_older(now - timedelta(days=30), now) == 1
    assert (list(there.trashed), list(there.by_id)) == (["second", "third"], ["kept"])


async def test_a_clock_that_was_wrong_deletes_nothing() -> None:
    there = FakeBin({}, trashed={"a": Marks()})
    trash = ClipTrash(there)
    past = NOON - timedelta(days=400)

    # Moved in later than it is now.
    assert await trash.delete_older(NOON + timedelta(days=1), past) == 0
    # Moved in before it was made: the clock was in another year.
    there.made_at = NOON + timedelta(days=1)
    assert await trash.delete_older(NOON + timedelta(days=100), NOON + timedelta(days=101)) == 0
    assert list(there.trashed) == ["a"]
