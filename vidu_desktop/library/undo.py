"""What can be taken back in this run, the latest first, and done again. A restart forgets it; the trash doesn't.

One stack for the whole window: marks, shots, names, deletions and imports of the library, rows of the queue, pictures of
the tabs. A step that is taken back returns the step that does it again, and the other way round.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from vidu_desktop.errors import DiskTrouble, Sentence, ViduDesktopError

STEPS_MOST = 100
_PASSING = frozenset({"library-gone", "library-held", "disk-full", "disk-read-only"})
"""Troubles that may end: the drive is connected again, the other computer has ended, there is room."""


@dataclass(frozen=True, slots=True)
class UndoStep:
    """Something that was done. `words` name it, as in *Undo: take out a picture*; `turn_back` undoes it and returns the
    step that does it again, None where that can't be. It raises TurnedBackInPart where it undid some of it.
    """

    words: Sentence
    turn_back: Callable[[], Awaitable["UndoStep | None"]]
    at_once: Callable[[], "UndoStep"] | None = None
    """The same without any waiting, where there is nothing to wait for."""


class TurnedBackInPart(Exception):
    """Some of a step was undone, `inverse` does that again; `trouble` kept `rest` from it."""

    def __init__(self, inverse: UndoStep, rest: UndoStep, trouble: ViduDesktopError) -> None:
        super().__init__(str(trouble))
        self.inverse = inverse
        self.rest = rest
        self.trouble = trouble


def step_at_once(words: Sentence, undo: Callable[[], None], redo: Callable[[], None]) -> UndoStep:
    """Return a step of something that needs no waiting."""

    def at_once() -> UndoStep:
        undo()
        return step_at_once(words, redo, undo)

    async def turn_back() -> UndoStep:
        return at_once()

    return UndoStep(words, turn_back, at_once)


class UndoStack:
    """Holds steps as long as the window is open. One is turned back at a time, however fast the key repeats."""

    def __init__(self, on_change: Callable[[], None] = lambda: None) -> None:
        self.on_change = on_change
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        self._turn = asyncio.Lock()

    @property
    def undo_words(self) -> Sentence | None:
        """What the next undo takes back; None when there is nothing."""
        return self._done[-1].words if self._done else None

    @property
    def redo_words(self) -> Sentence | None:
        """What the next redo does again; None when there is nothing."""
        return self._undone[-1].words if self._undone else None

    @property
    def turning(self) -> bool:
        """Whether a step is being turned back that needs waiting; what is asked for now comes after it."""
        return self._turn.locked()

    def add(self, step: UndoStep) -> None:
        """Remember what was just done; the oldest is forgotten when there are too many, what was undone at once."""
        self._undone = []  # what is being undone now goes into the former list, and is forgotten with it
        self._put(self._done, step)

    async def undo(self) -> None:
        """Take the latest step back, if there is one. It stays where that may succeed later. One that failed for good
        is dropped: it would keep the older ones from being taken back. Of one that was taken back in part the part can
        be done again. Raises what kept it from being taken back.
        """
        await self._move(back=True)

    async def redo(self) -> None:
        """Do again what was taken back last, if nothing else was done since."""
        await self._move(back=False)

    def move_at_once(self, *, back: bool) -> bool:
        """Undo or redo where nothing has to be waited for: what is pressed next finds it done. False, and nothing is done, for
        any other step, and while one is turned back.
        """
        source, target = (self._done, self._undone) if back else (self._undone, self._done)
        act = source[-1].at_once if source else None
        if act is None or self._turn.locked():
            return False
        source.pop()
        try:
            inverse = act()
        finally:
            self.on_change()
        self._put(target, inverse)
        return True

    async def _move(self, *, back: bool) -> None:
        async with self._turn:
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
