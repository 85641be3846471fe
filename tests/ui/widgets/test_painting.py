"""Covers are scaled once for each size and then reused; they look as if they were drawn anew."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPixmap, QPixmapCache

from vidu_desktop.domain.titles import shared_ends
from vidu_desktop.ui.widgets import painting
from vidu_desktop.ui.widgets.painting import elided_alike

GROUND = QColor("#334455")


@pytest.fixture
def picture(qapp):
    QPixmapCache.clear()
    image = QImage(480, 270, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    painter = QPainter(image)
    painter.fillRect(100, 40, 160, 90, QColor("orange"))
    painter.end()
    return QPixmap.fromImage(image)


def drawn(draw, picture, rect, ratio):
    canvas = QImage(round(300 * ratio), round(200 * ratio), QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, rect, picture, 6, GROUND)
    painter.end()
    return canvas


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("rect", [QRect(11, 7, 192, 108), QRect(11, 7, 120, 120)])
def test_a_kept_cover_looks_like_one_that_is_drawn(picture, rect, ratio):
    plain, kept = (
        drawn(draw, picture, rect, ratio) for draw in (painting.draw_cover, painting.draw_kept_cover)
    )

    differences = [
        abs(a - b)
        for x in range(0, plain.width(), 3)
        for y in range(0, plain.height(), 3)
        for a, b in zip(plain.pixelColor(x, y).getRgb(), kept.pixelColor(x, y).getRgb(), strict=True)
    ]
    assert max(differences) <= 8  # the rounded edges are blended twice


def test_it_is_scaled_once_for_each_size_and_each_picture(picture, monkeypatch):
    scaled = []
    draw = painting.draw_cover
    monkeypatch.setattr(painting, "draw_cover", lambda *given: (scaled.append(given[1].size()), draw(*given)))
    small, large = QRect(5, 5, 100, 56), QRect(9, 9, 200, 112)

    for rect in (small, small.translated(40, 3), large, small):
        drawn(painting.draw_kept_cover, picture, rect, 1.0)
    assert scaled == [small.size(), large.size()]

    other = picture.copy(0, 0, 240, 135)
    drawn(painting.draw_kept_cover, other, small, 1.0)
    assert scaled == [small.size(), large.size(), small.size()]


def test_alike_names_are_cut_where_they_are_alike(qapp):
    names = [f"SKU-{number}-product-photo-front" for number in (1007, 1008)]
    metrics = QFontMetrics(QFont())
    room = metrics.horizontalAdvance("SKU-1007-pro")

    cut = [elided_alike(metrics, name, shared_ends(names), room) for name in names]

    assert ["1007" in cut[0], "1008" in cut[1]] == [True, True]
    assert all(metrics.horizontalAdvance(text) <= room for text in cut)
    assert elided_alike(metrics, names[0], shared_ends(names), 10_000) == names[0]


def test_a_line_of_text_is_drawn_on_one_line(qapp):
    def line(text):
        canvas = QImage(300, 20, QImage.Format.Format_RGB32)
        canvas.fill(QColor("white"))
        painter = QPainter(canvas)
        painting.draw_elided(painter, canvas.rect(), text, GROUND)
        painter.end()
        return canvas

    assert line("the sun\nclimbs\tslowly") == line("the sun climbs slowly")
