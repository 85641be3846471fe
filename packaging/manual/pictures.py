"""Makes the manual's pictures of the program's own window, offscreen, with videos that the rehearsal service makes of the
samples.

    .venv/bin/python packaging/manual/pictures.py [--language zh_CN]

The program uses the service on this computer as if it were the real one, so that prices and sums are shown. Takes a minute on
an idle machine. Stops that fail are named at the end; the others are visited all the same.
"""

import argparse
import asyncio
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "resources" / "manual"
SAMPLES = ROOT / "resources" / "samples"
WINDOW_PX = (1280, 800)
WAIT_S = 600.0
LOOK_AGAIN_S = 0.5
LOOKS_ALIKE = 4
PROMPTS = {
    "fox": "the fox turns its head towards the light",
    "lantern": "the lantern begins to glow",
    "bottle": "the bottle turns slowly on its stand",
    "seaside": "night falls over the sea",
    "meeting": "the fox finds the lantern in the snow",
}


_ROWS = (
    ("fox.png", "fox", "small", "S010"),
    ("lantern.png", "lantern", "auto", "S020"),
    ("lanterne.png", "lantern", "large", "S025"),
    ("bottle.jpg", "bottle", "medium", "S030"),
)
"""One file name is misspelt, so that the pictures show a problem."""

_STILLS = ("seaside-dusk.jpg", "seaside-night.jpg", "seaside-dusk.jpg")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--language", default="en", choices=["en", "zh_CN", "ja"])
    parser.add_argument("--into", type=Path, help="a folder instead of the manual's own")
    parser.add_argument("--sheets", action="store_true", help="only batch and board, which need no videos")
    wanted = parser.parse_args()
    language: str = wanted.language
    target: Path = wanted.into or TARGET / language / "pictures"
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        os.environ |= {
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": {"en": "en_US"}.get(language, language) + ".UTF-8",
            "XDG_VIDEOS_DIR": str(place),
            "ZAI_API_KEY": "any",
        }
        with subprocess.Popen(
            [
                sys.executable,
                "-m",
                "vidu_desktop",
                "--home",
                str(place / "service"),
                "rehearsal",
                "--port",
                "0",
            ],
            stdout=subprocess.PIPE,
            text=True,
        ) as service:
            try:
                assert service.stdout is not None
                os.environ["ZAI_BASE_URL"] = service.stdout.readline().split()[-1]
                return _drive(place / "home", target, language, sheets=wanted.sheets)
            finally:
                service.terminate()


def _drive(home: Path, target: Path, language: str, *, sheets: bool) -> int:
    import vidu_desktop.app.run as run
    from vidu_desktop.app import open_window
    from vidu_desktop.app.window import Window

    target.mkdir(parents=True, exist_ok=True)
    failed: list[str] = []

    class Driven(Window):
        async def begin(self) -> None:
            await super().begin()
            self._tasks.start("the manual's pictures", self._pictures_taken())

        async def _pictures_taken(self) -> None:
            try:
                failed.extend(await Tour(self, target).walk(only_sheets=sheets))
            finally:
                self.main.close()

    run.Window = Driven
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.json").write_text(f'{{"appearance": "light", "language": "{language}"}}')
    code = open_window(str(home))
    if failed:
        print(f"Not taken: {', '.join(failed)}. The pictures that lie there are older.", file=sys.stderr)
    return 1 if failed else code


