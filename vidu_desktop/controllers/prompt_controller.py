"""Offers the prompts that were used before."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.library_ports import PromptLookup
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.prompt_history import PastPrompt, merged
from vidu_desktop.ui.compose import ComposePane

PROMPTS_MOST = 2000
"""More than anybody reads; the dialog has a search."""


class PromptController(QObject):
    """Needs no list of its own: the library's videos and the queue's jobs hold all prompts, and move with them."""

    def __init__(
        self,
        context: WindowContext,
        compose: ComposePane,
        library: PromptLookup,
        jobs: Callable[[], Sequence[Job]],
    ) -> None:
        super().__init__(compose)
        self._context = context
        self._compose = compose
        self._library = library
        self._jobs = jobs
        compose.history_requested.connect(
            lambda: context.guarded.start("find earlier prompts", self._open, fills=True)
        )

    async def _open(self) -> None:
        from vidu_desktop.ui.dialogs.prompt_history_dialog import PromptHistoryDialog

        past = await self._library.past_prompts(PROMPTS_MOST)
        # A stored job's prompt is in the library already.
        ordered = [
            PastPrompt(prompt=job.request.prompt, uses=1, last_used_at=job.created_at)
            for job in self._jobs()
            if job.clip_id is None
        ]
        dialog = PromptHistoryDialog(
            self._context.look, merged([*past, *ordered])[:PROMPTS_MOST], self._context.window
        )
        dialog.chosen.connect(self._compose.use_prompt)
        dialog.open()
