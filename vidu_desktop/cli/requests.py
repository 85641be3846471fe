"""From a command's words to requests: pictures are looked at and every rule is checked before anything is stored or sent."""

import argparse
import asyncio
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from vidu_desktop.domain.catalogue import Offer, specs_for_mode
from vidu_desktop.domain.framing import softness
from vidu_desktop.domain.marks import tidy_label
from vidu_desktop.domain.modes import SUBJECT_MODES, Mode
from vidu_desktop.domain.options import (
    NO_SUCH_OPTION,
    NOT_OFFERED,
    OptionKey,
    OptionValue,
    option_name,
    read_value,
)
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import GenerationRequest, check_request, check_words
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.ports import Pictures
from vidu_desktop.errors import BadInput, Sentence, Value


class NotInOrder(BadInput):
    """Something has to change before this can be ordered. `problems` are all problems, in the order of the pictures."""

    def __init__(self, problems: Sequence[BadInput]) -> None:
        super().__init__(problems[0].code, problems[0].sentence)
        self.problems = tuple(problems)


def offer_of(options: argparse.Namespace) -> Offer:
    """Return the offer of the model that is asked for, in its mode; the mode's first model if none is named. Raises BadInput."""
    offers = specs_for_mode(options.mode)
    if options.model is None:
        return offers[0]
    wanted = str(options.model).casefold()
    for offer in offers:
        if wanted in (offer.model, offer.name.casefold()):
            return offer
    values: dict[str, Value] = {
        "mode": str(options.mode),
        "model": as_text(options.model),
        "allowed": tuple(offer.model for offer in offers),
    }
    raise BadInput("model-value", Sentence(_NO_SUCH_MODEL, values))


async def checked_requests(
    options: argparse.Namespace,
    pictures: Pictures,
    on_looked: Callable[[int, int], None],
    remark: Callable[[Sentence], object] = lambda _sentence: None,
) -> list[GenerationRequest]:
    """Return one request for each video that is asked for. Raises NotInOrder with all problems of all pictures.

    With `image`, each picture makes a video of its own; with the other modes, all pictures belong to one video. All pictures
    are looked at together, each once. `on_looked` is called with how many are done and how many there are, first with 0 done.
    `remark` is called with things that aren't problems, but may be unwanted.
    """
    offer = offer_of(options)
    paths = [str(path.absolute()) for path in options.pictures]
    groups = [[path] for path in paths] if offer.mode is Mode.IMAGE else [paths]
    requests = [_request(options, offer, group) for group in groups]
    wanted = [group[: offer.pictures_max + 1] for group in groups]
    looked = await _looked_at([path for group in wanted for path in group], offer, pictures, on_looked)
    problems: dict[tuple[str, str], BadInput] = {}  # a problem that concerns every video is reported once
    for request, group in zip(requests, wanted, strict=True):
        for problem in _problems(request, offer, [looked[path] for path in group]):
            problems.setdefault((problem.code, str(problem.sentence)), problem)
    if problems:
        raise NotInOrder(tuple(problems.values()))
    facts = (one for one in looked.values() if isinstance(one, PictureFacts))
    soft = softness(facts, requests[0].options.get(OptionKey.SIZE))
    if soft is not None and offer.mode not in SUBJECT_MODES:
        remark(soft)
    return requests


def _problems(
    request: GenerationRequest, offer: Offer, looked: Sequence[PictureFacts | BadInput]
) -> list[BadInput]:
    refused = [one for one in looked if isinstance(one, BadInput)]
    facts = [one for one in looked if isinstance(one, PictureFacts)]
    # Rules about all pictures together can't be checked when one picture is refused.
    broken = check_words(request, offer) if refused else check_request(request, offer, facts)
    return refused + [BadInput(one.code, one.sentence) for one in broken]


async def _looked_at(
    paths: Sequence[str], offer: Offer, pictures: Pictures, on_looked: Callable[[int, int], None]
) -> dict[str, PictureFacts | BadInput]:
    looked: dict[str, PictureFacts | BadInput] = {}
    different = dict.fromkeys(paths)

    async def look(path: str) -> None:
        try:
            looked[path] = await pictures.look_at(path, offer.picture_limits)
        except BadInput as error:
            looked[path] = error
        on_looked(len(looked), len(different))

    on_looked(0, len(different))
    await asyncio.gather(*map(look, different))
    return looked


def _request(options: argparse.Namespace, offer: Offer, paths: Sequence[str]) -> GenerationRequest:
    return GenerationRequest(
        model=offer.model,
        mode=offer.mode,
        prompt=as_text(options.prompt),
        picture_paths=tuple(paths),
        options=offer.defaults | dict(asked_options(options, offer)),
        project=tidy_label(as_text(options.project)),
        shot=tidy_label(as_text(options.shot)),
    )


def asked_options(options: argparse.Namespace, offer: Offer) -> Iterator[tuple[str, OptionValue]]:
    """Yield the options that were typed. Raises BadInput for a text that can't be a value of its option."""
    for key in OptionKey:
        typed = getattr(options, key, None)
        if typed is None:
            continue
        try:
            yield key, typed if isinstance(typed, bool) else read_value(key, as_text(typed))
        except ValueError as error:
            option = offer.option(key)
            values = {"model": offer.model, "option": option_name(key), "value": as_text(typed)}
            if option is None:
                raise BadInput("option-unknown", Sentence(NO_SUCH_OPTION, values)) from error
            allowed = tuple(map(str, option.values))
            raise BadInput("option-value", Sentence(NOT_OFFERED, {**values, "allowed": allowed})) from error


def as_text(argument: str) -> str:
    """Return an argument as Unicode. In a locale that knows only ASCII, UTF-8 arrives as lone surrogates. Text that isn't
    UTF-8 stays as it is, and is refused later.
    """
    if not argument.isascii():
        with suppress(UnicodeError):
            argument.encode()
            return argument
        with suppress(UnicodeError):
            return os.fsencode(argument).decode()
    return argument


_NO_SUCH_MODEL = QT_TRANSLATE_NOOP("rules", "There is no model {model} for {mode}. Choose one of: {allowed}.")
