"""A key shows the frame on the stage with and without matched colours, where matching makes it better."""

import pytest
from fakes.film_desk import FilmDesk, seen_in
from fakes.stage_bench import StageBench
from fakes.stage_page import stage
from fakes.ui_values import a_clip, show
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from vidu_desktop.ui.text import say

MATCHED = 0xFF0A0B0C


def a_png() -> bytes:
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(MATCHED)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


class Exports:
    def __init__(self):
        self.asked: list[tuple[str, int]] = []
        self.png: bytes | None = a_png()

    async def matched_frame(self, clip, number):
        self.asked.append((clip.clip_id, number))
        return self.png


class PreviewBench(StageBench):
    def __init__(self, look):
        self.exports = Exports()
        super().__init__(look, FilmDesk(), self.exports)
        self.said: list[str] = []
        self.work._notices = self  # what it says is read here
        self.clips = show(self.tiles, [a_clip("a", video_path="0")])

    def say(self, sentence):
        self.said.append(say(sentence))

    @property
    def pixel(self) -> int:
        return stage(self.stage).view.image.pixel(0, 0)

    @property
    def frame(self) -> int:
        return seen_in(stage(self.stage).view.image)[1]


@pytest.fixture
def bench(qtbot, look):
    bench = PreviewBench(look)
    qtbot.addWidget(bench.stage)
    qtbot.addWidget(bench.library)
    bench.stage.show()
    bench.work.play(bench.clips[0])
    stage(bench.stage).playback.seek(5)
    yield bench
    bench.stage.show_empty()
    bench.tiles.close()


def press(qtbot, bench) -> None:
    qtbot.keyClick(stage(bench.stage).view, Qt.Key.Key_B)


def test_the_key_shows_the_frame_with_matched_colours_and_again_as_it_is(bench, qtbot):
    press(qtbot, bench)
    assert bench.pixel == MATCHED
    assert bench.exports.asked == [("a", 5)]

    press(qtbot, bench)
    assert bench.frame == 5
    press(qtbot, bench)
    assert bench.pixel == MATCHED
    assert bench.exports.asked == [("a", 5)]  # the frame is already there


def test_another_frame_has_its_own_colours(bench, qtbot):
    press(qtbot, bench)

    stage(bench.stage).playback.step(1)

    assert bench.frame == 6
    press(qtbot, bench)
    assert bench.exports.asked == [("a", 5), ("a", 6)]


def test_where_nothing_becomes_better_that_is_said_and_the_frame_stays(bench, qtbot):
    bench.exports.png = None

    press(qtbot, bench)

    assert bench.frame == 5
    assert bench.said[1:] == [
        "Matching wouldn't make the colours of this video better, or the pictures that it was made from aren't there."
    ]
