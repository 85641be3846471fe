"""What the three tabs share: pictures, prompt, settings, and the rules, run anew at each change."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.catalogue import Offer, specs_for_mode
from vidu_desktop.domain.drafts import is_untouched
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import OptionKey, Options
from vidu_desktop.domain.request import GenerationRequest, Problem, Remedy
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.protocols import PictureService
from vidu_desktop.ui.tabs.check_pace import CheckPace
from vidu_desktop.ui.tabs.picture_intake import PictureIntake
from vidu_desktop.ui.tabs.picture_remedies import PictureRemedies
from vidu_desktop.ui.tabs.readiness import Readiness, readiness_of
from vidu_desktop.ui.tabs.tab_framing import TabFraming
from vidu_desktop.ui.tabs.tab_problems import TabProblems, concerns_pictures
from vidu_desktop.ui.tabs.tab_shelf import TabShelf
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.drop_reading import DropReading, read_drop
from vidu_desktop.ui.widgets.framing_choice import FramingChoice
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.option_row import OptionRow
from vidu_desktop.ui.widgets.picture_places import PicturePlaces
from vidu_desktop.ui.widgets.prompt_edit import PromptEdit
from vidu_desktop.ui.widgets.scrolled_column import ScrolledColumn
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.well_face import MOST_HEIGHT_PX

_LOWEST_WINDOW_PX = 700  # below, the prompt comes into sight by leaving words out
_LOW_WINDOW_PX = 800  # below, pictures and prompt make room for the settings
_PICTURE_SHARE = 0.2  # of a low window's height
_FEW = 12  # pictures, whose rules run within a millisecond


class ModeTab(Translated, ScrolledColumn):
    """Base of a tab. A mode adds its picture area, its words, and how pictures become requests."""

    mode: Mode
    frames = True
    """Whether its pictures are frames of the video, which must have its shape."""
    changed = Signal()
    pictures_changed = Signal(object, object)  # list[str], what lay in the places before, and now
    history_requested = Signal()
    presets_requested = Signal(QPoint)  # where a menu may open, on the screen
    videos_dropped = Signal(object)  # list[str], paths: their recipes are wanted, not their pictures
    last_frames_wanted = Signal(object, object)  # list[str], videos; and what takes the pictures' paths

    def __init__(
        self,
        look: Look,
        pictures: PictureService,
        chooser: PictureChooser,
        slots: PicturePlaces,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._remedies = PictureRemedies(pictures, slots)
        self.intake = PictureIntake(look, pictures, chooser, self, self._take_paths)
        self._slots = slots
        self._build()
        self._readiness = readiness_of(self.spec, self._slots, (), self._request, self._framing.of)
        self._connect()
        self._check()

    def _build(self) -> None:
        self._slots.setParent(self)
        self._options = OptionRow(self._look, specs_for_mode(self.mode))
        self._picture_title = plain_label(role="strong")
        self._picture_hint = plain_label(role="caption", tone="faint", wrap=True)
        self._framing_choice = FramingChoice(self._look)
        self._framing = TabFraming(self._slots, self._framing_choice, self._framed_size)
        self._problems = TabProblems(self._look, self, self._framing.remark)
        self._prompt = PromptEdit(self._look, self.spec.prompt_max_chars)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._picture_title)
        head.addWidget(self._picture_hint)
        self.column.addLayout(head)
        self.add_groups(
            (self._build_pictures(), self._framing_choice, self._problems.at_pictures),
            (self._prompt, self._problems.at_prompt),
            (self._options, self._problems.at_options),
        )
        self.shelf = TabShelf(self._look, self._prompt, self._slots, self.mode)
        # Typing, and answers about many pictures, are checked when they pause; drops, choices and presses at once.
        self._later = CheckPace(self._check, self)
        self._retranslate()

    def _connect(self) -> None:
        self._slots.changed.connect(self._problems.forget)
        self._slots.changed.connect(self._check)
        self._slots.rearranged.connect(self.pictures_changed)
        self._slots.slot_changed.connect(self._check_answer)
        self._prompt.text_changed.connect(self._later.start)
        self._prompt.picture_pasted.connect(lambda mime: self.take(read_drop(mime)))
        self._prompt.history_requested.connect(self.history_requested)
        self._prompt.presets_requested.connect(self.presets_requested)
        for part in (self._options, self._framing_choice, self.shelf, self.intake.coming):
            part.changed.connect(self._check)
        self.intake.paste.activated.connect(lambda: self.intake.take_clipboard(self._focused_place()))
        self.intake.said.connect(self._problems.set_note)
        self.intake.said.connect(self._check)
        self.intake.name_dropped.connect(self.shelf.use)
        self.intake.chosen.connect(self._go_on)
        self.intake.videos_dropped.connect(self.videos_dropped)
        self.intake.last_frames_wanted.connect(self.last_frames_wanted)
        self._problems.remedy_requested.connect(self._remedy)
        self._problems.focus_freed.connect(self._prompt.setFocus)
        self._problems.remedy_requested.connect(self.shelf.remedy)

    def _framed_size(self) -> object:
        return self.options.get(OptionKey.SIZE) if self.frames else None

    # What a mode adds

    def _build_pictures(self) -> QWidget:
        raise NotImplementedError

    def _mark_wrong(self, indexes: set[int]) -> None:
        raise NotImplementedError

    def _take_paths(self, paths: list[str], at: int | None) -> None:
        """Put pictures in, `at` a well or, when that is None, wherever there is room."""
        raise NotImplementedError

    def _focus_picture(self, index: int | None) -> None:
        raise NotImplementedError

    def show_target(self, shown: bool) -> None:
        """Show, or no longer, where a drag beside the wells would land."""
        raise NotImplementedError

    def _fit_pictures(self, most_px: int, *, low: bool) -> None:
        """Let no well grow higher than `most_px`; `low` is a window in which little has room."""
        raise NotImplementedError

    def _focused_place(self) -> int | None:
        """Return the well that has the keyboard, for what is pasted; None when none has it."""
        return None

    @override
    def _retranslate(self) -> None:
        raise NotImplementedError

    def _orders(self) -> list[list[int]]:
        """Group the filled slots: a list of slot indexes for each video."""
        filled = [index for index, _slot in self._slots.filled]
        return [filled] if filled else []

    def _shots(self) -> tuple[str, ...]:
        """Return the shot of each video where each has its own; otherwise all have the one that is written."""
        return ()

    @property
    def arrangement(self) -> str:
        """What several pictures are to become where there is a choice, as a draft keeps it; else empty."""
        return ""

    def arrange(self, arrangement: str) -> None:
        """Choose what several pictures become; nothing for a word that isn't known."""

    def show_price(self, price: Money) -> None:
        """Show what one video costs, where that decides between ways to go on."""

    # What the pane asks and tells

    @property
    def spec(self) -> Offer:
        """The model that is chosen, in this tab's mode."""
        return self._options.offer

    @property
    def options(self) -> Options:
        """What is chosen of the model's options."""
        return self._options.options

    @property
    def readiness(self) -> Readiness:
        """How things stand after the last change, one that was just typed included."""
        if self._later.overtake():
            self._check()
        return self._readiness

    @property
    def draft(self) -> GenerationRequest:
        """All that is in the tab, in the order of its wells; an empty path stands for an empty well."""
        framings = self._framing.of_all(range(len(self._slots)))
        return replace(self._request(self._slots.paths), prompt=self._prompt.text, framings=framings)

    def fill(self, request: GenerationRequest) -> None:
        """Put everything as it was in a request, pictures included."""
        self._prompt.set_text(request.prompt)
        self._options.set_options(request)
        self._slots.set_paths(request.picture_paths, request.picture_names)
        self._framing.restore(request)
        self._check()

    def set_pictures(self, paths: Sequence[str]) -> None:
        """Let these lie in the places, and nothing else; an empty path leaves its place empty."""
        self._slots.set_paths(paths)

    def use_prompt(self, prompt: str) -> None:
        """Put another prompt in; undo in its field brings back the one that stood there."""
        self._prompt.replace_text(prompt)
        self.write_on()
        self._check()

    def use_preset(self, request: GenerationRequest) -> None:
        """Take prompt, model and settings; pictures and shot stay."""
        place = self._options.place
        self._prompt.replace_text(request.prompt)
        self._options.set_options(replace(request, project=place.project, shot=place.shot))
        self._check()

    @property
    def untouched(self) -> bool:
        """Whether there is nothing of the person's in it."""
        return is_untouched(self.draft)

    def name_keys(self, history_key: str, presets_key: str) -> None:
        """Say with which keys earlier prompts and presets are opened; an empty one is none."""
        self._prompt.name_keys(history_key, presets_key)

    def open_presets(self) -> None:
        """Ask for the menu of presets."""
        self._prompt.open_presets()

    def take(self, reading: DropReading, at: int | None = None) -> None:
        """Take what was dropped, pasted or chosen; `at` names the well that it was meant for."""
        self.intake.take(reading, at)

    def choose(self, index: int | None = None) -> None:
        """Open the file dialog for a well, or for wherever there is room."""
        self.intake.choose(index)

    def _go_on(self) -> None:
        """Let whoever has chosen the pictures write next: a space on a well would open the dialog again."""
        if not self.readiness.missing and not self._prompt.text:
            self.write_on()

    def write_on(self) -> None:
        """Let the prompt have the keyboard, to be written on."""
        self._prompt.write_on()

    def focus_first(self) -> None:
        """Focus the first picture's place."""
        self._focus_picture(None)

    def show_trouble(self) -> None:
        """Lead the person to what is missing or wrong."""
        readiness = self.readiness
        self._problems.show_missing()
        self._check()
        first = next(iter(readiness.problems), None)
        if first is None or concerns_pictures(first):
            self._focus_picture(first.picture_index if first else None)
            self.ensureWidgetVisible(self._picture_title)
        elif first.place == "prompt":
            self._prompt.setFocus()
            self.ensureWidgetVisible(self._prompt)
        else:
            self._options.focus_place(first.place)
            self.ensureWidgetVisible(self._options)

    # Inside

    def _check_answer(self, _index: int) -> None:
        """Check at once, but once for many answers that come together: 300 times 300 rules would be felt."""
        if len(self._slots) <= _FEW:
            self._check()
        else:
            self._later.start_once()

    def _check(self) -> None:
        with self._later.measured():
            found = readiness_of(self.spec, self._slots, self._orders(), self._request, self._framing.of)
            readiness = self.shelf.judged(found)
            self._readiness = replace(readiness, shots=self._shots(), framings_of=self._framing.of_all)
            few = len(self._slots) <= self.spec.pictures_max
            self._framing_choice.show_for(self._framing.count(), one=few)
            self._show_problems()
            self.changed.emit()

    def _request(self, paths: Sequence[str]) -> GenerationRequest:
        return GenerationRequest(
            model=self.spec.model,
            mode=self.spec.mode,
            prompt=self.shelf.sent,
            picture_paths=tuple(paths),
            picture_names=self._slots.given_names(paths),
            options=self._options.options,
            project=self._options.place.project,
            shot=self._options.place.shot,
        )

    def _show_problems(self) -> None:
        readiness = self.shelf.told(self._readiness)
        self._mark_wrong({one.picture_index for one in readiness.problems if one.picture_index is not None})
        self._problems.show(readiness, self.spec, len(self._slots), self.missing_words())

    def missing_words(self) -> str:
        """Say what has yet to be added."""
        return self.tr("Add a picture to begin.")

    def _remedy(self, problem: Problem) -> None:
        match problem.remedy:
            case Remedy.CHOOSE_ANOTHER:
                self.choose(problem.picture_index)
            case Remedy.SHORTEN_PROMPT:
                self._prompt.shorten()
                self._check()
            case _:
                self._remedies.apply(problem, self._readiness, self.spec)

    # Qt's calls

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Not by our own height: that changes with the line above the buttons, and the pictures would jump with it.
        low = (height_px := self.window().height()) < _LOW_WINDOW_PX
        self._prompt.set_low(low)
        self._options.set_low(low)
        self._picture_hint.setVisible(height_px >= _LOWEST_WINDOW_PX)
        self._framing_choice.set_low(height_px < _LOWEST_WINDOW_PX)
        self._fit_pictures(round(height_px * _PICTURE_SHARE) if low else MOST_HEIGHT_PX, low=low)

    @override
    def _language_changed(self) -> None:
        super()._language_changed()
        self._show_problems()
