"""Covers take memory only for the size in which tiles show them, whatever the size of the files, and only up to a limit."""

import pytest
from fakes.ui_values import a_clip, show
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.look.scale import LEAST_TILE_PX, WIDEST_TILE_PX
from vidu_desktop.ui.models.cover_cache import CoverCache
from vidu_desktop.ui.models.library_model import LibraryModel, LibraryRole

COVER = QSize(480, 270)


def write_covers(folder, count, size=COVER):
    paths = [str(folder / f"{number}.jpg") for number in range(count)]
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0)
    for path in paths:
        assert image.save(path, "JPEG")
    return paths


@pytest.fixture
def pane(qtbot, look):
    model = LibraryModel()
    pane = LibraryPane(look, model)
    qtbot.addWidget(pane)
    pane.resize(900, 420)
    pane.show()
    yield pane
    model.close()


def covers_of(pane):
    model = pane.grid.model()
    covers = [model.index(place, 0).data(LibraryRole.COVER) for place in range(model.rowCount())]
    return [cover for cover in covers if cover is not None]


def frame_width_px(pane):
    return pane.grid.visualRect(pane.grid.model().index(0, 0)).width() * pane.grid.devicePixelRatioF()


def test_a_cover_is_held_about_as_large_as_its_tile_shows_it(pane, qtbot, tmp_path):
    pane.grid.set_least_tile_width(LEAST_TILE_PX)
    show(
        pane.grid.model(),
        [a_clip(str(n), cover_path=path) for n, path in enumerate(write_covers(tmp_path, 3))],
    )
    qtbot.waitUntil(lambda: len(covers_of(pane)) == 3)

    assert all(cover.width() < COVER.width() / 2 for cover in covers_of(pane))
    assert all(cover.width() >= frame_width_px(pane) * 0.9 for cover in covers_of(pane))


def test_covers_follow_tiles_that_grow_and_are_there_meanwhile(pane, qtbot, tmp_path):
    pane.grid.set_least_tile_width(LEAST_TILE_PX)
    model = pane.grid.model()
    show(model, [a_clip(str(n), cover_path=path) for n, path in enumerate(write_covers(tmp_path, 3))])
    qtbot.waitUntil(lambda: len(covers_of(pane)) == 3)
    shown = []
    model.dataChanged.connect(
        lambda first, _last, roles: shown.append(first.row()) if LibraryRole.COVER in roles else None
    )

    pane.grid.set_least_tile_width(WIDEST_TILE_PX)

    assert len(covers_of(pane)) == 3
    qtbot.waitUntil(lambda: {0, 1, 2} <= set(shown))
    assert all(cover.width() >= frame_width_px(pane) * 0.9 for cover in covers_of(pane))


def test_a_long_library_is_scrolled_through_in_bounded_memory(qtbot, qapp, tmp_path):
    covers = CoverCache(COVER, most_bytes=5_000_000)
    arrived = []
    covers.arrived.connect(arrived.append)
    paths = write_covers(tmp_path, 40)
    for path in paths:
        covers.pixmap(path)
    qtbot.waitUntil(lambda: len(arrived) == 40)

    held = [cover for path in paths if (cover := covers.pixmap(path)) is not None]

    assert 0 < sum(4 * cover.width() * cover.height() for cover in held) <= 5_000_000
    covers.close()


def test_a_picture_larger_than_the_bound_is_shown_all_the_same(qtbot, qapp, tmp_path):
    covers = CoverCache(COVER, most_bytes=1)
    (path,) = write_covers(tmp_path, 1)
    covers.pixmap(path)

    qtbot.waitUntil(lambda: covers.pixmap(path) is not None)
    covers.close()


def test_what_is_forgotten_costs_nothing(qtbot, qapp, tmp_path):
    covers = CoverCache(COVER)
    paths = write_covers(tmp_path, 2)
    arrived = []
    covers.arrived.connect(arrived.append)
    for path in paths:
        covers.pixmap(path)
    qtbot.waitUntil(lambda: len(arrived) == 2)

    for path in paths:
        covers.forget(path)

    assert covers.held_bytes == 0
    covers.close()