class Tour:
    """Goes through the window as the manual does, and takes a picture at each stop."""

    def __init__(self, window: Any, target: Path) -> None:
        from PySide6.QtWidgets import QApplication

        self._window = window
        self._target = target
        self._ordered = 0
        QApplication.setCursorFlashTime(0)
        self._engine = window._program.engine  # noqa: SLF001 - nothing else knows when all is at home

    async def walk(self, *, only_sheets: bool) -> list[str]:
        """Take every picture, and return the names of those that failed."""
        self._window.main.resize(*WINDOW_PX)
        sheets = {"batch": self._batch, "board": self._board}
        videos = {
            "first-video": self._first_video,
            "library": self._library,
            "compare": self._compare,
            "export": self._export,
        }
        failed = []
        for name, stop in (sheets if only_sheets else videos | sheets | {"money": self._money}).items():
            try:
                await stop(name)
            except Exception:  # noqa: BLE001 - the other pictures can still be taken
                failed.append(name)
                traceback.print_exc()
                self._close_dialogs()
        return failed

    # The stops

    async def _first_video(self, name: str) -> None:
        self._order("image", ["fox.png"], "fox", shot="S010")
        await self._all_home()
        self._window.compose.fill(self._request("image", ["fox.png"], "fox"))
        await self._settled(5.0)
        self._take(self._window.main, name)

    async def _library(self, name: str) -> None:
        from vidu_desktop.ui.models.clip_verbs import ClipVerb

        for _take in range(2):
            self._order("image", ["fox.png"], "fox", shot="S010")
        self._order("image", ["lantern.png"], "lantern", shot="S020")
        self._order("image", ["bottle.jpg"], "bottle", project="Shop")
        self._order("reference", ["fox.png", "lantern.png"], "meeting", shot="S040")
        await self._all_home()
        self._order("start-end", ["seaside-dusk.jpg", "seaside-night.jpg"], "seaside", shot="S030")
        await self._all_home()  # the newest comes first, and is on the stage
        self._window.main.show_library()
        await self._settled()
        view = self._window.library.view
        for words, verbs in (
            ("lantern", (ClipVerb.REJECT,)),
            ("meeting", (ClipVerb.KEEP,)),
            ("seaside", (ClipVerb.STAR, ClipVerb.KEEP)),
        ):
            view.setCurrentIndex(self._clips(words)[0])
            for verb in verbs:
                self._window.library.act(verb)
                await self._settled()
        self._take(self._window.main, name)

    async def _compare(self, name: str) -> None:
        from vidu_desktop.ui.models.clip_verbs import ClipVerb

        self._choose_takes()
        self._window.library.act(ClipVerb.COMPARE)
        await self._dialog("CompareWindow", name)

    async def _export(self, name: str) -> None:
        from vidu_desktop.ui.models.clip_verbs import ClipVerb

        self._choose_takes()
        self._window.library.act(ClipVerb.EXPORT)
        await self._dialog("ExportDialog", name)

    async def _batch(self, name: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            sheet = Path(folder) / "shots.csv"
            with sheet.open("w", newline="", encoding="utf-8") as file:
                rows = csv.writer(file)
                rows.writerow(("first frame", "prompt", "movement", "shot"))
                for picture, words, movement, shot in _ROWS:
                    rows.writerow((picture, PROMPTS[words], movement, shot))
                    if (SAMPLES / picture).exists():
                        shutil.copy(SAMPLES / picture, folder)
            self._window.many.batches.open(str(sheet))
            await self._dialog("BatchDialog", name, rows=len(_ROWS))

    async def _board(self, name: str) -> None:
        from PySide6.QtCore import QMimeData, QUrl

        self._window.main.board_requested.emit()
        async with self._opened("BoardDialog") as dialog:
            await self._quiet(dialog)
            for picture in _STILLS:  # one after the other: in one drop, the same picture counts only once
                stills = QMimeData()
                stills.setUrls([QUrl.fromLocalFile(str(SAMPLES / picture))])
                count = dialog.strip.model().rowCount()
                dialog.strip.dropped.emit(stills, dialog.strip.insert_at)
                await self._until(lambda before=count: dialog.strip.model().rowCount() > before)  # type: ignore[misc]
            await self._quiet(dialog)
            self._take(dialog, name)

    async def _money(self, name: str) -> None:
        self._window.main.money_requested.emit()
        await self._dialog("MoneyDialog", name)

    # Helpers of the stops

    def _request(self, mode: str, pictures: Sequence[str], words: str, **places: str) -> Any:
        from vidu_desktop.domain.catalogue import specs_for_mode
        from vidu_desktop.domain.modes import Mode
        from vidu_desktop.domain.request import GenerationRequest

        offer = specs_for_mode(Mode(mode))[0]
        return GenerationRequest(
            model=offer.model,
            mode=mode,
            prompt=PROMPTS[words],
            picture_paths=tuple(str(SAMPLES / name) for name in pictures),
            options=offer.defaults,
            project=places.get("project", "Dawn"),
            shot=places.get("shot", ""),
        )

    def _order(self, mode: str, pictures: Sequence[str], words: str, **places: str) -> None:
        from vidu_desktop.ui.protocols import Submission

        self._ordered += 1
        request = self._request(mode, pictures, words, **places)
        self._window.compose.submit_requested.emit(Submission(requests=(request,), rehearsal=False))

    async def _all_home(self) -> None:
        await self._until(lambda: sum(job.ended for job in self._engine.jobs()) == self._ordered)
        await self._settled()

    async def _until(self, happened: Callable[[], bool]) -> None:
        async with asyncio.timeout(WAIT_S):
            while not happened():  # noqa: ASYNC110 - a dialog tells nobody that it has come
                await asyncio.sleep(0.1)

    def _clips(self, words: str) -> list[Any]:
        """Return the rows of the videos with this prompt; which of them was finished first may vary."""
        model = self._window.library.view.model()
        places = [model.index(row, 0) for row in range(model.rowCount())]
        return [place for place in places if model.clip_at(place).prompt == PROMPTS[words]]

    def _choose_takes(self) -> None:
        """Select two takes of the same shot."""
        from PySide6.QtCore import QItemSelectionModel

        flags = QItemSelectionModel.SelectionFlag
        selection = self._window.library.view.selectionModel()
        first, second, *_ = self._clips("fox")
        selection.setCurrentIndex(first, flags.ClearAndSelect | flags.Rows)
        selection.select(second, flags.Select | flags.Rows)

    async def _quiet(self, dialog: Any) -> None:
        """Wait until nothing changes in a dialog any more, however busy the machine is."""
        seen, alike = None, 0
        async with asyncio.timeout(WAIT_S):
            while alike < LOOKS_ALIKE:
                await asyncio.sleep(LOOK_AGAIN_S)
                shown = dialog.grab().toImage()
                alike = alike + 1 if shown == seen else 0
                seen = shown

    async def _settled(self, seconds: float = 1.5) -> None:
        """Wait until covers are drawn and fading has ended; nothing signals that here."""
        await asyncio.sleep(seconds)

    async def _dialog(self, kind: str, name: str, *, rows: int = 0) -> None:
        """Take a dialog's picture once it shows this many rows."""
        async with self._opened(kind) as dialog:
            await self._until(lambda: _rows_in(dialog) >= rows)
            await self._quiet(dialog)
            self._take(dialog, name)

    @asynccontextmanager
    async def _opened(self, kind: str) -> AsyncIterator[Any]:
        from PySide6.QtWidgets import QApplication

        def shown() -> list[Any]:
            widgets = QApplication.topLevelWidgets()
            return [one for one in widgets if type(one).__name__ == kind and one.isVisible()]

        await self._until(lambda: bool(shown()))
        dialog = shown()[0]
        yield dialog
        dialog.close()

    def _close_dialogs(self) -> None:
        from PySide6.QtWidgets import QApplication

        for widget in QApplication.topLevelWidgets():
            if widget is not self._window.main and widget.isVisible():
                widget.close()

    def _take(self, widget: Any, name: str) -> None:
        from PIL import Image

        path = self._target / f"{name}.png"
        widget.grab().save(str(path))
        with Image.open(path) as opened:
            small = opened.convert("RGB").quantize(256, kmeans=4)
        small.save(path, optimize=True)


def _rows_in(dialog: Any) -> int:
    """Return the number of rows in the dialog's largest table; lists of choices don't count."""
    from PySide6.QtWidgets import QTableView

    models = [table.model() for table in dialog.findChildren(QTableView)]
    return max((model.rowCount() for model in models if model is not None), default=0)


if __name__ == "__main__":
    sys.exit(main())
