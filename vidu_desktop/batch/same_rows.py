"""Rows that ask for the same video as an earlier row of their sheet. Keys and names of their own don't make them other videos,
so the person is asked before such a video is paid twice.
"""

from collections.abc import Collection
from dataclasses import replace

from vidu_desktop.batch.plan import Plan, RowProblem
from vidu_desktop.batch.row_words import WORDS
from vidu_desktop.batch.same_video import VideoKey, asked_of
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.errors import Sentence

CODE = "row-same"


async def asked_of_same(plan: Plan, settled: Collection[str], same: str | None) -> Plan:
    """Return the plan with a problem for each row that asks for the same as an earlier one. With `same` "leave" those rows are
    left out, with "take" each is bought. No question is asked about rows with a key in `settled`, nor where another problem
    is about two rows that are alike.
    """
    if same == "take":
        return plan
    problems = [one for one in plan.problems if one.code != CODE]
    alike = {one.line for one in problems if one.code in ("row-twin", "key-twice")}
    rows = list(plan.rows)
    first: dict[VideoKey, int] = {}
    async for index, row in in_slices(enumerate(plan.rows)):
        if row.request is None:
            continue
        other = first.setdefault((*asked_of(row.request), row.request.picture_paths), row.line)
        if other == row.line or row.key in settled or row.line in alike:
            continue
        if same == "leave":
            rows[index] = replace(row, request=None)
        else:
            sentence = Sentence(WORDS[CODE], {"other": other})
            problems.append(
                RowProblem(line=row.line, column="", code=CODE, sentence=sentence, remedy="--same")
            )
    problems.sort(key=lambda problem: problem.line)
    return replace(plan, rows=tuple(rows), problems=tuple(problems))
