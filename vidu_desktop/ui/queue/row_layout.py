"""The geometry of a queue row. Pure: the delegate paints by it, and the buttons are placed by it."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from vidu_desktop.ui.look.scale import GAP_M, GAP_S, GAP_XS

THUMB = QSize(80, 45)
ROW_HEIGHT = THUMB.height() + 2 * GAP_M
ACTION_HEIGHT = 28
PROGRESS_HEIGHT = 4
PRICE_WIDTH = 52
DETAIL_MOST_LINES = 4
DETAIL_SHIFT = -14
"""A detail sentence takes the place of the bar: no state has both."""


@dataclass(frozen=True, slots=True)
class RowLayout:
    """Rectangles in the coordinates of the viewport. Visible buttons make `line1` and `line2` narrower."""

    thumb: QRect
    line1: QRect
    line2: QRect
    bar: QRect
    detail: QRect
    price: QRect
    actions_right: int
    """The right end of the buttons."""
    middle: int
    """The vertical middle of the buttons."""


def detail_width(row_width: int) -> int:
    """Return the width of the detail sentence in a row of this width, in pixels."""
    return max(60, row_width - (GAP_M + THUMB.width() + GAP_M) - GAP_M)


def lay_row(row: QRect, line_height: int, caption_height: int, actions_width: int) -> RowLayout:
    """Return a row's layout; `actions_width` is 0 when no button is visible."""
    left = row.left() + GAP_M
    thumb = QRect(left, row.top() + GAP_M, THUMB.width(), THUMB.height())
    text_left = thumb.right() + 1 + GAP_M
    right = row.right() + 1 - GAP_M
    price = QRect(right - PRICE_WIDTH, row.top(), PRICE_WIDTH, ROW_HEIGHT)
    actions_right = price.left() - GAP_XS
    text_right = actions_right - (actions_width + GAP_S if actions_width else 0)
    block = line_height + GAP_XS + caption_height + GAP_XS + PROGRESS_HEIGHT
    top = row.top() + (ROW_HEIGHT - block) // 2
    line1 = QRect(text_left, top, max(0, text_right - text_left), line_height)
    line2 = QRect(text_left, line1.bottom() + 1 + GAP_XS - 1, line1.width(), caption_height)
    bar = QRect(text_left, line2.bottom() + 1 + GAP_XS + 1, line1.width(), PROGRESS_HEIGHT)
    detail_top = row.top() + ROW_HEIGHT + DETAIL_SHIFT
    detail = QRect(text_left, detail_top, right - text_left, max(0, row.bottom() + 1 - GAP_M - detail_top))
    return RowLayout(thumb, line1, line2, bar, detail, price, actions_right, row.top() + ROW_HEIGHT // 2)
