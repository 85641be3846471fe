"""What a person asks for, and the rules that it must keep before anything is stored or sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from vidu_desktop.domain.catalogue import ModelSpec, PictureLimits
from vidu_desktop.domain.modes import FrameSize, Movement, delivered_size
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationRequest:
    """One video to make. `picture_paths` are the person's files in the order of the mode, an empty path where
    one is lost; nothing is checked here.

    `aspect_ratio` is None for models without that parameter. Order of start and end: first frame, last frame.
    `project` and `shot` are the person's own words for where the video belongs; they are never sent.
    """

    model: str
    prompt: str
    picture_paths: tuple[str, ...]
    duration_s: int
    size: FrameSize
    movement: Movement
    aspect_ratio: str | None
    with_audio: bool
    project: str = ""
    shot: str = ""

    @property
    def frame_size(self) -> FrameSize:
        """The frame that is asked for, aspect ratio applied."""
        return delivered_size(self.size, self.aspect_ratio)


class Remedy(StrEnum):
    """What a button beside a problem can do about it."""

    NONE = "none"
    CHOOSE_ANOTHER = "choose-another"
    CROP_TO_RATIO = "crop-to-ratio"
    """Cut the picture to the nearest ratio that is allowed."""
    MATCH_START = "match-start"
    """Crop and scale the end frame to the start frame's size."""
    SHORTEN_PROMPT = "shorten-prompt"
    USE_FIRST = "use-first"
    """Keep as many pictures as the mode takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A broken rule, at its place. `place` is `pictures`, `prompt`, `duration`, `size`, `movement` or
    `aspect_ratio`; `picture_index` counts from 0 and is None when no single picture is at fault.
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
    **values: str | int | float,
) -> Problem:
    return Problem(
        code=code,
        place=place,
        sentence=Sentence(template, values),
        picture_index=picture_index,
        remedy=remedy,
    )


def check_picture(picture: PictureFacts, limits: PictureLimits, index: int) -> list[Problem]:
    """List what keeps this picture from being sent; `index` is its place among the request's pictures."""
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
    """Check that a start and an end frame are of similar size: width and height each within `allowed`."""
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


def check_prompt(prompt: str, spec: ModelSpec) -> list[Problem]:
    """Check that it is text, and its length, counted in characters (code points)."""
    if any("\ud800" <= char <= "\udfff" for char in prompt):
        template = QT_TRANSLATE_NOOP(
            "rules", "The prompt holds bytes that are no characters (it isn't UTF-8). Type it again."
        )
        return [_problem("prompt-not-text", "prompt", template)]
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


def check_picture_count(count: int, spec: ModelSpec) -> list[Problem]:
    """Check how many pictures one request holds."""
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


def check_options(request: GenerationRequest, spec: ModelSpec) -> list[Problem]:
    """Check each option against the catalogue's legal values."""
    asked: tuple[tuple[str, object, tuple[object, ...]], ...] = (
        ("duration", request.duration_s, spec.durations_s),
        ("size", request.size, spec.sizes),
        ("movement", request.movement, spec.movements),
        ("aspect_ratio", request.aspect_ratio, spec.aspect_ratios or (None,)),
    )
    template = QT_TRANSLATE_NOOP("rules", "{model} doesn't offer {option} {value}. Choose one of: {allowed}.")
    not_offered = QT_TRANSLATE_NOOP("rules", "{model} has no option {option}. Leave it out.")
    problems = []
    for place, value, allowed in asked:
        if value in allowed:
            continue
        option = place.replace("_", " ")
        if allowed == (None,):
            problems.append(_problem("option-unknown", place, not_offered, model=spec.model, option=option))
            continue
        problems.append(
            _problem(
                "option-value",
                place,
                template,
                model=spec.model,
                option=option,
                value=str(value),
                allowed=", ".join(map(str, allowed)),
            )
        )
    if request.with_audio and not spec.with_audio:
        problems.append(
            _problem("option-unknown", "with_audio", not_offered, model=spec.model, option="music")
        )
    return problems


def check_request(
    request: GenerationRequest, spec: ModelSpec, pictures: Sequence[PictureFacts]
) -> list[Problem]:
    """List every broken rule of a whole request; an empty list means that it may be sent.

    `pictures` are the looked-at files of `request.picture_paths`, in the same order.
    """
    problems = check_picture_count(len(pictures), spec)
    for index, picture in enumerate(pictures):
        problems += check_picture(picture, spec.picture_limits, index)
    if spec.pair_ratio and len(pictures) == 2:
        problems += check_pair(pictures[0], pictures[1], spec.pair_ratio)
    return problems + check_prompt(request.prompt, spec) + check_options(request, spec)
