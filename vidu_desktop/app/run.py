"""The run of the window: its event loop from the first paint to the orderly end."""

import asyncio
import logging
import sys
from collections.abc import Callable, MutableMapping, Sequence

import qasync
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QMessageBox

from vidu_desktop.adapters.desktop.home_check import check_home
from vidu_desktop.adapters.desktop.instance_lock import HolderKind
from vidu_desktop.adapters.desktop.motion import wants_less_motion
from vidu_desktop.adapters.desktop.settings_file import SettingsFile
from vidu_desktop.adapters.desktop.window_line import hand_files_over
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.app.collector import Collector
from vidu_desktop.app.desktop_words import DesktopWords
from vidu_desktop.app.loop_threads import LoopThreads
from vidu_desktop.app.os_signals import SystemSignals
from vidu_desktop.app.outside import Outside
from vidu_desktop.app.panes import Panes
from vidu_desktop.app.single_instance import LaterStarts
from vidu_desktop.app.window import Window
from vidu_desktop.domain.translation import without_controls
from vidu_desktop.errors import Sentence, ViduDesktopError
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.text import say
from vidu_desktop.wiring.session import Session

_log = logging.getLogger(__name__)

_THREADS_TURN_S = 0.001
"""How long a thread may run Python while another thread waits, in seconds. With Python's own 5 ms, and a decoder, uploads and
answers at work, one frame in a hundred was 65 ms late instead of 20.
"""
_SCALED_KB = 32 * 1024
"""For covers at the size of their tiles: enough for some screens of them, even of small tiles."""


def run(
    application: QApplication,
    signals: SystemSignals,
    home: str | None,
    settings_file: SettingsFile,
    look: Look,
    memory: QSettings,
    panes: Panes,
    files: Sequence[str],
    note: Sentence | None = None,
    helpers: HelperProcesses | None = None,
    keys: MutableMapping[str, str] | None = None,
) -> int:
    """Connect the panes, open the files, and run the window; return the exit code, which is 0 also when another window took
    the files instead. `note` is what the start has to tell the person; `helpers` are those that it has started, and
    `keys` the variables with API keys, which were taken out of the environment before; None where they are still in it.
    """
    ended = asyncio.Event()

    def end() -> None:
        panes.close()
        ended.set()

    panes.main.quit_requested.connect(end)
    if panes.is_closed:
        end()
    sys.setswitchinterval(_THREADS_TURN_S)
    signals.listen(end)
    notes = _Notes()
    session = Session(
        home,
        kind=HolderKind.WINDOW,
        on_notice=notes.add,
        settings_file=settings_file,
        helpers=helpers,
        environ=keys,
    )
    for one in (*session.loaded.notes, *((note,) if note else ())):
        notes.add(one)
    try:
        return _run(application, home, session, look, memory, panes, notes, ended, files)
    finally:
        if helpers is not None:
            helpers.close()  # also where no window was opened


def _run(
    application: QApplication,
    home: str | None,
    session: Session,
    look: Look,
    memory: QSettings,
    panes: Panes,
    notes: "_Notes",
    ended: asyncio.Event,
    files: Sequence[str],
) -> int:
    try:
        check_home(home)
        holder = session.try_lock()
    except ViduDesktopError as error:
        panes.main.hide()
        return _cannot_open(application, _with_work(application, say(error.sentence), panes), ended)
    if holder is not None:
        panes.main.hide()
        if hand_files_over(session.paths.data_dir, files, panes.typed):
            if panes.compose.early.pressed:
                _cannot_open(
                    application,
                    application.translate(
                        "Window",
                        "Vidu Desktop was open already, and its window comes to the front. Nothing was ordered in this one: "
                        "press again there.",
                    ),
                    ended,
                )
            return 0
        words = application.translate(
            "Window",
            "Another Vidu Desktop is working on this library. Nothing was sent. Wait until it has ended, then "
            "start again.",
        )
        return _cannot_open(application, _with_typed(application, words, panes), ended)
    session.paths.config_dir.mkdir(parents=True, exist_ok=True)
    QPixmapCache.setCacheLimit(_SCALED_KB)
    with qasync.QEventLoop(application) as loop:
        loop.set_default_executor(LoopThreads())
        loop.run_until_complete(_live(session, look, memory, panes, notes, ended, files))
    return 0


def _with_work(application: QApplication, text: str, panes: Panes) -> str:
    """Add that nothing was ordered, if something was pressed during the start, and what was typed."""
    if panes.compose.early.pressed:
        text += " " + application.translate("Window", "Nothing was ordered.")
    return _with_typed(application, text, panes)


def _with_typed(application: QApplication, text: str, panes: Panes) -> str:
    """Add what was typed during the start: it would be lost with this window."""
    if not panes.typed:
        return text
    return text + "\n\n" + application.translate("Window", "You had typed:") + "\n" + panes.typed


def _cannot_open(application: QApplication, text: str, ended: asyncio.Event) -> int:
    """Show why there is no window, on the terminal too, and return the exit code."""
    if sys.stderr is not None:
        print(without_controls(text), file=sys.stderr)
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )

    async def until_read() -> None:
        box.finished.connect(ended.set)
        box.open()
        await ended.wait()

    with qasync.QEventLoop(application) as loop:
        loop.run_until_complete(until_read())
    return 2


class _Notes:
    """Keeps notes until there is a window that can show them, then passes them on."""

    def __init__(self) -> None:
        self._waiting: list[Sentence] = []
        self._tell: Callable[[Sentence], None] | None = None

    def add(self, note: Sentence) -> None:
        if self._tell is None:
            self._waiting.append(note)
        else:
            self._tell(note)

    def pass_on(self, tell: Callable[[Sentence], None]) -> None:
        self._tell = tell
        for note in self._waiting:
            tell(note)


async def _live(
    session: Session,
    look: Look,
    memory: QSettings,
    panes: Panes,
    notes: _Notes,
    ended: asyncio.Event,
    files: Sequence[str],
) -> None:
    window = Window(session, look, memory, panes)
    outside = Outside(window, session)
    desktop_words = DesktopWords(window, session.program)
    collector = Collector(window)
    later_starts = LaterStarts(session.paths.data_dir, outside.heard)
    if not ended.is_set():
        window.main.show()
    try:
        await asyncio.sleep(0)  # the first paint comes before everything else
        notes.pass_on(window.tell)
        for note in panes.drafts_file.notes:
            notes.add(note)
        if not ended.is_set():
            outside.open(files)
            await window.begin()
            collector.begin()
            window.stage.calm = await asyncio.to_thread(wants_less_motion)
            await ended.wait()
    finally:
        await outside.end()
        await desktop_words.end()
        later_starts.close()
        window.main.hide()
        await window.end()
        await session.close()
        collector.end()
        memory.sync()
