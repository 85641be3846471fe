"""The stage, with its controls found by name as a person finds them."""

from fakes.finding import button, called, only
from PySide6.QtWidgets import QAbstractButton, QSlider, QWidget

from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.player.playing_page import PlayingPage
from vidu_desktop.ui.player.timecode_field import TimecodeField
from vidu_desktop.ui.widgets.frame_view import FrameView
from vidu_desktop.ui.widgets.scrubber import Scrubber


class StagePage:
    """What a player pane shows and what can be pressed there; `playback` is the played video without its controls."""

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
        """The range that the scrubber marks, both frames included; None for all frames."""
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
        """The picture and its controls, which can fill the screen."""
        return only(self._pane.window(), PlayingPage)

    def button(self, name: str) -> QAbstractButton:
        return button(self.page, name)


def stage(pane: QWidget) -> StagePage:
    """Return the page of a player pane."""
    return StagePage(pane)
