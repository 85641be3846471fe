"""The errors of the program, sorted by who or what can help.

    ViduDesktopError
    ├── BadInput         the person: has to change a picture, a prompt, an option or a setting
    ├── KeyTrouble       the person: the key is missing or refused; paid work waits
    ├── AccountTrouble   the person, at the service: balance, plan or permission; paid work waits
    ├── ServiceBusy      time: we were too fast, or it is overloaded or unreachable; the call may be made again later
    ├── NotSent          time: the call failed before any byte was sent, so nothing can have been charged
    ├── AnswerLost       unknown: the order was sent and its answer did not arrive; never repeated automatically
    ├── AlreadyTaken     unknown: the service has this request id already (1231), so an earlier order was accepted
    ├── Refused          nobody: the service refused for good; surely not charged
    ├── LinkExpired      the program: the link to the video has expired; it asks the task for a fresh one
    ├── NotAVideo        the service: what arrived is not the video that was asked for
    └── DiskTrouble      the person, at the disk: full, read-only, gone, or failing

Each error has a `Sentence` for the person and a short stable `code` for scripts and records. An adapter
translates foreign errors into this tree, once, with `from exc`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

from typing_extensions import override

Value = Union[str, int, float, tuple[str, ...], "Sentence"]
"""A value in a sentence. A tuple is a list, joined as the language does it; a Sentence is translated into the same language."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words for a person: an English template and its values, so that the sentence can be translated where it is shown.

    Values are plain text; a view must show the result as plain text, never as markup.
    """

    template: str
    values: Mapping[str, Value] = field(default_factory=dict)

    @override
    def __str__(self) -> str:
        """Return the English sentence."""
        return self.template.format_map({name: _in_english(value) for name, value in self.values.items()})


def _in_english(value: Value) -> str | int | float:
    if isinstance(value, Sentence):
        return str(value)
    return ", ".join(value) if isinstance(value, tuple) else value


def plain_values(sentence: Sentence) -> dict[str, str | int | float | tuple[str, ...]]:
    """Return a sentence's values in a form that can be stored; sentences among them become English text."""
    return {
        name: str(value) if isinstance(value, Sentence) else value for name, value in sentence.values.items()
    }


class ViduDesktopError(Exception):
    """The base of all errors. `sentence` says what happened and what to do; `code` is for scripts and records.
    `service_words` is the service's own message, untranslated, or empty. `by_page` is True when a page on the way answered in
    the service's place: a network's sign-in, a filter or a proxy.
    """

    def __init__(
        self, code: str, sentence: Sentence, *, service_words: str = "", by_page: bool = False
    ) -> None:
        super().__init__(f"{code}: {sentence}" + (f" ({service_words})" if service_words else ""))
        self.code = code
        self.sentence = sentence
        self.service_words = service_words
        self.by_page = by_page


class BadInput(ViduDesktopError):
    """Nothing was done: the person has to change something that they gave."""


class KeyTrouble(ViduDesktopError):
    """The key is missing or refused, or the keyring doesn't answer; nothing was charged."""


class AccountTrouble(ViduDesktopError):
    """The account isn't allowed to do this, or can't pay; nothing was charged."""


class ServiceBusy(ViduDesktopError):
    """`retry_after_s` is the time for which the service asked, in seconds, clamped to a sensible range; or None.

    `slow_down` is True when the service said that we send too fast (1302, 1303, 1305, a bare 429): then the whole queue slows
    down once. It is False for a passing failure. `unheard` is True when nothing answered the question: no network, a proxy that
    is away, or no answer in time.
    """

    def __init__(
        self,
        code: str,
        sentence: Sentence,
        *,
        service_words: str = "",
        by_page: bool = False,
        retry_after_s: float | None = None,
        slow_down: bool = False,
        unheard: bool = False,
    ) -> None:
        super().__init__(code, sentence, service_words=service_words, by_page=by_page)
        self.retry_after_s = retry_after_s
        self.slow_down = slow_down
        self.unheard = unheard


class NotSent(ViduDesktopError):
    """No byte of the order was sent, so it may be sent again with the same request id."""


class AnswerLost(ViduDesktopError):
    """The order may have been accepted and charged, so it must not be repeated automatically."""


class AlreadyTaken(ViduDesktopError):
    """The service had accepted an order with this request id before: its answer was lost, not the order."""


class Refused(ViduDesktopError):
    """The same request would be refused again. It was surely not charged."""


class LinkExpired(ViduDesktopError):
    """The video still exists: its task can give a fresh link."""


class NotAVideo(ViduDesktopError):
    """The file is damaged, cut short, empty, or a web page. Fetched again, it may be complete."""


LINK_FORBIDDEN = "link-forbidden"
"""Code of a NotAVideo whose link leads to a place where no video of the service can be. It isn't tried again."""


class DiskTrouble(ViduDesktopError):
    """`full` is True when more free space would help: then the work goes on by itself as soon as there is some."""

    def __init__(self, code: str, sentence: Sentence, *, full: bool = False) -> None:
        super().__init__(code, sentence)
        self.full = full


DISK_CODES = frozenset({"disk-full", "disk-read-only", "disk-gone", "disk-failing"})
"""All codes of a DiskTrouble that translates an error of the system during a file operation."""
