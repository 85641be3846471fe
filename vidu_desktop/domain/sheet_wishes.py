"""What a person says in the window for all rows of a sheet: its batch keeps it for the next time that it is opened."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidForAll:
    """As it was typed and chosen. `settings` are values as text by an option's key; `pairs` and `encoding` None leave a folder
    unpaired, an encoding guessed; an empty `hidden` is an open question.
    """

    prompt: str = ""
    no_prompt: bool = False
    settings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    takes: int = 1
    hidden: str = ""
    pairs: str | None = None
    encoding: str | None = None
    folders: tuple[str, ...] = ()
    budget: str = ""
