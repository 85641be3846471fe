"""The output of the command line: JSON lines for scripts, or sentences and a progress bar for people."""

import json
import sys
import time
from collections.abc import Callable, Mapping
from typing import IO, TYPE_CHECKING, Protocol, TextIO, cast

from vidu_desktop.cli.speech import Speech, joined
from vidu_desktop.cli.streams import Stream
from vidu_desktop.domain.amounts import format_money
from vidu_desktop.domain.job import Charge, Job, JobState, Trouble
from vidu_desktop.domain.money_documents import money_output
from vidu_desktop.domain.state_words import STATE_WORDS
from vidu_desktop.domain.titles import job_subtitle, job_title
from vidu_desktop.domain.translation import (
    PAIR,
    QT_TRANSLATE_NOOP,
    RUN_ON,
    on_one_line,
    with_values_on_one_line,
    without_controls,
)
from vidu_desktop.errors import Sentence, ViduDesktopError

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

MANY = 12
"""From how many pictures on the progress of the look at them is shown; fewer take about a second."""
_LOOKS = QT_TRANSLATE_NOOP("command line", "Looking at {count} pictures…")
_LOOKED = QT_TRANSLATE_NOOP("command line", "{done} of {count} pictures looked at.")
_OUT_LOST = QT_TRANSLATE_NOOP(
    "command line", "Standard output couldn't be written to; what should stand there is lost."
)
_FREE = QT_TRANSLATE_NOOP("command line", "free")
_AT_RISK = QT_TRANSLATE_NOOP("command line", "at risk")
_GIVEN_UP = QT_TRANSLATE_NOOP("command line", "given up")
_STEP_S = 3.0
_LOOKING = "looking"


def state_words(job: Job, words: Speech = str) -> str:
    """Return a job's state in words for people."""
    return words(Sentence(STATE_WORDS[job.state])).lower()


def _message(trouble: Trouble, words: Speech) -> str:
    return joined(filter(None, (words(trouble.sentence), trouble.service_words)), words, RUN_ON)


def job_object(job: Job) -> dict[str, object]:
    """Return a job as the object that scripts read; its fields are promised in the README."""
    trouble = job.trouble
    return {
        "job": job.job_id,
        "state": str(job.state),
        "mode": str(job.request.mode) or None,
        "model": job.request.model,
        "request_id": job.request_id,
        "task_id": job.task_id,
        **money_output("price", job.price),
        "path": job.video_path,
        "error": None if trouble is None else {"code": trouble.code, "message": trouble.message},
    }


class Report(Protocol):
    """Where a run reports what happens."""

    def job(self, job: Job) -> None:
        """Report a job that was added or has changed."""
        ...

    def progress(self, job_id: str, fraction: float) -> None: ...
    def words(self, sentence: Sentence) -> str:
        """Return a sentence in the language of this report's reader."""
        ...

    def say(self, sentence: Sentence | str) -> None:
        """Tell people something. It doesn't go to standard output, which scripts read."""
        ...

    def looked(self, done: int, count: int) -> None:
        """Report how many of the pictures have been looked at; nothing is stored or sent during this time."""
        ...

    def refused(self, error: ViduDesktopError) -> None:
        """Report that nothing was done, and why."""
        ...

    def item(self, fields: Mapping[str, object], words: str) -> None:
        """Report one line of a list."""
        ...

    def end(self) -> bool:
        """Finish; return False when something couldn't be written to standard output."""
        ...


