"""The scale of spacings and type sizes. Everything on screen uses these, so that areas that were built separately look alike."""

import functools
from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QWidget

GAP_XS = 4
GAP_S = 8
GAP_M = 12
GAP_L = 16
GAP_XL = 24
RADIUS = 8
RADIUS_S = 5
CONTROL_HEIGHT = 32
"""Height of buttons, fields and segments in pixels: one line of body text with space around it."""
LEAST_TILE_PX, USUAL_TILE_PX, WIDEST_TILE_PX = 128, 176, 360
"""Width of a tile in the library: the smallest, the initial and the largest."""
CONTENT_MOST_PX = 620
"""The largest width of a column of controls and sentences; on a large screen the rest stays empty."""

BODY_LEAST_PT = 9.75  # 13 pixels at 96 dpi; the default of bare X11 and offscreen, 9 pt, is hard to read
_PLAIN_FAMILIES = {"", "Sans Serif", "Sans", "DejaVu Sans", "Bitstream Vera Sans"}
_NICER_FAMILIES = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Source Sans 3", "Liberation Sans")
# China and Japan draw the same character differently, so the font follows the language. Fonts that aren't
# installed are skipped.
_CJK_FAMILIES = {
    QLocale.Language.Chinese: (
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "PingFang SC",
        "Microsoft YaHei UI",
        "WenQuanYi Micro Hei",
        "Droid Sans Fallback",
    ),
    QLocale.Language.Japanese: (
        "Noto Sans CJK JP",
        "Source Han Sans JP",
        "Hiragino Sans",
        "Yu Gothic UI",
        "IPAexGothic",
        "Droid Sans Fallback",
    ),
}
# The CJK fonts have good Latin letters, too. Only the Korean one has quotes and dots as narrow as Latin text
# needs them; in the others they are a full square wide. So it serves all languages except Chinese and
# Japanese.
_CJK_ELSE = "Noto Sans CJK KR"


class FontRole(StrEnum):
    """What a text is for."""

    CAPTION = "caption"
    """Text below or beside something else: units, counts, hints."""
    BODY = "body"
    STRONG = "strong"
    """Body text that is a name or a state."""
    TITLE = "title"
    """The heading of an area."""
    DISPLAY = "display"
    """At most one per screen: the sentence of an empty state."""
    MONO = "mono"
    """Timecode and numbers that change: all digits have the same width."""


_FACTOR = {FontRole.CAPTION: 0.88, FontRole.TITLE: 1.18, FontRole.DISPLAY: 1.6}
_HEAVY = {FontRole.STRONG, FontRole.TITLE, FontRole.DISPLAY}


def font(role: FontRole | str) -> QFont:
    """Return the font of a role, scaled from the application's font."""
    return QFont(_font_of(FontRole(role), QGuiApplication.font().key()))


@functools.lru_cache(maxsize=32)
def _font_of(role: FontRole, _key: str) -> QFont:
    """Return the font of a role. It is kept until the application's font, which `_key` stands for, changes: every row asks
    for it at each paint.
    """
    made = QFont(QGuiApplication.font())
    if role is FontRole.MONO:
        # The body font with digits of equal width: it looks calmer than a monospaced font beside it.
        made.setFeature(QFont.Tag("tnum"), 1)
    made.setPointSizeF(made.pointSizeF() * _FACTOR.get(role, 1.0))
    made.setWeight(QFont.Weight.DemiBold if role in _HEAVY else QFont.Weight.Normal)
    return made


def put_in_families(widgets: Iterable[QWidget], before: Sequence[str], after: Sequence[str]) -> None:
    """Change the font families from `before` to `after` in widgets that have a font of their own, and repaint all."""
    for widget in widgets:
        made = widget.font()
        if made.families() == before:
            made.setFamilies(after)
            widget.setFont(made)
        widget.update()


def body_font() -> QFont:
    """Return the application's font: the system's, unless that is X11's bare fallback or too small to read. In Chinese and
    Japanese, a font for their characters is added.
    """
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    known = set(QFontDatabase.families())
    own = [family for family in _CJK_FAMILIES.get(QLocale().language(), ()) if family in known][:1]
    plain = made.family() in _PLAIN_FAMILIES
    nicer = [family for family in (*_NICER_FAMILIES, *own, _CJK_ELSE) if family in known][:1] if plain else []
    if nicer or own:
        # The second font draws what the first lacks. Without it, the system would choose one, often of
        # another country.
        made.setFamilies(list(dict.fromkeys([*(nicer or made.families()), *own])))
    made.setPointSizeF(max(made.pointSizeF(), BODY_LEAST_PT))
    return made
