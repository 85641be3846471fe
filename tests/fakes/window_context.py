"""The context for a controller on its own, with only the parts that a test needs."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.engine.tasks import TaskKeeper


def a_context(look, window: QWidget, tasks: TaskKeeper, notices, tmp_path: Path | None = None):
    """Return a context. Without `tmp_path`, nothing is remembered."""
    memory = (
        QSettings()
        if tmp_path is None
        else QSettings(str(tmp_path / "memory.ini"), QSettings.Format.IniFormat)
    )
    return WindowContext(look=look, window=window, memory=memory, tasks=tasks, notices=notices)
