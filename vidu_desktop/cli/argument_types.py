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
from vidu_desktop.domain.typed_numbers import typed_decimal, typed_whole
from vidu_desktop.errors import BadInput, Sentence

_PORT_MOST = 65_535


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


def whole(text: str) -> int:
    """Read a whole number from 0 on."""
    number = typed_whole(text)
    if number is None:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no whole number from 0 on")
    return number


def number(text: str) -> float:
    """Read a number from 0 on, such as 0.5."""
    typed = typed_decimal(text)
    if typed is None:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no number from 0 on, such as 24 or 0.5")
    return float(typed)


def _between(text: str, least: int, most: int) -> int:
    typed = typed_whole(text)
    if typed is None or not least <= typed <= most:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no number from {least} to {most}")
    return typed


def takes(text: str) -> int:
    """Read how many videos are made of each row."""
    return _between(text, 1, TAKES_MOST)


def port(text: str) -> int:
    """Read the number of a port; 0 means any that is free."""
    return _between(text, 0, _PORT_MOST)


def count(text: str) -> int:
    """Read a whole number from 1 on."""
    typed = typed_whole(text)
    if not typed:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no number from 1 on")
    return typed


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
    typed = typed_whole(text)
    if not typed:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} isn't a frame; the first one is 1")
    return typed


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
    whole(text)
    return text


def mode(text: str) -> Mode:
    """Read a mode's name."""
    try:
        return Mode(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(Mode)}") from None


def shot_frames(text: str) -> tuple[str, int]:
    """Read `2` (for every gap) or `S020=2`; return the shot, which is empty for every gap, and the number of frames."""
    shot, frames = _of_a_shot(text)
    typed = typed_whole(frames)
    if typed is None:
        raise argparse.ArgumentTypeError("write a number of frames from 0, or SHOT=FRAMES")
    return shot, typed


def shot_speed(text: str) -> tuple[str, float]:
    """Read `0.5` (for every gap) or `S020=0.5`; return the shot, which is empty for every gap, and the speed."""
    shot, times = _of_a_shot(text)
    typed = typed_decimal(times)
    if typed is None:
        raise argparse.ArgumentTypeError("write how many times as fast, such as 0.5, or SHOT=TIMES")
    return shot, float(typed)


def _of_a_shot(text: str) -> tuple[str, str]:
    shot, _, number = text.rpartition("=")
    return shot.strip().upper(), number.strip()


_NOT_THIS_DOOR = QT_TRANSLATE_NOOP(
    "command line", "The service charges in {currency} here. Give the sum in {currency}; nothing was sent."
)


def fade_frames(text: str) -> int:
    """Read for how many frames a video fades in over the one before."""
    return _between(text, 0, FADE_MOST)
