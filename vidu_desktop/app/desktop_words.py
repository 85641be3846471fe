"""Connects what happens to the jobs with the notes that are shown on the desktop."""

import os

from PySide6.QtCore import QObject

from vidu_desktop.app.window import Window
from vidu_desktop.controllers.desktop_notes import DesktopNotes
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.wiring.program import Program


class DesktopWords(QObject):
    """Lives as long as the window; `end` must be called before the session ends."""

    def __init__(self, window: Window, program: Program) -> None:
        super().__init__()
        self._window = window
        self._tasks = TaskKeeper()
        self._notes = DesktopNotes(
            self,
            program.notifications,
            self._tasks,
            lambda: program.settings,
            lambda: any(one.queue and not one.waits_for_tomorrow for one in program.batches.running.values()),
        )
        program.notifications.on_pressed = self._press
        window.queue_work.begun.connect(lambda: self._notes.begin(program.engine.unfinished()))
        window.bridge.jobs_put.connect(self._notes.put)
        window.bridge.jobs_removed.connect(self._notes.removed)
        window.bridge.paused.connect(self._notes.paused)
        window.main.came_to_front.connect(self._notes.came_to_front)
        self._notes.pressed.connect(self._open)

    def _press(self, token: str) -> None:
        if token:  # needed by Wayland, see `Outside`
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        self._window.to_front()
        self._notes.press()

    def _open(self, job_id: str) -> None:
        self._window.main.show_queue()
        if job_id:
            self._window.queue.play_requested.emit(job_id)

    async def end(self) -> None:
        """Show no more notes."""
        await self._tasks.cancel_all()
