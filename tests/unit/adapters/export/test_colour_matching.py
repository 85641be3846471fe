"""Exports with matched colours: closer to the pictures at both ends, smooth between them, and never worse."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import colour_shifts as shifts
from fakes.colour_shifts import Values, distance, levels, sample
from fakes.coloured_video import film
from fakes.exported_videos import nothing
from fakes.many_shifts import shifted_by
from PIL import Image, ImageSequence

from vidu_desktop.adapters.export.colour_matching import (
    ColourMatcher,
    EndLook,
    colours_between,
    colours_of,
    matcher_by,
)
from vidu_desktop.adapters.export.export_frames import Shaper, frames_in_order
from vidu_desktop.adapters.export.export_writers import export
from vidu_desktop.adapters.export.join_videos import join
from vidu_desktop.adapters.video.colour_match import estimate
from vidu_desktop.adapters.video.fidelity_comparison import AlignedPair
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.domain.export import EndPictures, ExportFormat, ExportSettings
from vidu_desktop.domain.film import FilmWish, parts_in_a_row

F = ExportFormat
COUNT = 13
SIZE = (192, 108)
CODING_ALONE = 1.5
"""The mean CIEDE2000 that H.264 costs at the quality of exports, with a small margin."""


def still(name: str) -> Values:
    image = Image.fromarray(levels(sample(name, 400))).resize(SIZE)
    return np.asarray(image) / 255.0


def saved(path: Path, values: Values) -> str:
    Image.fromarray(levels(values)).save(path)
    return str(path)


def frames_of(path: Path) -> list[np.ndarray]:
    if path.is_dir():
        return [np.asarray(Image.open(one).convert("RGB")) for one in sorted(path.iterdir())]
    if path.suffix == ".webp":  # FFmpeg can't read animated ones
        with Image.open(path) as image:
            return [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)]
    with closing(FrameSource(str(path))) as source:
        shaper = Shaper(source, SIZE, "rgb24")
        return [
            shaper.shaped(frame).to_ndarray() for frame in frames_in_order(source, range(source.table.count))
        ]


def shifted_film(path: Path, values: Values, shift_at: Callable[[float], Callable[[Values], Values]]) -> Path:
    """Write a clip in which only a small box moves; `shift_at` gives the colour shift for each share of the clip."""
    images = []
    for number in range(COUNT):
        frame = values.copy()
        frame[40:60, 10 + 4 * number : 30 + 4 * number] = (0.8, 0.2, 0.3)
        images.append(Image.fromarray(levels(shift_at(number / (COUNT - 1))(frame))))
    return film(path, images, matrix=1, crf=6)


@pytest.mark.parametrize("kind", [F.H264, F.PNG_SEQUENCE, F.PRORES, F.WEBP])
def test_an_export_has_the_colours_of_its_picture_from_beginning_to_end(tmp_path: Path, kind: F) -> None:
    meant = still("seaside-dusk.jpg")
    clip = shifted_film(tmp_path / "clip.mp4", meant, lambda _share: shifts.all_of_them)
    picture = saved(tmp_path / "picture.png", meant)
    plain, target = tmp_path / f"plain{kind.suffix}", tmp_path / f"out{kind.suffix}"
    unshifted = shifted_film(tmp_path / "unshifted.mp4", meant, lambda _share: lambda values: values)
    export(str(unshifted), str(plain), ExportSettings(format=kind), nothing)

    matched = export(
        str(clip), str(target), ExportSettings(format=kind, match_colours=True), nothing, EndPictures(picture)
    )

    assert matched
    box = np.s_[:38]  # the part above the moving box
    as_it_should_be, before, after = (
        [distance(frame[box], levels(meant)[box]) for frame in frames_of(path)]
        for path in (plain, clip, target)
    )
    assert len(after) == COUNT
    assert max(after) < max(as_it_should_be) + 0.7
    assert max(after) < min(before)


@pytest.mark.parametrize("family", ["gamma", "vibrance", "saturation by luma", "exposure, saturation, tint"])
def test_frames_get_the_colours_that_the_match_says(family: str) -> None:
    """Frames are changed by tables; the match itself computes each colour."""
    meant = still("seaside-dusk.jpg")
    shift = shifted_by(meant, family, 1, 6.0)
    assert shift is not None
    frame = levels(shift.of(meant))
    match = estimate(frame, levels(meant))
    assert match is not None
    colours, made = colours_of(match), np.empty_like(frame)

    ColourMatcher(colours, colours, 1.0).colour(frame, made, 0.0)

    assert np.abs(made.astype(int) - np.rint(match.of(frame / 255) * 255)).max() <= 2
    assert distance(made, levels(match.of(frame / 255))) < 0.15


def test_ends_that_mix_in_different_ways_are_brought_together() -> None:
    meant = still("seaside-dusk.jpg")
    paler = [lambda values: values.mean(axis=2, keepdims=True) * 0.4 + values * 0.6, shifts.saturation(0.55)]
    frames = [levels(shift(meant)) for shift in paler]
    pairs = [AlignedPair(frame, levels(meant), 1.0) for frame in frames]
    looks = [EndLook(estimate(pair.frame, pair.picture), pair) for pair in pairs]
    assert len({look.match.power for look in looks if look.match is not None}) == 2

    matcher = matcher_by(colours_between(*looks), 4.0)

    assert matcher is not None
    for frame, at_s in zip(frames, (0.0, 4.0), strict=True):
        made = np.empty_like(frame)
        matcher.colour(frame, made, at_s)
        assert distance(made, levels(meant)) < 1.2


def test_between_two_ends_it_eases_without_a_flicker(tmp_path: Path) -> None:
    meant = still("lantern.png")
    clip = shifted_film(
        tmp_path / "clip.mp4", meant, lambda share: lambda values: values ** (1.25 - 0.45 * share)
    )
    ends = EndPictures(*(saved(tmp_path / f"{name}.png", meant) for name in ("start", "end")))
    target = tmp_path / "out"

    settings = ExportSettings(format=F.PNG_SEQUENCE, match_colours=True)
    assert export(str(clip), str(target), settings, nothing, ends)

    before, after = ([frame[:38] for frame in frames_of(path)] for path in (clip, target))
    for ours, theirs in zip(after, before, strict=True):
        assert distance(ours, levels(meant)[:38]) < max(CODING_ALONE, distance(theirs, levels(meant)[:38]))
    steps = [
        max(distance(frames[at], frames[at + 1]) for at in range(COUNT - 1)) for frames in (after, before)
    ]
    assert steps[0] < steps[1] + 0.2


@pytest.mark.parametrize("why", ["not asked", "no picture", "it is gone", "another picture", "no shift"])
def test_where_nothing_becomes_better_the_colours_stay(tmp_path: Path, why: str) -> None:
    meant = still("seaside-dusk.jpg")
    shift = (lambda values: values) if why == "no shift" else shifts.all_of_them
    clip = shifted_film(tmp_path / "clip.mp4", meant, lambda _share: shift)
    path = saved(tmp_path / "picture.png", still("lantern.png") if why == "another picture" else meant)
    if why == "it is gone":
        Path(path).unlink()
    pictures = EndPictures() if why == "no picture" else EndPictures(path)
    settings = ExportSettings(format=F.STILL, match_colours=why != "not asked")

    assert not export(str(clip), str(tmp_path / "out.png"), settings, nothing, pictures)
    export(str(clip), str(tmp_path / "plain.png"), ExportSettings(format=F.STILL), nothing)
    assert (tmp_path / "out.png").read_bytes() == (tmp_path / "plain.png").read_bytes()


def test_at_a_seam_a_film_goes_on_with_the_colours_that_it_ended_with(tmp_path: Path) -> None:
    """The second clip has no picture of its own. The third one shows something else, so the film cuts there."""
    meant, other = still("seaside-dusk.jpg"), still("lantern.png")
    clips = [
        shifted_film(tmp_path / "first.mp4", meant, lambda _share: shifts.all_of_them),
        shifted_film(tmp_path / "second.mp4", meant, lambda _share: shifts.gamma(0.8)),
        shifted_film(tmp_path / "third.mp4", other, lambda _share: lambda values: values),
    ]
    parts = parts_in_a_row([str(clip) for clip in clips], drop_seams=True)
    film = FilmWish(parts=parts, match_colours=True)
    pictures = [EndPictures(saved(tmp_path / "picture.png", meant)), EndPictures(), EndPictures()]
    plain, matched = tmp_path / "plain.mp4", tmp_path / "matched.mp4"

    assert not join(replace(film, match_colours=False), str(plain), nothing, pictures=pictures)
    assert join(film, str(matched), nothing, pictures=pictures)

    before, after = ([frame[:38] for frame in frames_of(path)] for path in (plain, matched))
    seam = COUNT
    assert len(after) == len(before) == 3 * COUNT - 2
    assert distance(before[seam - 1], before[seam]) > 3
    assert distance(after[seam - 1], after[seam]) < 1.2
    for ours, theirs in zip(after[: 2 * COUNT - 1], before, strict=False):
        assert distance(ours, levels(meant)[:38]) < distance(theirs, levels(meant)[:38])
    assert max(map(distance, after[2 * COUNT :], before[2 * COUNT :])) < 0.2


def test_a_film_whose_colours_meet_already_stays_as_it_is(tmp_path: Path) -> None:
    meant = still("seaside-dusk.jpg")
    clip = shifted_film(tmp_path / "clip.mp4", meant, lambda _share: lambda values: values)
    film = FilmWish(parts=parts_in_a_row([str(clip)] * 2, drop_seams=True), match_colours=True)

    assert not join(film, str(tmp_path / "film.mp4"), nothing)
