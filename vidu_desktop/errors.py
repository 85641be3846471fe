"""What can go wrong, sorted by who can act.

    ViduDesktopError
    ├── BadInput         the person: a picture, a prompt, an option or a setting has to change
    ├── KeyTrouble       the person: the key is missing or refused; paid work waits
    ├── AccountTrouble   the person, with the service: balance, plan or permission; paid work waits
    ├── ServiceBusy      time: too fast, overloaded, unreachable; the same call may be made again later
    ├── NotSent          time: it broke before any byte left, so nothing can have been charged
    ├── AnswerLost       nobody knows: the order left and its answer did not arrive; never repeated by itself
    ├── AlreadyTaken     evidence: the service has seen this request id before (1231)
    ├── Refused          nobody: the service said no for good; surely not charged
    ├── LinkExpired      time: the link to the video is spent; ask the task for a fresh one
    ├── NotAVideo        the service: what arrived is not the video that was asked for
    └── DiskTrouble      the disk: full, read-only, gone, or failing

Each carries a `Sentence` for the person and a short stable `code` for scripts and records. Errors are
translated into this tree once, at the border of an adapter, with `from exc`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

from typing_extensions import override

Value = Union[str, int, float, tuple[str, ...], "Sentence"]
"""What stands in a sentence. A tuple is a list, joined as the language does; a sentence is said in the same language."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words for a person: an English template and its values, so that they are translated where they are shown.

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
    """Return a sentence's values for where they are written down; a sentence among them becomes English."""
    return {
        name: str(value) if isinstance(value, Sentence) else value for name, value in sentence.values.items()
    }


class ViduDesktopError(Exception):
    """Base of all: `sentence` says what happened and what to do, `code` is for scripts and records.

    `service_words` are the service's own message, untranslated, or empty.
    """

    def __init__(self, code: str, sentence: Sentence, *, service_words: str = "") -> None:
        super().__init__(f"{code}: {sentence}" + (f" ({service_words})" if service_words else ""))
        self.code = code
        self.sentence = sentence
        self.service_words = service_words


class BadInput(ViduDesktopError):
    """Nothing was done: something that the person gave has to be another one."""


class KeyTrouble(ViduDesktopError):
    """The key is missing or refused, or its keeper doesn't answer; nothing was charged."""


class AccountTrouble(ViduDesktopError):
    """The account may not, or can't pay; nothing was charged."""


class ServiceBusy(ViduDesktopError):
    """`retry_after_s` is what the service asked for, clamped to a sensible range, or None.

    `slow_down` is true when the service said that we are too fast (1302, 1303, 1305, a bare 429): the whole queue
    slows down once. It is false for a passing failure.
    """

    def __init__(
        self,
        code: str,
        sentence: Sentence,
        *,
        service_words: str = "",
        retry_after_s: float | None = None,
        slow_down: bool = False,
    ) -> None:
        super().__init__(code, sentence, service_words=service_words)
        self.retry_after_s = retry_after_s
        self.slow_down = slow_down


class NotSent(ViduDesktopError):
    """No byte of the order left, so it may go again with the same request id."""


class AnswerLost(ViduDesktopError):
    """The order may have been taken and charged: it must not be repeated by itself."""


class AlreadyTaken(ViduDesktopError):
    """An order with this request id was taken before: the answer to it was lost, not the order."""


class Refused(ViduDesktopError):
    """The same request would be refused again; surely not charged."""


class LinkExpired(ViduDesktopError):
    """The video is still there: its task gives a fresh link."""


class NotAVideo(ViduDesktopError):
    """The file is damaged, cut short, a page, or empty; fetched again, it may be whole."""


LINK_FORBIDDEN = "link-forbidden"
"""Code of a NotAVideo whose link leads where no video of the service can be: no use in trying it again."""


class DiskTrouble(ViduDesktopError):
    """`full` is true when room would help; the work goes on by itself when there is some."""

    def __init__(self, code: str, sentence: Sentence, *, full: bool = False) -> None:
        super().__init__(code, sentence)
        self.full = full


DISK_CODES = frozenset({"disk-full", "disk-read-only", "disk-gone", "disk-failing"})
"""Every code of a DiskTrouble that translates what the system said about a file operation."""
