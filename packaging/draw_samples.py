"""Draws the sample pictures of resources/samples: `python packaging/draw_samples.py [FOLDER]`.

Everything is geometry and seeded chance, so that the pictures are ours and free for any use (CC0), and a change
of taste is a change of this file. Drawn at twice the size and scaled down.
"""

import math
import os
import random
import sys
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGuiApplication,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
    QTransform,
)

OVERSAMPLING = 2


def colour(text: str, alpha: float = 1.0) -> QColor:
    result = QColor(text)
    result.setAlphaF(alpha)
    return result


def mixed(first: str, second: str, share: float) -> str:
    one, two = QColor(first), QColor(second)
    channels = (round(a + (b - a) * share) for a, b in zip(one.getRgb()[:3], two.getRgb()[:3], strict=True))
    return QColor(*channels).name()


def down(top: float, bottom: float, *stops: tuple[float, QColor | str]) -> QBrush:
    """A vertical gradient between two heights."""
    gradient = QLinearGradient(0, top, 0, bottom)
    for place, tint in stops:
        gradient.setColorAt(place, QColor(tint))
    return QBrush(gradient)


def across(left: float, right: float, *stops: tuple[float, QColor | str]) -> QBrush:
    gradient = QLinearGradient(left, 0, right, 0)
    for place, tint in stops:
        gradient.setColorAt(place, QColor(tint))
    return QBrush(gradient)


def glow(painter: QPainter, x: float, y: float, radius: float, tint: str, strength: float) -> None:
    """Light around a point, fading to nothing like light does and not like a disc."""
    gradient = QRadialGradient(x, y, radius)
    for step in range(11):
        place = step / 10
        gradient.setColorAt(place, colour(tint, strength * (1 - place) ** 2.4))
    painter.fillRect(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), QBrush(gradient))


def smooth(points: list[tuple[float, float]], *, closed: bool = False) -> QPainterPath:
    """A soft line through all points (Catmull-Rom)."""
    path = QPainterPath(QPointF(*points[0]))
    count = len(points)
    for i in range(count if closed else count - 1):
        before, here, there, after = (
            points[(i + shift) % count] if closed else points[min(max(i + shift, 0), count - 1)]
            for shift in (-1, 0, 1, 2)
        )
        path.cubicTo(
            here[0] + (there[0] - before[0]) / 6,
            here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6,
            there[1] - (after[1] - here[1]) / 6,
            *there,
        )
    return path


def polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in points])


# ---- the town by the sea, at two hours of the same evening ------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Light:
    sky: tuple[tuple[float, str], ...]
    sea: tuple[tuple[float, str], ...]
    disc: str
    disc_at: tuple[float, float]
    disc_radius: float
    halo: str
    halo_strength: float
    haze: str
    far: str
    near: str
    cloud_lit: str
    cloud_shade: str
    glitter: str
    glitter_strength: float
    wall_lit: tuple[str, ...]
    shade: str
    shade_strength: float
    roofs: tuple[str, ...]
    window_dark: str
    window_lit: str
    lit_share: float
    ground: str
    ground_low: str
    night: bool


DUSK = Light(
    sky=(
        (0, "#34407f"),
        (0.28, "#6c5a9c"),
        (0.52, "#c9739a"),
        (0.74, "#f79a78"),
        (0.9, "#ffc485"),
        (1, "#ffe6b0"),
    ),
    sea=((0, "#ffd49a"), (0.08, "#f0a488"), (0.35, "#a9708f"), (0.75, "#5b5288"), (1, "#3c3f73")),
    disc="#fff6d8",
    disc_at=(0.63, 0.445),
    disc_radius=0.058,
    halo="#ffcf7d",
    halo_strength=0.85,
    haze="#f2a184",
    far="#b5749a",
    near="#4a4479",
    cloud_lit="#ffd0a6",
    cloud_shade="#b6709b",
    glitter="#fff0c4",
    glitter_strength=0.95,
    wall_lit=("#ffe3c4", "#ffd3b0", "#f7d9cf", "#fbe9d2", "#f2c3a6"),
    shade="#6a4f86",
    shade_strength=0.55,
    roofs=("#c9563f", "#b5483f", "#d9694a", "#8f4a63", "#5f5a8f", "#a3474a"),
    window_dark="#6f5a80",
    window_lit="#fff0a8",
    lit_share=0.3,
    ground="#5a6a5e",
    ground_low="#2f3857",
    night=False,
)

NIGHT = Light(
    sky=((0, "#0a1030"), (0.35, "#141f52"), (0.65, "#243a78"), (0.88, "#3f5f9c"), (1, "#6a8bbd")),
    sea=((0, "#5d80b5"), (0.1, "#38588f"), (0.4, "#203a70"), (1, "#0d1b42")),
    disc="#fdfbea",
    disc_at=(0.63, 0.2),
    disc_radius=0.048,
    halo="#bcd3ff",
    halo_strength=0.5,
    haze="#4f73a8",
    far="#34518a",
    near="#131f49",
    cloud_lit="#4a669f",
    cloud_shade="#2b437d",
    glitter="#dfeaff",
    glitter_strength=0.7,
    wall_lit=("#4a5a8f", "#445486", "#52608f", "#566595", "#3f4d80"),
    shade="#0e1740",
    shade_strength=0.5,
    roofs=("#39376f", "#332f66", "#423a6f", "#2c2d63", "#262d60", "#3a3168"),
    window_dark="#202a5c",
    window_lit="#ffd977",
    lit_share=0.8,
    ground="#1c2f4f",
    ground_low="#0a1230",
    night=True,
)


