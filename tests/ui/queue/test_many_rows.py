"""What one change costs in a queue of thousands is what it costs in a queue of a few."""

from fakes.steps import CountedPlace, counted_steps
from fakes.ui_values import NOW, a_job

from vidu_desktop.domain.job import JobState
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.queue.queue_pane import QueuePane

S = JobState


def cost_of_changes(look, qtbot, count: int) -> int:
    """Return what it costs, in steps, when single rows come, change, move, end and go among `count` others."""
    model = QueueModel(lambda _: "", now=lambda: NOW)
    pane = QueuePane(look, model)
    qtbot.addWidget(pane)
    waiting = [a_job(f"w{number}", S.READY, position=CountedPlace(number)) for number in range(count)]
    ended = [a_job(f"e{number}", S.STORED, position=CountedPlace(number)) for number in range(count)]
    running = a_job("r", S.WAITING, position=CountedPlace(0))
    model.set_jobs([*waiting, *ended, running])
    pane.resize(640, 480)
    middle = count // 2
    CountedPlace.compared = 0
    with counted_steps() as steps:
        model.put([a_job("new", S.READY, position=CountedPlace(count + 1))])
        model.put([a_job("new", S.READY, position=CountedPlace(middle + 0.5))])
        model.put([a_job(f"w{middle}", S.SENDING, position=CountedPlace(middle))])
        model.set_progress(f"w{middle}", 0.5, 5, 10)
        model.put([a_job(f"w{middle}", S.STORED, position=CountedPlace(middle))])
        model.tick()
        model.remove([f"e{middle}", "new"])
    pane.close_thumbs()
    return steps.count + CountedPlace.compared


def test_a_change_costs_no_more_among_thousands_than_among_a_few(look, qtbot):
    few, many = cost_of_changes(look, qtbot, 50), cost_of_changes(look, qtbot, 2000)

    assert many < 1.5 * few
