"""From words to requests: pictures are looked at and every rule is checked before anything is stored or sent."""

import argparse
import contextlib
import os
from collections.abc import Sequence

from vidu_desktop.domain.catalogue import ModelSpec, spec_for_mode
from vidu_desktop.domain.marks import tidy_label
from vidu_desktop.domain.modes import FrameSize, Mode, Movement
from vidu_desktop.domain.request import GenerationRequest, check_request
from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.engine.ports import Pictures
from vidu_desktop.errors import BadInput, Sentence


async def checked_requests(options: argparse.Namespace, pictures: Pictures) -> list[GenerationRequest]:
    """Give one request for each video that is asked for. Raises BadInput with the first problem of the first bad one.

    Several pictures with `image` are several videos; with the other modes they belong to one.
    """
    spec = spec_for_mode(options.mode)
    paths = [str(path.absolute()) for path in options.pictures]
    groups = [[path] for path in paths] if spec.mode is Mode.IMAGE else [paths]
    requests = []
    for group in groups:
        request = _request(options, spec, group)
        facts = [await pictures.look_at(path, spec.picture_limits) for path in group[: spec.pictures_max + 1]]
        for problem in check_request(request, spec, facts):
            raise BadInput(problem.code, problem.sentence)
        requests.append(request)
    return requests


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
