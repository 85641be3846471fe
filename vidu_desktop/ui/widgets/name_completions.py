"""Keeps the shelf's names up to date in prompts of one line."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from vidu_desktop.ui.models.shelf_model import ShelfModel
from vidu_desktop.ui.widgets.prompt_line import PromptLine


class NameCompletions(QObject):
    """Offers the names in `prompts` until `owner` is destroyed."""

    def __init__(self, shelf: ShelfModel, prompts: Sequence[PromptLine], owner: QObject) -> None:
        super().__init__(owner)
        self._shelf = shelf
        self._prompts = prompts
        shelf.changed.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        for prompt in self._prompts:
            prompt.offer_names([item.name for item in self._shelf.items])
