"""What comes from outside while the window is open: files of later starts, and the wish to see it."""

import os
from collections.abc import Sequence

from vidu_desktop.adapters.desktop.window_line import Message
from vidu_desktop.app.single_instance import Caller
from vidu_desktop.app.window import Window
from vidu_desktop.controllers.opened_files import OpenedFiles


class Outside:
    """Answers what `LaterStarts` hears."""

    def __init__(self, window: Window) -> None:
        self._window = window
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
        """Do what a later start asks, and answer it."""
        match message:
            case {"open": list(paths), "token": str(token)}:
                caller.answer({"heard": True})
                caller.hang_up()
                if token:  # Wayland lets a window come to the front by what the person pressed elsewhere
                    os.environ["XDG_ACTIVATION_TOKEN"] = token
                self._window.to_front()
                self._files.open([path for path in paths if isinstance(path, str)])
            case _:
                caller.hang_up()
