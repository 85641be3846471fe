"""Shows the entries of one menu in another."""

from PySide6.QtWidgets import QMenu


def adopt_entries(menu: QMenu, source: QMenu) -> None:
    """Add the entries of `source` to `menu`, which becomes the owner of `source`. The window flags are kept: without them
    `source` would be painted inside `menu`.
    """
    source.setParent(menu, source.windowFlags())
    menu.addActions(source.actions())
