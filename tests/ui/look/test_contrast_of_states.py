"""Text can be read and the focus can be seen in every state that the style sheet knows, in both themes (WCAG 2.2 AA).

The style sheet itself is read, with its cascade: a rule that is added later is measured without a change here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from fakes.contrast import contrast
from PySide6.QtGui import QColor

from vidu_desktop.ui.look.style_sheet import sheet_of
from vidu_desktop.ui.look.theme import Theme, mixed_colours

THEMES = ("light", "dark")
GROUNDS = ("window", "surface", "accent_soft", "good_soft", "warn_soft", "bad_soft")
"""The backgrounds of buttons and fields: panes, dialogs, and notices in their four tones."""
WORDS_LEAST, SHAPES_LEAST = 4.5, 3.0
_COLOR = re.compile(r"rgba\((\d+), (\d+), (\d+), (\d+)\)")
_SELECTOR = re.compile(r"(\w+)((?:\[[^\]]+\])*)((?:::[\w-]+)?)((?::[\w-]+)*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector with its properties. Without attributes and states it applies to all widgets of its kind."""

    kind: str
    part: str
    conditions: frozenset[str]
    values: dict[str, str]

    def holds_for(self, other: "Rule") -> bool:
        return (self.kind, self.part) == (other.kind, other.part) and self.conditions <= other.conditions


def rules_of(sheet: str) -> list[Rule]:
    rules = []
    for selectors, body in re.findall(
        r"([^{}]+)\{([^}]*)\}", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    ):
        values = dict(part.strip().split(": ", 1) for part in body.split(";") if part.strip())
        for selector in selectors.split(","):
            found = _SELECTOR.fullmatch(selector.strip())
            if found is None:  # a widget inside another has the same colours as outside
                continue
            kind, attributes, part, states = found.groups()
            conditions = frozenset(re.findall(r"\[[^\]]+\]", attributes) + re.findall(r":([\w-]+)", states))
            rules.append(Rule(kind, part, conditions, values))
    return rules


def values_for(rule: Rule, rules: list[Rule]) -> dict[str, str]:
    """Return the properties after the cascade: a selector with more conditions wins; among equals, the later one."""
    values: dict[str, str] = {}
    for other in sorted(rules, key=lambda one: len(one.conditions)):
        if other.holds_for(rule):
            values |= other.values
    return values


def laid_over(ground: QColor, words: str) -> QColor:
    found = _COLOR.search(words)
    if found is None:  # transparent
        return ground
    red, green, blue, alpha = map(int, found.groups())
    return mixed_colours(ground, QColor(red, green, blue), alpha / 255)


def pairs(theme: Theme, *, of: str, state: str = "") -> Iterator[tuple[str, QColor, QColor, QColor]]:
    """Yield for each enabled selector: its name, the colour of the property `of`, its own background, and the one around it."""
    rules = rules_of(sheet_of(theme))
    for rule in rules:
        values = values_for(rule, rules)
        # WCAG requires nothing of disabled controls.
        if of not in values or "disabled" in rule.conditions or not set(state.split()) <= rule.conditions:
            continue
        for name in GROUNDS:
            around = theme.color(name)
            own = laid_over(around, values.get("background", "transparent"))
            if "double" in values[of]:  # a ring with a gap, in which the background shows
                own = around
            where = f"{rule.kind}{rule.part} {sorted(rule.conditions)} on {name}"
            yield where, laid_over(own, values[of]), own, around


def test_the_measure_finds_words_and_rings_that_are_too_faint() -> None:
    theme = Theme.load("light")
    assert (
        contrast(theme.on_accent, mixed_colours(theme.accent, theme.window, 0.2)) < WORDS_LEAST
    )  # a pressed button, with an opacity that was used before this was measured
    assert contrast(theme.text, theme.accent) < SHAPES_LEAST  # the focus ring of a primary button


@pytest.mark.parametrize("name", THEMES)
def test_words_can_be_read_in_every_state(name: str) -> None:
    measured = {where: contrast(ink, own) for where, ink, own, _around in pairs(Theme.load(name), of="color")}
    assert len(measured) > 100, "the sheet isn't read any more"
    assert {where: round(value, 2) for where, value in measured.items() if value < WORDS_LEAST} == {}


@pytest.mark.parametrize("name", THEMES)
def test_what_an_empty_field_says_can_be_read(name: str) -> None:
    """Without a colour in the style sheet, Qt halves the text's opacity for a placeholder: a contrast of 3.2 in the light
    theme.
    """
    measured = {
        where: contrast(ink, own)
        for where, ink, own, _around in pairs(Theme.load(name), of="placeholder-text-color")
    }
    assert {where.split()[0] for where in measured} >= {"QLineEdit", "QPlainTextEdit", "QTextEdit"}
    assert {where: round(value, 2) for where, value in measured.items() if value < WORDS_LEAST} == {}


@pytest.mark.parametrize("name", THEMES)
def test_the_focus_stands_out_from_what_it_surrounds_and_from_what_surrounds_it(name: str) -> None:
    measured = {
        where: min(contrast(ring, own), contrast(ring, around))
        for where, ring, own, around in pairs(Theme.load(name), of="border", state="focus")
    }
    assert len(measured) > 30, "the sheet isn't read any more"
    assert {where: round(value, 2) for where, value in measured.items() if value < SHAPES_LEAST} == {}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", ["window", "surface", "raised", "sunken"])
def test_an_empty_check_box_and_a_switch_that_is_off_can_be_seen(name: str, ground: str) -> None:
    theme = Theme.load(name)
    assert contrast(theme.edge, theme.color(ground)) >= SHAPES_LEAST
    assert contrast(theme.edge, theme.surface) >= SHAPES_LEAST  # the knob of the switch


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ink", ["text", "text_soft", "text_faint", "accent", "good", "warn", "bad"])
@pytest.mark.parametrize("share", [0.0, 0.04])
def test_what_is_painted_on_rows_can_be_read_chosen_and_under_the_pointer(
    name: str, ink: str, share: float
) -> None:
    theme = Theme.load(name)
    for ground in (theme.accent_soft, mixed_colours(theme.surface, theme.text, share)):
        assert contrast(theme.color(ink), ground) >= WORDS_LEAST
