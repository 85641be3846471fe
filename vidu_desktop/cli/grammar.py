"""What the verbs of the command line share: the refusal of wrong words, the exit codes, and flags for the options."""

import argparse
from typing import NoReturn

from typing_extensions import override

from vidu_desktop.cli.argument_types import whole_number
from vidu_desktop.domain.catalogue import CATALOGUE
from vidu_desktop.domain.options import KINDS, OptionKey

FADE_HELP = "each video comes in over the one before during so many frames"
SOUND_HELP = "a sound file beneath the film, in the place of the videos' own"
EXIT_CODES = """\
exit codes:
  0    everything is stored (with --no-wait: accepted for sending)
  1    a job failed or was refused
  2    wrong usage or bad input; nothing was stored or sent
  3    something is left unfinished or unknown; `vidu-desktop resume` carries on
  130  interrupted; `vidu-desktop resume` carries on
"""


class WrongUsage(Exception):
    """The words of a command can't be understood; the message says why."""

    def __init__(self, message: str, *, program: str, usage: str) -> None:
        super().__init__(message)
        self.program = program
        self.usage = usage


class Grammar(argparse.ArgumentParser):
    """An argument parser that raises WrongUsage where argparse would print and exit, so that scripts get JSON."""

    @override
    def error(self, message: str) -> NoReturn:
        """Raise WrongUsage."""
        raise WrongUsage(message, program=self.prog, usage=self.format_usage())


def add_options(verb: Grammar) -> None:
    """Add a flag for each option that any model has."""
    for key in OptionKey:
        _add_option(verb, key)


def _add_option(verb: Grammar, key: OptionKey) -> None:
    """Add the flag of an option. Its help lists the values, and the models that have the option."""
    kind = KINDS[key]
    flag = f"--{key.replace('_', '-')}"
    if kind.type is bool:
        verb.add_argument(flag, action="store_true", default=None, help=kind.meaning)
        return
    having = [(spec, option) for spec in CATALOGUE for option in spec.options if option.key == key]
    values = ", ".join(dict.fromkeys(str(value) for _, option in having for value in option.values))
    meaning = f"{kind.meaning}: {values}" if kind.meaning else values
    if len(having) < len(CATALOGUE):
        meaning += f"; {', '.join(spec.model for spec, _ in having)} only"
    read = whole_number if kind.type is int else str
    verb.add_argument(flag, dest=key, metavar=kind.metavar, type=read, help=meaning)
