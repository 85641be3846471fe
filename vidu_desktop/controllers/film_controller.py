"""Plays several clips as one film, and exports the film as it is played."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.export_controller import ExportController
from vidu_desktop.controllers.library_ports import SeamMeter
from vidu_desktop.controllers.result_words import left_out_words
from vidu_desktop.controllers.stage_controller import StageController
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.film import Film, FilmPart, FilmWish, PartColours, film_of, parts_in_a_row
from vidu_desktop.domain.frames import FrameTable
from vidu_desktop.domain.seams import seams_of
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence, ViduDesktopError


class FrameTables(Protocol):
    """Knows the frames of videos."""

    async def tables_of(self, paths: Sequence[str]) -> list[FrameTable | ViduDesktopError]:
        """Return each video's table, or why it can't be read, in the order of the paths."""
        ...

    async def sound_length_s(self, path: str) -> float:
        """Return the length of a sound file in seconds. Raises BadInput, DiskTrouble."""
        ...

    async def doubled(self, paths: Sequence[str]) -> list[bool]:
        """Return for each video whether it begins with the picture with which the one before ends."""
        ...


class ColourFinder(Protocol):
    """Finds the corrections that bring the colours of films back to those of their pictures."""

    async def film_colours(self, clips: Sequence[Clip], film: FilmWish) -> tuple[PartColours | None, ...]:
        """Return each part's correction, None where there is none; `clips` are the parts. Raises NotAVideo, DiskTrouble."""
        ...


class FilmController:
    """Starts films; the stage plays them."""

    def __init__(
        self,
        context: WindowContext,
        frames: FrameTables,
        stage: StageController,
        exports: ExportController,
        seams: SeamMeter,
        colours: ColourFinder,
    ) -> None:
        self._guarded = context.guarded
        self._notices = context.notices
        self._frames = frames
        self._stage = stage
        self._exports = exports
        self._seams = seams
        self._colours = colours
        self._found: tuple[tuple[FilmPart, ...], tuple[PartColours | None, ...]] = (), ()
        self._matching: asyncio.Task[None] | None = None
        stage.film_colours_wanted.connect(self.toggle_colours)
        exports.film_wanted.connect(self.play_as)

    def play(self, clips: Sequence[Clip]) -> None:
        """Play clips one after the other, in the order in which they are joined. A clip that begins with the last picture of
        the clip before is played without its first frame.
        """
        self._guarded.start("play videos as a film", self._play_ordered, self._exports.ordered(clips))

    async def _play_ordered(self, clips: Sequence[Clip]) -> None:
        paths = [clip.video_path for clip in clips]
        parts = parts_in_a_row(paths, drop_seams=await self._frames.doubled(paths))
        await self._play(clips, FilmWish(parts=parts))

    def play_as(self, clips: Sequence[Clip], wish: FilmWish) -> None:
        """Play a film whose videos are these clips. Clips that can't be read are left out, and this is reported."""
        self._guarded.start("play a film", self._play, clips, wish)

    async def _play(self, clips: Sequence[Clip], wish: FilmWish) -> None:
        found = await self._frames.tables_of([clip.video_path for clip in clips])
        there = [clip for clip, table in zip(clips, found, strict=True) if isinstance(table, FrameTable)]
        parts, tables = _shown(wish.parts, found)
        if not parts:
            self._notices.say(Sentence(_NONE_LEFT))
            return
        if len(there) < len(clips):
            self._notices.say_text(left_out_words(len(clips) - len(there)))
        film = film_of(replace(wish, parts=parts), tables)
        self._stop_matching()
        self._stage.play_film(film, there)
        self._match_if_wanted()
        self._guarded.start("look at the seams of a film", self._look_at_seams, film)
        if wish.sound_path:
            self._guarded.start("look at the sound of a film", self._compare_sound, film)

    async def _compare_sound(self, film: Film) -> None:
        """Say by how much the sound beneath a film is longer or shorter, or why it can't be played."""
        left_s = await self._frames.sound_length_s(film.wish.sound_path) - film.table.end_s
        if abs(left_s) >= _HEARD_S:
            self._notices.say(Sentence(_LONGER if left_s > 0 else _SHORTER, {"seconds": abs(left_s)}))

    async def _look_at_seams(self, film: Film) -> None:
        """Measure one seam after the other, until another film plays."""
        for number, (before, behind) in enumerate(seams_of(film.parts)):
            if behind.fade or behind.cut or before.stand_in or behind.stand_in:
                continue  # there is no jump, or it is intended
            look = await self._seams.look(before, behind)
            shown = self._stage.film
            if shown is None or shown.parts != film.parts:
                return
            if look is not None:
                self._stage.show_seam(shown, number, look)

    def toggle_colours(self) -> None:
        """Switch the film on the stage between matched colours and its own."""
        film = self._stage.film
        if film is not None:
            self._stop_matching()
            self._stage.recolour(film.in_colours(matches=not film.wish.match_colours))
            self._match_if_wanted()

    def _stop_matching(self) -> None:
        if self._matching is not None:
            self._matching.cancel()
            self._matching = None

    def _match_if_wanted(self) -> None:
        film = self._stage.film
        if film is not None and film.wish.match_colours:
            self._matching = self._guarded.start("match a film's colours", self._match, film)

    async def _match(self, film: Film) -> None:
        """Find the corrections for the colours of a film, and let it go on with them; meanwhile it plays in its own colours."""
        if self._found[0] != film.parts:
            self._notices.say(Sentence(_MATCHING))
            self._found = film.parts, await self._colours_of(film)
        shown = self._stage.film
        if shown is None or shown.parts != film.parts or not shown.wish.match_colours:
            return
        found = self._found[1]
        helps = any(found)
        self._stage.recolour(shown.in_colours(matches=helps, colours=found if helps else ()))
        self._notices.say(Sentence(_MATCHED if helps else _STAYS))

    async def _colours_of(self, film: Film) -> tuple[PartColours | None, ...]:
        """Return the colour correction of each part; None for stand-ins."""
        written, clips = film.wish.as_written, self._stage.film_clips
        found = iter(await self._colours.film_colours(clips, written) if clips else ())
        return tuple(next(found, None) if part.stand_in is None else None for part in film.parts)


