"""What was done last is taken back first, and a trouble that passes keeps nothing from being taken back later."""

import pytest

from vidu_desktop.errors import BadInput, DiskTrouble, Sentence
from vidu_desktop.library.undo import STEPS_MOST, UndoList

pytestmark = pytest.mark.anyio


class Steps:
    """Says which steps were taken back; those named in `errors` fail."""

    def __init__(self) -> None:
        self.undo = UndoList()
        self.done: list[str] = []
        self.errors: dict[str, Exception] = {}

    def add(self, name: str) -> None:
        self.undo.add(lambda: self._take_back(name))

    async def _take_back(self, name: str) -> None:
        if name in self.errors:
            raise self.errors[name]
        self.done.append(name)


@pytest.mark.parametrize("kind", [DiskTrouble, BadInput, RuntimeError])
async def test_a_step_that_failed_for_good_leaves_the_way_to_the_older_ones(kind: type[Exception]) -> None:
    steps = Steps()
    steps.add("older")
    steps.add("broken")
    says = Sentence("no")
    steps.errors["broken"] = RuntimeError() if kind is RuntimeError else kind("disk-failing", says)

    with pytest.raises(kind):
        await steps.undo.undo()
    await steps.undo.undo()

    assert steps.done == ["older"]


@pytest.mark.parametrize("code", ["library-gone", "library-held", "disk-full", "disk-read-only"])
async def test_a_step_that_waits_for_the_disk_is_the_next_one_again(code: str) -> None:
    steps = Steps()
    steps.add("older")
    steps.add("waiting")
    steps.errors["waiting"] = DiskTrouble(code, Sentence("not now"), full=code == "disk-full")
    with pytest.raises(DiskTrouble):
        await steps.undo.undo()

    steps.errors.clear()
    await steps.undo.undo()

    assert steps.done == ["waiting"]


async def test_steps_are_taken_back_from_the_latest_and_with_none_left_nothing_happens() -> None:
    steps = Steps()
    for name in ("first", "second"):
        steps.add(name)

    for _ in range(3):
        await steps.undo.undo()

    assert steps.done == ["second", "first"]


async def test_the_oldest_step_is_forgotten_when_there_are_too_many() -> None:
    steps = Steps()
    for number in range(STEPS_MOST + 1):
        steps.add(str(number))

    for _ in range(STEPS_MOST + 1):
        await steps.undo.undo()

    assert (len(steps.done), steps.done[-1]) == (STEPS_MOST, "1")
