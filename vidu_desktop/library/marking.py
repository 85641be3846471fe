"""Changes what people note on clips, first in the records and then in the index: marks, takes of a shot, names."""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import MarkChange, Marks, tidy_label
from vidu_desktop.domain.naming import safe_stem
from vidu_desktop.domain.records import marks_from_record, with_marks
from vidu_desktop.domain.review import Review, reviewed
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.library.ports import ClipRecords, ClipRef, FoundRecord
from vidu_desktop.library.shots import next_number, other_winners, without_win


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Clips as they are now, and by clip id the marks that they had before, for undo.

    `trouble` tells why some of the requested clips aren't among them; None if all are.
    """

    clips: list[Clip]
    before: dict[str, Marks]
    trouble: ViduDesktopError | None = None


_Change = Callable[[str, Marks], Marks]
"""Returns the new marks of a clip, from its id and its present marks."""


class ClipMarks:
    """Applies changes to what the record says now, not to what the index says, because another computer may have written the
    record.

    The methods wait for each other. Each raises DiskTrouble or BadInput if it couldn't write anything at all. Otherwise, the
    records that were written stay written, and the index follows them.
    """

    def __init__(self, records: ClipRecords) -> None:
        self._records = records

    async def mark(self, clips: Sequence[ClipRef], change: MarkChange) -> Marked:
        """Change these clips. A new winner of a shot replaces the earlier one, which is also returned."""
        async with self._records.turn:
            changes = await self._changes(clips, lambda _clip_id, marks: change.applied_to(marks))
            return await self._write(changes, claimed=bool(change.winner))

    async def set_marks(self, marks: Mapping[str, Marks]) -> Marked:
        """Set exactly these marks on each clip; for undo."""
        async with self._records.turn:
            return await self._write(await self._changes(list(marks), lambda clip_id, _marks: marks[clip_id]))

    async def take_review(self, review: Review) -> Marked:
        """Put the answers of a reviewer into the marks of their clips; answers about clips that aren't here are left out."""
        answers = {answer.clip_id: answer for answer in review.answers}
        async with self._records.turn:
            changes = await self._changes(
                list(answers), lambda clip_id, marks: reviewed(marks, answers[clip_id], review.reviewer)
            )
            return await self._write(changes)

    async def put_into_shot(self, clips: Sequence[ClipRef], project: str, shot: str) -> Marked:
        """Make these clips takes of a shot, with the next numbers, in this order. With an empty `shot`, take them out of
        their shots.
        """
        project, shot = tidy_label(project), tidy_label(shot)
        async with self._records.turn:
            numbers = itertools.count(next_number(await self._records.takes(project, shot)) if shot else 1)

            def numbered_on(_clip_id: str, marks: Marks) -> Marks:
                if (marks.project, marks.shot) == (project, shot):
                    return marks
                number = next(numbers) if shot else None
                return replace(marks, project=project, shot=shot, take=number, winner=False)

            return await self._write(await self._changes(clips, numbered_on))

    async def rename(self, clip_id: str, stem: str) -> Clip:
        """Rename video and record to a name as near to `stem` as every system allows and no other file has."""
        async with self._records.turn:
            self._records.require_writable()
            return await self._records.rename(clip_id, safe_stem(stem))

    async def _changes(self, clips: Sequence[ClipRef], change: _Change) -> "_Changes":
        """Read the records that are to be changed. Records that can't be read are left out, and the first trouble is kept."""
        changes = _Changes()
        if not clips:
            return changes
        self._records.require_writable()
        for clip_id, found in (await self._records.read(clips)).items():
            if isinstance(found, ViduDesktopError):
                changes.trouble = changes.trouble or found
                continue
            marks = marks_from_record(found.document)
            changes.wanted[clip_id] = _Wanted(record=found, before=marks, after=change(clip_id, marks))
        return changes

    async def _write(self, changes: "_Changes", *, claimed: bool = False) -> Marked:
        await self._settle_winners(changes, changes.winners(claimed=claimed))
        wanted = changes.wanted
        if not wanted:
            if changes.trouble is not None:
                raise changes.trouble
            return Marked(clips=[], before={})
        done = await self._records.write(
            [one.changed_record for one in wanted.values() if one.after != one.before],
            [one.record for one in wanted.values() if one.after == one.before],
        )
        trouble = changes.trouble or done.trouble
        by_id = {clip.clip_id: clip for clip in done.clips}
        if trouble is not None and not by_id:
            raise trouble
        written = [clip_id for clip_id in wanted if clip_id in by_id]
        return Marked(
            clips=[by_id[clip_id] for clip_id in written],
            before={clip_id: wanted[clip_id].before for clip_id in written},
            trouble=trouble,
        )

    async def _settle_winners(self, changes: "_Changes", winners: Iterable[str]) -> None:
        """Let each shot have only one winner: the first of several that are to win together, and no earlier one."""
        won: dict[tuple[str, str], str] = {}
        for clip_id in winners:
            one = changes.wanted[clip_id]
            if won.setdefault((one.after.project, one.after.shot), clip_id) != clip_id:
                changes.wanted[clip_id] = replace(one, after=without_win(one.after))
        for (project, shot), clip_id in won.items():
            others = other_winners(await self._records.takes(project, shot), clip_id)
            losers = await self._changes(
                [name for name in others if name not in changes.wanted],
                lambda _clip_id, marks: without_win(marks),
            )
            changes.trouble = changes.trouble or losers.trouble
            changes.wanted.update(losers.wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """A record with its present marks and its new ones."""

    record: FoundRecord
    before: Marks
    after: Marks

    @property
    def changed_record(self) -> FoundRecord:
        return replace(self.record, document=with_marks(self.record.document, self.after))

    @property
    def wins_anew(self) -> bool:
        places = [(marks.winner, marks.project, marks.shot) for marks in (self.before, self.after)]
        return self.after.winner and places[0] != places[1]


@dataclass(slots=True)
class _Changes:
    """The records that are to be written, by clip id, and the first trouble in reading them."""

    wanted: dict[str, _Wanted] = field(default_factory=dict)
    trouble: ViduDesktopError | None = None

    def winners(self, *, claimed: bool) -> list[str]:
        """Return the clips that become winners; with `claimed`, also winners that are marked so again."""
        return [name for name, one in self.wanted.items() if one.wins_anew or (claimed and one.after.winner)]
