"""Connects presets with the tabs: they are used, saved from a tab or a video, edited, and exchanged as files."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_dialogs import ask_target
from vidu_desktop.controllers.library_ports import CoverLookup, PresetStore
from vidu_desktop.controllers.result_words import saved_words
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.presets import (
    PRESET_NAME_MOST_CHARS,
    Preset,
    preset_name_of,
    preset_of,
    with_free_names,
)
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.models.small_jpegs import small_jpeg_of
from vidu_desktop.ui.protocols import Submission
from vidu_desktop.ui.widgets.file_dialog import FileDialog
from vidu_desktop.ui.widgets.last_folders import FilePurpose

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.preset_dialogs import PresetsDialog

_NAME_WORDS = 6


class PresetController(QObject):
    """Shows what is on the disk: after each change, menu and dialog get the list that the store returned."""

    def __init__(
        self, context: WindowContext, compose: ComposePane, store: PresetStore, library: CoverLookup
    ) -> None:
        super().__init__(compose)
        self._context = context
        self._compose = compose
        self._store = store
        self._library = library
        self._presets: list[Preset] = []
        self._dialog: PresetsDialog | None = None
        self._start = context.guarded.start
        compose.presets_requested.connect(self.show_all)
        compose.preset_save_requested.connect(self._save_from_tab)

    async def begin(self) -> None:
        """Read the presets, and fill empty tabs with their start presets. Never raises."""
        with suppress(DiskTrouble):  # a missing drive is reported when the library is listed
            self._show(await self._store.all())
            for preset in self._presets:
                if preset.at_start:
                    self._compose.begin_with(preset.request)

    def named(self, submission: Submission) -> Submission:
        """Return the submission with the name of the preset from which each request was made, if any: for the books."""
        return replace(
            submission,
            requests=tuple(
                replace(request, preset=preset_name_of(request, self._presets))
                for request in submission.requests
            ),
        )

    def save_clip(self, clip: Clip) -> None:
        """Ask for a name, and save the settings with which a video was made."""
        self._start("save a video's settings", self._save_from_clip, clip)

    def show_all(self) -> "PresetsDialog":
        """Open the list of all presets."""
        from vidu_desktop.ui.dialogs.preset_dialogs import PresetsDialog

        dialog = self._dialog = PresetsDialog(self._context.look, self._context.window)
        dialog.show_presets(self._presets)
        dialog.use_requested.connect(self._use)
        dialog.start_requested.connect(
            lambda preset, on: self._start(
                "choose how a tab begins", self._save_with_start, preset, on, writes=True
            )
        )
        dialog.remove_requested.connect(
            lambda names: self._start("delete presets", self._remove, names, writes=True)
        )
        dialog.import_requested.connect(self._ask_for_file)
        dialog.export_requested.connect(self._ask_where)
        dialog.open()
        self._start("read the presets", self._read)  # another computer may have changed them
        return dialog

    async def _read(self) -> None:
        self._show(await self._store.all())

    def _show(self, presets: list[Preset], selected: Sequence[str] = ()) -> None:
        self._presets = presets
        self._compose.set_presets(presets)
        if self._dialog is not None and shiboken6.isValid(self._dialog):
            self._dialog.show_presets(presets, selected)

    def _use(self, preset: Preset) -> None:
        if not self._compose.use_preset(preset.request):
            self._context.notices.say(Sentence(_MODEL_UNKNOWN, {"model": preset.request.model}))

    # -- saving ----------------------------------------------------------------------------------------------------

    def _save_from_tab(self, request: GenerationRequest) -> None:
        self._ask_name(request, None)

    async def _save_from_clip(self, clip: Clip) -> None:
        found = await self._library.request_of(clip.clip_id)
        if found is None:
            self._context.notices.say(Sentence(_NO_RECIPE))
        else:
            self._ask_name(found[0], clip)

    def _ask_name(self, request: GenerationRequest, clip: Clip | None) -> None:
        from vidu_desktop.ui.dialogs.preset_dialogs import SavePresetDialog

        name = " ".join(request.prompt.split()[:_NAME_WORDS])[:PRESET_NAME_MOST_CHARS]
        taken = [preset.name for preset in self._presets]
        dialog = SavePresetDialog(self._context.look, name, taken, request.mode, self._context.window)
        dialog.chosen.connect(
            lambda name, at_start: self._start(
                "save a preset", self._save, name, at_start, request, clip, writes=True
            )
        )
        dialog.open()

    async def _save(self, name: str, at_start: bool, request: GenerationRequest, clip: Clip | None) -> None:
        shown = clip or await self._library.best_like(request.mode, request.prompt)
        thumbnail = b""
        if shown is not None:
            loop = asyncio.get_running_loop()
            thumbnail = await loop.run_in_executor(None, small_jpeg_of, shown.cover_path)
        preset = preset_of(name, request, thumbnail)
        await self._save_with_start(preset, at_start)

    async def _save_with_start(self, preset: Preset, at_start: bool) -> None:
        """Save a preset; only one preset of each mode can be the one with which its tab begins."""
        changed = [replace(preset, at_start=at_start)]
        if at_start:
            others = (
                one for one in self._presets if one.at_start and one.request.mode == preset.request.mode
            )
            changed += [
                replace(one, at_start=False)
                for one in others
                if one.name.casefold() != preset.name.casefold()
            ]
        self._show(await self._store.save(*changed), [preset.name])

    async def _remove(self, names: Sequence[str]) -> None:
        self._show(await self._store.remove(*names))

    # -- files -----------------------------------------------------------------------------------------------------

    def _ask_where(self, presets: Sequence[Preset]) -> None:
        name = presets[0].name if len(presets) == 1 else self.tr("Presets")
        kinds = [self.tr("Presets ({patterns})").format(patterns="*.json")]
        ask_target(
            self._context.window,
            self.tr("Export presets"),
            kinds,
            lambda target: self._start("export presets", self._export, presets, target),
            self._context.folders,
            FilePurpose.PRESETS,
            name="".join(letter for letter in name if letter.isalnum() or letter in " -_") + ".json",
        )

    async def _export(self, presets: Sequence[Preset], target: Path) -> None:
        await self._store.write_file(presets, target)
        self._context.notices.say_done(saved_words(target.name), str(target))

    def _ask_for_file(self) -> None:
        dialog = FileDialog(self._context.window, self.tr("Import presets"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Presets ({patterns})").format(patterns="*.json"),
                self.tr("All files ({patterns})").format(patterns="*"),
            ]
        )
        self._context.folders.begin(dialog, FilePurpose.PRESETS)
        dialog.fileSelected.connect(
            lambda path: self._start("import presets", self._import, Path(path), writes=True)
        )
        dialog.open()

    async def _import(self, path: Path) -> None:
        presets = await self._store.read_file(path)
        named = with_free_names(presets, [preset.name for preset in await self._store.all()])
        self._show(await self._store.save(*named), [preset.name for preset in named])


_MODEL_UNKNOWN = QT_TRANSLATE_NOOP(
    "library", "This preset is for {model}, which this version doesn't know. Nothing was filled in."
)
_NO_RECIPE = QT_TRANSLATE_NOOP(
    "library", "This video has no recipe, so its settings aren't known. It may come from another program."
)
