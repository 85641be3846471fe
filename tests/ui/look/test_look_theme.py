"""Colours can be read, icons exist, and the look follows the system."""

import json
import re
from itertools import product
from pathlib import Path

import pytest
from fakes.contrast import contrast
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFontInfo, QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSplitter

from vidu_desktop.ui.look import theme as theme_module
from vidu_desktop.ui.look.resources import resource_path
from vidu_desktop.ui.look.scale import BODY_LEAST_PT, FontRole, font
from vidu_desktop.ui.look.style_sheet import restyle, sheet_of
from vidu_desktop.ui.look.theme import Theme
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.segmented import Segment, Segmented

UI_DIR = Path(theme_module.__file__).parents[1]
GROUNDS = ("window", "surface", "raised", "sunken")
INKS = ("text", "text_soft", "text_faint", "accent", "good", "warn", "bad")
ON_SOFT = [("text", soft) for soft in ("accent_soft", "good_soft", "warn_soft", "bad_soft")]
PAIRS = [
    *product(INKS, GROUNDS),
    *ON_SOFT,
    ("accent", "accent_soft"),
    ("good", "good_soft"),
    ("warn", "warn_soft"),
    ("bad", "bad_soft"),
    ("on_accent", "accent"),
]


def test_the_measure_of_contrast_knows_black_on_white_and_grey_on_grey() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#888888")) < 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(name: str, ink: str, ground: str) -> None:
    theme = Theme.load(name)
    assert contrast(theme.color(ink), theme.color(ground)) >= 4.5


def test_a_theme_with_a_missing_or_a_wrong_token_is_refused(monkeypatch, tmp_path: Path) -> None:
    tokens = json.loads(resource_path("theme", "light.json").read_text(encoding="utf-8"))
    monkeypatch.setattr(theme_module, "resource_path", lambda *parts: tmp_path / parts[-1])
    (tmp_path / "short.json").write_text(json.dumps({key: tokens[key] for key in tokens if key != "bad"}))
    (tmp_path / "odd.json").write_text(json.dumps(tokens | {"bad": "rather red"}))

    with pytest.raises(ValueError, match="wrong tokens"):
        Theme.load("short")
    with pytest.raises(ValueError, match="no colours"):
        Theme.load("odd")


def test_the_sheet_leaves_no_token_unfilled() -> None:
    for name in ("light", "dark"):
        assert "@" not in sheet_of(Theme.load(name)).replace(str(resource_path("theme").as_posix()), "")


def test_changing_the_appearance_is_told_once_and_dressed_buttons_follow(qtbot, look) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    look.set_icon(button, "play")
    light = button.icon().pixmap(24, 24).toImage()

    with qtbot.waitSignal(look.changed):
        look.set_appearance("dark")

    assert look.theme.dark
    assert button.icon().pixmap(24, 24).toImage() != light
    told = []
    look.changed.connect(lambda: told.append(True))
    look.set_appearance("dark")
    assert told == []


def test_an_unknown_appearance_is_refused(look) -> None:
    with pytest.raises(KeyError):
        look.set_appearance("sepia")


def test_a_disabled_icon_is_fainter(look) -> None:
    icon = look.icon("play")
    normal = icon.pixmap(24, 24, QIcon.Mode.Normal).toImage().pixelColor(11, 12)
    disabled = icon.pixmap(24, 24, QIcon.Mode.Disabled).toImage().pixelColor(11, 12)

    assert contrast(normal, look.theme.surface) > contrast(disabled, look.theme.surface) > 1


