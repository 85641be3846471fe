"""The latest step is undone first, and a trouble that passes doesn't prevent a later undo."""

import asyncio

import pytest

from vidu_desktop.errors import BadInput, DiskTrouble, Sentence
from vidu_desktop.library.undo import STEPS_MOST, UndoStack, UndoStep, step_at_once

pytestmark = pytest.mark.anyio


class Steps:
    """Notes which steps were undone; those named in `errors` fail."""

    def __init__(self) -> None:
        self.undo = UndoStack()
        self.done: list[str] = []
        self.errors: dict[str, Exception] = {}

    def add(self, name: str) -> None:
        self.undo.add(UndoStep(Sentence(name), lambda: self._take_back(name)))

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


async def test_what_was_taken_back_can_be_done_again_until_something_else_is_done() -> None:
    stack, pictures = UndoStack(), ["fox"]
    pictures.clear()
    stack.add(step_at_once(Sentence("pictures"), lambda: pictures.append("fox"), pictures.clear))

    await stack.undo()
    assert (pictures, stack.undo_words, str(stack.redo_words)) == (["fox"], None, "pictures")
    await stack.redo()
    assert (pictures, stack.redo_words) == ([], None)
    await stack.undo()
    stack.add(step_at_once(Sentence("other"), lambda: None, lambda: None))

    assert stack.redo_words is None


async def test_steps_are_turned_back_one_after_the_other_however_fast_the_key_repeats() -> None:
    stack, order, gate = UndoStack(), [], asyncio.Event()

    async def slow() -> None:
        await gate.wait()
        order.append("second")

    async def quick() -> None:
        order.append("first")

    stack.add(UndoStep(Sentence("first"), quick))
    stack.add(UndoStep(Sentence("second"), slow))
    both = asyncio.gather(stack.undo(), stack.undo())
    await asyncio.sleep(0)
    gate.set()
    await both

    assert order == ["second", "first"]


async def test_what_is_done_while_a_step_is_turned_back_leaves_nothing_to_do_again() -> None:
    stack, gate = UndoStack(), asyncio.Event()

    async def slow() -> UndoStep:
        await gate.wait()
        return UndoStep(Sentence("slow"), slow)

    stack.add(UndoStep(Sentence("slow"), slow))
    undoing = asyncio.gather(stack.undo())
    await asyncio.sleep(0)
    stack.add(step_at_once(Sentence("other"), lambda: None, lambda: None))
    gate.set()
    await undoing

    assert (stack.undo_words, stack.redo_words) == (Sentence("other"), None)
