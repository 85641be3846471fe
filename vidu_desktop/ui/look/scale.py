"""The spacing and type scale. Everything on screen is a multiple of these, so that areas built apart look alike."""

import functools
from enum import StrEnum

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

GAP_XS = 4
GAP_S = 8
GAP_M = 12
GAP_L = 16
GAP_XL = 24
RADIUS = 8
RADIUS_S = 5
CONTROL_HEIGHT = 32
"""Height of buttons, fields and segments in pixels: one line of body text with air."""
LEAST_TILE_PX, USUAL_TILE_PX, WIDEST_TILE_PX = 128, 176, 360
"""How wide a tile of the library is: the least, at first, the most."""
CONTENT_MOST_PX = 620
"""How wide a column of controls and sentences grows; on a large screen the rest stays empty."""

BODY_LEAST_PT = 9.75  # 13 pixels at 96 dpi; the offscreen and bare X11 default of 9 pt is hard to read
_PLAIN_FAMILIES = {"", "Sans Serif", "Sans", "DejaVu Sans", "Bitstream Vera Sans"}
_NICER_FAMILIES = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Source Sans 3", "Liberation Sans")
# The CJK faces hold a good Latin one too. Only the Korean variant sets its quotes and dots as Latin text needs
# them, the others a full square wide; so it serves every language that isn't written with their own.
_CJK_FAMILIES = {
    QLocale.Language.Chinese: "Noto Sans CJK SC",
    QLocale.Language.Japanese: "Noto Sans CJK JP",
}
_CJK_ELSE = "Noto Sans CJK KR"


class FontRole(StrEnum):
    """What a text is for."""

    CAPTION = "caption"
    """Below or beside something else: units, counts, hints."""
    BODY = "body"
    STRONG = "strong"
    """Body text that carries a name or a state."""
    TITLE = "title"
    """Heads an area."""
    DISPLAY = "display"
    """One per screen at most: an empty state's sentence."""
    MONO = "mono"
    """Timecode and numbers that change: figures of one width."""


_FACTOR = {FontRole.CAPTION: 0.88, FontRole.TITLE: 1.18, FontRole.DISPLAY: 1.6}
_HEAVY = {FontRole.STRONG, FontRole.TITLE, FontRole.DISPLAY}


def font(role: FontRole | str) -> QFont:
    """Return the font of a role, scaled from the application's own."""
    return QFont(_font_of(FontRole(role), QGuiApplication.font().key()))


@functools.lru_cache(maxsize=32)
def _font_of(role: FontRole, _key: str) -> QFont:
    """Return the font of a role; kept while the application's font has this key, as every row asks with each paint."""
    made = QFont(QGuiApplication.font())
    if role is FontRole.MONO:
        # The body's own face with figures of one width: calmer than a typewriter face beside it.
        made.setFeature(QFont.Tag("tnum"), 1)
    made.setPointSizeF(made.pointSizeF() * _FACTOR.get(role, 1.0))
    made.setWeight(QFont.Weight.DemiBold if role in _HEAVY else QFont.Weight.Normal)
    return made


def body_font() -> QFont:
    """Return the application's font: the system's, unless that is X11's bare fallback or too small to read."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if made.family() in _PLAIN_FAMILIES:
        known = set(QFontDatabase.families())
        wanted = (*_NICER_FAMILIES, _CJK_FAMILIES.get(QLocale().language(), _CJK_ELSE))
        nicer = next((family for family in wanted if family in known), None)
        if nicer is not None:
            made.setFamilies([nicer])
    made.setPointSizeF(max(made.pointSizeF(), BODY_LEAST_PT))
    return made
