"""Connects the shelf with the window: it is shown in the tabs, filled from their pictures or a video's frame, and edited."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_dialogs import ask_target
from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.controllers.picture_service import AppPictureService
from vidu_desktop.controllers.result_words import saved_words
from vidu_desktop.controllers.shelf_words import came_words, taken_off_words
from vidu_desktop.controllers.task_errors import Verb, answer_with_result
from vidu_desktop.controllers.undo_words import shelf_changed
from vidu_desktop.controllers.window_undo import WindowUndo
from vidu_desktop.domain.shelf import ShelfItem
from vidu_desktop.errors import BadInput, DiskTrouble, ViduDesktopError
from vidu_desktop.library.shelving import Shelf
from vidu_desktop.library.undo import UndoStep
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.models.shelf_model import ShelfEntry
from vidu_desktop.ui.widgets.file_dialog import FileDialog
from vidu_desktop.ui.widgets.last_folders import FilePurpose

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.shelf_dialog import ShelfDialog
    from vidu_desktop.ui.dialogs.shelf_item_dialog import ShelfItemDialog

_SIDE_PX = 128


class ShelfController(QObject):
    """Shows what is on the disk: after each change, tabs and dialog get the list that the shelf returned."""

    def __init__(
        self,
        context: WindowContext,
        compose: ComposePane,
        shelf: Shelf,
        pictures: AppPictureService,
        frames: AppFrameService,
        undo: WindowUndo,
    ) -> None:
        super().__init__(compose)
        self._context = context
        self._compose = compose
        self._shelf = shelf
        self._pictures = pictures
        self._frames = frames
        self._undo = undo.stack
        self._undo_actions = undo.actions
        self._images: dict[str, QImage] = {}
        self._dialog: ShelfDialog | None = None
        self._start = context.guarded.start
        compose.shelf.all_requested.connect(self.show_all)
        compose.shelf.save_requested.connect(self.ask_for)

    async def begin(self) -> None:
        """Read the shelf for the tabs. Never raises."""
        items: list[ShelfItem] = []
        with suppress(DiskTrouble, BadInput):  # reported when somebody opens the shelf
            items = await self._shelf.all()
        with suppress(DiskTrouble):
            await self._show(items)

    def show_all(self) -> "ShelfDialog":
        """Open the whole shelf, or bring it to the front."""
        from vidu_desktop.ui.dialogs.shelf_dialog import ShelfDialog

        dialog = self._shown()
        if dialog is None:
            dialog = self._dialog = ShelfDialog(self._context.look, self._context.window)
            dialog.addActions(list(self._undo_actions))
            dialog.show_entries(self._compose.shelf.entries)
            dialog.use_requested.connect(self._compose.shelf.use_requested)
            dialog.add_requested.connect(lambda: self.ask_for([]))
            dialog.change_requested.connect(self._ask_to_change)
            dialog.remove_requested.connect(partial(self._change, "take off the shelf", self._remove))
            dialog.arrange_requested.connect(partial(self._change, "arrange the shelf", self._arrange))
            dialog.import_requested.connect(self._ask_for_file)
            dialog.export_requested.connect(self._ask_where)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        self._start("read the shelf", self._read)  # another computer may have changed it
        return dialog

    def look_again(self) -> None:
        """Show what another computer, or a command, has changed meanwhile."""
        self._start("read the shelf", self._look_again)

    async def _look_again(self) -> None:
        with suppress(DiskTrouble, BadInput):  # reported when somebody opens the shelf
            items = await self._shelf.all()
            if list(items) != list(self._compose.shelf.items):
                await self._show(items)

    def _shown(self) -> "ShelfDialog | None":
        return self._dialog if self._dialog is not None and shiboken6.isValid(self._dialog) else None

    async def _read(self) -> None:
        await self._show(await self._shelf.all())

    async def _show(self, items: Sequence[ShelfItem], selected: Sequence[str] | None = None) -> None:
        kept = await self._shelf.kept_counts(items)
        entries = [
            ShelfEntry(item=item, paths=self._shelf.paths_of(item), kept=count, image=await self._image(item))
            for item, count in zip(items, kept, strict=True)
        ]
        self._compose.shelf.set_entries(entries)
        if (dialog := self._shown()) is not None:
            dialog.show_entries(entries, selected)

    async def _image(self, item: ShelfItem) -> QImage:
        sha256 = item.pictures[0].sha256
        if sha256 not in self._images:
            with suppress(ViduDesktopError):  # without its picture, it is on the shelf all the same
                self._images[sha256] = await self._pictures.small(self._shelf.paths_of(item)[0], _SIDE_PX)
        return self._images.get(sha256, QImage())

    # -- entries ---------------------------------------------------------------------------------------------------

    def ask_for(self, paths: Sequence[str]) -> "ShelfItemDialog":
        """Ask whom these pictures show."""
        from vidu_desktop.ui.dialogs.shelf_item_dialog import ShelfItemDialog

        dialog = ShelfItemDialog(
            self._context.look,
            self._pictures,
            paths,
            self._context.window,
            memory=self._context.memory,
        )
        return self._ask(dialog, "")

    def ask_for_frame(self, video_path: str) -> None:
        """Ask whom the true last frame of a video shows."""
        self._start("put a frame on the shelf", self._ask_for_frame, video_path)

    async def _ask_for_frame(self, video_path: str) -> None:
        self.ask_for([await self._frames.saved_frame(video_path, None)])

    def _ask_to_change(self, entry: ShelfEntry) -> "ShelfItemDialog":
        from vidu_desktop.ui.dialogs.shelf_item_dialog import ShelfItemDialog

        dialog = ShelfItemDialog(
            self._context.look,
            self._pictures,
            entry.paths,
            self._context.window,
            name=entry.item.name,
            words=entry.item.words,
            picture_names=entry.picture_names,
            memory=self._context.memory,
        )
        return self._ask(dialog, entry.item.name)

    def _ask(self, dialog: "ShelfItemDialog", instead_of: str) -> "ShelfItemDialog":
        def answer(outcome: ViduDesktopError | None) -> None:
            if not shiboken6.isValid(dialog):
                if outcome is not None:
                    self._context.notices.say_error(outcome)
            elif outcome is None:
                dialog.accept()
            else:
                dialog.say_wrong(outcome)

        def save(name: str, words: str, paths: Sequence[str]) -> None:
            self._undo.expect(
                self._context.tasks.start(
                    "put on the shelf",
                    answer_with_result(lambda: self._put(name, words, paths, instead_of), answer),
                    writes=True,
                )
            )

        dialog.save_requested.connect(save)
        dialog.last_frames_wanted.connect(partial(self._start, "take last frames", self._last_frames))
        dialog.show()
        return dialog

    async def _last_frames(self, paths: Sequence[str], take: Callable[[list[str]], None]) -> None:
        take([await self._frames.saved_frame(path, None) for path in paths])

    async def _put(self, name: str, words: str, paths: Sequence[str], instead_of: str) -> None:
        before = self._compose.shelf.items
        item = await self._shelf.add(name, words, paths, instead_of)
        gone = [one for one in before if one.key == instead_of.casefold()]
        self._remember(gone, [item.name], before)
        await self._show(await self._shelf.all(), [item.name])

    async def _remove(self, names: Sequence[str]) -> None:
        before = self._compose.shelf.items
        keys = {name.casefold() for name in names}
        left = await self._shelf.remove(names)
        self._remember([item for item in before if item.key in keys], [], before)
        await self._show(left)
        self._context.notices.say(taken_off_words(names))

    async def _arrange(self, names: Sequence[str]) -> None:
        before = self._compose.shelf.items
        arranged = await self._shelf.arrange(names)
        self._remember([], [], before)
        await self._show(arranged)

    # -- files -----------------------------------------------------------------------------------------------------

    def _ask_where(self, entries: Sequence[ShelfEntry]) -> None:
        name = entries[0].item.name if len(entries) == 1 else self.tr("Shelf")
        items = [entry.item for entry in entries]
        ask_target(
            self._shown() or self._context.window,
            self.tr("Export from the shelf"),
            [self.tr("Shelf ({patterns})").format(patterns="*.zip")],
            lambda target: self._start("export from the shelf", self.export_to, items, target),
            self._context.folders,
            FilePurpose.SHELF,
            name="".join(letter for letter in name if letter.isalnum() or letter in " -_") + ".zip",
        )

    async def export_to(self, items: Sequence[ShelfItem], target: Path) -> None:
        """Write entries into a file that can be passed on. Raises DiskTrouble."""
        await self._shelf.export(items, target)
        self._context.notices.say_done(saved_words(target.name), str(target))

    def _ask_for_file(self) -> None:
        dialog = FileDialog(self._shown() or self._context.window, self.tr("Import to the shelf"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Shelf ({patterns})").format(patterns="*.zip"),
                self.tr("All files ({patterns})").format(patterns="*"),
            ]
        )
        self._context.folders.begin(dialog, FilePurpose.SHELF)
        dialog.fileSelected.connect(
            lambda path: self._change("import to the shelf", self.import_from, Path(path))
        )
        dialog.open()

    async def import_from(self, path: Path) -> None:
        """Put the entries of such a file on the shelf. Raises BadInput, DiskTrouble."""
        before = self._compose.shelf.items
        taken = await self._shelf.take_in(path)
        came = [item.name for item in taken.items]
        self._remember([], came, before)
        await self._show(await self._shelf.all(), came)
        self._context.notices.say(came_words(len(came), taken.left_out, path.name))

    def _change(self, name: str, verb: Verb, *values: object) -> None:
        self._undo.expect(self._start(name, verb, *values, writes=True))

    # -- undo ------------------------------------------------------------------------------------------------------

    def _remember(self, items: Sequence[ShelfItem], came: Sequence[str], before: Sequence[ShelfItem]) -> None:
        self._undo.add(self._step(items, came, [item.name for item in before]))

    def _step(self, items: Sequence[ShelfItem], came: Sequence[str], order: Sequence[str]) -> UndoStep:
        """Return the step that replaces the entries named `came` by `items`, in the order `order`."""

        async def turn_back() -> UndoStep:
            before = await self._shelf.all()
            gone = {name.casefold() for name in came}
            again = self._step(
                [item for item in before if item.key in gone],
                [item.name for item in items],
                [item.name for item in before],
            )
            await self._show(await self._shelf.restore(items, came, order))
            return again

        return UndoStep(shelf_changed(), turn_back)
