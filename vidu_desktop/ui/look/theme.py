"""The colours, named by their meaning. Their values are data: resources/theme/light.json and dark.json."""

import json
from dataclasses import dataclass, fields

from PySide6.QtGui import QColor

from vidu_desktop.ui.look.resources import resource_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One set of colours. A `*_soft` colour is the background for text in the colour of the same name.

    `window` is the lowest background; `surface` is for areas, `raised` for parts that float above them (menus, hover),
    `sunken` for fields and drop targets. All text colours have a contrast of at least 4.5 : 1 on all four; tests compute it.
    """

    name: str
    window: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    line: QColor
    text: QColor
    text_soft: QColor
    text_faint: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    good: QColor
    good_soft: QColor
    warn: QColor
    warn_soft: QColor
    bad: QColor
    bad_soft: QColor
    shadow: QColor

    @property
    def dark(self) -> bool:
        """Whether this theme has light text on dark backgrounds."""
        return self.window.lightnessF() < 0.5

    @property
    def edge(self) -> QColor:
        """The outline for parts that would be invisible without one, such as an empty check box: 3 : 1 on every background."""
        return mixed_colours(self.line, self.text, 0.46)

    def color(self, role: str) -> QColor:
        """Return a colour by its name. Raises KeyError for an unknown name."""
        value = getattr(self, role, None)
        if not isinstance(value, QColor):
            raise KeyError(role)
        return value

    @classmethod
    def load(cls, name: str) -> "Theme":
        """Read the theme `light` or `dark`. Raises ValueError if a colour is missing, unknown or malformed."""
        tokens = json.loads(resource_path("theme", f"{name}.json").read_text(encoding="utf-8"))
        wanted = {field.name for field in fields(cls)}
        if set(tokens) != wanted:
            raise ValueError(f"theme {name}: wrong tokens {sorted(set(tokens) ^ wanted)}")
        colors = {key: QColor(value) for key, value in tokens.items() if key != "name"}
        wrong = sorted(key for key, color in colors.items() if not color.isValid())
        if wrong:
            raise ValueError(f"theme {name}: no colours {wrong}")
        return cls(name=tokens["name"], **colors)


def mixed_colours(below: QColor, above: QColor, share: float) -> QColor:
    """Lay `above` over `below` with an opacity of `share` in [0, 1]."""
    return QColor.fromRgbF(
        below.redF() + (above.redF() - below.redF()) * share,
        below.greenF() + (above.greenF() - below.greenF()) * share,
        below.blueF() + (above.blueF() - below.blueF()) * share,
    )
