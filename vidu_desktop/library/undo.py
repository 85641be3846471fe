"""What can be undone in this run, the latest first, and redone. A restart forgets it; the trash stays.

There is one stack for the whole window: marks, shots, names, deletions and imports of the library, rows of the queue,
pictures of the tabs. Undoing a step returns the step that redoes it, and the other way round.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass

from vidu_desktop.errors import DiskTrouble, Sentence, ViduDesktopError

STEPS_MOST = 100
_PASSING = frozenset({"library-gone", "library-held", "disk-full", "disk-read-only"})
"""Troubles that may end: the drive is connected again, the other computer has ended, there is space again."""


@dataclass(frozen=True, slots=True)
class UndoStep:
    """Something that was done. `words` name it, as in *Undo: take out a picture*. `turn_back` undoes it and returns the step
    that redoes it, or None where that isn't possible. It raises TurnedBackInPart when it undid only a part.
    """

    words: Sentence
    turn_back: Callable[[], Awaitable["UndoStep | None"]]
    at_once: Callable[[], "UndoStep"] | None = None
    """The same without waiting; None for a step that needs it."""


class TurnedBackInPart(Exception):
    """A part of a step was undone; `inverse` redoes that part. `trouble` prevented the rest, which the step `rest` undoes."""

    def __init__(self, inverse: UndoStep, rest: UndoStep, trouble: ViduDesktopError) -> None:
        super().__init__(str(trouble))
        self.inverse = inverse
        self.rest = rest
        self.trouble = trouble


def step_at_once(words: Sentence, undo: Callable[[], None], redo: Callable[[], None]) -> UndoStep:
    """Return the step for something that is undone and redone without waiting."""

    def at_once() -> UndoStep:
        undo()
        return step_at_once(words, redo, undo)

    async def turn_back() -> UndoStep:
        return at_once()

    return UndoStep(words, turn_back, at_once)


class UndoStack:
    """Holds steps as long as the window is open. Only one step is undone or redone at a time, however fast the key repeats."""

    def __init__(self, on_change: Callable[[], None] = lambda: None) -> None:
        self.on_change = on_change
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        self._turn = asyncio.Lock()
        self._coming: list[asyncio.Task[None]] = []
        self.on_coming: Callable[[], None] = lambda: None
        """Called when `coming` has changed."""

    @property
    def undo_words(self) -> Sentence | None:
        """What the next undo undoes; None when there is nothing."""
        return self._done[-1].words if self._done else None

    @property
    def redo_words(self) -> Sentence | None:
        """What the next redo redoes; None when there is nothing."""
        return self._undone[-1].words if self._undone else None

    @property
    def turning(self) -> bool:
        """Whether a step that needs waiting is being undone or redone; further requests come after it."""
        return self._turn.locked()

    @property
    def coming(self) -> tuple[asyncio.Task[None], ...]:
        """What was begun and adds its step only when it is written down. An undo that is asked for now means these, too."""
        return tuple(self._coming)

    def expect(self, task: asyncio.Task[None] | None) -> None:
        """Count a task as coming until it ends, whether or not it adds a step; None is a task that wasn't started."""
        if task is not None:
            self._coming.append(task)
            task.add_done_callback(self._came)
            self.on_coming()

    def _came(self, task: asyncio.Task[None]) -> None:
        self._coming.remove(task)
        self.on_coming()

    def add(self, step: UndoStep) -> None:
        """Remember what was just done. The steps that were undone are forgotten, and the oldest step when there are more than
        STEPS_MOST.
        """
        # A step that is being undone now goes into the former list, and is forgotten with it.
        self._undone = []
        self._put(self._done, step)

    async def undo(self, after: Collection[asyncio.Task[None]] = ()) -> None:
        """Undo the latest step, if there is one, once the tasks `after` have ended: those that were coming when it was asked for. On a trouble that may end, the step stays, to be tried again. A step that
        failed for good is dropped, because it would keep the older ones from being undone. If only a part was undone, that
        part can be redone. Raises what prevented the undo.
        """
        await self._move(back=True, after=after)

    async def redo(self, after: Collection[asyncio.Task[None]] = ()) -> None:
        """Redo what was undone last, if nothing else was done since, by the tasks `after` either."""
        await self._move(back=False, after=after)

    def move_at_once(self, *, back: bool) -> bool:
        """Undo or redo the next step if that needs no waiting, so that it is done before the next key is handled. Return
        False, and do nothing, for any other step, while one is being undone or redone, and while one is coming.
        """
        source, target = (self._done, self._undone) if back else (self._undone, self._done)
        act = source[-1].at_once if source else None
        if act is None or self._turn.locked() or self._coming:
            return False
        source.pop()
        try:
            inverse = act()
        finally:
            self.on_change()
        self._put(target, inverse)
        return True

    async def _move(self, *, back: bool, after: Collection[asyncio.Task[None]]) -> None:
        async with self._turn:
            if after:
                await asyncio.wait(after)
            source, target = (self._done, self._undone) if back else (self._undone, self._done)
            if not source:
                return
            step = source.pop()
            try:
                inverse = await step.turn_back()
            except TurnedBackInPart as part:
                if part.trouble.code in _PASSING:
                    self._put(source, part.rest)
                self._put(target, part.inverse)
                raise part.trouble from part
            except DiskTrouble as error:
                if error.code in _PASSING:
                    self._put(source, step)
                raise
            finally:
                self.on_change()
            if inverse is not None:
                self._put(target, inverse)

    def _put(self, steps: list[UndoStep], step: UndoStep) -> None:
        steps.append(step)
        del steps[:-STEPS_MOST]
        self.on_change()
