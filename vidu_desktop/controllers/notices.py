"""The notice line at the foot of the window: what holds work up, the button that helps, and passing remarks."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer, Signal

from vidu_desktop.controllers.file_manager import show_in_folder
from vidu_desktop.controllers.happenings import Happenings
from vidu_desktop.controllers.lasting_notices import LastingNotice, NoticePlace
from vidu_desktop.domain.availability import AWAY, Availability
from vidu_desktop.domain.job import Job, Trouble
from vidu_desktop.domain.proxy import PROXY_TROUBLES
from vidu_desktop.domain.settings import BASE_URL_REFUSED, SETTINGS_DAMAGED
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.lasting_pauses import ANSWERS_LOST
from vidu_desktop.errors import DISK_CODES, Sentence, ViduDesktopError
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.ui.text import say, say_on
from vidu_desktop.ui.widgets.notice_line import NoticeKind
from vidu_desktop.ui.widgets.spoken import announce

_PASSING_MS = 8000
_RESULT_MS = 20_000
"""Longer, because there is a button to reach, or something went wrong."""
SERVICE_PAGE, MONEY_PAGE, LIBRARY_PAGE, _PROGRAM_PAGE, NETWORK_PAGE = range(5)
_MISSING_KEY = "no-key"
_NEEDS_KEY = frozenset({_MISSING_KEY, "key-malformed", "401", "1000", "1001", "1002", "1003", "1004"})
_PAGES = {
    **dict.fromkeys(_NEEDS_KEY, SERVICE_PAGE),
    **dict.fromkeys(("budget", SETTINGS_DAMAGED), MONEY_PAGE),
    **dict.fromkeys(PROXY_TROUBLES, NETWORK_PAGE),
}
"""By a trouble's code, the page of the settings on which it can be solved."""
_DISK_CODES = DISK_CODES | {
    "helper-not-started",
    "library-gone",
    "video-forbidden",
    "video-gone",
    "video-no-file",
    "video-unreadable",
}


