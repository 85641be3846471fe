"""What can be done with the video on the stage beside playing it: the keys and the menu mean the same."""

from collections.abc import Callable
from dataclasses import dataclass

from vidu_desktop.ui.models.clip_verbs import ClipVerb


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerVerbs:
    """The player's own; each does nothing while there is nothing to do it with.

    `frame_as_next` takes True for the start of start and end frame, False for image to video.
    """

    copy_frame: Callable[[], None]
    save_frame: Callable[[], None]
    frame_as_next: Callable[[bool], None]
    to_seam: Callable[[int], None]
    """Stand at the next seam of a film, forwards (1) or backwards (-1)."""
    match_colours: Callable[[], None]
    """Show the frame with matched colours, or with its own again."""
    act: Callable[[ClipVerb], None]
    """Do something with the clip itself, or with its last frame; export what is played, from in to out point."""
    open_elsewhere: Callable[[], None]
    toggle_full_screen: Callable[[], None]
    leave_full_screen: Callable[[], bool]
    """False when the video didn't fill the screen."""
