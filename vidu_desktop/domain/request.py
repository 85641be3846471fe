"""What a person asks for, and the rules it must keep before anything is stored or sent."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from vidu_desktop.domain.catalogue import Offer, PictureLimits
from vidu_desktop.domain.framing import Framing
from vidu_desktop.domain.options import KINDS, NO_SUCH_OPTION, NOT_OFFERED, Options, option_name
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP, has_commands
from vidu_desktop.errors import Sentence, Value

PROMPT_CONTROLS = "prompt-controls"
WorkKind = tuple[object, ...]
"""The model, and the values of the options that lengthen the work."""


_LENGTHENING = [key for key, kind in KINDS.items() if kind.lengthens]


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationRequest:
    """One video to make. `picture_paths` are the person's files in the order of the mode (first frame, then last frame), with
    an empty path for one that is lost; nothing is checked here. `mode` is a value of Mode, but a document may hold another
    text, or none, which no model serves. `options` holds values by OptionKey; the model's default holds for those left out.

    `project` and `shot` are the person's names for where the video belongs, `preset` the preset it was made with, `name` the
    beginning of its file name; none of them is sent. `framings` says how each picture is fitted to the video's shape before
    it is sent; a picture without one is sent in its own shape. `picture_names` are display names for pictures whose files are
    our own copies, named by their hash; where empty or missing, the file's name is shown.
    """

    model: str
    mode: str
    prompt: str
    picture_paths: tuple[str, ...]
    options: Options = field(default_factory=dict)
    project: str = ""
    shot: str = ""
    framings: tuple[Framing | None, ...] = ()
    preset: str = ""
    name: str = ""
    picture_names: tuple[str, ...] = ()

    def framing_of(self, index: int) -> Framing | None:
        """Return how a picture is fitted; None when it is sent in its own shape."""
        return self.framings[index] if index < len(self.framings) else None

    @property
    def work_kind(self) -> WorkKind:
        """What decides how long a result takes."""
        return (self.model, *map(self.options.get, _LENGTHENING))


class Remedy(StrEnum):
    """What a button beside a problem can do about it."""

    NONE = "none"
    CHOOSE_ANOTHER = "choose-another"
    CROP_TO_RATIO = "crop-to-ratio"
    """Crop the picture to the nearest allowed ratio."""
    MATCH_START = "match-start"
    """Crop and scale the end frame to the start frame's size."""
    SHORTEN_PROMPT = "shorten-prompt"
    USE_FIRST = "use-first"
    """Keep as many pictures as the mode takes, and remove the rest."""
    LEAVE_OUT = "leave-out"
    """Go on without the pictures that can't be sent."""
    PUT_IN = "put-in"
    """Add the shelf pictures of those whom the prompt names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A broken rule, and where. `place` is `pictures`, `prompt` or the key of an option. `picture_index`
    counts from 0; None when no single picture is at fault.
    """

    code: str
    place: str
    sentence: Sentence
    picture_index: int | None = None
    remedy: Remedy = Remedy.NONE


def _problem(
    code: str,
    place: str,
    template: str,
    *,
    picture_index: int | None = None,
    remedy: Remedy = Remedy.NONE,
    **values: Value,
) -> Problem:
    return Problem(
        code=code,
        place=place,
        sentence=Sentence(template, values),
        picture_index=picture_index,
        remedy=remedy,
    )


def check_picture(picture: PictureFacts, limits: PictureLimits, index: int) -> list[Problem]:
    """List what prevents this picture from being sent; `index` is its place among the request's pictures."""
    problems = []
    if not limits.min_ratio <= picture.ratio <= limits.max_ratio:
        problems.append(
            _problem(
                "picture-ratio",
                "pictures",
                QT_TRANSLATE_NOOP(
                    "rules",
                    "“{name}” is {width} × {height}. Pictures may be at most four times as long one way as the "
                    "other. Crop it.",
                ),
                picture_index=index,
                remedy=Remedy.CROP_TO_RATIO,
                name=picture.name,
                width=picture.width_px,
                height=picture.height_px,
            )
        )
    if min(picture.width_px, picture.height_px) < limits.min_side_px:
        problems.append(
            _problem(
                "picture-too-small",
                "pictures",
                QT_TRANSLATE_NOOP(
                    "rules",
                    "“{name}” is {width} × {height}. A reference needs at least {side} pixels each way. "
                    "Choose a larger one.",
                ),
                picture_index=index,
                remedy=Remedy.CHOOSE_ANOTHER,
                name=picture.name,
                width=picture.width_px,
                height=picture.height_px,
                side=limits.min_side_px,
            )
        )
    return problems