def alike(one: QColor, other: QColor) -> bool:
    """Whether two colours are nearly the same; edges are blended and rounded."""
    return all(abs(a - b) <= 3 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def test_a_pixmap_for_painting_is_drawn_once_and_anew_in_another_theme(look) -> None:
    # given
    look.set_appearance("light")
    first = look.pixmap("play", "text", 20)
    # then: a second paint gets the same drawing
    assert look.pixmap("play", "text", 20).cacheKey() == first.cacheKey()
    # and another theme, size or density gets another one
    assert look.pixmap("play", "text", 24).cacheKey() != first.cacheKey()
    assert look.pixmap("play", "text", 20, 2.0).cacheKey() != first.cacheKey()
    look.set_appearance("dark")
    assert look.pixmap("play", "text", 20).toImage() != first.toImage()


def test_every_icon_draws_something_in_the_colour_that_is_asked_for(look) -> None:
    for path in resource_path("icons").glob("*.svg"):
        image = look.pixmap(path.stem, "accent", 24).toImage()
        pixels = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
        inked = [color for color in pixels if color.alpha() > 100]
        assert inked, path.stem
        if path.stem != "app":
            assert "currentColor" in path.read_text(encoding="utf-8"), path.stem
            assert all(alike(color, look.theme.accent) for color in inked), path.stem


def test_every_icon_that_the_interface_names_is_there() -> None:
    named = set()
    for path in UI_DIR.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'\.dress\([^()"]*(?:\([^()]*\))?[^()"]*"([a-z][a-z0-9-]*)"', text))
        named |= set(re.findall(r'draw_icon\([^()"]*"([a-z][a-z0-9-]*)"', text))

    assert named, "the pattern finds nothing any more"
    missing = {name for name in named if not resource_path("icons", f"{name}.svg").is_file()}
    assert missing == set()


def test_the_type_scale_is_readable_and_in_order(look) -> None:
    sizes = [
        font(role).pointSizeF()
        for role in (FontRole.CAPTION, FontRole.BODY, FontRole.TITLE, FontRole.DISPLAY)
    ]

    assert sizes == sorted(sizes)
    assert sizes[1] >= BODY_LEAST_PT
    assert font(FontRole.STRONG).weight() > font(FontRole.BODY).weight()


def test_figures_of_the_mono_role_have_one_width(qapp, look) -> None:
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(font(FontRole.MONO))
    assert QFontInfo(font(FontRole.MONO)).family() == QFontInfo(font(FontRole.BODY)).family()
    assert len({round(metrics.horizontalAdvance(figure * 4), 2) for figure in "0123456789"}) == 1


def test_restyle_looks_the_sheet_up_again(qtbot, look) -> None:
    button = QPushButton("Go")
    qtbot.addWidget(button)
    button.ensurePolished()
    plain = button.grab().toImage()

    restyle(button, kind="primary")

    assert button.grab().toImage() != plain


def test_the_system_s_scheme_is_followed_until_one_is_chosen(qapp, look, monkeypatch) -> None:
    look.set_appearance("dark")
    assert look.theme.name == "dark"
    look.set_appearance("system")
    expected = "dark" if qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
    assert look.theme.name == expected


def test_return_presses_the_button_that_has_the_focus(look, qtbot) -> None:
    splitter = QSplitter()
    press, icon = PushButton("Rehearse"), IconButton(look, "trash")
    for button in (press, icon):
        splitter.addWidget(button)
    qtbot.addWidget(splitter)
    splitter.show()

    for button in (press, icon):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_key_that_is_held_down_presses_no_button_again(look, qtbot, qapp) -> None:
    for button in (PushButton("Send 12 videos for $2.40"), IconButton(look, "trash")):
        qtbot.addWidget(button)
        presses = []
        button.clicked.connect(lambda _checked=False, presses=presses: presses.append(1))

        for repeated in (False, True, True):
            event = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeated
            )
            qapp.sendEvent(button, event)
            assert event.isAccepted()  # else the list around it would take the key

        assert presses == [1]


def test_tab_stops_at_the_chosen_segment_alone(look, qtbot) -> None:
    segments = Segmented(look, ("today", "month", "all"), str)
    qtbot.addWidget(segments)

    segments.set_value("month")

    stops = [
        one.text() for one in segments.findChildren(Segment) if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["month"]
