"""Connects the transport with the playback: presses are passed on, and what plays is shown."""

from PySide6.QtGui import QImage

from vidu_desktop.domain.frames import FrameTable
from vidu_desktop.ui.player.play_range import PlayRange
from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.player.transport import Transport
from vidu_desktop.ui.widgets.frame_view import FrameView


class TransportLinks:
    """Holds transport, playback and view, which live equally long."""

    def __init__(self, transport: Transport, playback: Playback, view: FrameView) -> None:
        self._transport = transport
        self._playback = playback
        self._view = view
        self._follow_playback()
        self._follow_transport()

    def loop(self, first: int, last: int) -> None:
        """Play from the frame `first` to the frame `last`, over and over."""
        if not self._transport.loops:
            self._transport.toggle_loop()
        self._playback.set_range(PlayRange(first, last))
        self._playback.play()

    def _follow_playback(self) -> None:
        playback, transport = self._playback, self._transport
        playback.opened.connect(self._show_opened)
        playback.frame_shown.connect(self._show_frame)
        playback.playing_changed.connect(transport.show_playing)
        playback.speed_changed.connect(transport.show_speed)
        playback.range_changed.connect(lambda played: transport.show_range(played.first, played.last))
        self._view.zoomed.connect(lambda: transport.show_zoom(self._view.zoom, fits=self._view.fits))

    def _follow_transport(self) -> None:
        playback, transport = self._playback, self._transport
        transport.toggle_requested.connect(playback.toggle)
        transport.step_requested.connect(playback.step)
        transport.frame_requested.connect(playback.seek)
        transport.loop_changed.connect(playback.set_loops)
        transport.speed_chosen.connect(playback.set_speed)
        transport.volume_changed.connect(lambda volume, muted: playback.sound.set_volume(volume, muted=muted))
        transport.fit_changed.connect(self._view.set_fits)
        transport.timecode.left.connect(self._view.setFocus)

    def _show_opened(self, table: FrameTable) -> None:
        self._transport.show_length(table.fps, table.count)
        if table.has_sound:
            self._transport.set_sound_device(self._playback.sound.has_device())
        else:
            self._transport.set_no_sound()

    def _show_frame(self, frame: int, image: QImage) -> None:
        self._view.show_image(image)
        self._transport.show_frame(frame)
