"""The menu of a tab's presets."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from vidu_desktop.domain.presets import Preset
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.small_jpegs import image_of
from vidu_desktop.ui.widgets.menus import LetteredMenu, add_name

translate = QCoreApplication.translate


def preset_menu(
    look: Look,
    parent: QWidget,
    presets: Sequence[Preset],
    *,
    use: Callable[[Preset], object],
    save: Callable[[], object],
    show_all: Callable[[], object],
) -> QMenu:
    """Make the menu: the presets, then "Save as preset" and "All presets"."""
    menu = LetteredMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    for preset in presets:
        action = add_name(menu, preset.name)
        image = image_of(preset.thumbnail)
        if image.isNull():
            look.set_icon(action, "preset", "text_soft")
        else:
            action.setIcon(QIcon(QPixmap.fromImage(image)))
        action.triggered.connect(lambda _checked, preset=preset: use(preset))
    if presets:
        menu.addSeparator()
    save_action = menu.addAction(translate("PresetMenu", "Save as preset…"))
    look.set_icon(save_action, "plus", "text_soft")
    save_action.triggered.connect(save)
    all_action = menu.addAction(translate("PresetMenu", "All presets…"))
    look.set_icon(all_action, "list", "text_soft")
    all_action.triggered.connect(show_all)
    return menu
