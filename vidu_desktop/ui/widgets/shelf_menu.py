"""The menu of the shelf beside a prompt."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.shelf_model import ShelfEntry
from vidu_desktop.ui.models.tips import plain_tip
from vidu_desktop.ui.widgets.menus import LetteredMenu, add_name

translate = QCoreApplication.translate


def shelf_menu(
    look: Look,
    parent: QWidget,
    entries: Sequence[ShelfEntry],
    *,
    use: Callable[[str], object],
    save: Callable[[], object] | None,
    show_all: Callable[[], object],
) -> QMenu:
    """Make the menu: the shelf's items, then two actions. A `save` of None disables the action that puts pictures on the
    shelf.
    """
    menu = LetteredMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    for entry in entries:
        action = add_name(menu, f"@{entry.item.name}")
        action.setToolTip(plain_tip(entry.item.words))
        if entry.image.isNull():
            look.set_icon(action, "reference", "text_soft")
        else:
            action.setIcon(QIcon(QPixmap.fromImage(entry.image)))
        action.triggered.connect(lambda _checked, name=entry.item.name: use(name))
    if entries:
        menu.addSeparator()
    save_action = menu.addAction(translate("ShelfMenu", "Put these pictures on the shelf…"))
    look.set_icon(save_action, "plus", "text_soft")
    save_action.setEnabled(save is not None)
    if save is not None:
        save_action.triggered.connect(save)
    all_action = menu.addAction(translate("ShelfMenu", "The whole shelf…"))
    look.set_icon(all_action, "list", "text_soft")
    all_action.triggered.connect(show_all)
    return menu
