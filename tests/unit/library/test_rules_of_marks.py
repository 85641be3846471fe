"""The rules of marks, takes and winners, without a disk."""

import asyncio

import pytest
from fakes.kept_clips import DAMAGED, FULL, FakeRecords

from vidu_desktop.domain.marks import MarkChange, Marks, Verdict
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence
from vidu_desktop.library.marking import ClipMarks
from vidu_desktop.library.ports import Take
from vidu_desktop.library.shots import first_marks, marks_on_return, next_number

pytestmark = pytest.mark.anyio

WINS = MarkChange(winner=True)


def take(number: int | None, *, winner: bool = False, shot: str = "S010") -> Marks:
    return Marks(project="Moon", shot=shot, take=number, winner=winner)


def winners(records: FakeRecords) -> list[str]:
    return [clip_id for clip_id in records.by_id if records.marks(clip_id).winner]


async def test_a_new_winner_takes_that_from_the_one_before_and_both_come_back_shown() -> None:
    records = FakeRecords({"a": take(1, winner=True), "b": take(2), "c": take(1, winner=True, shot="S020")})

    marked = await ClipMarks(records).mark(["b"], WINS)

    assert winners(records) == ["b", "c"]  # another shot keeps its own winner
    assert [clip.clip_id for clip in marked.clips] == ["b", "a"]
    assert marked.before == {"a": take(1, winner=True), "b": take(2)}


async def test_of_several_that_are_to_win_one_shot_the_first_does() -> None:
    records = FakeRecords({"a": take(1), "b": take(2), "c": take(3, winner=True)})

    await ClipMarks(records).mark(["b", "a"], WINS)

    assert winners(records) == ["b"]


async def test_a_winner_that_says_so_again_settles_what_another_computer_left_undecided() -> None:
    records = FakeRecords({"a": take(1, winner=True), "b": take(2, winner=True)})

    await ClipMarks(records).mark(["a"], WINS)

    assert winners(records) == ["a"]


async def test_taking_a_mark_back_leaves_no_second_winner() -> None:
    records = FakeRecords({"a": take(1), "b": take(2, winner=True)})

    await ClipMarks(records).set_marks({"a": take(1, winner=True)})

    assert winners(records) == ["a"]


async def test_a_star_on_a_winner_touches_no_other_take() -> None:
    records = FakeRecords({"a": take(1, winner=True), "b": take(2, winner=True)})

    await ClipMarks(records).mark(["a"], MarkChange(star=True))

    assert records.saved == ["a"]


async def test_a_rejected_take_that_is_to_win_is_rejected_no_longer() -> None:
    rejected = Marks(project="Moon", shot="S010", take=2, verdict=Verdict.REJECT)
    records = FakeRecords({"a": take(1, winner=True), "b": rejected})

    await ClipMarks(records).mark(["b"], WINS)

    assert winners(records) == ["b"]
    assert records.marks("b").verdict is None


async def test_a_take_that_is_rejected_in_the_same_breath_takes_nothing_from_the_winner() -> None:
    records = FakeRecords({"a": take(1, winner=True), "b": take(2)})

    await ClipMarks(records).mark(["b"], MarkChange(winner=True, verdict=Verdict.REJECT))

    assert winners(records) == ["a"]
    assert records.marks("b").verdict is Verdict.REJECT


async def test_what_is_in_no_shot_stays_rejected_when_it_is_to_win() -> None:
    records = FakeRecords({"a": Marks(verdict=Verdict.REJECT)})

    await ClipMarks(records).mark(["a"], WINS)

    assert records.marks("a").verdict is Verdict.REJECT


async def test_clips_are_numbered_on_in_their_order_and_those_of_the_shot_keep_theirs() -> None:
    records = FakeRecords({"a": take(7), "b": Marks(), "c": take(3, winner=True, shot="S020")})

    await ClipMarks(records).put_into_shot(["c", "a", "b"], " Moon ", "S010")

    numbers = {clip_id: records.marks(clip_id).take for clip_id in records.by_id}
    assert numbers == {"a": 7, "c": 8, "b": 9}
    assert winners(records) == []  # the winner of another shot isn't the winner here


