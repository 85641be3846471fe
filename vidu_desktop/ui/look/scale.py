"""The spacing and type scale. Everything on screen is a multiple of these, so that areas built apart look alike."""

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
"""Height of buttons, fields and segments in pixels: one line of body text with air."""
LEAST_TILE_PX, USUAL_TILE_PX, WIDEST_TILE_PX = 128, 176, 360
"""How wide a tile of the library is: the least, at first, the most."""
CONTENT_MOST_PX = 620
"""How wide a column of controls and sentences grows; on a large screen the rest stays empty."""

BODY_LEAST_PT = 9.75  # 13 pixels at 96 dpi; the offscreen and bare X11 default of 9 pt is hard to read
_PLAIN_FAMILIES = {"", "Sans Serif", "Sans", "DejaVu Sans", "Bitstream Vera Sans"}
_NICER_FAMILIES = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Source Sans 3", "Liberation Sans")
# The same character is drawn in another way in China and in Japan: the face follows the language. What isn't
# installed is passed over.
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
# The CJK faces hold a good Latin one too. Only the Korean variant sets its quotes and dots as Latin text needs
# them, the others a full square wide; so it serves every language that isn't written with their own.
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


def put_in_families(widgets: Iterable[QWidget], before: Sequence[str], after: Sequence[str]) -> None:
    """Put widgets that have a font of their own into the families that the application's has now, and paint all anew."""
    for widget in widgets:
        made = widget.font()
        if made.families() == before:
            made.setFamilies(after)
            widget.setFont(made)
        widget.update()


def body_font() -> QFont:
    """Return the application's font: the system's, unless that is X11's bare fallback or too small to read. In Chinese
    and Japanese their characters come from a face of their own.
    """
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    known = set(QFontDatabase.families())
    own = [family for family in _CJK_FAMILIES.get(QLocale().language(), ()) if family in known][:1]
    plain = made.family() in _PLAIN_FAMILIES
    nicer = [family for family in (*_NICER_FAMILIES, *own, _CJK_ELSE) if family in known][:1] if plain else []
    if nicer or own:
        # What the first lacks is drawn with the second; without one the system takes any, often another country's.
        made.setFamilies(list(dict.fromkeys([*(nicer or made.families()), *own])))
    made.setPointSizeF(max(made.pointSizeF(), BODY_LEAST_PT))
    return made
