"""What `chain` asks for: the stills are looked at, and each gap between two neighbours gets its prompt, options and shot."""

import argparse
import asyncio
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vidu_desktop.adapters.disk.given_files import read_given
from vidu_desktop.batch.chain import Gap, LookedStill, chain_id, gap_between, prompt_of_gap
from vidu_desktop.cli.mentioned import sent_as
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.requests import NotInOrder, as_text, asked_options, offer_of
from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.catalogue import Offer
from vidu_desktop.domain.framing import softness
from vidu_desktop.domain.keyframes import FIRST_SHOT, shot_names
from vidu_desktop.domain.marks import tidy_label
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import OptionKey
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import GenerationRequest, Problem, Remedy, check_request
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.wiring.session import Session

_PROMPTS_MOST_BYTES = 1_000_000

_Facts = Mapping[str, PictureFacts | BadInput]
"""By path, what a picture is, or why it can't be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stills:
    """The stills as they were when they were looked at. `stills` and `facts` have each path; `gone` are the paths that were
    changed or taken away meanwhile.
    """

    stills: Mapping[str, LookedStill]
    facts: _Facts
    gone: Sequence[str]


async def wanted_gaps(options: argparse.Namespace, session: Session, report: Report) -> list[Gap]:
    """Look at the stills, and return what is wanted between them. Raises NotInOrder with all of their problems, BadInput."""
    options.mode = Mode.START_END
    offer = offer_of(options)
    paths = [str(path.absolute()) for path in options.stills]
    ends = paths[1:] + (paths[:1] if options.loop else [])
    pairs = list(zip(paths, ends, strict=False))
    prompts = await _prompts(options, len(pairs), session, report)
    values = offer.defaults | dict(asked_options(options, offer))
    looked = await _looked_at(list(dict.fromkeys(paths)), session, report)
    gaps = [
        gap_between(
            looked.stills[start],
            looked.stills[end],
            offer,
            prompt=prompt,
            options=values,
            project=tidy_label(options.name),
            shot=shot,
            takes=options.takes,
        )
        for (start, end), prompt, shot in zip(pairs, prompts, shot_names(FIRST_SHOT, len(pairs)), strict=True)
    ]
    _check_gaps([gap.request for gap in gaps], offer, looked.facts)
    known = (one for one in looked.facts.values() if isinstance(one, PictureFacts))
    soft = softness(known, values.get(OptionKey.SIZE))
    if soft is not None:
        report.say(soft)
    if looked.gone:
        raise _changed(looked.gone[0])
    return gaps


async def _prompts(options: argparse.Namespace, gaps: int, session: Session, report: Report) -> list[str]:
    """Return the prompt of each gap as it is sent, and say where names of the shelf were replaced. Raises BadInput,
    DiskTrouble.
    """
    written = await asyncio.to_thread(_written_prompts, options, gaps)
    said = [(await session.program.shelf.resolve(prompt)).text for prompt in written]
    store, batch_id = session.program.storage.batches, chain_id(options.name, rehearsal=options.rehearse)
    batch = await store.load(batch_id) if batch_id in await store.ids() else None
    prompts = [prompt_of_gap(prompt, batch) for prompt in said]
    for prompt, sent in dict(zip(written, prompts, strict=True)).items():
        if sent != prompt.strip():
            report.say(sent_as(sent))
    return prompts


async def _looked_at(paths: Sequence[str], session: Session, report: Report) -> _Stills:
    """Look at the stills with these paths, each named once. Raises DiskTrouble."""
    program = session.program
    # Read before the look: a file that changes in between isn't the file that was approved.
    seen = await program.folders.seen(paths)
    program.expect_pictures(len(paths))
    facts = await program.pictures.look_at_heads(paths, report.looked)
    digests = await program.folders.digests(paths)
    missed = {path: SeenPicture(path=path, file_bytes=0, mtime_ns=0) for path in paths}
    return _Stills(
        stills={
            path: LookedStill(seen=seen.get(path, missed[path]), sha256=digests.get(path, ""))
            for path in paths
        },
        facts=facts,
        gone=[path for path in paths if path not in seen or path not in digests],
    )


def _check_gaps(requests: Sequence[GenerationRequest], offer: Offer, looked: _Facts) -> None:
    # Each problem is reported once, although a still belongs to two gaps.
    problems: dict[tuple[str, str], BadInput] = {}
    for request in requests:
        facts = []
        for path in request.picture_paths:
            one = looked[path]
            if isinstance(one, BadInput):
                problems.setdefault((one.code, str(one.sentence)), one)
            else:
                facts.append(one)
        if len(facts) == len(request.picture_paths):
            for rule in check_request(request, offer, facts):
                sentence = rule.sentence if rule.remedy is not Remedy.MATCH_START else _at_gap(request, rule)
                problems.setdefault((rule.code, str(sentence)), BadInput(rule.code, sentence))
    if problems:
        raise NotInOrder(tuple(problems.values()))


def _at_gap(request: GenerationRequest, problem: Problem) -> Sentence:
    start, end = map(os.path.basename, request.picture_paths)
    return Sentence(_AT_GAP, {"shot": request.shot, "start": start, "end": end, "problem": problem.sentence})


def _changed(path: str) -> BadInput:
    return BadInput("picture-changed", Sentence(_CHANGED, {"name": os.path.basename(path)}))  # noqa: PTH119 - as above


def _written_prompts(options: argparse.Namespace, gaps: int) -> list[str]:
    usual = as_text(options.prompt)
    if options.prompts is None:
        return [usual] * gaps
    try:
        text = read_given(options.prompts, _PROMPTS_MOST_BYTES).decode("utf-8-sig")
    except ValueError as error:
        raise BadInput("prompts-unreadable", Sentence(_NO_PROMPTS, {"name": options.prompts.name})) from error
    lines = [line.strip() for line in text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text]
    while len(lines) > gaps and not lines[-1]:  # the end of the last line, and empty lines behind it
        del lines[-1]
    if len(lines) != gaps:
        raise BadInput("prompts-count", Sentence(_PROMPTS_DIFFER, {"lines": len(lines), "gaps": gaps}))
    return [line or usual for line in lines]


_AT_GAP = QT_TRANSLATE_NOOP("command line", "{shot}, {start} → {end}: {problem}")
_CHANGED = QT_TRANSLATE_NOOP(
    "command line", "“{name}” was changed or taken away meanwhile; nothing was sent."
)
_NO_PROMPTS = QT_TRANSLATE_NOOP(
    "command line", "“{name}” can't be read as a text with a prompt a line. Save it as UTF-8."
)
_PROMPTS_DIFFER = QT_TRANSLATE_NOOP(
    "command line",
    "A line of the prompts is for a gap of the chain. Lines: {lines}; gaps: {gaps}. Give each gap its line.",
)
