"""The command's side of a command that an open window runs: the words are sent to the window, and its reports are printed
here.

Once the words have been sent, the command is never run here instead, because the window may have ordered already.
"""

import hashlib
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from vidu_desktop.adapters.desktop.keys import key_variables
from vidu_desktop.adapters.desktop.paths import Paths
from vidu_desktop.adapters.desktop.settings_file import SettingsFile
from vidu_desktop.adapters.desktop.window_line import Message, WindowLine, call_window
from vidu_desktop.adapters.journal.job_codec import job_from_json, trouble_from_fields
from vidu_desktop.cli.reports import Report
from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.domain.sentence_documents import sentence_from_fields
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence, ViduDesktopError

UNFINISHED, INTERRUPTED = 3, 130


def ask_window(paths: Paths, words: list[str], report: Report, language: str) -> int | None:
    """Let the window that has this home run a command, and report what happens in `language`; return its exit code, None when
    no window answers.
    """
    line = call_window(paths.data_dir)
    if line is None:
        return None
    try:
        with _interruptible():
            line.send({**_request(paths, words), "language": language})
            return _follow(line, report)
    except _Interrupted:
        report.say(Sentence(_GOES_ON))
        return INTERRUPTED
    except (OSError, ValueError):
        return _broken(report)
    finally:
        line.close()


def _request(paths: Paths, words: list[str]) -> Message:
    loaded = SettingsFile(paths.settings_path).loaded
    from_environment = loaded.base_url_from_environment or loaded.base_url_refused is not None
    door = loaded.settings.door
    variables = key_variables(door, door if loaded.base_url_from_environment else Door.ZAI)
    keys = [os.environ.get(name, "") for name in variables]
    return {
        "command": words,
        "folder": str(Path.cwd()),
        "address": loaded.settings.base_url if from_environment else "",
        "key": digest_of(next((text for text in keys if text.strip()), "")),
    }


def digest_of(key: str) -> str:
    """Return the digest of a key, so that two keys can be compared without sending them; empty for no key."""
    return hashlib.sha256(key.strip().encode("utf-8", "surrogatepass")).hexdigest() if key.strip() else ""


def _follow(line: WindowLine, report: Report) -> int:
    for answer in line.answers():
        match answer:
            case {"exit": int(code)}:
                return code
            case _:
                _replay(answer, report)
    return _broken(report)


def _replay(answer: Message, report: Report) -> None:
    match answer:
        case {"job": str(text)}:
            report.job(job_from_json(text))
        case {"progress": [str(job_id), int() | float() as fraction]}:
            report.progress(job_id, fraction)
        case {"say": str(words)}:
            report.say(words)
        case {"sentence": dict(fields)}:
            report.say(sentence_from_fields(Fields(fields)))
        case {"looked": [int(done), int(count)]}:
            report.looked(done, count)
        case {"refused": dict(fields)}:
            trouble = trouble_from_fields(Fields(fields))
            report.refused(
                ViduDesktopError(trouble.code, trouble.sentence, service_words=trouble.service_words)
            )
        case {"item": dict(fields), "words": str(words)}:
            report.item(fields, words)


def _broken(report: Report) -> int:
    report.say(Sentence(_GONE))
    return UNFINISHED


class _Interrupted(Exception):
    """The person, or the system, ends this command."""


@contextmanager
def _interruptible() -> Iterator[None]:
    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise _Interrupted

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            with suppress(TypeError):  # the handler before wasn't set by Python
                signal.signal(number, handler)


_GOES_ON = QT_TRANSLATE_NOOP(
    "command line",
    "Interrupted here. Nothing is lost: what was ordered goes on in Vidu Desktop's window; `vidu-desktop jobs` shows it.",
)
_GONE = QT_TRANSLATE_NOOP(
    "command line",
    "Vidu Desktop's window was closed before this was done. Nothing is lost, and nothing was begun here instead: "
    "`vidu-desktop jobs` shows what was ordered, `vidu-desktop resume` carries on.",
)
