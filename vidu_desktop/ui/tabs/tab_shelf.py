"""Connects a tab with the shelf: names in the prompt, the words that are sent for them, and their pictures."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal

from vidu_desktop.domain.mentions import UNKNOWN_CODE, Mentions, check_mentions, missing_from, resolved
from vidu_desktop.domain.modes import SUBJECT_MODES, Mode
from vidu_desktop.domain.request import Problem, Remedy
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.shelf_model import ShelfEntry, ShelfModel
from vidu_desktop.ui.tabs.readiness import Readiness
from vidu_desktop.ui.widgets.picture_places import PicturePlaces
from vidu_desktop.ui.widgets.prompt_edit import PromptEdit


class TabShelf(QObject):
    """In modes whose pictures say who appears, a name brings its pictures; in other modes only its words."""

    changed = Signal()  # the shelf's items, and with them perhaps the words that are sent

    def __init__(self, look: Look, prompt: PromptEdit, slots: PicturePlaces, mode: Mode) -> None:
        super().__init__(prompt)
        self._look = look
        self._prompt = prompt
        self._slots = slots
        self._with_pictures = mode in SUBJECT_MODES
        self._shelf = ShelfModel(self)
        self._to_bring: list[str] = []
        for told in (slots.changed, slots.slot_changed):
            told.connect(self._bring_others)
        prompt.text_changed.connect(self._show_sent)
        prompt.shelf_requested.connect(self._open_menu)
        prompt.name_chosen.connect(self._bring_pictures)
        prompt.completing_ended.connect(self.changed)

    def follow(self, shelf: ShelfModel) -> None:
        """Use this shelf from now on."""
        self._shelf = shelf
        shelf.changed.connect(self._take_up)
        self._take_up()

    def _take_up(self) -> None:
        self._slots.call(
            {
                path: name
                for entry in self._shelf.entries
                for path, name in zip(entry.paths, entry.picture_names, strict=True)
            }
        )
        self._prompt.offer_names([item.name for item in self._shelf.items])
        self._show_sent()
        self.changed.emit()

    @property
    def sent(self) -> str:
        """The prompt as it is sent, with the shelf's words for names."""
        return self._said().text

    def judged(self, readiness: Readiness) -> Readiness:
        """Return `readiness` with the problems of names in the prompt; while the shelf is unread, unknown names count as
        pending.
        """
        said = self._said()
        if said.unknown and not self._shelf.is_read:
            return replace(readiness, pending_count=readiness.pending_count + 1)
        hashes = self._slots.sent_hashes
        unsure = self._with_pictures and bool(missing_from(said, hashes)) and self._slots.ask_sent_hashes()
        found = check_mentions(
            said, pictures_wanted=self._with_pictures and not unsure, picture_hashes=hashes
        )
        if unsure:
            readiness = replace(readiness, pending_count=readiness.pending_count + 1)
        return replace(readiness, problems=(*readiness.problems, *found)) if found else readiness

    def readiness_shown(self, readiness: Readiness) -> Readiness:
        """Return `readiness` as it is shown: without unknown names while the person is completing one."""
        if not self._prompt.is_completing:
            return readiness
        problems = tuple(one for one in readiness.problems if one.code != UNKNOWN_CODE)
        return replace(readiness, problems=problems)

    def use(self, name: str) -> None:
        """Add a name to the prompt, and its pictures to the tab."""
        if self._shelf.named(name) is not None:
            self._prompt.add_name(name)
            self._bring_pictures(name)

    def remedy(self, problem: Problem) -> None:
        """If that is the problem's remedy, add the pictures of all names in the prompt that have none here."""
        if problem.remedy is Remedy.PUT_IN:
            for item in missing_from(self._said(), self._slots.sent_hashes):
                self._bring_pictures(item.name)

    def _said(self) -> Mentions:
        return resolved(self._prompt.text, self._shelf.items)

    def _show_sent(self) -> None:
        self._prompt.show_sent(self.sent)

    def _bring_pictures(self, name: str) -> None:
        """Add the pictures of an entry that has none here, once it is known what the pictures here are."""
        entry = self._shelf.named(name)
        if entry is None or not self._with_pictures or self._is_here(entry):
            return
        if self._slots.ask_sent_hashes():
            self._to_bring.append(name)
        else:
            self._slots.add(entry.paths)

    def _bring_others(self) -> None:
        names, self._to_bring = self._to_bring, []
        said = {item.name for item in self._said().items} if names else ()
        for name in names:
            if name in said:
                self._bring_pictures(name)

    def _is_here(self, entry: ShelfEntry) -> bool:
        hashes = self._slots.sent_hashes
        return any(picture.sha256 in hashes for picture in entry.item.pictures)

    def _open_menu(self, place: QPoint) -> None:
        from vidu_desktop.ui.widgets.shelf_menu import shelf_menu

        paths = [path for path in self._slots.paths if path]
        menu = shelf_menu(
            self._look,
            self._prompt,
            self._shelf.entries,
            use=self.use,
            save=(lambda: self._shelf.save_requested.emit(paths)) if paths else None,
            show_all=self._shelf.all_requested.emit,
        )
        menu.popup(place)