class Notices(QObject):
    """After a passing remark, the lasting message (a pause, an outage) is shown again. Remarks are also kept in `happened`.
    `why_no_room` returns why the disk has no room, if the reason isn't that it is full.
    """

    settings_requested = Signal(int)  # the page of the settings

    def __init__(
        self,
        main: MainWindow,
        queue: QueuePane,
        engine: Engine,
        why_no_room: Callable[[], Sentence | None] = lambda: None,
        *,
        happened: Happenings | None = None,
    ) -> None:
        super().__init__(main)
        self._main = main
        self._queue = queue
        self._engine = engine
        self._why_no_room = why_no_room
        self._happened = happened
        self._result_path = ""
        self._key_looked_for = False
        self._lasting: dict[NoticePlace, LastingNotice] = {}
        self._makers: dict[NoticePlace, Callable[[], LastingNotice]] = {}
        self._told: list[Sentence] = []
        self._disk_troubles: dict[str, Trouble] = {}
        self._outages: dict[str, Trouble] = {}
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(self._show)
        main.language_changed.connect(self._say_anew)

    # Remarks

    def say(self, sentence: Sentence) -> None:
        """Show a remark for a while."""
        self._remark(say(sentence), NoticeKind.INFO)

    def say_text(self, text: str) -> None:
        """Show a remark, already in the person's language, for a while."""
        self._remark(text, NoticeKind.INFO)

    def say_error(self, error: ViduDesktopError, more: str = "") -> None:
        """Show for a while what failed, and `more`; only note it while a lasting message says that the library is away."""
        words = say_on(*filter(None, (say(error.sentence), more)))
        if self._lasting.keys() & {NoticePlace.AWAY, NoticePlace.LIBRARY} and error.code in _DISK_CODES:
            self._note(words)
        else:
            self._remark(words, NoticeKind.WARN)

    def say_trouble(self, trouble: Trouble) -> None:
        """Show for a while what failed."""
        self._remark(say(trouble.sentence), NoticeKind.BAD)

    def say_done(self, text: str, path: str = "", *, failed: bool = False) -> None:
        """Show an outcome for a while, which may have `failed` in part or completely; with a button to the file at `path`."""
        self._remark(text, NoticeKind.WARN if failed else NoticeKind.GOOD, path)

    def show_in_folder(self, path: str) -> None:
        """Open the folder of a file, or a folder; if nothing answers, say where it is."""
        show_in_folder(path, lambda: self.say(Sentence(_NO_FOLDER, {"path": path})))

    def _remark(self, text: str, kind: NoticeKind, path: str = "") -> None:
        if not text:
            return
        self._result_path = path
        self._main.show_notice(text, kind, self.tr("Show in folder") if path else None)
        lasts = path or kind in (NoticeKind.WARN, NoticeKind.BAD)
        self._passing.start(_RESULT_MS if lasts else _PASSING_MS)
        self._note(text, path)
        announce(self._main, text)

    def _note(self, text: str, path: str = "") -> None:
        if self._happened is not None:
            self._happened.note(text, path)

    # Lasting messages

    def tell(self, sentences: Sequence[Sentence]) -> None:
        """Show what the person has to know, until they say that they have read it."""
        self._told += [sentence for sentence in sentences if sentence not in self._told]
        self._show_told()

    def note(self, note: Sentence) -> None:
        """Tell something that isn't about a job: findings stay until they are read, notes on environment variables pass."""
        if "variable" in note.values:
            self.say(note)
        else:
            self.tell([note])

    def _show_told(self) -> None:
        self._put(NoticePlace.TOLD, self._all_told if self._told else None)

    def _all_told(self) -> LastingNotice:
        words = say_on(*dict.fromkeys(map(say, self._told)))
        return LastingNotice(words, NoticeKind.INFO, self.tr("Got it"), self._forget_told)

    def _forget_told(self) -> None:
        self._told.clear()
        self._show_told()

    def offer(self, sentence: Sentence, button: Sentence, act: Callable[[], object]) -> None:
        """Offer the next step until the person takes it, in place of an earlier offer."""
        self._note(say(sentence))
        self._put(
            NoticePlace.NEXT_STEP, lambda: LastingNotice(say(sentence), NoticeKind.INFO, say(button), act)
        )

    def withdraw_offer(self) -> None:
        """Remove the offer, because the person goes on with it."""
        self._put(NoticePlace.NEXT_STEP, None)

    def cannot_start(self, error: ViduDesktopError, again: Callable[[], object]) -> None:
        """Say that the queue can't be read; `again` tries once more."""
        self._put(
            NoticePlace.START,
            lambda: LastingNotice(say(error.sentence), NoticeKind.BAD, self.tr("Try again"), again),
        )

    def started(self) -> None:
        """Remove the message of `cannot_start`, because the queue has been read."""
        self._put(NoticePlace.START, None)

    def key_was_looked_for(self) -> None:
        """Report a missing key from now on; before this, the keyring may just not have answered yet."""
        self._key_looked_for = True
        self._show_pause(self._engine.paused_by)

    def paused(self, trouble: Trouble) -> None:
        self._show_pause(trouble)

    def resumed(self) -> None:
        self._show_pause(None)

    def _show_pause(self, trouble: Trouble | None) -> None:
        by_wish = trouble is not None and trouble.code == "paused"
        self._queue.set_paused(by_wish)
        if trouble is None or by_wish or (trouble.code == _MISSING_KEY and not self._key_looked_for):
            self._put(NoticePlace.PAUSE, None)
        else:
            self._put(NoticePlace.PAUSE, partial(self._why_paused, trouble))

    def _why_paused(self, trouble: Trouble) -> LastingNotice:
        sentence = trouble.sentence
        if trouble.code == "disk-full":
            sentence = self._why_no_room() or sentence
        words = say_on(say(sentence), self._service_words(trouble))
        if (page := _PAGES.get(trouble.code)) is not None:
            button, act = self.tr("Open settings"), self._open_page(page)
        elif trouble.code == BASE_URL_REFUSED:  # only another start helps, so there is no button
            button, act = "", None
        else:
            lost = trouble.code == ANSWERS_LOST.code  # "Try again" would sound as if those were sent again
            button, act = self.tr("Go on") if lost else self.tr("Try again"), self._engine.go_on
        return LastingNotice(words, NoticeKind.WARN, button, act)

    def service_lost(self, trouble: Trouble, address: str) -> None:
        self._outages[address] = trouble
        self._show_outage()

    def service_reached(self, address: str) -> None:
        self._outages.pop(address, None)
        self._show_outage()

    def _show_outage(self) -> None:
        """Show the outage of the service for new orders first; for any other service, say whose orders wait."""
        today = self._engine.new_orders_url
        address = today if today in self._outages else next(iter(self._outages), "")
        lost = self._outages.get(address)
        why = None if lost is None else partial(self._why_waiting, lost, address, today)
        self._put(NoticePlace.OUTAGE, why)

    def _why_waiting(self, trouble: Trouble, address: str, today: str) -> LastingNotice:
        words = say(trouble.sentence)
        host = urlsplit(address).hostname
        if address != today and host:
            words = self.tr("Videos that were ordered at {host} wait: {reason}").format(
                host=host, reason=words
            )
        if (page := _PAGES.get(trouble.code)) is not None:  # tried again by itself; this page helps
            return LastingNotice(words, NoticeKind.WARN, self.tr("Open settings"), self._open_page(page))
        return LastingNotice(words, NoticeKind.WARN, self.tr("Try now"), self._engine.nudge)

    def job_seen(self, job: Job) -> None:
        """Note whether a job waits for the disk."""
        if job.trouble is not None and job.trouble.code in _DISK_CODES and not job.ended:
            self._disk_troubles[job.job_id] = job.trouble
        elif self._disk_troubles.pop(job.job_id, None) is None:
            return
        self._show_disk()

    def jobs_gone(self, job_ids: Iterable[str]) -> None:
        waited = self._disk_troubles.keys() & set(job_ids)
        for job_id in waited:
            del self._disk_troubles[job_id]
        if waited:
            self._show_disk()

    def _show_disk(self) -> None:
        trouble = next(iter(self._disk_troubles.values()), None)
        self._put(NoticePlace.DISK, None if trouble is None else partial(self._why_no_disk, trouble))

    def _why_no_disk(self, trouble: Trouble) -> LastingNotice:
        return LastingNotice(say(trouble.sentence), NoticeKind.WARN, self.tr("Try again"), self._engine.nudge)

    def library_stands(self, availability: Availability, make: Callable[[], LastingNotice]) -> None:
        """Say what keeps the library from taking videos."""
        away = NoticePlace.AWAY if availability in AWAY else NoticePlace.LIBRARY
        for place in (NoticePlace.AWAY, NoticePlace.LIBRARY):
            is_so = place is away and availability is not Availability.THERE
            self._put(place, make if is_so else None)

    def act(self) -> None:
        """Do what the line's button says."""
        if self._passing.isActive():
            self.show_in_folder(self._result_path)
            return
        lasting = self._shown()
        if lasting is not None and lasting is self._lasting.get(NoticePlace.NEXT_STEP):
            self.withdraw_offer()
        if lasting is not None and lasting.act is not None:
            lasting.act()

    def _open_page(self, page: int) -> Callable[[], object]:
        return lambda: self.settings_requested.emit(page)

    def _service_words(self, trouble: Trouble) -> str:
        words = trouble.service_words.strip()
        return self.tr("The service says: “{words}”").format(words=words) if words else ""

    def _put(self, place: NoticePlace, make: Callable[[], LastingNotice] | None) -> None:
        """Put the message of `make` at a place, or nothing; `make` is called again when the language changes."""
        if make is None:
            self._lasting.pop(place, None)
            self._makers.pop(place, None)
        else:
            self._makers[place], lasting = make, make()
            before, self._lasting[place] = self._lasting.get(place), lasting
            if before is None or before.text != lasting.text:
                self._passing.stop()  # a new lasting message matters more than a remark
                announce(self._main, lasting.text)
        self._show()

    def _say_anew(self) -> None:
        self._lasting = {place: make() for place, make in self._makers.items()}
        self._show()

    def _shown(self) -> LastingNotice | None:
        return self._lasting[min(self._lasting)] if self._lasting else None

    def _show(self) -> None:
        if self._passing.isActive():
            return
        lasting = self._shown()
        if lasting is None:
            self._main.clear_notice()
        else:
            self._main.show_notice(lasting.text, lasting.kind, lasting.button or None)


_NO_FOLDER = QT_TRANSLATE_NOOP(
    "library", "No program for folders answers here, or the folder has gone. Its place is {path}"
)
