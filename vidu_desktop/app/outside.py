"""Handles what comes from outside while the window is open: files of later starts, the wish to see the window, and commands."""

import asyncio
import os
from collections.abc import Mapping, Sequence
from importlib import import_module

from vidu_desktop.adapters.desktop.window_line import Message
from vidu_desktop.app.single_instance import Caller
from vidu_desktop.app.window import Window
from vidu_desktop.controllers.opened_files import OpenedFiles
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import Sentence
from vidu_desktop.wiring.session import Session

_UNREAD_MOST_BYTES = 1_000_000
"""A command that has this many unread bytes gets no more messages about progress. All other messages are still sent."""
_SHOWN_CHARS = 60


class Outside:
    """Answers the messages that `LaterStarts` receives. Commands wait until the engine runs; several may run at once."""

    def __init__(self, window: Window, session: Session) -> None:
        self._window = window
        self._session = session
        self._tasks = TaskKeeper()
        self._engine_runs = asyncio.Event()
        window.queue_work.begun.connect(self._engine_runs.set)
        self._files = OpenedFiles(
            window.main,
            window.notices,
            fill=window.compose.set_pictures,
            open_batch=window.many.batches.open,
            take_in=window.library.import_requested.emit,
        )

    def open(self, paths: Sequence[str]) -> None:
        """Put files where they belong."""
        self._files.open(paths)

    def heard(self, message: Message, caller: Caller) -> None:
        """Do what a later start asks for, and answer it."""
        match message:
            case {"open": list(paths), "token": str(token)}:
                caller.answer({"heard": True})
                caller.hang_up()
                if token:  # Wayland lets a window come to the front only with the token of a press elsewhere
                    os.environ["XDG_ACTIVATION_TOKEN"] = token
                self._window.to_front()
                self._files.open([path for path in paths if isinstance(path, str)])
                self._offer_typed(message.get("typed"))
            case {
                "command": [*words],
                "folder": str(folder),
                "address": str(address),
                "key": str(key),
                "language": str(language),
            }:
                work = self._run(caller, list(map(str, words)), folder, address, key, language)
                running = self._tasks.start("a command", work)
                # This ends the reports to the command, never its orders: those belong to the engine.
                caller.gone.connect(running.cancel)
            case _:
                caller.hang_up()

    def _offer_typed(self, typed: object) -> None:
        """Offer words that were typed into a window which gave way to this one. They replace no prompt without a press."""
        if isinstance(typed, str) and typed.strip():
            compose, shown = self._window.compose, _short(typed)
            self._window.notices.offer(
                Sentence(_TYPED, {"text": shown}), Sentence(_USE_TYPED), lambda: compose.use_prompt(typed)
            )

    async def _run(
        self, caller: Caller, words: list[str], folder: str, address: str, key: str, language: str
    ) -> None:
        def send(message: Mapping[str, object]) -> None:
            if "progress" not in message or caller.unread_bytes < _UNREAD_MOST_BYTES:
                caller.answer(message)

        try:
            await self._engine_runs.wait()
            commands = await asyncio.get_running_loop().run_in_executor(
                None, import_module, "vidu_desktop.cli.window_commands"
            )
            report = commands.SentReport(send, language)
            code = await commands.serve(words, folder, address, key, self._session, report)
            caller.answer({"exit": code})
        finally:
            caller.hang_up()

    async def end(self) -> None:
        """Cancel the work for all commands; a waiting command is told that the window is gone."""
        await self._tasks.cancel_all()


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN_CHARS else words[: _SHOWN_CHARS - 1] + "…"


_TYPED = QT_TRANSLATE_NOOP(
    "library", "You typed “{text}” into a second window, which closed because this one was open."
)
_USE_TYPED = QT_TRANSLATE_NOOP("library", "Put it into the prompt")
