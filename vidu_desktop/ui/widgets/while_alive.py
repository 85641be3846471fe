"""Guards callables against answers that come after their widget was destroyed."""

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject

Answer = TypeVar("Answer")


def while_alive(owner: QObject, receive: Callable[[Answer], None]) -> Callable[[Answer], None]:
    """Wrap `receive` so that it does nothing once `owner` has been destroyed by Qt."""

    def guarded(answer: Answer) -> None:
        if shiboken6.isValid(owner):
            receive(answer)

    return guarded