def _shown(
    parts: Sequence[FilmPart], found: Sequence[FrameTable | ViduDesktopError]
) -> tuple[tuple[FilmPart, ...], list[FrameTable]]:
    """Return the parts that can be shown, and their tables; `found` are the tables of the videos among the parts."""
    like = next((table for table in found if isinstance(table, FrameTable)), None)
    rest = iter(found)
    tables = [next(rest) if part.stand_in is None else part.stand_in.table_like(like) for part in parts]
    shown = [
        (part, table) for part, table in zip(parts, tables, strict=True) if isinstance(table, FrameTable)
    ]
    return tuple(part for part, _ in shown), [table for _, table in shown]


_MATCHING = QT_TRANSLATE_NOOP(
    "library", "The colours of this film are being matched. It plays in its own meanwhile."
)
_MATCHED = QT_TRANSLATE_NOOP(
    "library",
    "The film plays with matched colours; the same key shows it as it is. Exported from here, it is written as you see it.",
)
_STAYS = QT_TRANSLATE_NOOP(
    "library",
    "Matching wouldn't make the colours of this film better, or the pictures that it was made from aren't there. It plays as "
    "it is.",
)
_HEARD_S = 0.1
_LONGER = QT_TRANSLATE_NOOP("library", "The sound is {seconds:.1f} s longer than the film, and ends with it.")
_SHORTER = QT_TRANSLATE_NOOP(
    "library", "The sound is {seconds:.1f} s shorter than the film; what comes after it is silent."
)
_NONE_LEFT = QT_TRANSLATE_NOOP(
    "library",
    "None of these videos can be read, so there is no film to play. Look whether their files are there.",
)
