"""The palette and the application's only style sheet, both made from a theme's colours.

Widgets choose their look by properties, never by colours of their own (see `restyle`):

    QPushButton, QToolButton   kind     primary | secondary (default) | quiet | danger | overlay (on a picture)
                               tight    true (only as wide as its text)
                               dense    true (26 pixels high instead of 32)
    QToolButton                inline   true (keeps its own small size, beside text)
    QFrame                     surface  card | sunken | area | head | bar | window | notice
    QFrame[surface=notice]     tone     info | good | warn | bad | none (nothing to show)
                               place    below (at the lower edge of a pane)
    QLabel                     tone     soft | faint | accent | good | warn | bad
    QLabel                     badge    good | warn | bad | accent | plain   (a small rounded chip)
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from vidu_desktop.ui.look.resources import resource_path
from vidu_desktop.ui.look.scale import CONTROL_HEIGHT, RADIUS, RADIUS_S
from vidu_desktop.ui.look.theme import Theme, mixed_colours


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style properties and apply the style sheet again; does nothing if they already have these values."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    # Qt polishes a widget before it is first shown or measured, and then uses these values anyway.
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def palette_of(theme: Theme) -> QPalette:
    """Return the palette, for everything that the style sheet doesn't cover."""
    palette = QPalette()
    role = QPalette.ColorRole
    for color_role, color in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.sunken),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.text_faint),
        (role.Button, theme.raised),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.bad),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Light, mixed_colours(theme.raised, theme.text, 0.06)),
        (role.Midlight, theme.raised),
        (role.Mid, theme.line),
        (role.Dark, mixed_colours(theme.line, theme.text, 0.2)),
        (role.Shadow, theme.window),
    ):
        palette.setColor(color_role, color)
    faded = mixed_colours(theme.surface, theme.text_faint, 0.65)
    for color_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, color_role, faded)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, theme.line)
    return palette


def _css(color: QColor) -> str:
    return f"rgba({color.red()}, {color.green()}, {color.blue()}, {color.alpha()})"


def sheet_of(theme: Theme) -> str:
    """Return the application's style sheet."""
    values = {name: _css(theme.color(name)) for name in _COLORS}
    values |= {
        "hover": _css(mixed_colours(theme.raised, theme.text, 0.06)),
        "pressed": _css(mixed_colours(theme.raised, theme.text, 0.12)),
        "quiet_hover": _css(_veil(theme.text, 0.07)),
        "quiet_pressed": _css(_veil(theme.text, 0.13)),
        "accent_hover": _css(mixed_colours(theme.accent, theme.text, 0.14)),
        "accent_pressed": _css(mixed_colours(theme.accent, theme.text, 0.28)),
        "edge": _css(theme.edge),
        "line_strong": _css(mixed_colours(theme.line, theme.text, 0.18)),
        "faded": _css(mixed_colours(theme.surface, theme.text_faint, 0.65)),
        "veil": _css(_veil(theme.surface, 0.86)),
        "handle": _css(_veil(theme.text, 0.22)),
        "handle_hover": _css(_veil(theme.text, 0.4)),
        "name": theme.name,
        "art": resource_path("theme").as_posix(),
        "radius": f"{RADIUS}px",
        "radius_s": f"{RADIUS_S}px",
        "control": f"{CONTROL_HEIGHT - 2}px",
    }
    text = _SHEET
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text


def _veil(color: QColor, opacity: float) -> QColor:
    veil = QColor(color)
    veil.setAlphaF(opacity)
    return veil


_COLORS = (
    "window", "surface", "raised", "sunken", "line", "text", "text_soft", "text_faint", "accent", "accent_soft",
    "on_accent", "good", "good_soft", "warn", "warn_soft", "bad", "bad_soft",
)  # fmt: skip

