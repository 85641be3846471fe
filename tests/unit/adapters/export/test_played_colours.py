"""A film that is played with matched colours shows what its export contains."""

from pathlib import Path
from queue import Queue

import numpy as np
from fakes import colour_shifts as shifts
from fakes.coloured_video import film
from PIL import Image

from vidu_desktop.adapters.export.film_colours import look_for_colours
from vidu_desktop.adapters.export.join_videos import join
from vidu_desktop.domain.export import EndPictures
from vidu_desktop.domain.film import FilmPart, FilmWish
from vidu_desktop.domain.frames import FramePixels
from vidu_desktop.wiring.frame_files import FrameFiles

SIZE = (320, 180)


def still(shift=lambda values: values) -> Image.Image:
    return Image.fromarray(shifts.levels(shift(shifts.sample("seaside-dusk.jpg", 400)))).crop((0, 0, *SIZE))


def played(path: str, number: int, colours) -> np.ndarray:
    """Return the picture of a frame as the player gets it."""
    came: Queue[tuple[int, FramePixels | None]] = Queue()
    reader = FrameFiles().open(path, lambda *one: came.put(one), is_part=True, colours=colours)
    reader.want(number)
    while (found := came.get(timeout=90))[0] != number:
        pass
    reader.close()
    pixels = found[1]
    assert pixels is not None
    shape = pixels.height_px, pixels.width_px, 4
    seen = np.ndarray(shape, np.uint8, pixels.bgra, strides=(pixels.stride_bytes, 4, 1))
    return seen[..., 2::-1].astype(float)


def test_behind_a_hard_cut_another_light_may_be_meant(tmp_path: Path) -> None:
    paths = [
        str(film(tmp_path / "a.mp4", [still()] * 12)),
        str(film(tmp_path / "b.mp4", [still(shifts.exposure(0.75))] * 12)),
    ]
    found = [
        look_for_colours(
            FilmWish(
                parts=(FilmPart(video_path=paths[0]), FilmPart(video_path=paths[1], cut=cut)),
                match_colours=True,
            ),
            [EndPictures(), EndPictures()],
        )
        for cut in (False, True)
    ]
    assert found[0][1] is not None
    assert found[1] == [None, None]


def test_each_frame_of_a_shifted_part_has_the_colours_that_are_written(tmp_path: Path) -> None:
    paths = [
        str(film(tmp_path / "a.mp4", [still()] * 12)),
        str(film(tmp_path / "b.mp4", [still(shifts.exposure(0.75))] * 12)),
    ]
    wish = FilmWish(
        parts=tuple(FilmPart(video_path=path, skip_first=number) for number, path in enumerate(paths)),
        match_colours=True,
        as_pictures=True,
    )
    pictures = [EndPictures(), EndPictures()]

    first, second = look_for_colours(wish, pictures)
    join(wish, str(tmp_path / "written"), lambda _done, _whole: None, pictures=pictures)

    assert first is None
    assert second is not None
    written = sorted((tmp_path / "written").iterdir())
    for number in (1, 6, 11):
        with Image.open(written[12 + number - 1]) as opened:
            meant = np.asarray(opened.convert("RGB")).astype(float)
        assert np.abs(played(paths[1], number, second) - meant).mean() < 3, "but for the rounding of a player"
    assert np.abs(played(paths[1], 6, None) - meant).mean() > 10, "without, it is darker"
