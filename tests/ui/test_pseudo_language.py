"""Every window and dialog in a pseudo-language, which is a third longer than English (an eighth for long sentences) and puts
brackets around every text. Text that stays English wasn't marked for translation, or doesn't follow a change of the language;
text that is cut off has too little room.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.every_window import DIALOGS, close_full_window, full_window
from fakes.visible_words import cut_off, words_of
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.main_window import MainWindow

WIDTH_PX, HEIGHT_PX = 1024, 640
SCREEN_PX = 720  # a small screen's 768, less its panels and a title bar
SHORT_CHARS = 20
LAYOUTS_MOST = 4
BESIDE = ("board", "compare", "shelf", "shelf item")
_ACCENTS = str.maketrans("aeiouyAEIOU", "áéíóúýÁÉÍÓÚ")
_PLACES = re.compile(r"(\{\{|\}\}|\{[^}]*\}|%n|&&)")
NAMES = re.compile(
    r"(?x) \b(?: Vidu\ Desktop | Z\.AI | BigModel | Vidu\ (?:2|Q1) | CogVideoX-3 | English | fox\.png | OpenTimelineIO | PNG | GIF | gif | MP4 | CSV"
    r" | [kMG]?B | fps | Ctrl | Shift | Alt | Esc | Del | Return | Space | Home | End | Left | Right | Up | Down | Tab | Backspace"
    r" | Delete | Insert | Escape | Meta | Enter | F\d+ | [A-Z] | PgUp | PgDown | https? | proxy\.example | png | csv | mp4 | rehearsal"
    r" | vidu2-\w+(?:-\w+)? | ai | z | paas | api | v\d | \d+_T\d+ | Nov )\b"
)


class Pseudo(QTranslator):
    """Translates every text into brackets and accents; placeholders and access keys stay."""

    @override
    def isEmpty(self) -> bool:
        return False  # Qt tells the widgets nothing of an empty translator

    @override
    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        said = "".join(
            part if _PLACES.fullmatch(part) else part.translate(_ACCENTS) for part in _PLACES.split(text)
        )
        return f"⟦{said}{'·' * (len(text) // (3 if len(text) <= SHORT_CHARS else 8))}⟧"


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[Pseudo]:
    translator = Pseudo()
    yield translator
    qapp.removeTranslator(translator)
    qapp.processEvents()


def speak(pseudo: Pseudo) -> None:
    QApplication.installTranslator(pseudo)
    settle()


def settle() -> None:
    """Let all layouts settle: longer texts ask for more room, which changes the layouts around them, one event after the
    other.
    """
    for _ in range(LAYOUTS_MOST):
        QApplication.processEvents()


def in_english(text: str) -> bool:
    """Whether Latin letters are left outside all brackets, which may be nested."""
    while text != (shorter := re.sub(r"⟦[^⟦⟧]*⟧", "", text)):
        text = shorter
    return bool(re.search(r"[A-Za-z]", NAMES.sub("", text)))


def left_in_english(top: QWidget) -> list[str]:
    found = ((widget, text) for widget, text in words_of(top) if in_english(text))
    return list(dict.fromkeys(f"{type(widget).__name__}: {text}" for widget, text in found))


@pytest.fixture
def window(qtbot, look, desk, tmp_path: Path) -> Iterator[MainWindow]:
    window = full_window(look, desk, tmp_path)
    qtbot.addWidget(window)
    window.resize(WIDTH_PX, HEIGHT_PX)
    window.show()
    yield window
    close_full_window(window)


@pytest.mark.parametrize("mode", list(Mode))
def test_the_main_window_speaks_another_language_at_once(
    window: MainWindow, pseudo: Pseudo, mode: Mode
) -> None:
    window.findChild(ComposePane).show_mode(mode)
    for show in (window.show_queue, window.show_library):
        show()
        speak(pseudo)
        assert left_in_english(window) == []
        assert list(cut_off(window)) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_is_translated_and_has_room_for_longer_words(
    name: str, qtbot, look, pseudo: Pseudo
) -> None:
    speak(pseudo)
    dialog = DIALOGS[name](look)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(min(dialog.width(), WIDTH_PX), dialog.height())
    settle()
    assert dialog.width() <= WIDTH_PX
    assert dialog.height() <= SCREEN_PX
    assert left_in_english(dialog) == []
    assert list(cut_off(dialog)) == []


@pytest.mark.parametrize("name", BESIDE)
def test_what_stays_open_beside_the_settings_speaks_another_language_at_once(
    name: str, qtbot, look, pseudo: Pseudo
) -> None:
    """All other dialogs are modal, so none of them is open while the language changes."""
    dialog = DIALOGS[name](look)
    qtbot.addWidget(dialog)
    dialog.show()
    assert left_in_english(dialog) != []
    speak(pseudo)
    assert left_in_english(dialog) == []
    assert list(cut_off(dialog)) == []


def test_what_is_not_translated_or_has_no_room_is_seen(qtbot, pseudo: Pseudo) -> None:
    speak(pseudo)
    top = QWidget()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    for text in ("Save", QApplication.translate("a", "Save {name}").format(name="一.png")):
        label = QLabel(text)
        label.setFixedWidth(10)
        column.addWidget(label)
    assert left_in_english(top) == ["QLabel: Save"]
    assert len(list(cut_off(top))) == 2
