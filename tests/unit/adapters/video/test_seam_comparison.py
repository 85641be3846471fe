"""A film's seam is measured by its own frames, and compared with the movement around it."""

from pathlib import Path

from fakes import colour_shifts as shifts
from fakes.coloured_video import film
from PIL import Image

from vidu_desktop.adapters.video.seam_comparison import look_at_seam
from vidu_desktop.domain.film import FilmPart
from vidu_desktop.domain.seams import Jump

SIZE = (320, 180)


def moving(
    first: int, count: int, shift=lambda values: values, name: str = "seaside-dusk.jpg"
) -> list[Image.Image]:
    """A slow move over a sample picture, beginning with frame `first` of the move."""
    whole = Image.fromarray(shifts.levels(shift(shifts.sample(name, 640))))
    return [whole.crop((at, 0, at + SIZE[0], SIZE[1])) for at in range(first, first + count)]


def seam(tmp_path: Path, before: list[Image.Image], behind: list[Image.Image], **part: int):
    paths = [str(film(tmp_path / f"{name}.mp4", images)) for name, images in (("a", before), ("b", behind))]
    return look_at_seam(FilmPart(video_path=paths[0]), FilmPart(video_path=paths[1], **part))


def test_what_goes_on_does_not_jump(tmp_path: Path) -> None:
    look = seam(tmp_path, moving(0, 24), moving(24, 24))

    assert look.jump() is Jump.NONE
    assert look.usual > 0


def test_a_step_of_colour_jumps_and_matching_helps(tmp_path: Path) -> None:
    look = seam(tmp_path, moving(0, 24), moving(24, 24, shifts.exposure(0.6)))

    assert look.jump() > Jump.NONE
    assert look.is_of_colour
    assert look.matched is not None
    assert look.matched < look.difference / 2


def test_another_picture_jumps_and_matching_does_not_help(tmp_path: Path) -> None:
    look = seam(tmp_path, moving(0, 24), moving(0, 24, name="bottle.jpg"))

    assert look.jump() is Jump.LARGE
    assert not look.is_of_colour


def test_a_doubled_frame_that_is_left_out_is_not_measured(tmp_path: Path) -> None:
    red = [Image.new("RGB", SIZE, (200, 30, 30))]

    assert seam(tmp_path, moving(0, 24), red + moving(24, 24)).jump() is Jump.LARGE
    assert seam(tmp_path, moving(0, 24), red + moving(24, 24), skip_first=1).jump() is Jump.NONE
