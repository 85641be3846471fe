"""Refuses options that have no effect beside the others of their command, before anything is begun: whoever typed one counts
on it. For example, `batch resume BATCH --dry-run` must not pay.
"""

import argparse
from collections import Counter
from collections.abc import Collection, Iterable

from vidu_desktop.cli.batch_arguments import BATCH_ACTIONS
from vidu_desktop.cli.watch_arguments import WATCH_ACTIONS

_EVERYWHERE = frozenset({"verb", "action", "home", "json", "version"})
_OF_BATCH = {
    "list": frozenset[str](),
    "show": frozenset({"batch"}),
    "result": frozenset({"batch", "result"}),
    "resume": frozenset({"batch", "budget", "result"}),
    "retry": frozenset({"batch", "budget", "result", "rejected"}),
}
_USUAL = {"takes": 1, "left_out": "leave", "stop_after": 5, "hold": 1}
"""Defaults that aren't empty: an option with this value counts as not typed."""
_NOT_OF_STILLS = ("last", "rate", "boomerang", "hold")


def without_effect(options: argparse.Namespace) -> str | None:
    """Return a message about options of a command that have no effect together; None where each has its effect."""
    match options.verb, getattr(options, "action", None):
        case "batch", _ if options.source in BATCH_ACTIONS:
            return _beyond(options, _OF_BATCH[options.source] | {"source"}, f"batch {options.source}")
        case "batch", _:
            return _of_sheet(options)
        case "watch", _ if options.folder in WATCH_ACTIONS:
            known = {"folder"} if options.folder == "list" else {"folder", "watched"}
            return _beyond(options, known, f"watch {options.folder}")
        case "chain", _:
            return _twice("--trim", (shot for shot, _ in options.trim)) or _twice(
                "--speed", (shot for shot, _ in options.speed)
            )
        case "library", "export" if options.format.is_one_frame:
            given = [name for name in _NOT_OF_STILLS if _is_given(options, name)]
            return (
                f"{_flag(given[0])} means nothing for a still, which is one frame: --first" if given else None
            )
    return None


def _of_sheet(options: argparse.Namespace) -> str | None:
    if options.rejected:
        return "--rejected is for `batch retry BATCH`"
    each = [one.partition("=")[0].strip().casefold().replace("-", "_") for one in options.each]
    both = next((name for name in each if _is_given(options, name)), None)
    if both is not None:
        return f"--each says {both} already: leave {_flag(both)} out"
    return _twice("--each", each)


def _beyond(options: argparse.Namespace, known: Collection[str], verb: str) -> str | None:
    more = [name for name in vars(options) if name not in known and _is_given(options, name)]
    if not more:
        return None
    name = more[0]
    what = f"“{getattr(options, name)[:40]}”" if name in ("batch", "watched") else _flag(name)
    return f"{what} means nothing to `{verb}`"


def _twice(flag: str, names: Iterable[str]) -> str | None:
    twice = next((name for name, count in Counter(names).items() if count > 1), None)
    return None if twice is None else f"{flag} is there twice{f' for {twice}' if twice else ''}"


def _is_given(options: argparse.Namespace, name: str) -> bool:
    value = getattr(options, name, None)
    nothing = value is None or value is False or value == "" or value == []
    return name not in _EVERYWHERE and not nothing and value != _USUAL.get(name)


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"
