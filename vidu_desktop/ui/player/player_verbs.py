"""What can be done with the video on the stage besides playing it; the same for keys and menu."""

from collections.abc import Callable
from dataclasses import dataclass

from vidu_desktop.ui.models.clip_verbs import ClipVerb


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerVerbs:
    """The player's own verbs. Each does nothing while there is no video or frame for it.

    `frame_as_next` takes True for the start picture of start and end frame, False for image to video.
    """

    copy_frame: Callable[[], None]
    save_frame: Callable[[], None]
    frame_as_next: Callable[[bool], None]
    to_seam: Callable[[int], None]
    """Go to a film's next seam, forwards (1) or backwards (-1)."""
    match_colours: Callable[[], None]
    """Switch the frame between matched and its own colours."""
    act: Callable[[ClipVerb], None]
    """Do something with the clip itself, or with its last frame; the export goes from the in to the out point."""
    open_elsewhere: Callable[[], None]
    toggle_full_screen: Callable[[], None]
    leave_full_screen: Callable[[], bool]
    """Returns False when the video didn't fill the screen."""
