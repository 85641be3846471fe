"""Plays several clips as one film, and hands it to the exporter as it is played."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.export_controller import ExportController
from vidu_desktop.controllers.library_ports import SeamMeter
from vidu_desktop.controllers.result_words import left_out_words
from vidu_desktop.controllers.stage_controller import StageController
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.film import Film, FilmWish, film_of, parts_in_a_row
from vidu_desktop.domain.frames import FrameTable
from vidu_desktop.domain.seams import seams_of
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence, ViduDesktopError


class FrameTables(Protocol):
    """Knows which frames videos have."""

    async def tables_of(self, paths: Sequence[str]) -> list[FrameTable | ViduDesktopError]:
        """Return each video's table, or why it can't be read, in the order of the paths."""
        ...

    async def sound_length_s(self, path: str) -> float:
        """Return how long a sound file is. Raises BadInput, DiskTrouble."""
        ...

    async def doubled(self, paths: Sequence[str]) -> list[bool]:
        """Return of each video whether it begins with the picture that the one before ends with."""
        ...


class FilmController:
    """Begins films; the stage runs them."""

    def __init__(
        self,
        context: WindowContext,
        frames: FrameTables,
        stage: StageController,
        exports: ExportController,
        seams: SeamMeter,
    ) -> None:
        self._guarded = context.guarded
        self._notices = context.notices
        self._frames = frames
        self._stage = stage
        self._exports = exports
        self._seams = seams
        exports.film_wanted.connect(self.play_as)

    def play(self, clips: Sequence[Clip]) -> None:
        """Play clips one behind the other in the order in which they are joined, each without its first frame where that is
        the picture with which the one before ends.
        """
        self._guarded.start("play videos as a film", self._play_ordered, self._exports.ordered(clips))

    async def _play_ordered(self, clips: Sequence[Clip]) -> None:
        paths = [clip.video_path for clip in clips]
        parts = parts_in_a_row(paths, drop_seams=await self._frames.doubled(paths))
        await self._play(clips, FilmWish(parts=parts))

    def play_as(self, clips: Sequence[Clip], wish: FilmWish) -> None:
        """Play a film whose parts are these clips. Those that can't be read are left out, which is said."""
        self._guarded.start("play a film", self._play, clips, wish)

    async def _play(self, clips: Sequence[Clip], wish: FilmWish) -> None:
        found = await self._frames.tables_of([clip.video_path for clip in clips])
        there = [number for number, table in enumerate(found) if not isinstance(table, ViduDesktopError)]
        if not there:
            self._notices.say(Sentence(_NONE_LEFT))
            return
        if len(there) < len(clips):
            self._notices.say_text(left_out_words(len(clips) - len(there)))
        tables = [table for table in found if not isinstance(table, ViduDesktopError)]
        parts = tuple(wish.parts[number] for number in there)
        film = film_of(replace(wish, parts=parts), tables)
        self._stage.play_film(film, [clips[number] for number in there])
        self._guarded.start("look at the seams of a film", self._look_at_seams, film)
        if wish.sound_path:
            self._guarded.start("look at the sound of a film", self._compare_sound, film)

    async def _compare_sound(self, film: Film) -> None:
        """Say by how much the sound beneath a film is longer or shorter, or why it can't be heard."""
        left_s = await self._frames.sound_length_s(film.wish.sound_path) - film.table.end_s
        if abs(left_s) >= _HEARD_S:
            self._notices.say(Sentence(_LONGER if left_s > 0 else _SHORTER, {"seconds": abs(left_s)}))

    async def _look_at_seams(self, film: Film) -> None:
        """Look at one seam after the other, until another film plays."""
        for number, (before, behind) in enumerate(seams_of(film.parts)):
            look = await self._seams.look(before, behind)
            if self._stage.film is not film:
                return
            if look is not None:
                self._stage.show_seam(film, number, look)


_HEARD_S = 0.1
_LONGER = QT_TRANSLATE_NOOP("library", "The sound is {seconds:.1f} s longer than the film, and ends with it.")
_SHORTER = QT_TRANSLATE_NOOP(
    "library", "The sound is {seconds:.1f} s shorter than the film; what comes after it is silent."
)
_NONE_LEFT = QT_TRANSLATE_NOOP(
    "library",
    "None of these videos can be read, so there is no film to play. Look whether their files are there.",
)
