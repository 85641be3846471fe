"""Two stills are read as a video: the first fades into the second, whatever their shapes, and a still that can't be shown is
black.
"""

from itertools import pairwise

from PySide6.QtGui import QColor, QImage

from vidu_desktop.domain.stand_ins import StandIn
from vidu_desktop.ui.player.stand_in_reader import StandInReader

STILLS = StandIn(gap="S010", start_path="1", end_path="2", seconds=1.0, size_px=(200, 100))


def still(lightness: int, width_px: int = 200, height_px: int = 100) -> QImage:
    image = QImage(width_px, height_px, QImage.Format.Format_ARGB32)
    image.fill(QColor(lightness, lightness, lightness))
    return image


def frames(start: QImage | None, end: QImage | None, qtbot) -> list[QImage]:
    table = STILLS.table_like(None)
    reader = StandInReader(table, start, end)
    came: list[QImage] = []
    for number in range(table.count):
        reader.want(number, came.append)
        assert reader.decoded(number) is None
    qtbot.waitUntil(lambda: len(came) == table.count)
    assert reader.decoded(table.count - 1) is not None
    return came


def levels(images: list[QImage]) -> list[int]:
    return [image.pixelColor(image.width() // 2, image.height() // 2).red() for image in images]


def test_it_begins_with_one_still_ends_with_the_other_and_goes_over_evenly(qtbot) -> None:
    seen = levels(frames(still(20), still(220), qtbot))
    assert (len(seen), seen[0], seen[-1]) == (24, 20, 220)
    assert all(0 < later - earlier <= 10 for earlier, later in pairwise(seen))


def test_stills_of_other_shapes_get_bars_and_one_that_cannot_be_shown_is_black(qtbot) -> None:
    tall = frames(still(200, 50, 100), None, qtbot)
    assert {(image.width(), image.height()) for image in tall} == {(200, 100)}
    assert [tall[0].pixelColor(x, 50).red() for x in (10, 100, 190)] == [0, 200, 0]
    assert levels(tall)[-1] == 0


def test_a_reader_that_was_left_answers_no_more(qtbot) -> None:
    reader, came = StandInReader(STILLS.table_like(None), still(1), still(2)), []
    reader.want(0, came.append)
    reader.close()
    later = StandInReader(STILLS.table_like(None), still(1), still(2))
    later.want(0, came.append)
    qtbot.waitUntil(lambda: bool(came))
    assert len(came) == 1
