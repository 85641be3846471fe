"""A review of videos by somebody without the program: what the page says of each, and what comes back of it. Pure."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePath

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.json_reading import Fields, damaged
from vidu_desktop.domain.marks import Marks, Verdict, tidy_label
from vidu_desktop.domain.titles import clip_subtitle, clip_title
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

REVIEW_SCHEMA = "vidu-desktop/review"
ANSWERS_SCHEMA = "vidu-desktop/review-answers"
_ANSWERS_MOST, _REMARKS_MOST = 5_000, 200
_TEXT_MOST_CHARS = 2_000
_LENGTH_MOST_S, _FRAME_MOST = 1e6, 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What somebody said of a moment; `frame` counts from 1."""

    time_s: float
    frame: int
    text: str

    @property
    def line(self) -> str:
        """The remark as it stands in a note."""
        minutes, seconds = divmod(self.time_s, 60)
        return f"{int(minutes)}:{seconds:05.2f} ({self.frame}): {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAnswer:
    """What somebody said of a video; None for no verdict."""

    clip_id: str
    verdict: Verdict | None = None
    note: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether there is anything in it."""
        return self.verdict is not None or bool(self.note or self.remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """An answer file: who has looked, and what he says of each video."""

    reviewer: str
    answers: tuple[ReviewAnswer, ...]


_FACTS = "{size} · {seconds:.1f} s · {fps:g} fps"


def review_document(title: str, clips: Sequence[Clip], files: Sequence[str]) -> dict[str, object]:
    """Return what the page shows; `files` are the videos' addresses from the page, in the order of the
    clips.
    """
    return {
        "schema": REVIEW_SCHEMA,
        "title": title,
        "clips": [
            {
                "clip": clip.clip_id,
                "file": file,
                "title": clip_title(clip),
                "from": clip_subtitle(clip) or PurePath(clip.video_path).name,
                "note": clip.marks.note,
                "verdict": clip.marks.verdict or "",
                "fps": clip.video.fps,
                "facts": _FACTS.format(
                    size=clip.video.frame_size, seconds=clip.video.duration_s, fps=clip.video.fps
                ),
            }
            for clip, file in zip(clips, files, strict=True)
        ],
    }


def review_from_document(document: object) -> Review:
    """Read an answer file; what can't be read in it is left out, never the rest with it. Raises BadInput for another one."""
    fields = Fields(document, "answers")
    if fields.text("schema") != ANSWERS_SCHEMA:
        raise damaged("schema")
    answers = []
    for entry in fields.objects("answers")[:_ANSWERS_MOST]:
        with suppress(BadInput):
            answers.append(_answer(entry))
    reviewer = tidy_label(fields.text_or_none("reviewer") or "")
    return Review(reviewer=reviewer, answers=tuple(one for one in answers if one.says_something))


def _answer(fields: Fields) -> ReviewAnswer:
    word = fields.text_or_none("verdict") or ""
    if word not in ("", *Verdict):
        raise damaged("verdict")
    remarks = []
    for entry in fields.objects("remarks")[:_REMARKS_MOST] if fields.has("remarks") else ():
        with suppress(BadInput):
            remarks.append(_remark(entry))
    return ReviewAnswer(
        clip_id=fields.name("clip"),
        verdict=Verdict(word) if word else None,
        note=_said(fields.text_or_none("note") or ""),
        remarks=tuple(remark for remark in remarks if remark.text),
    )


def _remark(fields: Fields) -> Remark:
    return Remark(
        time_s=fields.number("time_s", 0, _LENGTH_MOST_S),
        frame=fields.whole("frame", 1, _FRAME_MOST),
        text=_said(fields.text("text")),
    )


def _said(text: str) -> str:
    return " ".join(text.split())[:_TEXT_MOST_CHARS]


def reviewed(marks: Marks, answer: ReviewAnswer, reviewer: str) -> Marks:
    """Return the marks with a review in them: its verdict, and its words below the note. The same review twice is there
    once.
    """
    who = f"{reviewer}: " if reviewer else ""
    said = [answer.note] if answer.note else []
    said += [remark.line for remark in sorted(answer.remarks, key=lambda remark: remark.time_s)]
    there = marks.note.splitlines()
    new = [f"{who}{line}" for line in said if f"{who}{line}" not in there]
    return replace(marks, verdict=answer.verdict or marks.verdict, note="\n".join([*there, *new]))


REVIEW_WORDS = {
    "reviewer": QT_TRANSLATE_NOOP("review", "Your name"),
    "save": QT_TRANSLATE_NOOP("review", "Save my answers"),
    "how": QT_TRANSLATE_NOOP(
        "review",
        "Look at each video, decide, and write what you think. Save your answers at the end and send the file back. "
        "Nothing leaves this page by itself.",
    ),
    "decided": QT_TRANSLATE_NOOP("review", "{done} of {count} decided"),
    "keep": QT_TRANSLATE_NOOP("review", "Keep"),
    "reject": QT_TRANSLATE_NOOP("review", "Reject"),
    "open": QT_TRANSLATE_NOOP("review", "Undecided"),
    "note": QT_TRANSLATE_NOOP("review", "What do you think of it?"),
    "remark": QT_TRANSLATE_NOOP("review", "Remark at {time}"),
    "remark_text": QT_TRANSLATE_NOOP("review", "What about this moment?"),
    "remove": QT_TRANSLATE_NOOP("review", "Remove"),
    "no_script": QT_TRANSLATE_NOOP(
        "review", "The videos are in the folder “clips”. To answer on this page, allow its script."
    ),
}
"""What the page says, by what it says it for."""

NO_ANSWERS = QT_TRANSLATE_NOOP(
    "review", "There are no answers of a review in “{name}” that can be read here. Nothing was changed."
)


def no_answers(name: str) -> BadInput:
    """Return the error for a file that is no answer of a review."""
    return BadInput("no-review", Sentence(NO_ANSWERS, {"name": name}))
