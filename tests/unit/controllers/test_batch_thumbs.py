"""Small pictures of stills and rows appear when they are made, in the shape of the picture."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize

from vidu_desktop.controllers.batch_thumbs import BatchThumbs


class Made:
    """Implements Thumbnails, and runs at once what is started."""

    def __init__(self, path: Path) -> None:
        self.path = path

    async def thumbnail(self, source, side_px):
        return self.path

    def start(self, _name, work):
        with pytest.raises(StopIteration):
            work().send(None)


@pytest.mark.parametrize(
    ("size", "shown"), [((280, 47), (264, 44)), ((100, 100), (100, 100)), ((280, 158), (264, 148))]
)
def test_a_small_picture_keeps_its_shape_wherever_it_is_fitted_in(qapp, tmp_path, size, shown) -> None:
    Image.new("RGB", size, "red").save(tmp_path / "made.jpg")
    made = Made(tmp_path / "made.jpg")
    heard: list[str] = []
    thumbs = BatchThumbs(made, made, heard.append)

    assert thumbs.of("still.png") is None or heard == ["still.png"]
    icon = thumbs.of("still.png")

    assert icon is not None
    assert icon.actualSize(QSize(264, 158)).toTuple() == shown
