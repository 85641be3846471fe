"""What is made of a chain when all of its gaps have a video: a film (also as numbered pictures), a timeline, a contact sheet."""

import argparse
import asyncio
from collections.abc import Sequence

from vidu_desktop.batch.chain_states import GapState
from vidu_desktop.cli.film_out import check_trims, sound_beneath, write_film
from vidu_desktop.cli.library_out import new_file, tell_made
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.target_names import check_film_name, check_sheet_name
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import MadeFile
from vidu_desktop.domain.film import FilmPart, FilmWish
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.wiring.session import Session


def check_targets(options: argparse.Namespace) -> None:
    """Check before any money is spent whether everything that is asked for can be written. Raises BadInput."""
    if (options.trim or options.speed or options.fade) and not (options.join or options.timeline):
        raise BadInput("usage", Sentence(_NO_FILM))
    if (options.pictures or options.match_colours) and not options.join:
        raise BadInput("usage", Sentence(_NO_JOIN))
    if options.sound and not (options.join or options.timeline):
        raise BadInput("usage", Sentence(_NO_FILM))
    wished = (options.join, options.timeline, options.sheet)
    sound_beneath(options)
    targets = [new_file(target) for target in wished if target]
    if len(set(targets)) < len(targets):
        raise BadInput("target-twice", Sentence(_SAME_TARGET))
    if options.join:
        check_film_name(options.join, as_pictures=options.pictures)
    if options.sheet:
        check_sheet_name(options.sheet)
    if options.timeline:
        from vidu_desktop.adapters.export.timeline import timeline_kind

        timeline_kind(options.timeline)


def planned_parts(options: argparse.Namespace, shots: Sequence[str]) -> tuple[FilmPart, ...]:
    """Return the parts of the film before its videos exist. Raises the errors of `film_parts`, and BadInput for parts that
    the timeline that is asked for can't express.
    """
    parts = film_parts(options, shots, shots)
    if options.timeline:
        from vidu_desktop.adapters.export.timeline import check_expressible

        check_expressible(options.timeline, parts)
    return parts


def film_parts(
    options: argparse.Namespace, shots: Sequence[str], paths: Sequence[str]
) -> tuple[FilmPart, ...]:
    """Return the parts of the film, one for each gap: `shots` names the gaps in their order, `paths` are their videos. The
    doubled frame at each seam is left out, in a loop also where it begins again. Raises BadInput for a shot that doesn't exist,
    and for values that can't be played.
    """
    trims: dict[str, int] = dict(options.trim)
    speeds: dict[str, float] = dict(options.speed)
    unknown = [shot for shot in (*trims, *speeds) if shot and shot not in shots]
    if unknown:
        values = {"shot": unknown[0], "first": shots[0], "last": shots[-1]}
        raise BadInput("shot-unknown", Sentence(_NO_SHOT, values))
    last = len(shots) - 1
    parts = []
    for number, (shot, path) in enumerate(zip(shots, paths, strict=True)):
        trim: int = trims.get(shot, trims.get("", 0))
        parts.append(
            FilmPart(
                video_path=path,
                skip_first=(trim + 1) * (number > 0),
                skip_last=trim if number < last else int(options.loop),
                speed=speeds.get(shot, speeds.get("", 1.0)),
                fade=options.fade * (number > 0),
            )
        )
    return tuple(parts)


async def make_film(
    shots: Sequence[str],
    stands: Sequence[tuple[GapState, Clip | None]],
    options: argparse.Namespace,
    session: Session,
    report: Report,
) -> None:
    """Make the film, timeline and contact sheet that are asked for, if every gap has its video. Raises BadInput, DiskTrouble."""
    if not (options.join or options.timeline or options.sheet):
        return
    there = [clip for _, clip in stands if clip is not None]
    if len(there) < len(stands):
        report.say(Sentence(_GAPS_MISSING, {"count": len(stands) - len(there)}))
        return
    parts = film_parts(options, shots, [clip.video_path for clip in there])
    check_trims(parts, there)
    if options.join:
        film = FilmWish(
            parts=parts,
            match_colours=options.match_colours,
            as_pictures=options.pictures,
            sound_path=sound_beneath(options),
        )
        tell_made(await write_film(there, film, new_file(options.join), session), report)
    if options.timeline:
        from vidu_desktop.adapters.export.timeline import write_timeline

        target = new_file(options.timeline)
        sound_path = sound_beneath(options)
        await asyncio.to_thread(
            write_timeline, there, target, options.timeline.stem, parts, sound_path=sound_path
        )
        tell_made(MadeFile(options.timeline.absolute()), report)
    if options.sheet:
        from vidu_desktop.adapters.export.contact_sheet_file import write_contact_sheet

        await asyncio.to_thread(write_contact_sheet, there, new_file(options.sheet), options.sheet.stem)
        tell_made(MadeFile(options.sheet.absolute()), report)


_SAME_TARGET = QT_TRANSLATE_NOOP("command line", "Film, timeline and contact sheet need names of their own.")
_NO_FILM = QT_TRANSLATE_NOOP(
    "command line",
    "--trim, --speed, --fade and --sound are for a film: say with --join or --timeline where it goes.",
)
_NO_JOIN = QT_TRANSLATE_NOOP(
    "command line", "--pictures and --match-colours are for a film: say with --join where it goes."
)
_NO_SHOT = QT_TRANSLATE_NOOP(
    "command line",
    "There is no gap {shot} in this chain; nothing was sent. They are called {first} to {last}.",
)
_GAPS_MISSING = QT_TRANSLATE_NOOP(
    "command line",
    "Gaps without a video in the library: {count}. So no film and no timeline was made; above stands what each needs.",
)
