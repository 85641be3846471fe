"""The queues take turns, so that no queue waits long because of another."""

from vidu_desktop.adapters.processes.waiting_lines import Line, Turns


def all_of(turns: Turns[str]) -> str:
    return "".join(iter(lambda: turns.next() or "", ""))


def standing(**lines: str) -> Turns[str]:
    turns: Turns[str] = Turns()
    for name, waiting in lines.items():
        for one in waiting:
            turns.add(Line(name), one)
    return turns


def test_a_long_line_keeps_no_other_waiting() -> None:
    assert all_of(standing(thumbnails="ttttt", home="h")).index("h") < 2
    assert all_of(standing(home="hhhhh", thumbnails="t")).index("t") < 2
    assert all_of(standing(pictures="ppppp", thumbnails="ttttt", home="h")).index("h") < 3


def test_in_a_line_the_first_is_served_first() -> None:
    assert all_of(standing(home="abc")) == "abc"


def test_whoever_was_served_is_last_to_be_served_again() -> None:
    turns = standing(thumbnails="t")
    assert turns.next() == "t"
    for line, one in ((Line.THUMBNAILS, "t"), (Line.HOME, "h")):
        turns.add(line, one)

    assert all_of(turns) == "ht"


def test_when_nobody_waits_there_is_nobody() -> None:
    turns = standing(home="h")
    assert len(turns) == 1
    assert (turns.next(), turns.next(), len(turns)) == ("h", None, 0)
