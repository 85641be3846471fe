"""Exports, joins, timelines and contact sheets of clips: asks what is needed, makes them in the background, and reports."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Signal

from vidu_desktop.controllers.asked_from import asked_from
from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.export_memory import ExportMemory
from vidu_desktop.controllers.export_presets import ExportPresets
from vidu_desktop.controllers.file_dialogs import ask_folder, ask_target
from vidu_desktop.controllers.library_ports import Exporter, Made, OnShare
from vidu_desktop.controllers.result_words import left_out_words, made_words, saved_words
from vidu_desktop.controllers.save_targets import refuse_kept
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import ExportFormat, ExportSettings
from vidu_desktop.domain.film import FilmWish
from vidu_desktop.domain.library_query import SortKey
from vidu_desktop.domain.name_pattern import NamePattern, name_of_many
from vidu_desktop.domain.naming import free_stem
from vidu_desktop.domain.review import REVIEW_WORDS
from vidu_desktop.domain.running_order import in_running_order
from vidu_desktop.domain.titles import clip_line
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.export_choice import ExportChoice
from vidu_desktop.ui.widgets.last_folders import FilePurpose
from vidu_desktop.ui.widgets.work_bar import WorkBar

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.export_dialog import ExportDialog

_TIMELINES = ("OpenTimelineIO (*.otio)", "Final Cut Pro 7 XML (*.xml)", "EDL (*.edl)")
_SHEETS = ("PDF (*.pdf)", "HTML (*.html)")
VERBS = frozenset(
    {ClipVerb.EXPORT, ClipVerb.JOIN, ClipVerb.TIMELINE, ClipVerb.CONTACT_SHEET, ClipVerb.REVIEW}
)


class ExportController(QObject):
    """One export at a time; another one waits for its turn."""

    film_wanted = Signal(list, object)  # list[Clip], FilmWish: to be looked at before it is written

    def __init__(
        self, context: WindowContext, pane: LibraryPane, exports: Exporter, library_dir: Callable[[], Path]
    ) -> None:
        super().__init__(pane)
        self._exports = exports
        self._library_dir = library_dir
        self._look = context.look
        self._pane = pane
        self._guarded = context.guarded
        self._notices = context.notices
        self._folders = context.folders
        self._presets = ExportPresets(context.memory)
        self._memory = ExportMemory(context.memory)
        self._running: asyncio.Task[None] | None = None
        self._turn = asyncio.Lock()
        self._under_way: set[asyncio.Task[None]] = set()
        self._quits = False
        """Whether the program may end without asking: the person said so, or the awaited export is done."""
        self._quits_then = False
        pane.work_bar.cancel_requested.connect(self.cancel)

    def begin(self, verb: ClipVerb, clips: Sequence[Clip]) -> None:
        """Ask what is still needed, then make it. Clips without their file are left out, and this is reported."""
        there = [clip for clip in clips if not clip.missing]
        if not there:
            self._notices.say(Sentence(_NO_FILES))
            return
        if len(there) < len(clips) and verb is not ClipVerb.EXPORT:
            self._notices.say_text(left_out_words(len(clips) - len(there)))
        match verb:
            case ClipVerb.EXPORT:
                self._ask_export(list(clips), self._memory.last)
            case ClipVerb.JOIN:
                self._ask_join(there)
            case ClipVerb.TIMELINE:
                ask = self.tr("Save the timeline")
                name = self.tr("{name} timeline").format(name=name_of_many(there))
                self._ask_place(ask, _TIMELINES, partial(self._start_timeline, self.ordered(there)), name)
            case ClipVerb.CONTACT_SHEET:
                ask = self.tr("Save the contact sheet")
                name = self.tr("{name} contact sheet").format(name=name_of_many(there))
                self._ask_place(ask, _SHEETS, partial(self._start_sheet, self.ordered(there)), name)

            case ClipVerb.REVIEW:
                self.begin_review(self.ordered(there))

    def ordered(self, clips: Sequence[Clip]) -> list[Clip]:
        """Return the clips as the person sorted the list; by shots and takes if nobody sorted it."""
        query = self._pane.bar.query
        if query.sort is SortKey.CREATED and not query.ascending:
            return in_running_order(clips)
        return list(clips)

    def begin_film(self, clips: Sequence[Clip], film: FilmWish) -> None:
        """Ask where a film is written as it plays; `clips` are its parts."""
        self._ask_join(list(clips), film)

    def begin_review(self, clips: Sequence[Clip]) -> None:
        """Ask where a review packet is written, in which the clips are shown in this order."""
        ask_folder(
            asked_from(self._pane.window()),
            self._folders,
            FilePurpose.FILMS,
            partial(self._start_review, clips),
            usual=self._memory.last.folder,
        )

    async def matched_frame(self, clip: Clip, number: int) -> bytes | None:
        """Return a frame as a PNG with its colours matched; None where matching would not improve them."""
        return await self._exports.matched_frame(clip, number)

    def begin_part(self, clip: Clip, first: int | None, last: int | None) -> None:
        """Ask how a clip is exported from `first` to `last`, frames from 0, both included; None is the clip's own end."""
        settings = self._memory.last.settings
        if (first, last) != (None, None) and settings.format.copies:
            settings = ExportSettings(format=ExportFormat.H264)  # a copy is always of the whole clip
        self._ask_export(
            [clip], replace(self._memory.last, settings=replace(settings, first=first, last=last))
        )

    def cancel(self) -> None:
        """Cancel the running export; no incomplete file is left."""
        if self._running is not None:
            self._running.cancel()

    def share_progress(self, bar: WorkBar) -> None:
        """Show in another line, too, how far what is being made is; its Cancel ends that."""
        bar.follow(self._pane.work_bar)

    def asks_before_quitting(self) -> bool:
        """If an export is unfinished, ask what to do with it. Return whether this was asked."""
        if self._quits or not self._under_way:
            return False
        from vidu_desktop.ui.dialogs.unfinished_dialog import UnfinishedDialog

        dialog = UnfinishedDialog(self._look, len(self._under_way), self._pane.window())
        dialog.wait_chosen.connect(self._quit_then)
        dialog.quit_chosen.connect(self._quit)
        dialog.open()
        return True

    def _quit_then(self) -> None:
        if self._under_way:
            self._quits_then = True
            self._notices.say(Sentence(_QUITS_THEN))
        else:
            self._quit()  # it was finished while the person thought about it

    def _quit(self) -> None:
        self._quits = True
        self._pane.window().close()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if self._quits_then and not self._under_way:
            self._quit()

    # -- asking ----------------------------------------------------------------------------------------------------

    def _ask_export(self, clips: list[Clip], begin_with: ExportChoice) -> None:
        from vidu_desktop.ui.dialogs.export_dialog import ExportDialog

        presets = self._presets
        dialog = ExportDialog(
            self._look, clips, begin_with, asked_from(self._pane.window()), presets=presets.all
        )
        dialog.preset_saved.connect(presets.save)
        dialog.preset_removed.connect(presets.remove)
        dialog.chosen.connect(partial(self._export, clips))
        dialog.folder_changed.connect(partial(self._look_into, dialog))
        dialog.open()
        self._look_into(dialog, begin_with.folder)

    def _look_into(self, dialog: "ExportDialog", folder: str) -> None:
        async def look() -> None:
            ask = asyncio.get_running_loop().run_in_executor
            there = await ask(None, Path(folder).is_dir)
            names = await self._exports.names_in(Path(folder)) if there else ()
            may_be_made = not there and await ask(None, Path(folder).parent.is_dir)
            if not shiboken6.isValid(dialog):
                return
            if there:
                dialog.show_taken(folder, names)
            else:
                dialog.show_folder_gone(folder, may_be_made=may_be_made)

        if folder:
            self._guarded.start("look into a folder", look)

    def _ask_join(self, clips: list[Clip], film: FilmWish | None = None) -> None:
        from vidu_desktop.ui.dialogs.join_dialog import JoinDialog

        dialog = JoinDialog(
            self._look, clips, asked_from(self._pane.window()), film=film, folders=self._folders
        )

        def ask_place(ordered: list[Clip], wish: FilmWish) -> None:
            kinds = ["MP4 (*.mp4)", self.tr("Numbered pictures (*.png)"), *_TIMELINES, *_SHEETS]
            write = partial(self._write_film, ordered, wish)
            self._ask_place(self.tr("Save the film"), kinds, write, name_of_many(ordered))

        dialog.chosen.connect(ask_place)
        dialog.play_requested.connect(self.film_wanted)
        dialog.open()

    def _ask_place(self, title: str, kinds: Sequence[str], then: Callable[[Path], None], name: str) -> None:
        ask_target(
            asked_from(self._pane.window()),
            title,
            kinds,
            then,
            self._folders,
            FilePurpose.FILMS,
            usual=self._memory.last.folder,
            name=name,
        )

    # -- making ----------------------------------------------------------------------------------------------------

    def _export(self, clips: list[Clip], choice: ExportChoice) -> None:
        self._memory.remember(choice)
        pattern = NamePattern.read(choice.pattern)
        names = [clip_line(clip) for clip in clips]
        self._start(
            partial(self._exports.export, clips, choice.settings, pattern, Path(choice.folder)), names
        )

    def _write_film(self, clips: list[Clip], film: FilmWish, target: Path) -> None:
        """Write a film in the form of the chosen ending: the film, its pictures, a contact sheet, or a timeline."""
        match target.suffix.casefold():
            case ".mp4":
                self._join(clips, film, target)
            case ".png":
                self._join(clips, replace(film, as_pictures=True), target.with_suffix(""))
            case ".pdf" | ".html":
                self._start_sheet(clips, target)
            case _:
                self._start_timeline(clips, target, film)

    def _join(self, clips: list[Clip], film: FilmWish, target: Path) -> None:
        async def join(tell: OnShare) -> Made:
            # The dialog has asked whether an existing file may be replaced.
            await asyncio.get_running_loop().run_in_executor(None, refuse_kept, target, self._library_dir())
            return await self._exports.join(clips, film, target, tell)

        self._start(join, [target.name])

    def _start(self, make: Callable[[OnShare], Awaitable[Made]], names: Sequence[str]) -> None:
        task = self._guarded.start("export", self._in_turn, make, names)
        if task is not None:
            self._under_way.add(task)
            task.add_done_callback(self._ended)

    async def _in_turn(self, make: Callable[[OnShare], Awaitable[Made]], names: Sequence[str]) -> None:
        async with self._turn:
            self._running = asyncio.current_task()
            well = False
            try:
                well = await self._make(make, names)
            except asyncio.CancelledError:
                self._notices.say(Sentence(_CANCELLED))
                raise
            finally:
                self._quits_then = self._quits_then and well  # otherwise there is an error to read first
                self._running = None
                self._pane.work_bar.end()

    async def _make(self, make: Callable[[OnShare], Awaitable[Made]], names: Sequence[str]) -> bool:
        """Return whether everything could be made."""
        bar, count = self._pane.work_bar, len(names)

        def tell(number: int, share: float) -> None:
            words = self.tr("Exporting {number} of {count}: {name}")
            shown = words.format(number=number + 1, count=count, name=names[number])
            bar.show_progress(shown, (number + share) / count)

        bar.begin("")
        tell(0, 0.0)
        made, failed = await make(tell)
        path = str(made[0].path) if made else ""
        self._notices.say_done(made_words(made, failed), path, failed=bool(failed))
        return not failed

    def _start_timeline(self, clips: list[Clip], target: Path, film: FilmWish | None = None) -> None:
        self._guarded.start("write a timeline", self._timeline, clips, target, film)

    async def _timeline(self, clips: list[Clip], target: Path, film: FilmWish | None) -> None:
        await self._exports.write_timeline(clips, target, film)
        self._notices.say_done(saved_words(target.name), str(target))

    def _start_sheet(self, clips: list[Clip], target: Path) -> None:
        self._guarded.start("write a contact sheet", self._sheet, clips, target)

    async def _sheet(self, clips: list[Clip], target: Path) -> None:
        from vidu_desktop.ui.sheet_pdf import pdf_of

        if target.suffix.casefold() == ".html":
            await self._exports.write_contact_sheet(clips, target)
        else:
            entries = await self._exports.sheet_entries(clips)
            loop = asyncio.get_running_loop()
            content = await loop.run_in_executor(None, pdf_of, entries, target.stem)
            await self._exports.save_file(target, content)
        self._notices.say_done(saved_words(target.name), str(target))

    def _start_review(self, clips: Sequence[Clip], parent: str) -> None:
        wished = self.tr("{name} review").format(name=name_of_many(clips))

        async def make(tell: OnShare) -> Made:
            taken = await self._exports.names_in(Path(parent))
            name = free_stem(wished, ("",), set(taken))
            # The page fills the places in these texts.
            words = {key: QCoreApplication.translate("review", text) for key, text in REVIEW_WORDS.items()}
            return await self._exports.write_review(clips, Path(parent) / name, words, tell)

        self._start(make, [clip_line(clip) for clip in clips])


_CANCELLED = QT_TRANSLATE_NOOP(
    "library", "The export was cancelled. Nothing half-written is left; what was finished before stays."
)
_QUITS_THEN = QT_TRANSLATE_NOOP("library", "The program quits as soon as the export is made.")
_NO_FILES = QT_TRANSLATE_NOOP(
    "library", "The files of these videos are missing, so there is nothing to export."
)
