"""The present look of the program: the theme, applied to the whole application, and icons in the theme's colours."""

import weakref

import shiboken6
from PySide6.QtCore import QByteArray, QEvent, QLocale, QObject, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from vidu_desktop.domain.languages import ENGLISH
from vidu_desktop.ui.look.language import Language
from vidu_desktop.ui.look.resources import resource_path
from vidu_desktop.ui.look.roles import tell_roles
from vidu_desktop.ui.look.scale import body_font, put_in_families
from vidu_desktop.ui.look.style_sheet import palette_of, sheet_of
from vidu_desktop.ui.look.theme import Theme, mixed_colours

# Each size has to be drawn, and the first window waits for about thirty icons.
_ICON_SIDES_PX = (16, 18, 20, 24, 36, 48)
_FADED_SIDES_PX = (20, 36)
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}


class Look(QObject):
    """Holds the theme; `changed` is sent after a new theme has been applied. There is one per application.

    With `styled` False, the style sheet waits for `apply_style`. Setting it on a window that is already built costs a twelfth
    of setting it earlier: while a window is being built, Qt looks up the style of each widget again whenever the widget is
    put into another layout.
    """

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        appearance: str = "system",
        *,
        language: str = ENGLISH,
        styled: bool = True,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._themes = {name: Theme.load(name) for name in ("light", "dark")}
        self._appearance = appearance
        self._styled = styled
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._drawings: dict[tuple[str, str], QSvgRenderer] = {}
        self._dressed: weakref.WeakKeyDictionary[QAbstractButton | QAction, tuple[str, str]] = (
            weakref.WeakKeyDictionary()
        )
        tell_roles()
        self._language = Language(application)
        self._language.choose(language)
        self._take_font()
        self._theme = self._wanted_theme()
        self._apply()
        self._scheme_changed().connect(self._follow)
        if appearance != "system":
            self.set_appearance(appearance)

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._theme

    @property
    def appearance(self) -> str:
        """The appearance that was set: `system`, `light` or `dark`."""
        return self._appearance

    def set_appearance(self, appearance: str) -> None:
        """Set the appearance: `system` follows the system, `light` and `dark` stay. Raises KeyError for any other word."""
        scheme = _SCHEMES[appearance]
        self._appearance = appearance
        self._application.styleHints().setColorScheme(scheme)  # the system draws the window's frame to match
        self._follow()

    def set_language(self, language: str) -> None:
        """Switch to one of LANGUAGES, with fonts that suit it; `system` follows the system."""
        before = QLocale()
        self._language.choose(language)
        if QLocale() == before:
            return
        families = self._application.font().families()
        self._take_font()
        put_in_families(self._application.allWidgets(), families, self._application.font().families())

    def apply_style(self) -> None:
        """Apply the style sheet; call this when the window has been built and before it is painted."""
        self._styled = True
        self._application.setStyleSheet(sheet_of(self._theme))

    def icon(self, name: str, role: str = "text") -> QIcon:
        """Return an icon from resources/icons in the colour of a theme role. Ask again after `changed`."""
        key = (name, role)
        if key not in self._icons:
            self._icons[key] = self._draw_icon(name, role)
        return self._icons[key]

    def pixmap(self, name: str, role: str, side_px: int, pixel_ratio: float = 1.0) -> QPixmap:
        """Return an icon for painting, as a sharp picture of `side_px` logical pixels."""
        # Kept, because rows ask for it at every paint, and drawing it anew took most of that time.
        key = (name, role, side_px, pixel_ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, self._theme.color(role).name(), side_px, pixel_ratio)
        return self._pixmaps[key]

    def set_icon(self, target: QAbstractButton | QAction, name: str, role: str = "text") -> None:
        """Put an icon on a button or an action; it follows the theme's colours."""
        self._dressed[target] = (name, role)
        target.setIcon(self.icon(name, role))

    def _take_font(self) -> None:
        self._application.setFont(body_font())
        # Qt tells existing windows of a new font only while its event loop runs; the first window is shown
        # before that.
        for window in self._application.topLevelWidgets():
            self._application.sendEvent(window, QEvent(QEvent.Type.ApplicationFontChange))

    def _scheme_changed(self) -> SignalInstance:
        signal: SignalInstance = self._application.styleHints().colorSchemeChanged
        return signal

    def _wanted_theme(self) -> Theme:
        if self._appearance in self._themes:
            return self._themes[self._appearance]
        dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._themes["dark" if dark else "light"]

    def _follow(self, *_: object) -> None:
        wanted = self._wanted_theme()
        if wanted is self._theme:
            return
        self._theme = wanted
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        self._icons.clear()
        self._pixmaps.clear()
        self._drawings.clear()
        self._application.setPalette(palette_of(self._theme))
        if self._styled:
            self.apply_style()
        for target, (name, role) in list(self._dressed.items()):
            if shiboken6.isValid(target):
                target.setIcon(self.icon(name, role))

    def _draw_icon(self, name: str, role: str) -> QIcon:
        color = self._theme.color(role)
        faded = mixed_colours(self._theme.surface, color, 0.38)
        icon = QIcon()
        for side_px in _ICON_SIDES_PX:
            pixmap = self._draw(name, color.name(), side_px, 1.0)
            icon.addPixmap(pixmap, QIcon.Mode.Normal)
            if side_px in _FADED_SIDES_PX:
                icon.addPixmap(_recoloured(pixmap, faded), QIcon.Mode.Disabled)
        return icon

    def _draw(self, name: str, color: str, side_px: int, pixel_ratio: float) -> QPixmap:
        pixmap = QPixmap(QSize(side_px, side_px) * pixel_ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self._drawing(name, color).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(pixel_ratio)
        return pixmap

    def _drawing(self, name: str, color: str) -> QSvgRenderer:
        if (name, color) not in self._drawings:
            # QtSvg draws `currentColor` black, whatever the painter's pen is, so the colour is put into the
            # SVG's text.
            svg = resource_path("icons", f"{name}.svg").read_bytes().replace(b"currentColor", color.encode())
            self._drawings[name, color] = QSvgRenderer(QByteArray(svg))
        return self._drawings[name, color]


def _recoloured(pixmap: QPixmap, color: QColor) -> QPixmap:
    """Return the same picture in another single colour; this costs a tenth of drawing it again."""
    recoloured = QPixmap(pixmap.size())
    recoloured.fill(Qt.GlobalColor.transparent)
    recoloured.fill(color)
    painter = QPainter(recoloured)
    # `fillRect` would do, but it brings PySide's 169 names of gradients along: 2 ms of the start.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return recoloured
