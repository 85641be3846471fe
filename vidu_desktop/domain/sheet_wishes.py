"""What a person sets in the window for all rows of a sheet; the batch keeps it for the next time the sheet is
opened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidForAll:
    """The values as they were typed and chosen. `settings` are option values as text, by the option's key.
    `pairs` None leaves the pictures of a folder unpaired, `encoding` None has the encoding guessed; `hidden`
    is empty while the question about hidden rows is open.
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
