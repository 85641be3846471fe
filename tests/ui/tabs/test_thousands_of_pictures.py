"""A picture costs as much among thousands that are dropped at once as among a few hundred."""

from fakes.steps import counted_steps

from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.widgets.picture_grid import PictureGrid


def cost_of_pictures(look, desk, qtbot, count: int) -> int:
    """Return what it costs, in steps, to put `count` pictures into the tab and to look at each."""
    pane = ComposePane(look, desk, rest_ms=0)
    qtbot.addWidget(pane)
    pane.resize(440, 900)
    pane.show()
    with counted_steps() as steps:
        pane.current_tab.set_pictures([f"/p/{number}.png" for number in range(count)])
        desk.answer_all()
    (grid,) = pane.current_tab.findChildren(PictureGrid)
    assert grid.model().rowCount() == count
    return steps.count


def test_each_of_thousands_of_pictures_costs_no_more_than_each_of_hundreds(look, desk, qtbot):
    some, many = (cost_of_pictures(look, desk, qtbot, count) for count in (300, 3000))

    assert many < 1.5 * 10 * some
