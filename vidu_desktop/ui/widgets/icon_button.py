"""A button that shows only an icon, and has a name for its tooltip and for screen readers."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.push_button import press_by_return
from vidu_desktop.ui.widgets.spoken import name_by_tip


class IconButton(QToolButton):
    """Has no background until the pointer or the focus is on it. The icon is drawn when the button is first shown: the window
    has about thirty of these, and most aren't visible at the start.
    """

    def __init__(
        self,
        look: Look,
        icon: str,
        parent: QWidget | None = None,
        *,
        role: str = "text_soft",
        side_px: int = 18,
        checkable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = ""
        self._role = role
        self.setCheckable(checkable)
        self.setIconSize(QSize(side_px, side_px))
        # A click must not take the focus away from a list or a picture.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        restyle(self, kind="quiet")
        self.set_icon(icon)

    def set_icon(self, icon: str) -> None:
        """Change to another icon from resources/icons."""
        if icon != self._icon:
            self._icon = icon
            if self.isVisible():
                self._look.set_icon(self, icon, self._role)

    def set_label(self, name: str, keys: str = "") -> None:
        """Set the name for the tooltip and for screen readers; `keys` are added to both."""
        name_by_tip(self, name, keys)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._look.set_icon(self, self._icon, self._role)
        super().showEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Like every other button; otherwise the list around it would handle the key.
        if not press_by_return(self, event):
            super().keyPressEvent(event)
