"""Shows problems as sentences where they occur, each with a button that applies its remedy."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.request import Problem, Remedy
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, GAP_XS
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.text import say, say_on
from vidu_desktop.ui.widgets.labels import breakable, plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.spoken import announce
from vidu_desktop.ui.widgets.translated import Translated

_MOST_SHOWN = 4
_REMEDY_ICONS = {
    Remedy.CHOOSE_ANOTHER: "image",
    Remedy.CROP_TO_RATIO: "crop",
    Remedy.MATCH_START: "match",
    Remedy.SHORTEN_PROMPT: "edit",
    Remedy.USE_FIRST: "check",
    Remedy.LEAVE_OUT: "close",
    Remedy.PUT_IN: "image-plus",
}
_ICON_PX = 18


@dataclass(frozen=True, slots=True)
class Note:
    """A translated sentence that comes from no rule, such as why a drop was refused."""

    text: str


class ProblemList(Translated, QWidget):
    """Hidden while there are no problems."""

    remedy_requested = Signal(object)  # domain.request.Problem
    focus_freed = Signal()  # the focused button is gone, and no other is left

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: list[QPushButton] = []
        self._shown: tuple[Problem | Note, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_S)
        self.hide()
        look.changed.connect(self._rebuild)

    @property
    def sentences(self) -> list[str]:
        """The sentences of all problems, in the person's language."""
        return [one.text if isinstance(one, Note) else say(one.sentence) for one in self._shown]

    def set_problems(self, problems: Sequence[Problem | Note]) -> None:
        """Show the first few problems and the number of the others; screen readers announce those that weren't there before."""
        if tuple(problems) == self._shown:
            return
        known = {_key(one) for one in self._shown}
        self._shown = tuple(problems)
        self._rebuild()
        if self.isVisible():
            fresh = [
                words
                for words, one in zip(self.sentences, self._shown, strict=True)
                if _key(one) not in known
            ]
            announce(self, say_on(*fresh[:_MOST_SHOWN]))

    def _rebuild(self) -> None:
        had_focus = any(button.hasFocus() for button in self._buttons)
        self._buttons.clear()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in self._shown[:_MOST_SHOWN]:
            self._column.addWidget(self._line(one))
        over = len(self._shown) - _MOST_SHOWN
        if over > 0:
            self._column.addWidget(
                plain_label(self.tr("and {count} more").format(count=over), role="caption", tone="faint")
            )
        self.setVisible(bool(self._shown))
        if had_focus and self._buttons:
            self._buttons[0].setFocus()
        elif had_focus:
            self.focus_freed.emit()

    def _line(self, one: Problem | Note) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        note = isinstance(one, Note)
        mark = QLabel()
        mark.setPixmap(
            self._look.pixmap(
                "info" if note else "warning", "warn" if note else "bad", _ICON_PX, self.devicePixelRatioF()
            )
        )
        mark.setContentsMargins(0, 1, 0, 0)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        body = QVBoxLayout()
        body.setSpacing(GAP_XS)
        text = one.text if isinstance(one, Note) else say(one.sentence)
        body.addWidget(plain_label(breakable(text), tone="warn" if note else "bad", wrap=True))
        if isinstance(one, Problem) and one.remedy is not Remedy.NONE:
            body.addWidget(self._remedy_button(one), 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(body, 1)
        return line

    def _remedy_button(self, problem: Problem) -> QPushButton:
        button = PushButton(self._remedy_words(problem))
        restyle(button, dense="true")
        button.setAccessibleDescription(say(problem.sentence))
        self._look.set_icon(button, _REMEDY_ICONS[problem.remedy])
        button.clicked.connect(lambda: self.remedy_requested.emit(problem))
        self._buttons.append(button)
        return button

    def _remedy_words(self, problem: Problem) -> str:
        words = {
            Remedy.CHOOSE_ANOTHER: self.tr("Choose another…"),
            Remedy.CROP_TO_RATIO: self._crop_words(problem),
            Remedy.MATCH_START: self.tr("Match the start frame"),
            Remedy.SHORTEN_PROMPT: self.tr("Shorten it"),
            Remedy.USE_FIRST: self.tr("Keep the first {most}").format(
                most=problem.sentence.values.get("most", 1)
            ),
            Remedy.LEAVE_OUT: self._leave_words(problem),
            Remedy.PUT_IN: self.tr("Add the pictures"),
        }
        if problem.remedy is Remedy.CHOOSE_ANOTHER and problem.code == "pictures-missing":
            return self.tr("Choose…")
        return words[problem.remedy]

    def _leave_words(self, problem: Problem) -> str:
        count = problem.sentence.values.get("bad", 1)
        return (
            self.tr("Leave these {count} out").format(count=count) if count != 1 else self.tr("Leave it out")
        )

    def _crop_words(self, problem: Problem) -> str:
        values = problem.sentence.values
        wide = float(str(values.get("width", 1))) >= float(str(values.get("height", 1)))
        return self.tr("Crop to {ratio}").format(ratio="4:1" if wide else "1:4")

    @override
    def _language_changed(self) -> None:
        self._rebuild()


def _key(one: Problem | Note) -> tuple[str, str]:
    """Return what identifies a problem. Its text doesn't: with a prompt that is too long, it changes at every keystroke."""
    return (
        ("note", one.text) if isinstance(one, Note) else (one.code, str(one.sentence.values.get("name", "")))
    )