class Steps:
    """Reports the progress of a long task: at its beginning, then at most every 3 seconds."""

    def __init__(
        self, say: Callable[[Sentence], None], clock_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._say = say
        self._clock_s = clock_s
        self._next_s = 0.0

    def looked(self, done: int, count: int) -> None:
        now_s = self._clock_s()
        if count >= MANY and done < count and (done == 0 or now_s >= self._next_s):
            self._next_s = now_s + _STEP_S
            self._say(Sentence(_LOOKED if done else _LOOKS, {"done": done, "count": count}))


class JsonReport:
    """Prints one JSON object a line to standard output; sentences go to standard error."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = Stream(out or sys.stdout)
        self._err = Stream(sys.stderr)
        self.looked = Steps(self.say).looked

    def _print(self, fields: Mapping[str, object]) -> None:
        text = json.dumps(fields, ensure_ascii=False)
        # JSON is UTF-8. If standard output has another encoding, and for names that aren't Unicode, JSON's
        # escapes are used.
        utf8 = self._out.encoding.replace("-", "").casefold() == "utf8"
        if not utf8 or not _is_unicode(text) or without_controls(text) != text:
            text = json.dumps(fields)
        self._out.line(text)

    def job(self, job: Job) -> None:
        self._print(job_object(job))

    def progress(self, job_id: str, fraction: float) -> None: ...

    def words(self, sentence: Sentence) -> str:
        """Return the sentence in English: scripts aren't told things in their user's language."""
        return str(sentence)

    def say(self, sentence: Sentence | str) -> None:
        said = with_values_on_one_line(sentence) if isinstance(sentence, Sentence) else sentence
        self._err.line(without_controls(str(said)))

    def refused(self, error: ViduDesktopError) -> None:
        trouble = Trouble.of(error)
        fields = dict.fromkeys(("job", "state", "mode", "model", "request_id", "task_id"))
        fields |= {**money_output("price", None), "path": None}
        self._print({**fields, "error": {"code": trouble.code, "message": trouble.message}})

    def item(self, fields: Mapping[str, object], words: str) -> None:  # noqa: ARG002 - required by the protocol
        self._print(fields)

    def end(self) -> bool:
        return _ended(self._out, self._err)


class PeopleReport:
    """Prints sentences to standard error and results to standard output, with a progress bar on a terminal."""

    def __init__(self, speech: Speech = str) -> None:
        self._speech: Speech = lambda sentence: speech(with_values_on_one_line(sentence))
        self._out = Stream(sys.stdout)
        self._err = Stream(sys.stderr)
        self._bar = _bar_on(self._err) if self._err.isatty() else None
        self._rows: dict[str, TaskID] = {}
        self._said: dict[str, str] = {}
        self._steps = Steps(self.say)

    def looked(self, done: int, count: int) -> None:
        """Show how many pictures have been looked at: with a bar for many on a terminal, else with a line from time to time."""
        if self._bar is None:
            self._steps.looked(done, count)
        elif count >= MANY:
            if done == 0:
                self._bar.start()
                self._rows[_LOOKING] = self._bar.add_task("", total=count, state="")
            state = self._speech(Sentence(_LOOKED, {"done": done, "count": count}))
            self._bar.update(self._rows[_LOOKING], completed=done, state=state)
            if done == count:
                self._bar.remove_task(self._rows.pop(_LOOKING))

    def job(self, job: Job) -> None:
        """Show how far a job is. A line is written only when its state or its trouble has changed."""
        if self._bar is not None:
            if job.job_id not in self._rows:
                name = on_one_line(_named(job)[:40] or job.job_id[:8])
                self._bar.start()
                self._rows[job.job_id] = self._bar.add_task(name, total=1.0, state="")
            completed = 1.0 if job.ended else None
            self._bar.update(self._rows[job.job_id], completed=completed, state=self._state(job))
        state = self._state(job)
        if job.trouble:
            values = {"name": state, "value": _message(job.trouble, self._speech)}
            state = self._speech(Sentence(PAIR, values))
        words = f"{job.job_id[:8]}  {state}"
        if self._said.get(job.job_id) != words:
            self._said[job.job_id] = words
            if self._bar is None or job.ended or job.trouble:
                self.say(words)
        if job.state is JobState.STORED:
            self._result(job.video_path or "")

    def _state(self, job: Job) -> str:
        return state_words(job, self._speech)

    def _result(self, text: str) -> None:
        if self._bar is not None:
            self._bar.stop()
        # Scripts get the path exactly as it is; on a terminal it is only shown.
        self._out.line(without_controls(text) if self._out.isatty() else text)
        if self._bar is not None:
            self._bar.start()

    def words(self, sentence: Sentence) -> str:
        return self._speech(sentence)

    def progress(self, job_id: str, fraction: float) -> None:
        if self._bar is not None and job_id in self._rows:
            self._bar.update(self._rows[job_id], completed=min(fraction, 0.99))

    def say(self, sentence: Sentence | str) -> None:
        words = without_controls(sentence if isinstance(sentence, str) else self._speech(sentence))
        if self._bar is None:
            self._err.line(words)
        else:
            self._bar.console.print(words, markup=False, soft_wrap=True)

    def refused(self, error: ViduDesktopError) -> None:
        self.say(_message(Trouble.of(error), self._speech))

    def item(self, fields: Mapping[str, object], words: str) -> None:  # noqa: ARG002 - required by the protocol
        self._out.line(without_controls(words))

    def end(self) -> bool:
        if self._bar is not None:
            self._bar.stop()
        return _ended(self._out, self._err, self._speech)


def _bar_on(terminal: Stream) -> "Progress | None":
    """Return a progress bar on this terminal; None where none can be drawn."""
    # The import takes 60 ms, which commands of scripts and logs needn't spend.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(file=cast("IO[str]", terminal), highlight=False)
    if not console.is_terminal or console.is_dumb_terminal:
        return None
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[state]}", markup=False),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    )


def _ended(out: Stream, err: Stream, speech: Speech = str) -> bool:
    if out.lost:
        err.line(speech(Sentence(_OUT_LOST)))
    return not out.lost


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate: a file name in another encoding
        return False
    return True


def _named(job: Job) -> str:
    """Return the shot or the pictures before the prompt, so that orders with the same prompt can be told apart."""
    return "  ".join(filter(None, (job_subtitle(job), job_title(job))))


def job_words(job: Job, words: Speech) -> str:
    """Return one line of the list for people."""
    price = words(Sentence(_FREE)) if job.rehearsal else format_money(job.price)
    doubt = {Charge.AT_RISK: _AT_RISK, Charge.LOST: _GIVEN_UP}.get(job.charge)
    risk = f" ({words(Sentence(doubt))})" if doubt else ""
    end = job.video_path or (_message(job.trouble, words) if job.trouble else "")
    return f"{job.job_id[:8]}  {state_words(job, words):28}  {price}{risk}  {on_one_line(_named(job)[:60])}  {end}".rstrip()
