"""From words to requests: pictures are looked at and every rule is checked before anything is stored or sent."""

import argparse
import asyncio
import contextlib
import os
from collections.abc import Callable, Sequence

from vidu_desktop.domain.catalogue import ModelSpec, spec_for_mode
from vidu_desktop.domain.marks import tidy_label
from vidu_desktop.domain.modes import FrameSize, Mode, Movement
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import GenerationRequest, check_options, check_prompt, check_request
from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.engine.ports import Pictures
from vidu_desktop.errors import BadInput, Sentence


class NotInOrder(BadInput):
    """Something has to change before this can be ordered: `problems` has all of it, in the order of the pictures."""

    def __init__(self, problems: Sequence[BadInput]) -> None:
        super().__init__(problems[0].code, problems[0].sentence)
        self.problems = tuple(problems)


async def checked_requests(
    options: argparse.Namespace, pictures: Pictures, on_looked: Callable[[int, int], None]
) -> list[GenerationRequest]:
    """Return one request for each video that is asked for. Raises NotInOrder with every problem of every picture.

    Several pictures with `image` are several videos; with the other modes they belong to one. All are looked at together,
    each once; `on_looked` hears how many of how many are done, the first time before the first.
    """
    spec = spec_for_mode(options.mode)
    paths = [str(path.absolute()) for path in options.pictures]
    groups = [[path] for path in paths] if spec.mode is Mode.IMAGE else [paths]
    requests = [_request(options, spec, group) for group in groups]
    wanted = [group[: spec.pictures_max + 1] for group in groups]
    looked = await _looked_at([path for group in wanted for path in group], spec, pictures, on_looked)
    problems: dict[tuple[str, str], BadInput] = {}  # what is so for every video is said once
    for request, group in zip(requests, wanted, strict=True):
        for problem in _problems(request, spec, [looked[path] for path in group]):
            problems.setdefault((problem.code, str(problem.sentence)), problem)
    if problems:
        raise NotInOrder(tuple(problems.values()))
    return requests


def _problems(
    request: GenerationRequest, spec: ModelSpec, looked: Sequence[PictureFacts | BadInput]
) -> list[BadInput]:
    refused = [one for one in looked if isinstance(one, BadInput)]
    facts = [one for one in looked if isinstance(one, PictureFacts)]
    if refused:  # rules over all of its pictures can't be run
        broken = check_prompt(request.prompt, spec) + check_options(request, spec)
    else:
        broken = check_request(request, spec, facts)
    return refused + [BadInput(one.code, one.sentence) for one in broken]


async def _looked_at(
    paths: Sequence[str], spec: ModelSpec, pictures: Pictures, on_looked: Callable[[int, int], None]
) -> dict[str, PictureFacts | BadInput]:
    looked: dict[str, PictureFacts | BadInput] = {}
    different = dict.fromkeys(paths)

    async def look(path: str) -> None:
        try:
            looked[path] = await pictures.look_at(path, spec.picture_limits)
        except BadInput as error:
            looked[path] = error
        on_looked(len(looked), len(different))

    on_looked(0, len(different))
    await asyncio.gather(*map(look, different))
    return looked


def _request(options: argparse.Namespace, spec: ModelSpec, paths: Sequence[str]) -> GenerationRequest:
    default_ratio = spec.aspect_ratios[0] if spec.aspect_ratios else None
    return GenerationRequest(
        model=spec.model,
        prompt=_as_text(options.prompt),
        picture_paths=tuple(paths),
        duration_s=spec.durations_s[0] if options.duration is None else options.duration,
        size=spec.sizes[0] if options.size is None else _size(options.size, spec),
        movement=spec.movements[0] if options.movement is None else _movement(options.movement, spec),
        aspect_ratio=default_ratio if options.aspect_ratio is None else options.aspect_ratio,
        with_audio=options.audio,
        project=tidy_label(_as_text(options.project)),
        shot=tidy_label(_as_text(options.shot)),
    )


def _as_text(argument: str) -> str:
    """Where the locale knows ASCII only, UTF-8 comes as lone surrogates; what isn't UTF-8 stays so and is refused."""
    if not argument.isascii():
        with contextlib.suppress(UnicodeError):
            argument.encode()
            return argument
        with contextlib.suppress(UnicodeError):
            return os.fsencode(argument).decode()
    return argument


def _size(text: str, spec: ModelSpec) -> FrameSize:
    try:
        return FrameSize.parse(text)
    except ValueError as error:
        raise _not_offered(spec, "size", text, ", ".join(map(str, spec.sizes))) from error


def _movement(text: str, spec: ModelSpec) -> Movement:
    try:
        return Movement(text)
    except ValueError as error:
        raise _not_offered(spec, "movement", text, ", ".join(spec.movements)) from error


def _not_offered(spec: ModelSpec, option: str, value: str, allowed: str) -> BadInput:
    template = QT_TRANSLATE_NOOP("rules", "{model} doesn't offer {option} {value}. Choose one of: {allowed}.")
    return BadInput(
        "option-value",
        Sentence(template, {"model": spec.model, "option": option, "value": value, "allowed": allowed}),
    )
