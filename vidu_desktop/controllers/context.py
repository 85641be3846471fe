"""What every controller of one window needs."""

from dataclasses import dataclass

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers.notices import Notices
from vidu_desktop.controllers.task_errors import BeginFilling, GuardedTasks, fill_nothing
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.last_folders import LastFolders


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowContext:
    """`window` owns the dialogs; `memory` is what the window remembers between runs; `tasks` end before the window does."""

    look: Look
    window: QWidget
    memory: QSettings
    tasks: TaskKeeper
    notices: Notices
    begin_filling: BeginFilling = fill_nothing

    @property
    def folders(self) -> LastFolders:
        """Where file dialogs begin."""
        return LastFolders(self.memory)

    @property
    def guarded(self) -> GuardedTasks:
        """Tasks whose errors are shown in the window's notice line."""
        return GuardedTasks(self.tasks, self.notices, self.begin_filling)
