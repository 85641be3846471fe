"""Runs one video frame by frame: forwards or backwards, at any speed, over and over within its range.

It has a clock of its own and asks the reader for the frame of each moment, with one request in flight at a time. Where
decoding is slower than the clock, frames are left out rather than shown late.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from vidu_desktop.domain.frames import FrameTable, SoundTrack
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.player.frame_wishes import FrameWishes
from vidu_desktop.ui.player.play_range import PlayRange
from vidu_desktop.ui.player.sound import Sound
from vidu_desktop.ui.protocols import FrameOpener, FrameReader, FrameService
from vidu_desktop.ui.widgets.play_clock import PlayClock, neighbour_speed, next_speed
from vidu_desktop.ui.widgets.while_alive import while_alive

_TICK_MOST_MS, _TICK_LEAST_MS = 16, 4


class Playback(QObject):
    """The video that is open, if there is one, and how it runs."""

    frame_shown = Signal(int, QImage)  # frame number from 0, its picture
    playing_changed = Signal(bool)  # whether it runs
    opened = Signal(object)  # FrameTable
    failed = Signal(object)  # ViduDesktopError: why the video can't be shown; None when a frame can't be read
    steered = Signal()  # the person ran or stopped the video, or went to a frame
    speed_changed = Signal(float)  # negative backwards
    range_changed = Signal(object)  # PlayRange

    def __init__(
        self,
        frames: FrameService,
        parent: QObject | None = None,
        *,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._frames = frames
        self._opener: FrameOpener = frames
        self._now_s = now_s
        self.sound = Sound(self)
        self._path = ""
        self._opening = 0
        self._reader: FrameReader | None = None
        self._left: FrameReader | None = None  # of the video before, which may still be decoding a last frame
        self._clock: PlayClock | None = None  # None while it stands
        self._wants_play = False
        self._wishes = FrameWishes(self, self._direction)
        self._wishes.shown.connect(self.frame_shown)
        self._wishes.failed.connect(self._fail)
        self._speed = 1.0
        self._loops = True
        self._range = PlayRange()
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._follow_clock)

    # -- what is open ----------------------------------------------------------------------------------------------

    @property
    def path(self) -> str:
        """The path of the open file; empty when there is none."""
        return self._path

    @property
    def frame(self) -> int | None:
        """The number of the shown frame; None before the first is shown."""
        return self._wishes.frame

    @property
    def table(self) -> FrameTable | None:
        """The frames of the video; None until it is open."""
        return self._reader.table if self._reader else None

    @property
    def last_frame(self) -> int:
        """The number of the last frame; 0 until the video is open."""
        return self._reader.table.count - 1 if self._reader else 0

    @property
    def playing(self) -> bool:
        """Whether the video runs, or will as soon as it is open."""
        return self._wants_play

    @property
    def speed(self) -> float:
        """How fast the video runs; negative backwards."""
        return self._speed

    def open(self, path: str, *, stand_at: int | None = None, opener: FrameOpener | None = None) -> None:
        """Open a file with `opener`, to play from the start or to stand at a frame; `failed` follows where that can't be."""
        self._leave()
        self._path, self._opener = path, opener or self._frames
        self._set_wants_play(stand_at is None)
        opening = self._opening

        def receive(found: FrameReader | ViduDesktopError) -> None:
            if opening != self._opening:
                if not isinstance(found, ViduDesktopError):
                    found.leave()
            elif isinstance(found, ViduDesktopError):
                self._fail(found)
            else:
                self._begin(found, stand_at or 0)

        self._opener.open(path, while_alive(self, receive))

    def close(self) -> None:
        """Let go of the file. When this returns, no handle of ours is on it, nor on the file before it."""
        self._leave()
        self.finish_leaving()

    def finish_leaving(self) -> None:
        """Wait until no handle of ours is on the video that was open before this one."""
        if self._left is not None:
            self._left.close()
            self._left = None

    def _leave(self) -> None:
        self._opening += 1
        self._halt()
        self._set_wants_play(False)
        self.sound.set_track(None)
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.leave()
            self._left = reader
        self._path = ""
        self._wishes.begin(None)
        self._set_speed(1.0)
        self._range = PlayRange()

    def _begin(self, reader: FrameReader, frame: int) -> None:
        self._reader = reader
        self._wishes.begin(reader)
        self.opened.emit(reader.table)
        self._wishes.show(min(frame, self.last_frame))
        if reader.table.has_sound:
            opening = self._opening

            def take(track: SoundTrack | None) -> None:
                if opening == self._opening:
                    self.sound.set_track(track)
                    self._sound_along()

            self._opener.sound(self._path, while_alive(self, take))
        if self._wants_play:
            self._run()

    # -- running ---------------------------------------------------------------------------------------------------

    def play(self) -> None:
        """Run from the current frame; from the start of the range where it stands at the end and doesn't loop."""
        if self._path and not self._wants_play:
            self._set_wants_play(True)
            if self._reader is not None:
                self._run()

    def pause(self) -> None:
        """Stop on the frame that is shown."""
        self._halt()
        self._set_wants_play(False)

    def toggle(self) -> None:
        """Run or stop, because the person says so."""
        self.pause() if self._wants_play else self.play()
        if self._path:
            self.steered.emit()

    def shuttle(self, direction: int) -> None:
        """Run backwards (-1) or forwards (1); twice as fast if it runs that way at normal speed or faster."""
        speed = next_speed(self._speed, direction) if self._wants_play else float(direction)
        self.set_speed(speed)
        self.play()
        self.steered.emit()

    def stop_shuttle(self) -> None:
        """Stop; the next run is forwards and at normal speed."""
        self.pause()
        self._set_speed(1.0)
        self.steered.emit()

    def set_speed(self, speed: float) -> None:
        """Run at this speed from now on; negative backwards."""
        if speed != self._speed:
            self._set_speed(speed)
            if self._clock is not None:
                self._run()

    def change_speed(self, step: int) -> None:
        """Take the next slower (-1) or faster (1) speed."""
        self.set_speed(neighbour_speed(self._speed, step))

    def set_loops(self, loops: bool) -> None:
        """Start over at the end of the range, or stop there."""
        self._loops = loops
        if self._clock is not None:
            self._run()

    # -- to a frame ------------------------------------------------------------------------------------------------

    def seek(self, frame: int) -> None:
        """Stop and show this frame; a number outside the video counts as its nearest end."""
        if self._reader is None:
            return
        self.pause()
        self._wishes.show(min(max(frame, 0), self.last_frame))
        self.steered.emit()

    def step(self, frames: int) -> None:
        """Show the frame that is `frames` further. It is counted from the last one asked for, so no key press is lost."""
        at = self._wishes.latest
        if at is not None:
            self.seek(at + frames)

    def mark_in(self) -> None:
        """Let the range begin with the frame that is shown."""
        if self.frame is not None:
            self.set_range(self._range.begun_at(self.frame))

    def mark_out(self) -> None:
        """Let the range end with the frame that is shown."""
        if self.frame is not None:
            self.set_range(self._range.ended_at(self.frame))

    def clear_range(self) -> None:
        """Play the whole video again."""
        self.set_range(PlayRange())

    @property
    def range(self) -> PlayRange:
        """The in and out point."""
        return self._range

    # -- inside ----------------------------------------------------------------------------------------------------

    def set_range(self, wanted: PlayRange) -> None:
        """Play only this range from now on."""
        self._range = wanted
        if self._reader is not None:
            self._reader.set_range(*self._range.ends(self.last_frame))
        self.range_changed.emit(wanted)
        if self._clock is not None:
            self._run()

    def _run(self) -> None:
        """Start the clock at the frame that is shown, with the range, speed and loop of now."""
        table = self.table
        if table is None:
            return
        first, last = self._range.ends(self.last_frame)
        at = self.frame if self.frame is not None and first <= self.frame <= last else None
        if at is None or (not self._loops and at == (last if self._speed > 0 else first)):
            at = first if self._speed > 0 else last
        end_s = table.starts_s[last] + table.duration_s(last)
        # Backwards, a frame starts at its end.
        at_s = table.starts_s[at] + (table.duration_s(at) * 0.999 if self._speed < 0 else 0.0)
        self._clock = PlayClock(
            first_s=table.starts_s[first],
            end_s=end_s,
            at_s=at_s,
            since_s=self._now_s(),
            speed=self._speed,
            loops=self._loops,
        )
        self._wishes.run()
        shortest_ms = 1000 / (table.fps * abs(self._speed))
        self._tick.start(round(min(max(shortest_ms / 3, _TICK_LEAST_MS), _TICK_MOST_MS)))
        self._sound_along()
        self._follow_clock()

    def _halt(self) -> None:
        self._tick.stop()
        self._clock = None
        self.sound.stop()

    def _sound_along(self) -> None:
        """Let the sound run along, if the video runs forwards at normal speed; else silence it."""
        clock = self._clock
        if clock is None or clock.speed != 1.0:
            self.sound.stop()
            return
        at_s = clock.time_s(self._now_s())
        self.sound.start(at_s, clock.first_s, clock.end_s, loops=clock.loops)

    def _follow_clock(self) -> None:
        clock, table = self._clock, self.table
        if clock is None or table is None:
            return
        now_s = self._now_s()
        first, last = self._range.ends(self.last_frame)
        if clock.ended(now_s):
            self.pause()
            self._wishes.show(last if clock.speed > 0 else first)
            return
        frame = min(max(table.at(clock.time_s(now_s)), first), last)
        if frame != self.frame and not self._wishes.in_flight:
            self._wishes.show(frame)

    def _direction(self) -> int:  # 0 while it stands
        return 0 if self._clock is None else 1 if self._clock.speed > 0 else -1

    def _set_wants_play(self, playing: bool) -> None:
        if self._wants_play is not playing:
            self._wants_play = playing
            self.playing_changed.emit(playing)

    def _set_speed(self, speed: float) -> None:
        if speed != self._speed:
            self._speed = speed
            self.speed_changed.emit(speed)

    def _fail(self, error: ViduDesktopError | None = None) -> None:
        if self._path:
            path = self._path
            self.close()
            self._path = path  # the listener of `failed` reads it
            self.failed.emit(error)
