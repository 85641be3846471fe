"""The stage as whoever sits before it meets it."""

from fakes.finding import button, called, only
from PySide6.QtWidgets import QAbstractButton, QSlider, QWidget

from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.player.playing_page import PlayingPage
from vidu_desktop.ui.player.timecode_field import TimecodeField
from vidu_desktop.ui.widgets.frame_view import FrameView
from vidu_desktop.ui.widgets.scrubber import Scrubber


class StagePage:
    """What a player pane shows, and what there is to press; `playback` is the film itself, without its controls."""

    def __init__(self, pane: QWidget) -> None:
        self._pane = pane

    @property
    def playback(self) -> Playback:
        (found,) = self._pane.findChildren(Playback)
        return found

    @property
    def view(self) -> FrameView:
        return only(self.page, FrameView)

    @property
    def scrubber(self) -> Scrubber:
        return called(self.page, "Position in frames", Scrubber)

    @property
    def played_range(self) -> tuple[int, int] | None:
        """The frames that the line marks, both included; None for all."""
        return self.scrubber._range

    @property
    def timecode(self) -> TimecodeField:
        return only(self.page, TimecodeField)

    @property
    def volume(self) -> QSlider:
        return called(self.page, "Volume", QSlider)

    @property
    def fills_screen(self) -> bool:
        return self.page.fills_screen

    @property
    def page(self) -> PlayingPage:
        """Picture and controls, which can fill the screen."""
        return only(self._pane.window(), PlayingPage)

    def button(self, name: str) -> QAbstractButton:
        return button(self.page, name)


def stage(pane: QWidget) -> StagePage:
    """Look at a player pane."""
    return StagePage(pane)