class Town:
    """One picture of the town. All chance is drawn from the same seeds, so both hours show the same place."""

    def __init__(self, light: Light, width: int = 1280, height: int = 720) -> None:
        self.light = light
        self.w, self.h = width, height
        self.horizon = 0.5 * height
        self.lamps: list[tuple[float, float, float]] = []

    def draw(self) -> QImage:
        image = QImage(self.w * OVERSAMPLING, self.h * OVERSAMPLING, QImage.Format.Format_RGB32)
        self.p = QPainter(image)
        self.p.scale(OVERSAMPLING, OVERSAMPLING)
        self.p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.p.setPen(Qt.PenStyle.NoPen)
        for part in (
            self.sky,
            self.clouds,
            self.hills,
            self.sea,
            self.boats,
            self.headland,
            self.slope,
            self.lamplight,
            self.front,
        ):
            part()
        self.p.end()
        return image.scaled(self.w, self.h, mode=Qt.TransformationMode.SmoothTransformation)

    def sky(self) -> None:
        light, p = self.light, self.p
        p.fillRect(QRectF(0, 0, self.w, self.horizon + 2), down(0, self.horizon, *light.sky))
        chance = random.Random(7)
        for _ in range(260):
            x, y = chance.uniform(0, self.w), self.horizon * chance.random() ** 1.6 * 0.9
            size, shine = chance.choice((0.7, 0.7, 0.9, 1.2, 1.7)), chance.uniform(0.35, 1)
            if light.night or (y < 0.14 * self.h and size > 0.8):
                p.setBrush(colour("#ffffff", shine * (1 if light.night else 0.45) * (1 - y / self.horizon)))
                p.drawEllipse(QPointF(x, y), size, size)
        x, y = light.disc_at[0] * self.w, light.disc_at[1] * self.h
        glow(p, x, y, 0.62 * self.w, light.halo, 0.55 * light.halo_strength)
        glow(p, x, y, 0.22 * self.w, light.halo, light.halo_strength)
        p.setBrush(QColor(light.disc))
        p.drawEllipse(QPointF(x, y), light.disc_radius * self.w, light.disc_radius * self.w)
        if light.night:
            p.setBrush(colour("#c9d4ee", 0.5))
            for dx, dy, radius in ((-18, -12, 13), (12, 14, 17), (20, -20, 7), (-10, 24, 8), (-30, 12, 6)):
                p.drawEllipse(QPointF(x + dx, y + dy), radius, radius)

    def cloud(self, x: float, base: float, width: float, height: float, seed: int) -> None:
        """A flat-bottomed heap: shade first, light pulled towards the sun, a rim of it on top."""
        chance = random.Random(seed)
        light, p = self.light, self.p
        puffs = []
        for i in range(64):
            place = -1 + 2 * (i + chance.uniform(-1.2, 1.2)) / 63
            swell = max(0.0, 1 - abs(place) ** 1.6) * height
            radius = (0.1 + 0.13 * max(0.0, 1 - abs(place))) * height * chance.uniform(0.6, 1.3) + 5
            puffs.append(
                (
                    x + place * width / 2,
                    base - chance.choice((0.05, 0.3, 0.5, 0.7, 0.85, 1, 1)) * max(0.0, swell - radius),
                    radius,
                )
            )
        puffs.sort(key=lambda puff: puff[1])  # the lower ones stand in front
        clip = QPainterPath()
        clip.addRect(QRectF(x - width, base - 4 * height, 2 * width, 4 * height + 3))
        towards = 1 if x < light.disc_at[0] * self.w else -1
        p.save()
        p.setClipPath(clip)
        p.setBrush(QColor(mixed(light.cloud_shade, light.haze, 0.55)))
        p.drawRoundedRect(QRectF(x - 0.58 * width, base - 8, 1.16 * width, 14), 6, 6)
        for px, py, radius in puffs:
            low = min(1.0, max(0.0, 1 - (base - py) / height))
            lit, shade = (
                mixed(light.cloud_lit, light.haze, 0.55 * low),
                mixed(light.cloud_shade, light.haze, 0.55 * low),
            )
            gradient = QRadialGradient(px + towards * 0.55 * radius, py - 0.6 * radius, 1.75 * radius)
            for place, tint in ((0, lit), (0.5, lit), (0.72, mixed(lit, shade, 0.4)), (1, shade)):
                gradient.setColorAt(place, QColor(tint))
            p.setBrush(QBrush(gradient))
            p.drawEllipse(QPointF(px, py), radius, radius)
        p.restore()

    def clouds(self) -> None:
        for x, base, width, height, seed in (
            (0.17, 0.40, 470, 190, 3),
            (0.36, 0.43, 260, 80, 5),
            (0.9, 0.41, 330, 105, 11),
            (0.78, 0.445, 160, 42, 13),
        ):
            self.cloud(x * self.w, base * self.h, width, height, seed)
        p, light = self.p, self.light
        chance = random.Random(21)
        for _ in range(13):  # thin streaks high up
            x, y = chance.uniform(0.25, 1.05) * self.w, chance.uniform(0.05, 0.33) * self.h
            length, thick = chance.uniform(90, 330), chance.uniform(2, 6)
            p.setBrush(
                across(
                    x - length / 2,
                    x + length / 2,
                    (0, colour(light.cloud_lit, 0)),
                    (0.5, colour(light.cloud_lit, 0.5)),
                    (1, colour(light.cloud_lit, 0)),
                )
            )
            p.drawEllipse(QPointF(x, y), length / 2, thick)

    def hills(self) -> None:
        light, p = self.light, self.p
        chance = random.Random(2)
        for layer, (rise, left, right) in enumerate(((62, -0.1, 0.62), (44, 0.74, 1.1), (40, -0.1, 0.45))):
            points = []
            steps = 14
            for i in range(steps + 1):
                share = i / steps
                x = (left + (right - left) * share) * self.w
                taper = math.sin(math.pi * min(1.0, max(0.02, share if left >= 0 else 0.35 + 0.65 * share)))
                y = self.horizon - taper * rise * chance.uniform(0.6, 1.25)
                points.append((x, y))
            path = smooth(points)
            path.lineTo(points[-1][0], self.horizon + 1)
            path.lineTo(points[0][0], self.horizon + 1)
            body = mixed(light.haze, light.far, 0.45 + 0.25 * layer)
            p.fillPath(
                path, down(self.horizon - rise, self.horizon, (0, body), (1, mixed(body, light.haze, 0.6)))
            )

    def sea(self) -> None:
        light, p = self.light, self.p
        p.fillRect(
            QRectF(0, self.horizon, self.w, self.h - self.horizon), down(self.horizon, self.h, *light.sea)
        )
        chance = random.Random(5)
        middle = light.disc_at[0] * self.w
        if not light.night:
            glow(p, middle, self.horizon, 0.3 * self.w, light.halo, 0.5)
        for _ in range(620):
            depth = chance.random() ** 1.5
            y = self.horizon + 3 + depth * 0.46 * self.h
            spread = (0.03 + 0.1 * depth) * self.w
            x = middle + chance.gauss(0, 0.55) * spread
            length = (6 + 46 * depth) * chance.uniform(0.4, 1.3)
            near = math.exp(-(((x - middle) / (1.1 * spread)) ** 2))
            p.setBrush(colour(light.glitter, light.glitter_strength * near * (0.9 - 0.55 * depth)))
            p.drawEllipse(QPointF(x, y), length / 2, 0.5 + 1.7 * depth)
        for _ in range(300):  # quiet waves everywhere
            depth = chance.random() ** 1.4
            x, y = chance.uniform(0, self.w), self.horizon + 4 + depth * 0.48 * self.h
            length = (8 + 70 * depth) * chance.uniform(0.4, 1.2)
            tint = light.sky[1][1] if chance.random() < 0.5 else light.haze
            p.setBrush(colour(tint, 0.28))
            p.drawEllipse(QPointF(x, y), length / 2, 0.5 + 1.3 * depth)

    def boat(self, x: float, y: float, size: float, sail: str) -> None:
        p, light = self.p, self.light
        hull = mixed("#6a4a5c", light.near, 0.55)
        p.setBrush(colour(light.near, 0.3))
        p.drawEllipse(QPointF(x, y + 2), 0.62 * size, 0.07 * size)
        p.setBrush(QColor(mixed(sail, light.near, 0.5 if light.night else 0.05)))
        p.drawPath(self.sail(x + 0.03 * size, y - 0.1 * size, 0.42 * size, -1.05 * size))
        p.setBrush(QColor(mixed(sail, light.near, 0.62 if light.night else 0.28)))
        p.drawPath(self.sail(x - 0.03 * size, y - 0.1 * size, -0.3 * size, -0.85 * size))
        p.setBrush(QColor(hull))
        p.drawPolygon(
            polygon(
                (x - 0.45 * size, y - 0.1 * size),
                (x + 0.52 * size, y - 0.1 * size),
                (x + 0.34 * size, y + 0.07 * size),
                (x - 0.32 * size, y + 0.07 * size),
            )
        )
        if light.night:
            self.lamps.append((x + 0.2 * size, y - 0.16 * size, 0.4 * size))

    @staticmethod
    def sail(x: float, y: float, width: float, height: float) -> QPainterPath:
        path = QPainterPath(QPointF(x, y))
        path.lineTo(x, y + height)
        path.quadTo(x + 0.75 * width, y + 0.45 * height, x + width, y)
        path.closeSubpath()
        return path

    def boats(self) -> None:
        self.boat(0.735 * self.w, 0.575 * self.h, 52, "#fff4e2")
        self.boat(0.535 * self.w, 0.522 * self.h, 17, "#ffe9cf")
        self.boat(0.86 * self.w, 0.517 * self.h, 13, "#ffe9cf")

    def headland(self) -> None:
        """The rock with the lighthouse, right."""
        p, light, w, h = self.p, self.light, self.w, self.h
        top = [(0.835, 0.575), (0.86, 0.545), (0.885, 0.5), (0.92, 0.478), (0.96, 0.47), (1.02, 0.455)]
        path = smooth([(x * w, y * h) for x, y in top])
        path.lineTo(1.02 * w, 0.66 * h)
        path.lineTo(0.9 * w, 0.625 * h)
        path.quadTo(0.85 * w, 0.6 * h, 0.835 * w, 0.575 * h)
        body = mixed(light.near, light.ground, 0.45)
        p.fillPath(path, down(0.46 * h, 0.65 * h, (0, mixed(body, light.haze, 0.25)), (1, light.near)))
        x, foot, tall = 0.93 * w, 0.482 * h, 0.2 * h
        if light.night:
            p.save()
            p.translate(x, foot - tall - 7)
            for angle, reach in ((184, 900), (4, 300)):
                p.save()
                p.rotate(angle)
                p.setBrush(
                    across(
                        0,
                        reach,
                        (0, colour("#fff3c0", 0.75)),
                        (0.5, colour("#fff3c0", 0.16)),
                        (1, colour("#fff3c0", 0)),
                    )
                )
                p.drawPolygon(polygon((0, -3), (reach, -0.075 * reach), (reach, 0.075 * reach), (0, 3)))
                p.restore()
            p.restore()
        tower = QPainterPath(QPointF(x - 15, foot))
        for point in ((x - 10, foot - tall), (x + 10, foot - tall), (x + 15, foot)):
            tower.lineTo(*point)
        tower.closeSubpath()
        pale = mixed("#fff6ec", light.shade, 0.62 if light.night else 0.06)
        band = mixed("#d4553f", light.shade, 0.6 if light.night else 0.1)
        p.fillPath(tower, QColor(pale))
        p.save()
        p.setClipPath(tower)
        for share in (0.2, 0.56):
            p.fillRect(QRectF(x - 20, foot - tall * (share + 0.18), 40, tall * 0.18), QColor(band))
        p.fillRect(QRectF(x + 2, foot - tall, 20, tall), colour(light.shade, 0.35))
        p.restore()
        p.setBrush(QColor(mixed("#55405f", light.near, 0.4)))
        p.drawRect(QRectF(x - 14, foot - tall - 3, 28, 4))
        p.setBrush(QColor(light.window_lit))
        p.drawRect(QRectF(x - 7, foot - tall - 14, 14, 11))
        p.setBrush(QColor(band))
        p.drawPolygon(polygon((x - 10, foot - tall - 14), (x + 10, foot - tall - 14), (x, foot - tall - 25)))
        self.lamps.append((x, foot - tall - 9, 70 if light.night else 26))

    def house(
        self, x: float, y: float, width: float, height: float, chance: random.Random, depth: float
    ) -> None:
        """A house on the slope, seen a little from its side; `depth` 0 is far and hazy, 1 is near."""
        p, light = self.p, self.light
        fog = 0.42 * (1 - depth)
        wall = mixed(chance.choice(light.wall_lit), light.haze, fog)
        roof = mixed(chance.choice(light.roofs), light.haze, fog)
        side = 0.36 * width
        rise = 0.34 * width * chance.uniform(0.8, 1.15)
        front = QRectF(x, y - height, width, height)
        p.setBrush(QColor(mixed(wall, light.shade, light.shade_strength)))
        p.drawPolygon(
            polygon(
                (x - side, y - 0.06 * width), (x, y), (x, y - height), (x - side, y - height - 0.02 * width)
            )
        )
        p.fillRect(front, down(y - height, y, (0, wall), (1, mixed(wall, light.shade, 0.3))))
        eave = 0.09 * width
        p.setBrush(QColor(wall))
        p.drawPolygon(polygon((x, y - height), (x + width, y - height), (x + width / 2, y - height - rise)))
        p.setBrush(QColor(mixed(roof, light.shade, 0.35)))
        p.drawPolygon(
            polygon(
                (x - side - eave, y - height + 0.01 * width),
                (x - eave * 0.4, y - height + eave * 0.6),
                (x + width / 2, y - height - rise - eave * 0.5),
                (x + width / 2 - side, y - height - rise - eave * 0.6),
            )
        )
        p.setPen(
            QPen(
                QColor(roof),
                max(1.2, 0.085 * width),
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        p.drawPolyline(
            polygon(
                (x - eave * 0.4, y - height + eave * 0.6),
                (x + width / 2, y - height - rise - eave * 0.2),
                (x + width + eave * 0.4, y - height + eave * 0.6),
            )
        )
        p.setPen(Qt.PenStyle.NoPen)
        columns, rows = (2 if width < 46 else 3), max(1, round(height / (0.62 * width)))
        pane_w, pane_h = 0.17 * width, 0.22 * width
        for row in range(rows):
            for column in range(columns):
                lit = chance.random() < light.lit_share
                left = x + width * (column + 0.5) / columns - pane_w / 2
                top = y - height + height * (row + 0.42) / rows - pane_h / 2
                p.setBrush(
                    QColor(mixed(light.window_lit if lit else light.window_dark, light.haze, 0.6 * fog))
                )
                p.drawRoundedRect(QRectF(left, top, pane_w, pane_h), 0.02 * width, 0.02 * width)
                p.setBrush(colour(light.shade, 0.35))
                p.drawRect(QRectF(left + 0.46 * pane_w, top, 0.08 * pane_w, pane_h))
                if lit and light.night:
                    self.lamps.append((left + pane_w / 2, top + pane_h / 2, 0.42 * width))

    def tree(self, x: float, y: float, size: float, chance: random.Random, depth: float) -> None:
        p, light = self.p, self.light
        fog = 0.4 * (1 - depth)
        leaf = mixed(mixed("#3f7a66", light.near, 0.7 if light.night else 0.22), light.haze, fog)
        blobs = [
            (
                x + chance.uniform(-0.4, 0.4) * size,
                y - chance.uniform(0.25, 0.95) * size,
                chance.uniform(0.24, 0.38) * size,
            )
            for _ in range(8)
        ]
        blobs.sort(key=lambda blob: blob[1])
        for bx, by, radius in blobs:
            gradient = QRadialGradient(bx + 0.5 * radius, by - 0.55 * radius, 1.7 * radius)
            lit = mixed(leaf, light.cloud_lit, 0.18 if light.night else 0.4)
            for place, tint in ((0, lit), (0.38, lit), (0.5, leaf), (1, mixed(leaf, light.shade, 0.5))):
                gradient.setColorAt(place, QColor(tint))
            p.setBrush(QBrush(gradient))
            p.drawEllipse(QPointF(bx, by), radius, radius)

    def shore(self, x: float) -> float:
        """Height of the slope's crest at x, in pixels from above."""
        share = x / self.w
        return (0.405 + 0.2 * max(0, share) ** 1.15 + 0.62 * max(0.0, share - 0.33) ** 1.6) * self.h

    def slope(self) -> None:
        """The hillside with the town, left, falling to the harbour."""
        p, light, w, h = self.p, self.light, self.w, self.h
        crest = [(i / 20 * 0.5 * w - 10, self.shore(i / 20 * 0.5 * w)) for i in range(21)]
        cape = [
            (0.55, 0.587),
            (0.592, 0.612),
            (0.618, 0.634),
            (0.627, 0.652),
            (0.612, 0.668),
            (0.6, 0.69),
            (0.612, 0.715),
        ]
        cape += [
            (0.6, 0.745),
            (0.577, 0.775),
            (0.58, 0.8),
            (0.556, 0.83),
            (0.535, 0.87),
            (0.54, 0.9),
            (0.5, 0.96),
        ]
        path = smooth(crest + [(x * w, y * h) for x, y in cape])
        path.lineTo(0.5 * w, h)
        path.lineTo(-10, h)
        p.setPen(QPen(colour(light.glitter, 0.35), 5))  # foam along the rocks
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawPath(smooth([(x * w + 2, y * h + 2) for x, y in cape]))
        p.setPen(Qt.PenStyle.NoPen)
        body = mixed(light.ground, light.haze, 0.22)
        p.fillPath(path, down(0.4 * h, h, (0, body), (1, light.ground_low)))
        p.save()
        p.setClipPath(path)
        for x, y in cape:  # rocks of the shore
            p.setBrush(
                QColor(mixed(mixed("#8a6a80", light.near, 0.6 if light.night else 0.2), light.haze, 0.15))
            )
            p.drawPolygon(
                polygon(
                    (x * w - 30, y * h - 6),
                    (x * w + 2, y * h - 16),
                    (x * w + 16, y * h + 10),
                    (x * w - 24, y * h + 16),
                )
            )
            p.setBrush(
                QColor(mixed(mixed("#5d4868", light.near, 0.7 if light.night else 0.3), light.haze, 0.05))
            )
            p.drawPolygon(
                polygon(
                    (x * w - 24, y * h + 4),
                    (x * w + 20, y * h - 2),
                    (x * w + 16, y * h + 20),
                    (x * w - 22, y * h + 22),
                )
            )
        p.restore()
        grove = random.Random(77)
        for _ in range(58):
            x = grove.uniform(0.4, 0.585) * w
            y = (
                max(self.shore(x), 0.59 * h)
                + 10
                + grove.random() ** 1.2 * (0.3 * h) * (1.0 - 2.2 * max(0.0, x / w - 0.45))
            )
            self.tree(x, y, grove.uniform(20, 34) * (0.55 + 0.6 * y / h), grove, 0.45 + 0.4 * (y / h - 0.5))
        chance = random.Random(40)
        rows = 8
        for row in range(rows):
            depth = row / (rows - 1)
            size = 21 + 36 * depth
            x = -20 + chance.uniform(0, 20)
            limit = (0.42 + 0.025 * row) * w if row < 5 else (0.545 - 0.07 * (row - 4)) * w
            while x < limit:
                y = self.shore(x) + 12 + 400 * (0.05 * depth + 0.78 * depth**1.45)
                if chance.random() < 0.3:
                    self.tree(x + size / 2, y + 3, size * chance.uniform(0.8, 1.2), chance, depth)
                    x += size * chance.uniform(0.7, 1.0)
                else:
                    width = size * chance.uniform(0.85, 1.2)
                    self.house(x, y, width, width * chance.uniform(0.75, 1.35), chance, depth)
                    x += width * chance.uniform(1.3, 1.62)
        self.quay()

    def quay(self) -> None:
        p, light, w, h = self.p, self.light, self.w, self.h
        stone = mixed("#cbb0a6", light.near, 0.66 if light.night else 0.3)
        p.setBrush(QColor(stone))
        p.drawPolygon(
            polygon(
                (0.565 * w, 0.742 * h), (0.735 * w, 0.716 * h), (0.742 * w, 0.728 * h), (0.57 * w, 0.762 * h)
            )
        )
        p.setBrush(QColor(mixed(stone, light.shade, 0.55)))
        p.drawPolygon(
            polygon(
                (0.57 * w, 0.762 * h), (0.742 * w, 0.728 * h), (0.742 * w, 0.742 * h), (0.57 * w, 0.785 * h)
            )
        )
        for x, y in ((0.61, 0.737), (0.67, 0.7275), (0.73, 0.719)):
            p.setBrush(QColor(mixed("#443a58", light.near, 0.5)))
            p.drawRect(QRectF(x * w - 1.2, y * h - 26, 2.4, 26))
            p.setBrush(QColor(light.window_lit))
            p.drawEllipse(QPointF(x * w, y * h - 28), 4, 4)
            self.lamps.append((x * w, y * h - 28, 46 if light.night else 22))
            p.setBrush(
                across(
                    x * w - 8,
                    x * w + 8,
                    (0, colour(light.window_lit, 0)),
                    (0.5, colour(light.window_lit, 0.4 if light.night else 0.15)),
                    (1, colour(light.window_lit, 0)),
                )
            )
            p.drawRect(QRectF(x * w - 8, y * h + 22, 16, 0.09 * h))

    def lamplight(self) -> None:
        for x, y, radius in self.lamps:
            glow(self.p, x, y, radius, self.light.window_lit, 0.5)

    def front(self) -> None:
        """What is nearest: the road's railing, grass, the pole with its wires."""
        p, light, w, h = self.p, self.light, self.w, self.h
        dark = mixed("#2b2748", light.near, 0.8 if light.night else 0.25)
        bank = smooth(
            [
                (-10, 0.93 * h),
                (0.2 * w, 0.915 * h),
                (0.45 * w, 0.93 * h),
                (0.7 * w, 0.905 * h),
                (1.02 * w, 0.86 * h),
            ]
        )
        bank.lineTo(1.02 * w, h)
        bank.lineTo(-10, h)
        p.fillPath(bank, down(0.86 * h, h, (0, mixed(dark, light.ground, 0.55)), (1, dark)))
        rim = smooth(
            [
                (-10, 0.93 * h),
                (0.2 * w, 0.915 * h),
                (0.45 * w, 0.93 * h),
                (0.7 * w, 0.905 * h),
                (1.02 * w, 0.86 * h),
            ]
        )
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(colour(light.cloud_lit, 0.55), 2.2))
        p.drawPath(rim)
        chance = random.Random(9)
        for _ in range(620):
            x = chance.uniform(-0.01, 1.01) * w
            share = x / w
            foot = (0.935 - 0.07 * max(0.0, share - 0.35)) * h + chance.uniform(-2, 30)
            tall, lean = chance.uniform(10, 38) * (0.55 + 0.7 * share), chance.uniform(-9, 16)
            blade = QPainterPath(QPointF(x, foot))
            blade.quadTo(x + 0.2 * lean, foot - 0.6 * tall, x + lean, foot - tall)
            tint = mixed(
                dark, light.cloud_lit, chance.choice((0.0, 0.0, 0.1, 0.2, 0.38)) * (0.9 if light.night else 1)
            )
            p.setPen(
                QPen(
                    colour(tint, 0.95),
                    chance.uniform(1.0, 2.2),
                    Qt.PenStyle.SolidLine,
                    Qt.PenCapStyle.RoundCap,
                )
            )
            p.drawPath(blade)
        p.setPen(Qt.PenStyle.NoPen)
        pole_x = 0.815 * w
        p.setPen(QPen(QColor(dark), 1.7))
        for arm, (far_y, sag) in enumerate(((0.02, 60), (0.06, 64), (0.125, 58))):
            start = QPointF(pole_x - 30 + 30 * arm, (0.135 + 0.03 * (arm == 2)) * h)
            for end_x, end_y in ((-20, far_y * h + 0.1 * h), (w + 60, far_y * h - 0.06 * h)):
                wire = QPainterPath(start)
                wire.quadTo(
                    (start.x() + end_x) / 2,
                    (start.y() + end_y) / 2 + sag * abs(end_x - start.x()) / w * 1.6,
                    end_x,
                    end_y,
                )
                p.drawPath(wire)
        p.setPen(Qt.PenStyle.NoPen)
        p.fillRect(
            QRectF(pole_x - 6, 0.09 * h, 12, 0.86 * h),
            across(
                pole_x - 6,
                pole_x + 6,
                (0, mixed(dark, light.cloud_lit, 0.4 if not light.night else 0.15)),
                (0.3, dark),
                (1, dark),
            ),
        )
        for y, reach in ((0.128, 44), (0.158, 34)):
            p.fillRect(QRectF(pole_x - reach, y * h, 2 * reach, 5.5), QColor(dark))
            for knob in (-reach + 5, -reach / 2, reach / 2, reach - 5):
                p.fillRect(QRectF(pole_x + knob - 2, y * h - 8, 4, 8), QColor(dark))
        p.setBrush(QColor(dark))
        p.drawRoundedRect(QRectF(pole_x + 8, 0.2 * h, 22, 36), 4, 4)
        self.gulls(dark)
        self.cat(0.705 * w, 0.921 * h, 62, mixed(dark, "#0b0a1e", 0.35))

    def cat(self, x: float, y: float, size: float, tint: str) -> None:
        """Somebody who watches the sea, from behind; lit along the side of the sun."""
        p, light = self.p, self.light
        body = QPainterPath(QPointF(x - 0.3 * size, y))
        body.cubicTo(
            x - 0.36 * size,
            y - 0.45 * size,
            x - 0.16 * size,
            y - 0.6 * size,
            x - 0.13 * size,
            y - 0.72 * size,
        )
        body.lineTo(x + 0.13 * size, y - 0.72 * size)
        body.cubicTo(x + 0.16 * size, y - 0.6 * size, x + 0.36 * size, y - 0.45 * size, x + 0.3 * size, y)
        body.closeSubpath()
        head = QPainterPath()
        head.addEllipse(QPointF(x, y - 0.84 * size), 0.215 * size, 0.185 * size)
        for side in (-1, 1):
            ear = QPainterPath(QPointF(x + side * 0.2 * size, y - 0.86 * size))
            ear.lineTo(x + side * 0.205 * size, y - 1.13 * size)
            ear.lineTo(x + side * 0.03 * size, y - 0.99 * size)
            ear.closeSubpath()
            head = head.united(ear)
        whole = body.united(head)
        p.setBrush(Qt.BrushStyle.NoBrush)
        tail = QPainterPath(QPointF(x + 0.2 * size, y - 0.04 * size))
        tail.cubicTo(
            x + 0.7 * size, y + 0.08 * size, x + 0.78 * size, y - 0.3 * size, x + 0.56 * size, y - 0.36 * size
        )
        p.setPen(QPen(QColor(tint), 0.12 * size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        p.drawPath(tail)
        p.setPen(Qt.PenStyle.NoPen)
        p.fillPath(whole, QColor(tint))
        p.save()
        p.setClipPath(whole)
        p.setPen(QPen(colour(light.cloud_lit, 0.75), 0.05 * size))
        p.drawPath(whole)
        p.restore()
        p.setPen(Qt.PenStyle.NoPen)

    def gulls(self, dark: str) -> None:
        if self.light.night:
            return
        self.p.setBrush(Qt.BrushStyle.NoBrush)
        for x, y, size in ((0.44, 0.2, 17), (0.475, 0.165, 12), (0.5, 0.225, 10), (0.41, 0.255, 8)):
            path = QPainterPath(QPointF(x * self.w - size, y * self.h - 0.2 * size))
            path.quadTo(x * self.w - 0.4 * size, y * self.h - 0.6 * size, x * self.w, y * self.h)
            path.quadTo(
                x * self.w + 0.4 * size, y * self.h - 0.7 * size, x * self.w + size, y * self.h - 0.35 * size
            )
            self.p.setPen(QPen(QColor(dark), 0.15 * size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            self.p.drawPath(path)
        self.p.setPen(Qt.PenStyle.NoPen)


# ---- a product on a plinth --------------------------------------------------------------------------------


def draw_bottle(side: int = 1024) -> QImage:
    """A bottle before an arch in morning light, as a shop would show it."""
    image = QImage(side * OVERSAMPLING, side * OVERSAMPLING, QImage.Format.Format_RGB32)
    p = QPainter(image)
    p.scale(OVERSAMPLING * side / 1024, OVERSAMPLING * side / 1024)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    p.fillRect(QRectF(0, 0, 1024, 760), across(0, 1024, (0, "#f6d9c6"), (0.55, "#f3cdb9"), (1, "#e6b5a3")))
    p.fillRect(QRectF(0, 760, 1024, 264), down(760, 1024, (0, "#e3ac98"), (0.25, "#efc3ae"), (1, "#f7dac6")))
    arch = QPainterPath(QPointF(262, 762))
    arch.lineTo(262, 420)
    arch.cubicTo(262, 60, 762, 60, 762, 420)
    arch.lineTo(762, 762)
    arch.closeSubpath()
    p.fillPath(arch, down(150, 762, (0, "#9fc6c0"), (0.6, "#c4ddd2"), (1, "#e4ead9")))
    p.save()
    p.setClipPath(arch)
    glow(p, 640, 300, 330, "#fff6df", 0.9)
    p.setBrush(QColor("#fffaf0"))
    p.drawEllipse(QPointF(628, 306), 74, 74)
    for base, rise, tint in ((690, 120, "#8fb9b4"), (735, 90, "#6fa39f"), (775, 60, "#4f8785")):
        hill = smooth(
            [
                (240, base - rise * 0.4),
                (340, base - rise),
                (470, base - rise * 0.5),
                (600, base - rise * 0.9),
                (800, base - rise * 0.3),
            ]
        )
        hill.lineTo(800, 780)
        hill.lineTo(240, 780)
        p.fillPath(hill, down(base - rise, base, (0, tint), (1, mixed(tint, "#e4ead9", 0.5))))
    p.setPen(QPen(colour("#8a5b4c", 0.35), 26))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawPath(arch.translated(16, 6))
    p.restore()
    p.setPen(Qt.PenStyle.NoPen)
    draw_plinth(p)
    draw_flask(p)
    draw_twig(p, 196, 830, -1)
    draw_twig(p, 846, 846, 1)
    p.save()  # light through leaves, over everything
    for x, y, long, turn in (
        (70, 130, 190, 28),
        (160, 60, 210, 50),
        (40, 260, 180, 8),
        (230, 170, 160, 38),
        (20, 20, 200, 60),
    ):
        p.save()
        p.translate(x, y)
        p.rotate(turn)
        p.setBrush(colour("#a65f4f", 0.1))
        p.drawPath(leaf_path(long, 0.2 * long))
        p.restore()
    p.restore()
    p.end()
    return image.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation)


def leaf_path(long: float, wide: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, 0))
    path.cubicTo(0.3 * long, -wide, 0.75 * long, -0.8 * wide, long, 0)
    path.cubicTo(0.75 * long, 0.8 * wide, 0.3 * long, wide, 0, 0)
    return path


def draw_plinth(p: QPainter) -> None:
    p.setBrush(QBrush(shadow := QRadialGradient(600, 940, 380)))
    for place, alpha in ((0, 0.42), (0.5, 0.3), (1, 0)):
        shadow.setColorAt(place, colour("#7d4238", alpha))
    p.save()
    p.setTransform(QTransform(1, 0, 0, 0.24, 0, 712), combine=True)
    p.setBrush(QBrush(shadow))
    p.drawEllipse(QPointF(600, 940), 380, 380)
    p.restore()
    for top, bottom, half, lift in ((842, 936, 268, 44), (774, 850, 196, 33)):
        body = QPainterPath(QPointF(512 - half, top))
        body.lineTo(512 - half, bottom)
        body.arcTo(QRectF(512 - half, bottom - lift, 2 * half, 2 * lift), 180, 180)
        body.lineTo(512 + half, top)
        body.closeSubpath()
        p.fillPath(
            body,
            across(
                512 - half,
                512 + half,
                (0, "#fff6ec"),
                (0.25, "#fbe8da"),
                (0.62, "#eec4b0"),
                (0.92, "#cf9683"),
                (1, "#dba592"),
            ),
        )
        p.setBrush(across(512 - half, 512 + half, (0, "#fffaf3"), (0.6, "#fbe6d8"), (1, "#efcbb8")))
        p.drawEllipse(QPointF(512, top), half, lift)


def draw_flask(p: QPainter) -> None:
    p.save()  # its shadow and the amber light that falls through it
    p.setTransform(QTransform(1, 0, 0, 0.2, 0, 620), combine=True)
    for x, radius, tint, strength in ((560, 160, "#6b2f2a", 0.55), (620, 120, "#ffb347", 0.75)):
        glow(p, x, 775, radius, tint, strength)
    p.restore()
    glass = QPainterPath(QPointF(396, 772))
    glass.cubicTo(376, 772, 368, 756, 368, 738)
    glass.lineTo(368, 520)
    glass.cubicTo(368, 446, 410, 430, 448, 418)
    glass.cubicTo(466, 412, 468, 404, 468, 392)
    glass.lineTo(556, 392)
    glass.cubicTo(556, 404, 558, 412, 576, 418)
    glass.cubicTo(614, 430, 656, 446, 656, 520)
    glass.lineTo(656, 738)
    glass.cubicTo(656, 756, 648, 772, 628, 772)
    glass.cubicTo(580, 784, 444, 784, 396, 772)
    p.fillPath(
        glass,
        across(
            368,
            656,
            (0, "#b9522b"),
            (0.08, "#e98a3f"),
            (0.3, "#ffc06a"),
            (0.55, "#f79a45"),
            (0.85, "#b84f2a"),
            (1, "#8a3522"),
        ),
    )
    p.save()
    p.setClipPath(glass)
    p.fillRect(
        QRectF(368, 392, 288, 84), down(392, 476, (0, colour("#fff3dd", 0.75)), (1, colour("#fff3dd", 0.2)))
    )
    p.setBrush(colour("#fff0d2", 0.55))
    p.drawEllipse(QPointF(512, 476), 150, 10)
    glow(p, 560, 700, 150, "#ffe08c", 0.7)
    p.fillRect(
        QRectF(384, 470, 20, 290),
        down(
            470,
            760,
            (0, colour("#ffffff", 0.0)),
            (0.2, colour("#ffffff", 0.75)),
            (0.85, colour("#ffffff", 0.5)),
            (1, colour("#ffffff", 0)),
        ),
    )
    p.fillRect(QRectF(412, 500, 7, 240), colour("#ffffff", 0.28))
    p.fillRect(QRectF(632, 500, 8, 240), colour("#ffd9a6", 0.5))
    p.fillRect(
        QRectF(368, 746, 288, 40), down(746, 784, (0, colour("#5d1f17", 0)), (1, colour("#5d1f17", 0.55)))
    )
    p.restore()
    p.setBrush(across(430, 600, (0, "#fffaf2"), (0.7, "#fbeedd"), (1, "#ecd3bb")))
    p.drawRoundedRect(QRectF(430, 542, 164, 168), 10, 10)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(QPen(QColor("#b98a5c"), 2))
    p.drawRoundedRect(QRectF(439, 551, 146, 150), 6, 6)
    p.setPen(Qt.PenStyle.NoPen)
    for turn in (-90, -140, -40, -168, -12):
        p.save()
        p.translate(512, 648)
        p.rotate(turn)
        p.setBrush(QColor("#3f7671" if turn in (-90, -168, -12) else "#6aa39b"))
        p.drawPath(leaf_path(62 if turn == -90 else 52, 12))
        p.restore()
    for y, half in ((668, 44), (680, 26)):
        p.fillRect(QRectF(512 - half, y, 2 * half, 3.5), QColor("#c79a6b"))
    p.fillRect(
        QRectF(464, 368, 96, 28),
        across(464, 560, (0, "#a9803f"), (0.25, "#ffe9b0"), (0.5, "#d6a758"), (1, "#8d6228")),
    )
    cap = QPainterPath()
    cap.addRoundedRect(QRectF(452, 250, 120, 120), 14, 14)
    p.fillPath(
        cap,
        across(
            452, 572, (0, "#24484c"), (0.14, "#6fa8a3"), (0.3, "#3f7671"), (0.75, "#24484c"), (1, "#16333a")
        ),
    )
    p.setBrush(across(452, 572, (0, "#5e9a96"), (0.4, "#8cc4bd"), (1, "#3a6c6a")))
    p.drawRoundedRect(QRectF(452, 250, 120, 15), 8, 8)


def draw_twig(p: QPainter, x: float, y: float, way: int) -> None:
    """A sprig of olive lying beside the plinth."""
    for index in range(11):
        share = index / 10
        p.save()
        p.translate(x + way * -1 * (60 - 150 * share), y + 34 * math.sin(2.4 * share) - 26 * share)
        p.rotate((-64 if index % 2 else 38) * (1 - 0.5 * share) + (0 if way < 0 else 180))
        p.setBrush(QColor(("#4d8079", "#7fb0a4", "#5f938b")[index % 3]))
        p.drawPath(leaf_path(74 - 30 * share, 15))
        p.restore()


# ---- two subjects for the reference mode ------------------------------------------------------------------


def draw_fox(side: int = 1024) -> QImage:
    """A small fox with a scarf, on a plain ground as a reference should be."""
    image = QImage(side * OVERSAMPLING, side * OVERSAMPLING, QImage.Format.Format_RGB32)
    p = QPainter(image)
    p.scale(OVERSAMPLING * side / 1024, OVERSAMPLING * side / 1024)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    p.fillRect(QRectF(0, 0, 1024, 1024), down(0, 1024, (0, "#fdf3e3"), (0.8, "#fbe6cf"), (1, "#f3d3b4")))
    p.setBrush(down(100, 900, (0, "#c3e3dc"), (1, "#e4efe2")))
    p.drawEllipse(QPointF(512, 500), 400, 400)
    p.setBrush(colour("#9a5f45", 0.3))
    p.drawEllipse(QPointF(530, 934), 300, 30)
    fur, deep, cream, dark = "#f08a3c", "#d8682a", "#fff4e4", "#4a2f35"

    tail = smooth(
        [
            (640, 890),
            (790, 880),
            (872, 760),
            (850, 600),
            (770, 500),
            (716, 470),
            (726, 560),
            (712, 660),
            (640, 740),
        ]
    )
    tail.lineTo(600, 860)
    tail.closeSubpath()
    p.fillPath(tail, across(620, 880, (0, deep), (0.5, fur), (1, "#f9a458")))
    p.save()
    p.setClipPath(tail)
    p.setBrush(QColor(cream))
    p.drawPath(
        smooth(
            [(690, 440), (700, 560), (742, 590), (768, 566), (800, 622), (836, 590), (880, 610), (900, 420)],
            closed=True,
        )
    )
    p.restore()

    body = QPainterPath(QPointF(382, 926))
    body.cubicTo(330, 800, 372, 640, 440, 560)
    body.lineTo(584, 560)
    body.cubicTo(660, 640, 704, 800, 650, 926)
    body.closeSubpath()
    p.fillPath(body, across(350, 690, (0, "#f9a458"), (0.45, fur), (1, deep)))
    p.setBrush(QColor(deep))  # haunch
    haunch = smooth([(604, 930), (578, 860), (600, 780), (664, 770), (704, 840), (700, 930)], closed=True)
    p.fillPath(haunch, across(570, 710, (0, fur), (1, deep)))
    chest = smooth(
        [
            (436, 600),
            (420, 690),
            (446, 770),
            (470, 800),
            (490, 786),
            (512, 826),
            (534, 786),
            (554, 800),
            (578, 760),
            (594, 690),
            (580, 600),
        ],
        closed=True,
    )
    p.fillPath(chest, down(600, 830, (0, "#f7dcc2"), (0.4, cream), (1, cream)))
    for x in (436, 524):
        leg = QPainterPath(QPointF(x, 770))
        leg.cubicTo(x - 8, 850, x - 10, 890, x - 6, 930)
        leg.lineTo(x + 66, 930)
        leg.cubicTo(x + 70, 890, x + 64, 840, x + 58, 770)
        leg.closeSubpath()
        p.fillPath(leg, down(770, 930, (0, colour(fur, 0)), (0.3, fur), (0.55, fur), (0.62, dark), (1, dark)))
    p.setBrush(QColor(dark))
    for x in (462, 550, 640):
        p.drawRoundedRect(QRectF(x - 44, 902, 88, 36), 18, 18)
    p.setPen(QPen(QColor("#6b474b"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for x in (462, 550, 640):
        for shift in (-14, 12):
            p.drawLine(QPointF(x + shift, 920), QPointF(x + shift, 932))
    p.setPen(Qt.PenStyle.NoPen)

    draw_scarf(p)

    for way in (-1, 1):  # ears
        outer = QPainterPath(QPointF(512 + way * 60, 300))
        outer.cubicTo(512 + way * 100, 190, 512 + way * 170, 120, 512 + way * 214, 96)
        outer.cubicTo(512 + way * 244, 190, 512 + way * 240, 300, 512 + way * 212, 380)
        outer.closeSubpath()
        p.fillPath(outer, down(96, 380, (0, dark), (0.24, dark), (0.34, fur if way < 0 else deep), (1, fur)))
        inner = QPainterPath(QPointF(512 + way * 110, 290))
        inner.cubicTo(512 + way * 130, 230, 512 + way * 170, 190, 512 + way * 192, 176)
        inner.cubicTo(512 + way * 208, 230, 512 + way * 204, 290, 512 + way * 190, 330)
        inner.closeSubpath()
        p.fillPath(inner, down(176, 330, (0, "#7a4a4a"), (0.5, "#f7c9ae"), (1, cream)))
    head = QPainterPath(QPointF(512, 250))
    head.cubicTo(640, 244, 726, 320, 738, 408)
    head.cubicTo(752, 436, 768, 452, 792, 470)
    head.cubicTo(768, 482, 752, 486, 738, 486)
    head.cubicTo(744, 500, 752, 510, 762, 522)
    head.cubicTo(736, 528, 712, 528, 696, 524)
    head.cubicTo(650, 590, 580, 622, 512, 622)
    right = QPainterPath(head)
    mirror = QTransform(-1, 0, 0, 1, 1024, 0)
    right.lineTo(512, 250)
    whole = right.united(mirror.map(right))
    p.fillPath(whole, across(230, 794, (0, "#fba65c"), (0.4, fur), (0.75, "#e67c33"), (1, deep)))
    p.save()
    p.setClipPath(whole)
    for way in (-1, 1):
        cheek = QPainterPath(QPointF(512, 470))
        cheek.cubicTo(512 + way * 40, 430, 512 + way * 110, 430, 512 + way * 150, 470)
        cheek.cubicTo(512 + way * 190, 486, 512 + way * 240, 480, 512 + way * 300, 462)
        cheek.lineTo(512 + way * 300, 640)
        cheek.lineTo(512, 640)
        cheek.closeSubpath()
        p.fillPath(cheek, down(440, 622, (0, cream), (0.7, cream), (1, "#f2d9c2")))
        p.setBrush(colour("#f4977f", 0.55))
        p.drawEllipse(QPointF(512 + way * 168, 508), 38, 22)
        p.setBrush(QColor(cream))
        p.drawEllipse(QPointF(512 + way * 78, 352), 26, 15)
    blaze = QPainterPath(QPointF(512, 250))
    blaze.cubicTo(530, 330, 534, 400, 512, 470)
    blaze.cubicTo(490, 400, 494, 330, 512, 250)
    p.fillPath(blaze, colour("#ffc180", 0.8))
    p.restore()

    for way in (-1, 1):  # eyes
        x, y = 512 + way * 108, 432
        p.setBrush(QColor("#3a2228"))
        p.drawEllipse(QPointF(x, y), 40, 48)
        p.save()
        iris = QPainterPath()
        iris.addEllipse(QPointF(x, y + 3), 33, 41)
        p.setClipPath(iris)
        p.fillRect(
            QRectF(x - 40, y - 50, 80, 100),
            down(y - 40, y + 44, (0, "#3b1d1c"), (0.45, "#8a4a1f"), (1, "#ffbe55")),
        )
        p.setBrush(QColor("#2a1618"))
        p.drawEllipse(QPointF(x, y + 2), 17, 24)
        p.restore()
        p.setBrush(QColor("#ffffff"))
        p.drawEllipse(QPointF(x - 11, y - 18), 13, 14)
        p.drawEllipse(QPointF(x + 13, y + 20), 5.5, 6)
        lid = QPainterPath(QPointF(x - way * 40, y - 22))
        lid.quadTo(x + way * 4, y - 66, x + way * 52, y - 16)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(QColor("#3a2228"), 10, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        p.drawPath(lid)
        p.setPen(Qt.PenStyle.NoPen)
    nose = smooth([(486, 506), (512, 498), (538, 506), (526, 528), (512, 534), (498, 528)], closed=True)
    p.fillPath(nose, QColor("#3a2228"))
    p.setBrush(colour("#ffffff", 0.6))
    p.drawEllipse(QPointF(503, 509), 8, 4)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(QPen(QColor("#5b343a"), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for way in (-1, 1):
        mouth = QPainterPath(QPointF(512, 536))
        mouth.cubicTo(512 + way * 4, 562, 512 + way * 36, 566, 512 + way * 50, 546)
        p.drawPath(mouth)
    p.end()
    return image.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation)


def draw_scarf(p: QPainter) -> None:
    red, low = "#2f8f8b", "#1f6b70"
    end = smooth([(572, 640), (640, 690), (660, 780), (632, 800), (584, 792), (578, 720)], closed=True)
    p.fillPath(end, across(560, 660, (0, red), (1, low)))
    p.setPen(QPen(QColor("#f6d08a"), 9))
    p.save()
    p.setClipPath(end)
    p.drawLine(QPointF(560, 742), QPointF(680, 736))
    p.drawLine(QPointF(560, 764), QPointF(680, 758))
    p.restore()
    p.setPen(Qt.PenStyle.NoPen)
    ring = smooth(
        [
            (384, 596),
            (440, 560),
            (512, 552),
            (590, 560),
            (644, 596),
            (636, 650),
            (570, 678),
            (512, 684),
            (450, 678),
            (392, 650),
        ],
        closed=True,
    )
    p.fillPath(ring, down(580, 690, (0, low), (0.35, red), (0.8, "#49aaa2"), (1, low)))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(QPen(colour("#174f55", 0.6), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    p.drawPath(smooth([(420, 636), (480, 660), (560, 656), (610, 632)]))
    p.setPen(Qt.PenStyle.NoPen)


def draw_lantern(side: int = 768) -> QImage:
    """A round paper lantern at night."""
    image = QImage(side * OVERSAMPLING, side * OVERSAMPLING, QImage.Format.Format_RGB32)
    p = QPainter(image)
    p.scale(OVERSAMPLING * side / 768, OVERSAMPLING * side / 768)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    p.fillRect(QRectF(0, 0, 768, 768), down(0, 768, (0, "#141a44"), (0.6, "#2a2f6b"), (1, "#4a3d7c")))
    chance = random.Random(4)
    for _ in range(46):  # far lanterns, out of focus
        x, y, radius = chance.uniform(0, 768), chance.uniform(60, 768), chance.uniform(6, 34)
        p.setBrush(colour(chance.choice(("#ffb45e", "#ff8f5a", "#ffd98a")), chance.uniform(0.07, 0.22)))
        p.drawEllipse(QPointF(x, y), radius, radius)
    glow(p, 384, 390, 384, "#ff9a4d", 0.95)
    p.setPen(QPen(QColor("#191434"), 5))
    p.drawLine(QPointF(384, 0), QPointF(384, 168))
    p.setPen(Qt.PenStyle.NoPen)
    paper = QPainterPath()
    paper.addEllipse(QPointF(384, 384), 206, 186)
    light = QRadialGradient(384, 410, 230)
    for place, tint in (
        (0, "#fffbe0"),
        (0.3, "#ffe596"),
        (0.62, "#ffb04e"),
        (0.9, "#ee6f37"),
        (1, "#d2502f"),
    ):
        light.setColorAt(place, QColor(tint))
    p.fillPath(paper, QBrush(light))
    p.save()
    p.setClipPath(paper)
    for i in range(-7, 8):
        y = 384 + i * 25
        rib = QPainterPath(QPointF(170, y - 0.06 * i * i * (1 if i > 0 else -1)))
        rib.quadTo(384, y + i * 5, 598, y - 0.06 * i * i * (1 if i > 0 else -1))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(colour("#a8441f", 0.4), 3))
        p.drawPath(rib)
    p.setPen(Qt.PenStyle.NoPen)
    for turn in range(0, 360, 72):  # a five-petalled flower, painted
        p.save()
        p.translate(384, 392)
        p.rotate(turn - 90)
        p.setBrush(colour("#c93a2c", 0.78))
        p.drawEllipse(QPointF(50, 0), 40, 30)
        p.restore()
    p.setBrush(QColor("#ffe9a8"))
    p.drawEllipse(QPointF(384, 392), 17, 17)
    p.restore()
    for top, half in ((176, 82), (560, 82)):
        p.setBrush(across(384 - half, 384 + half, (0, "#2a1a3a"), (0.4, "#5a3a56"), (1, "#1c1230")))
        p.drawRoundedRect(QRectF(384 - half, top, 2 * half, 28), 9, 9)
    p.setPen(QPen(QColor("#e8553d"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for i in range(-5, 6):
        p.drawLine(QPointF(384 + i * 3, 626), QPointF(384 + i * 6.5, 720 - abs(i) * 2))
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor("#ffcf6e"))
    p.drawEllipse(QPointF(384, 612), 22, 22)
    p.end()
    return image.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation)


def draw_all(folder: Path) -> None:
    """Scenes with much detail go out as JPEG, pictures with large plain areas as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    Town(DUSK).draw().save(str(folder / "seaside-dusk.jpg"), quality=93)
    Town(NIGHT).draw().save(str(folder / "seaside-night.jpg"), quality=93)
    draw_bottle().save(str(folder / "bottle.jpg"), quality=94)
    draw_fox().save(str(folder / "fox.png"))
    draw_lantern().save(str(folder / "lantern.png"))


if __name__ == "__main__":
    application = QGuiApplication(sys.argv[:1])
    draw_all(
        Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "resources" / "samples"
    )