_SHEET = """
QToolTip { background: @raised@; color: @text@; border: 1px solid @line@; border-radius: @radius_s@; padding: 1px 3px; }

QFrame[surface="card"] { background: @surface@; border: 1px solid @line@; border-radius: @radius@; }
QFrame[surface="sunken"] { background: @sunken@; border: 1px solid @line@; border-radius: @radius@; }
QFrame[surface="bar"] { background: @surface@; border: none; border-top: 1px solid @line@; }
QFrame[surface="area"] { background: @surface@; border: none; }
QFrame[surface="head"] { background: @surface@; border: none; border-bottom: 1px solid @line@; }
QFrame[surface="window"] { background: @window@; border: none; }
QFrame[surface="notice"] { background: @accent_soft@; border: none; border-bottom: 1px solid @line@; }
QFrame[surface="notice"][place="below"] { border-bottom: none; border-top: 1px solid @line@; }
QFrame[surface="notice"][tone="none"] { background: @surface@; }
QFrame[surface="notice"][tone="good"] { background: @good_soft@; }
QFrame[surface="notice"][tone="warn"] { background: @warn_soft@; }
QFrame[surface="notice"][tone="bad"] { background: @bad_soft@; }

QLabel { background: transparent; }
QLabel[tone="soft"] { color: @text_soft@; }
QLabel[tone="faint"] { color: @text_faint@; }
QLabel[tone="accent"] { color: @accent@; }
QLabel[tone="good"] { color: @good@; }
QLabel[tone="warn"] { color: @warn@; }
QLabel[tone="bad"] { color: @bad@; }
QLabel[badge="plain"] { background: @sunken@; color: @text_soft@; border-radius: @radius_s@; padding: 2px 6px; }
QLabel[badge="accent"] { background: @accent_soft@; color: @accent@; border-radius: @radius_s@; padding: 2px 6px; }
QLabel[badge="good"] { background: @good_soft@; color: @good@; border-radius: @radius_s@; padding: 2px 6px; }
QLabel[badge="warn"] { background: @warn_soft@; color: @warn@; border-radius: @radius_s@; padding: 2px 6px; }
QLabel[badge="bad"] { background: @bad_soft@; color: @bad@; border-radius: @radius_s@; padding: 2px 6px; }

QPushButton, QToolButton {
    background: @raised@; color: @text@; border: 1px solid @line@; border-radius: @radius@;
    padding: 0 12px; min-height: @control@;
}
QToolButton { padding: 0 6px; min-width: 18px; }
QPushButton, QToolButton, QCheckBox, QRadioButton { outline: none; }
QPushButton:hover, QToolButton:hover { background: @hover@; border-color: @line_strong@; }
QPushButton:pressed, QToolButton:pressed { background: @pressed@; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent@; padding: 0 11px; min-height: 28px; }
QToolButton:focus { padding: 0 5px; }
QPushButton:disabled, QToolButton:disabled { color: @faded@; background: transparent; border-color: @line@; }
QToolButton:checked { background: @accent_soft@; color: @accent@; border-color: @accent_soft@; }
QToolButton[inline="true"], QToolButton[inline="true"]:focus { padding: 0; min-width: 0; min-height: 0; }
QToolButton::menu-indicator { image: none; }

QPushButton[kind="primary"] { background: @accent@; color: @on_accent@; border-color: @accent@; font-weight: 600; padding: 0 16px; }
QPushButton[kind="primary"]:hover { background: @accent_hover@; border-color: @accent_hover@; }
QPushButton[kind="primary"]:pressed { background: @accent_pressed@; border-color: @accent_pressed@; }
/* A ring with a gap: no single colour stands out from both the accent and the background around the button. */
QPushButton[kind="primary"]:focus { border: 3px double @accent@; background-clip: padding; padding: 0 14px; min-height: 26px; }
QPushButton[kind="primary"]:disabled { background: @sunken@; color: @faded@; border-color: @line@; }
QPushButton[tight="true"] { padding: 0 8px; }
QPushButton[tight="true"]:focus { padding: 0 7px; }
QPushButton[kind="danger"] { color: @bad@; }
QPushButton[kind="danger"]:hover { background: @bad_soft@; border-color: @bad@; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border-color: transparent; color: @text_soft@; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: @quiet_hover@; color: @text@; }
QPushButton[kind="quiet"]:pressed, QToolButton[kind="quiet"]:pressed { background: @quiet_pressed@; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: 2px solid @accent@; }
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled { color: @faded@; }
QPushButton[kind="quiet"]:checked, QToolButton[kind="quiet"]:checked { background: @accent_soft@; color: @accent@; }

QPushButton[dense="true"], QToolButton[dense="true"] { min-height: 24px; padding: 0 9px; border-radius: @radius_s@; }
QToolButton[dense="true"] { padding: 0 3px; min-width: 16px; }
QPushButton[dense="true"]:focus, QToolButton[dense="true"]:focus { min-height: 22px; padding: 0 8px; }
QToolButton[dense="true"]:focus { padding: 0 2px; }
QToolButton[kind="overlay"] { background: @veil@; border-color: @line@; }
QToolButton[kind="overlay"]:hover { background: @raised@; border-color: @line_strong@; }
QToolButton[kind="overlay"]:focus { background: @raised@; border: 2px solid @accent@; }

QToolButton[kind="chip"] { background: @accent_soft@; color: @accent@; border: 1px solid transparent; border-radius: @radius_s@; padding: 2px 6px; min-height: 18px; min-width: 0; }
QToolButton[kind="chip"]:hover { border-color: @accent@; }
QToolButton[kind="chip"]:focus { border: 1px solid @accent@; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox {
    background: @sunken@; color: @text@; border: 1px solid @line@; border-radius: @radius@; padding: 0 8px;
    selection-background-color: @accent@; selection-color: @on_accent@; placeholder-text-color: @text_faint@;
}
QLineEdit, QAbstractSpinBox { min-height: @control@; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QAbstractSpinBox:hover { border-color: @line_strong@; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus { border: 2px solid @accent@; padding: 0 7px; }
QLineEdit:focus, QAbstractSpinBox:focus { min-height: 28px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 5px; }
QLineEdit[kind="flat"] { placeholder-text-color: @text@; background: transparent; border: 1px solid transparent; padding: 0 2px; min-height: 20px; }
QLineEdit[kind="flat"]:hover { border-color: @line_strong@; }
QLineEdit[kind="flat"]:focus { background: @sunken@; border: 1px solid @accent@; padding: 0 2px; min-height: 20px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled { color: @faded@; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid @bad@; }
QLineEdit[wrong="true"] { padding: 0 7px; min-height: 28px; }
QPlainTextEdit[wrong="true"] { padding: 3px 5px; }

QComboBox {
    background: @raised@; color: @text@; border: 1px solid @line@; border-radius: @radius@; padding: 0 10px;
    min-height: @control@;
}
QComboBox:hover { background: @hover@; border-color: @line_strong@; }
QComboBox:focus { border: 2px solid @accent@; padding: 0 9px; min-height: 28px; }
QComboBox:disabled { color: @faded@; background: transparent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("@art@/arrow-down.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
    background: @raised@; color: @text@; border: 1px solid @line@; padding: 4px;
    selection-background-color: @accent@; selection-color: @on_accent@;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 20px; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; margin: 3px 3px 0 0; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; margin: 0 3px 3px 0; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @quiet_hover@; border-radius: 4px; }
QAbstractSpinBox::up-arrow { image: url("@art@/arrow-up.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("@art@/arrow-down.svg"); width: 10px; height: 10px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; padding: 2px; border: 1px solid transparent; border-radius: @radius_s@; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid @accent@; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; background: @sunken@; border: 1px solid @edge@; border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent@; }
QCheckBox::indicator:checked { background: @accent@; border-color: @accent@; image: url("@art@/tick-@name@.svg"); }
QRadioButton::indicator:checked { background: @on_accent@; border: 5px solid @accent@; width: 8px; height: 8px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @line@; border-color: @line@; }

QSplitter::handle { background: @line@; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover, QSplitter::handle:pressed { background: @accent@; }

QTableView { selection-background-color: @accent_soft@; selection-color: @text@; }
QTableView QTableCornerButton::section { background: @surface@; border: none; border-bottom: 1px solid @line@; }
QTableView::item { padding: 0 6px; border: none; }
QTreeView::item { padding: 0 5px; border: none; }
QTreeView::item:selected { background: @accent@; color: @on_accent@; }
QListWidget::item { padding: 4px 6px; border-radius: @radius_s@; }
QListWidget::item:selected { background: @accent@; color: @on_accent@; }
QHeaderView { background: @surface@; border: none; }
QHeaderView::section { background: @surface@; color: @text_soft@; border: none; border-bottom: 1px solid @line@; padding: 4px 8px; }

QScrollArea { border: none; background: transparent; }
/* Opaque: the list of a completer is a window of its own, with nothing painted behind its words. */
QAbstractItemView { background: @surface@; color: @text@; border: none; outline: none; }
/* The border shows that a list has the keyboard: selected rows look the same with and without it, and an empty list has none. */
QTreeView, QListWidget { border: 2px solid @surface@; border-radius: @radius_s@; }
QTreeView:focus, QListWidget:focus { border: 2px solid @accent@; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 11px; }
QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: @handle@; border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @handle_hover@; }
QScrollBar[idle="true"]::handle { background: transparent; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QTabBar { background: transparent; border: none; }
QTabBar::tab {
    background: transparent; color: @text_soft@; border: none; border-bottom: 2px solid transparent;
    padding: 8px 6px; margin: 0 4px 0 0;
}
QTabBar::tab:hover { color: @text@; border-bottom-color: @line_strong@; }
QTabBar::tab:selected { color: @text@; border-bottom-color: @accent@; }
QTabBar::tab:selected:focus { color: @accent@; border: 2px solid @accent@; border-radius: @radius_s@; padding: 6px 4px 8px 4px; }
QTabWidget::pane { border: none; border-top: 1px solid @line@; }
QTabWidget::tab-bar { left: 12px; }

QMenuBar { background: @surface@; border-bottom: 1px solid @line@; padding: 1px 6px; }
QMenuBar::item { background: transparent; color: @text_soft@; padding: 5px 9px; border-radius: @radius_s@; }
QMenuBar::item:selected { background: @quiet_hover@; color: @text@; }
QMenu { background: @raised@; border: 1px solid @line@; border-radius: @radius@; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: @radius_s@; color: @text@; }
QMenu::item:selected { background: @accent_soft@; color: @text@; }
QMenu::item:disabled { color: @faded@; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line@; margin: 5px 8px; }

QProgressBar { background: @sunken@; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: @accent@; border-radius: 3px; }
QProgressBar[tone="good"]::chunk { background: @good@; }
QProgressBar[tone="warn"]::chunk { background: @warn@; }

QSlider:horizontal { min-height: 22px; }
QSlider::groove:horizontal { height: 4px; background: @line_strong@; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent@; border-radius: 2px; }
QSlider::handle:horizontal { background: @text@; width: 12px; height: 12px; margin: -4px 0; border-radius: 6px; }
QSlider::handle:horizontal:hover { background: @accent@; }
QSlider::handle:horizontal:focus { background: @surface@; border: 3px solid @accent@; width: 8px; height: 8px; border-radius: 7px; margin: -5px 0; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialog, QMainWindow { background: @window@; }
"""
