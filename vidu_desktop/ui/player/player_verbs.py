"""What can be done with the video on the stage beside playing it: the keys and the menu mean the same."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerVerbs:
    """The player's own; each does nothing while there is nothing to do it with.

    `frame_as_next` and `last_as_next` take True for the start of start and end frame, False for image to video.
    """

    copy_frame: Callable[[], None]
    save_frame: Callable[[], None]
    frame_as_next: Callable[[bool], None]
    last_as_next: Callable[[bool], None]
    export: Callable[[], None]
    """What is played: from in to out point, where there are any."""
    open_elsewhere: Callable[[], None]
    toggle_full_screen: Callable[[], None]
    leave_full_screen: Callable[[], bool]
    """False when the video didn't fill the screen."""