def check_pair(start: PictureFacts, end: PictureFacts, allowed: tuple[float, float]) -> list[Problem]:
    """Check that start and end frame have similar sizes: the ratios of their widths and of their heights lie
    within `allowed`.
    """
    low, high = allowed
    ratios = (start.width_px / end.width_px, start.height_px / end.height_px)
    if all(low <= ratio <= high for ratio in ratios):
        return []
    return [
        _problem(
            "pair-mismatch",
            "pictures",
            QT_TRANSLATE_NOOP(
                "rules",
                "The end frame is {end_width} × {end_height}, the start frame {start_width} × {start_height}. "
                "They must be within a fifth of each other. Match the end frame to the start frame.",
            ),
            picture_index=1,
            remedy=Remedy.MATCH_START,
            start_width=start.width_px,
            start_height=start.height_px,
            end_width=end.width_px,
            end_height=end.height_px,
        )
    ]


def check_prompt(prompt: str, spec: Offer) -> list[Problem]:
    """Check that the prompt is valid text that can be seen, and its length in characters (code points)."""
    if not prompt.isascii() and any("\ud800" <= char <= "\udfff" for char in prompt):
        template = QT_TRANSLATE_NOOP(
            "rules", "The prompt holds bytes that are no characters (it isn't UTF-8). Type it again."
        )
        return [_problem("prompt-not-text", "prompt", template)]
    if has_commands(prompt):
        template = QT_TRANSLATE_NOOP(
            "rules", "The prompt holds control characters, which can't be seen. Type it again without them."
        )
        return [_problem(PROMPT_CONTROLS, "prompt", template)]
    if len(prompt) <= spec.prompt_max_chars:
        return []
    return [
        _problem(
            "prompt-too-long",
            "prompt",
            QT_TRANSLATE_NOOP(
                "rules", "The prompt has {count} characters; {most} are allowed. Shorten it by {over}."
            ),
            remedy=Remedy.SHORTEN_PROMPT,
            count=len(prompt),
            most=spec.prompt_max_chars,
            over=len(prompt) - spec.prompt_max_chars,
        )
    ]


def check_picture_count(count: int, spec: Offer) -> list[Problem]:
    """Check the number of pictures of a request."""
    if spec.pictures_min <= count <= spec.pictures_max:
        return []
    if count == 0:
        template = QT_TRANSLATE_NOOP("rules", "No picture yet. Drop one here or click to choose it.")
        return [_problem("pictures-missing", "pictures", template, remedy=Remedy.CHOOSE_ANOTHER)]
    if count < spec.pictures_min:
        template = QT_TRANSLATE_NOOP(
            "rules", "This mode needs {least} pictures; there is {count}. Add the other one."
        )
        return [
            _problem(
                "pictures-missing",
                "pictures",
                template,
                remedy=Remedy.CHOOSE_ANOTHER,
                least=spec.pictures_min,
                count=count,
            )
        ]
    template = QT_TRANSLATE_NOOP(
        "rules", "This mode takes at most {most} pictures; there are {count}. Take some out."
    )
    return [
        _problem(
            "pictures-too-many",
            "pictures",
            template,
            remedy=Remedy.USE_FIRST,
            most=spec.pictures_max,
            count=count,
        )
    ]


def check_options(request: GenerationRequest, spec: Offer) -> list[Problem]:
    """Check that the model has each option, and that its value is legal."""
    problems = []
    for option in spec.options:
        value = request.options.get(option.key, option.default)
        if not option.takes(value):
            problems.append(
                _problem(
                    "option-value",
                    option.key,
                    NOT_OFFERED,
                    model=spec.model,
                    option=option_name(option.key),
                    value=str(value),
                    allowed=tuple(map(str, option.values)),
                )
            )
    for key, value in request.options.items():
        # Switched off means the same as an option that the model doesn't have.
        if value is not False and spec.option(key) is None:
            problems.append(
                _problem("option-unknown", key, NO_SUCH_OPTION, model=spec.model, option=option_name(key))
            )
    return problems


def check_request(request: GenerationRequest, spec: Offer, pictures: Sequence[PictureFacts]) -> list[Problem]:
    """List every broken rule of a request; it may be sent when there is none. `pictures` are the facts about
    `request.picture_paths`, in the same order.
    """
    return check_pictures(pictures, spec) + check_words(request, spec)


def check_pictures(pictures: Sequence[PictureFacts], spec: Offer) -> list[Problem]:
    """List the broken rules about the pictures of a request."""
    problems = check_picture_count(len(pictures), spec)
    for index, picture in enumerate(pictures):
        problems += check_picture(picture, spec.picture_limits, index)
    if spec.pair_ratio and len(pictures) == 2:
        problems += check_pair(pictures[0], pictures[1], spec.pair_ratio)
    return problems


def check_words(request: GenerationRequest, spec: Offer) -> list[Problem]:
    """List the broken rules about everything but the pictures; the same for all requests that differ only in their pictures."""
    return check_prompt(request.prompt, spec) + check_options(request, spec)
