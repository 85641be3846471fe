"""A cross-fade is written as it is played: the same frames, mixed in the same shares, as a video and as pictures."""

from pathlib import Path

import av
import numpy as np
from fakes.coloured_video import film as write_film
from PIL import Image

from vidu_desktop.adapters.export.join_videos import join
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.controllers.frame_service import image_of
from vidu_desktop.domain.film import Film, FilmPart, FilmWish, film_of
from vidu_desktop.ui.player.mixing import mixed_images

SIZE = (64, 36)
FADE = 5


def a_wish(tmp_path: Path, *, as_pictures: bool) -> tuple[FilmWish, Film]:
    """Return a film of two videos; each is one level of grey that gets a little lighter."""
    paths = [
        str(
            write_film(
                tmp_path / f"{base}.mp4", [Image.new("RGB", SIZE, (base + 4 * one,) * 3) for one in range(10)]
            )
        )
        for base in (40, 160)
    ]
    parts = (FilmPart(video_path=paths[0]), FilmPart(video_path=paths[1], skip_first=1, fade=FADE))
    wish = FilmWish(parts=parts, as_pictures=as_pictures)
    tables = []
    for path in paths:
        source = FrameSource(path)
        tables.append(source.table)
        source.close()
    return wish, film_of(wish, tables)


def meant(film: Film) -> list[float]:
    """Return the level of grey that each frame of the film should have."""
    bases = (40, 160)
    levels = []
    for frame in range(film.count):
        part, own = film.place_of(frame)
        level, below = float(bases[part] + 4 * own), film.below(frame)
        if below is not None:
            level = level * below[2] + (bases[below[0]] + 4 * below[1]) * (1 - below[2])
        levels.append(level)
    return levels


def test_pictures_are_mixed_as_the_film_says(tmp_path: Path) -> None:
    wish, film = a_wish(tmp_path, as_pictures=True)

    join(wish, str(tmp_path / "written"), lambda _done, _whole: None)

    written = sorted((tmp_path / "written").iterdir())
    assert len(written) == film.count == 10 + 9 - FADE
    levels = [float(np.asarray(Image.open(path)).mean()) for path in written]
    assert np.abs(np.array(levels) - meant(film)).max() < 4


def test_a_video_is_mixed_as_the_film_says(tmp_path: Path) -> None:
    wish, film = a_wish(tmp_path, as_pictures=False)
    target = tmp_path / "film.mp4"

    join(wish, str(target), lambda _done, _whole: None)

    with av.open(str(target)) as container:
        levels = [float(frame.to_ndarray(format="rgb24").mean()) for frame in container.decode(video=0)]
    assert len(levels) == film.count
    assert np.abs(np.array(levels) - meant(film)).max() < 5


def test_the_player_mixes_two_frames_to_the_picture_that_is_written(tmp_path: Path) -> None:
    wish, film = a_wish(tmp_path, as_pictures=True)
    join(wish, str(tmp_path / "written"), lambda _done, _whole: None)
    written = sorted((tmp_path / "written").iterdir())
    sources = [FrameSource(part.video_path) for part in wish.parts]

    def picture(part: int, own: int):
        source = sources[part]
        at = source.way_to(own)
        while (found := source.decode_from(at)) is not None and found[0] < own:
            at = found[0] + 1
        assert found is not None
        return image_of(source.pixels_of(found[1]))

    for frame in range(film.seams[0], film.seams[0] + FADE):
        below = film.below(frame)
        assert below is not None
        shown = mixed_images(picture(*below[:2]), picture(*film.place_of(frame)), below[2])
        level = float(np.asarray(Image.open(written[frame])).mean())
        assert abs(shown.pixelColor(30, 18).lightness() - level) <= 3
    for source in sources:
        source.close()
