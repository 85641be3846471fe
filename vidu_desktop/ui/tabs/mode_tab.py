"""What the three tabs share: pictures, prompt, settings, and the rules, run anew at each change."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.catalogue import Offer, specs_for_mode
from vidu_desktop.domain.drafts import is_untouched
from vidu_desktop.domain.framing import Framing, ratio_of_size
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import OptionKey, Options
from vidu_desktop.domain.request import GenerationRequest, Problem, Remedy
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import CONTENT_MOST_PX, GAP_L, GAP_S, GAP_XL, GAP_XS
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.protocols import PictureService
from vidu_desktop.ui.tabs.picture_intake import PictureIntake
from vidu_desktop.ui.tabs.readiness import Standing, stand
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.drop_reading import DropReading, read_drop
from vidu_desktop.ui.widgets.framing_choice import FramingChoice
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.option_row import OptionRow
from vidu_desktop.ui.widgets.picture_places import PicturePlaces, Slot
from vidu_desktop.ui.widgets.problem_list import Note, ProblemList
from vidu_desktop.ui.widgets.prompt_edit import PromptEdit
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.well_face import MOST_HEIGHT_PX

_PAUSE_MS, _PAUSE_MOST_MS = 90, 2000
_PAUSE_SHARE = 10  # times as long as a check takes
_SIDE_PX = GAP_XL - GAP_XS
_LOWEST_WINDOW_PX = 700  # below, the prompt comes into sight by leaving words out
_LOW_WINDOW_PX = 800  # below, pictures and prompt make room for the settings
_PICTURE_SHARE = 0.2  # of a low window's height
_FEW = 12  # pictures, whose rules run within a millisecond
_PICTURE_PLACES = frozenset({"pictures"})


class ModeTab(Translated, QScrollArea):
    """Base of a tab. A mode adds its picture area, its words, and how pictures become requests."""

    mode: Mode
    frames = True
    """Whether its pictures are frames of the video, which must have its shape."""
    changed = Signal()
    pictures_changed = Signal(
        object, object
    )  # list[str], what lay in the places before, and what lies there now
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
        self._pictures = pictures
        self._intake = PictureIntake(look, pictures, chooser, self, self._take_paths)
        self._slots = slots
        self._note = ""
        self._show_missing = False
        self._build()
        self._standing = stand(self.spec, self._slots, (), self._request, self.framing_of)
        self._connect()
        self._check()

    def _build(self) -> None:
        self._slots.setParent(self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._options = OptionRow(self._look, specs_for_mode(self.mode))
        self._picture_title = plain_label(role="strong")
        self._picture_hint = plain_label(role="caption", tone="faint", wrap=True)
        self._framing = FramingChoice(self._look)
        self._picture_problems = ProblemList(self._look)
        self._prompt = PromptEdit(self._look, self.spec.prompt_max_chars)
        self._prompt_problems = ProblemList(self._look)
        self._option_problems = ProblemList(self._look)
        content = QWidget()
        content.setMaximumWidth(CONTENT_MOST_PX)
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column = column = QVBoxLayout(content)
        column.setContentsMargins(_SIDE_PX, GAP_L, _SIDE_PX, GAP_L)
        column.setSpacing(GAP_S)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._picture_title)
        head.addWidget(self._picture_hint)
        column.addLayout(head)
        column.addWidget(self._build_pictures())
        column.addWidget(self._framing)
        column.addWidget(self._picture_problems)
        column.addSpacing(GAP_S)
        column.addWidget(self._prompt)
        column.addWidget(self._prompt_problems)
        column.addSpacing(GAP_S)
        column.addWidget(self._options)
        column.addWidget(self._option_problems)
        column.addStretch(1)
        holder = QFrame()
        restyle(holder, surface="area")
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(content)
        self.setWidget(holder)
        # Typing, and answers about many pictures, are checked when they pause; drops, choices and presses at once.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        # From anywhere in the window, while this tab is shown; fields for text keep the key to themselves.
        self._paste.setContext(Qt.ShortcutContext.WindowShortcut)
        self._retranslate()

    def _connect(self) -> None:
        self.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)
        self._slots.changed.connect(self._check_anew)
        self._slots.rearranged.connect(self.pictures_changed)
        self._slots.slot_changed.connect(self._check_answer)
        self._prompt.text_changed.connect(self._later.start)
        self._prompt.picture_pasted.connect(lambda mime: self.take(read_drop(mime)))
        self._prompt.history_requested.connect(self.history_requested)
        self._prompt.presets_requested.connect(self.presets_requested)
        self._later.timeout.connect(self._check)
        self._options.changed.connect(self._check)
        self._framing.changed.connect(self._check)
        self._paste.activated.connect(lambda: self._intake.take_clipboard(self._focused_place()))
        self._intake.said.connect(self._say)
        self._intake.videos_dropped.connect(self.videos_dropped)
        self._intake.last_frames_wanted.connect(self.last_frames_wanted)
        for problems in (self._picture_problems, self._prompt_problems, self._option_problems):
            problems.remedy_requested.connect(self._remedy)

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

    def _start_of(self, index: int) -> int:
        """Return the start frame of the picture that is an end frame."""
        return next((order[0] for order in self._orders() if index in order[1:]), 0)

    @property
    def arrangement(self) -> str:
        """What several pictures are to become where there is a choice, as a draft keeps it; else empty."""
        return ""

    def arrange(self, arrangement: str) -> None:
        """Choose what several pictures become; nothing for a word that isn't known."""

    def show_price(self, price_usd: Decimal) -> None:
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
    def standing(self) -> Standing:
        """How things stand after the last change, one that was just typed included."""
        if self._later.isActive():
            self._later.stop()
            self._check()
        return self._standing

    @property
    def draft(self) -> GenerationRequest:
        """All that is in the tab, in the order of its wells; an empty path stands for an empty well."""
        request = self._request(self._slots.paths)
        return replace(request, framings=self._framings(range(len(self._slots))))

    def fill(self, request: GenerationRequest) -> None:
        """Put everything as it was in a request, pictures included."""
        self._prompt.set_text(request.prompt)
        self._options.set_options(request)
        self._slots.set_paths(request.picture_paths)
        self._set_framings(request)
        self._check()

    def set_pictures(self, paths: Sequence[str]) -> None:
        """Let these lie in the places, and nothing else; an empty path leaves its place empty."""
        self._slots.set_paths(paths)

    def use_prompt(self, prompt: str) -> None:
        """Put another prompt in; undo in its field brings back the one that stood there."""
        self._prompt.replace_text(prompt)
        self._prompt.setFocus()
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

    def take_mime(self, mime: QMimeData) -> None:
        """Take a drop or the clipboard, wherever there is room."""
        self.take(read_drop(mime))

    def take(self, reading: DropReading, at: int | None = None) -> None:
        """Take what was dropped, pasted or chosen; `at` names the well that it was meant for."""
        self._intake.take(reading, at)

    def choose(self, index: int | None = None) -> None:
        """Open the file dialog for a well, or for wherever there is room."""
        self._intake.choose(index)

    def focus_first(self) -> None:
        """Focus the first picture's place."""
        self._focus_picture(None)

    def show_trouble(self) -> None:
        """Lead the person to what is missing or wrong."""
        standing = self.standing
        self._show_missing = True
        self._check()
        first = standing.problems[0] if standing.problems else None
        if first is None or first.place in _PICTURE_PLACES:
            self._focus_picture(first.picture_index if first else None)
            self.ensureWidgetVisible(self._picture_title)
        elif first.place == "prompt":
            self._prompt.setFocus()
            self.ensureWidgetVisible(self._prompt)
        else:
            self._options.focus_place(first.place)
            self.ensureWidgetVisible(self._options)

    # Inside

    def _say(self, words: str) -> None:
        self._note = words
        self._check()

    def _make_room_for_bar(self, _least: int, most: int) -> None:
        """Let the scroll bar stand in the margin: all stays in line with the buttons below, and nothing jumps."""
        bar_px = self.verticalScrollBar().sizeHint().width() if most > 0 else 0
        self._column.setContentsMargins(_SIDE_PX, GAP_L, max(0, _SIDE_PX - bar_px), GAP_L)

    def _check_anew(self) -> None:
        self._note = ""
        self._show_missing = False
        self._check()

    def _check_answer(self, _index: int) -> None:
        """Check at once, but once for a whole shower of answers: 300 times 300 rules would be felt."""
        if len(self._slots) <= _FEW:
            self._check()
        elif not self._later.isActive():
            self._later.start()

    def _check(self) -> None:
        began_s = time.perf_counter()
        standing = stand(self.spec, self._slots, self._orders(), self._request, self.framing_of)
        self._standing = replace(standing, shots=self._shots(), framings_of=self._framings)
        self._framing.show_for(self._unfitting(), one=len(self._slots) <= self.spec.pictures_max)
        self._show_problems()
        self.changed.emit()
        # Many pictures take longer to check: then less often, so that the window has most of the time to itself.
        took_ms = 1000 * (time.perf_counter() - began_s)
        self._later.setInterval(min(_PAUSE_MOST_MS, max(_PAUSE_MS, round(_PAUSE_SHARE * took_ms))))

    def _request(self, paths: Sequence[str]) -> GenerationRequest:
        return GenerationRequest(
            model=self.spec.model,
            mode=self.spec.mode,
            prompt=self._prompt.text,
            picture_paths=tuple(paths),
            options=self._options.options,
            project=self._options.place.project,
            shot=self._options.place.shot,
        )

    # What the video's shape makes of the pictures

    def framing_of(self, slot: Slot) -> Framing | None:
        """Return how a picture is made to fit; None for one that has the video's shape, or isn't known yet."""
        ratio = ratio_of_size(self.options.get(OptionKey.SIZE)) if self.frames else None
        if ratio is None or slot.facts is None:
            return None
        (width, height), (x, y) = ratio, slot.cut
        framing = Framing(kind=self._framing.kind, width=width, height=height, x=x, y=y)
        return framing if framing.needed_for(slot.facts.width_px, slot.facts.height_px) else None

    def _framings(self, indexes: Iterable[int]) -> tuple[Framing | None, ...]:
        framings = tuple([self.framing_of(self._slots[index]) for index in indexes])
        return framings if any(framings) else ()

    def _set_framings(self, request: GenerationRequest) -> None:
        for index, framing in enumerate(request.framings[: len(self._slots)]):
            if framing is not None:
                self._framing.set_kind(framing.kind)
                self._slots.set_cut(index, framing.x, framing.y)

    def _unfitting(self) -> int:
        return sum(self.framing_of(slot) is not None for _index, slot in self._slots.filled)

    def _show_problems(self) -> None:
        problems = self._standing.problems
        at_pictures: list[Problem | Note] = [one for one in problems if one.place in _PICTURE_PLACES]
        self._mark_wrong({one.picture_index for one in problems if one.picture_index is not None})
        if self._show_missing and self._standing.missing:
            at_pictures.insert(0, Note(self.missing_words()))
        if self._note:
            at_pictures.insert(0, Note(self._note))
        if bad := self._left_out_at_once():
            at_pictures.insert(0, _several_bad(len(bad), len(self._slots)))
        self._picture_problems.set_problems(at_pictures)
        self._prompt_problems.set_problems([one for one in problems if one.place == "prompt"])
        self._option_problems.set_problems(
            [one for one in problems if one.place not in _PICTURE_PLACES and one.place != "prompt"]
        )

    def _left_out_at_once(self) -> set[int]:
        """Return the pictures of many that can't be sent, where enough others are left to go on."""
        bad = {
            one.picture_index
            for one in self._standing.problems
            if one.picture_index is not None and one.remedy is not Remedy.MATCH_START
        }
        enough = len(self._slots) - len(bad) >= self.spec.pictures_min
        return bad if len(self._slots) > self.spec.pictures_max and enough else set()

    def missing_words(self) -> str:
        """Say what has yet to be added."""
        return self.tr("Add a picture to begin.")

    def _remedy(self, problem: Problem) -> None:
        index = problem.picture_index
        match problem.remedy:
            case Remedy.CHOOSE_ANOTHER:
                self.choose(index)
            case Remedy.SHORTEN_PROMPT:
                self._prompt.shorten()
                self._check()
            case Remedy.USE_FIRST:
                self._slots.keep_first(self.spec.pictures_max)
            case Remedy.LEAVE_OUT:
                self._slots.leave_out(self._left_out_at_once())
            case Remedy.CROP_TO_RATIO if index is not None:
                limits, path = self.spec.picture_limits, self._slots[index].path
                self._slots.replace_when_done(
                    index,
                    lambda answer: self._pictures.crop_to_ratio(
                        path, limits.min_ratio, limits.max_ratio, answer
                    ),
                )
            case Remedy.MATCH_START if index is not None:
                start, end = self._slots[self._start_of(index)].path, self._slots[index].path
                self._slots.replace_when_done(
                    index, lambda answer: self._pictures.match_size(start, end, answer)
                )
            case _:
                pass

    # Qt's calls

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Not by our own height: that changes with the line above the buttons, and the pictures would jump with it.
        height_px = self.window().height()
        low = height_px < _LOW_WINDOW_PX
        self._prompt.set_low(low)
        self._options.set_low(low)
        self._framing.set_low(height_px < _LOWEST_WINDOW_PX)
        self._fit_pictures(round(height_px * _PICTURE_SHARE) if low else MOST_HEIGHT_PX, low=low)

    @override
    def _language_changed(self) -> None:
        super()._language_changed()
        self._show_problems()


def _several_bad(bad: int, pictures: int) -> Problem:
    return Problem(
        code="several-bad",
        place="pictures",
        sentence=Sentence(_SEVERAL_BAD if bad > 1 else _ONE_BAD, {"bad": bad, "pictures": pictures}),
        remedy=Remedy.LEAVE_OUT,
    )


_SEVERAL_BAD = QT_TRANSLATE_NOOP("rules", "{bad} of {pictures} pictures can't be sent as they are.")
_ONE_BAD = QT_TRANSLATE_NOOP("rules", "1 of {pictures} pictures can't be sent as it is.")
