"""What a person sets in the window for all rows of a sheet; the batch keeps it for the next time the sheet is
opened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from vidu_desktop.domain.sheet import ReadAs


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidForAll:
    """The values as they were typed and chosen. `settings` are option values as text, by the option's key.
    `pairs` None leaves the pictures of a folder unpaired; `encoding`, `separator` and `header_line` (from 1)
    None are guessed; `hidden` is empty while the question about hidden rows is open.
    """

    prompt: str = ""
    no_prompt: bool = False
    settings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    takes: int = 1
    hidden: str = ""
    pairs: str | None = None
    encoding: str | None = None
    separator: str | None = None
    header_line: int | None = None
    folders: tuple[str, ...] = ()
    budget: str = ""

    @property
    def read_as(self) -> ReadAs:
        """How the source is read; which table of a workbook isn't said here."""
        return ReadAs(encoding=self.encoding, separator=self.separator, header_line=self.header_line)

    def read_in_that_way(self, read_as: ReadAs, pairs: str | None) -> "SaidForAll":
        """Return what was said, with the source read like this."""
        return replace(
            self,
            pairs=pairs,
            encoding=read_as.encoding,
            separator=read_as.separator,
            header_line=read_as.header_line,
        )
