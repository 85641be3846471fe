"""Entries of one menu in another."""

from PySide6.QtWidgets import QMenu


def adopt_entries(menu: QMenu, source: QMenu) -> None:
    """Show the entries of `source` in `menu`, too, as long as that lives. As a plain child it would be painted in it."""
    source.setParent(menu, source.windowFlags())
    menu.addActions(source.actions())
