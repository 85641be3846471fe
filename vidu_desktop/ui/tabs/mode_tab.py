"""What the three tabs share: pictures, prompt, settings, and the rules, which are checked after each change."""

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

_LOWEST_WINDOW_PX = 700  # in a lower one, words are left out so that the prompt is in view
_LOW_WINDOW_PX = 800  # in a lower one, pictures and prompt leave room for the settings
_PICTURE_SHARE = 0.2  # of a low window's height, for the pictures
_BESIDE_PICTURES_PX = (
    680  # of any window's height, for everything else, as far as the pictures have their share
)
_FEW = 12  # pictures: their rules are checked within a millisecond


class ModeTab(Translated, ScrolledColumn):
    """Base of the tabs. A mode adds its picture area, its words, and how its pictures become requests."""

    mode: Mode
    frames = True
    """Whether the pictures are frames of the video, and must have its shape."""
    changed = Signal()
    pictures_changed = Signal(object, object)  # list[str], the paths in the places before, and now
    history_requested = Signal()
    presets_requested = Signal(QPoint)  # place on the screen for a menu
    videos_dropped = Signal(object)  # list[str], paths of videos whose recipes are wanted, not their pictures
    last_frames_wanted = Signal(object, object)  # list[str], videos; callable that takes the pictures' paths

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
        self._readiness = readiness_of(self.offer, self._slots, (), self._request, self._framing.of)
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
        self._prompt = PromptEdit(self._look, self.offer.prompt_max_chars)
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
        # Typing, and answers about many pictures, are checked when they pause; all other changes at once.
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
        """Put pictures into the tab: at the well `at`, or wherever there is room when it is None."""
        raise NotImplementedError

    def _focus_picture(self, index: int | None) -> None:
        raise NotImplementedError

    def show_target(self, shown: bool) -> None:
        """Show whether, and where, a drag beside the wells would put its pictures."""
        raise NotImplementedError

    def _fit_pictures(self, most_px: int, *, low: bool) -> None:
        """Limit the height of wells to `most_px`; `low` says that the window has little room."""
        raise NotImplementedError

    def _focused_place(self) -> int | None:
        """Return the index of the well that has the keyboard, for a picture that is pasted; None when none has it."""
        return None

    @override
    def _retranslate(self) -> None:
        raise NotImplementedError

    def _orders(self) -> list[list[int]]:
        """Group the filled slots into orders: a list of slot indexes for each video."""
        filled = [index for index, _slot in self._slots.filled]
        return [filled] if filled else []

    def _shots(self) -> tuple[str, ...]:
        """Return the shot of each video; empty when all videos have the shot that the person wrote."""
        return ()

    @property
    def arrangement(self) -> str:
        """What several pictures become, as a draft stores it; empty where there is no choice."""
        return ""

    def arrange(self, arrangement: str) -> None:
        """Choose what several pictures become; an unknown word is ignored."""

    def show_price(self, price: Money) -> None:
        """Show what one video costs, in modes where that helps to choose an arrangement."""

    # What the pane asks and tells

    @property
    def offer(self) -> Offer:
        """The chosen model, as it is offered for this tab's mode."""
        return self._options.offer

    @property
    def options(self) -> Options:
        """The chosen values of the model's options."""
        return self._options.options

    @property
    def readiness(self) -> Readiness:
        """How ready the tab is after the last change, including text that was just typed."""
        if self._later.overtake():
            self._check()
        return self._readiness

    @property
    def draft(self) -> GenerationRequest:
        """The whole content of the tab, in the order of its wells; an empty path stands for an empty well."""
        framings = self._framing.to_keep()
        return replace(self._request(self._slots.paths), prompt=self._prompt.text, framings=framings)

    @property
    def typed_prompt(self) -> str:
        """The prompt, if the person has written in it since the tab was filled; empty otherwise."""
        return self._prompt.typed_text

    def fill(self, request: GenerationRequest) -> None:
        """Fill the tab with a request: its pictures, its prompt and all settings."""
        self._prompt.set_text(request.prompt)
        self._options.set_options(request)
        self._slots.set_paths(request.picture_paths, request.picture_names)
        self._framing.restore(request)
        self._check()

    def set_pictures(self, paths: Sequence[str]) -> None:
        """Replace all pictures; an empty path leaves its place empty."""
        self._slots.set_paths(paths)

    def use_prompt(self, prompt: str) -> None:
        """Replace the prompt; undo in its field brings the former prompt back."""
        self._prompt.replace_text(prompt)
        self.write_on()
        self._check()

    def use_preset(self, request: GenerationRequest) -> None:
        """Use a request's prompt, model and settings; the pictures and the shot stay."""
        place = self._options.place
        self._prompt.replace_text(request.prompt)
        self._options.set_options(replace(request, project=place.project, shot=place.shot))
        self._check()

    @property
    def untouched(self) -> bool:
        """Whether the person hasn't put anything into the tab."""
        return is_untouched(self.draft)

    def name_keys(self, history_key: str, presets_key: str) -> None:
        """Show the keys for earlier prompts and presets in the tips; an empty one is left out."""
        self._prompt.name_keys(history_key, presets_key)

    def open_presets(self) -> None:
        """Ask for the menu of presets."""
        self._prompt.open_presets()

    def take(self, reading: DropReading, at: int | None = None) -> None:
        """Take what was dropped, pasted or chosen; `at` is the well that it was meant for."""
        self.intake.take(reading, at)

    def choose(self, index: int | None = None) -> None:
        """Open the file dialog for a well; None: for wherever there is room."""
        self.intake.choose(index)

    def _go_on(self) -> None:
        """After pictures were chosen, put the cursor into an empty prompt: a space on a well would open the dialog again."""
        if not self.readiness.missing and not self._prompt.text:
            self.write_on()

    def write_on(self) -> None:
        """Put the cursor at the end of the prompt."""
        self._prompt.write_on()

    def focus_pictures(self) -> None:
        """Move the focus into the picture area, to its free place if it has one."""
        self._focus_picture(None)

    def show_trouble(self) -> None:
        """Lead the person to what is missing or wrong."""
        first = next(iter(self.readiness.problems), None)
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
        """Check at once for few pictures; for many, once for all answers that come together: 300 times 300 rules are slow."""
        if len(self._slots) <= _FEW:
            self._check()
        else:
            self._later.start_once()

    def _check(self) -> None:
        with self._later.measured():
            found = readiness_of(self.offer, self._slots, self._orders(), self._request, self._framing.of)
            readiness = self.shelf.judged(found)
            self._readiness = replace(readiness, shots=self._shots(), framings_of=self._framing.of_all)
            few = len(self._slots) <= self.offer.pictures_max
            self._framing_choice.show_for(self._framing.count(), one=few)
            self._show_problems()
            self.changed.emit()

    def _request(self, paths: Sequence[str]) -> GenerationRequest:
        return GenerationRequest(
            model=self.offer.model,
            mode=self.offer.mode,
            prompt=self.shelf.sent,
            picture_paths=tuple(paths),
            picture_names=self._slots.given_names(paths),
            options=self._options.options,
            project=self._options.place.project,
            shot=self._options.place.shot,
        )

    def _show_problems(self) -> None:
        readiness = self.shelf.readiness_shown(self._readiness)
        self._mark_wrong({one.picture_index for one in readiness.problems if one.picture_index is not None})
        self._problems.show(readiness, self.offer, len(self._slots))

    def missing_words(self) -> str:
        """Say what the person has yet to add."""
        return self.tr("Add a picture to begin.")

    def _remedy(self, problem: Problem) -> None:
        match problem.remedy:
            case Remedy.CHOOSE_ANOTHER:
                self.choose(problem.picture_index)
            case Remedy.SHORTEN_PROMPT:
                self._prompt.shorten()
                self._check()
            case _:
                self._remedies.apply(problem, self._readiness, self.offer)

    # Qt's calls

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # By the window's height: the tab's changes with the line above the buttons, so pictures would jump.
        low = (height_px := self.window().height()) < _LOW_WINDOW_PX
        self._prompt.set_low(low)
        self._options.set_low(low)
        self._picture_hint.setVisible(height_px >= _LOWEST_WINDOW_PX)
        self._framing_choice.set_low(height_px < _LOWEST_WINDOW_PX)
        self._fit_pictures(_room_for_pictures_px(height_px), low=low)

    @override
    def _language_changed(self) -> None:
        super()._language_changed()
        self._show_problems()


def _room_for_pictures_px(window_px: int) -> int:
    """Return the greatest height of a picture's place in a window of this height."""
    return min(MOST_HEIGHT_PX, max(round(window_px * _PICTURE_SHARE), window_px - _BESIDE_PICTURES_PX))
