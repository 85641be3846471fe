"""Shows the main window and every dialog at once, for a walk by a screen reader: `python -m fakes.shown_windows FOLDER`."""

import sys
from pathlib import Path

from fakes.every_window import DIALOGS, full_window
from fakes.window_fixtures import FakePictureService
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from vidu_desktop.ui.look.look import Look


def main() -> None:
    application = QApplication(["vidu-desktop"])
    look = Look(application)
    look.apply_style()
    shown: list[QWidget] = [full_window(look, FakePictureService(), Path(sys.argv[1]))]
    for make in DIALOGS.values():
        dialog = make(look)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.show()
        shown.append(dialog)
    print(len(shown), flush=True)
    application.exec()


if __name__ == "__main__":
    main()
