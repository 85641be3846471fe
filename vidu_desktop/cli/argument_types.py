"""Functions that read words of the command line as values. Each raises ArgumentTypeError with a sentence for a wrong word."""

import argparse
from pathlib import Path

from vidu_desktop.domain.amounts import Currency, Money, TypedSum, typed_sum
from vidu_desktop.domain.batch import TAKES_MOST
from vidu_desktop.domain.film import FADE_MOST
from vidu_desktop.domain.marks import LABEL_MOST_CHARS, tidy_label
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.row_reading import Lines
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence


def sum_of_money(text: str) -> TypedSum:
    """Read an amount with or without a currency; see `typed_sum`."""
    typed = typed_sum(text)
    if typed is None:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} isn't an amount; write 5, 5USD or 30CNY")
    return typed


def in_currency(asked: TypedSum | None, currency: Currency) -> Money | None:
    """Return a typed sum as money in `currency`, in which orders are charged now; None for None. Raises BadInput for a sum in
    another currency.
    """
    if asked is None:
        return None
    if asked.currency not in (None, currency):
        raise BadInput("budget-currency", Sentence(_NOT_THIS_DOOR, {"currency": currency.value}))
    return Money(asked.amount, currency)


def takes(text: str) -> int:
    """Read how many videos are made of each row."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= TAKES_MOST and len(text) < 4):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no number from 1 to {TAKES_MOST}")
    return int(text)


def count(text: str) -> int:
    """Read a whole number from 1 on."""
    if not (text.isascii() and text.isdigit() and len(text) <= 7 and int(text)):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no number from 1 on")
    return int(text)


def lines(text: str) -> Lines:
    """Read lines of a sheet, such as 2-40,57."""
    try:
        return Lines(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} are no lines; write 2-40,57") from None


def separator(text: str) -> str:
    """Read a column separator: its name, or the character itself."""
    signs = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", "\\t": "\t"}
    sign = signs.get(text.casefold(), text)
    if len(sign) != 1 or sign.isalnum() or sign in '"\r\n':
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is none of comma, semicolon, tab, bar")
    return sign


def not_empty(text: str) -> str:
    """Refuse an empty text, which a script passes when a variable isn't set: as a path it would mean the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("it is empty")
    return text


def path(text: str) -> Path:
    """Read a path; an empty one is refused."""
    return Path(not_empty(text))


def frame(text: str) -> int:
    """Read the number of a frame, counted from 1."""
    try:
        frame = int(text)
    except ValueError:
        frame = 0
    if frame < 1:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} isn't a frame; the first one is 1")
    return frame


def name(text: str) -> str:
    """Read a label that isn't empty or blank."""
    if not tidy_label(text):
        raise argparse.ArgumentTypeError("it is empty")
    return label(text)


def label(text: str) -> str:
    """Read a label of the library, such as a project."""
    if len(text) > LABEL_MOST_CHARS:
        raise argparse.ArgumentTypeError(f"it has {len(text)} characters; {LABEL_MOST_CHARS} are allowed")
    return text


def whole_number(text: str) -> str:
    """Read a whole number, kept as text."""
    try:
        int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} isn't a whole number") from None
    return text


def mode(text: str) -> Mode:
    """Read a mode's name."""
    try:
        return Mode(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(Mode)}") from None


def shot_frames(text: str) -> tuple[str, int]:
    """Read `2` (for every gap) or `S020=2`; return the shot, which is empty for every gap, and the number of frames."""
    shot, number = _of_a_shot(text)
    if not (number.isascii() and number.isdecimal()):
        raise argparse.ArgumentTypeError("write a number of frames from 0, or SHOT=FRAMES")
    return shot, int(number)


def shot_speed(text: str) -> tuple[str, float]:
    """Read `0.5` (for every gap) or `S020=0.5`; return the shot, which is empty for every gap, and the speed."""
    shot, number = _of_a_shot(text)
    try:
        return shot, float(number)
    except ValueError:
        raise argparse.ArgumentTypeError("write how many times as fast, such as 0.5, or SHOT=TIMES") from None


def _of_a_shot(text: str) -> tuple[str, str]:
    shot, _, number = text.rpartition("=")
    return shot.strip().upper(), number.strip()


_NOT_THIS_DOOR = QT_TRANSLATE_NOOP(
    "command line", "The service charges in {currency} here. Give the sum in {currency}; nothing was sent."
)


def fade_frames(text: str) -> int:
    """Read for how many frames a video fades in over the one before."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 3 and int(text) <= FADE_MOST):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no number from 0 to {FADE_MOST}")
    return int(text)
