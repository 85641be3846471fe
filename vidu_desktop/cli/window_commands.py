"""The window's side of a command: the same verb runs over the window's own session, and its report is sent to the command.

So there is one engine, one key and one budget, whoever orders. Without Qt.
"""

import argparse
import asyncio
import hmac
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from vidu_desktop.adapters.journal.job_codec import job_to_json, trouble_to_fields
from vidu_desktop.cli.arguments import read_words
from vidu_desktop.cli.batch_arguments import BATCH_ACTIONS
from vidu_desktop.cli.grammar import WrongUsage
from vidu_desktop.cli.job_verbs import may_cost, outcome_of, run_verb, verb_of
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.speech import speech_in
from vidu_desktop.cli.watch_arguments import WATCH_ACTIONS
from vidu_desktop.cli.window_asking import digest_of
from vidu_desktop.domain.job import Job, Trouble
from vidu_desktop.domain.languages import ENGLISH, LANGUAGES
from vidu_desktop.domain.sentence_documents import sentence_to_fields
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence, ViduDesktopError
from vidu_desktop.wiring.session import Session

Send = Callable[[Mapping[str, object]], None]


async def serve(
    words: list[str], folder: str, address: str, key_digest: str, session: Session, report: Report
) -> int:
    """Run a command from another process over the window's session, and return the exit code.

    `folder` is the folder in which the command was typed; `address` and `key_digest` come from the environment of the
    command, or are empty.
    """

    async def work() -> int:
        # Reading, with all of its imports, may take half a second, during which the window couldn't be moved.
        options = await asyncio.get_running_loop().run_in_executor(None, _read, words, Path(folder))
        if may_cost(options):
            _check_same_account(session, address, key_digest)
        return await run_verb(options, session.join(), report)

    return await outcome_of(work(), report)


def _read(words: list[str], folder: Path) -> argparse.Namespace:
    try:
        options = read_words(words)
    except WrongUsage as error:
        raise BadInput("usage", Sentence(_USAGE, {"message": str(error)})) from error
    _make_absolute(options, folder)
    verb_of(options)  # imports the verb's modules
    return options


def _check_same_account(session: Session, address: str, key_digest: str) -> None:
    """Raise BadInput when the command's environment names another service or account than the window uses."""
    if address not in ("", session.settings.base_url):
        raise BadInput("other-service", Sentence(_OTHER_SERVICE, {"address": address}))
    key = session.found_key.key
    own = "" if key is None else digest_of(key.reveal())
    if key_digest and not hmac.compare_digest(key_digest, own):
        raise BadInput("other-key", Sentence(_OTHER_KEY))


class SentReport:
    """Sends reports to the command, where `window_asking` prints them."""

    def __init__(self, send: Send, language: str) -> None:
        """`language` is the language of the command, one of LANGUAGES. Raises OSError when its texts can't be read."""
        self._send = send
        self._speech = speech_in(language if language in LANGUAGES else ENGLISH)

    def job(self, job: Job) -> None:
        self._send({"job": job_to_json(job, with_links=False)})

    def progress(self, job_id: str, fraction: float) -> None:
        self._send({"progress": [job_id, fraction]})

    def words(self, sentence: Sentence) -> str:
        return self._speech(sentence)

    def say(self, sentence: Sentence | str) -> None:
        if isinstance(sentence, Sentence):
            self._send({"sentence": sentence_to_fields(sentence)})
        else:
            self._send({"say": sentence})

    def looked(self, done: int, count: int) -> None:
        self._send({"looked": [done, count]})

    def refused(self, error: ViduDesktopError) -> None:
        self._send({"refused": trouble_to_fields(Trouble.of(error))})

    def item(self, fields: Mapping[str, object], words: str) -> None:
        self._send({"item": dict(fields), "words": words})

    def end(self) -> bool:
        return True


def _make_absolute(options: argparse.Namespace, folder: Path) -> None:
    """Make paths absolute, from the folder in which the command was typed."""
    for name, value in vars(options).items():
        if isinstance(value, Path):
            setattr(options, name, folder / value)
        elif isinstance(value, list) and value and all(isinstance(one, Path) for one in value):
            setattr(options, name, [folder / one for one in cast("list[Path]", value)])
    if options.verb == "batch" and options.source not in BATCH_ACTIONS:
        options.source = str(folder / options.source)
    if options.verb == "watch" and options.folder not in WATCH_ACTIONS:
        options.folder = str(folder / options.folder)
    elif options.verb == "watch" and options.watched and os.path.isdir(folder / options.watched):
        options.watched = str(folder / options.watched)


_USAGE = QT_TRANSLATE_NOOP(
    "command line",
    "The window that is open is of another version and doesn't know this command ({message}). Close it first.",
)
_OTHER_SERVICE = QT_TRANSLATE_NOOP(
    "command line",
    "ZAI_BASE_URL says {address} here, and the window that is open sends to another address. Nothing was sent. Close the "
    "window, or leave ZAI_BASE_URL out.",
)
_OTHER_KEY = QT_TRANSLATE_NOOP(
    "command line",
    "The key in the environment here (ZAI_API_KEY or ZHIPUAI_API_KEY) is another one than the window uses: another account "
    "would pay. Nothing was sent. Close the window, or leave that key out.",
)