async def test_taken_out_of_its_shot_a_clip_has_no_number_and_no_win() -> None:
    records = FakeRecords({"a": take(7, winner=True)})

    await ClipMarks(records).put_into_shot(["a"], "", "")

    assert records.marks("a") == Marks()


async def test_what_a_list_has_at_its_rows_is_marked() -> None:
    records = FakeRecords({"a": Marks(), "b": Marks(), "c": Marks()})

    marked = await ClipMarks(records).mark([2, 0], MarkChange(star=True))

    assert [clip.clip_id for clip in marked.clips] == ["c", "a"]
    assert [clip_id for clip_id in records.by_id if records.marks(clip_id).star] == ["a", "c"]


async def test_what_is_already_so_is_not_written_again_and_still_shown() -> None:
    records = FakeRecords({"a": Marks(star=True)})

    marked = await ClipMarks(records).mark(["a"], MarkChange(star=True))

    assert records.saved == []
    assert [clip.clip_id for clip in marked.clips] == ["a"]


async def test_one_that_cannot_be_read_keeps_no_other_from_its_mark() -> None:
    records = FakeRecords({"a": Marks(), "b": Marks()})
    records.unreadable = {"a"}

    marked = await ClipMarks(records).mark(["a", "b"], MarkChange(star=True))

    assert (list(marked.before), marked.trouble) == (["b"], DAMAGED)
    with pytest.raises(BadInput):
        await ClipMarks(records).mark(["a"], MarkChange(star=True))


async def test_a_disk_that_fills_on_the_way_leaves_what_was_written_to_be_undone() -> None:
    records = FakeRecords({name: Marks() for name in "abc"})
    records.refused = {"b"}

    marked = await ClipMarks(records).mark(["a", "b", "c"], MarkChange(star=True))

    assert (marked.before, marked.trouble) == ({"a": Marks()}, FULL)
    records.refused = {"a", "b", "c"}
    with pytest.raises(DiskTrouble):
        await ClipMarks(records).mark(["c"], MarkChange(star=True))


async def test_while_the_library_is_not_ours_nothing_is_read_or_written() -> None:
    records = FakeRecords({"a": Marks()})
    records.gone = DiskTrouble("library-held", Sentence("held"))

    with pytest.raises(DiskTrouble):
        await ClipMarks(records).mark(["a"], MarkChange(star=True))
    assert (await ClipMarks(records).mark([], MarkChange(star=True))).clips == []
    assert records.saved == []


async def test_verbs_wait_for_each_other() -> None:
    records = FakeRecords({name: Marks() for name in "abcd"})
    marks = ClipMarks(records)

    await asyncio.gather(*(marks.put_into_shot([name], "Moon", "S010") for name in "abcd"))

    assert sorted(records.marks(name).take or 0 for name in "abcd") == [1, 2, 3, 4]


async def test_a_new_name_is_one_that_every_system_takes() -> None:
    clip = await ClipMarks(FakeRecords({"a": Marks()})).rename("a", "wide: the sea?")

    assert clip.video_path.endswith("/wide- the sea-.mp4")


def test_a_first_take_is_one_and_an_unnumbered_one_counts_for_nothing() -> None:
    assert next_number([]) == 1
    assert next_number([Take("a", None, winner=False), Take("b", 4, winner=False)]) == 5
    assert first_marks("Moon", "", []) == Marks(project="Moon")
    assert first_marks("Moon", "S010", [Take("a", 2, winner=True)]) == take(3)


@pytest.mark.parametrize(
    ("there", "comes_back_as"),
    [
        ([], take(2, winner=True)),
        ([Take("x", 1, winner=False)], take(2, winner=True)),
        ([Take("x", 2, winner=False)], take(3, winner=True)),
        ([Take("x", 2, winner=True), Take("y", 8, winner=False)], take(9)),
        ([Take("x", None, winner=True)], take(2)),
    ],
)
def test_what_comes_back_to_its_shot_gives_way_to_what_is_there(
    there: list[Take], comes_back_as: Marks
) -> None:
    assert marks_on_return(take(2, winner=True), there) == comes_back_as
