"""A progress estimate for work whose end can't be known."""


def waiting_fraction(elapsed_s: float, late_s: float) -> float:
    """Return an estimate in [0, 1) of how far a task is. `late_s` is the time after which nine results in ten
    have come: the estimate is 0.9 then, and grows more slowly from there on, so that it never reaches 1
    before the task ends.
    """
    if elapsed_s <= 0 or late_s <= 0:
        return 0.0
    if elapsed_s <= late_s:
        return 0.9 * elapsed_s / late_s
    return 1 - 0.1 * late_s / elapsed_s
