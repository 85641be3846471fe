"""Writes the person's marks into the records, shows them, and can undo them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QObject

from vidu_desktop.controllers.library_context import LibraryContext
from vidu_desktop.controllers.library_ports import ClipReader
from vidu_desktop.controllers.task_errors import Verb
from vidu_desktop.controllers.undo_words import marks_of, new_name
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import MarkChange, Marks
from vidu_desktop.domain.review import Review
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.library.marking import ClipMarks, Marked
from vidu_desktop.library.undo import TurnedBackInPart, UndoStep
from vidu_desktop.ui.models.clip_words import spoken_marks
from vidu_desktop.ui.text import say_list
from vidu_desktop.ui.widgets.spoken import announce

CLIPS_AT_ONCE = 500
"""How many rows are looked up together; a selection may be the whole library."""


async def clips_of(library: ClipReader, rows: Sequence[int]) -> list[Clip]:
    """Return the clips of a selection, in its order. Raises DiskTrouble."""
    clips: list[Clip] = []
    for begin in range(0, len(rows), CLIPS_AT_ONCE):
        clips += await library.clips_at(rows[begin : begin + CLIPS_AT_ONCE])
    return clips


class LibraryMarks(QObject):
    """Marks, shots, notes and names in the library's pane. `moved` is called with the old and the new path of a renamed file."""

    def __init__(self, context: LibraryContext, marks: ClipMarks, moved: Callable[[str, str], None]) -> None:
        pane = context.pane
        super().__init__(pane)
        self._context = context
        self._pane = pane
        self._model = context.model
        self._listed = context.listed
        self._undo = context.undo
        self._marks = marks
        self._moved = moved
        start = self._start
        pane.change_requested.connect(lambda rows, change: start("mark", self._change, rows, change))
        pane.note_requested.connect(lambda clip_id, note: start("note", self._note, clip_id, note))
        pane.shot_requested.connect(
            lambda rows, project, shot: start("put into a shot", self._put_into_shot, rows, project, shot)
        )
        pane.rename_requested.connect(lambda clip_id, name: start("rename", self._rename, clip_id, name))

    async def take_review(self, review: Review) -> int:
        """Write somebody's answers about videos; return how many of these are in the library. Raises BadInput, DiskTrouble."""
        here = [one for one in review.answers if await self._context.clips.get(one.clip_id) is not None]
        if here:
            self._done(await self._marks.take_review(replace(review, answers=tuple(here))))
        return len(here)

    def _start(self, name: str, verb: Verb, *values: object) -> None:
        self._undo.expect(self._context.guarded.start(name, verb, *values, writes=True))

    async def _change(self, rows: Sequence[int], change: MarkChange) -> None:
        self._done(marked := await self._marks.mark(rows, change))
        if marked.clips:
            announce(self._pane, _spoken(marked.clips))

    async def _note(self, clip_id: str, note: str) -> None:
        try:
            self._done(await self._marks.mark([clip_id], MarkChange(note=note)))
        except ViduDesktopError:
            self._pane.details.give_note_back(clip_id, note)
            raise

    async def _put_into_shot(self, rows: Sequence[int], project: str, shot: str) -> None:
        self._done(await self._marks.put_into_shot(rows, project, shot))

    async def _rename(self, clip_id: str, name: str) -> None:
        former = await self._renamed(clip_id, name)
        if former is not None:
            self._undo.add(self._name_step(clip_id, former))

    def _name_step(self, clip_id: str, former: str) -> UndoStep:
        async def turn_back() -> UndoStep | None:
            again = await self._renamed(clip_id, former)
            return None if again is None else self._name_step(clip_id, again)

        return UndoStep(new_name(), turn_back)

    async def _renamed(self, clip_id: str, name: str) -> str | None:
        """Rename a clip's file; return its former name, None if the clip is gone."""
        clip = await self._context.clips.get(clip_id)
        if clip is None:
            return None
        was = now = clip.video_path
        self._context.leaving(was)
        try:
            renamed = await self._marks.rename(clip_id, name)
            now = renamed.video_path
        finally:
            self._moved(was, now)
        self._model.put_clips([renamed])
        self._listed.follow_change()
        return PurePath(was).stem

    def _done(self, marked: Marked) -> None:
        if marked.clips:
            now = {clip.clip_id: clip.marks for clip in marked.clips}
            before = {clip_id: marks for clip_id, marks in marked.before.items() if marks != now[clip_id]}
            if before:
                self._undo.add(self._step(before))
            self._show(marked.clips)
        if marked.trouble is not None:
            raise marked.trouble

    def _step(self, before: Mapping[str, Marks]) -> UndoStep:
        async def turn_back() -> UndoStep:
            self._model.show_marks(before)
            try:
                marked = await self._marks.set_marks(before)
            except BaseException:
                self._show_truth()
                raise
            again = self._step(marked.before)
            if marked.trouble is not None:
                self._show_truth()
                self._show(marked.clips)
                rest = {clip_id: marks for clip_id, marks in before.items() if clip_id not in marked.before}
                raise TurnedBackInPart(again, self._step(rest), marked.trouble)
            self._show(marked.clips)
            return again

        return UndoStep(marks_of(len(before)), turn_back)

    def _show_truth(self) -> None:
        """Read from the disk again what was shown before it was written."""
        self._model.forget_clips()
        self._listed.follow_change()

    def _show(self, clips: Sequence[Clip]) -> None:
        self._model.put_clips(clips)
        self._listed.follow_change()


def _spoken(clips: Sequence[Clip]) -> str:
    """Return the marks that all of these clips have now, for a screen reader."""
    others = [set(spoken_marks(clip)) for clip in clips[1:]]
    shared = [mark for mark in spoken_marks(clips[0]) if all(mark in marks for marks in others)]
    return say_list(shared) or QCoreApplication.translate("ClipTile", "no marks")
